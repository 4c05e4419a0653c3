/** What people send in and are answered: questions, feedback, complaints, remarks, requests for information. */
export { INQUIRY_PATHS } from './addresses.ts';
export { replayErasures } from './erasures.ts';
export { AnswerNote, answerNoteOf, CallToAsk } from './pages/public-answer-note.tsx';
export { inquiriesRoom } from './room.ts';
