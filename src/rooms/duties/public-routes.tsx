import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf, isCivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { nationalOn, profileOn } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { localityFactsKey, portalFacts, portalName, publicFrame, sectionHref } from '../portals/index.ts';
import { calendarKeys } from './commands.ts';
import {
  countDeadline,
  type Deadline,
  findDeadline,
  listDeadlineChoices,
  parseMoment,
  readLaw,
} from './deadline-queries.ts';
import { DEADLINE_WORDS, RECORD_WORDS } from './page-words.ts';
import { choiceText, DeadlinesPage, type DeadlinesView } from './pages/deadlines-page.tsx';
import { RecordPage } from './pages/record-page.tsx';
import { countByDuty, listRecord, type RecordCursor, type RecordRow } from './record-store.ts';
import { regulationKey } from './regulation-commands.ts';
import { citationOf } from './rules.ts';
import { REFUSALS } from './words.ts';

/** Cache keys of pages that count by the law of a locality. */
function lawKeys(localityId: number): string[] {
  return [
    ...calendarKeys(null),
    ...calendarKeys(localityId),
    regulationKey(localityId),
    localityFactsKey(localityId),
  ];
}

/** The public pages of the room, made from the ports once. */
export function publicRoutes(ports: Ports): AnyRoute[] {
  return [
    publicRoute({
      name: 'duties.deadlines',
      method: 'GET',
      path: PUBLIC_PATHS.deadlines,
      audience: 'public',
      query: ['duty', 'from', 'time'],
      handle: (context) => showDeadlines(ports, context),
    }),
    publicRoute({
      name: 'duties.record',
      method: 'GET',
      path: PUBLIC_PATHS.record,
      audience: 'public',
      query: ['truoc'],
      handle: (context) => showRecord(ports, context),
    }),
  ];
}

type Values = DeadlinesView['values'];

/** Counts what was asked; a refusal becomes the error at its field. Nothing asked yet: neither. */
function answer(
  { duty, from, time }: Values,
  lang: Lang,
  count: (from: string) => Deadline,
): Pick<DeadlinesView, 'result' | 'errors'> {
  if (!duty && !from) return { result: undefined, errors: [] };
  try {
    if (!duty) throw new Refusal('duty-missing', REFUSALS.dutyMissing, 'duty');
    return { result: count(time ? `${from}T${time}` : from), errors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { result: undefined, errors: [{ field: error.field ?? 'duty', text: error.words[lang] }] };
  }
}

async function showDeadlines(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, site, query, now } = context;
  const values: Values = {
    duty: query.get('duty') ?? '',
    from: query.get('from') ?? '',
    time: query.get('time') ?? '',
  };
  const { timeline, calendar } = await ports.database.publicly((db) => readLaw(db, site.localityCode));
  const today = civilDateOf(now);
  const on = isCivilDate(values.from) ? values.from : today;
  const bodyRole = site.isMain ? ('main' as const) : ('member' as const);
  const asked = { profiles: ports.profiles, timeline, on, bodyRole };
  const { result, errors } = answer(values, lang, (from) => {
    const { at } = parseMoment(from);
    return countDeadline(findDeadline(asked, values.duty), at, calendar, lang);
  });
  const code = profileOn(timeline, on);
  const own = code === undefined ? undefined : ports.profiles.get(code);
  const regulation = own ?? nationalOn(ports.profiles, undefined, on);
  const view: DeadlinesView = {
    lang,
    values: { ...values, duty: result?.key ?? values.duty, from: query.get('from') ?? today },
    errors,
    choices: listDeadlineChoices(asked).map((choice) => ({
      value: choice.key,
      text: choiceText(choice, citationOf(choice.found.article, choice.found)[lang], lang),
    })),
    regulation: regulation
      ? `${regulation.instrument.kind[lang]} ${regulation.instrument.number}`
      : DEADLINE_WORDS[lang].noRegulation,
    calendar,
    result,
  };
  const other = lang === 'vi' ? 'en' : 'vi';
  const asIs = query.size > 0 ? `?${query}` : '';
  const page = {
    title: DEADLINE_WORDS[lang].title,
    description: DEADLINE_WORDS[lang].lead,
    otherHref: PUBLIC_PATHS.deadlines[other] + asIs,
    canonicalPath: PUBLIC_PATHS.deadlines[lang],
  };
  const { html, keys } = await publicFrame(ports, context, page, <DeadlinesPage {...view} />);
  return {
    kind: 'page',
    html,
    status: errors.length > 0 ? 422 : 200,
    keys: [...keys, ...lawKeys(site.localityId)],
  };
}

const PAGE_ROWS = 50;

/** "2026-11-20T02:45:00.000Z_17"; anything else is no cursor. */
function parseCursor(text: string | null): RecordCursor | undefined {
  const [at = '', id = ''] = (text ?? '').split('_');
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) || !/^\d{1,15}$/.test(id)
    ? undefined
    : { at: instant, id: Number(id) };
}

/** Address of a published item, as the portal's pages have it. */
function itemHref(row: RecordRow): string {
  return `${sectionHref(row, row.language)}/${row.slug}-${row.item_id}`;
}

async function showRecord(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, site, query } = context;
  const before = parseCursor(query.get('truoc'));
  const { counts, rows } = await ports.database.publicly(async (db) => ({
    counts: await countByDuty(db, site.portalId, lang),
    rows: await listRecord(db, site.portalId, lang, before, PAGE_ROWS + 1),
  }));
  const shown = rows.slice(0, PAGE_ROWS);
  const last = rows.length > PAGE_ROWS ? shown.at(-1) : undefined;
  const here = PUBLIC_PATHS.record[lang];
  const facts = await portalFacts(ports, site.portalId);
  const children = (
    <RecordPage
      lang={lang}
      portalName={portalName(facts.portal, lang)}
      counts={counts}
      rows={shown.map((row) => ({ ...row, href: itemHref(row) }))}
      newerHref={before ? here : undefined}
      olderHref={last && `${here}?truoc=${last.first_published_at.toISOString()}_${last.id}`}
    />
  );
  const page = {
    title: RECORD_WORDS[lang].title,
    otherHref: PUBLIC_PATHS.record[lang === 'vi' ? 'en' : 'vi'],
    canonicalPath: here,
  };
  const { html, keys } = await publicFrame(ports, context, page, children);
  return { kind: 'page', html, keys: [...keys, `portal:${site.portalId}`] };
}
