import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { docxOf, docxParagraph, pdfOf } from './fixtures.ts';
import { type Extracted, extractFile, type Outside } from './index.ts';

const OLD_WORD = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40)]);
const SCAN = pdfOf([[], []]);
const hasOwnNetwork = spawnSync('unshare', ['--map-root-user', '--net', 'true']).status === 0;
const hasBounds = spawnSync('prlimit', ['--data=100000000', 'true']).status === 0;

/** Runs still; one that ended and was not yet asked for by its parent does not. */
function isAtWork(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)]);
  return !/^\s*(Z|$)/.test(stdout.toString());
}

/** Finds the argument after a name, as the real programs do. */
const AFTER = (name: string) => `while [ "$1" != "${name}" ]; do shift; done; shift`;

describe('LC-024: programs of the machine read what the product cannot, within bounds', () => {
  let folder: string;
  let outside: Outside;
  const put = (name: string, ...lines: string[]) => {
    const place = path.join(folder, name);
    writeFileSync(place, ['#!/bin/sh', `echo "$HOME" > ${folder}/home`, ...lines].join('\n'));
    chmodSync(place, 0o755);
  };
  const read = async (bytes: Uint8Array, fileName: string, limits: Outside['limits'] = {}) =>
    extractFile({ bytes, fileName, outside: { ...outside, limits } });
  const taken = async (bytes: Uint8Array, fileName: string): Promise<Extracted> => {
    const answer = await read(bytes, fileName);
    return answer.ok ? answer : assert.fail(answer.vi);
  };
  const refused = async (bytes: Uint8Array, fileName: string, limits: Outside['limits'] = {}) => {
    const answer = await read(bytes, fileName, limits);
    return answer.ok ? assert.fail(`${fileName} was taken in`) : answer;
  };
  const homeIsGone = () => !existsSync(readFileSync(path.join(folder, 'home'), 'utf8').trim());

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-outside-'));
    outside = { folders: [folder] };
    writeFileSync(path.join(folder, 'made.docx'), docxOf(docxParagraph('Điều 1. Chợ họp chủ nhật.')));
  });
  beforeEach(() => {
    for (const name of ['soffice', 'tesseract', 'pdftoppm', 'home'])
      rmSync(path.join(folder, name), { force: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Answers as Tesseract does: its languages, or the text of the named page. */
  const putTesseract = (...whenReading: string[]) =>
    put(
      'tesseract',
      'if [ "$1" = "--list-langs" ]; then echo "List of available languages (2):"; echo eng; echo vie; exit 0; fi',
      '[ "$2" = stdout ] && [ "$3" = -l ] && [ "$4" = vie ] && [ -s "$1" ] || exit 1',
      ...whenReading,
    );

  test('without the programs each file is refused with what the administrator may install', async () => {
    for (const [bytes, name, code, program] of [
      [OLD_WORD, 'a.doc', 'oldWord', /LibreOffice/],
      [SCAN, 'a.pdf', 'scannedPdf', /tesseract-ocr-vie, poppler-utils/],
      [PNG, 'a.png', 'scannedImage', /tesseract-ocr-vie/],
    ] as const) {
      const answer = await refused(bytes, name);
      assert.equal(answer.code, code);
      assert.match(answer.vi, program);
      assert.match(answer.en, program);
    }
  });

  test('the web, which asks for no programs, never starts one', async () => {
    put('soffice', 'exit 0');
    const answer = await extractFile({ bytes: OLD_WORD, fileName: 'a.doc' });
    assert.equal(answer.ok, false);
    assert.equal(existsSync(path.join(folder, 'home')), false);
  });

  test('an old Word file becomes .docx and is read; its .docx is handed on to be kept; nothing is left behind', async () => {
    put(
      'soffice',
      'case "$*" in *--headless*-env:UserInstallation=file://*--convert-to\\ docx*) ;; *) exit 1;; esac',
      'for last; do :; done; [ -s "$last" ] || exit 1',
      AFTER('--outdir'),
      `mkdir -p "$1" && cp ${folder}/made.docx "$1/in.docx"`,
    );
    const answer = await taken(OLD_WORD, 'cu.doc');
    assert.equal(answer.text, 'Điều 1. Chợ họp chủ nhật.');
    assert.equal(answer.format, 'docx');
    assert.deepEqual(
      answer.notes.map(({ code }) => code),
      ['oldWordConverted'],
    );
    assert.deepEqual(Buffer.from(answer.converted ?? []), readFileSync(path.join(folder, 'made.docx')));
    assert.ok(homeIsGone());
    assert.equal((await taken(Buffer.from('{\\rtf1 a}'), 'a.rtf')).converted, undefined);
  });

  test('a scan is painted page by page and read in order; the reader is told to compare', async () => {
    put(
      'pdftoppm',
      AFTER('-f'),
      '[ "$2" = -l ] && [ "$1" = "$3" ] && [ "$4" = -singlefile ] && [ -s "$5" ] || exit 1',
      'echo "ảnh $1" > "$6.png"',
    );
    putTesseract('echo "Điều của $(cat "$1")"');
    const answer = await taken(SCAN, 'quet.pdf');
    assert.equal(answer.text, 'Điều của ảnh 1\nĐiều của ảnh 2');
    assert.deepEqual(
      answer.notes.map(({ code, count }) => [code, count]),
      [['recognisedScan', 2]],
    );
    assert.deepEqual([answer.format, answer.lineWrapped], ['pdf', true]);
    assert.ok(homeIsGone());
    putTesseract('printf "Thông báo\\n\\f"');
    const picture = await taken(PNG, 'a.png');
    assert.deepEqual([picture.format, picture.text], ['png', 'Thông báo']);
    assert.equal((await refused(SCAN, 'quet.pdf', { pages: 1 })).code, 'tooMuchInside');
  });

  test('without Vietnamese data Tesseract is as good as not installed', async () => {
    put('tesseract', 'echo eng');
    assert.equal((await refused(PNG, 'a.png')).code, 'scannedImage');
  });

  test('a program that fails, makes nothing or reads nothing is told as such', async () => {
    put('soffice', 'exit 77');
    assert.equal((await refused(OLD_WORD, 'a.doc')).code, 'outsideFailed');
    put('soffice', 'exit 0');
    assert.equal((await refused(OLD_WORD, 'a.doc')).code, 'outsideFailed');
    putTesseract('echo " "');
    assert.equal((await refused(PNG, 'a.png')).code, 'noText');
  });

  test('one that does not end is ended with all it started', async () => {
    put('soffice', `sleep 60 & echo $! > ${folder}/child`, 'wait');
    const begun = performance.now();
    assert.equal((await refused(OLD_WORD, 'a.doc', { timeoutMs: 1_500 })).code, 'timedOut');
    assert.ok(performance.now() - begun < 20_000);
    const child = Number(readFileSync(path.join(folder, 'child'), 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(!isAtWork(child), `process ${child} still runs`);
    assert.ok(homeIsGone());
  });

  test('one that writes without end is ended', async () => {
    putTesseract('yes "chữ"');
    assert.equal((await refused(PNG, 'a.png', { outputBytes: 1_000_000 })).code, 'outsideFailed');
  });

  if (hasBounds)
    test('one that takes more memory than it may fails by itself', async () => {
      putTesseract('head -c 400000000 /dev/zero | tail -c 400000000 | wc -c || exit 1');
      const answer = await read(PNG, 'a.png', { memoryMiB: 64, outputBytes: 1_000_000_000 });
      // the counter is left with fewer bytes than were asked for
      assert.ok(!answer.ok || !answer.text.includes('400000000'), 'the bound of memory did not hold');
    });

  if (hasOwnNetwork)
    test('none of them has a network', async () => {
      putTesseract("sed -n 's/^ *\\([a-z0-9]*\\):.*/mạng \\1/p' /proc/net/dev");
      assert.equal((await taken(PNG, 'a.png')).text, 'mạng lo');
    });
});
