import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCalendar, instantOf } from '../calendar/index.ts';
import { foldClock, isClockRefusal } from '../clock/index.ts';
import { clockRuleOf, dutyFor, shippedProfiles } from './index.ts';

const profiles = shippedProfiles();

// November and December 2026: weekends, and 24/11 off (NQ 28/2026/QH16). Issued on Monday 02/11/2026.
const calendar = buildCalendar({
  rows: [
    {
      on: '2026-11-24',
      kind: 'off',
      name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' },
      source: 'NQ 28/2026/QH16',
    },
  ],
  confirmedFrom: '2026-10-01',
  confirmedThrough: '2026-12-31',
});

function dueOn(profileCode: string): string {
  const found = dutyFor({
    profiles,
    timeline: [{ profileCode, validFrom: '2011-05-02' }],
    contentKind: 'legal-dissemination',
    startEvent: 'issued',
    bodyRole: 'member',
    on: '2026-11-02',
  });
  assert.ok(found);
  const state = foldClock(found.rule, [{ kind: 'started', at: instantOf('2026-11-02', '09:00') }], calendar);
  assert.ok(!isClockRefusal(state));
  return state.dueOn;
}

test('LC-047 QN-038 LX-020 BG-065: the same item issued on 02/11/2026 falls due on three different days', () => {
  assert.equal(dueOn('lao-cai-22-2016'), '2026-11-18');
  assert.equal(dueOn('quang-ngai-16-2017'), '2026-11-23');
  assert.equal(dueOn('long-xuyen-01-2020'), '2026-11-23');
  assert.equal(dueOn('thai-binh-02-2011'), '2026-11-09');
  assert.equal(dueOn('bac-giang-13-2023'), '2026-11-09');
});

test('every timed value of every profile is a rule the clock can count with', () => {
  let counted = 0;
  for (const profile of profiles.values()) {
    for (const duty of profile.duties) {
      const rule = clockRuleOf(profile, duty, 'own');
      assert.equal(rule === undefined, duty.period === undefined, `${profile.code} ${duty.code}`);
      if (rule === undefined) continue;
      const state = foldClock(rule, [{ kind: 'started', at: instantOf('2026-11-02', '09:00') }], calendar);
      assert.ok(!isClockRefusal(state), `${profile.code} ${duty.code}`);
      assert.ok(state.dueOn >= '2026-11-02');
      counted += 1;
    }
  }
  assert.ok(counted > 40, String(counted));
});
