import type { Ports } from '../src/platform/ports.ts';
import { invitePerson, readRights, setPasswordForDemo } from '../src/rooms/accounts/index.ts';
import type { Machine, Person, Role } from '../src/rules/access/index.ts';
import { civilDateOf } from '../src/rules/calendar/index.ts';

/** An invented member of staff. */
export interface SeedPerson {
  username: string;
  fullName: string;
  roles: readonly Role[];
}

export interface Seeded {
  personId: number;
  username: string;
  fullName: string;
  localityId: number;
  portalId: number;
  roles: readonly Role[];
}

export interface Founding {
  /** First day of the rights. */
  validFrom: string;
  /** The founding decision of the board. */
  decision: string;
  decidedOn: string;
}

/** Accounts of a portal with their rights, made as the operator's tool makes them; no password yet. */
export async function seedPeople(
  ports: Ports,
  machine: Machine,
  portal: { portalId: number; mailDomain: string },
  people: readonly SeedPerson[],
  founding: Founding,
): Promise<Seeded[]> {
  const { portalId } = portal;
  const seeded: Seeded[] = [];
  for (const { username, fullName, roles } of people) {
    const { personId } = await ports.perform(machine, invitePerson, {
      ...{ portalId, viaPortalId: portalId, username, fullName, roles },
      ...{ email: `${username}@${portal.mailDomain}`, language: 'vi' as const, validTo: null },
      ...founding,
    });
    seeded.push({ personId, username, fullName, localityId: machine.localityId, portalId, roles });
  }
  return seeded;
}

/** The one demo password for all of them; derivations run side by side. */
export async function givePasswords(
  ports: Ports,
  people: readonly Seeded[],
  password: string,
): Promise<void> {
  await Promise.all(
    people.map(({ username, localityId, portalId }) =>
      setPasswordForDemo(
        ports,
        { kind: 'machine', name: 'demo', localityId },
        { portalId, username, password },
      ),
    ),
  );
}

/** The person as a session would know him: commands done as him are checked and recorded as his. */
export async function actorOf(
  ports: Ports,
  { personId, localityId, username, fullName }: Seeded,
): Promise<Person> {
  const rights = await ports.database.transaction({ as: 'system' }, (tx) =>
    readRights(tx, personId, localityId, civilDateOf(ports.now())),
  );
  return {
    ...{ kind: 'person' as const, personId, localityId, username, fullName, language: 'vi' as const },
    ...rights,
    mustChangePassword: false,
  };
}
