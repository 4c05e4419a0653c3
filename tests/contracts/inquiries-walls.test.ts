// Who has no part in an inquiry learns nothing of it, by no route and by no statement of his own; and a code that leads
// nowhere says nothing, whatever the reason.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { givePasswords } from '../../seeds/people.ts';
import { scopeOf } from '../../src/platform/command/index.ts';
import { raw, type Sql, sql } from '../../src/platform/db/index.ts';
import type { AnyRoute } from '../../src/platform/http/types.ts';
import { askBodies, contributeToInquiry } from '../../src/rooms/inquiries/bodies.ts';
import { forgetInquiry } from '../../src/rooms/inquiries/forgetting.ts';
import type { Intake } from '../../src/rooms/inquiries/intakes.ts';
import { withdrawInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { digestOfCode, sealFile } from '../../src/rooms/inquiries/sealed.ts';
import { acceptInquiry, sendOutInquiry } from '../../src/rooms/inquiries/sorting.ts';
import { ROOMS } from '../../src/rooms.ts';
import type { Person } from '../../src/rules/access/index.ts';
import { CASE_CODE_BYTES, makeCode } from '../../src/rules/case-code/index.ts';
import { engines } from '../support/engines.ts';
import { type Hall, openHall, type Place, type Post } from '../support/inquiries.ts';
import { Planting } from '../support/planted.ts';
import { type Session, tokenIn } from '../support/world.ts';

const MAIN = 'lao-cai/main';
const MEMBER = 'lao-cai/snnmt';
const TABLES = ['inquiry', 'inquiry_event', 'inquiry_part', 'inquiry_answer', 'inquiry_file'] as const;
const UNKNOWN_ID = 999_999;

/** An inquiry all of which is planted, and what it is reached by. */
interface Target {
  id: number;
  fileId: number;
  code: string;
}

for (const engine of engines()) {
  describe(`Walls around an inquiry on ${engine}`, () => {
    const planting = new Planting();
    let hall: Hall;

    before(async () => {
      hall = await openHall(engine);
    });
    after(() => hall.close());

    const rows = <T>(query: Sql) =>
      hall.app.ports.database.transaction({ as: 'system' }, (tx) => tx.rows<T>(query));

    async function plant(intake: Intake, place: Place = 'lao-cai'): Promise<Target> {
      const { ports } = hall.app;
      const name = `${place} ${intake} ${planting.marks.length}`.replace(
        /\d/g,
        (digit) => 'abcdefghij'[+digit] ?? '',
      );
      const code = makeCode(randomBytes(CASE_CODE_BYTES));
      const codeDigest = digestOfCode(ports.seal, code);
      const stored = await ports.files.put(
        sealFile(ports.seal, codeDigest, Buffer.from(planting.text(`${name} bytes`))),
      );
      const file = { name: `${planting.text(`${name} file`)}.txt`, type: 'text/plain', ...stored };
      const { id } = await hall.ask(place, intake, {
        ...{ code, codeDigest, files: [file] },
        ...{ asker: planting.asker(name), content: planting.content(name) },
      });
      const [kept] = await rows<{ id: number }>(sql`select id from inquiry_file where inquiry_id = ${id}`);
      return { id, code, fileId: kept?.id ?? 0 };
    }

    /** An officer of the hall with a session of his own. */
    async function enter(portal: string, post: Post): Promise<{ person: Person; as: Session }> {
      const person = hall.officer(portal, post);
      const { id: portalId, host } = hall.portal(portal);
      const { personId, username, fullName, localityId } = person;
      const seeded = { personId, username, fullName, localityId, portalId, roles: [post] };
      await givePasswords(hall.app.ports, [seeded], hall.password);
      return { person, as: await hall.signIn(host, username) };
    }

    async function enterAs(username: string, host: string): Promise<{ person: Person; as: Session }> {
      return { person: await hall.as(username), as: await hall.signIn(host, username) };
    }

    /** Fails when a page shows a word of it, when its page differs from that of none, or when a form changes it. */
    async function expectNothing(
      who: string,
      { person, as }: Awaited<ReturnType<typeof enter>>,
      target: Target,
    ) {
      const before = await fingerprint(target.id);
      for (const route of ROOMS.flatMap((room) => room.routes(hall.app.ports))) {
        for (const url of addressesOf(route, target)) {
          if (route.method === 'POST' && !/inquiries\.desk/.test(route.name)) continue;
          const answer =
            route.method === 'GET'
              ? await hall.get(as.host, url, { as })
              : await hall.post(as.host, url, await fieldsFor(as, target), { as });
          assert.deepEqual(planting.in(answer.body), [], `${who}: ${route.method} ${url}`);
          assert.ok(answer.status < 500, `${who}: ${route.method} ${url} failed`);
        }
      }
      const here = await hall.get(as.host, `/ban-lam-viec/thu-hoi-dap/${target.id}`, { as });
      const nowhere = await hall.get(as.host, `/ban-lam-viec/thu-hoi-dap/${UNKNOWN_ID}`, { as });
      const body = ({ body: text }: typeof here, id: number) => plain(text, `thu-hoi-dap/${id}`);
      assert.equal(difference(body(here, target.id), body(nowhere, UNKNOWN_ID)), undefined, who);
      assert.equal(here.status, nowhere.status);
      assert.equal(await fingerprint(target.id), before, `${who} changed it`);
      assert.deepEqual(await readable(person, target.id), [], `${who} reads it by SQL`);
    }

    /** Tables in which the person's own statements find something of it. */
    async function readable(person: Person, inquiryId: number): Promise<string[]> {
      const found: string[] = [];
      for (const table of TABLES) {
        const column = raw(table === 'inquiry' ? 'id' : 'inquiry_id');
        const seen = await hall.app.ports.database.transaction(scopeOf(person), (tx) =>
          tx.rows(sql`select 1 from ${raw(table)} where ${column} = ${inquiryId}`),
        );
        if (seen.length > 0) found.push(table);
      }
      return found;
    }

    async function fingerprint(inquiryId: number): Promise<string> {
      const parts = TABLES.map((table) =>
        rows<{ text: string }>(
          sql`select t::text as text from ${raw(table)} t where ${raw(table === 'inquiry' ? 'id' : 'inquiry_id')} = ${inquiryId} order by id`,
        ),
      );
      return JSON.stringify(await Promise.all(parts));
    }

    async function fieldsFor(as: Session, { id }: Target): Promise<Record<string, string>> {
      const token = tokenIn(await hall.get(as.host, '/ban-lam-viec', { as }));
      const toPortalId = String(hall.portal(MEMBER).id);
      return {
        ...{ _token: token, inquiryId: String(id), portalId: String(hall.portal(MAIN).id), toPortalId },
        ...{ move: 'refuse', sure: '1', note: 'Lý do đủ dài.', reason: 'outOfScope', version: '1' },
        ...{ title: 'Sửa trộm', question: 'Sửa trộm', answer: 'Sửa trộm', aside: 'Sửa trộm', mode: 'direct' },
      };
    }

    for (const intake of ['complaint', 'personalData', 'question'] as const) {
      test(`LC-092: ${intake}: nobody outside reads or changes it`, async () => {
        const target = await plant(intake);
        const outside: Record<string, Awaited<ReturnType<typeof enter>>> = {
          'the head of another body': await enter(MEMBER, 'head'),
          'the board of another body': await enter(MEMBER, 'boardMember'),
          'the head of another locality': await enter('thai-binh/main', 'head'),
          'the technical administrator': await enterAs('lc.technical', 'www.laocai.gov.vn'),
          'the content administrator': await enterAs('lc.content', 'www.laocai.gov.vn'),
          'the overseer': await enterAs('lc.overseer', 'www.laocai.gov.vn'),
        };
        if (intake !== 'question') {
          outside['an editor of the body itself'] = await enter(MAIN, 'editor');
          outside['a checker of the body itself'] = await enter(MAIN, 'checker');
        }
        for (const [who, person] of Object.entries(outside)) await expectNothing(who, person, target);
        // and whoever handles it does read it, so that there was something to be read
        const { person, as } = await enter(MAIN, 'boardMember');
        const page = await hall.get(as.host, `/ban-lam-viec/thu-hoi-dap/${target.id}`, { as });
        assert.ok(planting.in(page.body).length > 5);
        assert.ok((await readable(person, target.id)).length >= 3);
        const before = await fingerprint(target.id);
        await hall.post(as.host, `/ban-lam-viec/thu-hoi-dap/${target.id}/buoc`, await fieldsFor(as, target), {
          as,
        });
        assert.notEqual(
          await fingerprint(target.id),
          before,
          'the same form changes it from the right hands',
        );
      });
    }

    test('LC-092: a body asked to contribute to a confidential matter reads it while it is asked, and no longer', async () => {
      const target = await plant('complaint');
      const on = { inquiryId: target.id };
      await hall.act(MAIN, 'boardMember', acceptInquiry, { ...on, commonConcern: false });
      await hall.act(MAIN, 'boardMember', askBodies, { ...on, portalIds: [hall.portal(MEMBER).id] });
      const board = await enter(MEMBER, 'boardMember');
      const page = await hall.get(board.as.host, `/ban-lam-viec/thu-hoi-dap/${target.id}`, { as: board.as });
      // the letter; who wrote it is for the body that answers him
      assert.ok(planting.in(page.body).length > 1);
      await expectNothing('an editor of the body asked', await enter(MEMBER, 'editor'), target);
      await hall.act(MEMBER, 'boardMember', contributeToInquiry, { ...on, contribution: 'Đã xem hồ sơ.' });
      await hall.act(MAIN, 'boardMember', sendOutInquiry, {
        ...{ ...on, body: 'Thanh tra tỉnh', note: 'Thuộc thẩm quyền của Thanh tra.' },
      });
      await expectNothing('the body that was asked, afterwards', board, target);
    });

    describe('a code that leads nowhere', () => {
      let house = 10;
      const ask = async (method: 'GET' | 'POST', code: string, from: string) => {
        const isGet = method === 'GET';
        const reply = await hall.app.http.inject({
          ...{ method, remoteAddress: from, url: isGet ? `/hoi-dap/theo-doi/${code}` : '/hoi-dap/theo-doi' },
          headers: {
            host: 'www.laocai.localhost',
            ...(!isGet && {
              'content-type': 'application/x-www-form-urlencoded',
              'sec-fetch-site': 'same-origin',
            }),
          },
          ...(!isGet && { payload: new URLSearchParams({ code }).toString() }),
        });
        const { date: _, 'set-cookie': __, ...headers } = reply.headers;
        const head = Object.entries(headers).filter(([name]) => !/^x-ratelimit|^x-request-id/.test(name));
        return { status: reply.statusCode, text: plain(`${JSON.stringify(head)}\n${reply.body}`, code) };
      };
      const newHouse = () => `127.0.9.${++house}`;

      test('is answered byte for byte alike: never given out, of another locality, forgotten', async () => {
        const { ports } = hall.app;
        const foreign = await plant('question', 'thai-binh');
        const forgotten = await plant('question');
        const machine = hall.machines['lao-cai'] ?? assert.fail();
        const on = { portalId: hall.portal(MAIN).id, inquiryId: forgotten.id };
        await ports.perform(machine, withdrawInquiry, { ...on, note: 'Không cần nữa.' });
        await ports.perform(machine, forgetInquiry, { ...on, why: 'request' });
        const unknown = makeCode(randomBytes(CASE_CODE_BYTES));
        for (const method of ['GET', 'POST'] as const) {
          const answers: Awaited<ReturnType<typeof ask>>[] = [];
          for (const code of [unknown, foreign.code, forgotten.code])
            answers.push(await ask(method, code, newHouse()));
          const [first, ...others] = answers;
          assert.equal(first?.status, 404);
          for (const other of others) assert.deepEqual(other, first, method);
        }
        // it is not that nothing is ever found
        const known = await plant('question');
        assert.equal((await ask('GET', known.code, newHouse())).status, 200);
        assert.equal((await ask('POST', known.code, newHouse())).status, 303);
      });

      test('cannot be guessed: after ten wrong ones an address waits, also with a right one, and learns nothing', async () => {
        const known = await plant('question');
        const guesser = newHouse();
        const statuses: number[] = [];
        for (let n = 0; n < 12; n++)
          statuses.push(
            (await ask(n % 2 ? 'POST' : 'GET', makeCode(randomBytes(CASE_CODE_BYTES)), guesser)).status,
          );
        assert.deepEqual(statuses, [...Array<number>(10).fill(404), 429, 429]);
        const wrong = await ask('GET', makeCode(randomBytes(CASE_CODE_BYTES)), guesser);
        assert.deepEqual(await ask('GET', known.code, guesser), wrong);
        assert.equal((await ask('GET', known.code, newHouse())).status, 200, 'others are not kept waiting');
        hall.setNow(new Date(hall.app.ports.now().getTime() + 61_000));
        assert.equal((await ask('GET', known.code, guesser)).status, 200, 'a minute later it may try again');
      });
    });
  });
}

/** Every address of a route with the numbers of the target. */
function addressesOf(route: AnyRoute, { id, fileId }: Target): string[] {
  const names = [...route.path.vi.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  if (names.length === 0)
    return route.audience === 'staff' ? [route.path.vi, `${route.path.vi}?q=dauqx`] : [];
  if (!/\/thu-hoi-dap\//.test(route.path.vi)) return [];
  return [route.path.vi.replace(':id', String(id)).replace(':fileId', String(fileId))];
}

/** Without what differs from one request to the next: tokens, numbers of the request, and the code as it was typed. */
function plain(text: string, typed: string): string {
  return (
    text
      .replaceAll(typed, 'TYPED')
      .replaceAll(encodeURIComponent(typed), 'TYPED')
      // the page of what is missing offers to search for the last part of its address
      .replace(/\/tim-kiem\?q=\d+/g, '')
      .replace(/name="_token" value="[^"]*"/g, '')
      .replace(/(nonce|reqId|request-id)[-="':\w]*/gi, '')
  );
}

/** Where two texts part, with what stands there; undefined when they are one. */
function difference(a: string, b: string): string | undefined {
  if (a === b) return undefined;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return [a, b].map((text) => `…${text.slice(Math.max(0, at - 60), at + 60)}…`).join(' and ');
}
