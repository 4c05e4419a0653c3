import { type Command, type CommandContext, NOT_PERMITTED } from '../../platform/command/index.ts';
import { isPermitted } from '../../rules/access/index.ts';
import { type CivilDate, civilDateOf, isCivilDate } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { calendarOf } from '../duties/index.ts';
import { workingDue } from './due-rules.ts';
import { permits } from './permits.ts';
import type { MoveName, PortalWorkflow, State } from './rules.ts';
import {
  afterCheck,
  CHECKING_ROLES,
  checkSteps,
  mayTake,
  type Progress,
  progressOf,
  type Step,
  stepFor,
} from './steps-rules.ts';
import { findSteps, insertPlan, listProgress, saveProgress } from './steps-store.ts';
import type { EditionRow, ItemRow } from './store.ts';
import { listHolders } from './urgent-store.ts';
import { personIdOf } from './writing.ts';

/** Where the edition stands: on the way it began with, else on the one in force for its kind, else on the standard one. */
export async function readProgress(
  { tx, now }: CommandContext,
  edition: Pick<EditionRow, 'id' | 'state' | 'portal_id'>,
  item: Pick<ItemRow, 'kind'>,
  workflow: PortalWorkflow,
): Promise<Progress> {
  const [stored] = await listProgress(tx, [edition.id]);
  if (stored || edition.state !== 'draft') return progressOf(edition.state, stored, workflow);
  const steps = await findSteps(tx, edition.portal_id, item.kind, civilDateOf(now));
  return steps ? { steps, at: 0, passedBy: [], isOwn: true } : progressOf(edition.state, undefined, workflow);
}

/**
 * Whether whoever acts is one of those the step names, and another than those before where it asks for that.
 *
 * @throws Refusal `not-permitted`, `not-your-step`, `another-person`
 */
export function requireStep(
  context: Pick<CommandContext, 'actor'>,
  move: MoveName,
  progress: Progress,
  portalId: number,
): void {
  const { actor } = context;
  if (actor.kind !== 'person') return;
  const isApproval = move === 'approve' || move === 'schedule';
  if (!isApproval && move !== 'check' && move !== 'sendBack') return;
  const step = stepFor(progress, isApproval ? 'approve' : 'check');
  const moderates = move === 'sendBack' && isPermitted(actor, permits, 'publishing.check', portalId);
  if (!mayTake(step, actor, portalId) && !moderates) {
    if (!progress.isOwn) throw NOT_PERMITTED;
    throw new Refusal('not-your-step', {
      vi: `Bước “${step.name.vi}” do người khác làm theo quy trình của cổng. Hãy xem quy trình để biết ai làm.`,
      en: `The step “${step.name.en}” is somebody else’s by the way this portal laid down. See the way for whose it is.`,
    });
  }
  if (move !== 'sendBack' && step.byAnother && progress.passedBy.includes(actor.personId)) {
    throw new Refusal('another-person', {
      vi: `Bạn đã làm một bước trước, nên bước “${step.name.vi}” phải do người khác. Hãy nhờ đồng nghiệp.`,
      en: `You took an earlier step, so “${step.name.en}” is for somebody else. Ask a colleague.`,
    });
  }
}

/** The state a move leads to on this way: a check may be followed by another check. */
export function stateAfter(move: MoveName, to: State, progress: Progress): State {
  return move === 'check' && progress.isOwn ? afterCheck(progress).state : to;
}

/** Puts down where the edition stands after a move, with the last day of the step it came to. */
export async function keepProgress(
  context: CommandContext,
  move: MoveName,
  progress: Progress,
  { edition, localityId }: { edition: Pick<EditionRow, 'id' | 'portal_id'>; localityId: number },
): Promise<void> {
  if (!progress.isOwn || !['submit', 'check', 'recall', 'sendBack'].includes(move)) return;
  const { tx, now } = context;
  const isBack = move === 'recall' || move === 'sendBack';
  const at = move === 'check' ? afterCheck(progress).at : 0;
  const personId = personIdOf(context);
  const passedBy = move === 'check' && personId !== null ? [...progress.passedBy, personId] : [];
  const limit = isBack ? null : (progress.steps[at]?.limitDays ?? null);
  const due = limit === null ? undefined : workingDue(await calendarOf(tx, localityId), now, limit);
  await saveProgress(tx, {
    ...{ editionId: edition.id, portalId: edition.portal_id, steps: progress.steps, at, now, due },
    passedBy: isBack ? [] : passedBy,
  });
}

export interface SetSteps {
  portalId: number;
  /** Null: everything that has no way of its own. */
  contentKind: string | null;
  /** Null: this kind goes the way of the portal; for the portal, the standard one. */
  steps: readonly Step[] | null;
  validFrom: string;
}

/** Lays down a way from a day on; what is already under way keeps the steps it began with. */
export const setSteps: Command<SetSteps, { planId: number }> = {
  name: 'publishing.setSteps',
  permit: 'publishing.arrange',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const today = civilDateOf(now);
    if (!isCivilDate(input.validFrom) || (input.validFrom as CivilDate) < today) {
      throw new Refusal(
        'day-past',
        {
          vi: 'Ghi ngày bắt đầu từ hôm nay trở đi.',
          en: 'Give a day from today on.',
        },
        'validFrom',
      );
    }
    if (input.steps !== null) {
      const { portalId } = input;
      checkSteps(input.steps, await listHolders(tx, { portalId, roles: CHECKING_ROLES, on: today }));
    }
    const planId = await insertPlan(tx, { ...input, by: personIdOf(context), at: now });
    context.record({
      portalId: input.portalId,
      subject: { kind: 'stepPlan', id: planId },
      payload: { contentKind: input.contentKind, steps: input.steps, validFrom: input.validFrom },
    });
    return { planId };
  },
};
