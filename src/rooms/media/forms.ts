import { civilDateOf, isCivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { detailsWords } from './details-words.ts';
import type { Described } from './store.ts';

/** Fields of the details page, as they were typed. */
export interface DescribedDraft {
  description: string;
  caption: string;
  author: string;
  source: string;
  licence: string;
  takenOn: string;
  focalX: string;
  focalY: string;
  transcript: string;
}

/** Longest text of each, in letters; a transcript of an hour has some 60,000. */
const MOST: Readonly<
  Record<'description' | 'caption' | 'author' | 'source' | 'licence' | 'transcript', number>
> = {
  ...{ description: 500, caption: 500, author: 200, source: 300, licence: 300, transcript: 200_000 },
};
type TextField = keyof typeof MOST;
const TEXTS = Object.keys(MOST) as TextField[];

export function draftOfDetails(row: Described): DescribedDraft {
  const { description, caption, author, source, licence, transcript } = row;
  return {
    ...{ description, caption, author, source, licence, transcript, takenOn: row.taken_on ?? '' },
    ...{ focalX: String(row.focal_x), focalY: String(row.focal_y) },
  };
}

export function readDetails(form: URLSearchParams): DescribedDraft {
  const text = (name: string) => form.get(name) ?? '';
  return {
    ...{ description: text('description'), caption: text('caption'), author: text('author') },
    ...{ source: text('source'), licence: text('licence'), takenOn: text('takenOn') },
    ...{ focalX: text('focalX'), focalY: text('focalY'), transcript: text('transcript') },
  };
}

export interface FormProblem {
  field: string;
  text: string;
}

const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const lines = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** What was typed as it is stored, or what is wrong with it. */
export function parseDetails(
  draft: DescribedDraft,
  now: Date,
  lang: Lang,
): { fields: Described; problems?: undefined } | { problems: FormProblem[] } {
  const w = detailsWords(lang);
  const problems: FormProblem[] = TEXTS.filter((name) => draft[name].length > MOST[name]).map((name) => ({
    field: name,
    text: w.tooLong(MOST[name]),
  }));
  const takenOn = draft.takenOn.trim();
  if (takenOn && (!isCivilDate(takenOn) || takenOn > civilDateOf(now)))
    problems.push({ field: 'takenOn', text: w.badDate });
  const point = (name: 'focalX' | 'focalY') => {
    const text = draft[name].trim();
    // a form of a file that is no picture has no such field
    if (text === '') return 50;
    if (!/^\d{1,3}$/.test(text) || Number(text) > 100) problems.push({ field: name, text: w.badPoint });
    return Number(text);
  };
  const [focal_x, focal_y] = [point('focalX'), point('focalY')];
  if (problems.length > 0) return { problems };
  const { description, caption, author, source, licence, transcript } = draft;
  return {
    fields: {
      ...{ description: line(description), caption: line(caption), author: line(author) },
      ...{ source: line(source), licence: line(licence), transcript: lines(transcript) },
      ...{ taken_on: takenOn || null, focal_x, focal_y },
    },
  };
}

/** Of the fields for many files at once, those somebody filled in. */
export function readMany(form: URLSearchParams): Partial<Described> {
  const names = ['description', 'caption', 'author', 'source', 'licence'] as const;
  return Object.fromEntries(
    names
      .map((name) => [name, line(form.get(name) ?? '').slice(0, MOST[name])] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** Numbers of files that were ticked. */
export function readTicked(form: URLSearchParams): number[] {
  const ids = form.getAll('media').filter((text) => /^\d{1,15}$/.test(text));
  return [...new Set(ids.map(Number))].slice(0, 200);
}
