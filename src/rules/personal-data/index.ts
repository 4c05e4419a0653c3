// Personal data in a text: found for the person who publishes it, and masked when he says so. Pure.
export { isSecretKind, type PersonalDataKind, personalDataKinds } from './kinds.ts';
export { maskPersonalData } from './mask.ts';
export { findPersonalData, type PersonalDatum } from './scan.ts';
export { personalDataWords } from './words.ts';
