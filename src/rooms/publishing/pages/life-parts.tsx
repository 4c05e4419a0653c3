import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Callout, DataTable } from '../../../ui/index.ts';
import type { Adoption } from '../life-queries.ts';
import { lifeWords } from '../life-words.ts';
import type { ItemUses } from '../links.ts';
import { outsideWords } from '../outside-words.ts';
import { publishingWords } from '../words.ts';
import { EditionState, paths } from './parts.tsx';

/** Addresses of the life of items on the desk. */
export const lifePaths = {
  life: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}/vong-doi`),
  withdraw: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/go/${editionId}`),
  copy: (lang: Lang, itemId: number, copyId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/ban-luu/${copyId}`),
  compare: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}/doi-chieu`),
  archive: (lang: Lang) => deskPath(lang, '/tin-bai/luu-tru'),
  translations: (lang: Lang) => deskPath(lang, '/tin-bai/ban-dich'),
  setTimes: (lang: Lang) => deskPath(lang, '/tin-bai/lich-dang'),
  keeping: (lang: Lang) => deskPath(lang, '/tin-bai/thoi-gian-dang'),
  brokenLinks: (lang: Lang) => deskPath(lang, '/tin-bai/cho-noi-hong'),
};

/** What was just done, from the address one was sent to. */
export function LifeDone({ context }: { context: StaffContext }) {
  const said = lifeWords[context.lang].done[context.query.get('xong') ?? ''];
  return said ? <Callout tone="good" live title={said} /> : null;
}

/** Makes a posted form's command, or shows the page again with what was refused. */
export async function tryOr(
  work: () => Promise<Reply>,
  refused: (refusal: Refusal) => Promise<Reply>,
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error);
  }
}

/** Everything that leads to an item, each with a way to it. */
export function Uses({
  lang,
  uses,
  adoptions,
}: {
  lang: Lang;
  uses: ItemUses;
  adoptions: readonly Adoption[];
}) {
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const rows = [
    ...uses.tasks.map((task) => [task.title[lang], w.useTask, '']),
    ...(uses.isInMenu ? [[w.useMenu, w.useMenuHow, '']] : []),
    ...uses.redirects.map((one) => [
      <a href={paths.item(lang, one.item_id)}>{one.title || p.untitled}</a>,
      w.useRedirect,
      '',
    ]),
    ...uses.links.map((one) => [
      <a href={paths.item(lang, one.item_id)} lang={one.language}>
        {one.title || p.untitled}
      </a>,
      w.usePlaces[one.place],
      <EditionState lang={lang} state={one.state} />,
    ]),
  ];
  const c = w.usesColumns;
  return (
    <>
      {rows.length === 0 ? (
        <p class="note">{w.usesNone}</p>
      ) : (
        <DataTable
          lang={lang}
          table={{
            ...{ caption: w.uses, captionHidden: true, stacked: true },
            columns: [c.what, c.how, c.state].map((label) => ({ label })),
            rows,
          }}
        />
      )}
      {adoptions.length > 0 && (
        <Callout tone="warn" title={w.adopted}>
          <ul>
            {adoptions.map((one) => (
              <li key={one.href}>
                <a href={one.href}>{w.useAdopted(one.name)}</a>
              </li>
            ))}
          </ul>
          <p>{w.adoptedNote}</p>
        </Callout>
      )}
    </>
  );
}

/** Ways from the list of items to what stands around it. */
export function LifeWays({ lang }: { lang: Lang }) {
  const w = lifeWords[lang];
  return (
    <>
      <a href={lifePaths.setTimes(lang)}>{w.setTimes}</a>
      <a href={lifePaths.translations(lang)}>{w.translations}</a>
      <a href={lifePaths.brokenLinks(lang)}>{outsideWords(lang).title}</a>
      <a href={lifePaths.archive(lang)}>{w.archive}</a>
    </>
  );
}
