import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STANDARD_FIELDS, STANDARDS, type Standard } from './index.ts';

test('LC-023, QN-019, LX-012: every standard says what it is for, who keeps it and how, in both languages', () => {
  const nameOf = ({ name }: Standard) => (typeof name === 'string' ? name : name.vi);
  assert.equal(new Set(STANDARDS.map(nameOf)).size, STANDARDS.length);
  for (const standard of STANDARDS) {
    const { field, how } = standard;
    const name = nameOf(standard);
    assert.ok(STANDARD_FIELDS.includes(field), name);
    assert.ok(how.vi.length > 20 && how.en.length > 20, name);
    assert.equal(how.vi, how.vi.normalize('NFC'), name);
  }
});

for (const wanted of ['6909', 'WCAG', 'RSS', 'Dublin Core', 'PDF', 'ODF', 'TLS', 'IPv6'])
  test(`what TT 39/2017 and TT 26/2020 ask for is in the list: ${wanted}`, () =>
    assert.ok(
      STANDARDS.some(({ name, askedBy }) => typeof name === 'string' && name.includes(wanted) && askedBy),
    ));
