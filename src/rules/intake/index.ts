export { suggestSentenceCase } from './casing.ts';
export { type Effect, effectAfterSigning, readDate, readEffect } from './dates.ts';
export type { IntakeFinding } from './findings.ts';
export { type DocumentKind, kindOfName, kindOfNumber, listDocumentKinds } from './kinds.ts';
export type { Confidence, DateReading, ReadFrom, Reading } from './reading.ts';
export { type DocumentIntake, type IntakeInput, recogniseDocument } from './recognise.ts';
export type { Scrap } from './scraps.ts';
export type { IntakeFindingCode, ScrapKind } from './words.ts';
