import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { ProfileError, shippedProfiles } from '../../rules/profile/index.ts';
import { profilesFolder, readProfiles } from './index.ts';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-profiles-'));
const folder = profilesFolder(dataDir);
after(() => rmSync(dataDir, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

/** Lào Cai's file under another code, with whatever else is changed. */
function copyOf(code: string, more: object = {}): string {
  const file = path.resolve(import.meta.dirname, '../../../profiles/lao-cai-22-2016.json');
  return JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), code, ...more });
}

function refusal(name: string, text: string | Uint8Array): string {
  writeFileSync(path.join(folder, name), text);
  try {
    readProfiles(dataDir);
  } catch (error) {
    assert.ok(error instanceof ProfileError, String(error));
    return error.message;
  }
  return 'accepted';
}

test('without the folder, or with an empty one, the shipped profiles are all there are', () => {
  assert.deepEqual([...readProfiles(dataDir).keys()], [...shippedProfiles().keys()]);
  rmSync(folder, { recursive: true });
  assert.equal(readProfiles(dataDir).size, shippedProfiles().size);
});

test('a profile of the folder stands beside the shipped ones; other files are passed over', () => {
  const text = copyOf('tinh-mau-1-2027', { localityCode: 'tinh-mau' });
  writeFileSync(path.join(folder, 'tinh-mau-1-2027.json'), text.normalize('NFD'));
  writeFileSync(path.join(folder, 'doc-toi.txt'), 'Ghi chú');
  writeFileSync(path.join(folder, '.an.json'), '{');
  const profiles = readProfiles(dataDir);
  assert.equal(profiles.size, shippedProfiles().size + 1);
  const added = profiles.get('tinh-mau-1-2027');
  assert.equal(added?.localityCode, 'tinh-mau');
  assert.equal(JSON.stringify(added), JSON.stringify(added).normalize('NFC'));
});

test('a file that cannot be used is refused with its place and what it must be', () => {
  assert.match(refusal('hong.json', '{"code": '), /hong\.json: cannot be read as JSON in UTF-8/);
  rmSync(path.join(folder, 'hong.json'));
  assert.match(
    refusal('la.json', Uint8Array.of(0x22, 0xe1, 0x22)),
    /la\.json: cannot be read as JSON in UTF-8/,
  );
  rmSync(path.join(folder, 'la.json'));
  assert.match(
    refusal('ten-khac.json', copyOf('tinh-mau-1-2027')),
    /ten-khac\.json: code must be the name of the file, found "tinh-mau-1-2027"/,
  );
  rmSync(path.join(folder, 'ten-khac.json'));
  assert.equal(
    refusal('tinh-mau-1-2027.json', copyOf('tinh-mau-1-2027', { fallback: 'nd1-1900' })),
    'tinh-mau-1-2027: fallback must name a profile that exists, found "nd1-1900"',
  );
  rmSync(path.join(folder, 'tinh-mau-1-2027.json'));
  assert.equal(
    refusal('lao-cai-22-2016.json', copyOf('lao-cai-22-2016')),
    'lao-cai-22-2016: code is used by two profiles, found "lao-cai-22-2016"',
  );
});
