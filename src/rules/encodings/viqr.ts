/**
 * VIQR (RFC 1456): letters in ASCII, the signs after the vowel, shape first, then tone: "Vie^.t", "ddu+o+`ng".
 * A backslash keeps what follows from joining what stands before it. `\v` begins Vietnamese (the state at the
 * start), `\m` English, in which only a letter after a backslash takes signs, `\l` literal text.
 */
import type { Glyph, GlyphReader } from './glyphs.ts';

type State = 'vietnamese' | 'english' | 'literal';

const STATES: Readonly<Record<string, State>> = { v: 'vietnamese', m: 'english', l: 'literal' };
const SHAPES: readonly (readonly [sign: string, vowels: string, mark: string])[] = [
  ['^', 'aeo', '\u0302'],
  ['(', 'a', '\u0306'],
  ['+', 'ou', '\u031B'],
  ['*', 'ou', '\u031B'],
];
const TONES: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};

/** A letter with its signs that begins at `at`. */
function compose(source: string, at: number, to: number): Glyph {
  const base = source[at] ?? '';
  const small = base.toLowerCase();
  const next = (ahead: number) => (at + ahead < to ? (source[at + ahead] ?? '') : '');
  if (small === 'd' && next(1).toLowerCase() === 'd') return { text: base === 'd' ? 'đ' : 'Đ', at, size: 2 };
  if (!'aeiouy'.includes(small) || small === '') return { text: base, at, size: 1 };
  const shape = SHAPES.find(([sign, vowels]) => sign === next(1) && vowels.includes(small))?.[2];
  const tone = TONES[next(shape === undefined ? 1 : 2)];
  const text = (base + (shape ?? '') + (tone ?? '')).normalize('NFC');
  const size = 1 + (shape === undefined ? 0 : 1) + (tone === undefined ? 0 : 1);
  const isStop = (tone === TONES['.'] || tone === TONES['?']) && endsSentence(source, at + size, to);
  return { text, at, size, ...(isStop && { maybeStop: true }) };
}

/** After the sign comes the end of the line, or a space and a capital. */
function endsSentence(source: string, at: number, to: number): boolean {
  return /^["')\]]*(?:\s*$|[ \t]*[\r\n]|\s+[A-Z])/u.test(source.slice(at, Math.min(to, at + 8)));
}

export function viqrReader(): GlyphReader {
  let state: State = 'vietnamese';
  return (source, from, to) => {
    const glyphs: Glyph[] = [];
    for (let at = from; at < to; ) {
      const escaped = source[at] === '\\' && at + 1 < to ? (source[at + 1] ?? '') : '';
      const turn = STATES[escaped];
      if (turn !== undefined) {
        state = turn;
        at += 2;
        continue;
      }
      const glyph =
        escaped === '' || state === 'literal' ? plain(source, at, to, state) : afterEscape(source, at, to);
      glyphs.push(glyph);
      at = glyph.at + glyph.size;
    }
    return glyphs;
  };
}

function plain(source: string, at: number, to: number, state: State): Glyph {
  return state === 'vietnamese' ? compose(source, at, to) : { text: source[at] ?? '', at, size: 1 };
}

/** What follows the backslash begins anew: a letter may take signs of its own, anything else stands for itself. */
function afterEscape(source: string, at: number, to: number): Glyph {
  const { text, size } = compose(source, at + 1, to);
  return { text, at, size: size + 1 };
}
