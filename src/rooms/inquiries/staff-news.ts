import type { Command } from '../../platform/command/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import { civilDateOf, timeOf } from '../../rules/calendar/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import { notify } from '../notifications/index.ts';
import { listPortals, type PortalRow, portalName } from '../portals/index.ts';
import { listOfficers } from './board-store.ts';
import { INTAKE_RULES } from './intakes.ts';
import { STAFF_NEWS_JOB } from './moving.ts';
import { paths } from './pages/desk-parts.tsx';
import { permits } from './permits.ts';
import type { MoveName } from './rules.ts';
import { type EventRow, findEvent, findInquiry, type InquiryRow } from './store.ts';

interface News {
  localityId: number;
  inquiryId: number;
  eventId: number;
  words: Words;
  href: Words;
  onceKey: string;
  to: readonly { personId: number; portalId: number }[];
}

/** Puts the news before those concerned, once however often the job runs. */
const tellStaff: Command<News & { portalId: number }, void> = {
  name: 'inquiries.tellStaff',
  permit: 'inquiries.warn',
  permits,
  portal: (news) => news.portalId,
  async run(context, { portalId, inquiryId, eventId, words, href, onceKey, to }) {
    for (const one of to) await notify(context, { ...one, kind: 'news', words, href, onceKey });
    context.record({
      portalId,
      subject: { kind: 'inquiry', id: inquiryId },
      payload: { eventId, told: to.length },
    });
  },
};

/** Tells officers of what others did with an inquiry of theirs. */
export const tellOfficers: JobDefinition<Ports> = {
  name: STAFF_NEWS_JOB,
  retryLimit: 5,
  async run(ports, data) {
    const found = await ports.database.transaction({ as: 'system' }, async (tx) => {
      const event = await findEvent(tx, Number(data.eventId));
      const row = event && (await findInquiry(tx, event.inquiry_id));
      return event && row && { row, news: await newsOf(tx, row, event, civilDateOf(ports.now())) };
    });
    if (!found || found.news.to.length === 0) return;
    const { row, news } = found;
    const machine: Machine = { kind: 'machine', name: STAFF_NEWS_JOB, localityId: row.locality_id };
    await ports.perform(machine, tellStaff, { ...news, portalId: row.portal_id });
  },
};

async function newsOf(tx: Transaction, row: InquiryRow, event: EventRow, on: string): Promise<News> {
  const portals = await listPortals(tx, row.locality_id);
  const isNew = event.move === 'receive';
  return {
    ...{ localityId: row.locality_id, inquiryId: row.id, eventId: event.id },
    words: { vi: sentence(row, event, portals, 'vi'), en: sentence(row, event, portals, 'en') },
    href: isNew
      ? { vi: `${paths.board('vi')}?tinh-trang=received`, en: `${paths.board('en')}?tinh-trang=received` }
      : { vi: paths.one('vi', row.id), en: paths.one('en', row.id) },
    // many arrive in an hour; one line says so
    onceKey: isNew
      ? `inquiries:received:${row.portal_id}:${civilDateOf(event.at)}T${timeOf(event.at).slice(0, 2)}`
      : `inquiries:event:${event.id}`,
    to: (await concerned(tx, row, event, on)).filter(({ personId }) => personId !== event.person_id),
  };
}

/** Whom an event concerns: the board a thing came to, the bodies that were asked, the officer in charge. */
async function concerned(
  tx: Transaction,
  row: InquiryRow,
  { move, facts }: EventRow,
  on: string,
): Promise<{ personId: number; portalId: number }[]> {
  const people = async (portalId: number, permit: keyof typeof permits) => {
    const may: readonly string[] = permits['inquiries.readConfidential'];
    const roles = permits[permit].filter((role) => !row.confidential || may.includes(role));
    const found = await listOfficers(tx, { portalId, roles, on });
    return found.map(({ id }) => ({ personId: id, portalId }));
  };
  const inCharge = async () =>
    row.officer_id === null
      ? people(row.portal_id, 'inquiries.triage')
      : [{ personId: row.officer_id, portalId: row.portal_id }];
  switch (move) {
    case 'receive':
    case 'forward':
    case 'giveBack':
    case 'release':
      return people(row.portal_id, 'inquiries.triage');
    case 'askBodies': {
      const asked = Array.isArray(facts.portalIds) ? facts.portalIds.map(Number) : [];
      const found: { personId: number; portalId: number }[] = [];
      for (const portalId of asked) found.push(...(await people(portalId, 'inquiries.answer')));
      return found;
    }
    case 'sign':
      return row.received_portal_id === row.portal_id
        ? inCharge()
        : [...(await inCharge()), ...(await people(row.received_portal_id, 'inquiries.triage'))];
    default:
      return inCharge();
  }
}

type Sentence = (number: string, body: string) => string;

/** What officers are told, by the move: the number of the inquiry, and the body that made the step. */
export const NEWS_SENTENCES: Readonly<Record<Lang, Partial<Record<MoveName, Sentence>>>> = {
  vi: {
    receive: () => 'Có thư mới chờ phân loại.',
    forward: (number, body) => `${body} chuyển đến: ${number}.`,
    giveBack: (number, body) => `${body} trả lại, có lý do: ${number}.`,
    askBodies: (number, body) => `${body} mời góp ý: ${number}.`,
    contribute: (number, body) => `${body} đã góp ý: ${number}.`,
    assign: (number) => `Bạn được giao phụ trách: ${number}.`,
    reply: (number) => `Người hỏi đã trả lời: ${number}.`,
    add: (number) => `Người hỏi gửi bổ sung: ${number}.`,
    withdraw: (number) => `Người hỏi đã rút: ${number}.`,
    sign: (number, body) => `${body} đã trả lời: ${number}.`,
    release: (number) => `Thôi gộp với thư khác, chờ phân loại: ${number}.`,
  },
  en: {
    receive: () => 'New inquiries are waiting to be classified.',
    forward: (number, body) => `Passed on by ${body}: ${number}.`,
    giveBack: (number, body) => `Given back by ${body}, with a reason: ${number}.`,
    askBodies: (number, body) => `${body} asks you to contribute: ${number}.`,
    contribute: (number, body) => `${body} has contributed: ${number}.`,
    assign: (number) => `You were put in charge of: ${number}.`,
    reply: (number) => `The asker has replied: ${number}.`,
    add: (number) => `The asker has added something: ${number}.`,
    withdraw: (number) => `Withdrawn by the asker: ${number}.`,
    sign: (number, body) => `${body} has answered: ${number}.`,
    release: (number) => `No longer joined to another, to be classified: ${number}.`,
  },
};

/** Numbers and bodies only: what was written stays where it is sealed. */
function sentence(row: InquiryRow, event: EventRow, portals: readonly PortalRow[], lang: Lang): string {
  const name = INTAKE_RULES[row.intake].name[lang];
  const number = lang === 'vi' ? `${name} số ${row.id}` : `${name} no. ${row.id}`;
  const by = event.move === 'contribute' ? Number(event.facts.portalId) : event.portal_id;
  const portal = portals.find(({ id }) => id === by);
  return NEWS_SENTENCES[lang][event.move]?.(number, portal ? portalName(portal, lang) : '') ?? number;
}
