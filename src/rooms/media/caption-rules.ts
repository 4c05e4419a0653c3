/** Captions: WebVTT is what browsers read; SubRip, which most programs write, is made into it. */

const VTT_TIME = /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}/m;
const SRT_TIME = /^(\d{1,3}:\d{2}:\d{2})[,.](\d{3})[ \t]+-->[ \t]+(\d{1,3}:\d{2}:\d{2})[,.](\d{3})/m;

export function isVtt(text: string): boolean {
  return /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text) && VTT_TIME.test(text);
}

export function isSrt(text: string): boolean {
  return SRT_TIME.test(text);
}

const two = (time: string) => time.padStart(8, '0');

/** SubRip as WebVTT: points in the times, no numbers of cues, none of the marks that only some players know. */
export function convertSrt(text: string): string {
  const cues = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n').filter((line) => line.trim() !== '');
      const at = lines.findIndex((line) => SRT_TIME.test(line));
      const [, from = '', fromMs = '', to = '', toMs = ''] = SRT_TIME.exec(lines[at] ?? '') ?? [];
      const words = lines
        .slice(at + 1)
        .map((line) => line.replace(/\{\\[^}]*\}|<\/?font[^>]*>/gi, '').replaceAll('-->', '→'));
      return from && words.length > 0
        ? [`${two(from)}.${fromMs} --> ${two(to)}.${toMs}\n${words.join('\n')}`]
        : [];
    });
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}
