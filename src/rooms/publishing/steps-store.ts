import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Step } from './steps-rules.ts';

/** A way as a portal laid it down; null steps: this kind goes the way of the portal again. */
export interface PlanRow {
  id: number;
  content_kind: string | null;
  steps: Step[] | null;
  valid_from: string;
  set_by_name: string | null;
  set_at: Date;
}

/** Every way a portal laid down, the newest first. */
export function listPlans(db: Queryable, portalId: number): Promise<PlanRow[]> {
  return db.rows(sql`select s.id, s.content_kind, s.steps, s.valid_from, p.full_name as set_by_name, s.set_at
    from step_plan s left join person p on p.id = s.set_by where s.portal_id = ${portalId}
    order by s.valid_from desc, s.id desc limit 300`);
}

/** The way in force for a kind on a day: its own, else the portal's; undefined: the standard one. */
export async function findSteps(
  db: Queryable,
  portalId: number,
  contentKind: string,
  on: string,
): Promise<Step[] | undefined> {
  const rows = await db.rows<{ content_kind: string | null; steps: Step[] | null }>(sql`
    select distinct on (content_kind) content_kind, steps from step_plan
    where portal_id = ${portalId} and (content_kind is null or content_kind = ${contentKind})
      and valid_from <= ${on}::date
    order by content_kind, valid_from desc, id desc`);
  const own = rows.find(({ content_kind }) => content_kind !== null)?.steps;
  return own ?? rows.find(({ content_kind }) => content_kind === null)?.steps ?? undefined;
}

export async function insertPlan(
  tx: Transaction,
  plan: {
    portalId: number;
    contentKind: string | null;
    steps: readonly Step[] | null;
    validFrom: string;
    by: number | null;
    at: Date;
  },
): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into step_plan
    (portal_id, content_kind, steps, valid_from, set_by, set_at) values (${plan.portalId}, ${plan.contentKind},
      ${plan.steps === null ? null : JSON.stringify(plan.steps)}::jsonb, ${plan.validFrom}, ${plan.by}, ${plan.at})
    returning id`);
  return id;
}

/** Where an edition stands on the way it began with. */
export interface StoredProgress {
  edition_id: number;
  steps: Step[];
  at_step: number;
  passed_by: number[];
  due_on: string | null;
  due_at: Date | null;
}

export function listProgress(db: Queryable, editionIds: readonly number[]): Promise<StoredProgress[]> {
  if (editionIds.length === 0) return Promise.resolve([]);
  return db.rows(sql`select edition_id, steps, at_step, passed_by, due_on, due_at from edition_step
    where edition_id = any (${`{${editionIds.join(',')}}`}::bigint[])`);
}

export async function saveProgress(
  tx: Transaction,
  one: {
    editionId: number;
    portalId: number;
    steps: readonly Step[];
    at: number;
    passedBy: readonly number[];
    due: { dueOn: string; dueAt: Date } | undefined;
    now: Date;
  },
): Promise<void> {
  await tx.run(sql`insert into edition_step
    (edition_id, portal_id, steps, at_step, passed_by, entered_at, due_on, due_at)
    values (${one.editionId}, ${one.portalId}, ${JSON.stringify(one.steps)}::jsonb, ${one.at},
      ${`{${one.passedBy.join(',')}}`}::bigint[], ${one.now}, ${one.due?.dueOn ?? null}, ${one.due?.dueAt ?? null})
    on conflict (edition_id) do update set at_step = excluded.at_step, passed_by = excluded.passed_by,
      entered_at = excluded.entered_at, due_on = excluded.due_on, due_at = excluded.due_at`);
}
