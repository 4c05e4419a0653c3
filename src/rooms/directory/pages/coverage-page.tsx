import { deskFrame } from '../../../desk-frame.tsx';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted, portalsPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { articlesOf, formsFor, type ItemForm } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, Chips, DataTable, DeskTitle, EmptyState } from '../../../ui/index.ts';
import {
  localityPortals,
  type PortalRow,
  portalFacts,
  portalName,
  profileInForce,
} from '../../portals/index.ts';
import { publishingPermits } from '../../publishing/index.ts';
import { COVERAGE } from '../addresses.ts';
import { permits } from '../permits.ts';
import { countForms } from '../store.ts';
import { directoryWords } from '../words.ts';

/** Families of forms the articles name one by one, so that what is missing can be said. */
const NAMED = ['introduction', 'direction', 'plans', 'environment'] as const;

/** What an introduction and the minimum of LC Đ8.1 still lack, form by form: seen by staff alone. */
export async function showCoverage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, query, site } = context;
  const w = directoryWords(lang);
  const mine = portalsPermitted(person, permits, 'directory.read');
  const portals = (await localityPortals(ports, person.localityId)).filter(({ id }) => mine.includes(id));
  const asked = Number(query.get('cong'));
  const portal =
    portals.find(({ id }) => id === asked) ?? portals.find(({ id }) => id === site.portalId) ?? portals[0];
  const html = deskFrame(
    ports,
    context,
    { title: w.coverage, ...(portal ? { portalName: portalName(portal, lang) } : {}) },
    <>
      <Breadcrumb lang={lang} links={[]} here={w.coverage} />
      <DeskTitle eyebrow={portal && portalName(portal, lang)} title={w.coverage} />
      {!portal && <EmptyState title={w.noPortals} />}
      {portal && <p>{w.coverageLead}</p>}
      {portals.length > 1 && portal && (
        <Chips
          label={w.portal}
          chips={portals.map((one) => ({
            href: `${deskPath(lang, COVERAGE)}?cong=${one.id}`,
            text: portalName(one, lang),
            current: one.id === portal.id,
          }))}
        />
      )}
      {portal && <Coverage {...(await coverageOf(ports, context, portal))} lang={lang} />}
    </>,
  );
  return { kind: 'page', html };
}

interface CoverageRow {
  form: ItemForm;
  articles: string[];
  vi: number;
  en: number;
  last: string | undefined;
}

interface CoverageView {
  rows: CoverageRow[];
  /** Where one of a form is begun; undefined for who only reads. */
  writeHref: ((code: string) => string) | undefined;
}

/** The forms the sections of a portal take, with how many of each are public. */
async function coverageOf(
  ports: Ports,
  { person, lang, now }: StaffContext,
  portal: PortalRow,
): Promise<CoverageView> {
  const { sections } = await portalFacts(ports, portal.id);
  const { localityCode } = await profileInForce(ports, portal.locality_id, civilDateOf(now));
  const families = formsFor(sections.map((one) => one.content_kind));
  const counts = new Map(
    (await ports.database.publicly((db) => countForms(db, portal.id))).map((row) => [row.form, row]),
  );
  const mayWrite = isPermitted(person, publishingPermits, 'publishing.write', portal.id);
  return {
    rows: NAMED.flatMap((family) => families.get(family) ?? []).map((form) => {
      const count = counts.get(form.code);
      const last = count && formatDate(civilDateOf(count.last_at), lang, 'short');
      const articles = articlesOf(form, localityCode, lang);
      return { form, articles, vi: count?.vi ?? 0, en: count?.en ?? 0, last };
    }),
    writeHref: mayWrite
      ? (code) => `${deskPath(lang, '/tin-bai/moi')}?cong=${portal.id}&mau=${code}`
      : undefined,
  };
}

function Coverage({ lang, rows, writeHref }: CoverageView & { lang: Lang }) {
  const w = directoryWords(lang);
  const columns = [w.form, w.wantedBy, w.inVi, w.inEn, w.last, ...(writeHref ? [w.write] : [])];
  const wanted = rows.filter(({ articles }) => articles.length > 0);
  const groups = [
    { title: w.wantedGroup, of: wanted },
    { title: w.besideGroup, of: rows.filter((row) => !wanted.includes(row)) },
  ].filter(({ of }) => of.length > 0);
  const cells = ({ form, articles, vi, en, last }: CoverageRow) => [
    form.name[lang],
    <span class="note">{articles.join('; ') || '–'}</span>,
    vi,
    en,
    last ?? w.missing,
    ...(writeHref
      ? [
          <a href={writeHref(form.code)} aria-label={w.writeOne(form.name[lang])}>
            {w.write}
          </a>,
        ]
      : []),
  ];
  return (
    <>
      <p>
        <strong>{w.found(wanted.filter(({ vi }) => vi > 0).length, wanted.length)}</strong>
      </p>
      <DataTable
        lang={lang}
        table={{
          caption: w.coverage,
          captionHidden: true,
          stacked: true,
          columns: columns.map((label, i) => ({ label, ...(i === 2 || i === 3 ? { numeric: true } : {}) })),
          rows: [],
          groups: groups.map(({ title, of }) => ({ title, rows: of.map(cells) })),
        }}
      />
    </>
  );
}
