import type { CommandContext } from '../../platform/command/index.ts';
import { escapeText } from '../../rules/body-html/index.ts';
import { civilDateOf, formatDate, isCivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { inquiryRules, nationalOn } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type Clock, findClock, meetClock, profileOf } from '../duties/index.ts';
import { listSections } from '../portals/index.ts';
import { EMPTY_CONTENT, type Published, publishSigned, textToHtml } from '../publishing/index.ts';
import { INTAKE_RULES } from './intakes.ts';
import { holdsPrivate } from './masking-rules.ts';
import { agreedSubject, clockSubject, inquiryMove, type OfInquiry, personIdOf } from './moving.ts';
import { type AnswerMode, checkAnswer } from './rules.ts';
import { type AnswerContent, type Asker, openJson, sealJson } from './sealed.ts';
import {
  type AnswerRow,
  type Citation,
  findAnswer,
  type InquiryRow,
  markAnswer,
  saveAnswer,
} from './store.ts';

export interface DraftAnswer extends OfInquiry {
  content: AnswerContent;
  citations: readonly Citation[];
  mode: AnswerMode;
  /** The version the writer began with; 0 for the first draft. */
  from: number;
}

/** Keeps the draft. What somebody else saved meanwhile is never overwritten. */
export const draftAnswer = inquiryMove<DraftAnswer>('draft', 'inquiries.answer', {
  async act(context, row, input) {
    const { tx, seal, now } = context;
    const kept = await saveAnswer(tx, {
      ...{ inquiryId: row.id, portalId: row.portal_id, citations: input.citations, mode: input.mode },
      content: sealJson(seal, row.code_digest, 'answer', cleaned(input.content)),
      ...{ writer: personIdOf(context), from: input.from, at: now },
    });
    if (!kept) {
      throw new Refusal('saved-meanwhile', {
        vi: 'Người khác vừa lưu dự thảo này. Bài của bạn còn nguyên trên màn hình: hãy mở bản mới ở thẻ khác, so và chép phần cần giữ.',
        en: 'Somebody else has just saved this draft. Your text is still on the screen: open the new version in another tab, compare, and keep what you need.',
      });
    }
    return { facts: { version: input.from + 1, mode: input.mode } };
  },
});

const cleaned = (content: AnswerContent): AnswerContent => ({
  title: content.title.normalize('NFC').replace(/\s+/g, ' ').trim(),
  question: content.question.normalize('NFC').trim(),
  answer: content.answer.normalize('NFC').trim(),
  aside: content.aside.normalize('NFC').trim(),
});

interface Ready {
  answer: AnswerRow;
  content: AnswerContent;
}

/** The draft, which has everything an answer needs. @throws Refusal naming what is missing */
async function readyAnswer(context: CommandContext, row: InquiryRow): Promise<Ready> {
  const { tx, seal, now, profiles } = context;
  const answer = await findAnswer(tx, row.id);
  const content = answer && openJson<AnswerContent>(seal, row.code_digest, 'answer', answer.content);
  if (!answer || !content) {
    throw new Refusal('no-draft', {
      vi: 'Chưa có dự thảo trả lời. Hãy viết và lưu dự thảo trước.',
      en: 'There is no draft yet. Write and save one first.',
    });
  }
  const today = civilDateOf(now);
  const profile = await profileOf(tx, row.locality_id, today, profiles);
  const rules = inquiryRules(profile, nationalOn(profiles, profile, today), today);
  checkAnswer({
    ...content,
    mode: answer.mode,
    publishes: INTAKE_RULES[row.intake].publishes,
    commonConcern: row.common_concern,
    mustPublishCommon: rules.delivery?.mustPublish === 'commonConcern',
    personalDataLeft: holdsPrivate(content, openJson<Asker>(seal, row.code_digest, 'asker', row.asker)),
  });
  return { answer, content };
}

export const submitAnswer = inquiryMove<OfInquiry>('submit', 'inquiries.answer', {
  async act(context, row) {
    const { answer } = await readyAnswer(context, row);
    return { facts: { version: answer.version } };
  },
});

export const checkAnswerOf = inquiryMove<OfInquiry>('check', 'inquiries.check', {
  async act(context, row) {
    const { answer } = await readyAnswer(context, row);
    await markAnswer(context.tx, row.id, 'checked', personIdOf(context), context.now);
    return { facts: { version: answer.version }, writers: answer.writers };
  },
});

export const sendBackAnswer = inquiryMove<OfInquiry & { note: string }>('sendBack', 'inquiries.check', {
  async act(context, row, { note }) {
    await markAnswer(context.tx, row.id, 'sentBack', personIdOf(context), context.now);
    return { note };
  },
});

/**
 * A leader of the body signs (LC-063): the clock is met, the asker is written to, and what is public stands on the
 * body's portal under the one address it keeps.
 */
export const signAnswer = inquiryMove<OfInquiry>('sign', 'inquiries.sign', {
  async act(context, row) {
    const { tx, now } = context;
    const signer = personIdOf(context);
    if (signer === null) throw new Error('Only a person signs.');
    const ready = await readyAnswer(context, row);
    const { answer } = ready;
    if (answer.writers.includes(signer)) return { writers: answer.writers };
    await markAnswer(tx, row.id, 'signed', signer, now);
    const clock = await meetClocks(context, row.id);
    const published =
      answer.mode === 'direct' ? undefined : await publishAnswer(context, row, ready, signer, clock);
    const { itemId = null, publication } = published ?? {};
    return {
      changes: { answeredAt: now, answerMode: answer.mode, ...(itemId !== null && { itemId }) },
      facts: { version: answer.version, mode: answer.mode, itemId, ...(publication && { publication }) },
      writers: answer.writers,
    };
  },
});

/** @returns the clock that bound: that of the day stated, where one was */
async function meetClocks({ tx, now }: CommandContext, inquiryId: number): Promise<Clock | undefined> {
  const agreed = await findClock(tx, agreedSubject(inquiryId));
  if (agreed) return meetClock(tx, agreedSubject(inquiryId), now);
  return meetClock(tx, clockSubject(inquiryId), now);
}

async function publishAnswer(
  context: CommandContext,
  row: InquiryRow,
  { answer, content }: Ready,
  signedBy: number,
  clock: Clock | undefined,
): Promise<{ itemId: number } & Published> {
  const sections = await listSections(context.tx, row.portal_id);
  const section = sections.find((one) => one.content_kind === 'questions');
  if (!section) {
    throw new Refusal('no-questions-section', {
      vi: 'Cổng chưa có chuyên mục Hỏi – Đáp. Hãy nhờ quản trị nội dung mở chuyên mục, hoặc chọn trả lời trực tiếp.',
      en: 'The portal has no section for questions and answers. Ask the content administrator to open one, or answer directly.',
    });
  }
  const [first, ...others] = answer.writers;
  if (first === undefined) throw new Error(`The answer to inquiry ${row.id} has no writer.`);
  return publishSigned(context, {
    ...{ portalId: row.portal_id, sectionId: section.id, language: row.language, signedBy },
    writers: [first, ...others],
    ...(clock && { clock }),
    content: {
      ...EMPTY_CONTENT,
      title: content.title,
      bodyHtml: bodyOf(content, answer.citations, row.language),
      facts: {
        askedOn: civilDateOf(row.received_at),
        answeredOn: civilDateOf(context.now),
        // the list of answered questions is chosen from by it
        ...(row.topic !== null && { topic: row.topic }),
      },
    },
  });
}

const HEADS = {
  vi: { question: 'Câu hỏi', answer: 'Trả lời', basis: 'Căn cứ', issued: 'ngày' },
  en: { question: 'Question', answer: 'Answer', basis: 'Legal basis', issued: 'of' },
} as const;

const dayOf = (text: string, lang: Lang) => (isCivilDate(text) ? formatDate(text, lang, 'short') : text);

/** The public text: question, answer, the legal texts it rests on (LC-059). */
function bodyOf(content: AnswerContent, citations: readonly Citation[], lang: 'vi' | 'en'): string {
  const heads = HEADS[lang];
  const basis = citations.map((one) => {
    const parts = [one.article, one.number, one.abstract, one.issuer].filter((part) => part !== '');
    return `<li>${escapeText(parts.join(', '))}${one.issuedOn ? ` (${heads.issued} ${escapeText(dayOf(one.issuedOn, lang))})` : ''}</li>`;
  });
  return [
    `<h2>${heads.question}</h2>${textToHtml(content.question)}`,
    `<h2>${heads.answer}</h2>${textToHtml(content.answer)}`,
    ...(basis.length > 0 ? [`<h2>${heads.basis}</h2><ul>${basis.join('')}</ul>`] : []),
  ].join('');
}
