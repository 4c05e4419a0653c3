import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Chance } from '../../../tests/support/chance.ts';
import type { CivilDate } from '../calendar/index.ts';
import {
  type Dated,
  FALLING_RULES,
  fallenSentence,
  fallenWith,
  type Relation,
  type RelationKind,
} from './index.ts';

const dated = (id: number, effectiveOn: CivilDate, expiresOn?: CivilDate): Dated => ({
  ...{ id, issuedOn: effectiveOn, effectiveOn, expiresOn },
});
const relation = (kind: RelationKind, fromId: number, toId: number, provisions: string[] = []): Relation => ({
  ...{ kind, fromId, toId, provisions, on: undefined },
});
const documents = (...all: Dated[]) => new Map(all.map((one) => [one.id, one]));

/** Law 1, its decree 2, the circular 3 on the decree, decision 4 that only cites law 1, and what ends the law. */
const BASE = [dated(1, '2016-01-01'), dated(2, '2016-06-01'), dated(3, '2017-01-01'), dated(4, '2017-02-01')];
const TIES = [
  relation('guides', 2, 1),
  relation('basedOn', 2, 1),
  relation('guides', 3, 2),
  relation('basedOn', 4, 1),
];
const told = (
  kind: RelationKind,
  on: CivilDate,
  ties: readonly Relation[] = TIES,
  day: CivilDate = '2026-01-01',
) =>
  fallenWith(documents(...BASE, dated(9, on)), [...ties, relation(kind, 9, 1)], day).map(
    ({ id, basisId, outcome, rule }) => [id, basisId, outcome, rule?.article],
  );

describe('LX-044: what rests on a text that has ended', () => {
  test('before 01/04/2025 what details a replaced law falls with it, and what details that; a citation is reviewed', () => {
    assert.deepEqual(told('replaces', '2020-01-01'), [
      [2, 1, 'falls', 'Đ154.4'],
      [3, 2, 'falls', 'Đ154.4'],
      [4, 1, 'review', undefined],
    ]);
  });

  test('from 01/04/2025 what details a replaced law continues; of a repealed law it is presumed to fall', () => {
    assert.deepEqual(told('replaces', '2025-04-01'), [
      [2, 1, 'continues', 'Đ57.2'],
      [4, 1, 'review', undefined],
    ]);
    assert.deepEqual(told('replaces', '2025-03-31')[0], [2, 1, 'falls', 'Đ154.4']);
    assert.deepEqual(told('repeals', '2025-07-01'), [
      [2, 1, 'falls', 'Đ57.2'],
      [3, 2, 'falls', 'Đ57.2'],
      [4, 1, 'review', undefined],
    ]);
  });

  test('nothing before the day, nothing by an amendment or a suspension', () => {
    assert.deepEqual(told('repeals', '2025-07-01', TIES, '2025-06-30'), []);
    assert.deepEqual(told('amends', '2025-07-01'), []);
    assert.deepEqual(told('suspends', '2025-07-01'), []);
  });

  test('a law whose own time runs out, and a rule of before 01/07/2016, which is not in the table', () => {
    const out = fallenWith(
      documents(dated(1, '2010-01-01', '2020-01-01'), dated(2, '2011-01-01')),
      TIES.slice(0, 1),
      '2021-01-01',
    );
    assert.deepEqual(
      out.map(({ id, because, outcome }) => [id, because.kind, because.on, outcome]),
      [[2, 'expiry', '2020-01-01', 'falls']],
    );
    const old = fallenWith(
      documents(dated(1, '2010-01-01', '2016-06-30'), dated(2, '2011-01-01')),
      TIES.slice(0, 1),
      '2021-01-01',
    );
    assert.deepEqual(
      old.map(({ outcome, rule }) => [outcome, rule]),
      [['review', undefined]],
    );
  });

  test('what was expressly kept, and what has ended itself, is not named, nor what rests on the kept one', () => {
    const all = documents(...BASE, dated(9, '2020-01-01'));
    const relations = [...TIES, relation('repeals', 9, 1)];
    const kept = fallenWith(all, relations, '2026-01-01', new Set([2])).map(({ id }) => id);
    assert.deepEqual(kept, [4]);
    const ended = fallenWith(all, [...relations, relation('repeals', 9, 4)], '2026-01-01').map(
      ({ id }) => id,
    );
    assert.deepEqual(ended, [2, 3]);
  });

  test('when single provisions end, only what details just those falls', () => {
    const part = { ...relation('repeals', 9, 1), provisions: ['dieu-5'] };
    const named = (...provisions: string[]) =>
      fallenWith(
        documents(...BASE, dated(9, '2020-01-01')),
        [relation('guides', 2, 1, provisions), part],
        '2026-01-01',
      );
    assert.deepEqual(
      named('dieu-5-khoan-2').map(({ id, because }) => [id, because.kind, because.byId, because.provisions]),
      [[2, 'repeals', 9, ['dieu-5']]],
    );
    assert.deepEqual(named('dieu-5', 'dieu-6'), []);
    assert.deepEqual(named(), []);
  });

  test('circles and texts that rest on themselves end; the order of relations does not matter', () => {
    const chance = new Chance(57);
    for (let round = 0; round < 400; round += 1) {
      const all = documents(
        ...Array.from({ length: 8 }, (_, index) =>
          dated(index + 1, '2018-01-01', chance.happens(0.25) ? '2021-01-01' : undefined),
        ),
      );
      const relations = Array.from({ length: 12 }, () =>
        relation(
          chance.pick(['guides', 'basedOn', 'guides'] as const),
          chance.whole(1, 8),
          chance.whole(1, 8),
        ),
      );
      const found = fallenWith(all, relations, '2022-01-01');
      assert.deepEqual(fallenWith(all, relations.toReversed(), '2022-01-01'), found);
      const falls = new Set(found.filter(({ outcome }) => outcome === 'falls').map(({ id }) => id));
      const isGone = (id: number) => falls.has(id) || all.get(id)?.expiresOn !== undefined;
      for (const { id, basisId } of found) assert.ok(isGone(basisId) && !all.get(id)?.expiresOn);
      for (const { kind, fromId, toId } of relations)
        if (kind === 'guides' && fromId !== toId && isGone(toId))
          assert.ok(isGone(fromId), `${fromId} on ${toId}`);
    }
  });

  test('every rule names its article and asks for a person; the sentence says both', () => {
    for (const { instrument, article, mustConfirm } of FALLING_RULES)
      assert.ok(/^\d+\/\d{4}\/QH\d+$/u.test(instrument) && /^Đ\d+\.\d+$/u.test(article) && mustConfirm);
    const [fallen] = fallenWith(
      documents(...BASE, dated(9, '2025-07-01')),
      [...TIES, relation('replaces', 9, 1)],
      '2026-01-01',
    );
    assert.ok(fallen);
    const names = { document: (id: number) => `Luật ${id}` };
    assert.equal(
      fallenSentence(fallen, names, 'vi'),
      'Luật 1 đã hết hiệu lực; văn bản này tiếp tục có hiệu lực nếu không trái với văn bản mới (Khoản 2 Điều 57, 64/2025/QH15). Cần người có trách nhiệm xác nhận.',
    );
    assert.match(
      fallenSentence(fallen, names, 'en'),
      /continues .*\(Article 57, clause 2, 64\/2025\/QH15\)\. A person/u,
    );
  });
});
