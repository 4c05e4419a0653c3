import { bodyText, parseTree } from '../body-html/index.ts';
import { checkGroups, groupOf, type Weight } from './codes.ts';
import { checkLetters } from './language.ts';
import { linesOf, quoted } from './lines.ts';
import { checkLinks, checkSourceAddress } from './links.ts';
import type { CheckContext, CheckedContent, Finding, Found } from './model.ts';
import { checkOutline, isInCapitals } from './outline.ts';
import { checkPersons } from './persons.ts';
import { checkPictures } from './pictures.ts';
import { checkSecrecy } from './secrecy.ts';
import { checkSource } from './sources.ts';
import { checkTables } from './tables.ts';
import { defaultWeight } from './weights.ts';
import { CHECK_WORDS, sentenceOf } from './words.ts';

/** The shortest title that says anything. */
const TITLE_CHARS = 5;

/**
 * Everything worth mending in an edition before others see it, each with its place. Pure; what is known about the portal is handed in.
 */
export function checkContent(content: CheckedContent, context: CheckContext): Finding[] {
  const tree = parseTree(content.bodyHtml);
  const lines = linesOf(tree);
  const found: Found[] = [
    ...missing(content, context),
    ...checkSecrecy(content, lines),
    ...checkPersons(content, lines, context),
    ...checkLetters(content, lines, context),
    ...checkSource(content, lines, context),
    ...checkPictures(content, tree),
    ...checkLinks(tree, context),
    ...checkSourceAddress(content, context),
    ...checkTables(tree),
    ...checkOutline(tree, lines, context),
  ];
  const weigh = context.weightOf ?? defaultWeight;
  return found.map((one) => inWords(one, weigh(one.code))).sort(inOrder);
}

/** What must be mended first, group by group, each in the order of the text: as the list shows them and numbers them. */
function inOrder(a: Finding, b: Finding): number {
  const rank = ({ weight, code }: Finding) =>
    (weight === 'must' ? 0 : 100) + checkGroups.indexOf(groupOf(code));
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const steps = ({ place }: Finding) => [...(place?.path ?? []), place?.from ?? 0];
  const [one, other] = [steps(a), steps(b)];
  const differs = one.findIndex((step, index) => step !== other[index]);
  return differs < 0 ? one.length - other.length : (one[differs] ?? 0) - (other[differs] ?? -1);
}

function missing({ title, summary, bodyHtml }: CheckedContent, { contentKind }: CheckContext): Found[] {
  const hasBody = bodyText(bodyHtml).trim() !== '';
  // the title of a signed text is its abstract
  const needsSummary = hasBody && contentKind !== 'documents' && contentKind !== 'gazette';
  return [
    ...(title.trim().length < TITLE_CHARS ? [{ code: 'title', field: 'title' } as const] : []),
    ...(isInCapitals(title) ? [{ code: 'capitals', field: 'title', words: title } as const] : []),
    ...(hasBody ? [] : [{ code: 'body', field: 'body' } as const]),
    ...(needsSummary && summary.trim() === '' ? [{ code: 'summary', field: 'summary' } as const] : []),
  ];
}

function inWords(found: Found, weight: Weight): Finding {
  const { code, field = 'body', place, words = '', href, correction } = found;
  return {
    ...{ code, weight, field, words: quoted(words, 120) },
    title: CHECK_WORDS[code].title,
    text: sentenceOf(found),
    ...(place && { place }),
    ...(href && { href }),
    ...(correction && { correction }),
  };
}

/**
 * What an override of a finding holds on to: the same words, wherever they stand after the text was changed. The place is
 * kept beside it for whoever reads the record.
 */
export function findingKey({ code, field, words }: Pick<Finding, 'code' | 'field' | 'words'>): string {
  return `${code} ${field} ${words.normalize('NFC')}`;
}
