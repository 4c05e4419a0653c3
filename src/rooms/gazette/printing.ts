import type { PdfLine, PdfText } from '../../platform/pdf/index.ts';
import { type CivilDate, formatDate, instantOf } from '../../rules/calendar/index.ts';
import {
  type EntryContent,
  GROUP_WORDS,
  GROUPS,
  type IssueContent,
  numberWords,
} from '../../rules/gazette/index.ts';

/** Beginning of the day an issue bears: the printed pages depend on nothing but the issue. */
const AT_DAY = '00:00';

/** The printed issue: Vietnamese, the language of what it prints. */
export function printedIssue(content: IssueContent, told: { hash: string; address: string }): PdfText {
  const day = dayInWords(content.issuedOn);
  const name = `Công báo số ${numberWords(content)}/${content.year}`;
  return {
    ...{ title: name, language: 'vi', author: content.publisher, subject: `${name}, ${day}` },
    createdAt: instantOf(content.issuedOn, AT_DAY),
    firstPage: content.firstPage,
    runningHead: `CÔNG BÁO/Số ${numberWords(content)}/Ngày ${dayInFigures(content.issuedOn)}`,
    cover: [
      centred(content.publisher.toUpperCase(), 'kicker'),
      centred('CÔNG BÁO', 'title'),
      centred(`Số ${numberWords(content)}`, 'subtitle'),
      centred(capitalised(day), 'body'),
    ],
    contents: {
      heading: 'Mục lục',
      groups: GROUPS.map((group) => ({
        heading: GROUP_WORDS[group].vi,
        parts: content.entries.filter((one) => one.group === group).map(partId),
      })).filter(({ parts }) => parts.length > 0),
    },
    parts: content.entries.map((entry) => ({
      id: partId(entry),
      contents: {
        text: [formatted(entry.issuedOn), headOf(entry)].filter(Boolean).join('  '),
        note: entry.abstract,
      },
      lines: partLines(entry),
      bodyHtml: entry.bodyHtml,
    })),
    colophon: [
      { text: `${content.publisher}. ${name}, ${day}.`, style: 'small' },
      { text: `Mã băm nội dung (SHA-256): ${told.hash}`, style: 'small' },
      { text: `Kiểm tra tại: ${told.address}`, style: 'small' },
    ],
  };
}

/** "ngày 05 tháng 02 năm 2026", as signed texts say it (NĐ 30/2020). */
function dayInWords(on: CivilDate): string {
  const [year, month, day] = on.split('-');
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** "05-02-2026", as the head of a gazette page says it. */
const dayInFigures = (on: CivilDate) => on.split('-').reverse().join('-');
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const centred = (text: string, style: PdfLine['style']): PdfLine => ({ text, style, align: 'center' });
const formatted = (day: string) => (day === '' ? '' : formatDate(day, 'vi', 'short'));

/** The part of the printed issue that a text is. */
export const partId = ({ position }: Pick<EntryContent, 'position'>) => `van-ban-${position}`;

function headOf(entry: EntryContent): string {
  if (entry.corrects) return `Đính chính: ${entry.title}`;
  return [entry.type, entry.number && `số ${entry.number}`].filter(Boolean).join(' ') || entry.title;
}

function partLines(entry: EntryContent): PdfLine[] {
  const lines: PdfLine[] = [];
  if (entry.issuer) lines.push(centred(entry.issuer.toUpperCase(), 'kicker'));
  lines.push(centred(headOf(entry), 'subtitle'));
  if (entry.issuedOn) lines.push(centred(capitalised(dayInWords(entry.issuedOn)), 'small'));
  if (entry.corrects) {
    const { corrects } = entry;
    lines.push(centred(`Công báo số ${numberWords(corrects)}/${corrects.year}`, 'small'));
  } else lines.push(centred(entry.title, 'title'));
  return lines;
}
