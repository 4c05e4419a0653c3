// The codes of the 63 provinces as they stand in front of a personal identity number (căn cước).
const provinces = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
);

/** 12 digits that can be an identity number: province of birth, sex and century (0–3: born 1900–2099), year, number. */
export function isIdentityNumber(digits: string): boolean {
  return /^\d{3}[0-3]\d{8}$/.test(digits) && provinces.has(digits.slice(0, 3));
}

/** A mobile number (ten digits) or a landline (eleven, from 02), written with the leading 0. */
export function isPhoneNumber(digits: string): boolean {
  return /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$|^02\d{9}$/.test(digits);
}

/** The sum of Luhn, which every bank card has, with the first digits of the card systems and of NAPAS (9704). */
export function isBankCard(digits: string): boolean {
  if (!/^(?:9704|4|5[1-5]|2[2-7]|3[457]|6)\d{9,17}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((all, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const taxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** The check digit of a tax code: the first ten digits, of thirteen for a branch. */
export function isTaxCode(digits: string): boolean {
  if (!/^\d{10}(?:\d{3})?$/.test(digits) || /^(\d)\1{9}/.test(digits)) return false;
  const sum = taxWeights.reduce((all, weight, i) => all + weight * Number(digits[i]), 0);
  return 10 - (sum % 11) === Number(digits[9]);
}
