import { PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, formatInstant } from '../../../rules/calendar/index.ts';
import type { BoardRule } from '../../../rules/profile/index.ts';
import {
  Breadcrumb,
  Button,
  Callout,
  DataTable,
  DeskTitle,
  EmptyState,
  Form,
  FormSection,
  KeyList,
  LinkButton,
} from '../../../ui/index.ts';
import { portalName, profileInForce } from '../../portals/index.ts';
import { type FieldErrors, readSeat, type SeatDraft } from '../forms.ts';
import { permits } from '../permits.ts';
import { type BoardView, listPortalBoards, type PortalBoards, reading } from '../queries.ts';
import { ruleOf, sealOf, titleOf } from '../rules.ts';
import { listStaff } from '../store.ts';
import { boardWords } from '../words.ts';
import { LeaveForm, SeatForm } from './member.tsx';
import { dayOf, decisionHref, fields, hrefTo, page, termOf } from './parts.tsx';
import { ShownBoard } from './shown.tsx';

/** Which form of the page of a board was sent, and what is wrong with it. */
export interface Sent {
  form: 'add' | 'change' | 'leave' | 'end' | 'show';
  memberId?: number;
  errors: FieldErrors;
}

interface Parts {
  context: StaffContext;
  found: PortalBoards;
  board: BoardView;
  rule: BoardRule | undefined;
  staff: { value: string; text: string }[];
  mayWrite: boolean;
  sent: Sent | undefined;
}

/** One board: its decision, its members with office, term and seal, and what the public is told. */
export async function boardPage(
  ports: Ports,
  context: StaffContext,
  { portalId, boardId }: { portalId: number; boardId: number },
  sent?: Sent,
): Promise<Reply> {
  const { lang, person, now } = context;
  const [found] = await listPortalBoards(ports, person, [portalId]);
  const board = found?.boards.find(({ row }) => row.id === boardId);
  if (!found || !board) return { kind: 'missing' };
  const on = civilDateOf(now);
  const profile = await profileInForce(ports, person.localityId, on);
  const mayWrite = isPermitted(person, permits, 'boards.write', portalId);
  const staff = mayWrite ? await reading(ports, person, (tx) => listStaff(tx, portalId)) : [];
  const parts: Parts = {
    ...{ context, found, board, mayWrite, sent },
    rule: ruleOf(profile, board.row.code, found.portal.is_main, on),
    staff: staff.map((one) => ({ value: String(one.id), text: `${one.full_name} (${one.username})` })),
  };
  const title = lang === 'vi' ? board.row.name_vi : board.row.name_en;
  const errors = sent?.errors ?? {};
  return page(
    ports,
    context,
    { title, portalName: portalName(found.portal, lang), errors },
    <BoardBody {...parts} title={title} publicHref={publicHref(ports, parts)} />,
  );
}

const publicHref = (ports: Ports, { found, context }: Parts) =>
  ports.settings.originOf(found.portal.host) + PUBLIC_PATHS.board[context.lang];

function BoardBody(props: Parts & { title: string; publicHref: string }) {
  const { context, found, board, title } = props;
  const { lang } = context;
  const w = boardWords(lang);
  const { id } = found.portal;
  return (
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: hrefTo(lang, 'list'), text: w.listTitle },
          { href: hrefTo(lang, 'portal', { id }), text: portalName(found.portal, lang) },
        ]}
        here={title}
      />
      <DeskTitle eyebrow={w.founded(dayOf(board.row.founded_on, lang))} title={title} />
      <Facts {...props} />
      <Members {...props} />
      <Showing {...props} />
      {props.mayWrite && <AddPart {...props} />}
      {props.mayWrite && <EndPart {...props} />}
    </>
  );
}

function Facts({ context: { lang }, board: { row }, rule }: Parts) {
  const w = boardWords(lang);
  const line = w.decisionLine(row.number, dayOf(row.decided_on, lang));
  return (
    <KeyList
      rows={[
        { key: w.decision, value: <a href={decisionHref(lang, row.decision_id)}>{line}</a> },
        { key: w.issuer, value: row.issuer ?? '–' },
        ...(rule ? [{ key: w.appointedBy, value: rule.appointedBy[lang] }] : []),
        ...(row.standing_body || rule?.standingBody
          ? [
              {
                key: w.standingBody,
                value: row.standing_body ?? (rule?.standingBody?.now ?? rule?.standingBody)?.[lang],
              },
            ]
          : []),
        ...(rule?.partTime ? [{ key: w.partTime, value: w.partTimeYes }] : []),
      ]}
    />
  );
}

function Members(parts: Parts) {
  const { context, board, rule, mayWrite } = parts;
  const { lang } = context;
  const w = boardWords(lang);
  const standing = board.members.filter(({ left_on }) => left_on === null);
  const former = board.members.filter(({ left_on }) => left_on !== null);
  if (board.members.length === 0) return <EmptyState title={w.noMembers} />;
  return (
    <>
      <DataTable
        lang={lang}
        table={{
          caption: w.members,
          stacked: true,
          columns: [
            { label: w.fullName },
            { label: w.title },
            { label: w.office },
            { label: w.term },
            { label: w.seal },
            { label: w.decision },
            { label: w.shown },
          ],
          rows: standing.map((one) => [
            one.full_name,
            titleOf(rule, one.place, one.office)[lang],
            one.office,
            termOf(one.from_on, one.to_on, lang),
            sealOf(rule, one.place, one.office)?.[lang] ?? '–',
            w.decisionLine(one.number, dayOf(one.decided_on, lang)),
            one.is_shown ? w.shownYes : w.shownNo,
          ]),
          ...(former.length > 0
            ? {
                groups: [
                  {
                    title: w.former,
                    rows: former.map((one) => [
                      one.full_name,
                      titleOf(rule, one.place, one.office)[lang],
                      one.office,
                      w.left(dayOf(one.left_on ?? '', lang)),
                      '–',
                      w.decisionLine(one.number, dayOf(one.decided_on, lang)),
                      w.shownNo,
                    ]),
                  },
                ],
              }
            : {}),
        }}
      />
      {mayWrite && standing.map((one) => <ChangePart key={one.id} parts={parts} memberId={one.id} />)}
    </>
  );
}

/** Folded up under the table: most of the time nobody changes anything. */
function ChangePart({ parts, memberId }: { parts: Parts; memberId: number }) {
  const { context, found, board, staff, sent } = parts;
  const one = board.members.find(({ id }) => id === memberId);
  if (!one) return null;
  const { lang, csrfToken, form } = context;
  const w = boardWords(lang);
  const isSent = sent?.memberId === memberId;
  const kept: SeatDraft = {
    ...{
      place: one.place,
      fullName: one.full_name,
      office: one.office,
      personId: String(one.person_id ?? ''),
    },
    ...{ fromOn: one.from_on, toOn: one.to_on ?? '', decision: one.number, decidedOn: one.decided_on },
    isShown: one.is_shown,
  };
  const ids = { id: found.portal.id, board: board.row.id, member: memberId };
  return (
    <details open={isSent}>
      <summary>{w.changeTitle(one.full_name)}</summary>
      <SeatForm
        {...{ lang, csrfToken, staff }}
        action={hrefTo(lang, 'changeMember', ids)}
        label={w.changeTitle(one.full_name)}
        button={w.save}
        // two forms of the page may not name a field alike
        suffix={isSent ? '' : `-${memberId}`}
        draft={isSent && sent?.form === 'change' ? readSeat(form) : kept}
        errors={isSent && sent?.form === 'change' ? sent.errors : {}}
      />
      <LeaveForm
        {...{ lang, csrfToken }}
        action={hrefTo(lang, 'endMember', ids)}
        name={one.full_name}
        suffix={isSent ? '' : `-${memberId}`}
        value={isSent ? (form.get('leftOn') ?? '') : ''}
        error={isSent && sent?.form === 'leave' ? sent.errors.leftOn?.[lang] : undefined}
      />
    </details>
  );
}

function AddPart({ context, found, board, staff, sent }: Parts) {
  const { lang, csrfToken, form } = context;
  const w = boardWords(lang);
  const isSent = sent?.form === 'add';
  const { number, decided_on } = board.row;
  const fresh = {
    ...readSeat(new URLSearchParams()),
    decision: number,
    decidedOn: decided_on,
    isShown: true,
  };
  return (
    <FormSection id="them-thanh-vien" title={w.addTitle}>
      <SeatForm
        {...{ lang, csrfToken, staff }}
        action={hrefTo(lang, 'addMember', { id: found.portal.id, board: board.row.id })}
        label={w.addTitle}
        button={w.add}
        suffix={isSent || sent === undefined || sent.memberId === undefined ? '' : '-moi'}
        draft={isSent ? readSeat(form) : fresh}
        errors={isSent ? sent.errors : {}}
      />
    </FormSection>
  );
}

function EndPart({ context, found, board, sent }: Parts) {
  const { lang, csrfToken, form } = context;
  const w = boardWords(lang);
  const isSent = sent?.form === 'end';
  const draft = { endedOn: isSent ? (form.get('endedOn') ?? '') : '' };
  const DraftField = fields(lang, draft, isSent ? sent.errors : {});
  return (
    <FormSection id="ket-thuc" title={w.endTitle} note={w.endNote}>
      <Form
        action={hrefTo(lang, 'end', { id: found.portal.id, board: board.row.id })}
        hidden={{ _token: csrfToken }}
        label={w.endTitle}
      >
        <DraftField kind="date" name="endedOn" label={w.endedOn} width="half" />
        <Button kind="danger">{w.end}</Button>
      </Form>
    </FormSection>
  );
}

function Showing({ context, found, board, publicHref }: Parts & { publicHref: string }) {
  const { lang, csrfToken, person } = context;
  const w = boardWords(lang);
  const { row, shown, showing, next } = board;
  const may = isPermitted(person, permits, 'boards.show', found.portal.id);
  const ids = { id: found.portal.id, board: row.id };
  const isOwn = row.changed_by === person.personId;
  return (
    <FormSection id="cong-bo" title={w.showTitle} note={w.showNote}>
      {showing && (
        <Callout
          tone={shown === 'current' ? 'good' : 'warn'}
          title={w.shownSince(formatInstant(showing.approved_at, lang))}
        >
          {shown === 'old' && <p>{w.shownOldNote}</p>}
        </Callout>
      )}
      {!showing && <Callout tone="info" title={w.notShown} />}
      {next.members.length === 0 ? <p>{w.showNobody}</p> : <ShownBoard lang={lang} board={next} level={3} />}
      {(!may || isOwn) && shown !== 'current' && <p class="note">{w.showElse}</p>}
      {may && !isOwn && shown !== 'current' && next.members.length > 0 && (
        <Form
          action={hrefTo(lang, 'show', ids)}
          hidden={{ _token: csrfToken, changedAt: row.changed_at.toISOString() }}
          label={w.show}
        >
          <Button kind="main" icon="check">
            {w.show}
          </Button>
        </Form>
      )}
      {showing && (
        <LinkButton kind="light" icon="external-link" href={publicHref}>
          {w.seePublic}
        </LinkButton>
      )}
      {may && showing && (
        <Form action={hrefTo(lang, 'hide', ids)} hidden={{ _token: csrfToken }} label={w.hide}>
          <Button kind="light">{w.hide}</Button>
        </Form>
      )}
    </FormSection>
  );
}
