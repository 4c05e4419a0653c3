/**
 * Small facts read again and again (a portal's face, its sections), kept in memory until one of their keys
 * is purged. Not for pages, and never for anything one person may see and another may not.
 */
export class Memo {
  #entries = new Map<string, { keys: readonly string[]; value: Promise<unknown> }>();

  remember<T>(name: string, keys: readonly string[], load: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(name);
    if (known) return known.value as Promise<T>;
    const value = load();
    const entry = { keys, value };
    this.#entries.set(name, entry);
    value.catch(() => {
      if (this.#entries.get(name) === entry) this.#entries.delete(name);
    });
    return value;
  }

  purge(keys: readonly string[]): void {
    const purged = new Set(keys);
    for (const [name, entry] of this.#entries) {
      if (entry.keys.some((key) => purged.has(key))) this.#entries.delete(name);
    }
  }

  clear(): void {
    this.#entries.clear();
  }
}
