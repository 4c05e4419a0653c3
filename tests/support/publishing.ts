import assert from 'node:assert/strict';
import { type Queryable, sql } from '../../src/platform/db/index.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  type EditionContent,
  EMPTY_CONTENT,
  submitEdition,
} from '../../src/rooms/publishing/index.ts';
import type { Person } from '../../src/rules/access/index.ts';
import type { Engine } from './engines.ts';
import { openWorld, type World, type WorldParts } from './world.ts';

/** A public copy, as tests look at it. */
export interface Live {
  id: number;
  title: string;
  slug: string;
  body_html: string;
  edition_id: number;
  edition_number: number;
  approved_by: number;
  approved_at: Date;
  first_published_at: Date;
  published_at: Date;
  content_hash: string;
  source: string;
  origin_portal_id: number | null;
  origin_item_id: number | null;
  clock: { dueOn: string; inTime: boolean } | null;
}

/** Content with a title and the least that may be submitted. */
export function contentOf(title: string, change: Partial<EditionContent> = {}): EditionContent {
  return {
    ...EMPTY_CONTENT,
    ...{ title, summary: 'Tóm tắt.', bodyHtml: '<p>Nội dung thử.</p>', author: 'Ban Biên tập' },
    ...change,
  };
}

export type PublishingGround = ReturnType<typeof publishingGround>;

/** The small world with people to write, check and approve; `open` before the tests, `close` after them. */
export function publishingGround(engine: Engine, parts: () => Promise<WorldParts> = async () => ({})) {
  let opened: World | undefined;
  const world = (): World => opened ?? assert.fail('the ground is not open');
  const one = (name: string): Person => world().actors[name] ?? assert.fail(`nobody is called ${name}`);
  const portal: World['portal'] = (key) => world().portal(key);
  const perform: World['app']['ports']['perform'] = (...work) => world().app.ports.perform(...work);
  const publicly = <T>(read: (db: Queryable) => Promise<T>) => world().database.database.publicly(read);
  const asSystem = <T>(read: (db: Queryable) => Promise<T>) =>
    world().database.database.transaction({ as: 'system' }, read);
  const sectionOf: World['sectionOf'] = (...which) => world().sectionOf(...which);
  const write = async (writer: string, key: string, content: EditionContent, kind = 'news') => {
    const where = { portalId: portal(key).id, sectionId: sectionOf(key, kind), language: 'vi' as const };
    const made = await perform(one(writer), createItem, { ...where, content });
    return { ...made, portalId: where.portalId };
  };
  return {
    one,
    portal,
    perform,
    publicly,
    asSystem,
    sectionOf,
    write,
    get world() {
      return world();
    },
    async open() {
      opened = await openWorld(engine, await parts());
    },
    close: () => world().close(),
    live: (itemId: number) =>
      publicly((db) =>
        db.rows<Live>(sql`select id, title, slug, body_html, edition_id, edition_number, approved_by, approved_at,
          first_published_at, published_at, content_hash, source, origin_portal_id, origin_item_id, clock
          from publication where item_id = ${itemId} order by language`),
      ),
    stateOf: async (editionId: number) =>
      (
        await asSystem((db) =>
          db.get<{ state: string }>(sql`select state from edition where id = ${editionId}`),
        )
      ).state,
    /** Written by the portal's editor, checked by its checker, approved by `approver`. */
    async publish(editor: string, checker: string, approver: string, key: string, content: EditionContent) {
      const made = await write(editor, key, content);
      await perform(one(editor), submitEdition, made);
      await perform(one(checker), checkEdition, made);
      await perform(one(approver), approveEdition, made);
      return made;
    },
  };
}
