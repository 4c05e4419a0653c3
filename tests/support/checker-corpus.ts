// The measured set of the checker: 300 texts with planted faults and 300 clean ones that are hard, each in an open half, by
// which the checker was built, and a sealed half with other sentences, other spellings and another seed.

import { sanitiseBody } from '../../src/rules/body-html/index.ts';
import {
  type CheckCode,
  type CheckedContent,
  checkContent,
  type Finding,
} from '../../src/rules/checker/index.ts';
import { Chance } from './chance.ts';
import { type CleanBlock, OPEN_CLEAN, SEALED_CLEAN } from './checker-clean.ts';
import { type Form, OPEN_FORMS } from './checker-faults.ts';
import { SEALED_FORMS } from './checker-faults-sealed.ts';
import { DISGUISES, HOLDERS, Making } from './checker-prose.ts';

export interface Planted {
  kind: CheckCode;
  /** The words that are the fault; empty where it is an element. */
  words: string;
  html: string;
}

export interface FaultyText {
  content: CheckedContent;
  planted: Planted[];
}

const TEXTS_A_HALF = 150;
const FAULTS_A_TEXT = 5;
const CLEAN_BLOCKS = 4;
const HALVES = {
  open: { seed: 20_261_122, forms: OPEN_FORMS, clean: OPEN_CLEAN },
  sealed: { seed: 77_041_009, forms: SEALED_FORMS, clean: SEALED_CLEAN },
} as const;
export type Half = keyof typeof HALVES;
export const halves = Object.keys(HALVES) as Half[];

/** Addresses of the faulty texts that lead nowhere, and to something taken down; all others are there. */
export const CONTEXT = {
  language: 'vi',
  standingOf: (href: string) =>
    /404|khong-co|9999/.test(href) ? 'missing' : /-405/.test(href) ? 'withdrawn' : 'there',
} as const;

function contentOf(title: string, html: string): CheckedContent {
  return {
    ...{
      title,
      summary: 'Tin của xã trong tuần, những việc đã làm và sắp làm.',
      author: 'Ban Biên tập',
      source: '',
    },
    ...{ sourceUrl: '', sourcePublishedAt: null, pictureMediaId: null, pictureAlt: '', pictureCaption: '' },
    // as the editor stores it
    ...{ attachments: [], bodyHtml: sanitiseBody(html).html },
  };
}

function plant(form: Form, making: Making): Planted {
  const made = form.make(making);
  if ('html' in made) return { kind: form.kind, words: made.words, html: made.html };
  const disguise = making.pick(form.disguises ?? Object.keys(DISGUISES));
  const hidden = DISGUISES[disguise]?.(made.words, making) ?? made.words;
  const holder = making.pick(form.holders ?? Object.keys(HOLDERS));
  const html = HOLDERS[holder]?.(made.sentence.replace('{}', () => hidden)) ?? '';
  return { kind: form.kind, words: made.words, html };
}

/** Faults of one text are of different kinds; each form comes up about as often as the others of its kind. */
export function faultyTexts(half: Half): FaultyText[] {
  const { seed, forms } = HALVES[half];
  const making = new Making(new Chance(seed));
  const kinds = [...new Set(forms.map(({ kind }) => kind))];
  let turn = 0;
  return Array.from({ length: TEXTS_A_HALF }, (_, number) => {
    const planted = Array.from({ length: FAULTS_A_TEXT }, () => {
      const kind = kinds[turn % kinds.length];
      const round = Math.floor(turn / kinds.length);
      turn += 1;
      const own = forms.filter((form) => form.kind === kind);
      return plant(own[round % own.length] ?? making.pick(forms), making);
    });
    const html = planted.map((one) => `${one.html}<p>${making.paragraph()}</p>`).join('');
    return { content: contentOf(`Tin tổng hợp trong tuần số ${number + 1}`, html), planted };
  });
}

export function cleanTexts(half: Half): CheckedContent[] {
  const { seed, clean } = HALVES[half];
  const making = new Making(new Chance(seed + 1));
  let turn = 0;
  return Array.from({ length: TEXTS_A_HALF }, (_, number) => {
    const blocks: CleanBlock[] = Array.from({ length: CLEAN_BLOCKS }, () => {
      turn += 1;
      return clean[(turn * 7) % clean.length] ?? making.pick(clean);
    });
    const html = blocks.map((block) => `<p>${making.paragraph()}</p>${block(making)}`).join('');
    return contentOf(`Kết quả công tác tuần thứ ${number + 1}`, `${html}<p>${making.paragraph(1)}</p>`);
  });
}

/** Letters and digits alone, in one spelling: what is compared does not know spaces, bold or breaks. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Whether a finding of the kind stands on the words that were planted. */
export function isFound({ kind, words }: Planted, findings: readonly Finding[]): boolean {
  const sought = bare(words);
  return findings.some((one) => {
    if (one.code !== kind) return false;
    const said = bare(one.words.replace(/…$/, ''));
    return sought === '' || (said !== '' && (said.includes(sought) || sought.includes(said)));
  });
}

export interface Measured {
  planted: Map<CheckCode, { planted: number; found: number; missed: Planted[] }>;
  clean: number;
  alarmed: { content: CheckedContent; findings: Finding[] }[];
}

export function measure(half: Half): Measured {
  const planted: Measured['planted'] = new Map();
  for (const text of faultyTexts(half)) {
    const findings = checkContent(text.content, CONTEXT);
    for (const one of text.planted) {
      const count = planted.get(one.kind) ?? { planted: 0, found: 0, missed: [] };
      count.planted += 1;
      if (isFound(one, findings)) count.found += 1;
      else count.missed.push(one);
      planted.set(one.kind, count);
    }
  }
  const texts = cleanTexts(half);
  const alarmed = texts
    .map((content) => ({ content, findings: checkContent(content, CONTEXT) }))
    .filter(({ findings }) => findings.length > 0);
  return { planted, clean: texts.length, alarmed };
}
