/** A stored body with each note where it is cited; the same as `notesInPlace` of rules/body-html, on the browser's tree. */
export function inPlace(html: string): string {
  if (!html.includes('doc-endnotes')) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const cited = new Set<Element>();
  for (const reference of body.querySelectorAll<HTMLAnchorElement>('a[role=doc-noteref]')) {
    const id = (reference.getAttribute('href') ?? '').slice(1);
    const item = [...body.querySelectorAll('section[role=doc-endnotes] li')].find((one) => one.id === id);
    if (!item) continue;
    cited.add(item);
    const note = item.cloneNode(true) as HTMLElement;
    for (const back of note.querySelectorAll('a[role=doc-backlink]')) back.remove();
    const span = document.createElement('span');
    span.setAttribute('role', 'doc-footnote');
    span.innerHTML = note.innerHTML.trim();
    const outer = reference.parentElement;
    (outer?.tagName === 'SUP' && outer.childNodes.length === 1 ? outer : reference).replaceWith(span);
  }
  for (const list of body.querySelectorAll('section[role=doc-endnotes]')) {
    // a note nobody cites is still somebody's words
    for (const item of list.querySelectorAll('li')) if (!cited.has(item)) list.before(paragraphOf(item));
    list.remove();
  }
  return body.innerHTML;
}

function paragraphOf(item: Element): Element {
  const paragraph = item.ownerDocument.createElement('p');
  paragraph.append(...item.childNodes);
  return paragraph;
}
