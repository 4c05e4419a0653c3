import type { Command } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { ScanAnswer } from '../../platform/scan/index.ts';
import { permits } from './permits.ts';
import { malware } from './refusal-rules.ts';
import { endHold, insertHold, listUnscanned, saveScan, type Unscanned } from './scan-store.ts';
import type { ScanState } from './store.ts';

/** Tried in one round of the job; the next follows. */
const ROUND = 200;

/**
 * Asks the scanner about a file on its way in.
 * @returns what stands in the row: `waiting` when it does not answer, `off` when there is none
 * @throws Refusal `malware`
 */
export async function scanArriving(
  ports: Pick<Ports, 'scanner' | 'log'>,
  bytes: AsyncIterable<Uint8Array>,
): Promise<ScanState> {
  if (!ports.scanner) return 'off';
  const answer = await ports.scanner.scan(bytes);
  if (answer.kind === 'infected') throw malware(answer.name);
  if (answer.kind === 'away') ports.log.warn({ reason: answer.reason }, 'the scanner did not answer');
  return answer.kind === 'clean' ? 'clean' : 'waiting';
}

interface SettleScan {
  file: Unscanned;
  answer: Exclude<ScanAnswer, { kind: 'away' }>;
}

/** Writes down what the scanner said: what is clean is given to the public again, what is not never again. */
const settleScan: Command<SettleScan, void> = {
  name: 'media.settleScan',
  permit: 'media.scan',
  permits,
  portal: ({ file }) => file.portal_id,
  async run({ tx, now, record }, { file, answer }) {
    const { id, portal_id: portalId, hash } = file;
    const name = answer.kind === 'infected' ? answer.name : '';
    await saveScan(tx, id, { state: answer.kind, name, at: now });
    if (answer.kind === 'clean') await endHold(tx, portalId, hash, now);
    else await insertHold(tx, { portalId, hash, why: 'infected', at: now });
    record({ portalId, subject: { kind: 'media', id }, payload: { hash, found: answer.kind, name } });
  },
};

/**
 * Scans what has not been scanned: one file, or those waiting. Stops at the first that the scanner gives no verdict on
 * because it is away, so that a night without it is one line of the log.
 * @returns false when some are left
 */
export async function scanWaiting(ports: Ports, mediaId?: number): Promise<boolean> {
  const { scanner } = ports;
  if (!scanner) return true;
  const found = await ports.database.transaction({ as: 'system' }, (tx) => listUnscanned(tx, ROUND, mediaId));
  for (const file of found) {
    const stored = await ports.files.open(file.hash);
    if (!stored) continue;
    const answer = await scanner.scan(stored.stream());
    if (answer.kind === 'away') {
      ports.log.warn({ reason: answer.reason }, 'the scanner did not answer');
      return false;
    }
    const machine = { kind: 'machine', name: 'scanner', localityId: file.locality_id } as const;
    await ports.perform(machine, settleScan, { file, answer });
  }
  return true;
}

export const scanCommands = [settleScan];

/** Comes back to what the scanner gave no answer on. */
export const rescanJob: JobDefinition<Ports> = {
  name: 'media.rescan',
  retryLimit: 0,
  cron: '*/5 * * * *',
  run: async (ports) => void (await scanWaiting(ports)),
};
