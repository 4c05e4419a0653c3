/** What the page shows of files on their way: one line each, and all of them together. */

export type Words = Readonly<Record<string, string>>;

export interface RowView {
  tell(state: 'waiting' | 'sending' | 'checking' | 'done' | 'failed' | 'retrying', note?: string): void;
  progress(sentBytes: number): void;
  /** Where the file is now. */
  link(href: string): void;
  remove(): void;
}

export interface QueueView {
  add(name: string, size: number, onCancel: () => void): RowView;
  total(done: number, of: number, sentBytes: number, allBytes: number): void;
  /** A sentence for all of them, with a link where one helps. */
  say(text: string, link?: { href: string; text: string; isNew?: boolean }): void;
  setPaused(isPaused: boolean): void;
  onPause(pressed: () => void): void;
  ended(failed: number): void;
}

export const filled = (text: string | undefined, values: Record<string, string | number>) =>
  (text ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

const language = () => (document.documentElement.lang === 'vi' ? 'vi-VN' : 'en-GB');

export function sizeText(bytes: number): string {
  const [value, unit] = bytes >= 1e6 ? [bytes / 1e6, 'MB'] : [Math.max(1, Math.round(bytes / 1e3)), 'KB'];
  return `${value.toLocaleString(language(), { maximumFractionDigits: 1 })} ${unit}`;
}

function made<K extends keyof HTMLElementTagNameMap>(tag: K, name = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}

function button(text: string): HTMLButtonElement {
  const element = made('button', 'button light', text);
  element.type = 'button';
  return element;
}

export function createQueueView(place: HTMLElement, words: Words, libraryHref: string): QueueView {
  const section = made('section', 'upload-queue');
  section.setAttribute('aria-labelledby', 'dang-tai-len');
  const heading = made('h3', '', words.queue);
  heading.id = 'dang-tai-len';
  const bar = made('progress');
  bar.setAttribute('aria-labelledby', 'dang-tai-len');
  const sum = made('p', 'note num');
  const sentence = made('p', 'upload-sentence');
  sentence.setAttribute('role', 'status');
  const pause = button(words.pause ?? '');
  const list = made('ul', 'upload-rows');
  section.append(heading, bar, sum, sentence, pause, list);
  section.hidden = true;
  place.append(section);
  return {
    add(name, size, onCancel) {
      section.hidden = false;
      pause.hidden = false;
      return addRow(list, words, { name, size, onCancel });
    },
    total(done, of, sentBytes, allBytes) {
      bar.max = Math.max(1, allBytes);
      bar.value = sentBytes;
      const values = { n: done, of, sent: sizeText(sentBytes), size: sizeText(allBytes) };
      sum.textContent = filled(words.total, values);
    },
    say(text, link) {
      sentence.textContent = text;
      if (!link) return;
      const anchor = made('a', '', link.text);
      anchor.href = link.href;
      if (link.isNew) {
        anchor.target = '_blank';
        anchor.rel = 'noopener';
      }
      sentence.append(' ', anchor);
    },
    setPaused(isPaused) {
      pause.textContent = (isPaused ? words.resume : words.pause) ?? '';
    },
    onPause(pressed) {
      pause.addEventListener('click', pressed);
    },
    ended(failed) {
      pause.hidden = true;
      const done = list.querySelectorAll('[data-state="done"]').length;
      const some = failed > 0 ? ` ${filled(words.someFailed, { n: failed })}` : '';
      this.say(filled(words.allDone, { n: done }) + some, { href: libraryHref, text: words.reload ?? '' });
    },
  };
}

function addRow(
  list: HTMLElement,
  words: Words,
  file: { name: string; size: number; onCancel: () => void },
): RowView {
  const row = made('li');
  const name = made('span', 'upload-name', file.name);
  const state = made('span', 'note num');
  const bar = made('progress');
  bar.max = Math.max(1, file.size);
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  const cancel = button(words.cancel ?? '');
  const unseen = made('span', 'unseen', `: ${file.name}`);
  cancel.append(unseen);
  cancel.addEventListener('click', () => {
    file.onCancel();
    row.remove();
  });
  row.append(name, bar, state, cancel);
  list.append(row);
  return {
    tell(now, note = '') {
      row.dataset.state = now;
      state.textContent = note || `${words[now] ?? ''} · ${sizeText(file.size)}`;
      const isOver = now === 'done' || now === 'failed';
      bar.hidden = isOver;
      cancel.hidden = now === 'done' || now === 'checking';
      if (now === 'failed') {
        state.classList.add('upload-problem');
        cancel.textContent = words.remove ?? '';
        cancel.append(unseen);
      }
    },
    progress(sentBytes) {
      bar.value = sentBytes;
    },
    link(href) {
      const anchor = made('a', '', file.name);
      anchor.href = href;
      name.replaceChildren(anchor);
    },
    remove: () => row.remove(),
  };
}
