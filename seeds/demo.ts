import type { Ports } from '../src/platform/ports.ts';
import { seedCalendar } from '../src/rooms/duties/index.ts';
import { uploadMedia } from '../src/rooms/media/index.ts';
import { listLocalities } from '../src/rooms/portals/index.ts';
import {
  type Attachment,
  acceptProposal,
  proposeItem,
  submitEdition,
} from '../src/rooms/publishing/index.ts';
import { indexMissing } from '../src/rooms/search/index.ts';
import { addDays, civilDateOf, instantOf } from '../src/rules/calendar/index.ts';
import { tellBoards } from './boards.ts';
import { type DocumentText, tellDocument } from './documents.ts';
import { tellFaces } from './faces.ts';
import { type IssueText, issuesOf } from './gazette.ts';
import { type DemoInquiry, inquiryHappenings } from './inquiries.ts';
import { tellIssuers } from './issuers.ts';
import { tellNewsroom } from './newsroom.ts';
import { type OpenedPlace, openPlace, type StaffedPortal } from './opening.ts';
import { type Happening, type PastPorts, pastPorts } from './past.ts';
import { givePasswords } from './people.ts';
import { drawLandscape } from './pictures.ts';
import { bacGiang } from './places/bac-giang.ts';
import { FORM_ITEMS } from './places/form-items.ts';
import { laoCai } from './places/lao-cai.ts';
import { longXuyen } from './places/long-xuyen.ts';
import { quangNgai } from './places/quang-ngai.ts';
import { thaiBinh } from './places/thai-binh.ts';
import type { ItemText } from './shape.ts';
import { finishItem, type Text, translateItem, type Writers, type Written, writeItem } from './writing.ts';

// The demo: five localities with portals, people and items, all invented, made through the rooms' own commands.

/** The one password of every demo account. */
export const DEMO_PASSWORD = 'Cong-Lang-2026!';

export interface DemoAccount {
  username: string;
  fullName: string;
  roles: readonly string[];
  portal: string;
  host: string;
}

export interface DemoSeed {
  password: string;
  accounts: DemoAccount[];
  /** Lawful hosts, the main portals first in each locality. */
  hosts: string[];
  inquiries: DemoInquiry[];
}

const PLACES = [laoCai, thaiBinh, quangNgai, longXuyen, bacGiang];
/** The structure is as old as this; items fall into the days after it. */
const FOUNDED_DAYS_AGO = 30;
const HOUR_MS = 3_600_000;
/** Pictures and files are in the library a little before the item is written. */
const PREPARED_BEFORE_MS = 100 * 60_000;

/**
 * Seeds the demo into an empty installation; does nothing where there is a locality already.
 *
 * @param log told what is being made, for a first start that takes some seconds
 * @returns what was made; undefined when nothing was
 */
export async function seedDemo(
  ports: Ports,
  log: (line: string) => void = () => {},
): Promise<DemoSeed | undefined> {
  if ((await ports.database.publicly(listLocalities)).length > 0) return undefined;
  await ports.jobs.drain(); // the queues must be there before something is put into them
  const todayOn = civilDateOf(ports.now());
  const past = pastPorts(ports);
  const seed: DemoSeed = { password: DEMO_PASSWORD, accounts: [], hosts: [], inquiries: [] };
  for (const place of PLACES) {
    log(place.name);
    past.setClock(instantOf(addDays(todayOn, -FOUNDED_DAYS_AGO), '08:00'));
    const opened = await openPlace(past, place);
    await tellIssuers(past, opened, place.issuers ?? []);
    await tellBoards(past, place.code, opened);
    if (place === laoCai) await seedCalendar(past.ports, opened.machine);
    await tellFaces(past, opened);
    await givePasswords(
      past.ports,
      opened.portals.flatMap((portal) => portal.people),
      DEMO_PASSWORD,
    );
    const inquiries = inquiryHappenings(past, opened, place.inquiries, ports.now(), (one) =>
      seed.inquiries.push(one),
    );
    const { documents: texts = [], gazette = [] } = place;
    await tellStory(
      past,
      opened,
      { inquiries, texts, gazette, forms: FORM_ITEMS[place.code] ?? [] },
      todayOn,
    );
    if (place === laoCai) await tellNewsroom(past, opened.main, ports.now());
    remember(seed, opened);
  }
  await indexMissing(ports);
  return seed;
}

function remember(seed: DemoSeed, { portals }: OpenedPlace): void {
  for (const { text, people } of portals) {
    if (!text.closed && !text.name) seed.hosts.push(text.host);
    for (const { username, fullName, roles } of people) {
      seed.accounts.push({
        username,
        fullName,
        roles,
        portal: text.body.short ?? text.body.vi,
        host: text.host,
      });
    }
  }
}

/** All items and inquiries of a locality in the order of time, so that clocks, queues and the record are as they would be. */
async function tellStory(
  past: PastPorts,
  place: OpenedPlace,
  told: {
    inquiries: readonly Happening[];
    texts: readonly DocumentText[];
    gazette: readonly IssueText[];
    forms: readonly ItemText[];
  },
  todayOn: string,
): Promise<void> {
  const items = place.portals.flatMap((portal) =>
    [...portal.text.items, ...(portal === place.main ? told.forms : [])].flatMap((item) =>
      happeningsOf(past, place, portal, item, instantOf(addDays(todayOn, -item.day), item.at)),
    ),
  );
  const documents = documentsOf(past, place.main, told, todayOn);
  const happenings = [...items, ...documents, ...told.inquiries].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  for (const { happen } of happenings) await happen();
}

/** The signed texts of the main portal, and the issues of the gazette they stand in, each on its day. */
function documentsOf(
  past: PastPorts,
  main: StaffedPortal,
  { texts, gazette }: { texts: readonly DocumentText[]; gazette: readonly IssueText[] },
  todayOn: string,
): Happening[] {
  const known = new Map<string, number>();
  const { portalId } = main;
  const writers = writersOf(main);
  const place = { portalId, sectionId: main.sectionId('documents'), writers };
  const documents = texts.map((one) => {
    const at = instantOf(addDays(todayOn, -one.day), one.at);
    return { at, happen: () => tellDocument(past, place, one, at, known) };
  });
  return [...documents, ...issuesOf(past, { portalId, writers, known }, gazette, todayOn)];
}

function happeningsOf(
  past: PastPorts,
  place: OpenedPlace,
  portal: StaffedPortal,
  item: ItemText,
  at: Date,
): Happening[] {
  const later = (hours: number) => new Date(at.getTime() + hours * HOUR_MS);
  let written: Written | undefined;
  const happenings: Happening[] = [
    {
      at,
      happen: async () => {
        written = await tell(past, portal, item, at);
      },
    },
  ];
  const { english, proposed } = item;
  if (english) {
    happenings.push({
      at: later(3),
      happen: () =>
        translate(
          past,
          portal,
          {
            itemId: idOf(written),
            section: item.section,
            text: {
              ...english,
              ...(english.facts ? { facts: dated(english.facts, addDays(civilDateOf(at), item.day)) } : {}),
            },
          },
          later(3),
        ),
    });
  }
  if (proposed) {
    happenings.push({
      at: later(2),
      happen: () => propose(past, place, portal, { itemId: idOf(written), proposed }, later(2)),
    });
  }
  return happenings;
}

/** Facts with their `@-30` as days, so many from the day of the seed. */
function dated(facts: Record<string, string>, todayOn: string): Record<string, string> {
  const day = (_: string, days: string) => addDays(todayOn, Number(days));
  return Object.fromEntries(
    Object.entries(facts).map(([code, value]) => [code, value.replace(/@([+-]\d+)/g, day)]),
  );
}

function idOf(written: Written | undefined): number {
  if (!written) throw new Error('An item is told before it is translated or proposed.');
  return written.itemId;
}

function writersOf({ people, text }: StaffedPortal): Writers {
  const holder = (role: string) =>
    people.find((one) => one.actor.grants.some((grant) => grant.role === role))?.actor;
  const editor = holder('editor');
  const approver = holder('boardMember') ?? holder('head');
  if (!editor || !approver) throw new Error(`${text.host} has nobody to write or nobody to approve.`);
  return { editor, approver, checker: text.workflow === 'approve' ? undefined : holder('checker') };
}

async function tell(past: PastPorts, portal: StaffedPortal, item: ItemText, at: Date): Promise<Written> {
  const writers = writersOf(portal);
  const { portalId } = portal;
  const { start } = item;
  past.advanceTo(new Date(at.getTime() - PREPARED_BEFORE_MS));
  const startAt =
    start &&
    instantOf(addDays(civilDateOf(at), -start.daysBefore), start.daysBefore === 0 ? '00:30' : '08:00');
  const picture = item.picture && {
    ...item.picture,
    media: await uploadMedia(past.ports, writers.editor, {
      ...{ portalId, name: `${item.picture.landscape}.webp` },
      bytes: await drawLandscape(item.picture.landscape),
    }),
  };
  const text: Text = {
    ...{ title: item.title, summary: item.summary, body: item.body },
    author: item.author ?? writers.editor.fullName,
    ...(item.source ? { source: item.source } : {}),
    ...(start && startAt ? { startEvent: { event: start.event, at: startAt } } : {}),
    ...(start?.number && startAt
      ? { facts: { number: start.number, issuer: start.issuer ?? '', issuedOn: civilDateOf(startAt) } }
      : {}),
    ...(item.facts ? { facts: dated(item.facts, addDays(civilDateOf(at), item.day)) } : {}),
    ...(picture
      ? { picture: { mediaId: picture.media.id, alt: picture.alt, caption: picture.caption } }
      : {}),
    ...(item.file ? { attachments: [await attach(past, writers, portalId, item.file)] } : {}),
  };
  return writeItem(
    past,
    writers,
    {
      ...{
        portalId,
        sectionId: portal.sectionId(item.section),
        language: 'vi',
        text,
        reached: item.reached ?? 'published',
      },
      ...(item.form ? { form: item.form } : {}),
      ...(item.reason ? { reason: item.reason } : {}),
    },
    at,
  );
}

async function attach(
  past: PastPorts,
  { editor }: Writers,
  portalId: number,
  file: NonNullable<ItemText['file']>,
): Promise<Attachment> {
  const { id, hash, name, type, size_bytes } = await uploadMedia(past.ports, editor, {
    ...{ portalId, name: file.name },
    bytes: Buffer.from(file.text, 'utf8'),
  });
  return { mediaId: id, hash, name, label: file.label, type, sizeBytes: size_bytes };
}

function translate(
  past: PastPorts,
  portal: StaffedPortal,
  item: { itemId: number; section: string; text: NonNullable<ItemText['english']> },
  at: Date,
): Promise<void> {
  const sectionId = portal.sectionId(item.section);
  const { portalId } = portal;
  return translateItem(
    past,
    writersOf(portal),
    { portalId, sectionId, itemId: item.itemId, language: 'en', text: item.text },
    at,
  );
}

/** A member proposes to the main portal; its board takes it, and its own people check and approve it as any other. */
async function propose(
  past: PastPorts,
  { main }: OpenedPlace,
  portal: StaffedPortal,
  item: { itemId: number; proposed: 'accepted' | 'waiting' },
  at: Date,
): Promise<void> {
  const { ports, advanceTo } = past;
  advanceTo(at);
  const { proposalId } = await ports.perform(writersOf(portal).approver, proposeItem, {
    ...{ fromPortalId: portal.portalId, toPortalId: main.portalId, itemId: item.itemId, language: 'vi' },
    note: 'Kính đề nghị cổng chính đăng lại để bà con nơi khác cùng biết.',
  });
  if (item.proposed === 'waiting') return;
  const receiving = writersOf(main);
  advanceTo(new Date(at.getTime() + HOUR_MS));
  const { editionId } = await ports.perform(receiving.approver, acceptProposal, {
    ...{ portalId: main.portalId, proposalId, sectionId: main.sectionId('news') },
  });
  await ports.perform(receiving.editor, submitEdition, { portalId: main.portalId, editionId });
  await finishItem(
    past,
    receiving,
    { portalId: main.portalId, editionId },
    new Date(at.getTime() + 2 * HOUR_MS),
  );
}
