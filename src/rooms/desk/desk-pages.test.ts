import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { type Answer, type Session, WORLD_NOW } from '../../../tests/support/world.ts';
import type { Database } from '../../platform/db/index.ts';
import { submitEdition } from '../publishing/index.ts';

const MAIN = 'www.laocai.gov.vn';
const DESK = { vi: '/ban-lam-viec', en: '/en/desk' };

/** Statements of the transactions that run while `work` does. */
async function countStatements(database: Database, work: () => Promise<unknown>): Promise<number> {
  const transaction = database.transaction.bind(database);
  let asked = 0;
  database.transaction = (scope, inside) =>
    transaction(scope, (tx) =>
      inside(
        new Proxy(tx, {
          get(target, name) {
            if (['rows', 'find', 'get', 'run'].includes(String(name))) asked += 1;
            const part: unknown = Reflect.get(target, name);
            return typeof part === 'function' ? part.bind(target) : part;
          },
        }),
      ),
    );
  try {
    await work();
  } finally {
    database.transaction = transaction;
  }
  return asked;
}

for (const engine of engines()) {
  describe(`the desk as its people see it on ${engine}`, () => {
    const ground = publishingGround(engine);
    let checker: Session;
    const get = (path: string, as = checker): Promise<Answer> => ground.world.get(MAIN, path, { as });
    /** The row of the list that is about a title. */
    const rowOf = ({ body }: Answer, title: string) =>
      body.split('<li class="desk-row').find((row) => row.includes(title)) ??
      assert.fail(`no row “${title}”`);

    /** Submitted, with twelve working days from 17/11/2026; Tuesday 24/11 is a holiday, so they end on 04/12. */
    const submitLaw = async (title: string) => {
      const clock = { startEvent: 'issued', startEventAt: new Date('2026-11-17T08:00:00+07:00') };
      const content = contentOf(title, clock);
      const made = await ground.write('lc.editor', 'lao-cai/main', content, 'legal-dissemination');
      await ground.perform(ground.one('lc.editor'), submitEdition, made);
    };

    before(async () => {
      await ground.open();
      await submitLaw('Quy định mới về chợ');
      const plain = await ground.write('lc.editor', 'lao-cai/main', contentOf('Tin không có hạn'));
      await ground.perform(ground.one('lc.editor'), submitEdition, plain);
    });
    after(() => ground.close());
    const openAt = async (moment: string) => {
      ground.world.setNow(new Date(moment));
      checker = await ground.world.signIn(MAIN, 'lc.checker');
    };

    test('LC-047: a task with a clock says it in words and strokes, in both languages; one without has none', async () => {
      await openAt(WORLD_NOW.toISOString());
      for (const [lang, words, due] of [
        ['vi', /còn 9 ngày làm việc/, /Hạn: thứ Sáu 04\/12\/2026/],
        ['en', /9 working days left/, /Due: Friday 4 December 2026/],
      ] as const) {
        const page = await get(DESK[lang]);
        const row = rowOf(page, 'Quy định mới về chợ');
        assert.match(row, words);
        assert.match(row, due);
        assert.match(row, /<svg class="strip strip-running"[^>]*aria-hidden="true">.*class="s-today"/);
        assert.doesNotMatch(row, /class="icon"/);
        assert.doesNotMatch(rowOf(page, 'Tin không có hạn'), /class="clock|<svg class="strip/);
      }
    });

    test('past its day it stands first, under its own heading, with mark, words and strokes over the day', async () => {
      await openAt('2026-12-08T09:45:00+07:00');
      for (const [path, heading] of [
        [DESK.vi, 'Quá hạn'],
        [`${DESK.vi}/tin-bai/duyet`, 'Quá hạn'],
        [DESK.en, 'Overdue'],
      ] as const) {
        const page = await get(path);
        const group = page.body.indexOf('class="group-header overdue"');
        const title = page.body.indexOf('Quy định mới về chợ');
        assert.ok(group > 0 && group < title, `${path}: the overdue group comes first`);
        assert.match(page.body.slice(group), new RegExp(`^[^§]*?<h2[^>]*><svg class="icon"[^§]*?${heading}`));
        const row = rowOf(page, 'Quy định mới về chợ');
        assert.match(row, /clock-overdue.*<svg class="icon".*(quá 2 ngày làm việc|2 working days overdue)/);
        assert.match(row, /class="s-due".*class="s-over".*class="s-over"/);
        assert.match(row, /class="button main"/);
      }
      assert.match(read(await get(DESK.vi)), /Có 2 việc chờ bạn: 1 quá hạn/);
    });

    test('all clocks of a page are read at once: more of them ask the database no more often', async () => {
      await openAt(WORLD_NOW.toISOString());
      const { database } = ground.world.database;
      const paths = [DESK.vi, `${DESK.vi}/tin-bai/duyet`];
      const asked = async () => {
        const counts: number[] = [];
        for (const path of paths) {
          await get(path); // the calendar and the portals are remembered from here on
          counts.push(await countStatements(database, () => get(path)));
        }
        return counts;
      };
      const before = await asked();
      assert.ok(
        before.every((count) => count > 0 && count < 32),
        before.join(', '),
      );
      for (let n = 0; n < 4; n++) await submitLaw(`Quy định thứ ${n}`);
      assert.match((await get(DESK.vi)).body, /Quy định thứ 3/);
      assert.deepEqual(await asked(), before);
    });

    test('the list as a file says the date and the time left', async () => {
      await openAt(WORLD_NOW.toISOString());
      const { body } = await get(`${DESK.vi}/viec.csv`);
      assert.match(body, /"Quy định mới về chợ",.*"2026-12-04","còn 9 ngày làm việc"/);
    });

    test('the bar of every desk page names the portal and what the person is there, in the words of the regulation', async () => {
      await openAt(WORLD_NOW.toISOString());
      for (const sub of [
        '',
        '/tin-bai',
        '/tin-bai/duyet',
        '/de-nghi',
        '/lich-lam-viec',
        '/kho',
        '/tai-khoan',
      ]) {
        const page = await get(DESK.vi + sub);
        assert.equal(page.status, 200, sub);
        assert.match(page.body, /<span class="desk-portal">Tỉnh Lào Cai<\/span>/, sub);
        assert.match(page.body, /<span class="desk-role">Người kiểm duyệt<\/span>/, sub);
      }
      const english = await get(`${DESK.en}/tin-bai/duyet`);
      assert.match(english.body, /<span class="desk-portal">Lào Cai Province<\/span>/);
      assert.match(english.body, /<span class="desk-role">Checker<\/span>/);
    });

    test('who works on a member portal is named with it, on whichever portal of the locality the desk was opened', async () => {
      const editor = await ground.world.signIn(MAIN, 'lc.bacha.editor');
      const page = await get(DESK.vi, editor);
      assert.match(page.body, /<span class="desk-portal">Xã Bắc Hà<\/span>/);
      assert.match(
        page.body,
        /<span class="desk-role">Người quản trị Cổng thành viên · Phóng viên, biên tập viên<\/span>/,
      );
    });
  });
}
