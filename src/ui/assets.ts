import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { deriveTheme } from '../rules/theme/index.ts';
import { gateIconSvg } from './scenes.tsx';
import { themeCss } from './theme-css.ts';

/** A file as it goes over the wire, at an address that changes with its content. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
  /** Set where compressing helps: text, not fonts. */
  readonly gzip?: Buffer | undefined;
  readonly brotli?: Buffer | undefined;
}

/** All assets of a running process: by the name the code uses, and by the address browsers ask for. */
export interface Assets {
  /** `site.css`, `desk.css`, `serif.css`, `share.js`, `be-vietnam-pro-400.woff2` … */
  readonly byName: ReadonlyMap<string, Asset>;
  readonly byPath: ReadonlyMap<string, Asset>;
}

/** Old telephones: what these browsers lack in CSS is written out by esbuild. */
const OLDEST_BROWSERS = ['chrome80', 'safari13.1', 'firefox78'];

/** The same browsers for islands: named one by one, esbuild refuses Safari's destructuring instead of rewriting it. */
const SCRIPT_LEVEL = 'es2020';

const UI = path.dirname(fileURLToPath(import.meta.url));
const SOURCE = path.resolve(UI, '..');

/** The desk and the pages of no portal bear the gate in indigo. */
const GATE_COLOUR = '#22386e';

/** The parts of each stylesheet, in order. */
const STYLESHEETS: Readonly<Record<string, readonly string[]>> = {
  'site.css': [
    'fonts',
    'base',
    'frame',
    'parts',
    'clocks',
    'forms',
    'records',
    'documents',
    'article',
    'public',
    'sign-in',
    'kinds',
    'print',
  ],
  'desk.css': [
    'fonts',
    'base',
    'parts',
    'clocks',
    'forms',
    'records',
    'article',
    'desk',
    'editor',
    'media',
    'newsroom',
    'guides',
    'sign-in',
    'kinds',
    'print',
  ],
  'serif.css': ['serif'],
  'newsroom.css': ['newsroom'],
};

/** A text or binary file as an {@link Asset} at `/assets/<stem>.<hash>.<extension>`; also used for themes and icons. */
export function makeAsset(name: string, body: Buffer, type: string): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
  const { name: stem, ext } = path.parse(name);
  const address = `/assets/${stem}.${hash}${ext}`;
  if (type.startsWith('font/')) return { path: address, type, body };
  let gzip: Buffer | undefined;
  let brotli: Buffer | undefined;
  return {
    path: address,
    type,
    body,
    // when first asked for: the best compression of everything would cost each start a second
    get gzip() {
      gzip ??= gzipSync(body, { level: 9 });
      return gzip;
    },
    get brotli() {
      brotli ??= brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      return brotli;
    },
  };
}

/** Builds every stylesheet, island and font from the files, once, when the process starts (about half a second). */
export async function loadAssets(): Promise<Assets> {
  const fonts = readdirSync(path.join(UI, 'fonts'))
    .filter((file) => file.endsWith('.woff2'))
    .map(
      (file) => [file, makeAsset(file, readFileSync(path.join(UI, 'fonts', file)), 'font/woff2')] as const,
    );
  const byName = new Map<string, Asset>(fonts);
  for (const [name, parts] of Object.entries(STYLESHEETS))
    byName.set(name, await makeStylesheet(name, parts, byName));
  for (const [name, asset] of await makeIslands(findIslands(SOURCE))) byName.set(name, asset);
  // desk, signing in and failures: no portal's colour, the software's own
  byName.set(
    'gate-theme.css',
    makeAsset('gate-theme.css', Buffer.from(themeCss(deriveTheme(GATE_COLOUR))), 'text/css; charset=utf-8'),
  );
  byName.set('gate.svg', makeAsset('gate.svg', Buffer.from(gateIconSvg(GATE_COLOUR)), 'image/svg+xml'));
  const byPath = new Map([...byName.values()].map((asset) => [asset.path, asset]));
  return { byName, byPath };
}

/** The address of an asset by its name; throws for a name nothing was built for. */
export function assetHref(assets: Assets, name: string): string {
  const asset = assets.byName.get(name);
  if (asset === undefined)
    throw new Error(`No asset ${name}; there are ${[...assets.byName.keys()].join(', ')}`);
  return asset.path;
}

async function makeStylesheet(
  name: string,
  parts: readonly string[],
  fonts: ReadonlyMap<string, Asset>,
): Promise<Asset> {
  const text = parts.map((part) => readFileSync(path.join(UI, 'styles', `${part}.css`), 'utf8')).join('\n');
  const { code } = await transform(text, { loader: 'css', minify: true, target: OLDEST_BROWSERS });
  const addressed = code.replace(/font:([\w.-]+\.woff2)/g, (_, file: string) => {
    const font = fonts.get(file);
    if (font === undefined) throw new Error(`${name} names the font ${file}, which is not there`);
    return font.path;
  });
  return makeAsset(name, Buffer.from(addressed), 'text/css; charset=utf-8');
}

/** Entries of islands: every `.ts` file in a folder named `islands`. */
function findIslands(folder: string): string[] {
  return readdirSync(folder).flatMap((entry) => {
    const file = path.join(folder, entry);
    if (statSync(file).isDirectory()) return findIslands(file);
    const isEntry =
      path.basename(folder) === 'islands' && /\.tsx?$/.test(entry) && !/\.test\.|\.d\./.test(entry);
    return isEntry ? [file] : [];
  });
}

async function makeIslands(entries: readonly string[]): Promise<ReadonlyMap<string, Asset>> {
  const names = entries.map((entry) => `${path.parse(entry).name}.js`);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`Two islands are named ${twice}`);
  if (entries.length === 0) return new Map();
  const built = await build({
    entryPoints: [...entries],
    outdir: '/islands',
    entryNames: '[name]',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    target: SCRIPT_LEVEL,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
  });
  return new Map(
    built.outputFiles.map((file) => {
      const name = path.basename(file.path);
      return [name, makeAsset(name, Buffer.from(file.contents), 'text/javascript; charset=utf-8')];
    }),
  );
}
