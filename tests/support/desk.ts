import assert from 'node:assert/strict';
import type { Engine } from './engines.ts';
import { publishingGround } from './publishing.ts';
import { type Answer, type Session, tokenIn, type WorldParts } from './world.ts';

export const HOST = 'www.laocai.gov.vn';
export const MEMBER = 'bacha.laocai.gov.vn';
export const LIST = '/ban-lam-viec/tin-bai';

/** What a reader sees: tags out, entities back, spaces single; where a long word may break is no space. */
export function read({ body }: Answer): string {
  const whole = body.replace(/<wbr\s*\/?>/g, '');
  return plain(whole.replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')).replace(
    /\s+/g,
    ' ',
  );
}

export function plain(html: string): string {
  return html
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Where a redirect after a form leads. */
export function location(answer: Answer): string {
  assert.equal(answer.status, 303, read(answer).slice(0, 400));
  return answer.headers.location ?? '';
}

/** The value a form field has in a page. */
export function fieldOf({ body }: Answer, name: string): string {
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([\\s\\S]*?)</textarea>`).exec(body);
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(body)?.[0];
  return plain(area?.[1] ?? /value="([^"]*)"/.exec(input ?? '')?.[1] ?? '');
}

/** Item, edition and portal of an editor's address. */
export function idsOf(editorPath: string, portalId: number) {
  const [, itemId, editionId] = /tin-bai\/(\d+)\/sua\/(\d+)/.exec(editorPath) ?? [];
  return { itemId: Number(itemId), editionId: Number(editionId), portalId };
}

export type SentFile = readonly [field: string, name: string, bytes: Uint8Array];

/** The desk as signed-in people of the main portal use it: pages and forms, no script. */
export function deskGround(engine: Engine, parts?: () => Promise<WorldParts>) {
  const ground = publishingGround(engine, parts);
  const sessions: Record<string, Session> = {};
  const as = (name: 'editor' | 'checker' | 'board'): Session => sessions[name] ?? assert.fail(name);
  const signIn = async () => {
    for (const name of ['editor', 'checker', 'board'])
      sessions[name] = await ground.world.signIn(HOST, `lc.${name}`);
  };
  const main = () => ground.portal('lao-cai/main');
  const get = (
    path: string,
    session: Session | undefined,
    headers?: Record<string, string>,
  ): Promise<Answer> => ground.world.get(HOST, path, { as: session, ...(headers ? { headers } : {}) });
  const post = (path: string, fields: Record<string, string>, session: Session): Promise<Answer> =>
    ground.world.post(HOST, path, fields, { as: session });
  return {
    ground,
    as,
    get,
    post,
    async open() {
      await ground.open();
      await signIn();
    },
    /** Anew, as on another day. */
    signIn,
    close: ground.close,
    /** Begins an item through the form; gives the address of its editor. */
    async begin(title: string, session = as('editor')): Promise<string> {
      const where = {
        cong: String(main().id),
        sectionId: String(ground.sectionOf('lao-cai/main')),
        language: 'vi',
      };
      const form = await get(`${LIST}/moi`, session);
      const answer = await post(`${LIST}/moi`, { _token: tokenIn(form), ...where, title }, session);
      return location(answer).replace(/\?.*/, '');
    },
    /** Saves the editor's form as a browser without script does, plain text unless told. */
    async save(path: string, fields: Record<string, string>, session = as('editor')): Promise<Answer> {
      const form = await get(path, session);
      assert.equal(form.status, 200, read(form).slice(0, 300));
      const base = { _token: tokenIn(form), version: fieldOf(form, 'version'), bodyMode: 'text', do: 'save' };
      const sent = { ...base, sectionId: String(ground.sectionOf('lao-cai/main')), ...fields };
      const answer = await post(path, sent, session);
      const check = /^[^?]*\/kiem-tra\/\d+/.exec(answer.headers.location ?? '')?.[0];
      // what is worth a look was shown once more: submitted all the same
      return check === undefined ? answer : post(check, { _token: base._token, do: 'submit' }, session);
    },
    /** A form with files. */
    upload: (path: string, fields: Record<string, string>, files: readonly SentFile[], session: Session) =>
      ground.world.app.http.inject(multipart(path, fields, files, session)),
  };
}

/** A request with a form that sends files. */
export function multipart(
  path: string,
  fields: Record<string, string>,
  files: readonly SentFile[],
  { cookie }: Pick<Session, 'cookie'>,
) {
  const edge = 'ranh-gioi-thu';
  const parts: Uint8Array[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  for (const [field, name, bytes] of files) {
    const disposition = `content-disposition: form-data; name="${field}"; filename="${name}"`;
    parts.push(
      Buffer.from(`--${edge}\r\n${disposition}\r\ncontent-type: application/octet-stream\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    );
  }
  return {
    method: 'POST' as const,
    url: path,
    headers: {
      host: HOST.replace('.gov.vn', '.localhost'),
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    payload: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]),
  };
}
