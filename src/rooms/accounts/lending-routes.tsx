import { deskFrame } from '../../desk-frame.tsx';
import { NOT_PERMITTED } from '../../platform/command/index.ts';
import { readId } from '../../platform/http/ids.ts';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { portalsPermitted, ROLES } from '../../rules/access/index.ts';
import { civilDateOf, isCivilDate } from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { sortByGivenName } from '../../rules/text/index.ts';
import { livingGrants } from './authority.ts';
import * as commands from './lending-commands.ts';
import { LENT_TO, lendableRoles } from './lending-rules.ts';
import { type LendDraft, LendingPage } from './pages/lending.tsx';
import { listProposals } from './proposal-store.ts';
import { proposalWords } from './proposal-words.ts';
import { readAs } from './queries.ts';
import { permits } from './rules.ts';
import * as store from './store.ts';
import { findProfile, roleTitle } from './titles.ts';

/** Below the desk's base address. */
export const LENDING = '/uy-quyen';

const permit = { permits, permit: 'accounts.lend' };

export function lendingRoutes(ports: Ports): AnyRoute[] {
  return [
    staffRoute({
      name: 'accounts.lending',
      method: 'GET',
      path: deskPaths(LENDING),
      permit,
      handle: (context) => lendingPage(ports, context),
    }),
    staffRoute({
      name: 'accounts.lendRight',
      method: 'POST',
      path: deskPaths(LENDING),
      permit,
      handle: (context) => lend(ports, context),
    }),
    staffRoute({
      name: 'accounts.endLending',
      method: 'POST',
      path: deskPaths(`${LENDING}/thoi`),
      permit,
      handle: (context) => end(ports, context),
    }),
  ];
}

type Errors = Readonly<Record<string, Words>>;

/** The portal named, else this host's, else the first on which the person can lend. */
function portalOf({ person, site, query, form }: StaffContext): number | undefined {
  const mine = portalsPermitted(person, permits, 'accounts.lend');
  const named = readId(form.get('cong') ?? query.get('cong'));
  if (named !== undefined) return mine.find((id) => id === named);
  return mine.find((id) => id === site.portalId) ?? mine[0];
}

function draftOf(form: URLSearchParams, todayOn: string): LendDraft {
  const text = (name: string) => (form.get(name) ?? '').trim();
  return {
    ...{ role: text('role'), personId: text('personId'), reason: text('reason'), validTo: text('validTo') },
    validFrom: form.has('validFrom') ? text('validFrom') : todayOn,
  };
}

async function lend(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, form, now } = context;
  const portalId = portalOf(context);
  if (portalId === undefined) return { kind: 'missing' };
  const draft = draftOf(form, civilDateOf(now));
  const personId = readId(draft.personId);
  const role = ROLES.find((one) => one === draft.role);
  const missing = [
    ...(role ? [] : ['role']),
    ...(personId === undefined ? ['personId'] : []),
    ...(isCivilDate(draft.validFrom) ? [] : ['validFrom']),
    ...(isCivilDate(draft.validTo) ? [] : ['validTo']),
  ];
  if (missing.length > 0 || !role || personId === undefined) {
    const said = (name: string): Words => ({
      vi: proposalWords('vi').fieldMissing[name] ?? '',
      en: proposalWords('en').fieldMissing[name] ?? '',
    });
    return lendingPage(ports, context, Object.fromEntries(missing.map((name) => [name, said(name)])));
  }
  try {
    const done = await ports.perform(person, commands.lendRight, { ...draft, portalId, personId, role });
    const to = `${deskPath(lang, LENDING)}?cong=${portalId}&xong=${done === 'lent' ? 'uy-quyen' : 'cho'}`;
    return { kind: 'redirect', to };
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return lendingPage(ports, context, { [error.field ?? 'role']: error.words });
  }
}

async function end(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, form } = context;
  const portalId = portalOf(context);
  if (portalId === undefined) return { kind: 'missing' };
  try {
    await ports.perform(person, commands.endLending, { portalId, grantId: readId(form.get('grantId')) ?? 0 });
    return { kind: 'redirect', to: `${deskPath(lang, LENDING)}?cong=${portalId}&xong=thoi` };
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return lendingPage(ports, context, { role: error.words });
  }
}

/** Colleagues with a right of their own on the portal that at least one of these can be lent to. */
async function lendingPage(ports: Ports, context: StaffContext, errors: Errors = {}): Promise<Reply> {
  const { person, lang, now, query, form, csrfToken } = context;
  const portalId = portalOf(context);
  if (portalId === undefined) return { kind: 'missing' };
  const todayOn = civilDateOf(now);
  const roles = lendableRoles(person, portalId);
  const base = new Set(roles.flatMap((role) => LENT_TO[role] ?? []));
  const view = await readAs(ports, person, async (tx) => {
    const profile = await findProfile(tx, ports.profiles, person.localityId, todayOn);
    const mine = await store.listPortalFacts(tx, portalsPermitted(person, permits, 'accounts.lend'));
    const portal = mine.find(({ id }) => id === portalId);
    const title = (role: (typeof ROLES)[number]) =>
      roleTitle(profile, role, portal?.is_main ?? false, todayOn)[lang];
    const people = (await store.listPeople(tx, portalId)).filter((one) => one.disabled_at === null);
    const names = new Map(people.map((one) => [one.id, one.full_name]));
    const grants = livingGrants(await store.listGrants(tx, [...names.keys()]), todayOn).filter(
      (one) => one.portal_id === portalId,
    );
    const fitting = people.filter(
      ({ id }) =>
        id !== person.personId &&
        grants.some((one) => one.person_id === id && one.lent_by === null && base.has(one.role)),
    );
    const waiting = await listProposals(tx, { portalIds: [portalId], isOpen: true, limit: 500 });
    return {
      portals: mine.map((one) => ({
        value: String(one.id),
        text: lang === 'vi' ? one.name_vi : one.name_en,
      })),
      roles: roles.map((role) => ({ value: role, text: title(role) })),
      colleagues: sortByGivenName(fitting, (one) => one.full_name).map((one) => ({
        value: String(one.id),
        text: `${one.full_name} (${grants
          .filter((grant) => grant.person_id === one.id && grant.lent_by === null)
          .map((grant) => title(grant.role))
          .join(', ')})`,
      })),
      lent: grants
        .filter((one) => one.lent_by === person.personId)
        .map((grant) => ({ grant, title: title(grant.role), name: names.get(grant.person_id) ?? '' })),
      borrowed: grants
        .filter((one) => one.person_id === person.personId && one.lent_by !== null)
        .map((grant) => ({ grant, title: title(grant.role), name: grant.lender_name ?? '' })),
      waiting: waiting
        .filter((one) => one.lent_by === person.personId)
        .map((row) => ({ row, title: title(row.role) })),
    };
  });
  const w = proposalWords(lang);
  const html = deskFrame(
    ports,
    context,
    { title: w.lendingTitle },
    <LendingPage
      {...{ lang, csrfToken, errors, ...view }}
      action={deskPath(lang, LENDING)}
      portalId={String(portalId)}
      draft={draftOf(form, todayOn)}
      notice={w.lendDone[query.get('xong') ?? '']}
    />,
  );
  return { kind: 'page', html, status: Object.keys(errors).length > 0 ? 422 : 200 };
}
