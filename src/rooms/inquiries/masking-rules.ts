import type { Lang } from '../../rules/lang.ts';
import {
  findPersonalData,
  maskPersonalData,
  type PersonalDataKind,
  type PersonalDatum,
} from '../../rules/personal-data/index.ts';
import type { AnswerContent, Asker } from './sealed.ts';

/** Something in a public text that names or reaches somebody. */
export interface PrivateDatum extends PersonalDatum {
  /** Never part of an answer. Others may be an office's own, which its writer knows. */
  mustGo: boolean;
}

/** Kinds that no office has; phones and addresses may be those of an office, which the checker reads. */
const NEVER_PUBLIC = new Set<PersonalDataKind>([
  'identityCard',
  'oldIdentityCard',
  'passport',
  'birthDate',
  'bankCard',
]);

/** Shorter ones stand in texts that say nothing of the person. */
const LEAST_LENGTH = 5;

/** What the asker wrote about himself, by what it is. */
function valuesOf(asker: Asker | undefined): [PersonalDataKind, string][] {
  if (!asker) return [];
  const { fields, email, phone, postal } = asker;
  const all: [PersonalDataKind, string | undefined][] = [
    ['name', fields.name],
    ['name', fields.representative],
    ['address', fields.addressStreet],
    ['address', postal],
    ['email', email],
    ['phone', phone],
  ];
  return all.flatMap(([kind, value]) => {
    const text = value?.normalize('NFC').trim() ?? '';
    return text.length < LEAST_LENGTH ? [] : [[kind, text] as [PersonalDataKind, string]];
  });
}

/**
 * Personal data in a text that may become public: what has the form of it (LC-009), and whatever the asker said of
 * himself (LC-108), in the order of the text.
 */
export function findPrivate(text: string, asker: Asker | undefined): PrivateDatum[] {
  const found: PrivateDatum[] = [];
  const isFree = (from: number, to: number) => found.every((one) => to <= one.from || from >= one.to);
  const lower = text.toLowerCase();
  for (const [kind, value] of valuesOf(asker)) {
    const wanted = value.toLowerCase();
    for (let from = lower.indexOf(wanted); from !== -1; from = lower.indexOf(wanted, from + 1)) {
      const to = from + wanted.length;
      if (isFree(from, to))
        found.push({ kind, from, to, text: text.slice(from, to), isSecret: false, mustGo: true });
    }
  }
  for (const one of findPersonalData(text)) {
    if (isFree(one.from, one.to)) found.push({ ...one, mustGo: one.isSecret || NEVER_PUBLIC.has(one.kind) });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The parts of an answer that become public. */
export const PUBLIC_PARTS = ['title', 'question', 'answer'] as const;
export type PublicPart = (typeof PUBLIC_PARTS)[number];

/** Whether something is left that must go before anybody but the asker reads it. */
export function holdsPrivate(content: Pick<AnswerContent, PublicPart>, asker: Asker | undefined): boolean {
  return PUBLIC_PARTS.some((part) => findPrivate(content[part], asker).some(({ mustGo }) => mustGo));
}

/**
 * "Che giúp tôi": everything found in the words of the asker is masked; in the answer, which may name an office, only
 * what must go.
 */
export function maskAnswer(content: AnswerContent, asker: Asker | undefined, lang: Lang): AnswerContent {
  const masked = (text: string, onlyMust: boolean) =>
    maskPersonalData(
      text,
      findPrivate(text, asker).filter(({ mustGo }) => mustGo || !onlyMust),
      lang,
    );
  return {
    ...content,
    title: masked(content.title, false),
    question: masked(content.question, false),
    answer: masked(content.answer, true),
  };
}
