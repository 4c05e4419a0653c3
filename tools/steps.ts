import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');
export const HOOK = ['--import', path.join(ROOT, 'tools', 'hook.mjs')];

/** Biome's launcher is JavaScript; run by our Node it is the same program on every machine. */
export const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const TSC = 'node_modules/typescript/bin/tsc';

/** One step of the check: a program run by this Node, from the root of the repository. */
export interface Step {
  name: string;
  args: string[];
  environment?: Record<string, string>;
}

/** Formatter and linter over the whole repository, then the types of server and islands. */
export function codeSteps(): Step[] {
  const steps = [
    {
      name: 'format and lint (biome)',
      args: [BIOME, 'check', '--error-on-warnings', '--max-diagnostics=50'],
    },
    { name: 'types (tsconfig.json)', args: [TSC, '-p', 'tsconfig.json'] },
  ];
  if (globSync('src/**/islands/*.{ts,tsx}', { cwd: ROOT }).length > 0) {
    steps.push({
      name: 'types of the islands (tsconfig.islands.json)',
      args: [TSC, '-p', 'tsconfig.islands.json'],
    });
  }
  return steps;
}

/** The rules of the house, which need neither browser nor PostgreSQL. */
export function houseStep(): Step {
  const files = globSync('tests/house*.test.ts', { cwd: ROOT }).sort();
  return {
    name: 'rules of the house',
    args: [...HOOK, '--test', '--test-reporter=spec', ...files],
    environment: { TEST_ENGINES: 'pglite' },
  };
}

/** Runs the steps one after the other, a line for each; what a failing one printed follows its line. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  let allPassed = true;
  for (const { name, args, environment } of steps) {
    const started = performance.now();
    const { code, output } = await capture(args, environment ?? {});
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    process.stdout.write(`${code === 0 ? '✔' : '✖'} ${name}  ${seconds} s\n`);
    if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
    allPassed &&= code === 0;
  }
  return allPassed;
}

function capture(
  args: string[],
  environment: Record<string, string>,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    const stopForwarding = forwardSignals((signal) => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code) => {
      stopForwarding();
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

/** Runs a program in the foreground with more environment, and returns its exit code. */
export function runForeground(args: string[], environment: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env });
    const stopForwarding = forwardSignals((signal) => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code) => {
      stopForwarding();
      resolve(code ?? 1);
    });
  });
}

/** Passes a stop on to the child, so that nothing is left behind; our own end follows from the child's. */
function forwardSignals(kill: (signal: NodeJS.Signals) => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, kill);
  return () => {
    for (const signal of signals) process.off(signal, kill);
  };
}
