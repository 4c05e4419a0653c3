import { deskPath } from '../../../platform/http/paths.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import { Button, Form, FormSection, KeyList } from '../../../ui/index.ts';
import { EMBLEM_PATH } from '../../portals/index.ts';
import { wayTo } from '../folder-rules.ts';
import { fileHref } from '../rules.ts';
import type { FileUse } from '../use-store.ts';
import { fileFacts, mediaWords, sizeWords } from '../words.ts';
import { type DetailsPart, detailsAction } from './details.tsx';

/** What the machine knows of the file. */
export function Facts({ lang, w, view }: DetailsPart) {
  const { media, renditions, folders } = view;
  const way = wayTo(folders, media.folder_id).map(({ name }) => name);
  const sizes = renditions
    .filter(({ shape }) => shape !== 'card')
    .map((one) => {
      const words = w.rendition(one.width, one.format.toUpperCase(), sizeWords(one.size_bytes, lang));
      return one.shape === 'wide' ? `${w.cut} ${words}` : words;
    });
  const isPicture = Boolean(media.width && media.height);
  return (
    <FormSection id="thong-tin" title={w.facts}>
      <KeyList
        rows={[
          { key: w.type, value: fileFacts({ name: media.name, sizeBytes: media.size_bytes }, lang) },
          ...(media.width && media.height
            ? [{ key: w.size, value: mediaWords(lang).widthHeight(media.width, media.height) }]
            : []),
          { key: w.folder, value: way.join(' › ') || w.noFolder },
          {
            key: w.uploaded,
            value: [formatInstant(media.uploaded_at, lang), media.uploaded_by_name]
              .filter(Boolean)
              .join(' · '),
          },
          {
            key: w.scan,
            value: [
              mediaWords(lang).scan[media.scan],
              media.scan_name,
              media.scanned_at ? w.scanned(formatInstant(media.scanned_at, lang)) : '',
            ]
              .filter(Boolean)
              .join(' · '),
          },
          ...(isPicture ? [{ key: w.renditions, value: sizes.join('; ') || w.renditionsNone }] : []),
          ...(media.original_name && media.original_size_bytes !== null
            ? [
                {
                  key: w.original,
                  value: (
                    <a href={detailsAction(lang, view, '/goc')} download>
                      {w.originalOpen(
                        fileFacts({ name: media.original_name, sizeBytes: media.original_size_bytes }, lang),
                      )}
                    </a>
                  ),
                },
              ]
            : []),
          { key: w.address, value: <span class="breakable">{fileHref(media)}</span> },
          { key: w.hash, value: <span class="breakable num">{media.hash}</span> },
        ]}
      />
    </FormSection>
  );
}

/** Where it is shown; what is shown nowhere may go. */
export function UsesPart({ lang, w, context, view }: DetailsPart) {
  const { uses, media } = view;
  const hrefOf = (kind: FileUse['kind'], id: number) => {
    if (kind === 'captions' || kind === 'poster') return deskPath(lang, `/kho/tep/${id}`);
    if (kind === 'emblem') return deskPath(lang, EMBLEM_PATH.replace(':id', String(id)));
    return deskPath(lang, kind === 'proposal' ? `/de-nghi/${id}` : `/tin-bai/${id}`);
  };
  return (
    <FormSection id="dang-dung" title={w.uses}>
      {uses.length === 0 ? (
        !media.removed_at && <p>{w.unused}</p>
      ) : (
        <ul class="file-uses">
          {uses.map((use) => (
            <li key={`${use.kind}${use.id}${use.language}`}>
              <span class="note">{w.use[use.kind]}</span>
              <br />
              <a href={hrefOf(use.kind, use.id)}>{use.title || `#${use.id}`}</a>
            </li>
          ))}
        </ul>
      )}
      {view.mayRemove && media.removed_at && (
        <Form
          action={detailsAction(lang, view, '/lay-lai')}
          hidden={{ _token: context.csrfToken }}
          label={w.restore}
        >
          <Button kind="second" icon="undo-2">
            {w.restore}
          </Button>
        </Form>
      )}
      {view.mayRemove && !media.removed_at && uses.length === 0 && (
        <Form
          action={detailsAction(lang, view, '/bo')}
          hidden={{ _token: context.csrfToken }}
          label={w.remove}
        >
          <p class="note">{w.removeNote}</p>
          <Button kind="light" icon="trash-2">
            {w.remove}
          </Button>
        </Form>
      )}
    </FormSection>
  );
}
