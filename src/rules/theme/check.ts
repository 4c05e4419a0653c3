import type { Words } from '../lang.ts';
import { contrastRatio, parseHex, toHex } from './colour.ts';
import { LEAST_STRONG_CONTRAST, nearestStrong } from './derive.ts';

/** What comes of a colour somebody chose for a portal. */
export type ThemeColourCheck =
  | { readonly ok: true; readonly colour: string; readonly ratio: number }
  | {
      readonly ok: false;
      readonly code: 'theme.not-a-colour' | 'theme.too-light';
      readonly words: Words;
      /** The nearest colour that would do; none when nothing could be read. */
      readonly suggestion: string | undefined;
    };

/** Is this colour dark enough for a portal's name, links and buttons? If not: the nearest one that is. */
export function checkThemeColour(text: string): ThemeColourCheck {
  const rgb = parseHex(text);
  if (rgb === undefined) {
    return {
      ok: false,
      code: 'theme.not-a-colour',
      suggestion: undefined,
      words: {
        vi: 'Màu ghi bằng dấu # và sáu chữ số, ví dụ #22386e.',
        en: 'Write the colour as # and six digits, for example #22386e.',
      },
    };
  }
  const colour = toHex(rgb);
  const ratio = contrastRatio(colour, '#ffffff');
  if (ratio >= LEAST_STRONG_CONTRAST) return { ok: true, colour, ratio };
  const suggestion = nearestStrong(colour);
  const found = Math.floor(ratio * 10) / 10;
  return {
    ok: false,
    code: 'theme.too-light',
    suggestion,
    words: {
      vi: `Màu này nhạt quá để đọc chữ trắng trên nó (tương phản ${String(found).replace('.', ',')} : 1, cần ${LEAST_STRONG_CONTRAST} : 1). Màu gần nhất dùng được là ${suggestion}.`,
      en: `White text cannot be read well on this colour (contrast ${found}:1, ${LEAST_STRONG_CONTRAST}:1 is needed). The nearest colour that can be used is ${suggestion}.`,
    },
  };
}
