import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { raw, sql } from '../../src/platform/db/index.ts';
import type { AnyRoute } from '../../src/platform/http/types.ts';
import { ROOMS } from '../../src/rooms.ts';
import type { Person } from '../../src/rules/access/index.ts';
import { type Engine, engines } from '../support/engines.ts';
import { fingerprint } from '../support/fingerprint.ts';
import {
  addressesOf,
  fieldsFor,
  HOST_OF,
  hide,
  markOf,
  PORTALS,
  queriesOf,
  type Things,
} from '../support/hidden-things.ts';
import { openMailBox } from '../support/mail.ts';
import { openWorld, type Session, tokenIn, type World } from '../support/world.ts';

/**
 * Nobody sees or changes what belongs to another portal. Every route is called as every kind of person with the
 * numbers of another portal's things; the words that mark those things must never come back, and the rows must
 * stay as they are. The database proves itself apart from the routes: whole tables are read without any filter.
 */

for (const engine of engines()) {
  describe(`isolation of portals on ${engine}`, () => {
    let world: World;
    const things = new Map<string, Things>();
    const sessions = new Map<string, Session>();

    before(async () => {
      // mails leave, as in service: where the demo shows them, it shows them to everybody
      world = await openWorld(engine, { mail: openMailBox() });
      for (const key of PORTALS) things.set(key, await hide(world, key));
      for (const [username, person] of Object.entries(world.actors)) {
        const home = PORTALS.find((key) => world.portals[key]?.id === person.grants[0]?.portalId);
        if (home) sessions.set(username, await world.signIn(HOST_OF[home], username));
      }
    });
    after(() => world.close());

    test('TB-046, LC-107: no page of any route shows a person what belongs to a portal he has no part in', async () => {
      const leaks: string[] = [];
      let calls = 0;
      for (const [username, as] of walkers(engine, sessions)) {
        const person = world.actors[username];
        if (!person) continue;
        const foreign = PORTALS.filter((key) => !person.portalIds.includes(world.portals[key]?.id ?? 0));
        // a public page is made without asking who looks
        for (const route of routes(world).filter(
          ({ method, audience }) => method === 'GET' && audience !== 'public',
        )) {
          for (const key of foreign) {
            for (const path of addressesOf(route, things.get(key))) {
              calls++;
              const answer = await world.get(as.host, path, { as });
              if (answer.body.includes(markOf(key)))
                leaks.push(`${username} GET ${path} (${route.name}): ${answer.status}`);
            }
          }
        }
      }
      assert.deepEqual(leaks, []);
      assert.ok(calls > 500, `only ${calls} calls were made`);
    });

    test('no public page, feed or search shows what is not published, whoever is not signed in asks', async () => {
      const leaks: string[] = [];
      for (const route of routes(world).filter(({ method }) => method === 'GET')) {
        for (const key of PORTALS) {
          for (const path of [...addressesOf(route, things.get(key)), ...queriesOf(route, markOf(key))]) {
            const answer = await world.get(HOST_OF[key], path);
            const body = answer.body.replaceAll(
              new RegExp(`(value="|Tìm “|Search for “|không có từ nào “)${markOf(key)}`, 'g'),
              '',
            );
            if (body.includes(`${markOf(key)} `)) leaks.push(`GET ${path} (${route.name})`);
          }
        }
      }
      assert.deepEqual(leaks, []);
    });

    test('no posted form of any route changes a row of a portal the person has no part in', async () => {
      const changed: string[] = [];
      for (const [username, as] of walkers(engine, sessions)) {
        const person = world.actors[username];
        if (!person) continue;
        const token = tokenIn(await world.get(as.host, '/ban-lam-viec', { as }));
        const foreign = PORTALS.filter((key) => !person.portalIds.includes(world.portals[key]?.id ?? 0));
        for (const key of foreign) {
          const before = await fingerprint(world, things.get(key)?.portalId ?? 0);
          for (const route of routes(world).filter(
            ({ method, name }) => method === 'POST' && !/sign|thoat|logout/i.test(name),
          )) {
            for (const path of addressesOf(route, things.get(key))) {
              await world.post(as.host, path, { ...fieldsFor(things.get(key)), _token: token }, { as });
            }
          }
          if ((await fingerprint(world, things.get(key)?.portalId ?? 0)) !== before)
            changed.push(`${username} → ${key}`);
        }
      }
      assert.deepEqual(changed, []);
    });

    test('TB-046, QN-063: row-level security alone hides other portals: whole tables read without any filter', async () => {
      const owned = await world.database.database.transaction({ as: 'system' }, (tx) =>
        tx.rows<{ name: string; column: string }>(sql`
          select c.table_name as name, c.column_name as column from information_schema.columns c
          join information_schema.tables t on t.table_name = c.table_name and t.table_schema = 'public' and t.table_type = 'BASE TABLE'
          where c.table_schema = 'public' and c.column_name = 'portal_id'`),
      );
      assert.ok(owned.length >= 12);
      // names, addresses and sections of portals are public knowledge
      const open = new Set(['portal_hostname', 'section']);
      // what is read in public copies is known to all who work in the locality, as it is to the public
      const derived: Readonly<Record<string, string>> = {
        ...{ document: 'item_id', document_citation: 'item_id', public_reading: 'item_id' },
        ...{ search_entry: 'item_id', document_relation: 'from_item_id' },
      };
      const shown = await world.database.database.publicly((db) =>
        db.rows<{ item_id: number }>(sql`select item_id from publication`),
      );
      const isShown = new Set(shown.map(({ item_id }) => item_id));
      for (const [username, person] of Object.entries(world.actors)) {
        for (const { name } of owned.filter((table) => !open.has(table.name))) {
          const rows = await world.database.database
            .transaction(scopeOf(person), (tx) =>
              tx.rows<{ portal_id: number | null; item: number }>(
                sql`select portal_id, ${raw(derived[name] ?? '0')} as item from ${raw(name)}`,
              ),
            )
            .catch((error: { code?: string }) => {
              assert.equal(error.code, '42501', `${username} reading ${name}`);
              return [];
            });
          for (const { portal_id, item } of rows) {
            if (portal_id === null) continue;
            assert.ok(
              person.portalIds.includes(portal_id) || isShown.has(item),
              `${username} sees a row of ${name} of portal ${portal_id}`,
            );
          }
        }
      }
    });

    test('a person cannot write into another portal even with a statement of his own', async () => {
      const editor = world.actors['lc.bacha.editor'];
      const foreign = things.get('thai-binh/main');
      assert.ok(editor && foreign);
      await assert.rejects(
        world.database.database.transaction(scopeOf(editor), (tx) =>
          tx.run(
            sql`insert into item (portal_id, section_id, kind, slug, created_at) values (${foreign.portalId}, ${foreign.sectionId}, 'news', 'x', now())`,
          ),
        ),
        /row-level security/,
      );
      const touched = await world.database.database.transaction(scopeOf(editor), (tx) =>
        tx.run(sql`update edition set title = 'x' where id = ${foreign.editionId}`),
      );
      assert.equal(touched, 0);
    });

    test('the public role sees publications only: no other table of content answers it', async () => {
      for (const table of [
        'item',
        'edition',
        'edition_event',
        'proposal',
        'media',
        'media_folder',
        'media_caption',
        'person',
        'session',
        ...['one_time_secret', 'passkey', 'recovery_code', 'half_sign_in', 'known_device'],
        ...['provider_identity', 'provider_visit', 'spent_challenge'],
        'role_grant',
        'audit_entry',
        'clock',
        'mail_message',
        'notice',
        'digest_choice',
        'intake_key',
        'intake_document',
      ]) {
        await assert.rejects(
          world.database.database.publicly((db) => db.rows(sql`select * from ${raw(table)} limit 1`)),
          { code: '42501' },
          table,
        );
      }
    });
  });
}

/**
 * Who walks through every route on this engine: what keeps the portals apart is the same SQL on both, so that where both run
 * everybody walks once.
 */
function walkers(engine: Engine, sessions: ReadonlyMap<string, Session>): [string, Session][] {
  return [...sessions].filter((_, i) => engines().length === 1 || i % 2 === Number(engine === 'pglite'));
}

function scopeOf(person: Person) {
  return {
    as: 'staff' as const,
    localityId: person.localityId,
    portalIds: person.portalIds,
    personId: person.personId,
  };
}

function routes(world: World): AnyRoute[] {
  return ROOMS.flatMap((room) => room.routes(world.app.ports));
}
