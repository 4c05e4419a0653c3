import type { Queryable } from '../../../platform/db/index.ts';
import { type CivilDate, formatDate, isCivilDate } from '../../../rules/calendar/index.ts';
import {
  type ChosenIssuer,
  chooseIssuer,
  issuerChoices,
  type Register,
} from '../../../rules/issuers/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { documentNumberKey } from '../../../rules/text/index.ts';
import { DataTable, EmptyState, Field, FilterBar, Pager } from '../../../ui/index.ts';
import { listFacets, searchDocuments } from '../list-store.ts';
import type { Placed } from '../store.ts';
import { libraryWords } from '../words.ts';

const PAGE_SIZE = 30;
const MOST_WORDS = 200;

/** Names of what is asked in the address of the list; the page cache counts no other. */
export const LIST_QUERY = ['q', 'hinh-thuc', 'co-quan', 'nam', 'o', 'truoc'] as const;

export interface ListAsked {
  words: string;
  type: string;
  issuer: string;
  year: number | undefined;
  everywhere: boolean;
  before: { on: string; id: number } | undefined;
}

export function readListQuery(query: URLSearchParams): ListAsked {
  const text = (name: string) =>
    (query.get(name) ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, MOST_WORDS);
  const [, on = '', id = ''] = /^(\d{4}-\d\d-\d\d)_(\d{1,15})$/u.exec(query.get('truoc') ?? '') ?? [];
  const year = /^\d{4}$/u.test(text('nam')) ? Number(text('nam')) : undefined;
  return {
    ...{ words: text('q'), type: text('hinh-thuc'), issuer: text('co-quan'), year },
    everywhere: query.get('o') === 'tinh',
    before: isCivilDate(on) ? { on, id: Number(id) } : undefined,
  };
}

type Found = Awaited<ReturnType<typeof searchDocuments>>[number];

export interface DocumentListView {
  asked: ListAsked;
  rows: readonly Found[];
  more: boolean;
  types: readonly string[];
  issuers: readonly string[];
  /** Who was asked for, whatever form of the name was typed. */
  issuer: ChosenIssuer | undefined;
  years: readonly number[];
}

/** Where documents are looked for, and who is who among those that issued them, by a day. */
export interface DocumentPlace {
  localityId: number;
  portalId: number;
  lang: Lang;
  issuers: Register;
  on: CivilDate;
}

/** The documents of a portal, or of the locality, by what is asked of them (LC-035, QN-027). */
export async function findDocumentList(
  db: Queryable,
  place: DocumentPlace,
  asked: ListAsked,
): Promise<DocumentListView> {
  const portalId = asked.everywhere ? undefined : place.portalId;
  const facets = await listFacets(db, { localityId: place.localityId, portalId });
  const distinct = <T,>(values: readonly T[]) => [...new Set(values)];
  const printed = distinct(facets.map(({ issuer }) => issuer)).filter((one) => one !== '');
  const issuer = asked.issuer ? chooseIssuer(place.issuers, asked.issuer, printed, place.on) : undefined;
  const rows = await searchDocuments(db, {
    ...{ localityId: place.localityId, portalId, lang: place.lang },
    ...{
      words: asked.words,
      type: asked.type,
      issuers: issuer?.spans,
      year: asked.year,
      before: asked.before,
    },
    numberKey: asked.words === '' ? '' : documentNumberKey(asked.words),
    limit: PAGE_SIZE + 1,
  });
  return {
    ...{ asked, issuer, rows: rows.slice(0, PAGE_SIZE), more: rows.length > PAGE_SIZE },
    types: distinct(facets.map(({ type }) => type).filter((one) => one !== '')).sort(),
    issuers: choicesWith(issuerChoices(place.issuers, printed, place.on), issuer?.name),
    years: distinct(facets.flatMap(({ year }) => year ?? [])).sort((a, b) => b - a),
  };
}

/** What was chosen stands among the choices, also where it was typed and nothing is found. */
function choicesWith(choices: readonly string[], chosen: string | undefined): readonly string[] {
  return chosen === undefined || choices.includes(chosen) ? choices : [chosen, ...choices];
}

export interface DocumentListProps {
  lang: Lang;
  /** Address of the list, without query. */
  path: string;
  view: DocumentListView;
  hrefOf(document: Placed): string;
  fileHrefOf(document: Placed, file: { hash: string; name: string }): string;
}

function addressOf(
  { path, view: { asked } }: DocumentListProps,
  change: Record<string, string | undefined>,
): string {
  const now = {
    ...{ q: asked.words, 'hinh-thuc': asked.type, 'co-quan': asked.issuer },
    ...{ nam: asked.year === undefined ? '' : String(asked.year), o: asked.everywhere ? 'tinh' : '' },
    ...change,
  };
  const query = new URLSearchParams(
    Object.entries(now).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();
  return path + (query ? `?${query}` : '');
}

/** Filters and the seven fields of every document, newest first. */
export function DocumentListPage(props: DocumentListProps) {
  const { lang, view } = props;
  const { list } = libraryWords(lang);
  const { asked, rows } = view;
  const last = rows.at(-1);
  const isOn = Boolean(asked.words || asked.type || asked.issuer || asked.year || asked.everywhere);
  return (
    <>
      <Filters {...props} isOn={isOn} />
      {view.issuer && view.issuer.predecessors.length > 0 && (
        <p class="note">{list.withBefore(view.issuer.name, view.issuer.predecessors.join('; '))}</p>
      )}
      {rows.length === 0 ? (
        <EmptyState
          title={list.none}
          links={
            asked.everywhere ? undefined : [{ href: addressOf(props, { o: 'tinh' }), text: list.searchAll }]
          }
        >
          <p>{list.noneHelp}</p>
        </EmptyState>
      ) : (
        <Table {...props} />
      )}
      <Pager
        lang={lang}
        newerHref={asked.before ? addressOf(props, {}) : undefined}
        olderHref={
          view.more && last
            ? addressOf(props, { truoc: `${last.issued_on ?? '0001-01-01'}_${last.item_id}` })
            : undefined
        }
      />
    </>
  );
}

function Filters(props: DocumentListProps & { isOn: boolean }) {
  const { lang, path, view, isOn } = props;
  const { list } = libraryWords(lang);
  const { asked } = view;
  const choices = (values: readonly (string | number)[]) =>
    values.map((one) => ({ value: String(one), text: String(one) }));
  const select = { kind: 'select', lang, optional: true, empty: list.all } as const;
  return (
    <FilterBar
      lang={lang}
      action={path}
      result={list.found(view.rows.length, view.more)}
      clearHref={isOn ? path : undefined}
    >
      <Field lang={lang} kind="search" name="q" label={list.words} value={asked.words} optional />
      <Field
        {...select}
        name="hinh-thuc"
        label={list.type}
        value={asked.type}
        choices={choices(view.types)}
      />
      <Field
        {...select}
        name="co-quan"
        label={list.issuer}
        value={view.issuer?.name ?? ''}
        choices={choices(view.issuers)}
      />
      <Field
        {...select}
        name="nam"
        label={list.year}
        value={asked.year === undefined ? '' : String(asked.year)}
        choices={choices(view.years)}
      />
      {asked.everywhere && <input type="hidden" name="o" value="tinh" />}
    </FilterBar>
  );
}

function Table(props: DocumentListProps) {
  const { lang, view, hrefOf, fileHrefOf } = props;
  const { caption, columns } = libraryWords(lang).list;
  const w = libraryWords(lang);
  const day = (on: string | null) => (on === null ? '–' : formatDate(on, lang, 'short'));
  return (
    <DataTable
      lang={lang}
      table={{
        caption,
        captionHidden: true,
        stacked: true,
        columns: [
          { label: columns.number },
          { label: columns.title },
          { label: columns.issuedOn },
          { label: columns.effectiveOn },
          { label: columns.type },
          { label: columns.issuer },
          { label: columns.file },
        ],
        rows: view.rows.map((row) => {
          const [file] = row.attachments;
          return [
            <span class="num nobreak">{row.number || w.noNumber}</span>,
            <a href={hrefOf(row)}>{row.title}</a>,
            day(row.issued_on),
            day(row.effective_on),
            row.type || '–',
            row.issuer || '–',
            file ? (
              <a href={fileHrefOf(row, file)} aria-label={`${columns.file}: ${file.name}`}>
                {(/\.([a-z0-9]{2,5})$/iu.exec(file.name)?.[1] ?? '').toUpperCase() || columns.file}
              </a>
            ) : (
              '–'
            ),
          ];
        }),
      }}
    />
  );
}
