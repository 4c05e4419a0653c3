import { createHash } from 'node:crypto';
import {
  type Asker,
  digestOfCode,
  type Intake,
  receiveInquiry,
  STAFF_NEWS_JOB,
  TELL_JOB,
} from '../src/rooms/inquiries/index.ts';
import { addDays, civilDateOf, instantOf, weekdayOf } from '../src/rules/calendar/index.ts';
import type { Lang } from '../src/rules/lang.ts';
import type { DutyVariant } from '../src/rules/profile/index.ts';
import { type DemoCase, demoCode, portalOf, publicOf, type Step } from './inquiry-steps.ts';
import type { OpenedPlace } from './opening.ts';
import type { Happening, PastPorts } from './past.ts';

/** Something sent in, and what became of it. Whoever asks is invented, and called so. */
export interface InquiryText {
  /** By which other inquiries of the place refer to it. */
  key?: string;
  /** Host of the portal it is sent to; the main one when left out. */
  to?: string;
  /** A question when left out. */
  intake?: Intake;
  language?: Lang;
  /** "Giàng Thị Mẫu". */
  asker: string;
  occupation?: string;
  /** Left an address, and is written to. */
  mail?: true;
  /** The field of the regulation; for requests about personal data the right. */
  topic?: string;
  variant?: DutyVariant;
  /** Keys of the inquiries a request about personal data is about. */
  about?: readonly string[];
  title: string;
  text: string;
  /** Days before the day of the seed; 0: an hour and a half ago. */
  day: number;
  at?: string;
  way?: readonly Step[];
}

/** An inquiry of the demo as pictures and instructions name it. */
export interface DemoInquiry {
  host: string;
  id: number;
  title: string;
  code: string;
}

const MINUTE_MS = 60_000;
const JUST_NOW_MS = 95 * MINUTE_MS;
/** From one step to the next at least. */
const BETWEEN_MS = 5 * MINUTE_MS;
/** News older than this were read long ago. */
const NEWS_DAYS = 1;

interface Teller {
  past: PastPorts;
  place: OpenedPlace;
  ids: Map<string, number>;
  now: Date;
  told(one: DemoInquiry): void;
}

/** Everything that happens to the inquiries of a place, each step at its own instant. */
export function inquiryHappenings(
  past: PastPorts,
  place: OpenedPlace,
  texts: readonly InquiryText[],
  now: Date,
  told: (one: DemoInquiry) => void,
): Happening[] {
  const teller: Teller = { past, place, ids: new Map(), now, told };
  return texts.flatMap((text) => happeningsOf(teller, text));
}

function happeningsOf(teller: Teller, text: InquiryText): Happening[] {
  const { now } = teller;
  const receivedAt =
    text.day === 0
      ? new Date(now.getTime() - JUST_NOW_MS)
      : instantOf(addDays(civilDateOf(now), -text.day), text.at ?? '19:40');
  let one: DemoCase | undefined;
  const happenings = [
    happening(teller, text, receivedAt, async () => {
      one = await send(teller, text, receivedAt);
    }),
  ];
  let before = receivedAt;
  for (const step of text.way ?? []) {
    before = instantAfter(before, civilDateOf(receivedAt), step, now);
    const take = async () => {
      if (!one) throw new Error(`“${text.title}” is worked on before it came in.`);
      await step.take(one);
    };
    happenings.push(happening(teller, text, before, take));
  }
  return happenings;
}

/** Offices work from Monday to Friday; what would fall on a weekend waits for Monday where that is not yet to come. */
function instantAfter(before: Date, receivedOn: string, { after, at }: Step, now: Date): Date {
  const on = addDays(receivedOn, after);
  const monday = addDays(on, { 6: 2, 7: 1 }[weekdayOf(on) as number] ?? 0);
  const wanted = [instantOf(monday, at), instantOf(on, at), new Date(now.getTime() - MINUTE_MS)];
  const past = wanted.find((one) => one < now) ?? now;
  return new Date(Math.max(past.getTime(), before.getTime() + BETWEEN_MS));
}

function happening(
  { past, now }: Teller,
  { mail }: InquiryText,
  at: Date,
  happen: () => Promise<void>,
): Happening {
  const isNews = at >= instantOf(addDays(civilDateOf(now), -NEWS_DAYS), '00:00');
  const isWorth = (job: string) => (job === TELL_JOB ? mail === true : job !== STAFF_NEWS_JOB || isNews);
  return {
    at,
    happen: async () => {
      past.advanceTo(at);
      await past.ordering(isWorth, happen);
    },
  };
}

async function send(teller: Teller, text: InquiryText, receivedAt: Date): Promise<DemoCase> {
  const { past, place, ids } = teller;
  const { main } = place;
  const portal = text.to === undefined ? main : portalOf(place, text.to);
  const { portalId } = portal;
  const { intake = 'question', language = 'vi', topic, variant, title, mail } = text;
  const { host } = portal.text;
  const code = demoCode(host, title);
  const content = { title, text: text.text };
  const { inquiryId: id } = await past.ports.perform(publicOf(place), receiveInquiry, {
    ...{ localityId: place.machine.localityId, portalId, isMain: portal === main, intake, language },
    ...{ askerKind: 'person', isForeigner: false, asker: askerOf(text, place), content },
    ...(topic === undefined ? {} : { topic }),
    ...(variant === undefined ? {} : { variant }),
    aboutIds: (text.about ?? []).flatMap((key) => ids.get(key) ?? []),
    consents: mail ? ['reply'] : [],
    ...{ code, codeDigest: digestOfCode(past.ports.seal, code), files: [] },
    formDigest: createHash('sha256').update(`${code} ${receivedAt.toISOString()}`).digest('base64url'),
  });
  if (text.key) ids.set(text.key, id);
  teller.told({ host, id, title, code });
  return { past, place, id, content, holder: portal, ids };
}

function askerOf({ asker, occupation, mail }: InquiryText, { main }: OpenedPlace): Asker {
  const province = main.text.body.short ?? main.text.body.vi;
  const name = asker
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .toLowerCase()
    .replaceAll(' ', '.');
  return {
    fields: {
      ...{ name: asker, nationality: 'Việt Nam', occupation: occupation ?? 'Làm nông' },
      ...{ addressStreet: 'Thôn Mẫu', addressCommune: 'Xã Mẫu', addressProvince: province },
    },
    ...(mail ? { email: `${name}@nguoihoi.example` } : {}),
  };
}
