import { deskFrame } from '../../../desk-frame.tsx';
import type { Command } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  Callout,
  DeskTitle,
  dotted,
  ErrorSummary,
  Field,
  Form,
  GroupHeader,
  Prose,
} from '../../../ui/index.ts';
import {
  approveIssue,
  composeIssue,
  dropIssue,
  type MoveIssue,
  returnIssue,
  submitIssue,
} from '../composing.ts';
import { fieldNames, parseCompose } from '../forms.ts';
import type { IssueRow } from '../issue-store.ts';
import { permits } from '../permits.ts';
import { type DeskIssue, findDeskIssue } from '../queries.ts';
import { gazetteWords, STATE_WORDS } from '../words.ts';
import { issueName } from './desk-board.tsx';
import { ComposeForm, type ComposeProps, type Typed } from './desk-compose.tsx';
import { paths } from './desk-paths.ts';

/** A new issue, not saved yet. */
export async function showNew(ports: Ports, context: StaffContext, typed?: Typed): Promise<Reply> {
  const view = await findDeskIssue(ports, context.person, undefined);
  return view ? issuePage(ports, { context, view, typed }) : { kind: 'missing' };
}

/** An issue that is being made: changed, submitted, approved. */
export async function showOne(ports: Ports, context: StaffContext, typed?: Typed): Promise<Reply> {
  const issueId = readId(context.params.id);
  const view = issueId === undefined ? undefined : await findDeskIssue(ports, context.person, issueId);
  return view ? issuePage(ports, { context, view, typed }) : { kind: 'missing' };
}

function issuePage(ports: Ports, props: ComposeProps): Reply {
  const { context, view, typed } = props;
  const { lang, query } = context;
  const { issue } = view;
  const w = gazetteWords(lang);
  const title = issue ? issueName(issue, w) : w.desk.newIssue;
  const done = w.desk.done[query.get('xong') ?? ''];
  const html = deskFrame(
    ports,
    context,
    { title },
    <>
      <Breadcrumb lang={lang} links={[{ href: paths.board(lang), text: w.desk.title }]} here={title} />
      <DeskTitle
        eyebrow={issue && dotted(STATE_WORDS[issue.state][lang], formatDate(issue.issued_on, lang, 'short'))}
        title={title}
      />
      {done && <Callout tone="good" live title={done} />}
      {typed && (
        <ErrorSummary
          lang={lang}
          title={w.desk.problem}
          errors={[{ href: `#${typed.refusal.field ?? 'van-ban'}`, text: typed.refusal.words[lang] }]}
        />
      )}
      {issue?.returned_reason && (
        <Callout tone="warn" title={w.desk.returned}>
          <p>{issue.returned_reason}</p>
        </Callout>
      )}
      {!issue || issue.state === 'draft' ? <ComposeForm {...props} /> : <Contents {...props} />}
      {issue && <Steps {...props} issue={issue} />}
    </>,
  );
  return { kind: 'page', html, status: typed ? 422 : 200 };
}

/** What will be in it, for those who approve. */
function Contents({ context, view }: { context: StaffContext; view: DeskIssue }) {
  const { lang } = context;
  const w = gazetteWords(lang);
  return (
    <section aria-labelledby="trong-so">
      <GroupHeader id="trong-so" title={w.desk.contents} note={w.texts(view.entries.length)} />
      {view.entries.map((entry) => (
        <div key={entry.id} class="section">
          <h3>
            {entry.corrects_issue_id === null
              ? dotted(entry.number || entry.document_title, entry.issuer)
              : w.correction(entry.title)}
          </h3>
          {entry.corrects_issue_id === null ? (
            <p lang="vi">{entry.abstract}</p>
          ) : (
            <Prose lang={lang} html={entry.body_html} textLang="vi" />
          )}
        </div>
      ))}
    </section>
  );
}

/** What the person can do with the issue next. */
function Steps({ context, view, typed, issue }: ComposeProps & { issue: IssueRow }) {
  const { lang, csrfToken, person } = context;
  const w = gazetteWords(lang);
  const may = (permit: keyof typeof permits) => isPermitted(person, permits, permit, view.main.id);
  const hidden = { _token: csrfToken, version: String(issue.version) };
  const form = (
    step: Parameters<typeof paths.step>[2],
    label: string,
    kind: 'main' | 'second' | 'danger',
  ) => (
    <Form action={paths.step(lang, issue.id, step)} hidden={hidden} label={label}>
      <Buttons>
        <Button kind={kind}>{label}</Button>
      </Buttons>
    </Form>
  );
  if (issue.state === 'approved') return <Callout tone="info" live title={w.desk.making} />;
  if (issue.state === 'draft')
    return may('gazette.compose') ? (
      <>
        {form('trinh', w.desk.submit, 'second')}
        {form('bo', w.desk.drop, 'danger')}
      </>
    ) : null;
  if (issue.state !== 'submitted') return null;
  return (
    <>
      {may('gazette.approve') && (
        <>
          <p class="note">{w.desk.approveNote}</p>
          {form('duyet', w.desk.approve, 'main')}
        </>
      )}
      {may('gazette.compose') && (
        <Form action={paths.step(lang, issue.id, 'tra-lai')} hidden={hidden} label={w.desk.giveBack}>
          <Field
            kind="textarea"
            lang={lang}
            name="reason"
            label={w.desk.reason}
            rows={3}
            value={typed?.form.get('reason') ?? ''}
            error={typed?.refusal.field === 'reason' ? typed.refusal.words[lang] : undefined}
          />
          <Buttons>
            <Button kind="second">{w.desk.giveBack}</Button>
          </Buttons>
        </Form>
      )}
    </>
  );
}

// What is posted ----------------------------------------------------------------------------------------

/** The first field of a correction bears the sentence of a refusal that names none of them. */
const CORRECTION_FIELD: Readonly<Record<string, string>> = {
  corrects: fieldNames.correctsIssue(0),
  correction: fieldNames.correction(0),
};

function placed(refusal: Refusal): Refusal {
  const field = CORRECTION_FIELD[refusal.field ?? ''];
  return field === undefined ? refusal : new Refusal(refusal.code, refusal.words, field);
}

/** Saves what was composed; a new issue gets its number. */
export async function saveOne(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, form, params, lang } = context;
  const issueId = readId(params.id);
  const view = await findDeskIssue(ports, person, issueId);
  if (!view) return { kind: 'missing' };
  try {
    const typed = parseCompose(form);
    const saved = await ports.perform(person, composeIssue, { portalId: view.main.id, issueId, ...typed });
    return { kind: 'redirect', to: `${paths.one(lang, saved.issueId)}?xong=luu`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const typed = { form, refusal: placed(error) };
    return issueId === undefined ? showNew(ports, context, typed) : showOne(ports, context, typed);
  }
}

/** One step of an issue; afterwards its page, or the board where it is gone. */
function stepOf<Input extends MoveIssue>(
  command: Command<Input, void>,
  done: string,
  more: (form: URLSearchParams) => Omit<Input, keyof MoveIssue>,
) {
  return async (ports: Ports, context: StaffContext): Promise<Reply> => {
    const { person, form, params, lang } = context;
    const issueId = readId(params.id);
    const view = issueId === undefined ? undefined : await findDeskIssue(ports, person, issueId);
    if (!view || issueId === undefined) return { kind: 'missing' };
    const move = { portalId: view.main.id, issueId, version: readId(form.get('version')) ?? 0 };
    try {
      await ports.perform(person, command, { ...move, ...more(form) } as Input);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return showOne(ports, context, { form, refusal: error, isStep: true });
    }
    const to = done === 'bo' ? paths.board(lang) : paths.one(lang, issueId);
    return { kind: 'redirect', to: `${to}?xong=${done}`, status: 303 };
  };
}

export const submitOne = stepOf(submitIssue, 'trinh', () => ({}));
export const approveOne = stepOf(approveIssue, 'duyet', () => ({}));
export const dropOne = stepOf(dropIssue, 'bo', () => ({}));
export const returnOne = stepOf(returnIssue, 'tra-lai', (form) => ({ reason: form.get('reason') ?? '' }));
