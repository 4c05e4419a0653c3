import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h } from 'preact';
import { withNotice, withView } from '../rules/view.ts';
import { PlainPage, renderPage, renderPart, StaleNotice } from './index.ts';

const PAGE = renderPage(
  h(PlainPage, {
    lang: 'vi',
    head: { title: 'Thử <b> & "x"', stylesheets: ['/a.css'] },
    children: h('p', null, '<script>alert(1)</script>'),
  }),
);

test('a page opens with its doctype and the exact tag a cached page is changed by', () => {
  assert.match(PAGE, /^<!doctype html><html lang="vi" data-view=""><head><meta charset="utf-8">/);
  assert.match(
    withView(PAGE, 'dark size-125'),
    /^<!doctype html><html lang="vi" data-view="dark size-125"><head>/,
  );
});

test('what is put into a page is escaped', () => {
  assert.doesNotMatch(PAGE, /<script>alert/);
  assert.match(
    PAGE,
    /<title>Thử &lt;b> &amp; "x" – Cổng Làng<\/title>|<title>Thử &lt;b> &amp; &quot;x&quot; – Cổng Làng<\/title>/,
  );
});

test('a page has the place a notice is put at, before its header', () => {
  const notice = renderPart(h(StaleNotice, { lang: 'vi', since: '09:40 20/11/2026' }));
  const page = withNotice(PAGE, notice);
  assert.ok(page.includes('09:40 20/11/2026'));
  assert.ok(page.indexOf('role="status"') < page.indexOf('<header'));
});
