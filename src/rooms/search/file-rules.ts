import { type Passage, stretchesOf, type Token, tokensOf } from '../../rules/query/index.ts';
import { fileAnchor } from '../site/index.ts';

/** Raised when files are read otherwise than before: each is then read again, one after the other. */
export const FILE_READER_VERSION = 1;
/** What is kept of the text of one file, in characters: some hundred and fifty pages. */
export const FILE_TEXT_MOST = 300_000;
/** What the files of one copy give to the index together, in characters; what is beyond is not found. */
const COPY_TEXT_MOST = 1_000_000;
/** A passage of which so much stands elsewhere in the item says nothing new; line ends and recognition cost the rest. */
const REPEATED = 0.8;
/** Of a file that repeats the item less than this is letterhead, recipients and signature. In syllables. */
const LEAST_NEW = 150;

/** A file as the index has it. */
export interface ReadFile {
  locality_id: number;
  hash: string;
  reader_version: number;
  text: string;
}

/** What of a file's text is kept: what a database can hold, and no more than is found. */
export function keptText(text: string): { text: string; isCut: boolean } {
  const plain = text
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: files bring them, and JSON in the database refuses NUL
    .replace(/[\0-\x08\x0b-\x1f\x7f]+/g, ' ');
  const isCut = plain.length > FILE_TEXT_MOST;
  return { text: (isCut ? plain.slice(0, FILE_TEXT_MOST) : plain).toWellFormed(), isCut };
}

/** The passages of a copy's files that say what neither its text nor a file before says. */
export function filePassages(
  copy: {
    title: string;
    summary: string;
    body_text: string;
    attachments: readonly { hash: string; name: string; label: string }[];
  },
  read: readonly ReadFile[],
): Passage[] {
  if (read.length === 0) return [];
  const said = new Set(pairsOf(tokensOf(`${copy.title}\n${copy.summary}\n${copy.body_text}`)));
  const taken = new Set<string>();
  let left = COPY_TEXT_MOST;
  return copy.attachments.flatMap(({ hash, name, label }, index) => {
    const file = read.find((one) => one.hash === hash);
    if (!file || taken.has(hash)) return [];
    taken.add(hash);
    const text = file.text.slice(0, left);
    left -= text.length;
    return unsaidOf(text, said).map((passage, i) => ({
      place: fileAnchor(index) + (i === 0 ? '' : `~${i + 1}`),
      heading: (label || name).normalize('NFC'),
      text: passage,
    }));
  });
}

/**
 * The passages of a text that say something new. A text that is the one before, in other lines and with a letterhead,
 * has none; one with an annex has those of the annex.
 *
 * @param said pairs of neighbouring words that stand already; those of this text are added
 */
export function unsaidOf(text: string, said: Set<string>): string[] {
  const passages = stretchesOf(text).map((passage) => ({ passage, tokens: tokensOf(passage) }));
  const fresh = passages.filter(({ tokens }) => tokens.length > 0 && shareOf(tokens, said) < REPEATED);
  for (const { tokens } of passages) for (const pair of pairsOf(tokens)) said.add(pair);
  const size = fresh.reduce((sum, { tokens }) => sum + tokens.length, 0);
  if (fresh.length < passages.length && size < LEAST_NEW) return [];
  return fresh.map(({ passage }) => passage);
}

function pairsOf(tokens: readonly Token[]): string[] {
  return tokens.slice(1).map(({ fold }, i) => `${tokens[i]?.fold} ${fold}`);
}

/** Part of the pairs of a passage that stand already, 0 to 1. */
function shareOf(tokens: readonly Token[], said: ReadonlySet<string>): number {
  const pairs = pairsOf(tokens);
  return pairs.filter((pair) => said.has(pair)).length / Math.max(1, pairs.length);
}
