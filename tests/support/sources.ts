import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

const NOT_OURS = ['node_modules', 'var', 'dist', 'coverage', '.git'];

/** Every file that is or could be committed, by its path from the root. */
export const FILES: readonly string[] = listFiles();

function listFiles(): string[] {
  // safe.directory: the checkout may belong to another user than the one who runs the tests
  const args = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const git = spawnSync('git', args, { cwd: ROOT });
  const listed = git.status === 0 ? git.stdout.toString('utf8').split('\0').filter(Boolean) : walk();
  return [...new Set(listed)].filter((file) => existsSync(path.join(ROOT, file))).sort();
}

/** For a release unpacked without its history. */
function walk(): string[] {
  return globSync('**/*', { cwd: ROOT, withFileTypes: true, exclude: ({ name }) => NOT_OURS.includes(name) })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

/** Fonts, pictures, archives: everything that is not text. */
const BINARY = /\.(woff2?|png|jpe?g|webp|avif|gif|ico|pdf|docx?|odt|xlsx?|zip|gz|mp3|mp4)$/;
export const TEXTS = FILES.filter((file) => !BINARY.test(file));

/** Program text of our own, tests included. */
export const SOURCES = FILES.filter((file) => /\.(ts|tsx|mjs)$/.test(file));

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.startsWith('tests/');
}

export interface Import {
  file: string;
  line: number;
  specifier: string;
  /** What is imported, when it stands between braces. */
  names: string[];
  /** Path from the root, for imports of our own files. */
  target: string | undefined;
}

const IMPORT =
  /^\s*(?:import|export)\b(?:[^;'"`]*?\bfrom)?\s*'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'\s*\)|^\s*(?:import|export)\b(?:[^;'"`]*?\bfrom)?\s*"([^"\n]+)"/gm;

export function importsOf(file: string): Import[] {
  const text = read(file);
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    const target = specifier.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
      : undefined;
    const names = /\{([^}]*)\}/.exec(match[0])?.[1]?.split(',') ?? [];
    return {
      file,
      line: text.slice(0, match.index + match[0].length).split('\n').length,
      specifier,
      names: names
        .map(
          (name) =>
            name
              .trim()
              .replace(/^type /, '')
              .split(/\s+as\s+/)[0] ?? '',
        )
        .filter(Boolean),
      target,
    };
  });
}

/** Folders of src/rooms in the order of src/rooms.ts, which is the direction of dependency. */
export function listedRooms(): string[] {
  const text = read('src/rooms.ts');
  const folderOf = new Map<string, string>();
  for (const match of text.matchAll(/import \{([^}]+)\} from '\.\/rooms\/([a-z-]+)\/index\.ts'/g)) {
    for (const name of (match[1] ?? '').split(',')) folderOf.set(name.trim(), match[2] ?? '');
  }
  const list = /ROOMS[^=]*=\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return list
    .split(',')
    .map((name) => folderOf.get(name.trim()))
    .filter((folder) => folder !== undefined);
}

/** Lines outside comments that match, as `file:line`. */
export function linesWith(file: string, pattern: RegExp): string[] {
  return read(file)
    .split('\n')
    .flatMap((line, index) => {
      const code = line.replace(/^\s*(\*|\/\/|\/\*).*$/, '').replace(/\s\/\/ .*$/, '');
      return pattern.test(code) ? [`${file}:${index + 1}`] : [];
    });
}
