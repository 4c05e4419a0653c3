// The database goes away and comes back, without a restart: pages seen before are served and say since when, what was
// taken down is not, and nothing else pretends. The real server stays up; a proxy between it and the application is cut.
import assert from 'node:assert/strict';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, createApp } from '../src/app.ts';
import { openServer } from '../src/platform/db/index.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  submitEdition,
  withdrawEdition,
} from '../src/rooms/publishing/index.ts';
import { shippedProfiles } from '../src/rules/profile/index.ts';
import { loadAssets } from '../src/ui/index.ts';
import { engines } from './support/engines.ts';
import { openWorld, WORLD_NOW, type World } from './support/world.ts';

const HOST = 'www.laocai.localhost';
/** The probe looks every second and waits two; a little more for a busy machine. */
const NOTICED_WITHIN_MS = 15_000;
/** Nobody waits longer for the page that says that it does not work. */
const ANSWERED_WITHIN_MS = 10_000;

/** A message from node to node takes a few milliseconds. */
const MESSAGE_MS = 500;

/** A line to PostgreSQL that can be cut, or fall silent, and be mended. */
class Line {
  #server: Server;
  #sockets = new Set<Socket>();
  #state: 'up' | 'cut' | 'silent' = 'up';

  constructor(target: URL) {
    this.#server = createServer((inner) => {
      inner.on('error', () => {});
      if (this.#state === 'cut') return void inner.destroy();
      if (this.#state === 'silent') return void this.#sockets.add(inner);
      const outer = dial(Number(target.port || 5432), target.hostname);
      for (const socket of [inner, outer]) {
        this.#sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => {
          this.#sockets.delete(socket);
          inner.destroy();
          outer.destroy();
        });
      }
      inner.pipe(outer);
      outer.pipe(inner);
    });
  }

  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    assert.ok(address && typeof address === 'object');
    return address.port;
  }

  /** The server was stopped: connections break, new ones are refused. */
  cut(): void {
    this.#state = 'cut';
    for (const socket of this.#sockets) socket.destroy();
  }

  /** The network was lost: connections stand, old ones and new, and nothing comes through any more. */
  silence(): void {
    this.#state = 'silent';
    for (const socket of this.#sockets) {
      socket.unpipe();
      socket.pause();
    }
  }

  mend(): void {
    this.#state = 'up';
    // connections that fell silent are as good as lost
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}

describe('While PostgreSQL is away', {
  skip: engines().includes('postgres') ? false : 'without PostgreSQL',
}, () => {
  let world: World;
  let line: Line;
  let app: App;
  let taken: { itemId: number; editionId: number; path: string };

  before(async () => {
    world = await openWorld('postgres');
    const { url } = world.database;
    assert.ok(url);
    line = new Line(new URL(url));
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String(await line.open());
    app = await createApp({
      config: {
        ...{ dataDir: '/nonexistent', demo: true, logLevel: 'silent', trustProxy: false },
        ...{ pageCacheBytes: 32 * 1024 * 1024, secretKey: Buffer.alloc(32, 7) },
      },
      opened: openServer({ url: through.href, poolSize: 4 }),
      profiles: shippedProfiles(),
      assets: await loadAssets(),
      now: () => WORLD_NOW,
    });
    const written = await publish('Bài sẽ bị gỡ trước khi mất cơ sở dữ liệu');
    taken = { ...written, path: await pathOf(written.itemId) };
  });
  after(async () => {
    line.mend();
    await app.stop();
    line.close();
    await world.close();
  });

  const get = (url: string) => app.http.inject({ method: 'GET', url, headers: { host: HOST } });

  /** Publishes through the other node, which has its own line. */
  async function publish(title: string): Promise<{ itemId: number; editionId: number }> {
    const portal = world.portals['lao-cai/main'];
    const section = portal?.sections.find((one) => one.content_kind === 'news');
    const [editor, checker, board] = ['lc.editor', 'lc.checker', 'lc.board'].map(
      (name) => world.actors[name],
    );
    assert.ok(portal && section && editor && checker && board);
    const { perform } = world.app.ports;
    const content = {
      ...{ title, summary: '', bodyHtml: `<p>${title}.</p>`, author: 'Phép thử', source: '', sourceUrl: '' },
      ...{
        sourcePublishedAt: null,
        pictureMediaId: null,
        pictureAlt: '',
        pictureCaption: '',
        attachments: [],
      },
      ...{ startEvent: null, startEventAt: null, facts: {} },
    };
    const created = await perform(editor, createItem, {
      portalId: portal.id,
      sectionId: section.id,
      language: 'vi',
      content,
    });
    const on = { portalId: portal.id, editionId: created.editionId };
    await perform(editor, submitEdition, on);
    await perform(checker, checkEdition, on);
    await perform(board, approveEdition, on);
    return created;
  }

  async function withdraw({ editionId }: { editionId: number }): Promise<void> {
    const portal = world.portals['lao-cai/main'];
    const board = world.actors['lc.board'];
    assert.ok(portal && board);
    const reason = 'Có sai sót về số liệu';
    await world.app.ports.perform(board, withdrawEdition, { portalId: portal.id, editionId, reason });
  }

  async function pathOf(itemId: number): Promise<string> {
    const { headers } = await get(`/bai/${itemId}`);
    assert.ok(headers.location);
    return new URL(headers.location, `http://${HOST}`).pathname;
  }

  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + NOTICED_WITHIN_MS;
    while (!(await holds())) {
      assert.ok(Date.now() < deadline, `${what}: not within ${NOTICED_WITHIN_MS} ms`);
      await pause(100);
    }
  }

  const isReady = async () => (await get('/readyz')).statusCode === 200;

  async function seen(path: string): Promise<void> {
    const answer = await get(path);
    assert.equal(answer.statusCode, 200, path);
    assert.doesNotMatch(answer.body, /class="stale"/, path);
  }

  async function assertAway(path: string, title: string): Promise<void> {
    const last = await get(path);
    assert.equal(last.statusCode, 200);
    assert.match(last.body, /class="stale" role="status"/);
    assert.match(last.body, /09:45 thứ Sáu 20\/11\/2026/, 'the notice says since when');
    assert.match(last.body, new RegExp(title));
    const began = Date.now();
    const unseen = await get('/tin-tuc');
    assert.equal(unseen.statusCode, 503);
    assert.ok(
      Date.now() - began < ANSWERED_WITHIN_MS,
      `the page of the outage took ${Date.now() - began} ms`,
    );
    const gone = await get(taken.path);
    assert.equal(gone.statusCode, 503);
    assert.doesNotMatch(gone.body, /Bài sẽ bị gỡ/);
    assert.equal((await get('/readyz')).statusCode, 503);
    assert.equal((await get('/healthz')).statusCode, 200);
    await assertProgramsWait();
  }

  /** A system that hands in a document is told to come again, in its own way. */
  async function assertProgramsWait(): Promise<void> {
    const answer = await app.http.inject({
      ...{ method: 'POST', url: '/api/van-ban', payload: { id: 'a', text: 'x' } },
      headers: { host: HOST, authorization: `Bearer cl_${'0'.repeat(43)}` },
    });
    assert.deepEqual([answer.statusCode, answer.json().code], [503, 'away']);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    assert.match(String(answer.headers['retry-after']), /^\d+$/);
  }

  async function assertWellAgain(path: string): Promise<void> {
    await until('ready again', isReady);
    await until('no notice any more', async () => {
      const answer = await get(path);
      return answer.statusCode === 200 && !answer.body.includes('class="stale"');
    });
    assert.equal((await get('/tin-tuc')).statusCode, 200);
    // messages of the other node come through again
    const { itemId } = await publish('Bài đăng sau khi cơ sở dữ liệu trở lại');
    await until('a new item is shown', async () => (await get('/')).body.includes('Bài đăng sau khi'));
    assert.equal((await get(await pathOf(itemId))).statusCode, 200);
  }

  test('what was taken down is dropped on this node as soon as the other one says so', async () => {
    await seen(taken.path);
    await withdraw(taken);
    await until('the page is gone', async () => !(await get(taken.path)).body.includes('số liệu.</p><p>'));
    await until('the notice stands in its place', async () =>
      (await get(taken.path)).body.includes('Có sai sót về số liệu'),
    );
  });

  test('the server is stopped: seen pages say since when, the rest says that it does not work, and all mends itself', async () => {
    const item = world.items['lao-cai/main'];
    assert.ok(item);
    const path = await pathOf(item.itemId);
    // taken down and never asked for since: nothing of it may be left to serve
    const second = await publish('Bài sẽ bị gỡ, lần hai');
    taken = { ...second, path: await pathOf(second.itemId) };
    await seen(taken.path);
    await withdraw(second);
    await pause(MESSAGE_MS);
    // a withdrawal drops every page that may have named the item, so this one is seen after it
    await seen(path);
    line.cut();
    await until('the outage is noticed', async () => (await get('/readyz')).json().servingFromCache);
    await assertAway(path, 'Hoàn thành sửa chữa 42 công trình nước sạch');
    line.mend();
    await assertWellAgain(path);
  });

  test('the line falls silent: the same, without waiting for the network to give up', async () => {
    const item = world.items['lao-cai/main'];
    assert.ok(item);
    const path = await pathOf(item.itemId);
    const third = await publish('Bài sẽ bị gỡ, lần ba');
    taken = { ...third, path: await pathOf(third.itemId) };
    await seen(taken.path);
    await withdraw(third);
    await pause(MESSAGE_MS);
    // a withdrawal drops every page that may have named the item, so this one is seen after it
    await seen(path);
    line.silence();
    await until('the outage is noticed', async () => (await get('/readyz')).json().servingFromCache);
    await assertAway(path, 'Hoàn thành sửa chữa 42 công trình nước sạch');
    line.mend();
    await assertWellAgain(path);
  });
});
