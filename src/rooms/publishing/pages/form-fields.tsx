import {
  articlesOf,
  type FormField,
  fieldTable,
  findItemForm,
  postedName,
} from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Field, FieldRow, FormSection } from '../../../ui/index.ts';
import { formWords } from '../form-words.ts';
import type { PartProps } from './editor-form.tsx';

/** The fields of the item's own form, made from its table; nothing for an article. */
export function FormFieldsPart(props: PartProps) {
  const { lang } = props;
  const form = findItemForm(props.loaded.item.form);
  if (!form) return null;
  const articles = articlesOf(form, props.localityCode, lang);
  const note = `${form.purpose[lang]} ${formWords[lang].wantedBy(articles)}`;
  return <OwnFields {...props} id="fields" title={form.name[lang]} note={note} />;
}

/** Kinds of section whose articles are the document they tell of: it comes before their text. */
const SIGNED = new Set(['documents']);

/** What an article says of a document: of the one it is, before its text, or of the one it speaks of, after it. */
export function DocumentPart({ isSigned, ...props }: PartProps & { isSigned: boolean }) {
  const { form, kind } = props.loaded.item;
  if (findItemForm(form) || !fieldTable(form, kind) || SIGNED.has(kind) !== isSigned) return null;
  const w = formWords[props.lang];
  const words = isSigned ? { title: w.document, note: w.documentNote } : { title: w.spokenOf };
  return <OwnFields {...props} id="fields" {...words} />;
}

function OwnFields(props: PartProps & { id: string; title: string; note?: string }) {
  const { lang, loaded, fields, problems, id, title, note } = props;
  const { form, kind } = loaded.item;
  const errorOf = (name: string) => problems.find((one) => one.field === name)?.words[lang];
  return (
    <FormSection id={id} title={title} note={note}>
      {(fieldTable(form, kind)?.fields ?? []).map((one) => (
        <OwnField
          key={one.code}
          field={one}
          lang={lang}
          textLang={loaded.edition.language}
          typed={fields.form}
          errorOf={errorOf}
        />
      ))}
    </FormSection>
  );
}

interface OwnFieldProps {
  field: FormField;
  lang: Lang;
  textLang: Lang;
  typed: Readonly<Record<string, string>>;
  errorOf(name: string): string | undefined;
}

/** Controls of one line, by what the field holds. */
const LINES = {
  text: 'text',
  person: 'text',
  place: 'text',
  document: 'text',
  money: 'text',
  number: 'text',
  phone: 'tel',
  email: 'email',
  url: 'url',
  date: 'date',
  moment: 'datetime',
} as const;

function OwnField({ field, lang, textLang, typed, errorOf }: OwnFieldProps) {
  const name = postedName(field.code);
  const base = {
    ...{ lang, name, label: field.label[lang], error: errorOf(name), help: helpOf(field, lang) },
    ...(field.required ? {} : { optional: true }),
  };
  const value = typed[name] ?? '';
  switch (field.kind) {
    case 'period':
      return <PeriodField field={field} lang={lang} typed={typed} errorOf={errorOf} />;
    case 'choice':
      return (
        <Field
          kind="select"
          {...base}
          value={value}
          empty
          choices={(field.choices ?? []).map((one) => ({ value: one.value, text: one.name[lang] }))}
        />
      );
    case 'lines':
    case 'rows':
      return (
        <Field
          kind="textarea"
          {...base}
          value={value}
          rows={field.kind === 'rows' ? 8 : 4}
          maxLength={field.max}
          textLang={textLang}
        />
      );
    default:
      return (
        <Field
          kind={LINES[field.kind]}
          {...base}
          value={value}
          maxLength={field.max}
          list={field.suggestions}
        />
      );
  }
}

function PeriodField({ field, lang, typed, errorOf }: Omit<OwnFieldProps, 'textLang'>) {
  const w = formWords[lang];
  const part = (which: 'from' | 'to') => {
    const name = postedName(field.code, which);
    return {
      lang,
      name,
      label: `${field.label[lang]} ${w[which]}`,
      value: typed[name] ?? '',
      error: errorOf(name),
    };
  };
  return (
    <FieldRow>
      <Field kind="date" {...part('from')} help={helpOf(field, lang)} optional={!field.required} />
      <Field kind="date" {...part('to')} optional />
    </FieldRow>
  );
}

function helpOf(field: FormField, lang: Lang): string | undefined {
  const w = formWords[lang];
  const columns = (field.columns ?? []).map((one) => one.label[lang]).join(' | ');
  const parts = [field.help?.[lang], field.columns && w.rowsHelp(columns), field.internal && w.inside];
  return parts.filter(Boolean).join(' ') || undefined;
}
