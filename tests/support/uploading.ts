import { createHash, randomUUID } from 'node:crypto';
import type { Session, World } from './world.ts';

/** Talks to the routes for files in pieces as the island does. */
export interface Uploader {
  token: string;
  begin(file: { id?: string; name: string; size: number; portalId: number; folder?: string }): Promise<Told>;
  piece(id: string, offset: number, bytes: Uint8Array, more?: Record<string, string>): Promise<Told>;
  state(id: string, method?: 'GET' | 'HEAD'): Promise<Told>;
  cancel(id: string): Promise<Told>;
  /** All of it, in pieces of so many bytes. */
  send(portalId: number, name: string, bytes: Uint8Array, pieceBytes?: number): Promise<Told>;
}

export interface Told {
  status: number;
  headers: Record<string, string | number | string[] | undefined>;
  body: {
    id?: string;
    offset?: number;
    code?: string;
    problem?: string;
    token?: string;
    file?: { id: number; href: string; name: string; kind: string };
  };
}

export const digestOf = (bytes: Uint8Array) =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

export async function openUploader(world: World, as: Session, lang: 'vi' | 'en' = 'vi'): Promise<Uploader> {
  const address = lang === 'vi' ? '/ban-lam-viec/kho/tai-len' : '/en/desk/kho/tai-len';
  const ask = async (
    method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    headers: Record<string, string> = {},
    payload?: string | Buffer,
  ): Promise<Told> => {
    const reply = await world.app.http.inject({
      ...{ method, url, ...(payload !== undefined && { payload }) },
      headers: {
        ...{ host: as.host.replace(/\.gov\.vn$/, '.localhost'), cookie: as.cookie },
        ...{ accept: 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      },
    });
    const body = reply.body.startsWith('{') ? (JSON.parse(reply.body) as Told['body']) : {};
    return { status: reply.statusCode, headers: reply.headers, body };
  };
  const { body } = await ask('GET', address);
  const token = body.token ?? '';
  const uploader: Uploader = {
    token,
    begin: ({ id = randomUUID(), name, size, portalId, folder = '' }) =>
      ask(
        'POST',
        address,
        { 'content-type': 'application/x-www-form-urlencoded' },
        String(
          new URLSearchParams({
            ...{ _token: token, id, name, size: String(size), cong: String(portalId), 'thu-muc': folder },
          }),
        ),
      ),
    piece: (id, offset, bytes, more = {}) =>
      ask(
        'PATCH',
        `${address}/${id}`,
        {
          ...{ 'content-type': 'application/partial-upload', 'x-form-token': token },
          ...{ 'upload-offset': String(offset), 'content-digest': digestOf(bytes), ...more },
        },
        Buffer.from(bytes),
      ),
    state: (id, method = 'GET') => ask(method, `${address}/${id}`),
    cancel: (id) => ask('DELETE', `${address}/${id}`, { 'x-form-token': token }),
    async send(portalId, name, bytes, pieceBytes = 64 * 1024) {
      let told = await uploader.begin({ name, size: bytes.length, portalId });
      const { id = '' } = told.body;
      while (told.status < 300 && told.body.offset !== undefined && !told.body.file) {
        const { offset } = told.body;
        told = await uploader.piece(id, offset, bytes.subarray(offset, offset + pieceBytes));
      }
      return told;
    },
  };
  return uploader;
}
