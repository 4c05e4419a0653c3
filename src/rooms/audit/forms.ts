import { instantOf, isCivilDate, startOfNextDay } from '../../rules/calendar/index.ts';
import type { EntryFilter } from './store.ts';

/** The filter as it stands in the address; every list, page and export has one. */
export interface FilterDraft {
  viec: string;
  nguoi: string;
  cong: string;
  'doi-tuong': string;
  tu: string;
  den: string;
}

const NAMES = ['viec', 'nguoi', 'cong', 'doi-tuong', 'tu', 'den'] as const;

export function readFilterDraft(query: URLSearchParams): FilterDraft {
  const texts = NAMES.map((name) => [name, (query.get(name) ?? '').normalize('NFC').trim().slice(0, 200)]);
  return Object.fromEntries(texts) as FilterDraft;
}

/** The draft as a query string, without what is empty. */
export function writeFilter(draft: FilterDraft): URLSearchParams {
  return new URLSearchParams(NAMES.filter((name) => draft[name]).map((name) => [name, draft[name]]));
}

/** What can be read from a draft; a part that makes no sense is left out, as if it were empty. Days are whole. */
export function filterOf(draft: FilterDraft): EntryFilter {
  const portalId = Number(draft.cong);
  const [subjectKind, ...rest] = draft['doi-tuong'].split(':');
  return {
    command: draft.viec || undefined,
    actor: draft.nguoi.toLowerCase() || undefined,
    portalId: Number.isSafeInteger(portalId) && portalId > 0 ? portalId : undefined,
    subjectKind: subjectKind || undefined,
    subjectId: rest.join(':') || undefined,
    since: isCivilDate(draft.tu) ? instantOf(draft.tu) : undefined,
    until: isCivilDate(draft.den) ? startOfNextDay(draft.den) : undefined,
  };
}

/** A sequence number from the address. */
export function readSeq(text: string | null): number | undefined {
  const seq = Number(text);
  return text && Number.isSafeInteger(seq) && seq > 0 ? seq : undefined;
}
