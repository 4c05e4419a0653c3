import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halves, measure } from '../../../tests/support/checker-corpus.ts';

/** Of all planted faults, of the faults of each kind, and of the clean texts that may have any alarm. */
const LEAST_FOUND = 0.98;
const LEAST_OF_A_KIND = 0.95;
const MOST_ALARMED = 0.05;

for (const half of halves) {
  test(`LC-018 LC-022 LC-024 LC-027 LX-013: the ${half} half of the measured set is found and clean texts are left alone`, (t) => {
    const { planted, clean, alarmed } = measure(half);
    const all = [...planted.values()];
    const total = all.reduce((sum, one) => sum + one.planted, 0);
    const found = all.reduce((sum, one) => sum + one.found, 0);
    const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
    for (const [kind, one] of planted) t.diagnostic(`${kind}: ${one.found} of ${one.planted}`);
    t.diagnostic(`all: ${found} of ${total}, ${share(found, total)}; alarmed: ${alarmed.length} of ${clean}`);
    assert.ok(total >= 600 && clean >= 150, 'each half is half of 1,200 faults and of 300 clean texts');
    for (const [kind, one] of planted)
      assert.ok(one.found >= one.planted * LEAST_OF_A_KIND, `${kind}: ${one.found} of ${one.planted}`);
    assert.ok(found >= total * LEAST_FOUND, `${found} of ${total}`);
    assert.ok(alarmed.length <= clean * MOST_ALARMED, `${alarmed.length} of ${clean} clean texts alarmed`);
  });
}
