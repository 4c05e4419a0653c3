import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { ConfigError, readConfig } from './index.ts';

describe('What the environment says of signing in', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-config-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  const served = { DATABASE_URL: 'postgres://cong_lang_app@127.0.0.1/x', SECRET_KEY: 'a'.repeat(64) };

  test('in service administrators have 14 days, or what the operator says; in the demo none falls due', () => {
    assert.equal(readConfig(served, root).secondFactorGraceDays, 14);
    assert.equal(readConfig({ ...served, SECOND_FACTOR_GRACE_DAYS: '0' }, root).secondFactorGraceDays, 0);
    assert.equal(readConfig({ SECRET_KEY: served.SECRET_KEY }, root).secondFactorGraceDays, undefined);
    assert.equal(readConfig({ ...served, DEMO: 'true' }, root).secondFactorGraceDays, undefined);
    assert.throws(() => readConfig({ ...served, SECOND_FACTOR_GRACE_DAYS: '365' }, root), ConfigError);
  });

  test('the file of providers is read at the start, and a wrong one is named', () => {
    assert.equal(readConfig(served, root).oidcProviders.size, 0);
    const file = path.join(root, 'oidc.json');
    const one = { issuer: 'https://id.laocai.gov.vn', clientId: 'x', name: { vi: 'A', en: 'B' } };
    writeFileSync(file, JSON.stringify({ 'lao-cai': one }));
    const read = readConfig({ ...served, OIDC_FILE: file }, root).oidcProviders;
    assert.equal(read.get('lao-cai')?.issuer, one.issuer);
    writeFileSync(file, JSON.stringify({ 'lao-cai': { ...one, clientId: '' } }));
    assert.throws(() => readConfig({ ...served, OIDC_FILE: file }, root), /OIDC_FILE: lao-cai\.clientId/);
    assert.throws(() => readConfig({ ...served, OIDC_FILE: `${file}.khong-co` }, root), /OIDC_FILE: ENOENT/);
  });
});
