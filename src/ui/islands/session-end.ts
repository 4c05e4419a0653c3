/**
 * Two minutes before a session ends of rest the page says so, and one press keeps it; the end after a working day is said
 * ten minutes before. Nothing is sent by itself: a page left open does not keep a session alive.
 */
const SAY_REST_MS = 2 * 60_000;
const SAY_END_MS = 10 * 60_000;
const LOOK_EVERY_MS = 5_000;

const place = document.querySelector<HTMLElement>('[data-session-end]');

function watch(box: HTMLElement): void {
  const { rest, end, stay } = box.dataset;
  const button = box.querySelector('button');
  // the clock of this computer may be wrong: only time passed since the page came is counted
  const began = performance.now();
  let rested = began;
  const tell = (state: 'none' | 'rest' | 'end' | 'over') => {
    if (box.dataset.state === state) return;
    box.dataset.state = state;
    for (const line of box.querySelectorAll<HTMLElement>('[data-when]'))
      line.hidden = line.dataset.when !== state;
    if (button) button.hidden = state !== 'rest';
    box.hidden = state === 'none';
  };
  const look = () => {
    const now = performance.now();
    const [restLeft, endLeft] = [Number(rest) - (now - rested), Number(end) - (now - began)];
    if (restLeft <= 0 || endLeft <= 0) tell('over');
    else if (restLeft <= SAY_REST_MS) tell('rest');
    else if (endLeft <= SAY_END_MS) tell('end');
    else tell('none');
  };
  button?.addEventListener('click', async () => {
    const answer = await fetch(stay ?? '', { redirect: 'manual', cache: 'no-store' }).catch(() => undefined);
    if (answer?.ok) rested = performance.now();
    else tell('over');
    look();
  });
  window.setInterval(look, LOOK_EVERY_MS);
  // a computer that slept comes back long after
  document.addEventListener('visibilitychange', look);
  look();
}

if (place) watch(place);

export {};
