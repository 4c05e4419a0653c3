import type { Command } from '../../platform/command/index.ts';
import type { Sealer } from '../../platform/seal/index.ts';
import { sha256 } from '../../rules/audit/index.ts';
import { addDays, civilDateOf, startOfNextDay } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { speak } from './comment-commands.ts';
import { permits } from './permits.ts';
import {
  endReaderLink,
  findLiveLink,
  findReaderLink,
  insertReaderLink,
  insertVisit,
  listReaderLinks,
} from './reader-store.ts';
import { lockEdition } from './store.ts';
import { NO_SUCH_ITEM, personIdOf } from './writing.ts';

/** Days a draft may be shown to a reader without an account. */
export const MOST_READER_DAYS = 14;
const MOST_LIVE_LINKS = 20;
const OPEN_STATES = ['draft', 'submitted', 'checked', 'scheduled'];

/** The secret part of a link's address, made of its number by the key of the installation; kept nowhere. */
export function readerToken(seal: Sealer, linkId: number): string {
  return seal.digest(String(linkId), 'reader link');
}

export const hashOfToken = (token: string) => sha256(token);

export interface ShowToReader {
  portalId: number;
  editionId: number;
  readerName: string;
  days: number;
}

/** Shows a draft to a named reader without an account, for so many days. */
export const showToReader: Command<ShowToReader, { linkId: number }> = {
  name: 'publishing.showToReader',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, seal } = context;
    const edition = await lockEdition(tx, input.editionId);
    if (edition?.portal_id !== input.portalId) throw NO_SUCH_ITEM;
    if (!OPEN_STATES.includes(edition.state)) {
      throw new Refusal('not-open', {
        vi: 'Bản này đã đăng hoặc đã bỏ nên không mời đọc được nữa. Bài đã đăng thì gửi địa chỉ công khai.',
        en: 'This edition is public or done with. Of a published item send its public address.',
      });
    }
    const readerName = input.readerName.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (readerName.length < 2 || readerName.length > 120) {
      throw new Refusal(
        'name-missing',
        {
          vi: 'Hãy ghi tên người đọc, không quá 120 chữ cái.',
          en: 'Give the reader’s name, of at most 120 letters.',
        },
        'readerName',
      );
    }
    if (!(Number.isInteger(input.days) && input.days >= 1 && input.days <= MOST_READER_DAYS)) {
      throw new Refusal(
        'days-unreadable',
        {
          vi: `Hãy ghi số ngày từ 1 đến ${MOST_READER_DAYS}.`,
          en: `Give a number of days from 1 to ${MOST_READER_DAYS}.`,
        },
        'days',
      );
    }
    const live = (await listReaderLinks(tx, edition.id)).filter(
      (one) => !one.revoked_at && one.expires_at > now,
    );
    if (live.length >= MOST_LIVE_LINKS) {
      throw new Refusal('too-many-links', {
        vi: `Bản này đang mời ${MOST_LIVE_LINKS} người đọc. Hãy thu bớt liên kết trước.`,
        en: `This edition is shown to ${MOST_LIVE_LINKS} readers. End some links first.`,
      });
    }
    const madeBy = personIdOf(context);
    if (madeBy === null) throw new Error('A machine invites no readers.');
    const expiresAt = startOfNextDay(addDays(civilDateOf(now), input.days));
    const linkId = await insertReaderLink(
      tx,
      { portalId: input.portalId, editionId: edition.id, readerName, madeBy, at: now, expiresAt },
      (id) => hashOfToken(readerToken(seal, id)),
    );
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: edition.id },
      payload: { itemId: edition.item_id, linkId, expiresAt: expiresAt.toISOString() },
    });
    return { linkId };
  },
};

const LINK_GONE = new Refusal('link-gone', {
  vi: 'Liên kết này không dùng được nữa: đã hết hạn hoặc đã thu lại. Hãy hỏi người đã gửi.',
  en: 'This link can be used no more: it has run out or was ended. Ask whoever sent it.',
});

/** Ends a link before its time. */
export const endLink: Command<{ portalId: number; linkId: number }, void> = {
  name: 'publishing.endReaderLink',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, linkId }) {
    const link = await findReaderLink(context.tx, linkId);
    if (link?.portal_id !== portalId) throw LINK_GONE;
    await endReaderLink(context.tx, linkId, personIdOf(context), context.now);
    context.record({ portalId, subject: { kind: 'edition', id: link.edition_id }, payload: { linkId } });
  },
};

interface GuestInput {
  portalId: number;
  tokenHash: string;
}

/** A reader opened his link: each visit is on record. */
export const visitByLink: Command<GuestInput, { editionId: number }> = {
  name: 'publishing.visitByLink',
  permit: 'publishing.guest',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, tokenHash }) {
    const { tx, now } = context;
    const link = await findLiveLink(tx, tokenHash, now);
    if (link?.portal_id !== portalId) throw LINK_GONE;
    await insertVisit(tx, portalId, link.id, now);
    context.record({
      portalId,
      subject: { kind: 'edition', id: link.edition_id },
      payload: { linkId: link.id },
    });
    return { editionId: link.edition_id };
  },
};

export interface GuestRemark extends GuestInput {
  parentId?: number | undefined;
  passage: string;
  quote: string;
  body: string;
  replacement: string;
}

/** A reader by a link makes a remark, under the name the link was made for. */
export const remarkByLink: Command<GuestRemark, { commentId: number }> = {
  name: 'publishing.remarkByLink',
  permit: 'publishing.guest',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const link = await findLiveLink(tx, input.tokenHash, now);
    if (link?.portal_id !== input.portalId) throw LINK_GONE;
    const made = await speak(
      context,
      { ...input, editionId: link.edition_id },
      { personId: null, guestName: link.reader_name, linkId: link.id },
    );
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: link.edition_id },
      payload: { ...made, linkId: link.id },
    });
    return { commentId: made.commentId };
  },
};
