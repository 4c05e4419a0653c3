/**
 * The fifteen elements of Dublin Core (ISO 15836-1:2017) as TT 24/2011/TT-BTTTT ranks them for portals of state bodies:
 * six that are never empty, four that are recommended, five that may be given.
 */
export const ELEMENTS = {
  title: 'mandatory',
  creator: 'mandatory',
  date: 'mandatory',
  description: 'mandatory',
  publisher: 'mandatory',
  identifier: 'mandatory',
  language: 'recommended',
  source: 'recommended',
  contributor: 'recommended',
  subject: 'recommended',
  coverage: 'optional',
  type: 'optional',
  format: 'optional',
  relation: 'optional',
  rights: 'optional',
} as const satisfies Record<string, 'mandatory' | 'recommended' | 'optional'>;

export type ElementName = keyof typeof ELEMENTS;

/** An element with its values, at least one. */
export interface Element {
  name: ElementName;
  values: readonly [string, ...string[]];
}

export const ELEMENT_NAMES = Object.keys(ELEMENTS) as readonly ElementName[];

/** Elements that must be there and are not. */
export function missingElements(elements: readonly Element[]): ElementName[] {
  const given = new Set(elements.map(({ name }) => name));
  return ELEMENT_NAMES.filter((name) => ELEMENTS[name] === 'mandatory' && !given.has(name));
}

/**
 * Puts the values in the order of the standard: NFC, one space, nothing empty, nothing twice. An element without a value
 * is left out.
 */
export function elementsOf(
  given: Partial<Record<ElementName, readonly (string | null | undefined)[]>>,
): Element[] {
  return ELEMENT_NAMES.flatMap((name): Element[] => {
    const texts = (given[name] ?? []).map((one) => (one ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim());
    const [first, ...others] = [...new Set(texts)].filter((text) => text !== '');
    return first === undefined ? [] : [{ name, values: [first, ...others] }];
  });
}

/** Several values in one, set apart by ";" (TT 24/2011); a ";" within a value becomes a comma, so that it stays one. */
export function joinValues(values: readonly string[]): string {
  return values.map((value) => value.replace(/\s*;\s*/gu, ', ').replace(/, $/u, '')).join('; ');
}
