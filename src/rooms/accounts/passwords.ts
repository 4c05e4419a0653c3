import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { preparePassword } from './password-rules.ts';

/** What one derivation costs. Kept in every stored string, so that it can grow without a flag day. */
export interface HashCost {
  memoryKib: number;
  passes: number;
  parallelism: number;
}

/** OWASP's first choice for argon2id: 46 MiB, one pass; about 0.1 s of one core. */
export const HASH_COST: HashCost = { memoryKib: 47_104, passes: 1, parallelism: 1 };

const SALT_BYTES = 16; // RFC 9106 §3.1
const TAG_BYTES = 32;
const VERSION = 19; // 0x13, the only version of RFC 9106
const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,172})$/;

const derive = promisify(argon2);

export interface PasswordHasher {
  /** The string to store, in PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the stored one. Without a stored one the same derivation runs against a hash
   * nobody has, so that a missing account takes the same way and time as a wrong password.
   * @throws Error when the stored string is damaged.
   */
  verify(stored: string | undefined, password: string): Promise<boolean>;
  /** Whether the stored string was made at another cost and is due to be made anew. */
  isOutdated(stored: string): boolean;
  /** Derivations run so far; what a test of equal work counts. */
  readonly derivations: number;
}

/** Argon2id in the thread pool of the process: the main thread never waits for a derivation. */
export function createPasswordHasher(cost: HashCost = HASH_COST): PasswordHasher {
  let derivations = 0;
  const nobody = phcOf(cost, randomBytes(SALT_BYTES), randomBytes(TAG_BYTES));

  const run = (
    password: string,
    { memoryKib, passes, parallelism }: HashCost,
    nonce: Buffer,
    tagLength: number,
  ) => {
    derivations++;
    const message = Buffer.from(preparePassword(password));
    return derive('argon2id', { message, nonce, parallelism, tagLength, memory: memoryKib, passes });
  };

  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      return phcOf(cost, salt, await run(password, cost, salt, TAG_BYTES));
    },
    async verify(stored, password) {
      const kept = parsePhc(stored ?? nobody);
      const tag = await run(password, kept.cost, kept.salt, kept.tag.length);
      return timingSafeEqual(tag, kept.tag) && stored !== undefined;
    },
    isOutdated(stored) {
      const kept = parsePhc(stored).cost;
      return (
        kept.memoryKib !== cost.memoryKib ||
        kept.passes !== cost.passes ||
        kept.parallelism !== cost.parallelism
      );
    },
    get derivations() {
      return derivations;
    },
  };
}

function phcOf({ memoryKib, passes, parallelism }: HashCost, salt: Buffer, tag: Buffer): string {
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=${VERSION}$m=${memoryKib},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`;
}

function parsePhc(stored: string): { cost: HashCost; salt: Buffer; tag: Buffer } {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(stored) ?? [];
  if (memory === undefined) throw new Error('A stored password is not an argon2id string in PHC form.');
  return {
    cost: { memoryKib: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}
