/** Some browsers fall silent in utterances of more than some fifteen seconds. */
const MOST_CHARS = 180;
const SPEEDS = [0.7, 0.85, 1, 1.2, 1.5];
const BLOCKS = 'h1, h2, h3, h4, p, li, caption, th, td, figcaption, blockquote';
const NOT_READ = 'nav, .article-tools, .article-foot, form, [hidden]';

interface Piece {
  text: string;
  block: Element;
}

/** Sentences of an article in the order of the page, each short enough to be spoken. */
function piecesOf(article: Element): Piece[] {
  const blocks = [...article.querySelectorAll<HTMLElement>(BLOCKS)].filter(
    (block) => !block.querySelector(BLOCKS) && !block.closest(NOT_READ),
  );
  return blocks.flatMap((block) => {
    const text = block.innerText.replace(/\s+/g, ' ').trim();
    return splitForSpeech(text).map((part) => ({ text: part, block }));
  });
}

/** A text in parts of whole sentences, or of whole words where a sentence is too long. */
export function splitForSpeech(text: string): string[] {
  const parts: string[] = [];
  for (const sentence of text.match(/[^.!?…;:]+[.!?…;:]*\s*/g) ?? []) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length <= MOST_CHARS)
      parts[parts.length - 1] = last + sentence;
    else parts.push(sentence);
  }
  const words = new RegExp(`.{1,${MOST_CHARS}}(?:\\s|$)|.{1,${MOST_CHARS}}`, 'g');
  return parts.flatMap((part) => part.match(words) ?? []).map((part) => part.trim());
}

/** A voice of the device for the language; voices come late in some browsers. */
export function findVoice(lang: string): Promise<SpeechSynthesisVoice | undefined> {
  const find = () => speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(lang));
  const found = find();
  if (found || speechSynthesis.getVoices().length > 0) return Promise.resolve(found);
  return new Promise((resolve) => {
    const done = () => resolve(find());
    speechSynthesis.addEventListener('voiceschanged', done, { once: true });
    setTimeout(done, 1500);
  });
}

export interface Reader {
  /** From the beginning. */
  begin(voice: SpeechSynthesisVoice): void;
  pause(): void;
  resume(): void;
  /** One step slower or faster; the sentence being read begins anew. */
  change(by: -1 | 1): void;
  stop(): void;
}

/** Reads the blocks of an article one after the other and marks the one being read. */
export function createReader(article: Element, onEnd: () => void): Reader {
  let pieces: Piece[] = [];
  let voice: SpeechSynthesisVoice | undefined;
  let at = 0;
  let speed = SPEEDS.indexOf(1);
  /** Counts up with every press, so that what an earlier reading still reports is passed over. */
  let turn = 0;

  const mark = (block?: Element) => {
    for (const old of article.querySelectorAll('.being-read')) old.classList.remove('being-read');
    block?.classList.add('being-read');
    block?.scrollIntoView({ block: 'nearest' });
  };
  const silence = () => {
    turn += 1;
    speechSynthesis.cancel();
  };
  const stop = () => {
    silence();
    mark();
    at = 0;
    onEnd();
  };
  const speak = () => {
    const piece = pieces[at];
    if (!piece || !voice) return stop();
    const mine = turn;
    const said = new SpeechSynthesisUtterance(piece.text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = SPEEDS[speed] ?? 1;
    said.onend = () => {
      if (mine !== turn) return;
      at += 1;
      speak();
    };
    said.onerror = () => {
      if (mine === turn) stop();
    };
    mark(piece.block);
    speechSynthesis.speak(said);
  };
  const resume = () => {
    silence();
    speak();
  };
  return {
    begin: (chosen) => {
      voice = chosen;
      pieces = piecesOf(article);
      resume();
    },
    pause: silence,
    resume,
    change: (by) => {
      speed = Math.min(SPEEDS.length - 1, Math.max(0, speed + by));
      resume();
    },
    stop,
  };
}
