import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

const environment = z.object({
  /** PostgreSQL, as the role that owns nothing. Without it the embedded database serves. */
  DATABASE_URL: z.string().optional(),
  /** PostgreSQL as the owner of the schema; only `migrate` uses it. */
  DATABASE_OWNER_URL: z.string().optional(),
  DATA_DIR: z.string().default('var'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** Demo mode: seeds five localities at the first start and maps lawful names to *.localhost. */
  DEMO: flag.optional(),
  /** Behind a reverse proxy: trust its X-Forwarded-* headers. */
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** 64 hexadecimal digits; made and kept in DATA_DIR when absent. */
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  PAGE_CACHE_MIB: z.coerce.number().int().min(1).default(128),
});

export interface Config {
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  dataDir: string;
  host: string;
  port: number;
  demo: boolean;
  trustProxy: boolean;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  secretKey: Buffer;
  pageCacheBytes: number;
}

/** A setting of the environment is missing or wrong; the message names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the environment once. @throws ConfigError naming the first wrong value. */
export function readConfig(env: Record<string, string | undefined>, root: string): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const value = parsed.data;
  const dataDir = path.resolve(root, value.DATA_DIR);
  return {
    databaseUrl: value.DATABASE_URL,
    databaseOwnerUrl: value.DATABASE_OWNER_URL,
    dataDir,
    host: value.HOST,
    port: value.PORT,
    demo: value.DEMO ?? value.DATABASE_URL === undefined,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    secretKey: value.SECRET_KEY ? Buffer.from(value.SECRET_KEY, 'hex') : keptSecret(dataDir),
    pageCacheBytes: value.PAGE_CACHE_MIB * 1024 * 1024,
  };
}

function keptSecret(dataDir: string): Buffer {
  const file = path.join(dataDir, 'secret.key');
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(32);
  writeFileSync(file, `${secret.toString('hex')}\n`, { mode: 0o600 });
  return secret;
}
