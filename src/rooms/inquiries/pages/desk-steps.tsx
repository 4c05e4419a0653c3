import type { JSX } from 'preact';
import type { StaffContext } from '../../../platform/http/types.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { ProfileSet } from '../../../rules/profile/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, Form, fieldsOf, LinkButton, type TypedField } from '../../../ui/index.ts';
import type { CaseView } from '../desk-queries.ts';
import { type DeskWords, deskWords } from '../desk-words.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { basisText } from '../public-queries.ts';
import { MOVES, type Move, type MoveName, REFUSAL_WORDS, REFUSALS } from '../rules.ts';
import { type StepWords, stepWords } from '../step-words.ts';
import { paths, portalNames, ReadByJoined } from './desk-parts.tsx';
import { SplitParts } from './desk-split.tsx';

/** A form that was refused: which move, what was typed, and why. */
export interface Typed {
  move: MoveName;
  form: URLSearchParams;
  refusal: Refusal | undefined;
}

/** Names of fields of the forms of moves. */
interface StepDraft {
  note: string;
  reason: string;
  variant: string;
  topic: string;
  toPortalId: string;
  body: string;
  officerId: string;
  contribution: string;
  promisedOn: string;
  intoId: string;
}

export interface StepProps {
  lang: Lang;
  profiles: ProfileSet;
  view: CaseView;
  w: StepWords;
  move: MoveName;
  typed: Typed | undefined;
  /** A field, as it was typed. */
  F: TypedField<StepDraft>;
  /** The id of a field: several forms of a page have one of the same name. */
  id: (name: string) => string;
}

/** What each move asks for. A move without an entry is a button alone. */
const FIELDS: Readonly<Partial<Record<MoveName, (props: StepProps) => JSX.Element | null>>> = {
  accept: Classify,
  reclassify: Classify,
  refuse: Refuse,
  forward: Forward,
  giveBack: ({ lang, view, w, F, id }) => {
    const from = view.casefile.row.sent_by_portal_id;
    return (
      <>
        {from !== null && <p class="note">{w.backTo(portalNames(view.portals, lang)(from))}</p>}
        <F kind="textarea" name="note" id={id('note')} label={w.backNote} rows={3} />
      </>
    );
  },
  sendOut: ({ w, F, id }) => (
    <>
      <F kind="text" name="body" id={id('body')} label={w.body} maxLength={300} />
      <F kind="textarea" name="note" id={id('note')} label={w.sendOutNote} rows={3} />
    </>
  ),
  assign: ({ view, w, F, id }) => (
    <F
      kind="select"
      name="officerId"
      id={id('officerId')}
      label={w.officer}
      empty={w.nobody}
      optional
      choices={view.officers.map((one) => ({ value: String(one.id), text: one.full_name }))}
    />
  ),
  askBodies: AskBodies,
  contribute: ({ w, F, id }) => (
    <F kind="textarea" name="contribution" id={id('contribution')} label={w.contribution} rows={8} />
  ),
  askBack: ({ lang, view, w, F, id }) => {
    const pause = view.casefile.choices?.pause;
    return (
      <>
        {view.casefile.clock && <p class="note">{pause ? w.clockStops(pause[lang]) : w.clockGoesOn}</p>}
        <F kind="textarea" name="note" id={id('note')} label={w.askNote} rows={4} />
      </>
    );
  },
  goOn: ({ w }) => <p class="note">{w.goOnNote}</p>,
  promise: Promise_,
  extend: ({ lang, view, w, F, id }) => {
    const extension = view.casefile.choices?.extension;
    return (
      <>
        {extension && <p class="note">{w.extendBy(extension.period[lang], extension.article[lang])}</p>}
        <F kind="textarea" name="note" id={id('note')} label={w.extendNote} rows={3} />
      </>
    );
  },
  merge: Merge,
  split: SplitParts,
  sendBack: ({ w, F, id }) => (
    <F kind="textarea" name="note" id={id('note')} label={w.backToWriter} rows={3} />
  ),
  sign: Sign,
};

function Classify({ lang, view, profiles, w, typed, F, id }: StepProps) {
  const { row } = view.casefile;
  const { variants, publishes } = INTAKE_RULES[row.intake];
  const topics = row.intake === 'question' ? (view.rules.scope?.topics ?? []) : [];
  const delivery = view.rules.delivery;
  const must =
    delivery?.mustPublish === 'commonConcern' ? basisText(profiles, delivery.basis, lang) : undefined;
  return (
    <>
      {variants.length > 0 && (
        <F
          kind="radios"
          name="variant"
          id={id('variant')}
          label={w.variant}
          help={w.variantHelp}
          choices={variants.map((one) => ({ value: one, text: w.variants[one] ?? one }))}
        />
      )}
      {topics.length > 0 && (
        <F
          kind="select"
          name="topic"
          id={id('topic')}
          label={w.topic}
          empty={w.noTopic}
          optional
          choices={topics.map((one) => ({ value: one.code, text: one.name[lang] }))}
        />
      )}
      {publishes && (
        <F
          kind="checkbox"
          name="commonConcern"
          id={id('commonConcern')}
          label={w.commonConcern}
          help={must && `${w.commonConcernHelp} (${must})`}
          checked={typed ? typed.form.has('commonConcern') : row.common_concern}
          optional
        />
      )}
    </>
  );
}

function Refuse({ lang, view, w, F, id }: StepProps) {
  const { row } = view.casefile;
  const instead = view.rules.refusesComplaints?.instead;
  const channel =
    view.rules.intakes.find(({ kind }) => kind === instead)?.name[lang] ??
    (instead && INTAKE_RULES[instead].name[lang]);
  const reasons = REFUSALS.filter((one) => one !== 'complaint' || row.intake !== 'complaint').filter(
    (one) => one !== 'notPublic' || row.intake === 'information',
  );
  return (
    <>
      <F
        kind="radios"
        name="reason"
        id={id('reason')}
        label={w.reason}
        choices={reasons.map((one) => ({
          value: one,
          text: REFUSAL_WORDS[one][lang],
          ...(one === 'complaint' && channel ? { help: w.complaintChannel(channel) } : {}),
        }))}
      />
      <F kind="textarea" name="note" id={id('note')} label={w.refuseNote} help={w.refuseNow} rows={4} />
    </>
  );
}

function Forward({ lang, view, w, F, id }: StepProps) {
  const nameOf = portalNames(view.portals, lang);
  return (
    <>
      <p class="note">{w.forwardKeeps}</p>
      <F
        kind="select"
        name="toPortalId"
        id={id('toPortalId')}
        label={w.toPortal}
        empty
        choices={view.portals
          .filter((one) => one.id !== view.casefile.row.portal_id)
          .map((one) => ({ value: String(one.id), text: nameOf(one.id) }))}
      />
      <F kind="textarea" name="note" id={id('note')} label={w.forwardNote} rows={3} optional />
    </>
  );
}

function AskBodies({ lang, view, w, typed, F, id }: StepProps) {
  const { row } = view.casefile;
  const nameOf = portalNames(view.portals, lang);
  const changesClass = row.variant === 'ownCompetence';
  return (
    <>
      <p class="note">
        {w.bodiesHelp} {changesClass && w.bodiesInterAgency}
      </p>
      <F
        kind="checks"
        name="portalIds"
        id={id('portalIds')}
        label={w.bodies}
        values={typed?.form.getAll('portalIds')}
        choices={view.portals
          .filter((one) => one.id !== row.portal_id && !row.co_portal_ids.includes(one.id))
          .map((one) => ({ value: String(one.id), text: nameOf(one.id) }))}
      />
    </>
  );
}

function Promise_({ lang, view, w, F, id }: StepProps) {
  const promise = view.casefile.choices?.promise;
  if (!promise) return null;
  const { by, latestOn } = promise;
  const article = promise.article[lang];
  const help =
    by === 'notice' ? w.byNotice(article) : latestOn && w.latest(formatDate(latestOn, lang), article);
  return (
    <>
      <F
        kind="date"
        name="promisedOn"
        id={id('promisedOn')}
        label={w.promisedOn}
        help={help}
        max={latestOn}
        width="short"
      />
      <F kind="textarea" name="note" id={id('note')} label={w.promiseNote} rows={3} optional />
    </>
  );
}

function Merge({ lang, view, w, F, id }: StepProps) {
  if (view.sameKind.length === 0) return <p class="note">{w.noneToJoin}</p>;
  const d = deskWords(lang);
  return (
    <F
      kind="select"
      name="intoId"
      id={id('intoId')}
      label={w.into}
      help={w.intoHelp}
      empty
      choices={view.sameKind.map((one) => ({
        value: String(one.id),
        text: `${one.id}: ${one.title ?? d.untitled}`,
      }))}
    />
  );
}

function Sign({ lang, view, profiles, w }: StepProps) {
  const { signer } = view.rules;
  const article = signer && basisText(profiles, signer.basis, lang);
  return (
    <p class="note">
      {signer && article && `${w.signAs(signer.title[lang], article)} `}
      {view.casefile.answer?.mode === 'direct' ? w.signDirect : w.signPublic}
    </p>
  );
}

/** The step that comes next in each state; the others are folded. */
const FIRST: readonly MoveName[] = ['accept', 'contribute', 'goOn', 'check', 'sign'];
/** Made in the editor of the answer. */
const IN_EDITOR: ReadonlySet<MoveName> = new Set(['draft', 'submit']);
const GRAVE: ReadonlySet<MoveName> = new Set(['refuse', 'sendOut', 'merge']);

/** Moves with a form here, and whether four eyes keep this person from one. */
export function movesHere(
  { casefile }: CaseView,
  personId: number,
): { moves: MoveName[]; isOwnWork: boolean } {
  const isWriter = casefile.answer?.writers.includes(personId) ?? false;
  const isOwn = (move: MoveName) => isWriter && (MOVES[move] as Move).byAnother === true;
  return {
    moves: casefile.moves.filter((move) => !IN_EDITOR.has(move) && !isOwn(move)),
    isOwnWork: casefile.moves.some(isOwn),
  };
}

export function firstMove(moves: readonly MoveName[]): MoveName | undefined {
  return FIRST.find((move) => moves.includes(move));
}

interface StepsProps {
  context: StaffContext;
  profiles: ProfileSet;
  view: CaseView;
  typed: Typed | undefined;
}

/** The panel of what this person can do now: the next step open, the rest folded. */
export function Steps({ context, profiles, view, typed }: StepsProps) {
  const { lang, person } = context;
  const d = deskWords(lang);
  const { moves, isOwnWork } = movesHere(view, person.personId);
  const first = firstMove(moves);
  const drafts = view.casefile.moves.includes('draft');
  const others = moves.filter((move) => move !== first);
  const shared = { context, profiles, view, typed };
  return (
    <>
      <h2>{d.steps}</h2>
      {view.casefile.part === 'watcher' && <p class="note">{d.watching}</p>}
      {isOwnWork && <p class="note">{d.ownWork}</p>}
      {drafts && (
        <Buttons>
          <LinkButton href="#tra-loi" icon="pencil">
            {d.next.draft}
          </LinkButton>
        </Buttons>
      )}
      {first && (
        <section aria-label={MOVES[first].label[lang]} id={`buoc-${first}`}>
          <StepForm {...shared} move={first} isMain />
        </section>
      )}
      {!first && !drafts && view.casefile.part !== 'watcher' && <Nothing d={d} />}
      {others.length > 0 && (
        <>
          {(first || drafts) && <h3>{d.otherSteps}</h3>}
          {others.map((move) => (
            <details class="trace" key={move} id={`buoc-${move}`} open={typed?.move === move}>
              <summary>{MOVES[move].label[lang]}</summary>
              <StepForm {...shared} move={move} isMain={false} />
            </details>
          ))}
        </>
      )}
    </>
  );
}

function Nothing({ d }: { d: DeskWords }) {
  return <p class="note">{d.nothing}</p>;
}

/** What a form shows before anything is typed. */
function begun({ casefile: { row } }: CaseView): Partial<StepDraft> {
  return {
    ...(row.variant !== null && { variant: row.variant }),
    ...(row.topic !== null && { topic: row.topic }),
    officerId: row.officer_id === null ? '' : String(row.officer_id),
  };
}

function StepForm(props: StepsProps & { move: MoveName; isMain: boolean }) {
  const { context, profiles, view, move, isMain } = props;
  const { lang } = context;
  const w = stepWords(lang);
  const typed = props.typed?.move === move ? props.typed : undefined;
  const id = (name: string) => `${move}-${name}`;
  const drafted = typed ? Object.fromEntries(typed.form) : begun(view);
  const errorOf = (name: string) =>
    typed?.refusal && (typed.refusal.field ?? '') === name ? typed.refusal.words[lang] : undefined;
  const F = fieldsOf(lang, drafted as unknown as StepDraft, errorOf);
  const Fields = FIELDS[move];
  const isEmpty = move === 'merge' && view.sameKind.length === 0;
  return (
    <Form
      action={`${paths.step(lang, view.casefile.row.id)}`}
      hidden={{ _token: context.csrfToken, move }}
      label={MOVES[move].label[lang]}
    >
      {Fields?.({ lang, profiles, view, w, move, typed, F, id })}
      <ReadByJoined lang={lang} move={move} joined={view.casefile.merged.length} />
      {!isEmpty && (
        <Buttons>
          <Button kind={GRAVE.has(move) ? 'danger' : isMain ? 'main' : 'second'}>
            {w.buttons[move] ?? MOVES[move].label[lang]}
          </Button>
        </Buttons>
      )}
    </Form>
  );
}
