import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Callout,
  type Choice,
  DataTable,
  DeskTitle,
  Field,
  FieldRow,
  FilterBar,
  Form,
  FormSection,
  fieldsOf,
} from '../../../ui/index.ts';
import type { FieldErrors } from '../forms.ts';
import type { ProposalRow } from '../proposal-store.ts';
import { proposalWords } from '../proposal-words.ts';
import { validityText } from '../queries.ts';
import type { GrantRow } from '../store.ts';
import { accountWords } from '../words.ts';
import { Faults } from './people.tsx';

export interface LendDraft {
  role: string;
  personId: string;
  validFrom: string;
  validTo: string;
  reason: string;
}

interface LentLine {
  grant: GrantRow;
  title: string;
  name: string;
}

export interface LendingView {
  lang: Lang;
  action: string;
  csrfToken: string;
  portals: Choice[];
  portalId: string;
  roles: Choice[];
  colleagues: Choice[];
  lent: LentLine[];
  borrowed: LentLine[];
  waiting: { row: ProposalRow; title: string }[];
  draft: LendDraft;
  errors: FieldErrors;
  notice?: string | undefined;
}

/** What one lends, what one was lent, and the form that lends. */
export function LendingPage(view: LendingView) {
  const { lang, portals } = view;
  const w = proposalWords(lang);
  return (
    <>
      <DeskTitle title={w.lendingTitle} />
      {view.notice && <Callout tone="good" live title={view.notice} />}
      <Faults lang={lang} errors={view.errors} />
      <p class="note">{w.lendingLead}</p>
      {portals.length > 1 && (
        <FilterBar lang={lang} action={view.action}>
          <Field
            lang={lang}
            kind="select"
            name="cong"
            label={accountWords(lang).choosePortal}
            value={view.portalId}
            choices={portals}
          />
        </FilterBar>
      )}
      <Lent {...view} />
      <Borrowed {...view} />
      <LendForm {...view} />
    </>
  );
}

function Lent({ lang, lent, waiting, action, csrfToken, portalId }: LendingView) {
  const w = proposalWords(lang);
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.mine,
        stacked: true,
        columns: [
          { label: w.borrower },
          { label: w.role },
          { label: w.validity },
          { label: w.reason },
          { label: w.end },
        ],
        rows: [
          ...lent.map(({ grant, title, name }) => [
            name,
            title,
            validityText(grant, lang),
            grant.lent_reason,
            <Form
              key="thoi"
              action={`${action}/thoi`}
              hidden={{ _token: csrfToken, cong: portalId, grantId: String(grant.id) }}
              label={`${w.end}: ${title}, ${name}`}
            >
              <Button kind="second">{w.end}</Button>
            </Form>,
          ]),
          ...waiting.map(({ row, title }) => [
            row.full_name,
            title,
            validityText(row, lang),
            row.lent_reason,
            w.waitingHere,
          ]),
        ],
        empty: w.mineNone,
      }}
    />
  );
}

function Borrowed({ lang, borrowed }: LendingView) {
  const w = proposalWords(lang);
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.toMe,
        stacked: true,
        columns: [{ label: w.lender }, { label: w.role }, { label: w.validity }, { label: w.reason }],
        rows: borrowed.map(({ grant, title, name }) => [
          name,
          title,
          validityText(grant, lang),
          grant.lent_reason,
        ]),
        empty: w.toMeNone,
      }}
    />
  );
}

function LendForm(view: LendingView) {
  const { lang, errors, draft } = view;
  const w = proposalWords(lang);
  const DraftField = fieldsOf(lang, draft, (name) => errors[name]?.[lang]);
  if (view.roles.length === 0 || view.colleagues.length === 0)
    return <Callout tone="info" title={w.nothingToLend} />;
  return (
    <FormSection id="uy-quyen" title={w.lendTitle} note={w.lendNote}>
      <Form action={view.action} hidden={{ _token: view.csrfToken, cong: view.portalId }} label={w.lendTitle}>
        <FieldRow>
          <DraftField kind="select" name="role" label={w.lendRole} choices={view.roles} empty />
          <DraftField
            kind="select"
            name="personId"
            label={w.lendTo}
            help={w.lendToHelp}
            choices={view.colleagues}
            empty
          />
        </FieldRow>
        <FieldRow>
          <DraftField kind="date" name="validFrom" label={w.lendFrom} />
          <DraftField kind="date" name="validTo" label={w.lendUntil} />
        </FieldRow>
        <DraftField kind="text" name="reason" label={w.reason} help={w.lendReasonHelp} maxLength={300} />
        <Button kind="main">{w.lend}</Button>
      </Form>
    </FormSection>
  );
}
