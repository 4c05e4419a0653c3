import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { bodyText, sanitiseBody, writeTree } from '../body-html/index.ts';
import { looksPasted, movePictures, pastedTree, pictureKind, pictureOfData, picturesOfRtf } from './index.ts';

const FOLDER = new URL('./fixtures/', import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.paste'))
  .map((name) => name.replace(/\.paste$/, ''));
const source = (name: string) => readFileSync(new URL(`${name}.paste`, FOLDER), 'utf8');
const wanted = (name: string) => new URL(`${name}.body`, FOLDER);

/** A paste as it is kept, its own pictures uploaded; one line a block, so that goldens can be read. */
function kept(html: string): string {
  let count = 0;
  const uploaded = movePictures(pastedTree(html), (src) => {
    if (pictureKind(src) === 'remote') return undefined;
    count += 1;
    return { src: pictureKind(src) === 'own' ? src : `/tep/anh-${count}.webp` };
  });
  return sanitiseBody(writeTree(uploaded)).html;
}

const lines = (html: string) =>
  `${html.replace(/(<\/(?:p|h[2-4]|li|tr|table|figure|ul|ol|caption)>)/g, '$1\n').trim()}\n`;

describe('What is pasted keeps its meaning and loses its dress', () => {
  for (const name of NAMES)
    test(`${name}: headings, lists, tables, pictures and notes as they were meant`, () => {
      const html = kept(source(name));
      assert.doesNotMatch(html, /\b(?:style|class)=|mso|Mso|o:p|v:|data:|file:|javascript/, name);
      assert.equal(sanitiseBody(html).html, html, `${name}: a body already`);
      assert.equal(kept(html), html, `${name}: pasted again it is the same`);
      if (!existsSync(wanted(name)) && process.env.NEW_GOLDENS) writeFileSync(wanted(name), lines(html));
      assert.equal(lines(html), readFileSync(wanted(name), 'utf8'), name);
    });
});

test('at least thirty pastes are held, and the text of each is whole', () => {
  assert.ok(NAMES.length >= 30, String(NAMES.length));
  // what a reader of the source sees and a body has no room for, by fixture
  const gone: Record<string, RegExp> = {
    'web-news': /Trang chủ|Tin tức|Chia sẻ|Thích 12/g,
    'word-comments-changes': /bỏ đi|\[A1\]|Góp ý riêng/g,
    'word-contents': /Mục lục|I\. Tình hình\.{6} 1/g,
    'word-numbers-nested': /ii/g,
    'word-hidden-tabs': /XE "chỉ mục"/g,
    'web-gallery-video': /x(?=$)/g,
  };
  for (const name of NAMES) {
    const words = (text: string) => text.normalize('NFC').match(/\p{L}{2,}|\d{2,}/gu) ?? [];
    const seen = source(name)
      .replace(/<!--[\s\S]*?-->|<(style|xml|title|head|script)\b[\s\S]*?<\/\1>|<!\[[^>]*>/g, ' ')
      .replace(/<\/?(?:p|div|td|th|tr|li|h\d|br|col|table|figcaption|footer)\b[^>]*>/gi, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/&[a-z]+;/g, ' ')
      .replace(gone[name] ?? /$^/, ' ');
    const text = words(bodyText(kept(source(name)))).join(' ');
    for (const word of words(seen)) assert.ok(text.includes(word), `${name}: “${word}” is lost`);
  }
});

test('a body is told from a paste by what a body never has', () => {
  assert.equal(looksPasted(source('plain-body')), false);
  assert.equal(looksPasted('<p>a<span role="doc-footnote">b</span></p>'), false);
  for (const name of ['word-plain', 'gdocs-text', 'lo-writer', 'web-portal-div'])
    assert.equal(looksPasted(source(name)), true, name);
});

test('pictures come out of the rich text beside a paste of Word, in order and whole', () => {
  const hex = (bytes: number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const png = [0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 60 }, (_, i) => i)];
  const jpg = [0xff, 0xd8, 0xff, ...Array.from({ length: 60 }, (_, i) => 255 - i)];
  const picture = (kind: string, bytes: number[]) =>
    `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1{\\sp{\\sn a}{\\sv 1}}}\\picscalex100\\picw10\\${kind}blip\\bliptag-12{\\*\\blipuid 0a1b}\n${hex(bytes).replace(/(.{64})/g, '$1\r\n')}}}{\\nonshppict{\\pict\\picw10\\wmetafile8 ${hex(png)}}}`;
  const found = picturesOfRtf(`{\\rtf1 chữ ${picture('png', png)} và ${picture('jpeg', jpg)}}`);
  assert.deepEqual(
    found.map(({ type, bytes }) => [type, [...bytes]]),
    [
      ['image/png', png],
      ['image/jpeg', jpg],
    ],
  );
  assert.deepEqual([...(pictureOfData('data:image/png;base64,iVBO')?.bytes ?? [])], [0x89, 0x50, 0x4e]);
  assert.equal(pictureOfData('data:image/svg+xml;base64,iVBO'), undefined);
});

test('a hostile or endless paste is tidied in time', () => {
  const started = performance.now();
  assert.match(kept(`${'<div class="x"><span style="font-weight:bold">'.repeat(3000)}chữ`), /chữ/);
  kept('<p style="mso-list:l0 level9 lfo1"><span style="mso-list:Ignore">·</span>a</p>'.repeat(2000));
  kept('<p>a<a href="#x1" id="y1">1</a></p><p id="x1"><a href="#y1">1</a> b</p>'.repeat(300));
  assert.ok(performance.now() - started < 20_000, String(performance.now() - started));
});

test('letters that Word for the Mac takes apart are put together', () => {
  assert.equal(
    kept('<p class=MsoNormal><span lang=VI>Tie\u0302\u0301ng Vie\u0323\u0302t</span></p>'),
    '<p>Tiếng Việt</p>',
  );
});
