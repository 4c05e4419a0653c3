import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { demoNaming, serviceNaming } from './hosts.ts';
import { localPath } from './paths.ts';

describe('names of hosts', () => {
  test('BG-009: in service a portal answers to its lawful .vn name, whatever case, port or final dot', () => {
    assert.equal(serviceNaming.lawfulHost('WWW.LaoCai.gov.vn:443'), 'www.laocai.gov.vn');
    assert.equal(serviceNaming.lawfulHost('bacgiang.gov.vn.'), 'bacgiang.gov.vn');
    assert.equal(serviceNaming.originOf('bacgiang.gov.vn'), 'https://bacgiang.gov.vn');
  });

  test('in the demo the lawful name answers under .localhost, at the port the server has', () => {
    const naming = demoNaming(() => 8080);
    assert.equal(naming.originOf('bacha.laocai.gov.vn'), 'http://bacha.laocai.localhost:8080');
    assert.equal(naming.lawfulHost('bacha.laocai.localhost:8080'), 'bacha.laocai.gov.vn');
  });
});

describe('addresses from outside', () => {
  for (const bad of [
    '//elsewhere.vn',
    'https://elsewhere.vn',
    '/\\elsewhere.vn',
    'javascript:x',
    '',
    '/a b',
    null,
  ]) {
    test(`${JSON.stringify(bad)} does not lead away`, () => assert.equal(localPath(bad, '/'), '/'));
  }
  test('a path of our own is kept with its query', () =>
    assert.equal(localPath('/tin-tuc?truoc=1-2', '/'), '/tin-tuc?truoc=1-2'));
});
