// LibreOffice, Tesseract and Poppler as they are installed. `npm test` names them among what was left out where not.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { makePdf } from '../pdf/index.ts';
import { docxOf, docxParagraph, pdfOf } from './fixtures.ts';
import { type Extracted, type ExtractRefusal, extractFile, OUTSIDE_LIMITS, type Outside } from './index.ts';
import { convertOldWord } from './outside.ts';
import { findProgram, inOwnFolder, PROGRAM_FOLDERS, runProgram } from './programs.ts';

const DECREE = [
  'ỦY BAN NHÂN DÂN TỈNH VÍ DỤ',
  'QUYẾT ĐỊNH',
  'Về việc ban hành Quy chế quản lý, vận hành cổng thông tin điện tử',
  'Điều 1. Phạm vi điều chỉnh',
  'Quyết định này quy định việc cung cấp thông tin trên cổng thông tin điện tử của các cơ quan nhà nước.',
  'Điều 2. Trách nhiệm thi hành',
  'Chánh Văn phòng, Giám đốc các sở, Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm thi hành.',
];
/** How long the event loop may stand still while a file is read, in milliseconds; the timer asks every 20. */
const LONGEST_DELAY_MS = 500;
const PERIOD_MS = 20;

/** A program of the machine, or the reason why this file cannot be run here. */
async function programOf(...names: string[]): Promise<string> {
  return (await findProgram(PROGRAM_FOLDERS, ...names)) ?? assert.fail(`${names[0]} is not installed`);
}

/** What a program makes of a file, read back. */
async function made(name: string, bytes: Uint8Array, args: (folder: string) => string[], result: string) {
  const program = await programOf(name);
  return inOwnFolder(async (folder) => {
    writeFileSync(path.join(folder, 'in'), bytes);
    const call = { program, args: args(folder), folder, folders: PROGRAM_FOLDERS, limits: OUTSIDE_LIMITS };
    assert.equal((await runProgram(call)).ended, 'well', name);
    return readFileSync(path.join(folder, result));
  });
}

const saved = (kind: 'doc' | 'rtf', docx: Uint8Array) =>
  made(
    'soffice',
    docx,
    (folder) => [
      '--headless',
      `-env:UserInstallation=file://${folder}/p`,
      '--convert-to',
      kind,
      `${folder}/in`,
    ],
    `in.${kind}`,
  );

/** The decree as a scanner sees it. */
async function pictureOf(lines: readonly string[]): Promise<Buffer> {
  const { bytes } = await makePdf({
    ...{
      title: '',
      language: 'vi',
      author: '',
      subject: '',
      createdAt: new Date(0),
      firstPage: 1,
      runningHead: '',
    },
    ...{
      cover: lines.map((text) => ({ text, style: 'body' as const })),
      contents: { heading: '', groups: [] },
    },
    ...{ parts: [], colophon: [] },
  });
  return made(
    'pdftoppm',
    bytes,
    (folder) => ['-r', '200', '-gray', '-png', '-singlefile', `${folder}/in`, `${folder}/out`],
    'out.png',
  );
}

async function scanOf(
  pictures: readonly Buffer[],
  { size = [595, 842], userPassword }: { size?: [number, number]; userPassword?: string } = {},
): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, ...(userPassword && { userPassword }) });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.once('end', resolve));
  for (const picture of pictures) pdf.addPage({ size, margin: 0 }).image(picture, 0, 0, { width: size[0] });
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

const wordsOf = (text: string) => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Part of the words that were read as they are, of each page. */
function recognised(text: string, lines: readonly string[]): number {
  const read = new Set(wordsOf(text));
  const words = lines.flatMap(wordsOf);
  return words.filter((word) => read.has(word)).length / words.length;
}

if (process.env.TEST_OUTSIDE !== '0')
  describe('LC-024: the real programs, on good files and on hostile ones', () => {
    const docx = docxOf(DECREE.map((line) => docxParagraph(line)).join(''));
    const temporary = { own: '', before: process.env.TMPDIR };
    const empty: Buffer = Buffer.alloc(0);
    let [doc, rtf, png, scan] = [empty, empty, empty, empty];
    let [longest, slowest] = [0, ''];

    before(async () => {
      temporary.own = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-real-'));
      process.env.TMPDIR = temporary.own;
      [doc, rtf] = [await saved('doc', docx), await saved('rtf', docx)];
      png = await pictureOf(DECREE);
      scan = await scanOf([png, png]);
    });
    after(() => {
      if (temporary.before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = temporary.before;
      rmSync(temporary.own, { recursive: true, force: true });
    });

    /** Processes that work in a folder of ours. */
    const atWork = () =>
      readdirSync('/proc').filter((name) => {
        try {
          return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`).startsWith(temporary.own);
        } catch {
          return false; // it has ended, or is not ours to look at
        }
      });

    /** Does the work; fails when the server stood still meanwhile, or anything is left behind. */
    async function watched<T>(name: string, work: () => Promise<T>): Promise<T> {
      const sockets = new Set(readdirSync('/tmp').filter((file) => file.startsWith('OSL_PIPE')));
      let [last, delay] = [performance.now(), 0];
      const timer = setInterval(() => {
        const now = performance.now();
        delay = Math.max(delay, now - last - PERIOD_MS);
        last = now;
      }, PERIOD_MS);
      try {
        return await work();
      } finally {
        clearInterval(timer);
        if (delay > longest) [longest, slowest] = [delay, name];
        assert.ok(delay < LONGEST_DELAY_MS, `${name}: the loop stood still for ${Math.round(delay)} ms`);
        for (let tries = 0; atWork().length > 0 && tries < 40; tries += 1) await sleep(50);
        assert.deepEqual(atWork(), [], `${name}: processes`);
        assert.deepEqual(readdirSync(temporary.own), [], `${name}: folders`);
        const left = readdirSync('/tmp').filter((file) => file.startsWith('OSL_PIPE') && !sockets.has(file));
        assert.deepEqual(left, [], `${name}: sockets`);
      }
    }

    const read = (bytes: Uint8Array, fileName: string, limits: Outside['limits'] = {}) =>
      watched(fileName, () => extractFile({ bytes, fileName, outside: { limits } }));
    const taken = async (bytes: Uint8Array, fileName: string): Promise<Extracted> => {
      const answer = await read(bytes, fileName);
      return answer.ok ? answer : assert.fail(`${fileName}: ${answer.code}`);
    };
    const refused = async (
      bytes: Uint8Array,
      fileName: string,
      limits: Outside['limits'] = {},
    ): Promise<ExtractRefusal> => {
      const answer = await read(bytes, fileName, limits);
      if (answer.ok) assert.fail(`${fileName} was taken in: ${answer.text.slice(0, 80)}`);
      assert.ok(answer.vi.length > 20 && answer.en.length > 20);
      return answer;
    };

    test('a .doc and an .rtf say what the .docx said', async () => {
      const wanted = await taken(docx, 'a.docx');
      const fromDoc = await taken(doc, 'a.doc');
      assert.equal(fromDoc.text, wanted.text);
      assert.equal((await taken(rtf, 'a.rtf')).text, wanted.text);
      assert.equal((await taken(fromDoc.converted ?? Buffer.alloc(0), 'a.docx')).text, wanted.text);
    });

    test('a scanned decree is read from its picture and from a PDF of two pages', async () => {
      const picture = await taken(png, 'a.png');
      assert.ok(recognised(picture.text, DECREE) > 0.9, picture.text);
      const { text, notes } = await taken(scan, 'a.pdf');
      assert.ok(recognised(text, DECREE) > 0.9, text);
      assert.equal(text.match(/Điều 1\./g)?.length, 2);
      assert.deepEqual(
        notes.map(({ code, count }) => [code, count]),
        [['recognisedScan', 2]],
      );
    });

    test('a page as large as its picture has dots is read; one for which there is no memory is not passed over', async () => {
      const size: [number, number] = [2480, 3508];
      const { text } = await taken(await scanOf([png], { size }), 'to.pdf');
      assert.ok(recognised(text, DECREE) > 0.9, text);
      assert.equal((await refused(scan, 'it-nho.pdf', { memoryMiB: 16 })).code, 'outsideFailed');
    });

    test('what a password protects is told as such', async () => {
      const head = doc.indexOf(Buffer.from('eca5', 'hex'));
      const locked = Buffer.from(doc);
      locked[head + 0x0b] = (locked[head + 0x0b] ?? 0) | 1;
      assert.equal((await refused(locked, 'khoa.doc')).code, 'encrypted');
      assert.equal(
        (await refused(await scanOf([png], { userPassword: 'mat-khau' }), 'khoa.pdf')).code,
        'encrypted',
      );
    });

    test('cut at any place, each ends with its sentence', async () => {
      const codes = ['outsideFailed', 'brokenFile', 'noText', 'scannedPdf', 'emptyFile'];
      for (const part of [0.05, 0.4, 0.9])
        for (const [bytes, name] of [
          [doc, 'cut.doc'],
          [png, 'cut.png'],
          [scan, 'cut.pdf'],
          [docx, 'cut.docx'],
        ] as const) {
          const { code } = await refused(bytes.subarray(0, Math.floor(bytes.length * part)), name);
          assert.ok(codes.includes(code), `${name} ${part}: ${code}`);
        }
    });

    test('what only claims to be a Word file is not read as a plain text', async () => {
      const junk = Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('bí mật '.repeat(900)),
      ]);
      assert.equal((await refused(junk, 'gia.doc')).code, 'outsideFailed');
    });

    test('archives in archives and bombs are not unpacked without end', async () => {
      let nested: Uint8Array = strToU8('trong cùng');
      for (let depth = 0; depth < 50; depth += 1) nested = zipSync({ 'a.zip': nested });
      assert.equal((await refused(nested, 'long.zip')).code, 'unknownType');
      const bomb = docxOf(docxParagraph('x'), { 'word/media/a.png': new Uint8Array(250 * 1024 * 1024) });
      assert.equal((await refused(bomb, 'bom.docx')).code, 'tooMuchInside');
    });

    test('a picture of 10,000 by 10,000 points is read within the bounds', async () => {
      const create = { width: 10_000, height: 10_000, channels: 3 as const, background: '#fff' };
      const picture = await sharp({ create }).png().toBuffer();
      assert.equal((await refused(picture, 'to.png')).code, 'noText');
      const { code } = await refused(picture, 'to.png', { memoryMiB: 64 });
      assert.equal(code, 'outsideFailed');
    });

    test('PDFs with thousands of bare pages, a page beyond measure or pages in a circle are refused at once', async () => {
      const bare = (pages: number) => pdfOf(Array.from({ length: pages }, () => []));
      const changed = (from: string, to: string) =>
        Buffer.from(
          Buffer.from(pdfOf([[], []]))
            .toString('latin1')
            .replaceAll(from, to),
          'latin1',
        );
      const begun = performance.now();
      assert.equal((await refused(bare(5_000), 'trong.pdf')).code, 'tooMuchInside');
      assert.equal((await refused(bare(500), 'trong.pdf')).code, 'tooMuchInside');
      assert.ok(performance.now() - begun < 15_000, 'no page was painted in vain');
      assert.equal((await refused(changed('0 0 595 842', '0 0 14400 14400'), 'lon.pdf')).code, 'noText');
      for (const kids of ['[2 0 R 2 0 R]', '[2 0 R 6 0 R]'])
        assert.equal((await refused(changed('[6 0 R 8 0 R]', kids), 'vong.pdf')).code, 'brokenFile');
    });

    test('a program that takes too long is ended with all it started', async () => {
      for (const [bytes, name] of [
        [doc, 'lau.doc'],
        [png, 'lau.png'],
        [scan, 'lau.pdf'],
      ] as const)
        assert.equal((await refused(bytes, name, { timeoutMs: 150 })).code, 'timedOut');
    });

    describe('documents that reach out', () => {
      const asked: string[] = [];
      let server: Server;
      let [address, folder] = ['', ''];
      before(async () => {
        server = createServer((request, response) => {
          asked.push(request.url ?? '');
          response.end('x');
        }).listen(0, '127.0.0.1');
        await new Promise((resolve) => server.once('listening', resolve));
        address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        folder = mkdtempSync('/tmp/cong-lang-outer-');
        writeFileSync(path.join(folder, 'kin.txt'), 'CHUYỆN KÍN CỦA MÁY CHỦ');
      });
      after(() => {
        server.close();
        rmSync(folder, { recursive: true, force: true });
      });

      test('an .rtf with a template, pictures and texts elsewhere fetches none of them', async () => {
        const field = (instruction: string) => `{\\field{\\*\\fldinst ${instruction}}{\\fldrslt thay}}`;
        const source = `{\\rtf1\\ansi{\\*\\template ${address}/t.dot} Dau ${field(`INCLUDEPICTURE "${address}/p.png" \\\\d`)} ${field(`INCLUDETEXT "file://${folder}/kin.txt"`)} ${field(`INCLUDETEXT "${folder}/kin.txt"`)} cuoi\\par}`;
        const { text } = await taken(Buffer.from(source), 'lien-ket.rtf');
        assert.match(text, /Dau.*cuoi/s);
        assert.doesNotMatch(text, /KÍN/);
        assert.deepEqual(asked, []);
      });

      test('a .docx with a template and pictures elsewhere fetches none of them', async () => {
        const relation = (id: string, type: string, target: string) =>
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
        const picture =
          '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rP"/></w:drawing></w:r></w:p>';
        const relations = [
          relation('rP', 'image', `${address}/p.png`),
          relation('rT', 'attachedTemplate', `${address}/t.dotx`),
          relation('rF', 'image', `file://${folder}/kin.txt`),
        ];
        const bytes = docxOf(`${docxParagraph('Chữ ở trong')}${picture}`, {
          'word/_rels/document.xml.rels': strToU8(
            `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
          ),
        });
        const answer = await read(bytes, 'lien-ket.docx');
        if (answer.ok) assert.equal(answer.text, 'Chữ ở trong');
        else assert.equal(answer.code, 'brokenFile');
        assert.deepEqual(asked, []);
      });

      test('a macro that waits for the document to be opened does not run; what is not Word is not opened', async () => {
        const macro = `Sub Main\nOpen "${folder}/chay" For Output As #1\nPrint #1, "x"\nClose #1\nEnd Sub`;
        const flat = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:scripts><office:script script:language="ooo:Basic"><ooo:libraries><ooo:library-embedded ooo:name="Standard"><ooo:module ooo:name="M"><ooo:source-code>${macro}</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries></office:script><office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document" xlink:type="simple"/></office:event-listeners></office:scripts><office:body><office:text><text:p>Chào</text:p></office:text></office:body></office:document>`;
        await watched('macro', async () => {
          await assert.rejects(convertOldWord(Buffer.from(flat), 'doc', {}), /outsideFailed/);
        });
        assert.equal(existsSync(path.join(folder, 'chay')), false);
      });
    });

    test('how long the server stood still', (context) => {
      context.diagnostic(
        `longest delay of a timer of ${PERIOD_MS} ms: ${Math.round(longest)} ms (${slowest})`,
      );
      assert.ok(longest < LONGEST_DELAY_MS);
    });
  });
