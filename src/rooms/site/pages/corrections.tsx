import type { Lang } from '../../../rules/lang.ts';
import { Callout, DiffView } from '../../../ui/index.ts';
import { lifeWords } from '../life-words.ts';
import type { ArticleRow } from '../store.ts';
import { dayView } from '../views.ts';

/** Notes of what was corrected, each with its day, and the old wording where the board shows it. */
export function Corrections({ article, lang }: { article: Pick<ArticleRow, 'corrections'>; lang: Lang }) {
  const w = lifeWords[lang];
  if (article.corrections.length === 0) return null;
  return (
    <section aria-label={w.corrections}>
      {article.corrections.map((one) => (
        <Callout key={one.at} title={w.correctedOn(dayView(new Date(one.at), lang).text)}>
          <p>{one.note}</p>
          {one.changes && (
            <details class="trace">
              <summary>{w.oldWording}</summary>
              <DiffView lang={lang} parts={one.changes} label={w.oldWordingLabel} />
            </details>
          )}
        </Callout>
      ))}
    </section>
  );
}

/** Says of an item from the archive that it may no longer be true. */
export function Archived({ article, lang }: { article: Pick<ArticleRow, 'archived_at'>; lang: Lang }) {
  const w = lifeWords[lang];
  return (
    article.archived_at && (
      <Callout tone="warn" title={w.archivedTitle}>
        <p>{w.archivedText(dayView(article.archived_at, lang).text)}</p>
      </Callout>
    )
  );
}
