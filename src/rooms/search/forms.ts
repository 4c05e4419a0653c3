import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { RequestContext } from '../../platform/http/types.ts';
import type { Lang } from '../../rules/lang.ts';
import { FORCE_STATES, type ForceState, type SearchFilters } from './engine.ts';
import { cleanQuery } from './rules.ts';

export const PAGE_SIZE = 20;
const MOST_PAGES = 10;

/** Names of what narrows a search, as they stand in its address. */
export const FILTER_NAMES = {
  kind: 'loai',
  portalId: 'cong',
  field: 'linh-vuc',
  issuer: 'ban-hanh',
  year: 'nam',
  state: 'hieu-luc',
} as const satisfies Record<keyof SearchFilters, string>;

/** Every parameter that changes a page of results. */
export const QUERY_NAMES: readonly string[] = ['q', 'o', 'nn', 'trang', ...Object.values(FILTER_NAMES)];

/** A search as its address says it. */
export interface Asked {
  text: string;
  everywhere: boolean;
  bothLanguages: boolean;
  filters: SearchFilters;
  page: number;
}

const whole = (text: string | null) => (text && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

export function readQuestion({ site, query }: RequestContext): Asked {
  const text = (name: keyof SearchFilters) => cleanQuery(query.get(FILTER_NAMES[name])) || undefined;
  const state = text('state');
  return {
    text: cleanQuery(query.get('q')),
    everywhere: site.isMain ? query.get('o') !== 'day' : query.get('o') === 'tinh',
    bothLanguages: query.get('nn') === 'ca-hai',
    filters: {
      ...{ kind: text('kind'), field: text('field'), issuer: text('issuer') },
      portalId: whole(query.get(FILTER_NAMES.portalId)),
      year: whole(query.get(FILTER_NAMES.year)),
      state: FORCE_STATES.find((one): one is ForceState => one === state),
    },
    page: Math.min(MOST_PAGES, Math.max(1, whole(query.get('trang')) ?? 1)),
  };
}

/** Address of this search with other choices. */
export function addressOf(lang: Lang, asked: Asked, changes: Partial<Asked> = {}): string {
  const to = { ...asked, page: 1, ...changes };
  const next = new URLSearchParams({ q: to.text, o: to.everywhere ? 'tinh' : 'day' });
  if (to.bothLanguages) next.set('nn', 'ca-hai');
  for (const [name, parameter] of Object.entries(FILTER_NAMES)) {
    const value = to.filters[name as keyof SearchFilters];
    if (value !== undefined) next.set(parameter, String(value));
  }
  if (to.page > 1) next.set('trang', String(to.page));
  return `${PUBLIC_PATHS.search[lang]}?${next}`;
}

export function hasNextPage(asked: Asked, total: number): boolean {
  return total > asked.page * PAGE_SIZE && asked.page < MOST_PAGES;
}
