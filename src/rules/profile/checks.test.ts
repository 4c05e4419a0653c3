import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileOf } from '../../../tests/support/profiles.ts';
import type { CheckCode } from '../checker/index.ts';
import { checkWeight } from './index.ts';

const ON = '2026-11-20';
const weighed = (profile: string, code: CheckCode, on = ON) => checkWeight([profileOf(profile)], code, on);

test('LC-018 LC-019 LC-022 LC-024 LC-027: in Lào Cai what its regulation demands stands in the way of submitting', () => {
  const cases: [CheckCode, string][] = [
    ['secrecy', 'Đ5.2'],
    ['re-use', 'Đ5.3'],
    ['body-alt', 'Đ6.1'],
    ['legacy', 'Đ6.3.b'],
    ['personal-health', 'Đ3.7, Đ7'],
  ];
  for (const [code, article] of cases) {
    const found = weighed('lao-cai-22-2016', code);
    assert.deepEqual([found.weight, found.article?.article], ['must', article]);
    assert.match(found.article?.cited.vi ?? '', /^(?:Đ|Điểm|Khoản).*Điều \d.*22\/2016\/QĐ-UBND$/);
  }
  assert.deepEqual(weighed('lao-cai-22-2016', 'author'), { weight: 'should' });
  assert.deepEqual(weighed('lao-cai-22-2016', 'unmarked'), { weight: 'should' });
});

test('QN-012 LX-009: where every item must name author or source, one without stands in the way', () => {
  for (const profile of ['quang-ngai-16-2017', 'long-xuyen-01-2020'])
    assert.equal(weighed(profile, 'author').weight, 'must', profile);
});

test('LX-013: only Long Xuyên makes sentences without diacritics something that must be mended', () => {
  assert.deepEqual(weighed('long-xuyen-01-2020', 'unmarked').article?.article, 'Đ7.3');
  for (const profile of ['lao-cai-22-2016', 'quang-ngai-16-2017', 'bac-giang-13-2023', 'thai-binh-02-2011'])
    assert.equal(weighed(profile, 'unmarked').weight, 'should', profile);
});

test('BG-019 BG-020 QN-008 QN-011 QN-018 LX-010 LX-011: each weight of law names its article', () => {
  const cases: [string, CheckCode, string][] = [
    ['bac-giang-13-2023', 'secrecy', 'Đ5.2.c'],
    ['bac-giang-13-2023', 'table-header', 'Đ5.2.d'],
    ['quang-ngai-16-2017', 'secrecy', 'Đ3.2, Đ5.2'],
    ['quang-ngai-16-2017', 'personal-tax', 'Đ3.2'],
    ['quang-ngai-16-2017', 'legacy', 'Đ7.1'],
    ['long-xuyen-01-2020', 'personal-identity', 'Đ6'],
    ['long-xuyen-01-2020', 'mojibake', 'Đ7.1'],
  ];
  for (const [profile, code, article] of cases)
    assert.equal(weighed(profile, code).article?.article, article, `${profile} ${code}`);
});

test('before its regulation a locality has the weights of the product', () => {
  assert.deepEqual(weighed('long-xuyen-01-2020', 'unmarked', '2020-06-14'), { weight: 'should' });
  assert.deepEqual(checkWeight([undefined], 'secrecy', ON), { weight: 'must' });
});
