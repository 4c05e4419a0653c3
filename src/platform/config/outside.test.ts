import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, readConfig } from './index.ts';

test('pages of other sites are asked only where the operator says so, and never by the demo', () => {
  const served = { DATABASE_URL: 'postgres://cong_lang_app@127.0.0.1/x', SECRET_KEY: 'a'.repeat(64) };
  const asks = (env: Record<string, string>) => readConfig({ ...served, ...env }, '/nonexistent').asksOutside;
  assert.equal(asks({}), false);
  assert.equal(asks({ OUTSIDE_LINKS: 'true' }), true);
  assert.equal(asks({ OUTSIDE_LINKS: 'true', DEMO: 'true' }), false);
  assert.throws(() => asks({ OUTSIDE_LINKS: 'co' }), ConfigError);
});
