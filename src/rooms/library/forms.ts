import { z } from 'zod';
import { type CivilDate, isCivilDate } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { RELATION_WORDS } from './words.ts';

const KINDS = Object.keys(RELATION_WORDS) as [
  keyof typeof RELATION_WORDS,
  ...(keyof typeof RELATION_WORDS)[],
];

const relation = z.object({
  kind: z.enum(KINDS),
  toNumber: z.string().trim().min(1).max(200),
  provisions: z.string().max(2_000),
  effectiveOn: z.string(),
  untilOn: z.string(),
});

/** What was typed into the form of a relation. */
export interface RelationForm {
  kind: keyof typeof RELATION_WORDS;
  toNumber: string;
  provisions: readonly string[];
  effectiveOn: CivilDate | undefined;
  untilOn: CivilDate | undefined;
}

/** @throws Refusal at the field that is wrong */
export function parseRelation(form: URLSearchParams): RelationForm {
  const text = (name: string) => form.get(name) ?? '';
  const read = relation.safeParse({
    kind: text('kind'),
    toNumber: text('toNumber'),
    provisions: text('provisions'),
    effectiveOn: text('effectiveOn'),
    untilOn: text('untilOn'),
  });
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'toNumber');
    throw new Refusal('relation-form', FAULTS[field] ?? FAULT_ELSE, field);
  }
  const { kind, toNumber, provisions } = read.data;
  return {
    ...{ kind, toNumber },
    provisions: provisions
      .split(/[\s,;]+/u)
      .map((one) => one.trim().replace(/^#/u, ''))
      .filter((one) => one !== ''),
    effectiveOn: readDay(read.data.effectiveOn, 'effectiveOn'),
    untilOn: readDay(read.data.untilOn, 'untilOn'),
  };
}

const FAULT_ELSE = { vi: 'Hãy xem lại ô này.', en: 'Please look at this field again.' };
const FAULTS: Readonly<Record<string, { vi: string; en: string }>> = {
  kind: {
    vi: 'Hãy chọn văn bản này làm gì với văn bản kia.',
    en: 'Choose what this document does to the other.',
  },
  toNumber: { vi: 'Hãy ghi số, ký hiệu của văn bản kia.', en: 'Write the number of the other document.' },
  provisions: { vi: 'Danh sách điều, khoản quá dài.', en: 'The list of provisions is too long.' },
};

/** A day as a form gives it; empty is none. @throws Refusal */
function readDay(text: string, field: string): CivilDate | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (isCivilDate(typed)) return typed;
  throw new Refusal(
    'bad-day',
    { vi: 'Ngày không đúng. Hãy ghi ngày, tháng, năm.', en: 'This is not a day.' },
    field,
  );
}

/** Fewest characters of a reason: less says nothing. */
export const REASON_MIN = 5;
export const REASON_MOST = 1_000;

/** @throws Refusal when it says nothing */
export function parseReason(form: URLSearchParams): string {
  const reason = (form.get('reason') ?? '').trim();
  if (reason.length >= REASON_MIN && reason.length <= REASON_MOST) return reason;
  throw new Refusal(
    'reason-missing',
    {
      vi: `Hãy ghi vì sao giữ lại, từ ${REASON_MIN} đến ${REASON_MOST} ký tự.`,
      en: `Say why it stays, in ${REASON_MIN} to ${REASON_MOST} characters.`,
    },
    'reason',
  );
}
