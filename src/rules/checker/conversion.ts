/** A whole edition out of old code tables: every passage that was found, in place, its bold and its links kept. */
import { type BodyNode, parseTree, writeTree } from '../body-html/index.ts';
import { convertLegacy, findLegacyPassages, type LegacyPassage, mendMojibake } from '../encodings/index.ts';
import { type Line, linesOf } from './lines.ts';
import type { CheckedContent } from './model.ts';

const FIELDS = ['title', 'summary', 'author', 'source', 'pictureAlt', 'pictureCaption'] as const;

/** One passage as it stands and as it will be; `after` undefined where the letters are lost. */
export interface ConvertedPassage {
  field: (typeof FIELDS)[number] | 'body';
  code: LegacyPassage['code'];
  before: string;
  after: string | undefined;
}

export interface Conversion<Content> {
  content: Content;
  passages: ConvertedPassage[];
}

/** Converts what can be converted. Sound text is not touched, and a second run changes nothing. */
export function convertContent<Content extends Pick<CheckedContent, (typeof FIELDS)[number] | 'bodyHtml'>>(
  content: Content,
): Conversion<Content> {
  const passages: ConvertedPassage[] = [];
  const made: Record<string, string> = {};
  for (const field of FIELDS) made[field] = convertText(content[field], field, passages);
  const tree: BodyNode[] = parseTree(content.bodyHtml);
  for (const line of linesOf(tree)) convertLine(line, passages);
  const bodyHtml = passages.some(({ field }) => field === 'body') ? writeTree(tree) : content.bodyHtml;
  return { content: { ...content, ...made, bodyHtml }, passages };
}

function convertText(text: string, field: ConvertedPassage['field'], passages: ConvertedPassage[]): string {
  let made = '';
  let at = 0;
  for (const { code, from, to, converted } of findLegacyPassages(text)) {
    const before = text.slice(from, to);
    passages.push({ field, code, before, after: converted });
    made += text.slice(at, from) + (converted ?? before);
    at = to;
  }
  return made + text.slice(at);
}

/** Node by node, so that bold, links and breaks stay where they are. */
function convertLine(line: Line, passages: ConvertedPassage[]): void {
  const found = findLegacyPassages(line.text);
  for (const { code, from, to, converted } of found)
    passages.push({ field: 'body', code, before: line.text.slice(from, to), after: converted });
  for (const { node, at } of line.pieces) {
    let made = '';
    let done = 0;
    for (const { code, from, to, converted } of found) {
      const first = Math.max(done, from - at);
      const last = Math.min(node.text.length, to - at);
      if (first >= last || converted === undefined) continue;
      made += node.text.slice(done, first) + convertPart(node.text.slice(first, last), code);
      done = last;
    }
    node.text = made + node.text.slice(done);
  }
}

function convertPart(text: string, code: LegacyPassage['code']): string {
  return code === 'mojibake' ? (mendMojibake(text) ?? text) : convertLegacy(text, code).text;
}
