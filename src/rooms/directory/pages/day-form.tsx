import type { Lang } from '../../../rules/lang.ts';
import { Callout, Field, FilterBar } from '../../../ui/index.ts';
import type { AskedDay } from '../queries.ts';
import { directoryWords } from '../words.ts';

/** The day of a page, to be changed: a GET form, so that every day has an address. */
export function DayForm(props: { lang: Lang; action: string; day: AskedDay; result: string }) {
  const { lang, action, day, result } = props;
  const w = directoryWords(lang);
  return (
    <>
      {day.isBad && <Callout tone="warn" title={w.badDay} />}
      <FilterBar lang={lang} action={action} result={result} clearHref={day.isToday ? undefined : action}>
        <Field kind="date" lang={lang} name="ngay" label={w.day} value={day.on} />
      </FilterBar>
    </>
  );
}
