/** The signature: capacity in capitals (TM., KT., TL., TUQ., Q. and office), then the full name. */
import { type Reading, reading } from './reading.ts';
import { type Scrap, scrapOf } from './scraps.ts';
import { isCapitals, type SourceLine } from './source.ts';

export type Signature = {
  signer?: Reading<string>;
  /** Capacity as printed, its lines joined by " / ". */
  capacity?: Reading<string>;
  /** Names printed twice, by line number. */
  repeated: Scrap[];
};

const CAPACITY =
  /^(?:(?:TM|KT|TL|TUQ|Q|TUN)\s*\.\s*)?(?:TM\.|(?:ỦY|UỶ) BAN|HỘI ĐỒNG|CHỦ TỊCH|PHÓ |GIÁM ĐỐC|CHÁNH|TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CỤC TRƯỞNG|CHI CỤC|HIỆU TRƯỞNG|VIỆN TRƯỞNG|TỔNG )/u;
const PREFIX = /^(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}/u;
/** Lines between capacity and name: a stamp note such as "(Đã ký)". */
const SIGNED = /^[([]?\s*đã ký\s*[)\]]?$/iu;
const NAME = /^(?:(?:GS|PGS|TS|ThS|BS|KS|CN|Ông|Bà)\.?\s*)*\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5}$/u;

/** Reads the first signature of the text (that of the document; attachments follow it). */
export function readSignature(lines: readonly SourceLine[]): Signature {
  const result: Signature = { repeated: [] };
  for (const [index, line] of lines.entries()) {
    const cell = line.cells.find((text) => PREFIX.test(text) || (isCapitals(text) && CAPACITY.test(text)));
    if (!cell || !isSignatureStart(lines, index, cell)) continue;
    const block = readBlock(lines, index, cell);
    if (block.name) {
      result.signer ??= block.name;
      result.capacity ??= block.capacity;
      result.repeated.push(...block.repeated);
    } else if (PREFIX.test(cell) && !result.signer) result.capacity ??= block.capacity;
  }
  return result;
}

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN …" also stands above the legal bases; a signature has its prefix or comes after Điều. */
function isSignatureStart(lines: readonly SourceLine[], index: number, cell: string): boolean {
  const before = lines[index - 1]?.text ?? '';
  if (PREFIX.test(cell)) return !PREFIX.test(before);
  const afterArticles = lines
    .slice(0, index)
    .some(({ text }) => /^(?:[ĐÐ](?:iều|IỀU)\s*\d|Kính gửi|Nơi nhận)|\.\/\.$/u.test(text));
  return afterArticles && !isCapitals(before);
}

function readBlock(lines: readonly SourceLine[], start: number, cell: string) {
  const offices = [cell];
  const first = lines[start]?.no ?? 0;
  let index = start + 1;
  while (index < lines.length && offices.length < 5) {
    const text = lines[index]?.text ?? '';
    if (
      !(
        isCapitals(text) &&
        (PREFIX.test(text) || CAPACITY.test(text) || /^(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG) /u.test(text))
      )
    )
      break;
    offices.push(text);
    index += 1;
  }
  while (SIGNED.test(lines[index]?.text ?? '')) index += 1;
  const named = lines[index];
  const capacity = reading(offices.join(' / '), offices.join(' / '), first, 'signature');
  const repeated: Scrap[] = [];
  if (!named || !NAME.test(named.text)) return { capacity, repeated };
  while (lines[index + 1]?.text === named.text && lines[index + 1]) {
    index += 1;
    const again = lines[index];
    if (again) repeated.push(scrapOf('repeatedSignature', again));
  }
  const value = named.text.replace(
    /^(?:(?:GS|PGS|TS|ThS|BS|KS|CN|Ông|Bà)\.?\s+|(?:GS|PGS|TS|ThS|BS|KS|CN)\.)+/u,
    '',
  );
  return { capacity, repeated, name: reading(value, named.text, named.no, 'signature') };
}
