/** Parts of a legal text, from the part down to the indent: phần, chương, mục, tiểu mục, điều, khoản, điểm, tiết. */
export type ProvisionKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'clause'
  | 'point'
  | 'indent'
  | 'attachment'
  | 'appendix';

export const PROVISION_KINDS: readonly ProvisionKind[] = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'clause',
  'point',
  'indent',
  'attachment',
  'appendix',
];

/** Stretches of a document: legal bases, the text that orders, "Nơi nhận", signature, what is issued with it. */
export type Zone = 'preamble' | 'enacting' | 'recipients' | 'signature' | 'attachment';

export interface Provision {
  /** The same in every language and after corrections elsewhere: "quy-che-dieu-11-khoan-6-diem-a". */
  address: string;
  kind: ProvisionKind;
  /** As printed: "6", "a", "đ", "IV", "1.1"; of an attachment its kind ("Quy chế"); of an indent its place. */
  number: string;
  title: string;
  /** Plain text of its own without label and without children; paragraphs end with a line feed. */
  text: string;
  /** Index in `provisions`, -1 at the top. */
  parent: number;
  zone: Zone;
  depth: number;
}

/** Something in the numbering that a person should look at. */
export interface ProvisionFinding {
  code: 'gap' | 'repeated' | 'restarted' | 'backwards' | 'quoteOpen';
  /** Address of the provision where it was seen. */
  address: string;
  vi: string;
  en: string;
}

/** From and to count top elements of the body; `to` is the first that no longer belongs. */
export interface ZoneRange {
  zone: Zone;
  from: number;
  to: number;
}

export interface Structure {
  provisions: readonly Provision[];
  /** The body with `id` where each provision begins. */
  html: string;
  zones: readonly ZoneRange[];
  findings: readonly ProvisionFinding[];
  counts: Readonly<Record<ProvisionKind, number>>;
}
