import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../refusal.ts';
import {
  checkIssuer,
  checkSuccession,
  chooseIssuer,
  heirsOf,
  type Issuer,
  issuerChoices,
  issuerFold,
  issuerKey,
  issuerNames,
  issuerOf,
  registerOf,
  type Succession,
} from './index.ts';

const TODAY = '2026-11-20';

const issuer = (id: string, name: string, more: Partial<Issuer> & { from?: string; until?: string } = {}) => {
  const { from, until, ...rest } = more;
  return { id, names: [{ name, from, until }], forms: [], ...rest } as Issuer;
};
const succession = (fromId: string, toId: string, on: string): Succession => ({
  ...{ fromId, toId, on },
  basis: 'Nghị quyết (mẫu)',
});

const POST = issuer('i1', 'Sở Bưu chính, Viễn thông', { until: '2008-03-31' });
const MEDIA = issuer('i2', 'Sở Thông tin và Truyền thông', {
  forms: ['Sở TT&TT', 'STTTT'],
  from: '2008-04-01',
});
const SCIENCE = issuer('i3', 'Sở Khoa học và Công nghệ');
const PRESS = issuer('i4', 'Sở Báo chí');
const COMMITTEE = issuer('b1', 'Ủy ban nhân dân tỉnh Lào Cai');
const REGISTER = registerOf(
  [POST, MEDIA, SCIENCE, PRESS, COMMITTEE],
  [
    succession('i1', 'i2', '2008-04-01'),
    succession('i2', 'i3', '2025-03-01'),
    succession('i2', 'i4', '2025-03-01'),
  ],
);

describe('how the name of a body is written', () => {
  const SAME: readonly (readonly string[])[] = [
    [
      'Ủy ban nhân dân tỉnh Lào Cai',
      'UBND tỉnh Lào Cai',
      'UỶ BAN NHÂN DÂN TỈNH LÀO CAI',
      'ủy ban  nhân dân tỉnh Lào Cai.',
      'Uỷ ban nhân dân tỉnh Lào Cai'.normalize('NFD'),
    ],
    ['Hội đồng nhân dân tỉnh', 'HĐND tỉnh', 'HĐND TỈNH'],
    ['UBND thành phố Lào Cai', 'UBND TP. Lào Cai', 'Ủy ban nhân dân TP Lào Cai', 'UBND TP.Lào Cai'],
    ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Văn hoá - Thể thao và Du lịch', 'SỞ VĂN HÓA, THỂ THAO & DU LỊCH'],
    ['UBND thị xã Sa Pa', 'UBND TX Sa Pa'],
  ];
  for (const [first = '', ...others] of SAME)
    for (const other of others)
      test(`“${other}” is “${first}”`, () => {
        assert.equal(issuerKey(other), issuerKey(first));
        assert.equal(issuerFold(other), issuerFold(first));
      });

  const APART = [
    ['UBND tỉnh Lào Cai', 'HĐND tỉnh Lào Cai'],
    ['Sở Y tế', 'Sở Y tế tỉnh'],
    ['Sở Tư pháp', 'Sở Tư Pháp Mẫu'],
  ] as const;
  for (const [a, b] of APART) test(`“${a}” is not “${b}”`, () => assert.notEqual(issuerKey(a), issuerKey(b)));
});

describe('who holds now what an issuer held', () => {
  const CASES: readonly [name: string, on: string, heirs: string[]][] = [
    ['Sở Thông tin và Truyền thông', '2025-02-28', []],
    [
      'Sở Thông tin và Truyền thông',
      '2025-03-01',
      ['Sở Khoa học và Công nghệ 2025-03-01', 'Sở Báo chí 2025-03-01'],
    ],
    ['Sở TT & TT', TODAY, ['Sở Khoa học và Công nghệ 2025-03-01', 'Sở Báo chí 2025-03-01']],
    ['Sở Bưu chính, Viễn thông', '2010-01-01', ['Sở Thông tin và Truyền thông 2008-04-01']],
    ['SỞ BƯU CHÍNH VIỄN THÔNG', TODAY, ['Sở Khoa học và Công nghệ 2025-03-01', 'Sở Báo chí 2025-03-01']],
    ['Sở Khoa học và Công nghệ', TODAY, []],
  ];
  for (const [name, on, heirs] of CASES)
    test(`${name} on ${on}: ${heirs.join(', ') || 'itself'}`, () => {
      const found = issuerOf(REGISTER, name, undefined) ?? assert.fail('unknown');
      assert.deepEqual(
        heirsOf(REGISTER, found, name, on).map((heir) => `${heir.name} ${heir.since}`),
        heirs,
      );
    });

  test('a body that took another name is its own heir, from the day of the name', () => {
    const renamed: Issuer = {
      ...{ id: 'b2', forms: ['Sở LĐTBXH'] },
      names: [
        { name: 'Sở Lao động', from: '2020-01-01', until: '2025-02-28' },
        { name: 'Sở Nội vụ', from: '2025-03-01' },
      ],
    };
    const register = registerOf([renamed], []);
    const heirs = (printed: string, on: string) =>
      heirsOf(register, renamed, printed, on).map((heir) => `${heir.name} ${heir.since}`);
    assert.deepEqual(heirs('Sở Lao động', TODAY), ['Sở Nội vụ 2025-03-01']);
    assert.deepEqual(heirs('Sở Lao động', '2024-05-05'), []);
    assert.deepEqual(heirs('Sở Nội vụ', TODAY), []);
  });

  test('bearers of one name divide time between them, also where the second was entered late', () => {
    const first = issuer('i8', 'Sở Công nghiệp', { until: '2008-03-31' });
    const second = issuer('b9', 'Sở Công nghiệp', { from: '2026-07-01' });
    const register = registerOf([second, first], []);
    const CASES = [
      ['2005-05-05', 'i8'],
      ['2008-03-31', 'i8'],
      ['2008-04-01', 'b9'],
      [undefined, 'b9'],
    ] as const;
    for (const [on, id] of CASES) assert.equal(issuerOf(register, 'SỞ CÔNG NGHIỆP', on)?.id, id, on);
    const { spans } = chooseIssuer(register, 'Sở Công nghiệp', ['Sở Công nghiệp'], TODAY);
    assert.deepEqual(spans, [{ printed: 'Sở Công nghiệp', from: '2008-04-01', before: undefined }]);
  });
});

describe('what a reader chooses from: each body once, whoever came after it too', () => {
  const PRINTED = ['UBND tỉnh Lào Cai', 'UỶ BAN NHÂN DÂN TỈNH LÀO CAI', 'Sở TT&TT', 'Sở Lạ', 'SỞ LẠ'];

  test('forms of one name are one choice, and successors are offered', () => {
    assert.deepEqual(issuerChoices(REGISTER, PRINTED, TODAY), [
      'Sở Báo chí',
      'Sở Khoa học và Công nghệ',
      'Sở Lạ',
      'Sở Thông tin và Truyền thông',
      'Ủy ban nhân dân tỉnh Lào Cai',
    ]);
    const names = issuerNames(REGISTER, [...PRINTED, 'STTTT'], TODAY);
    assert.deepEqual(names.get('STTTT'), [
      'Sở Thông tin và Truyền thông',
      'Sở Khoa học và Công nghệ',
      'Sở Báo chí',
    ]);
    assert.deepEqual(names.get('SỞ LẠ'), ['Sở Lạ']);
  });

  test('a successor stands for all before it, a predecessor for itself and those before it', () => {
    const chosen = (name: string) => chooseIssuer(REGISTER, name, PRINTED, TODAY);
    assert.deepEqual(chosen('Sở Khoa học và Công nghệ').predecessors, [
      'Sở Bưu chính, Viễn thông',
      'Sở Thông tin và Truyền thông',
    ]);
    assert.deepEqual(
      chosen('Sở Khoa học & Công nghệ').spans.map(({ printed }) => printed),
      ['Sở TT&TT'],
    );
    assert.deepEqual(chosen('STTTT').predecessors, ['Sở Bưu chính, Viễn thông']);
    assert.deepEqual(
      chosen('ubnd tỉnh lào cai').spans.map(({ printed }) => printed),
      PRINTED.slice(0, 2),
    );
    assert.deepEqual(
      chosen('sở lạ').spans.map(({ printed }) => printed),
      ['Sở Lạ', 'SỞ LẠ'],
    );
    assert.deepEqual(chosen('Không có').spans, []);
    assert.ok(chosen('Sở Báo chí').folded.has('so thong tin truyen thong'));
  });
});

describe('what the register refuses', () => {
  const codeOf = (work: () => void) => {
    try {
      work();
      return 'fits';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      assert.ok(error.words.vi && error.words.en && error.field);
      return error.code;
    }
  };

  const ISSUERS: readonly [what: string, issuer: Issuer, code: string][] = [
    ['a new body', issuer('i9', 'Sở Du lịch'), 'fits'],
    ['no name', issuer('i9', ' ., '), 'issuer-name'],
    [
      'days out of order',
      issuer('i9', 'Sở Du lịch', { from: '2020-02-02', until: '2019-01-01' }),
      'issuer-days',
    ],
    ['a day that is none', issuer('i9', 'Sở Du lịch', { from: '2020-02-30' }), 'issuer-day'],
    ['a name that is taken', issuer('i9', 'UBND tỉnh Lào Cai'), 'issuer-taken'],
    ['a form that is taken', issuer('i9', 'Sở Du lịch', { forms: ['sở tt&tt'] }), 'issuer-taken'],
    ['its own forms again', { ...MEDIA, forms: ['STTTT'] }, 'fits'],
    ['the same name before', issuer('i9', 'STTTT', { until: '2008-03-31' }), 'fits'],
  ];
  for (const [what, one, code] of ISSUERS)
    test(`${what}: ${code}`, () =>
      assert.equal(
        codeOf(() => checkIssuer(REGISTER, one)),
        code,
      ));

  const SUCCESSIONS: readonly [what: string, succession: Succession, code: string][] = [
    ['a new one', succession('i4', 'b1', '2026-01-01'), 'fits'],
    ['itself', succession('i4', 'i4', '2026-01-01'), 'successor-missing'],
    ['one that is not there', succession('i4', 'i77', '2026-01-01'), 'successor-missing'],
    ['no day', succession('i4', 'b1', '2026-13-01'), 'issuer-day'],
    ['no basis', { ...succession('i4', 'b1', '2026-01-01'), basis: ' ' }, 'succession-basis'],
    ['twice', succession('i2', 'i3', '2026-01-01'), 'succession-twice'],
    ['a circle of two', succession('i3', 'i2', '2026-01-01'), 'succession-circle'],
    ['a circle of three', succession('i4', 'i1', '2026-01-01'), 'succession-circle'],
    ['before it began', succession('i2', 'b1', '2008-04-01'), 'succession-day'],
    ['long after its end', succession('i1', 'b1', '2008-04-02'), 'succession-day'],
    ['before the successor was there', succession('i4', 'i2', '2008-03-31'), 'succession-circle'],
  ];
  for (const [what, one, code] of SUCCESSIONS)
    test(`${what}: ${code}`, () =>
      assert.equal(
        codeOf(() => checkSuccession(REGISTER, one)),
        code,
      ));

  test('a successor that is not there on the day', () => {
    const register = registerOf([POST, MEDIA, issuer('i6', 'Cục Mẫu')], []);
    assert.equal(
      codeOf(() => checkSuccession(register, succession('i6', 'i2', '2008-03-31'))),
      'successor-not-there',
    );
    assert.equal(
      codeOf(() => checkSuccession(register, succession('i6', 'i1', '2008-04-01'))),
      'successor-not-there',
    );
  });
});
