import { deskFrame } from '../../../desk-frame.tsx';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
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
  LinkButton,
  type LinkView,
} from '../../../ui/index.ts';
import { type CaseView, findCase } from '../desk-queries.ts';
import { deskWords } from '../desk-words.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { permits } from '../permits.ts';
import { carryingWords } from '../rights-desk-words.ts';
import { isOpen, MOVES } from '../rules.ts';
import { Answer, type TypedDraft } from './desk-answer.tsx';
import { CaseClock, Contributions, History, Letter } from './desk-letter.tsx';
import { Done, InquiryState, page, paths, portalNames, SubHeading } from './desk-parts.tsx';
import { firstMove, movesHere, Steps, type Typed } from './desk-steps.tsx';

/** What was typed on the page, shown again. */
export interface TypedOnCase {
  step?: Typed;
  draft?: TypedDraft;
  /** Why something else was refused. */
  refusal?: Refusal;
}

/** One inquiry: what was sent, what was done, and every step this person may take. */
export async function showCase(ports: Ports, context: StaffContext, typed: TypedOnCase = {}): Promise<Reply> {
  const id = readId(context.params.id);
  const view = id === undefined ? undefined : await findCase(ports, context.person, id, context.lang);
  if (!view) return { kind: 'missing' };
  const refusal = refusalOf(typed);
  return page(casePage(ports, context, view, typed), refusal ? 422 : 200);
}

function refusalOf({ step, draft, refusal }: TypedOnCase): Refusal | undefined {
  return step?.refusal ?? draft?.refusal ?? refusal;
}

function casePage(ports: Ports, context: StaffContext, view: CaseView, typed: TypedOnCase): string {
  const { lang } = context;
  const w = deskWords(lang);
  const { row, content } = view.casefile;
  const { profiles } = ports;
  const number = w.number(INTAKE_RULES[row.intake].name[lang], row.id);
  const title = content?.title ?? w.untitled;
  const nameOf = portalNames(view.portals, lang);
  return deskFrame(
    ports,
    context,
    {
      title: `${number}: ${title}`,
      portalName: nameOf(view.casefile.actingFor),
      aside: <Steps context={context} profiles={profiles} view={view} typed={typed.step} />,
      asideLabel: w.steps,
      asideWays: waysTo(view, context),
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: paths.board(lang), text: w.title }]} here={number} />
      <DeskTitle eyebrow={dotted(number, nameOf(row.portal_id))} title={title} />
      <p>
        <InquiryState lang={lang} state={row.state} />
      </p>
      <Done context={context} />
      <Problems lang={lang} typed={typed} />
      {row.confidential && <Callout tone="warn" title={w.confidential} />}
      <Rights context={context} view={view} />
      <CaseClock lang={lang} view={view} />
      <Letter lang={lang} view={view} />
      <Contributions lang={lang} view={view} />
      <Answer context={context} profiles={profiles} view={view} typed={typed.draft} />
      <History lang={lang} view={view} />
      <Forgetting context={context} view={view} refusal={typed.refusal} />
    </>,
  );
}

/** On a phone the way to the next step stays in reach. */
function waysTo(view: CaseView, { lang, person }: StaffContext): LinkView[] {
  const w = deskWords(lang);
  const { moves } = movesHere(view, person.personId);
  const first = firstMove(moves);
  const ways: LinkView[] = [];
  if (first) ways.push({ href: `#buoc-${first}`, text: MOVES[first].label[lang] });
  if (view.casefile.moves.includes('draft')) ways.push({ href: '#tra-loi', text: w.next.draft });
  if (moves.some((move) => move !== first) || ways.length === 0)
    ways.push({ href: '#ben-canh', text: ways.length === 0 ? w.steps : w.otherSteps });
  return ways;
}

function Problems({ lang, typed }: { lang: Lang; typed: TypedOnCase }) {
  const refusal = refusalOf(typed);
  if (!refusal) return null;
  const { step } = typed;
  const place = step
    ? refusal.field
      ? `${step.move}-${refusal.field}`
      : `buoc-${step.move}`
    : (refusal.field ?? (typed.draft ? 'tra-loi' : 'xoa-du-lieu'));
  return (
    <ErrorSummary
      lang={lang}
      title={deskWords(lang).problems}
      errors={[{ href: `#${place}`, text: refusal.words[lang] }]}
    />
  );
}

/** A request about inquiries of the same person has a page on which it is carried out. */
function Rights({ context, view }: { context: StaffContext; view: CaseView }) {
  const { lang, person } = context;
  const { row, actingFor } = view.casefile;
  const may = isPermitted(person, permits, 'inquiries.carryOutRights', actingFor);
  if (!may || row.about_ids.length === 0 || row.portal_id !== actingFor) return null;
  return (
    <p>
      <LinkButton href={paths.rights(lang, row.id)} kind="second">
        {carryingWords(lang).open}
      </LinkButton>
    </p>
  );
}

/** The order to delete, once it is over and the law lets it go. */
function Forgetting(props: { context: StaffContext; view: CaseView; refusal: Refusal | undefined }) {
  const { context, view, refusal } = props;
  const { lang, person } = context;
  const w = deskWords(lang).forget;
  const { kept } = view;
  const { row, actingFor } = view.casefile;
  const may = isPermitted(person, permits, 'inquiries.orderForgetting', actingFor);
  if (!may || isOpen(row.state) || row.forgotten_at !== null || row.portal_id !== actingFor) return null;
  return (
    <section aria-labelledby="xoa-du-lieu">
      <SubHeading id="xoa-du-lieu">{w.title}</SubHeading>
      <p>{w.note}</p>
      {kept ? (
        <p class="note">{w.until(formatDate(kept.until, lang), kept.article[lang])}</p>
      ) : (
        <Form action={paths.forget(lang, row.id)} hidden={{ _token: context.csrfToken }} label={w.title}>
          <Field
            kind="checkbox"
            lang={lang}
            name="sure"
            label={w.sure}
            error={refusal?.field === 'sure' ? refusal.words[lang] : undefined}
          />
          <Buttons>
            <Button kind="danger">{w.button}</Button>
          </Buttons>
        </Form>
      )}
    </section>
  );
}
