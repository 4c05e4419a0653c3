import { type Command, type CommandContext, NOT_PERMITTED } from '../../platform/command/index.ts';
import { isPermitted } from '../../rules/access/index.ts';
import { type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { localityFactsKey, portalFactsKey } from './facts.ts';
import { askingBodyOf, lawOn, nameAskedFor } from './law-queries.ts';
import { type GrantedName, grantName, type NameParty } from './name-rules.ts';
import {
  type HostnameRow,
  insertApproval,
  insertHostname,
  listApprovals,
  listHostnames,
  listTaken,
  lockHostname,
  makeLive,
  retire,
} from './name-store.ts';
import { getMain, personIdOf } from './opening-commands.ts';
import { type DeskPortalRow, findDeskPortal, findMainPortal } from './overview-store.ts';
import { permits } from './permits.ts';
import { HOSTS_KEY } from './site-directory.ts';

export const NO_SUCH_PORTAL = new Refusal('no-such-portal', {
  vi: 'Không tìm thấy cổng này trong tỉnh, thành phố của bạn.',
  en: 'This portal was not found in your locality.',
});
const NO_SUCH_NAME = new Refusal('no-such-name', {
  vi: 'Không tìm thấy tên miền này. Hãy tải lại trang.',
  en: 'This host name was not found. Reload the page.',
});

/** An open portal of the actor's locality. @throws Refusal */
export async function getOpenPortal({ tx, actor }: CommandContext, portalId: number): Promise<DeskPortalRow> {
  const portal = await findDeskPortal(tx, portalId);
  if (portal?.locality_id !== actor.localityId || portal.state !== 'open') throw NO_SUCH_PORTAL;
  return portal;
}

/** What the parties of a requested name are, by the law of the day it was asked for. */
export async function partiesOfName(
  context: Pick<CommandContext, 'tx' | 'profiles'>,
  portal: DeskPortalRow,
  name: Pick<HostnameRow, 'host' | 'valid_from'>,
): Promise<readonly NameParty[]> {
  return (await grantFor(context, portal, name.host, name.valid_from)).parties;
}

async function grantFor(
  { tx, profiles }: Pick<CommandContext, 'tx' | 'profiles'>,
  portal: DeskPortalRow,
  host: string,
  on: CivilDate,
  englishAbbreviation?: string,
): Promise<GrantedName> {
  const law = await lawOn(tx, portal.locality_id, on, profiles);
  const main = await findMainPortal(tx, portal.locality_id);
  const body = { ...(await askingBodyOf(tx, portal.body_id)), englishAbbreviation };
  const asked = { host, isMain: portal.is_main, on, mainHost: main?.host ?? undefined, portalId: portal.id };
  return grantName(law, await nameAskedFor(tx, portal.locality_id, body, asked));
}

export interface ApproveHostname {
  /** On whose permit: the portal itself (its head), or the main portal (the technical department). */
  viaPortalId: number;
  hostnameId: number;
  party: NameParty['code'];
  /** The letter that says so; needed where the department enters the consent of the body. */
  note?: string;
}

/**
 * Records the consent of one party to a requested name. When all have agreed the name answers, and the one before leads
 * to it (TB-013, LC-016). The two parties are never one person.
 */
export const approveHostname: Command<ApproveHostname, { isLive: boolean }> = {
  name: 'portals.approveHostname',
  permit: 'portals.approveName',
  permits,
  portal: (input) => input.viaPortalId,
  async run(context, input) {
    const { tx, now } = context;
    const name = await lockHostname(tx, input.hostnameId);
    if (name?.state !== 'requested') throw NO_SUCH_NAME;
    const portal = await getOpenPortal(context, name.portal_id);
    await requireParty(context, portal, input);
    const parties = await partiesOfName(context, portal, name);
    const before = (await listApprovals(tx, portal.id)).filter((one) => one.hostname_id === name.id);
    const personId = personIdOf(context);
    if (!parties.some((one) => one.code === input.party) || before.some((one) => one.party === input.party))
      throw ALREADY_SAID;
    if (personId !== null && before.some((one) => one.person_id === personId)) throw SAME_PERSON;
    await insertApproval(tx, name, {
      party: input.party,
      personId,
      note: input.note?.trim() || null,
      at: now,
    });
    const agreed = new Set([...before.map((one) => one.party), input.party]);
    const isLive = parties.every((one) => agreed.has(one.code));
    if (isLive) await answerTo(context, portal, name.id);
    context.record({
      portalId: portal.id,
      subject: { kind: 'hostname', id: name.id },
      payload: { host: name.host, party: input.party, isLive, note: input.note?.trim() || null },
    });
    return { isLive };
  },
};

const ALREADY_SAID = new Refusal('already-agreed', {
  vi: 'Bên này đã có ý kiến rồi. Hãy tải lại trang để xem còn thiếu ai.',
  en: 'This party has already given its consent. Reload the page to see who is still missing.',
});
const SAME_PERSON = new Refusal('same-person', {
  vi: 'Bạn đã thay mặt bên kia đồng ý, nên bên này phải do người khác xác nhận.',
  en: 'You consented for the other party, so somebody else has to consent for this one.',
});
const NOTE_MISSING = new Refusal(
  'note-missing',
  {
    vi: 'Hãy ghi số, ngày công văn mà cơ quan sử dụng cổng đã đồng ý tên miền này.',
    en: 'Give the number and date of the letter in which the body agreed to this name.',
  },
  'note',
);

/** The technical department speaks for the authority, and enters the body's letter; the body's head speaks for the body. */
async function requireParty(
  { tx, actor }: CommandContext,
  portal: DeskPortalRow,
  input: ApproveHostname,
): Promise<void> {
  const main = await findMainPortal(tx, portal.locality_id);
  const isWhole = input.viaPortalId === main?.id && isPermitted(actor, permits, 'portals.manage', main.id);
  if (isWhole) {
    if (input.party === 'body' && !input.note?.trim()) throw NOTE_MISSING;
    return;
  }
  const isOwn = input.viaPortalId === portal.id && input.party === 'body';
  const isHead =
    actor.kind === 'person' && actor.grants.some((one) => one.portalId === portal.id && one.role === 'head');
  if (!isOwn || !isHead) throw NOT_PERMITTED;
}

async function answerTo(context: CommandContext, portal: DeskPortalRow, hostnameId: number): Promise<void> {
  const { tx, now } = context;
  await makeLive(tx, { id: hostnameId, portalId: portal.id }, now, civilDateOf(now));
  purgeNames(context, portal);
}

export function purgeNames({ purge }: CommandContext, portal: DeskPortalRow): void {
  purge(HOSTS_KEY, localityFactsKey(portal.locality_id), portalFactsKey(portal.id), `portal:${portal.id}`);
  purge(`locality:${portal.locality_id}`);
}

export interface OnMain {
  mainPortalId: number;
  portalId: number;
}

export interface ChangeHostname extends OnMain {
  host: string;
  englishAbbreviation?: string;
}

/** Gives a portal another name from today on. The old one leads to it for good, page by page. */
export const changeHostname: Command<
  ChangeHostname,
  { hostState: 'live' | 'requested'; notes: GrantedName['notes'] }
> = {
  name: 'portals.changeHostname',
  permit: 'portals.manage',
  permits,
  portal: (input) => input.mainPortalId,
  async run(context, input) {
    const { tx, now } = context;
    await getMain(context, input.mainPortalId);
    const portal = await getOpenPortal(context, input.portalId);
    if (portal.requested_host !== null) throw ALREADY_REQUESTED;
    if (portal.host === input.host) throw SAME_NAME;
    const on = civilDateOf(now);
    const granted = await grantFor(context, portal, input.host, on, input.englishAbbreviation);
    const hostState = granted.parties.length > 0 ? 'requested' : 'live';
    await retireAlias(context, portal.id, input.host);
    const hostnameId = await insertHostname(tx, {
      ...{ portalId: portal.id, localityId: portal.locality_id, host: input.host, isCanonical: true },
      // asked for first, so that the one before can end in the same step as this one begins
      ...{
        state: 'requested' as const,
        validFrom: on,
        ruleSource: granted.ruleSource,
        requestedBy: personIdOf(context),
        at: now,
      },
    });
    if (hostState === 'live') await answerTo(context, portal, hostnameId);
    context.record({
      portalId: portal.id,
      subject: { kind: 'hostname', id: hostnameId },
      payload: { host: input.host, before: portal.host, hostState },
    });
    return { hostState, notes: granted.notes };
  },
};

/** A name that led here so far may become the name itself. */
async function retireAlias({ tx, now }: CommandContext, portalId: number, host: string): Promise<void> {
  const alias = (await listHostnames(tx, portalId)).find((one) => one.host === host && one.state === 'live');
  if (alias) await retire(tx, alias.id, civilDateOf(now));
}

const ALREADY_REQUESTED = new Refusal('already-requested', {
  vi: 'Cổng này đang có một tên miền chờ thống nhất. Hãy đợi ý kiến, hoặc bỏ đề nghị ấy trước.',
  en: 'A name of this portal is waiting for consent. Wait for it, or take that request back first.',
});
const SAME_NAME = new Refusal(
  'same-name',
  { vi: 'Đây đang là tên miền của cổng.', en: 'This already is the name of the portal.' },
  'host',
);

/** Another name that leads to the portal (LC-014); free, in the form of a host below gov.vn. */
export const addHostname: Command<OnMain & { host: string }, { hostnameId: number }> = {
  name: 'portals.addHostname',
  permit: 'portals.manage',
  permits,
  portal: (input) => input.mainPortalId,
  async run(context, { mainPortalId, portalId, host }) {
    const { tx, now } = context;
    await getMain(context, mainPortalId);
    const portal = await getOpenPortal(context, portalId);
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.gov\.vn$/.test(host)) throw NOT_GOV_VN;
    if ((await listTaken(tx, portal.locality_id, host)).some((one) => one.host === host)) throw TAKEN;
    const hostnameId = await insertHostname(tx, {
      ...{ portalId, localityId: portal.locality_id, host, isCanonical: false, state: 'live' as const },
      ...{
        validFrom: civilDateOf(now),
        ruleSource: `→ ${portal.host ?? ''}`,
        requestedBy: personIdOf(context),
        at: now,
      },
    });
    purgeNames(context, portal);
    context.record({
      portalId,
      subject: { kind: 'hostname', id: hostnameId },
      payload: { host, leadsTo: portal.host },
    });
    return { hostnameId };
  },
};

const NOT_GOV_VN = new Refusal(
  'host-not-gov-vn',
  {
    vi: 'Tên miền phải nằm dưới gov.vn, chữ thường không dấu.',
    en: 'The host must end in gov.vn, in small letters.',
  },
  'host',
);
const TAKEN = new Refusal(
  'host-taken',
  {
    vi: 'Tên miền này đã được cấp hoặc đang dẫn về một cổng.',
    en: 'This host is given already or leads to a portal.',
  },
  'host',
);

/** Ends an extra name, or takes back a request. Whatever answered once goes on leading to the portal. */
export const retireHostname: Command<OnMain & { hostnameId: number }, void> = {
  name: 'portals.retireHostname',
  permit: 'portals.manage',
  permits,
  portal: (input) => input.mainPortalId,
  async run(context, { mainPortalId, portalId, hostnameId }) {
    const { tx, now } = context;
    await getMain(context, mainPortalId);
    const portal = await getOpenPortal(context, portalId);
    const name = await lockHostname(tx, hostnameId);
    if (name?.portal_id !== portalId || name.state === 'retired') throw NO_SUCH_NAME;
    if (name.is_canonical && name.state === 'live') {
      throw new Refusal('is-canonical', {
        vi: 'Cổng đang dùng tên miền này. Hãy đổi sang tên khác; tên cũ sẽ tự dẫn về tên mới.',
        en: 'The portal answers to this name. Change it to another; the old one then leads to the new.',
      });
    }
    await retire(tx, hostnameId, civilDateOf(now));
    purgeNames(context, portal);
    context.record({
      portalId,
      subject: { kind: 'hostname', id: hostnameId },
      payload: { host: name.host, was: name.state },
    });
  },
};
