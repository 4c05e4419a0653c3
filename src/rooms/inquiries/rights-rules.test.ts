import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  LINK_MOST_MS,
  type OwnDataLink,
  type Pass,
  readLink,
  readPass,
  recipientsOf,
  toBeTold,
  writeLink,
  writePass,
} from './rights-rules.ts';

const KEY = Buffer.alloc(32, 3);
const NOW = new Date('2026-11-20T09:45:00+07:00');
const LINK: OwnDataLink = {
  localityId: 4,
  mailDigest: 'd'.repeat(43),
  issuedAt: NOW,
  random: 'r'.repeat(22),
};
const after = (ms: number) => new Date(NOW.getTime() + ms);

test('BG-030: a link opens for half an hour, in its locality, and only as it was written', () => {
  const text = writeLink(KEY, LINK);
  const open = (typed: string, at = NOW, localityId = 4) => readLink(KEY, typed, { localityId, now: at });
  assert.deepEqual(open(text), LINK);
  assert.ok(open(text, after(LINK_MOST_MS)));
  assert.equal(open(text, after(LINK_MOST_MS + 1)), undefined);
  assert.equal(open(text, after(-1)), undefined, 'of another clock');
  assert.equal(open(text, NOW, 5), undefined, 'of another locality');
  assert.equal(open(text.replace('d', 'e')), undefined, 'changed');
  assert.equal(open(''), undefined);
  assert.equal(readLink(Buffer.alloc(32, 4), text, { localityId: 4, now: NOW }), undefined);
});

test('what was proved holds until its time and in its locality', () => {
  const pass: Pass = { localityId: 4, by: 'code', digest: 'c', until: after(1000) };
  assert.deepEqual(readPass(writePass(pass), 4, NOW), pass);
  assert.equal(readPass(writePass(pass), 4, after(1000)), undefined);
  assert.equal(readPass(writePass(pass), 5, NOW), undefined);
});

test('BG-028: the ledger names everyone who was given the data, and who must hear of a correction', () => {
  const row = { received_portal_id: 1, received_at: NOW };
  const given = recipientsOf(row, [
    { move: 'receive', facts: {}, at: NOW },
    { move: 'forward', facts: { fromPortalId: 1, toPortalId: 2 }, at: after(1) },
    { move: 'askBodies', facts: { portalIds: [3, 4] }, at: after(2) },
    { move: 'giveBack', facts: { fromPortalId: 2, toPortalId: 1 }, at: after(3) },
    { move: 'sendOut', facts: { body: 'Thanh tra tỉnh' }, at: after(4) },
  ]);
  assert.deepEqual(
    given.map(({ portalId, outside }) => portalId ?? outside),
    [1, 2, 3, 4, 'Thanh tra tỉnh'],
  );
  assert.deepEqual(toBeTold(given, 1), { portalIds: [2, 3, 4], outside: ['Thanh tra tỉnh'] });
});
