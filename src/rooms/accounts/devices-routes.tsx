import { deskFrame } from '../../desk-frame.tsx';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import { formatInstant } from '../../rules/calendar/index.ts';
import { doAtTheDoor, ownActor } from './deeds.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from './devices-store.ts';
import { devicesWords } from './devices-words.ts';
import { type DoorParts, doorstepOf } from './door-ground.tsx';
import { Devices } from './pages/devices.tsx';
import { SESSION_LIMIT_MS } from './rules.ts';
import { factorWords } from './second-factor-words.ts';
import { hashToken, SESSION_COOKIE } from './sessions.ts';

export const DEVICES = '/tai-khoan/phien';
/** Where a notice about the account leads. */
export const OWN_SESSIONS = deskPaths(DEVICES);
const STAY = '/tai-khoan/phien/con';
const MINUTE_MS = 60_000;

/** One's own sessions: where one is signed in, and ending it. */
export function devicesRoutes(parts: DoorParts): AnyRoute[] {
  return [
    staffRoute({
      name: 'accounts.devicesPage',
      method: 'GET',
      path: deskPaths(DEVICES),
      handle: (context) => devicesPage(parts, context),
    }),
    staffRoute({
      name: 'accounts.endSessions',
      method: 'POST',
      path: deskPaths(DEVICES),
      handle: (context) => endSessions(parts, context),
    }),
    // asked by the island that warns before a session ends: that it was asked is what keeps it
    staffRoute({
      name: 'accounts.stay',
      method: 'GET',
      path: deskPaths(STAY),
      beforePasswordChange: true,
      handle: async () => ({ kind: 'text', type: 'text/plain; charset=utf-8', text: '' }),
    }),
  ];
}

async function devicesPage({ ports }: DoorParts, context: StaffContext): Promise<Reply> {
  const { lang, person, now, query, csrfToken } = context;
  const w = devicesWords(lang);
  const rows = await ports.database.transaction({ as: 'system' }, (tx) =>
    listOwnSessions(tx, person.personId, now, new Date(now.getTime() - SESSION_LIMIT_MS)),
  );
  const { session } = person;
  const html = deskFrame(
    ports,
    context,
    { title: w.title },
    <Devices
      lang={lang}
      csrfToken={csrfToken}
      action={deskPath(lang, DEVICES)}
      notice={w.done[query.get('xong') ?? '']}
      limits={session && w.limits(session.idleLimitMs / MINUTE_MS, formatInstant(session.endsAt, lang))}
      sessions={rows.map((row) => ({
        ...{ id: row.id, device: w.on(row.browser, row.system), address: row.address ?? w.unknown },
        factors: factorWords[row.factors][lang],
        since: formatInstant(row.created_at, lang),
        seen: formatInstant(row.last_seen_at, lang),
        isHere: row.id === session?.id,
      }))}
    />,
  );
  return { kind: 'page', html };
}

async function endSessions({ ports }: DoorParts, context: StaffContext): Promise<Reply> {
  const { form, person, now, lang, cookies } = context;
  const which = form.get('phien') ?? '';
  const { portalId, caller } = doorstepOf(context);
  const here = hashToken(cookies[SESSION_COOKIE] ?? '');
  const ended = await doAtTheDoor(ports.database, now, async (tx) => {
    const count =
      which === 'khac'
        ? await endOtherSessions(tx, person.personId, here, now)
        : /^\d{1,15}$/.test(which)
          ? await endOwnSession(tx, person.personId, Number(which), now)
          : 0;
    const { personId, localityId, username, fullName, language } = person;
    return {
      deed: {
        actor: ownActor({ id: personId, locality_id: localityId, username, full_name: fullName, language }),
        ...{ command: 'accounts.endSessions', portalId, caller, payload: { count } },
        subject: { kind: 'person', id: personId },
      },
      result: count,
    };
  });
  const what = which === 'khac' ? 'khac' : ended === 0 ? 'roi' : 'mot';
  return { kind: 'redirect', to: `${deskPath(lang, DEVICES)}?xong=${what}` };
}
