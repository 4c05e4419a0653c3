import type { StaffContext } from '../../../platform/http/types.ts';
import type { Role } from '../../../rules/access/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, Field, FieldRow, Fieldset, Form } from '../../../ui/index.ts';
import { type TypedStep, typedSteps } from '../steps-forms.ts';
import { APPROVING_ROLES, CHECKING_ROLES, standardSteps } from '../steps-rules.ts';
import { stepWords } from '../steps-words.ts';
import { paths, SubHeading } from './parts.tsx';
import { kindsOf, type PlansView, plansFor } from './step-plans.tsx';

interface StepFormProps {
  context: StaffContext;
  view: PlansView;
  kind: string | null;
  refusal: Refusal | undefined;
}

/** Five places for steps; those with a name are the way, the last of them approves. Needs no script. */
export function StepForm({ context, view, kind, refusal }: StepFormProps) {
  const { lang, form } = context;
  const w = stepWords(lang);
  const holds = plansFor(view, kind).now?.steps ?? plansFor(view, null).now?.steps;
  const typed = typedSteps(form, holds ?? standardSteps(view.portal.workflow));
  const name = kind === null ? w.all : (kindsOf(view, lang).find((one) => one.kind === kind)?.name ?? kind);
  const hidden = { _token: context.csrfToken, cong: String(view.portal.id), loai: kind ?? '' };
  const error = (field: string) => (refusal?.field === field ? refusal.words[lang] : undefined);
  const isSet = plansFor(view, kind).now?.steps !== undefined && plansFor(view, kind).now?.steps !== null;
  return (
    <>
      <SubHeading id="buoc">{w.changeFor(name)}</SubHeading>
      <p class="note">{w.stepHelp}</p>
      <Form action={paths.plans(lang)} hidden={hidden} label={w.changeFor(name)}>
        {typed.map((step, i) => (
          <StepPlace key={i} context={context} view={view} step={step} place={i + 1} error={error} />
        ))}
        <Field
          kind="date"
          lang={lang}
          name="validFrom"
          label={w.validFrom}
          width="short"
          value={form.get('validFrom') ?? view.today}
          error={error('validFrom')}
        />
        <Buttons>
          <Button name="lam" value="luu">
            {w.save}
          </Button>
          {isSet && (
            <Button kind="second" name="lam" value="bo">
              {kind === null ? w.dropAll : w.drop}
            </Button>
          )}
        </Buttons>
      </Form>
    </>
  );
}

function StepPlace(props: {
  context: StaffContext;
  view: PlansView;
  step: TypedStep;
  place: number;
  error: (field: string) => string | undefined;
}) {
  const { context, view, step, place, error } = props;
  const { lang } = context;
  const w = stepWords(lang);
  const board: readonly Role[] = APPROVING_ROLES;
  const roles = [...board, ...CHECKING_ROLES.filter((role) => !board.includes(role))];
  return (
    <Fieldset legend={w.step(place)}>
      <StepNames lang={lang} step={step} place={place} error={error} />
      <Field
        kind="checks"
        lang={lang}
        name={`roles-${place}`}
        label={w.roles}
        values={step.roles}
        choices={roles.map((role) => ({ value: role, text: view.titles.get(role) ?? role }))}
        error={error(`roles-${place}`)}
      />
      {view.people.length > 0 && (
        <details class="trace" open={step.persons.length > 0}>
          <summary>{w.persons}</summary>
          <Field
            kind="checks"
            lang={lang}
            name={`persons-${place}`}
            label={w.persons}
            values={step.persons}
            choices={view.people.map(({ id, full_name }) => ({ value: String(id), text: full_name }))}
            optional
          />
        </details>
      )}
      <Field
        kind="checkbox"
        lang={lang}
        name={`byAnother-${place}`}
        label={w.another}
        checked={step.byAnother}
        optional
      />
      <Field
        kind="number"
        lang={lang}
        name={`limitDays-${place}`}
        label={w.limitDays}
        help={w.limitHelp}
        width="short"
        value={step.limitDays}
        error={error(`limitDays-${place}`)}
        optional
      />
    </Fieldset>
  );
}

function StepNames(props: {
  lang: StaffContext['lang'];
  step: TypedStep;
  place: number;
  error: (field: string) => string | undefined;
}) {
  const { lang, step, place, error } = props;
  const w = stepWords(lang);
  return (
    <FieldRow>
      <Field
        kind="text"
        lang={lang}
        name={`nameVi-${place}`}
        label={w.nameVi}
        value={step.nameVi}
        maxLength={60}
        error={error(`nameVi-${place}`)}
        optional={place > 1}
      />
      <Field
        kind="text"
        lang={lang}
        name={`nameEn-${place}`}
        label={w.nameEn}
        value={step.nameEn}
        maxLength={60}
        error={error(`nameEn-${place}`)}
        optional={place > 1}
      />
    </FieldRow>
  );
}
