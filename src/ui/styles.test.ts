import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const STYLES = globSync(`${import.meta.dirname}/styles/*.css`).map((file) =>
  readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, ''),
);

/** The rules that begin with this selector of the root: the rest of the selector, and what it sets. */
function rulesUnder(root: string, css: string): string[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .map(([, selector = '', sets = '']) => [selector, sets].map((part) => part.trim().replace(/\s+/g, ' ')))
    .filter(([selector = '']) => selector.startsWith(root))
    .map(([selector = '', sets]) => `${selector.replaceAll(root, '').trim()} { ${sets} }`);
}

test('who chose the dark and whose system prefers it see the same: no style is for one of them alone', () => {
  const chosen = STYLES.flatMap((css) => rulesUnder(':root[data-view~="dark"]', css));
  const preferred = STYLES.flatMap((css) =>
    css
      .split('@media (prefers-color-scheme: dark) {')
      .slice(1)
      .flatMap((block) => rulesUnder(':root:not([data-view~="light"])', block)),
  );
  assert.ok(chosen.length > 0);
  assert.deepEqual(chosen, preferred);
});

test('strong and deep are grounds: too near a dark page to be its outlines or the mark in a box', () => {
  const strokes = STYLES.flatMap(
    (css) => css.match(/(outline|accent)(-color)?:[^;]*--(strong|deep)\b/g) ?? [],
  );
  assert.deepEqual(strokes, []);
});
