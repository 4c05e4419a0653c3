import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { profileOf } from '../../../tests/support/profiles.ts';
import { addDays } from '../calendar/index.ts';
import {
  type BodyKind,
  creditLine,
  findBodyKind,
  memberTerm,
  type Profile,
  requiredSections,
  shippedProfiles,
} from './index.ts';

const folder = new URL('../../../profiles/', import.meta.url);
const profiles = shippedProfiles();
const local = [...profiles.values()].filter((profile) => profile.level === 'local');

const laoCai = profileOf('lao-cai-22-2016');
const thaiBinh = profileOf('thai-binh-02-2011');
const quangNgai = profileOf('quang-ngai-16-2017');
const longXuyen = profileOf('long-xuyen-01-2020');
const bacGiang = profileOf('bac-giang-13-2023');

test('every file in profiles/ is shipped, and its name is its code', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  assert.deepEqual(files.map((name) => name.replace('.json', '')).sort(), [...profiles.keys()].sort());
});

test('LC-001 TB-001: where the text prints no date, it holds from the tenth day after signing', () => {
  for (const { instrument } of [laoCai, thaiBinh]) {
    const days = instrument.inForceRule?.daysAfterSigning ?? 0;
    assert.equal(instrument.inForceFrom, addDays(instrument.issuedOn, days));
  }
  assert.deepEqual(
    local.map(({ code, instrument }) => [code, instrument.inForceFrom]),
    [
      ['lao-cai-22-2016', '2016-05-06'],
      ['thai-binh-02-2011', '2011-05-02'],
      ['quang-ngai-16-2017', '2017-04-29'],
      ['long-xuyen-01-2020', '2020-06-15'],
      ['bac-giang-13-2023', '2023-05-20'],
    ],
  );
});

test('LX-001: Long Xuyên rests on NĐ 43/2011 and on the regulation of An Giang', () => {
  assert.deepEqual(
    longXuyen.instrument.basedOn.map(({ number }) => number),
    ['43/2011/NĐ-CP', '03/2017/QĐ-UBND'],
  );
  assert.equal(longXuyen.instrument.printedNumber, '01 /2020/QĐ-UBND');
});

test('BG-065: only Bắc Giang says that cited texts apply in their new form', () => {
  assert.deepEqual(
    local.filter((profile) => profile.amendedTextsApply !== undefined).map(({ code }) => code),
    ['bac-giang-13-2023'],
  );
});

test('TB-003 BG-005 QN-004 LC-006: each regulation has its own word for a member portal', () => {
  assert.deepEqual(
    local.map((profile) => memberTerm(profile, 'vi')),
    [
      'Cổng thành viên',
      'Cổng thành phần',
      'Trang thông tin điện tử',
      'Trang thông tin thành phần',
      'Cổng thành phần',
    ],
  );
});

test('LC-003 BG-002: bodies of all three levels must supply information', () => {
  for (const profile of [laoCai, bacGiang]) {
    for (const kind of ['department', 'district', 'commune'] as const) {
      assert.equal(findBodyKind(profile, kind)?.obliged, true);
    }
  }
});

test('LC-004 TB-010 TB-063: other bodies join of their own will, in Thái Bình by a written request', () => {
  assert.equal(findBodyKind(laoCai, 'other')?.joinBy, 'ownDecision');
  assert.equal(findBodyKind(thaiBinh, 'other')?.joinBy, 'writtenRequest');
  assert.equal(findBodyKind(thaiBinh, 'department')?.obliged, true);
  assert.equal(findBodyKind(thaiBinh, 'commune'), undefined);
});

test('LX-003: Long Xuyên knows mass organisations and schools', () => {
  const kinds = longXuyen.bodyKinds.map(({ kind }) => kind);
  for (const kind of ['massOrganisation', 'school', 'unit', 'commune'] as BodyKind[])
    assert.ok(kinds.includes(kind));
});

test('TB-064: press agencies, enterprises and persons contribute', () => {
  assert.deepEqual(
    thaiBinh.contributors.map(({ kind }) => kind),
    ['press', 'enterprise', 'person'],
  );
});

test('LC-123 BG-062: the credit line is the printed formula, in Bắc Giang with the host of the page', () => {
  const page = { host: 'syt.bacgiang.gov.vn', portalName: 'Cổng TTĐT Sở Y tế' };
  assert.equal(creditLine(laoCai, page, 'vi'), 'Theo Cổng TTĐT tỉnh Lào Cai');
  assert.equal(laoCai.credit.templates[1]?.vi, 'Theo http://www.laocai.gov.vn');
  assert.equal(
    creditLine(bacGiang, page, 'vi'),
    'Cổng TTĐT tỉnh Bắc Giang, tại địa chỉ: syt.bacgiang.gov.vn',
  );
  assert.match(creditLine(laoCai, page, 'en'), /Theo Cổng TTĐT tỉnh Lào Cai/);
});

test('QN-012 LX-009: where no formula is printed the credit line is marked as ours', () => {
  for (const profile of [thaiBinh, quangNgai, longXuyen]) {
    assert.equal(profile.credit.ours, true);
    const line = creditLine(profile, { host: 'a.gov.vn', portalName: 'Cổng A' }, 'vi');
    assert.equal(line, 'Theo Cổng A (a.gov.vn)');
  }
});

test('LC-028 LC-040: the main portal has the gazette, science, statistics and English beside points a to k', () => {
  const kinds = (isMain: boolean, kind: BodyKind) =>
    requiredSections(laoCai, kind, isMain).map((section) => section.kind);
  const main = kinds(true, 'committee');
  for (const kind of ['introduction', 'documents', 'gazette', 'science', 'statistics', 'english'] as const) {
    assert.ok(main.includes(kind), kind);
  }
  const member = kinds(false, 'commune');
  assert.ok(!member.includes('gazette'));
  assert.ok(member.includes('services'));
  assert.ok(!main.includes('other'), 'LC-044: other channels are allowed, not demanded');
});

test('LC-033 LC-034: departments owe sector plans, province and districts the territorial ones', () => {
  const parts = (kind: BodyKind, isMain: boolean) =>
    requiredSections(laoCai, kind, isMain)
      .find((section) => section.kind === 'strategy-plan')
      ?.parts.map(({ code }) => code);
  assert.deepEqual(parts('department', false), ['sector']);
  assert.deepEqual(parts('district', false), [
    'investment',
    'construction-land',
    'natural-resources',
    'waste-environment',
  ]);
});

test('LC-046 QN-037 LX-019: the sections to be updated regularly are those the text names', () => {
  const regular = (profile: Profile) =>
    profile.sections.filter((section) => section.update?.pace === 'regularly').map((section) => section.kind);
  const named = ['introduction', 'news', 'direction', 'contact', 'transaction-info'];
  assert.deepEqual(regular(laoCai), named);
  assert.deepEqual(regular(quangNgai), named);
  for (const kind of named) assert.ok(regular(longXuyen).some((other) => other === kind));
});

test('LC-043 QN-020 QN-036: English is owed for introduction, contacts and services, in Lào Cai also for answers', () => {
  const kinds = (profile: Profile) => profile.english.flatMap((rule) => rule.contentKinds);
  assert.deepEqual(kinds(laoCai), ['introduction', 'contact', 'services', 'questions']);
  assert.deepEqual(kinds(quangNgai), ['introduction', 'contact', 'services']);
  assert.ok(quangNgai.english.every(({ portals }) => portals.join() === 'main'));
  assert.deepEqual(
    quangNgai.languages.map(({ language, ours }) => [language, ours]),
    [
      ['vi', false],
      ['en', false],
    ],
  );
});

test('BG-007 LC-089 QN-058: who runs the machines, the content and who only looks on are different roles', () => {
  const holder = (profile: Profile, role: string, portal?: string) =>
    profile.roles.find((rule) => rule.role === role && rule.portal === portal)?.holder.vi;
  assert.equal(holder(bacGiang, 'technicalAdmin'), 'Sở Thông tin và Truyền thông');
  assert.equal(holder(bacGiang, 'contentAdmin', 'main'), 'Văn phòng UBND tỉnh');
  assert.equal(holder(bacGiang, 'contentAdmin', 'member'), 'Công chức, viên chức của cơ quan, đơn vị');
  assert.equal(holder(quangNgai, 'overseer'), 'Sở Thông tin và Truyền thông');
  assert.notEqual(holder(laoCai, 'technicalAdmin'), holder(laoCai, 'contentAdmin', 'main'));
});

test('every regulation gives all seven roles of the product a title', () => {
  for (const profile of local)
    assert.equal(new Set(profile.roles.map(({ role }) => role)).size, 7, profile.code);
});

test('LC-095 TB-035 TB-037: boards with their offices, seals and standing body', () => {
  const council = laoCai.boards.find(({ code }) => code === 'council');
  assert.equal(council?.members[0]?.seal?.vi, 'Con dấu của UBND tỉnh');
  const board = thaiBinh.boards.find(({ code }) => code === 'main-board');
  assert.equal(board?.members.length, 8);
  assert.equal(board?.standingBody?.vi, 'Sở Thông tin và Truyền thông');
  assert.equal(board?.standingBody?.ceased, '2025-03');
  assert.ok(board?.standingBody?.now);
});

test('TB-031: questions and answers are kept at least 30 days from the answer', () => {
  assert.deepEqual(thaiBinh.retention[0]?.atLeast, { value: 30, unit: 'calendarDay' });
});

test('LC-127 TB-044 BG-048: reports come round as each text says', () => {
  const every = (profile: Profile, start: string) =>
    profile.recurring
      .filter(({ code, kind }) => kind === 'report' && code.startsWith(start))
      .map((rule) => rule.every);
  assert.deepEqual(every(laoCai, 'member-').slice(0, 3), ['month', 'quarter', 'year']);
  assert.equal(laoCai.recurring[0]?.dueDay, 25);
  assert.deepEqual(every(thaiBinh, 'member-'), ['quarter', 'halfYear', 'year']);
  assert.deepEqual(every(bacGiang, 'member-'), ['halfYear', 'year']);
});

test('the mistakes of the printed texts are written down with what is right', () => {
  const articles = local.flatMap((profile) =>
    profile.errata.map(({ article }) => `${profile.localityCode} ${article}`),
  );
  for (const known of [
    'quang-ngai Đ9.1.d',
    'long-xuyen Đ10.2',
    'long-xuyen Đ12.2',
    'bac-giang Mẫu 01',
    'bac-giang Đ4.1.b',
  ]) {
    assert.ok(articles.includes(known), known);
  }
});

test('every value of law of a local regulation carries a duty of the list', () => {
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { article, duty, ours } = value as { article?: unknown; duty?: unknown[]; ours?: unknown };
    if (Array.isArray(duty) && article !== undefined && ours !== true) assert.ok(duty.length > 0, path);
    for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`);
  };
  for (const profile of local) walk(profile, profile.code);
});
