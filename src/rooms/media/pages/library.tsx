import { deskFrame } from '../../../desk-frame.tsx';
import { deskPath } from '../../../platform/http/paths.ts';
import type { StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Callout,
  Chips,
  DataTable,
  DeskTitle,
  ErrorSummary,
  Field,
  FilterBar,
  Form,
  FormSection,
  Pager,
} from '../../../ui/index.ts';
import { fileHref } from '../rules.ts';
import type { LibraryRow } from '../store.ts';
import { fileFacts, type MediaWords, mediaWords } from '../words.ts';

export interface LibraryView {
  portals: readonly { id: number; name: string }[];
  portal: { id: number; name: string };
  mayAdd: boolean;
  rows: readonly LibraryRow[];
  kind: string;
  text: string;
  olderHref: string | undefined;
  newestHref: string | undefined;
  addedCount: number;
  problems: readonly string[];
}

/** The library of a portal: upload on top, then what is there. */
export function libraryPage(ports: Ports, context: StaffContext, view: LibraryView): string {
  const { lang } = context;
  const w = mediaWords(lang);
  const here = deskPath(lang, '/kho');
  return deskFrame(
    ports,
    context,
    { title: w.title, portalName: view.portal.name },
    <>
      <DeskTitle eyebrow={view.portal.name} title={w.title}>
        {view.portals.length > 1 && (
          <Chips
            label={w.portal}
            chips={view.portals.map(({ id, name }) => ({
              href: `${here}?cong=${id}`,
              text: name,
              current: id === view.portal.id,
            }))}
          />
        )}
      </DeskTitle>
      {view.addedCount > 0 && <Callout tone="good" live title={w.added(view.addedCount)} />}
      <ErrorSummary
        lang={lang}
        title={w.problems}
        errors={view.problems.map((text) => ({ href: '#files', text }))}
      />
      {view.mayAdd && <UploadForm lang={lang} w={w} context={context} view={view} here={here} />}
      <FilterBar
        lang={lang}
        action={here}
        clearHref={view.text || view.kind ? `${here}?cong=${view.portal.id}` : undefined}
      >
        <input type="hidden" name="cong" value={view.portal.id} />
        <Field kind="search" lang={lang} name="q" label={w.name} value={view.text} optional />
        <Field
          kind="select"
          lang={lang}
          name="loai"
          label={w.kind}
          optional
          empty={w.all}
          value={view.kind}
          choices={[
            { value: 'image', text: w.images },
            { value: 'other', text: w.others },
          ]}
        />
      </FilterBar>
      <DataTable lang={lang} table={tableOf(view, w, lang)} />
      <Pager lang={lang} newerHref={view.newestHref} olderHref={view.olderHref} />
    </>,
  );
}

function UploadForm(props: {
  lang: Lang;
  w: MediaWords;
  context: StaffContext;
  view: LibraryView;
  here: string;
}) {
  const { lang, w, context, view, here } = props;
  return (
    <FormSection id="tai-len" title={w.upload} note={w.uploadNote}>
      <Form
        action={here}
        files
        hidden={{ _token: context.csrfToken, cong: String(view.portal.id) }}
        label={w.upload}
      >
        <Field kind="file" lang={lang} name="files" label={w.files} help={w.filesHelp} multiple />
        <Button icon="plus">{w.send}</Button>
      </Form>
    </FormSection>
  );
}

function tableOf(view: LibraryView, w: MediaWords, lang: Lang) {
  return {
    caption: w.caption(view.portal.name),
    captionHidden: true,
    columns: [
      { label: w.name },
      { label: w.picture },
      { label: w.facts },
      { label: w.addedWhen },
      { label: w.use },
    ],
    rows: view.rows.map((row) => [
      <a href={fileHref(row)}>{row.name}</a>,
      row.width && row.height ? (
        <img
          src={fileHref(row)}
          alt=""
          width="96"
          height={Math.round((96 * row.height) / row.width)}
          loading="lazy"
        />
      ) : (
        ''
      ),
      <>
        {fileFacts({ name: row.name, sizeBytes: row.size_bytes }, lang)}
        {row.width && row.height && (
          <>
            <br />
            {w.widthHeight(row.width, row.height)}
          </>
        )}
      </>,
      <>
        {formatInstant(row.uploaded_at, lang)}
        {row.uploaded_by_name && (
          <>
            <br />
            {row.uploaded_by_name}
          </>
        )}
      </>,
      row.is_public ? w.isPublic : w.notPublic,
    ]),
    empty: w.empty,
  };
}
