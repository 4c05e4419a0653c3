import type { Lang } from '../lang.ts';
import type { PersonalDatum } from './scan.ts';
import { maskWords } from './words.ts';

/**
 * The text with the given finds replaced by what they were, such as "[số điện thoại đã che]". The finds must be of this
 * very text; a chosen part of them is fine.
 *
 * @throws RangeError when a find does not stand in the text or two of them overlap
 */
export function maskPersonalData(
  text: string,
  findings: readonly Pick<PersonalDatum, 'kind' | 'from' | 'to' | 'text'>[],
  lang: Lang = 'vi',
): string {
  let masked = '';
  let at = 0;
  for (const { kind, from, to, text: found } of findings.toSorted((a, b) => a.from - b.from)) {
    if (from < at || text.slice(from, to) !== found) {
      throw new RangeError(`No ${kind} of this text stands at ${from}–${to}`);
    }
    masked += text.slice(at, from) + maskWords(kind)[lang];
    at = to;
  }
  return masked + text.slice(at);
}
