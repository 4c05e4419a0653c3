import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h } from 'preact';
import {
  PLAIN_VIEW,
  PlainPage,
  parseView,
  renderPage,
  renderPart,
  StaleNotice,
  viewText,
  withNotice,
  withView,
} from './index.ts';

const PAGE = renderPage(
  h(PlainPage, {
    lang: 'vi',
    head: { title: 'Thử <b> & "x"', stylesheets: ['/a.css'] },
    children: h('p', null, '<script>alert(1)</script>'),
  }),
);

test('a page opens with its doctype and the exact tag a cached page is changed by', () => {
  assert.match(PAGE, /^<!doctype html><html lang="vi" data-view=""><head><meta charset="utf-8">/);
});

test('what is put into a page is escaped', () => {
  assert.doesNotMatch(PAGE, /<script>alert/);
  assert.match(
    PAGE,
    /<title>Thử &lt;b> &amp; "x" – Cổng Làng<\/title>|<title>Thử &lt;b> &amp; &quot;x&quot; – Cổng Làng<\/title>/,
  );
});

test('a reader’s view changes the opening tag of a cached page and nothing else', () => {
  const dark = withView(PAGE, { ground: 'dark', size: 125, contrast: true });
  assert.match(dark, /<html lang="vi" data-view="dark size-125 contrast">/);
  assert.equal(dark.length - PAGE.length, 'dark size-125 contrast'.length);
  assert.equal(withView(PAGE, PLAIN_VIEW), PAGE);
});

test('a view is read back from its cookie, and nothing unknown passes', () => {
  const view = { ground: 'light', size: 200, contrast: false } as const;
  assert.deepEqual(parseView(viewText(view)), view);
  assert.deepEqual(parseView('"><script> size-900 dark'), { ground: 'dark', size: 100, contrast: false });
  assert.deepEqual(parseView(undefined), PLAIN_VIEW);
});

test('the notice of a stored copy is put at its place, once, also when it holds a dollar sign', () => {
  const notice = renderPart(h(StaleNotice, { lang: 'vi', since: '09:40 $& 20/11/2026' }));
  const page = withNotice(PAGE, notice);
  assert.ok(page.includes('09:40 $&amp; 20/11/2026'));
  assert.ok(page.indexOf('role="status"') < page.indexOf('<header'));
});
