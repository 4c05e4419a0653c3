/** Marks of secrecy in every field and in the names of files (Luật 29/2018/QH14 Đ5, Đ8; LC-018, QN-011, BG-019). */
import { markInFileName, markInTextLine } from '../secrecy/index.ts';
import { type Line, quoted } from './lines.ts';
import type { CheckedContent, Found } from './model.ts';
import { sentencesOf } from './outline.ts';

export function checkSecrecy(content: CheckedContent, lines: readonly Line[]): Found[] {
  const found: Found[] = [];
  for (const field of ['title', 'summary', 'pictureCaption', 'pictureAlt', 'source'] as const) {
    if (markInTextLine(content[field], 0))
      found.push({ code: 'secrecy', field, words: quoted(content[field]) });
  }
  for (const { name, label } of content.attachments) {
    if (markInFileName(name) || markInTextLine(label, 0))
      found.push({ code: 'secrecy', field: 'attachments', words: label || name });
  }
  for (const line of Object.values(content.facts ?? {}).flatMap((value) => value.split('\n')))
    if (markInTextLine(line, 0)) found.push({ code: 'secrecy', field: 'fields', words: quoted(line) });
  let index = 0;
  for (const line of lines) {
    for (const { text, at } of sentencesOf(line.text, /\n/g)) {
      if (markInTextLine(text, index))
        found.push({
          code: 'secrecy',
          place: { path: line.path, from: at, to: at + text.length },
          words: text,
        });
      index += 1;
    }
  }
  return found;
}
