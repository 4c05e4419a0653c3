import { documentNumberKey } from '../text/index.ts';
import { readDate, readEffect } from './dates.ts';
import type { Attachment, Head } from './letterhead.ts';
import type { DocumentIntake } from './recognise.ts';
import type { WebHeader } from './scraps.ts';
import type { Source, SourceLine } from './source.ts';
import type { Structured } from './structure.ts';
import { INTAKE_FINDING_WORDS, type IntakeFindingCode } from './words.ts';

/** Something a person should look at, with the line and what stands there. */
export type IntakeFinding = {
  code: IntakeFindingCode;
  line?: number;
  detail?: string;
  vi: string;
  en: string;
};

type Places = {
  head: Head;
  attachment: Attachment | undefined;
  webHeader: WebHeader;
  lines: readonly SourceLine[];
};

const REQUIRED = {
  number: 'numberMissing',
  kind: 'kindMissing',
  title: 'titleMissing',
  issuer: 'issuerMissing',
  issuedOn: 'issuedOnMissing',
  signer: 'signerMissing',
} as const;

/** Everything about a recognised document that needs a person. */
export function addFindings(
  result: Omit<DocumentIntake, 'findings'>,
  source: Source,
  body: Structured,
  places: Places,
): IntakeFinding[] {
  const found: IntakeFinding[] = [];
  const add = (code: IntakeFindingCode, detail?: string, line?: number) =>
    found.push({
      code,
      ...(line !== undefined && { line }),
      ...(detail && { detail }),
      ...INTAKE_FINDING_WORDS[code],
    });
  for (const [field, code] of Object.entries(REQUIRED))
    if (result[field as keyof typeof REQUIRED] === undefined) add(code);
  const { number } = result;
  if (number && number.printed.trim() !== number.value)
    add('numberRepaired', `${number.printed} → ${number.value}`, number.line);
  if (number?.from === 'attachment') add('fromAttachment', number.printed, number.line);
  addEffect(result, places, add);
  addDisagreements(places, add);
  const gap = firstGap(body.articles);
  if (gap) add('articlesMissing', gap);
  if (source.markdownRemoved > 0) add('markdownRemoved', String(source.markdownRemoved));
  if (body.linesJoined > 0) add('linesJoined', String(body.linesJoined));
  return found;
}

type Add = (code: IntakeFindingCode, detail?: string, line?: number) => void;

function addEffect({ effectiveOn }: Omit<DocumentIntake, 'findings'>, { lines }: Places, add: Add): void {
  if (effectiveOn?.from === 'body' && effectiveOn.confidence === 'likely')
    add('effectComputed', `${effectiveOn.printed} → ${effectiveOn.value}`, effectiveOn.line);
  if (effectiveOn) return;
  const unclear = lines.find(({ text }) => readEffect(text));
  if (unclear) add('effectUnknown', unclear.text.slice(0, 200), unclear.no);
  else add('effectMissing');
}

function addDisagreements({ head, attachment, webHeader }: Places, add: Add): void {
  const numbers = [head.number, attachment?.number].flatMap((one) =>
    one ? [{ value: one.value, line: one.line }] : [],
  );
  const web = webHeader['Số hiệu'] ?? webHeader['Số ký hiệu'];
  if (web) numbers.push({ value: web.value, line: web.line });
  compare(numbers, documentNumberKey, add);
  const dates = [head.issuedOn, attachment?.issuedOn].flatMap((one) =>
    one ? [{ value: one.value, line: one.line }] : [],
  );
  const webDate = webHeader['Ngày ban hành'];
  const read = webDate && readDate(webDate.value);
  if (webDate && read) dates.push({ value: read.on, line: webDate.line });
  compare(dates, (value) => value, add);
}

function compare(
  values: readonly { value: string; line: number }[],
  keyOf: (value: string) => string,
  add: Add,
): void {
  const [first, ...others] = values;
  const other = first && others.find(({ value }) => keyOf(value) !== keyOf(first.value));
  if (first && other)
    add('sourcesDisagree', `${first.value} (${first.line}) ≠ ${other.value} (${other.line})`, other.line);
}

/** Articles count up by one; a new text (an attachment) begins again at 1. */
function firstGap(articles: readonly number[]): string | undefined {
  for (const [index, number] of articles.entries()) {
    const before = articles[index - 1] ?? 0;
    if (number !== before + 1 && number !== 1) return `Điều ${before} → Điều ${number}`;
  }
  return undefined;
}
