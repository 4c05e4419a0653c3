import type { CivilDate } from '../calendar/index.ts';
import { compareVietnamese } from '../text/index.ts';
import { fullestForm, issuerFold, issuerKey } from './forms.ts';
import {
  foldedForms,
  heirsOf,
  type Issuer,
  issuerOf,
  lastName,
  type PrintedSpan,
  type Register,
  spansOf,
  withPredecessors,
} from './register.ts';

/** What a reader can choose among the issuers of some documents: each body once, whoever came after them too. */
export function issuerChoices(register: Register, printed: readonly string[], on: CivilDate): string[] {
  return [...new Set([...issuerNames(register, printed, on).values()].flat())].sort(compareVietnamese);
}

/**
 * Names under which each printed issuer is counted: its own, and those of its successors. One that nobody knows goes by
 * the fullest of the forms given.
 */
export function issuerNames(
  register: Register,
  printed: readonly string[],
  on: CivilDate,
): Map<string, readonly string[]> {
  const forms = Map.groupBy(new Set(printed.filter((one) => one !== '')), (one) => issuerKey(one));
  const names = new Map<string, readonly string[]>();
  for (const [key, several] of forms) {
    const bearers = register.bearers.get(key) ?? [];
    const own = bearers.flatMap(({ issuer }) => namesOf(register, issuer, on));
    for (const one of several) names.set(one, own.length > 0 ? [...new Set(own)] : [fullestForm(several)]);
  }
  return names;
}

function namesOf(register: Register, issuer: Issuer, on: CivilDate): string[] {
  const { name } = lastName(issuer);
  return [...new Set([name, ...heirsOf(register, issuer, name, on).map((heir) => heir.name)])];
}

/** What was chosen, as lists and searches look for it. */
export interface ChosenIssuer {
  /** As a list calls it. */
  name: string;
  /** Whose documents are found with it. */
  predecessors: readonly string[];
  /** Of the printed issuers given, those that mean it, with their days. */
  spans: readonly PrintedSpan[];
  /** How it may be written, without marks. */
  folded: ReadonlySet<string>;
}

/**
 * Finds out who is meant by a name typed or chosen, in whatever form.
 *
 * @param printed the issuers as they stand in the documents that are searched
 */
export function chooseIssuer(
  register: Register,
  chosen: string,
  printed: readonly string[],
  on: CivilDate,
): ChosenIssuer {
  const issuer = issuerOf(register, chosen, undefined);
  if (!issuer) {
    const same = printed.filter((one) => issuerKey(one) === issuerKey(chosen));
    return {
      name: same.length > 0 ? fullestForm(same) : chosen,
      predecessors: [],
      spans: same.map((one) => ({ printed: one, from: undefined, before: undefined })),
      folded: new Set([issuerFold(chosen)]),
    };
  }
  const ids = withPredecessors(register, issuer.id, on);
  const before = register.issuers.filter(({ id }) => ids.has(id) && id !== issuer.id);
  return {
    name: lastName(issuer).name,
    predecessors: before.map((one) => lastName(one).name).sort(compareVietnamese),
    spans: spansOf(register, printed, ids),
    folded: foldedForms(register, ids),
  };
}
