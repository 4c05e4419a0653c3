import { drawEmblem } from '../../seeds/pictures.ts';
import { chooseEmblem, uploadMedia } from '../../src/rooms/media/index.ts';
import { composeMenu, type MenuEntry } from '../../src/rooms/portals/index.ts';
import { type ArticleAddress, actor, type FullItem } from './every-item.ts';
import type { World } from './world.ts';

/** The main portal with an emblem, and with a menu that has a line of every kind and one that leads nowhere any more. */
export async function fillFaces(world: World, published: FullItem, withdrawn: ArticleAddress): Promise<void> {
  const { ports } = world.app;
  const { id: portalId } = world.portal('lao-cai/main');
  const content = actor(world, 'lc.content');
  const { id: mediaId } = await uploadMedia(ports, content, {
    ...{ portalId, name: 'bieu-trung.png', bytes: await drawEmblem('#22386e') },
  });
  await chooseEmblem(ports, content, { portalId, mediaId });
  const own = { vi: '', en: '' };
  const line = (target: MenuEntry['target'], name = own): MenuEntry => ({ target, name });
  const goneId = Number(/\d+$/.exec(withdrawn.article)?.[0]);
  await ports.perform(actor(world, 'lc.board'), composeMenu, {
    portalId,
    head: [
      line({ kind: 'section', sectionId: world.sectionOf('lao-cai/main') }),
      line({ kind: 'item', itemId: published.itemId }, { vi: 'Chống rét', en: 'Keeping warm' }),
      line({ kind: 'item', itemId: goneId }),
      line({ kind: 'portal', portalId: world.portal('lao-cai/bacha').id }),
      line({ kind: 'page', page: 'contact' }, { vi: 'Liên hệ', en: 'Contact' }),
    ],
    foot: [
      {
        title: { vi: 'Nơi khác', en: 'Elsewhere' },
        entries: [
          line(
            { kind: 'address', href: { vi: 'https://vi.du.vn', en: 'https://vi.du.vn/en' } },
            { vi: 'Dịch vụ công', en: 'Public services' },
          ),
          line({ kind: 'page', page: 'terms' }),
        ],
      },
    ],
  });
}
