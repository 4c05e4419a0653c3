import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CHALLENGE_LIMIT_MS, newChallenge, passkeyName, readChallenge, rpIdOf } from './passkey-rules.ts';

describe('The name a passkey is made for', () => {
  const CASES: readonly (readonly [origin: string, main: string, rpId: string, why: string])[] = [
    ['https://stc.laocai.gov.vn', 'https://www.laocai.gov.vn', 'laocai.gov.vn', 'shared by the portals'],
    ['https://laocai.gov.vn', 'https://laocai.gov.vn', 'laocai.gov.vn', 'the name itself'],
    ['https://dulichsapa.vn', 'https://www.laocai.gov.vn', 'dulichsapa.vn', 'a portal at a name of its own'],
    ['https://www.bacgiang.gov.vn', 'https://www.laocai.gov.vn', 'www.bacgiang.gov.vn', 'not shared'],
    [
      'https://a.laocai.vn',
      'https://b.laocai.vn',
      'a.laocai.vn',
      'the registry gives out names below provinces',
    ],
    ['https://gov.vn', 'https://gov.vn', 'gov.vn', 'never more than the host says'],
    [
      'http://bacha.laocai.localhost:8080',
      'http://www.laocai.localhost:8080',
      'laocai.localhost',
      'the demo',
    ],
    ['https://a.example.co.uk', 'https://www.example.co.uk', 'example.co.uk', 'short second levels'],
    ['https://a.co.uk', 'https://b.co.uk', 'a.co.uk', 'not the name of a registry'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', '127.0.0.1', 'an address has no name'],
  ];
  for (const [origin, mainOrigin, rpId, why] of CASES)
    test(`${origin} beside ${mainOrigin}: ${rpId} (${why})`, () => {
      assert.equal(rpIdOf({ origin, mainOrigin }), rpId);
    });
});

describe('A challenge', () => {
  const key = Buffer.alloc(32, 1);
  const now = new Date('2026-11-20T09:45:00+07:00');
  const use = { ceremony: 'signIn' as const, origin: 'https://www.laocai.gov.vn', bearer: '' };
  const { challenge, token } = newChallenge(key, use, now);

  test('is read back for the same ceremony, host and bearer, within the hour', () => {
    const text = Buffer.from(challenge).toString('base64url');
    assert.equal(readChallenge(key, use, token, now)?.challenge, text);
    assert.ok(readChallenge(key, use, token, new Date(now.getTime() + CHALLENGE_LIMIT_MS - 1)));
    assert.equal(readChallenge(key, use, token, new Date(now.getTime() + CHALLENGE_LIMIT_MS)), undefined);
  });

  test('is good for nothing else', () => {
    const others = [
      { ...use, ceremony: 'prove' as const },
      { ...use, origin: 'https://stc.laocai.gov.vn' },
      { ...use, bearer: 'x' },
    ];
    for (const other of others) assert.equal(readChallenge(key, other, token, now), undefined);
    assert.equal(readChallenge(Buffer.alloc(32, 2), use, token, now), undefined);
    const [said, end, signature] = token.split('.');
    for (const forged of [
      `${said}.${Number(end) + 1}.${signature}`,
      `${said}x.${end}.${signature}`,
      `${said}.${end}.`,
      '',
      'a.b.c',
    ])
      assert.equal(readChallenge(key, use, forged, now), undefined, forged);
  });
});

test('a passkey nobody named has a name, and a long one is cut between letters', () => {
  assert.equal(passkeyName('  Máy   ở\tcơ quan ', 'Khóa'), 'Máy ở cơ quan');
  assert.equal(passkeyName('  ', 'Khóa'), 'Khóa');
  assert.equal([...passkeyName('ẩ'.repeat(100), 'Khóa')].length, 60);
});
