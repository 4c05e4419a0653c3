/** The languages of the product: Vietnamese first, English at equal rank. */
export type Lang = 'vi' | 'en';

/** One text people read, in both languages. */
export type Words = { vi: string; en: string };
