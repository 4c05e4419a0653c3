import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Command } from '../../src/platform/command/index.ts';
import { sql } from '../../src/platform/db/index.ts';
import {
  checkAnswerOf,
  draftAnswer,
  sendBackAnswer,
  signAnswer,
  submitAnswer,
} from '../../src/rooms/inquiries/answering.ts';
import { askBodies, contributeToInquiry } from '../../src/rooms/inquiries/bodies.ts';
import { INTAKE_RULES } from '../../src/rooms/inquiries/intakes.ts';
import { mergeInquiry, splitInquiry } from '../../src/rooms/inquiries/joining.ts';
import type { Moved, OfInquiry } from '../../src/rooms/inquiries/moving.ts';
import { addToInquiry, replyToInquiry, withdrawInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { isOpen, REFUSALS, type State } from '../../src/rooms/inquiries/rules.ts';
import { digestOfCode } from '../../src/rooms/inquiries/sealed.ts';
import {
  acceptInquiry,
  assignOfficer,
  forwardInquiry,
  giveBackInquiry,
  reclassifyInquiry,
  refuseInquiry,
  sendOutInquiry,
} from '../../src/rooms/inquiries/sorting.ts';
import { askBack, extendInquiry, goOnWithoutReply, promiseAnswer } from '../../src/rooms/inquiries/timing.ts';
import { addDays, civilDateOf } from '../../src/rules/calendar/index.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import type { Post } from './inquiries.ts';
import { type Office, PAUSING } from './inquiry-grounds.ts';
import { count, isConfidential, type Matter, type Story } from './inquiry-history.ts';

type Doing = () => Promise<readonly Matter[]>;
/** What may be done next; undefined when nothing of the kind can be tried now. */
type Step = (story: Story, matter: Matter) => Doing | undefined;

const NOTE = 'Nội dung của phép thử.';

/** A command by a member of staff, by the machine where the body has no people. @returns whether it was not refused */
async function does<I extends OfInquiry>(
  story: Story,
  matter: Matter,
  post: Post,
  command: Command<I, Moved>,
  input: Omit<I, 'portalId' | 'inquiryId'>,
  office: Office = matter.holder,
): Promise<boolean> {
  const wanted = isConfidential(matter) ? (post === 'editor' ? 'boardMember' : 'head') : post;
  const actor = office.staff[wanted] ?? matter.ground.machine;
  const whole = { ...input, portalId: office.portalId, inquiryId: matter.id } as unknown as I;
  try {
    const { state } = await story.hall.app.ports.perform(actor, command, whole);
    matter.state = state;
    count(story.done, command.name);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    count(story.refused, `${command.name}: ${error.code}`);
    return false;
  }
}

const asAsker = (command: Command<OfInquiry & { note: string }, Moved>): Step => {
  return (story, matter) => async () => {
    await does(story, matter, 'editor', command, noted(), { ...matter.received, staff: {} });
    return isOpen(matter.state) ? [matter] : [matter, ...(await released(story, matter))];
  };
};

/** A step that is one command with nothing to choose. */
const plain = <I extends OfInquiry>(
  post: Post,
  command: Command<I, Moved>,
  input: (story: Story, matter: Matter) => Omit<I, 'portalId' | 'inquiryId'>,
): Step => {
  return (story, matter) => {
    const chosen = input(story, matter);
    return async () => {
      await does(story, matter, post, command, chosen);
      return [matter];
    };
  };
};

const noted = () => ({ note: NOTE });

function classOf({ chance }: Story, { intake }: Matter) {
  const { variants } = INTAKE_RULES[intake];
  const variant = variants.length > 0 && chance.happens(0.6) ? chance.pick(variants) : undefined;
  return { ...(variant && { variant }), commonConcern: chance.happens(0.2) };
}

const forward: Step = (story, matter) => {
  const { main, member, spare } = matter.ground;
  const to = story.chance.pick([main, member, spare].filter((office) => office !== matter.holder));
  return async () => {
    const from = matter.holder;
    if (await does(story, matter, 'checker', forwardInquiry, { toPortalId: to.portalId, note: NOTE }))
      Object.assign(matter, { holder: to, sentBy: from });
    return [matter];
  };
};

const giveBack: Step = (story, matter) => {
  const { sentBy } = matter;
  return async () => {
    if (await does(story, matter, 'checker', giveBackInquiry, noted()))
      Object.assign(matter, { holder: sentBy, sentBy: undefined });
    return [matter];
  };
};

const invite: Step = (story, matter) => {
  const { main, member } = matter.ground;
  const other = matter.holder === main ? member : main;
  return async () => {
    if (await does(story, matter, 'boardMember', askBodies, { portalIds: [other.portalId] }))
      matter.co = [other];
    return [matter];
  };
};

const contribute: Step = (story, matter) => {
  const [body] = matter.co;
  if (!body) return undefined;
  return async () => {
    await does(story, matter, 'editor', contributeToInquiry, { contribution: NOTE }, body);
    return [matter];
  };
};

const promise: Step = (story, matter) => {
  const promisedOn = addDays(civilDateOf(story.now), story.chance.whole(-1, 16));
  return async () => {
    await does(story, matter, 'boardMember', promiseAnswer, { promisedOn, note: NOTE });
    return [matter];
  };
};

const merge: Step = (story, matter) => {
  for (let tries = 0; tries < 60; tries++) {
    const into = story.chance.pick(story.matters);
    const fits = into !== matter && into.holder === matter.holder && into.intake === matter.intake;
    if (!fits || !isOpen(into.state)) continue;
    return async () => {
      if (await does(story, matter, 'boardMember', mergeInquiry, { intoId: into.id })) into.hasJoined = true;
      return [matter];
    };
  }
  return undefined;
};

/** What was joined to a matter that is over, and is worked on by itself again: asked of the database, wherever it is. */
async function released(story: Story, { id, ground }: Matter): Promise<Matter[]> {
  const rows = await story.hall.app.ports.database.transaction({ as: 'system' }, (tx) =>
    tx.rows<{ id: number; portal_id: number; sent_by_portal_id: number | null }>(
      sql`select id, portal_id, sent_by_portal_id from inquiry where id in (select inquiry_id from inquiry_event
        where move = 'release' and (facts->>'fromId')::bigint = ${id})`,
    ),
  );
  const offices = [ground.main, ground.member, ground.spare];
  const officeOf = (portalId: number | null) => offices.find((one) => one.portalId === portalId);
  return rows.map((row) => {
    const matter = story.matters.find((one) => one.id === row.id) ?? assert.fail(`matter ${row.id}`);
    const holder = officeOf(row.portal_id) ?? assert.fail(`portal ${row.portal_id}`);
    return Object.assign(matter, { state: 'received', holder, sentBy: officeOf(row.sent_by_portal_id) });
  });
}

const split: Step = (story, matter) => {
  const parts = Array.from({ length: story.chance.whole(2, 3) }, (_, i) => ({
    title: `Phần ${i + 1}`,
    text: `Nội dung của phần ${i + 1}.`,
  }));
  return async () => {
    const { ports } = story.hall.app;
    const codes = parts.map(() => {
      const code = randomBytes(7).toString('hex');
      return { code, digest: digestOfCode(ports.seal, code) };
    });
    if (!(await does(story, matter, 'boardMember', splitInquiry, { parts, codes }))) return [matter];
    const rows = await ports.database.transaction({ as: 'system' }, (tx) =>
      tx.rows<{ id: number }>(sql`select id from inquiry where parent_id = ${matter.id} order by id`),
    );
    assert.equal(rows.length, parts.length);
    const fresh = {
      state: 'received',
      sentBy: undefined,
      co: [],
      draftVersion: 0,
      hasJoined: false,
    } as const;
    const children = rows.map(({ id }): Matter => ({ ...matter, ...fresh, id }));
    story.matters.push(...children);
    return [matter, ...children, ...(await released(story, matter))];
  };
};

const write: Step = (story, matter) => {
  const { chance } = story;
  const mode = INTAKE_RULES[matter.intake].publishes
    ? chance.pick(['public', 'both', 'direct', 'direct'] as const)
    : 'direct';
  const content = { title: 'Hỗ trợ giống', question: 'Có được hỗ trợ?', answer: 'Có, một nửa.', aside: '' };
  const isHandedOn = chance.happens(0.85);
  const isKept = matter.draftVersion > 0 && chance.happens(0.4);
  return async () => {
    const draft = { content, citations: [], mode, from: matter.draftVersion };
    if (!isKept && (await does(story, matter, 'editor', draftAnswer, draft))) matter.draftVersion += 1;
    if (isHandedOn) await does(story, matter, 'editor', submitAnswer, {});
    return [matter];
  };
};

const wait: Step = (_story, matter) => async () => [matter];

/** Mostly where a text offers it; now and then also where none does. */
const extend: Step = (story, matter) => {
  const isOffered = matter.intake === 'information' || matter.ground.code === PAUSING;
  if (!isOffered && story.chance.happens(0.85)) return undefined;
  return plain('boardMember', extendInquiry, noted)(story, matter);
};

const withdraw = asAsker(withdrawInquiry);
const add = asAsker(addToInquiry);
const refuse = plain('boardMember', refuseInquiry, ({ chance }) => ({
  reason: chance.happens(0.6) ? 'outOfScope' : chance.pick(REFUSALS),
  note: NOTE,
}));
const reclassify = plain('boardMember', reclassifyInquiry, classOf);
const sendBack = plain('checker', sendBackAnswer, noted);

type Weighed = readonly (readonly [weight: number, step: Step])[];

/** What happens in each state, by how often. */
const STEPS: Readonly<Partial<Record<State, Weighed>>> = {
  received: [
    [55, plain('checker', acceptInquiry, classOf)],
    [16, forward],
    [6, giveBack],
    [4, refuse],
    [2, plain('boardMember', sendOutInquiry, () => ({ note: NOTE, body: 'Thanh tra tỉnh' }))],
    [9, merge],
    [3, split],
    [2, withdraw],
    [3, add],
    [2, plain('checker', assignOfficer, () => ({ officerId: null }))],
    // tried too early
    [2, plain('editor', submitAnswer, () => ({}))],
  ],
  inProgress: [
    [40, write],
    [9, plain('editor', askBack, noted)],
    [9, promise],
    [10, extend],
    [6, invite],
    [7, contribute],
    [6, reclassify],
    [4, forward],
    [2, giveBack],
    [2, refuse],
    [4, merge],
    [2, split],
    [1, withdraw],
    [2, add],
    // tried too late
    [2, plain('checker', acceptInquiry, classOf)],
  ],
  waitingForAsker: [
    [50, asAsker(replyToInquiry)],
    [25, plain('editor', goOnWithoutReply, () => ({}))],
    [15, wait],
    [5, reclassify],
    [3, withdraw],
    [2, plain('boardMember', extendInquiry, noted)],
  ],
  drafted: [
    [80, plain('checker', checkAnswerOf, () => ({}))],
    [10, sendBack],
    [4, reclassify],
    [4, contribute],
    [2, withdraw],
  ],
  checked: [
    [84, plain('head', signAnswer, () => ({}))],
    [10, sendBack],
    [4, add],
    [2, withdraw],
  ],
};

/** What moves those that were joined to a matter. */
const WITH_JOINED: Weighed = [
  [3, withdraw],
  [3, split],
  [6, merge],
  [3, forward],
];

/** What happens next to an open matter; chosen now, done when called. */
export function chooseStep(story: Story, matter: Matter): Doing {
  const { holder, state } = matter;
  const hasPeople = Object.keys(holder.staff).length > 0;
  // a body without people can only pass on what it got
  const idle: Weighed = [
    [50, wait],
    [25, giveBack],
    [10, add],
    [5, withdraw],
  ];
  const isSorted = state === 'received' || state === 'inProgress';
  const usual =
    hasPeople && isSorted && matter.hasJoined && story.chance.happens(0.5) ? WITH_JOINED : STEPS[state];
  const step = story.chance.weigh(hasPeople ? (usual ?? [[1, wait]]) : idle);
  return (step(story, matter) ?? wait(story, matter)) as Doing;
}
