import type { Command, CommandContext } from '../../platform/command/index.ts';
import { deskPath } from '../../platform/http/paths.ts';
import { isPermitted } from '../../rules/access/index.ts';
import { type CivilDate, civilDateOf, formatDate, isCivilDate } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { notify } from '../notifications/index.ts';
import { type ClaimRow, endClaim, insertClaim, listClaims } from './claim-store.ts';
import { claimWords } from './claim-words.ts';
import { permits } from './permits.ts';
import type { MoveName } from './rules.ts';
import { type EditionRow, lockEdition } from './store.ts';
import { listHolders } from './urgent-store.ts';
import { NO_SUCH_ITEM, personIdOf } from './writing.ts';

const OPEN_STATES = ['draft', 'submitted', 'checked', 'scheduled'];
const NOTE_MAX = 500;
/** Moves that are the work itself: not made over the head of whoever holds it. */
const WORK: readonly MoveName[] = [
  'submit',
  'check',
  'approve',
  'schedule',
  'sendBack',
  'discard',
  'publishUrgent',
];

const NOT_OPEN = new Refusal('not-open', {
  vi: 'Bản này đã đăng hoặc đã bỏ nên không còn việc để nhận.',
  en: 'This edition is public or done with, so there is no work to take.',
});

function held(name: string | null): Refusal {
  const who = name ?? '';
  return new Refusal('held-by-another', {
    vi: `${who} đang giữ việc này. Hãy hỏi nhau, rồi bấm “Nhận thay” nếu bạn làm tiếp.`,
    en: `${who} holds this work. Ask first, then press “Take over” if you go on with it.`,
  });
}

/** Nobody does what another holds without saying so. @throws Refusal `held-by-another` */
export async function requireFree(
  { tx, actor }: CommandContext,
  move: MoveName,
  editionId: number,
): Promise<void> {
  if (actor.kind !== 'person' || !WORK.includes(move)) return;
  const claim = (await listClaims(tx, [editionId])).get(editionId);
  if (claim && claim.person_id !== actor.personId) throw held(claim.person_name);
}

/** The step was taken: the work on it is done, and the next is anybody's who may. */
export async function workDone(
  { tx, now }: CommandContext,
  move: MoveName,
  editionId: number,
): Promise<void> {
  if (WORK.includes(move)) await endClaim(tx, editionId, now);
}

interface Work {
  portalId: number;
  editionId: number;
}

async function load(
  { tx }: CommandContext,
  { portalId, editionId }: Work,
): Promise<{ edition: EditionRow; claim: ClaimRow | undefined }> {
  const edition = await lockEdition(tx, editionId);
  if (edition?.portal_id !== portalId) throw NO_SUCH_ITEM;
  if (!OPEN_STATES.includes(edition.state)) throw NOT_OPEN;
  return { edition, claim: (await listClaims(tx, [editionId])).get(editionId) };
}

function record(context: CommandContext, { portalId, editionId }: Work, payload: object): void {
  context.record({ portalId, subject: { kind: 'edition', id: editionId }, payload });
}

const hrefOf = (itemId: number) => ({
  vi: deskPath('vi', `/tin-bai/${itemId}`),
  en: deskPath('en', `/tin-bai/${itemId}`),
});

/** Takes the work; what another holds only with `over`, and he is told. */
export const takeWork: Command<Work & { over: boolean }, void> = {
  name: 'publishing.takeWork',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const { edition, claim } = await load(context, input);
    const personId = personIdOf(context);
    if (personId === null) throw new Error('Work is taken by a person.');
    if (claim && claim.person_id !== personId && !input.over) throw held(claim.person_name);
    await endClaim(tx, edition.id, now);
    await insertClaim(tx, {
      ...{ portalId: input.portalId, editionId: edition.id, personId, givenBy: personId, at: now },
      ...{ note: '', dueOn: claim?.due_on ?? null },
    });
    if (claim && claim.person_id !== personId) {
      await notify(context, {
        ...{ personId: claim.person_id, portalId: input.portalId, kind: 'news' },
        words: {
          vi: claimWords('vi').toldTaken(edition.title),
          en: claimWords('en').toldTaken(edition.title),
        },
        href: hrefOf(edition.item_id),
      });
    }
    record(context, input, { itemId: edition.item_id, from: claim?.person_id ?? null });
  },
};

export interface GiveWork extends Work {
  personId: number;
  dueOn: string;
  note: string;
}

/** Gives the work to a colleague, with a day and a note; he is told, and so is who held it before. */
export const giveWork: Command<GiveWork, void> = {
  name: 'publishing.giveWork',
  permit: 'publishing.assign',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const { edition, claim } = await load(context, input);
    const givenBy = personIdOf(context);
    if (givenBy === null) throw new Error('Work is given by a person.');
    const today = civilDateOf(now);
    const roles = permits['publishing.write'];
    const colleagues = await listHolders(tx, { portalId: input.portalId, roles, on: today });
    if (!colleagues.some(({ id }) => id === input.personId)) throw NO_COLLEAGUE;
    if (input.dueOn !== '' && !(isCivilDate(input.dueOn) && (input.dueOn as CivilDate) >= today))
      throw DAY_PAST;
    const note = input.note.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, NOTE_MAX);
    await endClaim(tx, edition.id, now);
    const dueOn = input.dueOn || null;
    await insertClaim(tx, {
      ...{ portalId: input.portalId, editionId: edition.id, personId: input.personId, givenBy, at: now },
      ...{ note, dueOn },
    });
    const told = new Set([input.personId, ...(claim ? [claim.person_id] : [])]);
    told.delete(givenBy);
    for (const personId of told) {
      const isNew = personId === input.personId;
      const words = (lang: 'vi' | 'en') =>
        isNew
          ? claimWords(lang).toldGiven(edition.title, dueOn === null ? '' : formatDate(dueOn, lang))
          : claimWords(lang).toldTaken(edition.title);
      await notify(context, {
        ...{ personId, portalId: input.portalId, kind: 'news', href: hrefOf(edition.item_id) },
        words: { vi: words('vi'), en: words('en') },
      });
    }
    record(context, input, {
      itemId: edition.item_id,
      to: input.personId,
      dueOn,
      from: claim?.person_id ?? null,
    });
  },
};

const NO_COLLEAGUE = new Refusal(
  'no-colleague',
  {
    vi: 'Hãy chọn một đồng nghiệp đang có quyền làm bài ở cổng này.',
    en: 'Choose a colleague who works on items of this portal.',
  },
  'personId',
);
const DAY_PAST = new Refusal(
  'day-past',
  { vi: 'Ghi hạn từ hôm nay trở đi, hoặc để trống.', en: 'Give a day from today on, or leave it empty.' },
  'dueOn',
);

/** Gives the work back: whoever holds it, or whoever gives work out. */
export const releaseWork: Command<Work, void> = {
  name: 'publishing.releaseWork',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { edition, claim } = await load(context, input);
    const gives = isPermitted(context.actor, permits, 'publishing.assign', input.portalId);
    if (claim && claim.person_id !== personIdOf(context) && !gives) throw held(claim.person_name);
    await endClaim(context.tx, edition.id, context.now);
    record(context, input, { itemId: edition.item_id, from: claim?.person_id ?? null });
  },
};
