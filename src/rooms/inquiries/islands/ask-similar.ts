/**
 * While somebody writes: answered questions on the same matter, and how much has been written. Only the words of the
 * title and the beginning of the text are asked for, figures left out; the page does the same by a button.
 */
interface Found {
  href: string;
  title: string;
  body: string;
}

const PAUSE_MS = 800;
const LEAST_LETTERS = 12;
const MOST_LETTERS = 300;

function countLetters(line: HTMLElement): void {
  const area = document.getElementById(line.dataset.count ?? '');
  if (!(area instanceof HTMLTextAreaElement)) return;
  const language = document.documentElement.lang === 'vi' ? 'vi-VN' : 'en-GB';
  const tell = () => {
    const n = area.value.trim().length.toLocaleString(language);
    const words = (line.dataset.words ?? '').replace('{n}', n).replace('{most}', line.dataset.most ?? '');
    line.textContent = words;
  };
  area.addEventListener('input', tell);
  tell();
}

function show(place: HTMLElement, items: readonly Found[]): void {
  place.textContent = '';
  if (items.length === 0) return;
  const section = document.createElement('section');
  section.className = 'section';
  const heading = document.createElement('h2');
  heading.textContent = place.dataset.title ?? '';
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent = place.dataset.note ?? '';
  const list = document.createElement('ul');
  for (const item of items) {
    const link = document.createElement('a');
    link.href = item.href;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = item.title;
    const line = document.createElement('li');
    line.append(link, ` ${item.body}`);
    list.append(line);
  }
  section.append(heading, note, list);
  place.append(section);
}

function suggest(place: HTMLElement): void {
  const address = place.dataset.similar ?? '';
  const fields = ['title', 'text'].map((id) => document.getElementById(id));
  let timer: number | undefined;
  let asked = '';
  let running: AbortController | undefined;
  const ask = async () => {
    const typed = fields
      .map((field) =>
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
      )
      .join(' ');
    const words = typed
      .replace(/\S*\d\S*|\S+@\S+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MOST_LETTERS);
    if (words.length < LEAST_LETTERS || words === asked) return;
    asked = words;
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(words)}`, { signal: running.signal });
      if (answer.ok) show(place, (await answer.json()) as Found[]);
    } catch {
      // without an answer the button still asks
    }
  };
  for (const field of fields) {
    field?.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void ask(), PAUSE_MS);
    });
  }
}

for (const line of document.querySelectorAll<HTMLElement>('[data-count]')) countLetters(line);
for (const place of document.querySelectorAll<HTMLElement>('[data-similar]')) suggest(place);

export {};
