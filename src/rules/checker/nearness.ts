/** Who stands beside a number: a person, or an office whose number is public. Read without marks, with capitals. */
import { foldKeepingPlace, isSurname } from '../personal-data/index.ts';
import { foldVietnamese } from '../text/index.ts';

/** Words that begin an office, in folded small letters. */
const OFFICE = new RegExp(
  `(?<![a-z])(?:${[
    'ubnd|uy ban|hdnd|hoi dong nhan dan|ubmttq|mttq|mat tran|tinh uy|huyen uy|dang uy|van phong|van thu|so [a-z]+|phong [a-z]+|ban (?:quan ly|chi huy|chi dao|bien tap|to chuc|tiep cong dan|dan van|tuyen giao)',
    'trung tam|cong an|bo chi huy|don bien phong|bien phong|quan su|benh vien|tram (?:y te|thu y|kiem lam|bao ve|bvtv|khuyen nong)|y te|phong kham|chi cuc|cuc [a-z]+|tong cuc|bo [a-z]+|hat kiem lam|vuon quoc gia',
    'truong|hoc vien|dai hoc|cao dang|vien [a-z]+|toa an|thanh tra|thi hanh an|kho bac|ngan hang|thue|hai quan|bao hiem xa hoi|buu dien|buu cuc|dien luc|cong ty|doanh nghiep|hop tac xa|htx|lien hiep|tap doan|chi nhanh|cua hang|nha may|nha xuat ban',
    'quy [a-z]+|hoi (?:nong dan|phu nu|cuu chien|chu thap|nguoi|khuyen hoc|lien hiep|luat gia|dong y)|doan thanh nien|lien doan|cong doan|co quan|don vi|bo phan|mot cua|to cong tac|to giup viec|doi (?:quan ly|canh sat|csgt|phong chay)|bao tang|thu vien|nha van hoa|toa soan|dai (?:phat thanh|truyen hinh)|nha thau|ben moi thau|chu dau tu|khach san|nha khach',
    'tong dai|duong day nong|hotline|truc ban|cap cuu|cuu hoa|cuu nan|cuu ho|so may truc|dau moi',
  ].join('|')})(?![a-z])`,
);

/** A number everyone is asked to ring. */
const PUBLIC_LINE =
  /(?<![a-z])(?:tong dai|duong day nong|hotline|truc ban|truc (?:24|bao|cap cuu|phong chong)|so (?:may )?truc|cap cuu|cuu hoa|so khan cap|may truc|tiep nhan phan anh)(?![a-z])/;

export function namesOffice(text: string): boolean {
  return OFFICE.test(foldVietnamese(text));
}

export function isPublicLine(text: string): boolean {
  return PUBLIC_LINE.test(foldVietnamese(text));
}

/** Words before a name that make it the name of a place or of an office. */
const PLACE_BEFORE =
  /(?<![a-z])(?:duong|pho|dai lo|xa|phuong|huyen|tinh|thon|ban|truong|thpt|thcs|tieu hoc|mam non|mau giao|dai hoc|hoc vien|quy|giai|giai thuong|cong vien|quang truong|benh vien|den|chua|dinh|song|ho|cau|nui|hang|khu|thanh pho|tp|tp\.|doan|tncs|thieu nien|doi|chu tich|tu tuong|lang|bao tang|nha luu niem|day|cao nguyen|ten|danh hieu|dao|khoi nghia|thoi|tnhh|mtv|co phan|cong ty|dntn|doanh nghiep|tu nhan|htx|nha xe|nha hang|cua hang|xuong|tiem|trieu|di tich|tuong dai|nghia trang)\s+$/;
const HONOUR =
  '(?:[oô]ng|[bB]à|[aA]nh|[cC]hị|[eE]m|[cC]háu|[cC]ụ|[cC]ô|[cC]hú|[bB]ác|[bB]é|[bB]ệnh nhân|[đĐ]ối tượng|[bB]ị can|[bB]ị cáo|[hH]ọc sinh|[sS]inh viên|[cC]ông dân|[nN]ạn nhân|[tT]hí sinh|[đĐ]ồng chí|[đĐ]/c|Ông|[vV]ợ|[cC]hồng|[cC]on)';
const AFTER_HONOUR = new RegExp(`(?<!\\p{L})${HONOUR} (\\p{Lu}\\p{Ll}*(?:[ .]\\p{Lu}[\\p{Ll}]*){0,4})`, 'gu');
const CAPITAL_RUN = /(?<![\p{L}/])\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,5}(?!\p{L})/gu;
/** After an honorific these are no person: "ông Chủ tịch", "Anh quốc", "hộ Nghèo". */
const NOT_A_NAME =
  /^(?:Chủ|Phó|Giám|Bí|Trưởng|Tổng|Thủ|Bộ|Thứ|Hiệu|Viện|Chánh|Cục|Ủy|Uỷ|Đại|Tổ|Nghèo|Rịa|Triệu|Đen|Nà|Vụ|Quốc|Em|Chị|Anh|UBND|Hội|Ban|Sơn Tây|Kỳ)/;

/** The names of persons in a text: behind an honorific, or a surname with two or more words after it. */
export function personsIn(raw: string): string[] {
  const text = foldKeepingPlace(raw).marked.replace(/\s/g, ' ');
  const found: string[] = [];
  for (const [, name = ''] of text.matchAll(AFTER_HONOUR))
    if (!NOT_A_NAME.test(name) && !isShout(name)) found.push(name);
  for (const { 0: run, index } of text.matchAll(CAPITAL_RUN)) {
    const words = run.split(' ');
    for (let at = 0; at + 2 < words.length; at += 1) {
      const first = words[at] ?? '';
      if (!isSurname(first) || !isNameOrder(words.slice(at), first)) continue;
      const offset = index + words.slice(0, at).join(' ').length;
      const before = foldVietnamese(`${text.slice(Math.max(0, offset - 16), offset).trimEnd()} `);
      if (PLACE_BEFORE.test(before)) continue;
      found.push(words.slice(at, at + 5).join(' '));
      break;
    }
  }
  return found;
}

export function namesPerson(text: string): boolean {
  return personsIn(text).length > 0;
}

function isShout(name: string): boolean {
  return name.length > 1 && name === name.toUpperCase() && !/ /.test(name);
}

/** Three words at least; in a line of capitals only with văn or thị, and never the name of a place or a leader of old. */
function isNameOrder(words: readonly string[], first: string): boolean {
  const [, second = '', third = ''] = words;
  const name = foldVietnamese(`${first} ${second} ${third}`);
  if (
    /^(?:ho chi minh|hoang lien son|ba dinh|dong da|thai binh duong|ha noi|lao cai|vo nguyen giap|ton duc thang|cao bang|le loi)/.test(
      name,
    )
  )
    return false;
  const middle =
    /^(?:van|thi|a|huu|duc|ngoc|minh|quang|dinh|xuan|thanh|cong|ba|trong|kim|thu|hong|tuan|duy|quoc|gia|nhat|bich|thuy|my|phuong|mai|lan|hoang|khanh|anh|viet|tien|seo|lao|lo|mi|phu|y|chi|dang|the|manh|cao|van|vang|si|sy|dac|nhu|bao|tran|nguyen|le|diem|kieu|to|tan|trung|hai|son|hung)$/;
  if (!middle.test(foldVietnamese(second))) return false;
  const isCapitals = words.every((word) => word === word.toUpperCase());
  return !isCapitals || /^(?:van|thi|a)$/.test(foldVietnamese(second));
}
