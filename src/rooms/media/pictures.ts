import { type ChildProcess, fork } from 'node:child_process';
import type { MadeEmblem, MadePicture, PictureAnswer, PictureTask } from './picture-process.ts';
import { TOO_MANY_PIXELS, UNREADABLE_PICTURE } from './refusal-rules.ts';

export type { MadeEmblem, MadePicture } from './picture-process.ts';

/** A picture of 40 million pixels takes some seconds, a minute where the server is busy otherwise; what takes longer hangs. */
const TIMEOUT_MS = 180_000;
/** Kept for the next picture so long, then let go. */
const IDLE_MS = 20_000;

interface Waiting {
  task: PictureTask;
  resolve(answer: PictureAnswer): void;
}

/** Pictures somebody waits for, and those nobody does; one picture at a time, so that pages stay quick. */
const pressing: Waiting[] = [];
const patient: Waiting[] = [];
let atWork = false;
let child: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;

/**
 * A picture as pages show it: turned as it was taken, at most 1,600 px wide, WebP, and without the camera's
 * notes, which may say where somebody lives. Of a moving picture, the first frame (moving text is forbidden).
 * @throws Refusal when it has more than 40 million pixels or cannot be read.
 */
export async function preparePicture(bytes: Uint8Array): Promise<MadePicture> {
  const answer = await ask({ op: 'prepare', bytes }, pressing);
  if ('made' in answer) return answer.made;
  if ('refused' in answer && answer.refused === 'too-many-pixels') throw TOO_MANY_PIXELS;
  throw UNREADABLE_PICTURE;
}

/** One rendition of a prepared picture, after everything somebody waits for. */
export async function renderPicture(
  task: Omit<Extract<PictureTask, { op: 'render' }>, 'op'>,
): Promise<MadePicture> {
  const answer = await ask({ op: 'render', ...task }, patient);
  if ('made' in answer) return answer.made;
  throw new Error(`A picture could not be rendered: ${JSON.stringify(answer)}`);
}

/** A picture of the library as an emblem: its edges cut off, in the size of the head, and as a square. */
export async function makeEmblem(bytes: Uint8Array): Promise<MadeEmblem> {
  const answer = await ask({ op: 'emblem', bytes }, pressing);
  if ('emblem' in answer) return answer.emblem;
  throw UNREADABLE_PICTURE;
}

function ask(task: PictureTask, line: Waiting[]): Promise<PictureAnswer> {
  return new Promise((resolve) => {
    line.push({ task, resolve });
    void workOff();
  });
}

async function workOff(): Promise<void> {
  if (atWork) return;
  atWork = true;
  clearTimeout(idle);
  for (let next = pressing.shift() ?? patient.shift(); next; next = pressing.shift() ?? patient.shift())
    next.resolve(await handOver(next.task));
  atWork = false;
  idle = setTimeout(endProcess, IDLE_MS);
  idle.unref();
}

/** Sends the task to the process; one that dies over it, or hangs, has not read the picture. */
function handOver(task: PictureTask): Promise<PictureAnswer> {
  const worker = child ?? startProcess();
  return new Promise((resolve) => {
    const finish = (answer: PictureAnswer) => {
      clearTimeout(timer);
      worker.off('message', finish);
      worker.off('exit', died);
      worker.unref();
      worker.channel?.unref();
      resolve(answer);
    };
    const died = () => {
      child = undefined;
      finish({ refused: 'unreadable' });
    };
    const timer = setTimeout(() => worker.kill('SIGKILL'), TIMEOUT_MS);
    worker.ref();
    worker.channel?.ref();
    worker.on('message', finish);
    worker.once('exit', died);
    worker.send(task);
  });
}

function startProcess(): ChildProcess {
  child = fork(new URL('./picture-process.ts', import.meta.url), {
    execArgv: [],
    // nothing of the server's settings and secrets
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => {
    child = undefined;
  });
  return child;
}

function endProcess(): void {
  child?.disconnect();
  child = undefined;
}
