/**
 * Reads an article aloud with the voice of the reader's own device: nothing is sent anywhere. The button is shown where the
 * browser can speak at all; a language the device has no voice for is said in words.
 */
import { createReader, findVoice } from './parts/reader.ts';

type Press = 'start' | 'stop' | 'pause' | 'resume' | 'slower' | 'faster';
type Words = Record<Press | 'reading' | 'noVoice', string>;

function enhance(place: HTMLElement, article: Element): void {
  const words = JSON.parse(place.dataset.listen ?? '{}') as Words;
  const lang = document.documentElement.lang;
  const bar = document.createElement('div');
  bar.className = 'listen-bar';
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const buttons = {} as Record<Press, HTMLButtonElement>;
  const show = (...names: Press[]) => {
    bar.replaceChildren(...names.map((name) => buttons[name]), status);
  };
  const reader = createReader(article, () => {
    show('start');
    status.textContent = '';
  });
  const reading = () => {
    show('pause', 'stop', 'slower', 'faster');
    buttons.pause.focus();
  };
  const presses: Record<Press, () => void | Promise<void>> = {
    start: async () => {
      const voice = await findVoice(lang);
      status.textContent = voice ? words.reading : words.noVoice;
      if (!voice) return;
      reading();
      reader.begin(voice);
    },
    pause: () => {
      reader.pause();
      show('resume', 'stop');
      buttons.resume.focus();
    },
    resume: () => {
      reading();
      reader.resume();
    },
    stop: () => {
      reader.stop();
      buttons.start.focus();
    },
    slower: () => reader.change(-1),
    faster: () => reader.change(1),
  };
  for (const name of Object.keys(presses) as Press[]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button light';
    button.textContent = words[name];
    button.addEventListener('click', () => void presses[name]());
    buttons[name] = button;
  }
  show('start');
  place.replaceChildren(bar);
  place.hidden = false;
  window.addEventListener('pagehide', () => speechSynthesis.cancel());
}

const place = document.querySelector<HTMLElement>('[data-listen]');
const article = document.querySelector('main article');
if (place && article && 'speechSynthesis' in window) enhance(place, article);
