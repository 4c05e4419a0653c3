import type { Command } from '../../platform/command/index.ts';
import { itemPath } from '../../platform/http/paths.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import { makePdf } from '../../platform/pdf/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { isCivilDate } from '../../rules/calendar/index.ts';
import {
  byOrder,
  contentHash,
  contentText,
  type EntryContent,
  FORMAT,
  groupOf,
  type IssueContent,
  statementHash,
  statementText,
} from '../../rules/gazette/index.ts';
import { findPortal, type PortalRow } from '../portals/index.ts';
import { GAZETTE_PATHS, gazetteKey } from './addresses.ts';
import { type EntryCopy, type EntryRow, listEntries, listEntryCopies } from './entry-store.ts';
import {
  findIssue,
  findLastIssued,
  type IssuedFacts,
  type IssueRow,
  lockIssue,
  moveIssue,
  numberOf,
  saveIssued,
} from './issue-store.ts';
import { findSigningKey } from './key-store.ts';
import { createKey, signWith } from './keys.ts';
import { ISSUE_JOB } from './names.ts';
import { permits } from './permits.ts';
import { partId, printedIssue } from './printing.ts';
import { sealIssue } from './verifying.ts';

/** Stands where the hash will: as long as one, so that the pages come out the same. */
const NO_HASH = '0'.repeat(64);

interface Loaded {
  issue: IssueRow;
  portal: PortalRow;
  last: IssueRow | undefined;
  entries: readonly EntryRow[];
  copies: readonly EntryCopy[];
  /** Of the issues that are corrected, by their number in the database. */
  corrected: ReadonlyMap<number, IssueRow>;
}

/** The rows of an approved issue; undefined when it is not (or no longer) one. */
async function loadApproved(ports: Ports, issueId: number): Promise<Loaded | undefined> {
  return ports.database.transaction({ as: 'system' }, async (tx) => {
    const issue = await findIssue(tx, issueId);
    if (issue?.state !== 'approved') return undefined;
    const portal = await findPortal(tx, issue.portal_id);
    if (!portal) throw new Error(`Portal ${issue.portal_id} has no canonical name or body.`);
    const entries = await listEntries(tx, issueId);
    const corrected = new Map<number, IssueRow>();
    for (const { corrects_issue_id: id } of entries) {
      const one = id === null ? undefined : await findIssue(tx, id);
      if (one) corrected.set(one.id, one);
    }
    const last = await findLastIssued(tx, issue.locality_id);
    return { issue, portal, last, entries, copies: await listEntryCopies(tx, issueId), corrected };
  });
}

type Unplaced = Omit<EntryContent, 'position' | 'firstPage' | 'lastPage'> & { id: number };

function unplaced({ entries, copies, corrected }: Loaded): Unplaced[] {
  const byEntry = new Map(copies.map((copy) => [copy.entry_id, copy]));
  return entries.map((entry) => {
    const copy = byEntry.get(entry.id);
    return copy ? documentEntry(entry, copy) : correctionEntry(entry, corrected);
  });
}

const dayOf = (text: string | null | undefined) => (isCivilDate(text ?? '') ? (text ?? '') : '');

function documentEntry(entry: EntryRow, copy: EntryCopy): Unplaced {
  const { number = '', type = '', issuer = '', signer = '', issuedOn, inForceFrom } = copy.facts;
  const slugs = { ...copy, section_slug_en: '' };
  return {
    id: entry.id,
    group: groupOf({ issuer, number }),
    ...{ number, type, issuer, signer, issuedOn: dayOf(issuedOn), effectiveOn: dayOf(inForceFrom) },
    ...{
      title: copy.title,
      abstract: entry.abstract,
      bodyHtml: copy.body_html,
      contentHash: copy.content_hash,
    },
    address: `https://${copy.host}${itemPath(slugs, 'vi')}`,
    files: copy.attachments.map(({ name, hash, sizeBytes }) => ({ name, hash, sizeBytes })),
    corrects: null,
  };
}

function correctionEntry(entry: EntryRow, corrected: Loaded['corrected']): Unplaced {
  const issue = corrected.get(entry.corrects_issue_id ?? 0);
  if (!issue) throw new Error(`Entry ${entry.id} of the gazette is neither a document nor a correction.`);
  return {
    id: entry.id,
    group: 'correction',
    ...{ number: '', type: '', issuer: '', signer: '', issuedOn: '', effectiveOn: '' },
    ...{
      title: entry.title,
      abstract: entry.abstract,
      bodyHtml: entry.body_html,
      contentHash: '',
      address: '',
    },
    files: [],
    corrects: { ...numberOf(issue), position: entry.corrects_position ?? 0, title: entry.title },
  };
}

/** Page numbers go on through the year. */
function firstPageOf({ issue, last }: Loaded): number {
  return last?.year === issue.year ? (last.last_page ?? 0) + 1 : 1;
}

/** The content of an issue with its pages, and the printed issue that says the same. */
async function composed(ports: Ports, loaded: Loaded) {
  const { issue, portal } = loaded;
  const sorted = unplaced(loaded).sort(byOrder);
  const firstPage = firstPageOf(loaded);
  const draft: IssueContent = {
    ...{ format: FORMAT, locality: portal.locality_code, publisher: portal.name_vi, ...numberOf(issue) },
    ...{ issuedOn: issue.issued_on, firstPage, lastPage: firstPage },
    entries: sorted.map(({ id: _, ...entry }, at) => ({
      ...{ ...entry, position: at + 1, firstPage, lastPage: firstPage },
    })),
  };
  const address = `https://${portal.host}${GAZETTE_PATHS.check.vi}`;
  // twice: where the texts begin is part of what is hashed, and the hash is printed
  const measured = await makePdf(printedIssue(draft, { hash: NO_HASH, address }));
  const lastPage = firstPage + measured.pages - 1;
  const starts = draft.entries.map((entry) => measured.startsAt[partId(entry)] ?? firstPage);
  const content: IssueContent = {
    ...draft,
    lastPage,
    entries: draft.entries.map((entry, at) => {
      const first = starts[at] ?? firstPage;
      return { ...entry, firstPage: first, lastPage: Math.max(first, (starts[at + 1] ?? lastPage + 1) - 1) };
    }),
  };
  const hash = contentHash(content);
  const pdf = await makePdf(printedIssue(content, { hash, address }));
  if (pdf.pages !== measured.pages)
    throw new Error(`Issue ${issue.id} came out with other pages the second time.`);
  const stored = await ports.files.put(pdf.bytes);
  return { content, hash, pdf: stored, ids: sorted.map(({ id }) => id) };
}

/** Notes in the record that the issue is out; from now on nothing of it changes. */
export const issueApproved: Command<{ portalId: number; issueId: number; facts: IssuedFacts }, void> = {
  name: 'gazette.issueApproved',
  permit: 'gazette.sign',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, issueId, facts }) {
    const { tx } = context;
    const issue = await lockIssue(tx, issueId);
    if (issue?.state !== 'approved') throw new Error(`Issue ${issueId} of the gazette is not approved.`);
    const items = (await listEntryCopies(tx, issueId)).map(({ item_id }) => `item:${item_id}`);
    await saveIssued(tx, issueId, facts);
    context.purge(gazetteKey(issue.locality_id), ...items);
    context.record({
      portalId,
      subject: { kind: 'gazetteIssue', id: issueId },
      payload: {
        issue: await sealIssue(tx, issueId),
        ...numberOf(issue),
        statement: statementHash(facts.statement),
      },
    });
  },
};

/** Gives an approved issue back that cannot come out as it is. */
export const giveBackIssue: Command<{ portalId: number; issueId: number; reason: string }, void> = {
  name: 'gazette.giveBackIssue',
  permit: 'gazette.sign',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, issueId, reason }) {
    const issue = await lockIssue(context.tx, issueId);
    if (issue?.state === 'approved') await moveIssue(context.tx, issueId, { state: 'draft', reason });
    context.record({ portalId, subject: { kind: 'gazetteIssue', id: issueId }, payload: { reason } });
  },
};

/** Makes, signs and issues what was approved; run twice it issues once. */
export async function issueGazette(ports: Ports, issueId: number): Promise<void> {
  const loaded = await loadApproved(ports, issueId);
  if (!loaded) return;
  const { issue, portal, copies, last } = loaded;
  const localityId = issue.locality_id;
  const place = { portalId: issue.portal_id, issueId };
  const machine = { kind: 'machine' as const, name: ISSUE_JOB, localityId };
  const gone = copies.filter(({ ended_at }) => ended_at !== null);
  if (gone.length > 0) {
    const names = gone.map(({ facts, title }) => facts.number || title).join(', ');
    const reason = `Không còn công khai bản đã chọn của: ${names}. Hãy bỏ ra hoặc chọn lại bản mới.`;
    await ports.perform(machine, giveBackIssue, { ...place, reason });
    return;
  }
  const { content, hash, pdf, ids } = await composed(ports, loaded);
  const read = { as: 'system' } as const;
  const findKey = () => ports.database.transaction(read, (tx) => findSigningKey(tx, localityId));
  if (!(await findKey())) await ports.perform(machine, createKey, { localityId, portalId: portal.id });
  const key = await findKey();
  if (!key) throw new Error(`Locality ${localityId} has no key to sign with.`);
  const statement = statementText({
    ...{ locality: content.locality, ...numberOf(issue), issuedOn: content.issuedOn },
    ...{ content: hash, pdf: pdf.hash, key: key.fingerprint },
    previous: last?.statement ? statementHash(last.statement) : undefined,
  });
  const facts: IssuedFacts = {
    ...{ at: ports.now(), firstPage: content.firstPage, lastPage: content.lastPage },
    ...{ content: contentText(content), statement, keyId: key.id },
    signature: signWith(ports.seal, key, statement).toString('base64'),
    ...{ pdfHash: pdf.hash, pdfBytes: pdf.sizeBytes },
    entries: content.entries.map(({ position, firstPage, lastPage }, at) => ({
      ...{ id: ids[at] ?? 0, position, firstPage, lastPage },
    })),
  };
  await ports.perform(machine, issueApproved, { ...place, facts });
}

export const issueJob: JobDefinition<Ports> = {
  name: ISSUE_JOB,
  retryLimit: 5,
  run: (ports, data) => issueGazette(ports, Number(data.issueId)),
};
