import { z } from 'zod';
import type { Words } from '../../rules/lang.ts';
import { type AskerField, type AskerFieldCode, askerFieldCodes } from '../../rules/profile/index.ts';
import { PROBLEMS } from './problem-words.ts';

/** A field that cannot be taken as it was typed, and what to do about it. */
export interface Problem {
  field: string;
  words: Words;
}

/** The pages of the form: the question, who asks, consents and sending. */
export const STEPS = ['question', 'asker', 'consent'] as const;
export type Step = (typeof STEPS)[number];

export const TITLE_MOST = 200;
export const TEXT_MOST = 5_000;
const TITLE_LEAST = 5;
const TEXT_LEAST = 10;
const LINE_MOST = 300;
export const NOTE_MOST = 3_000;

/** What one may consent to, each by itself; nothing is consented to by default (BG-029). */
export const CONSENTS = ['reply', 'publish'] as const;
export type Consent = (typeof CONSENTS)[number];

/** The form exactly as it was typed, carried from page to page. */
export interface AskDraft {
  step: Step;
  /** The button that was pressed. */
  pressed: 'next' | 'back' | 'similar';
  topic: string;
  title: string;
  text: string;
  askerKind: 'person' | 'organisation';
  isForeigner: string;
  fields: Partial<Record<AskerFieldCode, string>>;
  email: string;
  phone: string;
  postal: string;
  consents: Consent[];
  sum: string;
  token: string;
  /** A field that nobody sees; who fills it in is a machine. */
  trap: string;
  /** The warning of personal data in the text was shown before. */
  warned: boolean;
}

/** Name of the field that is a trap: what machines like to fill in. */
export const TRAP = 'website';

const one = <T extends string>(values: readonly T[], typed: string | null, otherwise: T): T =>
  values.find((value) => value === typed) ?? otherwise;

/** Reads the posted form. Checks nothing: that is {@link problemsOf}. */
export function readAsk(form: URLSearchParams): AskDraft {
  const line = (name: string) => (form.get(name) ?? '').normalize('NFC');
  // from page to page in one hidden field, on their own page each in its box
  const consents = form.getAll('consents').flatMap((value) => value.split(','));
  const fields = askerFieldCodes.flatMap((code) => (form.has(code) ? [[code, line(code)] as const] : []));
  return {
    step: one(STEPS, form.get('step'), 'question'),
    pressed: one(['next', 'back', 'similar'], form.get('do'), 'next'),
    ...{ topic: line('topic'), title: line('title'), text: line('text').replace(/\r\n?/g, '\n') },
    askerKind: one(['person', 'organisation'], form.get('askerKind'), 'person'),
    isForeigner: line('isForeigner'),
    fields: Object.fromEntries(fields),
    ...{ email: line('email'), phone: line('phone'), postal: line('postal') },
    consents: CONSENTS.filter((consent) => consents.includes(consent)),
    ...{ sum: line('sum'), token: line('token'), trap: line(TRAP), warned: form.get('warned') === '1' },
  };
}

/** An empty form. */
export function emptyAsk(token: string): AskDraft {
  return { ...readAsk(new URLSearchParams()), token };
}

/** What the form is checked against. */
export interface AskNeeds {
  /** Codes of the topics; empty where the regulation names none. */
  topics: readonly string[];
  fields: readonly AskerField[];
  asksForeigner: boolean;
  /** The intake may end in public. */
  publishes: boolean;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const title = z.string().transform(oneLine).pipe(z.string().min(TITLE_LEAST).max(TITLE_MOST));
const text = z.string().trim().min(TEXT_LEAST).max(TEXT_MOST);
const email = z.string().trim().max(LINE_MOST).pipe(z.email());
const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s().-]{8,20}$/)
  .refine((typed) => /^\d{8,15}$/.test(typed.replace(/\D/g, '')));

/** What is wrong on one page of the form, in the order of its fields. */
export function problemsOf(step: Step, draft: AskDraft, needs: AskNeeds): Problem[] {
  if (step === 'question') return questionProblems(draft, needs);
  return step === 'asker' ? askerProblems(draft, needs) : consentProblems(draft);
}

function questionProblems(draft: AskDraft, { topics }: AskNeeds): Problem[] {
  const problems: Problem[] = [];
  if (topics.length > 0 && !topics.includes(draft.topic))
    problems.push({ field: 'topic', words: PROBLEMS.topic });
  const head = oneLine(draft.title);
  if (!title.safeParse(draft.title).success)
    problems.push({
      field: 'title',
      words: head.length > TITLE_MOST ? PROBLEMS.titleLong(head.length, TITLE_MOST) : PROBLEMS.title,
    });
  const { length } = draft.text.trim();
  if (!text.safeParse(draft.text).success)
    problems.push({
      field: 'text',
      words: length > TEXT_MOST ? PROBLEMS.textLong(length, TEXT_MOST) : PROBLEMS.text,
    });
  return problems;
}

function askerProblems(draft: AskDraft, { fields, asksForeigner }: AskNeeds): Problem[] {
  const problems: Problem[] = [];
  for (const { code, required } of fields) {
    const typed = oneLine(draft.fields[code] ?? '');
    if (required && typed === '') problems.push({ field: code, words: PROBLEMS.fields[code] });
    if (typed.length > LINE_MOST) problems.push({ field: code, words: PROBLEMS.lineLong(LINE_MOST) });
  }
  if (asksForeigner && draft.isForeigner !== 'yes' && draft.isForeigner !== 'no')
    problems.push({ field: 'isForeigner', words: PROBLEMS.isForeigner });
  const mail = draft.email.trim();
  if (mail !== '' && !email.safeParse(mail).success)
    problems.push({
      field: 'email',
      words: /^[^@]+@?$/.test(mail) ? PROBLEMS.emailEnd : PROBLEMS.email,
    });
  if (draft.phone.trim() !== '' && !phone.safeParse(draft.phone).success)
    problems.push({ field: 'phone', words: PROBLEMS.phone });
  if (draft.postal.trim().length > LINE_MOST)
    problems.push({ field: 'postal', words: PROBLEMS.lineLong(LINE_MOST) });
  return problems;
}

/** Who leaves an e-mail address to be written to says so himself; it is not taken for a consent (BG-029). */
function consentProblems(draft: AskDraft): Problem[] {
  if (draft.email.trim() === '' || draft.consents.includes('reply')) return [];
  return [{ field: 'consents', words: PROBLEMS.consentReply }];
}

/** What was typed, as it is kept. Only after {@link problemsOf} found nothing on any page. */
export function askedOf(draft: AskDraft, needs: AskNeeds) {
  const fields = needs.fields.flatMap(({ code }) => {
    const typed = oneLine(draft.fields[code] ?? '');
    return typed === '' ? [] : [[code, typed] as const];
  });
  const [mail, tel, postal] = [draft.email.trim(), oneLine(draft.phone), oneLine(draft.postal)];
  return {
    asker: {
      fields: Object.fromEntries(fields),
      ...(mail && { email: mail }),
      ...(tel && { phone: tel }),
      ...(postal && { postal }),
    },
    content: { title: oneLine(draft.title), text: draft.text.trim() },
    isForeigner: needs.asksForeigner && draft.isForeigner === 'yes',
    ...(needs.topics.includes(draft.topic) && { topic: draft.topic }),
    consents: draft.consents.filter(
      (consent) => (consent === 'reply' && mail !== '') || (consent === 'publish' && needs.publishes),
    ),
  };
}

// Following -------------------------------------------------------------------------------------------

/** What the asker does on the page of his inquiry. */
export interface FollowDraft {
  move: 'reply' | 'add' | 'withdraw';
  inquiryId: number;
  note: string;
  /** He ticked that he knows what withdrawing means. */
  isSure: boolean;
}

export function readFollow(form: URLSearchParams): FollowDraft {
  return {
    move: one(['add', 'reply', 'withdraw'], form.get('do'), 'add'),
    inquiryId: /^\d{1,15}$/.test(form.get('inquiryId') ?? '') ? Number(form.get('inquiryId')) : 0,
    note: (form.get('note') ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim(),
    isSure: form.get('sure') === '1',
  };
}

export function followProblems({ move, note, isSure }: FollowDraft): Problem[] {
  if (note.length > NOTE_MOST) return [{ field: 'note', words: PROBLEMS.noteLong(note.length, NOTE_MOST) }];
  if (move === 'withdraw' && !isSure) return [{ field: 'sure', words: PROBLEMS.sure }];
  return [];
}
