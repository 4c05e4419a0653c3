import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openWorld, type Session, type World } from '../../../tests/support/world.ts';
import { type GuidePassage, readGuide } from '../../platform/guides/index.ts';
import { ROOMS } from '../../rooms.ts';
import { GUIDE_PLACES, GUIDES, guideFor } from '../../rules/guides/index.ts';
import { searchGuides } from './rules.ts';

const PASSAGES: GuidePassage[] = [
  { guide: 'nguoi-viet', part: 'mat-ma', title: 'Dấu mật', text: 'Bài có dấu mật thì không gửi được.' },
  {
    guide: 'nguoi-viet',
    part: 'mat-mang',
    title: 'Mạng',
    text: 'Mất mạng thì bài còn trên máy, dấu câu cũng vậy.',
  },
  { guide: 'ban-bien-tap', part: 'go', title: 'Gỡ bài', text: 'Bài gỡ rồi vẫn còn bản lưu.' },
  {
    guide: 'quan-tri',
    part: 'go-ban-phim',
    title: 'Bàn phím',
    text: 'Gõ chữ có dấu. Bài viết tay cũng được.',
  },
];
const partsOf = (query: string) => searchGuides(PASSAGES, query).answers.map(({ part }) => part);
const shown = (parts: { text: string; hit: boolean }[] | undefined) =>
  (parts ?? []).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

test('what is asked without marks is found whatever its marks; with marks it means those, as long as they are found', () => {
  assert.deepEqual(partsOf('go bai'), ['go', 'go-ban-phim']);
  assert.deepEqual(partsOf('gỡ bài'), ['go']);
  assert.deepEqual(partsOf('mật'), ['mat-ma']);
  assert.deepEqual(partsOf('mắt'), ['mat-ma', 'mat-mang']); // nobody wrote that: the letters decide
  assert.deepEqual(partsOf('dau mat'), ['mat-ma', 'mat-mang']); // what stands together first
  assert.equal(
    shown(searchGuides(PASSAGES, 'mất').answers[0]?.excerpt),
    '[Mất] mạng thì bài còn trên máy, dấu câu cũng vậy.',
  );
  const [found] = searchGuides(PASSAGES, 'GO BAI').answers;
  assert.deepEqual(
    [shown(found?.title), shown(found?.excerpt)],
    ['[Gỡ] [bài]', '[Bài] [gỡ] rồi vẫn còn bản lưu.'],
  );
});

test('without a passage that has all words those with most of them are given, and that is said; words that only ask count nothing', () => {
  assert.equal(searchGuides(PASSAGES, 'làm sao để gỡ bài').hasAll, true);
  const near = searchGuides(PASSAGES, 'quên dấu mật');
  assert.deepEqual([near.hasAll, near.answers.map(({ part }) => part)], [false, ['mat-ma']]);
  assert.deepEqual(partsOf('xổ số kiến thiết miền núi'), []);
  assert.deepEqual(partsOf('  ?! '), []);
});

test('every heading of the guides is a passage without marks of its writing, and the words before the first are one', () => {
  for (const code of GUIDES) {
    const { parts, passages, title } = readGuide(code);
    assert.deepEqual(
      passages.map(({ part }) => part),
      ['', ...parts.map(({ id }) => id)],
    );
    assert.equal(passages[0]?.title, title);
    for (const { text, part } of passages) {
      assert.ok(text.length > 50, `${code}#${part}`);
      assert.doesNotMatch(text, /\*\*|!\[|\]\(|screenshots|&amp;|&quot;|<\w/, `${code}#${part}`);
    }
  }
});

const HOST = 'www.laocai.gov.vn';
const SCREENSHOTS = path.resolve(import.meta.dirname, '../../../docs/screenshots');

describe('The guides', () => {
  let world: World;
  let session: Session;
  before(async () => {
    world = await openWorld('pglite');
    session = await world.signIn(HOST, 'lc.editor');
  });
  after(() => world.close());

  test('QN-066, BG-082: every page of the desk leads to a part of a guide that is there', () => {
    const parts = new Map(GUIDES.map((code) => [code, readGuide(code).parts.map(({ id }) => id)]));
    for (const { guide, part } of GUIDE_PLACES)
      assert.ok(parts.get(guide)?.includes(part), `${guide}#${part}`);
    const paths = ROOMS.flatMap((room) => room.routes(world.app.ports))
      .filter(({ method, audience }) => method === 'GET' && audience === 'staff')
      .map(({ path: at }) => at.vi.replace('/ban-lam-viec', ''));
    assert.ok(paths.length > 40);
    const unexplained = paths
      .filter((at) => at !== '' && !/^\/(huong-dan|tim|viec\.csv|thong-bao)/.test(at))
      .filter((at) => guideFor(at.replaceAll(/:\w+/g, '1')).part === 'viec-cua-toi');
    assert.deepEqual(unexplained, [], 'Name the part of the guides in src/rules/guides, and write it:');
  });

  test('every part is read inside the product, with pictures that are there', async () => {
    const pictures = new Set(readdirSync(SCREENSHOTS));
    for (const code of GUIDES) {
      const page = await world.get(HOST, `/ban-lam-viec/huong-dan/${code}`, { as: session });
      assert.equal(page.status, 200);
      for (const { id } of readGuide(code).parts) assert.ok(page.body.includes(`id="${id}"`), id);
      for (const [, to] of page.body.matchAll(/href="(?!\/|#|https?:)([^"]+)"/g))
        assert.equal(
          (await world.get(HOST, `/ban-lam-viec/huong-dan/${to}`, { as: session })).status,
          200,
          to,
        );
      const shown = [...page.body.matchAll(/huong-dan\/anh\/([^"]+)"/g)].map(([, name]) => name ?? '');
      assert.ok(shown.length > 0);
      for (const name of shown) assert.ok(pictures.has(name), name);
      const picture = await world.get(HOST, `/ban-lam-viec/huong-dan/anh/${shown[0]}`, { as: session });
      assert.equal(picture.headers['content-type'], 'image/png');
    }
  });

  test('QN-066: the guides are searched by a form: headings and passages with the words marked, each leading to its heading', async () => {
    const ask = (text: string, lang = '') =>
      world.get(HOST, `${lang || '/ban-lam-viec'}/huong-dan?q=${encodeURIComponent(text)}`, { as: session });
    const list = await world.get(HOST, '/ban-lam-viec/huong-dan', { as: session });
    assert.match(list.body, /<form[^>]*action="\/ban-lam-viec\/huong-dan"[^>]*role="search"/);
    const found = (await ask('dang khan')).body;
    assert.match(
      found,
      /href="\/ban-lam-viec\/huong-dan\/ban-bien-tap#dang-khan"><mark>Đăng<\/mark> <mark>khẩn<\/mark>/,
    );
    assert.match(found, /value="dang khan"/);
    assert.match(found, /1 phần nói đến điều này/);
    const english = (await ask('dang khan', '/en/desk')).body;
    assert.match(english, /href="\/en\/desk\/huong-dan\/ban-bien-tap#dang-khan"/);
    const near = (await ask('đăng khẩn bằng máy bay')).body;
    assert.match(near, /Không phần nào có đủ các chữ ấy\. Gần nhất là/);
    const none = (await ask('<b>xyz</b>')).body;
    assert.match(none, /Không phần nào của hướng dẫn nói đến “&lt;b>xyz&lt;\/b>”/);
    assert.match(none, /Thử ít chữ hơn/);
    assert.match(none, /huong-dan\/quan-tri"/);
    // from the search of the desk, when nothing waits under that name
    const tasks = await world.get(HOST, '/ban-lam-viec/tim?q=dang+khan', { as: session });
    assert.match(tasks.body, /href="\/ban-lam-viec\/huong-dan\?q=dang%20khan"/);
  });

  test('a guide or picture that is not there is said to be missing, and no other file is read', async () => {
    for (const at of ['khong-co', 'anh/khong-co.png', 'anh/..%2f..%2fpackage.json'])
      assert.equal((await world.get(HOST, `/ban-lam-viec/huong-dan/${at}`, { as: session })).status, 404, at);
  });
});
