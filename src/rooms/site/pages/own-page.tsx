import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import {
  changeFollowing,
  FOLLOWING_COOKIE,
  type Followed,
  type FollowingChange,
  followedKey,
  followingCookie,
  MOST_FOLLOWED,
  readFollowedKey,
  readFollowing,
} from '../../../rules/following.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  EmptyState,
  Field,
  ItemList,
  type ItemView,
  PageTitle,
  Section,
} from '../../../ui/index.ts';
import {
  localityPortals,
  originOf,
  type PortalRow,
  portalFacts,
  portalName,
  publicFrame,
  type SectionRow,
  sectionHref,
  sectionName,
} from '../../portals/index.ts';
import { ownPageWords } from '../own-page-words.ts';
import { isStanding } from '../sections.ts';
import { listFollowedSections, listShelves } from '../store.ts';
import { itemView } from '../views.ts';
import { words } from '../words.ts';

const ONE_YEAR_S = 365 * 24 * 3600;
/** Items of each thing followed. */
const EACH = 5;

/** A thing followed, found again: its name, where it is, and its newest items. */
interface Shelf {
  key: string;
  name: string;
  href: string;
  items: ItemView[];
}

/** What the reader follows, newest first in each, in his own order: read from his device, kept nowhere else. */
export async function ownPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, cookies, query } = context;
  const w = ownPageWords(lang);
  const following = readFollowing(cookies[FOLLOWING_COOKIE]);
  const { sections } = await portalFacts(ports, site.portalId);
  const portals = await localityPortals(ports, site.localityId);
  const shelves = await shelvesOf(ports, context, following, portals);
  const framed = await publicFrame(
    ports,
    context,
    { title: w.title, otherHref: PUBLIC_PATHS.own[lang === 'vi' ? 'en' : 'vi'], robots: 'noindex' },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: words[lang].home }]} here={w.title} />
      <PageTitle title={w.title}>{w.lead}</PageTitle>
      {shelves.length === 0 && <EmptyState title={w.none}>{w.noneNote}</EmptyState>}
      {shelves.map((shelf, i) => (
        <Shelved
          key={shelf.key}
          lang={lang}
          shelf={shelf}
          isFirst={i === 0}
          isLast={i === shelves.length - 1}
        />
      ))}
      <Adding
        lang={lang}
        sections={sections.filter((one) => !isStanding(one))}
        portals={portals}
        asked={query.get('them') ?? ''}
        isFull={following.length >= MOST_FOLLOWED}
      />
      {shelves.length > 0 && (
        <form method="post" action={PUBLIC_PATHS.own[lang]}>
          <Buttons>
            <Button kind="light" name="viec" value="clear">
              {w.clear}
            </Button>
          </Buttons>
        </form>
      )}
    </>,
  );
  return { kind: 'page', html: framed.html };
}

/** Changes the list on the reader's device. */
export async function saveOwnPage(_ports: Ports, context: RequestContext): Promise<Reply> {
  const { form, lang, cookies } = context;
  const before = readFollowing(cookies[FOLLOWING_COOKIE]);
  const [verb = '', key] = (form.get('viec') ?? '').split(' ');
  const one = readFollowedKey(key ?? form.get('muc'));
  const isChange = (text: string): text is FollowingChange => ['add', 'drop', 'up', 'down'].includes(text);
  const after = verb === 'clear' ? [] : one && isChange(verb) ? changeFollowing(before, verb, one) : before;
  const value = followingCookie(after);
  return {
    kind: 'redirect',
    to: PUBLIC_PATHS.own[lang],
    cookies: [{ name: FOLLOWING_COOKIE, value, maxAge: value ? ONE_YEAR_S : 0 }],
  };
}

/** What was followed and is still there: a section taken out, or a portal closed, is passed over. */
async function shelvesOf(
  ports: Ports,
  { site, lang }: RequestContext,
  following: readonly Followed[],
  portals: readonly PortalRow[],
): Promise<Shelf[]> {
  if (following.length === 0) return [];
  const origin = originOf(ports, portals);
  const numbers = (kind: Followed['kind']) =>
    following.flatMap((one) => (one.kind === kind ? [{ key: followedKey(one), id: one.id }] : []));
  const wanted = numbers('section');
  const found = await ports.database.publicly(async (db) => {
    const sections = await listFollowedSections(
      db,
      site.localityId,
      wanted.map(({ id }) => id),
    );
    const within = wanted.flatMap(({ key, id }) =>
      sections.filter((one) => one.id === id || one.parent_id === id).map((one) => ({ key, id: one.id })),
    );
    const open = numbers('portal').filter(({ id }) => origin(id));
    return { sections, lists: await listShelves(db, { sections: within, portals: open, lang, each: EACH }) };
  });
  return following.flatMap((one) => {
    const key = followedKey(one);
    const items = (found.lists.get(key) ?? []).flatMap((row) => {
      const from = origin(row.portal_id);
      return from ? [itemView(row, lang, row.portal_id === site.portalId ? undefined : from)] : [];
    });
    const place = placeOf(one);
    return place ? [{ key, items, ...place }] : [];
  });

  function placeOf(one: Followed): Pick<Shelf, 'name' | 'href'> | undefined {
    if (one.kind === 'portal') {
      const home = origin(one.id);
      return home && { name: portalName(home.portal, lang), href: home.origin + homePath(lang) };
    }
    const section = found.sections.find(({ id }) => id === one.id);
    const home = section && origin(section.portal_id);
    if (!home) return undefined;
    const isHere = section.portal_id === site.portalId;
    const name = sectionName(section, lang);
    return {
      name: isHere ? name : `${name}, ${portalName(home.portal, lang)}`,
      href: (isHere ? '' : home.origin) + sectionHref(section, lang),
    };
  }
}

function Shelved(props: { lang: Lang; shelf: Shelf; isFirst: boolean; isLast: boolean }) {
  const { lang, shelf } = props;
  const w = ownPageWords(lang);
  const press = (verb: string, text: string) => (
    <Button kind="light" name="viec" value={`${verb} ${shelf.key}`}>
      {text}
      <span class="unseen">: {shelf.name}</span>
    </Button>
  );
  return (
    <Section
      id={shelf.key}
      title={shelf.name}
      more={{ href: shelf.href, text: words[lang].more(shelf.name) }}
    >
      {shelf.items.length === 0 ? <p class="note">{w.nothingNew}</p> : <ItemList items={shelf.items} />}
      <form method="post" action={PUBLIC_PATHS.own[lang]} aria-label={w.order(shelf.name)}>
        <Buttons>
          {!props.isFirst && press('up', w.up)}
          {!props.isLast && press('down', w.down)}
          {press('drop', w.drop)}
        </Buttons>
      </form>
    </Section>
  );
}

function Adding(props: {
  lang: Lang;
  sections: readonly SectionRow[];
  portals: readonly PortalRow[];
  asked: string;
  isFull: boolean;
}) {
  const { lang, asked } = props;
  const w = ownPageWords(lang);
  const choices = {
    section: props.sections.map((one) => ({ value: `m${one.id}`, text: sectionName(one, lang) })),
    portal: props.portals.map((one) => ({ value: `c${one.id}`, text: portalName(one, lang) })),
  };
  return (
    <Section id="them" title={w.add}>
      {props.isFull ? (
        <p>{w.full(MOST_FOLLOWED)}</p>
      ) : (
        (['section', 'portal'] as const).map((kind) => (
          <form key={kind} method="post" action={PUBLIC_PATHS.own[lang]} class="form">
            <Field
              kind="select"
              lang={lang}
              id={`muc-${kind}`}
              name="muc"
              label={w[kind]}
              value={choices[kind].some(({ value }) => value === asked) ? asked : choices[kind][0]?.value}
              choices={choices[kind]}
            />
            <Buttons>
              <Button kind="second" name="viec" value="add">
                {kind === 'section' ? w.addSection : w.addPortal}
              </Button>
            </Buttons>
          </form>
        ))
      )}
    </Section>
  );
}
