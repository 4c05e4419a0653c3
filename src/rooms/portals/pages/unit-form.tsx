import type { StaffContext } from '../../../platform/http/types.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, FieldRow, Form, FormSection } from '../../../ui/index.ts';
import { textOf } from '../forms.ts';
import type { SectionRow } from '../store.ts';
import type { Unit } from '../unit-rules.ts';
import { unitWords } from '../unit-words.ts';
import { type FormState, hrefTo, Line, TwoLines } from './parts.tsx';

/** The unit as the form has it. */
export function readUnit(form: URLSearchParams): Unit {
  const words = (name: string) => ({ vi: textOf(form, `${name}Vi`), en: textOf(form, `${name}En`) });
  return {
    ...{ head: words('unitHead'), address: words('unitAddress') },
    ...{ phone: textOf(form, 'unitPhone'), email: textOf(form, 'unitEmail') },
  };
}

/** Makes a top section the site of a unit, or a section again. */
export function UnitForm(props: {
  context: StaffContext;
  portalId: number;
  section: Pick<SectionRow, 'id' | 'unit'>;
  refusals: readonly Refusal[];
}) {
  const { context, portalId, section } = props;
  const { lang } = context;
  const w = unitWords(lang);
  const typed = context.form.has('unitPhone') ? context.form : fieldsOf(section.unit);
  const state: FormState = { lang, typed, refusals: props.refusals };
  return (
    <FormSection id="don-vi" title={w.title} note={w.note}>
      <Form
        action={hrefTo(lang, 'unit', { id: portalId, section: section.id })}
        hidden={{ _token: context.csrfToken }}
        label={w.title}
      >
        <TwoLines state={state} name="unitHead" label={w.head} optional />
        <TwoLines state={state} name="unitAddress" label={w.address} englishOptional />
        <FieldRow>
          <Line state={state} name="unitPhone" label={w.phone} kind="tel" />
          <Line state={state} name="unitEmail" label={w.email} kind="email" optional />
        </FieldRow>
        <Buttons>
          <Button kind="second">{w.save}</Button>
          {section.unit && (
            <Button kind="light" name="viec" value="bo">
              {w.remove}
            </Button>
          )}
        </Buttons>
      </Form>
    </FormSection>
  );
}

function fieldsOf(unit: Unit | null): URLSearchParams {
  return new URLSearchParams(
    unit
      ? {
          ...{ unitHeadVi: unit.head.vi, unitHeadEn: unit.head.en },
          ...{ unitAddressVi: unit.address.vi, unitAddressEn: unit.address.en },
          ...{ unitPhone: unit.phone, unitEmail: unit.email },
        }
      : {},
  );
}
