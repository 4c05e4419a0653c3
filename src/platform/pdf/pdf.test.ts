import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getDocumentProxy } from 'unpdf';
import { bodyText } from '../../rules/body-html/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { extractFile } from '../extract/index.ts';
import { numberIn } from './blocks.ts';
import { decreeBody, gazetteOf, partOf, sentence, tableOf } from './fixtures.ts';
import { makePdf, type PdfMade } from './index.ts';
import { printable } from './letters.ts';
import { FRAME } from './sheet.ts';

interface Item {
  text: string;
  right: number;
  y: number;
}
interface ReadPage {
  text: string;
  items: Item[];
  tree: unknown;
  annotations: { url?: string; dest?: unknown }[];
}

const open = (made: PdfMade) => getDocumentProxy(new Uint8Array(made.bytes), { verbosity: 0 });

/** The pages as a reader's program sees them. */
async function pagesOf(made: PdfMade): Promise<ReadPage[]> {
  const pdf = await open(made);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.filter((item) => 'str' in item);
    pages.push({
      text: texts.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''),
      items: texts.map(({ str, transform, width }) => ({
        text: str,
        right: transform[4] + width,
        y: transform[5],
      })),
      tree: await page.getStructTree(),
      annotations: await page.getAnnotations(),
    });
  }
  return pages;
}

async function textOf(made: PdfMade): Promise<string> {
  const answer = await extractFile({ bytes: made.bytes, fileName: 'a.pdf' });
  return answer.ok ? answer.text : assert.fail(answer.en);
}

const wordsOf = (text: string) => text.split(/\s+/u).filter((word) => word !== '');

/** Words of `all` that are not those of `wanted`, which must stand in it one after the other. */
function surplus(all: readonly string[], wanted: readonly string[]): string[] {
  const more: string[] = [];
  let next = 0;
  for (const word of all) {
    if (word === wanted[next]) next += 1;
    else more.push(word);
  }
  assert.equal(next, wanted.length, `lost after “${wanted.slice(next - 5, next + 5).join(' ')}”`);
  return more;
}

/** Structure types of a tree of pdf.js, each once. */
function rolesOf(tree: unknown, roles = new Set<string>()): Set<string> {
  const { role, children } = (tree ?? {}) as { role?: string; children?: unknown[] };
  if (role) roles.add(role);
  for (const child of children ?? []) rolesOf(child, roles);
  return roles;
}

const bodyOf = async (bodyHtml: string, more: Parameters<typeof gazetteOf>[1] = {}) =>
  makePdf(gazetteOf([partOf('a', 'Văn bản', bodyHtml)], more));

describe('a PDF of texts', () => {
  test('a decree of 300 articles with lists and tables is copied out whole, in order, in NFC', async () => {
    const body = decreeBody(300).replaceAll(/<\/?su[bp]>/g, '');
    const made = await bodyOf(body);
    const text = await textOf(made);
    assert.equal(text, text.normalize('NFC'));
    const head = 'Công báo tỉnh Ví Dụ – Số 01, ngày 31 tháng 3 năm 2026';
    const lines = text.split('\n').filter((line) => line.trim() !== head && !/^\s*\d+\s*$/.test(line));
    const words = wordsOf(lines.join('\n'));
    const more = surplus(words, wordsOf(bodyText(body)));
    // signs of lists, what stands before and after the body, and heads of tables that are repeated
    const known = new Set([
      ...['–', '+', '1.', '2.'],
      ...wordsOf(
        gazetteOf([])
          .cover.map((line) => line.text)
          .join(' '),
      ),
      ...wordsOf(
        gazetteOf([])
          .colophon.map((line) => line.text)
          .join(' '),
      ),
      ...wordsOf('MỤC LỤC Văn bản quy phạm pháp luật ỦY BAN NHÂN DÂN TỈNH VÍ DỤ Văn bản 2 (ngày 05/3/2026)'),
      ...wordsOf('Ban hành ngày 05 tháng 3 năm 2026 STT Nội dung công việc Mức thu (đồng) Ghi chú'),
    ]);
    assert.deepEqual([...new Set(more.filter((word) => !known.has(word)))], []);
  });

  test('a raised and a lowered letter keep their order', async () => {
    const text = await textOf(await bodyOf('<p>Diện tích 5 m<sup>2</sup>, khí H<sub>2</sub>O.</p>'));
    assert.match(text.replaceAll(/\s/g, ''), /Diệntích5m2,khíH2O\./);
  });

  test('the same text gives the same bytes; another instant gives others', async () => {
    const text = gazetteOf([partOf('a', 'Một', decreeBody(30)), partOf('b', 'Hai', tableOf(40))]);
    const [one, two] = [await makePdf(text), await makePdf(structuredClone(text))];
    assert.deepEqual(Buffer.from(one.bytes), Buffer.from(two.bytes));
    const later = await makePdf({ ...text, createdAt: new Date('2026-04-01T00:00:00Z') });
    assert.notDeepEqual(Buffer.from(one.bytes), Buffer.from(later.bytes));
  });

  test('contents over several pages name the page on which each part begins', async () => {
    const titles = Array.from(
      { length: 90 },
      (_, index) => `Quyết định số ${index + 1}: ${sentence(index, 14)}`,
    );
    const parts = titles.map((title, index) =>
      partOf(`p${index}`, title, index % 7 === 0 ? decreeBody(6) : '<p>Điều 1.</p>'),
    );
    const firstPage = 201;
    const made = await makePdf(gazetteOf(parts, { firstPage }));
    const pages = await pagesOf(made);
    assert.equal(pages.length, made.pages);
    const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
    const front = flat(
      pages
        .slice(0, (made.startsAt.p0 ?? 0) - firstPage)
        .map(({ text }) => text)
        .join(' '),
    );
    assert.ok((made.startsAt.p0 ?? 0) - firstPage >= 3, 'the contents take several pages');
    titles.forEach((title, index) => {
      const number = made.startsAt[`p${index}`] ?? 0;
      const page = flat(pages[number - firstPage]?.text ?? '');
      assert.ok(page.includes(title), `${title} begins on ${number}`);
      assert.ok(!flat(pages[number - firstPage - 1]?.text ?? '').includes(title) || index === 0);
      assert.ok(
        front.includes(`${title} (ngày 05/3/2026) ${number}`),
        `the contents say ${number}: ${title}`,
      );
      assert.match(page, new RegExp(`(^| )${number}( |$)`), 'and so does the page itself');
    });
  });

  test('each line of the contents leads to its part, a link of a body to its address', async () => {
    const link =
      '<p><a href="https://vi.du.vn/văn-bản?a=1&amp;b=2">ngoài</a> <a href="/van-ban/1">trong cổng</a></p>';
    const made = await makePdf(gazetteOf([partOf('a', 'Một', link), partOf('b', 'Hai', '<p>x</p>')]));
    const pdf = await open(made);
    const [cover, first] = await pagesOf(made);
    const targets: number[] = [];
    for (const { dest } of cover?.annotations ?? []) {
      const [ref] = (await pdf.getDestination(String(dest))) ?? [];
      targets.push(await pdf.getPageIndex(ref));
    }
    assert.deepEqual([...new Set(targets)], [1, 2]);
    assert.deepEqual(
      first?.annotations.map(({ url }) => url),
      ['https://vi.du.vn/v%C4%83n-b%E1%BA%A3n?a=1&b=2'],
    );
  });

  test('a screen reader finds language, title, bookmarks, headings, lists and tables', async () => {
    const made = await makePdf(
      gazetteOf([partOf('a', 'Nghị định', decreeBody(20))], { title: 'Số 1 & <hai>' }),
    );
    const pdf = await open(made);
    const info = (await pdf.getMetadata()).info as unknown as Record<string, unknown>;
    assert.deepEqual([info.Title, info.Language], ['Số 1 & <hai>', 'vi']);
    assert.ok(Buffer.from(made.bytes).toString('utf8').includes('Số 1 &amp; &lt;hai&gt;'));
    assert.deepEqual(await pdf.getMarkInfo(), { Marked: true, UserProperties: false, Suspects: false });
    const outline = await pdf.getOutline();
    assert.deepEqual(
      outline.map(({ title }) => title),
      ['MỤC LỤC', 'Nghị định'],
    );
    assert.equal(outline[1]?.items[1]?.title, 'Chương 1 QUY ĐỊNH PHẦN 1');
    const articles = outline[1]?.items[1]?.items ?? [];
    assert.equal(articles[0]?.title, `Điều 1. ${sentence(1, 8)}`);
    const roles = new Set<string>();
    for (const { tree } of await pagesOf(made)) rolesOf(tree, roles);
    for (const role of 'Document Sect H1 H2 H3 H4 P L LI Lbl LBody Table THead TBody TR TH TD Caption TOC TOCI Link'.split(
      ' ',
    ))
      assert.ok(roles.has(role), role);
  });

  test('a table over many pages repeats its head on each and loses no row', async () => {
    const made = await bodyOf(tableOf(900));
    const pages = (await pagesOf(made)).slice(1);
    assert.ok(pages.length > 20);
    for (const { text } of pages.slice(0, -1)) assert.match(text, /STT/);
    const text = pages.map((page) => page.text).join('\n');
    surplus(wordsOf(text), wordsOf(bodyText(tableOf(900))));
  });

  test('a cell longer than pages and one that spans rows are broken, not cut', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `<p>Đoạn ${index}: ${sentence(index, 60)}</p>`);
    const body = `<table><tbody><tr><td rowspan="3">${long.slice(0, 3).join('')}</td><td>một</td></tr><tr><td>hai</td></tr><tr><td>${long.join('')}</td></tr><tr><td>cuối</td><td colspan="2">hết</td></tr></tbody></table>`;
    const made = await bodyOf(body);
    const text = await textOf(made);
    for (let index = 0; index < 60; index += 1) assert.ok(text.includes(`Đoạn ${index}:`), `Đoạn ${index}`);
    for (const word of ['một', 'hai', 'cuối', 'hết']) assert.match(text, new RegExp(`${word}\\s`));
    for (const { items } of await pagesOf(made))
      for (const { y, text: words } of items) assert.ok(y > 20, `below the page: ${words}`);
  });

  test('long words, addresses and many columns stay within the page', async () => {
    const address = `https://vi.du.vn/${'duong-dan-rat-dai/'.repeat(30)}?q=${'a'.repeat(400)}`;
    const columns = (count: number) =>
      `<table><tbody><tr>${Array.from({ length: count }, (_, index) => `<td>Cột${index} ${'chữ'.repeat(8)}</td>`).join('')}</tr></tbody></table>`;
    const body = `<h2>${'W'.repeat(300)}</h2><p><a href="${address}">${address}</a></p><ul><li>${'ư'.repeat(500)}</li></ul>${columns(12)}${columns(40)}<table><tbody><tr><td>${address}</td><td>b</td></tr></tbody></table>`;
    const long = 'X'.repeat(200);
    const made = await bodyOf(body, {
      runningHead: sentence(1, 80),
      cover: [{ text: long, style: 'title', align: 'center' }],
    });
    const pages = await pagesOf(made);
    for (const { items } of pages)
      for (const { right, text } of items)
        assert.ok(right <= FRAME.left + FRAME.width + 1, `${right}: ${text}`);
    const letters = pages
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s/g, '');
    for (const whole of [address, 'ư'.repeat(500), long, 'Cột39', 'W'.repeat(300)])
      assert.ok(letters.includes(whole), whole.slice(0, 20));
  });

  test('nothing at all is a page all the same', async () => {
    const made = await makePdf(gazetteOf([], { cover: [], colophon: [], title: '', runningHead: '' }));
    assert.deepEqual([made.pages, made.startsAt], [1, {}]);
    const empty = await makePdf(
      gazetteOf([partOf('a', 'Một', ''), { ...partOf('b', 'Hai', ''), lines: [] }]),
    );
    assert.deepEqual([empty.pages, empty.startsAt], [3, { a: 2, b: 3 }]);
  });

  test('what has no shape in the typeface is printed as its number, what is invisible is left out', async () => {
    const hasShape = (code: number) => code < 0x2000;
    assert.equal(printable('a\u0000b\u200Bc\u202Ed\uFEFF', hasShape), 'abcd');
    assert.equal(printable('tie\u0302\u0301ng\t\n Việt', hasShape), 'tiếng Việt');
    assert.equal(printable('😀 \uD800', hasShape), '[U+1F600] [U+FFFD]');
    const body = '<p>Đầu 😀 \u0000\u0007 \u202Eאבג مرحبا\u202C 中 \uD800 ﬁ \u00D0\u0110 cuối</p>';
    const text = await textOf(await bodyOf(body));
    assert.match(text, /Đầu \[U\+1F600\] .*\[U\+4E2D\] .*ÐĐ cuối/s);
    assert.match(text, /\[U\+0645\]/);
  });

  test('a colophon is never broken across pages', async () => {
    const colophon = Array.from({ length: 12 }, (_, index) => ({
      text: `Dòng cuối ${index}`,
      style: 'body' as const,
    }));
    for (let rows = 20; rows < 26; rows += 1) {
      const made = await bodyOf('<p>Dòng.</p>'.repeat(rows), { colophon });
      const holding = (await pagesOf(made)).filter(({ text }) => text.includes('Dòng cuối'));
      assert.equal(holding.length, 1, `${rows} rows`);
    }
  });

  test('items are numbered as browsers number them', () => {
    const cases: [number, string, string][] = [
      [1, '1', '1'],
      [3, 'a', 'c'],
      [28, 'a', 'ab'],
      [702, 'A', 'ZZ'],
      [4, 'i', 'iv'],
      [1994, 'I', 'MCMXCIV'],
      [4000, 'i', '4000'],
      [0, 'a', '0'],
    ];
    for (const [number, type, expected] of cases) assert.equal(numberIn(number, type), expected);
  });
});

describe('within bounds', () => {
  const refusedAs = (code: string) => (error: unknown) =>
    error instanceof Refusal && error.code === code && error.words.vi !== '' && error.words.en !== '';

  test('what is too large, too deep or too slow is refused with a sentence; the next one is made', async () => {
    const text = gazetteOf([partOf('a', 'Một', decreeBody(300))]);
    await assert.rejects(makePdf(text, { characters: 1000 }), refusedAs('pdfTooLarge'));
    await assert.rejects(makePdf(text, { timeoutMs: 50 }), refusedAs('pdfTimedOut'));
    await assert.rejects(makePdf(text, { heapMiB: 12 }), refusedAs('pdfTooComplex'));
    const deep = gazetteOf([
      partOf('a', 'Một', `${'<blockquote>'.repeat(50_000)}sâu${'</blockquote>'.repeat(50_000)}`),
    ]);
    await assert.rejects(makePdf(deep), refusedAs('pdfTooComplex'));
    assert.equal((await bodyOf('<p>Sau đó.</p>')).pages, 2);
  });

  test('one is laid out at a time, others wait, and too many are told to come back', async () => {
    const text = gazetteOf([partOf('a', 'Một', '<p>Ngắn.</p>')]);
    const answers = await Promise.allSettled(Array.from({ length: 23 }, () => makePdf(text)));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    assert.equal(refused.length, 2);
    for (const { reason } of refused) assert.ok(refusedAs('pdfTooBusy')(reason));
  });

  test('the server answers meanwhile', async (context) => {
    const text = gazetteOf([partOf('a', 'Một', decreeBody(1500)), partOf('b', 'Hai', tableOf(2000))]);
    const period = 20;
    let [longest, last] = [0, performance.now()];
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last - period);
      last = now;
    }, period);
    const begun = performance.now();
    const made = await makePdf(text);
    clearInterval(timer);
    const took = performance.now() - begun;
    context.diagnostic(
      `${made.pages} pages in ${Math.round(took)} ms, longest delay ${Math.round(longest)} ms`,
    );
    assert.ok(
      longest < took / 4,
      `the loop stood still for ${Math.round(longest)} of ${Math.round(took)} ms`,
    );
  });
});
