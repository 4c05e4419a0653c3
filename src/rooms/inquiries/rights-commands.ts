import type { Command, CommandContext } from '../../platform/command/index.ts';
import { deskPaths } from '../../platform/http/paths.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { notify } from '../notifications/index.ts';
import { listOfficers } from './board-store.ts';
import { INTAKE_RULES } from './intakes.ts';
import { inquiryMove, type OfInquiry } from './moving.ts';
import { permits } from './permits.ts';
import type { SealedFile } from './receiving.ts';
import { LINK_MOST_MS, recipientsOf, toBeTold } from './rights-rules.ts';
import { useLink } from './rights-store.ts';
import { type Asker, digestOfMail, openJson, sealJson, sealText } from './sealed.ts';
import { type InquiryRow, insertFile, listEvents } from './store.ts';

/** Looks whether anything was sent from an address, and writes to it if so. */
export const LINK_JOB = 'inquiries.sendOwnDataLink';

export interface AskForLink {
  localityId: number;
  portalId: number;
  mailDigest: string;
  language: Lang;
}

/**
 * Somebody wants a link to his own data. Nothing is looked up here: known or unknown, the address costs the same time
 * and the page says the same.
 */
export const askForLink: Command<AskForLink, void> = {
  name: 'inquiries.askForOwnData',
  permit: 'inquiries.receive',
  permits,
  portal: (input) => input.portalId,
  async run({ enqueue, record }, input) {
    enqueue(LINK_JOB, input);
    record({
      portalId: input.portalId,
      subject: { kind: 'portal', id: input.portalId },
      payload: { by: 'mail' },
    });
  },
};

/** The link of a mail is opened, once. @throws Refusal `link-used` */
export const openLink: Command<{ portalId: number; linkDigest: string }, void> = {
  name: 'inquiries.openOwnData',
  permit: 'inquiries.receive',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, now, record }, { portalId, linkDigest: digest }) {
    const forgetBefore = new Date(now.getTime() - 2 * LINK_MOST_MS);
    const isFirst = await useLink(tx, { digest, at: now, forgetBefore });
    if (!isFirst) {
      throw new Refusal('link-used', {
        vi: 'Liên kết này đã được mở một lần. Hãy xin liên kết mới.',
        en: 'This link was opened before. Ask for a new one.',
      });
    }
    record({ portalId, subject: { kind: 'portal', id: portalId }, payload: { by: 'mail' } });
  },
};

// What the board carries out ----------------------------------------------------------------------------

/** The request by which it is done, where there is one. */
export interface ByRequest extends OfInquiry {
  requestId: number;
}

const FORGOTTEN = new Refusal('forgotten', {
  vi: 'Dữ liệu cá nhân của thư này đã được xóa.',
  en: 'The personal data of this inquiry were deleted.',
});

function askerOf({ seal }: CommandContext, row: InquiryRow): Asker {
  const asker = openJson<Asker>(seal, row.code_digest, 'asker', row.asker);
  if (!asker || row.forgotten_at !== null) throw FORGOTTEN;
  return asker;
}

const clean = (text: string | undefined) => text?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? '';

/** Without empty values, so that what was taken out is gone. */
function cleanAsker({ fields, email, phone, postal }: Asker): Asker {
  const kept = Object.entries(fields).flatMap(([code, value]) =>
    clean(value) === '' ? [] : [[code, clean(value)]],
  );
  const contact = { email: clean(email), phone: clean(phone), postal: clean(postal) };
  const filled = Object.entries(contact).filter(([, value]) => value !== '');
  return { fields: Object.fromEntries(kept), ...Object.fromEntries(filled) };
}

/** Codes of what differs; the values stay sealed. */
function changedFields(before: Asker, after: Asker): string[] {
  const flat = ({ fields, ...contact }: Asker): Record<string, string | undefined> => ({
    ...fields,
    ...contact,
  });
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((code) => was[code] !== is[code]);
}

/**
 * Puts the asker's own data right. Bodies of the locality that were given the old ones are told at once; those outside
 * are named, for a letter (BG-028).
 */
export const correctAsker = inquiryMove<ByRequest & { asker: Asker }>('correct', 'inquiries.carryOutRights', {
  async act(context, row, input) {
    const { tx, seal } = context;
    const before = cleanAsker(askerOf(context, row));
    const asker = cleanAsker(input.asker);
    const fields = changedFields(before, asker);
    if (fields.length === 0) {
      throw new Refusal(
        'nothing-changed',
        {
          vi: 'Chưa có ô nào khác trước. Hãy sửa ít nhất một ô.',
          en: 'Nothing differs yet. Change at least one field.',
        },
        'name',
      );
    }
    const told = toBeTold(recipientsOf(row, await listEvents(tx, row.id)), row.portal_id);
    await tellBoards(context, row, told.portalIds);
    return {
      changes: {
        asker: sealJson(seal, row.code_digest, 'asker', asker),
        mailDigest: asker.email ? digestOfMail(seal, asker.email) : null,
      },
      facts: { fields, requestId: input.requestId, toldPortalIds: told.portalIds, outside: told.outside },
    };
  },
});

async function tellBoards(
  context: CommandContext,
  row: InquiryRow,
  portalIds: readonly number[],
): Promise<void> {
  const { tx, now } = context;
  const on = civilDateOf(now);
  for (const portalId of portalIds) {
    await tx.alsoSee(portalId);
    for (const { id } of await listOfficers(tx, { portalId, roles: ['boardMember', 'head'], on })) {
      await notify(context, {
        ...{ personId: id, portalId, kind: 'news', href: deskPaths(`/thu-hoi-dap/${row.id}`) },
        words: {
          vi: `Dữ liệu người gửi của thư số ${row.id} đã được chỉnh sửa. Cơ quan bạn từng nhận thư: hãy sửa cả những gì đã chép lại.`,
          en: `Data of the sender of inquiry ${row.id} were corrected. Your body was given it: correct what you copied, too.`,
        },
      });
    }
  }
}

/** From now on the board alone reads it, and it is not worked on by others. */
export const restrictInquiry = inquiryMove<ByRequest>('restrict', 'inquiries.carryOutRights', {
  async act(context, row, { requestId }) {
    askerOf(context, row);
    if (row.restricted_at !== null) {
      throw new Refusal('restricted-before', {
        vi: 'Thư này đã được hạn chế rồi.',
        en: 'This inquiry is restricted already.',
      });
    }
    return { changes: { confidential: true, restrictedAt: context.now }, facts: { requestId } };
  },
});

export const liftRestriction = inquiryMove<ByRequest>('lift', 'inquiries.carryOutRights', {
  async act(_context, row, { requestId }) {
    if (row.restricted_at === null) {
      throw new Refusal('not-restricted', {
        vi: 'Thư này không bị hạn chế.',
        en: 'This inquiry is not restricted.',
      });
    }
    const { confidential } = INTAKE_RULES[row.intake];
    return { changes: { confidential, restrictedAt: null }, facts: { requestId } };
  },
});

/** Takes back what was consented to; when it was given and when taken back stays in the history (Luật 91/2025 Đ9). */
export const withdrawConsent = inquiryMove<ByRequest & { purposes: readonly string[] }>(
  'withdrawConsent',
  'inquiries.carryOutRights',
  {
    async act(context, row, { purposes, requestId }) {
      askerOf(context, row);
      const taken = purposes.filter((purpose) => row.consents[purpose] !== undefined);
      if (taken.length === 0) {
        throw new Refusal(
          'consent-missing',
          { vi: 'Hãy chọn ít nhất một sự đồng ý để rút.', en: 'Choose at least one consent to withdraw.' },
          'purposes',
        );
      }
      const consents = Object.fromEntries(
        Object.entries(row.consents).filter(([purpose]) => !taken.includes(purpose)),
      );
      const given = Object.fromEntries(taken.map((purpose) => [purpose, row.consents[purpose]]));
      return { changes: { consents }, facts: { withdrawn: given, requestId } };
    },
  },
);

/** Puts the certificate of what is stored with the request (BG-029): the asker reads it with the answer. */
export const attachCertificate = inquiryMove<OfInquiry & { file: SealedFile; aboutIds: readonly number[] }>(
  'certify',
  'inquiries.carryOutRights',
  {
    async act(context, row, { file, aboutIds }) {
      const { tx, seal, now } = context;
      askerOf(context, row);
      await insertFile(tx, {
        ...{ inquiry_id: row.id, portal_id: row.portal_id, from_asker: false, added_at: now },
        name: sealText(seal, row.code_digest, 'fileName', file.name),
        ...{ type: file.type, size_bytes: file.sizeBytes, hash: file.hash },
      });
      return { facts: { aboutIds: [...aboutIds] } };
    },
  },
);
