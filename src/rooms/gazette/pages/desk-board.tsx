import { deskFrame } from '../../../desk-frame.tsx';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import { numberWords } from '../../../rules/gazette/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Callout,
  DeskList,
  DeskRow,
  DeskTitle,
  dotted,
  ErrorSentence,
  GroupHeader,
  LinkButton,
  OwedMatter,
} from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { issueHref } from '../addresses.ts';
import { type IssueRow, numberOf } from '../issue-store.ts';
import { permits } from '../permits.ts';
import { findBoard, type GazetteBoard } from '../queries.ts';
import { sendToGazette } from '../sending.ts';
import { type GazetteWords, gazetteWords, STATE_WORDS } from '../words.ts';
import { paths } from './desk-paths.ts';

export const issueName = (row: IssueRow, w: GazetteWords) =>
  w.issueName(numberWords(numberOf(row)), row.year);

interface PartProps {
  context: StaffContext;
  board: GazetteBoard;
}

/** What is to be sent, what is being made, what is out. */
export async function showBoard(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const { lang, query } = context;
  const w = gazetteWords(lang);
  const board = await findBoard(ports, context);
  const done = w.desk.done[query.get('xong') ?? ''];
  const html = deskFrame(
    ports,
    context,
    { title: w.desk.title, keys: true },
    <>
      <DeskTitle title={w.desk.title}>
        <p class="note">{w.desk.lead}</p>
      </DeskTitle>
      {done && <Callout tone="good" live title={done} />}
      {refusal && <ErrorSentence>{refusal.words[lang]}</ErrorSentence>}
      <Owed context={context} board={board} />
      {board.main && <OpenIssue context={context} board={board} />}
      {board.main && <Waiting context={context} board={board} />}
      {board.main && <Issued context={context} board={board} />}
    </>,
  );
  return { kind: 'page', html, status: refusal ? 422 : 200 };
}

function Owed({ context, board }: PartProps) {
  const { lang, csrfToken, person } = context;
  const w = gazetteWords(lang);
  const { owed, portals } = board;
  const late = owed.some(({ clock }) => clock?.standing?.state === 'overdue');
  return (
    <section aria-labelledby="phai-gui">
      <GroupHeader id="phai-gui" title={w.desk.owed} note={w.desk.count(owed.length)} overdue={late} />
      {owed.length === 0 && <p class="note">{w.desk.owedNone}</p>}
      {owed.map(({ row, clock }) => {
        const portal = portals.length > 1 ? portals.find(({ id }) => id === row.portal_id) : undefined;
        return (
          <OwedMatter
            key={row.id}
            lang={lang}
            id={`gui-${row.id}`}
            title={dotted(row.number, row.title)}
            facts={dotted(row.issuer, portal && portalName(portal, lang), clock?.due, clock?.words)}
            trace={clock?.trace}
            press={
              isPermitted(person, permits, 'gazette.send', row.portal_id)
                ? {
                    action: paths.send(lang),
                    hidden: {
                      _token: csrfToken,
                      itemId: String(row.item_id),
                      portalId: String(row.portal_id),
                    },
                    text: w.desk.send,
                  }
                : undefined
            }
          />
        );
      })}
    </section>
  );
}

function OpenIssue({ context, board }: PartProps) {
  const { lang, person } = context;
  const w = gazetteWords(lang);
  const { open, main } = board;
  const may = main && isPermitted(person, permits, 'gazette.compose', main.id);
  return (
    <section aria-labelledby="dang-lam">
      <GroupHeader id="dang-lam" title={w.desk.open} />
      {open ? (
        <DeskList labelledBy="dang-lam">
          <DeskRow
            lang={lang}
            href={paths.one(lang, open.id)}
            room={STATE_WORDS[open.state][lang]}
            title={issueName(open, w)}
            sub={dotted(formatDate(open.issued_on, lang, 'short'), open.returned_reason)}
            next={{
              href: paths.one(lang, open.id),
              text: open.state === 'draft' ? w.desk.goOn : w.desk.look,
              main: true,
            }}
          />
        </DeskList>
      ) : (
        <>
          <p class="note">{w.desk.openNone}</p>
          {may && (
            <p>
              <LinkButton href={paths.begin(lang)}>{w.desk.begin}</LinkButton>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Waiting({ context, board }: PartProps) {
  const { lang } = context;
  const w = gazetteWords(lang);
  if (board.waiting.length === 0) return null;
  return (
    <section aria-labelledby="cho-dang">
      <GroupHeader id="cho-dang" title={w.desk.queue} note={w.desk.count(board.waiting.length)} />
      <ul>
        {board.waiting.map((row) => (
          <li key={row.id}>
            {dotted(row.number, row.title, row.issued_on && formatDate(row.issued_on, lang, 'short'))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Issued({ context, board }: PartProps) {
  const { lang } = context;
  const w = gazetteWords(lang);
  return (
    <section aria-labelledby="da-phat-hanh">
      <GroupHeader id="da-phat-hanh" title={w.desk.issued} note={w.desk.count(board.issued.length)} />
      {board.issued.length === 0 ? (
        <p class="note">{w.desk.issuedNone}</p>
      ) : (
        <DeskList labelledBy="da-phat-hanh">
          {board.issued.map((row) => (
            <DeskRow
              key={row.id}
              lang={lang}
              href={issueHref(lang, numberOf(row))}
              room={formatDate(row.issued_on, lang, 'short')}
              title={issueName(row, w)}
              sub={dotted(w.texts(row.entries), w.pagesOf(row.first_page ?? 0, row.last_page ?? 0))}
              next={{ href: issueHref(lang, numberOf(row)), text: w.desk.see }}
            />
          ))}
        </DeskList>
      )}
    </section>
  );
}

/** Sends a document with one press. */
export async function sendOne(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person, lang } = context;
  const number = (name: string) => readId(form.get(name)) ?? 0;
  try {
    await ports.perform(person, sendToGazette, { portalId: number('portalId'), itemId: number('itemId') });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showBoard(ports, context, error);
  }
  return { kind: 'redirect', to: `${paths.board(lang)}?xong=gui`, status: 303 };
}
