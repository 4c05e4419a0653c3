// Bodies that issue documents: how one is written, what it was called, who came after it. Pure.
export { checkIssuer, checkSuccession } from './checks.ts';
export { type ChosenIssuer, chooseIssuer, issuerChoices, issuerNames } from './choices.ts';
export { fullestForm, issuerFold, issuerKey } from './forms.ts';
export {
  type DatedName,
  type Heir,
  heirsOf,
  type Issuer,
  issuerOf,
  lastName,
  type PrintedSpan,
  type Register,
  registerOf,
  type Succession,
  writtenForms,
} from './register.ts';
