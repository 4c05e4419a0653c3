import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { profileOf } from '../../../tests/support/profiles.ts';
import { buildCalendar, instantOf } from '../calendar/index.ts';
import { type ClockEvent, foldClock, isClockRefusal } from '../clock/index.ts';
import {
  type AskerKind,
  askerFields,
  type Basis,
  clockCategoryOf,
  clockRuleOf,
  inquiryKinds,
  inquiryKindWords,
  inquiryRules,
  keepUntil,
  nationalOn,
  type Profile,
  ProfileError,
  parseProfile,
  shippedProfiles,
} from './index.ts';

const profiles = shippedProfiles();
const laoCai = profileOf('lao-cai-22-2016');
const thaiBinh = profileOf('thai-binh-02-2011');
const quangNgai = profileOf('quang-ngai-16-2017');
const longXuyen = profileOf('long-xuyen-01-2020');
const bacGiang = profileOf('bac-giang-13-2023');
const TODAY = '2026-11-21';

const rulesOf = (own: Profile | undefined, on = TODAY) =>
  inquiryRules(own, nationalOn(profiles, own, on), on);
const where = (basis: Basis | undefined) => `${basis?.profileCode} ${basis?.article?.article} ${basis?.via}`;
const intakes = (own: Profile | undefined, on = TODAY) =>
  rulesOf(own, on).intakes.map(({ kind, basis }) => `${kind} ${basis.via}`);
const fields = (own: Profile | undefined, kind: AskerKind, on = TODAY) =>
  askerFields(own, kind, on).map(({ code, required }) => (required ? code : `${code}?`));

/** A fresh file of a profile, changed; what the parser says to it. */
function refusal(change: (json: ReturnType<typeof fileOf>) => void): string {
  const json = fileOf('lao-cai-22-2016');
  change(json);
  try {
    parseProfile(json);
  } catch (error) {
    assert.ok(error instanceof ProfileError, String(error));
    return error.message;
  }
  return 'accepted';
}

type Loose = { [key: string]: Loose } & Loose[];

function fileOf(code: string): Loose {
  return JSON.parse(readFileSync(new URL(`../../../profiles/${code}.json`, import.meta.url), 'utf8'));
}

test('LC-057: a person who asks in Lào Cai states who he is; the district is asked no longer', () => {
  const until2025 = [
    'name',
    'nationality',
    'occupation',
    'addressStreet',
    'addressCommune',
    'addressDistrict',
  ];
  assert.deepEqual(fields(laoCai, 'person', '2025-06-30'), [...until2025, 'addressProvince']);
  assert.deepEqual(fields(laoCai, 'person', '2025-07-01'), [...until2025.slice(0, 5), 'addressProvince']);
  assert.equal(where(askerFields(laoCai, 'person', TODAY)[0]?.basis), 'lao-cai-22-2016 Đ11.3.b own');
});

test('LC-056: an organisation names its representative and its licence; what the text does not list is optional', () => {
  assert.deepEqual(fields(laoCai, 'organisation'), [
    'name?',
    'representative',
    'representativeTitle',
    'licence',
    'addressStreet',
    'addressCommune?',
    'addressProvince',
  ]);
  const before = fields(laoCai, 'organisation', '2025-06-30');
  assert.ok(before.includes('addressDistrict') && !before.includes('addressCommune?'));
  for (const { required, basis } of askerFields(laoCai, 'organisation', TODAY)) {
    assert.equal(required, basis.duty.includes('LC-056'));
    assert.equal(required, !basis.ours && basis.article !== undefined);
  }
});

test('where no regulation names fields of the asker, none is demanded', () => {
  for (const own of [thaiBinh, quangNgai, longXuyen, bacGiang, undefined]) {
    assert.deepEqual(fields(own, 'person'), []);
    assert.deepEqual(fields(own, 'organisation'), []);
  }
});

test('LC-092 LC-126 QN-030 BG-052 TB-061: every locality has the intakes its text knows, the law adds the rest', () => {
  const law = ['feedback fallback', 'information fallback', 'personalData fallback'];
  const [feedback, ...rest] = law;
  assert.deepEqual(intakes(laoCai), [
    'question own',
    'feedback own',
    'complaint own',
    'quality own',
    ...rest,
  ]);
  assert.deepEqual(intakes(thaiBinh), ['question own', feedback, 'regulation own', ...rest]);
  assert.deepEqual(intakes(quangNgai), ['question own', 'feedback own', 'regulation own', ...rest]);
  assert.deepEqual(intakes(longXuyen), ['question own', feedback, 'regulation own', ...rest]);
  assert.deepEqual(intakes(bacGiang), ['question own', 'feedback own', 'regulation own', ...rest]);
  assert.deepEqual(intakes(undefined), law);
  assert.deepEqual(intakes(undefined, '2015-01-05'), ['question fallback', 'feedback fallback']);
});

test('a national intake names the law it stands in, and says when its text was not to be had', () => {
  const [feedback, information] = rulesOf(undefined).intakes;
  assert.deepEqual(information?.basis.article, {
    article: 'Đ30',
    instrument: 'Luật Tiếp cận thông tin 104/2016/QH13',
  });
  assert.equal(feedback?.basis.article?.instrument, 'Nghị định 20/2008/NĐ-CP');
  assert.equal(feedback?.basis.confirmed, false);
  assert.equal(information?.basis.confirmed, true);
});

test('an intake that the text gives to the provincial board is only at the main portal', () => {
  const portalsOf = (kind: string) => rulesOf(laoCai).intakes.find((intake) => intake.kind === kind)?.portals;
  assert.deepEqual(portalsOf('complaint'), ['main']);
  assert.deepEqual(portalsOf('question'), ['main', 'member']);
});

test('LC-055 LC-092: complaints are no questions in Lào Cai, and the text says where they go', () => {
  const rules = rulesOf(laoCai);
  assert.equal(rules.refusesComplaints?.instead, 'complaint');
  assert.equal(where(rules.refusesComplaints?.basis), 'lao-cai-22-2016 Đ11.2 own');
  assert.deepEqual(
    rules.scope?.topics.map(({ code }) => code),
    ['mechanisms', 'policies', 'procedures', 'investment', 'useful-information'],
  );
  assert.equal(rulesOf(thaiBinh).refusesComplaints, undefined);
  assert.equal(rulesOf(thaiBinh).scope, undefined);
});

test('QN-041 LX-022 LC-120: what is out of scope is told at once, in Lào Cai forwarded promptly', () => {
  const told = (own: Profile | undefined, on = TODAY) => {
    const rule = rulesOf(own, on).outOfScope;
    return rule && `${rule.pace} ${rule.act} ${where(rule.basis)}`;
  };
  assert.equal(told(quangNgai), 'immediately notice quang-ngai-16-2017 Đ9.1.đ own');
  assert.equal(told(longXuyen), 'immediately notice long-xuyen-01-2020 Đ10.1.d own');
  assert.equal(told(laoCai), 'promptly forward lao-cai-22-2016 Đ31.1.c own');
  assert.equal(told(thaiBinh), undefined);
  assert.equal(told(thaiBinh, '2022-08-14'), 'immediately notice nd43-2011 Đ17.1.đ fallback');
});

test('LX-023 LC-058 TB-029: only Long Xuyên demands that answers of common concern are published', () => {
  const of = (own: Profile | undefined, on = TODAY) => rulesOf(own, on).delivery?.mustPublish;
  assert.deepEqual([of(longXuyen), of(laoCai), of(thaiBinh)], ['commonConcern', 'none', 'none']);
  assert.deepEqual([of(quangNgai), of(bacGiang), of(undefined)], [undefined, undefined, undefined]);
  assert.equal(of(quangNgai, '2022-08-14'), 'commonConcern');
});

test('LC-063 LC-064: a leader answers in Lào Cai, and the answer carries a note in both languages', () => {
  const { signer, disclaimer } = rulesOf(laoCai);
  assert.equal(signer?.role, 'head');
  assert.equal(where(signer?.basis), 'lao-cai-22-2016 Đ11.7 own');
  assert.match(disclaimer?.text.vi ?? '', /tham khảo/);
  assert.match(disclaimer?.text.en ?? '', /for reference/);
  assert.equal(where(disclaimer?.basis), 'lao-cai-22-2016 Đ11.8 own');
  for (const own of [thaiBinh, quangNgai, longXuyen, bacGiang, undefined]) {
    assert.equal(rulesOf(own).signer, undefined);
    assert.equal(rulesOf(own).disclaimer, undefined);
  }
});

test('LC-043: answers to foreigners are also owed in English, on the main portal of Lào Cai', () => {
  const { english } = rulesOf(laoCai);
  assert.deepEqual(english?.portals, ['main']);
  assert.equal(english?.forReference, true);
  assert.deepEqual(english?.basis.duty, ['LC-043']);
  for (const own of [thaiBinh, quangNgai, longXuyen, bacGiang]) assert.equal(rulesOf(own).english, undefined);
});

test('TB-061 QN-064 LX-048 BG-083 LC-126: difficulties and remarks go to the body the text names', () => {
  const to = (own: Profile, kind: string) => {
    const intake = rulesOf(own).intakes.find((one) => one.kind === kind);
    const now = intake?.to?.now?.vi;
    return [intake?.to?.vi, ...(now ? [now] : []), ...(intake?.through ? [intake.through.vi] : [])];
  };
  const moved = ['Sở Thông tin và Truyền thông', 'Sở Khoa học và Công nghệ'];
  assert.deepEqual(to(thaiBinh, 'regulation'), moved);
  assert.deepEqual(to(bacGiang, 'regulation'), moved);
  assert.deepEqual(to(quangNgai, 'regulation'), ['Văn phòng UBND tỉnh']);
  assert.deepEqual(to(longXuyen, 'regulation'), [
    'Ban Biên tập Trang thông tin điện tử thành phố',
    'Phòng Văn hóa và Thông tin thành phố',
  ]);
  assert.deepEqual(to(laoCai, 'quality'), ['Văn phòng UBND tỉnh, Ban Biên tập Cổng TTĐT tỉnh']);
});

test('TB-031: an answer is kept through the thirtieth day after it; where no text sets a minimum there is none', () => {
  assert.equal(keepUntil(thaiBinh, 'questions', '2026-11-02')?.until, '2026-12-02');
  assert.equal(keepUntil(thaiBinh, 'questions', '2028-02-01')?.until, '2028-03-02');
  assert.deepEqual(keepUntil(thaiBinh, 'questions', '2026-11-02')?.basis.duty, ['TB-031']);
  assert.equal(keepUntil(thaiBinh, 'questions', '2011-05-01'), undefined);
  assert.equal(keepUntil(thaiBinh, 'information-requests', '2026-11-02'), undefined);
  for (const own of [laoCai, quangNgai, longXuyen, bacGiang, undefined]) {
    assert.equal(keepUntil(own, 'questions', '2026-11-02'), undefined);
  }
});

test('every intake has a name in both languages; three have clocks of their own', () => {
  for (const kind of inquiryKinds) assert.ok(inquiryKindWords[kind].vi && inquiryKindWords[kind].en, kind);
  const counted = inquiryKinds.filter((kind) => clockCategoryOf(kind) !== undefined);
  assert.deepEqual(counted, ['question', 'information', 'personalData']);
});

test('asking back stops a clock only where the profile names the article for it', () => {
  const november = buildCalendar({ rows: [], confirmedFrom: '2026-10-01', confirmedThrough: '2026-12-31' });
  const at = (on: string) => instantOf(on, '09:00');
  const events: ClockEvent[] = [
    { kind: 'started', at: at('2026-11-02') },
    { kind: 'paused', at: at('2026-11-04') },
    { kind: 'resumed', at: at('2026-11-09') },
  ];
  const dueOn = (profile: Profile) => {
    const duty = profile.duties.find(({ code }) => code === 'question-own');
    const rule = duty && clockRuleOf(profile, duty, 'own');
    assert.ok(rule);
    const state = foldClock(rule, events, november);
    return isClockRefusal(state) ? state.code : state.dueOn;
  };
  assert.equal(dueOn(laoCai), 'pauseNotAllowed');
  for (const { duties } of profiles.values()) assert.ok(duties.every(({ pause }) => pause === undefined));
  const json = fileOf('lao-cai-22-2016');
  const own = [...(json.duties ?? [])].find((duty) => String(duty.code) === 'question-own');
  assert.ok(own);
  Object.assign(own, { pause: { article: 'Đ11.6' } });
  assert.match(dueOn(parseProfile(json)), /^2026-11-1\d$/);
});

test('a profile that contradicts itself about inquiries is refused in a sentence', () => {
  const cases: [(json: Loose) => void, string][] = [
    [
      (json) => Object.assign(json.asker?.person?.[0] ?? {}, { code: 'licence' }),
      'lao-cai-22-2016: asker.person[0].code must not be asked of a person, found "licence"',
    ],
    [
      (json) => Object.assign(json.asker?.organisation?.[1] ?? {}, { code: 'nationality' }),
      'lao-cai-22-2016: asker.organisation[1].code must not be asked of an organisation, found "nationality"',
    ],
    [
      (json) => Object.assign(json.asker?.person?.[1] ?? {}, { code: 'name' }),
      'lao-cai-22-2016: asker.person[1].code must not be asked twice on the same day, found "name"',
    ],
    [
      (json) => Reflect.deleteProperty(json.asker?.person?.[0] ?? {}, 'article'),
      'lao-cai-22-2016: asker.person[0].article must name the article, or the value must be marked "ours"',
    ],
    [
      (json) => Object.assign(json.inquiries?.intakes?.[1] ?? {}, { kind: 'question' }),
      'lao-cai-22-2016: inquiries.intakes[1].kind must not be named twice on the same day, found "question"',
    ],
    [
      (json) => Object.assign(json.inquiries?.refusesComplaints ?? {}, { instead: 'information' }),
      'lao-cai-22-2016: inquiries.refusesComplaints.instead must be one of the intakes named, found "information"',
    ],
    [
      (json) => Object.assign(json.inquiries?.scope?.topics?.[1] ?? {}, { code: 'mechanisms' }),
      'lao-cai-22-2016: inquiries.scope.topics[1].code must be unique, found "mechanisms"',
    ],
    [
      (json) => Object.assign(json.inquiries?.delivery ?? {}, { mustPublish: 'always' }),
      'lao-cai-22-2016: inquiries.delivery.mustPublish must be one of none, commonConcern, found "always"',
    ],
    [
      (json) => Object.assign(json.asker?.person?.[5] ?? {}, { validTo: '2016-01-01' }),
      'lao-cai-22-2016: asker.person[5].validTo must not be before validFrom, found "2016-01-01"',
    ],
  ];
  for (const [change, sentence] of cases) assert.equal(refusal(change), sentence);
  assert.equal(
    refusal(() => undefined),
    'accepted',
  );
});

test('a minimum of keeping is counted in days of the calendar', () => {
  const json = fileOf('thai-binh-02-2011');
  Object.assign(json.retention?.[0]?.atLeast ?? {}, { unit: 'workingDay' });
  assert.throws(
    () => parseProfile(json),
    /retention\[0\]\.atLeast\.unit must be one of calendarDay, found "workingDay"/,
  );
});
