/**
 * Tells the portal how far down the first result stood that is opened on a page, so that its ranking can be mended. No
 * cookie and no address of the page go with it, and nothing at all from whoever asks not to be followed (Sec-GPC, DNT).
 */
const list = document.querySelector<HTMLElement>('ol[data-opened]');
const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };

function tell(event: Event): void {
  const link = (event.target as Element).closest('a');
  if (!list || !link) return;
  stop();
  const { opened = '', query = '', from = '0', corrected } = list.dataset;
  const at = [...list.children].findIndex((one) => one.contains(link));
  const body = new URLSearchParams({
    ...{ query, place: String(Number(from) + at + 1), corrected: corrected === undefined ? '' : '1' },
  });
  // counting is no reason to trouble anybody: what fails is not counted
  fetch(opened, {
    ...{ method: 'POST', body, keepalive: true, credentials: 'omit', referrerPolicy: 'origin' },
  }).catch(() => {});
}

function stop(): void {
  for (const name of ['click', 'auxclick']) list?.removeEventListener(name, tell);
}

if (!globalPrivacyControl && doNotTrack !== '1')
  for (const name of ['click', 'auxclick']) list?.addEventListener(name, tell);

export {};
