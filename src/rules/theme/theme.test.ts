import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkThemeColour,
  contrastRatio,
  deriveTheme,
  parseHex,
  START_COLOURS,
  TONE_PAIRS,
  type Tones,
} from './index.ts';

const SETS = ['light', 'dark', 'contrast', 'contrastDark'] as const;

/** A small generator with a seed, so that a failure can be met again (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function assertReadable(tones: Tones, where: string) {
  for (const { front, back, least } of TONE_PAIRS) {
    const ratio = contrastRatio(tones[front], tones[back]);
    assert.ok(
      ratio >= least,
      `${where}: ${front} ${tones[front]} on ${back} ${tones[back]} is ${ratio.toFixed(2)}, needs ${least}`,
    );
  }
}

test('contrast is computed as WCAG does: black on white 21, the palette as it was measured', () => {
  assert.equal(contrastRatio('#000000', '#ffffff'), 21);
  assert.equal(contrastRatio('#22386e', '#ffffff').toFixed(1), '11.3');
  assert.equal(contrastRatio('#b3261e', '#fdf1ef').toFixed(1), '5.9');
  assert.equal(contrastRatio('#171a20', '#f2b632').toFixed(1), '9.6');
});

test('a colour is read with three or six digits, with or without #, and nothing else is', () => {
  assert.deepEqual(parseHex('#22386E'), { r: 0x22, g: 0x38, b: 0x6e });
  assert.deepEqual(parseHex('abc'), { r: 0xaa, g: 0xbb, b: 0xcc });
  for (const bad of ['', '#12', 'red', '#12345g', 'rgb(1,2,3)', '#1234567'])
    assert.equal(parseHex(bad), undefined, bad);
});

test('every pair of tones that meets on a page is readable in the first set of colours', () => {
  for (const { id, colour } of START_COLOURS) {
    const theme = deriveTheme(colour);
    for (const set of SETS) assertReadable(theme[set], `${id} ${set}`);
  }
});

test('of 1500 colours at random, each is accepted and readable throughout, or refused with a nearest that is', () => {
  const random = generator(20261120);
  let refused = 0;
  for (let i = 0; i < 1500; i++) {
    const colour = `#${Math.floor(random() * 0x1000000)
      .toString(16)
      .padStart(6, '0')}`;
    const check = checkThemeColour(colour);
    if (!check.ok) refused += 1;
    const usable = check.ok ? check.colour : check.suggestion;
    assert.ok(usable !== undefined, colour);
    assert.ok(checkThemeColour(usable).ok, `${usable}, suggested for ${colour}, is refused itself`);
    const theme = deriveTheme(usable);
    for (const set of SETS) assertReadable(theme[set], `${colour} → ${usable} ${set}`);
  }
  assert.ok(refused > 300 && refused < 1400, `${refused} of 1500 were refused`);
});

test('a colour too light is refused in both languages with a nearest of the same hue', () => {
  const check = checkThemeColour('#4a90d9');
  assert.ok(!check.ok && check.suggestion !== undefined);
  assert.match(check.words.vi, new RegExp(check.suggestion));
  assert.match(check.words.en, /7:1 is needed/);
  const nearest = parseHex(check.suggestion);
  assert.ok(nearest && nearest.b > nearest.g && nearest.g > nearest.r, 'still a blue');
});

test('what is no colour is refused without a suggestion', () => {
  const check = checkThemeColour('xanh lam');
  assert.ok(!check.ok && check.code === 'theme.not-a-colour' && check.suggestion === undefined);
});

test('a theme is never derived from a colour that was not checked', () => {
  assert.throws(() => deriveTheme('#4a90d9'), /does not reach/);
});
