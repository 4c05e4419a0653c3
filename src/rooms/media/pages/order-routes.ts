import { readId } from '../../../platform/http/ids.ts';
import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { describeMedia } from '../commands.ts';
import { changeFolder, makeFolder, moveMedia, removeFolder } from '../folder-commands.ts';
import { readMany, readTicked } from '../forms.ts';
import { permits } from '../permits.ts';
import { keepOriginals } from '../setting-commands.ts';
import { mediaWords } from '../words.ts';
import type { LibraryNotes } from './library.tsx';
import { chosenPortal, libraryHref, type Place, readPlace } from './library-view.ts';

type ShowLibrary = (
  ports: Ports,
  context: StaffContext,
  fields: URLSearchParams,
  notes: Partial<LibraryNotes>,
) => Promise<Reply>;

/** What keeps a library in order: folders, steps on many files, how pictures are kept. */
export function orderRoutes(ports: Ports, showLibrary: ShowLibrary): AnyRoute[] {
  const permit = { permits, permit: 'media.read' };
  const show = (context: StaffContext, problems: LibraryNotes['problems'], typed?: URLSearchParams) =>
    showLibrary(ports, context, context.form, { problems, typed });
  const post = (name: string, path: string, handle: (context: StaffContext) => Promise<Reply>) =>
    staffRoute({ name, method: 'POST', path: deskPaths(path), permit, handle });
  return [
    post('media.makeFolder', '/kho/thu-muc', (context) => make(ports, context, show)),
    post('media.changeFolder', '/kho/thu-muc/:folderId', (context) => change(ports, context, show)),
    post('media.many', '/kho/nhieu', (context) => many(ports, context, show)),
    post('media.settings', '/kho/cach-giu', (context) => settings(ports, context)),
  ];
}

type Show = (
  context: StaffContext,
  problems: LibraryNotes['problems'],
  typed?: URLSearchParams,
) => Promise<Reply>;

const seeOther = (to: string): Reply => ({ kind: 'redirect', to, status: 303 });

/** "0" is the topmost. */
const folderOf = (text: string | null) => readId(text) || null;

const WHOLE: Omit<Place, 'portalId'> = {
  ...{ folderId: undefined, text: '', kind: '', look: 'list', removed: false },
};

async function make(ports: Ports, context: StaffContext, show: Show): Promise<Reply> {
  const { form, person, lang } = context;
  const portalId = chosenPortal(context, form);
  const parentId = folderOf(form.get('parent'));
  try {
    const { folderId } = await ports.perform(person, makeFolder, {
      ...{ portalId, parentId, name: form.get('name') ?? '' },
    });
    return seeOther(libraryHref(lang, { ...WHOLE, portalId, folderId }, { viec: 'thumuc' }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    form.set('thu-muc', String(parentId ?? ''));
    return show(context, [{ href: '#thu-muc-moi', text: error.words[lang] }]);
  }
}

async function change(ports: Ports, context: StaffContext, show: Show): Promise<Reply> {
  const { form, person, lang, params } = context;
  const portalId = chosenPortal(context, form);
  const folderId = readId(params.folderId);
  if (folderId === undefined) return { kind: 'missing' };
  try {
    if (form.get('do') === 'remove') {
      const { parentId } = await ports.perform(person, removeFolder, { portalId, folderId });
      return seeOther(
        libraryHref(lang, { ...WHOLE, portalId, folderId: parentId ?? undefined }, { viec: 'bothumuc' }),
      );
    }
    await ports.perform(person, changeFolder, {
      ...{ portalId, folderId, parentId: folderOf(form.get('parent')), name: form.get('name') ?? '' },
    });
    return seeOther(libraryHref(lang, { ...WHOLE, portalId, folderId }, { viec: 'thumuc' }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    form.set('thu-muc', String(folderId));
    return show(context, [{ href: '#thu-muc-ten', text: error.words[lang] }]);
  }
}

/** Moves or describes the files that were ticked. */
async function many(ports: Ports, context: StaffContext, show: Show): Promise<Reply> {
  const { form, person, lang } = context;
  const w = mediaWords(lang);
  const place = readPlace(context, form);
  const { portalId } = place;
  const mediaIds = readTicked(form);
  const isMove = form.get('do') === 'move';
  const fields = readMany(form);
  const refused = (text: string) => show(context, [{ href: '#tep-trong-kho', text }], form);
  if (mediaIds.length === 0) return refused(w.chooseFiles);
  if (!isMove && Object.keys(fields).length === 0) return refused(w.nothingTyped);
  try {
    if (isMove)
      await ports.perform(person, moveMedia, { portalId, mediaIds, folderId: folderOf(form.get('toi')) });
    else await ports.perform(person, describeMedia, { portalId, mediaIds, fields });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error.words[lang]);
  }
  return seeOther(libraryHref(lang, place, { viec: isMove ? 'chuyen' : 'ghi' }));
}

async function settings(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person, lang, site } = context;
  const portalId = chosenPortal(context, form);
  const isKept = form.get('keepOriginals') === '1';
  await ports.perform(person, keepOriginals, { localityId: site.localityId, portalId, isKept });
  return seeOther(libraryHref(lang, { ...WHOLE, portalId }, { viec: 'datkho' }));
}
