import { diffWords } from 'diff';
import { createStore, del, entries, get, set } from 'idb-keyval';

/** What was typed and the portal has not acknowledged. */
interface Kept {
  at: number;
  /** The form was sent with these; the portal may have them. */
  isSent: boolean;
  fields: [name: string, value: string][];
}

/** Longer than a holiday; older words are of no draft any more. */
const KEPT_MS = 30 * 86_400_000;
const EVERY_MS = 400;
const MOST_COMPARED_MS = 1500;

/** Fields that are no words of the writer. */
const NOT_TYPED = new Set(['_token', 'version', 'do', 'dropFile']);

function fieldsOf(form: HTMLFormElement): Kept['fields'] {
  const found: Kept['fields'] = [];
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !NOT_TYPED.has(name) && !name.startsWith('gop-'))
      found.push([name, value]);
  return found;
}

/** Line ends and the outermost blanks are the form's affair. */
function plain(fields: Kept['fields']): string {
  return JSON.stringify(fields.map(([name, value]) => [name, value.replace(/\r\n?/g, '\n').trim()]).sort());
}

export interface Recovery {
  /** Something was typed. */
  touch(): void;
  /** The portal has everything that was typed until `at`. */
  saved(at: number): void;
}

/**
 * Keeps what is typed in the browser until the portal has it, so that no crash of browser, server or network loses a
 * word; what is found when the editor opens is offered with its difference, never put in by itself.
 *
 * @param take puts kept fields into the form
 */
export function startRecovery(
  form: HTMLFormElement,
  prepare: () => void,
  take: (fields: Kept['fields']) => void,
): Recovery {
  const bar = document.querySelector<HTMLElement>('[data-recovery]');
  const key = bar?.dataset.recovery;
  // no store in a private window of some browsers: the quiet saving still runs
  if (!bar || !key || typeof indexedDB === 'undefined') return { touch: () => {}, saved: () => {} };
  const store = createStore('cong-lang-ban-thao', 'kept');
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  let waiting: number | undefined;
  let touchedAt = 0;
  let isOffered = false;

  const keep = (isSent = false) => {
    window.clearTimeout(waiting);
    waiting = undefined;
    // what was found is not written over before its owner has said what becomes of it
    if (isOffered) return;
    prepare();
    quietly(set(key, { at: Date.now(), isSent, fields: fieldsOf(form) } satisfies Kept, store));
  };
  const recovery: Recovery = {
    touch: () => {
      touchedAt = Date.now();
      waiting ??= window.setTimeout(() => keep(), EVERY_MS);
    },
    saved: (at) => {
      if (touchedAt <= at && !isOffered) quietly(del(key, store));
    },
  };
  form.addEventListener('submit', () => keep(true));
  window.addEventListener('pagehide', () => {
    if (waiting !== undefined) keep();
  });

  const offer = (kept: Kept) => {
    isOffered = true;
    bar.hidden = false;
    const moment = bar.querySelector('[data-when]');
    if (moment)
      moment.textContent = new Date(kept.at).toLocaleString(document.documentElement.lang, {
        timeZone: 'Asia/Ho_Chi_Minh',
      });
    draw(bar.querySelector<HTMLElement>('[data-difference]'), fieldsOf(form), kept.fields);
    const close = () => {
      isOffered = false;
      bar.hidden = true;
    };
    bar.querySelector('[data-take]')?.addEventListener('click', () => {
      close();
      take(kept.fields);
      recovery.touch();
    });
    bar.querySelector('[data-drop]')?.addEventListener('click', () => {
      close();
      quietly(del(key, store));
    });
  };
  const look = async () => {
    for (const [name, old] of await entries<string, Kept>(store))
      if (Date.now() - old.at > KEPT_MS) quietly(del(name, store));
    const kept = await get<Kept>(key, store);
    if (!kept) return;
    prepare();
    // the answer to a form that was taken leads here with a word about it
    const isTaken = kept.isSent && new URLSearchParams(location.search).has('xong');
    if (isTaken || plain(kept.fields) === plain(fieldsOf(form))) quietly(del(key, store));
    else offer(kept);
  };
  quietly(look());
  return recovery;
}

/** The difference word by word, as text: nothing of what was kept becomes markup. */
function draw(place: HTMLElement | null, now: Kept['fields'], kept: Kept['fields']): void {
  if (!place) return;
  const text = (html: string) =>
    new DOMParser().parseFromString(html.replace(/<\/(?:p|li|h[2-4]|tr|figure)>/g, '\n'), 'text/html').body
      .textContent ?? '';
  const before = new Map(now);
  place.replaceChildren();
  for (const [name, value] of kept) {
    const [a, b] = [before.get(name) ?? '', value].map((one) => (name === 'body' ? text(one) : one));
    if (a === undefined || b === undefined || a.trim() === b.trim()) continue;
    const line = document.createElement('p');
    for (const part of diffWords(a, b, { timeout: MOST_COMPARED_MS }) ?? [
      { value: b, added: true, removed: false },
    ]) {
      const tag = part.added ? 'ins' : part.removed ? 'del' : 'span';
      const piece = document.createElement(tag);
      piece.textContent = part.value;
      line.append(piece);
    }
    place.append(line);
  }
}
