import { itemPath } from '../../platform/http/paths.ts';
import type { RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { type CivilDate, civilDateOf, isCivilDate } from '../../rules/calendar/index.ts';
import { localityPortals, originOf, type PortalRow } from '../portals/index.ts';
import { type ChartBody, type ChartNode, chartOf, leadersOn } from './rules.ts';
import { type FormItemRow, findFirstDay, listBodiesOn, listFormItems } from './store.ts';

/** The day a reader asks about: today unless a day was typed. */
export interface AskedDay {
  on: CivilDate;
  isToday: boolean;
  isBad: boolean;
}

export function dayAsked({ query, now }: Pick<RequestContext, 'query' | 'now'>): AskedDay {
  const today = civilDateOf(now);
  const typed = query.get('ngay') ?? '';
  const isBad = typed !== '' && !isCivilDate(typed);
  const on = isCivilDate(typed) ? typed : today;
  return { on, isToday: on === today, isBad };
}

export interface ShownBody extends ChartBody {
  /** Its portal; undefined where it has none that is open. */
  href: string | undefined;
  phone: string | undefined;
  head: { name: string; office: string; href: string } | undefined;
}

export interface Structure {
  roots: ChartNode<ShownBody>[];
  count: number;
  /** Portals shown: the page depends on their contacts. */
  portals: readonly PortalRow[];
  firstDay: string | undefined;
}

/** The bodies of the locality on a day, below the body of the portal asked; all of them on the main portal. */
export async function findStructure(
  ports: Ports,
  context: RequestContext,
  on: CivilDate,
): Promise<Structure> {
  const { site, lang } = context;
  const { localityId } = site;
  const portals = await localityPortals(ports, localityId);
  const { rows, leaders, firstDay } = await ports.database.publicly(async (db) => ({
    rows: await listBodiesOn(db, localityId, on),
    leaders: await listFormItems(db, { localityId, forms: ['leader'], lang }),
    firstDay: await findFirstDay(db, localityId),
  }));
  const from = originOf(ports, portals);
  const heads = headsOf(leaders, on);
  const bodies = rows.map((row): ShownBody => {
    const portal = row.portal_id === null ? undefined : from(row.portal_id);
    const head = portal && heads.get(portal.portal.id);
    return {
      ...{ bodyId: row.body_id, parentId: row.parent_body_id, kind: row.kind },
      name: lang === 'vi' ? row.name_vi : row.name_en,
      href: portal && portal.origin + (lang === 'en' ? '/en' : '/'),
      phone: portal?.portal.contact.phone || undefined,
      head: head && {
        ...{ name: head.facts.person ?? head.title, office: head.facts.office ?? '' },
        href: (portal?.origin ?? '') + itemPath(head, head.language),
      },
    };
  });
  const own = portals.find(({ id }) => id === site.portalId)?.body_id;
  const roots = chartOf(bodies, site.isMain ? undefined : own);
  return { roots, count: countOf(roots), portals, firstDay };
}

/** Who heads each portal's body on a day. */
function headsOf(leaders: readonly FormItemRow[], on: CivilDate): Map<number, FormItemRow> {
  const heads = leadersOn(leaders, on).current.filter(({ facts }) => facts.rank === 'head');
  return new Map(heads.toReversed().map((one) => [one.portal_id, one]));
}

const countOf = (nodes: readonly ChartNode<ShownBody>[]): number =>
  nodes.reduce((sum, node) => sum + 1 + countOf(node.below), 0);

/** Leaders of the portal's body on a day, and those before. */
export async function findLeaders(ports: Ports, { site, lang }: RequestContext, on: CivilDate) {
  const { localityId, portalId } = site;
  const rows = await ports.database.publicly((db) =>
    listFormItems(db, { localityId, portalId, forms: ['leader'], lang }),
  );
  return leadersOn(rows, on);
}
