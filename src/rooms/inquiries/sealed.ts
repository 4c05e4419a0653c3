import type { Sealer } from '../../platform/seal/index.ts';

/** Who asked, as the form took it down. */
export interface Asker {
  /** By the codes of the profile: name, nationality, occupation, addressCommune … */
  fields: Readonly<Record<string, string>>;
  email?: string;
  phone?: string;
  /** Where a letter reaches him. */
  postal?: string;
}

export interface Content {
  title: string;
  text: string;
}

/** An answer: what may become public, and what is said to the asker alone. */
export interface AnswerContent {
  title: string;
  /** The question as it will be public, with personal data masked. */
  question: string;
  answer: string;
  /** Only to the asker; may be empty. */
  aside: string;
}

export type Part = 'asker' | 'content' | 'code' | 'note' | 'answer' | 'contribution' | 'fileName' | 'file';

/** Each sealed field belongs to one inquiry and one part of it: copied elsewhere it does not open. */
export const placeOf = (codeDigest: string, part: Part) => `inquiry:${codeDigest}:${part}`;

export function sealText(seal: Sealer, codeDigest: string, part: Part, text: string): string {
  return seal.seal(text, placeOf(codeDigest, part));
}

/** @returns undefined when it was forgotten */
export function openText(
  seal: Sealer,
  codeDigest: string,
  part: Part,
  sealed: string | null,
): string | undefined {
  return sealed === null ? undefined : seal.open(sealed, placeOf(codeDigest, part));
}

export function sealJson(
  seal: Sealer,
  codeDigest: string,
  part: Part,
  value: Asker | Content | AnswerContent,
): string {
  return sealText(seal, codeDigest, part, JSON.stringify(value));
}

export function openJson<T extends Asker | Content | AnswerContent>(
  seal: Sealer,
  codeDigest: string,
  part: Part,
  sealed: string | null,
): T | undefined {
  const text = openText(seal, codeDigest, part, sealed);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

export function sealFile(seal: Sealer, codeDigest: string, bytes: Uint8Array): Buffer {
  return seal.sealBytes(bytes, placeOf(codeDigest, 'file'));
}

export function openFile(seal: Sealer, codeDigest: string, sealed: Uint8Array): Buffer {
  return seal.openBytes(sealed, placeOf(codeDigest, 'file'));
}

/** By which a code finds its inquiry. */
export function digestOfCode(seal: Sealer, code: string): string {
  return seal.digest(code, 'inquiry-code');
}

/** By which an e-mail address finds its inquiries. */
export function digestOfMail(seal: Sealer, email: string): string {
  return seal.digest(email.trim().toLowerCase(), 'inquiry-mail');
}
