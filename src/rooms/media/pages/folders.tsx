import { deskPath } from '../../../platform/http/paths.ts';
import type { StaffContext } from '../../../platform/http/types.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Button, Buttons, type Choice, Field, FieldRow, Form, FormSection, Icon } from '../../../ui/index.ts';
import { FOLDER_NAME_LENGTH, treeOf } from '../folder-rules.ts';
import type { CountedFolder } from '../folder-store.ts';
import type { MediaWords } from '../words.ts';
import { type LibraryView, libraryHref, type Place } from './library-view.ts';

interface Part {
  lang: Lang;
  w: MediaWords;
  context: StaffContext;
  view: LibraryView;
}

/** Folders as choices of a field, topmost first; deeper ones behind a stroke for each level. */
export function folderChoices(
  folders: readonly CountedFolder[],
  w: MediaWords,
  without?: number | undefined,
): Choice[] {
  const left = folders.filter(({ id }) => id !== without);
  return [
    { value: '0', text: w.folderTop },
    ...treeOf(left).map(({ id, name, depth }) => ({
      value: String(id),
      text: `${'– '.repeat(depth + 1)}${name}`,
    })),
  ];
}

/** The tree of folders; the one that is shown is marked. */
export function FolderNav({ lang, w, view }: Part) {
  const { place, folders } = view;
  const at = (folderId: Place['folderId'], removed = false) =>
    libraryHref(lang, { ...place, folderId, removed, text: '', kind: '' });
  const isHere = (folderId: Place['folderId']) => !place.removed && place.folderId === folderId;
  return (
    <nav class="folder-nav" aria-label={w.folders}>
      <ul>
        <FolderLink href={at(undefined)} text={w.allFolders} here={isHere(undefined)} icon="library" />
        <FolderLevel parentId={null} folders={folders} at={at} isHere={isHere} />
        <FolderLink href={at(null)} text={w.loose} here={isHere(null)} icon="inbox" />
        <FolderLink href={at(undefined, true)} text={w.removedOnes} here={place.removed} icon="trash-2" />
      </ul>
    </nav>
  );
}

interface Level {
  parentId: number | null;
  folders: readonly CountedFolder[];
  at(folderId: number): string;
  isHere(folderId: number): boolean;
}

function FolderLevel({ parentId, ...rest }: Level) {
  return (
    <>
      {rest.folders
        .filter((folder) => folder.parent_id === parentId)
        .map((folder) => (
          <FolderLink
            key={folder.id}
            href={rest.at(folder.id)}
            text={folder.name}
            count={folder.files}
            here={rest.isHere(folder.id)}
            icon="folder"
          >
            {rest.folders.some(({ parent_id }) => parent_id === folder.id) && (
              <ul>
                <FolderLevel parentId={folder.id} {...rest} />
              </ul>
            )}
          </FolderLink>
        ))}
    </>
  );
}

function FolderLink(props: {
  href: string;
  text: string;
  here: boolean;
  icon: 'folder' | 'inbox' | 'library' | 'trash-2';
  count?: number;
  children?: preact.ComponentChildren;
}) {
  return (
    <li>
      <a href={props.href} aria-current={props.here ? 'true' : undefined}>
        <Icon name={props.icon} /> <span>{props.text}</span>
        {props.count !== undefined && <span class="num note"> {props.count}</span>}
      </a>
      {props.children}
    </li>
  );
}

/** A new folder here; and for the one that is shown: its name, its place, its end. */
export function FolderForms({ lang, w, context, view }: Part) {
  const { place, folders } = view;
  const hidden = { _token: context.csrfToken, cong: String(place.portalId) };
  const current = folders.find(({ id }) => id === place.folderId);
  return (
    <FormSection id="thu-muc" title={w.folders}>
      <Form
        action={deskPath(lang, '/kho/thu-muc')}
        hidden={{ ...hidden, parent: String(place.folderId ?? '0') }}
        label={w.folderNew}
      >
        <Field
          kind="text"
          lang={lang}
          name="name"
          id="thu-muc-moi"
          label={w.folderNew}
          maxLength={FOLDER_NAME_LENGTH}
          width="half"
        />
        <Button kind="second" icon="plus">
          {w.folderMake}
        </Button>
      </Form>
      {current && (
        <Form
          action={deskPath(lang, `/kho/thu-muc/${current.id}`)}
          hidden={hidden}
          label={`${w.folderChange}: ${current.name}`}
        >
          <h3>
            {w.folderChange}: {current.name}
          </h3>
          <FieldRow>
            <Field
              kind="text"
              lang={lang}
              name="name"
              id="thu-muc-ten"
              label={w.folderName}
              value={current.name}
              maxLength={FOLDER_NAME_LENGTH}
            />
            <Field
              kind="select"
              lang={lang}
              name="parent"
              id="thu-muc-trong"
              label={w.folderParent}
              value={String(current.parent_id ?? '0')}
              choices={folderChoices(folders, w, current.id)}
            />
          </FieldRow>
          <Buttons>
            <Button kind="second" name="do" value="save">
              {w.folderSave}
            </Button>
            <Button kind="light" name="do" value="remove" icon="trash-2">
              {w.folderRemove}
            </Button>
          </Buttons>
          <p class="note">{w.folderRemoveNote}</p>
        </Form>
      )}
    </FormSection>
  );
}
