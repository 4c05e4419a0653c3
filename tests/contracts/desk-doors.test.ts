import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { AnyRoute } from '../../src/platform/http/types.ts';
import { ROOMS } from '../../src/rooms.ts';
import { isPermitted, type Person, ROLES, type Role } from '../../src/rules/access/index.ts';
import { engines } from '../support/engines.ts';
import { type Answer, openWorld, type Session, type World } from '../support/world.ts';

/**
 * The doors of the desk, from the manifests: every route for staff is asked for by nobody, by someone whose password is due,
 * by an administrator whose second factor is due, and by every role. What a route needs is what its table says; nothing here
 * names a route but those that somebody reaches before he owes nothing.
 */

const HOST = 'www.laocai.gov.vn';

/** Nobody answers there; its routes are asked for all the same. */
const PROVIDER = {
  ...{ issuer: 'http://127.0.0.1:1', clientId: 'thu', clientSecret: undefined },
  ...{ name: { vi: 'Thử', en: 'Test' }, twoFactors: { acr: [], amr: [] } },
};

/** What a person with a password due still reaches. A longer list is a door that somebody must have meant. */
const BEFORE_PASSWORD = [
  'accounts.signOut',
  'accounts.passwordPage',
  'accounts.changePassword',
  'accounts.stay',
];
/** What an administrator reaches besides whose second factor is due. */
const BEFORE_FACTOR = [
  ...['accounts.protectionPage', 'accounts.setUpCodePage', 'accounts.setUpCode', 'accounts.removeCode'],
  ...['accounts.addPasskey', 'accounts.removePasskey', 'accounts.renewRecoveryCodes'],
  ...['accounts.freshPage', 'accounts.proveAgain', 'accounts.linkIdentity', 'accounts.unlinkIdentity'],
];

for (const engine of engines()) {
  describe(`The doors of the desk on ${engine}`, () => {
    let world: World;
    let routes: AnyRoute[];
    const people = new Map<Role, { person: Person; session: Session }>();

    before(async () => {
      world = await openWorld(engine, {
        ...{ secondFactorGraceDays: 30, oidcProviders: new Map([['lao-cai', PROVIDER]]) },
      });
      routes = ROOMS.flatMap((room) => room.routes(world.app.ports)).filter(
        ({ audience }) => audience === 'staff',
      );
      for (const role of ROLES) people.set(role, await employ(role));
    });
    after(() => world.close());

    /** Someone with this one role on the main portal, made of the editor of the small world. */
    async function employ(role: Role): Promise<{ person: Person; session: Session }> {
      const username = `door.${role.toLowerCase()}`;
      await world.database.asOwner((owner) =>
        owner.exec(`insert into person (locality_id, username, full_name, password_hash, must_change_password, password_changed_at)
            select locality_id, '${username}', 'Người Thử Cửa', password_hash, false, password_changed_at
            from person where username = 'lc.editor';
          insert into role_grant (person_id, portal_id, role, valid_from, granted_at)
            select id, ${world.portal('lao-cai/main').id}, '${role}', '2026-01-01', now() from person where username = '${username}'`),
      );
      const session = await world.signIn(HOST, username);
      const portalId = world.portal('lao-cai/main').id;
      const editor = await world.as('lc.editor');
      return { person: { ...editor, grants: [{ portalId, role }], portalIds: [portalId] }, session };
    }

    /** Every address of a route in both languages, with a number in each place for one. */
    const ask = async (route: AnyRoute, as?: Session): Promise<[path: string, answer: Answer][]> => {
      const answers: [string, Answer][] = [];
      for (const path of [route.path.vi, route.path.en]) {
        const address = path.replace(/:\w+/g, '1');
        const answer =
          route.method === 'GET'
            ? await world.get(HOST, address, { as })
            : await world.post(HOST, address, {}, { as, method: route.method });
        answers.push([`${route.method} ${address} (${route.name})`, answer]);
      }
      return answers;
    };
    /** What a script of our pages calls is told so in JSON. */
    const isShut = (route: AnyRoute, answer: Answer) =>
      isSignInPage(answer) ||
      (route.pieces && answer.status === 401 && answer.body === JSON.stringify({ code: 'signed-out' }));
    const isSignInPage = ({ status, headers, body }: Answer) =>
      (status === 303 && /^\/(ban-lam-viec|en\/desk)\/dang-nhap\?/.test(headers.location ?? '')) ||
      (status === 401 && body.includes('name="password"'));

    test('LC-124, BG-059: nobody reaches a page or a form of the desk without a session', async () => {
      const open: string[] = [];
      for (const route of routes)
        for (const [path, answer] of await ask(route))
          if (!isShut(route, answer)) open.push(`${path}: ${answer.status}`);
      assert.deepEqual(open, []);
      assert.ok(routes.length > 100, `only ${routes.length} routes`);
    });

    test('a token that was made up, ended, or is half a sign-in opens none either', async () => {
      const session = await world.signIn(HOST, 'door.editor');
      await world.database.asOwner((owner) =>
        owner.exec(`update session set ended_at = now() where id = (select max(id) from session)`),
      );
      const pages = routes.filter(({ method, path }) => method === 'GET' && !path.vi.includes(':'));
      const open: string[] = [];
      for (const cookie of [session.cookie, 'phien=tu-nghi-ra', 'nua-phien=tu-nghi-ra', 'phien='])
        for (const route of pages)
          for (const [path, answer] of await ask(route, { cookie, host: HOST }))
            if (!isShut(route, answer)) open.push(`${path} by ${cookie.split('=')[0]}: ${answer.status}`);
      assert.deepEqual(open, []);
    });

    test('LC-105: while a new password is due, a person reaches what sets it and nothing else', async () => {
      const due = await setDue('must_change_password = true');
      const open: string[] = [];
      for (const route of routes.filter(({ name }) => !BEFORE_PASSWORD.includes(name)))
        for (const [path, { status, headers }] of await ask(route, due))
          if (status !== 303 || !/\/mat-khau$/.test(headers.location ?? '')) open.push(`${path}: ${status}`);
      assert.deepEqual(open, []);
      assert.deepEqual(
        routes
          .filter((route) => route.beforePasswordChange)
          .map(({ name }) => name)
          .sort(),
        [...BEFORE_PASSWORD].sort(),
      );
      await setDue('must_change_password = false');
    });

    test('BG-059: while a second factor is due, an administrator reaches what sets it up and nothing else', async () => {
      const due = await setDue(`second_factor_asked_at = '2026-10-01'`);
      const open: string[] = [];
      const reached = [...BEFORE_PASSWORD, ...BEFORE_FACTOR];
      for (const route of routes.filter(({ name }) => !reached.includes(name)))
        for (const [path, { status, headers }] of await ask(route, due))
          if (status !== 303 || !/\/tai-khoan\/bao-ve$/.test(headers.location ?? ''))
            open.push(`${path}: ${status}`);
      assert.deepEqual(open, []);
      assert.deepEqual(
        routes
          .filter((route) => route.beforeSecondFactor)
          .map(({ name }) => name)
          .sort(),
        [...BEFORE_FACTOR].sort(),
      );
      await setDue(`second_factor_asked_at = null`);
    });

    test('TB-046, LC-107: a role reaches no page and no form whose permit it does not hold', async () => {
      const open: string[] = [];
      let refused = 0;
      for (const [role, { person, session }] of people) {
        for (const route of routes) {
          const { permit } = route;
          if (!permit) continue;
          const [grant] = person.grants;
          assert.ok(grant);
          if (isPermitted(person, permit.permits, permit.permit, grant.portalId)) continue;
          for (const [path, { status }] of await ask(route, session)) {
            refused++;
            if (status !== 403) open.push(`${role} ${path}: ${status}`);
          }
        }
      }
      assert.deepEqual(open, []);
      assert.ok(refused > 300, `only ${refused} refusals`);
    });

    test('every role reaches the pages whose permit it holds', async () => {
      const shut: string[] = [];
      for (const [role, { person, session }] of people) {
        for (const route of routes.filter(({ method, path }) => method === 'GET' && !path.vi.includes(':'))) {
          const { permit } = route;
          const portalId = person.grants[0]?.portalId ?? 0;
          if (permit && !isPermitted(person, permit.permits, permit.permit, portalId)) continue;
          for (const [path, answer] of await ask(route, session))
            if (isSignInPage(answer) || answer.status >= 500) shut.push(`${role} ${path}: ${answer.status}`);
        }
      }
      assert.deepEqual(shut, []);
    });

    /** The technical administrator with something due, in a session of his own. */
    async function setDue(change: string): Promise<Session> {
      await world.database.asOwner((owner) =>
        owner.exec(`update person set ${change} where username = 'door.technicaladmin'`),
      );
      return world.signIn(HOST, 'door.technicaladmin');
    }
  });
}
