import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const PROGRAMS = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/usr/bin/clamd'];

/** Put together here, so that no scanner of a developer's machine takes this file for malware. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface Daemon {
  /** The path of its socket. */
  place: string;
  stop(): Promise<void>;
}

export function hasClamd(): boolean {
  return PROGRAMS.some((program) => existsSync(program));
}

/** The real daemon, with one signature of its own: a text that no other test uses. */
export async function startClamd(signature: string): Promise<Daemon> {
  const program = PROGRAMS.find((one) => existsSync(one));
  if (!program) throw new Error('clamd is not installed.');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-clamd-'));
  const place = path.join(folder, 'clamd.sock');
  mkdirSync(path.join(folder, 'db'));
  const hex = Buffer.from(signature).toString('hex');
  writeFileSync(path.join(folder, 'db', 'thu.ndb'), `Thu.Nghiem:0:*:${hex}\n`);
  const lines = [`LocalSocket ${place}`, `DatabaseDirectory ${path.join(folder, 'db')}`, 'Foreground yes'];
  writeFileSync(path.join(folder, 'clamd.conf'), `${[...lines, 'StreamMaxLength 8M'].join('\n')}\n`);
  const child = spawn(program, ['--config-file', path.join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const stop = () => ending(child).then(() => rmSync(folder, { recursive: true, force: true }));
  for (let waited = 0; !(await answers(place)); waited += 100) {
    if (waited > 60_000 || child.exitCode !== null) {
      await stop();
      throw new Error('clamd did not start.');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { place, stop };
}

function answers(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(place);
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

function ending(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** A daemon of our own that says whatever is wanted, to whoever sends something. */
export async function startFakeDaemon(
  reply: (socket: net.Socket) => void,
): Promise<{ port: number } & Daemon> {
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => reply(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    place: `127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
