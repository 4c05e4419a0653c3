import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileOf } from '../../../tests/support/profiles.ts';
import { shippedProfiles } from '../../rules/profile/index.ts';
import { periodsInShort } from './pages/public-home.tsx';
import { MinuteCount } from './pages/public-limits.ts';
import { askedFields, askLaw, isLike, likeness, periodsOf, tellingWords } from './public-rules.ts';
import {
  drawSum,
  FORM_LEAST_MS,
  FORM_MOST_MS,
  type FormToken,
  isSumOf,
  numberWord,
  readToken,
  tokenFault,
  writeToken,
} from './token-rules.ts';

const profiles = shippedProfiles();
const on = '2026-11-20';
const law = (code: string, role: 'main' | 'member' = 'main') => askLaw(profiles, profileOf(code), on, role);
const codes = (code: string, asker: 'person' | 'organisation', kind: 'question' | 'complaint' = 'question') =>
  askedFields(law(code), kind, asker).map((field) => `${field.code}${field.required ? '' : '?'}`);

test('LC-056, LC-057: only questions demand what the regulation demands of a question', () => {
  assert.ok(codes('lao-cai-22-2016', 'person').includes('occupation'));
  assert.ok(codes('lao-cai-22-2016', 'organisation').includes('licence'));
  assert.deepEqual(codes('lao-cai-22-2016', 'person', 'complaint'), ['name?']);
  for (const code of ['thai-binh-02-2011', 'quang-ngai-16-2017', 'long-xuyen-01-2020', 'bac-giang-13-2023'])
    assert.deepEqual(codes(code, 'person'), ['name?'], code);
});

test('LC-060, LC-061, LC-062, TB-030, QN-042, LX-023, BG-025: the periods of each locality, with its article', () => {
  const told = (code: string, kind: 'question' | 'information' | 'feedback' = 'question') =>
    periodsOf(law(code), kind).map(
      ({ rule, article }) => `${rule.period.value} ${rule.period.unit} ${article.article}`,
    );
  assert.deepEqual(told('lao-cai-22-2016'), ['5 ngay Đ11.6.a', '8 ngay Đ11.6.b', '10 ngay Đ11.6.c']);
  assert.deepEqual(told('thai-binh-02-2011'), [
    '5 workingDay Đ6.2.e',
    '10 workingDay Đ6.2.e',
    '15 workingDay Đ6.2.e',
  ]);
  assert.deepEqual(told('quang-ngai-16-2017'), ['15 workingDay Đ9.1.đ']);
  assert.deepEqual(told('long-xuyen-01-2020'), ['15 workingDay Đ10.1.d']);
  assert.deepEqual(told('bac-giang-13-2023'), []);
  assert.deepEqual(told('bac-giang-13-2023', 'information'), ['3 workingDay Đ30', '15 workingDay Đ30']);
  assert.deepEqual(told('lao-cai-22-2016', 'feedback'), []);
});

test('LC-060, QN-042, BG-025: a list tells the periods of an intake in a few words', () => {
  const short = (code: string, kind: 'question' | 'personalData', lang: 'vi' | 'en' = 'vi') =>
    periodsInShort(law(code), { kind }, lang);
  assert.equal(short('lao-cai-22-2016', 'question'), 'Trả lời trong 5, 8 hoặc 10 ngày');
  assert.equal(short('thai-binh-02-2011', 'question', 'en'), 'Answered within 5, 10 or 15 working days');
  assert.equal(short('quang-ngai-16-2017', 'question'), 'Trả lời hoặc hẹn ngày trong 15 ngày làm việc');
  assert.equal(short('bac-giang-13-2023', 'question'), 'Văn bản không đặt số ngày');
  // the first reply, due in two working days, is no answer
  assert.equal(short('lao-cai-22-2016', 'personalData'), 'Trả lời trong 10, 15 hoặc 20 ngày');
});

test('what is searched for says what a question is about and holds nobody’s number', () => {
  assert.deepEqual(tellingWords('Thẻ bảo hiểm của tôi thì làm lại ở đâu?'), ['the', 'bao', 'hiem', 'lai']);
  assert.deepEqual(tellingWords('Gọi 0912345678, căn cước 001099012345, điều 12'), [
    'goi',
    'can',
    'cuoc',
    'dieu',
    '12',
  ]);
});

test('a long letter is like the short title it is about, and not like one with a word in common', () => {
  const words = tellingWords(
    'Làm lại thẻ bảo hiểm y tế ở đâu? Thẻ của con tôi bị mất trong đợt mưa lũ, trường học yêu cầu nộp.',
  );
  const like = likeness(words, { title: 'Làm lại thẻ bảo hiểm', text: 'Làm lại tại bảo hiểm xã hội huyện.' });
  const other = likeness(words, {
    title: 'Học phí trường mầm non',
    text: 'Học phí theo nghị quyết của tỉnh.',
  });
  assert.ok(isLike(like), String(like));
  assert.ok(!isLike(other), String(other));
  assert.equal(likeness([], { title: 'Thẻ bảo hiểm', text: '' }), 0);
});

const KEY = Buffer.alloc(32, 3);
const PLACE = { portalId: 7, intake: 'question' };
const NOW = new Date('2026-11-20T09:45:00+07:00');
const TOKEN: FormToken = { issuedAt: NOW, random: 'abcdefghijklmnopqrstuv', sum: [3, 4] };

test('the token of a form opens that form alone, and no sign of it can be changed', () => {
  const written = writeToken(KEY, PLACE, TOKEN);
  assert.deepEqual(readToken(KEY, PLACE, written), TOKEN);
  assert.equal(readToken(KEY, { ...PLACE, portalId: 8 }, written), undefined);
  assert.equal(readToken(KEY, { ...PLACE, intake: 'complaint' }, written), undefined);
  assert.equal(readToken(Buffer.alloc(32, 4), PLACE, written), undefined);
  for (let at = 0; at < written.length; at += 1) {
    const changed = `${written.slice(0, at)}#${written.slice(at + 1)}`;
    assert.equal(readToken(KEY, PLACE, changed), undefined, changed);
  }
});

test('a form may be sent from three seconds to twelve hours after it was opened', () => {
  const after = (ms: number) => tokenFault(TOKEN, new Date(NOW.getTime() + ms));
  assert.equal(after(FORM_LEAST_MS - 1), 'tooSoon');
  assert.equal(after(FORM_LEAST_MS), undefined);
  assert.equal(after(FORM_MOST_MS), undefined);
  assert.equal(after(FORM_MOST_MS + 1), 'tooOld');
  assert.equal(tokenFault(undefined, NOW), 'missing');
});

test('the sum is answered in figures or in words, by nothing else', () => {
  for (const typed of ['7', ' 7 ', 'bảy', 'Bảy', 'seven', 'ba\u0309y'])
    assert.ok(isSumOf([3, 4], typed), typed);
  for (const typed of ['', '8', 'tám', 'bay', '77']) assert.ok(!isSumOf([3, 4], typed), typed);
  for (const bytes of [
    [0, 0],
    [255, 8],
    [17, 200],
  ]) {
    const sum = drawSum(Buffer.from(bytes));
    for (const digit of sum) assert.ok(digit >= 1 && digit <= 9 && numberWord(digit, 'vi') !== '');
    assert.ok(isSumOf(sum, numberWord(sum[0] + sum[1], 'vi')));
  }
});

test('a limit counts the last minute, each key by itself', () => {
  const count = new MinuteCount(2);
  const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
  count.add('a', at(0));
  assert.ok(!count.isFull('a', at(1)));
  count.add('a', at(30));
  assert.ok(count.isFull('a', at(59)));
  assert.ok(!count.isFull('b', at(59)));
  assert.ok(!count.isFull('a', at(61)), 'the first one is forgotten');
});
