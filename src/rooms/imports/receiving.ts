import { createHash } from 'node:crypto';
import { scopeOf } from '../../platform/command/index.ts';
import {
  type Extracted,
  type ExtractRefusal,
  extractFile,
  type RefusalCode,
} from '../../platform/extract/index.ts';
import { Problem, type ProblemDetail, type ProblemFacts } from '../../platform/http/problems.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import { recipientsIn } from '../../rules/recipients/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { localityPortals } from '../portals/index.ts';
import { checkContent, type EditionContent } from '../publishing/index.ts';
import { DUPLICATE } from './commands.ts';
import { countingIn, keptAs } from './intake.ts';
import { KNOWN, receiveDocument, refuseSecret } from './receiving-commands.ts';
import type { Finding, Metadata, ReadFields } from './receiving-forms.ts';
import {
  asFinding,
  contentDigest,
  isAddressed,
  isMarkedSecret,
  isTextSecret,
  mergeReading,
  namedPortal,
} from './receiving-rules.ts';
import { findReceived, type KeyRow, type ReceivedRow } from './receiving-store.ts';
import { FINDING_WORDS, PROBLEMS, type ReceivingProblem } from './receiving-words.ts';
import { draftOf, startOf } from './rules.ts';

/** A file as it was sent, or the text of a document without one. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

export interface Sent {
  key: KeyRow;
  localityId: number;
  metadata: Metadata;
  /** The document first. */
  files: readonly SentFile[];
  /** Its text, where there are no files. */
  text?: { format: 'txt' | 'html'; content: string };
}

/** What became of it; `isNew` is false when the very same had come before. */
export interface Received {
  isNew: boolean;
  itemId: number;
  editionId: number;
  reading: ReadFields;
  findings: Finding[];
}

/** Seconds after which a busy machine has probably read what it has at hand. */
const BUSY_RETRY_S = '20';

/** One of this interface's own problems. */
export function problem(
  code: ReceivingProblem,
  more: Pick<ProblemFacts, 'errors' | 'headers'> = {},
): Problem {
  return new Problem({ ...PROBLEMS[code], code, ...more });
}

/** Who acts for a key: a machine that the database shows this one portal. */
export function keyActor(key: KeyRow, localityId: number): Machine {
  return { kind: 'machine', name: `imports.key-${key.id}`, localityId, portalId: key.portal_id };
}

/**
 * Takes in what another system sent: known again by its id, held against secrecy and recipients, read, and made a draft.
 * Nothing is written anywhere, of files neither, before all of it has been found free of marks of secrecy.
 *
 * @throws Problem for everything that is not done
 */
export async function receive(ports: Ports, sent: Sent): Promise<Received> {
  const { metadata } = sent;
  const digest = contentDigest(
    withText(sent),
    sent.files.map(({ name, bytes }) => ({ name, hash: hashOf(bytes) })),
  );
  const before = await findBefore(ports, sent);
  if (before?.content_digest === digest) return answerOf(before, false);
  if (before && metadata.replaces !== true) throw problem('otherContent');
  if (
    isMarkedSecret(
      metadata,
      sent.files.map(({ name }) => name),
    )
  )
    throw await refused(ports, sent);
  const read = await readAll(ports, sent);
  const draft = await draftFrom(ports, sent, read);
  const files = [];
  for (const [index, { name, bytes }] of sent.files.entries()) {
    const extracted = read[index];
    if (!extracted) throw new Error('a file was not read');
    const stored = await ports.files.put(bytes);
    files.push({ ...stored, ...keptAs(extracted, name, bytes), width: null, height: null });
  }
  const { content, reading, findings } = draft;
  try {
    const made = await ports.perform(keyActor(sent.key, sent.localityId), receiveDocument, {
      ...{
        key: sent.key,
        senderId: metadata.id,
        contentDigest: digest,
        replaces: metadata.replaces === true,
      },
      ...{ content, files, reading, findings },
    });
    return { isNew: true, ...made, reading, findings };
  } catch (error) {
    return answerTo(ports, sent, error);
  }
}

function withText({ metadata, text }: Sent) {
  return { ...metadata, ...(text && { [text.format === 'txt' ? 'text' : 'html']: text.content }) };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function findBefore(ports: Ports, { key, localityId, metadata }: Sent): Promise<ReceivedRow | undefined> {
  return ports.database.transaction(scopeOf(keyActor(key, localityId)), (tx) =>
    findReceived(tx, key.portal_id, key.system, metadata.id),
  );
}

function answerOf(row: ReceivedRow, isNew: boolean): Received {
  const { item_id: itemId, edition_id: editionId, reading, findings } = row;
  return { isNew, itemId, editionId, reading, findings };
}

/** The command's refusals as this interface tells them; the loser of a race gets what the winner made. */
async function answerTo(ports: Ports, sent: Sent, error: unknown): Promise<Received> {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === KNOWN) {
    const winner = await findBefore(ports, sent);
    if (winner) return answerOf(winner, false);
  }
  if (error.code === DUPLICATE)
    throw new Problem({ ...PROBLEMS.duplicate, code: 'duplicate', words: error.words });
  if (error.code === 'section-missing') throw problem('sectionEnded');
  if (error.code in PROBLEMS) throw problem(error.code as ReceivingProblem);
  throw error;
}

/** Only that it happened is put on record: the key, the time, the hash of the sender's id. */
async function refused(ports: Ports, { key, localityId, metadata }: Sent): Promise<Problem> {
  const senderIdHash = createHash('sha256').update(metadata.id).digest('hex');
  await ports.perform(keyActor(key, localityId), refuseSecret, { key, senderIdHash });
  return problem('secret');
}

/** Everything sent, read in memory; what cannot be read, or bears a mark, ends the request. */
async function readAll(ports: Ports, sent: Sent): Promise<Extracted[]> {
  const { files, text } = sent;
  const sources = text
    ? [{ name: `van-ban.${text.format}`, bytes: Buffer.from(text.content, 'utf8') }]
    : files;
  const read: Extracted[] = [];
  for (const [index, { name, bytes }] of sources.entries()) {
    const extracted = await extractFile({ bytes, fileName: name });
    if (!extracted.ok)
      throw unread(extracted, text ? `/${text.format === 'txt' ? 'text' : 'html'}` : `/files/${index}`);
    if (isTextSecret(extracted)) throw await refused(ports, sent);
    read.push(extracted);
  }
  return read;
}

const UNREAD: Readonly<Partial<Record<RefusalCode, ReceivingProblem>>> = {
  ...{ tooLarge: 'fileTooLarge', unknownType: 'fileType', oldWord: 'fileType', scannedImage: 'fileType' },
  tooBusy: 'busy',
};

function unread({ code, vi, en }: ExtractRefusal, pointer: string): Problem {
  const errors: ProblemDetail[] = [{ pointer, code, words: { vi, en } }];
  const kind = UNREAD[code] ?? 'fileUnread';
  return problem(kind, { errors, ...(kind === 'busy' && { headers: { 'retry-after': BUSY_RETRY_S } }) });
}

async function draftFrom(
  ports: Ports,
  { key, localityId, metadata, files }: Sent,
  read: readonly Extracted[],
): Promise<{ content: EditionContent; reading: ReadFields; findings: Finding[] }> {
  const [document] = read;
  if (!document) throw new Error('a document without a text');
  const countsFromIssue = await counting(ports, key);
  const draft = draftOf(document, files[0]?.name ?? '', countsFromIssue);
  const merged = mergeReading(metadata, draft);
  const content: EditionContent = {
    ...draft.content,
    ...{ title: merged.title, facts: merged.facts, source: merged.facts.issuer ?? '' },
    ...startOf(merged.facts.issuedOn, countsFromIssue),
  };
  const portals = await localityPortals(ports, localityId);
  const portal = portals.find(({ id }) => id === key.portal_id);
  if (!portal) throw problem('keyElsewhere');
  const main = portals.find(({ is_main }) => is_main);
  const recipients = [...(metadata.recipients ?? []), ...recipientsIn(content.bodyHtml)];
  const addressed = isAddressed(namedPortal(portal, main), recipients);
  if (!addressed && key.without_portal === 'refuse') throw problem('notForPublication');
  const checked = checkContent(content, 'vi').flatMap(({ code, words, text, field }) => {
    const told = code.startsWith('personal-') ? 'personal' : code;
    const said = { vi: `“${words}”. ${text.vi}`, en: `“${words}”. ${text.en}` };
    return TOLD_CHECKS.has(told) ? [{ code: told, text: said, field }] : [];
  });
  const findings: Finding[] = [
    ...(addressed ? [] : [asFinding('notForPublication', FINDING_WORDS.notForPublication)]),
    ...(metadata.urgency ? [asFinding('urgent', FINDING_WORDS.urgent(metadata.urgency))] : []),
    ...checked.map(({ code, text: words, field }) => asFinding(code, words, field)),
    ...merged.findings,
  ];
  return { content, reading: merged.read, findings };
}

/** Of the checks before submitting those that are about what came, not about what the clerk has yet to write. */
const TOLD_CHECKS: ReadonlySet<string> = new Set(['personal', 'unmarked']);

async function counting(ports: Ports, key: KeyRow): Promise<(issuedOn: string) => boolean> {
  try {
    return await countingIn(ports, key.portal_id, key.section_id);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'section-missing') throw problem('sectionEnded');
    throw error;
  }
}
