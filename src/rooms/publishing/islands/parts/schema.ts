import { Mark, mergeAttributes, Node } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';

/**
 * The editor's schema is the body subset of rules/body-html, no more and no less: what it did not know it would
 * lose when a text is opened and saved.
 */

/** A picture with its description and caption; a bare picture becomes one with an empty caption. */
const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes() {
    const of = (name: string) => ({
      default: null,
      parseHTML: (element: HTMLElement) => pictureIn(element)?.getAttribute(name) ?? null,
      renderHTML: () => ({}),
    });
    return { src: of('src'), alt: of('alt'), width: of('width'), height: of('height') };
  },
  parseHTML() {
    return [
      {
        tag: 'figure',
        getAttrs: (element) => (pictureIn(element) ? null : false),
        contentElement: (element) =>
          (element as HTMLElement).querySelector('figcaption') ?? document.createElement('figcaption'),
      },
      { tag: 'img[src]', contentElement: () => document.createElement('figcaption') },
    ];
  },
  renderHTML({ node }) {
    const { src, alt, width, height } = node.attrs;
    return ['figure', ['img', { src, alt: alt ?? '', width, height }], ['figcaption', 0]];
  },
});

function pictureIn(element: HTMLElement): HTMLImageElement | null {
  return element instanceof HTMLImageElement ? element : element.querySelector('img');
}

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
  CaptionedTable,
  TableRow,
  TableHeader.extend(cellAttributes),
  TableCell.extend(cellAttributes),
  smallMark('subscript', 'sub'),
  smallMark('superscript', 'sup'),
];
