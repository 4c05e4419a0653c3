import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The one set of line icons (Lucide, ISC). A name not listed here is not used anywhere. */
export const ICON_NAMES = [
  'a-large-small',
  'archive',
  'arrow-left',
  'arrow-right',
  'arrow-up-narrow-wide',
  'baby',
  'badge-check',
  'bell',
  'between-horizontal-end',
  'between-vertical-end',
  'bold',
  'book-open',
  'bookmark',
  'briefcase-business',
  'building-2',
  'calendar-clock',
  'calendar-days',
  'calendar-plus',
  'captions',
  'chart-no-axes-column',
  'check',
  'chevron-down',
  'circle-alert',
  'circle-check',
  'circle-pause',
  'clipboard-check',
  'clock',
  'clock-alert',
  'code-xml',
  'coins',
  'copy',
  'database',
  'door-open',
  'download',
  'droplets',
  'ear',
  'external-link',
  'eye',
  'file-chart-column',
  'file-check',
  'file-pen-line',
  'file-stack',
  'file-text',
  'film',
  'flag',
  'folder',
  'gavel',
  'git-compare',
  'globe',
  'hand-heart',
  'heading-2',
  'heading-3',
  'headphones',
  'heart-handshake',
  'history',
  'house',
  'house-plus',
  'image',
  'images',
  'inbox',
  'info',
  'italic',
  'key-round',
  'keyboard',
  'land-plot',
  'landmark',
  'languages',
  'library',
  'life-buoy',
  'link',
  'list',
  'list-checks',
  'list-filter',
  'list-ordered',
  'lock',
  'log-out',
  'mail',
  'map',
  'map-pin',
  'megaphone',
  'menu',
  'message-circle-question-mark',
  'message-square',
  'mic',
  'newspaper',
  'panel-left',
  'panel-top',
  'paperclip',
  'pencil',
  'phone',
  'plus',
  'printer',
  'quote',
  'redo-2',
  'rss',
  'scale',
  'school',
  'search',
  'send',
  'server',
  'settings',
  'share-2',
  'shield',
  'sprout',
  'stamp',
  'stethoscope',
  'store',
  'superscript',
  'table',
  'table-columns-split',
  'table-rows-split',
  'trash-2',
  'trees',
  'triangle-alert',
  'truck',
  'undo-2',
  'user',
  'users',
  'video',
  'wrench',
  'x',
  'zap',
] as const;

/** A name of the one icon set. */
export type IconName = (typeof ICON_NAMES)[number];

/** The drawing inside each file, without its own `<svg>`: read once, when the process starts. */
const DRAWINGS = new Map(ICON_NAMES.map((name) => [name, readDrawing(name)]));

function readDrawing(name: IconName): string {
  const svg = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8');
  const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1];
  if (inner === undefined) throw new Error(`Icon ${name} is not an SVG`);
  return inner
    .replace(/\s+/g, ' ')
    .replace(/ \/> ?/g, '/>')
    .trim();
}

/** A line icon, hidden from screen readers: it always stands beside a word that says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: DRAWINGS.get(name) ?? '' }}
    />
  );
}
