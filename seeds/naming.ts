import type { Ports } from '../src/platform/ports.ts';
import { approveHostname } from '../src/rooms/portals/index.ts';
import type { Machine } from '../src/rules/access/index.ts';
import { Refusal } from '../src/rules/refusal.ts';

interface Waiting {
  hostnameId: number;
  hostState: 'live' | 'requested';
}

/** Enters the consent of every party a name still waits for, as from letters on paper. */
export async function agreeOnName(
  ports: Ports,
  machine: Machine,
  mainPortalId: number,
  opened: Waiting,
  letter: string,
): Promise<void> {
  if (opened.hostState === 'live') return;
  const isLive = await agreeForBody(ports, machine, mainPortalId, opened, letter);
  if (isLive) return;
  const consent = {
    viaPortalId: mainPortalId,
    hostnameId: opened.hostnameId,
    party: 'authority' as const,
    note: letter,
  };
  await ports.perform(machine, approveHostname, consent);
}

/** Enters the consent of the body alone. @returns whether the name answers now */
export async function agreeForBody(
  ports: Ports,
  machine: Machine,
  mainPortalId: number,
  { hostnameId }: Waiting,
  letter: string,
): Promise<boolean> {
  const consent = { viaPortalId: mainPortalId, hostnameId, party: 'body' as const, note: letter };
  try {
    return (await ports.perform(machine, approveHostname, consent)).isLive;
  } catch (error) {
    // where the authority alone grants a name, the body is no party to it
    if (error instanceof Refusal && error.code === 'already-agreed') return false;
    throw error;
  }
}
