import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { ARTICLE } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  DeskTitle,
  Field,
  Form,
  KeyList,
  LinkButton,
  StatePill,
} from '../../../ui/index.ts';
import {
  listPortals,
  listSections,
  type PortalRow,
  portalName,
  type SectionRow,
} from '../../portals/index.ts';
import { namesOf } from '../desk-store.ts';
import { readId } from '../forms.ts';
import { permits } from '../permits.ts';
import { findProposal, type ProposalRow } from '../proposal-store.ts';
import { acceptProposal, refuseProposal } from '../proposing.ts';
import { readablePortals, reading } from '../queries.ts';
import { PROPOSAL_WORDS } from '../rules.ts';
import { publishingWords } from '../words.ts';
import { page, paths, RefusalSummary, SubHeading, sectionChoices, seeOther, when } from './parts.tsx';
import { ArticleParts } from './preview.tsx';

interface ProposalView {
  proposal: ProposalRow;
  portals: PortalRow[];
  /** Which of the two portals this person reads for. */
  isOurs: boolean;
  decides: boolean;
  sections: SectionRow[];
  names: Map<number, string>;
}

function load(ports: Ports, context: StaffContext): Promise<ProposalView | undefined> {
  const { person, params } = context;
  return reading(ports, person, async (tx) => {
    const id = readId(params.id);
    const proposal = id === undefined ? undefined : await findProposal(tx, id);
    if (!proposal) return undefined;
    const readable = new Set((await readablePortals(tx, person)).map((portal) => portal.id));
    if (!readable.has(proposal.from_portal_id) && !readable.has(proposal.to_portal_id)) return undefined;
    const decides =
      proposal.state === 'proposed' &&
      isPermitted(person, permits, 'publishing.receive', proposal.to_portal_id);
    return {
      proposal,
      portals: await listPortals(tx, person.localityId),
      isOurs: readable.has(proposal.from_portal_id),
      decides,
      sections: decides ? await listSections(tx, proposal.to_portal_id) : [],
      names: await namesOf(tx, [proposal.checked_by]),
    };
  });
}

/** One proposal: the copy that was sent, and the decision for those who may take it. */
export async function showProposal(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  return page(proposalPage(ports, context, view, refusal), refusal ? 422 : 200);
}

/** Accepts into a section, or refuses with a reason. */
export async function decideProposal(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  const { form, lang, person } = context;
  const input = { portalId: view.proposal.to_portal_id, proposalId: view.proposal.id };
  try {
    if (form.get('do') === 'accept') {
      const sectionId = readId(form.get('sectionId')) ?? 0;
      const created = await ports.perform(person, acceptProposal, { ...input, sectionId });
      return seeOther(paths.item(lang, created.itemId), 'nhan');
    }
    await ports.perform(person, refuseProposal, {
      ...input,
      reason: (form.get('reason') ?? '').slice(0, 2_000),
    });
    return seeOther(paths.proposals(lang), 'khongnhan');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showProposal(ports, context, error);
  }
}

function proposalPage(
  ports: Ports,
  context: StaffContext,
  view: ProposalView,
  refusal: Refusal | undefined,
): string {
  const { lang } = context;
  const w = publishingWords(lang);
  const { proposal } = view;
  const { snapshot } = proposal;
  const nameOf = (id: number) => {
    const portal = view.portals.find((one) => one.id === id);
    return portal ? portalName(portal, lang) : '';
  };
  const picture = snapshot.files.find(({ hash }) => hash === snapshot.pictureHash);
  const rows = [
    { key: w.item.facts.origin, value: nameOf(proposal.from_portal_id) },
    { key: w.item.proposeTo, value: nameOf(proposal.to_portal_id) },
    { key: w.proposal.at, value: when(proposal.proposed_at, lang).text },
    { key: w.proposal.checker, value: view.names.get(proposal.checked_by) ?? snapshot.portalName },
    ...(proposal.note ? [{ key: w.proposal.note, value: proposal.note }] : []),
    ...(proposal.decided_at
      ? [{ key: w.proposal.decided, value: when(proposal.decided_at, lang).text }]
      : []),
    ...(proposal.reason ? [{ key: w.proposal.reason, value: proposal.reason }] : []),
  ];
  return deskFrame(
    ports,
    context,
    {
      title: snapshot.title,
      ...(view.decides
        ? {
            aside: <Decide context={context} view={view} refusal={refusal} />,
            asideLabel: w.approve.decide,
          }
        : {}),
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[{ href: paths.proposals(lang), text: w.proposals }]}
        here={snapshot.title}
      />
      <DeskTitle title={snapshot.title} />
      <RefusalSummary lang={lang} refusal={refusal} place="quyet-dinh" />
      <p>
        <StatePill>{PROPOSAL_WORDS[proposal.state][lang]}</StatePill>
      </p>
      <KeyList rows={rows} wide />
      <Links lang={lang} view={view} />
      <SubHeading id="ban-chup">{w.proposal.snapshot}</SubHeading>
      <article lang={proposal.language}>
        <ArticleParts
          lang={proposal.language}
          content={snapshot}
          picture={picture}
          item={{ form: snapshot.form ?? ARTICLE, kind: '' }}
          kind=""
          body={snapshot.portalName}
          at={proposal.proposed_at}
          level={2}
        />
      </article>
    </>,
  );
}

function Links({ lang, view }: { lang: Lang; view: ProposalView }) {
  const w = publishingWords(lang);
  const { proposal, isOurs } = view;
  return (
    <>
      {isOurs && (
        <p>
          <a href={paths.item(lang, proposal.item_id)}>{w.proposal.original}</a>
        </p>
      )}
      {!isOurs && proposal.created_item_id !== null && (
        <LinkButton href={paths.item(lang, proposal.created_item_id)}>{w.proposal.openItem}</LinkButton>
      )}
    </>
  );
}

function Decide(props: { context: StaffContext; view: ProposalView; refusal: Refusal | undefined }) {
  const { context, view, refusal } = props;
  const { lang, form } = context;
  const w = publishingWords(lang);
  const action = paths.proposal(lang, view.proposal.id);
  const errorOf = (field: string) => (refusal?.field === field ? refusal.words[lang] : undefined);
  return (
    <>
      <h2 id="quyet-dinh">{w.approve.decide}</h2>
      <Form action={action} hidden={{ _token: context.csrfToken, do: 'accept' }} label={w.proposal.accept}>
        <Field
          kind="select"
          lang={lang}
          name="sectionId"
          label={w.proposal.accept}
          help={w.proposal.acceptNote}
          empty
          value={form.get('sectionId') ?? ''}
          error={errorOf('sectionId')}
          choices={sectionChoices(view.sections, lang)}
        />
        <Button>{w.proposal.acceptButton}</Button>
      </Form>
      <Form action={action} hidden={{ _token: context.csrfToken, do: 'refuse' }} label={w.proposal.refuse}>
        <Field
          kind="textarea"
          lang={lang}
          name="reason"
          label={w.proposal.reason}
          help={w.proposal.reasonHelp}
          rows={4}
          value={form.get('reason') ?? ''}
          error={errorOf('reason')}
        />
        <Button kind="second">{w.proposal.refuse}</Button>
      </Form>
    </>
  );
}
