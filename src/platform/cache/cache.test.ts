import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { bodyOf, chooseEncoding, Memo, PageCache } from './index.ts';

const NOW = Date.UTC(2026, 10, 20);
const pageOf = (text: string, keys: string[]) => ({
  type: 'text/html; charset=utf-8',
  status: 200,
  html: Buffer.from(text),
  madeAt: new Date(NOW),
  freshUntil: NOW + 1_000,
  keys,
});

describe('the page cache', () => {
  test('a page is found until one of its keys is purged, and stays as the last good copy after that', () => {
    const cache = new PageCache({ maxBytes: 1_000_000 });
    cache.keep('a', pageOf('một', ['item:1', 'portal:3']), cache.generation);
    cache.purge(['item:2'], []);
    assert.equal(cache.find('a', NOW)?.html.toString(), 'một');
    cache.purge(['portal:3'], []);
    assert.equal(cache.find('a', NOW), undefined);
    assert.equal(cache.findLastGood('a')?.html.toString(), 'một');
  });

  test('what was taken down is dropped at once, so that no outage can bring it back', () => {
    const cache = new PageCache({ maxBytes: 1_000_000 });
    cache.keep('a', pageOf('đã gỡ', ['item:1']), cache.generation);
    cache.purge([], ['item:1']);
    assert.equal(cache.findLastGood('a'), undefined);
  });

  test('a page rendered while a purge ran past is not served as fresh', () => {
    const cache = new PageCache({ maxBytes: 1_000_000 });
    const { generation } = cache;
    cache.purge(['item:1'], []);
    cache.keep('a', pageOf('cũ', ['item:1']), generation);
    assert.equal(cache.find('a', NOW), undefined);
  });

  test('a page whose words of time have run out is made anew', () => {
    const cache = new PageCache({ maxBytes: 1_000_000 });
    cache.keep('a', pageOf('còn 2 ngày', []), cache.generation);
    assert.ok(cache.find('a', NOW + 999));
    assert.equal(cache.find('a', NOW + 1_001), undefined);
  });

  test('the bound in bytes holds', () => {
    const cache = new PageCache({ maxBytes: 10_000 });
    for (let i = 0; i < 50; i++) cache.keep(`p${i}`, pageOf('x'.repeat(500), [`k${i}`]), cache.generation);
    assert.ok(cache.size.bytes <= 10_000);
    assert.ok(cache.size.pages < 50);
  });

  test('a body comes out as it went in, quickly compressed at first and well from the second time on', () => {
    const page = { html: Buffer.from('Nước sạch về bản. '.repeat(400)) };
    const first = bodyOf(page, 'br');
    const second = bodyOf(page, 'br');
    assert.ok(second.length <= first.length);
    assert.equal(bodyOf(page, 'br'), second);
    assert.deepEqual(brotliDecompressSync(second), page.html);
    assert.deepEqual(gunzipSync(bodyOf({ html: page.html }, 'gzip')), page.html);
    assert.equal(bodyOf(page, 'identity'), page.html);
  });
});

describe('which encoding is chosen', () => {
  for (const [header, expected] of [
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', 'identity'],
    ['', 'identity'],
    ['brotli', 'identity'],
  ] as const) {
    test(`“${header}” gets ${expected}`, () => assert.equal(chooseEncoding(header), expected));
  }
});

describe('the memory of small facts', () => {
  test('a fact is loaded once until a key of it is purged, and a failed load is not remembered', async () => {
    const memo = new Memo();
    let loads = 0;
    const load = async () => ++loads;
    assert.equal(await memo.remember('a', ['k'], load), 1);
    assert.equal(await memo.remember('a', ['k'], load), 1);
    memo.purge(['other']);
    assert.equal(await memo.remember('a', ['k'], load), 1);
    memo.purge(['k']);
    assert.equal(await memo.remember('a', ['k'], load), 2);
    await assert.rejects(memo.remember('b', [], async () => Promise.reject(new Error('away'))));
    assert.equal(await memo.remember('b', [], async () => 'back'), 'back');
  });
});
