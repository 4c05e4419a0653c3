/** Whose words a text is (NĐ 72/2013/NĐ-CP Đ20.2; LC-019, QN-012, LX-009). */
import { type Line, quoted } from './lines.ts';
import type { CheckContext, CheckedContent, Found } from './model.ts';
import { sentencesOf } from './outline.ts';

const PRESS =
  '(?:báo|tạp chí|thông tấn xã|TTXVN|VOV|VTV|VTC|TTXVN|VnExpress|Vietnam\\s?Plus|Vietnam\\s?Net|Zing|Dân trí|Tuổi trẻ|Thanh niên|Lao động|Nhân Dân|Tiền phong|website|trang (?:web|tin|thông tin)|cổng (?:thông tin|TTĐT|dịch vụ)|fanpage|facebook|internet|mạng|đài (?:tiếng nói|truyền hình|PT)|[\\w-]+(?:\\.[\\w-]+)*\\.(?:vn|com|net|org))';
/** A line that names a source: "(Theo TTXVN)", "Nguồn: baomau.vn", "Sưu tầm". "Theo báo cáo của Sở" is none. */
const CUE = new RegExp(
  [
    `^[\\s(\\[]*(?:theo|nguồn(?: tin| ảnh| bài viết)?|trích(?: nguồn| từ)?|dẫn (?:nguồn|lại)|bài lấy từ|lược (?:trích|dịch)(?: từ| theo)?|sao chép từ|copy từ|đăng lại từ|tổng hợp từ)\\s*:?\\s*(?:${PRESS})(?! cáo)(?!\\p{L})[^.]{0,80}[\\s)\\].]*$`,
    '^[\\s(\\[]*(?:sưu tầm|st|nguồn\\s*:\\s*(?:sưu tầm|internet|mạng|tổng hợp))[\\s)\\].]*$',
  ].join('|'),
  'iu',
);
/** A name that names nobody. */
const NOBODY =
  /^[\s(]*(?:sưu tầm|st|internet|mạng|tổng hợp|nhiều nguồn|google|facebook|trên mạng|web)[\s).]*$/iu;

export function checkSource(
  content: CheckedContent,
  lines: readonly Line[],
  { language, contentKind }: CheckContext,
): Found[] {
  const { source, sourceUrl, sourcePublishedAt, author } = content;
  const isTaken = sourceUrl !== '' || sourcePublishedAt !== null;
  // a signed text is not news: its issuer is its source, and the day of issue stands on it
  const isSigned = contentKind === 'documents' || contentKind === 'gazette';
  if (isTaken && (source === '' || (sourcePublishedAt === null && !isSigned))) {
    return [{ code: 're-use', field: source === '' ? 'source' : 'sourcePublishedAt' }];
  }
  if (source !== '' && NOBODY.test(source.normalize('NFC')))
    return [{ code: 're-use', field: 'source', words: source }];
  const cue = source === '' && language === 'vi' ? cueIn(lines) : undefined;
  if (cue !== undefined) return [cue];
  return author === '' && source === '' ? [{ code: 'author', field: 'author' }] : [];
}

function cueIn(lines: readonly Line[]): Found | undefined {
  for (const line of lines.toReversed()) {
    if (line.tag === 'figcaption' || line.tag === 'caption' || line.tag === 'td') continue;
    for (const { text, at } of sentencesOf(line.text, /\n/g).toReversed()) {
      if (!CUE.test(text.normalize('NFC'))) continue;
      return {
        code: 're-use',
        field: 'body',
        place: { path: line.path, from: at, to: at + text.length },
        words: quoted(text),
      };
    }
  }
  return undefined;
}
