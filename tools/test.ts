// npm test: the check, then every test in one run of Node's runner, so that its summary closes the output.
//   npm test                         everything
//   npm test -- clock publishing     only test files whose path holds one of the words (without the check)
//   npm test -- --test-name-pattern=LC-047
// Left out on purpose: TEST_ENGINES=pglite, TEST_BROWSER=0, TEST_NU=0, TEST_OUTSIDE=0, TEST_CLAMD=0. Under CI=true nothing may be missing.
import { globSync } from 'node:fs';
import { dropStale } from '../tests/support/engines.ts';
import { findMeans } from './needs.ts';
import { codeSteps, HOOK, ROOT, runForeground, runSteps } from './steps.ts';

/** A test file that has not ended by then hangs; the slowest journey takes under two minutes on two cores. */
const FILE_LIMIT_MS = 15 * 60_000;

const given = process.argv.slice(2);
const flags = given.filter((argument) => argument.startsWith('-'));
const words = given.filter((argument) => !argument.startsWith('-'));

process.exitCode = await main();

async function main(): Promise<number> {
  const files = globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'], { cwd: ROOT })
    .sort()
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word.replace(/^\.\//, ''))));
  if (files.length === 0) return say(`No test file has "${words.join('" or "')}" in its path.`);

  const means = await findMeans(process.env);
  if (process.env.CI === 'true' && means.missing.length > 0) {
    return say(`Under CI=true every test must run. Missing:\n  ${means.missing.join('\n  ')}`);
  }
  for (const sentence of means.leftOut) process.stdout.write(`Left out: ${sentence}\n`);

  // the rules of the house are among the tests below
  if (given.length === 0 && !(await runSteps(codeSteps()))) return 1;

  const runner = [
    '--test',
    '--test-concurrency=2',
    '--test-reporter=spec',
    `--test-timeout=${FILE_LIMIT_MS}`,
  ];
  const code = await runForeground([...HOOK, ...runner, ...flags, ...files], means.environment);
  await dropStale(means.environment.TEST_ENGINES.includes('postgres'));
  for (const sentence of means.leftOut) process.stdout.write(`Left out: ${sentence}\n`);
  return code;
}

function say(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
