import type { SceneName } from './scenes.tsx';

/** The drawing stands at the right of the search block, 560 × 260, in lines of one low-contrast colour. */
const WIDTH = 560;
const HEIGHT = 260;

type Point = readonly [number, number];

function round(n: number): string {
  return String(Math.round(n * 10) / 10);
}

/** A smooth line through points (quadratic, by their middles). */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = [`M${round(first[0])} ${round(first[1])}`];
  rest.forEach((point, i) => {
    const next = rest[i + 1];
    if (next === undefined) parts.push(`T${round(point[0])} ${round(point[1])}`);
    else {
      const middle: Point = [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2];
      parts.push(`Q${round(point[0])} ${round(point[1])} ${round(middle[0])} ${round(middle[1])}`);
    }
  });
  return parts.join('');
}

function wave(y: number, from: number, step: number, height: (x: number) => number): string {
  const points: Point[] = [];
  for (let x = from; x <= WIDTH + step; x += step) points.push([x, y + height(x)]);
  return smooth(points);
}

/** Two ranges, and under them the terraces following the slope. */
function mountains(): string {
  const peaks = 'M60 126 138 62 166 84 258 14 318 66 352 42 424 92 470 62 560 112';
  const terraces = Array.from({ length: 13 }, (_, i) => {
    const y = 108 + i * 14;
    const hill = 34 - i * 1.7;
    const rise = (x: number): number =>
      Math.sin(x / 84 + 0.9 + i * 0.13) * hill + Math.sin(x / 41 + i * 0.22) * 7 - (x - 280) * 0.05;
    return wave(y, i * 5 - 20, 40, rise);
  });
  return [peaks, ...terraces].join('');
}

/** A leaf-shaped grain from a point, turned and scaled. */
function grain(x: number, y: number, angle: number, length: number): string {
  const at = (along: number, across: number): string => {
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    return `${round(x + along * cos - across * sin)} ${round(y + along * sin + across * cos)}`;
  };
  return `M${at(0, 0)}Q${at(length / 2, -length / 2.6)} ${at(length, 0)}Q${at(length / 2, length / 2.6)} ${at(0, 0)}`;
}

/** Ears of rice bending over the edge of a field. */
function rice(): string {
  const ear = (x: number, height: number, bend: number): string => {
    const top: Point = [x + bend, HEIGHT - height];
    const stalk = `M${x} ${HEIGHT}Q${x} ${round(HEIGHT - height * 0.75)} ${round(top[0])} ${round(top[1])}`;
    const grains = Array.from({ length: 7 }, (_, i) => {
      const t = 1 - i * 0.075;
      const gx = (1 - t) ** 2 * x + 2 * (1 - t) * t * x + t * t * top[0];
      const gy = (1 - t) ** 2 * HEIGHT + 2 * (1 - t) * t * (HEIGHT - height * 0.75) + t * t * top[1];
      const lean = Math.atan2(-height * 0.5, bend * 1.6);
      return grain(gx, gy, lean - 0.6, 22) + grain(gx, gy, lean + 0.6, 22);
    });
    return stalk + grains.join('');
  };
  const ears = [
    ear(150, 150, 40),
    ear(232, 196, 58),
    ear(318, 168, 48),
    ear(392, 222, 62),
    ear(470, 182, 52),
  ];
  return [...ears, wave(236, 20, 60, (x) => Math.sin(x / 60) * 5)].join('');
}

/** A sail on rows of waves. */
function boat(): string {
  const rows = Array.from({ length: 6 }, (_, i) =>
    wave(168 + i * 17, i * 9 - 30, 28, (x) => Math.sin(x / 14.1 + i) * 6),
  );
  const sail =
    'M352 34V146M352 34C398 56 418 98 418 140H352M344 58C318 84 306 112 304 140h40M286 150H440C434 172 416 182 394 182H334C310 182 292 172 286 150Z';
  return [sail, ...rows].join('');
}

/** Lotus over a slow river. */
function lotus(): string {
  const flower = (x: number, y: number, s: number): string => {
    const petals = [-1.15, -0.62, 0, 0.62, 1.15].map((turn) =>
      grain(x, y, -Math.PI / 2 + turn, s * (1 - Math.abs(turn) * 0.16)),
    );
    return `${petals.join('')}M${x} ${y}Q${x + s * 0.1} ${y + s * 0.7} ${x - s * 0.12} ${HEIGHT}`;
  };
  const river = Array.from({ length: 5 }, (_, i) =>
    wave(188 + i * 17, i * 14 - 20, 62, (x) => Math.sin(x / 62 + i * 0.9) * 6),
  );
  return [flower(250, 138, 96), flower(402, 108, 112), flower(498, 168, 66), ...river].join('');
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** Bunches of lychee hanging from a branch. */
function lychee(): string {
  const fruit = (x: number, y: number): string => {
    const scales = [-11, 0, 11].map((dx) => `M${x + dx - 4} ${y - 3}l4 5 4-5M${x + dx - 4} ${y + 9}l4 5 4-5`);
    return circle(x, y, 25) + scales.join('');
  };
  const branch = smooth([
    [560, 22],
    [470, 40],
    [380, 34],
    [290, 58],
    [200, 50],
  ]);
  const stems =
    'M420 36C404 66 398 88 398 112M420 36C438 76 446 92 448 118M300 56C290 84 282 100 278 128M300 56C316 86 324 98 328 124';
  const fruits = [
    fruit(398, 137),
    fruit(450, 143),
    fruit(424, 188),
    fruit(276, 153),
    fruit(328, 149),
    fruit(304, 196),
  ];
  const leaves = [
    grain(470, 40, 2.5, 78),
    grain(380, 36, -0.9, 62),
    grain(230, 52, 2.7, 74),
    grain(520, 28, 0.9, 60),
  ];
  return [branch, stems, ...fruits, ...leaves].join('');
}

/** A branch of plum blossom reaching in from the corner. */
function plum(): string {
  const blossom = (x: number, y: number, s: number, turn: number): string => {
    const petals = Array.from({ length: 5 }, (_, i) => grain(x, y, turn + (i * 2 * Math.PI) / 5, s));
    return petals.join('') + circle(x, y, Math.round(s / 6));
  };
  const branch =
    'M560 250C500 196 452 150 404 122 356 96 316 88 262 92M452 154C474 122 500 104 536 92M404 122C400 98 404 78 414 58M330 98C318 80 302 68 284 58';
  const blossoms = [
    blossom(262, 92, 30, 0.2),
    blossom(284, 52, 34, 0.7),
    blossom(350, 62, 38, 0.1),
    blossom(414, 50, 32, 0.9),
    blossom(400, 132, 40, 0.4),
    blossom(474, 118, 32, 0),
    blossom(536, 84, 36, 0.6),
    blossom(512, 188, 38, 0.3),
    blossom(206, 172, 18, 0.5),
    blossom(238, 222, 14, 0.1),
  ];
  return [branch, ...blossoms].join('');
}

const DRAWINGS: Readonly<Record<SceneName, string>> = {
  mountains: mountains(),
  rice: rice(),
  boat: boat(),
  lotus: lotus(),
  lychee: lychee(),
  plum: plum(),
};

/** The line drawing of the search block: decoration at low contrast, left out on phones. */
export function Drawing({ name }: { name: SceneName }) {
  return (
    <svg
      class="drawing"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
