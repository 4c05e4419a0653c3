import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import { Breadcrumb, DataTable, DeskTitle, Field, FilterBar } from '../../../ui/index.ts';
import { listPortals, portalName } from '../../portals/index.ts';
import { type LinkTarget, listLinkTargets } from '../draft-store.ts';
import { readId, readLang } from '../forms.ts';
import { permits } from '../permits.ts';
import { reading } from '../queries.ts';
import { publishingWords } from '../words.ts';
import { writingWords } from '../writing-words.ts';
import { page, paths } from './parts.tsx';

const MOST_FOUND = 20;
const MOST_TEXT_CHARS = 200;

/** The address of an item by its number, in the language of the text; readers are led on to where it stands. */
function addressOf(itemId: number, lang: 'vi' | 'en'): string {
  return lang === 'vi' ? `/bai/${itemId}` : `/en/bai/${itemId}`;
}

/** Finds a published item of the locality to lead to: for the dialog of the editor, and as a page without it. */
export async function showLinkTargets(ports: Ports, context: StaffContext): Promise<Reply> {
  const { query, person, lang, site } = context;
  const text = (query.get('q') ?? '').normalize('NFC').trim().slice(0, MOST_TEXT_CHARS);
  const language = readLang(query.get('tieng')) ?? lang;
  const permitted = portalsPermitted(person, permits, 'publishing.write');
  const asked = readId(query.get('cong'));
  const portalId = asked && permitted.includes(asked) ? asked : site.portalId;
  const filter = { localityId: person.localityId, portalId, language, text, limit: MOST_FOUND };
  const found = await ports.database.publicly((db) => listLinkTargets(db, filter));
  const portals = await reading(ports, person, (tx) => listPortals(tx, person.localityId));
  const nameOf = (one: LinkTarget) => {
    const portal = portals.find(({ id }) => id === one.portal_id);
    return portal ? portalName(portal, lang) : '';
  };
  if (context.headers.accept?.startsWith('application/json')) {
    const items = found.map((one) => ({
      href: addressOf(one.item_id, language),
      title: one.title,
      facts: [nameOf(one), formatInstant(one.published_at, lang)].filter(Boolean).join(', '),
    }));
    return { kind: 'text', type: 'application/json; charset=utf-8', text: JSON.stringify({ items }) };
  }
  const w = publishingWords(lang);
  const t = writingWords(lang).targets;
  const table = {
    caption: t.title,
    captionHidden: true,
    columns: [
      { label: t.columns.title },
      { label: t.columns.portal },
      { label: t.columns.published },
      { label: t.columns.address },
    ],
    rows: found.map((one) => [
      one.title,
      nameOf(one),
      formatInstant(one.published_at, lang),
      <code key={one.item_id}>{addressOf(one.item_id, language)}</code>,
    ]),
    empty: t.none,
  };
  return page(
    deskFrame(
      ports,
      context,
      { title: t.title, portalName: w.items },
      <>
        <Breadcrumb lang={lang} links={[{ href: paths.list(lang), text: w.items }]} here={t.title} />
        <DeskTitle title={t.title} />
        <p>{t.lead}</p>
        <FilterBar
          lang={lang}
          action={paths.targets(lang)}
          clearHref={text ? paths.targets(lang) : undefined}
        >
          <Field kind="search" lang={lang} name="q" label={t.text} value={text} optional />
        </FilterBar>
        <DataTable lang={lang} table={table} />
      </>,
    ),
  );
}
