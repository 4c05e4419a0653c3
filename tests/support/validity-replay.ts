// The validity of a document, told by living through the days one after the other and remembering what was done:
// another way to the same answer than the rule in src/rules/validity. Provisions are articles without clauses.
import type { CivilDate } from '../../src/rules/calendar/index.ts';
import type { Dated, Relation, ValidityState } from '../../src/rules/validity/index.ts';

interface DayTold {
  whole: ValidityState;
  provisions: Record<string, ValidityState>;
}

interface Held {
  untilDay: CivilDate | undefined;
  /** Articles it holds; undefined for the whole. */
  articles: Set<string> | undefined;
  /** Articles given back out of a whole. */
  free: Set<string>;
}

/** `days` one after the other without gap, the first before anything happens. */
export function validityByReplay(
  document: Dated,
  relations: readonly Relation[],
  others: ReadonlyMap<number, Dated>,
  days: readonly CivilDate[],
  articles: readonly string[],
): DayTold[] {
  const gone = new Set<string>();
  let held: Held[] = [];
  let isOver = false;
  return days.map((today) => {
    if (document.expiresOn === today) isOver = true;
    held = held.filter(({ untilDay }) => untilDay === undefined || untilDay >= today);
    const due = relations.filter((one) => one.fromId !== document.id && beginsOn(one, others, today));
    for (const one of due.filter(({ kind }) => kind === 'suspends'))
      held.push({
        untilDay: one.until,
        articles: one.provisions.length > 0 ? new Set(one.provisions) : undefined,
        free: new Set(),
      });
    for (const { kind, provisions } of due) {
      if (kind === 'resumes') held = held.flatMap((one) => giveBack(one, provisions));
      if (kind !== 'repeals' && kind !== 'replaces') continue;
      if (provisions.length === 0) isOver = true;
      for (const article of provisions) gone.add(article);
    }
    return tell(document, today, isOver, gone, held, articles);
  });
}

function beginsOn(one: Relation, others: ReadonlyMap<number, Dated>, today: CivilDate): boolean {
  const doer = others.get(one.fromId);
  const days = [one.on, doer?.effectiveOn].filter((day) => day !== undefined).sort();
  const isAlive = doer?.expiresOn === undefined || doer.expiresOn > today;
  return days.at(-1) === today && isAlive && (one.until === undefined || one.until >= today);
}

function giveBack(one: Held, provisions: readonly string[]): Held[] {
  if (provisions.length === 0) return [];
  if (!one.articles) return [{ ...one, free: new Set([...one.free, ...provisions]) }];
  const left = [...one.articles].filter((article) => !provisions.includes(article));
  return left.length > 0 ? [{ ...one, articles: new Set(left) }] : [];
}

function tell(
  { effectiveOn }: Dated,
  today: CivilDate,
  isOver: boolean,
  gone: ReadonlySet<string>,
  held: readonly Held[],
  articles: readonly string[],
): DayTold {
  const all = (state: ValidityState): DayTold => ({
    whole: state,
    provisions: Object.fromEntries(articles.map((article) => [article, state])),
  });
  if (isOver) return all('expired');
  if (effectiveOn === undefined) return all('unknown');
  if (today < effectiveOn) return all('notYet');
  if (held.some((one) => !one.articles && one.free.size === 0)) return all('suspended');
  const isHeld = (article: string) =>
    held.some((one) => (one.articles ? one.articles.has(article) : !one.free.has(article)));
  return {
    whole: gone.size > 0 || held.length > 0 ? 'partly' : 'inForce',
    provisions: Object.fromEntries(
      articles.map((article): [string, ValidityState] => [
        article,
        gone.has(article) ? 'expired' : isHeld(article) ? 'suspended' : 'inForce',
      ]),
    ),
  };
}
