import { bodyText, escapeText, sanitiseBody } from '../../rules/body-html/index.ts';
import { isCivilDate } from '../../rules/calendar/index.ts';
import { findLegacyEncoding } from '../../rules/encodings/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { markInText, type SecrecyMark } from '../../rules/secrecy/index.ts';
import { documentNumberKey, normaliseDocumentNumber } from '../../rules/text/index.ts';
import type { EditionContent } from '../publishing/index.ts';
import { LINE_WORDS } from './line-words.ts';
import { TITLE_LIMIT } from './rules.ts';

/** A document as one line of a file brings it, checked: text in NFC, body in the subset. */
export interface LineDocument {
  /** Of the system it comes from; never given twice there. */
  id: string;
  number: string;
  title: string;
  bodyHtml: string;
  type: string;
  issuer: string;
  signer: string;
  issuedOn: string;
  effectiveOn: string;
  expiresOn: string;
  language: Lang;
  url: string;
}

/** Keys a line may have, with the most characters of each; `text` and `html` are bounded by the line. */
const TEXTS = {
  id: 200,
  number: 100,
  title: 2_000,
  type: 100,
  issuer: 300,
  signer: 200,
  url: 2_000,
} as const;
const DATES = ['issuedOn', 'effectiveOn', 'expiresOn'] as const;
const KEYS: readonly string[] = [...Object.keys(TEXTS), ...DATES, 'language', 'text', 'html'];
const NEEDED = ['id', 'number', 'title'] as const;
/** Where a stamp stands. Further down a text of law may speak of stamps. */
const HEAD_CHARS = 3_000;
const HEAD_LINES = 15;
const DEGREES: ReadonlySet<SecrecyMark> = new Set(['secret', 'topSecret', 'utmostSecret']);
/** As the workflow asks of every item. */
const TITLE_LEAST = 5;

type Given = Record<string, unknown>;

/**
 * One line of a bulk import (keys: docs/operations/nhap-van-ban.md). What is not understood is refused, never dropped, so
 * that nothing of a holding is lost in silence. Pure.
 *
 * @throws Refusal `line-…` with what to do
 */
export function readLine(line: string): LineDocument {
  const given = objectOf(line);
  const unknown = Object.keys(given).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    throw refused('key', LINE_WORDS.unknownKey(unknown.slice(0, 60), KEYS.join(', ')));
  const text = (key: keyof typeof TEXTS) => textOf(given, key, TEXTS[key]);
  const missing = NEEDED.find((key) => text(key) === '');
  if (missing) throw refused('missing', LINE_WORDS.missing(missing));
  const [issuedOn, effectiveOn, expiresOn] = DATES.map((key) => dateOf(given, key)) as [
    string,
    string,
    string,
  ];
  if (expiresOn !== '' && effectiveOn !== '' && expiresOn < effectiveOn)
    throw refused('dates', LINE_WORDS.endsBefore(effectiveOn, expiresOn));
  const title = text('title');
  if (title.length < TITLE_LEAST) throw refused('title', LINE_WORDS.titleShort);
  const bodyHtml = bodyOf(given);
  const mark = markInText(
    bodyText(bodyHtml.slice(0, HEAD_CHARS)).split('\n').slice(0, HEAD_LINES).join('\n'),
  );
  if (mark && DEGREES.has(mark)) throw refused('secret', LINE_WORDS.secret);
  return {
    ...{ id: text('id'), number: normaliseDocumentNumber(text('number')).normalised, title },
    ...{
      type: text('type'),
      issuer: text('issuer'),
      signer: text('signer'),
      issuedOn,
      effectiveOn,
      expiresOn,
    },
    language: languageOf(given),
    url: addressOf(text('url')),
    bodyHtml,
  };
}

/** By what a document is known again: its id elsewhere, and its number with its day of issue. */
export function keysOf({ id, number, issuedOn }: { id: string; number: string; issuedOn: string }): string[] {
  return [
    ...(id === '' ? [] : [`id:${id}`]),
    ...(number === '' ? [] : [`number:${documentNumberKey(number)}|${issuedOn}`]),
  ];
}

/** The draft of a document; no event of law starts its clock, since the holding is historical. */
export function lineContent(document: LineDocument): EditionContent {
  const { id, number, type, issuer, signer, issuedOn, effectiveOn, expiresOn } = document;
  const facts = { number, type, issuer, signer, issuedOn, inForceFrom: effectiveOn, expiresOn, sourceId: id };
  return {
    ...{ title: document.title, summary: '', bodyHtml: document.bodyHtml, author: '' },
    ...{ source: issuer, sourceUrl: document.url, sourcePublishedAt: null },
    ...{ pictureMediaId: null, pictureAlt: '', pictureCaption: '', attachments: [] },
    ...{ startEvent: null, startEventAt: null },
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '')),
  };
}

/** Whether the title is longer than the editor's form takes. */
export function isLongTitle({ title }: Pick<LineDocument, 'title'>): boolean {
  return title.length > TITLE_LIMIT;
}

function refused(code: string, words: Refusal['words']): Refusal {
  return new Refusal(`line-${code}`, words);
}

function objectOf(line: string): Given {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw refused('json', LINE_WORDS.noJson);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused('json', LINE_WORDS.noJson);
  return value as Given;
}

function textOf(given: Given, key: string, most: number): string {
  const value = key === 'id' && typeof given.id === 'number' ? String(given.id) : (given[key] ?? '');
  if (typeof value !== 'string') throw refused('text', LINE_WORDS.noText(key));
  const text = value
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (text.length > most) throw refused('long', LINE_WORDS.tooLong(key, most));
  return text;
}

function dateOf(given: Given, key: (typeof DATES)[number]): string {
  const value = given[key] ?? '';
  if (value === '' || isCivilDate(value)) return value;
  throw refused('date', LINE_WORDS.noDate(key));
}

function languageOf({ language = 'vi' }: Given): Lang {
  if (language === 'vi' || language === 'en') return language;
  throw refused('language', LINE_WORDS.language);
}

function addressOf(url: string): string {
  if (url === '') return '';
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'https:' && protocol !== 'http:') throw refused('url', LINE_WORDS.url);
  return url;
}

function bodyOf(given: Given): string {
  const { text, html } = given;
  if ((text === undefined) === (html === undefined)) throw refused('body', LINE_WORDS.oneBody);
  const source = text ?? html;
  if (typeof source !== 'string')
    throw refused('text', LINE_WORDS.noText(text === undefined ? 'html' : 'text'));
  const body =
    html === undefined ? paragraphs(source.toWellFormed().normalize('NFC')) : sanitiseBody(source).html;
  const plain = bodyText(body);
  if (plain.trim() === '') throw refused('body', LINE_WORDS.emptyBody);
  const legacy = findLegacyEncoding(plain);
  if (legacy) throw refused('encoding', { vi: legacy.vi, en: legacy.en });
  return body;
}

function paragraphs(text: string): string {
  return text
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeText(line.trim())}</p>`)
    .join('');
}
