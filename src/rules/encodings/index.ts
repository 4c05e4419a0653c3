export { toNfc } from '../text/index.ts';
export {
  type Converted,
  type ConvertOptions,
  convertLegacy,
  type Mark,
  type MarkReason,
} from './convert.ts';
export { type DecodedText, decodeText, type TextEncodingName } from './decode.ts';
export type { ConvertibleCode } from './glyphs.ts';
export { findLegacyEncoding, type LegacyCode, type LegacyFinding } from './legacy.ts';
export { isNfc } from './nfc.ts';
export { findLegacyPassages, type LegacyPassage, mendMojibake } from './passages.ts';
export { couldBeFolded, isUnmarkedWord } from './syllables.ts';
export { CODE_NAMES, MARK_WORDS } from './words.ts';
