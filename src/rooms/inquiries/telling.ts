import type { Command } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { composeMail } from '../../ui/index.ts';
import { calendarOf, clockView } from '../duties/index.ts';
import { queueMail } from '../notifications/index.ts';
import { listPortals, originOf, type PortalRow, portalName } from '../portals/index.ts';
import { privatePath } from './addresses.ts';
import { bindingClock } from './inquiry-clocks.ts';
import { MAIL_LABELS, type MailText, mailText, type TellingMove } from './mail-words.ts';
import { TELL_JOB } from './moving.ts';
import { permits } from './permits.ts';
import { MOVES, type Move, REFUSAL_WORDS, type RefusalReason } from './rules.ts';
import { type Asker, type Content, openJson, openText } from './sealed.ts';
import { type EventRow, findEvent, findInquiry, type InquiryRow, listJoined } from './store.ts';

/** One message to one asker, ready to go. */
interface Telling {
  row: InquiryRow;
  eventId: number;
  to: string;
  purpose: string;
  from: { name: string; href: string; portalId: number };
  text: MailText;
  facts: readonly (readonly [string, string])[];
  href: string;
}

/** The key a message is ordered by: one for each step and inquiry. */
export const mailKey = (eventId: number, inquiryId: number) => `inquiries:${eventId}:${inquiryId}`;

/** Whether he still wants to be written to; a unit is written to as a matter of course. */
export const wantsMail = ({ asker_kind, consents }: Pick<InquiryRow, 'asker_kind' | 'consents'>) =>
  asker_kind === 'unit' || consents.reply !== undefined;

/** Puts the message into the outbox, once however often the job runs. */
const sendNews: Command<Telling, void> = {
  name: 'inquiries.sendNews',
  permit: 'inquiries.receive',
  permits,
  portal: (telling) => telling.from.portalId,
  async run(context, { row, eventId, to, purpose, from, text, facts, href }) {
    const lang = row.language;
    const isNew = await queueMail(context, {
      ...{ portalId: from.portalId, purpose, language: lang, to },
      dedupeKey: mailKey(eventId, row.id),
      content: composeMail(lang, {
        subject: text.subject,
        portal: from,
        greeting: MAIL_LABELS[lang].greeting,
        paragraphs: text.paragraphs,
        facts,
        action: { label: text.action, href },
      }),
    });
    context.record({
      portalId: from.portalId,
      subject: { kind: 'inquiry', id: row.id },
      payload: { eventId, purpose, isNew },
    });
  },
};

/**
 * Writes to the asker after a move he must know of; where it `concernsJoined`, also to everyone whose inquiry is joined
 * to it: with the reason of a refusal as the table has it, the body it was passed to, the day stated; with the officer's
 * note only for a day stated and for more time, whose forms say who reads it. What one asker alone is asked, or told
 * beside the answer, the others never read. Who left no e-mail reads the same with his code.
 */
export const tellAsker: JobDefinition<Ports> = {
  name: TELL_JOB,
  retryLimit: 10,
  // a receipt is written at once, also when many letters come in a minute
  batch: { size: 50, atOnce: 4 },
  lostAfterSeconds: 30,
  async run(ports, data) {
    const tellings = await ports.database.transaction({ as: 'system' }, async (tx) => {
      const event = await findEvent(tx, Number(data.eventId));
      const row = event && (await findInquiry(tx, event.inquiry_id));
      if (!event || !row) return [];
      const portals = await listPortals(tx, row.locality_id);
      const clock = await bindingClock({ tx }, row.id);
      const calendar = await calendarOf(tx, row.locality_id);
      const due = (lang: Lang) => clock && clockView(clock, lang, ports.now(), calendar).due;
      const others = (MOVES[event.move] as Move).concernsJoined ? await listJoined(tx, row.id) : [];
      return [row, ...others].flatMap((one) =>
        tellingFor(ports, one, row, event, portals, due(one.language)),
      );
    });
    for (const telling of tellings) {
      const machine: Machine = { kind: 'machine', name: TELL_JOB, localityId: telling.row.locality_id };
      await ports.perform(machine, sendNews, telling);
    }
  },
};

function tellingFor(
  ports: Ports,
  row: InquiryRow,
  handled: InquiryRow,
  event: EventRow,
  portals: readonly PortalRow[],
  due: string | undefined,
): Telling[] {
  const { seal } = ports;
  const asker = openJson<Asker>(seal, row.code_digest, 'asker', row.asker);
  const content = openJson<Content>(seal, row.code_digest, 'content', row.content);
  const code = openText(seal, row.code_digest, 'code', row.code_sealed);
  const from = originOf(ports, portals);
  // the portal it came to may be closed since
  const home = from(row.received_portal_id) ?? from(portals.find(({ is_main }) => is_main)?.id ?? 0);
  if (!asker?.email || !wantsMail(row) || !content || !code || !home) return [];
  const lang = row.language;
  const holder = portals.find((portal) => portal.id === handled.portal_id);
  const body = holder ? portalName(holder, lang) : '';
  const labels = MAIL_LABELS[lang];
  const text = mailText(lang, event.move as TellingMove, {
    ...{ title: content.title, code, body, due },
    note: readsNote(event, row) ? openText(seal, handled.code_digest, 'note', event.note) : undefined,
    more: moreOf(event, lang),
  });
  return [
    {
      ...{ row, eventId: event.id, to: asker.email, purpose: `inquiries.${event.move}`, text },
      from: { name: portalName(home.portal, lang), href: home.origin, portalId: home.portal.id },
      facts: [
        [labels.code, code],
        [labels.body, body],
        ...(due && event.move !== 'sign' ? [[labels.due, due] as const] : []),
      ],
      href: home.origin + privatePath(lang, code),
    },
  ];
}

/** The one it happened to reads a note that is for askers; those joined to it only where the table says so. */
function readsNote({ note_for_asker, inquiry_id, move }: EventRow, { id }: InquiryRow): boolean {
  return note_for_asker && (id === inquiry_id || (MOVES[move] as Move).concernsJoined === 'note');
}

function moreOf({ facts }: EventRow, lang: Lang): string | undefined {
  if (typeof facts.reason === 'string') return REFUSAL_WORDS[facts.reason as RefusalReason]?.[lang];
  return typeof facts.body === 'string' ? facts.body : undefined;
}
