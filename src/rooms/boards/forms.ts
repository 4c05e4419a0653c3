import { isCivilDate } from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import { boardPlaces } from '../../rules/profile/index.ts';
import type { FoundBoard, Seating } from './commands.ts';
import { NO_DAY, NO_DECISION } from './refusals.ts';
import { boardWords } from './words.ts';

export type FieldErrors = Readonly<Record<string, Words>>;
export type Parsed<T> = { value: T } | { errors: FieldErrors };

/** Every field as it was typed, to be shown again. */
export interface SeatDraft {
  place: string;
  fullName: string;
  office: string;
  personId: string;
  fromOn: string;
  toOn: string;
  decision: string;
  decidedOn: string;
  isShown: boolean;
}

export interface FoundDraft {
  code: string;
  foundedOn: string;
  standingBody: string;
  decision: string;
  decidedOn: string;
}

const MAX_TEXT = 300;
const textOf = (form: URLSearchParams, name: string) =>
  (form.get(name) ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, MAX_TEXT);

export function readSeat(form: URLSearchParams): SeatDraft {
  const text = (name: string) => textOf(form, name);
  return {
    ...{ place: text('place'), fullName: text('fullName'), office: text('office') },
    ...{ personId: text('personId'), fromOn: text('fromOn'), toOn: text('toOn') },
    ...{ decision: text('decision'), decidedOn: text('decidedOn'), isShown: form.get('isShown') === '1' },
  };
}

export function readFounding(form: URLSearchParams): FoundDraft {
  const text = (name: string) => textOf(form, name);
  return {
    ...{ code: text('code'), foundedOn: text('foundedOn'), standingBody: text('standingBody') },
    ...{ decision: text('decision'), decidedOn: text('decidedOn') },
  };
}

const said = (name: 'choosePlace' | 'chooseDay' | 'chooseBoard'): Words => ({
  vi: boardWords('vi')[name],
  en: boardWords('en')[name],
});

function checkDecision(draft: { decision: string; decidedOn: string }): Record<string, Words> {
  return {
    ...(draft.decision ? {} : { decision: NO_DECISION.words }),
    ...(isCivilDate(draft.decidedOn) ? {} : { decidedOn: NO_DAY }),
  };
}

export function checkSeat(draft: SeatDraft): Parsed<Seating> {
  const place = boardPlaces.find((one) => one === draft.place);
  const errors = {
    ...(place ? {} : { place: said('choosePlace') }),
    ...(isCivilDate(draft.fromOn) ? {} : { fromOn: said('chooseDay') }),
    ...(draft.toOn === '' || isCivilDate(draft.toOn) ? {} : { toOn: said('chooseDay') }),
    ...checkDecision(draft),
  };
  if (!place || Object.keys(errors).length > 0) return { errors };
  const personId = /^\d{1,15}$/.test(draft.personId) ? Number(draft.personId) : null;
  return { value: { ...draft, place, personId, toOn: draft.toOn || null } };
}

export function checkFounding(draft: FoundDraft): Parsed<Omit<FoundBoard, 'portalId'>> {
  const errors = {
    ...(draft.code ? {} : { code: said('chooseBoard') }),
    ...(isCivilDate(draft.foundedOn) ? {} : { foundedOn: said('chooseDay') }),
    ...checkDecision(draft),
  };
  if (Object.keys(errors).length > 0) return { errors };
  return { value: { ...draft, standingBody: draft.standingBody || null } };
}
