import type { Words } from '../lang.ts';

/** Why a user name cannot be used, and what to do. */
export const usernameWords: Record<
  'empty' | 'characters' | 'too-long' | 'pattern' | 'taken',
  (suggestion: string) => Words
> = {
  empty: (name) => ({
    vi: `Hãy nhập tên đăng nhập, ví dụ: ${name}.`,
    en: `Enter a user name, for example ${name}.`,
  }),
  characters: (name) => ({
    vi: `Tên đăng nhập chỉ gồm chữ thường không dấu và chữ số, viết liền. Hãy dùng: ${name}.`,
    en: `A user name has only small letters without marks and digits, joined. Use ${name}.`,
  }),
  'too-long': (name) => ({
    vi: `Tên đăng nhập dài quá 40 ký tự. Hãy dùng: ${name}.`,
    en: `A user name has at most 40 characters. Use ${name}.`,
  }),
  pattern: (name) => ({
    vi: `Tên đăng nhập phải gồm chữ đầu của họ và tên đệm, tên, rồi tên viết tắt đơn vị. Hãy dùng: ${name}.`,
    en: `A user name is made of the initials of surname and middle names, the given name and the abbreviation of the unit. Use ${name}.`,
  }),
  taken: (name) => ({
    vi: `Tên đăng nhập này đã có người dùng. Hãy dùng: ${name}.`,
    en: `This user name is taken. Use ${name}.`,
  }),
};

/** Why a host cannot be used, and what to do. */
export const domainWords: Record<
  | 'characters'
  | 'not-gov-vn'
  | 'fixed-host'
  | 'parent'
  | 'level'
  | 'not-abbreviation'
  | 'not-full-name'
  | 'taken'
  | 'same-name',
  (tail: { rule: Words; suggestion: string }) => Words
> = {
  characters: (tail) =>
    told(
      tail,
      'Tên miền chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, không có khoảng trống.',
      'A host has only small letters without marks, digits and hyphens, and no spaces.',
    ),
  'not-gov-vn': (tail) => told(tail, 'Tên miền phải nằm dưới gov.vn.', 'The host must end in gov.vn.'),
  'fixed-host': (tail) => told(tail, 'Quy chế đã ấn định tên miền này.', 'The regulation fixes this host.'),
  parent: (tail) =>
    told(
      tail,
      'Tên miền phải đứng ngay dưới tên miền cấp trên.',
      'The host must stand directly under the host of its superior.',
    ),
  level: (tail) =>
    told(
      tail,
      'Tên miền chưa đúng cấp theo quy chế.',
      'The host is not at the level the regulation asks for.',
    ),
  'not-abbreviation': (tail) =>
    told(
      tail,
      'Phải dùng tên viết tắt của cơ quan; nếu dùng tiếng Anh, hãy khai tên viết tắt tiếng Anh trong hồ sơ cơ quan.',
      "Use the abbreviation of the body; for English, enter the English abbreviation in the body's record.",
    ),
  'not-full-name': (tail) =>
    told(
      tail,
      'Phải dùng tên đầy đủ của địa phương, không dấu, viết liền.',
      'Use the full name of the locality, without marks, joined.',
    ),
  taken: (tail) =>
    told(tail, 'Tên miền này đã được cấp cho cơ quan khác.', 'The host is already given to another body.'),
  'same-name': (tail) =>
    told(
      tail,
      'Trong tỉnh có nhiều đơn vị trùng tên, cần thêm phần để phân biệt (pháp luật chưa quy định).',
      'Several bodies of the province bear this name; add something to tell them apart (no text says what).',
    ),
};

function told({ rule, suggestion }: { rule: Words; suggestion: string }, vi: string, en: string): Words {
  const use =
    suggestion === '' ? { vi: '', en: '' } : { vi: ` Hãy dùng: ${suggestion}.`, en: ` Use ${suggestion}.` };
  return {
    vi: `${vi}${use.vi}${rule.vi === '' ? '' : ` Căn cứ: ${rule.vi}.`}`,
    en: `${en}${use.en}${rule.en === '' ? '' : ` Basis: ${rule.en}.`}`,
  };
}

/** Notes beside an accepted host. */
export const domainNotes = {
  agreed: (parties: Words): Words => ({
    vi: `Cần có ý kiến thống nhất của: ${parties.vi}.`,
    en: `Needs the agreement of: ${parties.en}.`,
  }),
  supplied: (by: Words): Words => ({
    vi: `Tên miền do ${by.vi} cấp.`,
    en: `The name is supplied by: ${by.en}.`,
  }),
  ipv6: { vi: 'Máy chủ phải truy cập được qua IPv6.', en: 'The host must be reachable over IPv6.' },
  noRule: {
    vi: 'Không có quy định về tên miền cho loại cơ quan này; chỉ kiểm tra dạng viết.',
    en: 'No text has a rule on hosts for this kind of body; only the spelling was checked.',
  },
  nationalForm: (form: string): Words => ({
    vi: `Quy định chung hiện hành của Trung ương đặt dạng ${form}; tên theo quy chế địa phương vẫn được nhận.`,
    en: `The national rule in force has the form ${form}; the name by the local regulation is accepted.`,
  }),
};
