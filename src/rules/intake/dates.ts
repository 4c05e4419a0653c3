import { addDays, type CivilDate, isCivilDate } from '../calendar/index.ts';

/** A date as Vietnamese documents print it: "ngày 05 tháng 6 năm 2020", "22/4/2011", "05-02-2026". */
export const PRINTED_DATE = String.raw`(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}`;

/** The first date of a text, day before month; undefined when there is none or it does not exist. */
export function readDate(text: string): { on: CivilDate; printed: string } | undefined {
  const printed = new RegExp(PRINTED_DATE, 'iu').exec(text)?.[0];
  const [day, month, year] = printed?.match(/\d+/gu) ?? [];
  if (!printed || !day || !month || !year) return undefined;
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(on) ? { on, printed } : undefined;
}

export type Effect =
  | { kind: 'printed'; on: CivilDate; printed: string }
  | { kind: 'afterSigning'; days: number; printed: string }
  | { kind: 'unknownEvent'; printed: string };

const SUBJECT = String.raw`(?:quyết định|nghị quyết|chỉ thị|văn bản|quy chế|quy định|thông tư(?:\s+liên\s+tịch)?|nghị định|kế hoạch|thông báo|hướng dẫn|luật|pháp lệnh|đề án|chương trình)(?:\s+này)`;
const IN_FORCE = String.raw`có\s+hiệu\s+lực(?:\s+(?:thi\s+hành|pháp\s+luật|áp\s+dụng))?`;

/**
 * What a line says about the entry into force of the document itself ("Quyết định này có hiệu lực …"). Later texts
 * named in the same line (replaced ones) are not meant.
 */
export function readEffect(line: string): Effect | undefined {
  const clause = new RegExp(`${SUBJECT}\\s+${IN_FORCE}\\s*(.{0,160})`, 'iu').exec(line);
  const rest = clause?.[1];
  if (!clause || rest === undefined) return undefined;
  const short = (length: number) => clause[0].slice(0, clause[0].length - rest.length + length).trim();
  const date = new RegExp(`^[\\s,]*(?:kể\\s+)?(?:từ\\s+)?(?:${PRINTED_DATE})`, 'iu').exec(rest);
  const read = date && readDate(date[0]);
  if (date && read) return { kind: 'printed', on: read.on, printed: short(date[0].length) };
  const after =
    /^[\s,]*sau\s+(\d{1,3})\s*(?:\([^)]*\)\s*)?ngày,?\s+(?:kể\s+)?từ\s+ngày\s+(?:được\s+)?ký(?:\s+ban\s+hành)?/iu.exec(
      rest,
    );
  if (after) return { kind: 'afterSigning', days: Number(after[1]), printed: short(after[0].length) };
  const signing = /^[\s,]*(?:kể\s+)?(?:từ\s+)?ngày\s+(?:được\s+)?(?:ký|ban\s+hành)(?:\s+ban\s+hành)?/iu.exec(
    rest,
  );
  if (signing) return { kind: 'afterSigning', days: 0, printed: short(signing[0].length) };
  return { kind: 'unknownEvent', printed: clause[0].trim() };
}

/**
 * The day a text signed on `issuedOn` takes effect "sau N ngày kể từ ngày ký": the day of signing is not counted
 * (BLDS 2015 Đ147.3), the N-th day after it is the first day of effect, as official lists of texts reckon it.
 */
export function effectAfterSigning(issuedOn: CivilDate, days: number): CivilDate {
  return addDays(issuedOn, days);
}
