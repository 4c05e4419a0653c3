import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { type CalendarRow, proposeHolidays } from './index.ts';
import { civilDateOfLunar } from './lunar.ts';

const TET: Record<number, string> = {
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-02',
};

const HUNG_KINGS: Record<number, string> = {
  2023: '2023-04-29',
  2024: '2024-04-18',
  2025: '2025-04-07',
  2026: '2026-04-26',
  2027: '2027-04-16',
  2028: '2028-04-04',
  2029: '2029-04-23',
  2030: '2030-04-12',
};

test('Tết and Giỗ Tổ fall on their known dates, UTC+7 (2007 and 2030 differ from China’s)', () => {
  for (const [year, on] of Object.entries(TET)) assert.equal(civilDateOfLunar(Number(year), 1, 1), on);
  for (const [year, on] of Object.entries(HUNG_KINGS))
    assert.equal(civilDateOfLunar(Number(year), 3, 10), on);
  assert.equal(civilDateOfLunar(2007, 1, 1), '2007-02-17');
  assert.equal(civilDateOfLunar(1985, 1, 1), '1985-01-21');
});

test('lunar dates do not depend on the time zone of the process', () => {
  const module = fileURLToPath(new URL('./lunar.ts', import.meta.url));
  const script = `import { civilDateOfLunar } from ${JSON.stringify(module)};
    const days = [];
    for (let y = 1950; y <= 2100; y += 1) for (let m = 1; m <= 12; m += 1) days.push(civilDateOfLunar(y, m, 10));
    process.stdout.write(days.join());`;
  const runIn = (zone: string) => {
    const args = ['--input-type=module', '--eval', script];
    const run = spawnSync(process.execPath, args, { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
    return run.stdout;
  };
  const expected = runIn('Asia/Ho_Chi_Minh');
  assert.equal(expected.split(',').length, 151 * 12);
  for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Apia'])
    assert.equal(runIn(zone), expected, zone);
});

const dates = (rows: readonly CalendarRow[]) =>
  rows.map(({ on, compensates }) => (compensates ? `${on}*` : on));

test('holidays on weekly rest days are made up for on the next working day (BLLĐ 2019 Đ111.3)', () => {
  assert.deepEqual(dates(proposeHolidays(2023)), [
    '2023-01-01',
    '2023-01-02*',
    '2023-01-20',
    '2023-01-21',
    '2023-01-22',
    '2023-01-23',
    '2023-01-24',
    '2023-01-25*',
    '2023-01-26*',
    '2023-04-29',
    '2023-04-30',
    '2023-05-01',
    '2023-05-02*',
    '2023-05-03*',
    '2023-09-01',
    '2023-09-02',
    '2023-09-04*',
  ]);
  assert.deepEqual(dates(proposeHolidays(2026)), [
    '2026-01-01',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-04-26',
    '2026-04-27*',
    '2026-04-30',
    '2026-05-01',
    '2026-09-01',
    '2026-09-02',
    '2026-11-24',
  ]);
});

test('earlier years have the holidays of their own law', () => {
  const namesOf = (year: number, vi: string) =>
    proposeHolidays(year).filter(({ name }) => name.vi === vi).length;
  assert.deepEqual(
    [2006, 2007].map((year) => namesOf(year, 'Giỗ Tổ Hùng Vương')),
    [0, 1],
  );
  assert.deepEqual(
    [2020, 2021].map((year) => namesOf(year, 'Quốc khánh')),
    [1, 2],
  );
  assert.deepEqual(
    [2012, 2013, 2014].map((year) => namesOf(year, 'Tết Âm lịch')),
    [4, 4, 5],
  );
  assert.deepEqual(
    [2025, 2026].map((year) => namesOf(year, 'Ngày Văn hóa Việt Nam')),
    [0, 1],
  );
  const sourceOf = (year: number) => proposeHolidays(year)[0]?.source;
  assert.deepEqual(sourceOf(2012), {
    vi: 'Điều 73 Bộ luật Lao động 1994',
    en: 'Labour Code 1994, Article 73',
  });
  assert.deepEqual(sourceOf(2026), {
    vi: 'Điểm a khoản 1 Điều 112 Bộ luật Lao động 2019',
    en: 'Labour Code 2019, Article 112.1.a',
  });
});
