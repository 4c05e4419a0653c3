import { readId } from '../../../platform/http/ids.ts';
import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { localityPortals } from '../facts.ts';
import { textOf } from '../forms.ts';
import * as issuers from '../issuer-commands.ts';
import { permits } from '../permits.ts';
import { type IssuerForm, issuerPage, issuersPage } from './issuers.tsx';
import { hrefTo, issuerHref, PATHS, seeOther } from './parts.tsx';

type Handler = (ports: Ports, context: StaffContext, mainPortalId: number) => Promise<Reply>;

const TABLE: readonly [string, 'GET' | 'POST', keyof typeof PATHS, Handler][] = [
  ['issuers', 'GET', 'issuers', (ports, context) => issuersPage(ports, context)],
  ['addIssuer', 'POST', 'issuers', add],
  ['issuer', 'GET', 'issuer', (ports, context) => issuerPage(ports, context, nodeOf(context))],
  ['changeIssuer', 'POST', 'issuer', change],
  ['removeIssuer', 'POST', 'removeIssuer', remove],
  ['addSuccession', 'POST', 'addSuccession', succeed],
  ['removeSuccession', 'POST', 'removeSuccession', undo],
];

/** The register of issuers, for whoever keeps the bodies of the locality. */
export function issuerRoutes(ports: Ports): AnyRoute[] {
  return TABLE.map(([name, method, path, handle]) =>
    staffRoute({
      name: `portals.${name}`,
      method,
      path: deskPaths(PATHS[path]),
      permit: { permits, permit: 'portals.manage' },
      async handle(context) {
        const { person } = context;
        const [main] = await localityPortals(ports, person.localityId);
        if (!main || !isPermitted(person, permits, 'portals.manage', main.id)) return { kind: 'missing' };
        return handle(ports, context, main.id);
      },
    }),
  );
}

const nodeOf = ({ params }: StaffContext): string => params.id ?? '';

const textFrom = (form: URLSearchParams): issuers.IssuerText => ({
  name: textOf(form, 'name'),
  forms: (form.get('forms') ?? '').split(/\r?\n/u),
  ...{ firstOn: textOf(form, 'firstOn'), lastOn: textOf(form, 'lastOn') },
});

async function add(ports: Ports, context: StaffContext, mainPortalId: number): Promise<Reply> {
  try {
    const input = { mainPortalId, ...textFrom(context.form) };
    const { id } = await ports.perform(context.person, issuers.addIssuer, input);
    return seeOther(doneAt(context, id));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return issuersPage(ports, context, [error]);
  }
}

const doneAt = ({ lang }: StaffContext, id: string) => `${issuerHref(lang, 'issuer', id)}?xong=luu`;

/** Does the work and shows the body again; a refusal stands where it was asked. */
async function onOne(
  ports: Ports,
  context: StaffContext,
  form: IssuerForm,
  work: () => Promise<unknown>,
  to = doneAt(context, nodeOf(context)),
): Promise<Reply> {
  try {
    await work();
    return seeOther(to);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return issuerPage(ports, context, nodeOf(context), { form, refusals: [error] });
  }
}

function change(ports: Ports, context: StaffContext, mainPortalId: number): Promise<Reply> {
  const input = { mainPortalId, id: nodeOf(context), ...textFrom(context.form) };
  return onOne(ports, context, 'text', () => ports.perform(context.person, issuers.changeIssuer, input));
}

function remove(ports: Ports, context: StaffContext, mainPortalId: number): Promise<Reply> {
  const input = { mainPortalId, id: nodeOf(context) };
  const list = `${hrefTo(context.lang, 'issuers')}?xong=luu`;
  return onOne(
    ports,
    context,
    'text',
    () => ports.perform(context.person, issuers.removeIssuer, input),
    list,
  );
}

function succeed(ports: Ports, context: StaffContext, mainPortalId: number): Promise<Reply> {
  const { form, person } = context;
  const input = {
    ...{ mainPortalId, fromId: nodeOf(context), toId: textOf(form, 'toId') },
    ...{ on: textOf(form, 'on'), basis: textOf(form, 'basis') },
  };
  return onOne(ports, context, 'succession', () => ports.perform(person, issuers.addSuccession, input));
}

function undo(ports: Ports, context: StaffContext, mainPortalId: number): Promise<Reply> {
  const successionId = readId(context.form.get('successionId')) ?? 0;
  return onOne(ports, context, 'succession', () =>
    ports.perform(context.person, issuers.removeSuccession, { mainPortalId, successionId }),
  );
}
