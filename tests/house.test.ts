// The rules of the house, as far as the sources show them. Each failure says what to do.
// The rules that only a database can show stand in house-database.test.ts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  FILES,
  type Import,
  importsOf,
  isTest,
  linesWith,
  listedRooms,
  ROOT,
  read,
  SOURCES,
  TEXTS,
} from './support/sources.ts';

function assertNone(found: readonly string[], whatToDo: string): void {
  assert.equal(found.length, 0, `${whatToDo}\n  ${found.join('\n  ')}`);
}

const told = ({ file, line, specifier }: Import) => `${file}:${line} imports ${specifier}`;
const CODE = SOURCES.filter((file) => file.startsWith('src/') && !isTest(file));
const IMPORTS = CODE.flatMap(importsOf);
const ROOM_ORDER = listedRooms();
const roomOf = (file: string) => /^src\/rooms\/([^/]+)\//.exec(file)?.[1];

describe('Arrows point one way', () => {
  /** What each part of src may open, by the beginning of the path. The first row that fits counts. */
  const ARROWS: readonly { part: RegExp; opens: RegExp }[] = [
    { part: /^src\/rules\//, opens: /^(src\/rules\/|profiles\/)/ },
    { part: /^src\/platform\//, opens: /^src\/(platform|rules)\// },
    { part: /^src\/ui\//, opens: /^src\/(ui|rules)\// },
    { part: /^src\/desk-frame\.tsx$/, opens: /^src\/(platform|ui|rules)\// },
    { part: /^src\/rooms\//, opens: /^(src\/(rooms\/|platform\/|ui\/|rules\/|desk-frame\.tsx$)|profiles\/)/ },
    { part: /^src\/rooms\.ts$/, opens: /^src\/(rooms|platform)\// },
    { part: /^src\/app\.ts$/, opens: /^src\/(?!main\.ts)/ },
    { part: /^src\/operator\//, opens: /^(src\/(?!main\.ts)|seeds\/)/ },
    { part: /^src\/main\.ts$/, opens: /^(src|seeds)\// },
  ];

  test('rules ← platform, ui ← rooms ← app ← main', () => {
    const wrong = IMPORTS.filter(({ file, target }) => {
      if (!target) return false;
      const row = ARROWS.find(({ part }) => part.test(file));
      return !row?.opens.test(target);
    });
    assertNone(
      wrong.map(told),
      'Move what is needed down to the part that may be opened, or hand it in as a parameter:',
    );
  });

  test('a room opens only the door of a room that stands before it in src/rooms.ts', () => {
    const wrong = IMPORTS.filter(({ file, target }) => {
      const theirs = target && roomOf(target);
      if (!theirs || theirs === roomOf(file)) return false;
      if (target !== `src/rooms/${theirs}/index.ts`) return true;
      const ours = roomOf(file);
      if (ours === undefined || !ROOM_ORDER.includes(ours)) return false; // the test below names it
      return !ROOM_ORDER.slice(0, ROOM_ORDER.indexOf(ours)).includes(theirs);
    });
    assertNone(
      wrong.map(told),
      'Open index.ts of an earlier room, or let the later room answer an event of the earlier:',
    );
  });

  test('a collector opens no room but the foundations: what it collects it reads from manifests', () => {
    const collectors = ['search', 'feeds', 'reports', 'privacy', 'backup'];
    // site: the addresses and the look of what is published
    const foundations = ['audit', 'accounts', 'portals', 'duties', 'media', 'site'];
    const wrong = IMPORTS.filter(({ file, target }) => {
      const [ours, theirs] = [roomOf(file), target && roomOf(target)];
      if (!ours || !theirs || ours === theirs) return false;
      return collectors.includes(ours) && !foundations.includes(theirs);
    });
    assertNone(wrong.map(told), 'Read what the room gives from the manifests handed in by the composition:');
  });

  test('every room stands in src/rooms.ts', () => {
    const folders = [...new Set(FILES.map(roomOf).filter((room) => room !== undefined))];
    assertNone(
      folders.filter((room) => !ROOM_ORDER.includes(room)),
      'Put the room into the list of src/rooms.ts, after the rooms it opens:',
    );
  });
});

describe('What the law says is a pure function', () => {
  const OUTSIDE =
    /^(pg|pg-boss|fastify|@fastify\/.*|@electric-sql\/.*|sharp|lru-cache|prom-client|playwright-core|esbuild|preact.*)$/;

  test('src/rules imports nothing of Node but crypto, and no package that reaches outside', () => {
    const wrong = IMPORTS.filter(({ file, specifier, target }) => {
      if (!file.startsWith('src/rules/') || target) return false;
      const isNode = specifier.startsWith('node:') || builtinModules.includes(specifier);
      return isNode ? specifier !== 'node:crypto' : OUTSIDE.test(specifier);
    });
    assertNone(wrong.map(told), 'Hand the fact in as a parameter, or move the code to src/platform:');
  });

  test('src/rules reads no clock, no environment, no network, no chance', () => {
    const pattern =
      /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bfetch\(|\bMath\.random\(|\bglobalThis\b|\bset(Timeout|Interval)\(/;
    const wrong = CODE.filter((file) => file.startsWith('src/rules/')).flatMap((file) =>
      linesWith(file, pattern),
    );
    assertNone(wrong, 'Take the instant or the value as a parameter:');
  });

  test('time is computed by rules/calendar, never by the time zone of the process', () => {
    const pattern =
      /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(|\.getTimezoneOffset\(|\.toLocale(Date|Time)String\(/;
    assertNone(
      CODE.flatMap((file) => linesWith(file, pattern)),
      'Use civilDateOf and the arithmetic of src/rules/calendar:',
    );
  });
});

describe('Every room has the same plan', () => {
  /** A file of the plan, or one of several of its kind with a noun before it: store.ts, proposal-store.ts. */
  const PLANNED = new RegExp(
    [
      /^README\.md$|^(index|room)\.ts$/,
      /^([a-z-]+-)?(rules|permits|commands|queries|store|forms|words)\.ts$/,
      /^([a-z-]+-)?(public|desk|page|pages|routes)\.tsx?$/,
      // a planned file that has grown becomes a folder of its name
      /^(rules|commands|queries|store|forms|words|public|desk|pages|islands)\//,
    ]
      .map(({ source }) => source)
      .join('|'),
  );

  test('a room holds the files of the plan; any other is explained in its README.md', () => {
    const wrong = FILES.filter((file) => {
      const room = roomOf(file);
      const name = room && file.slice(`src/rooms/${room}/`.length);
      if (!name || /\.test\.tsx?$/.test(name) || PLANNED.test(name)) return false;
      const readme = `src/rooms/${room}/README.md`;
      return !FILES.includes(readme) || !read(readme).includes(`\`${name}\``);
    });
    assertNone(
      wrong,
      'Rename to a file of the plan (docs/ARCHITECTURE.md), or say in the README.md of the room what `it` holds:',
    );
  });

  test('a room has a door, a manifest and a page that explains it', () => {
    const missing = ROOM_ORDER.flatMap((room) =>
      ['index.ts', 'room.ts', 'README.md'].map((name) => `src/rooms/${room}/${name}`),
    ).filter((file) => !FILES.includes(file));
    assertNone(missing, 'Add the file (README.md: articles, nouns and states in 30 lines):');
  });

  test('only a store speaks SQL', () => {
    const wrong = IMPORTS.filter(
      ({ file, names }) =>
        !file.startsWith('src/platform/') &&
        names.includes('sql') &&
        !/^src\/(rooms\/[^/]+|operator)\/(([a-z-]+-)?store\.ts$|store\/)/.test(file),
    );
    assertNone(wrong.map(told), 'Move the query to store.ts of the room and call it:');
  });
});

describe('Names and sizes', () => {
  test('only main.ts reads the environment and the arguments', () => {
    const wrong = CODE.filter((file) => file !== 'src/main.ts').flatMap((file) =>
      linesWith(file, /\bprocess\.(env|argv)\b/),
    );
    assertNone(wrong, 'Take the value from the configuration that main.ts reads:');
  });

  test('no file and no exported name is called utils, helpers, manager, common or misc', () => {
    const files = FILES.filter((file) =>
      /(^|[/._-])(utils?|helpers?|managers?|common|misc)([/._-]|$)/i.test(file),
    );
    const pattern =
      /^export .*\b(class|function|const|interface|type) \w*([Uu]tils?|[Hh]elpers?|[Mm]anager|[Mm]isc)\b/;
    const names = SOURCES.flatMap((file) => linesWith(file, pattern));
    assertNone([...files, ...names], 'Name it after the thing of the field that it is:');
  });

  test('no source file is longer than 400 lines', () => {
    const long = SOURCES.map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
      .map(({ file, lines }) => `${file}: ${lines} lines`);
    assertNone(long, 'Split the file along its nouns:');
  });

  test('no function is longer than 60 lines', () => {
    const files = SOURCES.filter((file) => !isTest(file));
    const args = [
      'lint',
      '--config-path=tests/support/function-length.biome.json',
      '--reporter=json',
      '--max-diagnostics=none',
    ];
    const ran = spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', ...args, ...files], {
      cwd: ROOT,
    });
    const { diagnostics } = JSON.parse(ran.stdout.toString('utf8')) as {
      diagnostics: {
        category: string;
        message: string;
        location: { path: string; start: { line: number } };
      }[];
    };
    const long = diagnostics
      .filter(({ category }) => category === 'lint/complexity/noExcessiveLinesPerFunction')
      .map(({ location, message }) => `${location.path}:${location.start.line} ${message}`);
    assertNone(long, 'Give the steps of the function names of their own:');
  });
});

describe('Words', () => {
  test('every text of a words file stands in Vietnamese and in English', async () => {
    const files = CODE.filter((file) => /\/words(\/[^/]+)?\.ts$/.test(file));
    const wrong: string[] = [];
    for (const file of files) {
      const module: Record<string, unknown> = await import(pathToFileURL(`${ROOT}/${file}`).href);
      for (const [name, value] of Object.entries(module)) findLopsided(value, `${file} ${name}`, wrong);
    }
    assertNone(wrong, 'Write the text in both languages, vi and en:');
  });

  function findLopsided(value: unknown, where: string, wrong: string[]): void {
    if (!value || typeof value !== 'object') return;
    const keys = Object.keys(value);
    if (keys.includes('vi') !== keys.includes('en'))
      wrong.push(`${where}: only ${keys.includes('vi') ? 'vi' : 'en'}`);
    if (keys.includes('vi') && keys.includes('en')) {
      const { vi, en } = value as { vi: unknown; en: unknown };
      const shape = (part: unknown) =>
        part && typeof part === 'object' ? Object.keys(part).sort().join() : typeof part;
      if (shape(vi) !== shape(en)) wrong.push(`${where}: vi and en do not hold the same texts`);
      if (typeof vi === 'string' && typeof en === 'string' && (vi === '') !== (en === ''))
        wrong.push(`${where}: one is empty`);
    }
    for (const [key, part] of Object.entries(value)) findLopsided(part, `${where}.${key}`, wrong);
  }
});

describe('The repository', () => {
  test('every text file is UTF-8 in Unicode NFC', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const wrong = TEXTS.filter((file) => {
      try {
        const text = decoder.decode(readFileSync(`${ROOT}/${file}`));
        return text !== text.normalize('NFC');
      } catch {
        return true;
      }
    });
    assertNone(wrong, 'Save the file as UTF-8 and NFC; write a decomposed letter in a test as an escape:');
  });

  test('no file names a path of one machine or a package registry', () => {
    const pattern =
      /(^|[\s"'`(=:])(\/home\/\w|\/Users\/\w|\/root\/|\/work\/|\/mnt\/\w|[A-Z]:\\Users)|\bregistry\.[a-z]+\.|"resolved":/;
    const wrong = TEXTS.filter((file) => file !== 'tests/house.test.ts' && file !== 'LICENSE').flatMap(
      (file) =>
        read(file)
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
    );
    assertNone(wrong, 'Write the path relative to the repository, or take it from the configuration:');
  });

  test('every dependency has an exact version and its line in docs/dependencies.md', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
    const all: Record<string, string> = { ...dependencies, ...devDependencies, ...optionalDependencies };
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    assertNone(
      loose.map(([name, version]) => `${name} ${version}`),
      'Write the exact version:',
    );
    const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\|/gm)].map(
      (match) => match[1] ?? '',
    );
    assertNone(
      Object.keys(all).filter((name) => !rows.includes(name)),
      'Add a line to docs/dependencies.md: why, licence, cost of replacing:',
    );
    assertNone(
      rows.filter((name) => !(name in all)),
      'Remove the line of a package that is no longer used:',
    );
  });
});
