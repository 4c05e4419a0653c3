import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Person, Role } from '../../rules/access/index.ts';
import type { Standing } from '../../rules/clock/index.ts';
import { nextStepOf, type Standpoint, warningStageOf } from './desk-rules.ts';
import { figuresOf, median } from './figures-rules.ts';
import type { FigureRow } from './figures-store.ts';
import { findPrivate, holdsPrivate, maskAnswer } from './masking-rules.ts';

const HERE = 1;
const THERE = 2;

function person(role: Role, portalId = HERE, personId = 10): Person {
  return {
    ...{ kind: 'person', personId, localityId: 1, fullName: '', username: '', language: 'vi' },
    ...{ grants: [{ portalId, role }], portalIds: [portalId], mustChangePassword: false },
  };
}

const at = (change: Partial<Standpoint>): Standpoint => ({
  ...{ portal_id: HERE, confidential: false, state: 'received', officer_id: null },
  ...{ writers: [], awaits: [], last_move: 'receive' },
  ...change,
});

describe('The next step of an inquiry', () => {
  for (const [what, one, who, step] of [
    ['a new one waits for the board', at({}), person('boardMember'), 'accept'],
    ['LC-020: an editor does not sort', at({}), person('editor'), undefined],
    ['one in progress waits for whoever answers', at({ state: 'inProgress' }), person('editor'), 'draft'],
    [
      'one that somebody else has in charge waits for him alone',
      at({ state: 'inProgress', officer_id: 11 }),
      person('editor'),
      undefined,
    ],
    [
      'what the asker added is read first',
      at({ state: 'inProgress', last_move: 'reply' }),
      person('editor'),
      'read',
    ],
    [
      'LC-020: a draft waits for a checker',
      at({ state: 'drafted', writers: [11] }),
      person('checker'),
      'check',
    ],
    [
      'LC-020: nobody checks what he wrote himself',
      at({ state: 'drafted', writers: [10] }),
      person('checker'),
      undefined,
    ],
    ['LC-063: a leader of the body signs', at({ state: 'checked', writers: [11] }), person('head'), 'sign'],
    ['LC-063: no other does', at({ state: 'checked', writers: [11] }), person('boardMember'), undefined],
    [
      'LC-061: a body that was asked contributes',
      at({ state: 'inProgress', awaits: [THERE] }),
      person('editor', THERE),
      'contribute',
    ],
    [
      'LC-092: a confidential one is nothing for a checker',
      at({ confidential: true }),
      person('checker'),
      undefined,
    ],
    ['another body has nothing to do with it', at({}), person('boardMember', THERE), undefined],
  ] as const) {
    test(what, () => assert.equal(nextStepOf(one, who), step));
  }
});

describe('Warnings of a due date', () => {
  const standing = (state: Standing['state'], days: Partial<Standing> = {}): Standing => ({
    ...{ state, dueOn: '2026-11-30' },
    ...days,
  });
  for (const [what, where, stage] of [
    ['two working days ahead nobody is warned', standing('open', { workingDaysLeft: 2 }), undefined],
    ['on the last working day before it', standing('open', { workingDaysLeft: 1 }), 'lastDay'],
    ['on the day itself', standing('dueToday', { workingDaysLeft: 0 }), 'lastDay'],
    ['a day past it', standing('overdue', { workingDaysOver: 1 }), 'overdue'],
    ['a weekend past it is no working day', standing('overdue', { workingDaysOver: 0 }), 'overdue'],
    ['two working days past it', standing('overdue', { workingDaysOver: 2 }), 'escalated'],
    ['a stopped clock warns of nothing', standing('paused'), undefined],
    ['what is done warns of nothing', standing('metLate'), undefined],
  ] as const) {
    test(`LC-113: ${what}`, () => assert.equal(warningStageOf(where), stage));
  }
});

describe('What names the asker', () => {
  const asker = {
    fields: { name: 'Vàng Thị Thử', addressStreet: 'Thôn Mẫu 9', addressProvince: 'Lào Cai' },
    email: 'thu@nguoihoi.example',
    phone: '0987 650 432',
  };
  const blank = { title: '', question: '', answer: '', aside: '' };

  test('LC-009, LC-108: his own values are found however they are written, his province is not', () => {
    const found = findPrivate('Bà VÀNG THỊ THỬ ở Thôn Mẫu 9, Lào Cai hỏi.', asker);
    assert.deepEqual(
      found.map(({ text, mustGo }) => [text, mustGo]),
      [
        ['VÀNG THỊ THỬ', true],
        ['Thôn Mẫu 9', true],
      ],
    );
  });

  test('LC-108: an answer that names him is not public yet; the words for him alone may', () => {
    assert.equal(holdsPrivate({ ...blank, answer: 'Kính gửi bà Vàng Thị Thử.' }, asker), true);
    assert.equal(holdsPrivate({ ...blank, answer: 'Kính gửi bà.' }, asker), false);
  });

  test('a phone number in the question is masked; that of an office in the answer stays', () => {
    const masked = maskAnswer(
      { ...blank, question: 'Gọi tôi số 0912 345 678.', answer: 'Hỏi Sở theo số 0214 3840 034.' },
      asker,
      'vi',
    );
    assert.equal(masked.question, 'Gọi tôi số [số điện thoại đã che].');
    assert.equal(masked.answer, 'Hỏi Sở theo số 0214 3840 034.');
  });
});

describe('Public figures', () => {
  const row = (change: Partial<FigureRow>): FigureRow => ({
    ...{ portal_id: 1, intake: 'question', language: 'vi', month: '2026-11', outcome: 'open', verdict: null },
    ...{ received_on: '2026-11-02', answered_on: null, count: 1, published: 0 },
    ...change,
  });

  test('LC-113: every inquiry is counted once, by how it ended and by its time', () => {
    const figures = figuresOf(
      [
        row({ outcome: 'answered', verdict: 'inTime', answered_on: '2026-11-04', count: 3, published: 2 }),
        row({ outcome: 'answered', verdict: 'late', answered_on: '2026-11-20' }),
        row({ outcome: 'answered', answered_on: '2026-11-06' }),
        row({ verdict: 'overdue', count: 2 }),
        row({ outcome: 'otherwise' }),
      ],
      (from, to) => Number(to.slice(-2)) - Number(from.slice(-2)),
    );
    assert.deepEqual(figures, {
      ...{ received: 8, answered: 5, inTime: 3, late: 1, open: 2, overdue: 2, otherwise: 1, published: 2 },
      medianDays: 2,
    });
  });

  for (const [what, values, middle] of [
    ['nothing has no middle', [], undefined],
    [
      'the one in the middle',
      [
        [1, 1],
        [9, 1],
        [4, 1],
      ],
      4,
    ],
    [
      'of two the mean',
      [
        [2, 1],
        [5, 1],
      ],
      3.5,
    ],
    [
      'each value as often as it stands there',
      [
        [3, 5],
        [10, 2],
      ],
      3,
    ],
  ] as const) {
    test(`the median: ${what}`, () => {
      assert.equal(median(values.map(([value, count]) => ({ value, count }))), middle);
    });
  }
});
