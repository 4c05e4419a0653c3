import { sql } from '../../src/platform/db/index.ts';
import { digestOfKey, makeKey } from '../../src/rooms/imports/key-commands.ts';
import { receive } from '../../src/rooms/imports/receiving.ts';
import { findKeyByDigest } from '../../src/rooms/imports/receiving-store.ts';
import type { World } from './world.ts';

/** What a program got back. */
export interface ApiAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: Record<string, unknown> & { code?: string; findings?: { code: string; field?: string }[] };
  text: string;
}

/** A file as a system sends it. */
export interface ApiFile {
  name: string;
  bytes: Uint8Array | string;
}

export const MAIN = 'www.laocai.localhost';

/** A key of the system for the section of documents of a portal, made by its content administrator. */
export async function keyFor(
  world: World,
  portalKey: string,
  admin: string,
  { name = 'Văn phòng điện tử', ask = false }: { name?: string; ask?: boolean } = {},
): Promise<string> {
  const person = world.actors[admin];
  if (!person) throw new Error(`nobody is called ${admin}`);
  const token = `cl_${portalKey}_${name}_${ask}`.replace(/[^\w-]/g, '').padEnd(40, '0');
  await world.app.ports.perform(person, makeKey, {
    portalId: world.portal(portalKey).id,
    sectionId: world.sectionOf(portalKey, 'documents'),
    name,
    digest: digestOfKey(token),
    withoutPortal: ask ? 'ask' : 'refuse',
  });
  return token;
}

let address = 0;

/** Sends JSON, or a form of metadata and files, as an office's system does. Each call comes from an address of its own. */
export async function send(
  world: World,
  key: string | undefined,
  metadata: unknown,
  files: readonly ApiFile[] = [],
  { host = MAIN, path = '/api/van-ban', from }: { host?: string; path?: string; from?: string } = {},
): Promise<ApiAnswer> {
  address += 1;
  const body = files.length > 0 ? await formOf(metadata, files) : jsonOf(metadata);
  const reply = await world.app.http.inject({
    method: 'POST',
    url: path,
    remoteAddress: from ?? `10.1.${address >> 8}.${address & 255}`,
    headers: { host, 'content-type': body.type, ...(key ? { authorization: `Bearer ${key}` } : {}) },
    payload: body.bytes,
  });
  return answerOf(reply);
}

export async function ask(
  world: World,
  key: string | undefined,
  path: string,
  { host = MAIN } = {},
): Promise<ApiAnswer> {
  address += 1;
  const reply = await world.app.http.inject({
    method: 'GET',
    url: path,
    remoteAddress: `10.2.${address >> 8}.${address & 255}`,
    headers: { host, ...(key ? { authorization: `Bearer ${key}` } : {}) },
  });
  return answerOf(reply);
}

function answerOf(reply: { statusCode: number; headers: Record<string, unknown>; body: string }): ApiAnswer {
  const isJson = /json/.test(String(reply.headers['content-type']));
  return {
    status: reply.statusCode,
    headers: reply.headers,
    body: isJson ? (JSON.parse(reply.body) as ApiAnswer['body']) : {},
    text: reply.body,
  };
}

function jsonOf(value: unknown) {
  return { type: 'application/json', bytes: Buffer.from(JSON.stringify(value)) };
}

async function formOf(metadata: unknown, files: readonly ApiFile[]) {
  const form = new FormData();
  if (metadata !== undefined) form.append('metadata', JSON.stringify(metadata));
  for (const { name, bytes } of files) form.append('files', new Blob([bytes as BlobPart]), name);
  const made = new Response(form);
  return {
    type: made.headers.get('content-type') ?? '',
    bytes: Buffer.from(await made.arrayBuffer()),
  };
}

/** A decision of an invented body, line by line. */
export function decision(
  number: string,
  more: { head?: readonly string[]; recipients?: readonly string[] } = {},
) {
  const { head = [], recipients = ['- Như Điều 2;', '- Cổng TTĐT tỉnh;', '- Lưu: VT.'] } = more;
  return [
    ...['ỦY BAN NHÂN DÂN', 'TỈNH LÀO CAI', '-------', ...head, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ...['Độc lập - Tự do - Hạnh phúc', '---------------', `Số: ${number}`],
    ...[
      'Lào Cai, ngày 16 tháng 11 năm 2026',
      'QUYẾT ĐỊNH',
      `Về việc giao chỉ tiêu đợt ${number.split('/')[0]}`,
    ],
    ...['ỦY BAN NHÂN DÂN TỈNH LÀO CAI', 'Căn cứ Luật Tổ chức chính quyền địa phương;', 'QUYẾT ĐỊNH:'],
    'Điều 1. Giao chỉ tiêu kế hoạch cho các cơ quan có tên tại danh sách kèm theo.',
    'Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 12 năm 2026.',
    ...(recipients.length > 0 ? ['Nơi nhận:', ...recipients] : []),
    ...['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Đỗ Văn Mẫu'],
  ];
}

/** How many rows stand in a table, whosever they are. */
export async function count(world: World, table: 'item' | 'media' | 'intake_document' | 'audit_entry') {
  const queries = {
    item: sql`select count(*)::int as count from item`,
    media: sql`select count(*)::int as count from media`,
    intake_document: sql`select count(*)::int as count from intake_document`,
    audit_entry: sql`select count(*)::int as count from audit_entry`,
  };
  const row = await world.database.database.transaction({ as: 'system' }, (tx) =>
    tx.get<{ count: number }>(queries[table]),
  );
  return Number(row.count);
}

/** A key of the portal and a document that came by it, both bearing the mark. @returns the number of the key */
export async function fillIntake(
  world: World,
  portalKey: string,
  { admin, mark }: { admin: string; mark: string },
): Promise<number> {
  const token = await keyFor(world, portalKey, admin, { name: `${mark} hệ thống`, ask: true });
  const key = await world.database.database.transaction({ as: 'system' }, (tx) =>
    findKeyByDigest(tx, digestOfKey(token)),
  );
  if (!key) throw new Error('the key was not made');
  await receive(world.app.ports, {
    ...{ key, localityId: world.portal(portalKey).localityId, files: [] },
    metadata: { id: `${mark} mã`, title: `${mark} trích yếu`, urgency: 'Khẩn' },
    text: { format: 'txt', content: decision('77/2026/QĐ-UBND', { recipients: [] }).join('\n') },
  });
  return key.id;
}
