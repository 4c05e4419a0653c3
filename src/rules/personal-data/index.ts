// Personal data in a text: found for the person who publishes it, and masked when he says so. Pure.
export { foldKeepingPlace } from './folded.ts';
export { isSecretKind, type PersonalDataKind, personalDataKinds } from './kinds.ts';
export { maskPersonalData } from './mask.ts';
export { findPersonalData, type PersonalDatum, type ScannedDatum } from './scan.ts';
export { isSurname } from './surnames.ts';
export { personalDataWords } from './words.ts';
