import { deskFrame } from '../../desk-frame.tsx';
import { scopeOf } from '../../platform/command/index.ts';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { isPermitted } from '../../rules/access/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { nationalOn, profileOn } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { listRegulationPeriods } from '../portals/index.ts';
import { parseSwitch } from './forms.ts';
import type { Attempt } from './pages/calendar-view.ts';
import { REGULATION_PATH, RegulationPage, type RegulationView } from './pages/regulation-page.tsx';
import { regulationName } from './pages/regulation-view.ts';
import { permits } from './permits.ts';
import { switchRegulation } from './regulation-commands.ts';
import { findLocalityById, findMainPortal } from './store.ts';

/** The desk pages of the regulation, made from the ports once. */
export function regulationRoutes(ports: Ports): AnyRoute[] {
  return [
    staffRoute({
      name: 'duties.regulation',
      method: 'GET',
      path: deskPaths(REGULATION_PATH),
      permit: { permits, permit: 'duties.read' },
      handle: (context) => showRegulation(ports, context, undefined),
    }),
    staffRoute({
      name: 'duties.switchRegulation',
      method: 'POST',
      path: deskPaths(`${REGULATION_PATH}/ap-dung`),
      permit: { permits, permit: 'duties.switchRegulation' },
      handle: (context) => applyRegulation(ports, context),
    }),
  ];
}

async function readLocality(ports: Ports, { person }: StaffContext) {
  return ports.database.transaction(scopeOf(person), async (tx) => ({
    locality: await findLocalityById(tx, person.localityId),
    main: await findMainPortal(tx, person.localityId),
    periods: await listRegulationPeriods(tx, person.localityId),
  }));
}

async function applyRegulation(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, form, lang } = context;
  const { main } = await readLocality(ports, context);
  try {
    const input = { portalId: main?.id ?? 0, ...parseSwitch(form) };
    await ports.perform(person, switchRegulation, input);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-permitted') throw error;
    const attempt = { values: form, field: error.field ?? 'main', words: error.words };
    return showRegulation(ports, context, attempt);
  }
  return { kind: 'redirect', to: `${deskPath(lang, REGULATION_PATH)}?xong=chuyen`, status: 303 };
}

async function showRegulation(
  ports: Ports,
  context: StaffContext,
  attempt: Attempt | undefined,
): Promise<Reply> {
  const { lang, person, now, query, csrfToken } = context;
  const { locality, main, periods } = await readLocality(ports, context);
  const today = civilDateOf(now);
  const timeline = periods.map((period) => ({
    profileCode: period.profile_code,
    validFrom: period.valid_from,
  }));
  const inForce = profileOn(timeline, today);
  const own = inForce === undefined ? undefined : ports.profiles.get(inForce);
  const national = nationalOn(ports.profiles, own, today);
  const profile = ports.profiles.get(query.get('quy-che') ?? '') ?? own ?? national;
  if (!profile) return { kind: 'missing' };
  const name = (code: string) => {
    const named = ports.profiles.get(code);
    return named ? regulationName(named, lang) : code;
  };
  const fallback = profile.fallback === undefined ? undefined : ports.profiles.get(profile.fallback);
  const maySwitch = main !== undefined && isPermitted(person, permits, 'duties.switchRegulation', main.id);
  const usable = [...ports.profiles.values()].filter(
    ({ localityCode }) => localityCode === undefined || localityCode === locality?.code,
  );
  const view: RegulationView = {
    lang,
    profile,
    fallback,
    isInForce: profile.code === inForce,
    periods: periods.map((period) => ({
      profileCode: period.profile_code,
      validFrom: period.valid_from,
      decision: period.decision,
      name: name(period.profile_code),
    })),
    choices: maySwitch
      ? usable.map((one) => ({ value: one.code, text: regulationName(one, lang) }))
      : undefined,
    csrfToken,
    isSwitched: query.get('xong') === 'chuyen',
    attempt,
  };
  const html = deskFrame(
    ports,
    context,
    { title: regulationName(profile, lang) },
    <RegulationPage {...view} />,
  );
  return { kind: 'page', html, status: attempt ? 422 : 200 };
}
