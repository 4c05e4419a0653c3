import type { Command, CommandContext } from '../../platform/command/index.ts';
import { type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import { type IssueNumber, MOST_NUMBERS, numberFault } from '../../rules/gazette/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { textToHtml } from '../publishing/index.ts';
import { listEntries, type NewEntry, replaceEntries } from './entry-store.ts';
import {
  changeIssue,
  deleteIssue,
  findIssue,
  findLastIssued,
  findOpenIssue,
  type IssueRow,
  insertIssue,
  lockIssue,
  moveIssue,
  numberOf,
} from './issue-store.ts';
import { ISSUE_JOB } from './names.ts';
import { permits } from './permits.ts';
import { listSendings } from './sending-store.ts';

export interface ComposedEntry {
  sendingId: number;
  /** What the contents say of it; its title where left empty. */
  abstract: string;
}

export interface ComposedCorrection {
  /** Of the text it corrects. */
  issueId: number;
  position: number;
  /** Plain text; blank lines part paragraphs. */
  text: string;
}

export interface ComposeIssue {
  portalId: number;
  /** Undefined begins a new one. */
  issueId: number | undefined;
  /** The version one started from. */
  version: number;
  issuedOn: CivilDate;
  /** How many numbers it bears: usually one. */
  numbers: number;
  entries: readonly ComposedEntry[];
  corrections: readonly ComposedCorrection[];
}

const refuse = (code: string, words: Words, field?: string) => new Refusal(code, words, field);

const GONE = refuse('no-such-issue', {
  vi: 'Không tìm thấy số Công báo này ở cổng của bạn.',
  en: 'This issue of the gazette was not found on your portal.',
});

/** Begins an issue or changes it, as one form says it. */
export const composeIssue: Command<ComposeIssue, { issueId: number }> = {
  name: 'gazette.composeIssue',
  permit: 'gazette.compose',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, input) {
    const { tx, actor, now } = context;
    if (actor.kind !== 'person') throw new Error('Only a person composes an issue.');
    const { localityId } = actor;
    const number = await nextNumber(context, localityId, input);
    const by = { issuedOn: input.issuedOn, by: actor.personId, at: now };
    let { issueId } = input;
    if (issueId === undefined) {
      if (await findOpenIssue(tx, input.portalId))
        throw refuse('issue-open', {
          vi: 'Đang có một số Công báo chưa phát hành. Hãy làm xong số ấy trước.',
          en: 'There is an issue that is not out yet. Finish that one first.',
        });
      issueId = await insertIssue(tx, { ...number, ...by, localityId, portalId: input.portalId });
    } else {
      const issue = await lockOf(context, input.portalId, issueId);
      mustBe(issue, 'draft', input.version);
      await changeIssue(tx, issueId, { ...number, ...by });
    }
    const entries = [
      ...(await documentsOf(context, localityId, input)),
      ...(await correctionsOf(context, localityId, input)),
    ];
    await replaceEntries(tx, { id: issueId, localityId, portalId: input.portalId }, entries);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'gazetteIssue', id: issueId },
      payload: {
        ...{
          ...number,
          issuedOn: input.issuedOn,
          sendingIds: input.entries.map(({ sendingId }) => sendingId),
        },
        corrections: input.corrections.length,
      },
    });
    return { issueId };
  },
};

async function lockOf({ tx }: CommandContext, portalId: number, issueId: number): Promise<IssueRow> {
  const issue = await lockIssue(tx, issueId);
  if (issue?.portal_id !== portalId) throw GONE;
  return issue;
}

function mustBe(issue: IssueRow, state: IssueRow['state'], version: number): void {
  if (issue.state === state && issue.version === version) return;
  throw refuse('changed-meanwhile', {
    vi: 'Số Công báo này vừa được người khác sửa hoặc chuyển bước. Hãy xem lại bản mới nhất rồi làm tiếp.',
    en: 'Somebody else has just changed this issue or moved it on. Look at it as it stands now, then go on.',
  });
}

/** The numbers of the issue that comes next in the year of the day it bears. */
async function nextNumber(
  { tx, now }: CommandContext,
  localityId: number,
  { issuedOn, numbers }: ComposeIssue,
): Promise<IssueNumber> {
  const last = await findLastIssued(tx, localityId);
  const year = Number(issuedOn.slice(0, 4));
  const number = last?.year === year ? last.last_number + 1 : 1;
  const asked = { year, number, lastNumber: number + numbers - 1 };
  if (numberFault(asked, last && numberOf(last)) === 'tooMany' || numbers < 1)
    throw refuse(
      'too-many-numbers',
      {
        vi: `Một số Công báo mang từ 1 đến ${MOST_NUMBERS} số.`,
        en: `An issue bears from 1 to ${MOST_NUMBERS} numbers.`,
      },
      'numbers',
    );
  if (last && issuedOn < last.issued_on)
    throw refuse(
      'before-last',
      {
        vi: 'Ngày của số này không thể trước ngày của số đã phát hành gần nhất.',
        en: 'The day of this issue cannot be before that of the last one.',
      },
      'issuedOn',
    );
  const latest = civilDateOf(new Date(now.getTime() + MOST_AHEAD_MS));
  if (issuedOn > latest)
    throw refuse(
      'too-far-ahead',
      {
        vi: 'Ngày của số Công báo không thể sau hôm nay quá 60 ngày.',
        en: 'The day of an issue cannot be more than 60 days ahead.',
      },
      'issuedOn',
    );
  return asked;
}

const DAY_MS = 24 * 3_600_000;
const MOST_AHEAD_MS = 60 * DAY_MS;

async function documentsOf(
  { tx }: CommandContext,
  localityId: number,
  { issueId, entries }: ComposeIssue,
): Promise<NewEntry[]> {
  const rows = await listSendings(
    tx,
    entries.map(({ sendingId }) => sendingId),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return entries.map(({ sendingId, abstract }) => {
    const row = byId.get(sendingId);
    if (!row?.sent_at || row.locality_id !== localityId)
      throw refuse('not-sent', {
        vi: 'Có văn bản đã chọn không còn công khai hoặc chưa được gửi đăng Công báo. Hãy xem lại danh sách.',
        en: 'A chosen document is no longer public or was not sent to the gazette. Look at the list again.',
      });
    if (row.issue_id !== null && row.issue_id !== issueId)
      throw refuse('in-another-issue', {
        vi: `Văn bản ${row.number} đã nằm trong một số Công báo khác.`,
        en: `${row.number} stands in another issue already.`,
      });
    return {
      ...{ sendingId, publicationId: row.publication_id, correctsIssueId: null, correctsPosition: null },
      ...{ title: '', bodyHtml: '', abstract: abstract.trim() || row.title },
    };
  });
}

async function correctionsOf(
  { tx }: CommandContext,
  localityId: number,
  { corrections }: ComposeIssue,
): Promise<NewEntry[]> {
  const made: NewEntry[] = [];
  for (const { issueId, position, text } of corrections) {
    const issue = await findIssue(tx, issueId);
    const wrong = (await listEntries(tx, issueId)).find((one) => one.position === position);
    if (issue?.state !== 'issued' || issue.locality_id !== localityId || !wrong)
      throw refuse(
        'nothing-to-correct',
        {
          vi: 'Không tìm thấy văn bản cần đính chính trong số Công báo đã chọn.',
          en: 'The text to be corrected was not found in that issue.',
        },
        'corrects',
      );
    if (text.trim().length < TEXT_MIN)
      throw refuse(
        'correction-empty',
        {
          vi: 'Hãy ghi nội dung đính chính: chỗ nào in sai, sửa lại thế nào.',
          en: 'Write what is corrected: what was printed wrongly, and how it should read.',
        },
        'correction',
      );
    const title = wrong.document_title || wrong.title;
    made.push({
      ...{ sendingId: null, publicationId: null, correctsIssueId: issueId, correctsPosition: position },
      ...{
        title: [wrong.number, title].filter(Boolean).join(', '),
        bodyHtml: textToHtml(text),
        abstract: '',
      },
    });
  }
  return made;
}

/** Shortest correction that says anything. */
const TEXT_MIN = 10;

export interface MoveIssue {
  portalId: number;
  issueId: number;
  version: number;
}

/** Hands a composed issue to those who approve. */
export const submitIssue: Command<MoveIssue, void> = {
  name: 'gazette.submitIssue',
  permit: 'gazette.compose',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, issueId, version }) {
    const { tx, actor, now } = context;
    const issue = await lockOf(context, portalId, issueId);
    mustBe(issue, 'draft', version);
    const entries = await listEntries(tx, issueId);
    if (entries.length === 0)
      throw refuse('issue-empty', {
        vi: 'Số Công báo chưa có văn bản nào. Hãy chọn ít nhất một văn bản hoặc ghi một đính chính.',
        en: 'The issue holds nothing yet. Choose at least one document or write a correction.',
      });
    if (actor.kind !== 'person') throw new Error('Only a person submits an issue.');
    await moveIssue(tx, issueId, { state: 'submitted', by: actor.personId, at: now });
    recordStep(context, issue, { entries: entries.length });
  },
};

/** Sends it back to be changed. */
export const returnIssue: Command<MoveIssue & { reason: string }, void> = {
  name: 'gazette.returnIssue',
  permit: 'gazette.compose',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, issueId, version, reason }) {
    const issue = await lockOf(context, portalId, issueId);
    mustBe(issue, 'submitted', version);
    if (reason.trim().length < REASON_MIN)
      throw refuse(
        'reason-missing',
        {
          vi: 'Hãy ghi lý do trả lại, ít nhất vài từ, để người biên tập biết phải sửa gì.',
          en: 'Give a reason, at least a few words, so that the composer knows what to change.',
        },
        'reason',
      );
    await moveIssue(context.tx, issueId, { state: 'draft', reason: reason.trim() });
    recordStep(context, issue, { reason: reason.trim() });
  },
};

const REASON_MIN = 5;

/** Approves it: nobody changes it any more, and the machine makes, signs and issues it (another than who composed it). */
export const approveIssue: Command<MoveIssue, void> = {
  name: 'gazette.approveIssue',
  permit: 'gazette.approve',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, issueId, version }) {
    const { tx, actor, now } = context;
    const issue = await lockOf(context, portalId, issueId);
    mustBe(issue, 'submitted', version);
    if (actor.kind !== 'person') throw new Error('Only a person approves an issue.');
    if (actor.personId === issue.changed_by)
      throw refuse('four-eyes', {
        vi: 'Bạn là người biên tập số này nên không tự duyệt được. Hãy nhờ một thành viên khác của Ban Biên tập.',
        en: 'You composed this issue, so you may not approve it yourself. Ask another member of the editorial board.',
      });
    if (issue.issued_on > civilDateOf(now))
      throw refuse('day-not-come', {
        vi: 'Chưa đến ngày ghi trên số Công báo. Hãy duyệt vào ngày đó, hoặc trả lại để sửa ngày.',
        en: 'The day the issue bears has not come. Approve it on that day, or send it back to change the day.',
      });
    await moveIssue(tx, issueId, { state: 'approved', by: actor.personId, at: now });
    context.enqueue(ISSUE_JOB, { issueId });
    recordStep(context, issue, {});
  },
};

/** Drops an issue that never came out; its documents wait for the next one. */
export const dropIssue: Command<MoveIssue, void> = {
  name: 'gazette.dropIssue',
  permit: 'gazette.compose',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, issueId, version }) {
    const issue = await lockOf(context, portalId, issueId);
    mustBe(issue, 'draft', version);
    await deleteIssue(context.tx, issueId);
    recordStep(context, issue, {});
  },
};

function recordStep(context: CommandContext, issue: IssueRow, more: object): void {
  context.record({
    portalId: issue.portal_id,
    subject: { kind: 'gazetteIssue', id: issue.id },
    payload: { ...numberOf(issue), version: issue.version, ...more },
  });
}
