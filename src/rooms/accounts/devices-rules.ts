/** A browser in plain words: nothing else of a device is kept, and nothing is measured. */
export interface Device {
  /** "Chrome", "Firefox"; empty when it says nothing we know. */
  browser: string;
  /** "Windows", "Android"; empty when it says nothing we know. */
  system: string;
}

/** The first that fits counts: most browsers call themselves by the names of several others. */
const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/coc_coc/i, 'Cốc Cốc'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/Version\/.*Safari/, 'Safari'],
];

const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];

export function deviceOf(userAgent: string | undefined): Device {
  const text = (userAgent ?? '').slice(0, 500);
  const nameIn = (names: typeof BROWSERS) => names.find(([sign]) => sign.test(text))?.[1] ?? '';
  return { browser: nameIn(BROWSERS), system: nameIn(SYSTEMS) };
}

const DAY_MS = 24 * 3_600_000;

/** A browser not seen for so long is new again. */
export const DEVICE_REMEMBERED_MS = 180 * DAY_MS;
