import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, Chips, DeskList, DeskRow, DeskTitle, dotted, EmptyState } from '../../../ui/index.ts';
import { type PortalRow, profileInForce } from '../../portals/index.ts';
import { otherLang, TRANSLATION_WORDS, translationStateOf } from '../life-rules.ts';
import { lifeWords } from '../life-words.ts';
import { namesOfPortals, readablePortals, reading } from '../queries.ts';
import { translationDuties, translationPace } from '../translating.ts';
import { listTranslations, type TranslationFilter, type TranslationRow } from '../translation-store.ts';
import { publishingWords } from '../words.ts';
import { LifeDone, lifePaths } from './life-parts.tsx';
import { page, paths, when } from './parts.tsx';

const MOST_ROWS = 300;
const STATES = ['needed', 'missing', 'older', 'done'] as const;

interface TranslationsView {
  state: TranslationFilter['state'];
  portals: PortalRow[];
  rows: TranslationRow[];
  /** The article that wants a kind in English, by portal and kind. */
  articleFor(row: TranslationRow): string | undefined;
  pace: string | undefined;
}

/** How the translations of the portals stand: what must be made, what is older than its source. */
export async function showTranslations(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, query, now } = context;
  const on = civilDateOf(now);
  const profile = await profileInForce(ports, person.localityId, on);
  const state = STATES.find((one) => one === query.get('nhom')) ?? 'needed';
  const roleOf = (portal: PortalRow) => (portal.is_main ? 'main' : 'member') as 'main' | 'member';
  const view = await reading(ports, person, async (tx): Promise<TranslationsView> => {
    const portals = await readablePortals(tx, person);
    const duties = new Map(portals.map((one) => [one.id, translationDuties(profile, roleOf(one), on)]));
    const required = portals.map(({ id }) => ({
      portalId: id,
      kinds: (duties.get(id) ?? []).flatMap(({ kinds }) => kinds),
    }));
    const portalIds = portals.map(({ id }) => id);
    return {
      ...{ state, portals, pace: translationPace(profile, on) },
      rows: await listTranslations(tx, { portalIds, state, required, limit: MOST_ROWS }),
      articleFor: (row) => duties.get(row.portal_id)?.find(({ kinds }) => kinds.includes(row.kind))?.article,
    };
  });
  return page(translationsPage(ports, context, view));
}

function translationsPage(ports: Ports, context: StaffContext, view: TranslationsView): string {
  const { lang } = context;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const here = lifePaths.translations(lang);
  return deskFrame(
    ports,
    context,
    { title: w.translations, keys: true },
    <>
      <Breadcrumb lang={lang} links={[{ href: paths.list(lang), text: p.items }]} here={w.translations} />
      <DeskTitle eyebrow={p.items} title={w.translations}>
        <p class="note">
          {w.translationsLead} {view.pace && `${w.translationPace(view.pace)}.`} {w.reference}
        </p>
      </DeskTitle>
      <LifeDone context={context} />
      <Chips
        label={w.translations}
        chips={STATES.map((state) => ({
          href: state === 'needed' ? here : `${here}?nhom=${state}`,
          text: w.translationStates[state],
          current: state === view.state,
        }))}
      />
      {view.rows.length === 0 ? (
        <EmptyState title={w.translationNone} links={[{ href: paths.list(lang), text: p.items }]} />
      ) : (
        <>
          <h2 id="nhom" class="unseen">
            {w.translationStates[view.state]}
          </h2>
          <DeskList labelledBy="nhom">
            {view.rows.map((row) => (
              <Line key={row.item_id} lang={lang} view={view} row={row} />
            ))}
          </DeskList>
        </>
      )}
    </>,
  );
}

export function stateOf(row: TranslationRow) {
  return translationStateOf({
    sourceNumber: row.source_number,
    madeFrom: row.publication_id === null ? undefined : (row.made_from ?? undefined),
    reviewedFor: row.reviewed_for ?? undefined,
  });
}

function Line({ lang, view, row }: { lang: Lang; view: TranslationsView; row: TranslationRow }) {
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const href = lifePaths.compare(lang, row.item_id);
  const article = row.publication_id === null && row.language === 'vi' ? view.articleFor(row) : undefined;
  return (
    <DeskRow
      lang={lang}
      href={href}
      room={dotted(
        lang === 'vi' ? row.section_vi : row.section_en,
        view.portals.length > 1 && namesOfPortals(view.portals, lang).get(row.portal_id),
        p.languages[otherLang(row.language)],
      )}
      title={row.title}
      sub={dotted(
        TRANSLATION_WORDS[stateOf(row)][lang],
        article && w.translationDuty(article),
        w.sourceChanged(when(row.source_published_at, lang).text),
        row.translated_at && w.translatedAt(when(row.translated_at, lang).text),
        row.open_edition_id !== null && w.onItsWay,
      )}
      next={{ href, text: w.compare, main: true }}
    />
  );
}
