/** What a text does to the one it names, from the words before and after the name. */
import type { CitationRole, FoundCitation } from './model.ts';

/** A few words between the verb and what it governs. */
const FILLER = String.raw`(?:(?:các|một số|toàn bộ|nội dung|quy định|tại|của|tên|đoạn|cụm từ|từ|bằng|khoản|điểm|điều|Điều|mục|và|thi hành|thực hiện|biện pháp|văn bản|sau đây|sau|một phần|“[^”]{0,200}”|"[^"]{0,200}"|[,:])\s*){0,14}$`;
const ACTIVE: readonly { role: CitationRole; verb: RegExp }[] = [
  {
    role: 'amends',
    verb: new RegExp(
      String.raw`(?:sửa đổi(?:,? (?:và )?bổ sung)?|bổ sung|thay (?:thế )?(?:cụm )?từ|bỏ cụm từ|đính chính)\s*${FILLER}`,
      'iu',
    ),
  },
  { role: 'replaces', verb: new RegExp(String.raw`thay thế(?: cho)?\s*${FILLER}`, 'iu') },
  {
    role: 'repeals',
    verb: new RegExp(String.raw`(?:bãi bỏ|hủy bỏ|huỷ bỏ|chấm dứt hiệu lực(?: thi hành)?)\s*${FILLER}`, 'iu'),
  },
  {
    role: 'guides',
    verb: new RegExp(
      String.raw`(?:quy định chi tiết(?: và (?:hướng dẫn|biện pháp)(?: thi hành)?)?|hướng dẫn(?: (?:chi tiết|thi hành|thực hiện))?)\s*${FILLER}`,
      'iu',
    ),
  },
];
/** "được sửa đổi, bổ sung theo …": what follows is the one that did it. */
const PASSIVE = /(?:được|bị|việc|xem xét,?|đề nghị)\s+(?:\p{L}+\s+)?$/iu;
const ENDED =
  /^[^;.]{0,160}?(?:hết hiệu lực|bị bãi bỏ|được bãi bỏ|chấm dứt hiệu lực|không còn hiệu lực)(?!\p{L})/iu;
const AMENDED = /^[^;.:]{0,60}?được (?:sửa đổi|bổ sung|thay thế)/iu;
const LOOK_BACK_CHARS = 420;
const BASIS = /(?:^|[;.]\s*)(?:\d{1,2}[.)]\s*)?Căn cứ\s*:?\s*(?:các\s+|vào\s+)*$/u;
const LINK = /^(?:\s*,?\s*(?:của [^;,]{3,80}?)?\s*(?:,|và|;)\s*(?:Căn cứ\s+|các\s+|số\s+)*|\s+)$/u;

/** The citations of a paragraph with their roles; a text does nothing to itself. */
export function assignRoles(text: string, found: readonly FoundCitation[]): FoundCitation[] {
  const out: FoundCitation[] = [];
  for (const [index, citation] of found.entries()) {
    const before = out[index - 1];
    out.push({ ...citation, role: roleOf(text, citation, before, out, found[index + 1]) });
  }
  return sharedEnd(text, out);
}

function roleOf(
  text: string,
  citation: FoundCitation,
  before: FoundCitation | undefined,
  earlier: readonly FoundCitation[],
  next: FoundCitation | undefined,
): CitationRole {
  if ('self' in citation.of && !citation.implied) return 'refers';
  const from = Math.max(before?.end ?? 0, citation.start - LOOK_BACK_CHARS);
  const between = text.slice(from, citation.start);
  const lead = between.slice(lastStop(between));
  if (BASIS.test(between)) return 'basis';
  if (before?.role === 'basis' && LINK.test(between)) return 'basis';
  if (before?.role === 'basis' && /^[^.]{0,300};\s*$/u.test(between)) return 'basis';
  const active = ACTIVE.find(({ verb }) => verb.test(lead));
  if (active && !isPassive(lead, active.verb) && isOwnDeed(text, citation.start, earlier)) return active.role;
  if (before && goesOn(text, citation, before)) return before.role;
  return passiveRole(text, citation, next);
}

/** "Thông tư số 1, Thông tư số 2 hết hiệu lực …": both do. */
function sharedEnd(text: string, found: readonly FoundCitation[]): FoundCitation[] {
  const out = [...found];
  for (let index = out.length - 2; index >= 0; index -= 1) {
    const here = out[index];
    const next = out[index + 1];
    if (!here || !next || here.role !== 'refers' || 'self' in here.of || 'self' in next.of) continue;
    const ends = next.role === 'repeals' && ENDED.test(text.slice(next.end, next.end + 220));
    if (ends && /^(?:\s*của [^,;.]{3,80})?\s*(?:,|và)\s*(?:các\s+)?$/u.test(text.slice(here.end, next.start)))
      out[index] = { ...here, role: 'repeals' };
  }
  return out;
}

/** What follows the last end of a sentence or member. */
function lastStop(text: string): number {
  return Math.max(text.lastIndexOf('; '), text.lastIndexOf('. ')) + 1;
}

function isPassive(lead: string, verb: RegExp): boolean {
  const at = lead.search(verb);
  return PASSIVE.test(lead.slice(0, at));
}

/** Whose deed it is: a document named before in the same sentence did it, unless it is itself done to. */
function isOwnDeed(text: string, at: number, earlier: readonly FoundCitation[]): boolean {
  const others = earlier.filter(({ of }) => !('self' in of)).at(-1);
  if (!others) return true;
  const between = text.slice(others.end, at);
  const isSeparate = /[;.]\s|:\s/u.test(between);
  return isSeparate || (others.role !== 'refers' && others.role !== 'basis');
}

/** "thay thế Quyết định số 1 … và Quyết định số 2": the second is replaced too. */
function goesOn(text: string, { start, of, implied }: FoundCitation, before: FoundCitation): boolean {
  if (before.role === 'refers' || before.role === 'basis') return false;
  if ('self' in of !== 'self' in before.of && !implied) return false;
  const between = text.slice(before.end, start);
  return between.length < 400 && /^[^;.]*?(?:,|\s(?:và|hoặc))\s+(?:các\s+|số\s+)?$/u.test(between);
}

/** "Quyết định số 5 … hết hiệu lực kể từ ngày Quyết định này có hiệu lực." */
function passiveRole(text: string, citation: FoundCitation, next: FoundCitation | undefined): CitationRole {
  const after = text.slice(citation.end, citation.end + 220);
  const upToNext =
    next && !('self' in next.of) ? after.slice(0, Math.max(0, next.start - citation.end)) : after;
  if (!('self' in citation.of) && ENDED.test(upToNext)) return 'repeals';
  if (citation.provision !== '' && AMENDED.test(upToNext) && /như sau/u.test(after)) return 'amends';
  return 'refers';
}
