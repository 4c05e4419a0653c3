import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { buildCalendar, instantOf, parseCalendarFile } from '../calendar/index.ts';
import {
  type ClockEvent,
  type ClockRule,
  type ClockState,
  dayStrip,
  explainTrace,
  foldClock,
  isClockRefusal,
  standing,
  standingWords,
} from './index.ts';

const file = parseCalendarFile(
  JSON.parse(readFileSync(new URL('../../../profiles/calendar/viet-nam.json', import.meta.url), 'utf8')),
);
const calendar = buildCalendar(file);
const at = (moment: string) => instantOf(moment.slice(0, 10), moment.slice(11));

const QUESTION: ClockRule = {
  duty: 'LC-060',
  period: { value: 5, unit: 'ngay' },
  article: { article: 'Đ11.6.a', instrument: 'Quy chế 22/2016' },
  startEvent: 'received',
  startAt: '08:00',
  startArticle: { article: 'Đ11.6.c', instrument: 'Quy chế 22/2016' },
};
const PLAIN: ClockRule = {
  duty: 'QN-042',
  period: { value: 5, unit: 'workingDay' },
  article: { article: 'Đ9.1.đ' },
  startEvent: 'received',
  allowsPause: true,
  extension: { value: 3, unit: 'calendarDay', times: 1, article: { article: 'Đ9.2' } },
};

function fold(rule: ClockRule, started: string, ...events: ClockEvent[]): ClockState {
  const result = foldClock(rule, [{ kind: 'started', at: at(started) }, ...events], calendar);
  if (isClockRefusal(result)) assert.fail(result.code);
  return result;
}
const texts = (state: ClockState, lang: 'vi' | 'en') =>
  explainTrace(state.trace, lang).map(({ text }) => text);

test('LC-062: the trace of a question says in Vietnamese why the day is this one, with its articles', () => {
  const state = fold(QUESTION, '2026-11-17 21:40');
  assert.deepEqual(explainTrace(state.trace, 'vi'), [
    { text: 'Tiếp nhận lúc 21:40 thứ Ba 17/11/2026, ngoài giờ làm việc.' },
    {
      text: 'Thời hạn tính từ 08:00 thứ Tư 18/11/2026, ngày làm việc kế tiếp.',
      source: 'Điểm c khoản 6 Điều 11, Quy chế 22/2016',
    },
    { text: 'Thời hạn là 5 ngày.', source: 'Điểm a khoản 6 Điều 11, Quy chế 22/2016' },
    {
      text: 'Bỏ qua thứ Bảy 21/11, Chủ nhật 22/11 và thứ Ba 24/11 (Ngày Văn hóa Việt Nam). Quy chế không nói ngày nghỉ hằng tuần có tính hay không; cổng chọn cách không tính.',
      source: 'Nghị quyết 28/2026/QH16',
    },
    { text: 'Ngày thứ năm là thứ Tư 25/11/2026.', source: 'Khoản 6 Điều 148, Bộ luật Dân sự 2015' },
  ]);
});

test('the same trace reads in English', () => {
  const state = fold(QUESTION, '2026-11-17 21:40');
  assert.deepEqual(texts(state, 'en'), [
    'Received at 21:40 Tuesday 17 November 2026, outside working hours.',
    'Time runs from 08:00 Wednesday 18 November 2026, the next working day.',
    'The time limit is 5 days.',
    'Not counted: Saturday 21 November, Sunday 22 November and Tuesday 24 November (Việt Nam Culture Day). The regulation does not say whether weekly rest days count; this portal does not count them.',
    'The fifth day is Wednesday 25 November 2026.',
  ]);
  assert.equal(explainTrace(state.trace, 'en')[1]?.source, 'Article 11, clause 6, point c, Quy chế 22/2016');
});

test('a run over a long break is one step, with the swapped Saturday told apart', () => {
  assert.deepEqual(texts(fold(PLAIN, '2025-04-24 09:00'), 'vi').slice(3), [
    'Bỏ qua các ngày nghỉ hằng tuần 27/04, 03–04/05, thứ Tư 30/04 (Ngày Chiến thắng 30/4), thứ Năm 01/05 (Ngày Quốc tế lao động 1/5) và thứ Sáu 02/05 (nghỉ hoán đổi dịp 30/4 và 1/5).',
    'Thứ Bảy 26/04/2025 là ngày làm việc bù nên được tính.',
    'Ngày thứ năm là thứ Hai 05/05/2025.',
  ]);
  assert.match(texts(fold(PLAIN, '2026-02-12 09:00'), 'vi')[3] ?? '', /16–20\/02 \(Tết Âm lịch\)\.$/);
});

test('weekends alone are told with the absence of holidays', () => {
  assert.equal(
    texts(fold(PLAIN, '2026-03-05 09:00'), 'vi')[3],
    'Bỏ qua thứ Bảy 07/03 và Chủ nhật 08/03. Từ 06/03 đến 12/03 không có ngày lễ.',
  );
});

test('pause, resume and extension are told in their order', () => {
  const state = fold(
    PLAIN,
    '2026-03-02 10:00',
    { kind: 'paused', at: at('2026-03-04 09:00'), reason: { vi: 'chờ bổ sung ảnh', en: 'photo awaited' } },
    { kind: 'resumed', at: at('2026-03-06 16:00') },
    { kind: 'extended', at: at('2026-03-09 08:00') },
    { kind: 'met', at: at('2026-03-16 08:00') },
  );
  assert.deepEqual(texts(state, 'vi').slice(3), [
    'Thời hạn tạm dừng lúc 09:00 thứ Tư 04/03/2026. Lý do: chờ bổ sung ảnh.',
    'Thời hạn tiếp tục lúc 16:00 thứ Sáu 06/03/2026; 05–06/03 không tính.',
    'Gia hạn thêm 3 ngày lúc 08:00 thứ Hai 09/03/2026, tính từ khi hết hạn cũ.',
    'Bỏ qua thứ Bảy 07/03 và Chủ nhật 08/03. Từ 03/03 đến 11/03 không có ngày lễ.',
    'Ngày cuối, thứ Bảy 14/03/2026, là ngày nghỉ nên hạn chuyển sang ngày làm việc kế tiếp, thứ Hai 16/03/2026.',
    'Hạn là hết thứ Hai 16/03/2026.',
    'Hoàn thành lúc 08:00 thứ Hai 16/03/2026, đúng hạn.',
  ]);
});

test('LC-050: the trace of an immediate duty says that the reading is ours', () => {
  const rule: ClockRule = {
    ...PLAIN,
    period: { value: 0, unit: 'immediate' },
    article: { article: 'Đ10.5' },
  };
  const steps = explainTrace(fold(rule, '2026-11-24 09:00').trace, 'vi');
  assert.deepEqual(steps[1], {
    text: 'Quy chế ghi “ngay”; cổng hiểu là trong ngày làm việc đầu tiên, thứ Tư 25/11/2026.',
    source: 'Khoản 5 Điều 10',
  });
});

test('where a clock stands is said as a clerk would say it', () => {
  const open = fold(QUESTION, '2026-11-17 21:40');
  const table: [state: ClockState, now: string, vi: string, en: string][] = [
    [open, '2026-11-20 10:00', 'còn 2 ngày làm việc', '2 working days left'],
    [open, '2026-11-24 10:00', 'còn 1 ngày làm việc', '1 working day left'],
    [open, '2026-11-25 23:59', 'hạn là hôm nay', 'due today'],
    [open, '2026-11-26 00:00', 'quá 1 ngày làm việc', '1 working day overdue'],
    [open, '2027-01-04 08:00', 'quá 40 ngày', '40 days overdue'],
    [
      fold(PLAIN, '2026-03-02 10:00', { kind: 'paused', at: at('2026-03-04 09:00') }),
      '2026-04-01 09:00',
      'đang tạm dừng',
      'paused',
    ],
    [
      fold(PLAIN, '2026-03-02 10:00', { kind: 'paused', at: at('2026-03-10 09:00') }),
      '2026-03-11 09:00',
      'quá 2 ngày làm việc',
      '2 working days overdue',
    ],
    [
      fold(PLAIN, '2026-03-02 10:00', { kind: 'met', at: at('2026-03-09 09:00') }),
      '2026-04-01 09:00',
      'xong đúng hạn',
      'done in time',
    ],
    [
      fold(PLAIN, '2026-03-02 10:00', { kind: 'met', at: at('2026-03-10 09:00') }),
      '2026-04-01 09:00',
      'xong, chậm 1 ngày làm việc',
      'done 1 working day late',
    ],
    [
      fold(PLAIN, '2026-03-02 10:00', { kind: 'cancelled', at: at('2026-03-10 09:00') }),
      '2026-04-01 09:00',
      'đã dừng',
      'ended without result',
    ],
  ];
  for (const [state, now, vi, en] of table) {
    const stands = standing(state, at(now), calendar);
    assert.deepEqual([standingWords(stands, 'vi'), standingWords(stands, 'en')], [vi, en], now);
  }
});

test('the strip of days marks what has passed, today, days not counted and the due date', () => {
  const state = fold(QUESTION, '2026-11-17 21:40');
  const marks = dayStrip(state, at('2026-11-20 10:00'), calendar);
  assert.deepEqual(
    marks.map(({ on, mark, ordinal }) => `${on.slice(8)} ${mark} ${ordinal ?? '-'}`),
    [
      '17 passed -',
      '18 passed 1',
      '19 passed 2',
      '20 today 3',
      '21 off -',
      '22 off -',
      '23 open 4',
      '24 off -',
      '25 due 5',
    ],
  );
  assert.equal(marks[0]?.receivedTime, '21:40');
  const over = dayStrip(state, at('2026-11-28 10:00'), calendar).slice(-4);
  assert.deepEqual(
    over.map(({ mark }) => mark),
    ['due', 'over', 'over', 'today'],
  );
});

test('a strip is never longer than 31 days and stays within the confirmed days', () => {
  const long = fold({ ...PLAIN, period: { value: 60, unit: 'workingDay' } }, '2026-03-02 10:00');
  assert.equal(dayStrip(long, at('2026-03-03 10:00'), calendar).length, 31);
  const late = fold(PLAIN, '2026-12-22 10:00');
  assert.equal(dayStrip(late, at('2027-02-01 10:00'), calendar).at(-1)?.on, '2026-12-31');
});
