import { type Editor, Extension, Mark, mergeAttributes, Node } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { safeNote } from './note-text.ts';

/**
 * The editor's schema is the body subset of rules/body-html, no more and no less: what it did not know it would
 * lose when a text is opened and saved.
 */

const MEDIA = 'img, video, audio';

/** Only files of the portal are shown: a browser must not ask another site for a picture somebody pasted. */
const OWN = 'img[src^="/tep/"], video[src^="/tep/"], audio[src^="/tep/"]';

/** The medium of a figure that is no gallery, quotation or file. */
function mediumIn(element: HTMLElement): HTMLElement | null {
  if (element.matches(OWN)) return element;
  return element.querySelector('figure, blockquote') ? null : element.querySelector<HTMLElement>(OWN);
}

interface Track {
  src: string;
  srclang: string;
  label: string;
  kind: string;
  isDefault: boolean;
}

function tracksOf(element: HTMLElement | null): Track[] {
  return [...(element?.querySelectorAll<HTMLTrackElement>('track[src^="/tep/"]') ?? [])].map((track) => ({
    src: track.getAttribute('src') ?? '',
    srclang: track.srclang,
    label: track.label,
    kind: track.kind,
    isDefault: track.hasAttribute('default'),
  }));
}

/** The words beside a medium, one paragraph a line; lists and tables in them stay as they were until they are edited. */
function wordsOf(element: HTMLElement): { name: string; html: string } | null {
  const details = element.querySelector('details');
  if (!details) return null;
  const name = details.querySelector('summary')?.textContent ?? '';
  const html = [...details.children]
    .filter((child) => child.tagName !== 'SUMMARY')
    .map((child) => child.outerHTML)
    .join('');
  return { name, html };
}

/** A picture, video or sound with its description, its words and its caption. */
const Figure = Node.create({
  name: 'figure',
  group: 'block media',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes() {
    const of = (name: string) => ({
      default: null,
      parseHTML: (element: HTMLElement) => mediumIn(element)?.getAttribute(name) ?? null,
      renderHTML: () => ({}),
    });
    const own = (fallback: unknown, parseHTML: (element: HTMLElement) => unknown) => ({
      default: fallback,
      parseHTML,
      renderHTML: () => ({}),
    });
    return {
      medium: own('img', (element) => mediumIn(element)?.tagName.toLowerCase() ?? 'img'),
      src: of('src'),
      alt: of('alt'),
      width: of('width'),
      height: of('height'),
      tracks: own([], (element) => tracksOf(mediumIn(element))),
      words: own(null, wordsOf),
    };
  },
  parseHTML() {
    const caption = (element: globalThis.Node) =>
      (element as HTMLElement).querySelector<HTMLElement>('figcaption') ??
      document.createElement('figcaption');
    return [
      {
        tag: 'figure',
        getAttrs: (element) => (mediumIn(element) ? null : false),
        contentElement: caption,
      },
      { tag: 'img[src^="/tep/"]', contentElement: () => document.createElement('figcaption') },
      { tag: 'video[src^="/tep/"]', contentElement: () => document.createElement('figcaption') },
      { tag: 'audio[src^="/tep/"]', contentElement: () => document.createElement('figcaption') },
    ];
  },
  renderHTML({ node }) {
    const { medium, src, alt, width, height, tracks, words } = node.attrs;
    const shown =
      medium === 'img'
        ? ['img', { src, alt: alt ?? '', width, height }]
        : [
            medium,
            { src, controls: '', preload: 'none', ...(medium === 'video' ? { width, height } : {}) },
            ...(tracks as Track[]).map(({ isDefault, ...track }) => [
              'track',
              { ...track, ...(isDefault ? { default: '' } : {}) },
            ]),
          ];
    const dom = wordsDom(words);
    return ['figure', shown, ...(dom ? [dom] : []), ['figcaption', 0]] as never;
  },
});

function wordsDom(words: { name: string; html: string } | null): HTMLElement | undefined {
  if (!words?.html) return undefined;
  const details = document.createElement('details');
  details.contentEditable = 'false';
  const summary = document.createElement('summary');
  summary.textContent = words.name;
  details.append(summary, safeNote(words.html, true));
  return details;
}

/** Several figures side by side, with one caption. */
const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'media{2,} galleryCaption',
  isolating: true,
  parseHTML: () => [
    {
      tag: 'figure',
      priority: 60,
      getAttrs: (element) => (element.querySelectorAll('figure').length > 1 ? null : false),
    },
  ],
  renderHTML: () => ['figure', 0],
});

const GalleryCaption = Node.create({
  name: 'galleryCaption',
  content: 'inline*',
  parseHTML: () => [{ tag: 'figcaption', context: 'gallery/' }],
  renderHTML: () => ['figcaption', 0],
});

/** A quotation with who said it. */
const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'blockquote quoteSource',
  isolating: true,
  parseHTML: () => [
    {
      tag: 'figure',
      priority: 60,
      getAttrs: (element) => (element.querySelector(':scope > blockquote') ? null : false),
    },
  ],
  renderHTML: () => ['figure', 0],
});

const QuoteSource = Node.create({
  name: 'quoteSource',
  content: 'inline*',
  parseHTML: () => [{ tag: 'figcaption', context: 'quotation/' }],
  renderHTML: () => ['figcaption', 0],
});

/** A file of the library inside the text; what it is called can be edited, its facts stand below. */
const FileCard = Node.create({
  name: 'fileCard',
  group: 'block',
  content: 'text*',
  marks: '',
  isolating: true,
  draggable: true,
  addAttributes() {
    const own = (parseHTML: (element: HTMLElement) => string) => ({
      default: '',
      parseHTML,
      renderHTML: () => ({}),
    });
    return {
      href: own((element) => element.querySelector('a')?.getAttribute('href') ?? ''),
      facts: own((element) => element.querySelector('figcaption')?.textContent ?? ''),
    };
  },
  parseHTML: () => [
    {
      tag: 'figure',
      priority: 60,
      getAttrs: (element) =>
        !element.querySelector(`${MEDIA}, blockquote`) && element.querySelector(':scope > a[href^="/tep/"]')
          ? null
          : false,
      contentElement: (element) =>
        (element as HTMLElement).querySelector<HTMLElement>('a') ?? document.createElement('a'),
    },
  ],
  renderHTML({ node }) {
    const { href, facts } = node.attrs;
    const name = ['a', { href }, 0];
    const below = ['figcaption', { contenteditable: 'false' }, facts];
    return (facts ? ['figure', name, below] : ['figure', name]) as never;
  },
});

/** A note where it is cited; its number is drawn by the style sheet. */
const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return {
      html: { default: '', parseHTML: (element: HTMLElement) => element.innerHTML, renderHTML: () => ({}) },
    };
  },
  parseHTML: () => [{ tag: 'span[role=doc-footnote]' }],
  renderHTML({ node }) {
    const span = document.createElement('span');
    span.setAttribute('role', 'doc-footnote');
    span.append(safeNote(String(node.attrs.html)));
    return span;
  },
});

/** Tables keep their caption; widths are the page's affair, so no style is written. */
const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      caption: {
        default: '',
        parseHTML: (element: HTMLElement) => element.querySelector('caption')?.textContent?.trim() ?? '',
        renderHTML: () => ({}),
      },
    };
  },
  // drawn as it is written, with its caption
  addNodeView() {
    return null;
  },
  parseHTML() {
    return [{ tag: 'table' }, { tag: 'caption', ignore: true }];
  },
  renderHTML({ node }) {
    const caption = String(node.attrs.caption ?? '');
    return caption ? ['table', ['caption', caption], ['tbody', 0]] : ['table', ['tbody', 0]];
  },
});

/** Cells know spans only: no widths, no colours. */
const cellAttributes = {
  addAttributes() {
    const span = (name: string) => ({
      default: 1,
      parseHTML: (element: HTMLElement) => Number(element.getAttribute(name)) || 1,
    });
    return { colspan: span('colspan'), rowspan: span('rowspan') };
  },
};

function smallMark(name: string, tag: string) {
  return Mark.create({
    name,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });
}

/** Keys of the house; all others are those every editor has. */
export function keys(run: (command: string) => void) {
  const on = (command: string) => () => {
    run(command);
    return true;
  };
  return Extension.create({
    name: 'keysOfTheHouse',
    addKeyboardShortcuts: () => ({
      'Mod-k': on('link'),
      'Mod-Alt-f': on('note'),
      'Mod-s': on('save'),
      'Mod-/': on('keys'),
      'Alt-F10': on('toolbar'),
    }),
  });
}

/** What stands in a note: one line of text with the marks of the subset. */
export const NOTE_EXTENSIONS = [
  StarterKit.configure({
    ...{ heading: false, blockquote: false, bulletList: false, orderedList: false, listItem: false },
    ...{ code: false, codeBlock: false, horizontalRule: false, strike: false, underline: false },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  smallMark('subscript', 'sub'),
  smallMark('superscript', 'sup'),
];

export const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  Figure,
  Gallery,
  GalleryCaption,
  Quotation,
  QuoteSource,
  FileCard,
  Footnote,
  CaptionedTable,
  TableRow,
  TableHeader.extend(cellAttributes),
  TableCell.extend(cellAttributes),
  smallMark('subscript', 'sub'),
  smallMark('superscript', 'sup'),
];

/** Joins the figure at the cursor with the figures that touch it into a gallery. */
export function joinFigures(editor: Editor): boolean {
  const { doc, selection, schema } = editor.state;
  const at = selection.$from.index(0);
  const isFigure = (i: number) => i >= 0 && i < doc.childCount && doc.child(i).type.name === 'figure';
  if (!isFigure(at)) return false;
  let [first, last] = [at, at];
  while (isFigure(first - 1)) first -= 1;
  while (isFigure(last + 1)) last += 1;
  const { gallery, galleryCaption } = schema.nodes;
  if (first === last || !gallery || !galleryCaption) return false;
  const figures = Array.from({ length: last - first + 1 }, (_, i) => doc.child(first + i));
  let from = 0;
  for (let i = 0; i < first; i += 1) from += doc.child(i).nodeSize;
  const to = figures.reduce((end, figure) => end + figure.nodeSize, from);
  editor.view.dispatch(
    editor.state.tr.replaceWith(from, to, gallery.create(null, [...figures, galleryCaption.create()])),
  );
  return true;
}
