import { deskPath } from '../../../platform/http/paths.ts';
import { civilDateOf, formatDate, formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Button,
  Callout,
  DataTable,
  DeskTitle,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  FormSection,
  KeyList,
  LinkButton,
  Tag,
} from '../../../ui/index.ts';
import { keyWords } from '../key-words.ts';
import type { ListedKey } from '../receiving-store.ts';
import { importWords } from '../words.ts';
import type { SectionOption } from './import-page.tsx';

export const KEYS = '/nhap/khoa';

export interface KeysPageProps {
  lang: Lang;
  token: string;
  keys: readonly ListedKey[];
  sections: readonly SectionOption[];
  typed: URLSearchParams;
  errors: readonly { field: string; text: string }[];
  /** What was just done. */
  done: string | undefined;
}

/** The keys of the portals one administers, and the form for another. */
export function KeysPage({ lang, token, keys, sections, typed, errors, done }: KeysPageProps) {
  const w = keyWords(lang);
  return (
    <>
      <Breadcrumb
        lang={lang}
        links={[{ href: deskPath(lang, '/nhap'), text: importWords(lang).rail }]}
        here={w.title}
      />
      <DeskTitle title={w.title} />
      {done && <Callout tone="good" live title={done} />}
      <ErrorSummary
        lang={lang}
        title={w.errors}
        errors={errors.map(({ field, text }) => ({ href: `#${field}`, text }))}
      />
      <p>{w.lead}</p>
      <KeyTable lang={lang} token={token} keys={keys} />
      <FormSection id="tao-khoa" title={w.newTitle}>
        {sections.length === 0 ? (
          <EmptyState title={w.noSection} />
        ) : (
          <NewKey lang={lang} token={token} sections={sections} typed={typed} errors={errors} />
        )}
      </FormSection>
    </>
  );
}

function KeyTable({ lang, token, keys }: Pick<KeysPageProps, 'lang' | 'token' | 'keys'>) {
  const w = keyWords(lang);
  const { name, section, rule, made, used, documents, state } = w.columns;
  const day = (at: Date) => formatDate(civilDateOf(at), lang, 'short');
  return (
    <DataTable
      lang={lang}
      table={{
        ...{ caption: w.listTitle, stacked: true, empty: w.none },
        columns: [
          ...[name, section, rule, made, used].map((label) => ({ label })),
          { label: documents, numeric: true },
          { label: state },
        ],
        rows: keys.map((key) => [
          key.name,
          lang === 'vi' ? key.section_vi : key.section_en,
          w.rules[key.without_portal],
          [day(key.made_at), key.made_by_name ?? ''].filter(Boolean).join(', '),
          key.last_used_at ? formatInstant(key.last_used_at, lang) : w.never,
          key.documents,
          key.ended_at ? (
            <Tag key="state">{w.ended(day(key.ended_at))}</Tag>
          ) : (
            <Form
              key="end"
              action={`${deskPath(lang, KEYS)}/${key.id}/thoi`}
              hidden={{ _token: token, portal: String(key.portal_id) }}
              label={w.endOf(key.name)}
            >
              <Tag tone="good">{w.inUse}</Tag>{' '}
              <Button kind="light">
                {w.end}
                <span class="unseen"> ({key.name})</span>
              </Button>
            </Form>
          ),
        ]),
      }}
    />
  );
}

function NewKey({ lang, token, sections, typed, errors }: Omit<KeysPageProps, 'keys' | 'done'>) {
  const w = keyWords(lang);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  return (
    <Form action={deskPath(lang, KEYS)} hidden={{ _token: token }} label={w.newTitle}>
      <Field
        kind="text"
        lang={lang}
        name="name"
        label={w.name}
        help={w.nameHelp}
        value={typed.get('name') ?? ''}
        error={errorOf('name')}
      />
      <Field
        kind="select"
        lang={lang}
        name="section"
        label={w.section}
        help={w.sectionHelp}
        value={typed.get('section') ?? ''}
        empty
        choices={sections.map(({ sectionId, text }) => ({ value: String(sectionId), text }))}
        error={errorOf('section')}
      />
      <Field
        kind="checkbox"
        lang={lang}
        name="ask"
        label={w.ask}
        help={w.askHelp}
        checked={typed.get('ask') === '1'}
        optional
      />
      <Button>{w.make}</Button>
    </Form>
  );
}

export interface MadeKeyProps {
  lang: Lang;
  name: string;
  keyText: string;
  address: string;
  description: string;
}

/** A fresh key, shown once. */
export function MadeKey({ lang, name, keyText, address, description }: MadeKeyProps) {
  const w = keyWords(lang);
  return (
    <>
      <DeskTitle title={w.madeTitle} />
      <Callout tone="warn" live title={w.madeLead} />
      <KeyList
        rows={[
          { key: w.name, value: name },
          { key: w.key, value: <code>{keyText}</code> },
          { key: w.address, value: <code>{address}</code> },
          {
            key: w.description,
            value: (
              <a href={description}>
                <code>{description}</code>
              </a>
            ),
          },
        ]}
      />
      <LinkButton kind="second" icon="arrow-left" href={deskPath(lang, KEYS)}>
        {w.back}
      </LinkButton>
    </>
  );
}
