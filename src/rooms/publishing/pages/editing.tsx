import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import { fieldTable } from '../../../rules/item-forms/index.ts';
import { listMedia, listMediaByIds } from '../../media/index.ts';
import { profileInForce } from '../../portals/index.ts';
import { type CheckedEdition, findingsOf } from '../checks.ts';
import { namesOf } from '../desk-store.ts';
import { listPresent } from '../draft-store.ts';
import { type DraftFields, draftOf, type Problem, readId } from '../forms.ts';
import type { Merge } from '../merge-rules.ts';
import { permits } from '../permits.ts';
import {
  findItemClock,
  findReadableEdition,
  type LoadedEdition,
  reading,
  startEventsFor,
} from '../queries.ts';
import type { EditionContent } from '../store.ts';
import { findUrgentSetting } from '../urgent-store.ts';
import { cleanContent, contentOf } from '../writing.ts';
import { editorPage } from './editor.tsx';
import { page, paths } from './parts.tsx';

/** Pictures offered by name in the form; the dialog of the island shows them. */
const IMAGES_OFFERED = 60;
/** Somebody who saved within this time is taken to be still at it. */
const STILL_EDITING_MS = 10 * 60_000;
export function loadEdition(ports: Ports, context: StaffContext): Promise<LoadedEdition | undefined> {
  const { person, params } = context;
  return reading(ports, person, (tx) =>
    findReadableEdition(tx, person, readId(params.id), readId(params.editionId)),
  );
}

export async function showEditor(ports: Ports, context: StaffContext): Promise<Reply> {
  const loaded = await loadEdition(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { edition, item } = loaded;
  if (!isPermitted(context.person, permits, 'publishing.write', edition.portal_id)) throw NOT_PERMITTED;
  if (edition.state !== 'draft') return { kind: 'redirect', to: paths.item(context.lang, item.id) };
  const content = contentOf(edition);
  return page(
    await renderEditor(ports, context, loaded, {
      fields: draftOf(content, item.section_id, fieldTable(item.form, item.kind)),
      content,
    }),
  );
}

/** What is shown in the editor: stored, or typed and not saved. */
export interface Typed {
  fields: DraftFields;
  content: EditionContent;
  problems?: readonly Problem[];
  version?: number;
  merge?: Merge;
  /** What the problems say was saved: it only cannot be submitted yet. */
  isSaved?: boolean;
}

export async function renderEditor(
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
    urgentSetting: await findUrgentSetting(tx, portal.id),
    present: await listPresent(tx, edition.id, person.personId, now),
  }));
  const { localityCode } = await profileInForce(ports, portal.locality_id, civilDateOf(now));
  const isOther =
    edition.saved_by !== null &&
    edition.saved_by !== person.personId &&
    now.getTime() - edition.saved_at.getTime() < STILL_EDITING_MS;
  const otherName = isOther && edition.saved_by !== null ? read.names.get(edition.saved_by) : undefined;
  return editorPage(ports, context, {
    ...read,
    ...{ loaded, localityCode },
    fields,
    content: typed.content,
    problems: typed.problems ?? [],
    isSaved: typed.isSaved,
    version: typed.version ?? edition.version,
    merge: typed.merge,
    savedBy: { name: read.names.get(edition.saved_by ?? 0) ?? '', at: edition.saved_at },
    present: read.present.map(({ full_name }) => full_name),
    other: otherName ? { name: otherName, at: edition.saved_at } : undefined,
  });
}

/** What the checker is told of the edition and the text as it was typed. */
export function checkedOf({ edition, item, portal }: LoadedEdition, content: EditionContent): CheckedEdition {
  return {
    ...{ portalId: portal.id, localityId: portal.locality_id, itemKind: item.kind },
    ...{ editionId: edition.id, language: edition.language, content: cleanContent(content) },
  };
}
