// Cuts the two type families to the letters a Vietnamese portal sets, once, by hand (see README.md here):
// the packages it needs are not among the project's own, so run it from a folder that has them.
// usage: node cut.mjs <folder with node_modules> <out folder>
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [from, out] = process.argv.slice(2).map((p) => path.resolve(p));
const subsetFont = createRequire(path.join(from, 'package.json'))('subset-font');

const range = (first, last) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

// Basic Latin, Latin-1, the letters of Vietnamese (Ă Đ Ĩ Ũ Ơ Ư and U+1EA0–1EF9), Œ, the letters of Ê Đê, Gia Rai,
// Ba Na and other languages of the country written with breve and caron, the marks of Vietnamese typed in pieces.
const LETTERS =
  range(0x20, 0x7e) +
  range(0xa0, 0xff) +
  'ĂăĐđĨĩŨũƠơƯư' +
  range(0x1ea0, 0x1ef9) +
  'ŒœČčĔĕĬĭŎŏŬŭŃń' +
  '\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323' +
  '–—‘’“”•…′″‰€₫№™−≤≥≠≈←↑→↓';

// Signed text is Vietnamese (or its English translation): no other languages' letters, so that a document with both
// families still stays near the weight of an article.
const SIGNED_LETTERS =
  range(0x20, 0x7e) +
  '\u00a0§«°±²³¶·»¼½¾×÷ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư' +
  range(0x1ea0, 0x1ef9) +
  '–—‘’“”•…₫%−≤≥';

// Tabular figures for dates, numbers and tables; everything else a browser applies by default.
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'];

const JOBS = [
  ['@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf', 'be-vietnam-pro-400'],
  ['@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf', 'be-vietnam-pro-600'],
  [
    '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
    'source-serif-4-400',
    SIGNED_LETTERS,
  ],
  [
    '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
    'source-serif-4-600',
    SIGNED_LETTERS,
  ],
];

for (const [source, name, letters = LETTERS] of JOBS) {
  const font = readFileSync(path.join(from, 'node_modules', source));
  const cut = await subsetFont(font, letters, {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    noHinting: true,
  });
  writeFileSync(path.join(out, `${name}.woff2`), cut);
  console.log(`${name}.woff2 ${cut.length} bytes`);
}
