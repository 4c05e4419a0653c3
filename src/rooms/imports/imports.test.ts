import assert from 'node:assert/strict';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type Session, tokenIn, type World } from '../../../tests/support/world.ts';
import { docxOf, docxParagraph, odtOf, pdfOf } from '../../platform/extract/fixtures.ts';
import type { Person } from '../../rules/access/index.ts';
import { verifyChain } from '../audit/index.ts';
import { findClock } from '../duties/index.ts';
import { type ImportReport, importFolder, type Outcome } from './index.ts';

/** A text of an invented body, line by line. */
function lines(number: string): string[] {
  return [
    'ỦY BAN NHÂN DÂN',
    'TỈNH LÀO CAI',
    '-------',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    '---------------',
    `Số: ${number}/2026/QĐ-UBND`,
    'Lào Cai, ngày 16 tháng 11 năm 2026',
    'QUYẾT ĐỊNH',
    `VỀ VIỆC NHẬP VĂN BẢN THỨ ${number}`,
    'ỦY BAN NHÂN DÂN TỈNH LÀO CAI',
    'Căn cứ Luật Tổ chức chính quyền địa phương;',
    'QUYẾT ĐỊNH:',
    `Điều 1. Nội dung của văn bản thứ ${number}.`,
    'Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 12 năm 2026.',
  ];
}

const HTML = (number: string) =>
  `<!doctype html><html lang="vi"><body>${lines(number)
    .map((line) => `<p>${line}</p>`)
    .join('')}<script>alert(1)</script></body></html>`;
const DOCX = (number: string) =>
  docxOf(
    lines(number)
      .map((line) => docxParagraph(line))
      .join(''),
  );
const ODT = (number: string) =>
  odtOf(
    lines(number)
      .map((line) => `<text:p>${line}</text:p>`)
      .join(''),
  );

/** The folder of the tests: what can be read, what cannot, and what must not be. */
function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-import-'));
  const write = (name: string, bytes: string | Uint8Array) => writeFileSync(path.join(folder, name), bytes);
  write('a.txt', lines('101').join('\n'));
  write('b.html', HTML('102'));
  write('c.docx', DOCX('103'));
  write('d.odt', ODT('104'));
  write('e.pdf', pdfOf([lines('105')]));
  write('f-hỏng.docx', DOCX('106').subarray(0, 700));
  write('g-rỗng.txt', '');
  // the size of a gigabyte, without its bytes
  const handle = openSync(path.join(folder, 'h-thưa.pdf'), 'w');
  ftruncateSync(handle, 1024 ** 3);
  closeSync(handle);
  write('i-tổ hợp.txt'.normalize('NFD'), lines('107').join('\n').normalize('NFD'));
  write('j.exe', new Uint8Array([0x4d, 0x5a, 0, 0, 1, 2, 3, 0, 0]));
  mkdirSync(path.join(folder, 'trong'));
  write('trong/k.txt', lines('108').join('\n'));
  write('.ẩn.txt', lines('109').join('\n'));
  symlinkSync('/etc', path.join(folder, 'ngoài'));
  write('z-trùng số.txt', [...lines('101'), 'Điều 3. Bản khác của cùng văn bản.'].join('\n'));
  return folder;
}

const outcomeOf = (report: ImportReport, file: string): Outcome => {
  const found = report.outcomes.find((one) => one.file === file);
  assert.ok(found, `${file} is not in the report`);
  return found;
};

for (const engine of engines()) {
  describe(`Texts are taken in on ${engine}`, () => {
    let world: World;
    let folder: string;
    let editor: Person;
    let report: ImportReport;

    before(async () => {
      world = await openWorld(engine);
      folder = makeFolder();
      editor = personOf('lc.editor');
      report = await importFolder(world.app.ports, editor, { ...main(), folder });
    });
    after(async () => {
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    });

    function personOf(username: string): Person {
      const person = world.actors[username];
      assert.ok(person);
      return person;
    }

    function system<T>(read: Parameters<typeof world.app.ports.database.transaction<T>>[1]): Promise<T> {
      return world.app.ports.database.transaction({ as: 'system' }, read);
    }

    /** The section of legal dissemination of the main portal of Lào Cai. */
    function main() {
      const portal = world.portals['lao-cai/main'];
      const section = portal?.sections.find((one) => one.content_kind === 'legal-dissemination');
      assert.ok(portal && section);
      return { portalId: portal.id, sectionId: section.id };
    }

    const one = async <T>(text: string, values: unknown[] = []) =>
      (await system((tx) => tx.statement(text, values))).rows[0] as T;

    test('every format becomes a draft with number, dates and issuer, the original attached', async () => {
      for (const [file, number] of Object.entries({
        'a.txt': 101,
        'b.html': 102,
        'c.docx': 103,
        'd.odt': 104,
        'e.pdf': 105,
      })) {
        const outcome = outcomeOf(report, file);
        assert.equal(outcome.outcome, 'taken', `${file}: ${JSON.stringify(outcome)}`);
        if (outcome.outcome !== 'taken') continue;
        assert.equal(outcome.facts.number, `${number}/2026/QĐ-UBND`, file);
        assert.equal(outcome.facts.issuedOn, '2026-11-16', file);
        assert.equal(outcome.facts.inForceFrom, '2026-12-01', file);
        assert.equal(outcome.facts.issuer, 'Ủy ban nhân dân tỉnh Lào Cai', file);
        const edition = await one<{
          state: string;
          body_html: string;
          writers: number[];
          attachments: { hash: string; name: string }[];
        }>('select state, body_html, writers, attachments from edition where id = $1', [outcome.editionId]);
        assert.equal(edition.state, 'draft', file);
        assert.match(edition.body_html, new RegExp(`Nội dung của văn bản thứ ${number}`), file);
        assert.doesNotMatch(edition.body_html, /script/, file);
        assert.deepEqual(edition.writers.map(Number), [editor.personId], file);
        const stored = await world.app.ports.files.open(edition.attachments[0]?.hash ?? '');
        assert.ok(stored && stored.sizeBytes > 0, file);
      }
    });

    test('what cannot be read is refused with a sentence that says what to do, and the rest goes on', () => {
      const codes = {
        'f-hỏng.docx': 'brokenFile',
        'g-rỗng.txt': 'emptyFile',
        'h-thưa.pdf': 'tooLarge',
        'j.exe': 'unknownType',
        '.ẩn.txt': 'passed-over',
        ngoài: 'passed-over',
      };
      for (const [file, code] of Object.entries(codes)) {
        const outcome = outcomeOf(report, file);
        assert.ok(outcome.outcome === 'refused', `${file}: ${JSON.stringify(outcome)}`);
        assert.equal(outcome.code, code, file);
        assert.ok(outcome.words.vi.length > 20 && outcome.words.en.length > 20, file);
      }
      assert.equal(report.taken, 7);
    });

    test('a text in decomposed letters is kept composed, under its composed name', async () => {
      const outcome = outcomeOf(report, 'i-tổ hợp.txt');
      assert.ok(outcome.outcome === 'taken');
      const { body_html } = await one<{ body_html: string }>('select body_html from edition where id = $1', [
        outcome.editionId,
      ]);
      assert.equal(body_html, body_html.normalize('NFC'));
      assert.match(body_html, /Nội dung của văn bản thứ 107/);
    });

    test('a second text with the same number is not taken in', () => {
      const outcome = outcomeOf(report, 'z-trùng số.txt');
      assert.ok(outcome.outcome === 'duplicate');
      assert.match(outcome.words.vi, /101\/2026\/QĐ-UBND/);
    });

    test('the same folder a second time takes nothing in', async () => {
      const again = await importFolder(world.app.ports, editor, { ...main(), folder });
      assert.equal(again.taken, 0);
      assert.equal(again.duplicates, 8);
    });

    test('one file is one entry of the record, and the chain holds', async () => {
      const { count } = await one<{ count: number }>(
        `select count(*)::int as count from audit_entry where command = 'imports.takeInDocument' and actor = 'lc.editor'`,
      );
      assert.equal(count, report.taken);
      const hidden = await one<{ count: number }>(
        `select count(*)::int as count from audit_entry where command in ('media.addMedia', 'publishing.createItem') and actor = 'lc.editor'
           and at > '2026-11-20T00:00:00Z'`,
      );
      assert.equal(hidden.count, 0);
      const verdict = await system((tx) => verifyChain(tx, editor.localityId));
      assert.equal(verdict.whole, true);
    });

    test('LC-047: a dissemination text taken in from a file starts its clock on its day of issue', async () => {
      const outcome = outcomeOf(report, 'a.txt');
      assert.ok(outcome.outcome === 'taken');
      const clock = await system((tx) => findClock(tx, { kind: 'item', id: outcome.itemId }));
      assert.equal(clock?.duty, 'LC-047');
      assert.equal(clock?.dueOn, '2026-12-03'); // 12 working days after 16 November, the 24th being a holiday
    });

    test('an archive is taken in without clocks when that is asked for', async () => {
      const archive = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-archive-'));
      writeFileSync(path.join(archive, 'cũ.txt'), lines('201').join('\n'));
      const { outcomes } = await importFolder(world.app.ports, editor, {
        ...main(),
        folder: archive,
        startClocks: false,
      });
      const [outcome] = outcomes;
      assert.ok(outcome?.outcome === 'taken');
      assert.equal(await system((tx) => findClock(tx, { kind: 'item', id: outcome.itemId })), undefined);
      rmSync(archive, { recursive: true });
    });

    test('nothing taken in is public before it is approved, and the server goes on', async () => {
      const { count } = await one<{ count: number }>(
        `select count(*)::int as count from publication where facts ->> 'number' like '%/2026/QĐ-UBND'`,
      );
      assert.equal(count, 0);
      assert.equal((await world.get('www.laocai.gov.vn', '/')).status, 200);
    });

    test('who may not write on the portal is refused before a file is opened', async () => {
      const stranger = personOf('tb.editor');
      await assert.rejects(
        importFolder(world.app.ports, stranger, { ...main(), folder: '/does/not/exist' }),
        { name: 'Refusal', code: 'not-permitted' },
      );
    });

    test('an original keeps its true media type and its bytes, and is only ever served to be saved', async () => {
      const originals = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-originals-'));
      const wide = Buffer.from(`\uFEFF${lines('502').join('\n')}`, 'utf16le');
      const given: Record<string, [Uint8Array, string]> = {
        'trang.html': [Buffer.from(HTML('501')), 'text/html; charset=utf-8'],
        'rộng.txt': [wide, 'text/plain; charset=utf-16le'],
        'thường.txt': [Buffer.from(lines('503').join('\n')), 'text/plain; charset=utf-8'],
        'không đuôi': [Buffer.from(HTML('504')), 'text/html; charset=utf-8'],
        'van-ban.docx': [
          DOCX('505'),
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        ],
      };
      for (const [name, [bytes]] of Object.entries(given)) writeFileSync(path.join(originals, name), bytes);
      const taken = await importFolder(world.app.ports, editor, { ...main(), folder: originals });
      const session = await world.signIn('www.laocai.gov.vn', 'lc.editor');
      for (const [name, [bytes, type]] of Object.entries(given)) {
        const outcome = outcomeOf(taken, name);
        assert.ok(outcome.outcome === 'taken', `${name}: ${JSON.stringify(outcome)}`);
        const { hash } = await one<{ hash: string }>(
          `select attachments -> 0 ->> 'hash' as hash from edition where id = $1`,
          [outcome.editionId],
        );
        const answer = await world.app.http.inject({
          url: `/tep/${hash}/tep`,
          headers: { host: 'www.laocai.localhost', cookie: session.cookie },
        });
        assert.equal(answer.statusCode, 200, name);
        assert.equal(answer.headers['content-type'], type, name);
        assert.match(String(answer.headers['content-disposition']), /^attachment; /, name);
        assert.equal(answer.headers['x-content-type-options'], 'nosniff', name);
        assert.deepEqual(new Uint8Array(answer.rawPayload), new Uint8Array(bytes), name);
      }
      rmSync(originals, { recursive: true });
    });

    describe('at the desk', () => {
      const HOST = 'www.laocai.gov.vn';
      let session: Session;
      before(async () => {
        session = await world.signIn(HOST, 'lc.editor');
      });

      async function upload(fields: Record<string, string>, files: Record<string, string | Uint8Array>) {
        const boundary = 'ranh-gioi-thu';
        const token = tokenIn(await world.get(HOST, '/ban-lam-viec/nhap', { as: session }));
        const head = (more: string) => `--${boundary}\r\ncontent-disposition: form-data; ${more}\r\n`;
        const parts = [
          ...Object.entries({ _token: token, ...fields }).map(([name, value]) =>
            Buffer.from(`${head(`name="${name}"`)}\r\n${value}\r\n`),
          ),
          ...Object.entries(files).flatMap(([name, bytes]) => [
            Buffer.from(
              `${head(`name="files"; filename="${name}"`)}content-type: application/octet-stream\r\n\r\n`,
            ),
            Buffer.from(bytes),
            Buffer.from('\r\n'),
          ]),
          Buffer.from(`--${boundary}--\r\n`),
        ];
        return world.app.http.inject({
          method: 'POST',
          url: '/ban-lam-viec/nhap',
          headers: {
            host: 'www.laocai.localhost',
            cookie: session.cookie,
            'sec-fetch-site': 'same-origin',
            'content-type': `multipart/form-data; boundary=${boundary}`,
          },
          payload: Buffer.concat(parts),
        });
      }

      test('uploaded files take the same path, and the answer tells what became of each', async () => {
        const answer = await upload(
          { section: String(main().sectionId) },
          { 'mới.docx': DOCX('301'), 'hỏng.docx': DOCX('302').subarray(0, 700), 'rỗng.txt': '' },
        );
        assert.equal(answer.statusCode, 200);
        assert.match(answer.body, /1 tệp thành bản thảo, 2 tệp không đọc được/);
        assert.match(answer.body, /301\/2026\/QĐ-UBND/);
        assert.match(answer.body, /Tệp bị hỏng/);
        assert.match(answer.body, /Tệp rỗng/);
      });

      test('without section and files the form comes back and says what is missing', async () => {
        const answer = await upload({}, {});
        assert.equal(answer.statusCode, 422);
        assert.match(answer.body, /Hãy chọn chuyên mục/);
        assert.match(answer.body, /Hãy chọn ít nhất một tệp/);
      });

      test('a section of a portal that is not mine is not taken', async () => {
        const other = world.portals['thai-binh/main']?.sections[0];
        const answer = await upload({ section: String(other?.id) }, { 'x.txt': lines('401').join('\n') });
        assert.equal(answer.statusCode, 422);
      });
    });

    test('an old Word file is kept as what LibreOffice made of it, and known again', async () => {
      const place = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-doc-'));
      mkdirSync(path.join(place, 'bin'));
      mkdirSync(path.join(place, 'texts'));
      writeFileSync(path.join(place, 'made.docx'), docxOf(docxParagraph('Thông báo không số của phép thử.')));
      // stands in for LibreOffice: its last but one argument is the folder to write to
      const lines = ['#!/bin/sh', 'while [ "$1" != --outdir ]; do shift; done', 'mkdir -p "$2"'];
      writeFileSync(
        path.join(place, 'bin', 'soffice'),
        [...lines, `cp ${place}/made.docx "$2/in.docx"`].join('\n'),
        { mode: 0o755 },
      );
      const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
      writeFileSync(path.join(place, 'texts', 'cu.doc'), old);
      const target = {
        ...main(),
        folder: path.join(place, 'texts'),
        outside: { folders: [path.join(place, 'bin')] },
      };
      const first = await importFolder(world.app.ports, editor, target);
      const outcome = outcomeOf(first, 'cu.doc');
      assert.ok(outcome.outcome === 'taken', JSON.stringify(outcome));
      const { attachments } = await one<{ attachments: { name: string }[] }>(
        'select attachments from edition where id = $1',
        [outcome.editionId],
      );
      assert.equal(attachments[0]?.name, 'cu.docx');
      writeFileSync(
        path.join(place, 'made.docx'),
        docxOf(docxParagraph('Thông báo không số của phép thử. ')),
      );
      const again = await importFolder(world.app.ports, editor, target);
      rmSync(place, { recursive: true, force: true });
      assert.equal(outcomeOf(again, 'cu.doc').outcome, 'duplicate');
    });
  });
}
