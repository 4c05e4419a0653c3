import type { ComponentChildren } from 'preact';
import type { Lang } from '../../../rules/lang.ts';
import { type AskerFieldCode, askerFieldCodes } from '../../../rules/profile/index.ts';
import { Button, Buttons, Callout, Field, Form, KeyList } from '../../../ui/index.ts';
import { deskWords } from '../desk-words.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { carryingWords } from '../rights-desk-words.ts';
import type { OwnInquiry } from '../rights-queries.ts';
import { toBeTold } from '../rights-rules.ts';
import { CONSENT_WORDS, FIELD_WORDS, rightsWords } from '../rights-words.ts';
import type { Asker } from '../sealed.ts';
import type { InquiryRow } from '../store.ts';
import { InquiryState, paths, SubHeading } from './desk-parts.tsx';
import type { TypedRights } from './rights-desk.tsx';
import { askerRows, givenLines, Lines, type NameOf } from './rights-parts.tsx';

interface OneProps {
  lang: Lang;
  one: OwnInquiry;
  request: InquiryRow;
  nameOf: NameOf;
  csrfToken: string;
  typed: TypedRights | undefined;
}

/** One inquiry the request is about: what is stored, who was given it, and each thing that can be done. */
export function OneToCarryOut(props: OneProps) {
  const { lang, one, nameOf } = props;
  const { row, content } = one;
  const w = rightsWords(lang);
  const number = w.number(INTAKE_RULES[row.intake].name[lang], row.id);
  const asker = askerRows(one, lang);
  return (
    <section aria-labelledby={`thu-${row.id}`}>
      <SubHeading id={`thu-${row.id}`}>{content ? `${number}: ${content.title}` : number}</SubHeading>
      <p>
        <InquiryState lang={lang} state={row.state} />{' '}
        <a href={paths.one(lang, row.id)}>{deskWords(lang).open}</a>
      </p>
      {row.restricted_at && <Callout title={w.restricted} />}
      <KeyList
        rows={[
          ...(asker.length > 0 ? asker : [{ key: w.held, value: w.heldNone }]),
          { key: w.given, value: <Lines lines={givenLines(one, lang, nameOf)} none="" /> },
        ]}
      />
      <Correct {...props} />
      <Consents {...props} />
      <Restriction {...props} />
      <Deletion {...props} />
    </section>
  );
}

/** A folded form of one deed; open when it was refused. */
function DeedForm(
  props: OneProps & {
    deed: string;
    title: string;
    button: string;
    danger?: boolean;
    children?: ComponentChildren;
  },
) {
  const { lang, one, request, csrfToken, typed, deed, title } = props;
  const isTyped = typed?.deed === deed;
  return (
    <details class="trace" open={isTyped} id={`${deed}-${one.row.id}`}>
      <summary>{title}</summary>
      <Form
        action={paths.rights(lang, request.id)}
        hidden={{ _token: csrfToken, do: deed, inquiryId: String(one.row.id) }}
        label={`${title} (${one.row.id})`}
      >
        {props.children}
        <Buttons>
          <Button kind={props.danger ? 'danger' : 'second'}>{props.button}</Button>
        </Buttons>
      </Form>
    </details>
  );
}

const CONTACTS = ['email', 'phone', 'postal'] as const;
type FieldName = AskerFieldCode | (typeof CONTACTS)[number];

function storedIn(asker: Asker | undefined, name: FieldName): string {
  const { fields = {}, ...contact } = asker ?? {};
  return fields[name] ?? (contact as Partial<Record<FieldName, string>>)[name] ?? '';
}

function Correct(props: OneProps) {
  const { lang, one, nameOf, typed } = props;
  const w = carryingWords(lang);
  const again = typed?.deed === 'correct' ? typed : undefined;
  const told = toBeTold(one.given, one.row.portal_id);
  // fields that this sender filled in, and those by which one reaches him
  const names = [
    ...askerFieldCodes.filter((code) => code === 'name' || storedIn(one.asker, code) !== ''),
    ...CONTACTS,
  ];
  return (
    <DeedForm {...props} deed="correct" title={w.correct} button={w.correctButton}>
      <p class="note">{w.correctNote}</p>
      {told.portalIds.length > 0 && <p class="note">{w.willTell(told.portalIds.map(nameOf))}</p>}
      {told.outside.length > 0 && <p class="note">{w.tellByLetter(told.outside)}</p>}
      {names.map((name) => (
        <Field
          key={name}
          lang={lang}
          kind="text"
          name={name}
          id={`correct-${one.row.id}-${name}`}
          label={FIELD_WORDS[name][lang]}
          value={again ? (again.form.get(name) ?? '') : storedIn(one.asker, name)}
          error={again?.refusal.field === name ? again.refusal.words[lang] : undefined}
          autocomplete="off"
          maxLength={300}
          optional
        />
      ))}
    </DeedForm>
  );
}

function Consents(props: OneProps) {
  const { lang, one, typed } = props;
  const w = carryingWords(lang);
  const purposes = Object.keys(one.row.consents);
  if (purposes.length === 0) return null;
  return (
    <DeedForm {...props} deed="withdrawConsent" title={w.withdraw} button={w.withdrawButton}>
      <Field
        lang={lang}
        kind="checks"
        name="purposes"
        id={`withdrawConsent-${one.row.id}-purposes`}
        label={w.consents}
        error={typed?.deed === 'withdrawConsent' ? typed.refusal.words[lang] : undefined}
        choices={purposes.map((purpose) => ({
          value: purpose,
          text: CONSENT_WORDS[purpose]?.[lang] ?? purpose,
        }))}
      />
    </DeedForm>
  );
}

function Restriction(props: OneProps) {
  const w = carryingWords(props.lang);
  return props.one.row.restricted_at ? (
    <DeedForm {...props} deed="lift" title={w.lift} button={w.lift}>
      <p class="note">{w.liftNote}</p>
    </DeedForm>
  ) : (
    <DeedForm {...props} deed="restrict" title={w.restrict} button={w.restrict}>
      <p class="note">{w.restrictNote}</p>
    </DeedForm>
  );
}

function Deletion(props: OneProps) {
  const w = carryingWords(props.lang);
  return (
    <DeedForm {...props} deed="delete" title={w.delete} button={w.delete} danger>
      <p class="note">{w.deleteNote}</p>
    </DeedForm>
  );
}
