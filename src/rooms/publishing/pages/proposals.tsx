import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { DeskList, DeskRow, DeskTitle, dotted, EmptyState, StatePill } from '../../../ui/index.ts';
import { listPortals, type PortalRow } from '../../portals/index.ts';
import { permits } from '../permits.ts';
import { listProposals, type ProposalRow } from '../proposal-store.ts';
import { namesOfPortals, readablePortals, reading } from '../queries.ts';
import { PROPOSAL_WORDS } from '../rules.ts';
import { publishingWords } from '../words.ts';
import { Done, page, paths, SubHeading } from './parts.tsx';

const MOST_ROWS = 200;
const ALL_STATES = ['proposed', 'accepted', 'refused', 'recalled'] as const;

interface ProposalsView {
  portals: PortalRow[];
  incoming: ProposalRow[];
  outgoing: ProposalRow[];
  mayReceive: ReadonlySet<number>;
}

/** Proposals between portals: those to decide, and what became of our own. */
export async function showProposals(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person } = context;
  const view = await reading(ports, person, async (tx): Promise<ProposalsView> => {
    const portalIds = (await readablePortals(tx, person)).map(({ id }) => id);
    const filter = { portalIds, states: ALL_STATES, limit: MOST_ROWS };
    return {
      portals: await listPortals(tx, person.localityId),
      incoming: await listProposals(tx, { ...filter, side: 'to' }),
      outgoing: await listProposals(tx, { ...filter, side: 'from' }),
      mayReceive: new Set(portalsPermitted(person, permits, 'publishing.receive')),
    };
  });
  return page(proposalsPage(ports, context, view));
}

function proposalsPage(ports: Ports, context: StaffContext, view: ProposalsView): string {
  const { lang } = context;
  const w = publishingWords(lang);
  const names = namesOfPortals(view.portals, lang);
  const incoming = [...view.incoming].sort(
    (a, b) => Number(b.state === 'proposed') - Number(a.state === 'proposed'),
  );
  return deskFrame(
    ports,
    context,
    { title: w.proposals, keys: true },
    <>
      <DeskTitle eyebrow={w.items} title={w.proposals} />
      <Done context={context} />
      <SubHeading id="den">{w.proposal.incoming}</SubHeading>
      {incoming.length === 0 && <EmptyState title={w.proposal.noneIn} />}
      <DeskList labelledBy="den">
        {incoming.map((one) => (
          <Line
            key={one.id}
            lang={lang}
            row={one}
            other={w.proposal.from(names.get(one.from_portal_id) ?? '')}
            decides={one.state === 'proposed' && view.mayReceive.has(one.to_portal_id)}
          />
        ))}
      </DeskList>
      <SubHeading id="di">{w.proposal.outgoing}</SubHeading>
      {view.outgoing.length === 0 && <EmptyState title={w.proposal.noneOut} />}
      <DeskList labelledBy="di">
        {view.outgoing.map((one) => (
          <Line
            key={one.id}
            lang={lang}
            row={one}
            other={w.proposal.to(names.get(one.to_portal_id) ?? '')}
            decides={false}
          />
        ))}
      </DeskList>
    </>,
  );
}

function Line(props: { lang: Lang; row: ProposalRow; other: string; decides: boolean }) {
  const { lang, row, other, decides } = props;
  const w = publishingWords(lang);
  const href = paths.proposal(lang, row.id);
  const tone = { proposed: 'warn', accepted: 'good', refused: 'bad', recalled: 'plain' } as const;
  return (
    <DeskRow
      lang={lang}
      href={href}
      room={dotted(other, row.language !== lang && w.languages[row.language])}
      title={row.snapshot.title || w.untitled}
      sub={
        <>
          <StatePill tone={tone[row.state]}>{PROPOSAL_WORDS[row.state][lang]}</StatePill>{' '}
          {dotted(formatInstant(row.proposed_at, lang), row.reason ?? undefined)}
        </>
      }
      next={{ href, text: decides ? w.proposal.read : w.proposal.see, main: decides }}
    />
  );
}
