import assert from 'node:assert/strict';
import { planTopic, setTarget } from '../../src/rooms/planning/index.ts';
import { addComment } from '../../src/rooms/publishing/comment-commands.ts';
import { createItem, EMPTY_CONTENT, publishUrgent } from '../../src/rooms/publishing/index.ts';
import { readerToken, showToReader } from '../../src/rooms/publishing/reader-commands.ts';
import { setSteps } from '../../src/rooms/publishing/steps-commands.ts';
import type { Person } from '../../src/rules/access/index.ts';
import type { World } from './world.ts';

/** What pages of the newsroom need: a remarked draft with a reader, an urgent item, steps laid down for one kind. */
export interface NewsroomPages {
  urgent: number;
  readerToken: string;
  topic: number;
}

const person = (world: World, name: string) => world.actors[name] ?? assert.fail(`nobody is called ${name}`);

/** Fills the newsroom of the main portal of Lào Cai around a draft. */
export async function fillNewsroom(
  world: World,
  draft: { itemId: number; editionId: number },
): Promise<NewsroomPages> {
  const { ports } = world.app;
  const { id: portalId } = world.portal('lao-cai/main');
  const editor = person(world, 'lc.editor');
  const remark = { portalId, editionId: draft.editionId, passage: '1', quote: '', body: 'Viết cho có dấu.' };
  const { commentId } = await ports.perform(person(world, 'lc.checker'), addComment, {
    ...{ ...remark, replacement: 'Cho uống nước ấm có pha muối.' },
  });
  await ports.perform(editor, addComment, { ...remark, passage: '', parentId: commentId, body: 'Sẽ sửa.' });
  const { linkId } = await ports.perform(editor, showToReader, {
    ...{ portalId, editionId: draft.editionId, readerName: 'Bác sĩ Mẫu', days: 7 },
  });
  await ports.perform(person(world, 'lc.content'), setSteps, {
    ...{ portalId, contentKind: 'direction', validFrom: '2026-11-20' },
    steps: [
      {
        ...{ name: { vi: 'Chuyên môn', en: 'Specialist' }, does: 'check', roles: ['checker'], persons: [] },
        ...{ byAnother: false, limitDays: 2 },
      },
      {
        ...{
          name: { vi: 'Ký duyệt', en: 'Sign' },
          does: 'approve',
          roles: ['boardMember', 'head'],
          persons: [],
        },
        ...{ byAnother: true, limitDays: null },
      },
    ],
  });
  const { topicId } = await ports.perform(person(world, 'lc.board'), planTopic, {
    ...{ portalId, sectionId: world.sectionOf('lao-cai/main'), title: 'Mùa hoa tam giác mạch', note: '' },
    ...{ plannedOn: '2026-11-24', personId: editor.personId },
  });
  await ports.perform(person(world, 'lc.content'), setTarget, {
    ...{ portalId, sectionId: world.sectionOf('lao-cai/main'), atLeast: 3, per: 'week' },
  });
  return { topic: topicId, urgent: await urgentItem(world), readerToken: readerToken(ports.seal, linkId) };
}

async function urgentItem(world: World): Promise<number> {
  const { ports } = world.app;
  const { id: portalId } = world.portal('lao-cai/main');
  const made = await ports.perform(person(world, 'lc.checker'), createItem, {
    ...{ portalId, sectionId: world.sectionOf('lao-cai/main'), language: 'vi' },
    content: {
      ...EMPTY_CONTENT,
      ...{
        title: 'Cảnh báo sạt lở đèo Ô Quý Hồ',
        summary: 'Không đi đêm nay.',
        bodyHtml: '<p>Không đi.</p>',
      },
    },
  });
  const { urgentId } = await ports.perform(person(world, 'lc.checker'), publishUrgent, {
    ...{ portalId, editionId: made.editionId, reason: 'Dân cần biết ngay trong đêm' },
  });
  return urgentId;
}

/** A remark and a reader's link of a portal, all bearing its mark: what a stranger must neither see nor change. */
export async function fillForeign(
  world: World,
  editor: Person,
  { mark, ...edition }: { portalId: number; editionId: number; mark: string },
): Promise<{ commentId: number; readerLinkId: number }> {
  const { perform } = world.app.ports;
  const remark = { ...edition, passage: '1', quote: '', body: `${mark} góp ý` };
  const { commentId } = await perform(editor, addComment, remark);
  const reader = { ...edition, readerName: `${mark} khách`, days: 3 };
  const { linkId } = await perform(editor, showToReader, reader);
  return { commentId, readerLinkId: linkId };
}

/** An address of the newsroom with the numbers of these things. */
export function newsroomAddress(path: string, { topic, urgent, readerToken: token }: NewsroomPages): string {
  return path
    .replace(':topic', String(topic))
    .replace('/dang-khan/:id', `/dang-khan/${urgent}`)
    .replace(/(ban-thao|read-draft)\/:token/, `$1/${token}`);
}
