import type { Command } from '../../platform/command/index.ts';
import { type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import type { BodyKind } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { localityFactsKey, portalFactsKey } from './facts.ts';
import { insertHostname, retireAll } from './name-store.ts';
import { getOpenPortal, NO_SUCH_PORTAL, type OnMain, purgeNames } from './naming-commands.ts';
import {
  ABBREVIATION_MISSING,
  BODY_NAME_MISSING,
  getMain,
  NOT_FROM_MAIN,
  personIdOf,
  requirePast,
} from './opening-commands.ts';
import { permits } from './permits.ts';
import { listPortals } from './store.ts';
import { type BodyName, endBodyName, endPortal, findBody, insertBodyName } from './structure-store.ts';

export interface RenameBody extends OnMain {
  nameVi: string;
  nameEn: string;
  shortName?: string;
  abbreviation: string;
  kind: BodyKind;
  parentBodyId?: number;
  administrativeCode?: string;
  /** First day of the new name; the old one holds until the day before. */
  validFrom: CivilDate;
  /** The decision that renames the body. */
  decision: string;
}

/** A new name, kind or superior of the body from a day on; what was published before keeps the name of its time. */
export const renameBody: Command<RenameBody, void> = {
  name: 'portals.renameBody',
  permit: 'portals.manage',
  permits,
  portal: (input) => input.mainPortalId,
  async run(context, input) {
    const { tx, actor, now } = context;
    const main = await getMain(context, input.mainPortalId);
    const portal = await getOpenPortal(context, input.portalId);
    const before = await findBody(tx, portal.body_id);
    if (!before) throw NO_SUCH_PORTAL;
    requirePast(input.validFrom, civilDateOf(now), 'validFrom');
    if (input.validFrom <= before.valid_from) throw NAME_TOO_EARLY;
    const name = renamed(input);
    await endBodyName(tx, portal.body_id, input.validFrom);
    await insertBodyName(tx, { id: portal.body_id, localityId: actor.localityId }, name, input.validFrom);
    context.purge(
      localityFactsKey(actor.localityId),
      `locality:${actor.localityId}`,
      portalFactsKey(portal.id),
    );
    // every member names the main portal at its top, and the body above its own at its foot
    const naming = (await listPortals(tx, actor.localityId)).filter(
      (one) => portal.id === main.id || one.parent_body_id === portal.body_id,
    );
    context.purge(...naming.map((one) => portalFactsKey(one.id)));
    context.record({
      portalId: portal.id,
      subject: { kind: 'body', id: portal.body_id },
      payload: {
        before: before.name_vi,
        after: name.nameVi,
        validFrom: input.validFrom,
        decision: input.decision.trim(),
      },
    });
  },
};

function renamed(input: RenameBody): BodyName {
  const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const name = {
    nameVi: line(input.nameVi),
    nameEn: line(input.nameEn),
    shortName: input.shortName?.trim() ? line(input.shortName) : null,
    abbreviation: line(input.abbreviation),
    kind: input.kind,
    parentBodyId: input.parentBodyId ?? null,
    administrativeCode: input.administrativeCode?.trim() || null,
    decision: input.decision.trim(),
  };
  if (name.nameVi.length < 3 || name.nameEn.length < 3) throw BODY_NAME_MISSING;
  if (name.abbreviation === '') throw ABBREVIATION_MISSING;
  if (name.decision === '') throw DECISION_MISSING;
  return name;
}

const NAME_TOO_EARLY = new Refusal(
  'name-too-early',
  {
    vi: 'Tên hiện nay của cơ quan bắt đầu sau ngày này. Hãy ghi ngày muộn hơn.',
    en: 'The name the body has now began after this day. Enter a later one.',
  },
  'validFrom',
);
const DECISION_MISSING = new Refusal(
  'decision-missing',
  { vi: 'Hãy ghi số, ngày của quyết định.', en: 'Give the number and date of the decision.' },
  'decision',
);

export interface ClosePortal extends OnMain {
  /** The portal that its names lead to from now on; the main portal when left out. */
  successorPortalId?: number;
  closedOn: CivilDate;
  decision: string;
}

/** Closes a portal. Its names lead to the successor for good; what it published stays on record. */
export const closePortal: Command<ClosePortal, { hosts: string[] }> = {
  name: 'portals.closePortal',
  permit: 'portals.manage',
  permits,
  portal: (input) => input.mainPortalId,
  async run(context, input) {
    const { tx, now } = context;
    const main = await getMain(context, input.mainPortalId);
    const portal = await getOpenPortal(context, input.portalId);
    if (portal.is_main) throw NOT_FROM_MAIN;
    const successor = await getOpenPortal(context, input.successorPortalId ?? main.id);
    if (successor.id === portal.id) throw NO_SUCH_PORTAL;
    requirePast(input.closedOn, civilDateOf(now), 'closedOn');
    if (input.closedOn < portal.opened_on) throw NAME_TOO_EARLY;
    const decision = input.decision.trim();
    if (decision === '') throw DECISION_MISSING;
    const hosts = await retireAll(tx, portal.id, input.closedOn);
    await endPortal(tx, portal.id, input.closedOn, decision);
    for (const host of hosts) {
      await insertHostname(tx, {
        ...{
          portalId: successor.id,
          localityId: successor.locality_id,
          host,
          isCanonical: false,
          state: 'retired' as const,
        },
        ...{ validFrom: input.closedOn, ruleSource: decision, requestedBy: personIdOf(context), at: now },
      });
    }
    purgeNames(context, portal);
    context.record({
      portalId: portal.id,
      subject: { kind: 'portal', id: portal.id },
      payload: { closedOn: input.closedOn, decision, successorPortalId: successor.id, hosts },
    });
    return { hosts };
  },
};
