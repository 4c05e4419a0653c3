import type { Queryable } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { listCaptions } from './caption-store.ts';
import { groupOfType, type KindGroup } from './kind-rules.ts';
import { fileHref, pictureSet } from './rules.ts';
import { findDetails, findMediaById, type MediaDetails, type MediaRow } from './store.ts';
import { fileFacts } from './words.ts';

/** What scripts and the editor know of a file. */
export interface FileAnswer {
  id: number;
  href: string;
  name: string;
  type: string;
  kind: KindGroup;
  facts: string;
  width: number | null;
  height: number | null;
  /** Offered as the text alternative wherever the file is shown. */
  description: string;
  caption: string;
  /** Smaller pictures a browser may choose from. */
  srcset?: string;
  captions: { href: string; lang: string; label: string }[];
  transcript: string;
  /** The picture a film shows before it plays. */
  poster?: string;
}

/** Files as scripts read them, with what was said of them and what belongs to them. */
export async function fileAnswers(
  db: Queryable,
  rows: readonly MediaRow[],
  lang: Lang,
): Promise<FileAnswer[]> {
  const answers: FileAnswer[] = [];
  const captions = await listCaptions(
    db,
    rows.filter(({ type }) => ['film', 'sound'].includes(groupOfType(type))).map(({ id }) => id),
  );
  for (const row of rows) {
    const details = await findDetails(db, row.id);
    const poster = details?.poster_media_id && (await findMediaById(db, details.poster_media_id));
    answers.push({
      ...fileAnswer(row, details, lang),
      captions: captions
        .filter(({ media_id }) => media_id === row.id)
        .map((one) => ({ href: fileHref(one), lang: one.language, label: one.label })),
      ...(poster && { poster: fileHref(poster) }),
    });
  }
  return answers;
}

function fileAnswer(row: MediaRow, details: MediaDetails | undefined, lang: Lang) {
  const href = fileHref(row);
  const kind = groupOfType(row.type);
  const srcset = kind === 'picture' && row.width ? pictureSet(href, row.width) : undefined;
  return {
    ...{ id: row.id, href, name: row.name, type: row.type, kind, width: row.width, height: row.height },
    facts: fileFacts({ name: row.name, sizeBytes: row.size_bytes }, lang),
    ...{ description: details?.description ?? '', caption: details?.caption ?? '' },
    transcript: details?.transcript ?? '',
    ...(srcset && { srcset }),
  };
}
