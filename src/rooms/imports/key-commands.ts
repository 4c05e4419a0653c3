import { createHash, randomBytes } from 'node:crypto';
import type { Command } from '../../platform/command/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { foldVietnamese } from '../../rules/text/index.ts';
import { permits } from './permits.ts';
import { endKeyRow, findKey, insertKey, type KeyRow } from './receiving-store.ts';
import { findSection } from './store.ts';

/** 256 bits that nobody guesses: a plain SHA-256 of them is enough to know them by. */
const KEY_BYTES = 32;
const NAME_LEAST = 2;
const NAME_MOST = 100;
/** Only signed documents come this way. */
export const KEY_KIND = 'documents';

const refusal = (code: string, field: string, words: Words) => new Refusal(code, words, field);
const NAME_WRONG = refusal('key-name', 'name', {
  vi: 'Ghi tên hệ thống gửi, từ 2 đến 100 ký tự.',
  en: 'Give the name of the sending system, 2 to 100 characters.',
});
const SECTION_WRONG = refusal('key-section', 'section', {
  vi: 'Chọn một chuyên mục văn bản của cổng.',
  en: 'Choose a section for documents of the portal.',
});
const NO_KEY = refusal('no-such-key', 'key', {
  vi: 'Không có khóa này, hoặc khóa đã thôi dùng.',
  en: 'There is no such key, or it has been ended.',
});

export function newKey(): string {
  return `cl_${randomBytes(KEY_BYTES).toString('base64url')}`;
}

export function digestOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** What a system is known by, however its name is written. */
export function systemOf(name: string): string {
  return foldVietnamese(name).replace(/\s+/g, ' ').trim();
}

export interface MakeKey {
  portalId: number;
  sectionId: number;
  name: string;
  /** Of the key that the caller made and shows once. */
  digest: string;
  withoutPortal: KeyRow['without_portal'];
}

/** Makes a key of another system for one section of documents. */
export const makeKey: Command<MakeKey, { keyId: number }> = {
  name: 'imports.makeKey',
  permit: 'imports.manageKeys',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, actor, now, record }, { portalId, sectionId, digest, withoutPortal, ...input }) {
    const name = input.name.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (name.length < NAME_LEAST || name.length > NAME_MOST) throw NAME_WRONG;
    const section = await findSection(tx, portalId, sectionId);
    if (section?.content_kind !== KEY_KIND) throw SECTION_WRONG;
    const personId = actor.kind === 'person' ? actor.personId : null;
    const keyId = await insertKey(tx, {
      ...{ portalId, sectionId, name, system: systemOf(name), digest, withoutPortal, personId, at: now },
    });
    record({
      portalId,
      subject: { kind: 'intakeKey', id: keyId },
      payload: { name, sectionId, withoutPortal },
    });
    return { keyId };
  },
};

/** Ends a key at once and for good. */
export const endKey: Command<{ portalId: number; keyId: number }, void> = {
  name: 'imports.endKey',
  permit: 'imports.manageKeys',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, actor, now, record }, { portalId, keyId }) {
    const key = await findKey(tx, keyId);
    const personId = actor.kind === 'person' ? actor.personId : null;
    if (key?.portal_id !== portalId || !(await endKeyRow(tx, keyId, personId, now))) throw NO_KEY;
    record({ portalId, subject: { kind: 'intakeKey', id: keyId }, payload: { name: key.name } });
  },
};
