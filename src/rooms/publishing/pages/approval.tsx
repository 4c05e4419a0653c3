import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPressing } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  ClockWords,
  DeskTitle,
  type DiffPart,
  DiffView,
  Field,
  Form,
  KeyList,
  type LinkView,
  PhoneFrame,
} from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { type ClaimRow, listClaims } from '../claim-store.ts';
import { countOpenComments } from '../comment-store.ts';
import { type LiveCopy, listLiveCopies, namesOf } from '../desk-store.ts';
import { diffTexts, shorten, textOf, textOfCopy } from '../differences.ts';
import { readId } from '../forms.ts';
import { listOverrides, type OverrideRow } from '../override-store.ts';
import {
  findItemClock,
  findReadableEdition,
  type ItemClock,
  type LoadedEdition,
  listColleagues,
  type PossibleMove,
  possibleMoves,
  progressOfEdition,
  reading,
} from '../queries.ts';
import type { UrgentSetting } from '../urgent-rules.ts';
import { findUrgentSetting, type Holder } from '../urgent-store.ts';
import { urgentWords } from '../urgent-words.ts';
import { type PublishingWords, publishingWords } from '../words.ts';
import { contentOf } from '../writing.ts';
import { OverridesShown } from './check-list.tsx';
import { RemarksWay } from './comments.tsx';
import { ClockTrace, EditionState, page, paths, RefusalSummary, SubHeading, when } from './parts.tsx';
import { PressingCallout } from './pressing.tsx';
import { StepTrail } from './step-trail.tsx';
import { UrgentForm } from './urgent.tsx';
import { WorkDone, WorkPanel } from './work.tsx';

interface ApprovalView extends LoadedEdition {
  live: LiveCopy | undefined;
  clock: ItemClock | undefined;
  names: Map<number, string>;
  moves: PossibleMove[];
  overrides: OverrideRow[];
  openRemarks: number;
  claim: ClaimRow | undefined;
  colleagues: Holder[];
  urgentSetting: UrgentSetting;
}

/** What the public will see, what differs from what it sees now, who wrote it; then the decision. */
export async function showApproval(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const { person, params, lang, now } = context;
  const view = await reading(ports, person, async (tx): Promise<ApprovalView | undefined> => {
    const loaded = await findReadableEdition(tx, person, readId(params.id), readId(params.editionId));
    if (!loaded) return undefined;
    const { edition, item, portal } = loaded;
    const live = (await listLiveCopies(tx, item.id)).find((one) => one.language === edition.language);
    return {
      ...loaded,
      live,
      clock: await findItemClock(tx, item, portal.locality_id, lang, now),
      names: await namesOf(tx, [...edition.writers, edition.submitted_by, edition.checked_by]),
      moves: possibleMoves(person, edition, progressOfEdition(loaded, edition.id)),
      overrides: await listOverrides(tx, edition.id),
      claim: (await listClaims(tx, [edition.id])).get(edition.id),
      colleagues: await listColleagues(tx, portal.id, now),
      urgentSetting: await findUrgentSetting(tx, portal.id),
      openRemarks: (await countOpenComments(tx, [edition.id])).get(edition.id) ?? 0,
    };
  });
  if (!view) return { kind: 'missing' };
  return page(approvalPage(ports, context, view, refusal), refusal ? 422 : 200);
}

function approvalPage(
  ports: Ports,
  context: StaffContext,
  view: ApprovalView,
  refusal: Refusal | undefined,
): string {
  const { lang } = context;
  const w = publishingWords(lang);
  const { edition, item, portal } = view;
  const title = edition.title || w.untitled;
  return deskFrame(
    ports,
    context,
    {
      title: `${w.approve.title}: ${title}`,
      portalName: portalName(portal, lang),
      aside: <Decision context={context} view={view} refusal={refusal} w={w} />,
      asideLabel: w.approve.decide,
      asideWays: decisionWays(view, lang),
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.queue(lang), text: w.queue },
          { href: paths.item(lang, item.id), text: title },
        ]}
        here={w.approve.title}
      />
      <DeskTitle title={title} />
      <WorkDone context={context} />
      <RefusalSummary lang={lang} refusal={refusal} place="quyet-dinh" />
      <p>
        <EditionState
          lang={lang}
          state={edition.state}
          approvesAtOnce={progressOfEdition(view, edition.id).steps.length === 1}
        />{' '}
        {w.languages[edition.language]}, {w.edition(edition.number)}
      </p>
      <PressingCallout context={context} item={item} edition={edition} setting={view.urgentSetting} />
      <StepTrail lang={lang} edition={edition} progress={progressOfEdition(view, edition.id)} />
      <Origin lang={lang} view={view} w={w} />
      <OverridesShown lang={lang} overrides={view.overrides} />
      {view.clock && (
        <>
          <p>
            <ClockWords
              lang={lang}
              clock={{ ...view.clock.shown, due: view.clock.due && w.editor.dueOn(view.clock.due) }}
              icon
            />
          </p>
          <ClockTrace lang={lang} clock={view.clock} />
        </>
      )}
      <RemarksWay lang={lang} itemId={item.id} editionId={edition.id} open={view.openRemarks} />
      <SubHeading id="khac">{w.approve.differences}</SubHeading>
      <Differences lang={lang} view={view} w={w} />
      <SubHeading id="se-thay">{w.approve.seen}</SubHeading>
      <PhoneFrame src={paths.preview(lang, item.id, edition.id)} title={w.approve.frame} />
      <p>
        <a href={paths.preview(lang, item.id, edition.id)}>{w.approve.openAlone}</a>
      </p>
    </>,
  );
}

function Origin({ lang, view, w }: { lang: Lang; view: ApprovalView; w: PublishingWords }) {
  const { edition, names } = view;
  const name = (id: number | null) => (id === null ? '' : (names.get(id) ?? ''));
  const rows = [
    { key: w.approve.writers, value: edition.writers.map(name).filter(Boolean).join(', ') },
    ...(edition.submitted_at
      ? [
          {
            key: w.approve.submittedAt,
            value: `${when(edition.submitted_at, lang).text} ${name(edition.submitted_by)}`,
          },
        ]
      : []),
    ...(edition.checked_at
      ? [
          {
            key: w.approve.checkedBy,
            value: `${name(edition.checked_by)} ${when(edition.checked_at, lang).text}`,
          },
        ]
      : []),
    ...(edition.source ? [{ key: w.editor.sourceName, value: edition.source }] : []),
    ...(edition.attachments.length > 0
      ? [{ key: w.approve.files, value: edition.attachments.map(({ label }) => label).join(', ') }]
      : []),
  ];
  return <KeyList rows={rows} wide />;
}

function Differences({ lang, view, w }: { lang: Lang; view: ApprovalView; w: PublishingWords }) {
  const { live, edition } = view;
  if (!live) return <p>{w.approve.first}</p>;
  const parts: DiffPart[] | undefined = diffTexts(
    textOfCopy(live, view.item, edition.language),
    textOf(contentOf(edition), view.item, edition.language),
  );
  if (!parts) return <p>{w.approve.tooLong}</p>;
  if (parts.every(({ kind }) => kind === 'same')) return <p>{w.approve.same}</p>;
  return <DiffView lang={lang} parts={shorten(parts)} label={w.approve.differences} />;
}

/** It cannot wait, and this person might publish it at once. */
function pressesHere({ item, edition, moves, urgentSetting }: ApprovalView): boolean {
  const may = urgentSetting.allowed && moves.some(({ name }) => name === 'publishUrgent');
  return may && isPressing(item.form, edition.facts);
}

/** On a phone the decision comes after the preview: these lead there at once. */
function decisionWays(view: ApprovalView, lang: Lang): LinkView[] {
  const { moves, edition } = view;
  const w = publishingWords(lang);
  const sendsBack = moves.some((one) => one.name === 'sendBack' && !one.ownWork);
  return [
    { href: '#quyet-dinh', text: w.approve.decide },
    ...(pressesHere(view)
      ? [{ href: `#dang-khan-${edition.id}`, text: urgentWords(lang).publishTitle }]
      : []),
    ...(sendsBack ? [{ href: '#tra-lai', text: w.item.sendBackTitle }] : []),
  ];
}

interface DecisionProps {
  context: StaffContext;
  view: ApprovalView;
  refusal: Refusal | undefined;
  w: PublishingWords;
}

/** The decision: each way a form of its own, so that Enter never takes the wrong one. */
function Decision({ context, view, refusal, w }: DecisionProps) {
  const { lang, form } = context;
  const { moves, edition, item } = view;
  const has = (name: PossibleMove['name']) => moves.some((one) => one.name === name && !one.ownWork);
  const isOwn = moves.some((one) => one.ownWork);
  const hidden = (move: string) => ({
    _token: context.csrfToken,
    editionId: String(edition.id),
    move,
    trang: 'duyet',
  });
  const action = paths.step(lang, item.id);
  const error = (field: string, move: string) =>
    refusal?.field === field && form.get('move') === move ? refusal.words[lang] : undefined;
  const mayDecide = has('approve') || has('check') || has('sendBack');
  return (
    <>
      <WorkPanel
        context={context}
        itemId={item.id}
        edition={edition}
        claim={view.claim}
        colleagues={view.colleagues}
        refusal={refusal}
        onApproval
      />
      <h2 id="quyet-dinh">{w.approve.decide}</h2>
      {isOwn && <p>{w.item.ownWork}</p>}
      {!mayDecide && !isOwn && <p>{w.approve.notNow}</p>}
      {has('check') && (
        <Form action={action} hidden={hidden('check')}>
          <Buttons>
            <Button kind={has('approve') ? 'second' : 'main'}>{w.approve.check}</Button>
          </Buttons>
        </Form>
      )}
      {has('approve') && (
        <Form action={action} hidden={hidden('approve')}>
          <Buttons>
            <Button>{w.approve.now}</Button>
          </Buttons>
        </Form>
      )}
      {has('schedule') && (
        <Form action={action} hidden={hidden('schedule')} label={w.approve.later}>
          <h3>{w.approve.later}</h3>
          <Field
            kind="datetime"
            lang={lang}
            name="publishAt"
            label={w.approve.publishAt}
            value={form.get('publishAt') ?? ''}
            error={error('publishAt', 'schedule')}
          />
          <Button kind="second">{w.approve.schedule}</Button>
        </Form>
      )}
      {pressesHere(view) && (
        <UrgentForm
          context={context}
          itemId={item.id}
          editionId={edition.id}
          portalId={edition.portal_id}
          setting={view.urgentSetting}
          isOpen
          onApproval
          refusal={refusal}
        />
      )}
      {has('sendBack') && (
        <Form action={action} hidden={hidden('sendBack')} label={w.item.sendBackTitle}>
          <h3 id="tra-lai">{w.item.sendBackTitle}</h3>
          <Field
            kind="textarea"
            lang={lang}
            name="reason"
            label={w.item.reason}
            help={w.item.reasonHelp.sendBack}
            rows={4}
            value={form.get('reason') ?? ''}
            error={error('reason', 'sendBack')}
          />
          <Button kind="second">{w.item.sendBackTitle}</Button>
        </Form>
      )}
    </>
  );
}
