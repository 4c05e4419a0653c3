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

const LANDSCAPES: Readonly<Record<LandscapeName, Landscape>> = {
  mountains: {
    sky: ['#e9eef0', '#cfdde6'],
    layers: [
      { y: 190, rise: 46, waves: 2.2, rough: 5, colour: '#b7ccda' },
      { y: 270, rise: 52, waves: 1.7, rough: 5, colour: '#93aebd' },
      { y: 360, rise: 48, waves: 2.4, rough: 5, colour: '#6f8f99' },
      { y: 450, rise: 56, waves: 1.5, rough: 5, colour: '#4d6f74' },
      { y: 560, rise: 50, waves: 2, rough: 5, colour: '#31504f' },
    ],
  },
  terraces: {
    sky: ['#eef1ea', '#d7e0d6'],
    layers: [
      { y: 170, rise: 40, waves: 1.8, rough: 10, colour: '#a9bfb0' },
      { y: 250, rise: 44, waves: 1.3, rough: 8, colour: '#7f9f7a' },
      { y: 350, rise: 60, waves: 0.9, rough: 4, colour: '#6d8f4e' },
    ],
    lines: { colour: '#d9c76a', count: 16 },
  },
  fields: {
    sky: ['#f4efdf', '#dbe3e2'],
    layers: [
      { y: 280, rise: 10, waves: 3, rough: 8, colour: '#9fb3a0' },
      { y: 320, rise: 6, waves: 2, rough: 2, colour: '#c2b255' },
      { y: 430, rise: 8, waves: 1.2, rough: 2, colour: '#a89a3c' },
    ],
    lines: { colour: '#d8c968', count: 10 },
  },
  sea: {
    sky: ['#eef3f4', '#cfe2e6'],
    layers: [
      { y: 250, rise: 30, waves: 1.4, rough: 8, colour: '#9db9bd' },
      { y: 330, rise: 4, waves: 6, rough: 2, colour: '#4f8f9c' },
      { y: 470, rise: 6, waves: 5, rough: 2, colour: '#2f6f7d' },
    ],
    lines: { colour: '#a9cdd2', count: 9 },
  },
  river: {
    sky: ['#f5eee2', '#e3ddd0'],
    layers: [
      { y: 270, rise: 14, waves: 4, rough: 5, colour: '#8a9a72' },
      { y: 330, rise: 4, waves: 3, rough: 2, colour: '#b99a6a' },
      { y: 480, rise: 6, waves: 2.5, rough: 2, colour: '#a07d4c' },
    ],
    lines: { colour: '#d6bd92', count: 8 },
  },
  hills: {
    sky: ['#f2ece9', '#dfdbd6'],
    layers: [
      { y: 210, rise: 40, waves: 1.6, rough: 8, colour: '#b5b7a7' },
      { y: 300, rise: 46, waves: 2.1, rough: 8, colour: '#8f9d79' },
      { y: 400, rise: 44, waves: 1.4, rough: 6, colour: '#667f55' },
      { y: 520, rise: 40, waves: 1.9, rough: 6, colour: '#47633f' },
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
