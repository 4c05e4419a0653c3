import { deskFrame } from '../../../desk-frame.tsx';
import { NOT_PERMITTED, scopeOf } from '../../../platform/command/index.ts';
import { deskPath, deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { listPortals, portalName } from '../../portals/index.ts';
import { digestOfKey, endKey, KEY_KIND, makeKey, newKey } from '../key-commands.ts';
import { keyWords } from '../key-words.ts';
import { permits } from '../permits.ts';
import { listKeys } from '../receiving-store.ts';
import { API } from './api-routes.ts';
import { KEYS, KeysPage, MadeKey } from './keys-page.tsx';
import { listSectionOptions } from './section-options.ts';

/** Making and ending keys of other systems. */
export function keyRoutes(ports: Ports): AnyRoute[] {
  const permit = { permits, permit: 'imports.manageKeys' };
  return [
    staffRoute({
      ...{ name: 'imports.keys', method: 'GET', path: deskPaths(KEYS), permit },
      handle: (context) => keysPage(ports, context, []),
    }),
    staffRoute({
      ...{ name: 'imports.makeKey', method: 'POST', path: deskPaths(KEYS), permit },
      handle: (context) => takeKey(ports, context),
    }),
    staffRoute({
      ...{ name: 'imports.endKey', method: 'POST', path: deskPaths(`${KEYS}/:key/thoi`), permit },
      handle: (context) => takeEnd(ports, context),
    }),
  ];
}

function sectionsFor(ports: Ports, { person, site, lang }: StaffContext) {
  return listSectionOptions(ports, {
    ...{ person, lang, permit: 'imports.manageKeys', firstPortalId: site.portalId },
    takes: (section) => section.content_kind === KEY_KIND,
  });
}

async function keysPage(
  ports: Ports,
  context: StaffContext,
  errors: readonly { field: string; text: string }[],
): Promise<Reply> {
  const { lang, person } = context;
  const w = keyWords(lang);
  const mine = portalsPermitted(person, permits, 'imports.manageKeys');
  const keys = await ports.database.transaction(scopeOf(person), (tx) => listKeys(tx, mine));
  const sections = await sectionsFor(ports, context);
  const html = deskFrame(
    ports,
    context,
    { title: w.title },
    <KeysPage
      {...{ lang, token: context.csrfToken, keys, sections, typed: context.form, errors }}
      done={errors.length > 0 ? undefined : w.done[context.query.get('xong') ?? '']}
    />,
  );
  return { kind: 'page', html, status: errors.length > 0 ? 422 : 200 };
}

/** The answer to the form is the key itself, once; it is kept nowhere, so there is nothing to lead on to. */
async function takeKey(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, form } = context;
  const w = keyWords(lang);
  const sections = await sectionsFor(ports, context);
  const section = sections.find(({ sectionId }) => String(sectionId) === form.get('section'));
  const name = form.get('name') ?? '';
  const keyText = newKey();
  // an unknown section is refused by the command, with the words of the field
  const portalId = section?.portalId ?? portalsPermitted(person, permits, 'imports.manageKeys')[0] ?? 0;
  try {
    await ports.perform(person, makeKey, {
      ...{ portalId, sectionId: section?.sectionId ?? 0, name, digest: digestOfKey(keyText) },
      withoutPortal: form.get('ask') === '1' ? 'ask' : 'refuse',
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return keysPage(ports, context, [{ field: error.field ?? 'name', text: error.words[lang] }]);
  }
  const portals = await ports.database.transaction(scopeOf(person), (tx) =>
    listPortals(tx, person.localityId),
  );
  const portal = portals.find(({ id }) => id === portalId);
  const origin = portal ? ports.settings.originOf(portal.host) : context.site.origin;
  const html = deskFrame(
    ports,
    context,
    { title: w.madeTitle, ...(portal && { portalName: portalName(portal, lang) }) },
    <MadeKey
      {...{ lang, name, keyText }}
      address={origin + API.documents[lang]}
      description={origin + API.description[lang]}
    />,
  );
  return { kind: 'page', html };
}

async function takeEnd(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, params, form } = context;
  try {
    await ports.perform(person, endKey, {
      portalId: Number(form.get('portal')) || 0,
      keyId: /^\d{1,15}$/.test(params.key ?? '') ? Number(params.key) : 0,
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return keysPage(ports, context, [{ field: 'tao-khoa', text: error.words[lang] }]);
  }
  return { kind: 'redirect', to: `${deskPath(lang, KEYS)}?xong=thoi`, status: 303 };
}
