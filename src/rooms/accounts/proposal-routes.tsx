import { deskFrame } from '../../desk-frame.tsx';
import { NOT_PERMITTED } from '../../platform/command/index.ts';
import { readId } from '../../platform/http/ids.ts';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Task } from '../../platform/room.ts';
import type { Person } from '../../rules/access/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { askFresh } from './fresh-routes.tsx';
import { ProposalsPage } from './pages/proposals.tsx';
import * as commands from './proposal-commands.ts';
import { loadProposals, portalForWord, readProposals } from './proposal-queries.ts';
import { proposalWords } from './proposal-words.ts';
import { readAs } from './queries.ts';
import { permits } from './rules.ts';
import { findMainPortalId } from './store.ts';

/** Below the desk's base address. */
export const PROPOSALS = '/nhan-su/de-nghi';

type Step = (
  ports: Ports,
  person: Person,
  input: commands.OnProposal,
  context: StaffContext,
) => Promise<void>;

/** What can be done about a proposal. A step that counts as a signature is asked for here and nowhere else. */
const STEPS: readonly [name: string, path: string, Step][] = [
  [
    'confirmProposal',
    'dong-y',
    (ports, person, input) => ports.perform(person, commands.confirmProposal, input),
  ],
  [
    'refuseProposal',
    'tu-choi',
    (ports, person, input, { form }) =>
      ports.perform(person, commands.refuseProposal, { ...input, reason: form.get('reason') ?? '' }),
  ],
  [
    'withdrawProposal',
    'rut',
    (ports, person, input) => ports.perform(person, commands.withdrawProposal, input),
  ],
];

export function proposalRoutes(ports: Ports): AnyRoute[] {
  const permit = { permits, permit: 'accounts.propose' };
  return [
    staffRoute({
      name: 'accounts.proposals',
      method: 'GET',
      path: deskPaths(PROPOSALS),
      permit,
      handle: (context) => proposalsPage(ports, context),
    }),
    ...STEPS.map(([name, path, take]) =>
      staffRoute({
        name: `accounts.${name}`,
        method: 'POST',
        path: deskPaths(`${PROPOSALS}/:proposal/${path}`),
        permit,
        handle: (context) => takeStep(ports, context, path, take),
      }),
    ),
  ];
}

async function takeStep(ports: Ports, context: StaffContext, path: string, take: Step): Promise<Reply> {
  const { person, lang, params, form } = context;
  // the word of the second person gives a high right
  const proof = path === 'dong-y' ? await askFresh(ports, context) : undefined;
  if (proof) return proof;
  const proposalId = readId(params.proposal) ?? 0;
  const portalId = readId(form.get('cong')) ?? 0;
  if (!person.portalIds.includes(portalId)) return { kind: 'missing' };
  const mainPortalId = await readAs(ports, person, (tx) => findMainPortalId(tx, person.localityId));
  const viaPortalId =
    path === 'rut'
      ? portalOfOwn(person, portalId, mainPortalId)
      : portalForWord(person, portalId, mainPortalId);
  try {
    await take(ports, person, { proposalId, portalId, viaPortalId }, context);
    return { kind: 'redirect', to: `${deskPath(lang, PROPOSALS)}?xong=${path}` };
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return proposalsPage(ports, context, { proposalId, error });
  }
}

/** Whoever proposed on a portal holds a right there, or administers from the main one. */
function portalOfOwn(person: Person, portalId: number, mainPortalId: number | undefined): number {
  return person.grants.some((grant) => grant.portalId === portalId) ? portalId : (mainPortalId ?? portalId);
}

async function proposalsPage(
  ports: Ports,
  context: StaffContext,
  failed?: { proposalId: number; error: Refusal },
): Promise<Reply> {
  const { person, lang, now, query, form, csrfToken } = context;
  const w = proposalWords(lang);
  const html = deskFrame(
    ports,
    context,
    { title: w.title },
    <ProposalsPage
      lang={lang}
      base={deskPath(lang, PROPOSALS)}
      csrfToken={csrfToken}
      {...(await loadProposals(ports, person, now, lang))}
      notice={w.done[query.get('xong') ?? '']}
      failed={
        failed && {
          proposalId: failed.proposalId,
          words: failed.error.words[lang],
          field: failed.error.field,
          reason: form.get('reason') ?? '',
        }
      }
    />,
  );
  return { kind: 'page', html, status: failed ? 422 : 200 };
}

/** What waits for this person's word. */
export async function proposalTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const w = proposalWords(lang);
  const lines = await readAs(ports, person, (tx) =>
    readProposals(tx, ports, person, { isOpen: true, now: ports.now(), lang }),
  );
  return lines
    .filter((line) => line.stand === 'decide')
    .map(({ row, title }) => ({
      id: `accounts:proposal:${row.id}`,
      room: 'accounts',
      portalId: row.portal_id,
      title: w.taskTitle(title, row.full_name),
      note: w.taskNote(row.proposer_name ?? ''),
      action: { label: w.taskAction, href: `${deskPath(lang, PROPOSALS)}#de-nghi-${row.id}` },
    }));
}
