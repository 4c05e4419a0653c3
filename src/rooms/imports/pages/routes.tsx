import { deskFrame } from '../../../desk-frame.tsx';
import { scopeOf } from '../../../platform/command/index.ts';
import { deskPath, deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { type ImportReport, importFiles } from '../intake.ts';
import { keyWords } from '../key-words.ts';
import { permits } from '../permits.ts';
import { type ArrivalRow, listArrivals } from '../receiving-store.ts';
import { importWords } from '../words.ts';
import { Arrivals } from './arrivals.tsx';
import { ImportForm, ImportResult, type SectionOption } from './import-page.tsx';
import { KEYS } from './keys-page.tsx';
import { listSectionOptions } from './section-options.ts';

/** The connection is cut after 70 s without a byte; what is not begun by then is told and sent again. */
const TIME_FOR_ALL_MS = 45_000;
const ARRIVALS_SHOWN = 50;

export function importRoutes(ports: Ports): AnyRoute[] {
  const permit = { permits, permit: 'publishing.write' };
  return [
    staffRoute({
      name: 'imports.form',
      method: 'GET',
      path: deskPaths('/nhap'),
      permit,
      handle: (context) => formPage(ports, context, []),
    }),
    staffRoute({
      name: 'imports.upload',
      method: 'POST',
      path: deskPaths('/nhap'),
      permit,
      upload: true,
      handle: (context) => upload(ports, context),
    }),
  ];
}

/** The sections the person may write in. */
function sectionsFor(ports: Ports, { person, site, lang }: StaffContext): Promise<SectionOption[]> {
  return listSectionOptions(ports, {
    person,
    lang,
    permit: 'publishing.write',
    firstPortalId: site.portalId,
  });
}

/** What other systems handed in to the portals the person writes for. */
function arrivalsFor(ports: Ports, { person }: StaffContext): Promise<ArrivalRow[]> {
  const writes = portalsPermitted(person, permits, 'publishing.write');
  return ports.database.transaction(scopeOf(person), (tx) => listArrivals(tx, writes, ARRIVALS_SHOWN));
}

async function formPage(
  ports: Ports,
  context: StaffContext,
  errors: { field: string; text: string }[],
  report?: ImportReport,
): Promise<Reply> {
  const { lang } = context;
  const w = importWords(lang);
  const sections = await sectionsFor(ports, context);
  const html = deskFrame(
    ports,
    context,
    { title: report ? w.reportTitle : w.title },
    <>
      {report && <ImportResult lang={lang} report={report} />}
      <ImportForm
        lang={lang}
        action={deskPath(lang, '/nhap')}
        token={context.csrfToken}
        sections={sections}
        chosen={context.form.get('section') ?? context.query.get('muc') ?? ''}
        noClock={context.form.get('noClock') === '1'}
        errors={errors}
        isBelow={report !== undefined}
      />
      {!report && <Arrivals lang={lang} rows={await arrivalsFor(ports, context)} />}
      {portalsPermitted(context.person, permits, 'imports.manageKeys').length > 0 && (
        <p>
          <a href={deskPath(lang, KEYS)}>{keyWords(lang).link}</a>
        </p>
      )}
    </>,
  );
  return { kind: 'page', html, status: errors.length > 0 ? 422 : 200 };
}

/**
 * Reads what was sent and shows what became of each file. The report is the answer itself, without a redirect: it stands
 * nowhere else, and sent a second time the same files are found to be there.
 */
async function upload(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, form, files } = context;
  const w = importWords(lang);
  const sections = await sectionsFor(ports, context);
  const section = sections.find(({ sectionId }) => String(sectionId) === form.get('section'));
  const errors = [
    ...(section ? [] : [{ field: 'section', text: w.chooseSection }]),
    ...(files.length > 0 ? [] : [{ field: 'files', text: w.chooseFiles }]),
  ];
  if (!section || errors.length > 0) return formPage(ports, context, errors);
  const report = await importFiles(
    ports,
    person,
    {
      portalId: section.portalId,
      sectionId: section.sectionId,
      startClocks: form.get('noClock') !== '1',
      until: new Date(Date.now() + TIME_FOR_ALL_MS),
    },
    files.map(({ name, bytes }) => ({ name, bytes })),
  );
  return formPage(ports, context, [], report);
}
