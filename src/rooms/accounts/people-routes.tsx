import { deskFrame } from '../../desk-frame.tsx';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { inviteRoutes, NEW } from './invite-routes.tsx';
import { LENDING, lendingRoutes } from './lending-routes.tsx';
import { PeoplePage } from './pages/people.tsx';
import { findGround, nameOf, PEOPLE, permit } from './people-ground.ts';
import { personRoutes } from './person-routes.tsx';
import { PROPOSALS, proposalRoutes } from './proposal-routes.tsx';
import { proposalWords } from './proposal-words.ts';
import * as queries from './queries.ts';
import { accountWords } from './words.ts';

export function peopleRoutes(ports: Ports): AnyRoute[] {
  return [
    staffRoute({
      name: 'accounts.people',
      method: 'GET',
      path: deskPaths(PEOPLE),
      permit,
      handle: (context) => peoplePage(ports, context),
    }),
    ...inviteRoutes(ports),
    ...proposalRoutes(ports),
    ...lendingRoutes(ports),
    ...personRoutes(ports),
  ];
}

async function peoplePage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, now, query } = context;
  const ground = await findGround(ports, context, query.get('cong'));
  if (!ground) return { kind: 'missing' };
  const { portal, portals } = ground;
  const w = accountWords(lang);
  const people = await queries.readAs(ports, person, (tx) =>
    queries.listPeopleOf(tx, ports, portal, now, lang),
  );
  const view = {
    lang,
    action: deskPath(lang, PEOPLE),
    portals: portals.map((one) => ({ value: String(one.id), text: nameOf(one, lang) })),
    portalId: String(portal.id),
    portalName: nameOf(portal, lang),
    ways: [
      { href: deskPath(lang, PROPOSALS), text: proposalWords(lang).title },
      { href: deskPath(lang, LENDING), text: proposalWords(lang).lendingTitle },
    ],
    inviteHref: `${deskPath(lang, NEW)}?cong=${portal.id}`,
    people: people.map(({ row, roles, state }) => ({
      href: `${deskPath(lang, PEOPLE)}/${row.id}?cong=${portal.id}`,
      fullName: row.full_name,
      username: row.username,
      roles: roles.join('; ') || w.noRoleHere,
      state,
    })),
  };
  const html = deskFrame(
    ports,
    context,
    { title: w.peopleTitle, portalName: view.portalName },
    <PeoplePage {...view} />,
  );
  return { kind: 'page', html };
}
