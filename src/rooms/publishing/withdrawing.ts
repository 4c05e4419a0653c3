import type { Command, CommandContext } from '../../platform/command/index.ts';
import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type Decided, type DecideEdition, type Loaded, load, step } from './deciding.ts';
import { type Cause, checkWay, harms, readTarget, type Target, type Way } from './life-rules.ts';
import { findAddressFacts, findRedirect, insertWithdrawal, isEverPublic } from './life-store.ts';
import { usesOfItem } from './links.ts';
import { type NoteRecord, sealNote } from './note-verifying.ts';
import { permits } from './permits.ts';
import { publicationKeys } from './publication-commands.ts';
import { endPublication } from './publication-store.ts';

export interface WithdrawEdition extends DecideEdition {
  /** A notice when left out. */
  way?: Way;
  cause?: Cause;
  /** Where the old address is to lead, as it was typed. */
  target?: string;
  /** Taken down although something leads here. */
  despiteLinks?: boolean;
}

/** Takes a published item down in one language; its way says what stands at its address from now on. */
export const withdrawEdition: Command<WithdrawEdition, Decided> = {
  name: 'publishing.withdrawEdition',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const loaded = await load(context, input);
    const { way = 'notice', cause = 'other' } = input;
    const target = await checkTarget(context, loaded, input.target ?? '');
    checkWay(way, cause, target !== undefined);
    if (!input.despiteLinks) await stopIfLinked(context, loaded, way);
    await step(context, 'withdraw', loaded, input.reason);
    const reason = (input.reason ?? '').trim();
    const { publicationId, notes, notice } = await takeDown(context, loaded, {
      ...{ way, cause, reason, target: way === 'redirect' ? target : undefined },
    });
    context.record({
      portalId: loaded.portal.id,
      subject: { kind: 'edition', id: loaded.edition.id },
      payload: {
        ...{ itemId: loaded.item.id, publicationId, notice, way, cause, notes },
        ...(way === 'redirect' && { target }),
        ...(input.despiteLinks && { despiteLinks: true }),
      },
    });
    return { itemId: loaded.item.id, state: 'withdrawn' };
  },
};

/** How something goes off line. */
export interface TakingDown {
  way: Way;
  cause: Cause;
  reason: string;
  target?: Target | undefined;
}

/**
 * The effect of {@link withdrawEdition} after the step was made, for commands that take down among other things. Pages
 * with the old text are never served again.
 *
 * @returns what goes into the record
 */
export async function takeDown(
  context: CommandContext,
  { edition, item, portal }: Loaded,
  { way, cause, reason, target }: TakingDown,
): Promise<{ publicationId: number; notice: string; notes: NoteRecord[] }> {
  const { tx, now } = context;
  // what is gone leaves no word behind: the reason stays in the history of the edition
  const isSilent = way === 'gone';
  const notice = isSilent ? '' : reason;
  const ended = await endPublication(tx, item.id, edition.language, 'withdrawn', now, notice);
  if (!ended) throw new Error(`Edition ${edition.id} is published but has no public copy.`);
  const withdrawalId = await insertWithdrawal(tx, {
    ...{ portalId: portal.id, itemId: item.id, sectionId: ended.section_id, publicationId: ended.id },
    ...{ language: edition.language, title: isSilent ? '' : ended.title, notice, way, cause, at: now },
    targetItemId: target && 'itemId' in target ? target.itemId : null,
    targetPath: target && 'path' in target ? target.path : null,
  });
  const notes = [await sealNote(tx, 'withdrawal', withdrawalId)];
  const keys = publicationKeys(portal, { ...item, section_id: ended.section_id });
  context.purgeForGood(...keys, ...publicationKeys(portal, item), `files:${portal.id}`);
  context.announce('publishing.publicChanged', { itemId: item.id, kind: item.kind });
  return { publicationId: ended.id, notice, notes };
}

const TARGET_UNKNOWN = new Refusal(
  'target-unknown',
  {
    vi: 'Cổng này không có bài hoặc trang ấy. Hãy kiểm tra lại số bài hoặc địa chỉ.',
    en: 'This portal has no such item or page. Check the number or the address.',
  },
  'target',
);
const TARGET_LOOPS = new Refusal(
  'target-loops',
  {
    vi: 'Địa chỉ ấy lại dẫn về chính bài này, nên bạn đọc sẽ đi vòng mãi. Hãy chọn bài khác.',
    en: 'That address leads back to this item, so readers would go round for ever. Choose another.',
  },
  'target',
);

/** Longest chain of addresses that lead on; each was checked when it was made. */
const MOST_STEPS = 50;

/** Where the old address may lead: within the portal, to something that was ever public, never back to itself. */
async function checkTarget(
  { tx }: CommandContext,
  { item, edition, portal }: Loaded,
  typed: string,
): Promise<Target | undefined> {
  const { hosts, slugs } = await findAddressFacts(tx, portal.id);
  const target = readTarget(typed, hosts);
  if (!target) return undefined;
  if ('path' in target) {
    if (!isPage(target.path, new Set(slugs))) throw TARGET_UNKNOWN;
    return target;
  }
  let next: number | null = target.itemId;
  if (next !== item.id && !(await isEverPublic(tx, portal.id, next))) throw TARGET_UNKNOWN;
  for (let steps = 0; next !== null && steps < MOST_STEPS; steps += 1) {
    if (next === item.id) throw TARGET_LOOPS;
    next = (await findRedirect(tx, next, edition.language as Lang))?.target_item_id ?? null;
  }
  return target;
}

/** Whether a path is a page every portal has, or one of the sections of this one. */
function isPage(path: string, slugs: ReadonlySet<string>): boolean {
  const bare = path.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1');
  if (Object.values(PUBLIC_PATHS).some(({ vi, en }) => vi === bare || en === bare)) return true;
  const [, section = ''] = /^\/(?:en\/)?([^/]+)$/.exec(bare) ?? [];
  return slugs.has(section);
}

/** What leads here is named before it is cut off; a second, explicit word cuts it off all the same. */
async function stopIfLinked({ tx }: CommandContext, { item }: Loaded, way: Way): Promise<void> {
  const uses = await usesOfItem(tx, item);
  const links = new Set(uses.links.map((one) => one.item_id)).size;
  const doors = uses.redirects.length + uses.tasks.length;
  if (!harms(way, { links, doors })) return;
  const names = [...new Set([...uses.links, ...uses.redirects].map(({ title }) => title))].filter(Boolean);
  const named = [...uses.tasks.map(({ title }) => title.vi), ...names].slice(0, 3).join('; ');
  throw new Refusal(
    'still-linked',
    {
      vi: `Còn ${links + doors} nơi dẫn đến bài này (${named}). Hãy chuyển sang bài thay thế, sửa các nơi ấy trước, hoặc đánh dấu “Vẫn gỡ” rồi bấm lại.`,
      en: `${links + doors} places lead to this item (${named}). Lead its address to a successor, mend those places first, or tick “Take down all the same” and press again.`,
    },
    'despiteLinks',
  );
}
