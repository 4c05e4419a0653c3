import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { openWorld, type Session, tokenIn, type World } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { closePortal, renameBody } from './body-commands.ts';
import { addIssuer, addSuccession, changeIssuer, removeIssuer } from './issuer-commands.ts';
import { issuersOf } from './issuer-queries.ts';

const HOST = 'www.laocai.gov.vn';
const LIST = '/ban-lam-viec/co-quan-ban-hanh';

for (const engine of engines()) {
  describe(`the register of issuers on ${engine}`, () => {
    let world: World;
    let technical: Session;
    const main = () => world.portal('lao-cai/main');
    const who = (name: string) => world.actors[name] ?? assert.fail(name);
    const known = () => issuersOf(world.app.ports, main().localityId);

    before(async () => {
      world = await openWorld(engine);
      technical = await world.signIn(HOST, 'lc.technical');
    });
    after(() => world.close());

    async function send(path: string, fields: Record<string, string>) {
      const _token = tokenIn(await world.get(HOST, LIST, { as: technical }));
      return world.post(HOST, path, { _token, ...fields }, { as: technical });
    }
    const add = async (name: string, fields: Record<string, string> = {}) => {
      const answer = await send(LIST, { name, ...fields });
      assert.equal(answer.status, 303, answer.body);
      return new URL(answer.headers.location ?? '', 'http://x').pathname;
    };
    const recorded = (command: string) =>
      world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.rows<{ payload: object }>(sql`select payload from audit_entry where command = ${command}`),
      );

    test('bodies of the installation are in it from the first, under every name they had', async () => {
      const { issuers } = await known();
      const name = 'Sở Nông nghiệp và Môi trường';
      assert.ok(issuers.some(({ names }) => names.some((one) => one.name === name)));
      const page = await world.get(HOST, LIST, { as: technical });
      assert.match(page.body, new RegExp(`${name}</a>`));
    });

    test('a body is added, changed, succeeded and taken out by form, and every step is on record', async () => {
      const here = await add('Sở Thông tin và Truyền thông', {
        forms: 'Sở TT&TT\r\nSTTTT\n',
        lastOn: '2025-02-28',
      });
      const science = await add('Sở Khoa học và Công nghệ');
      const scienceId = science.split('/').at(-1) ?? '';
      const succession = { toId: scienceId, on: '2025-03-01', basis: 'Nghị quyết 05/NQ-HĐND (mẫu)' };
      assert.equal((await send(`${here}/ke-thua`, succession)).status, 303);
      const page = await world.get(HOST, here, { as: technical });
      assert.match(page.body, /Nghị quyết 05\/NQ-HĐND \(mẫu\)/);
      assert.match(page.body, />\nSở TT&amp;TT\nSTTTT</);
      assert.doesNotMatch(page.body, /Bỏ khỏi danh sách/, 'it stands in a succession');
      const changed = { name: 'Sở Thông tin và Truyền thông tỉnh', forms: 'Sở TTTT', firstOn: '2008-04-01' };
      assert.equal((await send(here, { ...changed, lastOn: '2025-02-28' })).status, 303);
      const [, successionId = ''] = /name="successionId" value="(\d+)"/.exec(page.body) ?? [];
      assert.equal((await send(`${here}/ke-thua/bo`, { successionId })).status, 303);
      assert.equal((await send(`${here}/bo`, {})).status, 303);
      assert.equal((await world.get(HOST, here, { as: technical })).status, 404);
      assert.ok(!(await known()).issuers.some(({ names }) => names[0].name.startsWith('Sở Thông tin')));
      for (const command of [
        'addIssuer',
        'changeIssuer',
        'addSuccession',
        'removeSuccession',
        'removeIssuer',
      ])
        assert.ok((await recorded(`portals.${command}`)).length > 0, command);
    });

    test('bad input is told in a sentence at its field, and nothing typed is lost', async () => {
      const typed = { name: 'Sở Lạ', forms: 'Sở L', firstOn: '2025-03-02', lastOn: '2025-03-01' };
      const answer = await send(LIST, typed);
      assert.equal(answer.status, 422);
      assert.match(answer.body, /Ngày cuối trước ngày đầu/);
      for (const value of Object.values(typed)) assert.ok(answer.body.includes(value), value);
      const here = await add('Sở Một');
      const other = (await add('Sở Hai')).split('/').at(-1) ?? '';
      const own = here.split('/').at(-1) ?? '';
      const basis = 'Quyết định 1 (mẫu)';
      assert.equal((await send(`${here}/ke-thua`, { toId: other, on: '2020-01-01', basis })).status, 303);
      const circle = await send(here.replace(own, other).concat('/ke-thua'), {
        ...{ toId: own, on: '2021-01-01', basis: 'Quyết định 2 (mẫu)' },
      });
      assert.equal(circle.status, 422);
      assert.match(circle.body, /thành vòng tròn/);
      assert.match(circle.body, /value="Quyết định 2 \(mẫu\)"/);
      const taken = await send(LIST, { name: 'SỞ NÔNG NGHIỆP & MÔI TRƯỜNG' });
      assert.match(taken.body, /đang là cách viết của “Sở Nông nghiệp và Môi trường”/);
    });

    test('it is kept by whoever keeps the bodies of the locality, and by nobody else', async () => {
      const on = { mainPortalId: main().id, name: 'Sở Không ai ghi', forms: [], firstOn: '', lastOn: '' };
      for (const name of ['lc.editor', 'lc.head', 'lc.content', 'lc.bacha.head', 'tb.technical'])
        await assert.rejects(
          world.app.ports.perform(who(name), addIssuer, on),
          (error: Refusal) => error instanceof Refusal,
          name,
        );
      const thaiBinh = await issuersOf(world.app.ports, world.portal('thai-binh/main').localityId);
      assert.ok(!thaiBinh.issuers.some(({ names }) => names[0].name === 'Sở Một'));
      const editor = await world.signIn(HOST, 'lc.editor');
      assert.equal((await world.get(HOST, LIST, { as: editor })).status, 403);
    });

    test('what a person of another locality may see is not this register', async () => {
      const person = who('tb.technical');
      const scope = { as: 'staff', localityId: person.localityId, portalIds: person.portalIds } as const;
      const rows = await world.database.database.transaction({ ...scope, personId: person.personId }, (tx) =>
        tx.rows(sql`select id from issuer`),
      );
      assert.deepEqual(rows, []);
    });

    test('a new name of a body, and the successor of a closed portal, are known without being entered', async () => {
      const { ports } = world.app;
      const machine = world.machines['lao-cai'] ?? assert.fail('no machine');
      const bacHa = world.portal('lao-cai/bacha');
      const on = { mainPortalId: main().id, portalId: bacHa.id };
      world.setNow(new Date('2026-11-23T09:00:00+07:00'));
      await ports.perform(machine, renameBody, {
        ...{ ...on, nameVi: 'Xã Bắc Hà Mới', nameEn: 'New Bắc Hà Commune', abbreviation: 'BHM' },
        ...{ kind: 'commune', validFrom: '2026-11-21', decision: '07/NQ (mẫu)' },
      });
      const named = (await known()).byId.get(`b${bacHa.bodyId}`);
      assert.deepEqual(
        named?.names.map(({ name, until }) => [name, until]),
        [
          ['Xã Bắc Hà', '2026-11-20'],
          ['Xã Bắc Hà Mới', undefined],
        ],
      );
      const heir = world.portal('lao-cai/snnmt');
      await ports.perform(machine, closePortal, {
        ...{ ...on, successorPortalId: heir.id, closedOn: '2026-11-22', decision: '08/NQ (mẫu)' },
      });
      assert.deepEqual((await known()).successions.at(-1), {
        ...{ fromId: `b${bacHa.bodyId}`, toId: `b${heir.bodyId}` },
        ...{ on: '2026-11-22', basis: '08/NQ (mẫu)' },
      });
      const id = `b${heir.bodyId}`;
      await ports.perform(machine, changeIssuer, {
        ...{ mainPortalId: main().id, id, name: 'không đổi được', forms: ['Sở NN&MT'] },
        ...{ firstOn: '', lastOn: '' },
      });
      const kept = (await known()).byId.get(id);
      assert.deepEqual([kept?.names[0].name, kept?.forms], ['Sở Nông nghiệp và Môi trường', ['Sở NN&MT']]);
      await assert.rejects(
        ports.perform(machine, removeIssuer, { mainPortalId: main().id, id: 'i999999' }),
        Refusal,
      );
      const twice = { mainPortalId: main().id, fromId: `b${bacHa.bodyId}`, toId: id, basis: 'x' };
      await assert.rejects(ports.perform(machine, addSuccession, { ...twice, on: '2026-11-22' }), Refusal);
    });
  });
}
