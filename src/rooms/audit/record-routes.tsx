import { Readable } from 'node:stream';
import { deskFrame } from '../../desk-frame.tsx';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf, formatInstant } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { commandWords, machineText, subjectWords } from './command-words.ts';
import { type FilterDraft, filterOf, readFilterDraft, readSeq, writeFilter } from './forms.ts';
import { type EntryLine, RecordPage, VerdictPage } from './pages/record.tsx';
import * as queries from './queries.ts';
import { permits } from './rules.ts';
import type { ReadEntryRow } from './store.ts';
import { recordWords } from './words.ts';

const RECORD = '/nhat-ky';
const permit = { permits, permit: 'audit.read' };
/** Walking the chain and writing a file read much; nobody needs them more often. */
const HEAVY_PER_MINUTE = 10;

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: queries.csvOf },
  json: { type: 'application/json; charset=utf-8', write: queries.jsonOf },
} as const;

export function recordRoutes(ports: Ports): AnyRoute[] {
  const download = (format: keyof typeof FORMATS) =>
    staffRoute({
      name: `audit.${format}`,
      method: 'GET',
      path: deskPaths(`${RECORD}/nhat-ky.${format}`),
      permit,
      perMinute: HEAVY_PER_MINUTE,
      handle: (context) => exportPage(ports, context, format),
    });
  return [
    staffRoute({
      name: 'audit.record',
      method: 'GET',
      path: deskPaths(RECORD),
      permit,
      handle: (context) => recordPage(ports, context),
    }),
    download('csv'),
    download('json'),
    staffRoute({
      name: 'audit.verify',
      method: 'GET',
      path: deskPaths(`${RECORD}/kiem-tra`),
      permit,
      perMinute: HEAVY_PER_MINUTE,
      handle: (context) => verifyPage(ports, context),
    }),
  ];
}

async function recordPage(ports: Ports, context: StaffContext, refusal?: string): Promise<Reply> {
  const { lang, person, query } = context;
  const draft = readFilterDraft(query);
  const [before, after] = [readSeq(query.get('truoc')), readSeq(query.get('sau'))];
  const place = after !== undefined ? { after } : before !== undefined ? { before } : undefined;
  const page = await queries.readPage(ports, person, filterOf(draft), place);
  const action = deskPath(lang, RECORD);
  const href = (path: string, step?: [name: string, seq: number]) => {
    const search = writeFilter(draft);
    if (step) search.set(step[0], String(step[1]));
    const text = search.toString();
    return text ? `${path}?${text}` : path;
  };
  const view = {
    lang,
    action,
    draft,
    commands: page.commands.map((command) => ({ value: command, text: commandText(command, lang) })),
    portals: page.portals.map((one) => ({
      value: String(one.id),
      text: lang === 'vi' ? one.name_vi : one.name_en,
    })),
    entries: page.entries.map((row) => lineOf(row, lang, action)),
    isFiltered: writeFilter(draft).size > 0,
    newerHref: page.newerThan === undefined ? undefined : href(action, ['sau', page.newerThan]),
    olderHref: page.olderThan === undefined ? undefined : href(action, ['truoc', page.olderThan]),
    csvHref: href(`${action}/nhat-ky.csv`),
    jsonHref: href(`${action}/nhat-ky.json`),
    verifyHref: `${action}/kiem-tra`,
    callerNote: page.showsCallers ? recordWords(lang).callerNote : undefined,
    refusal,
  };
  const html = deskFrame(ports, context, { title: recordWords(lang).title }, <RecordPage {...view} />);
  return { kind: 'page', html, status: refusal ? 422 : 200 };
}

function commandText(command: string, lang: Lang): string {
  return commandWords[command]?.[lang] ?? command;
}

function lineOf(row: ReadEntryRow, lang: Lang, action: string): EntryLine {
  const only = (one: Partial<FilterDraft>) => `${action}?${new URLSearchParams(one)}`;
  const kind = subjectWords[row.subject_kind]?.[lang] ?? row.subject_kind;
  const name = lang === 'vi' ? row.portal_name_vi : row.portal_name_en;
  return {
    number: String(row.seq),
    moment: { at: row.at.toISOString(), text: formatInstant(row.at, lang) },
    command: commandText(row.command, lang),
    who: {
      text: whoText(row, lang),
      href: only({ nguoi: row.actor }),
    },
    portal: name ?? recordWords(lang).ofLocality,
    subject: {
      text: row.subject_id ? `${kind} ${row.subject_id}` : kind,
      href: only({
        'doi-tuong': row.subject_id ? `${row.subject_kind}:${row.subject_id}` : row.subject_kind,
      }),
    },
    payload: JSON.stringify(row.payload),
    hash: row.hash,
    caller: row.caller_address === null ? undefined : callerText(row.caller_address, row.caller_port, lang),
  };
}

/** Who did it, and in whose place where the right was lent to him. */
function whoText({ full_name, actor, payload }: ReadEntryRow, lang: Lang): string {
  const who = full_name ?? machineText(actor, lang);
  const lender =
    payload && typeof payload === 'object' && 'onBehalfOf' in payload ? payload.onBehalfOf : undefined;
  return typeof lender === 'string' ? recordWords(lang).onBehalf(who, lender) : who;
}

function callerText(address: string, port: number | null, lang: Lang): string {
  const w = recordWords(lang);
  return port === null ? address : `${address}, ${w.callerPort} ${port}`;
}

async function exportPage(ports: Ports, context: StaffContext, format: keyof typeof FORMATS): Promise<Reply> {
  const { person, query, lang, now } = context;
  const filter = filterOf(readFilterDraft(query));
  if (await queries.isTooLong(ports, person, filter))
    return recordPage(ports, context, recordWords(lang).tooLong);
  const { type, write } = FORMATS[format];
  return {
    kind: 'stream',
    type,
    stream: Readable.from(write(ports, person, filter), { objectMode: false }),
    headers: {
      'content-disposition': `attachment; filename="nhat-ky-${civilDateOf(now)}.${format}"`,
      'cache-control': 'no-store',
    },
  };
}

async function verifyPage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person } = context;
  const found = await queries.readVerdict(ports, person);
  const figures = new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB');
  const verdict = found.whole
    ? { entries: figures.format(found.entries), hash: found.hash }
    : { seq: figures.format(found.seq), reason: found.reason };
  const frame = { title: recordWords(lang).verifyTitle };
  const page = <VerdictPage lang={lang} verdict={verdict} backHref={deskPath(lang, RECORD)} />;
  return { kind: 'page', html: deskFrame(ports, context, frame, page) };
}
