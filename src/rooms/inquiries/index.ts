/** What people send in and are answered: questions, feedback, complaints, remarks, requests for information. */
export { INQUIRY_PATHS } from './addresses.ts';
export { checkAnswerOf, draftAnswer, signAnswer, submitAnswer } from './answering.ts';
export { askBodies, contributeToInquiry } from './bodies.ts';
export { replayErasures } from './erasures.ts';
export type { Intake } from './intakes.ts';
export { mergeInquiry, splitInquiry } from './joining.ts';
export { type OfInquiry, STAFF_NEWS_JOB, TELL_JOB } from './moving.ts';
export { AnswerNote, answerNoteOf, CallToAsk } from './pages/public-answer-note.tsx';
export { describeQuestions } from './pages/public-home.tsx';
export { type FromAsker, receiveInquiry, replyToInquiry, withdrawInquiry } from './receiving.ts';
export { inquiriesRoom } from './room.ts';
export type { RefusalReason } from './rules.ts';
export { type Asker, type Content, digestOfCode } from './sealed.ts';
export {
  acceptInquiry,
  assignOfficer,
  type Classify,
  forwardInquiry,
  refuseInquiry,
  sendOutInquiry,
} from './sorting.ts';
export { type Citation, listChildren } from './store.ts';
export { askBack, promiseAnswer } from './timing.ts';
