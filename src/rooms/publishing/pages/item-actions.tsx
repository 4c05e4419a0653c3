import type { StaffContext } from '../../../platform/http/types.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { isPressing } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, Callout, Field, Form, LinkButton } from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { lifeWords } from '../life-words.ts';
import { permits } from '../permits.ts';
import { type PossibleMove, possibleMoves, progressOfEdition } from '../queries.ts';
import { PROPOSAL_WORDS } from '../rules.ts';
import type { EditionRow } from '../store.ts';
import { versionWords } from '../version-words.ts';
import { type PublishingWords, publishingWords } from '../words.ts';
import { RemarksWay } from './comments.tsx';
import { CorrectionForms, RescheduleForm } from './correction-part.tsx';
import type { ItemView } from './item.tsx';
import { lifePaths } from './life-parts.tsx';
import { EditionState, paths, SubHeading, when } from './parts.tsx';
import { PressingCallout } from './pressing.tsx';
import { StepTrail } from './step-trail.tsx';
import { UrgentForm } from './urgent.tsx';
import { WorkPanel } from './work.tsx';

/** Moves that are made by a plain button; the others ask for a reason or are made while looking at the text. */
const PLAIN = ['submit', 'recall', 'discard'] as const;

interface ActionsProps {
  context: StaffContext;
  view: ItemView;
  refusal: Refusal | undefined;
}

/** What this person can do with the item now, for each edition that is open or public. */
export function ItemActions({ context, view, refusal }: ActionsProps) {
  const { lang } = context;
  const w = publishingWords(lang);
  const open = view.editions.filter(({ state }) => !['superseded', 'discarded', 'withdrawn'].includes(state));
  const mayWrite = isPermitted(context.person, permits, 'publishing.write', view.portal.id);
  return (
    <>
      <SubHeading id="lam-gi">{w.item.what}</SubHeading>
      {open.map((edition) => (
        <EditionActions key={edition.id} context={context} view={view} edition={edition} refusal={refusal} />
      ))}
      {mayWrite && <NewEditions context={context} view={view} />}
      <Buttons>
        <LinkButton href={lifePaths.life(lang, view.item.id)} kind="second" icon="history">
          {lifeWords[lang].life}
        </LinkButton>
        {view.live.length > 0 && (
          <LinkButton href={lifePaths.compare(lang, view.item.id)} kind="second" icon="languages">
            {lifeWords[lang].translations}
          </LinkButton>
        )}
      </Buttons>
      {view.mayPropose && <Propose context={context} view={view} refusal={refusal} />}
      {view.proposals.length > 0 && <Proposed lang={lang} view={view} />}
    </>
  );
}

function EditionActions(props: ActionsProps & { edition: EditionRow }) {
  const { context, view, edition, refusal } = props;
  const { lang, person } = context;
  const w = publishingWords(lang);
  const progress = progressOfEdition(view, edition.id);
  const moves = possibleMoves(person, edition, progress);
  const has = (name: PossibleMove['name']) => moves.some((one) => one.name === name && !one.ownWork);
  const returned = view.events.find((event) => event.edition.id === edition.id && event.move === 'sendBack');
  const decides = has('approve') || has('check') || (has('sendBack') && edition.state !== 'published');
  const plain = PLAIN.filter((name) => has(name));
  const nothing = !decides && plain.length === 0 && !has('withdraw');
  return (
    <section aria-label={`${w.languages[edition.language]}, ${w.edition(edition.number)}`}>
      <p>
        <strong>
          {w.languages[edition.language]}, {w.edition(edition.number)}
        </strong>{' '}
        <EditionState lang={lang} state={edition.state} approvesAtOnce={progress.steps.length === 1} />{' '}
        {edition.publish_at && edition.state === 'scheduled' && (
          <span>{w.item.scheduledFor(when(edition.publish_at, lang).text)}</span>
        )}
      </p>
      <PressingCallout context={context} item={view.item} edition={edition} setting={view.urgentSetting} />
      {edition.state === 'draft' && returned?.reason && (
        <Callout tone="warn" title={w.item.returned(returned.reason)} />
      )}
      <StepTrail lang={lang} edition={edition} progress={progress} />
      <OlderTranslation lang={lang} view={view} edition={edition} />
      {moves.some((one) => one.ownWork) && <p class="note">{w.item.ownWork}</p>}
      {nothing && <p class="note">{w.item.none}</p>}
      <EditionWays context={context} view={view} edition={edition} has={has} decides={decides} />
      {plain.length > 0 && (
        <StepForm context={context} view={view} edition={edition} moves={moves} names={plain} />
      )}
      <WorkPanel
        context={context}
        itemId={view.item.id}
        edition={edition}
        claim={view.claims.get(edition.id)}
        colleagues={view.colleagues}
        refusal={refusal}
      />
      {edition.state !== 'published' && (
        <RemarksWay
          lang={lang}
          itemId={view.item.id}
          editionId={edition.id}
          open={view.openRemarks.get(edition.id) ?? 0}
        />
      )}
      <p>
        <a href={paths.versions(lang, view.item.id, edition.id)}>{versionWords(lang).link}</a>
      </p>
      {edition.state === 'scheduled' && has('sendBack') && (
        <RescheduleForm context={context} edition={edition} refusal={refusal} />
      )}
      {OPEN_STATES.includes(edition.state) && view.wasPublic && (
        <CorrectionForms
          context={context}
          edition={edition}
          mark={view.marks.get(edition.id)}
          mayWrite={isPermitted(person, permits, 'publishing.write', view.portal.id)}
          mayApprove={isPermitted(person, permits, 'publishing.approve', view.portal.id)}
          refusal={refusal}
        />
      )}
      {moves.some(({ name }) => name === 'publishUrgent') && (
        <UrgentForm
          context={context}
          itemId={view.item.id}
          editionId={edition.id}
          portalId={view.portal.id}
          setting={view.urgentSetting}
          isOpen={isPressing(view.item.form, edition.facts)}
          refusal={refusal}
        />
      )}
    </section>
  );
}

/** Where one goes on with an edition: to write, to decide, to look at it, to take it down. */
function EditionWays(props: {
  context: StaffContext;
  view: ItemView;
  edition: EditionRow;
  has: (name: PossibleMove['name']) => boolean;
  decides: boolean;
}) {
  const { context, view, edition, has, decides } = props;
  const { lang } = context;
  const w = publishingWords(lang);
  return (
    <Buttons>
      {has('submit') && (
        <LinkButton href={paths.edit(lang, view.item.id, edition.id)} icon="pencil">
          {w.item.edit}
        </LinkButton>
      )}
      {decides && (
        <LinkButton href={paths.approve(lang, view.item.id, edition.id)} icon="eye">
          {w.item.review}
        </LinkButton>
      )}
      <LinkButton href={paths.preview(lang, view.item.id, edition.id)} kind="second">
        {w.item.preview}
      </LinkButton>
      {edition.state === 'published' && view.portal.id === context.site.portalId && (
        <LinkButton href={itemPathByNumber(view.item.id, edition.language)} kind="second">
          {w.item.openPublic}
        </LinkButton>
      )}
      {has('withdraw') && (
        <LinkButton href={lifePaths.withdraw(lang, view.item.id, edition.id)} kind="danger">
          {w.item.withdrawTitle}
        </LinkButton>
      )}
    </Buttons>
  );
}

/** The address of an item that its number alone makes; it leads on to the one readers see. */
const itemPathByNumber = (itemId: number, lang: Lang) => `${lang === 'en' ? '/en' : ''}/bai/${itemId}`;

function OlderTranslation({ lang, view, edition }: { lang: Lang; view: ItemView; edition: EditionRow }) {
  const source = view.editions.find(({ id }) => id === edition.made_from_edition_id);
  const live = source && view.live.find((one) => one.language === source.language);
  if (!source || !live || live.edition_number <= source.number) return null;
  return <p class="note">{publishingWords(lang).item.older(source.number)}</p>;
}

function StepForm(props: {
  context: StaffContext;
  view: ItemView;
  edition: EditionRow;
  moves: PossibleMove[];
  names: readonly PossibleMove['name'][];
}) {
  const { context, view, edition, moves, names } = props;
  const { lang } = context;
  return (
    <Form
      action={paths.step(lang, view.item.id)}
      hidden={{ _token: context.csrfToken, editionId: String(edition.id) }}
    >
      <Buttons>
        {moves
          .filter(({ name }) => names.includes(name))
          .map(({ name, move }) => (
            <Button key={name} kind={name === 'discard' ? 'danger' : 'second'} name="move" value={name}>
              {move.label[lang]}
            </Button>
          ))}
      </Buttons>
    </Form>
  );
}

export const OPEN_STATES: readonly string[] = ['draft', 'submitted', 'checked', 'scheduled'];

/** Correcting what is public, and translating: only where no edition of that language is open. */
function NewEditions({ context, view }: { context: StaffContext; view: ItemView }) {
  const { lang } = context;
  const w = publishingWords(lang);
  const kinds = (['vi', 'en'] as const).flatMap((language) => {
    const own = view.editions.filter((one) => one.language === language && one.state !== 'discarded');
    if (own.some(({ state }) => OPEN_STATES.includes(state))) return [];
    if (own.length > 0) return [{ language, text: `${w.item.newEdition}: ${w.languages[language]}` }];
    return view.live.length > 0 ? [{ language, text: w.item.translate[language] }] : [];
  });
  if (kinds.length === 0) return null;
  return (
    <Form action={paths.newEdition(lang, view.item.id)} hidden={{ _token: context.csrfToken }}>
      <p class="note">{w.item.newEditionNote}</p>
      <Buttons>
        {kinds.map(({ language, text }) => (
          <Button key={language} kind="second" name="language" value={language}>
            {text}
          </Button>
        ))}
      </Buttons>
    </Form>
  );
}

/** A member proposes to the main portal, the main portal to members. */
function Propose({ context, view, refusal }: ActionsProps) {
  const { lang, form } = context;
  const w: PublishingWords = publishingWords(lang);
  const targets = view.portals.filter(
    (one) => one.id !== view.portal.id && one.is_main !== view.portal.is_main,
  );
  if (view.live.length === 0 || targets.length === 0) return null;
  const isThis = form.has('toPortalId');
  return (
    <details class="trace" open={isThis && refusal !== undefined}>
      <summary>{w.item.proposeTitle}</summary>
      <p>{w.item.proposeNote}</p>
      <Form action={paths.propose(lang, view.item.id)} hidden={{ _token: context.csrfToken }}>
        <Field
          kind="select"
          lang={lang}
          name="toPortalId"
          label={w.item.proposeTo}
          value={form.get('toPortalId') ?? String(targets[0]?.id)}
          choices={targets.map((one) => ({ value: String(one.id), text: portalName(one, lang) }))}
        />
        <Field
          kind="select"
          lang={lang}
          name="language"
          label={w.filter.language}
          value={form.get('language') ?? view.live[0]?.language}
          choices={view.live.map(({ language }) => ({ value: language, text: w.languages[language] }))}
        />
        <Field
          kind="textarea"
          lang={lang}
          name="note"
          label={w.item.proposeMessage}
          rows={3}
          value={form.get('note') ?? ''}
          optional
        />
        <Button kind="second">{w.item.propose}</Button>
      </Form>
    </details>
  );
}

function Proposed({ lang, view }: { lang: Lang; view: ItemView }) {
  const w = publishingWords(lang);
  const nameOf = (id: number) => {
    const portal = view.portals.find((one) => one.id === id);
    return portal ? portalName(portal, lang) : '';
  };
  return (
    <ul>
      {view.proposals.map((one) => (
        <li key={one.id}>
          <a href={paths.proposal(lang, one.id)}>
            {w.item.proposedTo(nameOf(one.to_portal_id), PROPOSAL_WORDS[one.state][lang])}
          </a>{' '}
          {one.reason && <span>{one.reason}</span>}
        </li>
      ))}
    </ul>
  );
}
