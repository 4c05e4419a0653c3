import type { KeptFile } from './kept-files.ts';

/** A piece of a file: short enough to be sent again over a bad line, long enough that few are needed. */
const PIECE_BYTES = 2 * 1024 * 1024;
/** Up to here the browser reads a file whole to compute its digest. */
const DIGEST_BYTES = 64 * 1024 * 1024;

export interface SentFile {
  id: number;
  href: string;
  name: string;
}

export type Outcome =
  | { kind: 'done'; file: SentFile }
  | { kind: 'refused'; problem: string }
  /** Nobody is signed in any more. */
  | { kind: 'signed-out' }
  /** The token of the form is another since somebody signed in again. */
  | { kind: 'token' }
  /** Try again later: no connection, or the server is busy. */
  | { kind: 'again'; problem: string };

/** The sender and the server it talks to. */
export interface Line {
  address: string;
  token: string;
  signal: AbortSignal;
  onProgress(sentBytes: number): void;
}

interface Answer {
  status: number;
  body: { offset?: number; file?: SentFile; problem?: string; code?: string };
}

/** Sends one file from where it stopped, piece by piece, until it is in the library or something is in the way. */
export async function sendFile(kept: KeptFile, line: Line): Promise<Outcome> {
  let answer = await begin(kept, line);
  for (;;) {
    const outcome = outcomeOf(answer);
    if (outcome) return outcome;
    const { offset } = answer.body;
    if (offset === undefined) return { kind: 'again', problem: '' };
    line.onProgress(offset);
    answer = await sendPiece(kept, offset, line);
  }
}

/** What an answer means where it is not simply the next place. */
function outcomeOf({ status, body }: Answer): Outcome | undefined {
  if (body.file) return { kind: 'done', file: body.file };
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403) return body.problem ? { kind: 'refused', problem: body.problem } : { kind: 'token' };
  if (status === 422 || status === 507) return { kind: 'refused', problem: body.problem ?? '' };
  // the place is another than thought, or a piece was damaged: both answers say where to go on
  if (status === 409 || status === 400 || status < 300) return undefined;
  return { kind: 'again', problem: body.problem ?? '' };
}

function begin(kept: KeptFile, { address, token, signal }: Line): Promise<Answer> {
  const fields = { _token: token, id: kept.id, cong: kept.portal, name: kept.name, size: String(kept.size) };
  const body = new URLSearchParams({ ...fields, 'thu-muc': kept.folder });
  return ask('POST', address, { 'content-type': 'application/x-www-form-urlencoded' }, String(body), signal);
}

async function sendPiece(kept: KeptFile, offset: number, line: Line): Promise<Answer> {
  const piece = await kept.file.slice(offset, offset + PIECE_BYTES).arrayBuffer();
  const isLast = offset + piece.byteLength >= kept.size;
  const whole =
    isLast && kept.size <= DIGEST_BYTES ? await digestOf(await kept.file.arrayBuffer()) : undefined;
  const digest = await digestOf(piece);
  const headers = {
    ...{ 'content-type': 'application/partial-upload', 'x-form-token': line.token },
    ...{ 'upload-offset': String(offset), 'upload-complete': isLast ? '?1' : '?0' },
    ...(digest && { 'content-digest': digest }),
    ...(whole && { 'repr-digest': whole }),
  };
  return ask('PATCH', `${line.address}/${kept.id}`, headers, piece, line.signal, (sent) =>
    line.onProgress(offset + sent),
  );
}

/** As RFC 9530 writes it; undefined where the page has no secure connection and so no digests. */
async function digestOf(bytes: ArrayBuffer): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha-256=:${btoa(String.fromCharCode(...digest))}:`;
}

const SILENCE_MS = 120_000;

/** `fetch` does not tell how much of a body has gone out; this does. Without an answer the status is 0. */
function ask(
  method: string,
  address: string,
  headers: Record<string, string>,
  body: string | ArrayBuffer,
  signal: AbortSignal,
  onSent?: (bytes: number) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const end = () => {
      signal.removeEventListener('abort', stop);
      resolve({ status: request.status || 599, body: parsed(request.responseText) });
    };
    const stop = () => request.abort();
    request.open(method, address);
    request.timeout = SILENCE_MS;
    request.setRequestHeader('accept', 'application/json');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (onSent) request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('loadend', end);
    signal.addEventListener('abort', stop);
    if (signal.aborted) return resolve({ status: 599, body: {} });
    request.send(body);
  });
}

function parsed(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return {};
  }
}

/** Gives an upload up at the server as well; it lets it go by itself when this does not reach it. */
export function cancelUpload(address: string, id: string, token: string): void {
  void fetch(`${address}/${id}`, { method: 'DELETE', headers: { 'x-form-token': token } }).catch(
    () => undefined,
  );
}

/** The token of whoever is signed in now, and who that is. */
export async function findToken(
  address: string,
): Promise<{ token: string; person: string } | 'signed-out' | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' }, redirect: 'manual' });
    if (answer.status === 401) return 'signed-out';
    if (!answer.ok) return undefined;
    const { token, person } = (await answer.json()) as { token: string; person: number };
    return { token, person: String(person) };
  } catch {
    return undefined;
  }
}
