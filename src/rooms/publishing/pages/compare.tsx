import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import {
  arrangeTables,
  Breadcrumb,
  Button,
  Callout,
  DeskTitle,
  DiffView,
  Form,
  LinkButton,
} from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { diffTexts, shorten, textOf } from '../differences.ts';
import { readId, readLang } from '../forms.ts';
import { otherLang, TRANSLATION_WORDS } from '../life-rules.ts';
import { lifeWords } from '../life-words.ts';
import { permits } from '../permits.ts';
import { findReadableItem, type LoadedItem, reading } from '../queries.ts';
import type { EditionRow, ItemRow } from '../store.ts';
import { confirmTranslation } from '../translating.ts';
import { findSource, type TranslationRow } from '../translation-store.ts';
import { publishingWords } from '../words.ts';
import { contentOf } from '../writing.ts';
import { LifeDone, lifePaths, tryOr } from './life-parts.tsx';
import { FactLines } from './own-facts.tsx';
import { page, paths, RefusalSummary, SubHeading, seeOther, when } from './parts.tsx';
import { stateOf } from './translations.tsx';

interface CompareView extends LoadedItem {
  row: TranslationRow;
  source: EditionRow;
  /** The edition of the source the translation was made from. */
  madeFrom: EditionRow | undefined;
  translation: EditionRow | undefined;
  draft: EditionRow | undefined;
  mayConfirm: boolean;
  mayWrite: boolean;
}

/** Source and translation side by side, what the source changed since, and the review. */
export async function showCompare(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const { person, params } = context;
  const view = await reading(ports, person, async (tx): Promise<CompareView | undefined> => {
    const loaded = await findReadableItem(tx, person, readId(params.id));
    const row = loaded && (await findSource(tx, loaded.item.id));
    if (!loaded || !row) return undefined;
    const by = (id: number | null) => loaded.editions.find((one) => one.id === id);
    const source = by(row.source_edition_id);
    if (!source) return undefined;
    const madeFrom = loaded.editions.find(
      (one) => one.language === source.language && one.number === row.made_from,
    );
    return {
      ...{ ...loaded, row, source, madeFrom },
      ...{ translation: by(row.edition_id), draft: by(row.open_edition_id) },
      mayConfirm: isPermitted(person, permits, 'publishing.check', loaded.portal.id),
      mayWrite: isPermitted(person, permits, 'publishing.write', loaded.portal.id),
    };
  });
  if (!view) return { kind: 'missing' };
  return page(comparePage(ports, context, view, refusal), refusal ? 422 : 200);
}

function comparePage(
  ports: Ports,
  context: StaffContext,
  view: CompareView,
  refusal: Refusal | undefined,
): string {
  const { lang } = context;
  const w = lifeWords[lang];
  const { row, source, translation, draft, madeFrom, portal } = view;
  const shownDraft = draft && (!translation || draft.number > translation.number);
  return deskFrame(
    ports,
    context,
    { title: `${w.compare}: ${source.title}`, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: lifePaths.translations(lang), text: w.translations },
          { href: paths.item(lang, view.item.id), text: source.title },
        ]}
        here={w.compare}
      />
      <DeskTitle eyebrow={w.compareLead} title={source.title}>
        <p class="note">
          {TRANSLATION_WORDS[stateOf(row)][lang]}. {w.reference}
        </p>
      </DeskTitle>
      <LifeDone context={context} />
      <RefusalSummary lang={lang} refusal={refusal} place="viec-dich" />
      <Doing context={context} view={view} />
      {madeFrom && madeFrom.number < source.number && (
        <SourceDiff lang={lang} item={view.item} before={madeFrom} after={source} />
      )}
      <div class="side-by-side">
        <Column
          lang={lang}
          id="ban-goc"
          title={`${w.sourceText} (${when(row.source_published_at, lang).text})`}
          edition={source}
          item={view.item}
        />
        {shownDraft ? (
          <Column lang={lang} id="ban-dich" title={w.translatedDraft} edition={draft} item={view.item} />
        ) : translation ? (
          <Column
            lang={lang}
            id="ban-dich"
            title={`${w.translatedText} (${row.translated_at ? when(row.translated_at, lang).text : ''})`}
            edition={translation}
            item={view.item}
          />
        ) : (
          <section>
            <SubHeading id="ban-dich">{w.translations}</SubHeading>
            <p>{w.noTranslationYet}</p>
          </section>
        )}
      </div>
    </>,
  );
}

function SourceDiff(props: { lang: Lang; item: ItemRow; before: EditionRow; after: EditionRow }) {
  const { lang, item, before, after } = props;
  const w = lifeWords[lang];
  const text = (edition: EditionRow) => textOf(contentOf(edition), item, edition.language);
  const parts = diffTexts(text(before), text(after));
  if (!parts) return <p>{publishingWords(lang).approve.tooLong}</p>;
  return <DiffView lang={lang} parts={shorten(parts)} label={w.sourceDiff} />;
}

function Column(props: { lang: Lang; id: string; title: string; edition: EditionRow; item: ItemRow }) {
  const { lang, id, title, edition, item } = props;
  // the same table stands in both columns, so each is called by its column too
  const tables = lifeWords[lang].tableOf[edition.language];
  return (
    <section aria-labelledby={id}>
      <SubHeading id={id}>{title}</SubHeading>
      <div lang={edition.language}>
        <h3>{edition.title}</h3>
        {edition.summary && <p class="lead-text">{edition.summary}</p>}
        <FactLines lang={edition.language} item={item} facts={edition.facts} />
        <div class="prose" dangerouslySetInnerHTML={{ __html: arrangeTables(edition.body_html, tables) }} />
      </div>
    </section>
  );
}

function Doing({ context, view }: { context: StaffContext; view: CompareView }) {
  const { lang } = context;
  const w = lifeWords[lang];
  const { row, draft, item } = view;
  const language = otherLang(row.language);
  return (
    <section aria-label={w.compare} id="viec-dich">
      {view.mayWrite &&
        (draft ? (
          draft.state === 'draft' && (
            <LinkButton href={paths.edit(lang, item.id, draft.id)} icon="pencil">
              {w.updateTranslation}
            </LinkButton>
          )
        ) : (
          <Form action={paths.newEdition(lang, item.id)} hidden={{ _token: context.csrfToken, language }}>
            <Button>{row.publication_id === null ? w.beginTranslation : w.updateTranslation}</Button>
          </Form>
        ))}
      {draft && draft.state !== 'draft' && <Callout title={w.onItsWay} />}
      {view.mayConfirm && stateOf(row) === 'older' && (
        <Form
          action={lifePaths.compare(lang, item.id)}
          hidden={{ _token: context.csrfToken, language, sourceNumber: String(row.source_number) }}
        >
          <p class="note">{w.confirmNote}</p>
          <Button kind="second">{w.confirm}</Button>
        </Form>
      )}
    </section>
  );
}

/** Puts the review of a translation on record. */
export async function reviewTranslation(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, params, form, lang } = context;
  const loaded = await reading(ports, person, (tx) => findReadableItem(tx, person, readId(params.id)));
  if (!loaded) return { kind: 'missing' };
  return tryOr(
    async () => {
      await ports.perform(person, confirmTranslation, {
        ...{ portalId: loaded.portal.id, itemId: loaded.item.id },
        language: readLang(form.get('language')) ?? 'en',
        sourceNumber: readId(form.get('sourceNumber')) ?? 0,
      });
      return seeOther(lifePaths.compare(lang, loaded.item.id), 'dichxong');
    },
    (refusal) => showCompare(ports, context, refusal),
  );
}
