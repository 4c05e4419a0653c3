import type { Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { SealError, type Sealer } from '../../platform/seal/index.ts';
import { isPermitted, type Person } from '../../rules/access/index.ts';
import { listMailByKeys, type OrderedMail } from '../notifications/index.ts';
import { permits } from './permits.ts';
import { type OpenedFile, openedFiles, reading, roleIn } from './queries.ts';
import { type Given, type Pass, type Proof, readPass, recipientsOf, writePass } from './rights-rules.ts';
import { listByCode, listByMail, listInquiries } from './rights-store.ts';
import { type AnswerContent, type Asker, type Content, openJson, openText } from './sealed.ts';
import { type EventRow, findAnswer, findInquiry, type InquiryRow, listEvents } from './store.ts';
import { mailKey } from './telling.ts';

/** Everything that is stored of somebody under one inquiry, opened. */
export interface OwnInquiry {
  row: InquiryRow;
  asker: Asker | undefined;
  content: Content | undefined;
  /** What he added, replied, or said when he withdrew. */
  notes: { at: Date; text: string }[];
  files: OpenedFile[];
  /** The signed answer with what was said to him alone. */
  answer: AnswerContent | undefined;
  given: Given[];
  mails: OrderedMail[];
}

const PASS_PLACE = 'inquiry:own-data-pass';

export function sealPass(seal: Sealer, pass: Pass): string {
  return seal.seal(writePass(pass), PASS_PLACE);
}

/** @returns undefined when there is none, it has run out, or it is not ours */
export function openPass(
  seal: Sealer,
  sealed: string | undefined,
  { localityId, now }: { localityId: number; now: Date },
): Pass | undefined {
  if (sealed === undefined) return undefined;
  try {
    return readPass(seal.open(sealed, PASS_PLACE), localityId, now);
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

/** Rows only: whether there is anything, and who it is of. */
export function findOwnRows(ports: Ports, proof: Proof): Promise<InquiryRow[]> {
  return ports.database.transaction({ as: 'system' }, (tx) => ownRows(tx, proof));
}

function ownRows(tx: Transaction, { localityId, by, digest }: Proof): Promise<InquiryRow[]> {
  return by === 'mail'
    ? listByMail(tx, { localityId, mailDigest: digest })
    : listByCode(tx, { localityId, codeDigest: digest });
}

/** Everything stored of who has shown that it is his. */
export function findOwnData(ports: Ports, proof: Proof): Promise<OwnInquiry[]> {
  return ports.database.transaction({ as: 'system' }, async (tx) => {
    const found: OwnInquiry[] = [];
    for (const row of await ownRows(tx, proof)) found.push(await openOwn(tx, ports.seal, row));
    return found;
  });
}

const OF_ASKER: ReadonlySet<string> = new Set(['add', 'reply', 'withdraw']);

async function openOwn(tx: Transaction, seal: Sealer, row: InquiryRow): Promise<OwnInquiry> {
  const { code_digest: place } = row;
  const events = await listEvents(tx, row.id);
  const signed = row.state === 'answered' ? await findAnswer(tx, row.id) : undefined;
  return {
    row,
    asker: openJson<Asker>(seal, place, 'asker', row.asker),
    content: openJson<Content>(seal, place, 'content', row.content),
    notes: events.flatMap(({ move, note, at }) => {
      const text = OF_ASKER.has(move) ? openText(seal, place, 'note', note) : undefined;
      return text === undefined ? [] : [{ at, text }];
    }),
    files: await openedFiles(tx, seal, row),
    answer: openJson<AnswerContent>(seal, place, 'answer', signed?.content ?? null),
    given: recipientsOf(row, events),
    mails: await listMailByKeys(tx, await mailKeysOf(tx, row, events)),
  };
}

/** He was written to of his own steps, and of those of the inquiries his was joined to. */
async function mailKeysOf(tx: Transaction, row: InquiryRow, events: readonly EventRow[]): Promise<string[]> {
  const told = events.map(({ id }) => id);
  for (const { facts } of events)
    if (typeof facts.intoId === 'number')
      told.push(...(await listEvents(tx, facts.intoId)).map(({ id }) => id));
  return told.map((id) => mailKey(id, row.id));
}

/** A request as the board carries it out. */
export interface RightsCase {
  request: InquiryRow;
  /** What he asks for, in his words. */
  wish: Content | undefined;
  /** The inquiries it is about that the board's body has. */
  own: OwnInquiry[];
  /** Numbers of those another body has, or that were forgotten. */
  elsewhere: number[];
}

/** Undefined for whoever may not carry it out, and for what is no such request. */
export function findRightsCase(
  ports: Ports,
  person: Person,
  requestId: number,
): Promise<RightsCase | undefined> {
  return reading(ports, person, async (tx) => {
    const request = await findInquiry(tx, requestId);
    const role = request && roleIn(request, person);
    if (!request || role?.part !== 'lead' || request.intake !== 'personalData') return undefined;
    if (!isPermitted(person, permits, 'inquiries.carryOutRights', request.portal_id)) return undefined;
    const own: OwnInquiry[] = [];
    for (const row of await listInquiries(tx, request.about_ids)) {
      if (row.portal_id === request.portal_id && row.forgotten_at === null)
        own.push(await openOwn(tx, ports.seal, row));
    }
    const ids = new Set(own.map(({ row }) => row.id));
    const wish = openJson<Content>(ports.seal, request.code_digest, 'content', request.content);
    return { request, wish, own, elsewhere: request.about_ids.filter((id) => !ids.has(id)) };
  });
}
