import type { LegacyCode } from './legacy.ts';

/** What a person reads when a text stands in a code table that cannot be taken in; vi first, en beside it. */
export const LEGACY_WORDS: Record<LegacyCode, { vi: string; en: string }> = {
  tcvn3: {
    vi: 'Văn bản dùng bảng mã cũ TCVN3 (ABC), phông .Vn… Hãy chuyển văn bản sang Unicode (ví dụ bằng công cụ chuyển mã trong Word hoặc UniKey) rồi gửi lại tệp.',
    en: 'The text is in the old TCVN3 (ABC) code table (.Vn… fonts). Convert it to Unicode, for example with UniKey, and send the file again.',
  },
  vni: {
    vi: 'Văn bản dùng bảng mã cũ VNI (phông VNI-…). Hãy chuyển văn bản sang Unicode (ví dụ bằng công cụ chuyển mã trong Word hoặc UniKey) rồi gửi lại tệp.',
    en: 'The text is in the old VNI code table (VNI-… fonts). Convert it to Unicode, for example with UniKey, and send the file again.',
  },
  mojibake: {
    vi: 'Chữ trong văn bản đã hỏng vì tệp UTF-8 bị đọc theo bảng mã khác (hiện như “Viá»‡t”). Hãy lấy lại tệp gốc, lưu với mã UTF-8 rồi gửi lại.',
    en: 'The letters are broken: a UTF-8 file was once read in another code table (as in “Viá»‡t”). Take the original file, save it as UTF-8 and send it again.',
  },
};
