import { randomBytes } from 'node:crypto';
import { INTAKE_RULES, type Intake } from '../../src/rooms/inquiries/intakes.ts';
import { receiveInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { isOpen, type State } from '../../src/rooms/inquiries/rules.ts';
import { digestOfCode } from '../../src/rooms/inquiries/sealed.ts';
import { Chance } from './chance.ts';
import { ASKER } from './inquiries.ts';
import { type Ground, type Grounds, type Office, PAUSING } from './inquiry-grounds.ts';
import { type LawChange, planChanges } from './inquiry-history-law.ts';
import { chooseStep } from './inquiry-history-steps.ts';

/** An inquiry as those who handle it know it. */
export interface Matter {
  id: number;
  ground: Ground;
  intake: Intake;
  received: Office;
  holder: Office;
  sentBy: Office | undefined;
  co: readonly Office[];
  state: State;
  draftVersion: number;
  /** Something was joined to it. */
  hasJoined: boolean;
}

/** A history in the making. */
export interface Story extends Grounds {
  chance: Chance;
  now: Date;
  matters: Matter[];
  /** Commands done, and those refused with their reason, each with how often. */
  done: Map<string, number>;
  refused: Map<string, number>;
}

export interface HistoryOrder {
  cases: number;
  seed: number;
  /** Commands that run side by side. */
  lanes: number;
}

export interface HistoryReport {
  inquiries: number;
  commands: number;
  changesOfLaw: number;
  done: Readonly<Record<string, number>>;
  refused: Readonly<Record<string, number>>;
  tookMs: number;
}

const BEGIN = Date.parse('2026-09-01T00:00:00+07:00');
const END = Date.parse('2027-02-01T00:00:00+07:00');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Nothing new comes in the last part, so that most matters come to an end. */
const RECEIVING_SHARE = 0.85;
const LONGEST_WAIT_DAYS = 6;

const INTAKES = [
  [60, 'question'],
  [22, 'information'],
  [6, 'feedback'],
  [6, 'complaint'],
  [8, 'personalData'],
  [3, 'quality'],
  [3, 'regulation'],
] as const satisfies (readonly [number, Intake])[];

/** Makes a history through the rooms' own commands: moment after moment, at each of them several people at once. */
export async function makeHistory(place: Grounds, order: HistoryOrder): Promise<HistoryReport> {
  const began = Date.now();
  const chance = new Chance(order.seed);
  const moments = momentsOf(chance, Math.max(400, Math.round(order.cases / 4)));
  const story: Story = {
    ...place,
    ...{ chance, now: new Date(BEGIN), matters: [], done: new Map(), refused: new Map() },
  };
  const changes = planChanges(chance, moments, order.cases);
  const arriving = moments.map(() => 0);
  for (let n = 0; n < order.cases; n++) {
    const i = chance.whole(0, Math.floor(moments.length * RECEIVING_SHARE) - 1);
    arriving[i] = (arriving[i] ?? 0) + 1;
  }
  const waiting = moments.map((): Matter[] => []);
  for (const [i, at] of moments.entries()) {
    await changeLaw(story, changes.get(i) ?? [], at);
    setClock(story, at);
    const work: (() => Promise<readonly Matter[]>)[] = (waiting[i] ?? []).map((one) =>
      chooseStep(story, one),
    );
    for (let n = arriving[i] ?? 0; n > 0; n--) work.push(arrival(story));
    // one that was joined and let go in the same moment comes back twice
    for (const matter of new Set(await inLanes(work, order.lanes))) {
      if (isOpen(matter.state)) waiting[nextMoment(chance, moments, i)]?.push(matter);
    }
    waiting[i] = [];
  }
  setClock(story, END);
  await changeLaw(story, changes.get(moments.length) ?? [], END);
  return {
    inquiries: story.matters.length,
    commands: [...story.done.values()].reduce((sum, n) => sum + n, 0),
    changesOfLaw: [...changes.values()].flat().length,
    done: sorted(story.done),
    refused: sorted(story.refused),
    tookMs: Date.now() - began,
  };
}

function setClock(story: Story, at: number): void {
  story.now = new Date(at);
  story.hall.setNow(story.now);
}

/** Alone, and before everything else of the moment: by which calendar something was dated is never in doubt. */
async function changeLaw(story: Story, changes: readonly LawChange[], at: number): Promise<void> {
  for (const [i, change] of changes.entries()) {
    setClock(story, at - (changes.length - i) * 1_000);
    await change(story);
  }
}

/** Days and nights, more of them in working hours; at least a minute apart. */
function momentsOf(chance: Chance, count: number): number[] {
  const moments = new Set<number>();
  while (moments.size < count) {
    const day = BEGIN + chance.whole(0, (END - BEGIN) / DAY_MS - 1) * DAY_MS;
    const minute = chance.happens(0.7) ? chance.whole(7 * 60, 17 * 60) : chance.whole(0, 24 * 60 - 1);
    moments.add(day + minute * MINUTE_MS);
  }
  return [...moments].sort((a, b) => a - b);
}

function nextMoment(chance: Chance, moments: readonly number[], now: number): number {
  const wanted = (moments[now] ?? END) + chance.next() ** 2 * LONGEST_WAIT_DAYS * DAY_MS;
  let next = now + 1;
  while (next < moments.length && (moments[next] ?? END) < wanted) next++;
  return next;
}

/** @returns everything the work returned */
async function inLanes<T>(work: readonly (() => Promise<readonly T[]>)[], lanes: number): Promise<T[]> {
  const left = [...work];
  const results: T[] = [];
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) results.push(...(await next()));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

const sorted = (counts: ReadonlyMap<string, number>) =>
  Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));

/** Something comes in, now and then twice by the same form. */
function arrival(story: Story): () => Promise<readonly Matter[]> {
  const { chance, hall } = story;
  // the made-up one more often: only there clocks pause
  const ground = chance.weigh(story.grounds.map((one) => [one.code === PAUSING ? 2 : 1, one] as const));
  const received = chance.happens(0.25) ? ground.member : ground.main;
  const intake = chance.weigh(INTAKES);
  const isTwice = chance.happens(0.02);
  const isForeigner = chance.happens(0.05);
  return async () => {
    const { ports } = hall.app;
    const code = randomBytes(7).toString('hex');
    const input = {
      ...{ localityId: ground.machine.localityId, portalId: received.portalId, isMain: received.isMain },
      ...{ intake, language: 'vi' as const, askerKind: 'person' as const, isForeigner, asker: ASKER },
      content: { title: 'Hỏi về hỗ trợ giống', text: 'Gia đình tôi có được hỗ trợ giống không?' },
      ...{ topic: 'policy', consents: ['reply'], code, codeDigest: digestOfCode(ports.seal, code) },
      ...{ files: [], formDigest: randomBytes(12).toString('hex') },
    };
    const { inquiryId: id } = await ports.perform(ground.machine, receiveInquiry, input);
    if (isTwice) await ports.perform(ground.machine, receiveInquiry, input);
    count(story.done, receiveInquiry.name);
    const matter: Matter = {
      ...{ id, ground, intake, received, holder: received, sentBy: undefined, co: [] },
      ...{ state: 'received', draftVersion: 0, hasJoined: false },
    };
    story.matters.push(matter);
    return [matter];
  };
}

export function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

export const isConfidential = ({ intake }: Pick<Matter, 'intake'>) => INTAKE_RULES[intake].confidential;
