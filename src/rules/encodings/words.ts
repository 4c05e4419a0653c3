import type { Words } from '../lang.ts';
import type { MarkReason } from './convert.ts';
import type { ConvertibleCode } from './glyphs.ts';
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

/** The names of the code tables that can be converted. */
export const CODE_NAMES: Record<ConvertibleCode, Words> = {
  tcvn3: { vi: 'TCVN3 (ABC), phông .Vn…', en: 'TCVN3 (ABC), .Vn… fonts' },
  vni: { vi: 'VNI, phông VNI-…', en: 'VNI, VNI-… fonts' },
  viscii: { vi: 'VISCII', en: 'VISCII' },
  viqr: { vi: 'VIQR (Vietnet)', en: 'VIQR (Vietnet)' },
};

/** Why a code table could not be chosen. */
export const CHOICE_WORDS = {
  sound: {
    vi: 'Văn bản đã đọc được, không phải chuyển mã. Nếu vẫn muốn chuyển, hãy nói rõ bảng mã cũ thay cho “auto”.',
    en: 'The text can be read as it is; there is nothing to convert. To convert it all the same, name the old code table instead of “auto”.',
  },
  unknown: {
    vi: 'Không nhận ra bảng mã cũ của văn bản: quá ngắn, hoặc không phải TCVN3, VNI, VISCII hay VIQR. Hãy xem phông chữ của tệp gốc (.Vn… là TCVN3, VNI-… là VNI) rồi nói rõ bảng mã.',
    en: 'The old code table of the text is not recognised: the text is too short, or is not in TCVN3, VNI, VISCII or VIQR. Look at the fonts of the original (.Vn… means TCVN3, VNI-… means VNI) and name the table.',
  },
} satisfies Record<string, Words>;

/** What a clerk reads at each marked place. */
export const MARK_WORDS: Record<MarkReason, Words> = {
  wordInCapitals: {
    vi: 'Đổi thành chữ hoa vì các chữ khác trong từ là chữ hoa',
    en: 'Made capital because the other letters of the word are',
  },
  lineInCapitals: {
    vi: 'Đổi thành chữ hoa vì các từ bên cạnh viết hoa toàn bộ',
    en: 'Made capital because the words beside it are in capitals',
  },
  caseUnknown: {
    vi: 'Không rõ chữ hoa hay chữ thường, để chữ thường; hãy xem bản gốc',
    en: 'Capital or small cannot be told, left small; look at the original',
  },
  capitalFont: {
    vi: 'Đổi thành chữ hoa vì bản gốc dùng phông chữ hoa',
    en: 'Made capital because the original is set in a capital font',
  },
  doubledLetter: {
    vi: 'Chữ hoa viết hai lần trong bản gốc (“Aµ” là À)',
    en: 'A capital written twice in the original (“Aµ” for À)',
  },
  mixedDoubt: {
    vi: 'Từ này đọc được theo cả hai bảng mã; hãy xem bản gốc',
    en: 'This word can be read in both codes; look at the original',
  },
  toneOrStop: {
    vi: 'Dấu nặng, dấu hỏi ở đây có thể là dấu chấm câu; hãy xem bản gốc',
    en: 'The tone mark here may be the end of the sentence; look at the original',
  },
};
