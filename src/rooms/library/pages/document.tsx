import type { ComponentChildren } from 'preact';
import { formatDate } from '../../../rules/calendar/index.ts';
import { type Citation, linkCitations } from '../../../rules/citations/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  PROVISION_WORDS,
  provisionName,
  type Structure,
  structureOf,
} from '../../../rules/provisions/index.ts';
import { documentNumberKey } from '../../../rules/text/index.ts';
import { STATE_NAMES, stateName, type ValidityState } from '../../../rules/validity/index.ts';
import {
  arrangeTables,
  Button,
  ContentsList,
  DocumentBody,
  DocumentHead,
  Field,
  KeyList,
  type LinkView,
  Provision,
  type TagTone,
  type ValidityEvent,
  ValidityLine,
} from '../../../ui/index.ts';
import type { DocumentView, Related } from '../queries.ts';
import { addressIn, BINDING_KINDS } from '../rules.ts';
import { type Slice, slicesOf } from '../slicing.ts';
import type { Placed } from '../store.ts';
import { libraryWords, RELATION_WORDS } from '../words.ts';

export interface DocumentPageProps {
  lang: Lang;
  view: DocumentView;
  /** The text as its board approved it. */
  bodyHtml: string;
  /** Address of this page, without query. */
  path: string;
  /** The day that was asked for, when it is not today. */
  chosenDay: string | undefined;
  /** What was typed was no day. */
  isDayBad: boolean;
  /** Said below the title: what was corrected, that it lies in the archive. */
  notes?: ComponentChildren;
  original: LinkView | undefined;
  links: readonly LinkView[];
  /** Where it was printed. */
  gazette: LinkView | undefined;
  hrefOf(document: Placed): string;
}

/** What the parts of the page are made of; the structure is found once, and so are the addresses in it. */
type DocumentPageParts = DocumentPageProps & { structure: Structure; known: ReadonlySet<string> };

const TONES: Readonly<Record<ValidityState, TagTone>> = {
  unknown: 'plain',
  notYet: 'plain',
  inForce: 'good',
  partly: 'warn',
  suspended: 'warn',
  expired: 'bad',
};

/** A signed text: what it is, whether it is in force, its contents, and every provision at an address of its own. */
export function DocumentPage(props: DocumentPageProps) {
  const { lang, view, bodyHtml, original, links } = props;
  const w = libraryWords(lang);
  const { document, today } = view;
  const structure = structureOf(bodyHtml);
  const state = today?.state ?? 'unknown';
  const known = new Set(structure.provisions.map((one) => one.address));
  const page: DocumentPageParts = { ...props, structure, known };
  return (
    <>
      <DocumentHead
        number={document.number || w.noNumber}
        state={(today ? stateName(today) : STATE_NAMES.unknown)[lang]}
        tone={TONES[state]}
        icon={state === 'inForce' ? 'circle-check' : undefined}
        title={document.title}
        original={original}
        links={links}
      />
      {props.notes}
      <DocumentFacts lang={lang} view={view} gazette={props.gazette} />
      <ValidityOverTime {...page} />
      <h2 class="unseen">{w.textTitle}</h2>
      <Text {...page} />
      <p class="note">{w.officialNote}</p>
      <RelatedDocuments {...props} />
    </>
  );
}

function DocumentFacts(props: Pick<DocumentPageProps, 'lang' | 'view' | 'gazette'>) {
  const { lang, view, gazette } = props;
  const { document, heirs } = view;
  const { facts, heirs: allHeirs, heir } = libraryWords(lang);
  const day = (on: string | null) => (on === null ? '' : formatDate(on, lang, 'short'));
  const after = heirs.length > 0 ? allHeirs(heirs.map(({ since, name }) => heir(day(since), name))) : '';
  const rows = [
    { key: facts.issuer, value: document.issuer + after },
    { key: facts.issuedOn, value: day(document.issued_on) },
    { key: facts.effectiveOn, value: day(document.effective_on) },
    { key: facts.expiresOn, value: day(document.expires_on) },
    { key: facts.signer, value: document.signer },
    { key: facts.type, value: document.type },
    { key: facts.field, value: document.field },
    ...(gazette ? [{ key: facts.gazette, value: <a href={gazette.href}>{gazette.text}</a> }] : []),
  ];
  return <KeyList wide rows={rows.filter(({ value }) => value !== '')} />;
}

// Validity --------------------------------------------------------------------------------------------

function ValidityOverTime(props: DocumentPageParts) {
  const { lang, view, path, isDayBad } = props;
  const w = libraryWords(lang);
  const { today } = view;
  return (
    <section class="section" aria-labelledby="hieu-luc">
      <div class="document-when">
        <h2 id="hieu-luc">{w.validity}</h2>
        {today && (
          <form action={path}>
            <Field
              lang={lang}
              kind="date"
              name="ngay"
              label={w.dayLabel}
              value={view.day}
              width="short"
              error={isDayBad ? w.dayBad : undefined}
            />
            <Button kind="second">{w.dayGo}</Button>
          </form>
        )}
      </div>
      {today ? (
        <ValidityLine label={w.validity} events={eventsOf(props, stateName(today)[lang].toLowerCase())} />
      ) : (
        <p class="note">{w.noDay}</p>
      )}
    </section>
  );
}

const dayMoment = (on: string, lang: Lang) => ({ at: on, text: formatDate(on, lang, 'short') });

/** What happened to it, in the order of the days, with the day one looks from among them. */
function eventsOf(props: DocumentPageParts, stateToday: string): ValidityEvent[] {
  const { lang, view, structure, chosenDay, hrefOf } = props;
  const w = libraryWords(lang);
  const { document, incoming, day } = view;
  const at = (on: string | null, title: string, link?: LinkView): ValidityEvent[] =>
    on === null ? [] : [{ moment: dayMoment(on, lang), title, link, kind: on <= day ? 'past' : 'next' }];
  const events = [
    ...at(document.issued_on, w.issued),
    ...at(document.effective_on, w.begins),
    ...at(document.expires_on, w.ends),
    ...incoming
      .filter(({ row }) => CHANGING.has(row.kind))
      .flatMap((one) => {
        const { row, other } = one;
        const places = namesOf(row.provisions, structure, lang);
        const title = [RELATION_WORDS[row.kind].event[lang], places].filter(Boolean).join(' ');
        return at(row.effective_on ?? other.effective_on, title, {
          href: hrefOf(other),
          text: other.number || other.title,
        });
      }),
    {
      moment: dayMoment(day, lang),
      title: (chosenDay ? w.onDay : w.today)(stateToday),
      kind: 'today' as const,
    },
  ];
  const rank = ({ kind }: ValidityEvent) => (kind === 'today' ? 1 : 0);
  return events.sort((a, b) => a.moment.at.localeCompare(b.moment.at) || rank(a) - rank(b));
}

const CHANGING: ReadonlySet<string> = new Set(BINDING_KINDS);

/** Provisions as one says them, in the order given; those the text does not have are left out. */
function namesOf(addresses: readonly string[], structure: Structure, lang: Lang): string {
  return [...new Set(addresses)]
    .map((address) => structure.provisions.findIndex((provision) => provision.address === address))
    .filter((index) => index !== -1)
    .map((index) => provisionName(structure, index, lang))
    .join(', ');
}

/** Whether an address is that of a provision or lies within it: "dieu-10" does not lie within "dieu-1". */
const isWithin = (address: string, provision: string) =>
  address === provision || address.startsWith(`${provision}-`);

/** What others have done to a provision or to something within it. */
function touching(provision: string, { incoming }: DocumentView): Related[] {
  return incoming.filter(({ row }) => row.provisions.some((address) => isWithin(address, provision)));
}

// Text ------------------------------------------------------------------------------------------------

const OUTER = new Set(['part', 'chapter', 'section', 'subsection', 'attachment', 'appendix']);

function Text(props: DocumentPageParts) {
  const { lang, structure, view } = props;
  const slices = slicesOf(structure);
  const articles = structure.provisions.filter(({ kind }) => kind === 'article');
  if (articles.length === 0)
    return (
      <div
        class="signed prose"
        lang={view.document.language}
        dangerouslySetInnerHTML={{ __html: linked(props, structure.html, '') }}
      />
    );
  return (
    <DocumentBody contents={<Contents lang={lang} structure={structure} view={view} />}>
      {slices.map((slice) => (
        <SliceOf key={slice.provision?.address ?? ''} slice={slice} page={props} />
      ))}
    </DocumentBody>
  );
}

function SliceOf({ slice, page }: { slice: Slice; page: DocumentPageParts }) {
  const { provision, heading } = slice;
  const html = linked(page, slice.html, provision?.address ?? '');
  if (provision?.kind === 'article')
    return (
      <Provision
        id={provision.address}
        heading={heading || `${PROVISION_WORDS.article.vi} ${provision.number}`}
        html={html}
        {...noteOf(provision.address, page)}
      />
    );
  return (
    <div class="provision">
      <div class="signed provision-text" lang={page.view.document.language}>
        {heading !== '' && provision && (
          <h3 class="document-part" id={provision.address}>
            {heading}
          </h3>
        )}
        <div class="provision-body" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </div>
  );
}

/** A piece of the text with links to what it cites: here, or in another document of the library. */
function linked({ view, known, hrefOf, lang }: DocumentPageParts, html: string, address: string): string {
  const attached = /^(.*?)(?=dieu-|chuong-|phan-|muc-|khoan-|$)/u.exec(address)?.[1] ?? '';
  const resolve = ({ of, provision }: Citation): string | undefined => {
    if ('self' in of) {
      // "Quy định này" is the regulation one reads; a decision names its own articles by "Quyết định này"
      const own = [`${attached}${provision}`, provision].find((one) => known.has(one));
      return provision !== '' && own !== undefined ? `#${own}` : undefined;
    }
    const target = of.number && view.held.get(documentNumberKey(of.number.normalised));
    if (!target) return undefined;
    const place = addressIn(target.addresses, provision, of.name !== undefined);
    return hrefOf(target) + (place ? `#${place}` : '');
  };
  return arrangeTables(linkCitations(html, resolve), libraryWords(lang).textTitle);
}

/** What others have done to a provision, beside its text. */
function noteOf(address: string, { lang, view, structure, hrefOf }: DocumentPageParts) {
  const related = touching(address, view);
  if (related.length === 0) return {};
  const isAmended = related.every(({ row }) => row.kind === 'amends' || row.kind === 'corrects');
  const within = related.flatMap(({ row }) => row.provisions.filter((one) => isWithin(one, address)));
  return {
    mark: isAmended ? ('amended' as const) : ('ending' as const),
    note: {
      title: capitalised(namesOf(within, structure, lang)),
      text: related.map((one) => (
        <p key={one.row.id}>
          {RELATION_WORDS[one.row.kind].suffers[lang]}{' '}
          <a href={hrefOf(one.other)}>{one.other.number || one.other.title}</a>
          {when(one, lang)}.
        </p>
      )),
    },
  };
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function when({ row, other }: Related, lang: Lang): string {
  const w = libraryWords(lang);
  const from = row.effective_on ?? other.effective_on;
  const parts = [
    ...(from ? [w.from(formatDate(from, lang, 'short'))] : []),
    ...(row.until_on ? [w.until(formatDate(row.until_on, lang, 'short'))] : []),
  ];
  return parts.length > 0 ? `, ${parts.join(' ')}` : '';
}

interface Chapter {
  title: string | undefined;
  entries: { href: string; label: string; title: string; note?: string }[];
}

function Contents({ lang, structure, view }: { lang: Lang; structure: Structure; view: DocumentView }) {
  const w = libraryWords(lang);
  const chapters: Chapter[] = [{ title: undefined, entries: [] }];
  for (const [index, one] of structure.provisions.entries()) {
    if (OUTER.has(one.kind)) {
      const name = isAttached(one)
        ? provisionName(structure, index, lang)
        : `${PROVISION_WORDS[one.kind as 'chapter'][lang]} ${one.number}`;
      chapters.push({ title: [name, one.title].filter(Boolean).join('. '), entries: [] });
    } else if (one.kind === 'article')
      chapters.at(-1)?.entries.push({
        href: `#${one.address}`,
        label: `${PROVISION_WORDS.article[lang]} ${one.number}`,
        title: one.title,
        ...noteInContents(one.address, view, lang),
      });
  }
  const count = (kind: 'article' | 'chapter') => structure.counts[kind];
  return (
    <ContentsList
      lang={lang}
      summary={w.contents(count('article'), count('chapter'))}
      chapters={chapters.filter(({ entries, title }) => entries.length > 0 || title !== undefined)}
    />
  );
}

const isAttached = ({ kind }: { kind: string }) => kind === 'attachment' || kind === 'appendix';

function noteInContents(address: string, view: DocumentView, lang: Lang): { note?: string } {
  const kinds = new Set(touching(address, view).map(({ row }) => RELATION_WORDS[row.kind].suffers[lang]));
  const said = [...kinds].map((text) => text.toLowerCase().replace(/ (?:bởi|theo|by)$/u, '')).join(', ');
  return said === '' ? {} : { note: said };
}

// Others ----------------------------------------------------------------------------------------------

function RelatedDocuments({ lang, view, hrefOf }: DocumentPageProps) {
  const w = libraryWords(lang);
  const { outgoing, incoming, citing } = view;
  const groups = [
    ...grouped(outgoing, 'does', lang),
    ...grouped(incoming, 'suffers', lang),
    { title: w.citing, rows: citing.map((other) => ({ other, at: '' })) },
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return null;
  return (
    <section class="section" aria-labelledby="lien-quan">
      <h2 id="lien-quan">{w.relations}</h2>
      {groups.map(({ title, rows }) => (
        <div key={title}>
          <h3 class="small-title">{title}</h3>
          <ul class="prose">
            {rows.map(({ other, at }) => (
              <li key={`${other.item_id} ${at}`}>
                <a href={hrefOf(other)}>{[other.number, other.title].filter(Boolean).join(', ')}</a>
                {at}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function grouped(related: readonly Related[], side: 'does' | 'suffers', lang: Lang) {
  const titles = new Map<string, { other: Placed; at: string }[]>();
  for (const one of related) {
    const title = RELATION_WORDS[one.row.kind][side][lang];
    titles.set(title, [...(titles.get(title) ?? []), { other: one.other, at: when(one, lang) }]);
  }
  return [...titles].map(([title, rows]) => ({ title, rows }));
}
