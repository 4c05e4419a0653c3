import { attachCaptions } from '../../src/rooms/media/caption-commands.ts';
import { makeFolder } from '../../src/rooms/media/folder-commands.ts';
import { uploadMedia } from '../../src/rooms/media/index.ts';
import type { Person } from '../../src/rules/access/index.ts';
import type { AskedPage } from './every-page.ts';
import type { Session, World } from './world.ts';

/** A folder, and a film with captions, beside what the items brought. @returns the film */
export async function fillMedia(world: World, editor: Person): Promise<number> {
  const { ports } = world.app;
  const { id: portalId } = world.portal('lao-cai/main');
  await ports.perform(editor, makeFolder, { portalId, parentId: null, name: 'Phim tư liệu' });
  const film = await uploadMedia(ports, editor, {
    ...{ portalId, name: 'cho-phien.mp4' },
    bytes: Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomavc1', 'latin1'),
  });
  const captions = await uploadMedia(ports, editor, {
    ...{ portalId, name: 'loi.vtt' },
    bytes: Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nXin chào\n'),
  });
  const ids = { portalId, mediaId: film.id, captionMediaId: captions.id };
  await ports.perform(editor, attachCaptions, { ...ids, language: 'vi' });
  return film.id;
}

/** The library as a grid inside a folder, with the settings of whoever may change them. */
export function mediaPages(host: string, as: Session | undefined): AskedPage[] {
  return (['vi', 'en'] as const).map((lang) => ({
    ...{ name: 'media grid', lang, host, status: 200, as },
    path: `${lang === 'vi' ? '/ban-lam-viec' : '/en/desk'}/kho?xem=luoi&thu-muc=1`,
  }));
}
