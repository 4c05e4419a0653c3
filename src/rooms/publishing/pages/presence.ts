import { NOT_PERMITTED, scopeOf } from '../../../platform/command/index.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { listPresent, notePresence } from '../draft-store.ts';
import { permits } from '../permits.ts';
import { writingWords } from '../writing-words.ts';
import { loadEdition } from './editing.tsx';
import { paths } from './parts.tsx';

/** The heartbeat of an open editor: says that this person is there, and hears who else is. Nothing of it is kept. */
export async function bePresent(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, form, now, lang } = context;
  const loaded = await loadEdition(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { edition, item } = loaded;
  if (!isPermitted(person, permits, 'publishing.write', edition.portal_id)) throw NOT_PERMITTED;
  const place = { portalId: edition.portal_id, editionId: edition.id, personId: person.personId };
  const others = await ports.database.transaction(scopeOf(person), async (tx) => {
    await notePresence(tx, place, now, form.get('roi') !== null);
    return listPresent(tx, edition.id, person.personId, now);
  });
  if (!context.headers.accept?.startsWith('application/json'))
    return { kind: 'redirect', to: paths.edit(lang, item.id, edition.id), status: 303 };
  const names = others.map(({ full_name }) => full_name);
  const words = names.length > 0 ? writingWords(lang).present(names) : '';
  return {
    kind: 'text',
    type: 'application/json; charset=utf-8',
    text: JSON.stringify({ words, version: edition.version }),
  };
}
