import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byKind, type ChartBody, type ChartNode, chartOf, leadersOn } from './rules.ts';

const body = (bodyId: number, parentId: number | null, kind: string, name: string): ChartBody => ({
  ...{ bodyId, parentId, kind, name },
});
const names = (nodes: readonly ChartNode<ChartBody>[]): unknown =>
  nodes.map((node) => (node.below.length > 0 ? [node.body.name, names(node.below)] : node.body.name));

const BODIES = [
  body(1, null, 'committee', 'Tỉnh'),
  body(4, 1, 'commune', 'Xã Y'),
  body(5, 1, 'commune', 'Xã Đ'),
  body(2, 1, 'department', 'Sở B'),
  body(3, 2, 'unit', 'Chi cục'),
];

test('bodies stand below their superiors, departments before communes, by the Vietnamese alphabet', () => {
  assert.deepEqual(names(chartOf(BODIES)), [['Tỉnh', [['Sở B', ['Chi cục']], 'Xã Đ', 'Xã Y']]]);
  assert.deepEqual(
    byKind(chartOf(BODIES)[0]?.below ?? []).map(([kind, nodes]) => [kind, nodes.length]),
    [
      ['department', 1],
      ['commune', 2],
    ],
  );
});

test('a member begins with its own body; one whose superior is unknown stands alone', () => {
  assert.deepEqual(names(chartOf(BODIES, 2)), [['Sở B', ['Chi cục']]]);
  assert.deepEqual(chartOf(BODIES, 99), []);
  assert.deepEqual(names(chartOf([body(7, 99, 'other', 'Ban')])), ['Ban']);
});

test('a circle of superiors ends', () => {
  const circle = [body(1, null, 'committee', 'A'), body(2, 3, 'unit', 'B'), body(3, 2, 'unit', 'C')];
  assert.deepEqual(names(chartOf(circle)), ['A']);
  assert.deepEqual(names(chartOf(circle, 2)), [['B', ['C']]]);
});

test('who is in office is computed from the terms: the head first, the former ones last first', () => {
  const leader = (name: string, rank: string, term: string) => ({ name, facts: { rank, term } });
  const all = [
    leader('phó mới', 'deputy', '2026-03-01/'),
    leader('phó cũ', 'deputy', '2025-07-01/'),
    leader('chủ tịch', 'head', '2026-01-01/2026-12-31'),
    leader('chủ tịch trước', 'head', '2021-07-01/2025-12-31'),
    leader('phó trước', 'deputy', '2020-01-01/2024-12-31'),
  ];
  const named = (on: string) => {
    const { current, former } = leadersOn(all, on);
    return [current.map(({ name }) => name), former.map(({ name }) => name)];
  };
  assert.deepEqual(named('2026-11-20'), [
    ['chủ tịch', 'phó cũ', 'phó mới'],
    ['chủ tịch trước', 'phó trước'],
  ]);
  assert.deepEqual(named('2025-12-31'), [['chủ tịch trước', 'phó cũ'], ['phó trước']]);
  assert.deepEqual(named('2027-01-01')[0], ['phó cũ', 'phó mới']);
});
