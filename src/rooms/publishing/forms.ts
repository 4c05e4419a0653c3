import { z } from 'zod';
import { bodyText, escapeText } from '../../rules/body-html/index.ts';
import { civilDateOf, instantOf, isCivilDate, timeOf } from '../../rules/calendar/index.ts';
import { type FieldTable, fieldName, readFacts, typedFacts, typedOf } from '../../rules/item-forms/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import { MOVES, type MoveName } from './rules.ts';
import type { Attachment, EditionContent, Facts } from './store.ts';

/** A field that cannot be taken as it was typed, and what to do about it. */
export interface Problem {
  field: string;
  words: Words;
}

/** A form of the editor exactly as it was typed, so that nothing is lost when it is shown again. */
export interface DraftFields {
  sectionId: string;
  title: string;
  summary: string;
  body: string;
  bodyMode: 'html' | 'text';
  author: string;
  source: string;
  sourceUrl: string;
  sourcePublishedAt: string;
  pictureMediaId: string;
  pictureAlt: string;
  pictureCaption: string;
  attachments: { mediaId: number; label: string }[];
  startEvent: string;
  startEventAt: string;
  /** The fields of the item's own, by their posted names. */
  form: Record<string, string>;
}

const TEXTS = [
  'sectionId',
  'title',
  'summary',
  'body',
  'author',
  'source',
  'sourceUrl',
  'sourcePublishedAt',
  'pictureMediaId',
  'pictureAlt',
  'pictureCaption',
  'startEvent',
  'startEventAt',
] as const satisfies readonly (keyof DraftFields)[];

/** Attachments of one edition; more belong into a document register. */
const MOST_FILES = 30;

/** Reads the posted form of the editor. Checks nothing: that is {@link parseDraft}. */
export function readDraft(form: URLSearchParams): DraftFields {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, form.get(name) ?? ''])) as Pick<
    DraftFields,
    (typeof TEXTS)[number]
  >;
  const dropped = new Set(form.getAll('dropFile'));
  const attachments = form
    .getAll('file')
    .filter((id) => /^\d{1,15}$/.test(id) && !dropped.has(id))
    .slice(0, MOST_FILES)
    .map((id) => ({ mediaId: Number(id), label: form.get(`label-${id}`) ?? '' }));
  if (form.get('dropPicture')) texts.pictureMediaId = '';
  return {
    ...texts,
    bodyMode: form.get('bodyMode') === 'text' ? 'text' : 'html',
    attachments,
    form: typedFacts(form),
  };
}

/** The fields of a stored edition; `table` has those of the item's own. */
export function draftOf(edition: EditionContent, sectionId: number, table?: FieldTable): DraftFields {
  const plain = plainOf(edition.bodyHtml);
  return {
    sectionId: String(sectionId),
    title: edition.title,
    summary: edition.summary,
    body: plain ?? edition.bodyHtml,
    bodyMode: plain === undefined ? 'html' : 'text',
    author: edition.author,
    source: edition.source,
    sourceUrl: edition.sourceUrl,
    sourcePublishedAt: momentField(edition.sourcePublishedAt),
    pictureMediaId: edition.pictureMediaId === null ? '' : String(edition.pictureMediaId),
    pictureAlt: edition.pictureAlt,
    pictureCaption: edition.pictureCaption,
    attachments: edition.attachments.map(({ mediaId, label }) => ({ mediaId, label })),
    startEvent: edition.startEvent ?? '',
    startEventAt: momentField(edition.startEventAt),
    form: table ? typedOf(table, edition.facts) : {},
  };
}

/** An edition that says nothing yet. */
export const EMPTY_CONTENT: EditionContent = {
  title: '',
  summary: '',
  bodyHtml: '',
  author: '',
  source: '',
  sourceUrl: '',
  sourcePublishedAt: null,
  pictureMediaId: null,
  pictureAlt: '',
  pictureCaption: '',
  attachments: [],
  startEvent: null,
  startEventAt: null,
  facts: {},
};

/** Plain text as a body: an empty line begins a paragraph, a line break stays one. */
export function textToHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeText(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('');
}

/** The body as plain text when nothing is lost by that: paragraphs and line breaks only. */
function plainOf(html: string): string | undefined {
  if (/<(?!\/?p>|br>)/.test(html)) return undefined;
  return html
    .split('</p>')
    .map((paragraph) => bodyText(paragraph))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** An instant as `<input type="datetime-local">` holds it, in Vietnamese time. */
export function momentField(instant: Date | null): string {
  return instant ? `${civilDateOf(instant)}T${timeOf(instant)}` : '';
}

export function readMoment(value: string): Date | undefined {
  const [on = '', time = ''] = value.split('T');
  if (!isCivilDate(on) || !/^([01]\d|2[0-3]):[0-5]\d/.test(time)) return undefined;
  return instantOf(on, time.slice(0, 5));
}

const BAD_MOMENT: Words = {
  vi: 'Ghi đủ ngày và giờ, ví dụ 20/11/2026 08:30.',
  en: 'Give date and time, for example 20 Nov 2026, 08:30.',
};
const words = (vi: string, en: string) => JSON.stringify({ vi, en } satisfies Words);
const line = (max: number) =>
  z
    .string()
    .max(
      max,
      words(`Dài quá ${max} ký tự. Hãy viết gọn lại.`, `Longer than ${max} characters. Make it shorter.`),
    );
const moment = z.string().transform((value, context) => {
  if (value === '') return null;
  const instant = readMoment(value);
  if (instant) return instant;
  context.addIssue({ code: 'custom', message: JSON.stringify(BAD_MOMENT) });
  return z.NEVER;
});

const draftSchema = z.object({
  sectionId: z
    .string()
    .regex(/^\d{1,15}$/, words('Hãy chọn chuyên mục của bài.', 'Choose the section of the item.'))
    .transform(Number),
  title: line(300),
  summary: line(2_000),
  body: line(1_500_000),
  author: line(300),
  source: line(300),
  sourceUrl: line(2_000).refine((value) => value.trim() === '' || isWebAddress(value), {
    message: words(
      'Địa chỉ phải bắt đầu bằng https:// hoặc http://.',
      'The address must begin with https:// or http://.',
    ),
  }),
  sourcePublishedAt: moment,
  pictureMediaId: z.string().transform((value) => (/^\d{1,15}$/.test(value) ? Number(value) : null)),
  pictureAlt: line(500),
  pictureCaption: line(500),
  startEvent: z.string().transform((value) => value || null),
  startEventAt: moment,
});

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value.trim()) && URL.canParse(value.trim());
}

export type ParsedDraft =
  | { problems: Problem[] }
  | {
      problems?: never;
      sectionId: number;
      /** Without its files, which the caller looks up in the library. */
      content: EditionContent;
    };

const HALF_EVENT: Words = {
  vi: 'Thời hạn cần cả việc xảy ra và ngày giờ của việc ấy. Ghi cả hai, hoặc bỏ trống cả hai.',
  en: 'The deadline needs both the event and its date and time. Give both, or leave both empty.',
};

/** The typed fields as content, or what is wrong with them. An event and its time belong together. */
export function parseDraft(fields: DraftFields, table?: FieldTable): ParsedDraft {
  const parsed = draftSchema.safeParse(fields);
  const own = table && readFacts(table, fields.form);
  if (!parsed.success || own?.problems.length) {
    const issues = (parsed.error?.issues ?? []).map((issue) => ({
      field: String(issue.path[0] ?? 'title'),
      words: JSON.parse(issue.message) as Words,
    }));
    return { problems: [...issues, ...(own?.problems ?? [])] };
  }
  const { sectionId, body, startEvent, startEventAt, ...rest } = parsed.data;
  if ((startEvent === null) !== (startEventAt === null)) {
    return { problems: [{ field: startEvent === null ? 'startEvent' : 'startEventAt', words: HALF_EVENT }] };
  }
  const bodyHtml = fields.bodyMode === 'text' ? textToHtml(body) : body;
  const facts = own?.facts ?? {};
  return { sectionId, content: { ...rest, bodyHtml, startEvent, startEventAt, facts, attachments: [] } };
}

/** Attachments as they are kept, from the form's choice and the library's rows. */
export function attachmentsOf(
  chosen: DraftFields['attachments'],
  rows: readonly { id: number; hash: string; name: string; type: string; size_bytes: number }[],
): Attachment[] {
  return chosen.flatMap(({ mediaId, label }) => {
    const row = rows.find(({ id }) => id === mediaId);
    if (!row) return [];
    const text = label.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300);
    return [
      {
        mediaId,
        hash: row.hash,
        name: row.name,
        label: text || row.name,
        type: row.type,
        sizeBytes: row.size_bytes,
      },
    ];
  });
}

export interface MoveForm {
  move: Exclude<MoveName, 'publishDue'>;
  editionId: number;
  reason: string;
  publishAt: Date | undefined;
}

const moveSchema = z.object({
  move: z.enum(Object.keys(MOVES).filter((name) => name !== 'publishDue') as [MoveForm['move']]),
  editionId: z.coerce.number().int().positive(),
  reason: z.string().max(2_000),
});

/** A step of the workflow, as posted; undefined when it is not one of ours. */
export function readMove(form: URLSearchParams): MoveForm | undefined {
  const parsed = moveSchema.safeParse({
    move: form.get('move'),
    editionId: form.get('editionId'),
    reason: form.get('reason') ?? '',
  });
  return parsed.success ? { ...parsed.data, publishAt: readMoment(form.get('publishAt') ?? '') } : undefined;
}

/** A whole number of an address or a form, such as an id. */
export function readId(value: string | null | undefined): number | undefined {
  return value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
}

export function readLang(value: string | null): Lang | undefined {
  return value === 'vi' || value === 'en' ? value : undefined;
}

/** The version a writer began from; 0, which never matches, when it is missing. */
export function readVersion(form: URLSearchParams): number {
  return readId(form.get('version')) ?? 0;
}

/**
 * Facts after a save: those whose fields were on the form as typed, all others as they were. An import may have read more
 * than any form shows.
 */
export function mergeFacts(before: Facts, typed: Facts, isOnForm: (code: string) => boolean): Facts {
  const others = Object.entries(before).filter(([code]) => !isOnForm(code));
  return { ...Object.fromEntries(others), ...typed };
}

/** Which fields of a table a posted form has. */
export function fieldsPosted(
  table: FieldTable | undefined,
  form: URLSearchParams,
): (code: string) => boolean {
  const posted = new Set(
    (table?.fields ?? []).filter((one) => form.has(fieldName(one))).map(({ code }) => code),
  );
  return (code) => posted.has(code);
}
