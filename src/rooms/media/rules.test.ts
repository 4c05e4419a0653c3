import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { isOwnFileAddress } from '../../rules/body-html/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { detectKind } from './detection-rules.ts';
import { FILE_TYPES } from './kind-rules.ts';
import { preparePicture } from './pictures.ts';
import { fileHref, keptName } from './rules.ts';
import { readRange } from './serving.ts';

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 0,
  });

function refusal(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return undefined;
}

test('the kind of a file is read from what is in it, whatever its name says', () => {
  assert.equal(detectKind(bytes('%PDF-1.7\n'), 'anh.png'), 'pdf');
  assert.equal(detectKind(bytes('\x89PNG\r\n\x1a\n'), 'van-ban.pdf'), 'png');
  assert.equal(detectKind(bytes('\xff\xd8\xff\xe0'), 'x'), 'jpg');
  assert.equal(detectKind(bytes('GIF89a'), 'x'), 'gif');
  assert.equal(detectKind(bytes('RIFF\0\0\0\0WEBPVP8 '), 'x'), 'webp');
  assert.equal(detectKind(bytes('II*\0'), 'x'), 'tiff');
  assert.equal(detectKind(bytes('{\\rtf1'), 'x'), 'rtf');
  assert.equal(detectKind(bytes('ID3\x04'), 'x'), 'mp3');
  assert.equal(detectKind(bytes('\0\0\0\x18ftypisom'), 'x'), 'mp4');
  assert.equal(detectKind(zip({ mimetype: FILE_TYPES.odt, 'content.xml': '<a/>' }), 'x'), 'odt');
  assert.equal(detectKind(zip({ 'word/document.xml': '<a/>' }), 'x.zip'), 'docx');
  assert.equal(detectKind(zip({ 'xl/workbook.xml': '<a/>' }), 'x'), 'xlsx');
  assert.equal(detectKind(zip({ 'ppt/presentation.xml': '<a/>' }), 'x'), 'pptx');
  assert.equal(detectKind(zip({ 'a.txt': 'a' }), 'x'), 'zip');
  assert.equal(detectKind(bytes('RIFF\0\0\0\0WAVEfmt '), 'x'), 'wav');
  assert.equal(detectKind(bytes('OggS\0'), 'x'), 'ogg');
  assert.equal(detectKind(bytes('\x1a\x45\xdf\xa3\x01\x42\x82\x84webm'), 'x'), 'webm');
  assert.equal(detectKind(bytes('\0\0\0\x18ftypavif'), 'x.heic'), 'avif');
  assert.equal(detectKind(bytes('{"so": 1}'), 'so-lieu.json'), 'json');
  assert.equal(detectKind(bytes('WEBVTT\n\n00:01.000 --> 00:02.000\nChao\n'), 'x.vtt'), 'vtt');
  assert.equal(detectKind(bytes('1\r\n00:00:01,000 --> 00:00:02,500\r\nChao\r\n'), 'x.srt'), 'srt');
  assert.equal(detectKind(new TextEncoder().encode('Số,Tên\n1,Lò Thị Biên\n'), 'so.CSV'), 'csv');
});

test('pages, scripts, drawings with scripts and programs are no kind a library takes', () => {
  const codeOf = (text: string, name: string) => refusal(() => detectKind(bytes(text), name));
  assert.equal(codeOf('<!doctype html><script>', 'trang.html'), 'web-page');
  assert.equal(codeOf('  <html><body>', 'van-ban.txt'), 'web-page');
  assert.equal(codeOf('<svg onload="x">', 'hinh.svg'), 'drawing');
  assert.equal(codeOf('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="x">', 'hinh.png'), 'drawing');
  assert.equal(codeOf('MZ\x90\0', 'x.exe'), 'program');
  assert.equal(codeOf('\x7fELF', 'x.txt'), 'program');
  assert.equal(codeOf('#!/bin/sh', 'x.txt'), 'program');
  assert.equal(detectKind(bytes('a\0b'), 'x.txt'), undefined);
});

test('known kinds that are not taken are refused with what to do instead', () => {
  assert.equal(
    refusal(() => detectKind(bytes('\xd0\xcf\x11\xe0\xa1\xb1'), 'x.doc')),
    'old-office',
  );
  assert.equal(
    refusal(() => detectKind(bytes('\0\0\0\x18ftypheic'), 'x.heic')),
    'phone-picture',
  );
  const macros = zip({ 'word/document.xml': '<a/>', 'word/vbaProject.bin': 'x' });
  assert.equal(
    refusal(() => detectKind(macros, 'x.docx')),
    'macros',
  );
  assert.equal(
    refusal(() => detectKind(bytes('Th\xf4ng b\xe1o'), 'x.txt')),
    'not-unicode',
  );
});

test('a kept name has no path and no hidden letters, and its address may stand in a body', () => {
  assert.equal(keptName('C:\\Tài liệu\\Kế hoạch.PDF', 'pdf'), 'Kế hoạch.pdf');
  assert.equal(keptName('../../etc/passwd', 'txt'), 'passwd.txt');
  assert.equal(keptName('a\u202egnp.exe', 'webp'), 'agnp.webp');
  assert.equal(keptName('.jpg', 'webp'), 'tep.webp');
  const href = fileHref({ hash: 'a'.repeat(64), name: 'Ảnh (1) của xã’s!.webp' });
  assert.equal(href, `/tep/${'a'.repeat(64)}/anh-1-cua-xa-s.webp`);
  assert.ok(isOwnFileAddress(href));
});

test('a picture comes out upright, at most 1,600 pixels wide, as WebP, without the notes of the camera', async () => {
  const camera = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#2f5d2b' } })
    .withExif({ IFD0: { Make: 'Máy thử' }, IFD3: { GPSLatitude: '22/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const before = await sharp(camera).metadata();
  assert.ok(before.exif);
  const made = await preparePicture(camera);
  const after = await sharp(made.bytes).metadata();
  assert.deepEqual([after.format, after.width, after.height], ['webp', 1600, 2400]);
  assert.deepEqual([made.width, made.height], [1600, 2400]);
  assert.equal(after.exif, undefined);
  assert.equal(after.orientation, undefined);
});

test('every thread that makes pictures stands behind everything somebody waits for', async () => {
  await preparePicture(
    await sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer(),
  );
  const statOf = (at: string) => {
    try {
      // the name stands in brackets and may hold spaces; the third field follows it
      return readFileSync(`/proc/${at}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
    } catch {
      return [];
    }
  };
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const [maker] = processes.filter(
    (pid) =>
      statOf(pid)[1] === String(process.pid) &&
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('picture-process'),
  );
  assert.ok(maker, 'the process is kept for the next picture');
  const threads = readdirSync(`/proc/${maker}/task`);
  const nice = threads.map((thread) => Number(statOf(`${maker}/task/${thread}`)[16]));
  assert.ok(threads.length > 4);
  assert.deepEqual([...new Set(nice)], [10]);
});

test('a small picture is not blown up; a huge or broken one is refused', async () => {
  const small = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#fff' } })
    .png()
    .toBuffer();
  assert.deepEqual((await preparePicture(small)).width, 40);
  const huge = await sharp({ create: { width: 8000, height: 5001, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  await assert.rejects(
    preparePicture(huge),
    (error) => error instanceof Refusal && error.code === 'picture-too-large',
  );
  await assert.rejects(
    preparePicture(small.subarray(0, 40)),
    (error) => error instanceof Refusal && error.code === 'picture-unreadable',
  );
});

test('ranges are read as RFC 9110 has them; what cannot be understood sends the whole', () => {
  assert.deepEqual(readRange('bytes=0-99', 1000), { from: 0, to: 99 });
  assert.deepEqual(readRange('bytes=900-', 1000), { from: 900, to: 999 });
  assert.deepEqual(readRange('bytes=-10', 1000), { from: 990, to: 999 });
  assert.deepEqual(readRange('bytes=990-5000', 1000), { from: 990, to: 999 });
  assert.equal(readRange('bytes=1000-', 1000), 'outside');
  assert.equal(readRange('bytes=-0', 1000), 'outside');
  for (const odd of [undefined, 'bytes=-', 'bytes=0-1,5-6', 'bytes=9-1', 'items=0-1']) {
    assert.equal(readRange(odd, 1000), undefined);
  }
});
