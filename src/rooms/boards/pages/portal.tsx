import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Button,
  DataTable,
  DeskTitle,
  EmptyState,
  FieldRow,
  Form,
  FormSection,
} from '../../../ui/index.ts';
import { portalName, profileInForce } from '../../portals/index.ts';
import { type FieldErrors, readFounding } from '../forms.ts';
import { permits } from '../permits.ts';
import { type BoardView, listPortalBoards, type PortalBoards } from '../queries.ts';
import { boardRules } from '../rules.ts';
import { boardWords } from '../words.ts';
import { dayOf, FindingList, fields, hrefTo, page } from './parts.tsx';

/** The boards of one portal: what is not as it should be, each board, and the form for another. */
export async function portalPage(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  errors: FieldErrors = {},
): Promise<Reply> {
  const { lang, person, now } = context;
  const w = boardWords(lang);
  const [found] = await listPortalBoards(ports, person, [portalId]);
  if (!found) return { kind: 'missing' };
  const name = portalName(found.portal, lang);
  const on = civilDateOf(now);
  const profile = await profileInForce(ports, person.localityId, on);
  const free = boardRules(profile, found.portal.is_main, on).filter(
    ({ code }) => !found.boards.some(({ row }) => row.code === code),
  );
  const mayWrite = isPermitted(person, permits, 'boards.write', portalId);
  return page(
    ports,
    context,
    { title: w.portalTitle(name), portalName: name, errors },
    <>
      <Breadcrumb lang={lang} links={[{ href: hrefTo(lang, 'list'), text: w.listTitle }]} here={name} />
      <DeskTitle title={w.portalTitle(name)} />
      <FindingList lang={lang} boards={found} mayWrite={mayWrite} />
      <Boards lang={lang} found={found} />
      {mayWrite && free.length > 0 && (
        <FormSection id="them-ban" title={w.foundTitle}>
          <FoundForm
            context={context}
            portalId={portalId}
            errors={errors}
            choices={free.map((rule) => ({ value: rule.code, text: rule.name[lang] }))}
          />
        </FormSection>
      )}
    </>,
  );
}

function Boards({ lang, found }: { lang: Lang; found: PortalBoards }) {
  const w = boardWords(lang);
  if (found.boards.length === 0) return <EmptyState title={w.none}>{w.noneHelp}</EmptyState>;
  const standing = ({ members }: BoardView) => members.filter(({ left_on }) => left_on === null);
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.boards,
        stacked: true,
        columns: [
          { label: w.board },
          { label: w.decision },
          { label: w.members, numeric: true },
          { label: w.showTitle },
        ],
        rows: found.boards.map((board) => [
          <a key="ban" href={hrefTo(lang, 'board', { id: found.portal.id, board: board.row.id })}>
            {lang === 'vi' ? board.row.name_vi : board.row.name_en}
          </a>,
          w.decisionLine(board.row.number, dayOf(board.row.decided_on, lang)),
          standing(board).length,
          board.showing ? w.shownSince(formatInstant(board.showing.approved_at, lang)) : w.shownNo,
        ]),
      }}
    />
  );
}

interface FoundFormProps {
  context: StaffContext;
  portalId: number;
  errors: FieldErrors;
  choices: { value: string; text: string }[];
}

function FoundForm({ context, portalId, errors, choices }: FoundFormProps) {
  const { lang, csrfToken, form } = context;
  const w = boardWords(lang);
  const draft = readFounding(form);
  const [first] = choices;
  const code = draft.code || (choices.length === 1 ? (first?.value ?? '') : '');
  const DraftField = fields(lang, { ...draft, code }, errors);
  return (
    <Form
      action={hrefTo(lang, 'portal', { id: portalId })}
      hidden={{ _token: csrfToken }}
      label={w.foundTitle}
    >
      <DraftField kind="select" name="code" label={w.board} choices={choices} empty />
      <FieldRow>
        <DraftField
          kind="text"
          name="decision"
          label={w.decisionNumber}
          help={w.decisionHelp}
          maxLength={100}
        />
        <DraftField kind="date" name="decidedOn" label={w.decidedOn} />
      </FieldRow>
      <FieldRow>
        <DraftField kind="date" name="foundedOn" label={w.foundedOn} />
        <DraftField kind="text" name="standingBody" label={w.standingBody} help={w.standingHelp} optional />
      </FieldRow>
      <Button kind="main">{w.found}</Button>
    </Form>
  );
}
