import { canonicalJson, sha256 } from '../audit/index.ts';
import type { CivilDate } from '../calendar/index.ts';
import type { Words } from '../lang.ts';
import type { Profile } from '../profile/index.ts';
import { foldVietnamese } from '../text/index.ts';

/** Name and version of what is signed; another layout gets another. */
export const FORMAT = 'cong-bao/1';

/** An issue may bear several numbers at once: "số 12 + 13". They begin anew each year. */
export interface IssueNumber {
  year: number;
  number: number;
  /** The same as `number` where there is only one. */
  lastNumber: number;
}

/** In the order of printing: what the council made, what the committee made, others, corrections. */
export const GROUPS = ['council', 'committee', 'other', 'correction'] as const;
export type Group = (typeof GROUPS)[number];

export const GROUP_WORDS: Record<Group, Words> = {
  council: { vi: 'Văn bản của Hội đồng nhân dân', en: "Documents of the People's Council" },
  committee: { vi: 'Văn bản của Ủy ban nhân dân', en: "Documents of the People's Committee" },
  other: { vi: 'Văn bản của cơ quan khác', en: 'Documents of other bodies' },
  correction: { vi: 'Đính chính', en: 'Corrections' },
};

/** One text of an issue, as it is signed. Texts that are not known are empty. */
export interface EntryContent {
  /** From 1. */
  position: number;
  group: Group;
  number: string;
  type: string;
  issuer: string;
  signer: string;
  issuedOn: CivilDate | '';
  effectiveOn: CivilDate | '';
  title: string;
  abstract: string;
  bodyHtml: string;
  /** SHA-256 of the public copy it was made from; empty for a correction. */
  contentHash: string;
  /** Where the document stands on its portal; empty for a correction. */
  address: string;
  /** The original files, by their bytes. */
  files: readonly { name: string; hash: string; sizeBytes: number }[];
  /** What a correction corrects. */
  corrects: (IssueNumber & { position: number; title: string }) | null;
  /** Of the printed issue. */
  firstPage: number;
  lastPage: number;
}

/** An issue, as it is signed. */
export interface IssueContent extends IssueNumber {
  format: typeof FORMAT;
  /** Code of the locality. */
  locality: string;
  publisher: string;
  issuedOn: CivilDate;
  firstPage: number;
  lastPage: number;
  entries: readonly EntryContent[];
}

/** The bytes that are hashed: the same for the same content, wherever they are made (RFC 8785). */
export function contentText(content: IssueContent): string {
  return canonicalJson(content);
}

/** Whose text it is, by its issuer and, where that is silent, by its symbol. */
export function groupOf({ issuer, number }: { issuer: string; number: string }): Group {
  const body = foldVietnamese(issuer).toLowerCase();
  if (/hoi dong nhan dan|hdnd/.test(body)) return 'council';
  if (/uy ban nhan dan|ubnd/.test(body)) return 'committee';
  if (body !== '') return 'other';
  const symbol = foldVietnamese(number).toUpperCase();
  if (symbol.endsWith('HDND')) return 'council';
  return symbol.endsWith('UBND') ? 'committee' : 'other';
}

/**
 * Whether a text must be sent to the gazette: a normative one, which bears the year in its number, of the council or the
 * committee of the locality (Luật 64/2025/QH15 Đ9). Decisions on single cases bear none.
 */
export function isNormative(number: string): boolean {
  return /^\s*\d+\s*\/\s*(?:19|20)\d\d\s*\/\s*(?:NQ|QĐ|CT)\s*-\s*(?:HĐND|UBND)\s*$/iu.test(
    number.normalize('NFC'),
  );
}

interface Placed {
  group: Group;
  issuedOn: string;
  number: string;
}

const ordinal = (number: string) => Number(/^\s*(\d+)/.exec(number)?.[1] ?? Number.MAX_SAFE_INTEGER);

/** Whether the law of a locality gives it a gazette: provinces have one, cities and districts have none (NĐ 43/2011 Đ10.1.g). */
export function keepsGazette({ bodyKinds }: Pick<Profile, 'bodyKinds'>): boolean {
  return bodyKinds.some(({ kind, level }) => kind === 'committee' && level === 'province');
}

/** The order of an issue: by group, within it by day of signing, then by number. */
export function byOrder(a: Placed, b: Placed): number {
  return (
    GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
    (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0) ||
    ordinal(a.number) - ordinal(b.number)
  );
}

/** "12", "12 + 13", "12 – 15". */
export function numberWords({ number, lastNumber }: Omit<IssueNumber, 'year'>): string {
  if (lastNumber === number) return String(number);
  return lastNumber === number + 1 ? `${number} + ${lastNumber}` : `${number} – ${lastNumber}`;
}

/** The number in an address: "12" or "12-13". */
export function numberPath({ number, lastNumber }: Omit<IssueNumber, 'year'>): string {
  return lastNumber === number ? String(number) : `${number}-${lastNumber}`;
}

/** Why these numbers cannot be those of the next issue; undefined when they can. */
export function numberFault(
  asked: IssueNumber,
  last: IssueNumber | undefined,
): 'notNext' | 'backwards' | 'tooMany' | undefined {
  const next = last?.year === asked.year ? last.lastNumber + 1 : 1;
  if (last && asked.year < last.year) return 'backwards';
  if (asked.number !== next) return 'notNext';
  if (asked.lastNumber < asked.number) return 'backwards';
  return asked.lastNumber - asked.number >= MOST_NUMBERS ? 'tooMany' : undefined;
}

/** Numbers one issue may bear. */
export const MOST_NUMBERS = 10;

/** SHA-256 of an issue's content, in hexadecimal. */
export function contentHash(content: IssueContent): string {
  return sha256(contentText(content));
}
