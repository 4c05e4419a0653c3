import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { findProgram, PROGRAM_FOLDERS } from '../src/platform/extract/programs.ts';
import { CHROMIUM_PATH } from '../tests/support/browser.ts';
import { hasClamd } from '../tests/support/clamd.ts';
import { SERVER_URL } from '../tests/support/server-url.ts';

/** What part of the tests can run here, as the tests read it from the environment. */
export interface Means {
  environment: {
    TEST_ENGINES: string;
    TEST_BROWSER: string;
    TEST_NU: string;
    TEST_OUTSIDE: string;
    TEST_CLAMD: string;
  };
  /** One sentence for each part left out: what, why, and what to do about it. */
  leftOut: string[];
  /** Sentences for parts that are missing and were not left out on purpose. */
  missing: string[];
}

interface Need {
  leftOutOnPurpose: boolean;
  /** Why it cannot be used; undefined when it can. */
  problem: string | undefined;
  part: string;
  remedy: string;
}

/** Looks for PostgreSQL, Chromium, Java the programs that read old files and scans, and ClamAV. A part may be left out on purpose by the same variables. */
export async function findMeans(env: NodeJS.ProcessEnv): Promise<Means> {
  const wantsPostgres = !env.TEST_ENGINES || env.TEST_ENGINES.split(',').includes('postgres');
  const wantsBrowser = env.TEST_BROWSER !== '0';
  const wantsNu = env.TEST_NU !== '0';
  const postgres: Need = {
    leftOutOnPurpose: !wantsPostgres,
    problem: wantsPostgres ? await problemOfServer() : undefined,
    part: 'the half of the tests that runs on PostgreSQL',
    remedy: 'Start PostgreSQL 15 or newer, or set TEST_DATABASE_URL to a superuser of one.',
  };
  const browser: Need = {
    leftOutOnPurpose: !wantsBrowser,
    problem: wantsBrowser && !existsSync(CHROMIUM_PATH) ? `no file ${CHROMIUM_PATH}` : undefined,
    part: 'the journeys in a browser',
    remedy: 'Install the package chromium, or set CHROMIUM_PATH.',
  };
  const java: Need = {
    leftOutOnPurpose: !wantsNu,
    problem: wantsNu ? problemOfJava() : undefined,
    part: 'the check of every page by the Nu HTML checker',
    remedy: 'Install the package default-jre-headless.',
  };
  const wantsOutside = env.TEST_OUTSIDE !== '0';
  const outside: Need = {
    leftOutOnPurpose: !wantsOutside,
    problem: wantsOutside ? await problemOfOutside() : undefined,
    part: 'old Word files and scans read by the real programs',
    remedy:
      'Install the packages libreoffice-writer-nogui, tesseract-ocr, tesseract-ocr-vie and poppler-utils.',
  };
  const wantsClamd = env.TEST_CLAMD !== '0';
  const clamd: Need = {
    leftOutOnPurpose: !wantsClamd,
    problem: wantsClamd && !hasClamd() ? 'there is no clamd' : undefined,
    part: 'uploads scanned by the real ClamAV',
    remedy: 'Install the package clamav-daemon; the tests bring their own signature.',
  };
  const absent = [postgres, browser, java, outside, clamd].filter(
    (need) => need.leftOutOnPurpose || need.problem,
  );
  const sentence = ({ leftOutOnPurpose, part, problem, remedy }: Need) =>
    leftOutOnPurpose ? `${part}: left out by the environment.` : `${part}: ${problem}. ${remedy}`;
  const there = (need: Need) => !need.leftOutOnPurpose && !need.problem;
  const engines = [
    ...(env.TEST_ENGINES === 'postgres' ? [] : ['pglite']),
    ...(there(postgres) ? ['postgres'] : []),
  ];
  return {
    environment: {
      TEST_ENGINES: engines.join(','),
      TEST_BROWSER: there(browser) ? '1' : '0',
      TEST_NU: there(java) ? '1' : '0',
      TEST_OUTSIDE: there(outside) ? '1' : '0',
      TEST_CLAMD: there(clamd) ? '1' : '0',
    },
    leftOut: absent.map(sentence),
    missing: absent.filter((need) => !need.leftOutOnPurpose).map(sentence),
  };
}

async function problemOfServer(): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: SERVER_URL, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    const { rows } = await client.query('select rolsuper from pg_roles where rolname = current_user');
    return rows[0]?.rolsuper ? undefined : 'the user of TEST_DATABASE_URL is not a superuser';
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return `PostgreSQL does not answer (${message || code})`;
  } finally {
    await client.end().catch(() => {});
  }
}

function problemOfJava(): string | undefined {
  const { status, error } = spawnSync('java', ['-version'], { stdio: 'ignore' });
  if (error) return 'there is no java on the PATH';
  return status === 0 ? undefined : 'java does not start';
}

async function problemOfOutside(): Promise<string | undefined> {
  for (const name of ['soffice', 'tesseract', 'pdftoppm'])
    if (!(await findProgram(PROGRAM_FOLDERS, name))) return `there is no ${name}`;
  const { stdout } = spawnSync('tesseract', ['--list-langs']);
  return /^vie$/m.test(String(stdout)) ? undefined : 'Tesseract has no Vietnamese data';
}
