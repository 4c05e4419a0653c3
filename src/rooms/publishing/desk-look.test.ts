import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { deskGround, idsOf, LIST, location } from '../../../tests/support/desk.ts';
import { contentOf } from '../../../tests/support/publishing.ts';
import type { Answer } from '../../../tests/support/world.ts';
import { proposeItem } from './index.ts';

describe('what the desk of publishing looks like', () => {
  const desk = deskGround('pglite');
  const { as, begin, get, ground, save } = desk;
  before(desk.open);
  after(desk.close);

  const styleOf = async ({ body }: Answer) => {
    const [, href] = /href="(\/assets\/desk\.[^"]+)"/.exec(body) ?? [];
    return (await get(href ?? assert.fail('no desk.css'), undefined)).body;
  };

  test('the decision is one link away from the top of the approval page, and a skip link leads to its panel', async () => {
    const path = await begin('Bài để duyệt');
    location(await save(path, { title: 'Bài để duyệt', body: 'Một câu.', do: 'submit' }));
    const { itemId, editionId } = idsOf(path, ground.portal('lao-cai/main').id);
    const { body } = await get(`${LIST}/${itemId}/duyet/${editionId}`, as('checker'));
    const skips = /<div class="skips">.*?<\/div>/s.exec(body)?.[0] ?? '';
    const ways = /<nav class="aside-ways".*?<\/nav>/s.exec(body)?.[0] ?? '';
    assert.match(skips, /href="#ben-canh">Quyết định/);
    assert.match(ways, /href="#quyet-dinh">Quyết định.*href="#tra-lai">Trả lại người viết/);
    const aside = body.slice(body.indexOf('<aside class="desk-aside" id="ben-canh"'));
    assert.match(aside, /id="quyet-dinh".*id="tra-lai".*name="reason"/s);
    const own = await get(`${LIST}/${itemId}/duyet/${editionId}`, as('editor'));
    assert.doesNotMatch(own.body, /#tra-lai/);
  });

  test('every tool of the editor has its icon beside its word', async () => {
    const { body } = await get(await begin('Bài có thanh công cụ'), as('editor'));
    const tools = [...body.matchAll(/<button[^>]*data-command="(\w+)"[^>]*>(.*?)<\/button>/gs)];
    assert.ok(tools.length >= 20, `${tools.length} tools`);
    for (const [, command, inside] of tools)
      assert.match(inside ?? '', /^<svg class="icon"[^>]*><.*<\/svg>\S/s, command);
  });

  test('the copy a proposal shows is styled on the desk: no class of it is unknown to desk.css', async () => {
    const made = await ground.publish(
      'lc.bacha.editor',
      'lc.bacha.checker',
      'lc.bacha.head',
      'lao-cai/bacha',
      contentOf('Bài đề nghị'),
    );
    const { proposalId } = await ground.perform(ground.one('lc.bacha.checker'), proposeItem, {
      ...{ fromPortalId: made.portalId, toPortalId: ground.portal('lao-cai/main').id },
      ...{ itemId: made.itemId, language: 'vi' as const, note: '' },
    });
    const page = await get(`/ban-lam-viec/de-nghi/${proposalId}`, as('board'));
    const article = /<article[\s>].*<\/article>/s.exec(page.body)?.[0] ?? assert.fail('no copy');
    const css = await styleOf(page);
    const classes = new Set(
      [...article.matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' ')),
    );
    assert.ok(classes.has('byline'));
    assert.deepEqual(
      [...classes].filter((name) => !css.includes(`.${name}`)),
      [],
    );
  });
});
