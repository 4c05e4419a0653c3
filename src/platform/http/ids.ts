/** The number of a record, from an address or a field; undefined when it is none. */
export function readId(text: string | null | undefined): number | undefined {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
