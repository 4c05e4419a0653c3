import type { App } from '../app.ts';
import { Refusal } from '../rules/refusal.ts';
import { readAll } from './installation.ts';
import { findAccount, findPortalOfPerson } from './store.ts';
import { TOOL_WORDS } from './words.ts';

/** The account of a user name and the portal on whose list it stands. @throws Refusal */
export async function accountOf(app: App, username: string) {
  return readAll(app, async (tx) => {
    const person = await findAccount(tx, username);
    const portal = person && (await findPortalOfPerson(tx, person.id));
    if (!person || !portal) throw new Refusal('person-unknown', TOOL_WORDS.unknownPerson(username));
    return { person, input: { portalId: portal.id, viaPortalId: portal.id, personId: person.id } };
  });
}

/** The option of both commands on accounts. */
export const USERNAME_OPTION = {
  value: 'NAME',
  required: true,
  words: { vi: 'tên đăng nhập', en: 'user name' },
} as const;
