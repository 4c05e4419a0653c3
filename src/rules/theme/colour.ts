/** A colour of the sRGB screen, each part 0 to 255. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** Reads `#rrggbb` (or `#rgb`), in any case; anything else is `undefined`. */
export function parseHex(text: string): Rgb | undefined {
  const match = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim());
  const digits = match?.[1];
  if (digits === undefined) return undefined;
  const six = digits.length === 3 ? [...digits].map((d) => d + d).join('') : digits;
  const n = Number.parseInt(six, 16);
  return { r: n >> 16, g: (n >> 8) & 255, b: n & 255 };
}

/** `#rrggbb` in small letters. */
export function toHex({ r, g, b }: Rgb): string {
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function getRgb(hex: string): Rgb {
  const rgb = parseHex(hex);
  if (rgb === undefined) throw new Error(`Not a colour: ${hex}`);
  return rgb;
}

function linear(part: number): number {
  const c = part / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function gamma(c: number): number {
  return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
}

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
export function luminance(hex: string): number {
  const { r, g, b } = getRgb(hex);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** A colour as people see it: lightness 0 to 1, chroma 0 to about 0.37, hue in degrees (OKLCH). */
export interface Lch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** The OKLCH form of a screen colour. Matrices: Björn Ottosson, "A perceptual color space for image processing", 2020. */
export function toLch(hex: string): Lch {
  const { r, g, b } = getRgb(hex);
  const [lr, lg, lb] = [linear(r), linear(g), linear(b)];
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: (Math.atan2(bb, a) * 180) / Math.PI,
  };
}

function toLinearRgb({ l, c, h }: Lch): readonly [number, number, number] {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const ll = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const mm = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const ss = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * ll - 3.3077115913 * mm + 0.2309699292 * ss,
    -1.2684380046 * ll + 2.6097574011 * mm - 0.3413193965 * ss,
    -0.0041960863 * ll - 0.7034186147 * mm + 1.707614701 * ss,
  ];
}

/** The screen colour nearest in hue and lightness; chroma gives way where the screen cannot show it. */
export function fromLch(colour: Lch): string {
  let { c } = colour;
  for (;;) {
    const parts = toLinearRgb({ ...colour, c });
    if (c === 0 || parts.every((p) => p >= -0.0005 && p <= 1.0005)) {
      const [r, g, b] = parts.map((p) => gamma(Math.min(1, Math.max(0, p)))) as [number, number, number];
      return toHex({ r, g, b });
    }
    c = c < 0.004 ? 0 : c - 0.004;
  }
}
