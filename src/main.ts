// The only reader of the environment and the arguments; everything else is handed to the operator's tool.
import path from 'node:path';
import { runOperator } from './operator/index.ts';

const code = await runOperator({
  argv: process.argv.slice(2),
  env: process.env,
  root: path.resolve(import.meta.dirname, '..'),
  out: process.stdout,
  err: process.stderr,
});
// what was written must reach a pipe before the process ends
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
