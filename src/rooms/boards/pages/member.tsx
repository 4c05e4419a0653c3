import type { Lang } from '../../../rules/lang.ts';
import { boardPlaces } from '../../../rules/profile/index.ts';
import { Button, type Choice, Field, FieldRow, Form } from '../../../ui/index.ts';
import type { FieldErrors, SeatDraft } from '../forms.ts';
import { boardWords, placeWords } from '../words.ts';

interface SeatFormProps {
  lang: Lang;
  csrfToken: string;
  action: string;
  label: string;
  button: string;
  /** Makes the ids of its fields unlike those of the other forms of the page. */
  suffix: string;
  staff: readonly Choice[];
  draft: SeatDraft;
  errors: FieldErrors;
}

/** A seat: who, with which office, for how long, by which decision. */
export function SeatForm({
  lang,
  csrfToken,
  action,
  label,
  button,
  suffix,
  staff,
  draft,
  errors,
}: SeatFormProps) {
  const w = boardWords(lang);
  const at = (name: keyof SeatDraft) => ({
    ...{ lang, name, id: `${name}${suffix}`, value: String(draft[name]), error: errors[name]?.[lang] },
  });
  const places = boardPlaces.map((place) => ({ value: place, text: placeWords[place][lang] }));
  return (
    <Form action={action} hidden={{ _token: csrfToken }} label={label}>
      <FieldRow>
        <Field kind="text" {...at('fullName')} label={w.fullName} autocomplete="off" maxLength={100} />
        <Field kind="select" {...at('place')} label={w.place} choices={places} empty />
      </FieldRow>
      <Field kind="text" {...at('office')} label={w.office} help={w.officeHelp} maxLength={200} />
      <Field
        kind="select"
        {...at('personId')}
        label={w.account}
        help={w.accountHelp}
        choices={staff}
        empty={w.noAccount}
        optional
      />
      <FieldRow>
        <Field
          kind="text"
          {...at('decision')}
          label={w.decisionNumber}
          help={w.decisionHelp}
          maxLength={100}
        />
        <Field kind="date" {...at('decidedOn')} label={w.decidedOn} />
      </FieldRow>
      <FieldRow>
        <Field kind="date" {...at('fromOn')} label={w.fromOn} />
        <Field kind="date" {...at('toOn')} label={w.toOn} help={w.toOnHelp} optional />
      </FieldRow>
      <Field
        kind="checkbox"
        lang={lang}
        name="isShown"
        id={`isShown${suffix}`}
        label={w.shownChoice}
        checked={draft.isShown}
      />
      <Button kind="main">{button}</Button>
    </Form>
  );
}

interface LeaveFormProps {
  lang: Lang;
  csrfToken: string;
  action: string;
  name: string;
  suffix: string;
  value: string;
  error: string | undefined;
}

export function LeaveForm({ lang, csrfToken, action, name, suffix, value, error }: LeaveFormProps) {
  const w = boardWords(lang);
  return (
    <Form action={action} hidden={{ _token: csrfToken }} label={`${w.leaveTitle}: ${name}`}>
      <Field
        kind="date"
        lang={lang}
        name="leftOn"
        id={`leftOn${suffix}`}
        label={w.leftOn}
        value={value}
        error={error}
        width="half"
      />
      <Button kind="danger">
        {w.leave}
        <span class="unseen">: {name}</span>
      </Button>
    </Form>
  );
}
