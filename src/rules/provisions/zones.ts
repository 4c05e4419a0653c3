/** Where the legal bases end, where the signature stands, and where what is issued with the document begins. */
import { kindOfName } from '../intake/index.ts';
import { slugOf } from '../text/index.ts';
import type { Block } from './blocks.ts';
import { type Mark, markOf } from './marks.ts';
import type { Zone, ZoneRange } from './model.ts';
import { ATTACHED_KIND_WORDS } from './words.ts';

/** A block with what it begins with and where it stands. */
export interface Placed {
  block: Block;
  /** Not asked for inside quotations and tables. */
  mark: Mark | undefined;
  zone: Zone;
  quoted: boolean;
  /** The block is the heading of an attachment. */
  attachment?: AttachedHeading;
}

export interface AttachedHeading {
  /** "Quy chế"; empty when it is printed nowhere. */
  kind: string;
  title: string;
}

const FORMULA = /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|NGHỊ ĐỊNH|THÔNG TƯ|QUY ĐỊNH)\s*:\s*$/u;
const BASIS =
  /^(?:\d{1,2}[.)]\s*)?(?:Căn cứ|Xét |Theo (?:đề nghị|Tờ trình|Nghị quyết)|Thực hiện |Kính gửi|Để |Nhằm |Trên cơ sở|Được sự|Sau khi )/u;
const WITH = /^\(?\s*(?:ban hành\s+)?kèm theo\s/iu;
const RECIPIENTS = /^Nơi nhận\s*:?|^NƠI NHẬN\s*:?$/u;
const PREFIX = /^(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}/u;
const OFFICE =
  /^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG PHÒNG|TRƯỞNG BAN)(?:\s[\p{Lu}\s]*)?$/u;
const ORGAN = /^(?:(?:ỦY|UỶ) BAN|HỘI ĐỒNG|CỘNG H(?:ÒA|OÀ) XÃ HỘI)/u;

/** "Quy chế", when the line consists of the kind of an attachment in capitals. */
export function attachedKindOf(line: string): string | undefined {
  const text = line
    .trim()
    .replace(/[\s:.]+$/u, '')
    .replace(/\s+/gu, ' ');
  if (text.length > 40 || text !== text.toUpperCase()) return undefined;
  const known = Object.keys(ATTACHED_KIND_WORDS).find((kind) => kind.toUpperCase() === text);
  return known ?? kindOfName(text)?.name;
}

/** Places every block. `quoted` blocks begin nothing. */
export function placeBlocks(blocks: readonly Block[], quoted: readonly boolean[]): Placed[] {
  const marks = blocks.map(({ text, kind }, index) =>
    quoted[index] ? undefined : markOf(text, kind === 'heading'),
  );
  const start = startOf(blocks, marks);
  const walk: Walk = { zone: 'enacting', article: 0, named: false, form: false };
  return blocks.map((block, index) => {
    const mark = marks[index];
    if (index < start) return { block, mark: undefined, zone: 'preamble', quoted: false };
    const attachment = quoted[index] ? undefined : attachedHeading(blocks, marks, index, walk);
    step(walk, block, mark, attachment);
    const reads = walk.zone === 'enacting' || walk.zone === 'attachment';
    return {
      block,
      mark: reads && !attachment ? mark : undefined,
      zone: walk.zone,
      quoted: quoted[index] === true,
      ...(attachment && { attachment }),
    };
  });
}

type Walk = {
  zone: Zone;
  /** The zone before recipients and signature. */
  before?: Zone;
  article: number;
  /** A signature has got its name. */
  named: boolean;
  /** Within an appendix or a form, where signatures and articles are samples. */
  form: boolean;
};

/** The first block of the enacting text. */
function startOf(blocks: readonly Block[], marks: readonly (Mark | undefined)[]): number {
  const article = marks.findIndex((mark) => mark?.kind === 'article');
  const formula = blocks.findIndex(({ text }) => FORMULA.test(text.trim()));
  if (formula !== -1 && (article === -1 || formula < article)) return formula;
  const first = marks.findIndex(
    (mark, index) => mark && mark.kind !== 'indent' && !BASIS.test(blocks[index]?.text.trim() ?? ''),
  );
  const upper = article === -1 ? first : Math.min(article, headingBefore(marks, article));
  if (upper !== -1) return upper;
  const other = blocks.findIndex(({ text }) => !BASIS.test(text) && text !== text.toUpperCase());
  return other === -1 ? 0 : other;
}

/** Parts and chapters right above the first article belong to it; numbered bases do not. */
function headingBefore(marks: readonly (Mark | undefined)[], article: number): number {
  const found = marks.findIndex((mark) => mark && /^(?:part|chapter|section)$/u.test(mark.kind));
  return found === -1 ? article : Math.min(found, article);
}

function step(
  walk: Walk,
  { text }: Block,
  mark: Mark | undefined,
  attachment: AttachedHeading | undefined,
): void {
  const line = text.trim();
  const appendix = mark?.kind === 'appendix' || (mark?.kind === 'form' && walk.zone !== 'enacting');
  if (attachment || appendix) {
    Object.assign(walk, { zone: 'attachment', article: 0, named: false, form: appendix });
    return;
  }
  if (mark?.kind === 'article') enterArticle(walk, mark.value);
  if (walk.form || mark?.kind === 'article') return;
  const closes = walk.zone === 'recipients' || walk.zone === 'signature';
  if (RECIPIENTS.test(line)) enterClosing(walk, 'recipients');
  else if (PREFIX.test(line) || (OFFICE.test(line) && (closes || walk.article > 0)))
    enterClosing(walk, 'signature');
  else if (walk.zone === 'signature' && walk.named && ORGAN.test(line)) walk.zone = 'attachment';
  else if (closes && mark?.kind === 'chapter') walk.zone = 'attachment';
  else if (walk.zone === 'signature' && /^\p{Lu}\p{Ll}/u.test(line)) walk.named = true;
}

function enterClosing(walk: Walk, zone: Zone): void {
  if (walk.zone !== 'recipients' && walk.zone !== 'signature') walk.before = walk.zone;
  walk.zone = zone;
}

/** The next article after a wrongly seen signature goes on; article 1 after a signature begins an attachment. */
function enterArticle(walk: Walk, value: number): void {
  if (walk.zone === 'recipients' || walk.zone === 'signature')
    walk.zone = value > walk.article && walk.article > 0 ? (walk.before ?? 'enacting') : 'attachment';
  walk.article = value;
}

/** "QUY CHẾ" and its title above "(Ban hành kèm theo …)", or alone after the signature. */
function attachedHeading(
  blocks: readonly Block[],
  marks: readonly (Mark | undefined)[],
  index: number,
  walk: Walk,
): AttachedHeading | undefined {
  const block = blocks[index];
  const mark = marks[index];
  if (!block || (mark && mark.kind !== 'capital')) return undefined;
  const [first = '', ...more] = block.text.split('\n').map((line) => line.trim());
  const kind = attachedKindOf(first);
  const closes = walk.zone === 'recipients' || walk.zone === 'signature';
  const announced = withLine(blocks, marks, index);
  if (walk.form && (announced === 0 || kind === undefined)) return undefined;
  if (kind !== undefined && (announced > 0 || (closes && walk.article > 0))) {
    const titled = blocks.slice(index + 1, index + Math.max(1, announced)).map(({ text }) => text.trim());
    return { kind, title: [...more, ...titled].join(' ').trim() };
  }
  const isHeading = block.kind === 'heading' && announced === 1 && !FORMULA.test(first);
  return isHeading ? { kind: '', title: block.text.replace(/\s+/gu, ' ').trim() } : undefined;
}

/** How many blocks further down "(Ban hành kèm theo …)" stands; 0 for not near. */
function withLine(blocks: readonly Block[], marks: readonly (Mark | undefined)[], index: number): number {
  for (let ahead = 1; ahead <= 4; ahead += 1) {
    if (WITH.test(blocks[index + ahead]?.text ?? '')) return ahead;
    if (marks[index + ahead] || /[.;]$/u.test(blocks[index + ahead]?.text ?? '')) return 0;
  }
  return 0;
}

/** "Ban hành kèm theo Quyết định này Quy chế …": the kind of what is issued, for a heading that has lost it. */
export function announcedKind(texts: readonly string[]): string {
  const kinds = Object.keys(ATTACHED_KIND_WORDS).join('|');
  const pattern = new RegExp(
    String.raw`ban hành (?:kèm )?theo [^.;]{3,40}? này\s*["“]?(?:bản\s+)?(${kinds})(?!\p{L})`,
    'iu',
  );
  const found = texts.map((text) => pattern.exec(text)?.[1]).find((kind) => kind !== undefined);
  const known = Object.keys(ATTACHED_KIND_WORDS).find((kind) => kind.toLowerCase() === found?.toLowerCase());
  return known ?? '';
}

/** The address of an attachment by its kind: "quy-che"; "kem-theo" when the kind is unknown. */
export function attachmentSlug(kind: string): string {
  return slugOf(kind) || 'kem-theo';
}

/** Stretches of the same zone, by top elements of the body. */
export function rangesOf(placed: readonly Placed[]): ZoneRange[] {
  const ranges: ZoneRange[] = [];
  for (const { block, zone } of placed) {
    const last = ranges.at(-1);
    if (last?.zone === zone) last.to = block.top + 1;
    else if (last && last.to > block.top) continue;
    else ranges.push({ zone, from: last?.to ?? 0, to: block.top + 1 });
  }
  return ranges;
}
