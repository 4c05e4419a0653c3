import { formatDate } from '../calendar/index.ts';
import { articleText } from '../clock/index.ts';
import type { Lang, Words } from '../lang.ts';
import type { Fallen } from './fallen.ts';
import type { Reason, Span, ValidityState } from './types.ts';

/** The states as the national databases of legal texts call them. */
export const STATE_NAMES: Record<ValidityState, Words> = {
  unknown: { vi: 'Không xác định', en: 'Not known' },
  notYet: { vi: 'Chưa có hiệu lực', en: 'Not yet in force' },
  inForce: { vi: 'Còn hiệu lực', en: 'In force' },
  partly: { vi: 'Hết hiệu lực một phần', en: 'Partly no longer in force' },
  suspended: { vi: 'Ngưng hiệu lực', en: 'Suspended' },
  expired: { vi: 'Hết hiệu lực toàn bộ', en: 'No longer in force' },
};

const PARTLY_SUSPENDED: Words = { vi: 'Ngưng hiệu lực một phần', en: 'Partly suspended' };

/** The name of the state of a stretch; parts that are only suspended have not ended. */
export function stateName({ state, reasons }: Span): Words {
  const hasEnded = reasons.some(({ kind }) => kind === 'replaces' || kind === 'repeals');
  return state === 'partly' && !hasEnded ? PARTLY_SUSPENDED : STATE_NAMES[state];
}

/** How documents and their provisions are called in a sentence. */
export interface Names {
  /** "Luật số 64/2025/QH15" */
  document(id: number): string;
  /** "khoản 2 Điều 5"; when left out, read from the address. */
  provision?(address: string): string;
}

/** Sentences by language; `by` and `why` are already in it, `on` is a short date. */
const SENTENCES = {
  vi: {
    doneBy: {
      replaces: (by: string) => `bị thay thế bởi ${by}`,
      repeals: (by: string) => `bị bãi bỏ bởi ${by}`,
      amends: (by: string) => `được sửa đổi, bổ sung bởi ${by}`,
      suspends: (by: string) => `bị ngưng hiệu lực bởi ${by}`,
      resumes: (by: string) => `được áp dụng trở lại theo ${by}`,
    },
    ownTime: 'hết thời hạn có hiệu lực',
    unknown: 'Chưa rõ tình trạng hiệu lực vì chưa ghi ngày có hiệu lực.',
    notYet: (on: string) => `Chưa có hiệu lực; có hiệu lực từ ${on}.`,
    inForce: (on: string) => `Có hiệu lực từ ${on}`,
    expired: (on: string, why: string) => `Hết hiệu lực từ ${on} vì ${why}.`,
    suspended: (on: string, why: string) => `Ngưng hiệu lực từ ${on} vì ${why}.`,
    from: (why: string, on: string) => `${why} từ ${on}`,
    falls: 'được coi là hết hiệu lực theo văn bản ấy',
    continues: 'tiếp tục có hiệu lực nếu không trái với văn bản mới',
    review: 'cần được rà soát',
    fallen: (basis: string, outcome: string, cited: string) =>
      `${basis} đã hết hiệu lực; văn bản này ${outcome}${cited}. Cần người có trách nhiệm xác nhận.`,
  },
  en: {
    doneBy: {
      replaces: (by: string) => `replaced by ${by}`,
      repeals: (by: string) => `repealed by ${by}`,
      amends: (by: string) => `amended by ${by}`,
      suspends: (by: string) => `suspended by ${by}`,
      resumes: (by: string) => `applied again under ${by}`,
    },
    ownTime: 'its time has run out',
    unknown: 'Whether it is in force is not known: its day of effect is not recorded.',
    notYet: (on: string) => `Not yet in force; in force from ${on}.`,
    inForce: (on: string) => `In force from ${on}`,
    expired: (on: string, why: string) => `No longer in force from ${on}: ${why}.`,
    suspended: (on: string, why: string) => `Suspended from ${on}: ${why}.`,
    from: (why: string, on: string) => `${why} from ${on}`,
    falls: 'is presumed to have ended with it',
    continues: 'continues as far as it does not contradict the new text',
    review: 'needs review',
    fallen: (basis: string, outcome: string, cited: string) =>
      `${basis} has ended; this document ${outcome}${cited}. A person in charge must confirm it.`,
  },
} satisfies Record<Lang, object>;

/** What a stretch of time means, in a sentence: "Hết hiệu lực từ 01/07/2025 vì bị thay thế bởi …". */
export function spanSentence(span: Span, names: Names, lang: Lang): string {
  const words = SENTENCES[lang];
  const [first] = span.reasons;
  if (first === undefined) return words.unknown;
  const on = formatDate(first.on, lang, 'short');
  if (span.state === 'notYet') return words.notYet(on);
  if (span.state === 'expired') return words.expired(on, whyOf(span.reasons, names, lang));
  if (span.state === 'suspended') return words.suspended(on, whyOf(span.reasons, names, lang));
  const acts = span.reasons.filter(({ kind }) => kind !== 'effect').map((one) => actText(one, names, lang));
  if (span.state === 'partly') return `${stateName(span)[lang]}: ${acts.join('; ')}.`;
  return `${[words.inForce(on), ...acts].join('; ')}.`;
}

/** The acts of others; the document's own date, which usually only repeats them, speaks when there are none. */
function whyOf(reasons: readonly Reason[], names: Names, lang: Lang): string {
  const acts = reasons.flatMap((one) => doneBy(one, names, lang) ?? []);
  return acts.length > 0 ? acts.join('; ') : SENTENCES[lang].ownTime;
}

function doneBy({ kind, byId }: Reason, names: Names, lang: Lang): string | undefined {
  const words: Partial<Record<Reason['kind'], (by: string) => string>> = SENTENCES[lang].doneBy;
  return byId === undefined ? undefined : words[kind]?.(names.document(byId));
}

function actText(reason: Reason, names: Names, lang: Lang): string {
  const words = SENTENCES[lang];
  const done = words.from(doneBy(reason, names, lang) ?? words.ownTime, formatDate(reason.on, lang, 'short'));
  const name = names.provision ?? ((address: string) => addressText(address, lang));
  const places = reason.provisions.map((address) => name(address)).join(', ');
  return places === '' ? done : `${places} ${done}`;
}

const LEVELS: readonly (readonly [stem: string, name: Words])[] = [
  ['phan', { vi: 'phần', en: 'part' }],
  ['chuong', { vi: 'chương', en: 'chapter' }],
  ['tieu-muc', { vi: 'tiểu mục', en: 'subsection' }],
  ['muc', { vi: 'mục', en: 'section' }],
  ['dieu', { vi: 'Điều', en: 'Article' }],
  ['khoan', { vi: 'khoản', en: 'clause' }],
  ['diem', { vi: 'điểm', en: 'point' }],
];

/** An address in words: dieu-5-khoan-2-diem-dd → "điểm đ khoản 2 Điều 5"; one of another form as it stands. */
export function addressText(address: string, lang: Lang): string {
  const stems = LEVELS.map(([stem]) => stem).join('|');
  const form = new RegExp(`^(?:(?:^|-)(?:${stems})-[a-z0-9]+(?:-[0-9]+)*)+$`, 'u');
  if (!form.test(address)) return address;
  const parts = [...address.matchAll(new RegExp(`(${stems})-([a-z0-9]+(?:-[0-9]+)*)`, 'gu'))].map(
    ([, stem = '', number = '']) => {
      const shown = number.replaceAll('-', '.').replaceAll('dd', 'đ');
      return `${LEVELS.find(([one]) => one === stem)?.[1][lang]} ${shown}`;
    },
  );
  return lang === 'vi' ? parts.reverse().join(' ') : parts.join(', ');
}

/** What has become of a document whose basis ended, with the article, and that a person must confirm it. */
export function fallenSentence({ basisId, outcome, rule }: Fallen, names: Names, lang: Lang): string {
  const words = SENTENCES[lang];
  const cited = rule ? ` (${articleText(rule.article, rule.instrument, lang)})` : '';
  return words.fallen(names.document(basisId), words[outcome], cited);
}
