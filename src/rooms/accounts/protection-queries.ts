import type { Ports } from '../../platform/ports.ts';
import type { Person } from '../../rules/access/index.ts';
import { civilDateOf, formatInstant } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { listPasskeys } from './passkey-store.ts';
import { isAdministrator, secondFactorDueAt } from './second-factor-rules.ts';
import { countRecoveryCodes, findFactorsHeld, findOneTimeSecret } from './second-factor-store.ts';
import { secondFactorWords } from './second-factor-words.ts';

const isDemanded = (person: Person) => isAdministrator(person.grants.map(({ role }) => role));

/** What a person has of a second factor, in words; never the secrets. */
export async function readProtection(ports: Pick<Ports, 'database'>, personId: number, lang: Lang) {
  const w = secondFactorWords(lang);
  return ports.database.transaction({ as: 'system' }, async (tx) => {
    const held = await findFactorsHeld(tx, personId);
    const code = await findOneTimeSecret(tx, personId);
    const passkeys = await listPasskeys(tx, personId);
    const isProtected = held.hasCode || held.hasPasskey;
    return {
      isProtected,
      isDemanded: (person: Person) => !isProtected && isDemanded(person),
      /** The day on which the grace of an administrator ends. */
      dueAt: (person: Person, graceDays: number | undefined) => {
        const asked = { hasSecondFactor: isProtected, askedAt: held.askedAt };
        const at = secondFactorDueAt({ isAdministrator: isDemanded(person), ...asked }, graceDays);
        return at && civilDateOf(at);
      },
      code: code && {
        since: w.appSince(formatInstant(code.set_up_at, lang)),
        used: w.appUsed(formatInstant(code.last_used_at, lang)),
      },
      passkeys: passkeys.map((row) => ({
        ...{ id: row.id, name: row.name, at: row.rp_id, isBackedUp: row.is_backed_up },
        made: formatInstant(row.created_at, lang),
        used: row.last_used_at ? formatInstant(row.last_used_at, lang) : w.passkeyNever,
      })),
      recoveryLeft: await countRecoveryCodes(tx, personId),
    };
  });
}
