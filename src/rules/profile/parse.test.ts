import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { profileOf } from '../../../tests/support/profiles.ts';
import { ProfileError, parseProfile, profileSet } from './index.ts';

const folder = new URL('../../../profiles/', import.meta.url);

const laoCai = profileOf('lao-cai-22-2016');

type Change = readonly [path: readonly (string | number)[], value: unknown];

/** A fresh copy of Lào Cai's file with values set where the paths point; undefined removes. */
function changed(...changes: readonly Change[]): unknown {
  const json: unknown = JSON.parse(readFileSync(new URL('lao-cai-22-2016.json', folder), 'utf8'));
  for (const [path, value] of changes) {
    const target = path.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(Object(node), key), json);
    const key = path.at(-1) ?? '';
    if (value === undefined) Reflect.deleteProperty(Object(target), key);
    else Reflect.set(Object(target), key, value);
  }
  return json;
}

function refusal(...change: Change): string {
  try {
    parseProfile(changed(change));
  } catch (error) {
    assert.ok(error instanceof ProfileError, String(error));
    return error.message;
  }
  return 'accepted';
}

test('a refused profile names file, path and value in a sentence', () => {
  assert.equal(
    refusal(['duties', 3, 'period', 'value'], -2),
    'lao-cai-22-2016: duties[3].period.value must be a whole number ≥ 0, found -2',
  );
  assert.equal(
    refusal(['duties', 3, 'period', 'value'], 1.5),
    'lao-cai-22-2016: duties[3].period.value must be a whole number ≥ 0, found 1.5',
  );
});

const again = { ...laoCai.duties[2], code: 'again' };
const mistakes: readonly [...Change, RegExp][] = [
  [['duties', 2, 'article'], undefined, /duties\[2\]\.article must be a text, found nothing/],
  [['duties', 2, 'article'], ' ', /duties\[2\]\.article must not be empty/],
  [
    ['duties', 2, 'contentKinds'],
    ['gossip'],
    /duties\[2\]\.contentKinds\[0\] must be one of intro.*"gossip"/,
  ],
  [['duties', 2, 'period', 'unit'], 'fortnight', /duties\[2\]\.period\.unit must be one of workingDay/],
  [
    ['duties', 2, 'validFrom'],
    '2026-02-30',
    /duties\[2\]\.validFrom must be a date YYYY-MM-DD, found "2026-02-30"/,
  ],
  [
    ['duties', 2, 'validTo'],
    '2016-01-01',
    /duties\[2\]\.validTo must not be before validFrom, found "2016-01-01"/,
  ],
  [['duties', 2, 'duty'], ['LC-47'], /duties\[2\]\.duty\[0\] must be a duty id such as LC-047/],
  [
    ['duties'],
    [...laoCai.duties, again],
    /must not answer for the same case on the same day as "dissemination"/,
  ],
  [['duties', 2, 'period'], undefined, /duties\[2\] must have a period or a pace/],
  [['sections', 1, 'code'], 'introduction', /sections\[1\]\.code must be unique/],
  [['fallback'], undefined, /fallback must name the national profile/],
  [['localityCode'], undefined, /localityCode must name the locality/],
  [['instrument', 'inForceFrom'], '2016-01-01', /inForceFrom must not be before the day of issue/],
  [
    ['credit', 'article'],
    undefined,
    /credit\.article must name the article, or the value must be marked "ours"/,
  ],
  [['wish'], 1, /wish is not a field of a profile/],
  [['terms', 'memberPortal', 'en'], undefined, /terms\.memberPortal\.en must be a text/],
];

for (const [path, value, message] of mistakes) {
  test(`a profile is refused when ${path.join('.')} is ${JSON.stringify(value)?.slice(0, 40)}`, () => {
    assert.match(refusal(path, value), message);
  });
}

test('what is no profile at all is refused in a sentence, too', () => {
  assert.throws(() => parseProfile(null), /^ProfileError: \(profile without a code\): the profile /);
});

test('the same value may follow itself on other dates', () => {
  const next = { ...again, code: 'dissemination-2027', validFrom: '2027-01-01' };
  const ended = { ...laoCai.duties[2], validTo: '2026-12-31' };
  const duties = [...laoCai.duties.map((duty, i) => (i === 2 ? ended : duty)), next];
  assert.equal(parseProfile(changed([['duties'], duties])).duties.length, duties.length);
});

test('profiles that lean on a missing, local or circular profile are refused', () => {
  const [nd224, nd42, nd43] = [profileOf('nd224-2026'), profileOf('nd42-2022'), profileOf('nd43-2011')];
  assert.throws(() => profileSet([laoCai]), /fallback must name a profile that exists, found "nd224-2026"/);
  const leaning = { ...laoCai, fallback: 'thai-binh-02-2011' };
  assert.throws(
    () => profileSet([leaning, profileOf('thai-binh-02-2011'), nd224, nd42, nd43]),
    /must name a national profile/,
  );
  const circle = { ...nd43, predecessor: 'nd224-2026' };
  assert.throws(() => profileSet([nd224, nd42, circle]), /predecessor must not lead back/);
  assert.throws(() => profileSet([nd43, nd43]), /code is used by two profiles/);
});
