import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Cơ quan ban hành',
  lead: 'Văn bản giữ nguyên tên cơ quan như in trên bản gốc. Danh sách này nói tên nào là cơ quan nào, nay ai kế thừa, để người đọc tìm một lần là đủ.',
  count: (n: number) => `${n} cơ quan`,
  name: 'Tên đầy đủ',
  nameHelp: 'Như in trên văn bản, ví dụ “Sở Thông tin và Truyền thông”.',
  forms: 'Cách viết khác, tên viết tắt',
  formsHelp:
    'Mỗi dòng một cách. Chữ hoa, chữ thường, dấu phẩy, “UBND” và “Ủy ban nhân dân” đã được coi là một, không cần ghi.',
  firstOn: 'Ngày đầu',
  lastOn: 'Ngày cuối',
  dayHelp: 'Để trống nếu chưa rõ, hoặc cơ quan còn hoạt động.',
  time: 'Thời gian',
  from: (day: string) => `từ ${day}`,
  until: (day: string) => `đến hết ${day}`,
  heirs: 'Kế thừa',
  heir: (name: string, day: string) => `${name} (từ ${day})`,
  here: 'Có trên hệ thống',
  hereNote: 'Tên và ngày của cơ quan này lấy từ “Các cổng”; ở đây chỉ ghi thêm cách viết khác.',
  none: 'Chưa có cơ quan nào.',
  add: 'Thêm cơ quan',
  addNote:
    'Dùng cho cơ quan không có cổng ở đây: đã sáp nhập, chia tách, đổi tên trước khi lập cổng, hoặc cấp trên.',
  change: 'Sửa',
  save: 'Lưu',
  remove: 'Bỏ khỏi danh sách',
  removeNote: 'Văn bản vẫn giữ tên cơ quan như đã in.',
  successions: 'Ai kế thừa cơ quan này',
  predecessors: 'Cơ quan này kế thừa ai',
  successor: 'Cơ quan kế thừa',
  on: 'Từ ngày',
  basis: 'Căn cứ',
  basisHelp: 'Số, ngày, cơ quan ban hành của văn bản sáp nhập, chia tách hoặc đổi tên.',
  addSuccession: 'Ghi quan hệ kế thừa',
  successionNone: 'Chưa ghi ai kế thừa.',
  fromClosing: 'Theo việc đóng cổng',
  undo: 'Bỏ',
};

const en: typeof vi = {
  title: 'Issuing bodies',
  lead: 'Documents keep the name of their issuer as it is printed. This register says which body a name is and who came after it, so that readers search once.',
  count: (n) => `${n} bodies`,
  name: 'Full name',
  nameHelp: 'As printed on documents, for example “Sở Thông tin và Truyền thông”.',
  forms: 'Other forms, abbreviations',
  formsHelp:
    'One a line. Capitals, commas, “UBND” and “Ủy ban nhân dân” count as one already and need not be written.',
  firstOn: 'First day',
  lastOn: 'Last day',
  dayHelp: 'Leave it empty when it is not known, or the body is at work.',
  time: 'Time',
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  heirs: 'Successors',
  heir: (name, day) => `${name} (from ${day})`,
  here: 'In the system',
  hereNote: 'Name and days of this body come from “Portals”; only other forms are added here.',
  none: 'There are no bodies yet.',
  add: 'Add a body',
  addNote:
    'For bodies without a portal here: merged, divided or renamed before there was one, or a superior.',
  change: 'Change',
  save: 'Save',
  remove: 'Take out of the register',
  removeNote: 'Documents keep the name that is printed on them.',
  successions: 'Who came after this body',
  predecessors: 'Whom this body came after',
  successor: 'Successor',
  on: 'From',
  basis: 'Basis',
  basisHelp: 'Number, date and issuer of the text that merges, divides or renames.',
  addSuccession: 'Record a succession',
  successionNone: 'No successor is recorded.',
  fromClosing: 'By the closing of the portal',
  undo: 'Remove',
};

const issuerTexts = { vi, en };

export function issuerWords(lang: Lang): typeof vi {
  return issuerTexts[lang];
}
