/**
 * Many files at once: sent in pieces, three at a time, with their progress; kept in the browser, so that a page that is
 * loaded anew, a line that breaks or a session that ends costs nothing that was sent. Without it the form sends them whole.
 */
import { forget, type KeptFile, keep, listKept } from './parts/kept-files.ts';
import { createQueueView, filled, type QueueView, type RowView, type Words } from './parts/queue-view.ts';
import { cancelUpload, findToken, type Outcome, sendFile } from './parts/sending.ts';

const AT_ONCE = 3;
const LONGEST_PAUSE_S = 30;
const ASK_AGAIN_MS = 5_000;

interface Waiting {
  kept: KeptFile;
  row: RowView;
  sent: number;
  tries: number;
  state: 'waiting' | 'sending' | 'done' | 'failed' | 'gone';
}

/** Whatever the page was made for: who uploads where. */
interface Ground {
  address: string;
  person: string;
  portal: string;
  folder: string;
  signIn: string;
  words: Words;
}

class Queue {
  readonly files: Waiting[] = [];
  private isPaused = false;
  private isSignedOut = false;
  private running = 0;
  private stop = new AbortController();
  private readonly ground: Ground;
  private readonly view: QueueView;
  private token: string;

  constructor(ground: Ground, view: QueueView, token: string) {
    this.ground = ground;
    this.view = view;
    this.token = token;
    view.onPause(() => this.togglePause());
  }

  add(kept: KeptFile): void {
    const row = this.view.add(kept.name, kept.size, () => this.cancel(kept.id));
    row.tell('waiting');
    this.files.push({ kept, row, sent: 0, tries: 0, state: 'waiting' });
    this.tellTotal();
  }

  private togglePause(): void {
    this.isPaused = !this.isPaused;
    this.view.setPaused(this.isPaused);
    this.view.say(this.isPaused ? (this.ground.words.paused ?? '') : '');
    if (this.isPaused) this.stop.abort();
    else this.stop = new AbortController();
    this.run();
  }

  private cancel(id: string): void {
    const one = this.files.find(({ kept }) => kept.id === id);
    if (!one) return;
    if (one.state !== 'failed') cancelUpload(this.ground.address, id, this.token);
    one.state = 'gone';
    void forget(id);
    this.tellTotal();
  }

  /** Begins as many as may run side by side. */
  run(): void {
    while (this.running < AT_ONCE && !this.isPaused && !this.isSignedOut) {
      const next = this.files.find(({ state }) => state === 'waiting');
      if (!next) break;
      next.state = 'sending';
      this.running++;
      void this.send(next);
    }
    const isOver = this.files.every(({ state }) => state !== 'waiting' && state !== 'sending');
    const failed = this.files.filter(({ state }) => state === 'failed').length;
    if (isOver && this.files.length > 0) this.view.ended(failed);
  }

  private async send(one: Waiting): Promise<void> {
    one.row.tell('sending');
    const outcome = await sendFile(one.kept, {
      ...{ address: this.ground.address, token: this.token, signal: this.stop.signal },
      onProgress: (bytes) => {
        one.sent = Math.min(bytes, one.kept.size);
        one.row.progress(one.sent);
        if (one.sent === one.kept.size && one.state === 'sending') one.row.tell('checking');
        this.tellTotal();
      },
    });
    this.running--;
    if (one.state === 'sending') await this.settle(one, outcome);
    this.tellTotal();
    this.run();
  }

  private async settle(one: Waiting, outcome: Outcome): Promise<void> {
    const { row, kept } = one;
    if (outcome.kind === 'done') {
      [one.state, one.sent] = ['done', kept.size];
      row.tell('done');
      row.link(`${this.ground.address.replace(/\/tai-len$/, '')}/tep/${outcome.file.id}`);
      await forget(kept.id);
    } else if (outcome.kind === 'refused') {
      one.state = 'failed';
      row.tell('failed', `${this.ground.words.failed}: ${outcome.problem}`);
      await forget(kept.id);
    } else if (outcome.kind === 'again') this.tryLater(one, outcome.problem);
    else {
      one.state = 'waiting';
      row.tell('waiting');
      await this.renewToken(outcome.kind === 'signed-out');
    }
  }

  private tryLater(one: Waiting, problem: string): void {
    one.state = 'waiting';
    one.row.tell('waiting');
    if (this.isPaused) return;
    one.state = 'sending';
    const seconds = Math.min(LONGEST_PAUSE_S, 2 ** one.tries++);
    const words = filled(this.ground.words.retrying, { n: seconds });
    one.row.tell('retrying', problem ? `${problem} ${words}` : words);
    let timer = 0;
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      if (one.state !== 'sending') return;
      one.state = 'waiting';
      this.run();
    };
    timer = window.setTimeout(go, seconds * 1_000);
    addEventListener('online', go);
  }

  /** Waits until somebody is signed in; the same person's files go on, another's are not sent for him. */
  private async renewToken(isOut: boolean): Promise<void> {
    if (this.isSignedOut) return;
    this.isSignedOut = true;
    const { address, person, signIn, words } = this.ground;
    const tell = () =>
      this.view.say(words.signedOut ?? '', { href: signIn, text: words.signIn ?? '', isNew: true });
    if (isOut) tell();
    for (;;) {
      const found = await findToken(address);
      if (typeof found === 'object' && found.person === person) {
        this.token = found.token;
        this.isSignedOut = false;
        this.view.say('');
        this.run();
        return;
      }
      if (found !== undefined) tell();
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }

  private tellTotal(): void {
    const all = this.files.filter(({ state }) => state !== 'gone');
    const done = all.filter(({ state }) => state === 'done').length;
    const sum = (of: (one: Waiting) => number) => all.reduce((bytes, one) => bytes + of(one), 0);
    this.view.total(
      done,
      all.length,
      sum(({ sent }) => sent),
      sum(({ kept }) => kept.size),
    );
  }
}

/** A UUID also where the page has no secure connection. */
function freshId(): string {
  if (globalThis.isSecureContext) return crypto.randomUUID();
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((one) => one.toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** One window at a time sends what is kept; the others wait for it to be closed. */
function alone(work: () => Promise<void>, onWait: () => void): void {
  if (!navigator.locks) return void work();
  const name = 'cong-lang-uploads';
  void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) return work();
    onWait();
    void navigator.locks.request(name, work);
  });
}

function enhance(place: HTMLElement): void {
  const form = place.querySelector('form');
  const input = form?.querySelector<HTMLInputElement>('input[type=file]');
  const data = place.dataset;
  if (!form || !input) return;
  const words = JSON.parse(data.words ?? '{}') as Words;
  const ground: Ground = {
    ...{ address: data.upload ?? '', person: data.person ?? '', portal: data.portal ?? '' },
    ...{ folder: data.folder ?? '', signIn: data.signIn ?? '', words },
  };
  const view = createQueueView(place, words, data.library ?? '');
  const token = form.querySelector<HTMLInputElement>('input[name=_token]')?.value ?? '';
  const queue = new Queue(ground, view, token);
  let mayRun = false;
  let isKept = true;

  const take = async (files: Iterable<File>) => {
    for (const file of files) {
      const kept: KeptFile = {
        ...{ id: freshId(), person: ground.person, portal: ground.portal, folder: ground.folder },
        ...{ name: file.name, size: file.size, file, addedAt: Date.now() },
      };
      isKept = (await keep(kept)) && isKept;
      queue.add(kept);
      if (mayRun) queue.run();
    }
    if (!isKept) view.say(words.notKept ?? '');
  };
  form.addEventListener(
    'submit',
    (event) => {
      if (!input.files?.length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void take([...input.files]);
      form.reset();
    },
    true,
  );
  input.addEventListener('change', () => {
    if (!input.files?.length) return;
    void take([...input.files]);
    form.reset();
  });
  acceptDrops(place, words.drop ?? '', (files) => void take(files));

  alone(
    async () => {
      mayRun = true;
      const left = (await listKept(ground.person, ground.portal)).filter(
        ({ id }) => !queue.files.some(({ kept }) => kept.id === id),
      );
      for (const kept of left) queue.add(kept);
      if (left.length > 0) view.say(words.restored ?? '');
      queue.run();
      // the lock is held as long as the page is there
      await new Promise(() => {});
    },
    () => view.say(words.elsewhere ?? ''),
  );
  addEventListener('beforeunload', (event) => {
    const isBusy = queue.files.some(({ state }) => state === 'waiting' || state === 'sending');
    if (isBusy && !isKept) event.preventDefault();
  });
}

function acceptDrops(place: HTMLElement, words: string, onFiles: (files: File[]) => void): void {
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent = words;
  place.querySelector('input[type=file]')?.after(note);
  place.classList.add('upload-place');
  const mark = (isOver: boolean) => place.classList.toggle('upload-over', isOver);
  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  place.addEventListener('dragleave', () => mark(false));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
}

for (const place of document.querySelectorAll<HTMLElement>('[data-upload]')) enhance(place);
