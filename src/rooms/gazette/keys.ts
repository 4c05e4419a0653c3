import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Command } from '../../platform/command/index.ts';
import type { Sealer } from '../../platform/seal/index.ts';
import type { SealedTable } from '../../platform/seal/tables.ts';
import { fingerprintOf } from '../../rules/gazette/index.ts';
import { insertKey, listSealedKeys } from './key-store.ts';
import { permits } from './permits.ts';

const placeOf = (fingerprint: string) => `gazette-key:${fingerprint}`;

/** Makes a key of the locality (Ed25519, RFC 8032); the one before signs no more, and is kept for what it signed. */
export const createKey: Command<
  { localityId: number; portalId: number },
  { keyId: number; fingerprint: string }
> = {
  name: 'gazette.createKey',
  permit: 'gazette.sign',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { localityId, portalId }) {
    const { tx, now, seal } = context;
    const pair = generateKeyPairSync('ed25519');
    const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const fingerprint = fingerprintOf(publicKey);
    const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const privateKey = seal.seal(secret, placeOf(fingerprint));
    const keyId = await insertKey(tx, { localityId, portalId, fingerprint, publicKey, privateKey, at: now });
    context.record({
      portalId,
      subject: { kind: 'gazetteKey', id: keyId },
      payload: { key: { id: keyId, fingerprint } },
    });
    return { keyId, fingerprint };
  },
};

/** Signs bytes with a sealed key. @throws SealError when the key of the installation is another */
export function signWith(
  seal: Sealer,
  key: { fingerprint: string; private_key: string },
  text: string,
): Buffer {
  const secret = createPrivateKey(seal.open(key.private_key, placeOf(key.fingerprint)));
  return sign(null, Buffer.from(text, 'utf8'), secret);
}

/** The private halves, for when the keys of the installation change. */
export const SEALED_KEYS: SealedTable = {
  name: 'gazette_key',
  list: async (db, afterId, limit) =>
    (await listSealedKeys(db, afterId, limit)).map(({ id, fingerprint, private_key }) => ({
      id,
      fields: [{ column: 'private_key', sealed: private_key, place: placeOf(fingerprint) }],
    })),
};
