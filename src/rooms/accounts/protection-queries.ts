import { deskPath } from '../../platform/http/paths.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Task } from '../../platform/room.ts';
import type { Person } from '../../rules/access/index.ts';
import { civilDateOf, formatDate, formatInstant } from '../../rules/calendar/index.ts';
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

/** An administrator without a second factor has one thing to do for himself. In the demo none is due, and nothing is said. */
export async function listOwnTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const { secondFactorGraceDays: graceDays } = ports.settings;
  const [grant] = person.grants;
  if (graceDays === undefined || !grant || !isDemanded(person) || person.session?.hasTwoFactors) return [];
  const { askedAt, hasCode, hasPasskey } = await ports.database.transaction({ as: 'system' }, (tx) =>
    findFactorsHeld(tx, person.personId),
  );
  const asked = { isAdministrator: true, hasSecondFactor: hasCode || hasPasskey, askedAt };
  const dueAt = secondFactorDueAt(asked, graceDays);
  if (!dueAt) return [];
  const w = secondFactorWords(lang);
  return [
    {
      ...{ id: 'accounts:second-factor', room: 'accounts', portalId: grant.portalId, dueAt },
      ...{ title: w.taskTitle, note: w.dueBy(formatDate(civilDateOf(dueAt), lang, 'short')) },
      action: { label: w.taskAction, href: deskPath(lang, '/tai-khoan/bao-ve') },
    },
  ];
}
