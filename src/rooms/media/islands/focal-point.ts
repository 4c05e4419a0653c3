/** A click on the picture moves its focal point; the two number fields stay what is sent. */
function enhance(place: HTMLElement): void {
  const picture = place.querySelector('img');
  const marks = place.querySelectorAll('circle');
  const x = document.getElementById('focalX');
  const y = document.getElementById('focalY');
  if (!picture || !(x instanceof HTMLInputElement) || !(y instanceof HTMLInputElement)) return;
  const show = () => {
    const [width, height] = [Number(picture.getAttribute('width')), Number(picture.getAttribute('height'))];
    for (const mark of marks) {
      mark.setAttribute('cx', String((Number(x.value) / 100) * width));
      mark.setAttribute('cy', String((Number(y.value) / 100) * height));
    }
  };
  place.classList.add('focal-live');
  place.addEventListener('click', (event) => {
    const box = picture.getBoundingClientRect();
    const part = (at: number, length: number) =>
      String(Math.max(0, Math.min(100, Math.round((at / length) * 100))));
    x.value = part(event.clientX - box.left, box.width);
    y.value = part(event.clientY - box.top, box.height);
    show();
  });
  for (const field of [x, y]) field.addEventListener('input', show);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-focal]')) enhance(place);

export {};
