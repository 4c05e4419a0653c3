// The interface against its own description, the page for engineers as it is printed, and the keys on the desk.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import * as z from 'zod';
import {
  type ApiAnswer,
  ask,
  count,
  decision,
  keyFor,
  MAIN,
  send,
} from '../../../tests/support/documents-api.ts';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type Session, tokenIn, type World } from '../../../tests/support/world.ts';
import { odtOf } from '../../platform/extract/fixtures.ts';
import type { Ports } from '../../platform/ports.ts';
import { digestOfKey } from './key-commands.ts';
import { ALL_PROBLEMS } from './openapi.ts';
import { receive } from './receiving.ts';
import { metadataSchema } from './receiving-forms.ts';
import { findKeyByDigest } from './receiving-store.ts';

const PAGE = path.resolve(import.meta.dirname, '../../../docs/operations/nhan-van-ban-tu-phan-mem.md');
const run = promisify(execFile);
const text = (number: string, more: Parameters<typeof decision>[1] = {}) => decision(number, more).join('\n');

type Json = Record<string, unknown>;
interface Described {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }> }>
  >;
  components: { schemas: Record<string, Json> };
  'x-problems': Record<string, { status: number; vi: string; en: string }>;
}

for (const engine of engines()) {
  describe(`The interface for documents on ${engine}`, () => {
    let world: World;
    let key: string;
    let described: Described;

    before(async () => {
      world = await openWorld(engine);
      key = await keyFor(world, 'lao-cai/main', 'lc.content');
      described = (await ask(world, undefined, '/api/openapi.json')).body as unknown as Described;
    });
    after(() => world.close());

    /** Holds an answer to what the description says of it. */
    function fits(operation: [route: string, method: 'get' | 'post'], answer: ApiAnswer): void {
      const [route, method] = operation;
      const said = described.paths[route]?.[method]?.responses[String(answer.status)];
      assert.ok(said, `${method} ${route} does not describe ${answer.status}: ${answer.text}`);
      const type = String(answer.headers['content-type']).split(';')[0] ?? '';
      const name =
        said.content?.[type]?.schema.$ref.split('/').at(-1) ?? assert.fail(`${type} is not described`);
      const schema = z.fromJSONSchema(described.components.schemas[name] as never);
      const parsed = schema.safeParse(answer.body);
      assert.ok(parsed.success, `${name}: ${JSON.stringify(parsed.error?.issues)} in ${answer.text}`);
      const { code } = answer.body;
      if (code !== undefined) assert.equal(described['x-problems'][code]?.status, answer.status, code);
    }

    test('LC-010, BG-018: the description is OpenAPI 3.1 in both languages, with every kind of problem', async () => {
      const english = (await ask(world, undefined, '/en/api/openapi.json')).body as unknown as Described;
      assert.equal((described as unknown as { openapi: string }).openapi, '3.1.1');
      assert.notDeepEqual(described.paths, english.paths);
      assert.deepEqual(Object.keys(described['x-problems']), Object.keys(ALL_PROBLEMS));
      for (const { vi, en } of Object.values(described['x-problems'])) assert.ok(vi && en && vi !== en);
      // every reference leads somewhere, and every status of a problem is described
      const whole = JSON.stringify(described);
      for (const [, name] of whole.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
        assert.ok(described.components.schemas[name ?? ''], name);
      assert.doesNotMatch(whole, /\$defs/);
      const statuses = Object.keys(described.paths['/api/van-ban']?.post?.responses ?? {});
      for (const { status } of Object.values(ALL_PROBLEMS))
        assert.ok(statuses.includes(String(status)), String(status));
    });

    test('the description takes what the code takes, and refuses what the code refuses', () => {
      const schema = z.fromJSONSchema(described.components.schemas.Metadata as never);
      const cases: Json[] = [
        { id: 'a' },
        { id: 'a', issuedOn: '2026-11-16', recipients: ['Cổng TTĐT'], replaces: true },
        {},
        { id: '' },
        { id: 'x'.repeat(201) },
        { id: 'a', issuedOn: '2026-02-30' },
        { id: 'a', recipients: 'Cổng TTĐT' },
        { id: 'a', soHieu: '1' },
      ];
      for (const value of cases)
        assert.equal(
          schema.safeParse(value).success,
          metadataSchema.safeParse(value).success,
          JSON.stringify(value),
        );
    });

    test('every kind of answer is as it is described', async () => {
      const post = ['/api/van-ban', 'post'] as const;
      const get = ['/api/van-ban/{id}', 'get'] as const;
      const sent = { id: 'mt-1', text: text('31/2026/QĐ-UBND') };
      const taken = await send(world, key, sent);
      const answers: [operation: readonly [string, 'get' | 'post'], status: number, answer: ApiAnswer][] = [
        [post, 201, taken],
        [post, 200, await send(world, key, sent)],
        [post, 409, await send(world, key, { ...sent, title: 'Khác' })],
        [post, 401, await send(world, undefined, sent)],
        [post, 403, await send(world, key, sent, [], { host: 'bacha.laocai.localhost' })],
        [post, 404, await send(world, key, sent, [], { host: 'khong.ai.localhost' })],
        [post, 422, await send(world, key, { id: 5 })],
        [post, 422, await send(world, key, { id: 'mt-2', secrecy: 'Mật', text: 'x' })],
        [
          post,
          415,
          await send(world, key, { id: 'mt-3' }, [{ name: 'a.exe', bytes: 'MZ\u0000\u0000\u0001' }]),
        ],
        [get, 200, await ask(world, key, '/api/van-ban/mt-1')],
        [get, 404, await ask(world, key, '/api/van-ban/khong-co')],
        [get, 401, await ask(world, undefined, '/api/van-ban/mt-1')],
      ];
      for (const [operation, status, answer] of answers) {
        assert.equal(answer.status, status, answer.text);
        fits([...operation], answer);
      }
    });

    test('after a death between the file and the row, the same sent again is taken once', async () => {
      const row = await world.database.database.transaction({ as: 'system' }, (tx) =>
        findKeyByDigest(tx, digestOfKey(key)),
      );
      assert.ok(row);
      const { ports } = world.app;
      const dying: Ports = Object.assign(Object.create(ports), {
        files: {
          ...ports.files,
          put: async (bytes: Uint8Array) => {
            await ports.files.put(bytes);
            throw new Error('the process died here');
          },
        },
      });
      const file = { name: 'a.txt', bytes: Buffer.from(text('32/2026/QĐ-UBND')) };
      const localityId = world.portal('lao-cai/main').localityId;
      const items = await count(world, 'item');
      await assert.rejects(
        receive(dying, { key: row, localityId, metadata: { id: 'mt-chet' }, files: [file] }),
        /died/,
      );
      assert.equal(await count(world, 'item'), items);
      const again = await send(world, key, { id: 'mt-chet' }, [file]);
      assert.equal(again.status, 201, again.text);
      // the answer was lost on its way; the sender asks once more
      assert.equal((await send(world, key, { id: 'mt-chet' }, [file])).status, 200);
      assert.equal(await count(world, 'item'), items + 1);
    });

    test('every curl example of the page for engineers does what the page says', async () => {
      await world.app.listen('127.0.0.1', 0);
      const bound = world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-curl-'));
      const page = readFileSync(PAGE, 'utf8');
      const blocks = (language: string) =>
        [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
          ([, block]) => block ?? '',
        );
      const [metadata = '', problem = ''] = blocks('json');
      writeFileSync(path.join(folder, 'metadata.json'), metadata);
      const odt = decision('35/2026/QĐ-UBND').map((line) => `<text:p>${line}</text:p>`);
      writeFileSync(path.join(folder, 'quyet-dinh.odt'), odtOf(odt.join('')));
      const [settings = '', ...examples] = blocks('sh');
      assert.match(settings, /^export CONG=https:.*\nexport KHOA=cl_/);
      assert.equal(examples.length, 4);
      const env = { PATH: process.env.PATH, CONG: `http://${MAIN}:${bound.port}`, KHOA: key };
      const answers: Json[] = [];
      for (const example of examples) {
        const { stdout } = await run('sh', ['-c', example], { cwd: folder, env });
        answers.push(JSON.parse(stdout));
      }
      rmSync(folder, { recursive: true, force: true });
      assert.deepEqual(
        answers.map(({ id }) => id),
        [...['qlvb-2026-000123', 'qlvb-2026-000124', 'qlvb-2026-000124', 'qlvb-2026-000124']],
      );
      assert.deepEqual(
        answers.map(({ state }) => state),
        ['draft', 'draft', 'draft', 'draft'],
      );
      const { signer } = (answers[0]?.read ?? {}) as Json;
      assert.deepEqual(signer, { value: 'Đỗ Văn Mẫu', from: 'file' });
      // what the page prints of problems and answers is what the code says
      const printed = JSON.parse(problem) as { code: string; title: string; titleEn: string; status: number };
      const { status, vi, en } = described['x-problems'][printed.code] ?? assert.fail(printed.code);
      assert.deepEqual([printed.status, printed.title, printed.titleEn], [status, vi, en]);
      for (const { status: one } of Object.values(ALL_PROBLEMS))
        if (one < 500 || one === 503) assert.ok(page.includes(`| \`${one}\` `), String(one));
    });

    describe('keys on the desk', () => {
      let admin: Session;
      const host = 'www.laocai.gov.vn';
      const KEYS = '/ban-lam-viec/nhap/khoa';

      before(async () => {
        admin = await world.signIn(host, 'lc.content');
      });

      const make = async (fields: Record<string, string>) => {
        const _token = tokenIn(await world.get(host, KEYS, { as: admin }));
        return world.post(host, KEYS, { ...fields, _token }, { as: admin });
      };

      test('a key is shown once, works at once, and is kept as its hash alone', async () => {
        const section = String(world.sectionOf('lao-cai/main', 'documents'));
        const made = await make({ name: '  Hệ thống  của Sở ', section });
        assert.equal(made.status, 200);
        const [token = ''] = /cl_[\w-]{43}/.exec(made.body) ?? [];
        assert.ok(token);
        assert.match(made.body, /\/api\/van-ban/);
        const answer = await send(world, token, { id: 'mt-khoa', text: text('33/2026/QĐ-UBND') });
        assert.equal(answer.status, 201, answer.text);
        const list = await world.get(host, KEYS, { as: admin });
        assert.doesNotMatch(list.body, new RegExp(token));
        assert.match(list.body, /Hệ thống của Sở/);
        const dump = await world.database.database.transaction({ as: 'system' }, (tx) =>
          tx.statement(
            `select k::text as row from intake_key k union all select payload::text from audit_entry`,
            [],
          ),
        );
        const rows = (dump.rows as { row: string }[]).map(({ row }) => row);
        assert.ok(rows.some((row) => row.includes(digestOfKey(token))));
        assert.ok(rows.every((row) => !row.includes(token)));
        // used a moment ago
        assert.match(list.body, /20\/11\/2026|20 tháng 11/);
      });

      test('only sections of documents can be chosen, and what was typed stays', async () => {
        const page = await world.get(host, KEYS, { as: admin });
        const offered = [...page.body.matchAll(/<option value="(\d+)"/g)].map(([, id]) => Number(id));
        assert.deepEqual(offered, [world.sectionOf('lao-cai/main', 'documents')]);
        const refused = await make({
          name: 'Tên đã gõ',
          section: String(world.sectionOf('lao-cai/main', 'news')),
        });
        assert.equal(refused.status, 422);
        assert.match(refused.body, /value="Tên đã gõ"/);
        assert.equal((await make({ name: 'x', section: String(offered[0]) })).status, 422);
      });

      test('a key is ended by the administrator, once, and no longer works', async () => {
        const section = String(world.sectionOf('lao-cai/main', 'documents'));
        const made = await make({ name: 'Sẽ thôi dùng', section, ask: '1' });
        const [token = ''] = /cl_[\w-]{43}/.exec(made.body) ?? [];
        const list = await world.get(host, KEYS, { as: admin });
        const [, id] = /nhap\/khoa\/(\d+)\/thoi"[^>]*aria-label="[^"]*Sẽ thôi dùng/.exec(list.body) ?? [];
        const portal = String(world.portal('lao-cai/main').id);
        const end = () =>
          world.post(host, `${KEYS}/${id}/thoi`, { portal, _token: tokenIn(list) }, { as: admin });
        assert.equal((await end()).status, 303);
        assert.equal((await end()).status, 422);
        assert.equal((await send(world, token, { id: 'x', text: 'x' })).body.code, 'keyUnknown');
        const record = await world.database.database.transaction({ as: 'system' }, (tx) =>
          tx.statement(
            `select command from audit_entry where command in ('imports.makeKey', 'imports.endKey') order by seq desc limit 2`,
            [],
          ),
        );
        assert.deepEqual(
          (record.rows as { command: string }[]).map(({ command }) => command),
          ['imports.endKey', 'imports.makeKey'],
        );
      });

      test('an editor makes no keys, and an administrator none of another portal', async () => {
        const editor = await world.signIn(host, 'lc.editor');
        assert.equal((await world.get(host, KEYS, { as: editor })).status, 403);
        const other = world.portal('lao-cai/bacha');
        await keyFor(world, 'lao-cai/bacha', 'lc.bacha.editor', { name: 'Hệ thống của xã' });
        const mine = await world.get(host, KEYS, { as: admin });
        assert.doesNotMatch(mine.body, /Hệ thống của xã/);
        const row = await world.database.database.transaction({ as: 'system' }, (tx) =>
          tx.statement(`select id from intake_key where name = 'Hệ thống của xã'`, []),
        );
        const { id } = row.rows[0] as { id: number };
        for (const portal of [other.id, world.portal('lao-cai/main').id]) {
          const fields = { portal: String(portal), _token: tokenIn(mine) };
          assert.ok(
            [403, 422].includes((await world.post(host, `${KEYS}/${id}/thoi`, fields, { as: admin })).status),
          );
        }
        const section = String(other.sections.find((one) => one.content_kind === 'documents')?.id);
        assert.equal((await make({ name: 'Của xã khác', section })).status, 422);
      });
    });
  });
}
