import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import {
  byOrder,
  checkHeld,
  contentHash,
  contentText,
  type EntryContent,
  FORMAT,
  fingerprintOf,
  groupOf,
  type IssueContent,
  isNormative,
  keepsGazette,
  numberFault,
  numberPath,
  numberWords,
  parseStatement,
  type Statement,
  statementHash,
  statementText,
} from './index.ts';

test('a normative text bears the year in its number, and is of a council or a committee', () => {
  const normative = ['22/2016/QĐ-UBND', '12/2026/NQ-HĐND', ' 01 /2020/QĐ-UBND', '3/2021/CT- UBND'];
  for (const number of normative) assert.equal(isNormative(number), true, number);
  const others = [
    '1234/QĐ-UBND',
    '42/2022/NĐ-CP',
    '15/2026/TT-BNV',
    '22/2016',
    '',
    '70/2026/KH-UBND',
    '5/26/QĐ-UBND',
  ];
  for (const number of others) assert.equal(isNormative(number), false, number);
  assert.equal(isNormative('22/2016/QĐ-UBND'.normalize('NFD')), true);
});

test('the council comes first, then the committee, then others; the symbol decides where no issuer is named', () => {
  const cases: [string, string, ReturnType<typeof groupOf>][] = [
    ['Hội đồng nhân dân tỉnh Lào Cai', '1/2026/NQ-HĐND', 'council'],
    ['HĐND tỉnh', '', 'council'],
    ['ỦY BAN NHÂN DÂN TỈNH LÀO CAI', '', 'committee'],
    ['UBND tỉnh Lào Cai', '2/2026/QĐ-UBND', 'committee'],
    ['Sở Nội vụ', '9/TB-SNV', 'other'],
    ['', '3/2026/NQ-HĐND', 'council'],
    ['', '3/2026/QĐ-UBND', 'committee'],
    ['', '', 'other'],
  ];
  for (const [issuer, number, group] of cases)
    assert.equal(groupOf({ issuer, number }), group, issuer + number);
  const text = (group: EntryContent['group'], issuedOn: string, number: string) => ({
    group,
    issuedOn,
    number,
  });
  const sorted = [
    text('correction', '', ''),
    text('committee', '2026-11-02', '10/2026/QĐ-UBND'),
    text('committee', '2026-11-02', '9/2026/QĐ-UBND'),
    text('committee', '2026-10-30', '11/2026/QĐ-UBND'),
    text('council', '2026-11-19', '2/2026/NQ-HĐND'),
  ].sort(byOrder);
  assert.deepEqual(
    sorted.map(({ number }) => number),
    ['2/2026/NQ-HĐND', '11/2026/QĐ-UBND', '9/2026/QĐ-UBND', '10/2026/QĐ-UBND', ''],
  );
});

test('numbers begin anew each year and leave none out', () => {
  const last = { year: 2026, number: 12, lastNumber: 13 };
  const one = (year: number, number: number, lastNumber = number) => ({ year, number, lastNumber });
  assert.equal(numberFault(one(2026, 14), last), undefined);
  assert.equal(numberFault(one(2027, 1), last), undefined);
  assert.equal(numberFault(one(2026, 1), undefined), undefined);
  assert.equal(numberFault(one(2026, 15), last), 'notNext');
  assert.equal(numberFault(one(2026, 13), last), 'notNext');
  assert.equal(numberFault(one(2025, 1), last), 'backwards');
  assert.equal(numberFault(one(2026, 14, 13), last), 'backwards');
  assert.equal(numberFault(one(2026, 14, 24), last), 'tooMany');
  assert.deepEqual([one(2026, 12), last, one(2026, 12, 15)].map(numberWords), ['12', '12 + 13', '12 – 15']);
  assert.deepEqual([one(2026, 12), last].map(numberPath), ['12', '12-13']);
});

test('a province has a gazette, a city has none', () => {
  const bodyKinds = (level: string) =>
    [{ kind: 'committee', level }] as unknown as Parameters<typeof keepsGazette>[0]['bodyKinds'];
  assert.equal(keepsGazette({ bodyKinds: bodyKinds('province') }), true);
  assert.equal(keepsGazette({ bodyKinds: bodyKinds('district') }), false);
});

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

const entry: EntryContent = {
  ...{
    position: 1,
    group: 'committee',
    number: '1/2026/QĐ-UBND',
    type: 'Quyết định',
    issuer: 'UBND',
    signer: '',
  },
  ...{ issuedOn: '2026-11-01', effectiveOn: '', title: 'Đò ngang', abstract: 'Đò', bodyHtml: '<p>Một.</p>' },
  ...{ contentHash: 'x', address: 'https://vidu.example/1', corrects: null, firstPage: 2, lastPage: 3 },
  files: [
    {
      name: 'goc.pdf',
      hash: 'f1c0e8a0b4e0b1d1a7f6a3f0a2b3f0a7e1b2c3d4e5f60718293a4b5c6d7e8f90',
      sizeBytes: 3,
    },
  ],
};
const content: IssueContent = {
  ...{ format: FORMAT, locality: 'lao-cai', publisher: 'UBND tỉnh', year: 2026, number: 2, lastNumber: 3 },
  ...{ issuedOn: '2026-11-20', firstPage: 1, lastPage: 3, entries: [entry] },
};
const pdf = Buffer.from('%PDF in mẫu');
const statement: Statement = {
  ...{ locality: 'lao-cai', year: 2026, number: 2, lastNumber: 3, issuedOn: '2026-11-20' },
  ...{ content: contentHash(content), pdf: statementHash(pdf.toString()), previous: statementHash('trước') },
  key: fingerprintOf(publicKey),
};
const text = statementText(statement);
const held = {
  ...{ statement: text, signature: sign(null, Buffer.from(text), pair.privateKey), publicKey },
  ...{ content: Buffer.from(contentText(content)), pdf },
};

test('a statement is read as it was written, and nothing else is', () => {
  assert.deepEqual(parseStatement(text), statement);
  assert.deepEqual(parseStatement(text.replaceAll('\n', '\r\n')), statement);
  const first = { ...statement, previous: undefined, lastNumber: 2 };
  assert.deepEqual(parseStatement(statementText(first)), first);
  for (const wrong of [
    '',
    `${text} `,
    text.replace('Issue: 2-3/2026', 'Issue: hai'),
    text.replace('\nDate', '\n\nDate'),
  ])
    assert.equal(parseStatement(wrong), undefined);
});

test('what somebody holds is genuine, or the first thing that is wrong is named', () => {
  assert.deepEqual(checkHeld(held), { genuine: true, statement, entry: undefined });
  const fault = (change: Partial<typeof held> & { file?: Buffer }) => {
    const verdict = checkHeld({ ...held, ...change });
    return verdict.genuine ? undefined : verdict.fault;
  };
  const later = statementText({ ...statement, issuedOn: '2026-11-21' });
  assert.equal(fault({ statement: 'Công báo' }), 'notAStatement');
  assert.equal(fault({ publicKey: 'không phải khóa' }), 'notAKey');
  assert.equal(fault({ publicKey: other }), 'otherKey');
  assert.equal(fault({ statement: later }), 'signature');
  assert.equal(fault({ signature: Buffer.alloc(64) }), 'signature');
  assert.equal(fault({ signature: Buffer.alloc(3) }), 'signature');
  assert.equal(fault({ content: Buffer.from('{}') }), 'content');
  assert.equal(fault({ pdf: Buffer.from('khác') }), 'pdf');
  assert.equal(fault({ file: Buffer.from('khác') }), 'file');
});

test('a document is known by its bytes', () => {
  const file = Buffer.from('bản gốc');
  const own = {
    ...entry,
    files: [{ name: 'goc.pdf', hash: statementHash(file.toString()), sizeBytes: file.length }],
  };
  const changed = { ...content, entries: [own] };
  const again = statementText({ ...statement, content: contentHash(changed) });
  const verdict = checkHeld({
    ...{ statement: again, signature: sign(null, Buffer.from(again), pair.privateKey), publicKey },
    ...{ content: Buffer.from(contentText(changed)), file },
  });
  assert.equal(verdict.genuine && verdict.entry, 1);
});

test('the same content gives the same bytes whatever the order of its parts', () => {
  const { entries, ...rest } = content;
  assert.equal(contentText({ entries, ...rest }), contentText(content));
});
