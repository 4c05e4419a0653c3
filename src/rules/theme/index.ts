/** The colours of a portal: one is chosen, all others are computed, and every pair that meets is readable. */
export { checkThemeColour, type ThemeColourCheck } from './check.ts';
export { contrastRatio, luminance, parseHex, type Rgb, toHex } from './colour.ts';
export {
  deriveTheme,
  LEAST_STRONG_CONTRAST,
  type Theme,
  TONE_PAIRS,
  type ToneName,
  type TonePair,
  type Tones,
} from './derive.ts';
export { START_COLOURS, type StartColour } from './palette.ts';
