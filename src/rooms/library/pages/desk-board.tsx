import { deskFrame } from '../../../desk-frame.tsx';
import { scopeOf } from '../../../platform/command/index.ts';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Callout,
  DeskList,
  DeskRow,
  DeskTitle,
  dotted,
  EmptyState,
  GroupHeader,
  OwedMatter,
} from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { findLibraryBoard, type LibraryBoard } from '../desk-queries.ts';
import { permits } from '../permits.ts';
import type { FallenRow } from '../relation-store.ts';
import { type LibraryWords, libraryWords, RELATION_WORDS } from '../words.ts';

/** Below the desk. */
export const BASE = '/van-ban';

export const paths = {
  board: (lang: Lang) => deskPath(lang, BASE),
  one: (lang: Lang, itemId: number) => deskPath(lang, `${BASE}/${itemId}`),
  relate: (lang: Lang, itemId: number) => deskPath(lang, `${BASE}/${itemId}/quan-he`),
  remove: (lang: Lang, itemId: number) => deskPath(lang, `${BASE}/${itemId}/quan-he/bo`),
  keep: (lang: Lang, itemId: number) => deskPath(lang, `${BASE}/${itemId}/giu-lai`),
  show: (lang: Lang) => deskPath(lang, `${BASE}/hien`),
  scope: (lang: Lang, itemId: number) => deskPath(lang, `${BASE}/${itemId}/pham-vi`),
  item: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}`),
};

export const page = (html: string, status = 200): Reply => ({ kind: 'page', html, status });

/** Why something is to be looked at: its basis has ended. */
export function fallenWords(row: FallenRow, lang: Lang, w: LibraryWords): string {
  const how = RELATION_WORDS[row.kind].suffers[lang].toLowerCase();
  return w.desk.fallen(row.basis_number, `${how} ${row.by_number}`, formatDate(row.ended_on, lang, 'short'));
}

/** The library as a person has a part in it: what rests on ended texts, his documents, what is cited and missing. */
export async function showLibrary(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, now } = context;
  const board = await ports.database.transaction(scopeOf(person), (tx) =>
    findLibraryBoard(tx, person, { lang, now }),
  );
  const w = libraryWords(lang);
  return page(
    deskFrame(
      ports,
      context,
      { title: w.desk.title, keys: true },
      <>
        <DeskTitle title={w.desk.title}>
          <p class="note">{w.desk.lead}</p>
        </DeskTitle>
        <Owed context={context} board={board} />
        <Fallen lang={lang} board={board} />
        <Documents lang={lang} board={board} />
        <Missing lang={lang} board={board} />
      </>,
    ),
  );
}

interface PartProps {
  lang: Lang;
  board: LibraryBoard;
}

function nameOf({ portals }: LibraryBoard, portalId: number, lang: Lang): string | undefined {
  const portal = portals.length > 1 ? portals.find(({ id }) => id === portalId) : undefined;
  return portal && portalName(portal, lang);
}

/** What portals owe their readers: shown with one press, or published by themselves. */
function Owed({ context, board }: { context: StaffContext; board: LibraryBoard }) {
  const { lang, csrfToken, person } = context;
  const w = libraryWords(lang);
  const done = w.desk.done[context.query.get('xong') ?? ''];
  return (
    <>
      {done && <Callout tone="good" live title={done} />}
      {board.owed.length > 0 && (
        <section aria-labelledby="phai-dang">
          <GroupHeader id="phai-dang" title={w.desk.owed} note={w.desk.count(board.owed.length)} />
          <p class="note">{w.desk.owedNote}</p>
          {board.owed.map(({ row, clock }) => (
            <OwedMatter
              key={row.id}
              lang={lang}
              id={`phai-dang-${row.id}`}
              title={dotted(row.number, row.title)}
              facts={dotted(row.issuer, nameOf(board, row.portal_id, lang), clock?.due, clock?.words)}
              trace={clock?.trace}
              press={
                isPermitted(person, permits, 'library.relate', row.portal_id)
                  ? {
                      action: paths.show(lang),
                      hidden: { _token: csrfToken, scopeId: String(row.id), portalId: String(row.portal_id) },
                      text: w.desk.showHere,
                    }
                  : undefined
              }
            />
          ))}
        </section>
      )}
    </>
  );
}

function Fallen({ lang, board }: PartProps) {
  const w = libraryWords(lang);
  if (board.fallen.length === 0) return null;
  return (
    <>
      <GroupHeader
        id="het-can-cu"
        title={w.desk.fallenTitle}
        note={w.desk.count(board.fallen.length)}
        overdue
      />
      <DeskList labelledBy="het-can-cu">
        {board.fallen.map((row) => {
          const href = `${paths.one(lang, row.basis_item_id)}#dua-vao`;
          return (
            <DeskRow
              key={`${row.item_id} ${row.relation_id}`}
              lang={lang}
              href={href}
              room={nameOf(board, row.portal_id, lang) ?? ''}
              title={row.title}
              sub={fallenWords(row, lang, w)}
              next={{ href, text: w.desk.open, main: true }}
            />
          );
        })}
      </DeskList>
    </>
  );
}

function Documents({ lang, board }: PartProps) {
  const w = libraryWords(lang);
  return (
    <>
      <GroupHeader id="van-ban" title={w.desk.documents} note={w.desk.count(board.documents.length)} />
      {board.documents.length === 0 ? (
        <EmptyState title={w.desk.none}>
          <p>{w.desk.noneHelp}</p>
        </EmptyState>
      ) : (
        <DeskList labelledBy="van-ban">
          {board.documents.map((row) => {
            const href = paths.one(lang, row.item_id);
            return (
              <DeskRow
                key={row.item_id}
                lang={lang}
                href={href}
                room={dotted(row.number || w.noNumber, nameOf(board, row.portal_id, lang))}
                title={row.title}
                sub={dotted(
                  row.issued_on && formatDate(row.issued_on, lang, 'short'),
                  w.desk.provisions(row.addresses.length),
                  row.proposals > 0 && w.desk.proposals(row.proposals),
                )}
                next={{ href, text: w.desk.open, main: row.proposals > 0 }}
              />
            );
          })}
        </DeskList>
      )}
    </>
  );
}

function Missing({ lang, board }: PartProps) {
  const w = libraryWords(lang);
  if (board.documents.length === 0) return null;
  return (
    <>
      <GroupHeader id="con-thieu" title={w.desk.missing} note={w.desk.count(board.missing.length)} />
      {board.missing.length === 0 ? (
        <p class="note">{w.desk.missingNone}</p>
      ) : (
        <DeskList labelledBy="con-thieu">
          {board.missing.map((row) => {
            const href = paths.item(lang, row.citing[0] ?? 0);
            return (
              <DeskRow
                key={row.number_key}
                lang={lang}
                href={href}
                room={row.type}
                title={dotted(row.number, row.name)}
                sub={w.desk.missingTimes(row.times)}
                next={{ href, text: w.desk.citedBy }}
              />
            );
          })}
        </DeskList>
      )}
    </>
  );
}
