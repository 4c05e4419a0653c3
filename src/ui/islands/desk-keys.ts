/** Keys of the desk's lists: ↓ ↑ choose, Enter next step, X mark, / search, ? all keys. Native focus moves, no roles. */
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-desk-row]')];

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function currentRow(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-desk-row]') ?? undefined;
}

/** The row's own link takes the focus, so that screen readers read the title and Enter still opens it. */
function move(by: 1 | -1): boolean {
  const all = rows();
  if (all.length === 0) return false;
  const at = currentRow();
  const from = at === undefined ? (by === 1 ? -1 : all.length) : all.indexOf(at);
  const next = all[Math.min(all.length - 1, Math.max(0, from + by))];
  const link = next?.querySelector<HTMLElement>('.desk-title a');
  link?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return link !== null;
}

function mark(): boolean {
  const box = currentRow()?.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.click();
  return box !== undefined && box !== null;
}

function takeNextStep(): boolean {
  const row = currentRow();
  const link = row?.querySelector<HTMLAnchorElement>('[data-desk-next]');
  // On a button or another link Enter keeps its own meaning.
  if (!link || document.activeElement !== row?.querySelector('.desk-title a')) return false;
  link.click();
  return true;
}

function search(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-desk-search]');
  field?.focus();
  return field !== null;
}

function showKeys(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#ban-phim');
  if (!dialog?.showModal) return false;
  if (!dialog.open) dialog.showModal();
  return true;
}

const KEYS: Readonly<Record<string, () => boolean>> = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  j: () => move(1),
  k: () => move(-1),
  Enter: takeNextStep,
  x: mark,
  X: mark,
  '/': search,
  '?': showKeys,
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
    return;
  if (document.querySelector('dialog[open]')) return;
  if (KEYS[event.key]?.()) event.preventDefault();
});

export {};
