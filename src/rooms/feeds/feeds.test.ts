import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type World } from '../../../tests/support/world.ts';
import { rssOf } from './rss.ts';

test('what a title may hold cannot break a feed', () => {
  const text = rssOf({
    ...{
      title: 'A & B',
      link: 'http://x/',
      selfLink: 'http://x/rss.xml',
      description: '<b>',
      language: 'vi',
      copyright: '"',
    },
    items: [
      {
        ...{ title: 'Giá < 10 & “rẻ”\u0007', link: 'http://x/1', description: ']]>', category: 'Tin' },
        publishedAt: new Date('2026-11-20T02:45:00Z'),
        updatedAt: new Date('2026-11-21T02:45:00Z'),
      },
    ],
  });
  assert.match(text, /<title>Giá &lt; 10 &amp; “rẻ”<\/title>/);
  assert.match(
    text,
    /<pubDate>Fri, 20 Nov 2026 02:45:00 GMT<\/pubDate>\n<atom:updated>2026-11-21T02:45:00\.000Z<\/atom:updated>/,
  );
  assert.equal(text.includes('\u0007'), false);
});

for (const engine of engines()) {
  describe(`feeds on ${engine}`, () => {
    let world: World;
    before(async () => {
      world = await openWorld(engine);
    });
    after(() => world.close());

    test('LC-021: other portals take over what is published by machine, with the credit the regulation asks for', async () => {
      const feed = await world.get('bacha.laocai.gov.vn', '/tin-tuc/rss.xml');
      assert.equal(feed.status, 200);
      assert.match(feed.headers['content-type'] ?? '', /^application\/rss\+xml/);
      assert.match(feed.body, /<title>Phát giống ngô vụ xuân/);
      assert.match(feed.body, /<copyright>[^<]*Theo Cổng TTĐT tỉnh Lào Cai/);
      assert.match(feed.body, /<link>http:\/\/bacha\.laocai\.localhost[^<]+-\d+<\/link>/);
    });

    test('every section of a portal has its feed on the page that lists them, and each of them answers', async () => {
      const page = await world.get('www.laocai.gov.vn', '/rss');
      const feeds = [...page.body.matchAll(/href="([^"]*rss\.xml)"/g)].map(([, href]) => href ?? '');
      assert.ok(feeds.length >= 5);
      for (const feed of feeds) assert.equal((await world.get('www.laocai.gov.vn', feed)).status, 200, feed);
    });

    test('a feed of a section that does not exist is not there', async () => {
      assert.equal((await world.get('www.laocai.gov.vn', '/khong-co/rss.xml')).status, 404);
    });
  });
}
