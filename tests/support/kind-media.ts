import { drawLandscape } from '../../seeds/pictures.ts';
import { fileHref, uploadMedia } from '../../src/rooms/media/index.ts';
import type { Person } from '../../src/rules/access/index.ts';
import type { World } from './world.ts';

/** Files of a library, and a text that shows all of them. */
export interface ShownMedia {
  /** For the head of an item. */
  pictureId: number;
  html: string;
  /** Where the files of the text are read. */
  hrefs: string[];
}

/** Uploads two pictures, a film with captions and a recording; their beginnings are enough for being known. */
export async function uploadShown(world: World, editor: Person): Promise<ShownMedia> {
  const portalId = world.portal('lao-cai/main').id;
  const upload = (name: string, bytes: Uint8Array) =>
    uploadMedia(world.app.ports, editor, { portalId, name, bytes });
  const head = await upload('ban-do.webp', await drawLandscape('mountains'));
  const first = await upload('cho-phien.webp', await drawLandscape('hills'));
  const second = await upload('ruong.webp', await drawLandscape('terraces'));
  const film = await upload('phim.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomavc1', 'latin1'));
  const captions = await upload('loi.vtt', Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nXin chào\n'));
  const sound = await upload('ghi-am.mp3', Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'));
  const [a, b, f, c, s] = [first, second, film, captions, sound].map(fileHref);
  const html = `<p>Bài mẫu có ảnh, phim và ghi âm.</p>
<figure><figure><img src="${a}" alt="Người đi chợ phiên"><figcaption>Ảnh mẫu thứ nhất</figcaption></figure><figure><img src="${b}" alt="Ruộng bậc thang"></figure></figure>
<figure><video src="${f}"><track kind="captions" src="${c}" srclang="vi" label="Tiếng Việt" default></video><figcaption>Phim mẫu.</figcaption></figure>
<figure><audio src="${s}"></audio><details><summary>Lời ghi âm</summary><p>Xin chào bà con.</p></details><figcaption>Ghi âm mẫu.</figcaption></figure>`;
  return { pictureId: head.id, html, hrefs: [a, b, f, c, s].map((href) => href ?? '') };
}
