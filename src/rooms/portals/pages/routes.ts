import { readId } from '../../../platform/http/ids.ts';
import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { closePortal, renameBody } from '../body-commands.ts';
import { findPortalView, type PortalView } from '../desk-queries.ts';
import { textOf } from '../forms.ts';
import { isBodyKind } from '../name-rules.ts';
import { addHostname, approveHostname, changeHostname, retireHostname } from '../naming-commands.ts';
import { permits } from '../permits.ts';
import {
  addSection,
  changeSection,
  changeWorkflow,
  moveSection,
  retireSection,
  setUnit,
} from '../section-commands.ts';
import { contactPage, facePage, takeContact, takeFace } from './arranging.tsx';
import { homeLayoutPage, takeHomeLayout } from './home-layout.tsx';
import { portalList } from './list.tsx';
import { menuPage, takeMenu } from './menu.tsx';
import { type NamingForm, namingPage } from './naming.tsx';
import { openForm, takeOpening } from './open.tsx';
import { hrefTo, PATHS, seeOther } from './parts.tsx';
import { portalPage } from './portal.tsx';
import { isAddable, sectionPage, sectionsPage } from './sections.tsx';
import { readUnit } from './unit-form.tsx';

type Handler = (ports: Ports, context: StaffContext, portalId: number) => Promise<Reply>;

/** The desk pages of this room. Each command checks again what it may do; the permit here only spares a walk in vain. */
export function portalRoutes(ports: Ports): AnyRoute[] {
  const route = (
    name: string,
    method: 'GET' | 'POST',
    path: keyof typeof PATHS,
    permit: keyof typeof permits,
    handle: (context: StaffContext) => Promise<Reply>,
  ) =>
    staffRoute({
      name: `portals.${name}`,
      method,
      path: deskPaths(PATHS[path]),
      permit: { permits, permit },
      handle,
    });
  const onPortal = (work: Handler) => async (context: StaffContext) => {
    const id = readId(context.params.id);
    return id === undefined ? ({ kind: 'missing' } as const) : work(ports, context, id);
  };
  return [
    route('list', 'GET', 'list', 'portals.read', (context) => portalList(ports, context)),
    route('openForm', 'GET', 'open', 'portals.manage', (context) => openForm(ports, context)),
    route('open', 'POST', 'open', 'portals.manage', (context) => takeOpening(ports, context)),
    route('portal', 'GET', 'portal', 'portals.read', onPortal(portalPage)),
    route('consent', 'POST', 'consent', 'portals.approveName', onPortal(consent)),
    route('naming', 'GET', 'host', 'portals.manage', onPortal(namingPage)),
    route('changeHost', 'POST', 'host', 'portals.manage', onPortal(changeHost)),
    route('giveUpHost', 'POST', 'giveUp', 'portals.manage', onPortal(giveUp)),
    route('rename', 'POST', 'rename', 'portals.manage', onPortal(rename)),
    route('close', 'POST', 'close', 'portals.manage', onPortal(close)),
    route('sections', 'GET', 'sections', 'portals.arrange', onPortal(sectionsPage)),
    route('addSection', 'POST', 'sections', 'portals.arrange', onPortal(add)),
    route(
      'section',
      'GET',
      'section',
      'portals.arrange',
      onPortal((p, c, portalId) => sectionPage(p, c, withSection(c, portalId))),
    ),
    route('changeSection', 'POST', 'section', 'portals.arrange', onPortal(change)),
    route('moveSection', 'POST', 'moveSection', 'portals.arrange', onPortal(move)),
    route('setUnit', 'POST', 'unit', 'portals.arrange', onPortal(unit)),
    route('retireSection', 'POST', 'retireSection', 'portals.arrange', onPortal(retire)),
    route('faceForm', 'GET', 'face', 'portals.arrange', onPortal(facePage)),
    route('face', 'POST', 'face', 'portals.arrange', onPortal(takeFace)),
    route(
      'contactForm',
      'GET',
      'contact',
      'portals.arrange',
      onPortal((p, c, id) => contactPage(p, c, id)),
    ),
    route('contact', 'POST', 'contact', 'portals.arrange', onPortal(takeContact)),
    route('homeLayout', 'GET', 'home', 'portals.compose', onPortal(homeLayoutPage)),
    route('composeHome', 'POST', 'home', 'portals.compose', onPortal(takeHomeLayout)),
    route('menu', 'GET', 'menu', 'portals.compose', onPortal(menuPage)),
    route('composeMenu', 'POST', 'menu', 'portals.compose', onPortal(takeMenu)),
    route('workflow', 'POST', 'workflow', 'portals.arrange', onPortal(workflow)),
  ];
}

function withSection(context: StaffContext, portalId: number): { portalId: number; sectionId: number } {
  return { portalId, sectionId: readId(context.params.section) ?? 0 };
}

/** Does the work and leads on; a refusal is shown where it was asked. */
async function attempt(
  work: () => Promise<unknown>,
  to: string,
  onRefusal: (refusal: Refusal) => Promise<Reply>,
): Promise<Reply> {
  try {
    await work();
    return seeOther(to);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return onRefusal(error);
  }
}

const portalHref = (context: StaffContext, id: number, done: string) =>
  `${hrefTo(context.lang, 'portal', { id })}?xong=${done}`;
const sectionsHref = (context: StaffContext, id: number) =>
  `${hrefTo(context.lang, 'sections', { id })}?xong=luu`;

/** Runs a command on a portal that the person's main portal reaches. */
async function managing(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  form: NamingForm,
  work: (main: { mainPortalId: number; portalId: number }, view: PortalView) => Promise<unknown>,
  done = 'luu',
): Promise<Reply> {
  const view = await findPortalView(ports, context.person, portalId);
  if (view?.mainPortalId === undefined) return { kind: 'missing' };
  const on = { mainPortalId: view.mainPortalId, portalId };
  return attempt(
    () => work(on, view),
    portalHref(context, portalId, done),
    (refusal) => namingPage(ports, context, portalId, { form, refusals: [placed(refusal, form)] }),
  );
}

/** The field of a refusal as it is called on a page where several forms ask for the same. */
function placed(refusal: Refusal, form: NamingForm): Refusal {
  const names: Partial<Record<string, string>> = {
    'close decision': 'closingDecision',
    'alias host': 'alias',
  };
  const name = names[`${form} ${refusal.field}`];
  return name === undefined ? refusal : new Refusal(refusal.code, refusal.words, name);
}

const changeHost: Handler = (ports, context, portalId) => {
  const { form, person } = context;
  const isAlias = form.get('viec') === 'alias';
  return managing(ports, context, portalId, isAlias ? 'alias' : 'host', (on) =>
    isAlias
      ? ports.perform(person, addHostname, { ...on, host: textOf(form, 'alias').toLowerCase() })
      : ports.perform(person, changeHostname, { ...on, host: textOf(form, 'host').toLowerCase() }),
  );
};

const giveUp: Handler = (ports, context, portalId) =>
  managing(ports, context, portalId, 'host', (on) =>
    ports.perform(context.person, retireHostname, {
      ...on,
      hostnameId: readId(context.form.get('hostnameId')) ?? 0,
    }),
  );

const rename: Handler = (ports, context, portalId) => {
  const { form, person } = context;
  const kind = textOf(form, 'bodyKind');
  const parentBodyId = readId(form.get('parentBodyId'));
  return managing(ports, context, portalId, 'rename', (on, view) =>
    ports.perform(person, renameBody, {
      ...on,
      ...{
        nameVi: textOf(form, 'nameVi'),
        nameEn: textOf(form, 'nameEn'),
        shortName: textOf(form, 'shortName'),
      },
      ...{
        abbreviation: textOf(form, 'abbreviation'),
        administrativeCode: textOf(form, 'administrativeCode'),
      },
      kind: isBodyKind(kind) && !view.portal.is_main ? kind : view.portal.is_main ? 'committee' : 'other',
      ...(parentBodyId === undefined ? {} : { parentBodyId }),
      ...{ validFrom: textOf(form, 'validFrom'), decision: textOf(form, 'decision') },
    }),
  );
};

const close: Handler = (ports, context, portalId) => {
  const { form, person } = context;
  const successorPortalId = readId(form.get('successorPortalId'));
  return managing(
    ports,
    context,
    portalId,
    'close',
    (on) =>
      ports.perform(person, closePortal, {
        ...on,
        ...(successorPortalId === undefined ? {} : { successorPortalId }),
        ...{ closedOn: textOf(form, 'closedOn'), decision: textOf(form, 'closingDecision') },
      }),
    'dong',
  );
};

const consent: Handler = async (ports, context, portalId) => {
  const { form, person } = context;
  const view = await findPortalView(ports, person, portalId);
  if (!view) return { kind: 'missing' };
  const party = form.get('party') === 'authority' ? 'authority' : 'body';
  const viaPortalId = view.may.manage && view.mainPortalId !== undefined ? view.mainPortalId : portalId;
  return attempt(
    () =>
      ports.perform(person, approveHostname, {
        ...{ viaPortalId, party, note: textOf(form, `note-${party}`) },
        hostnameId: readId(form.get('hostnameId')) ?? 0,
      }),
    portalHref(context, portalId, 'dong-y'),
    (refusal) =>
      portalPage(ports, context, portalId, [
        refusal.field === 'note' ? new Refusal(refusal.code, refusal.words, `note-${party}`) : refusal,
      ]),
  );
};

function sectionText(form: URLSearchParams) {
  const days = textOf(form, 'freshWithinDays');
  return {
    ...{ nameVi: textOf(form, 'nameVi'), nameEn: textOf(form, 'nameEn'), inMenu: form.get('inMenu') === '1' },
    freshWithinDays: days === '' ? null : Number(days),
  };
}

const add: Handler = async (ports, context, portalId) => {
  const { form, person } = context;
  const view = await findPortalView(ports, person, portalId);
  if (!view) return { kind: 'missing' };
  const code = textOf(form, 'code') || undefined;
  const parentId = readId(form.get('parentId')) ?? null;
  const kind = textOf(form, 'contentKind');
  const parent = view.sections.find((one) => one.id === parentId);
  const contentKind = isAddable(kind)
    ? kind
    : parent && isAddable(parent.content_kind)
      ? parent.content_kind
      : kindOf(view, code);
  return attempt(
    () =>
      ports.perform(person, addSection, {
        ...sectionText(form),
        portalId,
        parentId,
        contentKind,
        ...(code ? { code } : {}),
      }),
    sectionsHref(context, portalId),
    (refusal) => sectionsPage(ports, context, portalId, [refusal]),
  );
};

function kindOf(view: PortalView, code: string | undefined) {
  return view.completeness.rows.find((row) => row.code === code)?.kind ?? 'other';
}

const change: Handler = (ports, context, portalId) => {
  const ids = withSection(context, portalId);
  return attempt(
    () => ports.perform(context.person, changeSection, { ...sectionText(context.form), ...ids }),
    sectionsHref(context, portalId),
    (refusal) => sectionPage(ports, context, ids, [refusal]),
  );
};

const move: Handler = (ports, context, portalId) => {
  const direction = context.form.get('huong') === 'up' ? 'up' : 'down';
  return attempt(
    () => ports.perform(context.person, moveSection, { ...withSection(context, portalId), direction }),
    sectionsHref(context, portalId),
    (refusal) => sectionsPage(ports, context, portalId, [refusal]),
  );
};

const unit: Handler = (ports, context, portalId) => {
  const ids = withSection(context, portalId);
  const { form, person } = context;
  const isEnded = form.get('viec') === 'bo';
  return attempt(
    () => ports.perform(person, setUnit, { ...ids, unit: isEnded ? null : readUnit(form) }),
    `${hrefTo(context.lang, 'section', { id: portalId, section: ids.sectionId })}?xong=luu`,
    (refusal) => sectionPage(ports, context, ids, [refusal]),
  );
};

const retire: Handler = (ports, context, portalId) => {
  const ids = withSection(context, portalId);
  return attempt(
    () => ports.perform(context.person, retireSection, ids),
    sectionsHref(context, portalId),
    (refusal) => sectionPage(ports, context, ids, [refusal]),
  );
};

const workflow: Handler = (ports, context, portalId) => {
  const chosen = context.form.get('workflow') === 'approve' ? 'approve' : 'check-then-approve';
  return attempt(
    () => ports.perform(context.person, changeWorkflow, { portalId, workflow: chosen }),
    portalHref(context, portalId, 'luu'),
    (refusal) => portalPage(ports, context, portalId, [refusal]),
  );
};
