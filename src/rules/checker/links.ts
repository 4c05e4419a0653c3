/** Links: what they say (WCAG 2.1, 2.4.4) and where they lead. */
import { type BodyElement, type BodyNode, innerText, isNoteMark } from '../body-html/index.ts';
import { foldVietnamese } from '../text/index.ts';
import { elementsOf } from './lines.ts';
import type { CheckContext, CheckedContent, Correction, Found } from './model.ts';

/** Texts that say nothing to those who hear links read one after another. */
const VAGUE =
  /^(?:(?:xin |moi |vui long |hay )?(?:ban |quy vi )?(?:nhan|bam|click|kich|nhap|an|xem|tai|doc|mo|truy cap|tham khao|chi tiet|them|tiep|vao)(?: (?:vao|chuot|them|tiep|chi tiet|noi dung|thong tin|ve|xuong|file|tep|link|lien ket|duong dan|duong link|day|tai|o|o day|tai day|nay|toan van|o duoi|ben duoi|link nay))*(?: de (?:xem|tai|doc|biet|mo|nop)(?: them| chi tiet| ve| tiep| nhe)*)?|(?:tai|o|vao|theo|trong)? ?(?:day|lien ket|duong dan|duong link|link|lien ket nay|link nay|duong link nay|duong dan nay|dia chi nay|file|tep|file nay|tep nay|day nhe|link sau|duong link sau|duong dan sau|lien ket sau)(?: (?:nay|sau|kem theo|dinh kem))?|chi tiet|them|tiep theo|xem|tai|tai ve|download|here|click(?: here)?|read more|more|link|this|this link|learn more|see more|details|go|>+|»+|→+)$/;
const ADDRESS = /^(?:https?:\/\/|www\.)|^[\w.-]+\.(?:vn|com|org|net|gov|edu|info)\/\S+/i;

export function checkLinks(tree: readonly BodyNode[], context: CheckContext): Found[] {
  return elementsOf(tree)
    .filter(({ node }) => node.tag === 'a' && !isNoteMark(node))
    .flatMap(({ node, path }) => {
      const found = [...spoken(node), ...leads(node.attributes.href ?? '', context)];
      return found.map((one) => ({ ...one, place: { path } }));
    });
}

/** The address of what was taken from elsewhere: readers are led there too. */
export function checkSourceAddress({ sourceUrl }: CheckedContent, { standingOf }: CheckContext): Found[] {
  const standing = sourceUrl === '' ? undefined : standingOf?.(sourceUrl);
  if (typeof standing !== 'object') return [];
  const { unreachable: detail } = standing;
  return [{ code: 'link-outside', field: 'source', words: sourceUrl, href: sourceUrl, detail }];
}

function spoken(link: BodyElement): Found[] {
  const text = innerText(link.children)
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const pictures = elementsOf(link.children).filter(({ node }) => node.tag === 'img');
  if (!/[\p{L}\p{N}]/u.test(text)) {
    if (pictures.some(({ node }) => node.attributes.alt?.trim())) return [];
    return [{ code: 'link-empty', words: text || (link.attributes.href ?? '') }];
  }
  if (ADDRESS.test(text)) return [{ code: 'link-bare', words: text }];
  const plain = foldVietnamese(text)
    .replace(/[^\p{L}\p{N}>»→]+/gu, ' ')
    .trim();
  return VAGUE.test(plain) ? [{ code: 'link-text', words: text }] : [];
}

function leads(href: string, { standingOf }: CheckContext): Found[] {
  const bad = malformed(href);
  if (bad !== undefined) {
    const correction = bad === '' ? undefined : { before: href, after: bad };
    return [{ code: 'link-malformed', words: href, ...(correction && { correction }) }];
  }
  const standing = standingOf?.(href);
  if (typeof standing === 'object')
    return [{ code: 'link-outside', words: href, href, detail: standing.unreachable }];
  if (standing === 'missing' || standing === 'withdrawn') {
    const detail =
      standing === 'missing'
        ? { vi: 'không còn hoặc chưa từng có', en: 'is not there, or never was' }
        : { vi: 'đã được gỡ khỏi cổng', en: 'was taken down' };
    return [{ code: 'link-missing', words: href, href, detail }];
  }
  if (/^http:\/\//i.test(href)) {
    const correction: Correction = { before: href, after: href.replace(/^http:/i, 'https:') };
    return [{ code: 'link-http', words: href, correction }];
  }
  return [];
}

const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

/** What is wrong with an address that no browser would open as meant: the right one, '' where it cannot be told. */
function malformed(href: string): string | undefined {
  const text = href.trim();
  if (text === '' || text === '#' || /^(?:javascript|file|data|c|d|e):/i.test(text)) return '';
  const twice = /^https?:\/*(?=https?:\/\/)/i.exec(text);
  if (twice) return text.slice(twice[0].length);
  if (
    /^h?t?tps?:?\/*[^/]/i.test(text) &&
    !/^https?:\/\//i.test(text) &&
    /^(?:h?ttps?|tps?|htp|htps|http|https)[:;]?\/{0,2}\S+\.\S/i.test(text)
  ) {
    return `https://${text.replace(/^\w+[:;]?\/*/, '')}`;
  }
  if (/^https?:\/\//i.test(text)) return malformedHost(text);
  if (/^mailto:/i.test(text)) return /^mailto:[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/i.test(text) ? undefined : '';
  if (/^tel:/i.test(text)) return /^tel:\+?\d[\d\s().-]{2,}$/i.test(text) ? undefined : '';
  if (/^[^\s/@]+@[^\s/@]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  // "www.laocai.gov.vn" without a scheme leads into the portal itself
  const first = text.split(/[/?#]/)[0] ?? '';
  if (!text.startsWith('/') && /^www\./i.test(text)) return `https://${text}`;
  if (HOST.test(first) && /\.(?:vn|com|org|net|edu|gov|info|asia|io)$/i.test(first)) return `https://${text}`;
  return /\s/.test(text) || /^\/\//.test(text) || /^[^/#?]/.test(text) ? '' : undefined;
}

function malformedHost(href: string): string | undefined {
  const host = /^https?:\/\/([^/?#]*)/i.exec(href)?.[1] ?? '';
  const plain = host.replace(/^[^@]*@/, '').replace(/:\d+$/, '');
  if (/^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(plain)) return '';
  if (/[,;\s]/.test(plain) || /%20/.test(plain)) {
    const mended = href.replace(host, host.replaceAll(',', '.').replace(/[;\s]|%20/g, ''));
    return HOST.test(/^https?:\/\/([^/?#]*)/i.exec(mended)?.[1] ?? '') ? mended : '';
  }
  const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain) || plain.startsWith('[');
  if (!isAddress && !HOST.test(plain)) return '';
  return /\s/.test(href.trim()) ? href.trim().replace(/\s+/g, '%20') : undefined;
}
