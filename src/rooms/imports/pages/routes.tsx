import { deskFrame } from '../../../desk-frame.tsx';
import { scopeOf } from '../../../platform/command/index.ts';
import { deskPath, deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { listPortals, listSections, portalName, sectionName } from '../../portals/index.ts';
import { type ImportReport, importFiles } from '../intake.ts';
import { permits } from '../permits.ts';
import { importWords } from '../words.ts';
import { ImportForm, ImportResult, type SectionOption } from './import-page.tsx';

/** The connection is cut after 70 s without a byte; what is not begun by then is told and sent again. */
const TIME_FOR_ALL_MS = 45_000;

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

/** The sections the person may write in, this host's portal first. */
async function sectionsFor(ports: Ports, context: StaffContext): Promise<SectionOption[]> {
  const { person, site, lang } = context;
  const permitted = portalsPermitted(person, permits, 'publishing.write');
  return ports.database.transaction(scopeOf(person), async (tx) => {
    const portals = (await listPortals(tx, person.localityId)).filter(({ id }) => permitted.includes(id));
    portals.sort((a, b) => Number(b.id === site.portalId) - Number(a.id === site.portalId));
    const options: SectionOption[] = [];
    for (const portal of portals) {
      for (const section of await listSections(tx, portal.id)) {
        const name = sectionName(section, lang);
        options.push({
          portalId: portal.id,
          sectionId: section.id,
          text: portals.length > 1 ? `${portalName(portal, lang)}: ${name}` : name,
        });
      }
    }
    return options;
  });
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
