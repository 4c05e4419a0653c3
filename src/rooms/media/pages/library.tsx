import { deskFrame } from '../../../desk-frame.tsx';
import { deskPath } from '../../../platform/http/paths.ts';
import type { StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Buttons,
  Callout,
  Chips,
  DeskTitle,
  ErrorSummary,
  Field,
  FilterBar,
  Form,
  FormSection,
  LinkButton,
  Pager,
} from '../../../ui/index.ts';
import { FORM_FILE_BYTES, FORM_FILES, GROUPS } from '../kind-rules.ts';
import { uploadWords } from '../upload-words.ts';
import { limitLines, type MediaWords, mediaWords, sizeWords } from '../words.ts';
import { FileGrid, FileTable } from './file-list.tsx';
import { FolderForms, FolderNav, folderChoices } from './folders.tsx';
import { type LibraryView, libraryHref } from './library-view.ts';

export interface LibraryNotes {
  addedCount: number;
  /** What was done, by its code. */
  done: string;
  problems: readonly { href: string; text: string }[];
  /** What was typed into the form for many files, shown again. */
  typed?: URLSearchParams | undefined;
}

interface Part {
  lang: Lang;
  w: MediaWords;
  context: StaffContext;
  view: LibraryView;
}

/** The library of a portal: upload on top, folders, then what is there. */
export function libraryPage(
  ports: Ports,
  context: StaffContext,
  view: LibraryView,
  notes: LibraryNotes,
): string {
  const { lang } = context;
  const w = mediaWords(lang);
  const part = { lang, w, context, view };
  const { place, portal } = view;
  return deskFrame(
    ports,
    context,
    { title: w.title, portalName: portal.name, scripts: [ports.assetHref('upload-files.js')] },
    <>
      <Head {...part} notes={notes} />
      {view.may.add && !place.removed && <UploadPart {...part} />}
      <div class="library">
        <FolderNav {...part} />
        <section class="library-files" aria-labelledby="tep-trong-kho">
          <h2 id="tep-trong-kho" class="unseen">
            {w.caption(portal.name)}
          </h2>
          <Filters {...part} />
          <Files {...part} typed={notes.typed} />
          <Pager lang={lang} newerHref={view.newestHref} olderHref={view.olderHref} />
        </section>
      </div>
      {view.may.order && !place.removed && <FolderForms {...part} />}
      {view.may.settings && <SettingsPart {...part} />}
    </>,
  );
}

/** Title, the portals one may look into, and what was done or refused. */
function Head({ lang, w, view, notes }: Part & { notes: LibraryNotes }) {
  const { portal } = view;
  const doneWords = w.done[notes.done];
  return (
    <>
      <DeskTitle eyebrow={portal.name} title={w.title}>
        {view.portals.length > 1 && (
          <Chips
            label={w.portal}
            chips={view.portals.map(({ id, name }) => ({
              href: `${deskPath(lang, '/kho')}?cong=${id}`,
              text: name,
              current: id === portal.id,
            }))}
          />
        )}
      </DeskTitle>
      {notes.addedCount > 0 && <Callout tone="good" live title={w.added(notes.addedCount)} />}
      {doneWords && <Callout tone="good" live title={doneWords} />}
      <ErrorSummary lang={lang} title={w.problems} errors={notes.problems} />
    </>
  );
}

/** The plain form; the island takes it over and sends files in pieces. */
function UploadPart({ lang, w, context, view }: Part) {
  const { place } = view;
  const help = (
    <>
      {w.filesMany(FORM_FILES, sizeWords(FORM_FILE_BYTES, lang))}
      <details class="upload-limits">
        <summary>{w.limits}</summary>
        <ul>
          {limitLines(lang).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  );
  return (
    <FormSection id="tai-len" title={w.upload} note={w.uploadNote}>
      <div
        data-upload={deskPath(lang, '/kho/tai-len')}
        data-portal={place.portalId}
        data-folder={place.folderId ?? ''}
        data-person={context.person.personId}
        data-sign-in={deskPath(lang, '/dang-nhap')}
        data-library={libraryHref(lang, place)}
        data-words={JSON.stringify(uploadWords(lang))}
      >
        <Form
          action={deskPath(lang, '/kho')}
          files
          hidden={{
            _token: context.csrfToken,
            cong: String(place.portalId),
            'thu-muc': place.folderId === undefined ? '' : String(place.folderId ?? '0'),
          }}
          label={w.upload}
        >
          <Field kind="file" lang={lang} name="files" label={w.files} help={help} multiple />
          <Button icon="plus">{w.send}</Button>
        </Form>
      </div>
    </FormSection>
  );
}

function Filters({ lang, w, view }: Part) {
  const { place } = view;
  const isOn = place.text || place.kind;
  return (
    <>
      <FilterBar
        lang={lang}
        action={deskPath(lang, '/kho')}
        clearHref={isOn ? libraryHref(lang, { ...place, text: '', kind: '' }) : undefined}
      >
        <input type="hidden" name="cong" value={place.portalId} />
        {place.folderId !== undefined && <input type="hidden" name="thu-muc" value={place.folderId ?? '0'} />}
        {place.look === 'grid' && <input type="hidden" name="xem" value="luoi" />}
        {place.removed && <input type="hidden" name="bo" value="1" />}
        <Field kind="search" lang={lang} name="q" label={w.search} value={place.text} optional />
        <Field
          kind="select"
          lang={lang}
          name="loai"
          label={w.kind}
          optional
          empty={w.all}
          value={place.kind}
          choices={GROUPS.map((group) => ({ value: group, text: w.groups[group] }))}
        />
      </FilterBar>
      <div class="library-tools">
        <Chips
          label={w.view}
          chips={(['list', 'grid'] as const).map((look) => ({
            href: libraryHref(lang, { ...place, look }),
            text: w[look],
            current: place.look === look,
          }))}
        />
        <LinkButton kind="light" icon="download" href={libraryHref(lang, place, {}, '/danh-sach')} download>
          {w.exportList}
        </LinkButton>
      </div>
    </>
  );
}

function Files({ lang, w, context, view, typed }: Part & { typed: URLSearchParams | undefined }) {
  const { place, rows } = view;
  const canChoose = (view.may.order || view.may.describe) && !place.removed && rows.length > 0;
  const ticked = new Set(typed?.getAll('media') ?? []);
  const list =
    place.look === 'grid' ? (
      <FileGrid lang={lang} w={w} rows={rows} canChoose={canChoose} ticked={ticked} />
    ) : (
      <FileTable
        lang={lang}
        w={w}
        rows={rows}
        canChoose={canChoose}
        ticked={ticked}
        caption={w.caption(view.portal.name)}
      />
    );
  if (!canChoose) return list;
  const hidden = {
    ...{ _token: context.csrfToken, cong: String(place.portalId), q: place.text, loai: place.kind },
    'thu-muc': place.folderId === null ? '0' : String(place.folderId ?? ''),
    xem: place.look === 'grid' ? 'luoi' : '',
  };
  return (
    <Form action={deskPath(lang, '/kho/nhieu')} hidden={hidden} label={w.many}>
      {list}
      <ManyPart lang={lang} w={w} view={view} typed={typed} />
    </Form>
  );
}

function ManyPart({ lang, w, view, typed }: Omit<Part, 'context'> & { typed: URLSearchParams | undefined }) {
  const field = (name: 'description' | 'author' | 'source' | 'licence', label: string) => (
    <Field kind="text" lang={lang} name={name} label={label} optional value={typed?.get(name) ?? ''} />
  );
  const d = w.many;
  return (
    <details class="library-many" open={typed !== undefined}>
      <summary>{d}</summary>
      {view.may.order && (
        <>
          <Field
            kind="select"
            lang={lang}
            name="toi"
            label={w.moveTo}
            value={typed?.get('toi') ?? ''}
            choices={folderChoices(view.folders, w)}
          />
          <Buttons>
            <Button kind="second" name="do" value="move" icon="folder">
              {w.move}
            </Button>
          </Buttons>
        </>
      )}
      {view.may.describe && (
        <>
          <p class="note">{w.manyNote}</p>
          {field('description', w.fields.description)}
          {field('author', w.fields.author)}
          {field('source', w.fields.source)}
          {field('licence', w.fields.licence)}
          <Buttons>
            <Button kind="second" name="do" value="describe" icon="pencil">
              {w.describe}
            </Button>
          </Buttons>
        </>
      )}
    </details>
  );
}

function SettingsPart({ lang, w, context, view }: Part) {
  return (
    <FormSection id="dat-kho" title={w.settings}>
      <Form
        action={deskPath(lang, '/kho/cach-giu')}
        hidden={{ _token: context.csrfToken, cong: String(view.place.portalId) }}
        label={w.settings}
      >
        <Field
          kind="checkbox"
          lang={lang}
          name="keepOriginals"
          label={w.keepOriginals}
          help={w.keepOriginalsHelp}
          checked={view.isKeeping}
        />
        <Button kind="second">{w.save}</Button>
      </Form>
    </FormSection>
  );
}
