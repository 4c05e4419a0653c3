import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type DutyCase,
  type DutyVariant,
  dutyFor,
  listDuties,
  listStartEvents,
  profileOn,
  shippedProfiles,
} from './index.ts';

const profiles = shippedProfiles();
const codes = {
  LC: 'lao-cai-22-2016',
  TB: 'thai-binh-02-2011',
  QN: 'quang-ngai-16-2017',
  LX: 'long-xuyen-01-2020',
  BG: 'bac-giang-13-2023',
};
type Place = keyof typeof codes;

function look(place: Place, asked: Partial<DutyCase> & Pick<DutyCase, 'contentKind' | 'startEvent'>) {
  const timeline = [{ profileCode: codes[place], validFrom: '2011-05-02' }];
  return dutyFor({ profiles, timeline, bodyRole: 'main', on: '2026-11-02', ...asked });
}

function shown(
  place: Place,
  asked: Partial<DutyCase> & Pick<DutyCase, 'contentKind' | 'startEvent'>,
): string {
  const found = look(place, asked);
  if (found === undefined) return 'none';
  const { period, article, duty } = found.rule;
  const days = period.unit === 'immediate' ? 'immediate' : `${period.value} ${period.unit}`;
  return `${days}, ${article.article}${article.instrument ? ` ${article.instrument}` : ''}, ${found.via}, ${duty}`;
}

const accessLaw = 'Luật Tiếp cận thông tin 104/2016/QH13';

test('LC-047 QN-038 LX-020 BG-065 TB-024: one dissemination item is due by five different rules', () => {
  const asked = { contentKind: 'legal-dissemination', startEvent: 'issued' } as const;
  assert.equal(shown('LC', asked), '12 workingDay, Đ10.2, own, LC-047');
  assert.equal(shown('QN', asked), '15 workingDay, Đ9.1.b, own, QN-038');
  assert.equal(shown('LX', asked), '15 workingDay, Đ10.1.b, own, LX-020');
  assert.match(shown('TB', asked), new RegExp(`^5 workingDay, Đ18.4 ${accessLaw}, fallback`));
  assert.match(shown('BG', asked), new RegExp(`^5 workingDay, Đ18.4 ${accessLaw}, fallback`));
});

test('LC-049 QN-040: strategies and plans have 10 working days where the regulation says so', () => {
  const asked = { contentKind: 'strategy-plan', startEvent: 'approved' } as const;
  assert.equal(shown('LC', asked), '10 workingDay, Đ10.4, own, LC-049');
  assert.equal(shown('QN', asked), '10 workingDay, Đ9.1.d, own, QN-040');
  for (const place of ['LX', 'TB', 'BG'] as const)
    assert.match(shown(place, asked), /^5 workingDay.*fallback/);
});

test('QN-040: the wrong reference of Đ9.1.d is kept as printed and not followed', () => {
  const duty = look('QN', { contentKind: 'projects', startEvent: 'approved' })?.duty;
  assert.equal(duty?.printedAs, 'điểm đ và h Khoản 1 Điều 10');
  assert.equal(duty?.article, 'Đ9.1.d');
  assert.match(duty?.reading?.vi ?? '', /Khoản 2 Điều 8/);
});

test('LC-048 QN-039 LX-021: the issuer of a document and the bodies within its scope have different times', () => {
  const periods = (place: Place) =>
    (['issuer', 'inScope'] as const).map(
      (variant) =>
        look(place, { contentKind: 'documents', startEvent: 'issued', variant })?.rule.period.value,
    );
  assert.deepEqual(periods('LC'), [2, 8]);
  assert.deepEqual(periods('QN'), [2, 10]);
  assert.deepEqual(periods('LX'), [2, 10]);
  assert.equal(look('LC', { contentKind: 'documents', startEvent: 'issued' })?.duty.variant, 'issuer');
});

test('LC-051 QN-043 LX-024: science is counted from approval and from acceptance', () => {
  for (const startEvent of ['approved', 'accepted'] as const) {
    assert.equal(look('LC', { contentKind: 'science', startEvent })?.rule.period.value, 15);
    assert.equal(look('QN', { contentKind: 'science', startEvent })?.rule.period.value, 20);
    assert.equal(look('LX', { contentKind: 'science', startEvent })?.rule.startEvent, startEvent);
  }
});

test('LC-049 QN-044 LX-025: Lào Cai counts statistics from approval, the others from the decision to publish', () => {
  const events = (place: Place) =>
    listStartEvents({
      profiles,
      timeline: [{ profileCode: codes[place], validFrom: '2011-01-01' }],
      contentKind: 'statistics',
      bodyRole: 'main',
      on: '2026-11-02',
    });
  assert.deepEqual(events('LC'), ['approved']);
  assert.deepEqual(events('QN'), ['decidedToPublish']);
  assert.deepEqual(events('LX'), ['decidedToPublish']);
});

test('a regulation with a number from another event is not passed over for the national default', () => {
  assert.equal(look('QN', { contentKind: 'statistics', startEvent: 'approved' }), undefined);
  assert.equal(look('LC', { contentKind: 'statistics', startEvent: 'decidedToPublish' }), undefined);
});

test('LC-050 TB-026: a consultation and event news are due at once', () => {
  assert.match(
    shown('LC', { contentKind: 'consultation', startEvent: 'received' }),
    /^immediate, Đ10.5, own/,
  );
  assert.match(shown('TB', { contentKind: 'news', startEvent: 'occurred' }), /^immediate, Đ6.2.c, own/);
});

test('LC-060 LC-061 LC-062: questions in Lào Cai are counted in "ngày" from 08:00, at most 10 with a promise', () => {
  const values = (['ownCompetence', 'interAgency', 'special'] as const).map((variant) => {
    const rule = look('LC', { contentKind: 'questions', startEvent: 'received', variant })?.rule;
    assert.equal(rule?.startAt, '08:00');
    assert.equal(rule?.weekends, 'excluded');
    assert.deepEqual(rule?.cap, { value: 10, unit: 'ngay', article: { article: 'Đ11.6.c' } });
    return rule?.period;
  });
  assert.deepEqual(
    values,
    [5, 8, 10].map((value) => ({ value, unit: 'ngay' })),
  );
});

test('LC-060: that weekends are left out is marked as a reading', () => {
  const duty = look('LC', { contentKind: 'questions', startEvent: 'received' })?.duty;
  assert.equal(duty?.printedUnit, 'ngày');
  assert.ok(duty?.reading?.vi.includes('không nói rõ thứ Bảy, Chủ nhật'));
});

test('TB-030: questions in Thái Bình have 5, 10 and 15 working days', () => {
  const days = (['ownCompetence', 'interAgency', 'special'] as const).map(
    (variant) => look('TB', { contentKind: 'questions', startEvent: 'received', variant })?.rule.period.value,
  );
  assert.deepEqual(days, [5, 10, 15]);
});

test('QN-042 LX-023: 15 working days are met by an answer or by a notice with a date, whatever the kind of question', () => {
  for (const place of ['QN', 'LX'] as const) {
    for (const variant of ['ownCompetence', 'interAgency', 'special'] as const) {
      const found = look(place, { contentKind: 'questions', startEvent: 'received', variant });
      assert.equal(found?.rule.period.value, 15);
      assert.deepEqual(found?.duty.satisfiedBy, ['answer', 'noticeWithDate']);
    }
  }
});

test('QN-041 LX-022: a question out of scope is told at once', () => {
  for (const place of ['QN', 'LX'] as const) {
    const found = look(place, { contentKind: 'questions', startEvent: 'received', variant: 'outOfScope' });
    assert.equal(found?.rule.period.unit, 'immediate');
  }
});

test('BG-025: no text gives a number of days for questions in Bắc Giang, and none is made up', () => {
  assert.equal(look('BG', { contentKind: 'questions', startEvent: 'received' }), undefined);
});

test('TB-024: the trace names the own article that sets no number before the national one', () => {
  const steps = look('TB', { contentKind: 'legal-dissemination', startEvent: 'issued' })?.steps ?? [];
  assert.deepEqual(
    steps.map(({ profileCode, article }) => `${profileCode} ${article}`),
    ['thai-binh-02-2011 Đ6.2.a', 'nd224-2026 Đ18.4'],
  );
  assert.match(
    steps[0]?.words.vi ?? '',
    /^Điểm a khoản 2 Điều 6, Quy chế.*thường xuyên, không nêu số ngày\.$/,
  );
  assert.match(steps[1]?.words.en ?? '', /national rule applies instead: Article 18, clause 4/);
});

test('LC-046 LX-019 QN-037: what is only to be updated "regularly" is due at once on change by NĐ 224/2026', () => {
  for (const place of ['LC', 'LX', 'QN'] as const) {
    const found = look(place, { contentKind: 'introduction', startEvent: 'changed' });
    assert.equal(found?.via, 'fallback');
    assert.equal(found?.article.article, 'Đ9.3');
    assert.equal(found?.article.instrument, 'Nghị định 224/2026/NĐ-CP');
    assert.match(found?.steps[0]?.words.vi ?? '', /thường xuyên/);
  }
});

test('BG-065 LX-001: the national text in force on the day of the start event fills the gap', () => {
  const on = (date: string) =>
    shown('LX', { contentKind: 'strategy-plan', startEvent: 'approved', on: date }).split(', fallback')[0];
  assert.equal(on('2021-03-01'), '10 workingDay, Đ17.1.d Nghị định 43/2011/NĐ-CP');
  assert.equal(on('2022-08-14'), '10 workingDay, Đ17.1.d Nghị định 43/2011/NĐ-CP');
  assert.equal(on('2022-08-15'), `5 workingDay, Đ18.4 ${accessLaw}`);
  const profileAt = (date: string) =>
    look('LX', { contentKind: 'strategy-plan', startEvent: 'approved', on: date })?.profile.code;
  assert.equal(profileAt('2026-06-30'), 'nd42-2022');
  assert.equal(profileAt('2026-07-01'), 'nd224-2026');
  assert.equal(profileAt('2011-06-01'), undefined);
});

test('a later regulation supersedes an earlier one, gaps have none, and the clock keeps the one of its first day', () => {
  const timeline = [
    { profileCode: codes.QN, validFrom: '2017-04-29' },
    { profileCode: codes.LC, validFrom: '2025-07-01', validTo: '2026-12-31' },
  ];
  assert.equal(profileOn(timeline, '2017-04-28'), undefined);
  assert.equal(profileOn(timeline, '2025-06-30'), codes.QN);
  assert.equal(profileOn(timeline, '2025-07-01'), codes.LC);
  assert.equal(profileOn(timeline, '2027-01-01'), codes.QN);
  const days = (on: string) =>
    dutyFor({
      profiles,
      timeline,
      contentKind: 'legal-dissemination',
      startEvent: 'issued',
      bodyRole: 'main',
      on,
    })?.rule.period.value;
  assert.equal(days('2025-06-30'), 15);
  assert.equal(days('2025-07-01'), 12);
});

test('before a locality has a regulation the national text applies and the trace says so', () => {
  const found = dutyFor({
    profiles,
    timeline: [],
    contentKind: 'legal-dissemination',
    startEvent: 'issued',
    bodyRole: 'main',
    on: '2015-01-05',
  });
  assert.equal(found?.profile.code, 'nd43-2011');
  assert.match(found?.steps[0]?.words.vi ?? '', /chưa có quy chế riêng/);
});

test('a timeline that names a profile which is not loaded is a fault, not a gap', () => {
  const timeline = [{ profileCode: 'nowhere-1-2020', validFrom: '2020-01-01' }];
  const ask = () =>
    dutyFor({
      profiles,
      timeline,
      contentKind: 'news',
      startEvent: 'changed',
      bodyRole: 'main',
      on: '2026-01-05',
    });
  assert.throws(ask, /nowhere-1-2020/);
});

test('an information request has 3 working days, or 15 with one extension of 15 days', () => {
  const simple = look('TB', { contentKind: 'information-requests', startEvent: 'received' })?.rule;
  assert.equal(simple?.period.value, 3);
  const complex = look('TB', {
    contentKind: 'information-requests',
    startEvent: 'received',
    variant: 'complex',
  })?.rule;
  assert.deepEqual(complex?.extension, {
    value: 15,
    unit: 'calendarDay',
    times: 1,
    article: { article: 'Đ30', instrument: accessLaw },
  });
});

test('BG-030: a request about personal data has 2 working days for the first word, then 10, 15 or 20 days once extended', () => {
  const of = (variant: DutyVariant, place: Place = 'BG', on?: string) =>
    look(place, {
      contentKind: 'personal-data-requests',
      startEvent: 'received',
      variant,
      ...(on && { on }),
    });
  const told = (['reaction', 'access', 'restriction', 'deletion'] as const).map((variant) => {
    const rule = of(variant)?.rule;
    return [rule?.period.value, rule?.period.unit, rule?.extension?.value, rule?.extension?.times];
  });
  assert.deepEqual(told, [
    [2, 'workingDay', undefined, undefined],
    [10, 'calendarDay', 10, 1],
    [15, 'calendarDay', 15, 1],
    [20, 'calendarDay', 20, 1],
  ]);
  assert.deepEqual(of('deletion')?.article, { article: 'Đ5', instrument: 'Nghị định 356/2025/NĐ-CP' });
  assert.equal(of('deletion')?.duty.confirmed, false, 'read in secondary sources');
  assert.match(of('deletion')?.duty.reading?.vi ?? '', /ngày thường/);
  assert.equal(of('access', 'BG', '2026-03-02')?.profile.code, 'nd42-2022');
  assert.equal(of('access', 'BG', '2025-12-31'), undefined);
});

test('LC-109: Lào Cai asks for prompt deletion and names no number; the number is that of the national text', () => {
  const found = look('LC', {
    contentKind: 'personal-data-requests',
    startEvent: 'received',
    variant: 'deletion',
  });
  assert.equal(found?.via, 'fallback');
  assert.match(found?.steps[0]?.words.vi ?? '', /^Khoản 2 Điều 27.*yêu cầu thực hiện kịp thời/);
  const access = look('LC', { contentKind: 'personal-data-requests', startEvent: 'received' });
  assert.doesNotMatch(access?.steps[0]?.words.vi ?? '', /Điều 27/);
});

test('every value of every profile in force today is listed, and none that has ended', () => {
  for (const profile of profiles.values()) {
    const today = listDuties(profile, '2026-11-21');
    const ended = profile.code === 'nd43-2011' || profile.code === 'nd42-2022';
    assert.equal(today.length === 0, ended, profile.code);
    assert.ok(today.every((duty) => duty.validFrom <= '2026-11-21'));
  }
});
