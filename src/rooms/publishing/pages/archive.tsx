import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, DataTable, DeskTitle, EmptyState, Field, FilterBar, Pager } from '../../../ui/index.ts';
import { readId } from '../forms.ts';
import type { Keeping } from '../keeping.ts';
import { findKeeping } from '../keeping-store.ts';
import { CAUSE_WORDS, keptUntil } from '../life-rules.ts';
import { type ArchivedCopy, listTakenDown } from '../life-store.ts';
import { lifeWords } from '../life-words.ts';
import { permits } from '../permits.ts';
import { namesOfPortals, readablePortals, reading } from '../queries.ts';
import { publishingWords } from '../words.ts';
import { lifePaths } from './life-parts.tsx';
import { page, paths, when } from './parts.tsx';

const PAGE_SIZE = 50;

interface ArchiveView {
  rows: ArchivedCopy[];
  more: boolean;
  names: Map<number, string>;
  keepings: Map<number, Keeping>;
  mayKeep: boolean;
}

/** Everything that was taken down on the portals of the person, the newest first, each with its kept copy. */
export async function showArchive(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, query } = context;
  const text = (query.get('tu') ?? '').slice(0, 200);
  const view = await reading(ports, person, async (tx): Promise<ArchiveView> => {
    const portals = await readablePortals(tx, person);
    const rows = await listTakenDown(tx, {
      ...{ portalIds: portals.map(({ id }) => id), limit: PAGE_SIZE + 1 },
      ...{ text: text || undefined, beforeId: readId(query.get('truoc')) },
    });
    const keepings = new Map<number, Keeping>();
    for (const id of new Set(rows.map((row) => row.portal_id))) {
      const keeping = await findKeeping(tx, id);
      if (keeping) keepings.set(id, keeping);
    }
    return {
      ...{ rows: rows.slice(0, PAGE_SIZE), more: rows.length > PAGE_SIZE, keepings },
      names: namesOfPortals(portals, lang),
      mayKeep: portalsPermitted(person, permits, 'publishing.keep').length > 0,
    };
  });
  return page(archivePage(ports, context, view, text));
}

/** Until when a copy is kept, in words. */
export function keptWords(keeping: Keeping | undefined, endedAt: Date | null, lang: Lang): string {
  const { years = null, source = '' } = keeping?.retention ?? {};
  if (years === null || !endedAt) return lifeWords[lang].foreverKept;
  return `${formatDate(keptUntil(civilDateOf(endedAt), years), lang, 'short')} (${source})`;
}

function archivePage(ports: Ports, context: StaffContext, view: ArchiveView, text: string): string {
  const { lang } = context;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const here = lifePaths.archive(lang);
  const last = view.rows.at(-1);
  const asked = text ? `tu=${encodeURIComponent(text)}&` : '';
  return deskFrame(
    ports,
    context,
    { title: w.archive },
    <>
      <Breadcrumb lang={lang} links={[{ href: paths.list(lang), text: p.items }]} here={w.archive} />
      <DeskTitle eyebrow={p.items} title={w.archive}>
        <p class="note">
          {w.archiveLead} {view.mayKeep && <a href={lifePaths.keeping(lang)}>{w.keeping}</a>}
        </p>
      </DeskTitle>
      <FilterBar lang={lang} action={here} clearHref={text ? here : undefined}>
        <Field kind="search" lang={lang} name="tu" label={w.search} value={text} optional />
      </FilterBar>
      {view.rows.length === 0 ? (
        <EmptyState title={w.archiveNone} links={[{ href: paths.list(lang), text: p.items }]} />
      ) : (
        <Rows lang={lang} view={view} />
      )}
      <Pager
        lang={lang}
        newerHref={context.query.has('truoc') ? `${here}?${asked}` : undefined}
        olderHref={view.more && last ? `${here}?${asked}truoc=${last.id}` : undefined}
      />
    </>,
  );
}

function Rows({ lang, view }: { lang: Lang; view: ArchiveView }) {
  const w = lifeWords[lang];
  const c = w.archiveColumns;
  return (
    <DataTable
      lang={lang}
      table={{
        ...{ caption: w.archive, captionHidden: true, stacked: true },
        columns: [c.title, c.portal, c.ended, c.cause, c.until].map((label) => ({ label })),
        rows: view.rows.map((copy) => [
          <a href={lifePaths.copy(lang, copy.item_id, copy.id)} lang={copy.language}>
            {copy.title}
          </a>,
          view.names.get(copy.portal_id) ?? '',
          copy.ended_at ? when(copy.ended_at, lang).text : '',
          copy.cause ? CAUSE_WORDS[copy.cause][lang] : '',
          keptWords(view.keepings.get(copy.portal_id), copy.ended_at, lang),
        ]),
      }}
    />
  );
}
