/** Takes over "Chia sẻ" and "In": the system's own share sheet, or the address and credit line on the clipboard. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-share]')) {
  link.addEventListener('click', (event) => {
    const text = link.dataset.share ?? '';
    const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
    if (!navigator.share && !navigator.clipboard) return;
    event.preventDefault();
    void share(link, { title: document.title, text, url });
  });
}

async function share(
  link: HTMLAnchorElement,
  data: { title: string; text: string; url: string },
): Promise<void> {
  try {
    if (navigator.share) {
      await navigator.share(data);
      return;
    }
    await navigator.clipboard.writeText(`${data.text}\n${data.url}`);
    const words = link.querySelector('span');
    if (words) words.textContent = link.dataset.shared ?? words.textContent;
  } catch (cause) {
    // Closing the share sheet is no fault; anything else falls back to the page the link points to.
    if (!(cause instanceof DOMException && cause.name === 'AbortError')) location.assign(link.href);
  }
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-print]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    window.print();
  });
}

export {};
