import { formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Icon } from '../../../ui/index.ts';
import type { EditionProgress } from '../queries.ts';
import { stepWords } from '../steps-words.ts';
import type { EditionRow } from '../store.ts';

/** The steps of an edition that is under way: which it has passed, which it waits for, until when. */
export function StepTrail(props: {
  lang: Lang;
  edition: Pick<EditionRow, 'state'>;
  progress: EditionProgress;
}) {
  const { lang, edition, progress } = props;
  if (edition.state !== 'submitted' && edition.state !== 'checked') return null;
  const w = stepWords(lang);
  return (
    <ol class="step-trail" aria-label={w.trail}>
      {progress.steps.map((step, i) => {
        const place = i < progress.at ? 'passed' : i === progress.at ? 'now' : 'next';
        return (
          <li
            key={step.name.en + String(i)}
            class={`step-${place}`}
            aria-current={place === 'now' ? 'step' : undefined}
          >
            {place === 'passed' && <Icon name="check" />}
            {step.name[lang]} <span class="note">{w[place]}</span>
            {place === 'now' && progress.dueOn && (
              <span class="note">. {w.stepDue(formatDate(progress.dueOn, lang, 'weekdayDayMonth'))}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
