import { itemPath } from '../../platform/http/paths.ts';
import type { Site } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { articleText } from '../../rules/clock/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Basis, ProfileSet } from '../../rules/profile/index.ts';
import { localityPortals, originOf, portalName, profileInForce } from '../portals/index.ts';
import { KEEP_YEARS } from './forgetting.ts';
import { findKeepYears } from './forgetting-store.ts';
import { type AskLaw, askLaw, isLike, likeness, tellingWords } from './public-rules.ts';
import { type AnsweredAsked, type AnsweredRow, listAnswered, listWithAnyWord } from './public-store.ts';
import { isForAsker } from './queries.ts';
import { type Content, digestOfCode, openFile, openJson, openText } from './sealed.ts';
import { findByCode, findByForm, listChildren, listFiles } from './store.ts';

/** The law of the portal today, from memory. */
export async function lawOf(ports: Ports, site: Site, now: Date): Promise<AskLaw> {
  const on = civilDateOf(now);
  const own = await profileInForce(ports, site.localityId, on);
  return askLaw(ports.profiles, own, on, site.isMain ? 'main' : 'member');
}

/** "Điểm a khoản 6 Điều 11, Quyết định 22/2016/QĐ-UBND"; undefined for what no text says. */
export function basisText(profiles: ProfileSet, basis: Basis, lang: Lang): string | undefined {
  const profile = profiles.get(basis.profileCode);
  if (!basis.article || !profile) return undefined;
  const { kind, number } = profile.instrument;
  return articleText(basis.article.article, basis.article.instrument ?? `${kind[lang]} ${number}`, lang);
}

/** The article alone where it is the locality's own regulation, which the page names once; else as {@link basisText}. */
export function shortBasis(law: AskLaw, basis: Basis, lang: Lang): string | undefined {
  const isOwn = basis.via === 'own' && basis.article?.instrument === undefined;
  return isOwn && basis.article
    ? articleText(basis.article.article, undefined, lang)
    : basisText(law.profiles, basis, lang);
}

/** An answered question as a list shows it. */
export interface AnsweredView {
  href: string;
  title: string;
  body: string;
  publishedAt: Date;
  /** Undefined where no text set a day. */
  inTime: boolean | undefined;
}

async function viewed(
  ports: Ports,
  site: Site,
  rows: readonly AnsweredRow[],
  lang: Lang,
): Promise<AnsweredView[]> {
  const find = originOf(ports, await localityPortals(ports, site.localityId));
  return rows.flatMap((row) => {
    const from = find(row.portal_id);
    if (!from) return [];
    const origin = row.portal_id === site.portalId ? '' : from.origin;
    return [
      {
        href: origin + itemPath(row, lang),
        title: row.title,
        body: portalName(from.portal, lang),
        publishedAt: row.first_published_at,
        inTime: row.clock?.inTime ?? undefined,
      },
    ];
  });
}

export interface AnsweredPage {
  items: AnsweredView[];
  /** Where the next page begins. */
  next: { at: Date; id: number } | undefined;
}

/** One page of the answered questions. */
export async function findAnswered(
  ports: Ports,
  site: Site,
  asked: Omit<AnsweredAsked, 'localityId'>,
): Promise<AnsweredPage> {
  const rows = await ports.database.publicly((db) =>
    listAnswered(db, { ...asked, localityId: site.localityId, limit: asked.limit + 1 }),
  );
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1) : undefined;
  return {
    items: await viewed(ports, site, shown, asked.lang),
    next: last && { at: last.first_published_at, id: last.id },
  };
}

const MOST_LOOKED_AT = 30;
const MOST_SIMILAR = 5;

/** Answered questions on the same matter, the likest first. The text itself is neither kept nor written down. */
export async function findSimilar(
  ports: Ports,
  site: Site,
  lang: Lang,
  text: string,
): Promise<AnsweredView[]> {
  const words = tellingWords(text);
  if (words.length === 0) return [];
  const rows = await ports.database.publicly((db) =>
    listWithAnyWord(db, { localityId: site.localityId, lang, words, limit: MOST_LOOKED_AT }),
  );
  const like = rows
    .map((row) => ({ row, share: likeness(words, row) }))
    .filter(({ share }) => isLike(share))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_SIMILAR);
  return viewed(
    ports,
    site,
    like.map(({ row }) => row),
    lang,
  );
}

/** After how many years what names an asker is deleted here: what the locality chose, else the product's own period. */
export async function keptYears(ports: Ports, localityId: number): Promise<number> {
  const chosen = await ports.database.transaction({ as: 'system' }, (tx) => findKeepYears(tx, localityId));
  return chosen ?? KEEP_YEARS;
}

/** What came with this very form before; empty texts once they were forgotten. */
export function findSent(ports: Ports, formDigest: string): Promise<Content | undefined> {
  return ports.database.transaction({ as: 'system' }, async (tx) => {
    const found = await findByForm(tx, formDigest);
    const row = found && (await findByCode(tx, found.code_digest));
    if (!row) return undefined;
    return openJson<Content>(ports.seal, row.code_digest, 'content', row.content) ?? { title: '', text: '' };
  });
}

/** A file the asker sent, opened for whoever has the code; of a split inquiry also those of its parts. */
export async function findOwnFile(
  ports: Ports,
  localityId: number,
  code: string,
  fileId: number,
): Promise<{ name: string; type: string; bytes: Buffer } | undefined> {
  const { seal, files } = ports;
  const found = await ports.database.transaction({ as: 'system' }, async (tx) => {
    const row = await findByCode(tx, digestOfCode(seal, code));
    if (row?.locality_id !== localityId || row.forgotten_at !== null) return undefined;
    for (const one of [row, ...(await listChildren(tx, row.id))]) {
      const file = (await listFiles(tx, one.id)).find(
        ({ id, from_asker }) => id === fileId && isForAsker(from_asker, one),
      );
      if (file) return { file, codeDigest: one.code_digest };
    }
    return undefined;
  });
  if (!found?.file.hash) return undefined;
  const kept = await files.open(found.file.hash);
  const name = openText(seal, found.codeDigest, 'fileName', found.file.name);
  if (!kept || name === undefined) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of kept.stream()) chunks.push(chunk as Buffer);
  return { name, type: found.file.type, bytes: openFile(seal, found.codeDigest, Buffer.concat(chunks)) };
}
