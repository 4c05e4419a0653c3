import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { type Answer, WORLD_NOW } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { docxOf, docxParagraph, odtOf, pdfOf } from '../../platform/extract/fixtures.ts';
import type { Ports } from '../../platform/ports.ts';
import { uploadMedia } from '../media/index.ts';
import { type Attachment, withdrawEdition } from '../publishing/index.ts';
import { readFileText, readMissingFiles } from './file-reading.ts';
import { catchUpEvery, indexMissing } from './indexing.ts';

const MAIN = 'www.laocai.gov.vn';
const HOUR_MS = 3_600_000;

interface Row {
  hash: string;
  locality_id: number;
  text: string;
  code: string | null;
  tries: number;
  is_read: boolean;
}

for (const engine of engines()) {
  describe(`text inside attached files on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { one, portal, perform, asSystem } = ground;
    /** Hashes of files as they were opened for reading. */
    const opened: string[] = [];
    before(async () => {
      await ground.open();
      const { files } = ground.world.app.ports;
      const open = files.open.bind(files);
      files.open = (hash) => {
        opened.push(hash);
        return open(hash);
      };
    });
    after(ground.close);

    const ports = (): Ports => ground.world.app.ports;
    const drain = () => ports().jobs.drain();
    const attach = async (
      key: string,
      editor: string,
      name: string,
      bytes: Uint8Array,
      label = '',
    ): Promise<Attachment> => {
      const portalId = portal(key).id;
      const media = await uploadMedia(ports(), one(editor), { portalId, name, bytes });
      const { id: mediaId, hash, type, size_bytes: sizeBytes } = media;
      return { mediaId, hash, name: media.name, label: label || media.name, type, sizeBytes };
    };
    /** An item of the main portal that is public, its jobs done. */
    const publish = async (title: string, attachments: Attachment[], bodyHtml = '<p>Xem tệp.</p>') => {
      const content = contentOf(title, { attachments, bodyHtml });
      const made = await ground.publish('lc.editor', 'lc.checker', 'lc.board', 'lao-cai/main', content);
      await drain();
      return made;
    };
    const file = (name: string, bytes: Uint8Array, label?: string) =>
      attach('lao-cai/main', 'lc.editor', name, bytes, label);
    const ask = (q: string, more = '', host = MAIN): Promise<Answer> =>
      ground.world.get(host, `/tim-kiem?q=${encodeURIComponent(q)}&o=tinh${more}`);
    const titles = async (...asked: Parameters<typeof ask>) =>
      [...(await ask(...asked)).body.matchAll(/<h2 class="item-title"><a[^>]*>([^<]+)/g)].map(([, t]) => t);
    const texts = () =>
      asSystem((db) =>
        db.rows<Row>(
          sql`select locality_id, hash, text, code, tries, read_at is not null as is_read from file_text`,
        ),
      );
    const textOf = async (hash: string) => (await texts()).filter((row) => row.hash === hash);
    const places = (itemId: number) =>
      asSystem(async (db) =>
        (
          await db.rows<{ place: string }>(
            sql`select place from search_entry where item_id = ${itemId} order by id`,
          )
        ).map(({ place }) => place),
      );

    test('LC-045: what stands only in a file is found, with and without marks, by number and as a phrase', async () => {
      const pdf = pdfOf([
        [
          'Lịch cấp nước luân phiên cho các tổ dân phố phường Cốc Lếu',
          'theo Quyết định số 4127/QĐ-UBND ngày 12/10/2026',
        ],
      ]);
      await publish('Thông báo về cấp nước', [await file('Lịch cấp nước.pdf', pdf)]);
      const expected = ['Thông báo về cấp nước'];
      for (const q of [
        'cấp nước luân phiên',
        'cap nuoc luan phien',
        'LUÂN PHIÊN cấp nước'.normalize('NFD'),
        '"nước luân phiên cho các tổ"',
        '4127/QĐ-UBND',
        'quyết định số 4127/qd-ubnd',
      ])
        assert.deepEqual(await titles(q), expected, q);
      assert.deepEqual(await titles('"luân phiên nước"'), []);
      assert.deepEqual(await titles('luân phiên', '&loai=news'), expected);
      assert.deepEqual(await titles('luân phiên', '&loai=documents'), []);
      assert.deepEqual(await titles('luân phiên', `&cong=${portal('lao-cai/main').id}`), expected);
      assert.deepEqual(await titles('luân phiên', `&cong=${portal('lao-cai/bacha').id}`), []);
    });

    test('the result names the file, marks its words and leads to where the page lists it', async () => {
      const { body } = await ask('luân phiên');
      assert.match(body, /trong tệp <a href="([^"]+)#tep-1">Lịch cấp nước\.pdf<\/a>/);
      assert.match(body, /cấp nước <mark>luân<\/mark> <mark>phiên<\/mark> cho các tổ/);
      const [, href = ''] = /trong tệp <a href="([^"#]+)#tep-1"/.exec(body) ?? [];
      const page = await ground.world.get(MAIN, href.replace(/^https?:\/\/[^/]+/, ''));
      assert.equal(page.status, 200);
      assert.match(page.body, /<li id="tep-1"><a href="\/tep\/[0-9a-f]{64}\/[^"]+">Lịch cấp nước\.pdf/);
      const both = await ground.world.get(MAIN, '/en/search?q=lu%C3%A2n+phi%C3%AAn&nn=ca-hai');
      assert.match(both.body, /in the file <a [^>]*>Lịch cấp nước\.pdf/);
    });

    test('files of Word, OpenDocument and plain text are read; each leads to its own place', async () => {
      await publish('Bộ biểu mẫu tháng mười một', [
        await file('a.docx', docxOf(docxParagraph('Tờ khai hỗ trợ giống thảo quả')), 'Tờ khai thảo quả'),
        await file('b.odt', odtOf('<text:p>Danh sách hộ nuôi cá hồi vân</text:p>')),
        await file('c.txt', Buffer.from('Số điện thoại trạm khuyến nông Sín Chéng\n')),
      ]);
      for (const [q, name, at] of [
        ['giong thao qua', 'Tờ khai thảo quả', 1],
        ['cá hồi vân', 'b.odt', 2],
        ['khuyến nông Sín Chéng', 'c.txt', 3],
      ] as const)
        assert.match((await ask(q)).body, new RegExp(`trong tệp <a href="[^"]+#tep-${at}">${name}</a>`), q);
    });

    test('a match in the text of an item stands before the same match in the file of another', async () => {
      const sentence = 'Đàn ngựa bạch của bản Nậm Chạc được tiêm phòng trong tháng này.';
      await publish('Tin từ bản, một', [], `<p>${sentence}</p>`);
      await publish('Tin từ bản, hai', [await file('tin.txt', Buffer.from(sentence))]);
      assert.deepEqual(await titles('ngựa bạch Nậm Chạc'), ['Tin từ bản, một', 'Tin từ bản, hai']);
    });

    test('a file that is the text itself is read and gives no entry; one with an annex gives the annex', async () => {
      const lines = Array.from(
        { length: 40 },
        (_, i) => `Hộ thứ ${i} trồng ${i * 7} gốc mận Tam Hoa ở thôn ${i + 3}.`,
      );
      const html = lines.map((line) => `<p>${line}</p>`).join('');
      const original = docxOf(lines.map((line) => docxParagraph(line)).join(''));
      const same = await publish('Danh sách trồng mận', [await file('goc.docx', original)], html);
      assert.ok((await places(same.itemId)).every((place) => !place.startsWith('tep-')));
      const annex = Array.from(
        { length: 30 },
        (_, i) => `Phụ lục: vườn ươm số ${i} cấp ${i * 3} cây sa mộc giống mới.`,
      );
      const more = pdfOf([lines, annex]);
      const longer = await publish('Danh sách trồng mận, có phụ lục', [await file('goc.pdf', more)], html);
      assert.ok((await places(longer.itemId)).includes('tep-1'));
      assert.deepEqual(await titles('sa mộc giống'), ['Danh sách trồng mận, có phụ lục']);
      const { body } = await ask('mận Tam Hoa thôn');
      assert.doesNotMatch(body, /trong tệp/, 'each item is shown by its own text');
    });

    test('one file on two items is read once, and in another locality once more', async () => {
      const bytes = Buffer.from('Hướng dẫn chống rét cho đàn dê núi Simacai\n');
      const attached = await file('chong-ret.txt', bytes);
      opened.length = 0;
      await publish('Chống rét, tin một', [attached]);
      await publish('Chống rét, tin hai', [attached]);
      assert.deepEqual(opened.filter((hash) => hash === attached.hash).length, 1);
      assert.deepEqual((await titles('dê núi Simacai')).sort(), ['Chống rét, tin hai', 'Chống rét, tin một']);
      const elsewhere = 'www.thaibinh.gov.vn';
      assert.deepEqual(await titles('dê núi Simacai', '', elsewhere), []);
      const theirs = await attach('thai-binh/main', 'tb.editor', 'chong-ret.txt', bytes);
      const content = contentOf('Kinh nghiệm nơi khác', { attachments: [theirs] });
      await ground.publish('tb.editor', 'tb.checker', 'tb.board', 'thai-binh/main', content);
      await drain();
      assert.equal(theirs.hash, attached.hash);
      assert.deepEqual(await titles('dê núi Simacai', '', elsewhere), ['Kinh nghiệm nơi khác']);
      assert.equal((await textOf(attached.hash)).length, 2);
      assert.equal((await titles('dê núi Simacai')).length, 2, 'each locality finds its own');
    });

    test('a file that cannot be read is remembered with the reason, not tried again, and nothing waits for it', async () => {
      const broken = await file('hong.pdf', Buffer.from('%PDF-1.4 hỏng từ giữa %%EOF'));
      await publish('Bài có tệp hỏng', [broken]);
      const [row] = await textOf(broken.hash);
      assert.deepEqual([row?.code, row?.text, row?.tries, row?.is_read], ['brokenFile', '', 1, true]);
      assert.deepEqual(await titles('bài có tệp hỏng'), ['Bài có tệp hỏng']);
      opened.length = 0;
      await catchUpEvery.run(ports(), {});
      assert.deepEqual(opened, []);
      assert.equal(await indexMissing(ports()), 0, 'no item is missing for ever');
      await asSystem((db) =>
        db.run(sql`update file_text set reader_version = 0 where hash = ${broken.hash}`),
      );
      await catchUpEvery.run(ports(), {});
      assert.deepEqual(opened, [broken.hash], 'a newer reader tries again');
    });

    test('TB-046: files of drafts are never read, nor by whoever names them, and nobody reads the table but jobs', async () => {
      const secret = await file('du-thao.txt', Buffer.from('Dự thảo mật về khoáng sản vàng sa khoáng\n'));
      const content = contentOf('Bản nháp', { attachments: [secret] });
      await ground.write('lc.editor', 'lao-cai/main', content);
      await drain();
      await catchUpEvery.run(ports(), {});
      const named = { localityId: portal('lao-cai/main').localityId, hash: secret.hash, name: 'du-thao.txt' };
      assert.equal(await readFileText(ports(), named), undefined);
      assert.deepEqual(await textOf(secret.hash), []);
      assert.deepEqual(await titles('"vàng sa khoáng"'), []);
      const { database } = ports();
      await assert.rejects(
        database.publicly((db) => db.rows(sql`select from file_text`)),
        { code: '42501' },
      );
      const { localityId, portalIds, personId } = one('lc.editor');
      const staff = { as: 'staff' as const, localityId, portalIds, personId };
      await assert.rejects(
        database.transaction(staff, (tx) => tx.rows(sql`select from file_text`)),
        { code: '42501' },
      );
    });

    test('what is taken down is gone at once, and what was read of its files soon after', async () => {
      const attached = await file('gia-dat.txt', Buffer.from('Bảng giá đất khu Kim Thành năm tới\n'));
      const made = await publish('Bảng giá', [attached]);
      assert.deepEqual(await titles('"giá đất khu Kim Thành"'), ['Bảng giá']);
      await perform(one('lc.board'), withdrawEdition, { ...made, reason: 'Đăng nhầm tệp' });
      assert.deepEqual(await titles('"giá đất khu Kim Thành"'), [], 'before any job');
      await drain();
      await catchUpEvery.run(ports(), {});
      assert.deepEqual([await places(made.itemId), await textOf(attached.hash)], [[], []]);
    });

    test('a process that dies between reading and indexing, or while reading, loses nothing', async () => {
      const attached = await file('ket-qua.txt', Buffer.from('Kết quả bốc thăm gian hàng chợ Cốc Ly\n'));
      const content = contentOf('Bốc thăm', { attachments: [attached] });
      await ground.publish('lc.editor', 'lc.checker', 'lc.board', 'lao-cai/main', content);
      const named = {
        localityId: portal('lao-cai/main').localityId,
        hash: attached.hash,
        name: 'ket-qua.txt',
      };
      await indexMissing(ports());
      assert.equal(await readFileText(ports(), named), 'read');
      assert.deepEqual(await titles('gian hàng Cốc Ly'), []);
      assert.equal(await indexMissing(ports()), 1);
      assert.deepEqual(await titles('gian hàng Cốc Ly'), ['Bốc thăm']);
      await drain();
      // as the row stands when its reader has died at work
      await asSystem((db) =>
        db.run(
          sql`update file_text set read_at = null, text = '', begun_at = ${WORLD_NOW} where hash = ${attached.hash}`,
        ),
      );
      assert.equal(await readFileText(ports(), named), undefined, 'somebody is at it');
      ground.world.setNow(new Date(WORLD_NOW.getTime() + 5 * HOUR_MS));
      await catchUpEvery.run(ports(), {});
      ground.world.setNow(WORLD_NOW);
      const [row] = await textOf(attached.hash);
      assert.deepEqual([row?.is_read, row?.tries], [true, 2]);
      assert.deepEqual(await titles('gian hàng Cốc Ly'), ['Bốc thăm']);
    });

    test('a file on which the machine itself fails is given back, and let alone after the third time', async () => {
      const attached = await file('kho-doc.txt', Buffer.from('Nội dung khó đọc\n'));
      const content = contentOf('Tệp khó đọc', { attachments: [attached] });
      await ground.publish('lc.editor', 'lc.checker', 'lc.board', 'lao-cai/main', content);
      const failing = Object.create(ports(), {
        files: { value: { open: () => Promise.reject(new Error('the disk is away')) } },
      }) as Ports;
      for (let round = 0; round < 3; round += 1)
        assert.deepEqual(await readMissingFiles(failing), { read: 0, refused: 0 });
      assert.deepEqual(
        (await textOf(attached.hash)).map(({ code, tries }) => [code, tries]),
        [['failed', 3]],
      );
      assert.deepEqual(await readMissingFiles(ports()), { read: 0, refused: 0 });
      await drain();
    });
  });
}
