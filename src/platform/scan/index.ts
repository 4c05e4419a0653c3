/** The scanner for malware: a ClamAV daemon on this machine or beside it, asked over its own protocol. */
import net from 'node:net';

export type ScanAnswer =
  | { kind: 'clean' }
  /** `name`: what the scanner calls what it found. */
  | { kind: 'infected'; name: string }
  /** It did not answer, or not in a way that can be understood: nothing is known of the file. */
  | { kind: 'away'; reason: string };

export interface Scanner {
  /** Asks about bytes that come piece by piece. Never throws for what the scanner does. */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<ScanAnswer>;
  /** What it is and how old its signatures are, in its own words. */
  version(): Promise<{ kind: 'there'; words: string } | { kind: 'away'; reason: string }>;
}

export interface ScannerTimes {
  /** For the connection and for each answer of it. */
  silenceMs: number;
  /** For one file in all. */
  allMs: number;
}

const TIMES: ScannerTimes = { silenceMs: 10_000, allMs: 120_000 };
/** Pieces of a file; the daemon's own limit of a stream is its StreamMaxLength. */
const PIECE_BYTES = 256 * 1024;
const MOST_ANSWER_BYTES = 4_096;

/** Where the daemon listens: `host:port`, or the path of a socket. */
export type ScannerPlace = { host: string; port: number } | { path: string };

/** @returns undefined when the text names no place */
export function readScannerPlace(text: string): ScannerPlace | undefined {
  if (text.startsWith('/')) return { path: text };
  const [, host, port] = /^(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? [];
  const number = Number(port);
  return host && number > 0 && number < 65_536
    ? { host: host.replace(/^\[|\]$/g, ''), port: number }
    : undefined;
}

export function createScanner(place: ScannerPlace, times: ScannerTimes = TIMES): Scanner {
  return {
    async scan(bytes) {
      try {
        return readAnswer(await converse(place, times, (socket) => sendStream(socket, bytes)));
      } catch (error) {
        return { kind: 'away', reason: (error as Error).message };
      }
    },
    async version() {
      try {
        const words = await converse(place, times, (socket) => write(socket, Buffer.from('zVERSION\0')));
        return words.startsWith('ClamAV') ? { kind: 'there', words } : { kind: 'away', reason: words };
      } catch (error) {
        return { kind: 'away', reason: (error as Error).message };
      }
    },
  };
}

/** INSTREAM: each piece behind its length, a length of nothing at the end. */
async function sendStream(socket: net.Socket, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES);
      const head = Buffer.alloc(4);
      head.writeUInt32BE(piece.length);
      await write(socket, Buffer.concat([head, piece]));
    }
  }
  await write(socket, Buffer.alloc(4));
}

/** `stream: OK`, `stream: <name> FOUND`; everything else is no verdict. */
function readAnswer(text: string): ScanAnswer {
  if (text === 'stream: OK') return { kind: 'clean' };
  const [, name] = /^stream: (.+) FOUND$/.exec(text) ?? [];
  if (name) return { kind: 'infected', name: name.slice(0, 200) };
  return { kind: 'away', reason: text.slice(0, 200) || 'no answer' };
}

function write(socket: net.Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) return reject(new Error('the connection was closed'));
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** Opens a connection, says something, and reads the one answer until its end mark. */
async function converse(
  place: ScannerPlace,
  { silenceMs, allMs }: ScannerTimes,
  say: (socket: net.Socket) => Promise<void>,
): Promise<string> {
  const socket = net.connect('path' in place ? { path: place.path } : place);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      const fail = (message: string) => reject(new Error(message));
      timer = setTimeout(() => fail(`no verdict within ${allMs} ms`), allMs);
      socket.setTimeout(silenceMs, () => fail(`silent for ${silenceMs} ms`));
      let answer = '';
      const done = () => resolve(answer.replace(/[\0\r\n]+$/, ''));
      socket.on('data', (data) => {
        answer += data.toString('utf8');
        if (answer.length > MOST_ANSWER_BYTES) fail('an answer without end');
        else if (answer.includes('\0') || answer.includes('\n')) done();
      });
      socket.once('error', (error) => (answer ? done() : reject(error)));
      socket.once('close', () => (answer ? done() : fail('the connection was closed without an answer')));
      // a daemon that refuses a stream answers and closes while it is still being sent: its answer counts
      socket.once('connect', () => say(socket).catch((error: Error) => setTimeout(reject, 200, error)));
    });
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}
