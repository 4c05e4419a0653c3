import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Encrypts fields that only a few may read, before they reach the database: who has the database or a copy of it, but
 * not the keys, reads nothing. AES-256-GCM (NIST SP 800-38D), a fresh nonce each time.
 */
export interface Sealer {
  /**
   * @param place what the text belongs to, e.g. `inquiry:12:asker`: a sealed text moved to another place does not open
   */
  seal(text: string, place: string): string;
  /** @throws SealError when the key is not there, the place is another, or the text was changed */
  open(sealed: string, place: string): string;
  sealBytes(bytes: Uint8Array, place: string): Buffer;
  openBytes(sealed: Uint8Array, place: string): Buffer;
  /** Whether the newest key sealed it; says nothing of whether it opens. */
  isNewest(sealed: string | Uint8Array): boolean;
  /** The same short value for the same text, so that it can be looked up without being stored. Not to be turned back. */
  digest(text: string, purpose: string): string;
}

/** A sealed text cannot be opened: without the key it is lost, and that is the point of it. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** Keys by their ids. New texts are sealed by `current`; the others open what was sealed before. */
export interface SealKeys {
  current: string;
  keys: ReadonlyMap<string, Buffer>;
  /** Digests are looked up for years: their key stays when the others are changed. */
  digestKey: Buffer;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID = /^[a-z0-9-]{1,20}$/;

/** @throws SealError when the keys cannot be used */
export function createSealer({ current, keys, digestKey }: SealKeys): Sealer {
  for (const [id, key] of keys) {
    if (!KEY_ID.test(id) || key.length !== 32) throw new SealError(`The sealing key ${id} is not 32 bytes.`);
  }
  const newest = keys.get(current);
  if (!newest) throw new SealError(`There is no sealing key ${current}.`);

  const sealBytes = (bytes: Uint8Array, place: string): Buffer => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, newest, nonce);
    cipher.setAAD(Buffer.from(place, 'utf8'));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const id = Buffer.from(current, 'latin1');
    return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), body]);
  };
  const keyIdOf = (sealed: Uint8Array) =>
    Buffer.from(sealed.subarray(1, 1 + (sealed[0] ?? 0))).toString('latin1');
  const openBytes = (sealed: Uint8Array, place: string): Buffer => {
    const bytes = Buffer.from(sealed);
    const idEnd = 1 + (bytes[0] ?? 0);
    const key = keys.get(keyIdOf(bytes));
    if (!key) throw new SealError('The key this was sealed with is not there.');
    const tagAt = idEnd + NONCE_BYTES;
    const tag = bytes.subarray(tagAt, tagAt + TAG_BYTES);
    if (tag.length !== TAG_BYTES) throw new SealError('Too short for something sealed.');
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(idEnd, tagAt));
    decipher.setAAD(Buffer.from(place, 'utf8'));
    decipher.setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(bytes.subarray(tagAt + TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new SealError('Sealed for another place, or changed.', { cause });
    }
  };
  return {
    sealBytes,
    openBytes,
    isNewest: (sealed) =>
      keyIdOf(typeof sealed === 'string' ? Buffer.from(sealed, 'base64url') : sealed) === current,
    seal: (text, place) => sealBytes(Buffer.from(text.normalize('NFC'), 'utf8'), place).toString('base64url'),
    open: (sealed, place) => openBytes(Buffer.from(sealed, 'base64url'), place).toString('utf8'),
    digest: (text, purpose) =>
      createHmac('sha256', digestKey)
        .update(`${purpose}\0${text.normalize('NFC')}`)
        .digest('base64url'),
  };
}

/** One key for everything, derived from the installation's secret (HKDF, RFC 5869); for a start and for tests. */
export function sealKeysFrom(secret: Buffer): SealKeys {
  const derive = (info: string) =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `cong-lang ${info}`, 32));
  return { current: 'k1', keys: new Map([['k1', derive('seal k1')]]), digestKey: derive('digest') };
}
