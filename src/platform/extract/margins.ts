/** What stands above and below every page of a docx or odt: no part of the text, yet stamps are printed there. */
import type { FileFormat } from './answers.ts';
import type { Zip } from './zip.ts';

const WORD_MARGIN = /^word\/(?:header|footer)\d*\.xml$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Plain text of headers and footers, one line a paragraph, NFC; empty where there are none. */
export function marginsOf(format: FileFormat, zip: Zip | undefined): string {
  if (!zip || (format !== 'docx' && format !== 'odt')) return '';
  const read = (name: string) => new TextDecoder().decode(zip.read(name));
  const parts =
    format === 'docx'
      ? zip.names.filter((name) => WORD_MARGIN.test(name)).map(read)
      : zip.names.includes('styles.xml')
        ? [/<office:master-styles[\s>][\s\S]*?<\/office:master-styles>/.exec(read('styles.xml'))?.[0] ?? '']
        : [];
  return parts.map(textOf).join('\n').normalize('NFC').trim();
}

function textOf(xml: string): string {
  return xml
    .replace(/<\/(?:w|text):(?:p|h)>|<w:br\b[^>]*>|<text:line-break\/>/g, '\n')
    .replace(/<w:tab\/>|<text:tab\/>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (_, name, decimal, hex) =>
      name ? (ENTITIES[name.toLowerCase()] ?? '') : letterOf(Number(decimal ?? Number.parseInt(hex, 16))),
    );
}

function letterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
