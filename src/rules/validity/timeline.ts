/**
 * When a document is in force. Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15 (before 01/04/2025: 80/2015/QH13):
 * - a text applies from the day it states (64/2025 Đ53; 80/2015 Đ151);
 * - it ends when its own time is over, when a new text replaces it, when it is repealed, as a whole or in parts
 *   (64/2025 Đ57.1; 80/2015 Đ154); it stays ended when the text that ended it is itself repealed;
 * - a suspended text does not apply until it is resumed or the suspension has run out.
 */
import { addDays, type CivilDate } from '../calendar/index.ts';
import {
  type Act,
  actsOn,
  daysOf,
  isEnding,
  isOfTheWhole,
  isWithin,
  reasonOf,
  suspensionsOn,
} from './acts.ts';
import type { Dated, Reason, Relation, Span, ValidityState } from './types.ts';

/** What a document is on one day, and why. */
type Standing = Pick<Span, 'state' | 'reasons'>;

/**
 * The stretches of a document's life, from before all time to after it, without gap or overlap. The order of the
 * relations does not matter. `others` holds the dates of the documents that act; one that is missing acts only
 * from a day that its relation states.
 */
export function timelineOf(
  document: Dated,
  incoming: readonly Relation[],
  others: ReadonlyMap<number, Dated>,
): readonly Span[] {
  const acts = actsOn(document.id, incoming, others);
  const own = [document.effectiveOn, document.expiresOn].filter((day) => day !== undefined);
  const days = [...new Set([...own, ...daysOf(acts)])].sort();
  const first = days[0];
  if (first === undefined) return [{ from: undefined, to: undefined, state: 'unknown', reasons: [] }];
  const spans: Span[] = [
    { from: undefined, to: first, ...standingOn(document, acts, addDays(first, -1)) },
    ...days.map((from, index) => ({ from, to: days[index + 1], ...standingOn(document, acts, from) })),
  ];
  return spans.reduce<Span[]>(joined, []);
}

/** Neighbours that say the same become one. */
function joined(before: Span[], next: Span): Span[] {
  const last = before.at(-1);
  const isSame = last?.state === next.state && JSON.stringify(last.reasons) === JSON.stringify(next.reasons);
  return last && isSame ? [...before.slice(0, -1), { ...last, to: next.to }] : [...before, next];
}

/** The stretch a day lies in. */
export function stateOn(spans: readonly Span[], day: CivilDate): Span {
  const found = spans.find(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || day < to),
  );
  if (!found) throw new RangeError(`no span for ${day}: the spans are not those of timelineOf`);
  return found;
}

function standingOn(document: Dated, acts: readonly Act[], day: CivilDate): Standing {
  const ended = endingsOn(document, acts, day);
  if (ended.length > 0) return { state: 'expired', reasons: ended };
  const { effectiveOn } = document;
  if (effectiveOn === undefined) return { state: 'unknown', reasons: [] };
  const effect: Reason = { kind: 'effect', on: effectiveOn, provisions: [] };
  if (day < effectiveOn) return { state: 'notYet', reasons: [effect] };
  const suspensions = suspensionsOn(acts, day);
  const whole = suspensions.filter(isOfTheWhole);
  if (whole.length > 0) return { state: 'suspended', reasons: whole.map(({ act }) => reasonOf(act)) };
  const begun = acts.filter(({ on }) => on <= day);
  const parts = [
    ...begun.filter(isEnding).map(reasonOf),
    ...suspensions.map(({ act, provisions }) => ({ ...reasonOf(act), provisions })),
    ...suspensions.flatMap(({ resumed }) => resumed.map(reasonOf)),
  ];
  const amended = begun.filter(({ kind }) => kind === 'amends').map(reasonOf);
  return parts.length > 0
    ? { state: 'partly', reasons: distinct([...parts, ...amended]) }
    : { state: 'inForce', reasons: [effect, ...amended] };
}

/** What ended the whole: all that fell on the first such day, the acts of others before its own date. */
function endingsOn(document: Dated, acts: readonly Act[], day: CivilDate): Reason[] {
  const endings: Reason[] = acts.filter((act) => isEnding(act) && act.provisions.length === 0).map(reasonOf);
  if (document.expiresOn !== undefined)
    endings.push({ kind: 'expiry', on: document.expiresOn, provisions: [] });
  const first = endings.map(({ on }) => on).sort()[0];
  return first === undefined || first > day ? [] : endings.filter(({ on }) => on === first);
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/**
 * Whether one provision applies on a day. An article of which a clause was repealed or suspended is `partly`.
 * @param address as in rules/provisions; empty for the whole document
 */
export function provisionStateOn(
  address: string,
  document: Dated,
  incoming: readonly Relation[],
  others: ReadonlyMap<number, Dated>,
  day: CivilDate,
): ValidityState {
  const acts = actsOn(document.id, incoming, others);
  const { state } = standingOn(document, acts, day);
  if (state !== 'partly' || address === '') return state;
  const ended = acts.filter((act) => isEnding(act) && act.on <= day).flatMap(({ provisions }) => provisions);
  if (ended.some((holder) => isWithin(address, holder))) return 'expired';
  const held = suspensionsOn(acts, day).map((one) => holdOn(address, one.provisions, one.except));
  if (held.includes('suspended')) return 'suspended';
  const isTouched = held.includes('partly') || ended.some((part) => isWithin(part, address));
  return isTouched ? 'partly' : 'inForce';
}

/** What one suspension means for an address. */
function holdOn(
  address: string,
  provisions: readonly string[],
  except: readonly string[],
): 'suspended' | 'partly' | 'free' {
  if (except.some((holder) => isWithin(address, holder))) return 'free';
  const isHeld = provisions.length === 0 || provisions.some((holder) => isWithin(address, holder));
  if (isHeld) return except.some((part) => isWithin(part, address)) ? 'partly' : 'suspended';
  return provisions.some((part) => isWithin(part, address)) ? 'partly' : 'free';
}
