/** Markup of a note or of the words beside a picture, rebuilt of a few known tags: it may have been typed by anybody. */
const INLINE = new Set(['STRONG', 'EM', 'SUB', 'SUP', 'BR', 'B', 'I']);
const BLOCK = new Set(['P', 'UL', 'OL', 'LI', 'TABLE', 'CAPTION', 'THEAD', 'TBODY', 'TR', 'TH', 'TD']);

export function safeNote(html: string, withBlocks = false): DocumentFragment {
  const inert = new DOMParser().parseFromString(html, 'text/html').body;
  return copy(inert, withBlocks);
}

function copy(from: Node, withBlocks: boolean): DocumentFragment {
  const out = document.createDocumentFragment();
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) out.append(child.textContent ?? '');
    if (!(child instanceof Element)) continue;
    const inside = copy(child, withBlocks);
    const href = child.tagName === 'A' ? safeHref(child.getAttribute('href') ?? '') : undefined;
    const isKnown = INLINE.has(child.tagName) || (withBlocks && BLOCK.has(child.tagName));
    if (!isKnown && href === undefined) {
      out.append(inside);
      continue;
    }
    const element = document.createElement(child.tagName.toLowerCase());
    if (href !== undefined) element.setAttribute('href', href);
    element.append(inside);
    out.append(element);
  }
  return out;
}

function safeHref(href: string): string | undefined {
  return /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href.trim()) ? href.trim() : undefined;
}
