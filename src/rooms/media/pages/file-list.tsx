import { deskPath } from '../../../platform/http/paths.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { DataTable, Icon, type IconName, Tag } from '../../../ui/index.ts';
import { groupOfType, type KindGroup } from '../kind-rules.ts';
import { fileHref } from '../rules.ts';
import type { LibraryRow } from '../store.ts';
import { fileFacts, type MediaWords } from '../words.ts';

interface ListProps {
  lang: Lang;
  w: MediaWords;
  rows: readonly LibraryRow[];
  canChoose: boolean;
  ticked: ReadonlySet<string>;
}

export const GROUP_ICONS: Readonly<Record<KindGroup, IconName>> = {
  ...{ picture: 'image', document: 'file-text', text: 'file-text', archive: 'archive' },
  ...{ sound: 'headphones', film: 'video' },
};

export function detailsHref(lang: Lang, id: number): string {
  return deskPath(lang, `/kho/tep/${id}`);
}

/** A small picture, the first page of a document, or the icon of its kind. */
export function Preview({
  row,
  wide,
}: {
  row: Pick<LibraryRow, 'hash' | 'name' | 'type' | 'width' | 'height'>;
  wide?: boolean;
}) {
  const group = groupOfType(row.type);
  const frame = wide ? 'file-frame' : 'file-thumb';
  if (group === 'picture' && row.width && row.height)
    return (
      <span class={frame}>
        <img
          src={`${fileHref(row)}?rong=480`}
          alt=""
          width="240"
          height={Math.max(1, Math.round((240 * row.height) / row.width))}
          loading="lazy"
          decoding="async"
        />
      </span>
    );
  return (
    <span class={`${frame} file-icon`}>
      <Icon name={GROUP_ICONS[group]} />
    </span>
  );
}

function Choose({ row, w, ticked }: { row: LibraryRow } & Pick<ListProps, 'w' | 'ticked'>) {
  return (
    <label class="file-choose">
      <input type="checkbox" name="media" value={row.id} checked={ticked.has(String(row.id))} />
      <span class="unseen">{w.select(row.name)}</span>
    </label>
  );
}

function State({ row, w }: { row: LibraryRow; w: MediaWords }) {
  const scan = w.scanShort[row.scan];
  return (
    <>
      {row.is_public ? w.isPublic : w.notPublic}
      {scan && (
        <>
          {' '}
          <Tag tone={row.scan === 'infected' ? 'bad' : 'warn'} icon="triangle-alert">
            {scan}
          </Tag>
        </>
      )}
    </>
  );
}

export function FileTable({ lang, w, rows, canChoose, ticked, caption }: ListProps & { caption: string }) {
  const table = {
    ...{ caption, captionHidden: true, stacked: true, empty: w.empty },
    columns: [w.name, w.picture, w.facts, w.addedWhen, w.use].map((label) => ({ label })),
    rows: rows.map((row) => [
      <span class="file-name">
        {canChoose && <Choose row={row} w={w} ticked={ticked} />}
        <span>
          <a href={detailsHref(lang, row.id)}>{row.name}</a>
          <br />
          <span class="note">{row.description || w.noDescription}</span>
        </span>
      </span>,
      <Preview row={row} />,
      <>
        <a href={fileHref(row)}>
          {fileFacts({ name: row.name, sizeBytes: row.size_bytes }, lang)}
          <span class="unseen">: {row.name}</span>
        </a>
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
      <State row={row} w={w} />,
    ]),
  };
  return <DataTable lang={lang} table={table} />;
}

/** Pictures side by side, as many as there is room for. */
export function FileGrid({ lang, w, rows, canChoose, ticked }: ListProps) {
  if (rows.length === 0) return <p class="note">{w.empty}</p>;
  return (
    <ul class="file-grid">
      {rows.map((row) => (
        <li key={row.id}>
          <Preview row={row} wide />
          <span class="file-name">
            {canChoose && <Choose row={row} w={w} ticked={ticked} />}
            <span>
              <a href={detailsHref(lang, row.id)}>{row.name}</a>
              <br />
              <span class="note">{fileFacts({ name: row.name, sizeBytes: row.size_bytes }, lang)}</span>
            </span>
          </span>
          {row.scan !== 'clean' && row.scan !== 'off' && (
            <p>
              <Tag tone="warn" icon="triangle-alert">
                {w.scanShort[row.scan]}
              </Tag>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
