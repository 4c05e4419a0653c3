export { toNfc } from '../text/index.ts';
export { type DecodedText, decodeText, type TextEncodingName } from './decode.ts';
export { findLegacyEncoding, type LegacyCode, type LegacyFinding } from './legacy.ts';
export { isNfc } from './nfc.ts';
