import type { Command, CommandContext } from '../../platform/command/index.ts';
import type { Queryable, Transaction } from '../../platform/db/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import {
  type CivilDate,
  civilDateOf,
  dateWords,
  isCivilDate,
  startOfNextDay,
} from '../../rules/calendar/index.ts';
import { articleText } from '../../rules/clock/index.ts';
import type { Words } from '../../rules/lang.ts';
import { clockCategoryOf, keepUntil, type ProfileSet } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { profileOf } from '../duties/index.ts';
import { forgetMailTo } from '../notifications/index.ts';
import { findPortal, listLocalities } from '../portals/index.ts';
import {
  asksElsewhere,
  emptyFiles,
  emptyInquiry,
  findKeepYears,
  hashesInUse,
  keepAnswer,
  listToForget,
  saveKeepYears,
} from './forgetting-store.ts';
import { releaseJoined } from './joined.ts';
import { NO_SUCH_INQUIRY, type OfInquiry, personIdOf } from './moving.ts';
import { permits } from './permits.ts';
import { isOpen } from './rules.ts';
import { type AnswerContent, type Asker, openJson, sealJson } from './sealed.ts';
import { findAnswer, findInquiry, type InquiryRow, listChildren, listJoined, lockInquiry } from './store.ts';

export const FORGET_JOB = 'inquiries.forgetOne';
export const DESTROY_JOB = 'inquiries.destroyFiles';
/** Writes what was forgotten into the ledger outside the database (`erasures.ts`). */
export const REMEMBER_JOB = 'inquiries.rememberErasure';

/** How long an inquiry is kept after it was closed where a locality chose nothing. Ours: no text says it. */
export const KEEP_YEARS = 5;

/** What a text says must still be kept (TB-031): the last day of it, with its article. */
export interface KeptByLaw {
  until: CivilDate;
  article: Words;
}

/** Undefined: no text keeps it, or its time has passed by the day asked. */
export async function keptByLaw(
  db: Queryable,
  row: Pick<InquiryRow, 'intake' | 'answered_at' | 'locality_id'>,
  on: CivilDate,
  profiles: ProfileSet,
): Promise<KeptByLaw | undefined> {
  const contentKind = clockCategoryOf(row.intake);
  if (!contentKind || row.answered_at === null) return undefined;
  const answeredOn = civilDateOf(row.answered_at);
  const profile = await profileOf(db, row.locality_id, answeredOn, profiles);
  const kept = keepUntil(profile, contentKind, answeredOn);
  if (!kept || !profile || on > kept.until) return undefined;
  const { kind, number } = profile.instrument;
  const { article } = kept.basis;
  const cite = (lang: 'vi' | 'en') =>
    article ? articleText(article.article, article.instrument ?? `${kind[lang]} ${number}`, lang) : '';
  return { until: kept.until, article: { vi: cite('vi'), en: cite('en') } };
}

/** @throws Refusal `still-open`, `kept-by-law` */
async function checkForgettable({ tx, now, profiles }: CommandContext, row: InquiryRow): Promise<void> {
  if (isOpen(row.state)) {
    throw new Refusal('still-open', {
      vi: 'Thư đang được giải quyết. Hãy giải quyết xong, hoặc để người hỏi rút thư trước.',
      en: 'It is still being handled. Close it first, or let the asker withdraw it.',
    });
  }
  const kept = await keptByLaw(tx, row, civilDateOf(now), profiles);
  if (!kept) return;
  const until = dateWords(kept.until);
  throw new Refusal('kept-by-law', {
    vi: `Phải giữ đến hết ${until.vi} (${kept.article.vi}). Hãy xóa sau ngày ấy.`,
    en: `It must be kept through ${until.en} (${kept.article.en}). Delete it after that day.`,
  });
}

/** A board orders that the personal data of an inquiry go. The machine does it: it alone may touch the history. */
export const orderForgetting: Command<OfInquiry, void> = {
  name: 'inquiries.orderForgetting',
  permit: 'inquiries.orderForgetting',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, inquiryId }) {
    const row = await lockInquiry(context.tx, inquiryId);
    if (row?.portal_id !== portalId) throw NO_SUCH_INQUIRY;
    await checkForgettable(context, row);
    context.enqueue(FORGET_JOB, { inquiryId, portalId, localityId: row.locality_id });
    context.record({ portalId, subject: { kind: 'inquiry', id: inquiryId }, payload: { ordered: true } });
  },
};

export interface ForgetInquiry extends OfInquiry {
  /**
   * `request`: the asker or a board asked for it, and mails on their way go too; `period`: its time has passed;
   * `replay`: it was forgotten before and an older copy of the database brought it back, so nothing keeps it now.
   */
  why: 'request' | 'period' | 'replay';
}

/**
 * Empties an inquiry, with the parts it was split into: who asked, what was asked, notes, contributions, what was said
 * to the asker alone, names and bytes of files, the code. Figures and the public answer stay (LC-109). A second time
 * changes nothing. Refuses `still-open`, `kept-by-law`.
 */
export const forgetInquiry: Command<ForgetInquiry, { forgotten: number }> = {
  name: 'inquiries.forget',
  permit: 'inquiries.forget',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, inquiryId, why }) {
    const { tx } = context;
    const row = await lockInquiry(tx, inquiryId);
    if (!row) throw NO_SUCH_INQUIRY;
    // by request the parts go with it; each has its own time
    const parts = why === 'request' ? await listChildren(tx, row.id) : [];
    const family = [row, ...parts].filter((one) => one.forgotten_at === null);
    if (why !== 'replay') for (const one of family) await checkForgettable(context, one);
    // an older copy may have it open again: an emptied letter is answered to nobody, also not to those joined to it
    if (isOpen(row.state)) await releaseJoined(context, row);
    const hashes: string[] = [];
    for (const one of family) hashes.push(...(await emptyOne(context, one, why)));
    if (hashes.length > 0) context.enqueue(DESTROY_JOB, { hashes });
    const codes = family.map((one) => one.code_digest);
    if (codes.length > 0 && why !== 'replay')
      context.enqueue(REMEMBER_JOB, { at: context.now.toISOString(), codes });
    context.record({
      portalId,
      subject: { kind: 'inquiry', id: inquiryId },
      payload: { why, forgotten: family.map(({ id }) => id), files: hashes.length },
    });
    return { forgotten: family.length };
  },
};

async function emptyOne(
  context: CommandContext,
  row: InquiryRow,
  why: ForgetInquiry['why'],
): Promise<string[]> {
  const { tx, seal, now } = context;
  const asker = openJson<Asker>(seal, row.code_digest, 'asker', row.asker);
  if (why !== 'period' && asker?.email && !(await asksElsewhere(tx, row.mail_digest, row.id)))
    await forgetMailTo(context, asker.email);
  const answer = await findAnswer(tx, row.id);
  const content = answer && openJson<AnswerContent>(seal, row.code_digest, 'answer', answer.content);
  await emptyInquiry(tx, row.id, now);
  if (content) {
    const isPublic = row.item_id !== null;
    const shown = isPublic ? content : { ...content, title: '', question: '' };
    // sealed to its new place: the code it was sealed by is gone
    const kept = sealJson(seal, `forgotten:${row.id}`, 'answer', { ...shown, aside: '' });
    await keepAnswer(tx, row.id, isPublic || (await isReadByJoined(tx, row.id)) ? kept : null);
  }
  await forgetSharedAnswer(tx, row);
  return emptyFiles(tx, row.id);
}

/** The answer is also that of those joined to it, who asked nobody to forget theirs. */
async function isReadByJoined(db: Queryable, id: number): Promise<boolean> {
  return (await listJoined(db, id)).some(({ forgotten_at }) => forgotten_at === null);
}

/** The last of those joined goes: an answer that was kept for them alone goes with it. */
async function forgetSharedAnswer(tx: Transaction, { merged_into_id }: InquiryRow): Promise<void> {
  const shared = merged_into_id === null ? undefined : await findInquiry(tx, merged_into_id);
  const isKeptForJoined = shared && shared.forgotten_at !== null && shared.item_id === null;
  if (isKeptForJoined && !(await isReadByJoined(tx, shared.id))) await keepAnswer(tx, shared.id, null);
}

/** Does what a board ordered. */
export const forgetOrdered: JobDefinition<Ports> = {
  name: FORGET_JOB,
  retryLimit: 10,
  async run(ports, data) {
    const machine: Machine = { kind: 'machine', name: FORGET_JOB, localityId: Number(data.localityId) };
    const input = { portalId: Number(data.portalId), inquiryId: Number(data.inquiryId) };
    await ports.perform(machine, forgetInquiry, { ...input, why: 'request' });
  },
};

/** Destroys the bytes of forgotten files, after no row names them any more. Safe to run twice. */
export const destroyFiles: JobDefinition<Ports> = {
  name: DESTROY_JOB,
  retryLimit: 10,
  async run(ports, data) {
    const hashes = Array.isArray(data.hashes) ? data.hashes.map(String) : [];
    const used = await ports.database.transaction({ as: 'system' }, (tx) => hashesInUse(tx, hashes));
    for (const hash of hashes) if (!used.has(hash)) await ports.files.remove(hash);
  },
};

/** The same day so many years before; 28 February for one that year does not have. */
function yearsBefore(on: CivilDate, years: number): CivilDate {
  const year = String(Number(on.slice(0, 4)) - years).padStart(4, '0');
  const isThere = isCivilDate(`${year}${on.slice(4)}`);
  return isThere ? `${year}${on.slice(4)}` : `${year}-02-28`;
}

/** As many as one night takes of one locality; the next takes the rest. */
const MOST_A_NIGHT = 500;

/** Empties what was closed longer ago than the locality keeps it. What a text still keeps waits for its day. */
export const forgetOld: JobDefinition<Ports> = {
  name: 'inquiries.forgetOld',
  retryLimit: 3,
  cron: '20 3 * * *',
  async run(ports) {
    const today = civilDateOf(ports.now());
    const due = await ports.database.transaction({ as: 'system' }, async (tx) => {
      const found: { localityId: number; portal_id: number; id: number }[] = [];
      for (const { id: localityId } of await listLocalities(tx)) {
        const years = (await findKeepYears(tx, localityId)) ?? KEEP_YEARS;
        const before = startOfNextDay(yearsBefore(today, years));
        const rows = await listToForget(tx, { localityId, before, limit: MOST_A_NIGHT });
        found.push(...rows.map((row) => ({ ...row, localityId })));
      }
      return found;
    });
    for (const { id, portal_id, localityId } of due) {
      const machine: Machine = { kind: 'machine', name: 'inquiries.forgetOld', localityId };
      try {
        await ports.perform(machine, forgetInquiry, { portalId: portal_id, inquiryId: id, why: 'period' });
      } catch (error) {
        // a part of it is open, or a text keeps it: another night
        if (!(error instanceof Refusal)) throw error;
      }
    }
  },
};

export interface ChangeKeeping {
  /** The main portal of the locality. */
  portalId: number;
  years: number;
}

/** How long inquiries are kept after they were closed: the locality's own choice, never less than a text asks. */
export const changeKeeping: Command<ChangeKeeping, void> = {
  name: 'inquiries.changeKeeping',
  permit: 'inquiries.changeKeeping',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, years }) {
    const { tx, now, actor } = context;
    const portal = await findPortal(tx, portalId);
    if (!portal?.is_main || portal.locality_id !== actor.localityId) {
      throw new Refusal('main-portal-only', {
        vi: 'Thời gian lưu được đặt ở cổng chính, chung cho cả địa phương.',
        en: 'It is set on the main portal, for the whole locality.',
      });
    }
    const before = (await findKeepYears(tx, actor.localityId)) ?? KEEP_YEARS;
    await saveKeepYears(tx, { localityId: actor.localityId, years, by: personIdOf(context), at: now });
    context.record({
      portalId,
      subject: { kind: 'setting', id: 'inquiries.keepYears' },
      payload: { before, years },
    });
  },
};
