import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Chance } from '../../../tests/support/chance.ts';
import { validityByReplay } from '../../../tests/support/validity-replay.ts';
import { addDays } from '../calendar/index.ts';
import {
  type Dated,
  provisionStateOn,
  type Relation,
  type RelationKind,
  stateOn,
  timelineOf,
  type ValidityState,
} from './index.ts';

describe('LC-001 LC-035: for any relations', () => {
  const PROVISIONS = ['dieu-1', 'dieu-2', 'dieu-3'];
  const FIRST = '2020-01-01';
  const DAYS = Array.from({ length: 46 }, (_, index) => addDays(FIRST, index));

  const amendment: Relation = { kind: 'amends', fromId: 2, toId: 1, provisions: [], on: '2020-02-01' };

  /** A document and what ten others do to it within six weeks. */
  function throwCase(chance: Chance) {
    const day = () => addDays(FIRST, chance.whole(2, 42));
    const maybe = (share: number) => (chance.happens(share) ? day() : undefined);
    const document: Dated = { id: 1, issuedOn: '2019-12-01', effectiveOn: maybe(0.9), expiresOn: maybe(0.2) };
    const others = new Map(
      Array.from({ length: 10 }, (_, index) => {
        const id = index + 2;
        return [id, { id, issuedOn: FIRST, effectiveOn: maybe(0.9), expiresOn: maybe(0.2) }] as const;
      }),
    );
    const relations = Array.from({ length: chance.whole(0, 7) }, (): Relation => {
      const kind = chance.weigh<RelationKind>([
        ...([
          [4, 'suspends'],
          [4, 'resumes'],
          [3, 'repeals'],
          [1, 'replaces'],
          [2, 'amends'],
          [1, 'guides'],
        ] as const),
      ]);
      const isWhole = chance.happens(kind === 'repeals' || kind === 'replaces' ? 0.15 : 0.4);
      return {
        ...{ kind, fromId: chance.whole(1, 12), toId: 1, on: maybe(0.5) },
        provisions: isWhole
          ? []
          : PROVISIONS.filter(() => chance.happens(0.5))
              .slice(0, 2)
              .concat('dieu-1')
              .slice(0, 2),
        ...(kind === 'suspends' && chance.happens(0.4) && { until: day() }),
      };
    });
    return { document, relations, others };
  }

  test('each day of the timeline is what replaying the acts day by day gives, whole and by provision', () => {
    const chance = new Chance(64);
    const seen = new Map<ValidityState, number>();
    for (let round = 0; round < 1500; round += 1) {
      const { document, relations, others } = throwCase(chance);
      const spans = timelineOf(document, relations, others);
      const replayed = validityByReplay(document, relations, others, DAYS, PROVISIONS);
      for (const [index, day] of DAYS.entries()) {
        const { state } = stateOn(spans, day);
        seen.set(state, (seen.get(state) ?? 0) + 1);
        const told = JSON.stringify({ round, day, document, relations });
        assert.equal(state, replayed[index]?.whole, told);
        for (const address of PROVISIONS) {
          const one = provisionStateOn(address, document, relations, others, day);
          assert.equal(one, replayed[index]?.provisions[address], `${address} ${told}`);
        }
      }
    }
    const kinds: ValidityState[] = ['unknown', 'notYet', 'inForce', 'partly', 'suspended', 'expired'];
    for (const state of kinds) assert.ok((seen.get(state) ?? 0) > 500, `${state} ${seen.get(state)}`);
  });

  test('the spans cover all time without gap or overlap, neighbours differ, and order does not matter', () => {
    const chance = new Chance(80);
    for (let round = 0; round < 1500; round += 1) {
      const { document, relations, others } = throwCase(chance);
      const spans = timelineOf(document, relations, others);
      assert.equal(spans[0]?.from, undefined);
      assert.equal(spans.at(-1)?.to, undefined);
      spans.slice(1).forEach((span, index) => {
        const before = spans[index];
        assert.equal(span.from, before?.to);
        assert.ok(span.to === undefined || (span.from ?? '') < span.to);
        assert.notDeepEqual([span.state, span.reasons], [before?.state, before?.reasons]);
      });
      const mixed = [...relations, ...relations.slice(0, 2)]
        .map((relation) => ({ relation, key: chance.next() }))
        .sort((one, other) => one.key - other.key)
        .map(({ relation }) => ({ ...relation, provisions: [...relation.provisions].reverse() }));
      assert.deepEqual(timelineOf(document, mixed, others), spans);
    }
  });

  test('what has ended stays ended, whatever is repealed, resumed or amended afterwards', () => {
    const chance = new Chance(154);
    for (let round = 0; round < 1500; round += 1) {
      const { document, relations, others } = throwCase(chance);
      const all = timelineOf(document, relations, others).map(({ state }) => state);
      assert.ok(all.indexOf('expired') === -1 || all.indexOf('expired') === all.length - 1, all.join());
      const amended = timelineOf(document, [...relations, amendment], others);
      const plain = timelineOf(document, relations, others);
      for (const day of DAYS) assert.equal(stateOn(amended, day).state, stateOn(plain, day).state);
    }
  });
});
