import sharp from 'sharp';

// Drawn stand-ins for the photographs a locality would have: ridges in mist, fields, water.

export type LandscapeName = 'mountains' | 'terraces' | 'fields' | 'sea' | 'river' | 'hills';

const WIDTH = 1200;
const HEIGHT = 720;

interface Layer {
  /** Height of its edge, from the top. */
  y: number;
  rise: number;
  /** How often it goes up and down, and how rough it is. */
  waves: number;
  rough: number;
  colour: string;
}

interface Landscape {
  sky: readonly [string, string];
  layers: readonly Layer[];
  /** Lines along the edge of the last layers, as terraces or waves have them. */
  lines?: { colour: string; count: number };
}

const layer = (y: number, rise: number, waves: number, rough: number, colour: string): Layer => ({
  ...{ y, rise, waves, rough, colour },
});

const LANDSCAPES: Readonly<Record<LandscapeName, Landscape>> = {
  mountains: {
    sky: ['#e9eef0', '#cfdde6'],
    layers: [
      layer(190, 46, 2.2, 5, '#b7ccda'),
      layer(270, 52, 1.7, 5, '#93aebd'),
      layer(360, 48, 2.4, 5, '#6f8f99'),
      layer(450, 56, 1.5, 5, '#4d6f74'),
      layer(560, 50, 2, 5, '#31504f'),
    ],
  },
  terraces: {
    sky: ['#eef1ea', '#d7e0d6'],
    layers: [
      layer(170, 40, 1.8, 10, '#a9bfb0'),
      layer(250, 44, 1.3, 8, '#7f9f7a'),
      layer(350, 60, 0.9, 4, '#6d8f4e'),
    ],
    lines: { colour: '#d9c76a', count: 16 },
  },
  fields: {
    sky: ['#f4efdf', '#dbe3e2'],
    layers: [
      layer(280, 10, 3, 8, '#9fb3a0'),
      layer(320, 6, 2, 2, '#c2b255'),
      layer(430, 8, 1.2, 2, '#a89a3c'),
    ],
    lines: { colour: '#d8c968', count: 10 },
  },
  sea: {
    sky: ['#eef3f4', '#cfe2e6'],
    layers: [
      layer(250, 30, 1.4, 8, '#9db9bd'),
      layer(330, 4, 6, 2, '#4f8f9c'),
      layer(470, 6, 5, 2, '#2f6f7d'),
    ],
    lines: { colour: '#a9cdd2', count: 9 },
  },
  river: {
    sky: ['#f5eee2', '#e3ddd0'],
    layers: [
      layer(270, 14, 4, 5, '#8a9a72'),
      layer(330, 4, 3, 2, '#b99a6a'),
      layer(480, 6, 2.5, 2, '#a07d4c'),
    ],
    lines: { colour: '#d6bd92', count: 8 },
  },
  hills: {
    sky: ['#f2ece9', '#dfdbd6'],
    layers: [
      layer(210, 40, 1.6, 8, '#b5b7a7'),
      layer(300, 46, 2.1, 8, '#8f9d79'),
      layer(400, 44, 1.4, 6, '#667f55'),
      layer(520, 40, 1.9, 6, '#47633f'),
    ],
  },
};

const STEP = 12;

function edge({ y, rise, waves, rough }: Layer, seed: number, shift = 0): string {
  const points: string[] = [];
  for (let x = 0; x <= WIDTH; x += STEP) {
    const t = (x / WIDTH) * Math.PI * 2;
    const slope = Math.sin(t * waves * 0.5 + seed * 2.1) * rise + Math.sin(t * waves + seed) * rise * 0.4;
    const grain = Math.sin(t * 9 + seed * 5) * rough + Math.sin(t * 19 + seed * 3) * rough * 0.4;
    points.push(`${x} ${(y + shift - slope - grain).toFixed(1)}`);
  }
  return points.join(' L');
}

function svgOf({ sky, layers, lines }: Landscape): string {
  const shapes = layers.map(
    (layer, i) =>
      `<path fill="${layer.colour}" d="M0 ${HEIGHT} L${edge(layer, i + 1)} L${WIDTH} ${HEIGHT}Z"/>`,
  );
  const last = layers.at(-1);
  const strokes =
    lines && last
      ? Array.from(
          { length: lines.count },
          (_, i) =>
            `<path fill="none" stroke="${lines.colour}" stroke-opacity="${(0.75 - i * 0.03).toFixed(2)}" stroke-width="${(1.5 + i * 0.25).toFixed(2)}" d="M${edge({ ...last, rise: last.rise * (1 - i * 0.02) }, layers.length + i * 0.05, 8 + i * (9 + i))}"/>`,
        )
      : [];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient></defs>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#s)"/>${shapes.join('')}${strokes.join('')}</svg>`;
}

/** The drawing as a picture file, as somebody would upload it. */
export function drawLandscape(name: LandscapeName): Promise<Buffer> {
  return sharp(Buffer.from(svgOf(LANDSCAPES[name])))
    .webp({ quality: 82, effort: 2 })
    .toBuffer();
}

/** Side of a drawn emblem, with the empty edge somebody would have left around it. */
const EMBLEM = 640;

/** An emblem that belongs to nobody: a boat between hills and waves in a ring, in the colour of the portal. */
export function drawEmblem(colour: string): Promise<Buffer> {
  const waves = [392, 430, 468].map(
    (y) => `<path d="M150 ${y}q28-22 57 0t57 0 57 0 57 0 57 0 57 0" stroke="#fff" stroke-width="13"/>`,
  );
  const rays = Array.from({ length: 7 }, (_, i) => {
    const turn = (Math.PI * (i + 1)) / 8;
    const at = (radius: number) =>
      `${(320 - Math.cos(turn) * radius).toFixed(0)} ${(290 - Math.sin(turn) * radius).toFixed(0)}`;
    return `<path d="M${at(96)}L${at(150)}" stroke="#f2b632" stroke-width="16"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${EMBLEM}" height="${EMBLEM}" viewBox="0 0 640 640">
    <circle cx="320" cy="320" r="270" fill="${colour}"/>
    <circle cx="320" cy="320" r="246" fill="none" stroke="#f2b632" stroke-width="12"/>
    <clipPath id="k"><circle cx="320" cy="320" r="228"/></clipPath>
    <g clip-path="url(#k)" fill="none" stroke-linecap="round" stroke-linejoin="round">
      <circle cx="320" cy="290" r="66" fill="#f2b632"/>${rays.join('')}
      <path d="M70 352 190 236l70 74 62-58 92 92 60-50 110 110V400H70Z" fill="#ffffff" fill-opacity=".28"/>
      ${waves.join('')}
      <path d="M196 372h248c-16 44-50 62-86 62h-76c-36 0-70-18-86-62Z" fill="#fff"/>
      <path d="M326 204v150h104c-6-66-42-118-104-150ZM306 240c-48 26-72 62-78 114h78Z" fill="#fff"/>
    </g></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
