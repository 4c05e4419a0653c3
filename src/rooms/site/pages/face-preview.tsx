import { scopeOf } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, Site, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { checkThemeColour, deriveTheme } from '../../../rules/theme/index.ts';
import { themeCss } from '../../../ui/index.ts';
import { draftEmblem, emblemDraftHref } from '../../media/index.ts';
import {
  checkFace,
  checkHome,
  checkMenu,
  type Face,
  listMenuTargets,
  localityPortals,
  menuOf,
  type PortalFacts,
  PREVIEW_PATHS,
  pageChoices,
  portalFacts,
  portalsPermits,
  readFace,
  readHome,
  readMenu,
} from '../../portals/index.ts';
import { homeOf } from './home.tsx';

/** The site of another portal of the person's locality, where he may arrange it or compose its first page. */
async function siteOf(ports: Ports, { site, params, person }: StaffContext): Promise<Site | undefined> {
  const portals = await localityPortals(ports, person.localityId);
  const portal = portals.find(({ id }) => String(id) === params.id);
  if (!portal || !isPermitted(person, portalsPermits, 'portals.compose', portal.id)) return undefined;
  return {
    ...site,
    portalId: portal.id,
    isMain: portal.is_main,
    origin: ports.settings.originOf(portal.host),
  };
}

/** The first page with the face or the arrangement that a form holds, before anything of it is saved. */
export async function previewHome(ports: Ports, context: StaffContext): Promise<Reply> {
  const site = await siteOf(ports, context);
  if (!site) return { kind: 'missing' };
  const facts = await portalFacts(ports, site.portalId);
  try {
    const { emblemHref, ...tried } = await factsTyped(ports, context, facts);
    const { portal } = tried;
    const colour = encodeURIComponent(portal.face.colour);
    const stylesheet = `${deskPath(context.lang, PREVIEW_PATHS.theme.replace(':id', String(portal.id)))}?mau=${colour}`;
    const { html } = await homeOf(ports, { ...context, site }, tried, {
      ...{ themeHref: stylesheet, isMenuOpen: context.form.get('phan') === 'menu' },
      ...(emblemHref ? { emblemHref } : {}),
    });
    return { kind: 'page', html };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // the form says it at the field when it is saved; here a sentence in place of the page
    return {
      kind: 'text',
      type: 'text/plain; charset=utf-8',
      text: error.words[context.lang],
      status: 422,
    };
  }
}

/** The portal as the form would make it. @throws Refusal */
async function factsTyped(
  ports: Ports,
  context: StaffContext,
  facts: PortalFacts,
): Promise<PortalFacts & { emblemHref?: string }> {
  const { form, person } = context;
  const part = form.get('phan');
  if (part === 'emblem') return withEmblem(ports, context, facts);
  if (part !== 'menu') return { ...facts, portal: { ...facts.portal, face: faceTyped(facts, form) } };
  const menu = menuOf(readMenu(form));
  const itemIds = menu.head
    .concat(menu.foot.flatMap(({ entries }) => entries))
    .flatMap(({ target }) => (target.kind === 'item' ? [target.itemId] : []));
  const known = await ports.database.transaction(scopeOf(person), (tx) =>
    listMenuTargets(tx, facts.portal.id, itemIds),
  );
  return { ...facts, menu: checkMenu(menu, known) };
}

/** The portal with the emblem that would be made of the chosen picture. @throws Refusal where none can be */
async function withEmblem(
  ports: Ports,
  { form, person, lang }: StaffContext,
  facts: PortalFacts,
): Promise<PortalFacts & { emblemHref?: string }> {
  const { id: portalId } = facts.portal;
  const mediaId = readId(form.get('media'));
  if (mediaId === undefined) return facts;
  const { mark } = await draftEmblem(ports, person, { portalId, mediaId });
  const emblem = { hash: '', width: mark.width, height: mark.height, icon_hash: null };
  const portal = { ...facts.portal, emblem };
  return { ...facts, portal, emblemHref: emblemDraftHref(lang, portalId, mediaId) };
}

function faceTyped({ portal, sections }: PortalFacts, form: URLSearchParams): Face {
  return form.get('phan') === 'home'
    ? { ...portal.face, ...checkHome(portal, sections, readHome(form, portal)) }
    : { ...portal.face, ...checkFace(readFace(form, pageChoices(sections))) };
}

/** The colours that come of one colour, for the preview; the nearest readable ones where it cannot be used. */
export async function previewTheme(ports: Ports, context: StaffContext): Promise<Reply> {
  const site = await siteOf(ports, context);
  if (!site) return { kind: 'missing' };
  const tried = checkThemeColour(context.query.get('mau') ?? '');
  const colour = tried.ok ? tried.colour : tried.suggestion;
  if (!colour) return { kind: 'missing' };
  return { kind: 'text', type: 'text/css; charset=utf-8', text: themeCss(deriveTheme(colour)) };
}
