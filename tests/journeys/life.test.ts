// An item from its correction to its archive copy, by forms alone, as people without JavaScript use them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { deskGround, HOST, LIST, location, read } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { lifeOn } from '../support/lived.ts';
import { tokenIn, WORLD_NOW } from '../support/world.ts';

for (const engine of engines()) {
  describe(`the journey of an item on ${engine}`, () => {
    const desk = deskGround(engine);
    const { as, get, ground } = desk;
    const post: typeof desk.post = async (path, fields, session) => {
      const _token = tokenIn(await get(LIST, session));
      return desk.post(path, { ...fields, _token }, session);
    };
    before(desk.open);
    after(desk.close);

    test('corrected, moved, set to be looked at, taken down for a successor, found in the archive and taken up again', async () => {
      const { publish, begin, decide } = lifeOn(ground);
      ground.world.setNow(new Date(WORLD_NOW.getTime() - 86_400_000));
      const made = await publish('Giờ mở cửa bộ phận một cửa', { bodyHtml: '<p>Mở cửa lúc 7 giờ.</p>' });
      const successor = await publish('Giờ mở cửa mới');
      const life = `${LIST}/${made.itemId}/vong-doi`;
      const first = (await get(`/bai/${made.itemId}`, undefined)).headers.location ?? '';

      // a day later the writer notes the correction, the board shows the old wording
      ground.world.setNow(WORLD_NOW);
      const draft = await begin(made, 'Giờ mở cửa bộ phận một cửa', '<p>Mở cửa lúc 8 giờ.</p>');
      const editionId = String(draft.editionId);
      const short = await post(life, { viec: 'dinhchinh', editionId, note: 'Sai giờ' }, as('editor'));
      assert.equal(short.status, 422);
      assert.ok(short.body.includes('Sai giờ'), 'what was typed is shown again');
      const note = 'Bản trước ghi 7 giờ là sai, giờ đúng là 8 giờ.';
      location(await post(life, { viec: 'dinhchinh', editionId, note }, as('editor')));
      location(await post(life, { viec: 'chucu', editionId, shows: '1' }, as('board')));
      const preview = await get(`${LIST}/${made.itemId}/xem/${editionId}`, as('board'));
      assert.ok(read(preview).includes(note), 'who approves sees the note');
      await decide(draft);
      const corrected = await get(first, undefined);
      assert.ok(read(corrected).includes('Đính chính ngày 20/11/2026'));
      const saved = await get(`${first}/luu`, undefined);
      assert.ok(
        saved.body.includes(`Đính chính ngày 20/11/2026: ${note}`),
        'who keeps a copy keeps the note',
      );
      assert.ok(corrected.body.includes('<meta name="DC.date" content="2026-11-19; 2026-11-20"'));
      const feed = await get(first.replace(/[^/]*$/, 'rss.xml'), undefined);
      assert.ok(feed.body.includes('<atom:updated>2026-11-20'));

      // the board gives the address other words, and a day of review
      const section = String(ground.sectionOf('lao-cai/main'));
      const moved = await post(life, { viec: 'chuyen', sectionId: section, words: 'một cửa' }, as('board'));
      assert.match(location(moved), /xong=chuyen/);
      const second = (await get(first, undefined)).headers.location ?? '';
      assert.match(second, /\/mot-cua-\d+$/);
      location(
        await post(life, { viec: 'rasoat', reviewOn: '2026-12-01', note: 'Giờ mùa đông' }, as('editor')),
      );
      const times = read(await get(`${LIST}/lich-dang`, as('board')));
      assert.ok(times.includes('Rà soát') && times.includes('Giờ mở cửa bộ phận một cửa'));

      // taken down for a successor: an editor finds no such page
      const go = `${LIST}/${made.itemId}/go/${editionId}`;
      assert.equal((await get(go, as('editor'))).status, 404);
      const down = { cause: 'no-longer-fits', way: 'redirect', reason: 'Có giờ mở cửa mới.', target: '' };
      const refused = await post(go, down, as('board'));
      assert.equal(refused.status, 422);
      assert.ok(refused.body.includes('Có giờ mở cửa mới.'), 'what was typed is shown again');
      location(await post(go, { ...down, target: String(successor.itemId) }, as('board')));
      const led = await get(first, undefined);
      const there = (await get(`/bai/${successor.itemId}`, undefined)).headers.location;
      assert.deepEqual([led.status, led.headers.location], [301, there]);

      // in the archive it is as it was approved, and becomes a draft, not a page
      const archive = await get(`${LIST}/luu-tru`, as('editor'));
      const [, copy = ''] = /href="([^"]*\/ban-luu\/\d+)"/.exec(archive.body) ?? [];
      assert.ok(read(await get(copy, as('editor'))).includes('Khớp dấu'));
      const back = location(await post(life, { viec: 'laylai', editionId }, as('editor')));
      assert.match(back, new RegExp(`/tin-bai/${made.itemId}/sua/\\d+`));
      assert.equal((await get(first, undefined)).status, 301);
      assert.equal((await ground.world.get(HOST, `/en/bai/${made.itemId}`)).status, 404);
    });
  });
}
