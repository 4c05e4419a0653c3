import { createHash, createPublicKey, verify } from 'node:crypto';
import { FORMAT, type IssueContent, type IssueNumber } from './content.ts';

/** What is signed of an issue: a few lines that anyone can read and check with the usual tools, without this software. */
export interface Statement extends IssueNumber {
  locality: string;
  issuedOn: string;
  /** SHA-256 in hexadecimal. */
  content: string;
  pdf: string;
  /** Of the statement of the issue before; undefined for the first. */
  previous: string | undefined;
  /** Fingerprint of the key, see {@link fingerprintOf}. */
  key: string;
}

const NONE = 'none';
const SHA = 'sha256:';

/** The bytes that are signed, ASCII, a line a fact. */
export function statementText(statement: Statement): string {
  const { year, number, lastNumber, previous } = statement;
  return [
    `Gazette: ${FORMAT}`,
    `Locality: ${statement.locality}`,
    `Issue: ${number}${lastNumber === number ? '' : `-${lastNumber}`}/${year}`,
    `Date: ${statement.issuedOn}`,
    `Content: ${SHA}${statement.content}`,
    `PDF: ${SHA}${statement.pdf}`,
    `Previous: ${previous === undefined ? NONE : SHA + previous}`,
    `Key: ${SHA}${statement.key}`,
    '',
  ].join('\n');
}

const PATTERN = new RegExp(
  [
    `^Gazette: ${FORMAT}`,
    'Locality: (?<locality>[a-z0-9-]+)',
    'Issue: (?<number>\\d+)(?:-(?<last>\\d+))?/(?<year>\\d{4})',
    'Date: (?<issuedOn>\\d{4}-\\d\\d-\\d\\d)',
    `Content: ${SHA}(?<content>[0-9a-f]{64})`,
    `PDF: ${SHA}(?<pdf>[0-9a-f]{64})`,
    `Previous: (?:${NONE}|${SHA}(?<previous>[0-9a-f]{64}))`,
    `Key: ${SHA}(?<key>[0-9a-f]{64})\n$`,
  ].join('\n'),
);

/** @returns undefined when the text is no statement */
export function parseStatement(text: string): Statement | undefined {
  const found = PATTERN.exec(text.replace(/\r\n/g, '\n'))?.groups;
  if (!found) return undefined;
  const {
    locality = '',
    issuedOn = '',
    content = '',
    pdf = '',
    previous,
    key = '',
    last,
    number,
    year,
  } = found;
  return {
    ...{ locality, issuedOn, content, pdf, previous, key },
    ...{ year: Number(year), number: Number(number), lastNumber: Number(last ?? number) },
  };
}

const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of a public key's SubjectPublicKeyInfo (RFC 5280), in hexadecimal. @throws when it is no key */
export function fingerprintOf(publicKeyPem: string): string {
  return sha(createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' }));
}

/** SHA-256 of a statement, as the next one names it. */
export function statementHash(text: string): string {
  return sha(text);
}

/** Whether the key made the signature over the statement (Ed25519, RFC 8032). */
export function isSigned(text: string, signature: Uint8Array, publicKeyPem: string): boolean {
  try {
    return verify(null, Buffer.from(text, 'utf8'), publicKeyPem, signature);
  } catch {
    return false;
  }
}

/** What somebody holds of an issue; what is left out is not looked at. */
export interface HeldIssue {
  statement: string;
  signature: Uint8Array;
  publicKey: string;
  content?: Uint8Array | undefined;
  pdf?: Uint8Array | undefined;
  /** A document that is said to be of this issue; needs the content. */
  file?: Uint8Array | undefined;
}

export type HeldFault = 'notAStatement' | 'notAKey' | 'otherKey' | 'signature' | 'content' | 'pdf' | 'file';

export type HeldVerdict =
  /** `entry` is the position of the text the file belongs to. */
  { genuine: true; statement: Statement; entry: number | undefined } | { genuine: false; fault: HeldFault };

/** Holds what somebody has of an issue against the signature, without a network or a database. */
export function checkHeld(held: HeldIssue): HeldVerdict {
  const fail = (fault: HeldFault): HeldVerdict => ({ genuine: false, fault });
  const statement = parseStatement(held.statement);
  if (!statement) return fail('notAStatement');
  let fingerprint: string;
  try {
    fingerprint = fingerprintOf(held.publicKey);
  } catch {
    return fail('notAKey');
  }
  if (fingerprint !== statement.key) return fail('otherKey');
  if (!isSigned(statementText(statement), held.signature, held.publicKey)) return fail('signature');
  if (held.content && sha(held.content) !== statement.content) return fail('content');
  if (held.pdf && sha(held.pdf) !== statement.pdf) return fail('pdf');
  if (!held.file) return { genuine: true, statement, entry: undefined };
  const entry = held.content && entryOf(held.content, sha(held.file));
  return entry === undefined ? fail('file') : { genuine: true, statement, entry };
}

/** The text of an issue that one of these bytes belongs to. */
function entryOf(content: Uint8Array, hash: string): number | undefined {
  const { entries } = JSON.parse(Buffer.from(content).toString('utf8')) as IssueContent;
  return entries.find(({ files }) => files.some((file) => file.hash === hash))?.position;
}
