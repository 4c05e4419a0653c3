import { type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { findClock, meetClock, recordClockEvent, startAgreedClock } from '../duties/index.ts';
import { bindingClock, isStopped, resumeClock } from './inquiry-clocks.ts';
import { agreedSubject, clockSubject, inquiryMove, type OfInquiry } from './moving.ts';

/** Asks the asker for what is missing. His clock stops only where the regulation says so. */
export const askBack = inquiryMove<OfInquiry & { note: string }>('askBack', 'inquiries.answer', {
  async act(context, row, { note }) {
    const { tx, now } = context;
    const clock = await bindingClock(context, row.id);
    const stops = clock?.rule.clock.allowsPause === true && clock.metAt === undefined && !isStopped(clock);
    if (stops) await recordClockEvent(tx, clock.id, { kind: 'paused', at: now, reason: ASKED_BACK });
    return { facts: { clockStops: stops }, note, noteForAsker: true };
  },
});

const ASKED_BACK = { vi: 'chờ người hỏi bổ sung', en: 'waiting for the asker' };

export const goOnWithoutReply = inquiryMove<OfInquiry>('goOn', 'inquiries.answer', {
  async act(context, row) {
    await resumeClock(context, row.id);
    return {};
  },
});

/**
 * States the day of the answer. In Lào Cai it is a promise on the same clock, at most ten days; in Quảng Ngãi and Long
 * Xuyên the notice meets the first clock and the day stated is a second one (QN-042, LX-023).
 */
export const promiseAnswer = inquiryMove<OfInquiry & { promisedOn: CivilDate; note: string }>(
  'promise',
  'inquiries.triage',
  {
    async act(context, row, { promisedOn, note }) {
      const { tx, now: at } = context;
      const clock = await findClock(tx, clockSubject(row.id));
      if (
        !clock ||
        (clock.rule.clock.cap === undefined && !clock.rule.satisfiedBy.includes('noticeWithDate'))
      ) {
        throw new Refusal('promise-not-allowed', {
          vi: 'Quy chế không cho hẹn ngày trả lời thay cho hạn này.',
          en: 'The regulation does not let a stated day take the place of this period.',
        });
      }
      if (clock.rule.clock.cap) {
        await recordClockEvent(tx, clock.id, { kind: 'promised', at, promisedOn }).catch(refuseDay);
      } else {
        if (await findClock(tx, agreedSubject(row.id))) {
          throw new Refusal('promised-before', {
            vi: 'Đã hẹn ngày trả lời một lần; quy chế không cho hẹn lại.',
            en: 'A day was stated before; the regulation knows no second notice.',
          });
        }
        await meetClock(tx, clockSubject(row.id), at);
        const agreed = { subject: agreedSubject(row.id), promisedOn, at };
        await startAgreedClock(tx, clock, agreed).catch(refuseDay);
      }
      return {
        changes: { promisedOn },
        facts: { promisedOn, madeOn: civilDateOf(at) },
        note,
        noteForAsker: true,
      };
    },
  },
);

const OF_THE_DAY: ReadonlySet<string> = new Set([
  'clock-promiseBeyondCap',
  'clock-promiseInThePast',
  'clock-promiseOnDayOff',
  'calendar-unconfirmed',
]);

/** What the clock has against the day stands at the field of the day. */
function refuseDay(error: unknown): never {
  if (error instanceof Refusal && OF_THE_DAY.has(error.code))
    throw new Refusal(error.code, error.words, 'promisedOn');
  throw error;
}

/** One extension where the law offers one, with the reason given in writing inside the period (Luật TCTT Đ30). */
export const extendInquiry = inquiryMove<OfInquiry & { note: string }>('extend', 'inquiries.triage', {
  async act(context, row, { note }) {
    const clock = await bindingClock(context, row.id);
    if (!clock) {
      throw new Refusal('no-clock', {
        vi: 'Không có văn bản nào đặt hạn cho thư này nên không có gì để gia hạn.',
        en: 'No text sets a period for this inquiry, so there is nothing to extend.',
      });
    }
    const { dueOn } = await recordClockEvent(context.tx, clock.id, { kind: 'extended', at: context.now });
    return { facts: { dueOn: dueOn ?? null }, note, noteForAsker: true };
  },
});
