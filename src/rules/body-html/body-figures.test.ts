import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BODY_TAGS, bodyText, fileAddresses, notesInPlace, sanitiseBody } from './index.ts';

const clean = (html: string): string => sanitiseBody(html).html;
const codes = (html: string): string[] => sanitiseBody(html).findings.map(({ code }) => code);
const HASH = 'ab'.repeat(32);
const note = (n: number, text: string) =>
  `<li id="chu-thich-${n}">${text} <a href="#dan-${n}" role="doc-backlink">↑</a></li>`;
const ref = (n: number) => `<sup><a href="#chu-thich-${n}" id="dan-${n}" role="doc-noteref">${n}</a></sup>`;
const notes = (...items: string[]) => `<section role="doc-endnotes"><ol>${items.join('')}</ol></section>`;

/** A small reproducible source of numbers, so that a failing seed can be run again. */
const numbers = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 8) ^ (state >>> 20)) % below;
  };
};

const PIECES = [
  '<figure>',
  '</figure>',
  '<figcaption>',
  '</figcaption>',
  '<img src="/tep/a.png" alt="a">',
  '<video src="/tep/v.mp4" autoplay>',
  '</video>',
  '<audio controls><source src="/tep/a.mp3">',
  '</audio>',
  '<track src="/tep/v.vtt" srclang="vi" label="Tiếng Việt" default>',
  '<details>',
  '</details>',
  '<summary>Lời thoại</summary>',
  '<blockquote>',
  '</blockquote>',
  '<a href="/tep/b.pdf">Tệp</a>',
  '<span role="doc-footnote">Theo <em>Luật</em></span>',
  '<span role="doc-footnote">',
  '</span>',
  ref(1),
  ref(2),
  '<section role="doc-endnotes"><ol>',
  note(1, 'một'),
  note(2, 'hai'),
  '<li id="chu-thich-3">ba</li>',
  '</ol></section>',
  '<section>',
  '</section>',
  '<p>',
  '</p>',
  'chữ ',
  '<h2>Đề mục</h2>',
  '<ol start="3" type="a"><li>c',
  '</ol>',
  '<table><tr><td>',
  '</td></tr></table>',
  '<strong>',
  '</strong>',
  '<a href="https://vi.du.vn">',
  '</a>',
];

test('figures, notes and media in any disorder come out as the subset, and a second pass changes nothing', () => {
  for (let seed = 1; seed <= 4000; seed += 1) {
    const next = numbers(seed * 7919);
    const html = Array.from({ length: 3 + next(25) }, () => PIECES[next(PIECES.length)]).join('');
    const once = clean(html);
    assert.equal(clean(once), once, `seed ${seed}: ${html}`);
    assert.equal(clean(notesInPlace(once)), once, `seed ${seed} through the editor: ${html}`);
    const open: string[] = [];
    for (const [, slash, tag = '', attributes = ''] of once.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/g)) {
      assert.ok(BODY_TAGS[tag], `seed ${seed}: <${tag}>`);
      for (const [, name = ''] of attributes.matchAll(/ ([a-z]+)="/g))
        assert.ok(BODY_TAGS[tag]?.includes(name), `seed ${seed}: ${tag} ${name}`);
      if (slash) assert.equal(open.pop(), tag, `seed ${seed}`);
      else if (!['br', 'img', 'track'].includes(tag)) open.push(tag);
    }
    const ids = [...once.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, `seed ${seed}: an id twice`);
    const cited = [...once.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(
      [...cited].sort(),
      [...ids].sort(),
      `seed ${seed}: a note and its place lead to each other`,
    );
  }
});

test('notes are numbered by their order in the text and lead there and back', () => {
  assert.equal(
    clean(
      '<p>Một<span role="doc-footnote">Theo <em>Luật</em>.</span> hai<span role="doc-footnote"><p>Xem</p><p>thêm</p></span>.</p>',
    ),
    `<p>Một${ref(1)} hai${ref(2)}.</p>${notes(note(1, 'Theo <em>Luật</em>.'), note(2, 'Xem thêm'))}`,
  );
  const swapped = `<p>a${ref(2)} b${ref(1)}</p>${notes(note(1, 'một'), note(2, 'hai'))}`;
  assert.equal(clean(swapped), `<p>a${ref(1)} b${ref(2)}</p>${notes(note(1, 'hai'), note(2, 'một'))}`);
});

test('a note nobody cites and a number without a note keep their text', () => {
  assert.equal(clean(`<p>a</p>${notes(note(4, 'còn lại'))}`), '<p>a</p><p>còn lại</p>');
  assert.equal(clean(`<p>a${ref(7)}</p>`), '<p>a<sup>7</sup></p>');
});

test('for the editor each note stands where it is cited, and its number is no text of the body', () => {
  const html = clean('<p>Một<span role="doc-footnote">Theo <em>Luật</em></span>.</p>');
  assert.equal(notesInPlace(html), '<p>Một<span role="doc-footnote">Theo <em>Luật</em></span>.</p>');
  assert.equal(bodyText(html), 'Một.\nTheo Luật');
});

test('a gallery is a figure of figures, each with its caption', () => {
  const html =
    '<figure><figure><img src="/tep/a.png" alt="a"><figcaption>A</figcaption></figure>' +
    '<figure><img src="/tep/b.png" alt="b"></figure><figcaption>Cả hai</figcaption></figure>';
  assert.equal(clean(html), html);
  assert.equal(
    clean('<figure><img src="/tep/a.png" alt="a"><img src="/tep/b.png" alt="b"></figure>'),
    '<figure><figure><img src="/tep/a.png" alt="a"></figure><figure><img src="/tep/b.png" alt="b"></figure></figure>',
  );
});

test('video and sound come from the library, never start by themselves, and bring captions and their words', () => {
  const video =
    '<figure><video src="/tep/v.mp4" controls="" preload="none"><track kind="captions" src="/tep/v.vtt" srclang="vi" label="Tiếng Việt" default=""></video>' +
    '<details><summary>Lời trong video</summary><p>Xin chào.</p></details><figcaption>Lễ hội</figcaption></figure>';
  assert.equal(clean(video), video);
  assert.equal(
    clean(
      '<video autoplay loop muted poster="/tep/p.png"><source src="/tep/v.mp4" type="video/mp4"><track src="https://x.vn/v.vtt" srclang="vi">Không xem được</video>',
    ),
    '<figure><video src="/tep/v.mp4" controls="" preload="none"></video></figure>',
  );
  assert.deepEqual(codes('<video src="https://vi.du.vn/v.mp4"></video>'), ['removedMedia']);
  assert.deepEqual(
    fileAddresses(`<video src="/tep/${HASH}/v.mp4"><track src="/tep/${HASH}/v.vtt"></video>`),
    [HASH],
  );
});

test('a picture may carry its content in words; words beside nothing are paragraphs', () => {
  assert.equal(
    clean(
      '<figure><img src="/tep/a.png" alt="Biểu đồ"><figcaption>Chú thích</figcaption><details><summary></summary><ul><li>5 xã</li></ul></details></figure>',
    ),
    '<figure><img src="/tep/a.png" alt="Biểu đồ"><details><summary>Nội dung bằng chữ</summary><ul><li>5 xã</li></ul></details><figcaption>Chú thích</figcaption></figure>',
  );
  assert.equal(clean('<details><summary>Tên</summary>chữ</details>'), '<p>Tên</p><p>chữ</p>');
});

test('a quotation keeps its source, a file its facts', () => {
  const quote =
    '<figure><blockquote><p>Lời nói.</p></blockquote><figcaption>Báo Nhân Dân</figcaption></figure>';
  assert.equal(clean(quote), quote);
  const card =
    '<figure><a href="/tep/ab/mau-don.pdf">Mẫu đơn</a><figcaption>PDF, 212 KB</figcaption></figure>';
  assert.equal(clean(card), card);
  assert.equal(bodyText(card), 'Mẫu đơn\nPDF, 212 KB');
});

test('a list begins where it began and counts with its own signs', () => {
  const list = '<ol start="3" type="a"><li>c</li></ol>';
  assert.equal(clean(list), list);
  assert.equal(clean('<ol start="1" type="x"><li>c</li></ol>'), '<ol><li>c</li></ol>');
});
