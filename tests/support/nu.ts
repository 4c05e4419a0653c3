import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const JAR = path.resolve(import.meta.dirname, '../../node_modules/vnu-jar/build/dist/vnu.jar');

/** Whether the Nu checker can run; `npm test` names it among what was left out when not. */
export function hasNu(): boolean {
  return process.env.TEST_NU !== '0';
}

export interface NuFinding {
  /** Name of the page as it was handed in. */
  page: string;
  type: 'error' | 'warning' | 'info';
  line: number;
  message: string;
  extract: string;
}

interface NuMessage {
  url?: string;
  type: string;
  subType?: string;
  lastLine?: number;
  message: string;
  extract?: string;
}

/** Preact closes void elements with a slash; HTML allows it and gives it no meaning, so Nu's notice says nothing. */
const MEANINGLESS = /^Trailing slash on void elements/;

/** What the Nu HTML checker finds in the pages: one start of Java for all of them. */
export async function nuFindings(pages: readonly { name: string; html: string }[]): Promise<NuFinding[]> {
  if (pages.length === 0) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'cong-lang-nu-'));
  try {
    const files = pages.map(({ html }, index) => {
      const file = path.join(folder, `${index}.html`);
      writeFileSync(file, html);
      return file;
    });
    const { messages } = JSON.parse(await runJava(files)) as { messages: NuMessage[] };
    return messages
      .filter(({ message }) => !MEANINGLESS.test(message))
      .map((message) => findingOf(message, pages));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findingOf(message: NuMessage, pages: readonly { name: string }[]): NuFinding {
  const index = /\/(\d+)\.html$/.exec(message.url ?? '')?.[1];
  const type = message.type === 'info' ? (message.subType === 'warning' ? 'warning' : 'info') : 'error';
  return {
    page: pages[Number(index)]?.name ?? '',
    type,
    line: message.lastLine ?? 0,
    message: message.message,
    extract: message.extract ?? '',
  };
}

function runJava(files: readonly string[]): Promise<string> {
  // the options of the checker come before the files; --exit-zero-always: findings are not a failure to run
  const args = ['-Xss2m', '-jar', JAR, '--format', 'json', '--stdout', '--exit-zero-always', ...files];
  return new Promise((resolve, reject) => {
    const child = spawn('java', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (cause) => reject(new Error('Java could not be started.', { cause })));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString('utf8'));
      else
        reject(
          new Error(
            `The Nu checker ended with ${code}: ${Buffer.concat(errors).toString('utf8').slice(0, 500)}`,
          ),
        );
    });
  });
}
