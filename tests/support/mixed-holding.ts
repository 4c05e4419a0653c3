import { Chance } from './chance.ts';
import { holdingLine } from './holding.ts';
import { toTcvn3, toVni } from './legacy-encoders.ts';

type Given = Record<string, unknown>;

/** A line made out of a good one; `before` is one of those that were good. */
type Kind = (given: Given, before: () => Given) => unknown;

/** What a line of a real holding may be like; of half of them nothing is wrong. */
const KINDS: readonly Kind[] = [
  (given) => given,
  (given) => ({ ...given, text: undefined, html: htmlOf(given) }),
  (given) => ({ ...given, title: String(given.title).normalize('NFD'), issuer: '  Sở\tY tế \n' }),
  (given) => ({
    ...given,
    language: 'en',
    signer: 'Nguyễn Văn Mẫu',
    url: 'https://cu.example.vn/vb?id=1&x="2"',
  }),
  (given) => ({ ...given, title: `“Mở” \\ 'đóng' </p> ${given.title} 𝒜😀` }),
  (given) => ({ ...given, text: `MẬT\n${given.text}` }),
  (given) => ({ ...given, title: `${given.title}, `.repeat(5) }),
  (given) => ({ ...given, title: `Về chữ \ud83d lẻ của ${given.number}` }),
  (given, before) => ({ ...given, id: before().id }),
  (given, before) => ({ ...given, number: `0${before().number}`, issuedOn: before().issuedOn }),
  (given) => ({ ...given, issuedOn: '2019-02-30' }),
  (given) => ({ ...given, effectiveOn: '2019-05-01', expiresOn: '2019-04-30' }),
  (given) => ({ ...given, title: ' ' }),
  (given) => ({ ...given, title: 'Về' }),
  (given) => ({ ...given, text: '\n \n' }),
  (given) => ({ ...given, kind: 'Quyết định' }),
  (given) => ({ ...given, text: toTcvn3(String(given.text)) }),
  (given) => ({ ...given, text: toVni(String(given.text)) }),
  (given) => ({ ...given, url: 'javascript:alert(1)' }),
  (given) => ({
    ...given,
    text: undefined,
    html: `<p>${given.number}</p><img src="/tep/HASH/a.webp" alt="Ảnh">`,
  }),
  () => '',
  () => '[1, 2]',
  () => '{"id": "dở',
];

/** What only shows when it is written: a file the portal does not have, a sign no database takes. */
const LATE_KINDS: readonly Kind[] = [
  (given) => ({
    ...given,
    text: undefined,
    html: `<p>Ảnh</p><img src="/tep/${'0'.repeat(64)}/a.webp" alt="Ảnh">`,
  }),
  (given) => ({ ...given, text: `${given.text}\n\0\u0007 hết` }),
];
/** From this share of the lines on the late kinds are among them, so that batches before are whole. */
const LATE_FROM = 0.75;

/** Lines of every kind in a mixed order, the same for the same count. @param hash of a file the portal has */
export function mixedHolding(count: number, hash: string): string[] {
  const chance = new Chance(count);
  const given: Given[] = [];
  const before = () => chance.pick(given);
  return Array.from({ length: count }, (_, index) => {
    const own = JSON.parse(holdingLine(index + 1)) as Given;
    given.push(own);
    const kinds = index < count * LATE_FROM ? KINDS : [...KINDS, ...LATE_KINDS, ...LATE_KINDS];
    const make = index < KINDS.length ? KINDS[index] : chance.pick(kinds);
    const made = index >= KINDS.length && chance.happens(1 / 2) ? own : make?.(own, before);
    return (typeof made === 'string' ? made : JSON.stringify(made)).replaceAll('/tep/HASH/', `/tep/${hash}/`);
  });
}

/** The same text as another program would mark it up. */
function htmlOf({ text }: Given): string {
  const lines = String(text).split('\n');
  return lines
    .map((line) =>
      line.startsWith('Điều')
        ? `<h3 class="x">${line}</h3>`
        : `<p><b>${line.slice(0, 3)}</b>${line.slice(3)}</p>`,
    )
    .join('')
    .concat('<table><tr><td onclick="x()">Một</td><td>Hai</td></tr></table><script>x()</script>');
}
