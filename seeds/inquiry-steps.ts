import { createHash } from 'node:crypto';
import type { Command } from '../src/platform/command/index.ts';
import { calendarOf } from '../src/rooms/duties/index.ts';
import {
  acceptInquiry,
  askBack,
  askBodies,
  assignOfficer,
  type Citation,
  type Classify,
  type Content,
  checkAnswerOf,
  contributeToInquiry,
  digestOfCode,
  draftAnswer,
  type FromAsker,
  forwardInquiry,
  listChildren,
  mergeInquiry,
  type OfInquiry,
  promiseAnswer,
  type RefusalReason,
  refuseInquiry,
  replyToInquiry,
  sendOutInquiry,
  signAnswer,
  splitInquiry,
  submitAnswer,
  withdrawInquiry,
} from '../src/rooms/inquiries/index.ts';
import type { Person } from '../src/rules/access/index.ts';
import { addDays, civilDateOf } from '../src/rules/calendar/index.ts';
import { CASE_CODE_BYTES, makeCode } from '../src/rules/case-code/index.ts';
import type { OpenedPlace, StaffedPortal } from './opening.ts';
import type { PastPorts } from './past.ts';

// What befalls an inquiry of the demo, one function a move: each gives steps that the story takes in their time.

/** An inquiry of the demo that has come in. */
export interface DemoCase {
  past: PastPorts;
  place: OpenedPlace;
  id: number;
  content: Content;
  /** The portal of the body that has it now. */
  holder: StaffedPortal;
  /** Ids of the other inquiries of the place, by their keys. */
  ids: ReadonlyMap<string, number>;
}

/** One step, so many days after the receipt, at the earliest at that time of day. */
export interface Step {
  after: number;
  at: string;
  take(one: DemoCase): Promise<void>;
}

type Post = 'writer' | 'board' | 'checker' | 'head';

/** In small bodies the head does what a board or a checker does elsewhere. */
const POSTS = {
  writer: ['editor'],
  board: ['boardMember', 'head'],
  checker: ['checker', 'boardMember', 'head'],
  head: ['head'],
} as const satisfies Record<Post, readonly string[]>;

function officerOf({ people, text }: StaffedPortal, post: Post): Person {
  for (const role of POSTS[post]) {
    const found = people.find(({ roles }) => roles.includes(role));
    if (found) return found.actor;
  }
  throw new Error(`${text.host} has nobody for the post of ${post}.`);
}

export function portalOf(place: OpenedPlace, host: string): StaffedPortal {
  const found = place.portals.find(({ text }) => text.host === host);
  if (!found) throw new Error(`The demo has no portal ${host}.`);
  return found;
}

async function by<Input extends OfInquiry>(
  one: Pick<DemoCase, 'past' | 'id' | 'holder'>,
  post: Post,
  command: Command<Input, unknown>,
  input: Omit<Input, keyof OfInquiry>,
): Promise<void> {
  const { past, id: inquiryId, holder } = one;
  const whole = { ...input, inquiryId, portalId: holder.portalId } as Input;
  await past.ports.perform(officerOf(holder, post), command, whole);
}

/** A code that is the same at every seeding, so that pictures and instructions can name it. */
export function demoCode(host: string, title: string): string {
  return makeCode(createHash('sha256').update(`${host} ${title}`).digest().subarray(0, CASE_CODE_BYTES));
}

/** The board takes it in. */
export function accepted(after: number, as: Partial<Omit<Classify, keyof OfInquiry>> = {}): Step {
  return {
    ...{ after, at: '09:10' },
    take: (one) => by(one, 'board', acceptInquiry, { commonConcern: false, ...as }),
  };
}

/** The board puts the body's writer in charge. */
export function assigned(after: number): Step {
  return {
    ...{ after, at: '09:20' },
    take: (one) => by(one, 'board', assignOfficer, { officerId: officerOf(one.holder, 'writer').personId }),
  };
}

/** Passed on to the body that is competent, which has it from then on. */
export function forwarded(after: number, host: string, note = ''): Step {
  return {
    ...{ after, at: '10:00' },
    take: async (one) => {
      const to = portalOf(one.place, host);
      await by(one, 'board', forwardInquiry, { toPortalId: to.portalId, note });
      one.holder = to;
    },
  };
}

export function refused(after: number, reason: RefusalReason, note: string): Step {
  return { after, at: '10:20', take: (one) => by(one, 'board', refuseInquiry, { reason, note }) };
}

export function sentOut(after: number, body: string, note: string): Step {
  return { after, at: '10:40', take: (one) => by(one, 'board', sendOutInquiry, { body, note }) };
}

export function askedBack(after: number, note: string): Step {
  return { after, at: '14:10', take: (one) => by(one, 'writer', askBack, { note }) };
}

/** The asker answers what he was asked back. */
export function replied(after: number, note: string): Step {
  return { after, at: '19:30', take: (one) => byAsker(one, replyToInquiry, note) };
}

/** The asker takes it back. */
export function withdrawn(after: number, note: string): Step {
  return { after, at: '20:10', take: (one) => byAsker(one, withdrawInquiry, note) };
}

async function byAsker(
  { past, place, id: inquiryId, holder }: DemoCase,
  command: Command<FromAsker, unknown>,
  note: string,
): Promise<void> {
  const { portalId } = holder;
  await past.ports.perform(publicOf(place), command, { portalId, inquiryId, note });
}

/** The day of the answer is stated: so many days later, or the next working day. Nobody promises past the calendar. */
export function promised(after: number, days: number, note: string): Step {
  return {
    ...{ after, at: '15:00' },
    take: async (one) => {
      const { ports } = one.past;
      const { localityId } = one.place.machine;
      const calendar = await ports.database.transaction({ as: 'system' }, (tx) => calendarOf(tx, localityId));
      let promisedOn = addDays(civilDateOf(ports.now()), days);
      while (promisedOn <= calendar.confirmedThrough && !calendar.isWorkingDay(promisedOn))
        promisedOn = addDays(promisedOn, 1);
      if (promisedOn > calendar.confirmedThrough) return;
      await by(one, 'board', promiseAnswer, { promisedOn, note });
    },
  };
}

/** Another body is asked for its part, and gives it a day later. */
export function contributed(after: number, host: string, contribution: string): Step[] {
  return [
    {
      ...{ after, at: '10:30' },
      take: (one) => by(one, 'board', askBodies, { portalIds: [portalOf(one.place, host).portalId] }),
    },
    {
      ...{ after: after + 1, at: '15:40' },
      take: (one) =>
        by({ ...one, holder: portalOf(one.place, host) }, 'writer', contributeToInquiry, { contribution }),
    },
  ];
}

/** Joined to another of the same matter. */
export function merged(after: number, into: string): Step {
  return {
    ...{ after, at: '11:00' },
    take: (one) => {
      const intoId = one.ids.get(into);
      if (intoId === undefined) throw new Error(`Nothing called ${into} has come in yet.`);
      return by(one, 'board', mergeInquiry, { intoId });
    },
  };
}

/** Several matters in one letter: each part goes to the body of its host. */
export function splitTo(after: number, parts: readonly (Content & { host: string })[]): Step {
  return {
    ...{ after, at: '11:10' },
    take: async (one) => {
      const { ports } = one.past;
      const codes = parts.map(({ host, title }) => {
        const code = demoCode(host, title);
        return { code, digest: digestOfCode(ports.seal, code) };
      });
      const contents = parts.map(({ title, text }) => ({ title, text }));
      await by(one, 'board', splitInquiry, { parts: contents, codes });
      const children = await ports.database.transaction({ as: 'system' }, (tx) => listChildren(tx, one.id));
      for (const [at, { host }] of parts.entries()) {
        const id = children[at]?.id;
        if (id === undefined) throw new Error('A part of a split letter is missing.');
        await by({ ...one, id }, 'board', forwardInquiry, {
          toPortalId: portalOf(one.place, host).portalId,
          note: '',
        });
      }
    },
  };
}

/** An answer as it is drafted; what is left out is taken from the letter. */
export interface AnswerText {
  title?: string;
  question?: string;
  answer: string;
  aside?: string;
  basis?: readonly Citation[];
  /** Only to the asker. */
  direct?: true;
}

/** A draft that is being written. */
export function drafting(after: number, text: AnswerText): Step {
  return { after, at: '10:15', take: (one) => by(one, 'writer', draftAnswer, draftOf(one, text)) };
}

function draftOf({ content }: DemoCase, { title, question, answer, aside, basis, direct }: AnswerText) {
  return {
    content: {
      ...{ title: title ?? content.title, question: question ?? content.text, answer },
      aside: aside ?? '',
    },
    ...{ citations: basis ?? [], mode: direct ? ('direct' as const) : ('both' as const), from: 0 },
  };
}

/** Drafted and handed on for checking. */
export function submitted(after: number, text: AnswerText): Step[] {
  return [drafting(after, text), { after, at: '11:00', take: (one) => by(one, 'writer', submitAnswer, {}) }];
}

/** Checked; waits for the signature of the head. */
export function checked(after: number, text: AnswerText): Step[] {
  return [
    ...submitted(after, text),
    { after, at: '14:20', take: (one) => by(one, 'checker', checkAnswerOf, {}) },
  ];
}

/** Drafted, checked and signed on one day: with `direct` to the asker alone, else in public. */
export function answered(after: number, text: AnswerText): Step[] {
  return [...checked(after, text), { after, at: '16:00', take: (one) => by(one, 'head', signAnswer, {}) }];
}

/** Whoever sends something in. */
export const publicOf = ({ machine }: OpenedPlace) => ({ ...machine, name: 'public' });

/** A legal text an answer rests on; all of them are invented. */
export function basis(
  number: string,
  abstract: string,
  issuedOn: string,
  issuer: string,
  article = '',
): Citation {
  return { number, abstract, issuedOn, issuer, article };
}
