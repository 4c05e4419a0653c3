import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import { compareVietnamese } from '../../../rules/text/index.ts';
import {
  Columns,
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
  localityFactsKey,
  localityPortals,
  originOf,
  type PageAbout,
  type PortalRow,
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

const NEWEST = 6;
const EACH_SECTION = 4;
const FROM_OTHERS = 6;
const SECTIONS_SHOWN = 4;

/** What a home page lists, and the sections it lists. */
async function listsOf(ports: Ports, { site, lang }: RequestContext) {
  const { sections } = await portalFacts(ports, site.portalId);
  const portals = await localityPortals(ports, site.localityId);
  const shown = sections.filter(
    (one) => one.in_menu && one.parent_id === null && !isStanding(one) && one.content_kind !== 'news',
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
  return { ...lists, shown, portals };
}

function aboutHome({ newest, bySection }: Pick<HomeLists, 'newest' | 'bySection'>): PageAbout {
  return { changedOn: changedOn([...newest, ...[...bySection.values()].flat()]), isList: true };
}

/** Home as its metadata say it. */
export async function describeHome(ports: Ports, context: RequestContext): Promise<DescribedPlace> {
  const { lang } = context;
  const { portal } = await portalFacts(ports, context.site.portalId);
  return {
    title: portalName(portal, lang),
    path: PUBLIC_PATHS.home[lang],
    otherPath: PUBLIC_PATHS.home[lang === 'vi' ? 'en' : 'vi'],
    about: aboutHome(await listsOf(ports, context)),
  };
}

/** The first page of a portal: what people search for, do, and what is new. */
export async function homePage(ports: Ports, context: RequestContext) {
  const { site, lang } = context;
  const { portal, sections } = await portalFacts(ports, site.portalId);
  const { newest, bySection, others, shown, portals } = await listsOf(ports, context);
  const from = originOf(ports, portals);
  const framed = await publicFrame(
    ports,
    context,
    {
      title: portalName(portal, lang),
      otherHref: PUBLIC_PATHS.home[lang === 'vi' ? 'en' : 'vi'],
      canonicalPath: homePath(lang),
      about: aboutHome({ newest, bySection }),
      metadataHref: metadataHref(homePath(lang)),
      feeds: [{ href: lang === 'vi' ? '/rss.xml' : '/en/rss.xml', title: portalName(portal, lang) }],
    },
    <>
      <Face portal={portal} lang={lang} />
      <Newest rows={newest} lang={lang} sections={sections} />
      <BySection rows={bySection} sections={shown} lang={lang} />
      <FromOthers
        items={others.map((row) => itemView(row, lang, from(row.portal_id)))}
        portal={portal}
        lang={lang}
      />
      {site.isMain && (
        <Members portals={portals} host={portal.host} lang={lang} origin={ports.settings.originOf} />
      )}
    </>,
  );
  return {
    kind: 'page' as const,
    html: framed.html,
    keys: [
      ...framed.keys,
      `portal:${site.portalId}`,
      `locality:${site.localityId}`,
      localityFactsKey(site.localityId),
    ],
  };
}

/** The portal's own question, and the things people come for. */
function Face({ portal: { face }, lang }: { portal: PortalRow; lang: Lang }) {
  return (
    <>
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
      {face.tasks.length > 0 && (
        <TaskGrid
          lang={lang}
          tasks={face.tasks.map((task) => ({
            href: task.href[lang],
            text: task.title[lang],
            note: task.note[lang],
            icon: task.icon as IconName,
          }))}
        />
      )}
    </>
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
      lead={{ ...itemView(lead, lang, undefined, { summary: true }), picture: pictureView(lead.picture) }}
      items={rows.filter((row) => row !== lead).map((row) => itemView(row, lang))}
      more={news ? { href: sectionHref(news, lang), text: w.allNews } : undefined}
    />
  );
}

function BySection(props: {
  rows: ReadonlyMap<number, ListedRow[]>;
  sections: readonly SectionRow[];
  lang: Lang;
}) {
  const filled = sectionsForHome(
    props.sections.filter((section) => (props.rows.get(section.id) ?? []).length > 0),
    SECTIONS_SHOWN,
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

/** The main portal shows what its members published; a member what the main one did, and when it is open. */
function FromOthers({ items, portal, lang }: { items: readonly ItemView[]; portal: PortalRow; lang: Lang }) {
  const w = words[lang];
  if (portal.is_main) {
    if (items.length === 0) return null;
    return (
      <RailSection id="cong-khac" title={w.fromMembers} note={w.fromMembersNote}>
        <ItemList paired items={items} />
      </RailSection>
    );
  }
  return (
    <Columns>
      {items.length > 0 && (
        <Section id="cong-khac" title={w.fromMain}>
          <ItemList items={items} />
        </Section>
      )}
      {portal.contact.hours && (
        <Section
          id="gio-lam-viec"
          title={w.hours}
          more={{ href: PUBLIC_PATHS.contact[lang], text: w.contactTitle }}
        >
          <Schedule
            rows={[
              { time: w.hours, text: portal.contact.hours[lang] },
              { time: w.phone, text: portal.contact.phone },
            ]}
          />
        </Section>
      )}
    </Columns>
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
