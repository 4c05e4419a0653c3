import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import { compareVietnamese } from '../../../rules/text/index.ts';
import {
  Columns,
  IconLinks,
  type IconName,
  ItemList,
  type ItemView,
  LeadAndList,
  MemberDirectory,
  RailSection,
  type SceneName,
  Schedule,
  SearchBlock,
  Section,
  TaskGrid,
} from '../../../ui/index.ts';
import {
  type DescribedPlace,
  type Framed,
  type HomeBlock,
  type HomeBlockCode,
  homeLayout,
  localityFactsKey,
  localityPortals,
  originOf,
  type PageAbout,
  type PortalFacts,
  type PortalRow,
  type PublicFramePage,
  portalFacts,
  portalName,
  publicFrame,
  type SectionRow,
  sectionHref,
  sectionName,
} from '../../portals/index.ts';
import { isStanding, sectionsForHome } from '../sections.ts';
import { type HomeLists, type ListedRow, listForHome } from '../store.ts';
import { changedOn, itemView, pictureView } from '../views.ts';
import { words } from '../words.ts';
import { metadataHref } from './item-metadata.ts';
import { HomeAds, homeNotices, standingToday } from './kind-home.tsx';

const NEWEST = 6;
const EACH_SECTION = 4;
const FROM_OTHERS = 6;
const SECTIONS_SHOWN = 4;

/** What a home page lists, and the sections it lists: those the board chose, or those of the menu. */
async function listsOf(ports: Ports, { site, lang }: RequestContext, { portal, sections }: PortalFacts) {
  const portals = await localityPortals(ports, site.localityId);
  const chosen = homeLayout(portal).find(({ code }) => code === 'sections')?.sectionIds;
  const shown = sections.filter((one) =>
    chosen
      ? chosen.includes(one.id)
      : one.in_menu && one.parent_id === null && !one.unit && !isStanding(one) && one.content_kind !== 'news',
  );
  const lists = await ports.database.publicly((db) =>
    listForHome(db, {
      portal: site,
      mainPortalId: portals[0]?.id ?? 0,
      lang,
      newest: NEWEST,
      sections: shown.map(({ id }) => ({
        id,
        within: [id, ...sections.filter((one) => one.parent_id === id).map((one) => one.id)],
      })),
      eachSection: EACH_SECTION,
      others: FROM_OTHERS,
    }),
  );
  return { ...lists, shown, portals, isChosen: chosen !== undefined };
}

function aboutHome({ newest, bySection }: Pick<HomeLists, 'newest' | 'bySection'>): PageAbout {
  return { changedOn: changedOn([...newest, ...[...bySection.values()].flat()]), isList: true };
}

/** Home as its metadata say it. */
export async function describeHome(ports: Ports, context: RequestContext): Promise<DescribedPlace> {
  const { lang } = context;
  const facts = await portalFacts(ports, context.site.portalId);
  return {
    title: portalName(facts.portal, lang),
    path: PUBLIC_PATHS.home[lang],
    otherPath: PUBLIC_PATHS.home[lang === 'vi' ? 'en' : 'vi'],
    about: aboutHome(await listsOf(ports, context, facts)),
  };
}

/** The first page of a portal: what people search for, do, and what is new. */
export async function homePage(ports: Ports, context: RequestContext) {
  const { site } = context;
  const { html, keys } = await homeOf(ports, context, await portalFacts(ports, site.portalId));
  return {
    kind: 'page' as const,
    html,
    keys: [
      ...keys,
      `portal:${site.portalId}`,
      `locality:${site.localityId}`,
      localityFactsKey(site.localityId),
    ],
  };
}

/** How something is shown that is tried and not saved. */
type Tried = Omit<NonNullable<PublicFramePage['tried']>, 'facts'>;

/**
 * The first page by these facts of the portal.
 *
 * @param tried other colours than the portal's own, and the menu open on a phone too, while something is tried
 */
export async function homeOf(
  ports: Ports,
  context: RequestContext,
  facts: PortalFacts,
  tried?: Tried,
): Promise<Framed> {
  const { lang } = context;
  const { portal, sections } = facts;
  const lists = await listsOf(ports, context, facts);
  const parts = { ports, lang, portal, sections, lists };
  return publicFrame(
    ports,
    context,
    {
      title: portalName(portal, lang),
      otherHref: PUBLIC_PATHS.home[lang === 'vi' ? 'en' : 'vi'],
      canonicalPath: homePath(lang),
      about: aboutHome(lists),
      metadataHref: metadataHref(homePath(lang)),
      feeds: [{ href: lang === 'vi' ? '/rss.xml' : '/en/rss.xml', title: portalName(portal, lang) }],
      ...(tried ? { tried: { ...tried, facts } } : {}),
      ...(standingToday(lists.marked, 'advertisement', context).length > 0
        ? { scripts: [ports.assetHref('ads.js')] }
        : {}),
    },
    <>
      {await homeNotices(ports, context, lists.marked)}
      <Search portal={portal} lang={lang} />
      {rowsOf(homeLayout(portal), portal.is_main).map((codes) => {
        const row = codes.map((code) => <Part key={code} code={code} {...parts} />);
        return codes.length > 1 ? <Columns key={codes.join()}>{row}</Columns> : row;
      })}
      <HomeAds context={context} marked={lists.marked} portal={portal} homeHref={homePath(lang)} />
    </>,
  );
}

/** A member's short parts stand side by side where they follow each other; every other part has a row of its own. */
function rowsOf(layout: readonly HomeBlock[], isMain: boolean): HomeBlockCode[][] {
  const isShort = (code: HomeBlockCode) => !isMain && (code === 'others' || code === 'office');
  const rows: HomeBlockCode[][] = [];
  for (const { code } of layout) {
    const last = rows.at(-1);
    if (last?.every(isShort) && isShort(code)) last.push(code);
    else rows.push([code]);
  }
  return rows;
}

interface PartsProps {
  ports: Ports;
  lang: Lang;
  portal: PortalRow;
  sections: readonly SectionRow[];
  lists: Awaited<ReturnType<typeof listsOf>>;
}

/** One part of the page, in the place the board gave it; nothing where there is nothing to show. */
function Part({ code, ports, lang, portal, sections, lists }: PartsProps & { code: HomeBlockCode }) {
  const { newest, bySection, others, shown, portals, isChosen } = lists;
  switch (code) {
    case 'tasks':
      return <Tasks portal={portal} lang={lang} />;
    case 'newest':
      return <Newest rows={newest} lang={lang} sections={sections} />;
    case 'sections':
      return <BySection rows={bySection} sections={shown} isChosen={isChosen} lang={lang} />;
    case 'others': {
      const from = originOf(ports, portals);
      const items = others.map((row) => itemView(row, lang, from(row.portal_id)));
      return <FromOthers items={items} isMain={portal.is_main} lang={lang} />;
    }
    case 'office':
      return <Office portal={portal} lang={lang} />;
    case 'links':
      return <Links portal={portal} lang={lang} />;
    case 'members':
      return <Members portals={portals} host={portal.host} lang={lang} origin={ports.settings.originOf} />;
  }
}

/** The portal's own question: what most people come for stands first on every portal. */
function Search({ portal: { face }, lang }: { portal: PortalRow; lang: Lang }) {
  return (
    <SearchBlock
      lang={lang}
      question={face.searchQuestion[lang]}
      action={PUBLIC_PATHS.search[lang]}
      hint={words[lang].searchHint}
      drawing={face.drawing as SceneName}
      often={face.popular.map((one) => ({
        href: `${PUBLIC_PATHS.search[lang]}?q=${encodeURIComponent(one[lang])}`,
        text: one[lang],
      }))}
    />
  );
}

function Tasks({ portal: { face }, lang }: { portal: PortalRow; lang: Lang }) {
  if (face.tasks.length === 0) return null;
  return (
    <TaskGrid
      lang={lang}
      tasks={face.tasks.map((task) => ({
        href: task.href[lang],
        text: task.title[lang],
        note: task.note[lang],
        icon: task.icon as IconName,
      }))}
    />
  );
}

function Newest({
  rows,
  lang,
  sections,
}: {
  rows: readonly ListedRow[];
  lang: Lang;
  sections: readonly SectionRow[];
}) {
  const w = words[lang];
  const lead = rows.find((row) => row.picture) ?? rows[0];
  if (!lead) return null;
  const news = sections.find((section) => section.content_kind === 'news' && section.parent_id === null);
  return (
    <LeadAndList
      id="tin-moi"
      title={w.newsTitle}
      lead={{
        ...itemView(lead, lang, undefined, { summary: true }),
        picture: pictureView(lead.picture, 'wide'),
      }}
      items={rows.filter((row) => row !== lead).map((row) => itemView(row, lang))}
      more={news ? { href: sectionHref(news, lang), text: w.allNews } : undefined}
    />
  );
}

function BySection(props: {
  rows: ReadonlyMap<number, ListedRow[]>;
  sections: readonly SectionRow[];
  /** By the board, which then wants them all. */
  isChosen: boolean;
  lang: Lang;
}) {
  const filled = sectionsForHome(
    props.sections.filter((section) => (props.rows.get(section.id) ?? []).length > 0),
    props.isChosen ? props.sections.length : SECTIONS_SHOWN,
  );
  if (filled.length === 0) return null;
  return (
    <Columns>
      {filled.map((section) => (
        <Section
          key={section.id}
          id={`muc-${section.id}`}
          title={sectionName(section, props.lang)}
          more={{
            href: sectionHref(section, props.lang),
            text: words[props.lang].more(sectionName(section, props.lang)),
          }}
        >
          <ItemList
            items={(props.rows.get(section.id) ?? []).map((row) => ({
              ...itemView(row, props.lang),
              kind: undefined,
            }))}
          />
        </Section>
      ))}
    </Columns>
  );
}

/** The main portal shows what its members published; a member what the main one did. */
function FromOthers({ items, isMain, lang }: { items: readonly ItemView[]; isMain: boolean; lang: Lang }) {
  const w = words[lang];
  if (items.length === 0) return null;
  if (isMain) {
    return (
      <RailSection id="cong-khac" title={w.fromMembers} note={w.fromMembersNote}>
        <ItemList paired items={items} />
      </RailSection>
    );
  }
  return (
    <Section id="cong-khac" title={w.fromMain}>
      <ItemList items={items} />
    </Section>
  );
}

/** When the office is open, and its telephone. */
function Office({ portal: { contact }, lang }: { portal: PortalRow; lang: Lang }) {
  const w = words[lang];
  if (!contact.hours) return null;
  return (
    <Section
      id="gio-lam-viec"
      title={w.hours}
      more={{ href: PUBLIC_PATHS.contact[lang], text: w.contactTitle }}
    >
      <Schedule
        rows={[
          { time: w.hours, text: contact.hours[lang] },
          { time: w.phone, text: contact.phone },
        ]}
      />
    </Section>
  );
}

/** Other channels of the body, and pages elsewhere that the board recommends (LC Đ8.3). */
function Links({ portal: { face }, lang }: { portal: PortalRow; lang: Lang }) {
  if (!face.links || face.links.length === 0) return null;
  return (
    <RailSection id="lien-ket" title={words[lang].linksTitle}>
      <IconLinks
        links={face.links.map(({ title, href }) => ({
          href: href[lang],
          text: title[lang],
          icon: href[lang].startsWith('/') ? 'arrow-right' : 'external-link',
        }))}
      />
    </RailSection>
  );
}

/** Communes are found by letter, everything else by name. */
function Members(props: {
  portals: readonly PortalRow[];
  host: string;
  lang: Lang;
  origin(host: string): string;
}) {
  const { lang } = props;
  const members = props.portals.filter((portal) => !portal.is_main);
  const communes = members.filter((portal) => portal.body_kind === 'commune');
  const offices = members.filter((portal) => portal.body_kind !== 'commune');
  if (members.length === 0) return null;
  const letters = [...new Set(communes.map(letterOf))].sort(compareVietnamese);
  return (
    <MemberDirectory
      lang={lang}
      id="cong-thanh-vien"
      title={words[lang].membersTitle}
      note={words[lang].membersNote(offices.length, communes.length, props.host.replace(/^www\./, ''))}
      searchAction={PUBLIC_PATHS.members[lang]}
      departments={offices.map((portal) => ({
        href: props.origin(portal.host) + (lang === 'en' ? '/en' : ''),
        text: portalName(portal, lang),
      }))}
      letters={letters.map((letter) => ({
        href: `${PUBLIC_PATHS.members[lang]}?chu=${encodeURIComponent(letter)}`,
        text: letter,
      }))}
    />
  );
}

/** First letter of a commune's own name: "xã Bắc Hà" stands under B. */
export function letterOf(portal: PortalRow): string {
  const own = portalName(portal, 'vi').replace(/^(ủy ban nhân dân\s+)?(xã|phường|thị trấn|đặc khu)\s+/i, '');
  return own.charAt(0).toUpperCase();
}
