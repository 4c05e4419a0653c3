import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { raw, sql } from '../../src/platform/db/index.ts';
import type { AnyRoute } from '../../src/platform/http/types.ts';
import { receiveInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { digestOfCode } from '../../src/rooms/inquiries/sealed.ts';
import { createItem, EMPTY_CONTENT, submitEdition } from '../../src/rooms/publishing/index.ts';
import { ROOMS } from '../../src/rooms.ts';
import type { Person } from '../../src/rules/access/index.ts';
import { fillIntake } from '../support/documents-api.ts';
import { type Engine, engines } from '../support/engines.ts';
import { fingerprint } from '../support/fingerprint.ts';
import { openMailBox } from '../support/mail.ts';
import { fillForeign } from '../support/newsroom.ts';
import { hideMedia } from '../support/media-things.ts';
import { fillNotifications } from '../support/notifications.ts';
import { hideStaffing } from '../support/staffing-hidden.ts';
import { openWorld, type Session, tokenIn, type World } from '../support/world.ts';

/**
 * Nobody sees or changes what belongs to another portal. Every route is called as every kind of person with the
 * numbers of another portal's things; the words that mark those things must never come back, and the rows must
 * stay as they are. The database proves itself apart from the routes: whole tables are read without any filter.
 */

/** A word that stands in everything of one portal that is not public. */
const markOf = (portal: string) => `Kinmat${portal.replace(/[^a-z]/g, '')}`;

/** Things of a portal that routes name by number. */
interface Things {
  portalId: number;
  itemId: number;
  editionId: number;
  sectionId: number;
  mediaId: number;
  folderId: number;
  personId: number;
  inquiryId: number;
  intakeKeyId: number;
  gazetteIssueId: number;
  commentId: number;
  readerLinkId: number;
  boardId: number;
  memberId: number;
  decisionId: number;
  reviewId: number;
  handOverId: number;
  grantProposalId: number;
}

const PORTALS = ['lao-cai/main', 'lao-cai/bacha', 'thai-binh/main'] as const;
const HOST_OF: Record<(typeof PORTALS)[number], string> = {
  'lao-cai/main': 'www.laocai.gov.vn',
  'lao-cai/bacha': 'bacha.laocai.gov.vn',
  'thai-binh/main': 'www.thaibinh.gov.vn',
};
const WRITER_OF: Record<(typeof PORTALS)[number], string> = {
  'lao-cai/main': 'lc.editor',
  'lao-cai/bacha': 'lc.bacha.editor',
  'thai-binh/main': 'tb.editor',
};

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

/** Who administers the content of a portal. */
const ADMIN_OF: Record<(typeof PORTALS)[number], string> = {
  'lao-cai/main': 'lc.content',
  'lao-cai/bacha': 'lc.bacha.editor',
  'thai-binh/main': 'tb.content',
};

/** Puts something of every kind into a portal, all of it bearing the portal's mark and none of it public. */
async function hide(world: World, key: (typeof PORTALS)[number]): Promise<Things> {
  const portal = world.portals[key];
  const editor = world.actors[WRITER_OF[key]];
  assert.ok(portal && editor);
  const section = portal.sections.find((one) => one.content_kind === 'news');
  assert.ok(section);
  const mark = markOf(key);
  const { perform, database } = world.app.ports;
  const content = {
    ...EMPTY_CONTENT,
    title: `${mark} chưa duyệt`,
    summary: `${mark} tóm tắt`,
    bodyHtml: `<p>${mark} nội dung</p>`,
  };
  const created = await perform(editor, createItem, {
    portalId: portal.id,
    sectionId: section.id,
    language: 'vi',
    content,
  });
  const edition = { portalId: portal.id, editionId: created.editionId };
  await perform(editor, submitEdition, edition);
  await fillNotifications(world, key, { personId: editor.personId, mark });
  const { mediaId, folderId } = await database.transaction({ as: 'system' }, async (tx) => {
    const hidden = await hideMedia(tx, portal.id, mark);
    await tx.run(
      sql`update person set full_name = full_name || ${` ${mark} người`} where id = ${editor.personId}`,
    );
    return hidden;
  });
  const gazetteIssueId = await beginGazette(world, portal, { personId: editor.personId, mark });
  const inquiryId = await sendLetter(world, portal, mark);
  const newsroom = await fillForeign(world, editor, { ...edition, mark });
  const intakeKeyId = await fillIntake(world, key, { admin: ADMIN_OF[key], mark });
  return {
    ...{ portalId: portal.id, ...created, sectionId: section.id, mediaId, folderId },
    ...{ personId: editor.personId, inquiryId, intakeKeyId, gazetteIssueId },
    ...newsroom,
    ...(await hideStaffing(world, portal.id, { personId: editor.personId, mark })),
  };
}

/** An issue of the gazette that was sent back to be changed. */
function beginGazette(
  world: World,
  { id, localityId }: World['portals'][string],
  { personId, mark }: { personId: number; mark: string },
): Promise<number> {
  return world.app.ports.database.transaction({ as: 'system' }, async (tx) => {
    const issue = await tx.get<{ id: number }>(sql`insert into gazette_issue
        (locality_id, portal_id, year, number, last_number, issued_on, state, changed_by, changed_at, returned_reason)
      values (${localityId}, ${id}, 2026, 7, 7, '2026-11-20', 'draft', ${personId}, now(), ${`${mark} sửa lại`})
      returning id`);
    return issue.id;
  });
}

/** A letter of the public; all of it is sealed, and shown to those alone who handle it. */
async function sendLetter(
  world: World,
  { id: portalId, localityId }: World['portals'][string],
  mark: string,
): Promise<number> {
  const { perform, seal } = world.app.ports;
  const code = `MARK-${portalId}`;
  const { inquiryId } = await perform({ kind: 'machine', name: 'public', localityId }, receiveInquiry, {
    ...{ localityId, portalId, isMain: true, intake: 'question', language: 'vi', askerKind: 'person' },
    ...{ isForeigner: false, consents: [], files: [] },
    asker: { fields: { name: `${mark} người hỏi` }, email: `${mark}@vidu.example` },
    content: { title: `${mark} câu hỏi`, text: `${mark} nội dung câu hỏi` },
    ...{ code, codeDigest: digestOfCode(seal, code), formDigest: code },
  });
  return inquiryId;
}

/** What stands in the addresses of the gazette, were the issue out. */
const GAZETTE_PARAMETERS: Readonly<Record<string, string>> = {
  ...{ year: '2026', number: '7', position: '1', file: 'cong-bao-7-2026.pdf' },
};

/** Every address a route can have with the numbers of these things. */
function addressesOf(route: AnyRoute, thing: Things | undefined): string[] {
  if (!thing) return [];
  const numbers = [...new Set(Object.values(thing))].map(String);
  const hash = '0'.repeat(60) + String(thing.portalId).padStart(4, '0');
  const candidates = (name: string): string[] => {
    if (name === 'hash') return [hash];
    if (name === 'name') return ['tep.txt'];
    if (name === 'section') return ['tin-tuc'];
    if (name === 'article') return [`x-${thing.itemId}`];
    if (name === 'editionId' || name === 'copyId') return [String(thing.editionId)];
    if (name === 'intake') return ['cau-hoi', 'question'];
    if (name === 'code') return [`MARK-${thing.portalId}`];
    const fixed = GAZETTE_PARAMETERS[name];
    if (fixed !== undefined && route.name.startsWith('gazette.')) return [fixed];
    return numbers;
  };
  // a desk page is the same handler in both languages; public pages differ by what is published in each
  const patterns = route.audience === 'staff' ? [route.path.vi] : [route.path.vi, route.path.en];
  return patterns.flatMap((path) => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    let paths = [path];
    for (const name of names) {
      paths = paths.flatMap((one) => candidates(name).map((value) => one.replace(`:${name}`, value)));
    }
    if (route.audience === 'staff' && names.length === 0) paths.push(`${path}?cong=${thing.portalId}`);
    return paths;
  });
}

/** Searching for the mark itself must find nothing. */
function queriesOf(route: AnyRoute, mark: string): string[] {
  return (route.query ?? []).includes('q')
    ? [`${route.path.vi}?q=${mark}`, `${route.path.vi}?q=${mark}&o=tinh`]
    : [];
}

/** A form that names the thing in every way a form of ours does. */
function fieldsFor(thing: Things | undefined): Record<string, string> {
  if (!thing) return {};
  const { portalId, itemId, editionId, sectionId, mediaId, personId, inquiryId } = thing;
  return {
    ...{
      portalId: String(portalId),
      portal: String(portalId),
      name: 'Khóa trộm',
      section: String(sectionId),
      cong: String(portalId),
      itemId: String(itemId),
      editionId: String(editionId),
    },
    ...{
      sectionId: String(sectionId),
      mediaId: String(mediaId),
      personId: String(personId),
      inquiryId: String(inquiryId),
      gopY: String(thing.commentId),
      linkId: String(thing.readerLinkId),
      intake: 'question',
      ...{ media: String(mediaId), do: 'move', toi: '0', description: 'Sửa trộm' },
      version: '1',
      role: 'editor',
    },
    ...{
      title: 'Sửa trộm',
      body: '<p>Sửa trộm</p>',
      text: 'Gửi trộm một câu hỏi',
      note: 'Lý do đủ dài',
      reason: 'Lý do đủ dài',
      notice: 'Lý do đủ dài',
      move: 'approve',
      state: 'closed',
    },
  };
}
