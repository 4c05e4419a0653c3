import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { App } from '../app.ts';
import { type Config, readProfiles } from '../platform/config/index.ts';
import { replayErasures } from '../rooms/inquiries/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { loadAssets } from '../ui/index.ts';
import { type Answer, type Call, type OperatorCommand, sentence } from './command.ts';
import { ERASURE_WORDS } from './erasures-replay.ts';
import {
  assemble,
  configOf,
  databaseFolder,
  makeReady,
  openDatabase,
  readAll,
  requireProfiles,
} from './installation.ts';
import { seedSample } from './sample.ts';
import { countLocalities } from './store.ts';
import { welcome } from './welcome.ts';

/** Ports tried after the usual one, when none was asked for. */
const MORE_PORTS = 20;
/** Running requests and jobs get this long to end; a supervisor such as systemd waits 30 s. */
const STOP_LIMIT_MS = 25_000;

const WORDS = {
  portTaken: (port: number) => ({
    vi: `Cổng mạng ${port} đang có chương trình khác dùng. Hãy dừng chương trình ấy, hoặc đặt PORT là số khác.`,
    en: `Port ${port} is taken by another program. Stop that program, or set PORT to another number.`,
  }),
  portsTaken: (from: number, to: number) => ({
    vi: `Mọi cổng mạng từ ${from} đến ${to} đều đang được dùng. Hãy đặt PORT là số khác.`,
    en: `Every port from ${from} to ${to} is taken. Set PORT to another number.`,
  }),
  portForbidden: (port: number) => ({
    vi: `Không được phép lắng nghe ở cổng mạng ${port}. Hãy đặt PORT từ 1024 trở lên và để máy chủ đứng trước nhận cổng 80, 443.`,
    en: `Listening on port ${port} is not permitted. Set PORT to 1024 or above and let the server in front take 80 and 443.`,
  }),
  hostUnknown: (host: string) => ({
    vi: `Máy này không có địa chỉ ${host}. Hãy sửa HOST, ví dụ 127.0.0.1.`,
    en: `This machine has no address ${host}. Correct HOST, e.g. 127.0.0.1.`,
  }),
  firstStart: {
    vi: 'Lần đầu chạy: đang dựng dữ liệu mẫu, khoảng một phút …',
    en: 'First start: the sample data is being made, about a minute …',
  },
  again: {
    vi: 'Lần dựng dữ liệu mẫu trước chưa xong, làm lại từ đầu …',
    en: 'Making the sample data was broken off last time; it begins anew …',
  },
  stopping: {
    vi: 'Đang dừng: chờ việc đang làm xong … (Ctrl+C lần nữa để dừng ngay)',
    en: 'Stopping: what runs may end … (Ctrl+C again stops at once)',
  },
  stopped: { vi: 'Đã dừng.', en: 'Stopped.' },
  stopLate: {
    vi: 'Có việc chưa kịp xong nên đã cắt; lần chạy sau sẽ làm lại việc ấy.',
    en: 'Some work did not end in time and was cut; it is done again at the next start.',
  },
};

/** `start`: opens the database, makes the sample data at the first start of a demo, listens, then works the jobs. */
export const start: OperatorCommand = {
  name: 'start',
  words: {
    vi: 'Chạy máy chủ (lần đầu của bản dùng thử thì dựng dữ liệu mẫu)',
    en: 'Run the server (the first start of a demo makes the sample data)',
  },
  example: 'PORT=9000 npm start',
  run,
};

async function run(call: Call): Promise<Answer> {
  const config = configOf(call);
  readProfiles(config.dataDir); // a regulation that cannot be used stops the start with the sentence that names the value
  const port = await freePort(config, call.env.PORT === undefined);
  forgetHalfMadeSample(config, call);
  const opened = await openDatabase(config);
  let app: App;
  try {
    // side by side: styles and islands are built by another process
    const [assets] = await Promise.all([loadAssets(), makeReady(opened)]);
    app = await assemble(config, opened, logLevelOf(config, call), assets);
  } catch (error) {
    await opened.database.close();
    throw error;
  }
  const ended = untilStopped(app, call);
  try {
    await requireProfiles(app, config);
    // the queues first: a command that orders work may come with the first request
    await app.ports.jobs.prepare();
    // before anything is served: an older copy of the database may have brought back what was deleted
    await tellReplayed(app, call);
    if (config.demo) await makeSample(app, config, call);
    await listen(app, config.host, port);
    const url = addressOf(app, config);
    call.say(
      call.flag('json')
        ? JSON.stringify({ url, pid: process.pid })
        : `\n${await welcome(app, url, call.lang)}\n`,
    );
    await app.startJobs();
  } catch (error) {
    await app.stop();
    throw error;
  }
  const isClean = await ended;
  return { data: { stopped: true, clean: isClean }, text: '', ok: isClean };
}

async function tellReplayed(app: App, call: Call): Promise<void> {
  const found = await replayErasures(app.ports);
  if (found === 0) return;
  call.progress.step(sentence(call, ERASURE_WORDS.replayed(found)));
  call.progress.done();
}

/** A demo on a terminal shows what matters to whoever tries it; the log of every request is for service. */
function logLevelOf(config: Config, call: Call): Config['logLevel'] {
  return config.demo && call.env.LOG_LEVEL === undefined ? 'warn' : config.logLevel;
}

function addressOf(app: App, { host }: Config): string {
  const address = app.http.server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const isLocal = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  return `http://${isLocal ? 'localhost' : host}:${port}/`;
}

// The sample data of the first start --------------------------------------------------------------------

/** Stands in the folder while the sample data is being made; found at a start, it was broken off. */
function markerOf(config: Config): string {
  return path.join(databaseFolder(config), 'sample-unfinished');
}

/** Sample data that was broken off halfway is thrown away: nobody but the seed has written to it. */
function forgetHalfMadeSample(config: Config, call: Call): void {
  if (config.databaseUrl || !existsSync(markerOf(config))) return;
  call.progress.step(sentence(call, WORDS.again));
  call.progress.done();
  rmSync(path.join(databaseFolder(config), 'pgdata'), { recursive: true, force: true });
}

async function makeSample(app: App, config: Config, call: Call): Promise<void> {
  if ((await readAll(app, countLocalities)) > 0) return;
  call.progress.step(sentence(call, WORDS.firstStart));
  call.progress.done();
  const isEmbedded = app.ports.database.kind === 'pglite';
  if (isEmbedded) writeFileSync(markerOf(config), '');
  await seedSample(app, 'demo', call.progress);
  if (isEmbedded) rmSync(markerOf(config), { force: true });
}

// Listening ---------------------------------------------------------------------------------------------

/** The port to listen on: the one asked for, or the first free one from the usual one on. @throws Refusal */
async function freePort({ host, port }: Config, mayMove: boolean): Promise<number> {
  if (port === 0) return 0;
  for (let tried = port; tried <= port + (mayMove ? MORE_PORTS : 0); tried++) {
    const code = await problemOfPort(host, tried);
    if (!code) return tried;
    if (code !== 'EADDRINUSE') throw listenRefusal(code, host, tried);
  }
  throw mayMove
    ? new Refusal('port-taken', WORDS.portsTaken(port, port + MORE_PORTS))
    : new Refusal('port-taken', WORDS.portTaken(port));
}

function problemOfPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

function listenRefusal(code: string, host: string, port: number): Error {
  if (code === 'EADDRINUSE') return new Refusal('port-taken', WORDS.portTaken(port));
  if (code === 'EACCES') return new Refusal('port-forbidden', WORDS.portForbidden(port));
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Refusal('host-unknown', WORDS.hostUnknown(host));
  return new Error(`Cannot listen on ${host}:${port} (${code}).`);
}

async function listen(app: App, host: string, port: number): Promise<void> {
  try {
    await app.listen(host, port);
  } catch (error) {
    throw listenRefusal((error as NodeJS.ErrnoException).code ?? 'unknown', host, port);
  }
}

// Stopping ----------------------------------------------------------------------------------------------

/** Resolves once a signal came and everything has ended; false when it had to be cut. A second signal ends at once. */
function untilStopped(app: App, call: Call): Promise<boolean> {
  return new Promise((resolve) => {
    let signals = 0;
    const stop = (signal: NodeJS.Signals) => {
      signals += 1;
      if (signals > 1) process.exit(signal === 'SIGINT' ? 130 : 143);
      call.progress.step(sentence(call, WORDS.stopping));
      call.progress.done();
      const timer = setTimeout(() => {
        call.progress.step(sentence(call, WORDS.stopLate));
        call.progress.done();
        resolve(false);
      }, STOP_LIMIT_MS);
      app.stop().then(
        () => {
          clearTimeout(timer);
          call.progress.step(sentence(call, WORDS.stopped));
          call.progress.done();
          resolve(true);
        },
        () => resolve(false),
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
