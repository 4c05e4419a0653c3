import { scopeOf } from '../../platform/command/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Person } from '../../rules/access/index.ts';
import { civilDateOf, formatDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { type AppointmentsRule, isInForce, type Profile } from '../../rules/profile/index.ts';
import { compareVietnamese } from '../../rules/text/index.ts';
import { roleTitle } from '../accounts/index.ts';
import { csvLine } from '../audit/index.ts';
import { localityPortals, type PortalRow, portalName, profileInForce } from '../portals/index.ts';
import { portalsToRead } from './permits.ts';
import { listRegister, type RegisterRow } from './store.ts';
import { type StaffingWords, staffingWords } from './words.ts';

export function reading<T>(
  ports: Pick<Ports, 'database'>,
  person: Person,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return ports.database.transaction(scopeOf(person), work);
}

export const dayOf = (on: string, lang: Lang) => formatDate(on, lang, 'short');

/** Portals the person reads the register of, the main one first. */
export async function readablePortals(ports: Ports, person: Person): Promise<PortalRow[]> {
  const mine = new Set(portalsToRead(person));
  return (await localityPortals(ports, person.localityId)).filter(({ id }) => mine.has(id));
}

/** Where decisions must be sent today, by the regulation of the locality; undefined where it asks nothing. */
export function sendingRule(profile: Profile, on: string): AppointmentsRule | undefined {
  const { appointments } = profile;
  return appointments && isInForce(appointments, on) ? appointments : undefined;
}

/** The receivers in words, by their names of today. */
export function receivers(rule: AppointmentsRule, lang: Lang): string {
  return rule.sentTo.map((one) => (one.now ?? one)[lang]).join(', ');
}

export interface RegisterLine {
  row: RegisterRow;
  portal: PortalRow;
  title: string;
  state: keyof StaffingWords['states'];
}

export function stateOf(row: RegisterRow, todayOn: string): RegisterLine['state'] {
  if (row.revoked_at) return 'taken';
  if (row.is_closed) return 'closed';
  if (row.valid_to !== null && row.valid_to < todayOn) return 'over';
  return row.valid_from > todayOn ? 'later' : 'holds';
}

/** The register of the portals, portal by portal, people in the order of Vietnamese lists. */
export async function readRegister(
  ports: Ports,
  person: Person,
  portals: readonly PortalRow[],
  { withEnded, lang }: { withEnded: boolean; lang: Lang },
): Promise<RegisterLine[]> {
  const todayOn = civilDateOf(ports.now());
  const profile = await profileInForce(ports, person.localityId, todayOn);
  const rows = await reading(ports, person, (tx) =>
    listRegister(
      tx,
      portals.map(({ id }) => id),
      { todayOn, withEnded },
    ),
  );
  const byPortal = Map.groupBy(rows, (row) => row.portal_id);
  return portals.flatMap((portal) =>
    (byPortal.get(portal.id) ?? [])
      .toSorted((a, b) => compareVietnamese(a.full_name, b.full_name))
      .map((row) => ({
        ...{ row, portal, state: stateOf(row, todayOn) },
        title: roleTitle(profile, row.role, portal.is_main, todayOn)[lang],
      })),
  );
}

/** The register for a spreadsheet: UTF-8 with its mark. */
export function registerCsv(lines: readonly RegisterLine[], lang: Lang): string {
  const w = staffingWords(lang);
  const body = lines.map(({ row, portal, title, state }) =>
    csvLine([
      ...[portalName(portal, lang), row.full_name, row.username, title, row.valid_from, row.valid_to ?? ''],
      ...[w.states[state], row.number ?? '', row.decided_on ?? '', row.issuer ?? '', row.signed_by ?? ''],
      ...[row.has_file ? w.yes : w.no, row.sent_on ?? '', row.granted_by ?? '', row.confirmed_by ?? ''],
    ]),
  );
  return `\uFEFF${csvLine(w.csvHead)}${body.join('')}`;
}
