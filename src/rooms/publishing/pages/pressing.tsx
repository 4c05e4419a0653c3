import type { StaffContext } from '../../../platform/http/types.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { isPressing } from '../../../rules/item-forms/index.ts';
import { Callout } from '../../../ui/index.ts';
import type { OfItem } from '../differences.ts';
import { permits } from '../permits.ts';
import { pressingHref } from '../pressing-commands.ts';
import { MOVES } from '../rules.ts';
import type { EditionContent } from '../store.ts';
import type { UrgentSetting } from '../urgent-rules.ts';
import { urgentWords } from '../urgent-words.ts';

interface PressingProps {
  context: StaffContext;
  item: OfItem & { id: number };
  edition: { id: number; portal_id: number; state: string; facts: EditionContent['facts'] };
  setting: UrgentSetting;
}

/** States from which an edition can be published at once. */
const NOT_PUBLIC_YET: readonly string[] = MOVES.publishUrgent.from;

/** What its writer says cannot wait: the way to publish it at once for who may, and for others what happens then. */
export function PressingCallout({ context, item, edition, setting }: PressingProps) {
  const { lang, person } = context;
  if (!isPressing(item.form, edition.facts) || !NOT_PUBLIC_YET.includes(edition.state)) return null;
  const w = urgentWords(lang).pressing;
  const may = setting.allowed && isPermitted(person, permits, 'publishing.urgent', edition.portal_id);
  const isDraft = edition.state === 'draft';
  const told = setting.allowed ? (isDraft ? w.others : w.sent) : isDraft ? w.off : w.sentOff;
  return (
    <Callout tone="warn" title={w.title}>
      {may ? (
        <p>
          {w.here(setting.limitDays)} <a href={pressingHref(lang, item.id, edition.id)}>{w.way}</a>
        </p>
      ) : (
        <p>{told}</p>
      )}
    </Callout>
  );
}
