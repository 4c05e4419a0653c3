import type { AskerField, AskerFieldCode } from '../../../rules/profile/index.ts';
import { Callout, Field, FieldRow } from '../../../ui/index.ts';
import { basisText, shortBasis } from '../public-queries.ts';
import { keptAtLeast } from '../public-rules.ts';
import { askWords } from '../public-words.ts';
import { type AskView, errorIn, StepButtons } from './public-ask-parts.tsx';
import { askHref } from './public-home.tsx';

const AUTOCOMPLETE: Readonly<Partial<Record<AskerFieldCode, string>>> = {
  name: 'name',
  addressStreet: 'address-line1',
  addressCommune: 'address-level3',
  addressDistrict: 'address-level2',
  addressProvince: 'address-level1',
  representativeTitle: 'organization-title',
};

/** Short fields stand side by side where there is room. */
const PAIRS: readonly (readonly [AskerFieldCode, AskerFieldCode])[] = [
  ['nationality', 'occupation'],
  ['representative', 'representativeTitle'],
  ['addressCommune', 'addressProvince'],
];

function inRows(fields: readonly AskerField[]): AskerField[][] {
  const rows: AskerField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1)?.at(-1);
    const isSecond = PAIRS.some(([one, two]) => one === last?.code && two === field.code);
    if (isSecond) rows.at(-1)?.push(field);
    else rows.push([field]);
  }
  return rows;
}

function AskerFieldOf({ field, view }: { field: AskerField; view: AskView }) {
  const { lang, draft, problems } = view;
  const w = askWords(lang);
  const { code, label, required } = field;
  const isOrganisation = draft.askerKind === 'organisation';
  const nameHelp = isOrganisation ? w.orgNameHelp : w.fieldNote;
  return (
    <Field
      lang={lang}
      kind="text"
      name={code}
      label={label[lang]}
      help={code === 'name' ? nameHelp : undefined}
      value={draft.fields[code] ?? ''}
      optional={!required}
      error={errorIn(problems, lang)(code)}
      autocomplete={isOrganisation && code === 'name' ? 'organization' : AUTOCOMPLETE[code]}
    />
  );
}

/** Who asks: what the regulation demands, after what it is used for. */
export function AskerStep(view: AskView) {
  const { lang, draft, law, intake, needs, problems } = view;
  const w = askWords(lang);
  const errorOf = errorIn(problems, lang);
  const { english } = law.rules;
  return (
    <>
      <Purpose {...view} />
      {inRows(needs.fields).map((row) => {
        const fields = row.map((field) => <AskerFieldOf key={field.code} field={field} view={view} />);
        return row.length > 1 ? <FieldRow key={row[0]?.code}>{fields}</FieldRow> : fields;
      })}
      {needs.asksForeigner && english && (
        <Field
          lang={lang}
          kind="radios"
          name="isForeigner"
          label={w.foreignerLabel}
          help={w.foreignerHelp(shortBasis(law, english.basis, lang) ?? '')}
          value={draft.isForeigner}
          choices={[
            { value: 'no', text: w.no },
            { value: 'yes', text: w.yes },
          ]}
          error={errorOf('isForeigner')}
        />
      )}
      <section class="form-section" aria-labelledby="lien-he">
        <h2 id="lien-he">{w.reach}</h2>
        <p class="note">{w.reachNote}</p>
        <Field
          lang={lang}
          kind="email"
          name="email"
          label={w.emailLabel}
          help={w.emailHelp}
          value={draft.email}
          optional
          error={errorOf('email')}
          autocomplete="email"
        />
        <Field
          lang={lang}
          kind="tel"
          name="phone"
          label={w.phoneLabel}
          help={w.phoneHelp}
          value={draft.phone}
          optional
          error={errorOf('phone')}
          autocomplete="tel"
          width="half"
        />
        <Field
          lang={lang}
          kind="text"
          name="postal"
          label={w.postalLabel}
          help={intake.kind === 'complaint' ? undefined : w.postalHelp}
          value={draft.postal}
          optional
          error={errorOf('postal')}
        />
      </section>
      <StepButtons lang={lang}>{w.next}</StepButtons>
    </>
  );
}

/** What the data is for, before any of it is given (BG-026; Luật 91/2025 Đ4). */
function Purpose({ lang, law, intake, needs, receiver, keptYears }: AskView) {
  const w = askWords(lang);
  const demanded = needs.fields.find(({ required }) => required);
  const place = demanded && basisText(law.profiles, demanded.basis, lang);
  const kept = keptAtLeast(law, intake.kind);
  const { contact, name } = receiver;
  return (
    <Callout title={w.purposeTitle}>
      <p>
        {w.purposeUse(name)} {place ? w.purposeLaw(place) : w.purposeFree}
      </p>
      <p>{intake.kind === 'complaint' ? w.purposeBoard : w.purposeWho}</p>
      <p>
        {kept && w.purposeKept(kept.days, basisText(law.profiles, kept.basis, lang) ?? '')}{' '}
        {w.purposeForgotten(keptYears)}
      </p>
      <p>
        {w.purposeRights(contact.email, contact.phone)}{' '}
        {law.rules.intakes.some(({ kind }) => kind === 'personalData') && (
          <a href={askHref(lang, 'personalData')}>{w.purposeDesk}</a>
        )}
      </p>
    </Callout>
  );
}
