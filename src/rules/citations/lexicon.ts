/** Words by which documents are named. */
import { listDocumentKinds } from '../intake/index.ts';
import { ATTACHED_KIND_WORDS } from '../provisions/index.ts';

const LAW_NAMES = (
  'An ninh mạng|An ninh quốc gia|An toàn thông tin mạng|An toàn thực phẩm|An toàn, vệ sinh lao động|Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân|' +
  'Ban hành văn bản quy phạm pháp luật của HĐND và UBND|Ban hành văn bản quy phạm pháp luật của HĐND, UBND|Ban hành văn bản quy phạm pháp luật|' +
  'Bảo hiểm xã hội|Bảo hiểm y tế|Bảo vệ bí mật nhà nước|Bảo vệ dữ liệu cá nhân|Bảo vệ môi trường|Bảo vệ quyền lợi người tiêu dùng|Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân|' +
  'Báo chí|Bình đẳng giới|Bưu chính|Cán bộ, công chức|Căn cước công dân|Căn cước|Cảnh sát biển Việt Nam|Cạnh tranh|Chăn nuôi|Chứng khoán|Chuyển đổi số|Chuyển giao công nghệ|Công chứng|Công đoàn|Công nghệ cao|Công nghệ thông tin|Công nghiệp công nghệ số|Cư trú|' +
  'Dân quân tự vệ|Dân sự|Di sản văn hóa|Di sản văn hoá|Doanh nghiệp|Du lịch|Dữ liệu|Đa dạng sinh học|Đất đai|Đấu giá tài sản|Đấu thầu|Đầu tư công|Đầu tư|Điện ảnh|Điện lực|Đo đạc và bản đồ|Đo lường|' +
  'Giá|Giám định tư pháp|Giao dịch điện tử|Giao thông đường bộ|Giao thông đường thủy nội địa|Giáo dục|Giáo dục đại học|Giáo dục nghề nghiệp|Hải quan|Hàng không dân dụng Việt Nam|Hình sự|Hóa chất|Hòa giải ở cơ sở|Hôn nhân và gia đình|Hợp nhất văn bản quy phạm pháp luật|Hợp tác xã|' +
  'Kế toán|Khám bệnh, chữa bệnh|Khí tượng thủy văn|Khiếu nại, tố cáo|Khiếu nại|Khoáng sản|Khoa học và công nghệ|Khoa học, công nghệ và đổi mới sáng tạo|Kiểm toán nhà nước|Kiến trúc|Kinh doanh bất động sản|' +
  'Lao động|Lâm nghiệp|Lưu trữ|Lý lịch tư pháp|Mặt trận Tổ quốc Việt Nam|Ngân hàng Nhà nước Việt Nam|Ngân sách nhà nước|Nghĩa vụ quân sự|Người cao tuổi|Người khuyết tật|Nhà ở|Nuôi con nuôi|' +
  'Phí và lệ phí|Phổ biến, giáo dục pháp luật|Phòng cháy và chữa cháy và cứu nạn, cứu hộ|Phòng cháy và chữa cháy|Phòng, chống bạo lực gia đình|Phòng, chống bệnh truyền nhiễm|Phòng, chống ma túy|Phòng, chống mua bán người|Phòng, chống tác hại của rượu, bia|Phòng, chống tác hại của thuốc lá|Phòng, chống tham nhũng|Phòng, chống thiên tai|' +
  'Quản lý nợ công|Quản lý thuế|Quản lý, sử dụng tài sản công|Quảng cáo|Quốc phòng|Quy hoạch đô thị và nông thôn|Quy hoạch đô thị|Quy hoạch|Quốc tịch Việt Nam|Sở hữu trí tuệ|Sử dụng năng lượng tiết kiệm và hiệu quả|Tài nguyên nước|Tần số vô tuyến điện|Thanh niên|Thanh tra|Thi đua, khen thưởng|Thi hành án dân sự|Thi hành án hình sự|Thể dục, thể thao|Thống kê|Thủ đô|Thú y|Thủy lợi|Thủy sản|Thuế giá trị gia tăng|Thuế sử dụng đất phi nông nghiệp|Thuế thu nhập cá nhân|Thuế thu nhập doanh nghiệp|Thư viện|Thương mại|Thực hành tiết kiệm, chống lãng phí|Thực hiện dân chủ ở cơ sở|' +
  'Tiếp cận thông tin|Tiếp công dân|Tiêu chuẩn và quy chuẩn kỹ thuật|Tín ngưỡng, tôn giáo|Tổ chức Chính phủ|Tổ chức chính quyền địa phương|Tổ chức Hội đồng nhân dân và Ủy ban nhân dân|Tổ chức HĐND và UBND|Tổ chức Quốc hội|Tổ chức Tòa án nhân dân|Tổ chức Viện kiểm sát nhân dân|Tố cáo|Tố tụng dân sự|Tố tụng hành chính|Tố tụng hình sự|Trách nhiệm bồi thường của Nhà nước|Trẻ em|Trồng trọt|Trợ giúp pháp lý|Trưng cầu ý dân|Viên chức|Viễn thông|Việc làm|Xây dựng|Xuất bản|Xử lý vi phạm hành chính|Y tế dự phòng'
).split('|');

const LONGEST_FIRST = (one: string, other: string): number => other.length - one.length;
const KNOWN_LAW = new RegExp(`^(?:${[...LAW_NAMES].sort(LONGEST_FIRST).join('|')})(?!\\p{L})`, 'iu');

/** The known name of a law with which the text begins. */
export function knownLawName(text: string): string | undefined {
  return KNOWN_LAW.exec(text)?.[0];
}

const NUMBERED = [
  ...listDocumentKinds().map(({ name }) => name),
  'Kết luận',
  'Lệnh',
  'Công văn',
  'Quy chuẩn',
  'Văn bản',
  'Thông báo kết luận',
];

function anyCase(names: readonly string[]): string {
  const forms = names.flatMap((name) => [name, name.toLowerCase(), name.toUpperCase()]);
  return [...new Set(forms)].sort(LONGEST_FIRST).join('|');
}

/** Kinds of documents that carry a number, in any usual case. */
export const NUMBERED_KINDS = anyCase(NUMBERED);

const ATTACHED = Object.keys(ATTACHED_KIND_WORDS);
/** "Quy chế", "Quy định" …: what is issued with another text. Only with a capital, since "quy định" is a verb too. */
export const ATTACHED_KINDS = [...ATTACHED, 'Phụ lục'].sort(LONGEST_FIRST).join('|');

/** What may stand before "này" for the text itself. */
export const SELF_KINDS = [...new Set([...NUMBERED, ...ATTACHED, 'Luật', 'quy chế'])]
  .sort(LONGEST_FIRST)
  .join('|');

const WHOLE_DOCUMENTS = new Set(
  'Nghị quyết|Quyết định|Chỉ thị|Thông báo|Công văn|Công điện|Tờ trình|Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư|Thông tư liên tịch|Nghị quyết liên tịch|Văn bản|Văn bản hợp nhất|Báo cáo|Kế hoạch|Hướng dẫn|Lệnh|Kết luận'.split(
    '|',
  ),
);

/** Whether "… này" means the document as a whole and not what is issued with it. */
export function isWholeDocument(kind: string): boolean {
  return WHOLE_DOCUMENTS.has(kind);
}

/** The kind with its first letter capital only. */
export function kindInSentence(kind: string): string {
  const lower = kind.toLowerCase();
  return (
    NUMBERED.find((name) => name.toLowerCase() === lower) ?? lower.charAt(0).toUpperCase() + lower.slice(1)
  );
}

const MINISTRIES =
  'Công an|Công Thương|Dân tộc và Tôn giáo|Giáo dục và Đào tạo|Giao thông vận tải|Kế hoạch và Đầu tư|Khoa học và Công nghệ|Lao động - Thương binh và Xã hội|Lao động, Thương binh và Xã hội|Ngoại giao|Nội vụ|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|Quốc phòng|Tài chính|Tài nguyên và Môi trường|Thông tin và Truyền thông|Tư pháp|Văn hóa, Thể thao và Du lịch|Xây dựng|Y tế';
const LEVEL = 'tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu';
/** Words with a capital that begin a title and are no part of a place's name. */
const TITLE_WORDS =
  'Quy|Về|Ban|Ứng|Sửa|Phê|Hướng|Quản|Bãi|Công bố|Điều chỉnh|Bổ sung|Thành lập|Kiện toàn|Tổ chức|Triển khai';
const ISSUER = new RegExp(
  String.raw`^,?\s*của\s+((?:Thủ tướng )?Chính phủ|(?:Ủy ban [Tt]hường vụ )?Quốc hội|Chủ tịch nước|Ban Bí thư|Bộ Chính trị|(?:Bộ trưởng )?Bộ (?:${MINISTRIES})|(?:Chủ tịch |Thường trực )?(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân)(?: (?:${LEVEL})(?: (?!${TITLE_WORDS})\p{Lu}\p{Ll}*){0,4})?|Sở (?:${MINISTRIES})|Tỉnh ủy(?: (?!${TITLE_WORDS})\p{Lu}\p{Ll}*){0,3}|Bộ trưởng|Giám đốc Sở (?:${MINISTRIES}))(?!\p{L})`,
  'u',
);

/** "của Chính phủ" right after a number or date: the issuer. */
export function issuerAfter(text: string): string | undefined {
  return ISSUER.exec(text)?.[1];
}
