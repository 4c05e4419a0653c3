import { z } from 'zod';
import { readId } from '../../platform/http/ids.ts';
import { type CivilDate, isCivilDate } from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import { dutyVariants } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { BoardFilter, BoardTab } from './board-store.ts';
import { INTAKES } from './intakes.ts';
import { type AnswerMode, REFUSALS, STATES } from './rules.ts';
import type { AnswerContent } from './sealed.ts';
import type { Citation } from './store.ts';

/** Longest note, contribution or part of a letter, in characters. */
const TEXT_MAX = 20_000;
const LINE_MAX = 300;

/** What is wrong with a field, by the message its schema gives. */
const PROBLEMS = {
  choose: { vi: 'Hãy chọn một mục trong danh sách.', en: 'Choose one of the list.' },
  date: { vi: 'Ghi ngày theo dạng 24/11/2026.', en: 'Write the date as 24/11/2026.' },
  long: { vi: 'Nội dung quá dài. Hãy rút gọn.', en: 'Too long. Please shorten it.' },
  years: { vi: 'Ghi số năm từ 1 đến 30.', en: 'Give a number of years from 1 to 30.' },
} as const satisfies Record<string, Words>;

const text = z.string().max(TEXT_MAX, 'long').default('');
const line = z
  .string()
  .max(LINE_MAX, 'long')
  .default('')
  .transform((value) => value.replace(/\s+/g, ' ').trim());
const id = z
  .string()
  .regex(/^\d{1,15}$/, 'choose')
  .transform(Number);

/** A day as a browser sends it, or as one types it. */
const day = z.string().transform((value, context): CivilDate => {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value.trim()) ?? [];
  const on = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : value.trim();
  if (isCivilDate(on)) return on;
  context.addIssue({ code: 'custom', message: 'date' });
  return z.NEVER;
});

const classified = z
  .object({
    variant: z.enum(dutyVariants).optional().catch(undefined),
    topic: line,
    commonConcern: z.string().optional(),
  })
  .transform(({ variant, topic, commonConcern }) => ({
    ...(variant && { variant }),
    ...(topic && { topic }),
    commonConcern: commonConcern !== undefined,
  }));

const noted = z.object({ note: text });

/** The form of each move. */
export const STEP_SCHEMAS = {
  classified,
  noted,
  plain: z.object({}).transform(() => ({})),
  refuse: z.object({ reason: z.enum(REFUSALS, 'choose'), note: text }),
  forward: z.object({ toPortalId: id, note: text }),
  sendOut: z.object({ body: line, note: text }),
  assign: z.object({ officerId: z.union([z.literal('').transform(() => null), id]) }),
  askBodies: z.object({ portalIds: z.array(id) }),
  contribute: z.object({ contribution: text }),
  promise: z.object({ promisedOn: day, note: text }),
  merge: z.object({ intoId: id }),
  split: z.object({ title: z.array(line), text: z.array(text) }).transform((parts) => ({
    parts: parts.text.map((one, at) => ({ title: parts.title[at] ?? '', text: one.trim() })),
  })),
  keeping: z.object({
    years: z
      .string()
      .trim()
      .regex(/^([1-9]|[12]\d|30)$/, 'years')
      .transform(Number),
  }),
};

/** Fields that come several times under one name. */
const LISTS = ['portalIds', 'title', 'text'] as const;

/** @throws Refusal naming the first field that cannot be read */
export function readStep<T>(schema: z.ZodType<T>, form: URLSearchParams): T {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of form) fields[name] = value.normalize('NFC');
  for (const name of LISTS) fields[name] = form.getAll(name).map((value) => value.normalize('NFC'));
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const problem = PROBLEMS[issue?.message as keyof typeof PROBLEMS] ?? PROBLEMS.choose;
  throw new Refusal('form', problem, String(issue?.path[0] ?? 'note'));
}

// The answer -----------------------------------------------------------------------------------------

export interface DraftForm {
  content: AnswerContent;
  citations: Citation[];
  mode: AnswerMode;
  from: number;
}

const MODES = ['public', 'direct', 'both'] as const satisfies AnswerMode[];
const CITATION_FIELDS = [
  'article',
  'number',
  'abstract',
  'issuedOn',
  'issuer',
] as const satisfies (keyof Citation)[];
export const EMPTY_CITATION: Citation = { number: '', abstract: '', issuedOn: '', issuer: '', article: '' };
/** More texts than anyone reads. */
export const MOST_CITATIONS = 12;

const isEmpty = (citation: Citation) => CITATION_FIELDS.every((field) => citation[field] === '');

/** The draft as typed: nothing in it is refused here, so that nothing typed is lost. */
export function readDraft(form: URLSearchParams): DraftForm {
  const typed = (name: string, max = TEXT_MAX) => (form.get(name) ?? '').normalize('NFC').slice(0, max);
  const rows = form.getAll('cite-number').slice(0, MOST_CITATIONS);
  const citations = rows.map((_, at): Citation => {
    const cell = (field: keyof Citation) =>
      (form.getAll(`cite-${field}`)[at] ?? '')
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, LINE_MAX);
    return {
      ...{ number: cell('number'), abstract: cell('abstract'), issuedOn: cell('issuedOn') },
      ...{ issuer: cell('issuer'), article: cell('article') },
    };
  });
  return {
    content: {
      ...{ title: typed('title', LINE_MAX), question: typed('question'), answer: typed('answer') },
      aside: typed('aside'),
    },
    citations: citations.filter((citation) => !isEmpty(citation)),
    mode: MODES.find((mode) => mode === form.get('mode')) ?? 'direct',
    from: Number(/^\d{1,9}$/.exec(form.get('from') ?? '')?.[0] ?? 0),
  };
}

// The board ------------------------------------------------------------------------------------------

/** Words of the tabs in the address. */
export const TAB_QUERY: Readonly<Record<BoardTab, string>> = {
  open: 'dang-mo',
  passed: 'theo-doi',
  closed: 'da-xong',
};

/** What the address of the board asks for; whatever is no choice is left out. */
export function readBoardFilter(
  query: URLSearchParams,
  mine: readonly number[],
  personId: number,
): Omit<BoardFilter, 'localityId' | 'mine' | 'limit'> {
  const tabs = Object.entries(TAB_QUERY) as [BoardTab, string][];
  const [tab = 'open'] = tabs.find(([, word]) => word === query.get('muc')) ?? [];
  const portalId = readId(query.get('cong'));
  const [at, last] = (query.get('sau') ?? '').split('_');
  const moment = Number(at);
  return {
    tab,
    portalId: portalId !== undefined && mine.includes(portalId) ? portalId : undefined,
    intake: INTAKES.find((intake) => intake === query.get('loai')),
    state: STATES.find((state) => state === query.get('tinh-trang')),
    officerId: query.get('cua') === 'toi' ? personId : undefined,
    before:
      at && Number.isSafeInteger(moment) && tab === 'closed'
        ? { at: new Date(moment), id: readId(last) ?? 0 }
        : undefined,
  };
}
