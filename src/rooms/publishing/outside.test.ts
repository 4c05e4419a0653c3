import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { deskGround, LIST, read } from '../../../tests/support/desk.ts';
import { engines } from '../../../tests/support/engines.ts';
import { type StandInInternet, startInternet } from '../../../tests/support/outside.ts';
import { contentOf } from '../../../tests/support/publishing.ts';
import type { Answer } from '../../../tests/support/world.ts';
import { listOutsideFindings } from '../../operator/doctor-outside.ts';
import { sql } from '../../platform/db/index.ts';
import { withdrawEdition } from './index.ts';
import { checkLinks } from './link-checking.ts';
import { askOutside } from './outside-asking.ts';
import { stateAfter } from './outside-rules.ts';
import { listTasks } from './tasks.ts';

test('an address is broken after three different days in a row, however often it is asked on one', () => {
  const fresh = { failed_days: 0, failed_since: null, failed_on: null };
  const first = stateAfter(fresh, 'not-there', '2026-11-20');
  assert.deepEqual(first, {
    ...{ standing: 'failing', failed_days: 1, failed_since: '2026-11-20', failed_on: '2026-11-20' },
    next_on: '2026-11-21',
  });
  assert.equal(stateAfter(first, 'silent', '2026-11-20').failed_days, 1);
  const second = stateAfter(first, 'silent', '2026-11-23');
  assert.equal(second.standing, 'failing');
  const third = stateAfter(second, 'no-host', '2026-11-24');
  assert.deepEqual(
    [third.standing, third.failed_since, third.next_on],
    ['broken', '2026-11-20', '2026-11-26'],
  );
  // what opens, or what a machine cannot tell, begins anew
  for (const reason of ['opened', 'closed'] as const) {
    const again = stateAfter(stateAfter(second, reason, '2026-11-24'), 'silent', '2026-11-25');
    assert.deepEqual([again.standing, again.failed_days], ['failing', 1], reason);
  }
});

for (const engine of engines()) {
  describe(`addresses outside on ${engine}`, () => {
    let web: StandInInternet;
    const desk = deskGround(engine, async () => {
      web = await startInternet();
      return { outside: web.outside };
    });
    const { ground } = desk;
    before(desk.open);
    after(async () => {
      await desk.close();
      await web.stop();
    });
    beforeEach(() => {
      web.asked.length = 0;
    });

    const publish = (title: string, html: string, more = {}, key = 'lao-cai/main') =>
      ground.publish(
        'lc.editor',
        'lc.checker',
        'lc.board',
        key,
        contentOf(title, { bodyHtml: html, ...more }),
      );
    const link = (href: string) => `<p>Xem <a href="${href}">trang của Sở</a>.</p>`;
    /** One night: the round, then the look at all links. */
    const night = async (day: string) => {
      ground.world.setNow(new Date(`${day}T00:15:00+07:00`));
      await askOutside.run(ground.world.app.ports, {});
      ground.world.setNow(new Date(`${day}T02:20:00+07:00`));
      await checkLinks.run(ground.world.app.ports, {});
      ground.world.setNow(new Date(`${day}T09:00:00+07:00`));
    };
    const standings = async () => {
      const rows = await ground.asSystem((db) =>
        db.rows<{ address: string; standing: string; reason: string | null }>(
          sql`select address, standing, reason from outside_address order by address`,
        ),
      );
      return Object.fromEntries(rows.map(({ address, standing }) => [address, standing]));
    };
    const notes = async () =>
      (await listTasks(ground.world.app.ports, await ground.world.as('lc.content'), 'vi'))
        .filter(({ id }) => id.startsWith('publishing:links'))
        .map(({ note }) => note);
    const shown = (answer: Answer) => {
      assert.equal(answer.status, 200, JSON.stringify(answer.headers));
      return read(answer);
    };
    const signedIn = (username: string) => ground.world.signIn('www.laocai.gov.vn', username);
    const brokenPage = async (query = '') =>
      shown(await desk.get(`${LIST}/cho-noi-hong${query}`, await signedIn('lc.content')));

    test('before the first night the page says so; only what is published is asked, by the name of the portal', async () => {
      assert.match(await brokenPage(), /lượt đầu tiên bắt đầu sau nửa đêm/);
      web.pages.set('tot.vn/', 200).set('mat.vn/a?b=1&c=2', 404).set('nguon.vn/goc', 500);
      web.pages.set('nhap.vn/', 200);
      await publish(
        'Bài có nối ra ngoài',
        `${link('http://tot.vn')}${link('http://mat.vn/a?b=1&amp;c=2#muc')}${link('http://192.168.1.5/x')}${link('https://www.laocai.gov.vn')}`,
        {
          source: 'Báo Mẫu',
          sourceUrl: 'http://nguon.vn/goc',
          sourcePublishedAt: new Date('2026-11-01T08:00:00+07:00'),
        },
      );
      await ground.write(
        'lc.editor',
        'lao-cai/main',
        contentOf('Bản thảo', { bodyHtml: link('http://nhap.vn/') }),
      );
      await night('2026-11-21');
      assert.deepEqual(await standings(), {
        ...{
          'http://tot.vn/': 'opens',
          'http://mat.vn/a?b=1&c=2': 'failing',
          'http://nguon.vn/goc': 'failing',
        },
        'http://192.168.1.5/x': 'unclear',
      });
      assert.equal(web.lastHeaders()['user-agent'], 'Cong-Lang (link check; +https://www.laocai.gov.vn/)');
      assert.ok(
        web.asked.every((one) => !/nhap\.vn|laocai|192\.168/.test(one)),
        web.asked.join(),
      );
      assert.deepEqual(await notes(), []);
      assert.match(
        await brokenPage(),
        /1 địa chỉ mở được, 0 hỏng, 2 không mở được, đang được hỏi lại, 1 máy không xem được/,
      );
    });

    test('asked twice in a day it is asked once; what opened rests for a week', async () => {
      await night('2026-11-21');
      assert.equal(web.asked.length, 0, web.asked.join());
      await night('2026-11-22');
      assert.deepEqual([...new Set(web.asked.map((one) => one.replace(/^\w+ /, '')))].sort(), [
        'mat.vn/a?b=1&c=2',
        'nguon.vn/goc',
        'tot.vn/', // a witness: nothing else opened
      ]);
      assert.deepEqual(await notes(), []);
    });

    test('after three days it is broken: a task where it stands, the page, and a warning in every draft that uses it', async () => {
      await night('2026-11-23');
      assert.equal((await standings())['http://mat.vn/a?b=1&c=2'], 'broken');
      assert.deepEqual(await notes(), ['Bài đang đăng có 2 chỗ nối không đến đâu: http://nguon.vn/goc']);
      const said = await brokenPage();
      assert.match(said, /http:\/\/mat\.vn\/a\?b=1&c=2#muc/);
      assert.match(
        said,
        /Không mở được từ 21\/11\/2026: máy chủ ở đó trả lời là không có trang này \(404\), hỏi lần cuối 23\/11\/2026/,
      );
      assert.match(said, /http:\/\/nguon\.vn\/goc \(địa chỉ nguồn\)/);
      assert.match(await brokenPage('?den=trong'), /Không có chỗ nối nào hỏng/);
      const draft = await ground.write(
        'lc.editor',
        'lao-cai/main',
        contentOf('Bài khác', {
          bodyHtml: link('http://mat.vn/a?c=2&amp;b=1') + link('http://mat.vn/a?b=1&amp;c=2#khac'),
        }),
      );
      const page = shown(
        await desk.get(`${LIST}/${draft.itemId}/kiem-tra/${draft.editionId}`, await signedIn('lc.editor')),
      );
      assert.match(
        page,
        /Nối đến trang ngoài không mở được .*http:\/\/mat\.vn\/a\?b=1&c=2#khac.*Trang được nối đến không mở được từ 21\/11\/2026/,
      );
      assert.equal(page.match(/Nối đến trang ngoài không mở được/g)?.length, 1);
      assert.match(page, /Còn vài điều nên xem/); // it stands in nobody's way
    });

    test('mended over there, it is found to open and the task is gone; so it is when the item is', async () => {
      web.pages.set('nguon.vn/goc', 200);
      await night('2026-11-25');
      assert.deepEqual(await notes(), [
        'Bài đang đăng có 1 chỗ nối không đến đâu: http://mat.vn/a?b=1&c=2#muc',
        'Bản thảo có 1 chỗ nối không đến đâu: http://mat.vn/a?b=1&c=2#khac',
      ]);
      const [row] = await ground.asSystem((db) =>
        db.rows<{ item_id: number; id: number; portal_id: number }>(
          sql`select id, item_id, portal_id from edition where title = 'Bài có nối ra ngoài' and state = 'published'`,
        ),
      );
      assert.ok(row);
      await ground.perform(ground.one('lc.board'), withdrawEdition, {
        ...{
          itemId: row.item_id,
          editionId: row.id,
          portalId: row.portal_id,
          reason: 'Bài đã hết thời hạn.',
        },
      });
      web.asked.length = 0;
      await night('2026-11-27');
      assert.deepEqual(web.asked, []); // nobody public leads there any more
      assert.equal((await notes()).length, 1); // what was heard still warns the draft
      await night('2026-12-30');
      assert.deepEqual(await notes(), []);
      assert.deepEqual(await standings(), {});
    });

    test('without a way out nothing is counted against anybody, and that is said', async () => {
      web.pages.clear();
      web.pages.set('mo.vn/', 200).set('khac.vn/', 200);
      await publish('Bài thứ hai', link('http://mo.vn/') + link('http://khac.vn/') + link('http://hong.vn/'));
      await night('2026-12-31');
      assert.deepEqual(await standings(), {
        'http://hong.vn/': 'failing',
        'http://khac.vn/': 'opens',
        'http://mo.vn/': 'opens',
      });
      web.pages.clear();
      for (const day of ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-08']) {
        await night(day);
        assert.deepEqual(await standings(), {
          'http://hong.vn/': 'failing',
          'http://khac.vn/': 'opens',
          'http://mo.vn/': 'opens',
        });
      }
      const said = await brokenPage();
      assert.match(
        said,
        /Máy chủ có thể không ra được mạng .*00:15 thứ Sáu 08\/01\/2027 gửi 3 địa chỉ mà không trang nào mở ra/,
      );
      assert.match(said, /Lần cuối có trang trả lời: 00:15 thứ Năm 31\/12\/2026/);
      web.asked.length = 0;
      await askOutside.run(ground.world.app.ports, {});
      assert.deepEqual(web.asked, []); // once a night is enough to know it
      const [found] = await listOutsideFindings({ asksOutside: true }, ground.world.database, [
        { id: ground.one('lc.content').localityId, code: 'lao-cai' },
      ]);
      assert.equal(found?.state, 'warn');
    });

    test('turned off, nothing is asked and the page says since when; the administrator of the machine reads the same', async () => {
      const { ports } = ground.world.app;
      ports.outside = undefined;
      try {
        await night('2027-01-15');
        assert.equal(web.asked.length, 0, web.asked.join());
        assert.match(
          await brokenPage(),
          /Không hỏi các trang ngoài Máy chủ không hỏi trang ngoài từ 00:15 thứ Sáu 08\/01\/2027/,
        );
        const jobs = shown(await desk.get('/ban-lam-viec/viec-may', await signedIn('lc.technical')));
        assert.match(jobs, /không hỏi trang ngoài từ 00:15 thứ Sáu 08\/01\/2027/);
        const off = await listOutsideFindings({ asksOutside: false }, ground.world.database, [
          { id: ground.one('lc.content').localityId, code: 'lao-cai' },
        ]);
        assert.deepEqual([off.length, off[0]?.state], [1, 'note']);
        assert.match(off[0]?.text.vi ?? '', /từ 00:15 thứ Sáu 08\/01\/2027.*OUTSIDE_LINKS=true/);
      } finally {
        ports.outside = web.outside;
      }
    });

    test('QN-063: what is known of addresses stays within the locality, and the public does not see it', async () => {
      const other = ground.world.actors;
      const foreign = Object.values(other).find(
        ({ localityId }) => localityId !== ground.one('lc.content').localityId,
      );
      assert.ok(foreign);
      const count = (person: typeof foreign) =>
        ground.world.database.database.transaction(
          {
            as: 'staff',
            localityId: person.localityId,
            portalIds: person.portalIds,
            personId: person.personId,
          },
          (tx) => tx.get<{ count: number }>(sql`select count(*)::integer as count from outside_address`),
        );
      assert.deepEqual([(await count(foreign)).count, (await count(ground.one('lc.editor'))).count], [0, 3]);
      await assert.rejects(
        ground.publicly((db) => db.rows(sql`select * from outside_address`)),
        /permission/,
      );
    });
  });
}
