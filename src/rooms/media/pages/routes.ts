import { NOT_PERMITTED, scopeOf } from '../../../platform/command/index.ts';
import { deskPath, deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted, portalsPermitted } from '../../../rules/access/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { listPortals } from '../../portals/index.ts';
import { uploadMedia } from '../commands.ts';
import { permits } from '../permits.ts';
import { fileHref } from '../rules.ts';
import { fileRoute } from '../serving.ts';
import { type LibraryRow, listMedia, type MediaRow } from '../store.ts';
import { fileFacts, mediaWords } from '../words.ts';
import { libraryPage } from './library.tsx';

const PAGE_SIZE = 30;

export function mediaRoutes(ports: Ports): AnyRoute[] {
  const permit = { permits, permit: 'media.read' };
  return [
    fileRoute(ports),
    staffRoute({
      name: 'media.library',
      method: 'GET',
      path: deskPaths('/kho'),
      permit,
      handle: (context) => showLibrary(ports, context, context.query, []),
    }),
    staffRoute({
      name: 'media.upload',
      method: 'POST',
      path: deskPaths('/kho'),
      permit,
      upload: true,
      handle: (context) => upload(ports, context),
    }),
  ];
}

/** What scripts and the editor know of a file. */
export function fileAnswer(row: MediaRow, lang: StaffContext['lang']) {
  return {
    id: row.id,
    href: fileHref(row),
    name: row.name,
    type: row.type,
    facts: fileFacts({ name: row.name, sizeBytes: row.size_bytes }, lang),
    width: row.width,
    height: row.height,
  };
}

function wantsJson(context: StaffContext): boolean {
  return context.headers.accept?.startsWith('application/json') ?? false;
}

function json(value: object, status = 200): Reply {
  return { kind: 'text', type: 'application/json; charset=utf-8', text: JSON.stringify(value), status };
}

/** The portal asked for when the person may look into its library; else this host's, else his first. */
function chosenPortal(context: StaffContext, fields: URLSearchParams): number {
  const permitted = portalsPermitted(context.person, permits, 'media.read');
  const asked = fields.get('cong');
  const wanted = asked ? Number(asked) : context.site.portalId;
  const found = permitted.includes(wanted) ? wanted : asked ? undefined : permitted[0];
  if (found === undefined) throw NOT_PERMITTED;
  return found;
}

async function showLibrary(
  ports: Ports,
  context: StaffContext,
  fields: URLSearchParams,
  problems: readonly string[],
): Promise<Reply> {
  const { lang, person, query } = context;
  const portalId = chosenPortal(context, fields);
  const text = query.get('q')?.trim() ?? '';
  const kind = query.get('loai') ?? '';
  const beforeId = Number(query.get('truoc')) || undefined;
  const filter = {
    portalIds: [portalId],
    text: text || undefined,
    kind: kind === 'image' || kind === 'other' ? kind : undefined,
    beforeId,
    limit: PAGE_SIZE + 1,
  } as const;
  const [rows, portals] = await ports.database.transaction(scopeOf(person), async (tx) => [
    await listMedia(tx, filter),
    await listPortals(tx, person.localityId),
  ]);
  if (wantsJson(context))
    return json({ files: rows.slice(0, PAGE_SIZE).map((row) => fileAnswer(row, lang)) });
  const mine = portalsPermitted(person, permits, 'media.read');
  const named = portals
    .filter((portal) => mine.includes(portal.id))
    .map((portal) => ({ id: portal.id, name: lang === 'vi' ? portal.name_vi : portal.name_en }));
  const here = (more: Record<string, string>) =>
    addressOf(lang, { cong: String(portalId), q: text, loai: kind, ...more });
  return {
    kind: 'page',
    status: problems.length > 0 ? 422 : 200,
    html: libraryPage(ports, context, {
      portals: named,
      portal: named.find(({ id }) => id === portalId) ?? { id: portalId, name: '' },
      mayAdd: isPermitted(person, permits, 'media.add', portalId),
      rows: rows.slice(0, PAGE_SIZE),
      kind,
      text,
      olderHref: rows.length > PAGE_SIZE ? here({ truoc: lastIdOf(rows) }) : undefined,
      newestHref: beforeId === undefined ? undefined : here({}),
      addedCount: Number(query.get('xong')) || 0,
      problems,
    }),
  };
}

function lastIdOf(rows: readonly LibraryRow[]): string {
  return String(rows[PAGE_SIZE - 1]?.id ?? '');
}

function addressOf(lang: StaffContext['lang'], fields: Record<string, string>): string {
  const set = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== ''));
  return `${deskPath(lang, '/kho')}?${set}`;
}

/** Every file for itself: what can be taken is taken, of the others the reason is said. */
async function upload(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person } = context;
  const portalId = chosenPortal(context, context.form);
  const added: MediaRow[] = [];
  const problems: string[] = [];
  for (const file of context.files) {
    try {
      added.push(await uploadMedia(ports, person, { portalId, name: file.name, bytes: file.bytes }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(`${file.name}: ${error.words[lang]}`);
    }
  }
  if (added.length + problems.length === 0) problems.push(mediaWords(lang).choose);
  if (wantsJson(context)) {
    return json(
      { files: added.map((row) => fileAnswer(row, lang)), problems },
      problems.length > 0 ? 422 : 200,
    );
  }
  if (problems.length > 0) return showLibrary(ports, context, context.form, problems);
  return { kind: 'redirect', to: addressOf(lang, { cong: String(portalId), xong: String(added.length) }) };
}
