import { readId } from '../../platform/http/ids.ts';
import type { Per } from './rules.ts';
import type { TopicText } from './store.ts';

/** A topic as posted; `commands.ts` says what is wrong with it. */
export function readTopic(form: URLSearchParams): TopicText {
  return {
    sectionId: readId(form.get('sectionId')) ?? 0,
    title: form.get('title') ?? '',
    note: form.get('note') ?? '',
    plannedOn: form.get('plannedOn') ?? '',
    personId: readId(form.get('personId')) ?? null,
  };
}

/** A target as posted; empty takes it away. */
export function readTarget(form: URLSearchParams): { sectionId: number; atLeast: number | null; per: Per } {
  const typed = (form.get('atLeast') ?? '').trim();
  return {
    sectionId: readId(form.get('sectionId')) ?? 0,
    atLeast: typed === '' ? null : Number(typed),
    per: form.get('per') === 'month' ? 'month' : 'week',
  };
}

/** A month of the address ("2026-11") as its first day. */
export function readMonth(text: string | null): string | undefined {
  return text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : undefined;
}
