import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toTcvn3 } from '../../../tests/support/legacy-encoders.ts';
import { Refusal } from '../../rules/refusal.ts';
import { keysOf, lineContent, readLine } from './line-rules.ts';

const GIVEN = {
  id: 'VB-1',
  number: 'Số: 07 / 2019 /QĐ-UBND',
  title: 'Về lịch chợ phiên',
  text: 'Điều 1. Chợ họp < 5 giờ.\r\nĐiều 2. Hiệu lực.',
};

const codeOf = (given: unknown): string => {
  try {
    readLine(typeof given === 'string' ? given : JSON.stringify(given));
  } catch (error) {
    assert.ok(error instanceof Refusal && error.words.vi.length > 15 && error.words.en.length > 15);
    return error.code;
  }
  return 'taken';
};

describe('A line of a bulk import', () => {
  test('becomes a draft with facts, its text escaped, no clock begun', () => {
    const line = {
      ...GIVEN,
      issuer: 'Ủy ban nhân dân'.normalize('NFD'),
      issuedOn: '2019-03-02',
      effectiveOn: '2019-03-12',
    };
    const document = readLine(JSON.stringify(line));
    const content = lineContent(document);
    assert.equal(content.bodyHtml, '<p>Điều 1. Chợ họp &lt; 5 giờ.</p><p>Điều 2. Hiệu lực.</p>');
    assert.deepEqual(content.facts, {
      number: '07/2019/QĐ-UBND',
      issuer: 'Ủy ban nhân dân',
      issuedOn: '2019-03-02',
      inForceFrom: '2019-03-12',
      sourceId: 'VB-1',
    });
    assert.deepEqual([content.startEvent, content.startEventAt, document.language], [null, null, 'vi']);
    assert.deepEqual(keysOf(document), ['id:VB-1', 'number:7/2019/qd-ubnd|2019-03-02']);
  });

  test('html is brought to the subset of bodies; a number may be the id', () => {
    const { text: _, ...rest } = GIVEN;
    const document = readLine(
      JSON.stringify({ ...rest, id: 12, html: '<p onclick="x()">Một</p><script>alert(1)</script>' }),
    );
    assert.deepEqual([document.id, document.bodyHtml], ['12', '<p>Một</p>']);
  });

  const refusals: [string, unknown, string][] = [
    ['no JSON', '{"id": 1,', 'line-json'],
    ['a list', [GIVEN], 'line-json'],
    ['an unknown key', { ...GIVEN, issued_on: '2019-03-02' }, 'line-key'],
    ['no number', { ...GIVEN, number: ' ' }, 'line-missing'],
    ['no id', { ...GIVEN, id: undefined }, 'line-missing'],
    [
      'a stamp of secrecy at its head',
      { ...GIVEN, text: `ỦY BAN NHÂN DÂN\nTUYỆT MẬT\n${GIVEN.text}` },
      'line-secret',
    ],
    [
      'a text that speaks of stamps further down',
      { ...GIVEN, text: `${'Một điều.\n'.repeat(30)}MẬT` },
      'taken',
    ],
    ['a title of one letter', { ...GIVEN, title: 'Q' }, 'line-title'],
    ['a title that is a number', { ...GIVEN, title: 5 }, 'line-text'],
    ['a long issuer', { ...GIVEN, issuer: 'x'.repeat(301) }, 'line-long'],
    ['a day that does not exist', { ...GIVEN, issuedOn: '2019-02-29' }, 'line-date'],
    [
      'an end before the beginning',
      { ...GIVEN, effectiveOn: '2019-03-12', expiresOn: '2019-03-11' },
      'line-dates',
    ],
    ['another language', { ...GIVEN, language: 'fr' }, 'line-language'],
    ['an address that runs', { ...GIVEN, url: 'javascript:alert(1)' }, 'line-url'],
    ['text and html', { ...GIVEN, html: '<p>a</p>' }, 'line-body'],
    ['no content', { ...GIVEN, text: undefined }, 'line-body'],
    ['content without letters', { ...GIVEN, text: ' \n ' }, 'line-body'],
    [
      'an old code table',
      { ...GIVEN, text: toTcvn3('Điều 1. Ủy ban nhân dân các xã chịu trách nhiệm thi hành quyết định này') },
      'line-encoding',
    ],
  ];
  for (const [name, given, code] of refusals)
    test(`${name} is refused with what to do`, () => assert.equal(codeOf(given), code));
});
