import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkContent } from './checks.ts';
import { EMPTY_CONTENT } from './forms.ts';
import type { EditionContent } from './store.ts';

const GOOD: EditionContent = {
  ...EMPTY_CONTENT,
  title: 'Chống rét cho trâu, bò',
  summary: 'Việc cần làm trước tháng Mười hai.',
  bodyHtml: '<p>Che chắn chuồng, dự trữ thức ăn.</p>',
  author: 'Giàng Thị Viết',
};

function codes(change: Partial<EditionContent>, language: 'vi' | 'en' = 'vi'): string[] {
  return checkContent({ ...GOOD, ...change }, language).map(({ code, weight }) => `${code}:${weight}`);
}

test('a complete item has no finding', () => {
  assert.deepEqual(codes({}), []);
});

test('what must be mended stands first, each with the field it is mended in', () => {
  const found = checkContent({ ...EMPTY_CONTENT, pictureMediaId: 3, summary: 'x' }, 'vi');
  assert.deepEqual(
    found.map(({ code, field, weight }) => [code, field, weight]),
    [
      ['title', 'title', 'must'],
      ['body', 'body', 'must'],
      ['picture-alt', 'pictureAlt', 'must'],
      ['author', 'author', 'should'],
    ],
  );
});

test('a picture in the text without description must be mended', () => {
  const html = (alt: string) =>
    `<p>Chuồng.</p><figure><img src="/tep/${'a'.repeat(64)}/x.webp" alt="${alt}"></figure>`;
  assert.deepEqual(codes({ bodyHtml: html('') }), ['body-alt:must']);
  assert.deepEqual(codes({ bodyHtml: html('Chuồng trâu che bạt') }), []);
});

test('LC-019: an item taken from elsewhere must name its source and when it was published there', () => {
  const url = 'https://baomau.example/bai';
  assert.deepEqual(codes({ sourceUrl: url }), ['re-use:must']);
  assert.deepEqual(codes({ sourceUrl: url, source: 'Báo Mẫu' }), ['re-use:must']);
  assert.deepEqual(codes({ sourceUrl: url, source: 'Báo Mẫu', sourcePublishedAt: new Date(0) }), []);
});

test('QN-012: an item without author and source is worth a look', () => {
  assert.deepEqual(codes({ author: '' }), ['author:should']);
  assert.deepEqual(codes({ author: '', source: 'Báo Mẫu' }), []);
});

test('a Vietnamese sentence without diacritics is found, an English edition is left alone', () => {
  const bodyHtml = '<p>Cho trâu ăn đủ. Cho uong nuoc am co pha muoi. Không thả.</p>';
  assert.deepEqual(codes({ bodyHtml }), ['unmarked:should']);
  assert.deepEqual(codes({ bodyHtml: '<p>Keep the herd warm and give it water with salt.</p>' }, 'en'), []);
});

test('a telephone number is worth a look, a number of papers must go; document numbers and dates are nobody’s', () => {
  assert.deepEqual(codes({ bodyHtml: '<p>Gọi chị Vàng, máy 0912 345 678.</p>' }), ['personal-phone:should']);
  assert.deepEqual(codes({ bodyHtml: '<p>Căn cước 010199000123.</p>' }), ['personal-identity:must']);
  assert.deepEqual(
    codes({ bodyHtml: '<p>Theo 93/QĐ-SNNMT ngày 17/11/2026, kinh phí 1.200.000.000 đồng.</p>' }),
    [],
  );
});

test('a link that says nothing, and a long text without headings, are worth a look', () => {
  assert.deepEqual(codes({ bodyHtml: '<p>Mẫu chuồng <a href="/mau">xem tại đây</a>.</p>' }), [
    'link-text:should',
  ]);
  const long = `<p>${'Bà con che chắn chuồng trại cẩn thận. '.repeat(80)}</p>`;
  assert.deepEqual(codes({ bodyHtml: long }), ['headings:should']);
  assert.deepEqual(codes({ bodyHtml: `<h2>Chuồng</h2>${long}` }), []);
});
