/** What a pasted element looks like, and what that means: bold, raised, hidden, a heading by the name of its style. */
import type { BodyElement } from '../body-html/tree.ts';

/** The declarations of a style attribute. */
export function styleOf({ attributes }: BodyElement): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of (attributes.style ?? '').split(';')) {
    const at = one.indexOf(':');
    if (at > 0)
      found.set(
        one.slice(0, at).trim().toLowerCase(),
        one
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}

/** What classes of the style sheet that comes with a paste mean. */
export interface SheetFacts {
  headings: HeadingClasses;
  /** Marks of spans, where the look stands in the sheet (XHTML of LibreOffice, pages saved from Google). */
  marks: ReadonlyMap<string, readonly string[]>;
}

/** Levels of headings by the class that Word gives a style: "Heading 1", "Đề mục 1", "Tiêu đề 2", "Title" … */
export type HeadingClasses = ReadonlyMap<string, number>;

/**
 * Reads the style sheet that comes with a paste. Word makes the class of "Đề mục 1" of the letters it can write ("mc1"),
 * so only the sheet says what it is; the English name stands behind it, after a comma.
 */
export function sheetFacts(html: string): SheetFacts {
  const headings = new Map<string, number>();
  const marks = new Map<string, readonly string[]>();
  for (const [, sheet = ''] of html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi))
    for (const [, selectors = '', declarations = ''] of sheet.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
      const name = /mso-style-name:\s*"?([^";}]+)/i.exec(declarations)?.[1] ?? '';
      const outline = /mso-outline-level:\s*([1-9])/i.exec(declarations)?.[1];
      const level = levelOfName(name) ?? (outline ? Number(outline) : undefined);
      const look = marksOf({ tag: '', attributes: { style: declarations }, children: [] });
      for (const [, named = ''] of selectors.matchAll(/\.([\w-]+)/g)) {
        if (level !== undefined) headings.set(named.toLowerCase(), level);
        if (look.length > 0) marks.set(named.toLowerCase(), look);
      }
    }
  return { headings, marks };
}

/** "Heading 2", "Đề mục 2", "Tiêu đề 2" → 2; titles are the first level. */
export function levelOfName(name: string): number | undefined {
  const plain = name.normalize('NFC').replaceAll('\\', '').trim();
  const level = /(?:^|,)\s*(?:heading|đề mục|đầu đề|tiêu đề)\s*([1-9])/iu.exec(plain)?.[1];
  if (level) return Number(level);
  return /^(?:title|tiêu đề)(?:,|$)/iu.test(plain) ? 1 : undefined;
}

/** The level of a paragraph that is a heading by its class or outline level. */
export function headingLevel(node: BodyElement, classes: HeadingClasses): number | undefined {
  for (const name of classesOf(node)) {
    if (/^mso(?:title|tieude)$/.test(name)) return 1;
    const known = classes.get(name) ?? /^(?:msoheading|heading)-?([1-9])$/.exec(name)?.[1];
    if (known !== undefined) return Number(known);
  }
  const { role, 'aria-level': said = '' } = node.attributes;
  if (role === 'heading' && /^[1-9]$/.test(said)) return Number(said);
  const outline = styleOf(node).get('mso-outline-level');
  return outline && /^[1-9]$/.test(outline) ? Number(outline) : undefined;
}

export function classesOf({ attributes }: BodyElement): string[] {
  return (attributes.class ?? '').toLowerCase().split(/\s+/).filter(Boolean);
}

const BOLD = /^(?:bold|bolder|[6-9]00)$/;

/** The tags of the subset that say what the element's style says. */
export function marksOf(node: BodyElement, sheet?: SheetFacts['marks']): string[] {
  const style = styleOf(node);
  const lifted = style.get('vertical-align') ?? '';
  return [
    ...(BOLD.test(style.get('font-weight') ?? '') ? ['strong'] : []),
    ...(/^(?:italic|oblique)/.test(style.get('font-style') ?? '') ? ['em'] : []),
    ...(lifted === 'super' ? ['sup'] : lifted === 'sub' ? ['sub'] : []),
    ...(sheet ? classesOf(node).flatMap((name) => sheet.get(name) ?? []) : []),
  ];
}

/** `<b style="font-weight:normal">`: Google wraps a whole paste in one. */
export function deniesItself({ tag, attributes }: BodyElement): boolean {
  const style = styleOf({ tag, attributes, children: [] });
  if (tag === 'b' || tag === 'strong')
    return /^(?:normal|lighter|[1-5]00)$/.test(style.get('font-weight') ?? '');
  return (tag === 'i' || tag === 'em') && style.get('font-style') === 'normal';
}

const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

export function isHidden({ attributes }: BodyElement): boolean {
  return (
    HIDDEN.test(attributes.style ?? '') ||
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true'
  );
}
