import assert from 'node:assert/strict';
import { sql } from '../../src/platform/db/index.ts';
import type { AnyRoute } from '../../src/platform/http/types.ts';
import { receiveInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { digestOfCode } from '../../src/rooms/inquiries/sealed.ts';
import { createItem, EMPTY_CONTENT, submitEdition } from '../../src/rooms/publishing/index.ts';
import { fillIntake } from './documents-api.ts';
import { hideMedia } from './media-things.ts';
import { fillForeign } from './newsroom.ts';
import { fillNotifications } from './notifications.ts';
import { hideStaffing } from './staffing-hidden.ts';
import type { World } from './world.ts';

// Something of every kind in a portal, bearing its mark and none of it public; and every address and form that names it.

/** A word that stands in everything of one portal that is not public. */
export const markOf = (portal: string) => `Kinmat${portal.replace(/[^a-z]/g, '')}`;

/** Things of a portal that routes name by number. */
export interface Things {
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

export const PORTALS = ['lao-cai/main', 'lao-cai/bacha', 'thai-binh/main'] as const;
export const HOST_OF: Record<(typeof PORTALS)[number], string> = {
  'lao-cai/main': 'www.laocai.gov.vn',
  'lao-cai/bacha': 'bacha.laocai.gov.vn',
  'thai-binh/main': 'www.thaibinh.gov.vn',
};
const WRITER_OF: Record<(typeof PORTALS)[number], string> = {
  'lao-cai/main': 'lc.editor',
  'lao-cai/bacha': 'lc.bacha.editor',
  'thai-binh/main': 'tb.editor',
};

/** Who administers the content of a portal. */
const ADMIN_OF: Record<(typeof PORTALS)[number], string> = {
  'lao-cai/main': 'lc.content',
  'lao-cai/bacha': 'lc.bacha.editor',
  'thai-binh/main': 'tb.content',
};

/** Puts something of every kind into a portal, all of it bearing the portal's mark and none of it public. */
export async function hide(world: World, key: (typeof PORTALS)[number]): Promise<Things> {
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

/** What the numbers in addresses count, by the beginning of the address below the desk; elsewhere everything is tried. */
const COUNTED: readonly (readonly [start: RegExp, names: readonly (keyof Things)[]])[] = [
  [/^\/tin-bai\//, ['itemId', 'editionId', 'commentId', 'readerLinkId']],
  [/^\/kho\//, ['mediaId', 'folderId']],
  [/^\/nhan-su\//, ['personId', 'grantProposalId', 'decisionId', 'reviewId', 'handOverId']],
  [/^\/cong\//, ['portalId', 'sectionId']],
  [/^\/thu-hoi-dap\//, ['inquiryId']],
  [/^\/nhap\//, ['intakeKeyId']],
  [/^\/cong-bao\//, ['gazetteIssueId', 'itemId']],
  [/^\/van-ban\//, ['itemId', 'editionId']],
];

function numbersFor(path: string, thing: Things): string[] {
  const below = path.replace(/^\/ban-lam-viec/, '');
  const [, names] = (path !== below && COUNTED.find(([start]) => start.test(below))) || [];
  const counted = names ? names.map((name) => thing[name]) : Object.values(thing);
  return [...new Set(counted)].map(String);
}

/** Every address a route can have with the numbers of these things. */
export function addressesOf(route: AnyRoute, thing: Things | undefined): string[] {
  if (!thing) return [];
  const numbers = numbersFor(route.path.vi, thing);
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
export function queriesOf(route: AnyRoute, mark: string): string[] {
  return (route.query ?? []).includes('q')
    ? [`${route.path.vi}?q=${mark}`, `${route.path.vi}?q=${mark}&o=tinh`]
    : [];
}

/** A form that names the thing in every way a form of ours does. */
export function fieldsFor(thing: Things | undefined): Record<string, string> {
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
