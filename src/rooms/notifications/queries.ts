import { scopeOf } from '../../platform/command/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Person } from '../../rules/access/index.ts';
import { type CaughtMail, findCaughtMail, listCaughtMail } from './mail-store.ts';
import type { MailContent } from './mailing.ts';
import { countUnread, isDigestStopped, listNotices, type NoticeRow } from './notice-store.ts';
import { placeOf } from './rules.ts';

/** How many notices wait for the person, for the desk's rail. */
export function unreadNotices({ database }: Pick<Ports, 'database'>, person: Person): Promise<number> {
  return database.transaction(scopeOf(person), (tx) => countUnread(tx, person.personId));
}

/** Of each kind at most; a person with more unread ones reads the newest first. */
const MOST_SHOWN = 100;

export interface OwnNotices {
  unread: NoticeRow[];
  read: NoticeRow[];
  unreadCount: number;
  isDigestStopped: boolean;
}

export function ownNotices({ database }: Ports, person: Person): Promise<OwnNotices> {
  const { personId } = person;
  return database.transaction(scopeOf(person), async (tx) => ({
    unread: await listNotices(tx, { personId, isRead: false, limit: MOST_SHOWN }),
    read: await listNotices(tx, { personId, isRead: true, limit: MOST_SHOWN }),
    unreadCount: await countUnread(tx, personId),
    isDigestStopped: await isDigestStopped(tx, personId),
  }));
}

/** A mail of the demo, opened. */
export interface OpenedMail extends Pick<CaughtMail, 'id' | 'purpose' | 'language' | 'state' | 'queued_at'> {
  content: MailContent;
}

const MOST_CAUGHT = 100;

/** The latest mails of a portal; only the demo keeps them. */
export async function listCaught(ports: Ports, portalId: number): Promise<OpenedMail[]> {
  const rows = await ports.database.transaction({ as: 'system' }, (tx) =>
    listCaughtMail(tx, portalId, MOST_CAUGHT),
  );
  return rows.map((row) => opened(ports, row));
}

export async function findCaught(
  ports: Ports,
  portalId: number,
  mailId: number,
): Promise<OpenedMail | undefined> {
  const row = await ports.database.transaction({ as: 'system' }, (tx) =>
    findCaughtMail(tx, portalId, mailId),
  );
  return row && opened(ports, row);
}

function opened({ seal }: Ports, row: CaughtMail): OpenedMail {
  const content = JSON.parse(seal.open(row.content, placeOf(row.dedupe_key))) as MailContent;
  return { ...row, content };
}
