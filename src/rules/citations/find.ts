/** Citations of one paragraph: provisions joined with the documents they belong to, each with its role. */
import { type DocumentPlace, documentsIn } from './documents.ts';
import { ATTACHED_KINDS } from './lexicon.ts';
import type { Citation, FoundCitation } from './model.ts';
import { type ReferenceRun, referencesIn } from './references.ts';
import { assignRoles } from './roles.ts';

/** Between a provision and its document: "của", "tại", "ban hành kèm theo" or nothing. */
const CONNECTION =
  /^\s*,?\s*(?:(?:của|thuộc|tại|trong|theo)\s+)?(?:(?:được\s+)?ban hành\s+(?:kèm\s+)?theo\s+|kèm\s+theo\s+)?(?:các\s+)?$/u;
/** "Điều 8 của Quy chế" without "này" and without a name. */
const BARE_ATTACHMENT = new RegExp(
  String.raw`^\s*,?\s*(?:của\s+)?(${ATTACHED_KINDS})(?=\s+\p{Ll}|\s*[.,;:)]|$)`,
  'u',
);

/**
 * Every place of a paragraph that names a provision or a document. A list gives one citation for each of its
 * members, a range ("Điều 5 đến Điều 8") its two ends.
 */
export function findCitations(text: string): readonly Citation[] {
  return citationsOf(text).map(({ start, end, printed, of, provision, role }) => ({
    ...{ start, end, printed, of, provision, role },
  }));
}

/** The same with what is needed to judge them in their document. */
export function citationsOf(text: string): FoundCitation[] {
  const documents = documentsIn(text);
  const runs = referencesIn(text).filter(
    ({ start, end }) => !documents.some((place) => start < place.end && place.start < end),
  );
  const used = new Set<DocumentPlace>();
  const found = runs.flatMap((run) => withDocument(text, run, documents, used));
  for (const place of documents) if (!used.has(place)) found.push(citationOf(text, place));
  return assignRoles(
    text,
    found.sort((one, other) => one.start - other.start),
  );
}

function citationOf(text: string, { start, end, of, selfKind }: DocumentPlace): FoundCitation {
  const printed = text.slice(start, end);
  const self = selfKind && 'self' in of ? { selfKind } : {};
  return { start, end, printed, of, provision: '', role: 'refers', implied: false, ...self };
}

function withDocument(
  text: string,
  run: ReferenceRun,
  documents: readonly DocumentPlace[],
  used: Set<DocumentPlace>,
): FoundCitation[] {
  const next = firstAfter(documents, run.end);
  const joined = next && next.start - run.end < 60 && CONNECTION.test(text.slice(run.end, next.start));
  const place = joined ? next : bareAttachment(text, run.end);
  if (place && joined) used.add(place);
  return run.references.map(({ start, end, provision, isHere }, index) => {
    const isLast = index === run.references.length - 1;
    const isOwn = isHere || !place;
    const stop = isLast && place && !isHere ? place.end : end;
    return {
      start,
      end: stop,
      printed: text.slice(start, stop),
      of: isOwn ? { self: 'document' } : place.of,
      provision,
      role: 'refers',
      implied: isOwn,
      ...(!isOwn && place.selfKind && { selfKind: place.selfKind }),
    };
  });
}

function firstAfter(documents: readonly DocumentPlace[], at: number): DocumentPlace | undefined {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return documents[low];
}

function bareAttachment(text: string, from: number): DocumentPlace | undefined {
  const found = BARE_ATTACHMENT.exec(text.slice(from, from + 60));
  if (!found?.[1]) return undefined;
  return { start: from, end: from + found[0].length, of: { self: 'attachment' }, selfKind: found[1] };
}
