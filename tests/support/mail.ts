import assert from 'node:assert/strict';
import type { Command } from '../../src/platform/command/index.ts';
import { sql, type Transaction } from '../../src/platform/db/index.ts';
import { MailError, type MailMessage, type MailTransport } from '../../src/platform/mail/index.ts';
import { type OutgoingMail, queueMail } from '../../src/rooms/notifications/index.ts';
import type { Actor } from '../../src/rules/access/index.ts';
import { composeMail } from '../../src/ui/index.ts';
import type { Engine } from './engines.ts';
import { openWorld, WORLD_NOW, type World } from './world.ts';

/** A mail server of a test, without a network: what it took, and what it is to say next. */
export interface MailBox extends MailTransport {
  /** What was taken, in order. */
  taken: MailMessage[];
  /** Messages offered, whether taken or not. */
  offered: number;
  /** Decides on each message: throws to refuse it. */
  decide: (message: MailMessage) => void | Promise<void>;
}

export function openMailBox(): MailBox {
  const box: MailBox = {
    kind: 'smtp',
    taken: [],
    offered: 0,
    decide: () => {},
    async send(message) {
      box.offered++;
      await box.decide(message);
      box.taken.push(message);
    },
    close: async () => {},
  };
  return box;
}

export const refusals = {
  forNow: () => new MailError('later', '451 4.3.0', false),
  forGood: () => new MailError('recipient', '550 5.1.1', true),
};

/** Stands in everything that must never be read in the tables. */
export const MARK = 'Nguyễn Thị Bímật';
export const ADDRESS = 'nguoi.bimat@example.com';

/** A command that orders a mail, as those of other rooms do. */
export const orderMail: Command<OutgoingMail, boolean> = {
  name: 'test.orderMail',
  permit: 'any',
  permits: { any: ['editor'] },
  portal: (input) => input.portalId,
  async run(context, mail) {
    context.record({ portalId: null, subject: { kind: 'portal', id: mail.portalId }, payload: {} });
    return queueMail(context, mail);
  },
};

export interface MailRow {
  id: number;
  state: string;
  tries: number;
  content: string | null;
  last_error: string | null;
  message_id: string;
  next_try_at: Date;
}

/** A world whose mails go into a box of the test. */
export interface MailHall {
  world: World;
  box: MailBox;
  /** A mail nobody has ordered yet, to one address from the main portal. */
  mail(): OutgoingMail;
  /** Orders it, changed as told, by a machine or by somebody. */
  order(changed?: Partial<OutgoingMail>, actor?: Actor): Promise<boolean>;
  machine(): Actor;
  /** The row of a mail; of the latest when it is not named. */
  row(mailId?: number): Promise<MailRow>;
  rows<T>(query: Parameters<Transaction['rows']>[0]): Promise<T[]>;
  later(ms: number): void;
  /** Nothing waits, the box is empty and takes everything, and the clock is at its beginning. */
  clear(): Promise<void>;
}

export async function openMailHall(engine: Engine): Promise<MailHall> {
  const box = openMailBox();
  const world = await openWorld(engine, { mail: box });
  const { ports } = world.app;
  let number = 0;
  const hall: MailHall = {
    ...{ world, box },
    mail: () => ({
      portalId: world.portal('lao-cai/main').id,
      purpose: 'test.receipt',
      language: 'vi',
      to: ADDRESS,
      dedupeKey: `test:${++number}:receipt`,
      content: composeMail('vi', {
        subject: `Đã nhận câu hỏi của ${MARK}`,
        portal: { name: 'Tỉnh Lào Cai', href: 'https://www.laocai.gov.vn' },
        paragraphs: [`Kính gửi ${MARK}.`],
      }),
    }),
    order: (changed = {}, actor = hall.machine()) =>
      ports.perform(actor, orderMail, { ...hall.mail(), ...changed }),
    machine: () => world.machines['lao-cai'] ?? assert.fail('no machine'),
    async row(mailId = 0) {
      const [found] =
        await hall.rows<MailRow>(sql`select id, state, tries, content, last_error, message_id, next_try_at
          from mail_message where ${mailId}::bigint in (0, id) order by id desc limit 1`);
      return found ?? assert.fail('no mail was ordered');
    },
    rows: <T>(query: Parameters<Transaction['rows']>[0]) =>
      ports.database.transaction({ as: 'system' }, (tx) => tx.rows<T>(query)),
    later: (ms) => world.setNow(new Date(ports.now().getTime() + ms)),
    async clear() {
      await hall.rows(sql`update mail_message set state = 'forgotten', content = null where state <> 'sent'`);
      Object.assign(box, { taken: [], offered: 0, decide: () => {} });
      world.setNow(WORLD_NOW);
    },
  };
  return hall;
}
