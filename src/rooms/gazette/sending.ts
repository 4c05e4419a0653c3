import type { Command } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf, instantOf, isCivilDate } from '../../rules/calendar/index.ts';
import { isNormative, keepsGazette } from '../../rules/gazette/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { meetClock, type Subject, startClock } from '../duties/index.ts';
import { profileInForce } from '../portals/index.ts';
import { permits } from './permits.ts';
import {
  type CopyFacts,
  findCopyFacts,
  findSendingId,
  insertSending,
  listUnnoted,
  markSent,
} from './sending-store.ts';

/** The job that notes which public documents belong into the gazette. */
export const NOTE_JOB = 'gazette.note';
/** A text bears a day of signing and no time; offices are open by then. */
const SIGNED_AT = '08:00';

/** The clock of one document on its way to the gazette. */
export const sendingSubject = (sendingId: number): Subject => ({ kind: 'gazetteSending', id: sendingId });

/**
 * Notes a normative document that has become public, and starts the clock of sending it: three days from signing
 * (Luật 64/2025/QH15 Đ9.1). Holdings taken in later, which have no clock of publishing, get none here either.
 */
export const noteSending: Command<{ itemId: number; portalId: number }, { sendingId: number | undefined }> = {
  name: 'gazette.noteSending',
  permit: 'gazette.sign',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { itemId, portalId }) {
    const { tx, now, profiles } = context;
    const copy = await findCopyFacts(tx, itemId);
    const sendingId =
      copy && (await insertSending(tx, { localityId: copy.locality_id, portalId, itemId, at: now }));
    const signedOn = copy?.facts.issuedOn;
    let isClocked = false;
    if (copy?.is_clocked && sendingId !== undefined && isCivilDate(signedOn)) {
      const clock = await startClock(tx, {
        ...{ now, localityId: copy.locality_id, portalId, profiles },
        bodyRole: copy.is_main ? 'main' : 'member',
        subject: sendingSubject(sendingId),
        ...{ contentKind: 'gazette', startEvent: 'issued', at: instantOf(signedOn, SIGNED_AT) },
      });
      isClocked = clock !== undefined;
    }
    context.record({
      portalId,
      subject: { kind: 'item', id: itemId },
      payload: { sendingId, signedOn, isClocked },
    });
    return { sendingId };
  },
};

/** Only provinces have a gazette, and only normative texts must stand in it. */
async function belongs(ports: Ports, { locality_id, facts }: CopyFacts): Promise<boolean> {
  if (!isNormative(facts.number ?? '')) return false;
  return keepsGazette(await profileInForce(ports, locality_id, civilDateOf(ports.now())));
}

/** Notes those of these public items that are documents of the gazette; twice is once. */
export async function noteItems(ports: Ports, itemIds: readonly number[]): Promise<void> {
  const copies = await ports.database.transaction({ as: 'system' }, (tx) => listUnnoted(tx, itemIds));
  for (const copy of copies) {
    if (!(await belongs(ports, copy))) continue;
    const machine = { kind: 'machine' as const, name: NOTE_JOB, localityId: copy.locality_id };
    await ports.perform(machine, noteSending, { itemId: copy.item_id, portalId: copy.portal_id });
  }
}

const documentsAmong = (several: readonly Record<string, unknown>[]) =>
  several.flatMap(({ kind, itemId }) => (kind === 'documents' ? [Number(itemId)] : []));

export const notePublished: JobDefinition<Ports> = {
  name: NOTE_JOB,
  retryLimit: 5,
  batch: { size: 50, atOnce: 1 },
  run: (ports, data) => noteItems(ports, documentsAmong([data])),
  runMany: (ports, several) => noteItems(ports, documentsAmong(several)),
};

/** Sends a public document to the gazette of the locality; its clock is met (Luật 64/2025/QH15 Đ9.1). */
export const sendToGazette: Command<{ portalId: number; itemId: number }, { sendingId: number }> = {
  name: 'gazette.sendToGazette',
  permit: 'gazette.send',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, itemId }) {
    const { tx, actor, now } = context;
    if (actor.kind !== 'person') throw new Error('Only a person sends a document to the gazette.');
    const copy = await findCopyFacts(tx, itemId);
    if (copy?.portal_id !== portalId)
      throw new Refusal('no-such-document', {
        vi: 'Không tìm thấy văn bản này trong số văn bản đang công khai ở cổng của bạn.',
        en: 'This document is not among those public on your portal.',
      });
    const { locality_id: localityId } = copy;
    const sendingId =
      (await findSendingId(tx, itemId)) ??
      (await insertSending(tx, { localityId, portalId, itemId, at: now }));
    if (sendingId === undefined || !(await markSent(tx, sendingId, { by: actor.personId, at: now })))
      throw new Refusal('sent-already', {
        vi: 'Văn bản này đã được gửi đăng Công báo.',
        en: 'This document was sent to the gazette already.',
      });
    await meetClock(tx, sendingSubject(sendingId), now);
    context.record({ portalId, subject: { kind: 'item', id: itemId }, payload: { sendingId } });
    return { sendingId };
  },
};
