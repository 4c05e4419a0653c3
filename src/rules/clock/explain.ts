import { type CivilDate, daysBetween, formatDate, formatInstant } from '../calendar/index.ts';
import type { Lang, Words } from '../lang.ts';
import type { SkippedRun, Standing, TraceStep } from './types.ts';
import { ANY_START_EVENT, articleText, ordinalText, periodText, START_EVENTS } from './words.ts';

type Params<S extends TraceStep['step']> = Extract<TraceStep, { step: S }>['params'];

function joinList(parts: readonly string[], lang: Lang): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${lang === 'vi' ? 'và' : 'and'} ${parts.at(-1)}`;
}

/** "21/11", "21–22/11", "30/04–01/05"; in English "21–22 November". */
function rangeText(from: CivilDate, through: CivilDate, lang: Lang): string {
  const last = formatDate(through, lang, 'dayMonth');
  if (from === through) return last;
  const first = formatDate(from, lang, 'dayMonth');
  const sameMonth = from.slice(0, 7) === through.slice(0, 7);
  return sameMonth ? `${first.split(lang === 'vi' ? '/' : ' ')[0]}–${last}` : `${first}–${last}`;
}

/** One weekend by the names of its days, several as ranges. */
function weekendParts(runs: readonly SkippedRun[], lang: Lang): string[] {
  const [only, ...others] = runs;
  if (only === undefined) return [];
  if (others.length === 0 && daysBetween(only.from, only.through) <= 1) {
    const days = only.from === only.through ? [only.from] : [only.from, only.through];
    return days.map((on) => formatDate(on, lang, 'weekdayDayMonth'));
  }
  const ranges = runs.map((run) => rangeText(run.from, run.through, lang)).join(', ');
  return [lang === 'vi' ? `các ngày nghỉ hằng tuần ${ranges}` : `the weekly rest days ${ranges}`];
}

function holidayText({ from, through, name }: SkippedRun, lang: Lang): string {
  const days = from === through ? formatDate(from, lang, 'weekdayDayMonth') : rangeText(from, through, lang);
  return name ? `${days} (${name[lang]})` : days;
}

function skippedText({ from, through, runs, weekendsBy }: Params<'skipped'>, lang: Lang): string {
  const weekends = runs.filter(({ kind }) => kind === 'weekend');
  const holidays = runs.filter(({ kind }) => kind === 'off');
  const parts = [...weekendParts(weekends, lang), ...holidays.map((run) => holidayText(run, lang))];
  const vi = lang === 'vi';
  let text = `${vi ? 'Bỏ qua' : 'Not counted:'} ${joinList(parts, lang)}.`;
  if (holidays.length === 0) {
    const [first, last] = [formatDate(from, lang, 'dayMonth'), formatDate(through, lang, 'dayMonth')];
    text += vi
      ? ` Từ ${first} đến ${last} không có ngày lễ.`
      : ` No public holiday from ${first} to ${last}.`;
  }
  if (weekendsBy === 'rule' && weekends.length > 0) {
    text += vi
      ? ' Quy chế không nói ngày nghỉ hằng tuần có tính hay không; cổng chọn cách không tính.'
      : ' The regulation does not say whether weekly rest days count; this portal does not count them.';
  }
  return text;
}

function sourceText(source: Words | string | undefined, lang: Lang): string | undefined {
  return typeof source === 'string' ? source : source?.[lang];
}

function because(reason: Words | undefined, lang: Lang): string {
  if (!reason) return '.';
  const text = `${lang === 'vi' ? '. Lý do: ' : '. Reason: '}${reason[lang]}`;
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const at = (atMs: number, lang: Lang) => formatInstant(new Date(atMs), lang);
const day = (on: CivilDate, lang: Lang) => formatDate(on, lang, 'long');

/** The sentence of each step, by language. */
const SENTENCES: { [S in TraceStep['step']]: (params: Params<S>, lang: Lang) => string } = {
  started(params, lang) {
    const event = (START_EVENTS[params.event] ?? ANY_START_EVENT)[lang];
    const outside = params.outsideHours
      ? { vi: ', ngoài giờ làm việc', en: ', outside working hours' }
      : undefined;
    const moment = lang === 'vi' ? `lúc ${at(params.at, lang)}` : `at ${at(params.at, lang)}`;
    return `${event} ${moment}${outside?.[lang] ?? ''}.`;
  },
  startsAt(params, lang) {
    const later = params.later ? { vi: ', ngày làm việc kế tiếp', en: ', the next working day' } : undefined;
    return `${lang === 'vi' ? 'Thời hạn tính từ' : 'Time runs from'} ${at(params.at, lang)}${later?.[lang] ?? ''}.`;
  },
  dayNotCounted: ({ on }, lang) =>
    lang === 'vi'
      ? `Ngày xảy ra sự kiện, ${day(on, lang)}, không tính; thời hạn tính từ ngày liền sau.`
      : `The day of the event, ${day(on, lang)}, is not counted; time runs from the day after.`,
  period: ({ value, unit }, lang) =>
    `${lang === 'vi' ? 'Thời hạn là' : 'The time limit is'} ${periodText(value, unit, lang)}.`,
  immediate: ({ on, working }, lang) => {
    const reading = {
      vi: working ? 'ngay trong ngày đó' : `trong ngày làm việc đầu tiên, ${day(on, 'vi')}`,
      en: working ? 'on that same day' : `on the first working day, ${day(on, 'en')}`,
    };
    return lang === 'vi'
      ? `Quy chế ghi “ngay”; cổng hiểu là ${reading.vi}.`
      : `The regulation says “at once”; this portal reads it as ${reading.en}.`;
  },
  reclassified: ({ value, unit, reason, ...params }, lang) =>
    lang === 'vi'
      ? `Lúc ${at(params.at, lang)} việc được phân loại lại, nên thời hạn là ${periodText(value, unit, lang)}${because(reason, lang)}`
      : `At ${at(params.at, lang)} the matter was classified anew, so the time limit is ${periodText(value, unit, lang)}${because(reason, lang)}`,
  promiseFellAway: ({ on }, lang) =>
    lang === 'vi'
      ? `Lời hẹn ${day(on, lang)} không còn áp dụng sau khi phân loại lại.`
      : `The promise of ${day(on, lang)} no longer applies after that.`,
  paused: (params, lang) =>
    `${lang === 'vi' ? 'Thời hạn tạm dừng lúc' : 'Time stopped at'} ${at(params.at, lang)}${because(params.reason, lang)}`,
  resumed({ from, through, ...params }, lang) {
    const again =
      lang === 'vi'
        ? `Thời hạn tiếp tục lúc ${at(params.at, lang)}`
        : `Time ran again at ${at(params.at, lang)}`;
    if (from === undefined || through === undefined) return `${again}.`;
    const range = rangeText(from, through, lang);
    return lang === 'vi' ? `${again}; ${range} không tính.` : `${again}; ${range} not counted.`;
  },
  extended: ({ value, unit, reason, ...params }, lang) =>
    lang === 'vi'
      ? `Gia hạn thêm ${periodText(value, unit, lang)} lúc ${at(params.at, lang)}, tính từ khi hết hạn cũ${because(reason, lang)}`
      : `Extended by ${periodText(value, unit, lang)} at ${at(params.at, lang)}, counted from the end of the earlier limit${because(reason, lang)}`,
  promised({ on, latestOn, ...params }, lang) {
    const vi = lang === 'vi';
    const text = vi
      ? `Hẹn trả lời ${day(on, lang)} (hẹn lúc ${at(params.at, lang)})`
      : `An answer was promised for ${day(on, lang)} (promised at ${at(params.at, lang)})`;
    if (latestOn === undefined) return `${text}.`;
    return vi
      ? `${text}; muộn nhất được hẹn là ${day(latestOn, lang)}.`
      : `${text}; the latest date allowed is ${day(latestOn, lang)}.`;
  },
  forwarded({ to, restarts, ...params }, lang) {
    if (lang === 'vi') {
      return `Chuyển đến ${to.vi} lúc ${at(params.at, lang)}; ${restarts ? 'thời hạn tính lại từ đầu' : 'thời hạn không đổi'}.`;
    }
    return `Forwarded to ${to.en} at ${at(params.at, lang)}; ${restarts ? 'time starts anew' : 'the time limit stays'}.`;
  },
  calendarChanged({ wasDueOn, reason, ...params }, lang) {
    const vi = lang === 'vi';
    const text = vi
      ? `Lịch làm việc được sửa lúc ${at(params.at, lang)}`
      : `The working calendar was changed at ${at(params.at, lang)}`;
    const was =
      wasDueOn === undefined
        ? ''
        : vi
          ? `; trước đó hạn là ${day(wasDueOn, lang)}`
          : `; until then the due date was ${day(wasDueOn, lang)}`;
    return `${text}${was}${because(reason, lang)}`;
  },
  skipped: skippedText,
  workedRestDay: ({ on }, lang) =>
    lang === 'vi'
      ? `${upperFirst(day(on, lang))} là ngày làm việc bù nên được tính.`
      : `${day(on, lang)} is worked in exchange for another day, so it counts.`,
  halfDay: ({ on }, lang) =>
    lang === 'vi'
      ? `${upperFirst(day(on, lang))} chỉ làm việc một buổi, vẫn tính là một ngày.`
      : `${day(on, lang)} is worked for half a day and counts as a day.`,
  rolledOver: ({ from, to }, lang) =>
    lang === 'vi'
      ? `Ngày cuối, ${day(from, lang)}, là ngày nghỉ nên hạn chuyển sang ngày làm việc kế tiếp, ${day(to, lang)}.`
      : `The last day, ${day(from, lang)}, is a day off, so the limit ends with the next working day, ${day(to, lang)}.`,
  due({ on, nth }, lang) {
    if (nth === undefined) {
      return lang === 'vi' ? `Hạn là hết ${day(on, lang)}.` : `It is due by the end of ${day(on, lang)}.`;
    }
    return lang === 'vi'
      ? `Ngày ${ordinalText(nth, lang)} là ${day(on, lang)}.`
      : `The ${ordinalText(nth, lang)} day is ${day(on, lang)}.`;
  },
  met: ({ late, ...params }, lang) =>
    lang === 'vi'
      ? `Hoàn thành lúc ${at(params.at, lang)}, ${late ? 'quá hạn' : 'đúng hạn'}.`
      : `Done at ${at(params.at, lang)}, ${late ? 'late' : 'in time'}.`,
  cancelled: (params, lang) =>
    `${lang === 'vi' ? 'Việc dừng lúc' : 'Ended without result at'} ${at(params.at, lang)}${because(params.reason, lang)}`,
};

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sourceOf(step: TraceStep, lang: Lang): string | undefined {
  if ('article' in step) return articleText(step.article.article, step.article.instrument, lang);
  if (step.step === 'skipped') {
    const sources = step.params.runs
      .map((run) => sourceText(run.source, lang))
      .filter((text) => text !== undefined);
    return sources.length > 0 ? [...new Set(sources)].join('; ') : undefined;
  }
  if (step.step === 'workedRestDay' || step.step === 'halfDay') return sourceText(step.params.source, lang);
  return undefined;
}

/** One step of the answer to "vì sao là ngày này?": a sentence and what it rests on. */
export type Explanation = { text: string; source?: string };

/** Puts a stored trace into sentences, in the order of its steps. */
export function explainTrace(trace: readonly TraceStep[], lang: Lang): Explanation[] {
  return trace.map((step) => {
    const sentence = SENTENCES[step.step] as (params: TraceStep['params'], lang: Lang) => string;
    const source = sourceOf(step, lang);
    return { text: sentence(step.params, lang), ...(source === undefined ? {} : { source }) };
  });
}

function count(days: number, kind: 'working' | 'calendar', lang: Lang): string {
  return periodText(days, kind === 'working' ? 'workingDay' : 'calendarDay', lang);
}

function daysText(working: number | undefined, calendar: number | undefined, lang: Lang): string {
  return working ? count(working, 'working', lang) : count(calendar ?? 0, 'calendar', lang);
}

/** "còn 2 ngày làm việc", "hạn là hôm nay", "quá 1 ngày làm việc" … as a clerk would say it. */
export function standingWords(standing: Standing, lang: Lang): string {
  const vi = lang === 'vi';
  const over = () => daysText(standing.workingDaysOver, standing.calendarDaysOver, lang);
  switch (standing.state) {
    case 'open': {
      const left = daysText(standing.workingDaysLeft, standing.calendarDaysLeft, lang);
      return vi ? `còn ${left}` : `${left} left`;
    }
    case 'dueToday':
      return vi ? 'hạn là hôm nay' : 'due today';
    case 'overdue':
      return vi ? `quá ${over()}` : `${over()} overdue`;
    case 'paused':
      return vi ? 'đang tạm dừng' : 'paused';
    case 'metInTime':
      return vi ? 'xong đúng hạn' : 'done in time';
    case 'metLate':
      return vi ? `xong, chậm ${over()}` : `done ${over()} late`;
    case 'cancelled':
      return vi ? 'đã dừng' : 'ended without result';
  }
}
