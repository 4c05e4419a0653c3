// The rules of the house that only a migrated database can show: isolation is the database's.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OwnerConnection } from '../src/platform/db/index.ts';
import { engines, type FreshDatabase, freshDatabase } from './support/engines.ts';

const OURS = ['cong_lang_app', 'cong_lang_public', 'cong_lang_system'];
const NAMES = OURS.map((role) => `'${role}'`).join(', ');
/** Tables without row-level security; each with its reason. */
const WITHOUT = ['migration']; // which migrations were applied: written by the owner, no portal's business

for (const engine of engines()) {
  describe(`A fresh database on ${engine}`, () => {
    let fresh: FreshDatabase;
    before(async () => {
      fresh = await freshDatabase(engine);
    });
    after(() => fresh.close());

    const names = (query: string) =>
      fresh.asOwner(async (owner: OwnerConnection) =>
        (await owner.query<{ name: string }>(query)).map(({ name }) => name),
      );

    async function assertNone(query: string, whatToDo: string): Promise<void> {
      const found = await names(query);
      assert.equal(found.length, 0, `${whatToDo}: ${found.join(', ')}`);
    }

    test('every table has row-level security', async () => {
      const open = await names(`select relname as name from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relrowsecurity`);
      assert.deepEqual(
        open.sort(),
        WITHOUT,
        'Enable row-level security and write a policy in the migration that makes the table.',
      );
    });

    test('every table with a portal_id has a policy that asks for it', async () => {
      await assertNone(
        `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'portal_id' and not a.attisdropped
           and not exists (select from pg_policies p where p.tablename = c.relname and 'cong_lang_app' = any (p.roles)
             and coalesce(p.qual, '') || coalesce(p.with_check, '') like '%portal_id%')`,
        'Write a policy for cong_lang_app that compares portal_id with app_portals()',
      );
    });

    test('the three roles own nothing', async () => {
      await assertNone(
        `select r.rolname || ' owns ' || c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner
         where r.rolname in (${NAMES})
         union all select r.rolname || ' owns the database' from pg_database d join pg_roles r on r.oid = d.datdba
         where r.rolname in (${NAMES})
         union all select r.rolname || ' owns ' || n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner
         where r.rolname in (${NAMES})`,
        'Let the owner of the schema create it and grant what is needed',
      );
    });

    test('the three roles are neither superuser nor exempt from row-level security', async () => {
      const found = await names(`select rolname as name from pg_roles
        where rolname in (${NAMES}) and not rolsuper and not rolbypassrls and not rolcreatedb and not rolcreaterole`);
      assert.deepEqual(
        found.sort(),
        OURS,
        'Take superuser, bypassrls, createdb and createrole from the role.',
      );
    });

    test('the public role writes nothing and reads no table of people, drafts or records', async () => {
      await assertNone(
        `select table_name || ': ' || privilege_type as name from information_schema.role_table_grants
         where grantee = 'cong_lang_public' and privilege_type <> 'SELECT'`,
        'Revoke it: public pages only read',
      );
      await assertNone(
        `select c.relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
           and relname in ('person', 'session', 'invitation', 'role_grant', 'edition', 'edition_event', 'item', 'media',
             'one_time_secret', 'passkey', 'recovery_code', 'half_sign_in', 'known_device', 'provider_identity', 'provider_visit',
             'audit_entry', 'audit_head', 'sign_in_record', 'proposal', 'clock', 'setting', 'mail_message', 'notice', 'digest_choice',
             'intake_key', 'intake_document')
           and has_table_privilege('cong_lang_public', c.oid, 'select')`,
        'Revoke it: the public sees what a board has published and nothing else',
      );
    });

    test('the functions of the schema work with an empty search path, as pg_restore runs them', async () => {
      const { rows } = await fresh.database.transaction({ as: 'system' }, async (tx) => {
        await tx.statement(`set local search_path = ''`, []);
        return tx.statement(
          `select public.vi_search('Ủy ban', '', '') as found, public.app_portals() as portals`,
          [],
        );
      });
      assert.match(
        (rows[0] as { found: string }).found,
        /uỷ/,
        'Write public. before every function of ours that a function calls.',
      );
    });

    test('the server logs in as a role that sees no portal until it is told which', async () => {
      const portals = await fresh.database.transaction(
        { as: 'staff', localityId: 1, portalIds: [], personId: 1 },
        async (tx) => (await tx.statement('select current_user::text as who', [])).rows as { who: string }[],
      );
      assert.equal(portals[0]?.who, 'cong_lang_app');
    });
  });
}
