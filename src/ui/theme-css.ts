import type { Theme, Tones } from '../rules/theme/index.ts';

function properties(tones: Tones): string {
  return Object.entries(tones)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/**
 * A portal's colours as a stylesheet of custom properties only, served at a hashed address like any asset. The reader's
 * own choice (`data-view` on `<html>`) goes before what the system prefers; paper is always light.
 */
export function themeCss(theme: Theme): string {
  const light = `color-scheme:light;${properties(theme.light)}`;
  const dark = `color-scheme:dark;${properties(theme.dark)}`;
  const contrast = properties(theme.contrast);
  const contrastDark = `color-scheme:dark;${properties(theme.contrastDark)}`;
  return [
    `:root{${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-view~=light]){${dark}}}`,
    `:root[data-view~=dark]{${dark}}`,
    `@media (prefers-contrast:more){:root{${contrast}}}`,
    `:root[data-view~=contrast]{${contrast}}`,
    `@media (prefers-color-scheme:dark){:root[data-view~=contrast]:not([data-view~=light]){${contrastDark}}}`,
    `:root[data-view~=contrast][data-view~=dark]{${contrastDark}}`,
    `@media print{:root:root:root{${light}}}`,
    '',
  ].join('\n');
}
