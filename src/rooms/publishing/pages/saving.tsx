import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import type { Reply, StaffContext, UploadedFile } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { sanitiseBody } from '../../../rules/body-html/index.ts';
import { fieldTable } from '../../../rules/item-forms/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { renderPart } from '../../../ui/index.ts';
import { listMediaByIds, type MediaRow, uploadMedia } from '../../media/index.ts';
import { findingsOf } from '../checks.ts';
import { findSave } from '../draft-store.ts';
import { formProblems } from '../form-rules.ts';
import {
  attachmentsOf,
  type DraftFields,
  draftOf,
  fieldsPosted,
  mergeFacts,
  type Problem,
  parseDraft,
  readDraft,
  readVersion,
  textToHtml,
} from '../forms.ts';
import { type Merge, type MergedField, mergeContents } from '../merge-rules.ts';
import { permits } from '../permits.ts';
import { findItemClock, type LoadedEdition, reading } from '../queries.ts';
import type { EditionContent } from '../store.ts';
import { takeFile, takePaste, titleOfBody } from '../taking-in.ts';
import { publishingWords } from '../words.ts';
import { cleanContent, contentOf, saveEdition } from '../writing.ts';
import { writingWords } from '../writing-words.ts';
import { CheckPanel } from './check-panel.tsx';
import { submitSaved } from './checking.tsx';
import { checkedOf, loadEdition, renderEditor, type Typed } from './editing.tsx';
import { ClockShown } from './editor-facts.tsx';
import { readPicks } from './merging.tsx';
import { page, paths, seeOther, when } from './parts.tsx';

/** Changes every save may make, which nobody needs to be told. */
const SILENT = new Set(['emptyDropped', 'composed', 'imageWithoutAlt']);
/** Several people can save while one merges; beyond this he is asked. */
const MERGES_IN_A_ROW = 3;
/** The field of the file whose content becomes text. */
const WORD_FIELD = 'wordFile';

/** Uploads what came with the form; each file that cannot be taken is a problem of its field. */
async function takeFiles(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  fields: DraftFields,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const file of context.files) {
    if (file.field === WORD_FIELD) {
      problems.push(...(await takeWordFile(ports, context, portalId, fields, file)));
      continue;
    }
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

/** The content of the file after what is written already; its heading is the title where there is none. */
async function takeWordFile(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  fields: DraftFields,
  file: UploadedFile,
): Promise<Problem[]> {
  const taken = await takeFile(ports, context.person, portalId, file);
  const titled = fields.title.trim() === '' ? titleOfBody(taken.html) : undefined;
  if (titled) fields.title = titled.title;
  const before = fields.bodyMode === 'text' ? textToHtml(fields.body) : fields.body;
  if (taken.html !== '') {
    fields.body = before + (titled?.html ?? taken.html);
    fields.bodyMode = 'html';
  }
  return taken.problems.map((words) => ({ field: WORD_FIELD, words }));
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
  const { form, person } = context;
  const loaded = await loadEdition(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { edition, item, portal } = loaded;
  if (!isPermitted(person, permits, 'publishing.write', portal.id)) throw NOT_PERMITTED;
  const fields = readDraft(form);
  const problems = await takeFiles(ports, context, portal.id, fields);
  if (form.get('do') === 'word' && !context.files.some(({ field }) => field === WORD_FIELD))
    problems.push({
      field: WORD_FIELD,
      words: { vi: writingWords('vi').word.choose, en: writingWords('en').word.choose },
    });
  const table = fieldTable(item.form, item.kind);
  const parsed = parseDraft(fields, table);
  if (!parsed.problems && fields.bodyMode === 'html') {
    const pasted = await takePaste(ports, person, portal.id, parsed.content.bodyHtml);
    parsed.content.bodyHtml = pasted.html;
    problems.push(...pasted.problems.map((words) => ({ field: 'body', words })));
  }
  problems.push(...(parsed.problems ?? []));
  const version = readVersion(form);
  if (parsed.problems || problems.length > 0) {
    const content = parsed.problems ? contentOf(edition) : parsed.content;
    return refused(ports, context, loaded, { fields, content, problems, version });
  }
  const filed = await withFiles(ports, context, portal.id, fields, parsed.content);
  const content = { ...filed, facts: mergeFacts(edition.facts, filed.facts, fieldsPosted(table, form)) };
  return saveParsed(ports, context, loaded, { fields, content, version, sectionId: parsed.sectionId });
}

interface Save {
  fields: DraftFields;
  content: EditionContent;
  version: number;
  sectionId: number;
}

async function saveParsed(
  ports: Ports,
  context: StaffContext,
  loaded: LoadedEdition,
  save: Save,
): Promise<Reply> {
  const { form, lang } = context;
  const { item, edition } = loaded;
  const { fields, content, version } = save;
  try {
    const saved = await saveOrMerge(ports, context, loaded, save);
    if ('merge' in saved) {
      const { merge, current } = saved;
      const words = { vi: writingWords('vi').merge.ask, en: writingWords('en').merge.ask };
      const problems = [{ field: merge.choices[0]?.key ?? 'body', words }];
      return refused(ports, context, current, { fields, content, problems, version, merge });
    }
    if (wantsJson(context)) return savedAnswer(ports, context, saved.version);
    if (form.get('do') === 'submit') return submit(ports, context, loaded);
    const notes = sanitiseBody(saved.content.bodyHtml)
      .findings.map(({ code }) => code)
      .filter((code) => !SILENT.has(code));
    const to = paths.edit(lang, item.id, edition.id);
    const done = form.get('do') === 'word' ? 'word' : saved.taken.length > 0 ? 'gop' : 'luu';
    return seeOther(notes.length > 0 ? `${to}?ghi=${notes.join(',')}` : to, done);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const current = (await loadEdition(ports, context)) ?? loaded;
    const problems = [{ field: error.field ?? 'body', words: error.words }];
    const isConflict = error.code === 'changed-meanwhile';
    return refused(ports, context, current, { fields, content, problems, version }, isConflict);
  }
}

type Saved =
  | { version: number; content: EditionContent; taken: readonly MergedField[] }
  | { merge: Merge; current: LoadedEdition };

/**
 * Saves, or, when somebody else saved since the writer began, merges what he began from, the other's and his own.
 * The quiet saving of the island never merges: its writer sees nothing of it.
 */
async function saveOrMerge(
  ports: Ports,
  context: StaffContext,
  loaded: LoadedEdition,
  save: Save,
): Promise<Saved> {
  const { person, form } = context;
  const { edition, portal } = loaded;
  const mine = cleanContent(save.content);
  let next: { version: number; content: EditionContent; taken: readonly MergedField[] } = {
    version: save.version,
    content: save.content,
    taken: [],
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { version } = await ports.perform(person, saveEdition, {
        ...{ portalId: portal.id, editionId: edition.id, sectionId: save.sectionId },
        ...{ version: next.version, content: next.content },
      });
      return { ...next, version };
    } catch (error) {
      const isConflict = error instanceof Refusal && error.code === 'changed-meanwhile';
      if (!isConflict || wantsJson(context) || attempt > MERGES_IN_A_ROW) throw error;
    }
    const current = (await loadEdition(ports, context)) ?? loaded;
    const base = await reading(ports, person, (tx) => findSave(tx, edition.id, save.version));
    const merge = mergeContents(base, contentOf(current.edition), mine, readPicks(form));
    if (merge.choices.some(({ picked }) => picked === undefined)) return { merge, current };
    next = { version: current.edition.version, content: merge.content, taken: merge.taken };
  }
}

async function refused(
  ports: Ports,
  context: StaffContext,
  loaded: LoadedEdition,
  typed: Typed,
  isConflict = false,
): Promise<Reply> {
  if (wantsJson(context)) {
    const [first] = typed.problems ?? [];
    return json({ problem: first?.words[context.lang] ?? '' }, isConflict ? 409 : 422);
  }
  return page(await renderEditor(ports, context, loaded, typed), 422);
}

/** What the island needs after a quiet save: the new version, the words, and the panel made anew. */
async function savedAnswer(ports: Ports, context: StaffContext, version: number): Promise<Reply> {
  const { lang, person, now } = context;
  const w = publishingWords(lang);
  const loaded = await loadEdition(ports, context);
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
        lacking={formProblems(item, edition)}
        checkHref={paths.check(lang, item.id, edition.id)}
        workflow={portal.workflow}
        previewHref={paths.preview(lang, item.id, edition.id)}
      />,
    ),
    clock: clock ? renderPart(<ClockShown lang={lang} clock={clock} w={w} />) : '',
  });
}

/** Submits what was just saved, unless the item's form still lacks something: then all of it is said at once. */
async function submit(ports: Ports, context: StaffContext, loaded: LoadedEdition): Promise<Reply> {
  const saved = (await loadEdition(ports, context)) ?? loaded;
  const { item, edition } = saved;
  const problems = formProblems(item, edition);
  if (problems.length === 0)
    return submitSaved(ports, context, { itemId: item.id, editionId: edition.id, wasSaved: true });
  const content = contentOf(edition);
  const fields = draftOf(content, item.section_id, fieldTable(item.form, item.kind));
  return refused(ports, context, saved, { fields, content, problems, isSaved: true });
}
