// What does not come in: secrets, what was not sent for publication, strangers, and what cannot be read.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { ask, count, decision, keyFor, MAIN, send } from '../../../tests/support/documents-api.ts';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { docxOf, docxParagraph, pdfOf } from '../../platform/extract/fixtures.ts';
import { endKey } from './key-commands.ts';

const text = (number: string, more: Parameters<typeof decision>[1] = {}) => decision(number, more).join('\n');

for (const engine of engines()) {
  describe(`Documents that are refused on ${engine}`, () => {
    let world: World;
    let key: string;

    before(async () => {
      world = await openWorld(engine);
      key = await keyFor(world, 'lao-cai/main', 'lc.content');
    });
    after(() => world.close());

    const person = (name: string) => world.actors[name] ?? assert.fail(name);
    const one = async <T>(statement: string, values: unknown[] = []) =>
      (await world.database.database.transaction({ as: 'system' }, (tx) => tx.statement(statement, values)))
        .rows[0] as T;
    const storedFiles = async () =>
      (await readdir(`${world.dataDir}/files`, { recursive: true }).catch(() => [])).sort();

    test('LC-009, BG-019: what bears a mark of secrecy is refused and leaves nothing but that it was refused', async () => {
      const hidden = 'Nội dung kín của kế hoạch Z';
      const secretText = (head: string[]) =>
        text('23/2026/QĐ-UBND', { head }).replace('Giao chỉ tiêu kế hoạch', hidden);
      const header = docxOf(
        decision('23/2026/QĐ-UBND')
          .map((line) => docxParagraph(line))
          .join(''),
        {
          'word/header1.xml': Buffer.from(
            '<w:hdr><w:p><w:r><w:t>TỐI </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p></w:hdr>',
          ),
        },
      );
      const cases: [
        what: string,
        metadata: object,
        files?: { name: string; bytes: string | Uint8Array }[],
      ][] = [
        ['stamp in the text', { text: secretText(['MẬT']) }],
        [
          'stamp in a PDF',
          {},
          [{ name: 'a.pdf', bytes: pdfOf([decision('23/2026/QĐ-UBND', { head: ['TUYỆT MẬT'] })]) }],
        ],
        ['stamp in the header of a Word file', {}, [{ name: 'a.docx', bytes: header }]],
        [
          'a second file',
          {},
          [
            { name: 'a.txt', bytes: text('23/2026/QĐ-UBND') },
            { name: 'b.txt', bytes: `LƯU HÀNH NỘI BỘ\n${hidden}` },
          ],
        ],
        ['the name of a file', {}, [{ name: 'ke-hoach-toi-mat.txt', bytes: secretText([]) }]],
        ['the metadata', { secrecy: 'Mật', text: secretText([]) }],
        ['a degree nobody knows', { secrecy: 'C', text: secretText([]) }],
        ['the title', { title: 'Kế hoạch Z (Tối mật)', text: secretText([]) }],
        ['not to be spread', { text: secretText(['KHÔNG PHỔ BIẾN']) }],
      ];
      const rows = async () => [
        await count(world, 'item'),
        await count(world, 'media'),
        await count(world, 'intake_document'),
      ];
      const before = await rows();
      const entries = await count(world, 'audit_entry');
      const stored = await storedFiles();
      for (const [what, metadata, files = []] of cases) {
        const answer = await send(world, key, { id: `kin-${what}`, ...metadata }, files);
        assert.deepEqual([answer.status, answer.body.code], [422, 'secret'], `${what}: ${answer.text}`);
        assert.doesNotMatch(answer.text, /kế hoạch Z/, what);
      }
      assert.deepEqual(await rows(), before);
      assert.deepEqual(await storedFiles(), stored);
      assert.equal(await count(world, 'audit_entry'), entries + cases.length);
      const { payloads } = await one<{ payloads: { senderIdHash: string }[] }>(
        `select json_agg(payload) as payloads from audit_entry where command = 'imports.refuseSecret'`,
      );
      assert.equal(payloads.length, cases.length);
      for (const payload of payloads) assert.deepEqual(Object.keys(payload), ['senderIdHash']);
      assert.match(payloads[0]?.senderIdHash ?? '', /^[0-9a-f]{64}$/);
      const { notices } = await one<{ notices: number }>(
        `select count(*)::int as notices from notice where person_id = $1 and once_key like 'imports:secret:%'`,
        [person('lc.content').personId],
      );
      assert.equal(Number(notices), cases.length);
    });

    test('the ordinary word is let pass', async () => {
      const title = 'Về bảo vệ bí mật nhà nước và nghề nuôi ong lấy mật';
      const answer = await send(world, key, {
        id: 'vb-thuong',
        title,
        secrecy: 'Thường',
        text: text('24/2026/QĐ-UBND'),
      });
      assert.equal(answer.status, 201, answer.text);
    });

    test('a document that does not name the portal is refused, or left to the clerk by a key that says so', async () => {
      const metadata = {
        id: 'vb-noi-nhan',
        text: text('25/2026/QĐ-UBND', { recipients: ['- Như Điều 2;', '- Lưu: VT.'] }),
      };
      const refused = await send(world, key, metadata);
      assert.deepEqual([refused.status, refused.body.code], [422, 'notForPublication']);
      const other = { ...metadata, recipients: ['Cổng TTĐT Chính phủ'] };
      assert.equal((await send(world, key, other)).body.code, 'notForPublication');
      const asking = await keyFor(world, 'lao-cai/main', 'lc.content', { name: 'Hệ thống hỏi', ask: true });
      const taken = await send(world, asking, metadata);
      assert.equal(taken.status, 201, taken.text);
      assert.ok((taken.body.findings ?? []).some(({ code }) => code === 'notForPublication'));
      const named = await send(world, key, {
        ...metadata,
        id: 'vb-2',
        recipients: ['Cổng TTĐT tỉnh'],
        number: '26/2026/QĐ-UBND',
      });
      assert.equal(named.status, 201, named.text);
    });

    test('a member portal is named by its own name', async () => {
      const member = await keyFor(world, 'lao-cai/bacha', 'lc.bacha.editor');
      const host = 'bacha.laocai.localhost';
      const own = { recipients: ['- Trang TTĐT xã;'] };
      const taken = await send(world, member, { id: 'xa-1', text: text('27/2026/QĐ-UBND', own) }, [], {
        host,
      });
      assert.equal(taken.status, 201, taken.text);
      const main = { id: 'xa-2', text: text('28/2026/QĐ-UBND') };
      assert.equal((await send(world, member, main, [], { host })).body.code, 'notForPublication');
    });

    test('keys: none, wrong, ended and of another portal', async () => {
      const sent = { id: 'vb-khoa', text: text('29/2026/QĐ-UBND') };
      const none = await send(world, undefined, sent);
      assert.deepEqual([none.status, none.body.code], [401, 'keyMissing']);
      assert.match(String(none.headers['www-authenticate']), /^Bearer realm=/);
      assert.match(String(none.headers['content-type']), /^application\/problem\+json/);
      const wrong = await send(world, 'cl_0123456789012345678901234567890', sent);
      assert.deepEqual([wrong.status, wrong.body.code], [401, 'keyUnknown']);
      assert.match(String(wrong.headers['www-authenticate']), /invalid_token/);
      const elsewhere = await send(world, key, sent, [], { host: 'bacha.laocai.localhost' });
      assert.deepEqual([elsewhere.status, elsewhere.body.code], [403, 'keyElsewhere']);
      assert.equal(
        (await ask(world, key, '/api/van-ban/vb-1', { host: 'bacha.laocai.localhost' })).status,
        403,
      );
      const nowhere = await send(world, key, sent, [], { host: 'khong.ai.localhost' });
      assert.deepEqual([nowhere.status, nowhere.body.code], [404, 'unknownHost']);
      const brief = await keyFor(world, 'lao-cai/main', 'lc.content', { name: 'Thử' });
      const { id } = await one<{ id: number }>(`select id from intake_key where name = 'Thử'`);
      const portalId = world.portal('lao-cai/main').id;
      await world.app.ports.perform(person('lc.content'), endKey, { portalId, keyId: Number(id) });
      assert.equal((await send(world, brief, sent)).body.code, 'keyUnknown');
    });

    test('a key is refused before a byte of the body is read', async () => {
      const huge = await world.app.http.inject({
        ...{ method: 'POST', url: '/api/van-ban', payload: '{"id": this is no JSON' },
        headers: {
          host: MAIN,
          'content-type': 'application/json',
          authorization: 'Bearer cl_00000000000000000000000',
        },
      });
      assert.equal(huge.statusCode, 401);
    });

    test('what is wrong with the request is told with its place, in both languages', async () => {
      const faults = async (metadata: unknown, files: { name: string; bytes: string }[] = []) => {
        const { status, body } = await send(world, key, metadata, files);
        const errors = (body.errors ?? []) as { pointer: string; code: string; vi: string; en: string }[];
        for (const { vi, en } of errors) assert.ok(vi.length > 10 && en.length > 10);
        return [status, body.code, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)];
      };
      const file = [{ name: 'a.txt', bytes: text('30/2026/QĐ-UBND') }];
      assert.deepEqual(await faults({ text: 'x' }), [422, 'invalid', '/id missing']);
      assert.deepEqual(await faults({ id: 'a', text: 'x', html: 'y' }), [422, 'invalid', '/html oneText']);
      assert.deepEqual(await faults({ id: 'a' }), [422, 'invalid', '/text oneText']);
      assert.deepEqual(await faults({ id: 'a', text: 'x', issuedOn: '16/11/2026' }), [
        422,
        'invalid',
        '/issuedOn wrongFormat',
      ]);
      assert.deepEqual(await faults({ id: 'a', text: 'x', recipients: ['', 5] }), [
        ...[422, 'invalid', '/recipients/0 empty', '/recipients/1 wrongType'],
      ]);
      assert.deepEqual(await faults({ id: 'a', trichYeu: 'x' }, file), [
        422,
        'invalid',
        '/trichYeu unknownField',
      ]);
      assert.deepEqual(await faults({ id: 'a', text: 'x' }, file), [422, 'invalid', '/text unknownField']);
      assert.deepEqual(await faults(undefined, file), [422, 'invalid', '/metadata noMetadata']);
      assert.deepEqual(await faults({ id: 'a' }, [{ name: 'a.docx', bytes: 'PK\u0003\u0004 hỏng' }]), [
        ...[422, 'fileUnread', '/files/0 brokenFile'],
      ]);
      assert.deepEqual(
        await faults({ id: 'a' }, [...file, { name: 'a.exe', bytes: 'MZ\u0000\u0000\u0001' }]),
        [...[415, 'fileType', '/files/1 unknownType']],
      );
      const post = (type: string, payload: string) =>
        world.app.http.inject({
          ...{ method: 'POST', url: '/api/documents', payload, remoteAddress: '10.9.9.9' },
          headers: { host: MAIN, 'content-type': type, authorization: `Bearer ${key}` },
        });
      assert.deepEqual((await post('application/json', '{')).json().code, 'badRequest');
      assert.equal((await post('text/plain', 'x')).statusCode, 415);
      assert.equal((await post('application/xml', '<a/>')).statusCode, 415);
      assert.equal((await post('application/x-www-form-urlencoded', 'a=b')).statusCode, 415);
      const large = await post('application/json', `{"id":"a","text":"${'x'.repeat(13 * 1024 * 1024)}"}`);
      assert.deepEqual([large.statusCode, large.json().code], [413, 'tooLarge']);
      const eleven = Array.from({ length: 11 }, (_, index) => ({ name: `${index}.txt`, bytes: 'x' }));
      assert.deepEqual(await faults({ id: 'a' }, eleven), [413, 'tooLarge']);
    });

    test('too many requests are told when to come again', async () => {
      const from = '10.77.0.1';
      let last = await send(world, undefined, {}, [], { from });
      for (let asked = 1; asked <= 60; asked++) last = await send(world, undefined, {}, [], { from });
      assert.deepEqual([last.status, last.body.code], [429, 'tooMany']);
      assert.match(String(last.headers['retry-after']), /^\d+$/);
    });
  });
}
