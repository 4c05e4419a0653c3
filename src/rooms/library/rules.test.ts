import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressIn, fieldsOf, readBody } from './rules.ts';

describe('what is read of a document', () => {
  test('LC-035: its fields come from the approved facts; what is no date is none', () => {
    const fields = fieldsOf({
      number: '01 /2020/QĐ-UBND',
      issuedOn: '2020-06-05',
      inForceFrom: 'sau 10 ngày',
    });
    assert.deepEqual(
      [fields.number, fields.numberKey, fields.issuedOn, fields.effectiveOn, fields.type],
      ['01 /2020/QĐ-UBND', '1/2020/qd-ubnd', '2020-06-05', null, ''],
    );
  });

  test('its citations are those of other texts, each with the provision that cites', () => {
    const { addresses, cited } = readBody(
      '<p>Căn cứ Luật Tiếp cận thông tin số 104/2016/QH13;</p><h3>Điều 1. Hiệu lực</h3>' +
        '<p>1. Quyết định này thay thế Quyết định số 31/2011/QĐ-UBND.</p><p>2. Theo khoản 1 Điều 1 Quyết định này.</p>',
    );
    assert.deepEqual(addresses, ['dieu-1', 'dieu-1-khoan-1', 'dieu-1-khoan-2']);
    assert.deepEqual(
      cited.map(({ provision, role, numberKey }) => [provision, role, numberKey]),
      [
        ['', 'basis', '104/2016/qh13'],
        ['dieu-1-khoan-1', 'replaces', '31/2011/qd-ubnd'],
      ],
    );
  });

  test('a provision of the regulation issued with a decision is found behind its prefix', () => {
    const addresses = [
      'dieu-1',
      'dieu-2',
      'quy-dinh',
      'quy-dinh-dieu-1',
      'quy-dinh-dieu-4',
      'quy-dinh-dieu-4-khoan-1',
    ];
    assert.equal(addressIn(addresses, 'dieu-4-khoan-1', true), 'quy-dinh-dieu-4-khoan-1');
    assert.equal(addressIn(addresses, 'dieu-4-khoan-1', false), 'quy-dinh-dieu-4-khoan-1');
    assert.equal(addressIn(addresses, 'dieu-1', true), 'quy-dinh-dieu-1');
    assert.equal(addressIn(addresses, 'dieu-1', false), 'dieu-1');
    assert.equal(addressIn(addresses, 'dieu-9', true), undefined);
    assert.equal(addressIn(addresses, '', true), undefined);
    assert.equal(addressIn(['quy-che-dieu-1', 'quy-dinh-dieu-1'], 'dieu-1', true), undefined);
  });
});
