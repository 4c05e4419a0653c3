import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, type CivilDate } from '../calendar/index.ts';
import {
  addressText,
  type Dated,
  provisionStateOn,
  type Relation,
  type RelationKind,
  type Span,
  spanSentence,
  stateName,
  stateOn,
  timelineOf,
  type ValidityState,
} from './index.ts';

const dated = (id: number, effectiveOn?: CivilDate, expiresOn?: CivilDate): Dated => ({
  ...{ id, issuedOn: effectiveOn ? addDays(effectiveOn, -10) : '2010-01-01' },
  ...{ effectiveOn, expiresOn },
});
const OLD = dated(1, '2016-05-06');
const OTHERS = new Map<number, Dated>(
  [OLD, dated(2, '2020-01-01'), dated(3, '2022-07-01'), dated(4, '2025-07-01'), dated(9)].map((one) => [
    one.id,
    one,
  ]),
);

const act = (kind: RelationKind, fromId: number, more: Partial<Relation> = {}): Relation => ({
  ...{ kind, fromId, toId: 1, provisions: [], on: undefined },
  ...more,
});
const states = (spans: readonly Span[]) => spans.map(({ from, state }) => [from, state]);
const names = { document: (id: number) => `văn bản ${id}` };

describe('LC-001 LC-035: when a document is in force', () => {
  const cases: [string, Dated, Relation[], [CivilDate | undefined, ValidityState][]][] = [
    [
      'nothing is done to it',
      OLD,
      [],
      [
        [undefined, 'notYet'],
        ['2016-05-06', 'inForce'],
      ],
    ],
    ['its day of effect is not recorded', dated(1), [], [[undefined, 'unknown']]],
    [
      'its day of effect is not recorded, but it was replaced',
      dated(1),
      [act('replaces', 4)],
      [
        [undefined, 'unknown'],
        ['2025-07-01', 'expired'],
      ],
    ],
    [
      'replaced: from the day the new one applies, not from its signing',
      OLD,
      [act('replaces', 4)],
      [
        [undefined, 'notYet'],
        ['2016-05-06', 'inForce'],
        ['2025-07-01', 'expired'],
      ],
    ],
    [
      'a day before the new one applies has no effect',
      OLD,
      [act('repeals', 4, { on: '2025-01-01' })],
      [
        [undefined, 'notYet'],
        ['2016-05-06', 'inForce'],
        ['2025-07-01', 'expired'],
      ],
    ],
    [
      'a later day than that of the new one counts',
      OLD,
      [act('repeals', 4, { on: '2026-01-01' })],
      [
        [undefined, 'notYet'],
        ['2016-05-06', 'inForce'],
        ['2026-01-01', 'expired'],
      ],
    ],
    [
      'its own time runs out',
      dated(1, '2016-05-06', '2021-01-01'),
      [act('replaces', 4)],
      [
        [undefined, 'notYet'],
        ['2016-05-06', 'inForce'],
        ['2021-01-01', 'expired'],
      ],
    ],
    [
      'repealed before it came into force',
      dated(1, '2026-01-01'),
      [act('repeals', 4)],
      [
        [undefined, 'notYet'],
        ['2025-07-01', 'expired'],
      ],
    ],
    [
      'suspended and resumed',
      OLD,
      [act('suspends', 2), act('resumes', 3)],
      [
        [undefined, 'notYet'],
        ['2016-05-06', 'inForce'],
        ['2020-01-01', 'suspended'],
        ['2022-07-01', 'inForce'],
      ],
    ],
    [
      'suspended up to and with a day',
      OLD,
      [act('suspends', 2, { until: '2020-12-31' })],
      [
        [undefined, 'notYet'],
        ['2016-05-06', 'inForce'],
        ['2020-01-01', 'suspended'],
        ['2021-01-01', 'inForce'],
      ],
    ],
    [
      'suspended, and repealed while suspended',
      OLD,
      [act('suspends', 2), act('repeals', 3), act('resumes', 4)],
      [
        [undefined, 'notYet'],
        ['2016-05-06', 'inForce'],
        ['2020-01-01', 'suspended'],
        ['2022-07-01', 'expired'],
      ],
    ],
    [
      'a suspension after the resumption is another one',
      OLD,
      [act('suspends', 2), act('resumes', 3), act('suspends', 4)],
      [
        ...([
          [undefined, 'notYet'],
          ['2016-05-06', 'inForce'],
          ['2020-01-01', 'suspended'],
        ] as const),
        ...([
          ['2022-07-01', 'inForce'],
          ['2025-07-01', 'suspended'],
        ] as const),
      ].map(([from, state]) => [from, state]),
    ],
    [
      'an article repealed, then the rest replaced',
      OLD,
      [act('repeals', 2, { provisions: ['dieu-5'] }), act('replaces', 4)],
      [
        [undefined, 'notYet'],
        ['2016-05-06', 'inForce'],
        ['2020-01-01', 'partly'],
        ['2025-07-01', 'expired'],
      ],
    ],
    [
      'a part of a suspended whole is resumed',
      OLD,
      [act('suspends', 2), act('resumes', 3, { provisions: ['dieu-5'] }), act('resumes', 4)],
      [
        ...([
          [undefined, 'notYet'],
          ['2016-05-06', 'inForce'],
          ['2020-01-01', 'suspended'],
        ] as const),
        ...([
          ['2022-07-01', 'partly'],
          ['2025-07-01', 'inForce'],
        ] as const),
      ].map(([from, state]) => [from, state]),
    ],
  ];
  for (const [name, document, relations, expected] of cases)
    test(name, () => assert.deepEqual(states(timelineOf(document, relations, OTHERS)), expected));

  test('amended, guided, corrected, cited, consolidated: it stays in force; the amendment is told', () => {
    const spans = timelineOf(
      OLD,
      (['amends', 'guides', 'corrects', 'refersTo', 'basedOn', 'consolidates'] as const).map((kind) =>
        act(kind, 2),
      ),
      OTHERS,
    );
    assert.deepEqual(states(spans), [
      [undefined, 'notYet'],
      ['2016-05-06', 'inForce'],
      ['2020-01-01', 'inForce'],
    ]);
    assert.deepEqual(
      stateOn(spans, '2020-01-01').reasons.map(({ kind }) => kind),
      ['effect', 'amends'],
    );
  });

  test('what a text did stays done when it ends later; what ended before its day came never acts', () => {
    const repealer = dated(2, '2020-01-01', '2021-01-01');
    const others = new Map([[2, repealer]]);
    assert.equal(stateOn(timelineOf(OLD, [act('repeals', 2)], others), '2024-01-01').state, 'expired');
    const late = timelineOf(OLD, [act('repeals', 2, { on: '2021-01-01' })], others);
    assert.equal(stateOn(late, '2024-01-01').state, 'inForce');
  });

  test('relations of others, to itself, and without a known day do nothing; a stated day is enough', () => {
    const idle = [
      { ...act('repeals', 2), toId: 3 },
      act('repeals', 1),
      act('repeals', 9),
      act('repeals', 77),
      act('suspends', 2, { until: '2019-01-01' }),
    ];
    assert.deepEqual(timelineOf(OLD, idle, OTHERS), timelineOf(OLD, [], OTHERS));
    const known = timelineOf(OLD, [act('repeals', 77, { on: '2020-05-05' })], OTHERS);
    assert.equal(stateOn(known, '2020-05-05').state, 'expired');
    assert.equal(stateOn(known, '2020-05-04').state, 'inForce');
  });

  test('two documents that repeal each other both end, each on the day of the other', () => {
    const [one, two] = [dated(1, '2016-01-01'), dated(2, '2018-01-01')];
    const both = new Map([one, two].map((each) => [each.id, each]));
    const circle = [act('repeals', 2), { ...act('repeals', 1), toId: 2 }];
    assert.equal(stateOn(timelineOf(one, circle, both), '2018-01-01').state, 'expired');
    assert.equal(stateOn(timelineOf(two, circle, both), '2018-01-01').state, 'expired');
  });
});

describe('LC-001 LC-035: whether one provision applies', () => {
  const on = (address: string, day: CivilDate, ...relations: Relation[]) =>
    provisionStateOn(address, OLD, relations, OTHERS, day);
  const repeal = act('repeals', 2, { provisions: ['dieu-5-khoan-2', 'dieu-7'] });

  test('a repealed clause ends with its points, its article goes on partly, other articles are whole', () => {
    const at = (address: string) => on(address, '2020-01-01', repeal);
    assert.equal(at('dieu-5-khoan-2'), 'expired');
    assert.equal(at('dieu-5-khoan-2-diem-a'), 'expired');
    assert.equal(at('dieu-5'), 'partly');
    assert.equal(at('dieu-5-khoan-1'), 'inForce');
    assert.equal(at('dieu-5-khoan-21'), 'inForce');
    assert.equal(at('dieu-70'), 'inForce');
    assert.equal(at(''), 'partly');
    assert.equal(on('dieu-7', '2019-12-31', repeal), 'inForce');
  });

  test('the whole speaks for its provisions when it is not yet in force, suspended or ended', () => {
    assert.equal(on('dieu-7', '2016-05-05', repeal), 'notYet');
    assert.equal(on('dieu-7', '2020-02-01', act('suspends', 2)), 'suspended');
    assert.equal(on('dieu-9', '2025-07-01', act('replaces', 4)), 'expired');
  });

  test('a suspended clause, its resumption, and a whole suspended but for one article', () => {
    const clause = act('suspends', 2, { provisions: ['dieu-5'] });
    const back = act('resumes', 3, { provisions: ['dieu-5-khoan-1'] });
    assert.equal(on('dieu-5-khoan-1', '2021-01-01', clause, back), 'suspended');
    assert.equal(on('dieu-5-khoan-1', '2022-07-01', clause, back), 'inForce');
    assert.equal(on('dieu-5', '2022-07-01', clause, back), 'partly');
    assert.equal(on('dieu-5-khoan-2', '2022-07-01', clause, back), 'suspended');
    const whole = act('suspends', 2);
    assert.equal(on('dieu-5-khoan-1', '2022-07-01', whole, back), 'inForce');
    assert.equal(on('dieu-5', '2022-07-01', whole, back), 'partly');
    assert.equal(on('dieu-6', '2022-07-01', whole, back), 'suspended');
  });
});

describe('LC-001 LC-035: what people read', () => {
  const sentences = (document: Dated, relations: Relation[], lang: 'vi' | 'en') =>
    timelineOf(document, relations, OTHERS).map((span) => spanSentence(span, names, lang));

  test('a life in sentences, in both languages', () => {
    const relations = [
      act('amends', 2, { provisions: ['dieu-3'] }),
      act('repeals', 3, { provisions: ['dieu-5-khoan-2-diem-dd', 'dieu-7'] }),
      act('replaces', 4),
    ];
    assert.deepEqual(sentences(OLD, relations, 'vi'), [
      'Chưa có hiệu lực; có hiệu lực từ 06/05/2016.',
      'Có hiệu lực từ 06/05/2016.',
      'Có hiệu lực từ 06/05/2016; Điều 3 được sửa đổi, bổ sung bởi văn bản 2 từ 01/01/2020.',
      'Hết hiệu lực một phần: điểm đ khoản 2 Điều 5, Điều 7 bị bãi bỏ bởi văn bản 3 từ 01/07/2022; Điều 3 được sửa đổi, bổ sung bởi văn bản 2 từ 01/01/2020.',
      'Hết hiệu lực từ 01/07/2025 vì bị thay thế bởi văn bản 4.',
    ]);
    assert.equal(
      sentences(OLD, relations, 'en').at(-1),
      'No longer in force from 1 Jul 2025: replaced by văn bản 4.',
    );
  });

  test('suspension, own time and unknown day have their sentences', () => {
    assert.equal(
      sentences(OLD, [act('suspends', 2)], 'vi').at(-1),
      'Ngưng hiệu lực từ 01/01/2020 vì bị ngưng hiệu lực bởi văn bản 2.',
    );
    assert.equal(
      sentences(dated(1, '2016-05-06', '2021-01-01'), [], 'vi').at(-1),
      'Hết hiệu lực từ 01/01/2021 vì hết thời hạn có hiệu lực.',
    );
    // the date was entered because of the replacement: the replacement is told
    assert.equal(
      sentences(dated(1, '2016-05-06', '2025-07-01'), [act('replaces', 4)], 'en').at(-1),
      'No longer in force from 1 Jul 2025: replaced by văn bản 4.',
    );
    assert.match(sentences(dated(1), [], 'vi').at(-1) ?? '', /^Chưa rõ tình trạng hiệu lực/u);
  });

  test('a part that is only suspended has not ended', () => {
    const part = timelineOf(OLD, [act('suspends', 2, { provisions: ['dieu-5'] })], OTHERS).at(-1);
    assert.equal(part && stateName(part).vi, 'Ngưng hiệu lực một phần');
    assert.equal(
      part && spanSentence(part, names, 'en'),
      'Partly suspended: Article 5 suspended by văn bản 2 from 1 Jan 2020.',
    );
  });

  test('addresses in words; one of another form stands as it is', () => {
    assert.equal(addressText('dieu-5a-khoan-1-2', 'vi'), 'khoản 1.2 Điều 5a');
    assert.equal(addressText('dieu-5-diem-b', 'en'), 'Article 5, point b');
    assert.equal(addressText('quy-che', 'vi'), 'quy-che');
  });
});
