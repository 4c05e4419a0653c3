import assert from 'node:assert/strict';
import type { Answer, World } from './world.ts';

/** A question as somebody in Lào Cai fills it in; every field its regulation demands. */
export function filled(more: Record<string, string> = {}) {
  return {
    ...{ topic: 'procedures', title: 'Làm lại thẻ bảo hiểm y tế ở đâu?' },
    text: 'Thẻ của con tôi bị mất trong đợt mưa lũ. Làm lại ở đâu, mất bao lâu?',
    ...{ askerKind: 'person', name: 'Giàng Thị Mẫu', nationality: 'Việt Nam', occupation: 'Làm nông' },
    ...{ addressStreet: 'Thôn Mẫu 2', addressCommune: 'Xã Mẫu', addressProvince: 'Lào Cai' },
    ...{ isForeigner: 'no', warned: '1' },
    ...more,
  };
}

type Fields = Record<string, string>;

export interface Sent {
  code: string;
  receipt: Answer;
  location: string;
  /** As the browser keeps it. */
  cookie: string;
  /** As the server set it, with its attributes. */
  setCookie: string;
}

/** Somebody with a browser of his own, who needs a while to write. */
export interface Asker {
  /** Opens the form and writes for a while; too short a while and it may not be sent yet. */
  open(host: string, path: string, writingMs?: number): Promise<Answer & { token: string }>;
  /** Sends one page of the form; the last one unless `step` says another. */
  post(host: string, path: string, fields: Fields): Promise<Answer>;
  /** Sends the last page and reads the receipt. */
  press(host: string, path: string, fields: Fields): Promise<Sent>;
  /** Opens, writes, sends, reads the receipt. */
  send(host: string, path: string, fields: Fields): Promise<Sent>;
  /** The last page with files. */
  upload(host: string, path: string, fields: Fields, files: readonly [string, Buffer][]): Promise<Answer>;
  /** The code on the receipt of what was taken in. */
  codeOf(host: string, answer: Answer): Promise<string>;
  /** Time passes. */
  wait(ms: number): void;
  /** Asks from another address from now on. */
  moveHouse(): void;
}

const WRITING_MS = 4_000;

export function openAsking(world: World): Asker {
  let house = 1;
  const { app } = world;
  const wait = (ms: number) => world.setNow(new Date(app.ports.now().getTime() + ms));
  const inject = async (host: string, url: string, headers: Fields, payload: string | Buffer) => {
    const reply = await app.http.inject({
      ...{ method: 'POST', url, payload, remoteAddress: `127.0.1.${house}` },
      headers: {
        host: host.replace(/\.gov\.vn$/, '.localhost'),
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    });
    const all = Object.entries(reply.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('\n') : String(value),
    ]);
    return { status: reply.statusCode, headers: Object.fromEntries(all) as Fields, body: reply.body };
  };
  const asker: Asker = {
    wait,
    moveHouse: () => {
      house += 1;
    },
    async open(host, path, writingMs = WRITING_MS) {
      const page = await world.get(host, path);
      assert.equal(page.status, 200, `${host}${path}`);
      const [, token] = /name="token" value="([^"]+)"/.exec(page.body) ?? [];
      assert.ok(token, 'the form has a token');
      wait(writingMs);
      return { ...page, token };
    },
    post: (host, path, fields) =>
      inject(
        host,
        path,
        { 'content-type': 'application/x-www-form-urlencoded' },
        new URLSearchParams({ step: 'consent', do: 'next', ...fields }).toString(),
      ),
    async press(host, path, fields) {
      const answer = await asker.post(host, path, fields);
      assert.equal(answer.status, 303, answer.body.match(/<h2 id="loi-ten">.*?<\/ul>/s)?.[0] ?? answer.body);
      const code = await asker.codeOf(host, answer);
      const { location = '' } = answer.headers;
      const setCookie = answer.headers['set-cookie'] ?? '';
      const cookie = setCookie.split(';')[0] ?? '';
      return {
        code,
        location,
        setCookie,
        cookie,
        receipt: await world.get(host, location, { headers: { cookie } }),
      };
    },
    async send(host, path, fields) {
      const { token } = await asker.open(host, path);
      return asker.press(host, path, { ...fields, token });
    },
    async upload(host, path, fields, files) {
      const { token } = await asker.open(host, path);
      const form = new FormData();
      for (const [name, value] of Object.entries({ step: 'consent', do: 'next', ...fields, token }))
        form.append(name, value);
      for (const [name, bytes] of files) form.append('files', new Blob([bytes as BlobPart]), name);
      const body = new Response(form);
      const type = body.headers.get('content-type') ?? '';
      return inject(host, path, { 'content-type': type }, Buffer.from(await body.arrayBuffer()));
    },
    async codeOf(host, answer) {
      assert.equal(answer.status, 303);
      const cookie = (answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
      const receipt = await world.get(host, answer.headers.location ?? '', { headers: { cookie } });
      const [, code] = /class="receipt-number num"[^>]*>([^<]+)</.exec(receipt.body) ?? [];
      assert.ok(code, 'the receipt shows a code');
      return code;
    },
  };
  return asker;
}
