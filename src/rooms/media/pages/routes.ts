import { scopeOf } from '../../../platform/command/index.ts';
import { FilesAway } from '../../../platform/files/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { fileAnswers } from '../answers.ts';
import { uploadMedia } from '../intake.ts';
import { groupOfType } from '../kind-rules.ts';
import { permits } from '../permits.ts';
import { fileHref } from '../rules.ts';
import { fileRoute } from '../serving.ts';
import type { MediaRow } from '../store.ts';
import { uploadWords } from '../upload-words.ts';
import { mediaWords } from '../words.ts';
import { detailsRoutes } from './details-routes.ts';
import { emblemRoutes } from './emblem-routes.ts';
import { type LibraryNotes, libraryPage } from './library.tsx';
import { chosenPortal, libraryHref, loadLibrary, loadRows, readPlace } from './library-view.ts';
import { orderRoutes } from './order-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

/** Files the editor is offered; lines of an exported list. */
const OFFERED = 30;
const EXPORT_LIMIT = 5_000;

export function mediaRoutes(ports: Ports): AnyRoute[] {
  const permit = { permits, permit: 'media.read' };
  return [
    fileRoute(ports),
    staffRoute({
      ...{ name: 'media.library', method: 'GET', path: deskPaths('/kho'), permit },
      handle: (context) => showLibrary(ports, context, context.query),
    }),
    staffRoute({
      ...{ name: 'media.upload', method: 'POST', path: deskPaths('/kho'), permit, upload: true },
      handle: (context) => upload(ports, context),
    }),
    staffRoute({
      ...{ name: 'media.list', method: 'GET', path: deskPaths('/kho/danh-sach'), permit },
      handle: (context) => exportList(ports, context),
    }),
    ...uploadRoutes(ports),
    ...orderRoutes(ports, showLibrary),
    ...detailsRoutes(ports),
    ...emblemRoutes(ports),
  ];
}

function wantsJson(context: StaffContext): boolean {
  return context.headers.accept?.startsWith('application/json') ?? false;
}

function json(value: object, status = 200): Reply {
  return { kind: 'text', type: 'application/json; charset=utf-8', text: JSON.stringify(value), status };
}

/** The library as a page, or what the editor offers of it as JSON. */
export async function showLibrary(
  ports: Ports,
  context: StaffContext,
  fields: URLSearchParams,
  notes: Partial<LibraryNotes> = {},
): Promise<Reply> {
  const place = readPlace(context, fields);
  if (wantsJson(context)) {
    const rows = await loadRows(ports, context, place, OFFERED);
    return json({ files: await answersOf(ports, context, rows) });
  }
  const view = await loadLibrary(ports, context, place);
  const { query } = context;
  const problems = notes.problems ?? [];
  const html = libraryPage(ports, context, view, {
    addedCount: readId(query.get('xong')) ?? 0,
    done: query.get('viec') ?? '',
    typed: notes.typed,
    problems,
  });
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, html };
}

function answersOf(ports: Ports, { person, lang }: StaffContext, rows: readonly MediaRow[]) {
  return ports.database.transaction(scopeOf(person), (tx) => fileAnswers(tx, rows, lang));
}

/** Every file for itself: what can be taken is taken, of the others the reason is said. */
async function upload(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, form } = context;
  const portalId = chosenPortal(context, form);
  const folderId = readId(form.get('thu-muc')) || null;
  const added: MediaRow[] = [];
  const problems: string[] = [];
  for (const { name, bytes } of context.files) {
    try {
      added.push(await uploadMedia(ports, person, { portalId, folderId, name, bytes }));
    } catch (error) {
      if (error instanceof FilesAway) problems.push(`${name}: ${uploadWords(lang).storeAwayForm}`);
      else if (error instanceof Refusal) problems.push(`${name}: ${error.words[lang]}`);
      else throw error;
    }
  }
  if (added.length + problems.length === 0) problems.push(mediaWords(lang).choose);
  if (wantsJson(context)) {
    const files = await answersOf(ports, context, added);
    return json({ files, problems }, problems.length > 0 ? 422 : 200);
  }
  if (problems.length > 0)
    return showLibrary(ports, context, form, {
      problems: problems.map((text) => ({ href: '#files', text })),
    });
  return {
    kind: 'redirect',
    to: libraryHref(lang, readPlace(context, form), { xong: String(added.length) }),
  };
}

const csvCell = (text: string) =>
  // a cell that begins like a formula would be one in a spreadsheet
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The files of the place that is shown, as a table for spreadsheets. */
async function exportList(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, query, site } = context;
  const w = mediaWords(lang);
  const rows = await loadRows(ports, context, readPlace(context, query), EXPORT_LIMIT);
  const head = [
    w.name,
    w.kind,
    w.exported.bytes,
    w.fields.description,
    w.fields.author,
    w.addedWhen,
    w.exported.by,
  ];
  const lines = rows.map((row) => [
    ...[row.name, w.groups[groupOfType(row.type)], String(row.size_bytes), row.description, row.author],
    ...[formatInstant(row.uploaded_at, lang), row.uploaded_by_name ?? ''],
    ...[row.is_public ? w.isPublic : w.notPublic, site.origin + fileHref(row)],
  ]);
  const all = [[...head, w.use, w.exported.address], ...lines];
  // spreadsheets take a file with this mark for UTF-8
  const text = `\uFEFF${all.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
  return {
    ...{ kind: 'text', type: 'text/csv; charset=utf-8', text },
    headers: { 'content-disposition': 'attachment; filename="kho.csv"' },
  };
}
