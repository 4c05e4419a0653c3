import { homePath } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { articleText, periodText } from '../../../rules/clock/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Intake as IntakeLaw } from '../../../rules/profile/index.ts';
import {
  Breadcrumb,
  Buttons,
  EmptyState,
  Field,
  FilterBar,
  ItemList,
  type ItemView,
  LinkButton,
  Pager,
  PageTitle,
  Section,
  Tag,
} from '../../../ui/index.ts';
import { citationOf } from '../../duties/index.ts';
import {
  type DescribedPlace,
  localityFactsKey,
  localityPortals,
  type PageAbout,
  type PortalRow,
  portalFacts,
  portalName,
  publicFrame,
  sectionHref,
} from '../../portals/index.ts';
import { INQUIRY_PATHS } from '../addresses.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { type AnsweredPage, type AnsweredView, findAnswered, lawOf, shortBasis } from '../public-queries.ts';
import { type AskLaw, goesToMain, isOpenHere, periodsOf } from '../public-rules.ts';
import { askWords, INTAKE_PURPOSES, VARIANT_WORDS } from '../public-words.ts';

const PAGE_SIZE = 20;
const WORDS_MOST = 200;
/** Value of the filter for every body of the locality. */
const ALL = 'tat-ca';

/** The address of the form of an intake. */
export function askHref(lang: Lang, kind: keyof typeof INTAKE_RULES): string {
  return INQUIRY_PATHS.ask[lang].replace(':intake', INTAKE_RULES[kind].slug[lang]);
}

/** What an intake is called: as the text names it, a question plainly. */
export function intakeName(intake: Pick<IntakeLaw, 'kind' | 'name'>, lang: Lang): string {
  return (intake.kind === 'question' ? INTAKE_RULES.question : intake).name[lang];
}

interface Filter {
  /** Undefined: all bodies. */
  portal: PortalRow | undefined;
  topic: string | undefined;
  words: string;
  before: { at: Date; id: number } | undefined;
}

/** Questions and answers as their metadata say it, by what they list. */
function aboutAnswered([newest]: readonly AnsweredView[]): PageAbout {
  return { changedOn: newest && civilDateOf(newest.publishedAt), isList: true };
}

/** The page without a filter, for who reads its metadata alone. */
export async function describeQuestions(
  ports: Ports,
  context: Pick<RequestContext, 'site' | 'lang' | 'now'>,
): Promise<DescribedPlace> {
  const { site, lang, now } = context;
  const law = await lawOf(ports, site, now);
  const portals = await localityPortals(ports, site.localityId);
  const { portal, topic, words, before } = readFilter({ site, query: new URLSearchParams() }, portals, law);
  const asked = { lang, topic, words, before, portalId: portal?.id, limit: 1 };
  const { items } = await findAnswered(ports, site, asked);
  const w = askWords(lang);
  return {
    ...{ title: w.title, description: w.lead, about: aboutAnswered(items) },
    ...{ path: INQUIRY_PATHS.home[lang], otherPath: INQUIRY_PATHS.home[lang === 'vi' ? 'en' : 'vi'] },
  };
}

/** What can be asked here, and what was answered: of the portal's own body, on the main portal of all. */
export async function inquiriesHome(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, now } = context;
  const w = askWords(lang);
  const law = await lawOf(ports, site, now);
  const portals = await localityPortals(ports, site.localityId);
  const { sections, portal } = await portalFacts(ports, site.portalId);
  const filter = readFilter(context, portals, law);
  const page = await findAnswered(ports, site, {
    ...{ lang, topic: filter.topic, words: filter.words, before: filter.before, limit: PAGE_SIZE },
    portalId: filter.portal?.id,
  });
  const section = sections.find((one) => one.content_kind === 'questions');
  const other = lang === 'vi' ? 'en' : 'vi';
  const asIs = context.query.size > 0 ? `?${context.query}` : '';
  const named = filter.portal && context.query.has('co-quan');
  const title = named && filter.portal ? w.answeredBy(portalName(filter.portal, lang)) : w.title;
  const feed = section && `${sectionHref(section, lang)}/rss.xml`;
  const framed = await publicFrame(
    ports,
    context,
    {
      ...{ title, description: w.lead, canonicalPath: INQUIRY_PATHS.home[lang] + (named ? asIs : '') },
      otherHref: INQUIRY_PATHS.home[other] + asIs,
      ...(section && { sectionId: section.id }),
      about: aboutAnswered(page.items),
      ...(named ? {} : { metadataHref: `${INQUIRY_PATHS.home[lang]}/dc.xml` }),
      ...(feed && { feeds: [{ href: feed, title: w.answered }] }),
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.title} />
      <PageTitle title={title}>
        <p>{w.lead}</p>
      </PageTitle>
      <Buttons>
        {law.rules.intakes.some(({ kind }) => kind === 'question') && (
          <LinkButton href={askHref(lang, 'question')} icon="send">
            {w.askNow}
          </LinkButton>
        )}
        <LinkButton href={INQUIRY_PATHS.track[lang]} kind="second" icon="search">
          {w.follow}
        </LinkButton>
      </Buttons>
      {!named && !filter.before && <Intakes law={law} lang={lang} mainOrigin={site.mainOrigin} />}
      <Section id="da-tra-loi" title={named ? w.answered : answeredTitle(filter, portal, lang)}>
        <Answered {...{ lang, law, portals, filter, page }} isMain={site.isMain} />
      </Section>
    </>,
  );
  return {
    kind: 'page',
    html: framed.html,
    keys: [...framed.keys, `locality:${site.localityId}`, localityFactsKey(site.localityId)],
  };
}

function answeredTitle(filter: Filter, own: PortalRow, lang: Lang): string {
  const w = askWords(lang);
  return filter.portal && !own.is_main ? w.answeredBy(portalName(filter.portal, lang)) : w.answered;
}

function readFilter(
  { site, query }: Pick<RequestContext, 'site' | 'query'>,
  portals: readonly PortalRow[],
  { rules }: AskLaw,
): Filter {
  const body = query.get('co-quan') ?? '';
  const asked = portals.find(({ id }) => String(id) === body);
  // a member shows what its own body answered, until asked for more
  const own = body === ALL || site.isMain ? undefined : portals.find(({ id }) => id === site.portalId);
  const topic = query.get('linh-vuc') ?? '';
  return {
    portal: asked ?? own,
    topic: rules.scope?.topics.some(({ code }) => code === topic) ? topic : undefined,
    words: (query.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, WORDS_MOST),
    before: parseCursor(query.get('truoc')),
  };
}

function parseCursor(text: string | null): { at: Date; id: number } | undefined {
  const [, at, id] = /^(\d{1,14})-(\d{1,15})$/.exec(text ?? '') ?? [];
  return at && id ? { at: new Date(Number(at)), id: Number(id) } : undefined;
}

// What can be sent ------------------------------------------------------------------------------------

function Intakes({ law, lang, mainOrigin }: { law: AskLaw; lang: Lang; mainOrigin: string }) {
  const w = askWords(lang);
  const { kind, number } = law.own.instrument;
  return (
    <Section id="gui-gi" title={w.intakes}>
      <p class="note">{w.intakesNote(`${kind[lang]} ${number}`)}</p>
      <ul class="intakes">
        {law.rules.intakes.map((intake) => {
          const isHere = isOpenHere(intake, law.role);
          return (
            <li key={intake.kind}>
              <h3>
                <a href={(isHere ? '' : mainOrigin) + askHref(lang, intake.kind)}>
                  {intakeName(intake, lang)}
                </a>
              </h3>
              {!isHere && <p class="note">{w.onMain}.</p>}
              <details class="trace">
                <summary>
                  {periodsInShort(law, intake, lang)}
                  <span class="unseen">, {intakeName(intake, lang)}</span>
                </summary>
                <p>{INTAKE_PURPOSES[intake.kind][lang]}</p>
                <IntakeFacts law={law} intake={intake} lang={lang} />
              </details>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/**
 * The periods of an intake in a few words: "Trả lời trong 5, 8 hoặc 10 ngày". That of the first word is no period of the
 * answer; a notice with a day is named where it may stand for the answer (QN-042, LX-023).
 */
export function periodsInShort(law: AskLaw, { kind }: Pick<IntakeLaw, 'kind'>, lang: Lang): string {
  const w = askWords(lang);
  const periods = periodsOf(law, kind).filter(({ duty }) => duty.variant !== 'reaction');
  const last = periods.at(-1);
  if (!last) return w.noNumber;
  const { unit } = last.rule.period;
  const isOneUnit = periods.every(({ rule }) => rule.period.unit === unit);
  const before = periods
    .slice(0, -1)
    .map(({ rule: { period } }) =>
      isOneUnit ? String(period.value) : periodText(period.value, period.unit, lang),
    );
  const whole = w.either(before, periodText(last.rule.period.value, unit, lang));
  return periods.some(({ duty }) => duty.satisfiedBy.includes('noticeWithDate'))
    ? w.withinOrNotice(whole)
    : w.within(whole);
}

/** What the texts say of an intake: what it is for, where it goes, until when it is answered, each with its article. */
export function IntakeFacts({ law, intake, lang }: { law: AskLaw; intake: IntakeLaw; lang: Lang }) {
  const w = askWords(lang);
  const { scope, refusesComplaints } = law.rules;
  const isQuestion = intake.kind === 'question';
  const to = intake.to?.now ?? intake.to;
  return (
    <ul class="note">
      {isQuestion && scope && (
        <li>
          {w.scope(scope.topics.map(({ name }) => name[lang].toLowerCase()).join(', '))}{' '}
          {cited(shortBasis(law, scope.basis, lang))}
        </li>
      )}
      {isQuestion && refusesComplaints && (
        <li>{w.notComplaints(shortBasis(law, refusesComplaints.basis, lang))}</li>
      )}
      {goesToMain(intake.kind) && to && <li>{w.sentTo(to[lang])}</li>}
      <li>
        {w.limits}: <Periods law={law} intake={intake} lang={lang} />
      </li>
    </ul>
  );
}

const cited = (place: string | undefined) => (place ? `(${place})` : '');

/** "5 ngày (việc của một cơ quan), điểm a khoản 6 Điều 11 …", or that no text sets a number. */
export function Periods({ law, intake, lang }: { law: AskLaw; intake: Pick<IntakeLaw, 'kind'>; lang: Lang }) {
  const w = askWords(lang);
  const periods = periodsOf(law, intake.kind);
  if (periods.length === 0) return <>{w.noLimit}</>;
  return (
    <ul>
      {periods.map((found) => {
        const { value, unit } = found.rule.period;
        const variant = found.duty.variant && VARIANT_WORDS[found.duty.variant]?.[lang];
        const notice = found.duty.satisfiedBy.includes('noticeWithDate') ? w.orNotice : undefined;
        return (
          <li key={found.duty.code}>
            <strong class="num">{w.limit(periodText(value, unit, lang), variant ?? notice)}</strong>{' '}
            {found.via === 'own' && found.article.instrument === undefined
              ? articleText(found.article.article, undefined, lang)
              : citationOf(found.article, found)[lang]}
          </li>
        );
      })}
    </ul>
  );
}

// What was answered -----------------------------------------------------------------------------------

interface AnsweredProps {
  lang: Lang;
  law: AskLaw;
  portals: readonly PortalRow[];
  filter: Filter;
  page: AnsweredPage;
  isMain: boolean;
}

function Answered({ lang, law, portals, filter, page, isMain }: AnsweredProps) {
  const w = askWords(lang);
  const { portal, topic, words, before } = filter;
  const here = INQUIRY_PATHS.home[lang];
  const { scope } = law.rules;
  const isFiltered = topic !== undefined || words !== '' || portal !== undefined;
  const address = (cursor?: { at: Date; id: number }) => {
    const query = new URLSearchParams();
    if (portal || !isMain) query.set('co-quan', portal ? String(portal.id) : ALL);
    if (topic) query.set('linh-vuc', topic);
    if (words) query.set('q', words);
    if (cursor) query.set('truoc', `${cursor.at.getTime()}-${cursor.id}`);
    return query.size > 0 ? `${here}?${query}` : here;
  };
  return (
    <>
      <FilterBar
        lang={lang}
        action={here}
        result={page.items.length > 0 ? w.found(page.items.length, page.next !== undefined) : undefined}
        clearHref={isFiltered ? `${here}?co-quan=${ALL}` : undefined}
      >
        <Field lang={lang} kind="search" id="tim" name="q" label={w.words} value={words} optional />
        <Field
          lang={lang}
          kind="select"
          name="co-quan"
          label={w.body}
          value={portal ? String(portal.id) : ALL}
          choices={[
            { value: ALL, text: w.allBodies },
            ...portals.map((one) => ({ value: String(one.id), text: portalName(one, lang) })),
          ]}
        />
        {scope && (
          <Field
            lang={lang}
            kind="select"
            name="linh-vuc"
            label={w.topic}
            value={topic ?? ''}
            empty={w.allTopics}
            choices={scope.topics.map(({ code, name }) => ({ value: code, text: name[lang] }))}
            optional
          />
        )}
      </FilterBar>
      {page.items.length === 0 ? (
        <EmptyState title={isFiltered ? w.none : w.noneYet}>
          <p>{isFiltered ? w.noneNote : w.noneYetNote}</p>
        </EmptyState>
      ) : (
        <ItemList level={3} items={page.items.map((item) => answeredItem(item, lang))} />
      )}
      <Pager
        lang={lang}
        newerHref={before ? address() : undefined}
        olderHref={page.next && address(page.next)}
      />
    </>
  );
}

/** An answered question with whether it came in time. */
export function answeredItem(item: AnsweredView, lang: Lang): ItemView {
  const w = askWords(lang);
  const on = civilDateOf(item.publishedAt);
  return {
    href: item.href,
    title: item.title,
    body: item.body,
    date: { at: on, text: formatDate(on, lang, 'short') },
    mark:
      item.inTime === undefined ? undefined : (
        <Tag tone={item.inTime ? 'good' : 'warn'} icon={item.inTime ? 'circle-check' : 'clock-alert'}>
          {item.inTime ? w.inTime : w.late}
        </Tag>
      ),
  };
}
