import { formatDate } from '../../src/rules/calendar/index.ts';
import { ITEM_FORMS, type ItemForm, shownFacts, typedOf } from '../../src/rules/item-forms/index.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { type ContentKind, pageKinds } from '../../src/rules/profile/index.ts';
import type { SentFile } from './desk.ts';
import { correctedFacts, specimenFacts } from './specimens.ts';

/** A kind of content as its writer fills it in, and as everybody then reads it. Invented, for tests. */
export interface Kind {
  /** What the names of tests call it. */
  name: string;
  /** The form of its item, as the choice at the desk has it; undefined for an article. */
  form: ItemForm | undefined;
  /** Of the section it stands in. */
  section: ContentKind;
  title: Readonly<Record<Lang, string>>;
  /** What is typed into the fields that are this kind's own. */
  typed: Readonly<Record<string, string>>;
  /** The same after a correction. */
  corrected: Readonly<Record<string, string>>;
  files: readonly SentFile[];
  /** Words of its fields that readers see. */
  shown(lang: Lang): string[];
  /** Words of its fields that stay on the desk. */
  inside: readonly string[];
  /** Words that a correction takes away, and puts there. */
  change: { was: string; is: string };
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

function kindOfForm(form: ItemForm): Kind {
  const first = specimenFacts(form);
  const { facts, was, is } = correctedFacts(form);
  return {
    ...{ name: form.code, form, section: form.kinds[0] ?? 'other', change: { was, is } },
    title: { vi: `Mẫu ${form.name.vi}`, en: `Sample: ${form.name.en}` },
    ...{ typed: typedOf(form, first), corrected: typedOf(form, facts) },
    files: form.needs?.what === 'file' ? [['attach', 'ban-ve.pdf', PDF]] : [],
    inside: form.fields.flatMap(({ code, internal, kind }) =>
      internal && kind === 'text' ? [first[code] ?? ''] : [],
    ),
    shown(lang) {
      const { glance, blocks, tables } = shownFacts(form, first, lang);
      return [
        ...glance.map((one) => one.text),
        ...blocks.flatMap(({ lines }) => lines),
        ...tables.flatMap(({ rows }) => rows.flat()),
      ];
    },
  };
}

const BODY = { was: 'Nội dung mẫu.', is: 'Nội dung mẫu đã sửa.' };

/** An article in a kind of section, with what the editor asks for there beside the text. */
function article(section: ContentKind, more: Partial<Kind> = {}): Kind {
  return {
    ...{ name: `article in ${section}`, form: undefined, section, change: BODY, inside: [], files: [] },
    title: { vi: `Bài mẫu ở mục ${section}`, en: `Sample article in ${section}` },
    ...{ typed: {}, corrected: { body: BODY.is, bodyMode: 'text' } },
    shown: () => [],
    ...more,
  };
}

const NUMBER = { 'f-number': '93/QĐ-MAU', 'f-issuer': 'Sở Mẫu', 'f-issuedOn': '2026-11-16' };
const speaksOfDocument: Partial<Kind> = {
  typed: NUMBER,
  corrected: { ...NUMBER, 'f-issuer': 'Sở Mẫu đã sửa' },
  change: { was: 'Sở Mẫu', is: 'Sở Mẫu đã sửa' },
  shown: (lang) => ['93/QĐ-MAU', 'Sở Mẫu', formatDate('2026-11-16', lang, 'short')],
};

const SIGNED_TEXT = 'Điều 1. Ban hành quy định mẫu.\n\nĐiều 2. Chánh Văn phòng mẫu thi hành.';
const SIGNED = {
  ...{ 'f-number': '15/2026/QĐ-UBND', 'f-type': 'Quyết định', 'f-issuer': 'Ủy ban nhân dân tỉnh mẫu' },
  ...{ 'f-issuedOn': '2026-11-16', 'f-inForceFrom': '2026-12-01', 'f-signer': 'Nguyễn Văn Mẫu' },
  ...{ 'f-expiresOn': '', 'f-field': 'Nông nghiệp mẫu' },
};
/** A signed text, which the library reads and shows in its own way. */
const signedDocument: Partial<Kind> = {
  title: { vi: 'Quyết định mẫu về trồng rừng', en: 'Sample decision on forests' },
  typed: { ...SIGNED, body: SIGNED_TEXT },
  corrected: { ...SIGNED, 'f-signer': 'Trần Thị Mẫu', body: SIGNED_TEXT },
  change: { was: 'Nguyễn Văn Mẫu', is: 'Trần Thị Mẫu' },
  files: [['attach', 'quyet-dinh.pdf', PDF]],
  shown: (lang) => [
    ...['15/2026/QĐ-UBND', 'Quyết định', 'Ủy ban nhân dân tỉnh mẫu', 'Nguyễn Văn Mẫu', 'Nông nghiệp mẫu'],
    ...[formatDate('2026-11-16', lang, 'short'), formatDate('2026-12-01', lang, 'short')],
    'Chánh Văn phòng mẫu thi hành.',
  ],
};

const OF_SECTION: Partial<Record<ContentKind, Partial<Kind>>> = {
  direction: speaksOfDocument,
  'legal-dissemination': speaksOfDocument,
};

/** Every form, and an article in every kind of section that a portal can have; English is no section. */
export const KINDS: readonly Kind[] = [
  ...ITEM_FORMS.map(kindOfForm),
  ...pageKinds.filter((kind) => kind !== 'english').map((kind) => article(kind, OF_SECTION[kind])),
  article('documents', signedDocument),
];

/** An article whose text shows files of the library, which are there once the ground is open. */
export function mediaKind(html: () => string): Kind {
  const title = { vi: 'Bài mẫu có ảnh, phim, ghi âm', en: 'Sample with pictures and film' };
  const change = { was: 'Phim mẫu.', is: 'Phim mẫu đã sửa.' };
  const kind = article('news', {
    ...{ name: 'article with pictures, film and recording', title, change },
    shown: () => ['Ảnh mẫu thứ nhất', 'Phim mẫu.', 'Lời ghi âm', 'Ghi âm mẫu.'],
  });
  return {
    ...kind,
    get typed() {
      return { body: html(), bodyMode: 'html' };
    },
    get corrected() {
      return { body: html().replace(change.was, change.is), bodyMode: 'html' };
    },
  };
}

/** A signed answer to a question: made where questions are answered, and from then on an item like others. */
export const ANSWER_KIND: Kind = article('questions', {
  ...{ name: 'answer to a question', title: { vi: 'Hỗ trợ giống ngô vụ xuân', en: 'Maize seed' } },
  corrected: { body: 'Có. Đăng ký trước ngày 20 tháng 12.', bodyMode: 'text' },
  change: { was: 'trước ngày 15 tháng 12', is: 'trước ngày 20 tháng 12' },
  shown: (lang) => (lang === 'vi' ? ['Hộ trồng ngô có được hỗ trợ giống không?'] : []),
});
