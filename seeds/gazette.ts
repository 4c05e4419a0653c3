import {
  approveIssue,
  composeIssue,
  issueGazette,
  sendToGazette,
  submitIssue,
} from '../src/rooms/gazette/index.ts';
import { addDays, civilDateOf, instantOf } from '../src/rules/calendar/index.ts';
import type { Happening, PastPorts } from './past.ts';
import type { Writers } from './writing.ts';

/** An issue of the gazette of the demo. */
export interface IssueText {
  /** Days before today, and the time. */
  day: number;
  at: string;
  /** Codes of the documents in it, each with what the contents say of it. */
  texts: readonly { code: string; abstract: string }[];
}

/** What issues are made from: the portal, its people, and the items of documents by their codes. */
export interface GazettePlace {
  portalId: number;
  writers: Writers;
  known: ReadonlyMap<string, number>;
}

/** Issues of a place, each composed, approved and signed on its day. */
export function issuesOf(
  past: PastPorts,
  place: GazettePlace,
  issues: readonly IssueText[],
  todayOn: string,
): Happening[] {
  return issues.map((issue) => {
    const at = instantOf(addDays(todayOn, -issue.day), issue.at);
    return { at, happen: () => tellIssue(past, place, issue, at) };
  });
}

async function tellIssue(
  { ports, advanceTo }: PastPorts,
  { portalId, writers, known }: GazettePlace,
  { texts }: IssueText,
  at: Date,
): Promise<void> {
  advanceTo(at);
  const entries: { sendingId: number; abstract: string }[] = [];
  for (const { code, abstract } of texts) {
    const itemId = known.get(code);
    if (itemId === undefined) throw new Error(`${code} is printed before it is told.`);
    const { sendingId } = await ports.perform(writers.approver, sendToGazette, { portalId, itemId });
    entries.push({ sendingId, abstract });
  }
  const { issueId } = await ports.perform(writers.editor, composeIssue, {
    ...{ portalId, issueId: undefined, version: 0, issuedOn: civilDateOf(at), numbers: 1 },
    ...{ entries, corrections: [] },
  });
  await ports.perform(writers.editor, submitIssue, { portalId, issueId, version: 1 });
  await ports.perform(writers.approver, approveIssue, { portalId, issueId, version: 2 });
  await issueGazette(ports, issueId);
}
