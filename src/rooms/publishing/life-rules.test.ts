import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shippedProfiles } from '../../rules/profile/index.ts';
import { minimumIn } from './life-queries.ts';
import {
  bringBackUntil,
  CAUSES,
  checkWay,
  harms,
  itemIdOfPath,
  keptUntil,
  readTarget,
  reviewStageOf,
  translationStateOf,
  WAYS,
} from './life-rules.ts';
import { linksOf } from './links.ts';
import { translationDuties, translationPace } from './translating.ts';

const profile = (code: string) => shippedProfiles().get(code) ?? assert.fail(code);

test('a notice is left for every cause but personal data and secrets; being led on needs somewhere to be led', () => {
  for (const cause of CAUSES)
    for (const way of WAYS) {
      const refuses = way === 'notice' && (cause === 'personal-data' || cause === 'secret');
      if (refuses) assert.throws(() => checkWay(way, cause, true), /cause-needs-silence/);
      else assert.doesNotThrow(() => checkWay(way, cause, true), `${way} ${cause}`);
    }
  assert.throws(() => checkWay('redirect', 'other', false), /target-missing/);
});

test('where an address is to lead is read from a number, a path or a whole address of the portal, and from nothing else', () => {
  const hosts = ['www.laocai.gov.vn'];
  for (const [typed, target] of [
    ['', undefined],
    ['125', { itemId: 125 }],
    ['/tin-tuc/bai-moi-125', { itemId: 125 }],
    ['/bai/125', { itemId: 125 }],
    ['https://www.laocai.gov.vn/tin-tuc/bai-moi-125?x=1', { itemId: 125 }],
    ['http://WWW.LAOCAI.GOV.VN:8080/tin-tuc', { path: '/tin-tuc' }],
    ['https://www.laocai.gov.vn', { path: '/' }],
    ['/tin-tuc', { path: '/tin-tuc' }],
  ] as const)
    assert.deepEqual(readTarget(typed, hosts), target, typed);
  for (const typed of ['https://example.com/a-1', '//example.com', 'tin-tuc', '/a b', '/\\a', 'javascript:1'])
    assert.throws(() => readTarget(typed, hosts), /target-unreadable/, typed);
});

test('the number of an item is read off the end of its address alone', () => {
  for (const [path, id] of [
    ['/tin-tuc/bai-12', 12],
    ['/en/news/item-12#x', 12],
    ['/bai/7', 7],
    ['/12', 12],
    ['/tin-tuc', undefined],
    ['/tin-2-tuc', undefined],
    ['tin-12', undefined],
  ] as const)
    assert.equal(itemIdOfPath(path), id, path);
});

test('gone harms every link, a notice only the doors, being led on nothing', () => {
  for (const [way, links, doors, harm] of [
    ['redirect', 9, 9, false],
    ['gone', 0, 0, false],
    ['gone', 1, 0, true],
    ['gone', 0, 1, true],
    ['notice', 9, 0, false],
    ['notice', 0, 1, true],
  ] as const)
    assert.equal(harms(way, { links, doors }), harm, `${way} ${links} ${doors}`);
});

test('a review is early from 14 days, soon from 3, overdue on the day after', () => {
  for (const [today, stage] of [
    ['2026-11-05', undefined],
    ['2026-11-06', 'early'],
    ['2026-11-16', 'early'],
    ['2026-11-17', 'soon'],
    ['2026-11-20', 'soon'],
    ['2026-11-21', 'overdue'],
  ] as const)
    assert.equal(reviewStageOf('2026-11-20', today), stage, today);
});

test('days and years of keeping are whole ones', () => {
  assert.equal(bringBackUntil('2026-11-20'), '2026-12-20');
  assert.equal(keptUntil('2026-02-01', 10), '2036-12-31');
});

test('LC-052 QN-045: a translation is older as soon as its source has a newer edition, until it is made or reviewed anew', () => {
  for (const [sourceNumber, madeFrom, reviewedFor, state] of [
    [1, undefined, undefined, 'missing'],
    [1, 1, undefined, 'current'],
    [2, 1, undefined, 'older'],
    [2, 1, 2, 'reviewed'],
    [3, 1, 2, 'older'],
    [3, 3, 2, 'current'],
  ] as const)
    assert.equal(translationStateOf({ sourceNumber, madeFrom, reviewedFor }), state);
});

test('LC-043 QN-020: what must be in English, and where, is read from the regulation in force', () => {
  const on = '2026-11-20';
  const laoCai = profile('lao-cai-22-2016');
  assert.deepEqual(translationDuties(laoCai, 'main', on), [
    { kinds: ['introduction', 'contact'], article: 'Đ8.2.d' },
    { kinds: ['services'], article: 'Đ8.2.d' },
  ]);
  assert.deepEqual(translationDuties(laoCai, 'member', on), []);
  const quangNgai = profile('quang-ngai-16-2017');
  assert.deepEqual(
    translationDuties(quangNgai, 'main', on).map(({ article }) => article),
    ['Đ8.3', 'Đ8.3'],
  );
  assert.deepEqual(
    [laoCai, quangNgai].map((one) => translationPace(one, on)),
    ['Đ10.7', 'Đ9.1.h'],
  );
  assert.deepEqual(translationDuties(profile('thai-binh-02-2011'), 'main', on), []);
});

test('TB-031: the least time a kind is kept comes from the regulation, with its article, where one says it', () => {
  const on = '2026-11-20';
  assert.equal(minimumIn(profile('thai-binh-02-2011'), 'questions', on)?.days, 30);
  assert.equal(minimumIn(profile('thai-binh-02-2011'), 'news', on), undefined);
  assert.equal(minimumIn(profile('lao-cai-22-2016'), 'questions', on), undefined);
});

test('links are read from text, source, attachments and picture, each once, never to oneself', () => {
  const file = 'ab'.repeat(32);
  const found = linksOf(
    {
      ...{ id: 1, item_id: 5, portal_id: 9, picture_hash: 'cd'.repeat(32) },
      source_url: 'https://Example.com/nguon?a=1&b=2#phan',
      body_html: `<p><a href="/tin/a-7">1</a><a href="/bai/7">2</a><a href="/tin/b-5">self</a>
        <a href="https://www.laocai.gov.vn/x/y-8?a=1&amp;b=2">3</a><a href="https://example.com/z-9?a=1&amp;b=2">4</a>
        <a href="https://www.laocai.gov.vn">our own</a><a href="https://example.com/z-9?a=1&amp;b=2#x">again</a>
        <img src="/tep/${file}/a.png" alt=""><a href="#tep-1">5</a><a href="mailto:a@b-12">6</a></p>`,
      attachments: [{ mediaId: 1, hash: file, name: 'a', label: '', type: 'x', sizeBytes: 1 }],
    },
    new Set(['www.laocai.gov.vn']),
  );
  assert.deepEqual(
    found.map(({ place, targetItemId, targetHash, targetAddress }) => [
      place,
      targetItemId ?? targetHash?.slice(0, 2) ?? targetAddress,
    ]),
    [
      ['body', 7],
      ['body', 8],
      ['body', 'https://example.com/z-9?a=1&b=2'],
      ['body', 'ab'],
      ['source', 'https://example.com/nguon?a=1&b=2'],
      ['attachment', 'ab'],
      ['picture', 'cd'],
    ],
  );
});
