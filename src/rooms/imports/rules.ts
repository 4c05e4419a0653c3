import type { Extracted } from '../../platform/extract/index.ts';
import { escapeText } from '../../rules/body-html/index.ts';
import { instantOf } from '../../rules/calendar/index.ts';
import { type DocumentIntake, recogniseDocument } from '../../rules/intake/index.ts';
import type { Words } from '../../rules/lang.ts';
import type { EditionContent, Facts } from '../publishing/index.ts';
import { DRAFT_WORDS } from './words.ts';

/** Longest title the editor's form takes; a longer one is kept, and said. */
export const TITLE_LIMIT = 300;

/** A text bears a date of issue and no time; offices are open by then. */
const ISSUED_AT = '08:00';

/** A draft made from a file, without its attachment, and what a person should look at. */
export interface DocumentDraft {
  content: EditionContent;
  notes: DraftNote[];
}

/** Something a person should look at, by what it is. */
export type DraftNote = Words & { code: string };

/** What is shown and kept of a recognised text. */
export function factsOf(intake: DocumentIntake): Facts {
  const { number, kind, issuer, issuedOn, effectiveOn, signer, place } = intake;
  const facts: Record<string, string | undefined> = {
    number: number?.value,
    type: kind?.value.name,
    issuer: issuer?.value,
    issuedOn: issuedOn?.value,
    inForceFrom: effectiveOn?.value,
    signer: signer?.value,
    place: place?.value,
  };
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * A draft from what was read in a file.
 *
 * @param countsFromIssue whether the time limit of the section's kind is counted from the day of issue, so that the
 * draft starts its clock
 */
export function draftOf(
  extracted: Extracted,
  fileName: string,
  countsFromIssue: (issuedOn: string) => boolean,
): DocumentDraft {
  const intake = recogniseDocument(
    extracted.html === undefined
      ? { text: extracted.text, lineWrapped: extracted.lineWrapped }
      : { html: extracted.html },
  );
  const facts = factsOf(intake);
  const title = intake.titleSuggestion ?? intake.title?.value ?? stemOf(fileName);
  return {
    content: {
      title,
      summary: '',
      bodyHtml: intake.html || paragraphs(extracted.text),
      author: '',
      source: facts.issuer ?? '',
      sourceUrl: '',
      sourcePublishedAt: null,
      pictureMediaId: null,
      pictureAlt: '',
      pictureCaption: '',
      attachments: [],
      ...startOf(facts.issuedOn, countsFromIssue),
      facts,
    },
    notes: notesOf(extracted, intake, title),
  };
}

/** The event the clock of a draft starts with, where its kind is counted from the day of issue. */
export function startOf(
  issuedOn: string | undefined,
  countsFromIssue: (issuedOn: string) => boolean,
): Pick<EditionContent, 'startEvent' | 'startEventAt'> {
  if (issuedOn === undefined || !countsFromIssue(issuedOn)) return { startEvent: null, startEventAt: null };
  return { startEvent: 'issued', startEventAt: instantOf(issuedOn, ISSUED_AT) };
}

function notesOf(extracted: Extracted, intake: DocumentIntake, title: string): DraftNote[] {
  const withDetail = ({ code, vi, en, line, detail }: DocumentIntake['findings'][number]): DraftNote => ({
    code,
    vi: [vi, line === undefined ? '' : `(dòng ${line})`, detail ? `[${detail}]` : '']
      .filter(Boolean)
      .join(' '),
    en: [en, line === undefined ? '' : `(line ${line})`, detail ? `[${detail}]` : '']
      .filter(Boolean)
      .join(' '),
  });
  return [
    ...(title.length > TITLE_LIMIT ? [{ code: 'titleLong', ...DRAFT_WORDS.titleLong }] : []),
    ...extracted.notes.map(({ code, vi, en }) => ({ code, vi, en })),
    ...intake.findings.map(withDetail),
    ...extracted.bodyFindings.map(({ code, vi, en }) => ({ code, vi, en })),
  ];
}

/** The name of a file without its folders and its ending, as a title to be bettered. */
export function stemOf(fileName: string): string {
  const last = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .replace(/[_\s]+/gu, ' ')
    .trim();
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeText(line)}</p>`)
    .join('');
}

const TEXT_TYPES = { html: 'text/html', txt: 'text/plain' } as const;

/**
 * How the original of a text or a page is kept: under its true media type with the code it is written in, its name without
 * path and controls, the ending of its format. Both are types that are only ever served to be saved: HTML would run here.
 */
export function keptText(
  fileName: string,
  format: keyof typeof TEXT_TYPES,
  encoding: string,
): { name: string; type: string } {
  const stem = stemOf(fileName)
    .replace(/[\p{Cc}\p{Cf}"<>|*?:]/gu, '')
    .slice(0, 120);
  return { name: `${stem || 'tep'}.${format}`, type: `${TEXT_TYPES[format]}; charset=${encoding}` };
}
