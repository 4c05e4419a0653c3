/**
 * Remembers on the device, and there alone, which advertisements were closed and that none are wanted. Closing and refusing
 * work without it; no cookie is set and nobody is told.
 */
const CLOSED = 'quang-cao-da-dong';
const NONE = 'khong-quang-cao';
const place = document.querySelector<HTMLElement>('[data-ads]');

function kept(name: string): string {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // a browser that keeps nothing shows them again
  }
}

if (place && kept(NONE)) place.hidden = true;
for (const ad of place?.querySelectorAll<HTMLDetailsElement>('[data-ad]') ?? []) {
  const { ad: id = '' } = ad.dataset;
  const ids = () => kept(CLOSED).split(',').filter(Boolean);
  if (ids().includes(id)) ad.open = false;
  ad.addEventListener('toggle', () => {
    const others = ids().filter((one) => one !== id);
    keep(CLOSED, (ad.open ? others : [...others, id]).slice(-50).join(','));
  });
}
for (const link of place?.querySelectorAll<HTMLAnchorElement>('[data-no-ads]') ?? []) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    keep(NONE, '1');
    if (place) place.hidden = true;
  });
}

export {};
