/** How often an open editor says that it is open; the server forgets after a minute. */
const EVERY_MS = 20_000;

/** Says who else has this edition open, and tells them that we have. */
export function startPresence(href: string, token: () => string): void {
  const place = document.querySelector<HTMLElement>('[data-presence]');
  const body = (more: Record<string, string> = {}) => new URLSearchParams({ _token: token(), ...more });
  const beat = async () => {
    if (document.visibilityState === 'hidden') return;
    try {
      const answer = await fetch(href, {
        method: 'POST',
        body: body(),
        headers: { accept: 'application/json' },
      });
      const { words } = (await answer.json()) as { words: string };
      if (place && place.textContent?.trim() !== words) place.textContent = words;
    } catch {
      // the quiet saving says that the portal cannot be reached
    }
  };
  void beat();
  setInterval(() => void beat(), EVERY_MS);
  window.addEventListener('pagehide', () => navigator.sendBeacon(href, body({ roi: '1' })));
}
