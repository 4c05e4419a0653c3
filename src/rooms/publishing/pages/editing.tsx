import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { sanitiseBody } from '../../../rules/body-html/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { renderPart } from '../../../ui/index.ts';
import { listMedia, listMediaByIds, type MediaRow, uploadMedia } from '../../media/index.ts';
import { type CheckedEdition, findingsOf } from '../checks.ts';
import { namesOf } from '../desk-store.ts';
import { diffTexts, textOf } from '../differences.ts';
import { formProblems } from '../form-rules.ts';
import {
  attachmentsOf,
  type DraftFields,
  draftOf,
  mergeFacts,
  type Problem,
  parseDraft,
  readDraft,
  readId,
  readVersion,
} from '../forms.ts';
import { permits } from '../permits.ts';
import {
  findItemClock,
  findReadableEdition,
  type LoadedEdition,
  reading,
  startEventsFor,
} from '../queries.ts';
import type { EditionContent } from '../store.ts';
import { publishingWords } from '../words.ts';
import { cleanContent, contentOf, saveEdition } from '../writing.ts';
import { CheckPanel } from './check-panel.tsx';
import { submitSaved } from './checking.tsx';
import { editorPage } from './editor.tsx';
import { ClockShown } from './editor-facts.tsx';
import { page, paths, seeOther, when } from './parts.tsx';

/** Pictures offered by name in the form; the dialog of the island shows them. */
const IMAGES_OFFERED = 60;
/** Somebody who saved within this time is taken to be still at it. */
const STILL_EDITING_MS = 10 * 60_000;
/** Changes every save may make, which nobody needs to be told. */
const SILENT = new Set(['emptyDropped', 'composed', 'imageWithoutAlt']);

function load(ports: Ports, context: StaffContext): Promise<LoadedEdition | undefined> {
  const { person, params } = context;
  return reading(ports, person, (tx) =>
    findReadableEdition(tx, person, readId(params.id), readId(params.editionId)),
  );
}

export async function showEditor(ports: Ports, context: StaffContext): Promise<Reply> {
  const loaded = await load(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { edition, item } = loaded;
  if (!isPermitted(context.person, permits, 'publishing.write', edition.portal_id)) throw NOT_PERMITTED;
  if (edition.state !== 'draft') return { kind: 'redirect', to: paths.item(context.lang, item.id) };
  const content = contentOf(edition);
  return page(
    await render(ports, context, loaded, { fields: draftOf(content, item.section_id, item.form), content }),
  );
}

interface Typed {
  fields: DraftFields;
  content: EditionContent;
  problems?: readonly Problem[];
  version?: number;
  conflict?: boolean;
  isSaved?: boolean;
}

async function render(
  ports: Ports,
  context: StaffContext,
  loaded: LoadedEdition,
  typed: Typed,
): Promise<string> {
  const { person, lang, now } = context;
  const { edition, item, portal } = loaded;
  const { fields } = typed;
  const ids = [...fields.attachments.map(({ mediaId }) => mediaId), readId(fields.pictureMediaId) ?? 0];
  const read = await reading(ports, person, async (tx) => ({
    images: await listMedia(tx, { portalIds: [portal.id], kind: 'image', limit: IMAGES_OFFERED }),
    chosen: await listMediaByIds(tx, ids),
    clock: await findItemClock(tx, item, portal.locality_id, lang, now),
    startEvents: await startEventsFor(tx, ports, portal, item.kind, now),
    names: await namesOf(tx, [edition.saved_by]),
    findings: await findingsOf(tx, ports.profiles, checkedOf(loaded, typed.content), now),
  }));
  const isOther =
    edition.saved_by !== null &&
    edition.saved_by !== person.personId &&
    now.getTime() - edition.saved_at.getTime() < STILL_EDITING_MS;
  const otherName = isOther && edition.saved_by !== null ? read.names.get(edition.saved_by) : undefined;
  return editorPage(ports, context, {
    ...read,
    loaded,
    fields,
    content: typed.content,
    problems: typed.problems ?? [],
    isSaved: typed.isSaved,
    version: typed.version ?? edition.version,
    conflict: typed.conflict
      ? diffTexts(textOf(contentOf(edition)), textOf(cleanContent(typed.content)))
      : undefined,
    other: otherName ? { name: otherName, at: edition.saved_at } : undefined,
  });
}

/** Uploads what came with the form; each file that cannot be taken is a problem of its field. */
async function takeFiles(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  fields: DraftFields,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const file of context.files) {
    try {
      const media = await uploadMedia(ports, context.person, {
        portalId,
        name: file.name,
        bytes: file.bytes,
      });
      if (file.field === 'picture') fields.pictureMediaId = String(media.id);
      else if (!fields.attachments.some(({ mediaId }) => mediaId === media.id))
        fields.attachments.push({ mediaId: media.id, label: '' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { vi, en } = error.words;
      problems.push({ field: file.field, words: { vi: `${file.name}: ${vi}`, en: `${file.name}: ${en}` } });
    }
  }
  return problems;
}

/** Files of this portal's library only: ids are typed by browsers. */
async function withFiles(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  fields: DraftFields,
  content: EditionContent,
): Promise<EditionContent> {
  const ids = [...fields.attachments.map(({ mediaId }) => mediaId), content.pictureMediaId ?? 0];
  const rows: MediaRow[] = (await reading(ports, context.person, (tx) => listMediaByIds(tx, ids))).filter(
    (row) => row.portal_id === portalId,
  );
  const hasPicture = rows.some(({ id }) => id === content.pictureMediaId);
  return {
    ...content,
    pictureMediaId: hasPicture ? content.pictureMediaId : null,
    attachments: attachmentsOf(fields.attachments, rows),
  };
}

function wantsJson(context: StaffContext): boolean {
  return context.headers.accept?.startsWith('application/json') ?? false;
}

function json(value: object, status = 200): Reply {
  return { kind: 'text', type: 'application/json; charset=utf-8', text: JSON.stringify(value), status };
}

/** Saves the form: by its buttons, or quietly by the island. Whatever is refused comes back as it was typed. */
export async function saveEditor(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person, lang } = context;
  const loaded = await load(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { edition, item, portal } = loaded;
  if (!isPermitted(person, permits, 'publishing.write', portal.id)) throw NOT_PERMITTED;
  const fields = readDraft(form);
  const uploadProblems = await takeFiles(ports, context, portal.id, fields);
  const parsed = parseDraft(fields, item.form);
  const problems = [...uploadProblems, ...(parsed.problems ?? [])];
  if (parsed.problems || problems.length > 0) {
    return refused(ports, context, loaded, {
      fields,
      content: parsed.problems ? contentOf(edition) : parsed.content,
      problems,
      version: readVersion(form),
    });
  }
  const filed = await withFiles(ports, context, portal.id, fields, parsed.content);
  const content = { ...filed, facts: mergeFacts(edition.facts, filed.facts, form.has('number'), item.form) };
  const version = readVersion(form);
  try {
    const saved = await ports.perform(person, saveEdition, {
      portalId: portal.id,
      editionId: edition.id,
      version,
      sectionId: parsed.sectionId,
      content,
    });
    if (wantsJson(context)) return savedAnswer(ports, context, saved.version);
    if (form.get('do') === 'submit') {
      const lacks = await unfilled(ports, context, loaded);
      if (lacks.length > 0) return shownAgain(ports, context, loaded, lacks);
      return submitSaved(ports, context, { itemId: item.id, editionId: edition.id, wasSaved: true });
    }
    const notes = sanitiseBody(content.bodyHtml)
      .findings.map(({ code }) => code)
      .filter((code) => !SILENT.has(code));
    const to = paths.edit(lang, item.id, edition.id);
    return seeOther(notes.length > 0 ? `${to}?ghi=${notes.join(',')}` : to, 'luu');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const conflict = error.code === 'changed-meanwhile';
    const current = (await load(ports, context)) ?? loaded;
    return refused(ports, context, current, {
      fields,
      content,
      problems: [{ field: error.field ?? 'body', words: error.words }],
      // the second save is meant: the differences have been shown
      version: conflict ? current.edition.version : version,
      conflict,
    });
  }
}

async function refused(
  ports: Ports,
  context: StaffContext,
  loaded: LoadedEdition,
  typed: Typed,
): Promise<Reply> {
  if (wantsJson(context)) {
    const [first] = typed.problems ?? [];
    return json({ problem: first?.words[context.lang] ?? '' }, typed.conflict ? 409 : 422);
  }
  return page(await render(ports, context, loaded, typed), 422);
}

/** What the island needs after a quiet save: the new version, the words, and the panel made anew. */
async function savedAnswer(ports: Ports, context: StaffContext, version: number): Promise<Reply> {
  const { lang, person, now } = context;
  const w = publishingWords(lang);
  const loaded = await load(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { edition, item, portal } = loaded;
  const { clock, findings } = await reading(ports, person, async (tx) => ({
    clock: await findItemClock(tx, item, portal.locality_id, lang, now),
    findings: await findingsOf(tx, ports.profiles, checkedOf(loaded, contentOf(edition)), now),
  }));
  return json({
    version,
    words: w.editor.savedAt(when(now, lang).text),
    check: renderPart(
      <CheckPanel
        lang={lang}
        findings={findings}
        checkHref={paths.check(lang, item.id, edition.id)}
        workflow={portal.workflow}
        previewHref={paths.preview(lang, item.id, edition.id)}
      />,
    ),
    clock: clock ? renderPart(<ClockShown lang={lang} clock={clock} w={w} />) : '',
  });
}

/** What the checker is told of the edition and the text as it was typed. */
function checkedOf({ edition, item, portal }: LoadedEdition, content: EditionContent): CheckedEdition {
  return {
    ...{ portalId: portal.id, localityId: portal.locality_id, itemKind: item.kind },
    ...{ editionId: edition.id, language: edition.language, content: cleanContent(content) },
  };
}

/** Everything the item's form still lacks, so that it is said at once and not one by one. */
async function unfilled(ports: Ports, context: StaffContext, loaded: LoadedEdition): Promise<Problem[]> {
  const { item, edition } = (await load(ports, context)) ?? loaded;
  return formProblems(item.form, edition);
}

/** The editor with what was saved, and what stands in the way. */
async function shownAgain(
  ports: Ports,
  context: StaffContext,
  loaded: LoadedEdition,
  problems: readonly Problem[],
): Promise<Reply> {
  const saved = (await load(ports, context)) ?? loaded;
  const content = contentOf(saved.edition);
  const fields = draftOf(content, saved.item.section_id, saved.item.form);
  return refused(ports, context, saved, { fields, content, problems, isSaved: true });
}
