import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { deskGround, fieldOf, HOST, idsOf, LIST, location, read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf } from '../../../tests/support/publishing.ts';
import { tokenIn } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';

const WORD = readFileSync(new URL('../../../tests/support/word/chong-ret.docx', import.meta.url));
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

for (const engine of engines()) {
  describe(`writing on ${engine}`, () => {
    const desk = deskGround(engine);
    const { as, begin, get, ground, post, save, upload } = desk;
    before(desk.open);
    after(desk.close);
    const section = () => String(ground.sectionOf('lao-cai/main'));

    /** A form as somebody opened it, to be sent later. */
    async function opened(path: string, name: 'editor' | 'checker') {
      const form = await get(path, as(name));
      const base = {
        _token: tokenIn(form),
        version: fieldOf(form, 'version'),
        sectionId: section(),
        do: 'save',
      };
      return (fields: Record<string, string>) =>
        post(path, { ...base, bodyMode: 'html', ...fields }, as(name));
    }

    test('two writers who changed different things lose nothing and are asked nothing', async () => {
      const path = await begin('Hai người, hai chỗ');
      location(
        await save(path, { title: 'Hai người, hai chỗ', bodyMode: 'html', body: '<p>một</p><p>hai</p>' }),
      );
      const [first, second] = [await opened(path, 'editor'), await opened(path, 'checker')];
      location(await first({ title: 'Tên mới', body: '<p>một</p><p>hai</p>' }));
      const answer = await second({
        title: 'Hai người, hai chỗ',
        summary: 'Tóm tắt.',
        body: '<p>một</p><p>hai sửa</p>',
      });
      assert.match(location(answer), /xong=gop$/);
      const now = await get(path, as('editor'));
      assert.equal(fieldOf(now, 'title'), 'Tên mới');
      assert.equal(fieldOf(now, 'summary'), 'Tóm tắt.');
      assert.equal(fieldOf(now, 'body'), 'một\n\nhai sửa');
    });

    test('what both changed is chosen by place: mine, theirs or both, without JavaScript', async () => {
      const path = await begin('Cùng một chỗ');
      location(
        await save(path, {
          title: 'Cùng một chỗ',
          bodyMode: 'html',
          body: '<p>đầu</p><p>giữa</p><p>cuối</p>',
        }),
      );
      const [first, second] = [await opened(path, 'editor'), await opened(path, 'checker')];
      location(await first({ title: 'Tên chị', body: '<p>đầu chị</p><p>giữa</p><p>cuối chị</p>' }));
      const mine = { title: 'Tên anh', body: '<p>đầu anh</p><p>giữa</p><p>cuối anh</p>' };
      const asked = await second(mine);
      assert.equal(asked.status, 422);
      assert.equal(fieldOf(asked, 'title'), 'Tên anh');
      const keys = [...new Set([...asked.body.matchAll(/name="(gop-[^"]+)"/g)].map(([, key]) => key ?? ''))];
      assert.deepEqual(
        keys.map((key) => key.split('-')[1]),
        ['title', 'bodyHtml', 'bodyHtml'],
      );
      const [title = '', begins = '', ends = ''] = keys;
      location(await second({ ...mine, [title]: 'theirs', [begins]: 'both', [ends]: 'mine' }));
      const now = await get(path, as('editor'));
      assert.equal(fieldOf(now, 'title'), 'Tên chị');
      assert.equal(fieldOf(now, 'body'), 'đầu chị\n\nđầu anh\n\ngiữa\n\ncuối anh');
    });

    test('a Word file fills the body without JavaScript: title, headings, lists, table, notes, picture in the library', async () => {
      const path = await begin('');
      const form = await get(path, as('editor'));
      const fields = { _token: tokenIn(form), version: fieldOf(form, 'version'), sectionId: section() };
      const answer = await upload(
        path,
        { ...fields, bodyMode: 'text', title: '', body: 'Viết trước.', do: 'word' },
        [['wordFile', 'Chống rét.docx', WORD]],
        as('editor'),
      );
      assert.equal(answer.statusCode, 303, answer.body.slice(0, 500));
      assert.match(String(answer.headers.location), /xong=word$/);
      const now = await get(path, as('editor'));
      assert.equal(fieldOf(now, 'title'), 'Phòng chống rét cho trâu, bò');
      const body = fieldOf(now, 'body');
      assert.match(body, /^<p>Viết trước\.<\/p><p>Đợt rét đầu mùa<sup>/);
      assert.match(body, /<caption>Bảng 1\. Thức ăn mỗi ngày<\/caption><thead>/);
      assert.match(
        body,
        /<img src="\/tep\/[0-9a-f]{64}\/chong-ret-1\.webp" alt="Chuồng trâu che bạt" width="1" height="1">/,
      );
      assert.match(body, /id="chu-thich-2"/);
    });

    test('a file that cannot be read is refused with what to do, and what was typed stays', async () => {
      const path = await begin('Tệp hỏng');
      const form = await get(path, as('editor'));
      const fields = { _token: tokenIn(form), version: fieldOf(form, 'version'), sectionId: section() };
      const send = (files: Parameters<typeof upload>[2]) =>
        upload(
          path,
          { ...fields, bodyMode: 'text', title: 'Tệp hỏng', body: 'Chữ.', do: 'word' },
          files,
          as('editor'),
        );
      for (const answer of [
        await send([]),
        await send([['wordFile', 'a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')]]),
      ]) {
        assert.equal(answer.statusCode, 422);
        assert.match(answer.body, /href="#wordFile"/);
        assert.match(answer.body, /\nChữ\.<\/textarea>/);
      }
    });

    test('HTML pasted without JavaScript is tidied, and the picture it carries lies in the library', async () => {
      const path = await begin('Dán không JavaScript');
      const word = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Che chuồng<o:p></o:p></p><p class=MsoNormal><img width=400 height=300 src="data:image/png;base64,${PNG}" alt="Bạt"></p>`;
      location(await save(path, { title: 'Dán không JavaScript', bodyMode: 'html', body: word }));
      assert.match(
        fieldOf(await get(path, as('editor')), 'body'),
        /^<ol><li>Che chuồng<\/li><\/ol><figure><img src="\/tep\/[0-9a-f]{64}\/[a-z-]+1\.webp" alt="Bạt" width="1" height="1"><\/figure>$/,
      );
    });

    test('whoever has the editor open is named to the other, and to nobody of another portal', async () => {
      const path = await begin('Ai đang mở');
      const beat = async (name: 'editor' | 'checker', more = {}) => {
        const token = tokenIn(await get(path, as(name)));
        return ground.world.app.http.inject({
          method: 'POST',
          url: `${path}/co-mat`,
          headers: {
            host: 'www.laocai.localhost',
            cookie: as(name).cookie,
            accept: 'application/json',
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload: new URLSearchParams({ _token: token, ...more }).toString(),
        });
      };
      assert.equal((await beat('editor')).json().words, '');
      assert.match((await beat('checker')).json().words, /đang mở bản này/);
      assert.match(read(await get(path, as('checker'))), /đang mở bản này/);
      await beat('editor', { roi: '1' });
      assert.equal((await beat('checker')).json().words, '');
      const stranger = await ground.world.signIn('bacha.laocai.gov.vn', 'lc.bacha.editor');
      const token = tokenIn(await ground.world.get('bacha.laocai.gov.vn', `${LIST}/moi`, { as: stranger }));
      const { status } = await ground.world.post(
        'bacha.laocai.gov.vn',
        `${path}/co-mat`,
        { _token: token },
        { as: stranger },
      );
      assert.equal(status, 404);
    });

    test('an item to link to is found by words or number, and the link holds when its title changes', async () => {
      const made = await ground.publish(
        'lc.bacha.editor',
        'lc.bacha.checker',
        'lc.bacha.head',
        'lao-cai/bacha',
        contentOf('Chợ phiên Bắc Hà'),
      );
      const found = await get(`${LIST}/noi-den?q=cho+phien`, as('editor'), { accept: 'application/json' });
      const [item] = (JSON.parse(found.body) as { items: { href: string; title: string }[] }).items;
      assert.deepEqual([item?.href, item?.title], [`/bai/${made.itemId}`, 'Chợ phiên Bắc Hà']);
      const page = await get(`${LIST}/noi-den?q=${made.itemId}`, as('editor'));
      assert.match(read(page), new RegExp(`Chợ phiên Bắc Hà.*/bai/${made.itemId}`));
      const first = await ground.world.get(HOST, item?.href ?? '');
      assert.equal(first.status, 302);
      const home = await ground.world.get(HOST, first.headers.location ?? '');
      assert.match(home.headers.location ?? '', /^http.*bacha\..*cho-phien-bac-ha-\d+$/);
    });

    test('a save keeps what it replaced for those who began from it', async () => {
      const path = await begin('Bản cũ');
      location(await save(path, { title: 'Bản cũ', body: 'Câu đầu.' }));
      location(await save(path, { title: 'Bản cũ', body: 'Câu sau.' }));
      const { editionId } = idsOf(path, ground.portal('lao-cai/main').id);
      const kept = await ground.asSystem((db) =>
        db.rows<{ version: number; body: string }>(
          sql`select version, content ->> 'bodyHtml' as body from edition_save where edition_id = ${editionId} order by version`,
        ),
      );
      assert.deepEqual(
        kept.map(({ version, body }) => [version, body]),
        [
          [1, ''],
          [2, '<p>Câu đầu.</p>'],
        ],
      );
    });
  });
}
