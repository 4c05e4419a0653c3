import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { structureOf } from '../../rules/provisions/index.ts';
import { slicesOf } from './slicing.ts';

const BODY =
  '<p>Căn cứ Luật Tiếp cận thông tin;</p><h3>Điều 1. Ban hành Quy chế &amp; phụ lục</h3><p>1. Một.</p><p>a) Hai.</p>' +
  '<h2>QUY CHẾ<br>Về cổng thông tin</h2><p>(Ban hành kèm theo Quyết định số 22/2016/QĐ-UBND)</p>' +
  '<h2>Chương I<br>CHUNG</h2><h3>Điều 1. Phạm vi</h3><p>1. Ba.</p>';

describe('LC-035: a text is cut where its articles begin', () => {
  const structure = structureOf(BODY);
  const slices = slicesOf(structure);

  test('each article and each heading above it is a slice with its address and heading', () => {
    assert.deepEqual(
      slices.map(({ provision, heading }) => [provision?.address, heading]),
      [
        [undefined, ''],
        ['dieu-1', 'Điều 1. Ban hành Quy chế & phụ lục'],
        ['quy-che', 'QUY CHẾ – Về cổng thông tin'],
        ['quy-che-chuong-1', 'Chương I – CHUNG'],
        ['quy-che-dieu-1', 'Điều 1. Phạm vi'],
      ],
    );
  });

  test('nothing but headings is taken out, and the addresses of clauses and points stay', () => {
    const rest = slices.map(({ html }) => html).join('');
    assert.equal(rest, structure.html.replace(/<h[23][^>]*>.*?<\/h[23]>/gu, ''));
    assert.match(rest, /id="dieu-1-khoan-1-diem-a"/);
  });

  test('a text without articles is one slice', () => {
    assert.deepEqual(slicesOf({ html: '<p>Thông báo.</p>', provisions: [] }), [
      { provision: undefined, heading: '', html: '<p>Thông báo.</p>' },
    ]);
  });
});
