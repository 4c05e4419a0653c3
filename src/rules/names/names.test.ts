import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileOf } from '../../../tests/support/profiles.ts';
import type { Profile } from '../profile/index.ts';
import {
  checkDomain,
  checkUsername,
  type DomainRequest,
  isReservedHost,
  maxUsernameLength,
  suggestDomains,
  suggestUsername,
  vietnameseNameParts,
} from './index.ts';

const laoCai = profileOf('lao-cai-22-2016');
const thaiBinh = profileOf('thai-binh-02-2011');
const quangNgai = profileOf('quang-ngai-16-2017');
const longXuyen = profileOf('long-xuyen-01-2020');
const bacGiang = profileOf('bac-giang-13-2023');
const national = profileOf('nd224-2026');

const department = {
  bodyKind: 'department',
  bodyName: 'Sở Thông tin và Truyền thông',
  abbreviation: 'STTTT',
  isMain: false,
  on: '2023-06-01',
} as const;

function verdict(profile: Profile, request: DomainRequest, fallback?: Profile): string {
  const answer = checkDomain(profile, request, fallback);
  return answer.ok ? 'ok' : answer.code;
}

test('LC-014 TB-012 QN-015 BG-010: the main portal has the one host the text prints', () => {
  const hosts = [
    [laoCai, 'www.laocai.gov.vn'],
    [thaiBinh, 'www.thaibinh.gov.vn'],
    [quangNgai, 'quangngai.gov.vn'],
    [bacGiang, 'bacgiang.gov.vn'],
  ] as const;
  for (const [profile, host] of hosts) {
    const request = {
      host,
      bodyKind: 'committee',
      bodyName: 'UBND tỉnh',
      isMain: true,
      on: '2024-01-02',
    } as const;
    assert.equal(verdict(profile, request), 'ok');
    const other = checkDomain(profile, { ...request, host: `portal.${host}` });
    assert.equal(other.ok ? '' : other.code, 'fixed-host');
    assert.equal(other.ok ? '' : other.suggestion, host);
  }
});

test('LC-015 QN-016: a department has its abbreviation, Vietnamese without marks or English', () => {
  for (const [profile, parentHost] of [
    [laoCai, 'www.laocai.gov.vn'],
    [quangNgai, 'quangngai.gov.vn'],
  ] as const) {
    const parent = parentHost.replace('www.', '');
    const request = { ...department, parentHost, englishAbbreviation: 'DIC' };
    assert.equal(verdict(profile, { ...request, host: `stttt.${parent}` }), 'ok');
    assert.equal(verdict(profile, { ...request, host: `dic.${parent}` }), 'ok');
    assert.equal(
      verdict(profile, { ...request, host: `sothongtinvatruyenthong.${parent}` }),
      'not-abbreviation',
    );
    assert.equal(verdict(profile, { ...request, host: `sở.${parent}` }), 'characters');
    assert.equal(verdict(profile, { ...request, host: 'stttt.hanoi.gov.vn' }), 'parent');
  }
});

test('LC-016 LC-117: the note says who supplies the name and who does so now', () => {
  const answer = checkDomain(laoCai, {
    ...department,
    host: 'stttt.laocai.gov.vn',
    parentHost: 'www.laocai.gov.vn',
  });
  assert.ok(answer.ok);
  assert.match(answer.notes[0]?.vi ?? '', /Sở Thông tin và Truyền thông \(nay là Sở Khoa học và Công nghệ\)/);
});

test('TB-013: a component host is agreed between the body and the department', () => {
  const answer = checkDomain(thaiBinh, {
    ...department,
    host: 'syt.thaibinh.gov.vn',
    bodyName: 'Sở Y tế',
    abbreviation: 'SYT',
    parentHost: 'www.thaibinh.gov.vn',
  });
  assert.ok(answer.ok);
  assert.match(answer.notes[0]?.vi ?? '', /Cơ quan sử dụng Cổng thành phần; Sở Thông tin và Truyền thông/);
});

test('TB-013: Thái Bình has no English abbreviations', () => {
  const request = { ...department, englishAbbreviation: 'DIC', parentHost: 'www.thaibinh.gov.vn' };
  assert.equal(verdict(thaiBinh, { ...request, host: 'dic.thaibinh.gov.vn' }), 'not-abbreviation');
});

test('QN-017: a district has its full name at level 4', () => {
  const request = {
    bodyKind: 'district',
    bodyName: 'Huyện Tư Nghĩa',
    abbreviation: 'TN',
    parentHost: 'quangngai.gov.vn',
    isMain: false,
    on: '2020-01-02',
  } as const;
  assert.equal(verdict(quangNgai, { ...request, host: 'tunghia.quangngai.gov.vn' }), 'ok');
  assert.equal(verdict(quangNgai, { ...request, host: 'tn.quangngai.gov.vn' }), 'not-full-name');
  assert.equal(verdict(quangNgai, { ...request, host: 'a.tunghia.quangngai.gov.vn' }), 'level');
});

test('BG-009: hosts are under gov.vn and reachable over IPv6', () => {
  const request = { ...department, parentHost: 'bacgiang.gov.vn' };
  assert.equal(verdict(bacGiang, { ...request, host: 'stttt.bacgiang.com' }), 'not-gov-vn');
  const answer = checkDomain(bacGiang, { ...request, host: 'stttt.bacgiang.gov.vn' });
  assert.ok(answer.ok && answer.notes.some((note) => note.vi.includes('IPv6')));
});

test('BG-011: a department may use abbreviation or full name (the wider half of the point)', () => {
  const request = { ...department, bodyName: 'Sở Y tế', abbreviation: 'SYT', parentHost: 'bacgiang.gov.vn' };
  assert.equal(verdict(bacGiang, { ...request, host: 'syt.bacgiang.gov.vn' }), 'ok');
  assert.equal(verdict(bacGiang, { ...request, host: 'soyte.bacgiang.gov.vn' }), 'ok');
  assert.equal(verdict(bacGiang, { ...request, host: 'so-y-te.bacgiang.gov.vn' }), 'not-abbreviation');
});

test('BG-012: the city of Bắc Giang has a host of its own form', () => {
  const request = {
    bodyKind: 'district',
    bodyName: 'Thành phố Bắc Giang',
    parentHost: 'bacgiang.gov.vn',
    isMain: false,
    on: '2024-01-02',
  } as const;
  assert.equal(verdict(bacGiang, { ...request, host: 'tpbacgiang.bacgiang.gov.vn' }), 'ok');
  const answer = checkDomain(bacGiang, { ...request, host: 'bacgiang.bacgiang.gov.vn' });
  assert.equal(answer.ok ? '' : answer.suggestion, 'tpbacgiang.bacgiang.gov.vn');
  const district = { ...request, bodyName: 'Huyện Yên Thế', host: 'yenthe.bacgiang.gov.vn' };
  assert.equal(verdict(bacGiang, district), 'ok');
});

const commune = {
  bodyKind: 'commune',
  bodyName: 'Xã Tân Hòa',
  parentHost: 'yenthe.bacgiang.gov.vn',
  isMain: false,
  on: '2024-01-02',
} as const;

test('BG-013: a commune has its full name at level 5 under its district', () => {
  assert.equal(verdict(bacGiang, { ...commune, host: 'tanhoa.yenthe.bacgiang.gov.vn' }), 'ok');
  assert.equal(verdict(bacGiang, { ...commune, host: 'tanhoa.bacgiang.gov.vn' }), 'level');
  assert.deepEqual(suggestDomains(bacGiang, { ...commune, host: '' })[0], 'tanhoa.yenthe.bacgiang.gov.vn');
});

test('BG-065: since 01/07/2026 a commune may have the national form at level 4, and the old one stays', () => {
  const on = '2026-11-21';
  const now = { ...commune, on, parentHost: 'bacgiang.gov.vn' };
  assert.equal(verdict(bacGiang, { ...now, host: 'tanhoa.bacgiang.gov.vn' }, national), 'ok');
  const kept = checkDomain(bacGiang, { ...commune, on, host: 'tanhoa.yenthe.bacgiang.gov.vn' }, national);
  assert.ok(kept.ok && kept.notes.some((note) => note.vi.includes('tenphuongxa.tentinhthanh.gov.vn')));
  assert.equal(
    verdict(bacGiang, { ...now, on: '2026-06-30', host: 'tanhoa.bacgiang.gov.vn' }, national),
    'level',
  );
});

test('LX-003: Long Xuyên has no rule, so the national one is asked, and without it only the spelling', () => {
  const request = { ...commune, parentHost: 'angiang.gov.vn', on: '2026-11-21' };
  assert.equal(verdict(longXuyen, { ...request, host: 'tanhoa.angiang.gov.vn' }, national), 'ok');
  assert.equal(verdict(longXuyen, { ...request, host: 'th.angiang.gov.vn' }, national), 'not-full-name');
  const free = checkDomain(longXuyen, { ...request, host: 'th.angiang.gov.vn' });
  assert.ok(free.ok && free.notes.length === 1);
});

test('communes of one name in a province are refused the bare name and given names that differ', () => {
  const request = {
    ...commune,
    on: '2026-11-21',
    parentHost: 'bacgiang.gov.vn',
    siblings: ['Phường Tân Hoà', 'Xã Yên Sơn'],
    disambiguators: ['Yên Thế'],
    host: 'tanhoa.bacgiang.gov.vn',
  } as const;
  const answer = checkDomain(longXuyen, request, national);
  assert.equal(answer.ok ? '' : answer.code, 'same-name');
  const suggestions = suggestDomains(longXuyen, request, national);
  assert.deepEqual(suggestions, ['xatanhoa.bacgiang.gov.vn', 'tanhoa-yenthe.bacgiang.gov.vn']);
  for (const host of suggestions) assert.equal(verdict(longXuyen, { ...request, host }, national), 'ok');
});

test('a host that is taken is refused, and what is suggested is free', () => {
  const taken = [{ host: 'tanhoa.angiang.gov.vn', bodyName: 'Phòng Tân Hòa' }];
  const request = {
    ...commune,
    on: '2026-11-21',
    parentHost: 'angiang.gov.vn',
    host: 'tanhoa.angiang.gov.vn',
    taken,
  };
  const answer = checkDomain(longXuyen, request, national);
  assert.equal(answer.ok ? '' : answer.code, 'taken');
  assert.equal(answer.ok ? '' : answer.suggestion, 'xatanhoa.angiang.gov.vn');
});

test('a refusal says in both languages what to do and on what basis', () => {
  const answer = checkDomain(quangNgai, {
    ...department,
    host: 'tt.quangngai.gov.vn',
    parentHost: 'quangngai.gov.vn',
  });
  assert.ok(!answer.ok);
  assert.match(answer.words.vi, /Hãy dùng: stttt\.quangngai\.gov\.vn\. Căn cứ: Đ6\.2 .*16\/2017/);
  assert.match(answer.words.en, /Use stttt\.quangngai\.gov\.vn\. Basis: Đ6\.2 /);
});

test('hosts of a test machine are known as such', () => {
  for (const host of ['localhost', 'lao-cai.localhost', 'portal.test', 'a.example'])
    assert.ok(isReservedHost(host));
  for (const host of ['laocai.gov.vn', 'mylocalhost', 'test.gov.vn']) assert.ok(!isReservedHost(host));
});

test('LC-102: a user name is initials, given name and unit, joined, without marks', () => {
  const name = (fullName: string, unitAbbreviation: string) =>
    suggestUsername(laoCai, { fullName, unitAbbreviation });
  assert.equal(name('Nguyễn Văn Thử', 'STTTT'), 'nvthustttt');
  assert.equal(name('Đỗ Thị Thử Nghiệm', 'UBND-TX'), 'dttnghiemubndtx');
  assert.equal(name('Nguye\u0302\u0303n  Va\u0306n Thu\u031b\u0309', 'STTTT'), 'nvthustttt');
  assert.equal(name('Thử', 'VP'), 'thuvp');
});

test('LC-102: a taken name gets the lowest free number, and stays within the length', () => {
  const request = { fullName: 'Nguyễn Văn Thử', unitAbbreviation: 'STTTT' };
  assert.equal(suggestUsername(laoCai, { ...request, taken: ['NVTHUSTTTT', 'nvthustttt2'] }), 'nvthustttt3');
  const long = { fullName: 'Nguyễn Văn Thử', unitAbbreviation: 'X'.repeat(60) };
  const first = suggestUsername(laoCai, long);
  assert.equal(first.length, maxUsernameLength);
  assert.equal(suggestUsername(laoCai, { ...long, taken: [first] }).length, maxUsernameLength);
});

test('LC-102: every suggested name passes its own check, and others are refused with one that does', () => {
  const request = { fullName: 'Nguyễn Văn Thử', unitAbbreviation: 'STTTT', taken: ['nvthustttt'] };
  const good = suggestUsername(laoCai, request);
  assert.deepEqual(checkUsername(laoCai, good, request), { ok: true, notes: [] });
  const cases: [string, string][] = [
    ['', 'empty'],
    ['Nguyễn', 'characters'],
    ['thu.nguyen', 'pattern'],
    ['nvthustttt', 'taken'],
    ['n'.repeat(41), 'too-long'],
  ];
  for (const [username, code] of cases) {
    const answer = checkUsername(laoCai, username, request);
    assert.equal(answer.ok ? 'ok' : answer.code, code);
    assert.equal(answer.ok ? '' : answer.suggestion, good);
  }
});

test('outside Lào Cai the pattern is a default of ours, not law', () => {
  for (const profile of [thaiBinh, quangNgai, longXuyen, bacGiang]) {
    assert.equal(profile.username.ours, true);
    assert.equal(profile.username.article, undefined);
  }
  assert.equal(laoCai.username.ours, false);
});

test('a Vietnamese name is surname, middle names and given name', () => {
  assert.deepEqual(vietnameseNameParts(' Nguyễn  Thị Thử Nghiệm '), {
    surname: 'Nguyễn',
    middle: ['Thị', 'Thử'],
    given: 'Nghiệm',
  });
  assert.deepEqual(vietnameseNameParts('Thử'), { surname: '', middle: [], given: 'Thử' });
  assert.deepEqual(vietnameseNameParts(''), { surname: '', middle: [], given: '' });
});
