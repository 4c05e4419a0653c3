/** Draws pages with pdfkit. The one file that knows how it writes letters and keeps its structure. */
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { ASCENT, LEADING, RULE, SHEET } from './sheet.ts';
import type { Face, Fragment, Look, Mark, Tag } from './strips.ts';
import type { PdfText } from './types.ts';

const FAMILY = '@expo-google-fonts/tinos';
const FILES: Readonly<Record<Face, string>> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** Fonts and text are measured in thousandths of the size of the letters. */
const UNITS = 1000;
/** Longer words are measured anew each time. */
const KEPT_LETTERS = 40;
/** Links and underlining, in parts of the size. */
const UNDERLINE = 0.12;

/** What pdfkit keeps to itself of a font. */
interface FontInside {
  id: string;
  font: { hasGlyphForCodePoint(code: number): boolean };
  ref(): unknown;
  encode(text: string): [string[], { xAdvance: number; advanceWidth: number }[]];
  widthOfString(text: string, size: number): number;
}
type Doc = PDFKit.PDFDocument & { _font: FontInside };
type Element = PDFKit.PDFStructureElement & { dictionary: { data: Record<string, unknown> } };

/** The description of the file is written twice: in its own form, and as XML, which pdfkit does not escape. */
class Described extends String {
  override toString(): string {
    return super.toString().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  }
}

export class Pen {
  readonly #doc: Doc;
  readonly #fonts: Readonly<Record<Face, FontInside>>;
  readonly #widths = new Map<string, number>();
  readonly #elements = new Map<Tag, Element>();
  #open: Tag | undefined;
  #bookmarks: { level: number; item: PDFKit.PDFOutline }[];

  constructor({ title, author, subject, language, createdAt }: PdfText) {
    const described = (text: string) => new Described(text) as unknown as string;
    const product = 'Cổng Làng';
    this.#doc = new PDFDocument({
      ...{ size: [SHEET.width, SHEET.height], margin: 0, autoFirstPage: false, font: '' },
      ...{ pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true },
      info: {
        ...{ Title: described(title), Author: described(author), Subject: described(subject) },
        ...{ CreationDate: createdAt, Creator: product, Producer: product },
      },
    }) as Doc;
    const require = createRequire(import.meta.url);
    const open = (face: Face) =>
      this.#doc.font(require.resolve(`${FAMILY}/${FILES[face]}`))._font as FontInside;
    this.#fonts = {
      regular: open('regular'),
      bold: open('bold'),
      italic: open('italic'),
      boldItalic: open('boldItalic'),
    };
    // the space and the one that does not break share a shape: copied text gets the one met first
    for (const font of Object.values(this.#fonts)) font.encode(' ');
    this.#bookmarks = [{ level: 0, item: this.#doc.outline }];
  }

  hasShape = (code: number): boolean => this.#fonts.regular.font.hasGlyphForCodePoint(code);

  measure = (text: string, { face, size }: Look): number => {
    const key = `${face} ${text}`;
    const known = this.#widths.get(key);
    const width = known ?? this.#fonts[face].widthOfString(text, UNITS);
    if (known === undefined && text.length <= KEPT_LETTERS) this.#widths.set(key, width);
    return (width * size) / UNITS;
  };

  /** A page: its marks in the order in which they are read, then what stands outside its frame. */
  page(marks: readonly Mark[], outside: readonly Mark[]): void {
    this.#doc.addPage();
    for (const mark of marks) this.#draw(mark);
    this.#close();
    for (const mark of outside) this.#draw(mark, 'Pagination');
    this.#close();
  }

  /** Elements that are complete need not be kept. */
  finish(tag: Tag): void {
    this.#elements.get(tag)?.end();
  }

  async end(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    this.#doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve, reject) => {
      this.#doc.once('end', resolve);
      this.#doc.once('error', reject);
    });
    this.#doc.end();
    await ended;
    return Buffer.concat(chunks);
  }

  #draw(mark: Mark, kind?: 'Pagination'): void {
    switch (mark.kind) {
      case 'place':
        this.#element(mark.tag);
        break;
      case 'anchor':
        this.#anchor(mark);
        break;
      case 'rule':
        this.#ornament(kind);
        this.#rule(mark);
        break;
      default:
        this.#text(mark, kind);
    }
  }

  #anchor({ y, name, bookmark }: Extract<Mark, { kind: 'anchor' }>): void {
    if (name !== undefined) this.#doc.addNamedDestination(name, 'XYZ', 0, y, null);
    if (!bookmark) return;
    while ((this.#bookmarks.at(-1)?.level ?? 0) >= bookmark.level) this.#bookmarks.pop();
    const parent = this.#bookmarks.at(-1)?.item ?? this.#doc.outline;
    // pdfkit measures from the right edge
    const options = { fit: false, top: y, left: SHEET.width, expanded: bookmark.level === 0 };
    this.#bookmarks.push({ level: bookmark.level, item: parent.addItem(bookmark.title, options) });
  }

  #rule({ x, y, toX, toY, weight, isDotted }: Extract<Mark, { kind: 'rule' }>): void {
    const pattern = isDotted ? '[0 4] 0 d 1 J ' : '';
    this.#doc.addContent(`q ${pattern}${num(weight)} w ${num(x)} ${num(y)} m ${num(toX)} ${num(toY)} l S Q`);
  }

  /** A line of text: as many runs as there are links in it. */
  #text({ x, y, fragments, stretch, tag }: Extract<Mark, { kind: 'text' }>, kind?: 'Pagination'): void {
    let at = x;
    for (const run of runsOf(fragments)) {
      const width = run.reduce((sum, fragment) => sum + fragment.width + (fragment.isSpace ? stretch : 0), 0);
      const look = run[0]?.look;
      if (tag === undefined || !look) this.#ornament(kind);
      else if (look.href === undefined && look.goTo === undefined) this.#content(tag);
      if (tag !== undefined && look && (look.href !== undefined || look.goTo !== undefined))
        this.#link(tag, look, { x: at, y, width }, () => this.#letters(run, at, y, stretch));
      else this.#letters(run, at, y, stretch);
      at += width;
    }
  }

  #link(
    tag: Tag,
    look: Look,
    { x, y, width }: { x: number; y: number; width: number },
    draw: () => void,
  ): void {
    this.#close();
    const element = this.#doc.struct('Link');
    this.#element(tag).add(element);
    element.add(this.#doc.markStructureContent('Link'));
    draw();
    this.#doc.endMarkedContent();
    const box = [x, y - look.size * ASCENT, width, look.size * LEADING] as const;
    const options = { structParent: element } as PDFKit.Mixins.AnnotationOption;
    if (look.href !== undefined) this.#doc.link(...box, look.href, options);
    else this.#doc.goTo(...box, look.goTo ?? '', options);
    // pdfkit takes the page that is open when it ends
    element.end();
  }

  #letters(run: readonly Fragment[], x: number, y: number, stretch: number): void {
    const operators = [`BT 1 0 0 -1 ${num(x)} ${num(y)} Tm`];
    let [last, at] = ['', x];
    const underlines: string[] = [];
    for (const { text, look, width, isSpace } of run) {
      const font = this.#fonts[look.face];
      this.#doc.page.fonts[font.id] ??= font.ref();
      const state = `/${font.id} ${num(look.size)} Tf ${num(look.rise)} Ts`;
      if (state !== last) operators.push(state);
      last = state;
      operators.push(shown(font.encode(text), isSpace ? (stretch * UNITS) / look.size : 0));
      const whole = width + (isSpace ? stretch : 0);
      if (look.underlined) {
        const below = y + look.size * UNDERLINE;
        underlines.push(`${num(at)} ${num(below)} m ${num(at + whole)} ${num(below)} l`);
      }
      at += whole;
    }
    this.#doc.addContent(`${operators.join(' ')} ET`);
    if (underlines.length > 0) this.#doc.addContent(`q ${RULE.thin} w ${underlines.join(' ')} S Q`);
  }

  /** What follows belongs to this element. */
  #content(tag: Tag): void {
    if (this.#open === tag) return;
    this.#close();
    this.#element(tag).add(this.#doc.markStructureContent(tag.type));
    this.#open = tag;
  }

  /** What follows is no content. */
  #ornament(type: 'Pagination' | 'Layout' = 'Layout'): void {
    if (this.#open === ORNAMENT) return;
    this.#close();
    this.#doc.markContent('Artifact', { type });
    this.#open = ORNAMENT;
  }

  #close(): void {
    if (this.#open) this.#doc.endMarkedContent();
    this.#open = undefined;
  }

  #element(tag: Tag): Element {
    const known = this.#elements.get(tag);
    if (known) return known;
    const element = this.#doc.struct(tag.type) as Element;
    if (tag.scope || tag.columns || tag.rows)
      element.dictionary.data.A = {
        O: 'Table',
        ...(tag.scope && { Scope: tag.scope }),
        ...(tag.columns && { ColSpan: tag.columns }),
        ...(tag.rows && { RowSpan: tag.rows }),
      };
    this.#elements.set(tag, element);
    if (tag.under) this.#element(tag.under).add(element);
    else this.#doc.addStructure(element);
    return element;
  }
}

const ORNAMENT: Tag = { type: 'Artifact', under: undefined };

/** Fragments that lead to the same place. */
function runsOf(fragments: readonly Fragment[]): Fragment[][] {
  const runs: Fragment[][] = [];
  for (const fragment of fragments) {
    const last = runs.at(-1)?.[0]?.look;
    const isSame = last && last.href === fragment.look.href && last.goTo === fragment.look.goTo;
    if (isSame) runs.at(-1)?.push(fragment);
    else runs.push([fragment]);
  }
  return runs;
}

/** Letters with their kerning, and what is added behind them. */
function shown([codes, positions]: ReturnType<FontInside['encode']>, added: number): string {
  let out = '<';
  codes.forEach((code, index) => {
    const { xAdvance = 0, advanceWidth = 0 } = positions[index] ?? {};
    const more = xAdvance - advanceWidth + (index === codes.length - 1 ? added : 0);
    out += Math.abs(more) < 0.001 ? code : `${code}> ${num(-more)} <`;
  });
  return `[${out}>] TJ`;
}

/** Hundredths of a point are finer than any printer. */
function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
