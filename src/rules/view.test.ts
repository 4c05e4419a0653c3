import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTICE_PLACE, readView, viewCookie, withNotice, withView } from './view.ts';

const PAGE = `<html lang="vi" data-view=""><body>${NOTICE_PLACE}<p>data-view=""</p>${NOTICE_PLACE}</body></html>`;

const COOKIES: readonly [cookie: string | undefined, view: string][] = [
  [undefined, ''],
  ['', ''],
  ['dark', 'dark'],
  ['contrast.dark.size-150', 'dark size-150 contrast'],
  ['size-200.size-125.dark.light', 'light size-125'],
  ['size-900.auto.Dark', ''],
  ['"><script>.dark', 'dark'],
];

for (const [cookie, view] of COOKIES)
  test(`the cookie ${JSON.stringify(cookie)} shows pages as “${view}”, one word for each choice`, () =>
    assert.equal(readView(cookie), view));

test('what a reader chose is read back from the cookie it is kept in, and nothing unknown is kept', () => {
  assert.equal(viewCookie(['size-200', 'x', 'light']), 'light.size-200');
  assert.equal(readView(viewCookie(['contrast', 'size-200', 'light'])), 'light size-200 contrast');
  assert.equal(viewCookie(['auto', 'size-100']), '');
});

test('a view changes the opening tag and nothing else; the plain view changes nothing', () => {
  assert.equal(
    withView(PAGE, 'dark size-125'),
    `<html lang="vi" data-view="dark size-125">${PAGE.slice(29)}`,
  );
  assert.equal(withView(PAGE, ''), PAGE);
});

test('a notice is put at its place, once, letter for letter also when it holds a dollar sign', () => {
  assert.equal(
    withNotice(PAGE, '<p>09:40 $& $1</p>'),
    PAGE.replace('<body><!--cong-lang:notice-->', () => '<body><p>09:40 $& $1</p>'),
  );
});
