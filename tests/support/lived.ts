import { sql } from '../../src/platform/db/index.ts';
import {
  approveEdition,
  checkEdition,
  confirmTranslation,
  markCorrection,
  moveItemTo,
  saveEdition,
  setExpiry,
  showOldWording,
  startEdition,
  submitEdition,
  withdrawEdition,
} from '../../src/rooms/publishing/index.ts';
import { expireDue } from '../../src/rooms/publishing/life-jobs.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { contentOf, type PublishingGround } from './publishing.ts';
import { WORLD_NOW, type World } from './world.ts';

/** Items of the main portal of Lào Cai, put through everything that happens to one after its approval. */
export function lifeOn(ground: PublishingGround) {
  const { one, perform } = ground;
  const news = () => ground.sectionOf('lao-cai/main');
  const publish = (title: string, change = {}) =>
    ground.publish('lc.editor', 'lc.checker', 'lc.board', 'lao-cai/main', contentOf(title, change));

  async function decide(made: { portalId: number; editionId: number }) {
    await perform(one('lc.editor'), submitEdition, made);
    await perform(one('lc.checker'), checkEdition, made);
    await perform(one('lc.board'), approveEdition, made);
  }

  /** A new edition with another text, up to the draft. */
  async function begin(
    { portalId, itemId }: { portalId: number; itemId: number },
    title: string,
    bodyHtml: string,
    language: Lang = 'vi',
  ) {
    const { editionId } = await perform(one('lc.editor'), startEdition, { portalId, itemId, language });
    await perform(one('lc.editor'), saveEdition, {
      ...{ portalId, editionId, version: 1, sectionId: news() },
      content: contentOf(title, { bodyHtml }),
    });
    return { portalId, itemId, editionId };
  }

  const withdraw = (made: { portalId: number; editionId: number }, change: object) =>
    perform(one('lc.board'), withdrawEdition, {
      ...{ portalId: made.portalId, editionId: made.editionId, reason: 'Không còn phù hợp nữa.' },
      ...change,
    });

  return {
    publish,
    decide,
    begin,
    withdraw,
    /** One item of each: corrected, translated and reviewed, moved, gone, led on, brought back, archived. */
    async everything() {
      const corrected = await publish('Lịch tiêm phòng', { bodyHtml: '<p>Ngày 21.</p>' });
      const draft = await begin(corrected, 'Lịch tiêm phòng', '<p>Ngày 22.</p>');
      const note = 'Bản trước ghi ngày 21 là sai, ngày đúng là 22.';
      await perform(one('lc.editor'), markCorrection, { ...draft, note });
      await perform(one('lc.board'), showOldWording, { ...draft, shows: true });
      const english = await begin(corrected, 'Vaccination days', '<p>On the 21st.</p>', 'en');
      await decide(english);
      await decide(draft);
      const { portalId } = corrected;
      await perform(one('lc.checker'), confirmTranslation, {
        ...{ portalId, itemId: corrected.itemId, language: 'en', sourceNumber: 2 },
      });
      const moved = await publish('Bài đổi địa chỉ');
      await perform(one('lc.board'), moveItemTo, {
        ...{ portalId, itemId: moved.itemId, sectionId: news(), words: 'dia chi moi' },
      });
      await withdraw(await publish('Bài gỡ hẳn'), { way: 'gone' });
      await withdraw(await publish('Bài được thay'), { way: 'redirect', target: String(moved.itemId) });
      const back = await publish('Bài gỡ rồi đăng lại');
      await withdraw(back, {});
      await decide(await begin(back, 'Bài gỡ rồi đăng lại', '<p>Đã sửa.</p>'));
      for (const expiresAs of ['archive', 'notice'] as const) {
        const { itemId } = await publish(`Bài hết hạn: ${expiresAs}`);
        const expiresAt = new Date(WORLD_NOW.getTime() + 60_000);
        await perform(one('lc.board'), setExpiry, { portalId, itemId, expiresAt, expiresAs });
      }
      ground.world.setNow(new Date(WORLD_NOW.getTime() + 120_000));
      await expireDue.run(ground.world.app.ports, {});
      ground.world.setNow(WORLD_NOW);
    },
  };
}

/** Of the Vietnamese copy of an item that is public. */
export async function copyIdOf(world: World, itemId: number): Promise<number> {
  const { id } = await world.database.database.publicly((db) =>
    db.get<{ id: number }>(sql`select id from publication where item_id = ${itemId} and language = 'vi'`),
  );
  return id;
}
