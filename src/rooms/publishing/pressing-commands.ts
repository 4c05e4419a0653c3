import type { CommandContext } from '../../platform/command/index.ts';
import { deskPath } from '../../platform/http/paths.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { isPressing } from '../../rules/item-forms/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { notify } from '../notifications/index.ts';
import type { Loaded } from './deciding.ts';
import { permits } from './permits.ts';
import { findUrgentSetting, listHolders } from './urgent-store.ts';
import { urgentWords } from './urgent-words.ts';
import { personIdOf } from './writing.ts';

/** Where an edition that cannot wait is read and published at once: the page of decisions. */
export function pressingHref(lang: Lang, itemId: number, editionId: number): string {
  return deskPath(lang, `/tin-bai/${itemId}/duyet/${editionId}#dang-khan-${editionId}`);
}

/**
 * What was submitted and cannot wait is told at once to everyone who may publish it before its approval (LX Đ11), with the way
 * there; where the portal does not publish so, to the same people, who check and approve.
 */
export async function tellPressing(
  context: CommandContext,
  { edition, item, portal }: Loaded,
): Promise<void> {
  if (!isPressing(item.form, edition.facts)) return;
  const { allowed } = await findUrgentSetting(context.tx, portal.id);
  const told = allowed ? ('told' as const) : ('toldOff' as const);
  const roles = permits['publishing.urgent'];
  const holders = await listHolders(context.tx, { portalId: portal.id, roles, on: civilDateOf(context.now) });
  const submitter = personIdOf(context);
  for (const { id } of holders.filter((one) => one.id !== submitter)) {
    await notify(context, {
      ...{ personId: id, portalId: portal.id, kind: 'warning' },
      // submitted anew after it was sent back, it is told anew
      onceKey: `publishing:pressing:${edition.id}:${edition.version}`,
      words: {
        vi: urgentWords('vi').pressing[told](edition.title),
        en: urgentWords('en').pressing[told](edition.title),
      },
      href: { vi: pressingHref('vi', item.id, edition.id), en: pressingHref('en', item.id, edition.id) },
    });
  }
}
