import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changeFollowing,
  type FollowingChange,
  followingCookie,
  MOST_FOLLOWED,
  readFollowing,
} from './following.ts';

const COOKIES: readonly [cookie: string | undefined, kept: string][] = [
  [undefined, ''],
  ['', ''],
  ['m12.c3', 'm12.c3'],
  ['m12.m12.c3.m12', 'm12.c3'],
  ['m0.m01.x4.m-1.c3"><script>.m 5', ''],
  [Array.from({ length: 40 }, (_, i) => `m${i + 1}`).join('.'), 'm1.m2.m3.m4.m5.m6.m7.m8.m9.m10.m11.m12'],
];

for (const [cookie, kept] of COOKIES)
  test(`QN-003, LX-004: of the cookie ${JSON.stringify(cookie)?.slice(0, 40)} what can be followed is read: “${kept}”`, () =>
    assert.equal(followingCookie(readFollowing(cookie)), kept));

const CHANGES: readonly [list: string, change: FollowingChange, one: string, after: string][] = [
  ['m1.m2', 'add', 'c9', 'm1.m2.c9'],
  ['m1.m2', 'add', 'm1', 'm1.m2'],
  ['m1.c1', 'drop', 'c1', 'm1'],
  ['m1', 'drop', 'm2', 'm1'],
  ['m1.m2.m3', 'up', 'm3', 'm1.m3.m2'],
  ['m1.m2.m3', 'up', 'm1', 'm1.m2.m3'],
  ['m1.m2.m3', 'down', 'm1', 'm2.m1.m3'],
  ['m1.m2.m3', 'down', 'm3', 'm1.m2.m3'],
];

for (const [list, change, one, after] of CHANGES)
  test(`${one} ${change} in ${list} gives ${after}`, () => {
    const [followed] = readFollowing(one);
    assert.ok(followed);
    assert.equal(followingCookie(changeFollowing(readFollowing(list), change, followed)), after);
  });

test('nobody follows more than a page can show', () => {
  const full = readFollowing(Array.from({ length: MOST_FOLLOWED }, (_, i) => `m${i + 1}`).join('.'));
  assert.equal(changeFollowing(full, 'add', { kind: 'portal', id: 1 }), full);
});
