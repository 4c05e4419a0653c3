/** Number plates of vehicles, as TT 79/2024/TT-BCA has them: two digits of the province, letters of the series, the number. */
import { foldKeepingPlace } from '../personal-data/index.ts';

const SERIES =
  '(?:[A-HK-MN-PS-VX-Z]|[A-HK-MN-PS-VX-Z][A-HK-MN-PS-VX-Z]|[A-HK-MN-PS-VX-Z][1-9]|MĐ[1-9]?|MD[1-9]?|LD|DA)';
const NUMBER = String.raw`(?:\d{3}[. ]?\d{2}|\d{4})`;
const LEAD =
  '(?:biển (?:kiểm soát|số(?: xe| đăng ký)?|đăng ký)|bien (?:kiem soat|so(?: xe| dang ky)?|dang ky)|BKS|BSX|BS|số xe|so xe|mang biển|mang bien|xe)';
/** "24A-123.45" by its form; "24A 12345" and "29X1 - 1234" behind a word that says so. */
const FORMED = new RegExp(
  String.raw`(?<![\p{L}\d./-])[1-9]\d ?${SERIES} ?[-–] ?\d{3}\.\d{2}(?![\d\p{L}/]|[.,]\d)`,
  'giu',
);
const NAMED = new RegExp(
  String.raw`(?<!\p{L})${LEAD}(?: (?:kiểm soát|kiem soat|máy|ô tô|mô tô|o to|mo to|tải|khách|số|so|là|la|mang|con))*\s*:?\s*["“(]?(?<plate>[1-9]\d ?[-.]? ?${SERIES} ?[-–. ]{0,3}${NUMBER})(?![\d\p{L}/]|[.,]\d)`,
  'dgiu',
);

/** The plates in a text: offsets of the text, `to` exclusive. */
export function findPlates(text: string): { from: number; to: number }[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const { marked, offsets } = foldKeepingPlace(text);
  const spans = [
    ...[...marked.matchAll(FORMED)].map(({ 0: plate, index }) => [index, index + plate.length] as const),
    ...[...marked.matchAll(NAMED)].map(({ indices }) => indices?.groups?.plate ?? ([0, 0] as const)),
  ];
  const kept: (readonly [number, number])[] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0]))
    if (to > from && !kept.some((one) => from < one[1])) kept.push([from, to]);
  return kept.map(([from, to]) => ({ from: offsets[from] ?? 0, to: offsets[to] ?? text.length }));
}
