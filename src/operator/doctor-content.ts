import { type Config, profilesFolder, readProfiles } from '../platform/config/index.ts';
import type { OpenDatabase } from '../platform/db/index.ts';
import { verifyChain } from '../rooms/audit/index.ts';
import { CONFIRMED_AHEAD_DAYS, calendarOf } from '../rooms/duties/index.ts';
import { civilDateOf, daysBetween, formatDate } from '../rules/calendar/index.ts';
import type { Words } from '../rules/lang.ts';
import { verdictWords } from './audit-verify.ts';
import type { Call } from './command.ts';
import type { Finding } from './doctor-checks.ts';
import { listMailFindings } from './doctor-mail.ts';
import { listOutsideFindings } from './doctor-outside.ts';
import { listScanFindings } from './doctor-scan.ts';
import { sealFinding } from './doctor-seals.ts';
import { FINDINGS, TITLES } from './doctor-words.ts';
import { assemble, listMissingProfiles } from './installation.ts';
import { type LocalityStanding, listStandings } from './store.ts';
import { TOOL_WORDS } from './words.ts';

const MOST_FAILED = 1_000;

/** What the tables hold: localities, calendars, the record, time limits, background work. */
export async function listContentFindings(
  call: Call,
  config: Config,
  opened: OpenDatabase,
): Promise<Finding[]> {
  const { database } = opened;
  const now = new Date();
  const localities = await database.transaction({ as: 'system' }, (tx) => listStandings(tx, now));
  const found: Finding[] = [localityFinding(localities), ...(await profileFindings(config, opened))];
  for (const locality of localities) {
    call.progress.step(locality.code);
    found.push(await calendarFinding(opened, locality, now), await auditFinding(opened, locality));
  }
  found.push(clockFinding(localities), ...(await listMailFindings(config, opened)));
  found.push(...(await listScanFindings(config, opened)));
  found.push(...(await listOutsideFindings(config, opened, localities)));
  // the queue is asked as the server asks it; closing is left to whoever opened
  const { ports } = await assemble(
    config,
    { ...opened, database: { ...database, close: async () => {}, onPurge: () => {} } },
    'silent',
  );
  const failed = (await ports.jobs.listFailed(MOST_FAILED)).length;
  found.push(
    failed === 0
      ? { state: 'good', title: TITLES.jobs, text: FINDINGS.jobsGood }
      : { state: 'bad', title: TITLES.jobs, text: FINDINGS.jobsFailed(failed), remedy: FINDINGS.jobsRemedy },
    await sealFinding(database, ports.seal),
  );
  return found;
}

async function profileFindings({ dataDir }: Config, opened: OpenDatabase): Promise<Finding[]> {
  const missing = await listMissingProfiles(opened, readProfiles(dataDir));
  if (missing.length === 0) return [];
  const text = TOOL_WORDS.profilesMissing(missing, profilesFolder(dataDir));
  return [{ state: 'bad', title: TITLES.profiles, text }];
}

function localityFinding(localities: readonly LocalityStanding[]): Finding {
  const title = TITLES.localities;
  if (localities.length === 0)
    return { state: 'note', title, text: FINDINGS.noLocality, remedy: FINDINGS.noLocalityRemedy };
  const portals = localities.reduce((sum, one) => sum + one.portals, 0);
  return { state: 'good', title, text: FINDINGS.localities(localities.length, portals) };
}

async function calendarFinding(
  { database }: OpenDatabase,
  locality: LocalityStanding,
  now: Date,
): Promise<Finding> {
  const { confirmedThrough } = await database.publicly((db) => calendarOf(db, locality.id));
  const ahead = daysBetween(civilDateOf(now), confirmedThrough);
  const vi = FINDINGS.calendar(formatDate(confirmedThrough, 'vi', 'short'), ahead).vi;
  const en = FINDINGS.calendar(formatDate(confirmedThrough, 'en', 'short'), ahead).en;
  const isShort = ahead < CONFIRMED_AHEAD_DAYS;
  return {
    state: isShort ? 'warn' : 'good',
    title: TITLES.calendar(locality.code),
    text: { vi, en },
    ...(isShort && { remedy: FINDINGS.calendarRemedy(CONFIRMED_AHEAD_DAYS) }),
  };
}

async function auditFinding({ database }: OpenDatabase, locality: LocalityStanding): Promise<Finding> {
  const verdict = await database.transaction({ as: 'system' }, (tx) => verifyChain(tx, locality.id));
  const title: Words = TITLES.audit(locality.code);
  return verdict.whole
    ? { state: 'good', title, text: verdictWords(verdict) }
    : { state: 'bad', title, text: verdictWords(verdict), remedy: FINDINGS.auditRemedy };
}

function clockFinding(localities: readonly LocalityStanding[]): Finding {
  const undated = localities.reduce((sum, one) => sum + one.undated, 0);
  const open = localities.reduce((sum, one) => sum + one.open_clocks, 0);
  return undated === 0
    ? { state: 'good', title: TITLES.clocks, text: FINDINGS.clocksGood(open) }
    : {
        state: 'warn',
        title: TITLES.clocks,
        text: FINDINGS.undated(undated),
        remedy: FINDINGS.undatedRemedy,
      };
}
