import type { Person, Role } from '../../rules/access/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { permits } from './permits.ts';
import type { PortalWorkflow, State } from './rules.ts';

/** One step of the way of an edition to the public. The last of a way approves, every other one checks. */
export interface Step {
  name: Words;
  does: 'check' | 'approve';
  roles: readonly Role[];
  /** Named persons, besides whoever holds a role. */
  persons: readonly number[];
  /** By somebody who took none of the steps before. That the writers take none holds always (LC Đ5.4). */
  byAnother: boolean;
  /** Working days after the edition came to this step; null: no limit. */
  limitDays: number | null;
}

/** Where an edition stands on its way. */
export interface Progress {
  steps: readonly Step[];
  /** Place of the step it waits for, from 0. */
  at: number;
  passedBy: readonly number[];
  /** The board laid this way down; otherwise it is the standard one of its portal. */
  isOwn: boolean;
}

export const MOST_STEPS = 5;
export const MOST_STEP_DAYS = 30;
/** Roles that may take a checking step; a named person needs one of them, too. */
export const CHECKING_ROLES: readonly Role[] = permits['publishing.takeStep'];
/** Nobody else approves (BG Đ13.2). */
export const APPROVING_ROLES: readonly Role[] = permits['publishing.approve'];

const CHECK: Step = {
  name: { vi: 'Soát', en: 'Check' },
  does: 'check',
  roles: permits['publishing.check'],
  ...{ persons: [], byAnother: false, limitDays: null },
};
const APPROVE: Step = {
  name: { vi: 'Duyệt', en: 'Approve' },
  does: 'approve',
  roles: permits['publishing.approve'],
  ...{ persons: [], byAnother: false, limitDays: null },
};

/** The way of a portal that laid down none of its own. */
export function standardSteps(workflow: PortalWorkflow): readonly Step[] {
  return workflow === 'approve' ? [APPROVE] : [CHECK, APPROVE];
}

/** Whether a way has checking steps: what the table of moves asks. */
export function workflowOf(steps: readonly Step[]): PortalWorkflow {
  return steps.length > 1 ? 'check-then-approve' : 'approve';
}

/** The standing of an edition: on the way it began with, else on the standard one, where its state tells the place. */
export function progressOf(
  state: State,
  stored: { steps: readonly Step[]; at_step: number; passed_by: readonly number[] } | undefined,
  workflow: PortalWorkflow,
): Progress {
  if (stored) return { steps: stored.steps, at: stored.at_step, passedBy: stored.passed_by, isOwn: true };
  const steps = standardSteps(workflow);
  return { steps, at: state === 'checked' ? steps.length - 1 : 0, passedBy: [], isOwn: false };
}

/** The step a decision is about: approving is always the last, whatever the place. */
export function stepFor(progress: Progress, move: 'check' | 'approve'): Step {
  const { steps, at } = progress;
  const step = move === 'approve' ? steps.at(-1) : steps[at];
  return step ?? APPROVE;
}

/** Whether the person is one of those a step names; the writers are told apart by the table of moves. */
export function mayTake(step: Step, person: Pick<Person, 'personId' | 'grants'>, portalId: number): boolean {
  const held = person.grants.filter((grant) => grant.portalId === portalId).map(({ role }) => role);
  const asked = step.does === 'approve' ? APPROVING_ROLES : CHECKING_ROLES;
  if (!held.some((role) => asked.includes(role))) return false;
  return step.persons.includes(person.personId) || held.some((role) => step.roles.includes(role));
}

/** The state an edition comes to when its step is checked: the next may check again, or approve. */
export function afterCheck({ steps, at }: Progress): { state: State; at: number } {
  const next = Math.min(at + 1, steps.length - 1);
  return { state: next === steps.length - 1 ? 'checked' : 'submitted', at: next };
}

/** Who could take a step: colleagues of the portal with their roles there. */
export interface Colleague {
  id: number;
  roles: readonly string[];
}

function takers(step: Step, colleagues: readonly Colleague[]): number[] {
  const asked: readonly string[] = step.does === 'approve' ? APPROVING_ROLES : CHECKING_ROLES;
  const named: readonly string[] = step.roles;
  return colleagues
    .filter(({ roles }) => roles.some((role) => asked.includes(role)))
    .filter(({ id, roles }) => step.persons.includes(id) || roles.some((role) => named.includes(role)))
    .map(({ id }) => id);
}

/**
 * A way that can be walked: few steps, each with a name in both languages and somebody who may take it, the last of them an
 * approval by the board.
 *
 * @throws Refusal with the sentence that says which step and what to do, at its field
 */
export function checkSteps(steps: readonly Step[], colleagues: readonly Colleague[]): void {
  if (steps.length === 0 || steps.length > MOST_STEPS) {
    throw new Refusal(
      'steps-missing',
      {
        vi: `Quy trình cần ít nhất một bước, nhiều nhất ${MOST_STEPS}. Hãy ghi tên bước duyệt.`,
        en: `A way has at least one step, at most ${MOST_STEPS}. Name the step that approves.`,
      },
      'nameVi-1',
    );
  }
  const earlier: number[][] = [];
  for (const [index, step] of steps.entries()) {
    const place = index + 1;
    checkStep(step, place, index === steps.length - 1);
    const able = takers(step, colleagues);
    if (able.length === 0) throw nobody(step, place);
    const [only] = able;
    const isTheSame =
      able.length === 1 && earlier.some((others) => others.length === 1 && others[0] === only);
    if (step.byAnother && isTheSame) throw nobodyElse(step, place);
    earlier.push(able);
  }
}

function checkStep(step: Step, place: number, isLast: boolean): void {
  const { name, limitDays, does } = step;
  if ([name.vi, name.en].some((text) => text.trim().length < 2 || text.length > 60)) {
    throw new Refusal(
      'step-name',
      {
        vi: `Bước ${place} cần tên bằng cả hai tiếng, mỗi tên từ 2 đến 60 chữ cái.`,
        en: `Step ${place} needs a name in both languages, of 2 to 60 letters each.`,
      },
      name.vi.trim().length < 2 || name.vi.length > 60 ? `nameVi-${place}` : `nameEn-${place}`,
    );
  }
  if ((does === 'approve') !== isLast) throw new Error(`Step ${place} ${does}s: only the last approves.`);
  if (limitDays !== null && !(Number.isInteger(limitDays) && limitDays >= 1 && limitDays <= MOST_STEP_DAYS)) {
    throw new Refusal(
      'step-days',
      {
        vi: `Bước ${place}: ghi số ngày làm việc từ 1 đến ${MOST_STEP_DAYS}, hoặc để trống.`,
        en: `Step ${place}: give working days from 1 to ${MOST_STEP_DAYS}, or leave it empty.`,
      },
      `limitDays-${place}`,
    );
  }
}

function nobody({ name, does }: Step, place: number): Refusal {
  const who =
    does === 'approve'
      ? { vi: 'thành viên hoặc Trưởng Ban Biên tập', en: 'a member or the head of the board' }
      : { vi: 'người đang giữ vai trò ở cổng này', en: 'somebody who holds a role on this portal' };
  return new Refusal(
    'step-nobody',
    {
      vi: `Bước ${place} “${name.vi}” chưa có ai làm được. Hãy chọn vai trò có người giữ, hoặc nêu tên ${who.vi}.`,
      en: `Nobody can take step ${place} “${name.en}”. Choose a role somebody holds, or name ${who.en}.`,
    },
    `roles-${place}`,
  );
}

function nobodyElse({ name }: Step, place: number): Refusal {
  return new Refusal(
    'step-nobody-else',
    {
      vi: `Bước ${place} “${name.vi}” phải do người khác các bước trước, nhưng chỉ có đúng một người làm được cả hai. Hãy thêm người, hoặc bỏ điều kiện ấy.`,
      en: `Step ${place} “${name.en}” is to be taken by another, but one and the same person is the only one for both. Add somebody, or drop the condition.`,
    },
    `roles-${place}`,
  );
}
