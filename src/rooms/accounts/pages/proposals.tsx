import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Buttons,
  Callout,
  DataTable,
  DeskTitle,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  FormSection,
  KeyList,
  StatePill,
  type TagTone,
} from '../../../ui/index.ts';
import type { ProposalLine } from '../proposal-queries.ts';
import { proposalWords } from '../proposal-words.ts';
import { accountWords } from '../words.ts';

export interface ProposalsView {
  lang: Lang;
  /** Address of the list; the steps stand below it. */
  base: string;
  csrfToken: string;
  open: readonly ProposalLine[];
  settled: readonly ProposalLine[];
  notice?: string | undefined;
  /** What went wrong with which proposal, and what was typed. */
  failed?: { proposalId: number; words: string; field?: string | undefined; reason: string } | undefined;
}

/** Rights that wait for a second person, each with what this reader can do about it. */
export function ProposalsPage(view: ProposalsView) {
  const { lang, open, failed } = view;
  const w = proposalWords(lang);
  const errors = failed
    ? [
        {
          href: failed.field ? `#${failed.field}-${failed.proposalId}` : `#de-nghi-${failed.proposalId}`,
          text: failed.words,
        },
      ]
    : [];
  return (
    <>
      <DeskTitle title={w.title} />
      {view.notice && <Callout tone="good" live title={view.notice} />}
      <ErrorSummary lang={lang} title={accountWords(lang).errors(errors.length)} errors={errors} />
      <p class="note">{w.lead}</p>
      {open.length === 0 && <EmptyState title={w.none}>{w.noneHelp}</EmptyState>}
      {open.map((line) => (
        <Proposal key={line.row.id} view={view} line={line} />
      ))}
      <Settled {...view} />
    </>
  );
}

function Proposal({ view, line }: { view: ProposalsView; line: ProposalLine }) {
  const { lang } = view;
  const w = proposalWords(lang);
  const { row } = line;
  return (
    <FormSection id={`de-nghi-${row.id}`} title={w.taskTitle(line.title, row.full_name)}>
      <KeyList
        rows={[
          { key: w.person, value: `${row.full_name} (${row.username})` },
          { key: w.portal, value: line.portalName },
          { key: w.validity, value: line.validity },
          { key: w.basis, value: line.basis },
          { key: w.proposed, value: w.proposedLine(row.proposer_name ?? '', line.proposedAt) },
        ]}
      />
      <Steps view={view} line={line} />
    </FormSection>
  );
}

function Steps({ view, line }: { view: ProposalsView; line: ProposalLine }) {
  const { lang, base, csrfToken, failed } = view;
  const w = proposalWords(lang);
  const { row, stand, title } = line;
  const hidden = { _token: csrfToken, cong: String(row.portal_id) };
  const what = `${title}, ${row.full_name}`;
  if (stand === 'other' || stand === 'ownRight')
    return <p>{stand === 'ownRight' ? w.ownRight : w.waitsForOther}</p>;
  if (stand === 'ownProposal')
    return (
      <>
        <p>{w.waitsForOther}</p>
        <Form action={`${base}/${row.id}/rut`} hidden={hidden} label={`${w.withdraw}: ${what}`}>
          <Button kind="second">{w.withdraw}</Button>
        </Form>
      </>
    );
  const mine = failed?.proposalId === row.id ? failed : undefined;
  return (
    <>
      <Form action={`${base}/${row.id}/dong-y`} hidden={hidden} label={`${w.agree}: ${what}`}>
        <Buttons>
          <Button kind="main" icon="check">
            {w.agree}
            <span class="unseen">: {what}</span>
          </Button>
        </Buttons>
      </Form>
      <Form action={`${base}/${row.id}/tu-choi`} hidden={hidden} label={`${w.refuse}: ${what}`}>
        <Field
          lang={lang}
          kind="text"
          name="reason"
          id={`reason-${row.id}`}
          label={w.reason}
          help={w.reasonHelp}
          value={mine?.reason ?? ''}
          error={mine?.field === 'reason' ? mine.words : undefined}
          maxLength={300}
        />
        <Button kind="second">
          {w.refuse}
          <span class="unseen">: {what}</span>
        </Button>
      </Form>
    </>
  );
}

const TONES: Readonly<Record<string, TagTone>> = { confirmed: 'good', refused: 'bad' };

function Settled({ lang, settled }: ProposalsView) {
  const w = proposalWords(lang);
  if (settled.length === 0) return null;
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.settledTitle,
        stacked: true,
        columns: [
          { label: w.person },
          { label: w.role },
          { label: w.portal },
          { label: w.proposed },
          { label: w.outcome },
          { label: w.reason },
        ],
        rows: settled.map(({ row, title, portalName, proposedAt }) => [
          row.full_name,
          title,
          portalName,
          w.proposedLine(row.proposer_name ?? '', proposedAt),
          <StatePill key="ket-qua" tone={TONES[row.state]}>
            {w.settledLine(
              w.states[row.state],
              row.settler_name ?? '',
              row.settled_at ? formatInstant(row.settled_at, lang) : '',
            )}
          </StatePill>,
          row.settled_reason ?? '–',
        ]),
      }}
    />
  );
}
