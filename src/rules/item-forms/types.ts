import type { Words } from '../lang.ts';
import type { ContentKind } from '../profile/index.ts';

/**
 * What a field holds. All are kept as text: `rows` a line for each row with its cells between `|`, `period` two days
 * between `/` of which the second may be missing, `money` whole đồng, `number` with a point.
 */
export type FieldKind =
  | 'text'
  | 'lines'
  | 'rows'
  | 'date'
  | 'moment'
  | 'period'
  | 'choice'
  | 'money'
  | 'number'
  | 'phone'
  | 'email'
  | 'url'
  | 'person'
  | 'place'
  | 'document';

export interface FieldChoice {
  readonly value: string;
  readonly name: Words;
}

export interface RowColumn {
  readonly label: Words;
  readonly numeric?: true;
}

export interface FormField {
  readonly code: string;
  readonly kind: FieldKind;
  readonly label: Words;
  readonly help?: Words;
  /** Asked for before an edition is submitted; a draft may lack it. */
  readonly required?: true;
  /** Most characters. */
  readonly max: number;
  readonly choices?: readonly FieldChoice[];
  readonly columns?: readonly RowColumn[];
  /** What is usually written there; anything else may be. */
  readonly suggestions?: readonly string[];
  /** For the desk alone: never copied to the public. */
  readonly internal?: true;
  /** Said in lists, beside the title. */
  readonly telling?: true;
}

export const FORM_FAMILIES = [
  'introduction',
  'direction',
  'statements',
  'plans',
  'environment',
  'disclosure',
  'notices',
] as const;
export type FormFamily = (typeof FORM_FAMILIES)[number];

/** What is wrong with a field, and what to do about it. `field` is the code, or a field of the editor itself. */
export interface FormProblem {
  readonly field: string;
  readonly words: Words;
}

export type FormFacts = Readonly<Record<string, string>>;

/** Fields that are filled in together. */
export interface FieldTable {
  readonly fields: readonly FormField[];
  /** What the fields must be together, beyond each alone. */
  readonly check?: (facts: FormFacts) => FormProblem[];
}

/** A kind of item with fields of its own. */
export interface ItemForm extends FieldTable {
  readonly code: string;
  readonly family: FormFamily;
  readonly name: Words;
  /** What it is for, for someone who chooses. */
  readonly purpose: Words;
  /** The kinds of section it may stand in. */
  readonly kinds: readonly ContentKind[];
  /** The articles that want it, as they are cited. */
  readonly articles: readonly string[];
  /** The period after which what it says no longer holds. */
  readonly ends?: string;
  /** The choice by which its writer says that it cannot wait for an approval. */
  readonly presses?: { readonly field: string; readonly value: string };
  /** Headings a writer begins with; none for what is said in a few sentences. */
  readonly headings: readonly Words[];
  /** Asked for before submitting: a picture, or at least one file. */
  readonly needs?: { readonly what: 'picture' | 'file'; readonly words: Words };
}
