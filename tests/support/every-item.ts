import assert from 'node:assert/strict';
import { drawLandscape } from '../../seeds/pictures.ts';
import { uploadMedia } from '../../src/rooms/media/index.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  type EditionContent,
  EMPTY_CONTENT,
  proposeItem,
  saveEdition,
  startEdition,
  submitEdition,
  withdrawEdition,
} from '../../src/rooms/publishing/index.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { copyIdOf } from './lived.ts';
import type { World } from './world.ts';

// Items in every state, for the list of every page.

export const MAIN_HOST = 'www.laocai.localhost';

export interface ArticleAddress {
  section: string;
  article: string;
}

export type FullItem = { itemId: number; editionId: number; copyId: number } & Record<Lang, ArticleAddress>;

export type EditionIds = { itemId: number; editionId: number };

export function actor(world: World, username: string) {
  const person = world.actors[username];
  assert.ok(person);
  return person;
}

const BODY = `<p>Đợt rét đầu mùa có thể về trong tuần tới.</p><h2>Che chắn chuồng</h2><ul><li>Bạt</li><li>Phên nứa</li></ul>
<table><caption>Thức ăn mỗi ngày</caption><thead><tr><th scope="col">Vật nuôi</th><th scope="col">Cỏ khô (kg)</th></tr></thead>
<tbody><tr><th scope="row">Trâu</th><td>7</td></tr><tr><th scope="row">Bò</th><td>5</td></tr></tbody></table>
<blockquote><p>Không thả khi dưới 12 °C.</p></blockquote>`;

function contentOf(title: string, changed: Partial<EditionContent> = {}): EditionContent {
  return {
    ...EMPTY_CONTENT,
    ...{ title, summary: `${title}: việc cần làm.`, bodyHtml: BODY, author: 'Lò Thị Biên' },
    source: 'Chi cục Chăn nuôi',
    ...changed,
  };
}

/** An article with everything: a picture, a file, a table, both languages. */
export async function publishFull(world: World): Promise<FullItem> {
  const { ports } = world.app;
  const { id: portalId } = world.portal('lao-cai/main');
  const editor = actor(world, 'lc.editor');
  const picture = await uploadMedia(ports, editor, {
    ...{ portalId, name: 'nui.webp', bytes: await drawLandscape('mountains') },
  });
  const file = await uploadMedia(ports, editor, {
    ...{ portalId, name: 'danh-sach.csv', bytes: Buffer.from('khu,so\nbac,19\n', 'utf8') },
  });
  const attachment = {
    ...{ mediaId: file.id, hash: file.hash, name: file.name, type: file.type },
    ...{ label: 'Danh sách công trình', sizeBytes: file.size_bytes },
  };
  const content = contentOf('Chống rét cho trâu, bò', {
    ...{ pictureMediaId: picture.id, pictureAlt: 'Núi trong sương', pictureCaption: 'Ảnh vẽ' },
    attachments: [attachment],
  });
  const sectionId = world.sectionOf('lao-cai/main');
  const made = await ports.perform(editor, createItem, { portalId, sectionId, language: 'vi', content });
  await approve(world, made.editionId);
  const { itemId } = made;
  const english = await ports.perform(editor, startEdition, { portalId, itemId, language: 'en' });
  await ports.perform(editor, saveEdition, {
    ...{ portalId, editionId: english.editionId, version: 1, sectionId },
    content: { ...content, title: 'Keeping buffaloes warm' },
  });
  await approve(world, english.editionId);
  return {
    ...{ itemId, editionId: made.editionId, copyId: await copyIdOf(world, itemId) },
    vi: await addressOfItem(world, itemId, ''),
    en: await addressOfItem(world, itemId, '/en'),
  };
}

async function addressOfItem(world: World, itemId: number, base: string): Promise<ArticleAddress> {
  const found = await world.get(MAIN_HOST, `${base}/bai/${itemId}`);
  const { location = '' } = found.headers;
  const { pathname } = new URL(location, `http://${MAIN_HOST}`);
  const [section = '', article = ''] = pathname.slice(base.length + 1).split('/');
  assert.ok(article, 'a published item has an address');
  return { section, article };
}

async function approve(world: World, editionId: number): Promise<void> {
  const { ports } = world.app;
  const edition = { portalId: world.portal('lao-cai/main').id, editionId };
  await ports.perform(actor(world, 'lc.editor'), submitEdition, edition);
  await ports.perform(actor(world, 'lc.checker'), checkEdition, edition);
  await ports.perform(actor(world, 'lc.board'), approveEdition, edition);
}

/** What is public, corrected and waiting for the decision: its approval page shows differences. */
export async function correct(world: World, itemId: number): Promise<EditionIds> {
  const { ports } = world.app;
  const { id: portalId } = world.portal('lao-cai/main');
  const editor = actor(world, 'lc.editor');
  const { editionId } = await ports.perform(editor, startEdition, { portalId, itemId, language: 'vi' });
  await ports.perform(editor, saveEdition, {
    ...{ portalId, editionId, version: 1, sectionId: world.sectionOf('lao-cai/main') },
    content: contentOf('Chống rét cho trâu, bò trước tháng Mười hai'),
  });
  await ports.perform(editor, submitEdition, { portalId, editionId });
  await ports.perform(actor(world, 'lc.checker'), checkEdition, { portalId, editionId });
  return { itemId, editionId };
}

/** The check before submission finds something of every kind in it. */
export async function draft(world: World): Promise<EditionIds> {
  return world.app.ports.perform(actor(world, 'lc.editor'), createItem, {
    ...{ portalId: world.portal('lao-cai/main').id, sectionId: world.sectionOf('lao-cai/main') },
    language: 'vi',
    content: contentOf('Lịch khám sức khỏe', {
      author: '',
      bodyHtml:
        '<p>Cho uong nuoc am co pha muoi, xem <a href="/tin-tuc">tại đây</a>. Máy 0912345678.</p>' +
        '<p>Bà Lò Thị Mẫu, căn cước 010185001234.</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>' +
        '<p>Céng hßa x· héi chñ nghÜa ViÖt Nam</p>',
    }),
  });
}

export async function propose(world: World): Promise<number> {
  const { proposalId } = await world.app.ports.perform(actor(world, 'lc.bacha.checker'), proposeItem, {
    fromPortalId: world.portal('lao-cai/bacha').id,
    toPortalId: world.portal('lao-cai/main').id,
    itemId: world.items['lao-cai/bacha']?.itemId ?? 0,
    ...{ language: 'vi', note: 'Bà con các xã khác cũng hỏi.' },
  });
  return proposalId;
}

export async function withdraw(world: World): Promise<ArticleAddress> {
  const { ports } = world.app;
  const { id: portalId } = world.portal('lao-cai/main');
  const made = await ports.perform(actor(world, 'lc.editor'), createItem, {
    ...{ portalId, sectionId: world.sectionOf('lao-cai/main'), language: 'vi' },
    content: contentOf('Tin đăng nhầm'),
  });
  await approve(world, made.editionId);
  const address = await addressOfItem(world, made.itemId, '');
  await ports.perform(actor(world, 'lc.board'), withdrawEdition, {
    ...{ portalId, editionId: made.editionId, reason: 'Đăng nhầm số liệu.' },
  });
  return address;
}
