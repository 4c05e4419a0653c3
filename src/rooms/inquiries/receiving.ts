import { type Command, type CommandContext, NOT_PERMITTED } from '../../platform/command/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { DutyVariant } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { endClocks, resumeClock, startInquiryClock } from './inquiry-clocks.ts';
import { INTAKE_RULES, type Intake } from './intakes.ts';
import { releaseJoined } from './joined.ts';
import { followEvent, inquiryMove, type OfInquiry, personIdOf, writeReceipt } from './moving.ts';
import { permits } from './permits.ts';
import { type Asker, type Content, digestOfMail, sealJson, sealText } from './sealed.ts';
import { findByForm, insertFile, insertInquiry } from './store.ts';

/** A file that was sealed and written to the store before the row that names it. */
export interface SealedFile {
  name: string;
  type: string;
  sizeBytes: number;
  /** Of the sealed bytes. */
  hash: string;
}

export interface ReceiveInquiry {
  localityId: number;
  portalId: number;
  isMain: boolean;
  intake: Intake;
  language: Lang;
  askerKind: 'person' | 'organisation' | 'unit';
  isForeigner: boolean;
  asker: Asker;
  content: Content;
  topic?: string;
  /** The class it was sent in; the usual one of the intake when left out. */
  variant?: DutyVariant;
  /** The asker's own inquiries it is about, for requests on personal data. */
  aboutIds?: readonly number[];
  /** Purposes consented to, each in a step of its own (BG-029). */
  consents: readonly string[];
  /** The receipt code and the digest it is found by. */
  code: string;
  codeDigest: string;
  /** Digest of the form that was sent; the same form twice is one inquiry. */
  formDigest: string;
  files: readonly SealedFile[];
}

export interface Received {
  inquiryId: number;
  /** The code still sealed: when the form had been sent before, that of the first time. */
  sealedCode: string;
  codeDigest: string;
}

/** Takes in what somebody sends, day and night (LC-054), and starts its clock. */
export const receiveInquiry: Command<ReceiveInquiry, Received> = {
  name: 'inquiries.receive',
  permit: 'inquiries.receive',
  permits,
  portal: (input) => input.portalId,
  run: receive,
};

export interface RemarkAsUnit extends ReceiveInquiry {
  /** The portal of the unit; `portalId` is the one whose board takes it in. */
  fromPortalId: number;
}

/** A unit's own remark on the portal or its regulation (TB-061, LC-126): sent by a member of staff. */
export const remarkAsUnit: Command<RemarkAsUnit, Received> = {
  name: 'inquiries.remarkAsUnit',
  permit: 'inquiries.remark',
  permits,
  portal: (input) => input.fromPortalId,
  async run(context, input) {
    if (!INTAKE_RULES[input.intake].fromUnits) throw NOT_PERMITTED;
    return receive(context, input);
  },
};

async function receive(context: CommandContext, input: ReceiveInquiry): Promise<Received> {
  const { tx, now, seal } = context;
  const rules = INTAKE_RULES[input.intake];
  const variant = input.variant ?? rules.variants[0];
  const sealedCode = sealText(seal, input.codeDigest, 'code', input.code);
  const inquiryId = await insertInquiry(tx, {
    locality_id: input.localityId,
    portal_id: input.portalId,
    received_portal_id: input.portalId,
    intake: input.intake,
    confidential: rules.confidential,
    language: input.language,
    topic: input.topic ?? null,
    asker_kind: input.askerKind,
    asked_by_person_id: personIdOf(context),
    is_foreigner: input.isForeigner,
    asker: sealJson(seal, input.codeDigest, 'asker', input.asker),
    content: sealJson(seal, input.codeDigest, 'content', input.content),
    code_sealed: sealedCode,
    code_digest: input.codeDigest,
    mail_digest: input.asker.email ? digestOfMail(seal, input.asker.email) : null,
    form_digest: input.formDigest,
    consents: Object.fromEntries(input.consents.map((purpose) => [purpose, now.toISOString()])),
    received_at: now,
    parent_id: null,
    variant: variant ?? null,
    about_ids: [...(input.aboutIds ?? [])],
  });
  if (inquiryId === undefined) return sentBefore(context, input);
  const { portalId } = input;
  for (const file of input.files) {
    await insertFile(tx, {
      ...{ inquiry_id: inquiryId, portal_id: portalId, from_asker: true, added_at: now },
      name: sealText(seal, input.codeDigest, 'fileName', file.name),
      type: file.type,
      size_bytes: file.sizeBytes,
      hash: file.hash,
    });
  }
  await startInquiryClock(context, { ...input, ...(variant && { variant }), inquiryId, at: now });
  const eventId = await writeReceipt(context, { inquiryId, portalId, facts: { files: input.files.length } });
  followEvent(context, { localityId: input.localityId, eventId, move: 'receive' });
  context.record({
    portalId,
    subject: { kind: 'inquiry', id: inquiryId },
    payload: { move: 'receive', intake: input.intake, files: input.files.length, consents: input.consents },
  });
  return { inquiryId, sealedCode, codeDigest: input.codeDigest };
}

/** The button was pressed twice, or the line broke before the receipt came: the first receipt is given again. */
async function sentBefore(context: CommandContext, input: ReceiveInquiry): Promise<Received> {
  const found = await findByForm(context.tx, input.formDigest);
  if (!found?.code_sealed) {
    throw new Refusal('form-used', {
      vi: 'Biểu mẫu này đã được gửi và thư đã được xóa theo yêu cầu. Hãy mở lại trang để gửi thư mới.',
      en: 'This form was sent before and its inquiry was deleted on request. Open the page again to send a new one.',
    });
  }
  context.record({
    portalId: input.portalId,
    subject: { kind: 'inquiry', id: found.id },
    payload: { move: 'receive', sentBefore: true },
  });
  return { inquiryId: found.id, sealedCode: found.code_sealed, codeDigest: found.code_digest };
}

export interface FromAsker extends OfInquiry {
  note: string;
}

/** The asker takes his inquiry back. Those joined to it did not: each is handled by itself again. */
export const withdrawInquiry = inquiryMove<FromAsker>('withdraw', 'inquiries.receive', {
  by: 'asker',
  async act(context, row, { note }) {
    await endClocks(context, row.id, 'withdrawn');
    return { facts: await releaseJoined(context, row), note, noteForAsker: true };
  },
});

/** The asker adds something of his own accord. */
export const addToInquiry = inquiryMove<FromAsker>('add', 'inquiries.receive', {
  by: 'asker',
  act: async (_context, _row, { note }) => ({ note, noteForAsker: true }),
});

/** The asker answers what he was asked back: a stopped clock runs on. */
export const replyToInquiry = inquiryMove<FromAsker>('reply', 'inquiries.receive', {
  by: 'asker',
  async act(context, row, { note }) {
    await resumeClock(context, row.id);
    return { note, noteForAsker: true };
  },
});
