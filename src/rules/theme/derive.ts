import { contrastRatio, fromLch, type Lch, toLch } from './colour.ts';

/** Every tone a page is set in. Grounds carry text; a text tone is named after what it says. */
export type ToneName =
  | 'ground' // the page
  | 'ink' // text
  | 'ink2' // second text
  | 'line' // hairlines: decoration only
  | 'field' // borders of fields
  | 'tint' // a ground a little apart from the page
  | 'strong' // the portal's colour as a ground: search block, main button
  | 'deep' // threshold, desk bar, pressed button
  | 'on-strong' // text on strong and deep
  | 'on-strong-2' // second text on strong and deep
  | 'link'
  | 'mark' // roof, arch, strokes of a clock
  | 'accent' // turmeric: search button, today, live, focus
  | 'on-accent'
  | 'bad'
  | 'bad-ground'
  | 'warn'
  | 'warn-ground'
  | 'good'
  | 'good-ground';

export type Tones = Readonly<Record<ToneName, string>>;

/** A portal's face: computed whole from its one colour. */
export interface Theme {
  /** The colour it was made from. */
  readonly colour: string;
  readonly light: Tones;
  readonly dark: Tones;
  readonly contrast: Tones;
  readonly contrastDark: Tones;
}

/** A portal's colour must reach this with white: its name, links and buttons are set in it. */
export const LEAST_STRONG_CONTRAST = 7;

const STEP = 0.004;

/** Moves the lightness until the colour reaches `least` against every ground. */
function until(start: Lch, direction: 1 | -1, least: number, grounds: readonly string[]): string {
  let { l } = start;
  for (;;) {
    const hex = fromLch({ ...start, l });
    if (grounds.every((ground) => contrastRatio(hex, ground) >= least)) return hex;
    l += direction * STEP;
    if (l < 0 || l > 1)
      throw new Error(`No lightness of hue ${start.h} reaches ${least}:1 on ${grounds.join(', ')}`);
  }
}

/** The nearest colour of the same hue that reaches {@link LEAST_STRONG_CONTRAST} with white. */
export function nearestStrong(hex: string): string {
  return until(toLch(hex), -1, LEAST_STRONG_CONTRAST, ['#ffffff']);
}

function lightTones(strong: string): Tones {
  const { l, c, h } = toLch(strong);
  const tint = fromLch({ l: 0.965, c: Math.min(0.012, c), h });
  const deep = until({ l: Math.min(l * 0.78, 0.32), c: c * 0.8, h }, -1, 10, ['#ffffff']);
  return {
    ground: '#ffffff',
    ink: '#171a20',
    ink2: '#4b515d',
    line: '#d9dde4',
    field: '#707784',
    tint,
    strong,
    deep,
    'on-strong': '#ffffff',
    'on-strong-2': until({ l: 0.88, c: Math.min(0.04, c), h }, 1, 5, [strong, deep]),
    link: strong,
    mark: strong,
    accent: '#f2b632',
    'on-accent': '#171a20',
    bad: '#b3261e',
    'bad-ground': '#fdf1ef',
    warn: '#855000',
    'warn-ground': '#fff5de',
    good: '#1a6b3c',
    'good-ground': '#edf7f0',
  };
}

function darkTones(strong: string): Tones {
  const { l, c, h } = toLch(strong);
  const ground = '#11141b';
  const tint = fromLch({ l: 0.235, c: Math.min(0.02, c), h });
  const block = until({ l: Math.min(l + 0.045, 0.42), c: Math.min(c * 1.05, 0.13), h }, -1, 7.5, ['#ffffff']);
  return {
    ground,
    ink: '#eceff4',
    ink2: '#b3bac7',
    line: '#343a47',
    field: '#8790a0',
    tint,
    strong: block,
    deep: '#0a0c11',
    'on-strong': '#ffffff',
    'on-strong-2': until({ l: 0.88, c: Math.min(0.04, c), h }, 1, 7, [block]),
    link: until({ l: 0.81, c: Math.min(c, 0.085), h }, 1, 7, [ground, tint]),
    mark: until({ l: 0.55, c: Math.min(c * 1.25, 0.14), h }, 1, 3.2, [ground, tint]),
    accent: '#f2b632',
    'on-accent': '#171a20',
    bad: '#ff9c92',
    'bad-ground': '#3a1d1b',
    warn: '#f2c464',
    'warn-ground': '#33290f',
    good: '#84d6a3',
    'good-ground': '#14301f',
  };
}

function contrastTones(light: Tones): Tones {
  const deep = until({ ...toLch(light.strong), l: 0.3 }, -1, 12, ['#ffffff']);
  return {
    ...light,
    ink: '#000000',
    ink2: '#1c1f26',
    line: '#5b616c',
    field: '#000000',
    tint: '#ffffff',
    strong: deep,
    deep: '#000000',
    'on-strong-2': '#ffffff',
    link: deep,
    mark: deep,
    accent: '#ffcf4d',
    'on-accent': '#000000',
    bad: '#8c0a08',
    'bad-ground': '#ffffff',
    warn: '#5c3700',
    'warn-ground': '#ffffff',
    good: '#0b4a25',
    'good-ground': '#ffffff',
  };
}

function contrastDarkTones(dark: Tones): Tones {
  const { c, h } = toLch(dark.link);
  return {
    ...dark,
    ground: '#000000',
    ink: '#ffffff',
    ink2: '#f0f2f5',
    line: '#9aa1ad',
    field: '#ffffff',
    tint: '#000000',
    strong: until(toLch(dark.strong), -1, 10, ['#ffffff']),
    deep: '#000000',
    'on-strong-2': '#ffffff',
    link: until({ l: 0.88, c: Math.min(c, 0.06), h }, 1, 12, ['#000000']),
    mark: until({ l: 0.7, c, h }, 1, 7, ['#000000']),
    accent: '#ffcf4d',
    'on-accent': '#000000',
    bad: '#ffb4ab',
    'bad-ground': '#000000',
    warn: '#ffd98a',
    'warn-ground': '#000000',
    good: '#a5ebbf',
    'good-ground': '#000000',
  };
}

/**
 * All tones of a portal from its one colour. Throws for a colour that {@link checkThemeColour} refuses: it is checked
 * where it is chosen, never here.
 */
export function deriveTheme(colour: string): Theme {
  if (contrastRatio(colour, '#ffffff') < LEAST_STRONG_CONTRAST) {
    throw new Error(`${colour} does not reach ${LEAST_STRONG_CONTRAST}:1 with white`);
  }
  const light = lightTones(colour.toLowerCase());
  const dark = darkTones(colour);
  return {
    colour: light.strong,
    light,
    dark,
    contrast: contrastTones(light),
    contrastDark: contrastDarkTones(dark),
  };
}

/** Two tones that meet on a page, and the least contrast they must have (WCAG 1.4.3: 4.5; 1.4.11: 3). */
export interface TonePair {
  readonly front: ToneName;
  readonly back: ToneName;
  readonly least: number;
}

const TEXT: readonly (readonly [ToneName, readonly ToneName[]])[] = [
  ['ink', ['ground', 'tint', 'bad-ground', 'warn-ground', 'good-ground']],
  ['ink2', ['ground', 'tint', 'bad-ground', 'warn-ground', 'good-ground']],
  ['link', ['ground', 'tint', 'bad-ground', 'warn-ground', 'good-ground']],
  ['bad', ['ground', 'tint', 'bad-ground']],
  ['warn', ['ground', 'tint', 'warn-ground']],
  ['good', ['ground', 'tint', 'good-ground']],
  ['on-strong', ['strong', 'deep']],
  ['on-strong-2', ['strong', 'deep']],
  ['on-accent', ['accent']],
];
const BORDERS: readonly (readonly [ToneName, readonly ToneName[]])[] = [
  ['field', ['ground', 'tint']],
  ['mark', ['ground', 'tint']],
  ['accent', ['strong', 'deep']],
];

/** Every pair of tones the stylesheets put together. */
export const TONE_PAIRS: readonly TonePair[] = [
  ...TEXT.flatMap(([front, backs]) => backs.map((back) => ({ front, back, least: 4.5 }))),
  ...BORDERS.flatMap(([front, backs]) => backs.map((back) => ({ front, back, least: 3 }))),
];
