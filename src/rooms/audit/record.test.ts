import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { type Office, openOffice, PORTALS } from '../../../tests/support/office.ts';
import type { Person, Role } from '../../rules/access/index.ts';
import { type AuditRecord, findBreak } from '../../rules/audit/index.ts';
import { appendAudit, verifyChain } from './chain.ts';
import { filterOf, readFilterDraft, readSeq, writeFilter } from './forms.ts';
import { csvLine, readablePortals } from './rules.ts';
import { recordWords } from './words.ts';

const RECORD = '/ban-lam-viec/nhat-ky';

describe('Who reads the record', () => {
  const person = (grants: [number, Role][], portalIds: number[]) =>
    ({
      kind: 'person',
      grants: grants.map(([portalId, role]) => ({ portalId, role })),
      portalIds,
      mustChangePassword: false,
    }) as unknown as Person;

  test('QN-058: overseer and technical administrator of the main portal, of the whole locality', () => {
    for (const role of ['overseer', 'technicalAdmin'] as const) {
      assert.deepEqual(readablePortals(person([[1, role]], [1, 2, 3]), 1), {
        portalIds: [1, 2, 3],
        ofLocality: true,
      });
    }
  });

  test('TB-046: anyone else of the portals where he holds the permit, not of those where he only works', () => {
    const mixed = person(
      [
        [2, 'contentAdmin'],
        [3, 'editor'],
      ],
      [2, 3],
    );
    assert.deepEqual(readablePortals(mixed, 1), { portalIds: [2], ofLocality: false });
    const member = person(
      [
        [2, 'technicalAdmin'],
        [3, 'editor'],
      ],
      [2, 3],
    );
    assert.deepEqual(readablePortals(member, 1), { portalIds: [2], ofLocality: false });
    assert.deepEqual(readablePortals(person([[1, 'head']], [1]), 1), { portalIds: [1], ofLocality: true });
    assert.deepEqual(readablePortals(person([[1, 'editor']], [1]), 1), { portalIds: [], ofLocality: false });
  });
});

describe('The filter of the record', () => {
  test('stands in the address and comes back from it; days are whole days of Viet Nam', () => {
    const query = new URLSearchParams(
      'viec=accounts.signIn&nguoi=NVB&cong=2&doi-tuong=person:7&tu=2026-11-01&den=2026-11-20&la=x',
    );
    const draft = readFilterDraft(query);
    query.delete('la');
    assert.equal(writeFilter(draft).toString(), query.toString());
    assert.deepEqual(filterOf(draft), {
      command: 'accounts.signIn',
      actor: 'nvb',
      portalId: 2,
      subjectKind: 'person',
      subjectId: '7',
      since: new Date('2026-11-01T00:00:00+07:00'),
      until: new Date('2026-11-21T00:00:00+07:00'),
    });
  });

  test('leaves out what makes no sense', () => {
    const nonsense = readFilterDraft(new URLSearchParams('cong=-1&tu=2026-02-30&den=hôm qua&doi-tuong='));
    assert.deepEqual(
      Object.values(filterOf(nonsense)).filter((value) => value !== undefined),
      [],
    );
    assert.deepEqual(['', '0', '1.5', 'x', '12'].map(readSeq), [
      undefined,
      undefined,
      undefined,
      undefined,
      12,
    ]);
  });
});

test('a line of CSV quotes every cell and lets no spreadsheet run one', () => {
  assert.equal(csvLine(['a "b"', 'c,d', '=1+1', '@x', '']), '"a ""b""","c,d","\'=1+1","\'@x",""\r\n');
});

test('every text of the record stands in both languages', () => {
  assert.deepEqual(Object.keys(recordWords('en')).sort(), Object.keys(recordWords('vi')).sort());
});

for (const engine of engines()) {
  describe(`The record on ${engine}`, () => {
    let office: Office;
    before(async () => {
      office = await openOffice(engine);
      await office.employ('ttktubndt', 'Trần Thị Kỹ', 'main', ['technicalAdmin']);
      await office.employ('nttstc', 'Nguyễn Thị Tài', 'finance', ['contentAdmin']);
      await office.employ('gvxtp', 'Giàng Văn Xã', 'commune', ['editor']);
      await office.employ('phbg', 'Phạm Bắc Giang', 'elsewhere', ['head']);
      const actor = office.machine;
      await office.database.database.transaction({ as: 'system' }, async (tx) => {
        for (let n = 1; n <= 120; n++) {
          const entry = {
            command: 'media.addMedia',
            portalId: PORTALS.finance,
            subject: { kind: 'media', id: n },
            payload: { n },
          };
          await appendAudit(tx, { ...entry, actor, at: new Date(office.now().getTime() + n * 1_000) });
        }
        const ofLocality = {
          command: 'duties.confirmCalendar',
          portalId: null,
          subject: { kind: 'calendar', id: 1 },
          payload: {},
        };
        await appendAudit(tx, { ...ofLocality, actor, at: office.now() });
      });
    });
    after(() => office.close());

    const numbersOf = (body: string) =>
      [...body.matchAll(/<th scope="row" class="n num">(\d+)<\/th>/g)].map(([, seq]) => Number(seq));
    const hrefOf = (body: string, rel: 'prev' | 'next') =>
      new RegExp(`<a href="([^"]+)" rel="${rel}"`).exec(body)?.[1]?.replaceAll('&amp;', '&');

    test('shows 50 entries a page, newest first, and the same on the way back though entries came in', async () => {
      const cookie = await office.signIn('finance', 'nttstc');
      const first = await office.get('finance', `${RECORD}?viec=media.addMedia`, cookie);
      const numbers = numbersOf(first.body);
      assert.equal(numbers.length, 50);
      assert.deepEqual(
        numbers,
        [...numbers].sort((a, b) => b - a),
      );
      assert.equal(hrefOf(first.body, 'prev'), undefined);
      const second = await office.get('finance', hrefOf(first.body, 'next') ?? '', cookie);
      const third = await office.get('finance', hrefOf(second.body, 'next') ?? '', cookie);
      assert.deepEqual([numbersOf(second.body).length, numbersOf(third.body).length], [50, 20]);
      assert.equal(hrefOf(third.body, 'next'), undefined);
      await office.signIn('finance', 'nttstc');
      const back = await office.get('finance', hrefOf(third.body, 'prev') ?? '', cookie);
      assert.deepEqual(numbersOf(back.body), numbersOf(second.body));
      assert.deepEqual(
        numbersOf((await office.get('finance', hrefOf(second.body, 'prev') ?? '', cookie)).body),
        numbers,
      );
    });

    test('is filtered by command, person, subject and period, in words', async () => {
      const cookie = await office.signIn('finance', 'nttstc');
      const one = await office.get('finance', `${RECORD}?doi-tuong=media:7`, cookie);
      assert.equal(numbersOf(one.body).length, 1);
      assert.match(one.body, /Thêm tệp/);
      assert.match(one.body, /Sở Tài chính/);
      const mine = await office.get(
        'finance',
        `${RECORD}?nguoi=nttstc&viec=accounts.signIn&tu=2026-11-20&den=2026-11-20`,
        cookie,
      );
      assert.ok(numbersOf(mine.body).length > 0);
      assert.match(mine.body, /Nguyễn Thị Tài/);
      assert.equal(
        numbersOf((await office.get('finance', `${RECORD}?tu=2026-11-21`, cookie)).body).length,
        0,
      );
      assert.match(
        (await office.get('finance', '/en/desk/nhat-ky?doi-tuong=media:7', cookie)).body,
        /Added a file/,
      );
    });

    test('TB-046: shows a content administrator his portal, whatever he asks for', async () => {
      const cookie = await office.signIn('finance', 'nttstc');
      for (const query of [
        '',
        `?cong=${PORTALS.commune}`,
        `?cong=${PORTALS.main}`,
        '?viec=duties.confirmCalendar',
      ]) {
        const { body } = await office.get('finance', RECORD + query, cookie);
        assert.doesNotMatch(body, /Tả Phìn|UBND tỉnh Lào Cai|Cả địa phương|Giàng/, query);
      }
    });

    test('shows the technical administrator the whole locality with what belongs to no portal, and no other', async () => {
      const cookie = await office.signIn('main', 'ttktubndt');
      assert.match((await office.get('main', `${RECORD}?cong=${PORTALS.commune}`, cookie)).body, /Tả Phìn/);
      assert.match(
        (await office.get('main', `${RECORD}?viec=duties.confirmCalendar`, cookie)).body,
        /Cả địa phương/,
      );
      assert.equal(
        numbersOf((await office.get('main', `${RECORD}?cong=${PORTALS.elsewhere}`, cookie)).body).length,
        0,
      );
    });

    test('is closed to who does not hold the permit, as page, file and check', async () => {
      const cookie = await office.signIn('commune', 'gvxtp');
      for (const path of ['', '/nhat-ky.csv', '/nhat-ky.json', '/kiem-tra']) {
        assert.equal((await office.get('commune', RECORD + path, cookie)).status, 403, path);
        assert.equal((await office.get('commune', RECORD + path)).status, 303, path);
      }
    });

    test('is exported as JSON whose chain anyone can check, and as CSV', async () => {
      const cookie = await office.signIn('main', 'ttktubndt');
      const json = await office.get('main', `${RECORD}/nhat-ky.json`, cookie);
      const entries = (
        JSON.parse(json.body) as (AuditRecord & { prevHash: string; hash: string })[]
      ).reverse();
      assert.equal(entries[0]?.seq, 1);
      assert.equal(findBreak(entries, { seq: 0, hash: '' }), undefined);
      const csv = await office.get('main', `${RECORD}/nhat-ky.csv?viec=media.addMedia`, cookie);
      const lines = csv.body.trimEnd().split('\r\n');
      assert.equal(lines.length, 121);
      assert.match(lines[0] ?? '', /^\uFEFF"seq","at"/);
      assert.equal(csv.headers['content-disposition'], 'attachment; filename="nhat-ky-2026-11-20.csv"');
      assert.equal((await office.get('main', `${RECORD}/nhat-ky.json?viec=khong-co`, cookie)).body, '[]\n');
    });

    test('is checked whole, and a changed, dropped or cut-off entry is named', async () => {
      const cookie = await office.signIn('finance', 'nttstc');
      const verdict = async () => (await office.get('finance', `${RECORD}/kiem-tra`, cookie)).body;
      assert.match(await verdict(), /Chuỗi nguyên vẹn: 1\d\d mục/);
      const owner = (script: string) => office.database.asOwner((connection) => connection.exec(script));
      await owner(
        `update audit_entry set payload = '{"n": 0}' where locality_id = 1 and subject_id = '7' and subject_kind = 'media'`,
      );
      assert.match(await verdict(), /Nội dung của mục này đã bị sửa/);
      await owner(
        `update audit_entry set payload = '{"n": 7}' where locality_id = 1 and subject_id = '7' and subject_kind = 'media'`,
      );
      assert.match(await verdict(), /Chuỗi nguyên vẹn/);
      await owner(
        'create table kept as select * from audit_entry where locality_id = 1 and seq = 10; delete from audit_entry where locality_id = 1 and seq = 10',
      );
      assert.match(await verdict(), /đứt ở mục số 10.*Thiếu một mục/s);
      await owner('insert into audit_entry select * from kept');
      await owner(
        'delete from audit_entry where locality_id = 1 and seq = (select max(seq) from audit_entry where locality_id = 1)',
      );
      assert.match(await verdict(), /Các mục cuối đã bị bỏ/);
    });

    test('no role of the server changes or drops an entry', async () => {
      const scopes = [
        { as: 'system' as const },
        { as: 'staff' as const, localityId: 1, portalIds: [1, 2, 3], personId: 1 },
      ];
      for (const scope of scopes) {
        for (const text of ['delete from audit_entry', `update audit_entry set actor = 'x'`]) {
          await assert.rejects(
            office.database.database.transaction(scope, (tx) => tx.statement(text, [])),
            /permission denied/,
          );
        }
      }
    });

    test('two who write at once write one chain', async () => {
      const { database } = office.database;
      const write = (n: number) =>
        database.transaction({ as: 'system' }, (tx) =>
          appendAudit(tx, {
            actor: { ...office.machine, localityId: 2 },
            command: 'media.addMedia',
            portalId: 4,
            subject: { kind: 'media', id: n },
            payload: { n },
            at: office.now(),
          }),
        );
      await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)));
      const verdict = await database.transaction({ as: 'system' }, (tx) => verifyChain(tx, 2));
      assert.equal(verdict.whole, true);
    });
  });
}
