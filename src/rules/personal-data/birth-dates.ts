import type { Mark } from './kinds.ts';

const DAY = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)?\d\d|\d{1,2} thang \d{1,2},?(?: nam)? (?:19|20)\d\d`;
const MONTH = String.raw`(?:thang )?\d{1,2}(?:\s?[/.-]\s?| nam )(?:19|20)\d\d`;
const YEAR = String.raw`(?:19|20)\d\d`;

// "Học sinh năm 2024", "tuyển sinh", "khai sinh ngày", "phát sinh": no birth of the person who writes.
const NOT_BORN = String.raw`(?<!\p{L})(?:hoc|tuyen|thi|ve|khai|phat|hy|hi|an|dan|moi|nay|ky|tai|quan|van|du|tien|giao|sac|ho|chung|hoa) `;
// "Công dân sinh năm 2007": a class of people, not one.
const ANYONE = String.raw`(?<!\p{L})(?:cong dan|tre em|tre|nguoi|thanh nien|phu nu|doi tuong|nam gioi|nu gioi|hoc sinh|ai|deu) `;

const LEAD = `(?:ngay(?:,? thang(?:,? nam)?)? sinh|nam sinh|sinh(?: vao)?(?: ngay| nam| thang)?|sn|dob|date of birth|born(?: on| in)?)`;
const pattern = new RegExp(
  String.raw`(?<!\p{L}|${NOT_BORN}|${ANYONE})${LEAD}[ :]{1,3}(?:ngay |nam )?(?<value>${DAY}|${MONTH}|${YEAR})(?![\p{L}\d]|[/.-]\d)`,
  'dgiu',
);

/** Dates of birth, full or the year alone, behind a word that says so. The value only: "sinh ngày" stays. */
export function findBirthDates(plain: string): Mark[] {
  return [...plain.matchAll(pattern)].map(({ indices }) => {
    const [from, to] = indices?.groups?.value ?? [0, 0];
    return { kind: 'birthDate', from, to, surety: 2 };
  });
}
