import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';

export { Memo } from './memo.ts';

/** A finished page with its compressed forms, kept until one of the keys it depends on is purged. */
export interface CachedPage {
  readonly type: string;
  readonly status: number;
  readonly html: Buffer;
  readonly etag: string;
  readonly madeAt: Date;
  /** Instant from which the page must be made anew even if nothing was purged (words such as "còn 2 ngày"). */
  readonly freshUntil: number;
  readonly keys: readonly string[];
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Seen while the database answers; a purged page is stale but may still serve in an outage. */
  stale: boolean;
  br?: Buffer;
  gzip?: Buffer;
  isWellCompressed?: boolean;
}

export type Encoding = 'br' | 'gzip' | 'identity';

export interface PageCacheLimits {
  maxBytes: number;
}

/** A fifth of the time of {@link BROTLI_QUALITY} for a sixth more bytes. */
const BROTLI_QUICK = 1;
const BROTLI_QUALITY = 5; // 9 gains 2 % on our pages and costs four times the time

export function etagOf(body: Buffer): string {
  // weak: the bytes on the wire depend on how well the page has been compressed by then
  return `W/"${createHash('sha1').update(body).digest('base64url').slice(0, 22)}"`;
}

/**
 * Pages of the public, by address. A page declares the keys it depends on (`portal:3`, `item:17`); a
 * committed command purges exactly those. A purge marks pages stale rather than dropping them, so that an
 * outage finds the last good page, except where something was taken down: those are dropped at once.
 */
export class PageCache {
  #pages: LRUCache<string, CachedPage>;
  #byKey = new Map<string, Set<string>>();
  /** Counts purges, so that a page rendered while a purge ran past is not stored as fresh. */
  #generation = 0;
  hits = 0;
  misses = 0;

  constructor({ maxBytes }: PageCacheLimits) {
    this.#pages = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (page) => page.html.length * 2 + 1_000,
      dispose: (page, address) => this.#forget(address, page),
    });
  }

  get generation(): number {
    return this.#generation;
  }

  /** The fresh page, if there is one. */
  find(address: string, now: number): CachedPage | undefined {
    const page = this.#pages.get(address);
    if (page && !page.stale && page.freshUntil > now) {
      this.hits++;
      return page;
    }
    this.misses++;
    return undefined;
  }

  /** The last good page, however old; for when the database is away. */
  findLastGood(address: string): CachedPage | undefined {
    return this.#pages.get(address);
  }

  /** Keeps a page, unless a purge happened after `generation` was read. */
  keep(address: string, page: Omit<CachedPage, 'stale' | 'etag'>, generation: number): CachedPage {
    const entry: CachedPage = { ...page, etag: etagOf(page.html), stale: generation !== this.#generation };
    this.#pages.set(address, entry);
    for (const key of page.keys) {
      const addresses = this.#byKey.get(key) ?? new Set();
      addresses.add(address);
      this.#byKey.set(key, addresses);
    }
    return entry;
  }

  purge(keys: readonly string[], forGood: readonly string[]): void {
    if (keys.length + forGood.length === 0) return;
    this.#generation++;
    for (const key of keys) {
      for (const address of this.#byKey.get(key) ?? []) {
        const page = this.#pages.peek(address);
        if (page) page.stale = true;
      }
    }
    for (const key of forGood) {
      for (const address of [...(this.#byKey.get(key) ?? [])]) this.#pages.delete(address);
    }
  }

  /** Everything may be outdated: messages between nodes were lost. */
  purgeAll(): void {
    this.#generation++;
    for (const page of this.#pages.values()) page.stale = true;
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#pages.size, bytes: this.#pages.calculatedSize };
  }

  #forget(address: string, page: CachedPage): void {
    for (const key of page.keys) {
      const addresses = this.#byKey.get(key);
      addresses?.delete(address);
      if (addresses?.size === 0) this.#byKey.delete(key);
    }
  }
}

/** The best encoding both sides know (RFC 9110 §12.5.3, without weights finer than "not acceptable"). */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const accepted = (acceptEncoding ?? '').toLowerCase();
  const takes = (name: string) =>
    new RegExp(`(^|,)\\s*${name}\\s*(;(?!\\s*q=0(\\.0*)?\\s*(,|$))|,|$)`).test(accepted);
  if (takes('br')) return 'br';
  if (takes('gzip')) return 'gzip';
  return 'identity';
}

interface Compressible {
  html: Buffer;
  br?: Buffer;
  gzip?: Buffer;
  /** Set once the page was asked for again: then it is worth compressing well. */
  isWellCompressed?: boolean;
}

/**
 * The page's body in the encoding. A page made for one reader is compressed quickly; when a second one asks it
 * is compressed well, once, and kept so.
 */
export function bodyOf(page: Compressible, encoding: Encoding): Buffer {
  if (encoding === 'identity') return page.html;
  const known = encoding === 'br' ? page.br : page.gzip;
  if (known && page.isWellCompressed) return known;
  const isWorth = page.br !== undefined || page.gzip !== undefined;
  if (isWorth) page.isWellCompressed = true;
  if (encoding === 'br') {
    const quality = isWorth ? BROTLI_QUALITY : BROTLI_QUICK;
    page.br = brotliCompressSync(page.html, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    return page.br;
  }
  page.gzip = gzipSync(page.html, { level: isWorth ? 7 : 1 });
  return page.gzip;
}
