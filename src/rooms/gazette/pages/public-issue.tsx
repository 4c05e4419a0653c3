import { homePath } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import { type EntryContent, GROUP_WORDS, GROUPS, numberWords } from '../../../rules/gazette/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, Callout, DataTable, KeyList, LinkButton, PageTitle, Prose } from '../../../ui/index.ts';
import { sizeWords } from '../../media/index.ts';
import { publicFrame } from '../../portals/index.ts';
import { entryHref, fileHref, GAZETTE_PATHS, gazetteKey, issueHref, keyHref } from '../addresses.ts';
import { findIssueView, type IssueView } from '../queries.ts';
import { type GazetteWords, gazetteWords } from '../words.ts';
import { elsewhere } from './public-list.tsx';

const NUMBER = /^(\d{1,4})(?:-(\d{1,4}))?$/;

/** The issue an address names; undefined when there is none. */
export async function issueAsked(
  ports: Ports,
  { site, params }: RequestContext,
): Promise<IssueView | undefined> {
  const year = Number(/^\d{4}$/.exec(params.year ?? '')?.[0] ?? 0);
  const number = Number(NUMBER.exec(params.number ?? '')?.[1] ?? 0);
  if (year === 0 || number === 0) return undefined;
  return ports.database.publicly((db) => findIssueView(db, site.localityId, { year, number }));
}

const nameOf = ({ content }: IssueView, w: GazetteWords) => w.issueName(numberWords(content), content.year);

/** What the contents call a text. */
export function entryName(entry: EntryContent, w: GazetteWords): string {
  if (entry.corrects) return w.correction(entry.title);
  return [entry.type, entry.number].filter(Boolean).join(' ') || entry.title;
}

/** An issue: contents by group with abstracts and pages, the printed issue, and how to check it (LC-040, QN-028). */
export async function showIssue(ports: Ports, context: RequestContext): Promise<Reply> {
  const away = elsewhere(context);
  if (away) return away;
  const { site, lang, path } = context;
  const view = await issueAsked(ports, context);
  if (!view) return { kind: 'missing' };
  const { content } = view;
  const here = issueHref(lang, content);
  if (path !== here) return { kind: 'redirect', to: here, status: 301 };
  const w = gazetteWords(lang);
  const name = nameOf(view, w);
  const day = formatDate(content.issuedOn, lang, 'long');
  const { html, keys } = await publicFrame(
    ports,
    context,
    {
      title: name,
      description: `${name}, ${day}: ${w.texts(content.entries.length)}`,
      otherHref: issueHref(lang === 'vi' ? 'en' : 'vi', content),
      canonicalPath: here,
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          { href: GAZETTE_PATHS.list[lang], text: w.title },
        ]}
        here={w.issueOf(numberWords(content))}
      />
      <PageTitle title={name}>
        <p>
          {day} · {w.texts(content.entries.length)} · {w.pagesOf(content.firstPage, content.lastPage)}
        </p>
        <p>
          <LinkButton href={fileHref(lang, content, 'pdf')} icon="download">
            {w.pdf(sizeWords(view.row.pdf_bytes ?? 0, lang))}
          </LinkButton>
        </p>
      </PageTitle>
      <Contents lang={lang} view={view} />
      <Proof lang={lang} view={view} />
    </>,
  );
  return { kind: 'page', html, keys: [...keys, gazetteKey(site.localityId)] };
}

function Contents({ lang, view }: { lang: Lang; view: IssueView }) {
  const w = gazetteWords(lang);
  const { content } = view;
  const groups = GROUPS.map((group) => ({
    title: GROUP_WORDS[group][lang],
    rows: content.entries
      .filter((one) => one.group === group)
      .map((entry) => [
        <a key="entry" href={entryHref(lang, content, entry.position)}>
          {entryName(entry, w)}
        </a>,
        entry.issuedOn === '' ? '' : formatDate(entry.issuedOn, lang, 'short'),
        <span key="abstract" lang="vi">
          {entry.corrects ? '' : entry.abstract}
        </span>,
        w.pages(entry.firstPage, entry.lastPage),
      ]),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.contentsOf(nameOf(view, w)),
        stacked: true,
        columns: [
          { label: w.columns.number },
          { label: w.columns.signed },
          { label: w.columns.abstract },
          { label: w.columns.pages, numeric: true },
        ],
        rows: [],
        groups,
      }}
    />
  );
}

/** Everything one needs to check the issue oneself. */
function Proof({ lang, view }: { lang: Lang; view: IssueView }) {
  const w = gazetteWords(lang);
  const { content, row, key } = view;
  const statement = row.statement ?? '';
  const hashOf = (name: string) => new RegExp(`^${name}: sha256:(.*)$`, 'm').exec(statement)?.[1] ?? '';
  const link = (href: string, text: string) => <a href={href}>{text}</a>;
  return (
    <section class="section" aria-labelledby="xac-thuc">
      <h2 id="xac-thuc">{w.proof}</h2>
      <p>{w.proofLead}</p>
      <KeyList
        rows={[
          { key: w.hash, value: <code class="hash">{hashOf('Content')}</code> },
          { key: w.pdfHash, value: <code class="hash">{hashOf('PDF')}</code> },
          { key: w.statement, value: link(fileHref(lang, content, 'txt'), 'TXT') },
          { key: w.signature, value: link(fileHref(lang, content, 'sig'), 'SIG') },
          { key: w.content, value: link(fileHref(lang, content, 'json'), 'JSON') },
          ...(key
            ? [
                {
                  key: w.key,
                  value: link(keyHref(lang, key.fingerprint), `PEM, ${key.fingerprint.slice(0, 16)}…`),
                },
              ]
            : []),
        ]}
      />
      <p>
        <a href={GAZETTE_PATHS.check[lang]}>{w.checkLink}</a>
      </p>
    </section>
  );
}

/** One text of an issue, exactly as it was signed. */
export async function showEntry(ports: Ports, context: RequestContext): Promise<Reply> {
  const away = elsewhere(context);
  if (away) return away;
  const { site, lang, params, path } = context;
  const view = await issueAsked(ports, context);
  const position = Number(/^\d{1,4}$/.exec(params.position ?? '')?.[0] ?? 0);
  const entry = view?.content.entries.find((one) => one.position === position);
  if (!view || !entry) return { kind: 'missing' };
  const here = entryHref(lang, view.content, position);
  if (path !== here) return { kind: 'redirect', to: here, status: 301 };
  const w = gazetteWords(lang);
  const name = entryName(entry, w);
  const { html, keys } = await publicFrame(
    ports,
    context,
    {
      title: `${name}, ${nameOf(view, w)}`,
      ...(entry.abstract ? { description: entry.abstract } : {}),
      otherHref: entryHref(lang === 'vi' ? 'en' : 'vi', view.content, position),
      canonicalPath: here,
      stylesheets: [ports.assetHref('serif.css')],
    },
    <article>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          { href: GAZETTE_PATHS.list[lang], text: w.title },
          {
            href: issueHref(lang, view.content),
            text: w.issueOf(`${numberWords(view.content)}/${view.content.year}`),
          },
        ]}
        here={name}
      />
      <PageTitle title={name}>{!entry.corrects && <p lang="vi">{entry.title}</p>}</PageTitle>
      <Corrected lang={lang} view={view} position={position} />
      <EntryFacts lang={lang} view={view} entry={entry} />
      <Prose lang={lang} html={entry.bodyHtml} signed textLang="vi" />
      <Neighbours lang={lang} view={view} position={position} />
    </article>,
  );
  return { kind: 'page', html, keys: [...keys, gazetteKey(site.localityId)] };
}

interface EntryProps {
  lang: Lang;
  view: IssueView;
  position: number;
}

/** Where a mistake of this text was put right. */
function Corrected({ lang, view, position }: EntryProps) {
  const w = gazetteWords(lang);
  const own = view.corrections.filter((one) => one.corrects_position === position);
  if (own.length === 0) return null;
  return (
    <Callout tone="info" title={w.corrected}>
      <ul>
        {own.map((one) => {
          const issue = { year: one.year, number: one.number, lastNumber: one.last_number };
          return (
            <li key={`${one.year} ${one.number} ${one.position}`}>
              <a href={entryHref(lang, issue, one.position)}>{w.issueName(numberWords(issue), issue.year)}</a>
            </li>
          );
        })}
      </ul>
    </Callout>
  );
}

function EntryFacts({ lang, view, entry }: Omit<EntryProps, 'position'> & { entry: EntryContent }) {
  const w = gazetteWords(lang);
  const { content } = view;
  const { corrects } = entry;
  const day = (on: string) => (on === '' ? '' : formatDate(on, lang, 'short'));
  const rows = [
    { key: w.issuer, value: entry.issuer },
    { key: w.signer, value: entry.signer },
    { key: w.columns.signed, value: day(entry.issuedOn) },
    { key: w.effective, value: day(entry.effectiveOn) },
    {
      key: w.place,
      value: `${nameOf(view, w)}, ${w.pagesOf(entry.firstPage, entry.lastPage)}`,
    },
  ].filter(({ value }) => value !== '');
  return (
    <KeyList
      rows={[
        ...rows,
        ...(corrects
          ? [
              {
                key: w.corrects,
                value: (
                  <a href={entryHref(lang, corrects, corrects.position)}>
                    {w.issueName(numberWords(corrects), corrects.year)}: {corrects.title}
                  </a>
                ),
              },
            ]
          : []),
        ...(entry.address
          ? [{ key: w.original, value: <a href={entry.address}>{entry.number || content.publisher}</a> }]
          : []),
      ]}
    />
  );
}

function Neighbours({ lang, view, position }: EntryProps) {
  const w = gazetteWords(lang);
  const { content } = view;
  const at = (place: number) => content.entries.find((one) => one.position === place);
  const before = at(position - 1);
  const next = at(position + 1);
  const link = (entry: EntryContent | undefined, text: string) =>
    entry && (
      <li>
        {text}: <a href={entryHref(lang, content, entry.position)}>{entryName(entry, w)}</a>
      </li>
    );
  return (
    <nav class="section" aria-label={w.contents}>
      <ul>
        {link(before, w.previous)}
        {link(next, w.next)}
        <li>
          <a href={issueHref(lang, content)}>{w.contents}</a>
        </li>
      </ul>
    </nav>
  );
}
