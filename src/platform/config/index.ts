import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { S3Place } from '../files/index.ts';
import { readScannerPlace, type ScannerPlace } from '../scan/index.ts';
import { type SealKeys, sealKeysFrom } from '../seal/index.ts';
import { type OidcProvider, readOidcProviders } from './oidc.ts';

export { type OidcProvider, readOidcProviders } from './oidc.ts';
export { profilesFolder, readProfiles } from './profiles.ts';

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
  /** Keys for sealed fields, `id:64 hexadecimal digits`, the newest first; from SECRET_KEY when absent. */
  SEAL_KEYS: z
    .string()
    .regex(/^[a-z0-9-]{1,20}:[0-9a-f]{64}(,[a-z0-9-]{1,20}:[0-9a-f]{64})*$/)
    .optional(),
  /** The mail server, `smtp://user:password@host:587` or `smtps://…:465`. Without it mails wait. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/?#\s]+/)
    .optional(),
  /** The address mails come from: `cong@laocai.gov.vn`. */
  MAIL_FROM: z.email().optional(),
  /** Days an administrator has, from the first sign-in that told him, to set up a second factor. In the demo none is due. */
  SECOND_FACTOR_GRACE_DAYS: z.coerce.number().int().min(0).max(90).default(14),
  /** A JSON file with the OpenID Connect providers of staff, by the code of the locality (docs/operations/dang-nhap.md). */
  OIDC_FILE: z.string().optional(),
  /** A store that speaks S3 in place of DATA_DIR/files: `s3://bucket/prefix`; with the four below. */
  FILES: z
    .string()
    .regex(
      /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w./-]*)?$/,
      'must be s3://bucket or s3://bucket/prefix',
    )
    .optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  /** The ClamAV daemon, `host:port` or the path of its socket. Without it files are not scanned. */
  CLAMD: z
    .string()
    .refine((text) => readScannerPlace(text) !== undefined, 'must be host:port or the path of a socket')
    .optional(),
  /** Asks at night whether the pages of other sites that published items lead to are there. Without it, and in the demo, nothing goes out. */
  OUTSIDE_LINKS: flag.default(false),
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
  /** What sealed fields are encrypted with. */
  sealKeys: SealKeys;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  pageCacheBytes: number;
  /** Undefined in the demo: it never falls due there. */
  secondFactorGraceDays: number | undefined;
  oidcProviders: ReadonlyMap<string, OidcProvider>;
  /** Where the scanner for malware listens; undefined where there is none. */
  scannerPlace: ScannerPlace | undefined;
  /** Whether the server may ask pages of other sites if they are there. */
  asksOutside: boolean;
  /** The bucket files lie in; undefined where they lie in DATA_DIR. */
  filesBucket: S3Place | undefined;
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
  if (value.SMTP_URL && !value.MAIL_FROM)
    throw new ConfigError('MAIL_FROM: with SMTP_URL it must say which address mails come from');
  const dataDir = path.resolve(root, value.DATA_DIR);
  const isDemo = value.DEMO ?? value.DATABASE_URL === undefined;
  const secretKey = value.SECRET_KEY ? Buffer.from(value.SECRET_KEY, 'hex') : keptSecret(dataDir);
  return {
    databaseUrl: value.DATABASE_URL,
    databaseOwnerUrl: value.DATABASE_OWNER_URL,
    dataDir,
    host: value.HOST,
    port: value.PORT,
    demo: isDemo,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    secretKey,
    sealKeys: sealKeysOf(value.SEAL_KEYS, secretKey),
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    pageCacheBytes: value.PAGE_CACHE_MIB * 1024 * 1024,
    secondFactorGraceDays: isDemo ? undefined : value.SECOND_FACTOR_GRACE_DAYS,
    oidcProviders: value.OIDC_FILE ? readProviders(path.resolve(root, value.OIDC_FILE)) : new Map(),
    filesBucket: bucketOf(value),
    // who asks names the portal, and in the demo the portals are somebody else's
    asksOutside: value.OUTSIDE_LINKS && !isDemo,
    scannerPlace: value.CLAMD === undefined ? undefined : readScannerPlace(value.CLAMD),
  };
}

function readProviders(file: string): ReadonlyMap<string, OidcProvider> {
  try {
    return readOidcProviders(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError(`OIDC_FILE: ${(error as Error).message}`);
  }
}

/** @throws ConfigError when the bucket is named and how to reach it is not */
function bucketOf(value: z.infer<typeof environment>): S3Place | undefined {
  if (!value.FILES) return undefined;
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = value;
  if (!endpoint || !accessKey || !secretKey)
    throw new ConfigError('FILES: with s3:// S3_ENDPOINT, S3_ACCESS_KEY and S3_SECRET_KEY must be set');
  const [bucket = '', ...rest] = value.FILES.slice('s3://'.length).split('/');
  const prefix = rest.filter(Boolean).join('/');
  return { endpoint, accessKey, secretKey, region: value.S3_REGION, bucket, prefix: prefix && `${prefix}/` };
}

/** The derived key stays among them, so that what was sealed before keys were set still opens. */
function sealKeysOf(text: string | undefined, secretKey: Buffer): SealKeys {
  const derived = sealKeysFrom(secretKey);
  if (text === undefined) return derived;
  const given = text.split(',').map((one) => {
    const [id = '', hex = ''] = one.split(':');
    return [id, Buffer.from(hex, 'hex')] as const;
  });
  return {
    ...derived,
    current: given[0]?.[0] ?? derived.current,
    keys: new Map([...derived.keys, ...given]),
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
