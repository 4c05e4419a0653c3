import { normaliseDocumentNumber } from '../text/index.ts';
import { suggestSentenceCase } from './casing.ts';
import { effectAfterSigning, readDate, readEffect } from './dates.ts';
import { addFindings, type IntakeFinding } from './findings.ts';
import { type DocumentKind, isNormativeNumber, kindOfName, kindOfNumber } from './kinds.ts';
import { type Attachment, type Head, readAttachment, readHead } from './letterhead.ts';
import { type DateReading, type Reading, reading } from './reading.ts';
import { type Scrap, setPageNumbersApart, setScrapsApart, type WebHeader } from './scraps.ts';
import { readSignature } from './signer.ts';
import { linesOfHtml, linesOfText, type SourceLine } from './source.ts';
import { structureLines } from './structure.ts';

/** What was recognised in a document. A field that stands nowhere is absent and has a finding. */
export type DocumentIntake = {
  /** Normalised; `printed` keeps the form of the file. */
  number?: Reading<string>;
  kind?: Reading<DocumentKind>;
  /** Whether the number has the form of a normative text (số/năm/loại-cơ quan). */
  isNormative: boolean;
  /** The abstract (trích yếu) with the capitals of the file. */
  title?: Reading<string>;
  /** The abstract in sentence case, to be confirmed by a person. */
  titleSuggestion?: string;
  /** Name in usual case; `printed` as in the file. */
  issuer?: Reading<string>;
  place?: Reading<string>;
  issuedOn?: DateReading;
  effectiveOn?: DateReading;
  signer?: Reading<string>;
  capacity?: Reading<string>;
  /** The text proper as HTML of the body subset, from the issuer and legal bases on. */
  html: string;
  /** The head of the document: it is shown from the fields above, so it is not part of `html`. */
  letterhead: { line: number; text: string }[];
  /** What does not belong to the document, set apart. */
  scraps: Scrap[];
  findings: IntakeFinding[];
};

export type IntakeInput = { text: string; lineWrapped?: boolean } | { html: string };

/**
 * Recognises a Vietnamese legal or administrative document from its text or HTML. Every line of the source is
 * in `html`, `letterhead` or `scraps`: nothing disappears. Never throws; what cannot be read is a finding.
 */
export function recogniseDocument(input: IntakeInput): DocumentIntake {
  const source = 'html' in input ? linesOfHtml(input.html) : linesOfText(input.text);
  const { kept, scraps, webHeader } = setScrapsApart(source.lines);
  const paged = setPageNumbersApart(kept);
  const signature = readSignature(paged.kept);
  const repeated = new Set(signature.repeated.map(({ line }) => line));
  const lines = paged.kept.filter(({ no }) => !repeated.has(no));
  const head = readHead(lines);
  const attachment = readAttachment(lines);
  const fields = gatherFields(lines, head, attachment, webHeader);
  const body = structureLines(
    lines.slice(head.bodyStart),
    'lineWrapped' in input && input.lineWrapped === true,
  );
  const texts = source.lines.flatMap(({ cells }) => cells);
  const names = fields.place ? [fields.place.value] : [];
  const signer = signature.signer ?? fromHeader(webHeader, 'Người ký');
  const result: Omit<DocumentIntake, 'findings'> = {
    ...fields,
    isNormative: fields.number !== undefined && isNormativeNumber(fields.number.value),
    ...(fields.title && { titleSuggestion: suggestSentenceCase(fields.title.value, texts, names) }),
    ...(fields.issuer && {
      issuer: { ...fields.issuer, value: suggestSentenceCase(fields.issuer.value, texts, names) },
    }),
    ...(signer && { signer }),
    ...(signature.capacity && { capacity: signature.capacity }),
    html: body.html,
    letterhead: lines.slice(0, head.bodyStart).map(({ no, text }) => ({ line: no, text })),
    scraps: [...scraps, ...paged.scraps, ...signature.repeated].sort((one, other) => one.line - other.line),
  };
  return { ...result, findings: addFindings(result, source, body, { head, attachment, webHeader, lines }) };
}

type Fields = Pick<
  DocumentIntake,
  'number' | 'kind' | 'title' | 'issuer' | 'place' | 'issuedOn' | 'effectiveOn'
>;

function gatherFields(
  lines: readonly SourceLine[],
  head: Head,
  attachment: Attachment | undefined,
  webHeader: WebHeader,
): Fields {
  const webNumber = fromHeader(webHeader, 'Số hiệu') ?? fromHeader(webHeader, 'Số ký hiệu');
  const number =
    head.number ??
    attachment?.number ??
    (webNumber && { ...webNumber, value: normaliseDocumentNumber(webNumber.value).normalised });
  const issuedOn = head.issuedOn ?? attachment?.issuedOn ?? dateFromHeader(webHeader, ['Ngày ban hành']);
  // A consolidated text prints the kind of what it consolidates (Pháp lệnh 01/2012/UBTVQH13); its number tells.
  const isConsolidated = number !== undefined && kindOfNumber(number.value)?.symbol === 'VBHN';
  const kind = (!isConsolidated && head.kind) || kindElsewhere(number, attachment, webHeader);
  const issuer =
    (head.issuer?.confidence === 'uncertain' ? attachment?.issuer : undefined) ??
    head.issuer ??
    attachment?.issuer ??
    fromHeader(webHeader, 'Cơ quan ban hành') ??
    fromHeader(webHeader, 'Nơi ban hành');
  const effectiveOn =
    effectOf(lines, issuedOn) ?? dateFromHeader(webHeader, ['Ngày có hiệu lực', 'Ngày hiệu lực']);
  return {
    ...(number && { number }),
    ...(kind && { kind }),
    ...(head.title && { title: head.title }),
    ...(issuer && { issuer }),
    ...(head.place && { place: head.place }),
    ...(issuedOn && { issuedOn }),
    ...(effectiveOn && { effectiveOn }),
  };
}

function kindElsewhere(
  number: Reading<string> | undefined,
  attachment: Attachment | undefined,
  webHeader: WebHeader,
): Reading<DocumentKind> | undefined {
  const fromNumber = number && kindOfNumber(number.value);
  if (fromNumber) return reading(fromNumber, number.printed, number.line, 'number', 'likely');
  const named = attachment && kindOfName(attachment.kind);
  if (named) return reading(named, attachment.kind, attachment.number.line, 'attachment', 'likely');
  const web = fromHeader(webHeader, 'Loại văn bản');
  const webKind = web && kindOfName(web.value);
  return webKind && web ? { ...web, value: webKind } : undefined;
}

/** The first line that says when the document itself takes effect; attachments repeat it at most. */
function effectOf(lines: readonly SourceLine[], issuedOn: DateReading | undefined): DateReading | undefined {
  for (const { text, no } of lines) {
    const effect = readEffect(text);
    if (effect?.kind === 'printed') return reading(effect.on, effect.printed, no, 'body');
    if (effect?.kind === 'afterSigning')
      return (
        issuedOn &&
        reading(effectAfterSigning(issuedOn.value, effect.days), effect.printed, no, 'body', 'likely')
      );
    if (effect) return undefined;
  }
  return undefined;
}

function fromHeader(header: WebHeader, label: keyof WebHeader): Reading<string> | undefined {
  const entry = header[label];
  return entry && reading(entry.value, entry.value, entry.line, 'webHeader', 'likely');
}

function dateFromHeader(header: WebHeader, labels: (keyof WebHeader)[]): DateReading | undefined {
  for (const label of labels) {
    const entry = header[label];
    const date = entry && readDate(entry.value);
    if (entry && date) return reading(date.on, date.printed, entry.line, 'webHeader', 'likely');
  }
  return undefined;
}
