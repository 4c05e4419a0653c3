import type { Provision, ProvisionKind, Structure } from '../../rules/provisions/index.ts';

/** A stretch of a text that is shown as one: an article, the heading of a chapter, or what stands before them. */
export interface Slice {
  /** The provision it begins with; undefined before the first. */
  provision: Provision | undefined;
  /** Its heading in plain text, as printed; empty where it has none. */
  heading: string;
  /** Without the heading. */
  html: string;
}

const SHOWN: ReadonlySet<ProvisionKind> = new Set<ProvisionKind>([
  ...(['part', 'chapter', 'section', 'subsection', 'article', 'attachment', 'appendix'] as const),
]);
/** Blocks that carry an address stand at the top of a body; the sanitiser writes no other attributes into them. */
const BEGINNING = /<(h[2-6]|p) id="([^"]+)">/gu;

/** Cuts a text where its articles and the headings above them begin. Nothing of it is lost or changed. */
export function slicesOf({ html, provisions }: Pick<Structure, 'html' | 'provisions'>): Slice[] {
  const byAddress = new Map(provisions.map((one) => [one.address, one]));
  const cuts = [...html.matchAll(BEGINNING)].flatMap(({ index, 1: tag = '', 2: address = '' }) => {
    const provision = byAddress.get(address);
    return provision && SHOWN.has(provision.kind) ? [{ at: index, tag, provision }] : [];
  });
  const before = html.slice(0, cuts[0]?.at ?? html.length);
  const slices: Slice[] = before === '' ? [] : [{ provision: undefined, heading: '', html: before }];
  for (const [i, { at, tag, provision }] of cuts.entries()) {
    const text = html.slice(at, cuts[i + 1]?.at ?? html.length);
    const open = text.indexOf('>') + 1;
    const close = text.indexOf(`</${tag}>`);
    const isHeading = tag !== 'p';
    slices.push({
      provision,
      heading: isHeading ? plain(text.slice(open, close)) : '',
      html: isHeading ? text.slice(close + tag.length + 3) : text,
    });
  }
  return slices;
}

/** Words of a piece of a sanitised body. */
function plain(html: string): string {
  return html
    .replace(/<br\s*\/?>/gu, ' – ')
    .replace(/<[^>]*>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
    .trim();
}
