/** How often a changed draft is saved by itself. */
const EVERY_MS = 20_000;

interface Saved {
  version: number;
  words: string;
  check: string;
  clock: string;
}

/**
 * Saves a changed form quietly by the same address as its button, and says when. A refusal is said and stops the
 * saving until the writer saves himself, so that nothing of anybody is overwritten unseen.
 */
export function startAutosave(
  form: HTMLFormElement,
  prepare: () => void,
  told: { touched(): void; saved(at: number): void },
): { touch(): void; now(): void } {
  const status = document.querySelector<HTMLElement>('[data-save-status]');
  const version = form.elements.namedItem('version') as HTMLInputElement;
  let changed = false;
  let running = false;
  let stopped = false;
  let leaving = false;

  const say = (words: string | undefined) => {
    if (status && words) status.textContent = words;
  };
  const save = async () => {
    if (!changed || running || stopped || form.dataset.running !== undefined) return;
    running = true;
    changed = false;
    const at = Date.now();
    say(status?.dataset.saving);
    try {
      prepare();
      const answer = await fetch(form.action, {
        method: 'POST',
        body: withoutFiles(form),
        headers: { accept: 'application/json' },
      });
      const body = (await answer.json()) as Saved & { problem?: string };
      if (body.problem !== undefined) {
        stopped = answer.status === 409;
        changed = true;
        say(body.problem);
      } else {
        version.value = String(body.version);
        told.saved(at);
        say(body.words);
        renew('[data-check-panel]', body.check);
        const clock = form.querySelector('[data-clock]');
        if (clock && body.clock) clock.innerHTML = body.clock;
      }
    } catch {
      changed = true;
      say(status?.dataset.notSaved);
    } finally {
      running = false;
    }
  };
  form.addEventListener('input', () => {
    changed = true;
    told.touched();
  });
  form.addEventListener('submit', () => {
    leaving = true;
    prepare();
  });
  window.addEventListener('beforeunload', (event) => {
    if (changed && !leaving) event.preventDefault();
  });
  window.addEventListener('pageshow', () => {
    leaving = false;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save();
  });
  setInterval(() => void save(), EVERY_MS);
  return {
    touch: () => {
      changed = true;
      told.touched();
    },
    now: () => void save(),
  };
}

/** Files go with the button only: they may be large, and are chosen once. */
function withoutFiles(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  fields.delete('dropFile');
  for (const name of [...fields.keys()]) if (name.startsWith('gop-')) fields.delete(name);
  return fields;
}

/** The panel is our own server's HTML, made of escaped text. */
function renew(selector: string, html: string): void {
  const old = document.querySelector(selector);
  if (old && html) old.outerHTML = html;
}
