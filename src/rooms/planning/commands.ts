import type { Command, CommandContext, Recorded } from '../../platform/command/index.ts';
import { civilDateOf, isCivilDate } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { listSections } from '../portals/index.ts';
import { createItem, EMPTY_CONTENT } from '../publishing/index.ts';
import { permits } from './permits.ts';
import type { Per } from './rules.ts';
import {
  findTopic,
  insertTarget,
  insertTopic,
  listTargets,
  moveTopic,
  type TopicRow,
  type TopicText,
  updateTopic,
} from './store.ts';

const MOST_A_PERIOD = 200;

const NO_SUCH_TOPIC = new Refusal('no-such-topic', {
  vi: 'Không tìm thấy đề tài này ở cổng của bạn. Hãy tải lại trang.',
  en: 'This topic was not found on your portal. Reload the page.',
});
const SECTION_MISSING = new Refusal(
  'section-missing',
  { vi: 'Hãy chọn chuyên mục của cổng này.', en: 'Choose a section of this portal.' },
  'sectionId',
);

function personIdOf({ actor }: Pick<CommandContext, 'actor'>): number | null {
  return actor.kind === 'person' ? actor.personId : null;
}

async function requireSection({ tx }: CommandContext, portalId: number, sectionId: number): Promise<void> {
  const sections = await listSections(tx, portalId);
  // signed answers come into theirs by themselves
  if (!sections.some(({ id, content_kind }) => id === sectionId && content_kind !== 'questions'))
    throw SECTION_MISSING;
}

function cleanTopic(text: TopicText): TopicText {
  const line = (one: string) => one.normalize('NFC').replace(/\s+/g, ' ').trim();
  const kept = { ...text, title: line(text.title), note: line(text.note) };
  if (kept.title.length < 5 || kept.title.length > 200) {
    throw new Refusal(
      'title-missing',
      { vi: 'Hãy ghi đề tài, từ 5 đến 200 chữ cái.', en: 'Name the topic, in 5 to 200 letters.' },
      'title',
    );
  }
  if (kept.note.length > 1_000) {
    throw new Refusal(
      'note-long',
      { vi: 'Ghi chú không quá 1000 ký tự.', en: 'A note has at most 1000 characters.' },
      'note',
    );
  }
  if (!isCivilDate(kept.plannedOn)) {
    throw new Refusal(
      'day-missing',
      { vi: 'Hãy ghi ngày dự kiến, ví dụ 24/11/2026.', en: 'Give the planned day, for example 24 Nov 2026.' },
      'plannedOn',
    );
  }
  return kept;
}

async function load({ tx }: CommandContext, portalId: number, topicId: number): Promise<TopicRow> {
  const topic = await findTopic(tx, topicId);
  if (topic?.portal_id !== portalId) throw NO_SUCH_TOPIC;
  return topic;
}

function record(context: CommandContext, portalId: number, topicId: number, payload: object): void {
  context.record({ portalId, subject: { kind: 'topic', id: topicId }, payload });
}

export type PlanTopic = TopicText & { portalId: number };

/** Plans a topic of a section for a day. */
export const planTopic: Command<PlanTopic, { topicId: number }> = {
  name: 'planning.planTopic',
  permit: 'planning.plan',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const text = cleanTopic(input);
    await requireSection(context, input.portalId, text.sectionId);
    const { portalId } = input;
    const topicId = await insertTopic(context.tx, {
      ...text,
      portalId,
      by: personIdOf(context),
      at: context.now,
    });
    record(context, portalId, topicId, { sectionId: text.sectionId, plannedOn: text.plannedOn });
    return { topicId };
  },
};

/** Changes what is planned; what was begun keeps its item. */
export const changeTopic: Command<PlanTopic & { topicId: number }, void> = {
  name: 'planning.changeTopic',
  permit: 'planning.plan',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const topic = await load(context, input.portalId, input.topicId);
    const text = cleanTopic(input);
    await requireSection(context, input.portalId, text.sectionId);
    await updateTopic(context.tx, topic.id, text, context.now);
    record(context, input.portalId, topic.id, { before: topic.planned_on, after: text.plannedOn });
  },
};

/** Gives a topic up. */
export const dropTopic: Command<{ portalId: number; topicId: number }, void> = {
  name: 'planning.dropTopic',
  permit: 'planning.plan',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const topic = await load(context, input.portalId, input.topicId);
    await moveTopic(context.tx, topic.id, 'dropped', topic.item_id, context.now);
    record(context, input.portalId, topic.id, { state: 'dropped' });
  },
};

/** Begins the item of a topic: its first draft, by whoever begins it. */
export const beginTopic: Command<
  { portalId: number; topicId: number },
  { itemId: number; editionId: number }
> = {
  name: 'planning.beginTopic',
  permit: 'planning.plan',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const topic = await load(context, input.portalId, input.topicId);
    if (topic.state !== 'planned') {
      throw new Refusal('already-begun', {
        vi: 'Đề tài này đã có bài, hoặc đã bỏ. Hãy tải lại trang.',
        en: 'This topic has an item already, or was dropped. Reload the page.',
      });
    }
    const inside = Object.assign(Object.create(context) as CommandContext, {
      record: (_: Recorded) => undefined,
    });
    const made = await createItem.run(inside, {
      ...{ portalId: input.portalId, sectionId: topic.section_id, language: 'vi' },
      content: { ...EMPTY_CONTENT, title: topic.title },
    });
    await moveTopic(context.tx, topic.id, 'begun', made.itemId, context.now);
    record(context, input.portalId, topic.id, made);
    return made;
  },
};

export interface SetTarget {
  portalId: number;
  sectionId: number;
  /** Null takes the target away. */
  atLeast: number | null;
  per: Per;
}

/** How many new items a section is to bring, from today on. */
export const setTarget: Command<SetTarget, void> = {
  name: 'planning.setTarget',
  permit: 'planning.target',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const { portalId, sectionId, atLeast, per } = input;
    if (atLeast !== null && !(Number.isInteger(atLeast) && atLeast >= 1 && atLeast <= MOST_A_PERIOD)) {
      throw new Refusal(
        'number-unreadable',
        {
          vi: `Hãy ghi số bài từ 1 đến ${MOST_A_PERIOD}, hoặc để trống để bỏ chỉ tiêu.`,
          en: `Give a number from 1 to ${MOST_A_PERIOD}, or leave it empty for no target.`,
        },
        'atLeast',
      );
    }
    await requireSection(context, portalId, sectionId);
    const on = civilDateOf(now);
    const before = (await listTargets(tx, portalId, on)).find(({ section_id }) => section_id === sectionId);
    await insertTarget(tx, { portalId, sectionId, atLeast, per, on, by: personIdOf(context), at: now });
    context.record({
      portalId,
      subject: { kind: 'section', id: sectionId },
      payload: { before: before ?? null, after: { atLeast, per } },
    });
  },
};
