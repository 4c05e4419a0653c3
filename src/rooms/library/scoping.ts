import type { Command } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { instantOf } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { meetClock, type Subject, startSameClocks } from '../duties/index.ts';
import { listPortals } from '../portals/index.ts';
import { permits } from './permits.ts';
import { findScope, insertScopes, listUnstarted, markShown, markStarted } from './scope-store.ts';
import { findDocument } from './store.ts';

/** The job that starts the clocks of the bodies within the scope of a text. */
export const START_JOB = 'library.startScopes';
/** A text bears a day of issue and no time; offices are open by then. */
const ISSUED_AT = '08:00';

/** The clock of one body for one text. */
export const scopeSubject = (scopeId: number): Subject => ({ kind: 'documentScope', id: scopeId });

export interface ScopeDocument {
  /** Of the issuer. */
  portalId: number;
  itemId: number;
  /** Of the bodies the text binds. */
  toPortalIds: readonly number[];
}

/** Says which bodies a text binds: each owes it to its readers within the time of the regulation (LC-048, QN-039, LX-021). */
export const scopeDocument: Command<ScopeDocument, { asked: number }> = {
  name: 'library.scopeDocument',
  permit: 'library.relate',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, itemId, toPortalIds }) {
    const { tx, actor, now } = context;
    const document = await findDocument(tx, itemId, 'vi');
    if (actor.kind !== 'person' || document?.portal_id !== portalId)
      throw new Refusal('no-such-document', {
        vi: 'Không tìm thấy văn bản này ở cổng của bạn.',
        en: 'This document was not found on your portal.',
      });
    const portals = await listPortals(tx, document.locality_id);
    const bound = portals.filter(({ id }) => id !== portalId && toPortalIds.includes(id));
    if (bound.length === 0)
      throw new Refusal(
        'nobody-bound',
        { vi: 'Hãy chọn ít nhất một cơ quan khác.', en: 'Choose at least one other body.' },
        'toPortalIds',
      );
    if (document.issued_on === null)
      throw new Refusal('no-day-of-issue', {
        vi: 'Văn bản chưa ghi ngày ban hành nên chưa tính được hạn. Hãy ghi ngày ban hành vào bài rồi đăng lại.',
        en: 'The document names no day of issue, so no time can be counted. Add the day to the item and publish it again.',
      });
    const asked = await insertScopes(tx, {
      ...{ localityId: document.locality_id, itemId, fromPortalId: portalId },
      ...{ portalIds: bound.map(({ id }) => id), personId: actor.personId, at: now },
    });
    context.enqueue(START_JOB, { itemId });
    context.record({
      portalId,
      subject: { kind: 'item', id: itemId },
      payload: { asked, toPortalIds: bound.map(({ id }) => id) },
    });
    return { asked };
  },
};

/** Starts what has no clock yet; other portals' clocks are the machine's to start. */
export const startScopes: Command<{ itemId: number; portalId: number }, { started: number }> = {
  name: 'library.startScopes',
  permit: 'library.take',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { itemId, portalId }) {
    const { tx, now, profiles } = context;
    const document = await findDocument(tx, itemId, 'vi');
    const unstarted = await listUnstarted(tx, itemId);
    let started = 0;
    for (const bodyRole of ['main', 'member'] as const) {
      const due = unstarted.filter(({ is_main }) => is_main === (bodyRole === 'main'));
      if (!document?.issued_on || due.length === 0) continue;
      started += await startSameClocks(
        tx,
        {
          ...{ now, localityId: document.locality_id, bodyRole, profiles, subjectKind: 'documentScope' },
          ...{ contentKind: 'documents', startEvent: 'issued', variant: 'inScope' },
          at: instantOf(document.issued_on, ISSUED_AT),
        },
        due.map(({ id, portal_id }) => ({ portalId: portal_id, subjectId: id })),
      );
    }
    await markStarted(tx, itemId, now);
    context.record({ portalId, subject: { kind: 'item', id: itemId }, payload: { started } });
    return { started };
  },
};

export const startScopesJob: JobDefinition<Ports> = {
  name: START_JOB,
  retryLimit: 5,
  async run(ports, data) {
    const itemId = Number(data.itemId);
    const document = await ports.database.transaction({ as: 'system' }, (tx) =>
      findDocument(tx, itemId, 'vi'),
    );
    if (!document) return;
    const machine = { kind: 'machine' as const, name: START_JOB, localityId: document.locality_id };
    await ports.perform(machine, startScopes, { itemId, portalId: document.portal_id });
  },
};

export interface ShowDocument {
  /** Of the body that owes it. */
  portalId: number;
  scopeId: number;
}

/** The issuer's copy stands in this portal's list of documents from now on: the duty is met. */
export const showDocumentHere: Command<ShowDocument, void> = {
  name: 'library.showDocumentHere',
  permit: 'library.relate',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, scopeId }) {
    const { tx, actor, now } = context;
    const scope = await findScope(tx, scopeId);
    if (scope?.portal_id !== portalId)
      throw new Refusal('no-such-scope', {
        vi: 'Không tìm thấy văn bản này trong việc của cổng bạn.',
        en: 'This document is not among the duties of your portal.',
      });
    await markShown(tx, scopeId, { at: now, itemId: null });
    await meetClock(tx, scopeSubject(scopeId), now);
    context.purge(`portal:${portalId}`, `locality:${actor.kind === 'person' ? actor.localityId : ''}`);
    context.record({
      portalId,
      subject: { kind: 'item', id: scope.item_id },
      payload: { scopeId, fromPortalId: scope.from_portal_id },
    });
  },
};
