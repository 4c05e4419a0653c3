import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../rules/refusal.ts';
import {
  allowedFrom,
  authorsOf,
  decideMove,
  type EditionFacts,
  filesIn,
  MOVES,
  type MoveName,
  STATES,
} from './rules.ts';

const WRITER = 1;
const OTHER = 2;

function edition(change: Partial<EditionFacts> = {}): EditionFacts {
  return {
    state: 'draft',
    writers: [WRITER],
    title: 'Chống rét cho trâu, bò',
    bodyText: 'Che chắn chuồng.',
    pictureMediaId: null,
    pictureAlt: '',
    ...change,
  };
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    assert.notEqual(error.words.vi, '');
    assert.notEqual(error.words.en, '');
    return error.code;
  }
}

/** What the table promises, written out by hand: from each state, the moves that are open. */
const OPEN: Record<'approve' | 'check-then-approve', Record<string, MoveName[]>> = {
  'check-then-approve': {
    draft: ['submit', 'publishUrgent', 'discard'],
    submitted: ['recall', 'publishUrgent', 'check', 'sendBack'],
    checked: ['recall', 'publishUrgent', 'approve', 'schedule', 'sendBack'],
    scheduled: ['publishDue', 'sendBack'],
    published: ['withdraw'],
    superseded: [],
    withdrawn: [],
    discarded: [],
  },
  approve: {
    draft: ['submit', 'publishUrgent', 'discard'],
    submitted: ['recall', 'publishUrgent', 'check', 'approve', 'schedule', 'sendBack'],
    checked: ['recall', 'publishUrgent', 'approve', 'schedule', 'sendBack'],
    scheduled: ['publishDue', 'sendBack'],
    published: ['withdraw'],
    superseded: [],
    withdrawn: [],
    discarded: [],
  },
};

describe('the workflow table', () => {
  for (const workflow of ['check-then-approve', 'approve'] as const) {
    for (const state of STATES) {
      for (const name of Object.keys(MOVES) as MoveName[]) {
        const open = OPEN[workflow][state]?.includes(name) ?? false;
        test(`${workflow}: “${name}” is ${open ? 'open' : 'refused'} from ${state}`, () => {
          const move = () =>
            decideMove(name, {
              edition: edition({ state }),
              workflow,
              personId: OTHER,
              reason: 'Cần ghi rõ nguồn số liệu',
            });
          if (open) assert.equal(move(), MOVES[name].to);
          else assert.equal(codeOf(move), 'wrong-state');
        });
      }
    }
  }

  test('BG-050: with a checking step nothing submitted can be approved unchecked', () => {
    assert.deepEqual([...allowedFrom('approve', 'check-then-approve')], ['checked']);
    assert.deepEqual([...allowedFrom('approve', 'approve')], ['submitted', 'checked']);
  });

  for (const name of ['check', 'approve', 'schedule'] as const) {
    test(`LC-020: whoever wrote an edition may not “${name}” it, whatever his role`, () => {
      const state = name === 'check' ? 'submitted' : 'checked';
      const by = (personId: number, lenderId?: number) => () =>
        decideMove(name, {
          edition: edition({ state, writers: [WRITER, 7] }),
          workflow: 'check-then-approve',
          ...{ personId, lenderId, reason: '' },
        });
      assert.equal(codeOf(by(WRITER)), 'four-eyes');
      assert.equal(codeOf(by(7)), 'four-eyes');
      assert.equal(codeOf(by(OTHER)), undefined);
      // nor in the place of the writer, who lent him the right
      assert.equal(codeOf(by(OTHER, WRITER)), 'four-eyes');
    });
  }

  for (const name of ['sendBack', 'withdraw'] as const) {
    test(`“${name}” needs a reason of more than a word`, () => {
      const state = name === 'sendBack' ? 'submitted' : 'published';
      const because = (reason: string) => () =>
        decideMove(name, { edition: edition({ state }), workflow: 'approve', personId: OTHER, reason });
      assert.equal(codeOf(because('   ')), 'reason-missing');
      assert.equal(codeOf(because('sai')), 'reason-missing');
      assert.equal(codeOf(because('Sai số liệu')), undefined);
    });
  }

  const incomplete: [string, Partial<EditionFacts>][] = [
    ['title-missing', { title: ' Tin ' }],
    ['body-missing', { bodyText: ' \n ' }],
    ['alt-missing', { pictureMediaId: 5, pictureAlt: ' ' }],
  ];
  for (const [code, change] of incomplete) {
    test(`an edition with ${code} is neither submitted nor approved, and the refusal names the field`, () => {
      for (const [name, state] of [
        ['submit', 'draft'],
        ['approve', 'checked'],
        ['schedule', 'checked'],
      ] as const) {
        const move = () =>
          decideMove(name, {
            edition: edition({ ...change, state }),
            workflow: 'check-then-approve',
            personId: OTHER,
            reason: '',
          });
        assert.equal(codeOf(move), code);
        assert.throws(move, (error) => error instanceof Refusal && error.field !== undefined);
      }
    });
  }

  test('every move has words in both languages and a permit', () => {
    for (const move of Object.values(MOVES)) {
      assert.match(move.label.vi, /\p{L}/u);
      assert.match(move.label.en, /\p{L}/u);
      assert.match(move.permit, /^publishing\./);
    }
  });
});

test('the files of a body are the hashes of our own addresses, each once', () => {
  const hash = 'a'.repeat(64);
  const html = `<figure><img src="/tep/${hash}/x.webp" alt="x"></figure><p><a href="/tep/${hash}/x.webp">x</a><a href="https://a.vn/tep/${'b'.repeat(64)}/y">y</a></p>`;
  assert.deepEqual(filesIn(html), [hash]);
});

test('LC-020: whoever submits what a machine wrote answers for it, and does not approve it', () => {
  assert.deepEqual(authorsOf({ writers: [], submitted_by: 7 }), [7]);
  assert.deepEqual(authorsOf({ writers: [3, 4], submitted_by: 7 }), [3, 4]);
  assert.deepEqual(authorsOf({ writers: [], submitted_by: null }), []);
});
