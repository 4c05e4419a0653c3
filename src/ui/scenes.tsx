/** What may stand in a portal's arch: one scene a locality. */
export const SCENES = ['mountains', 'rice', 'boat', 'lotus', 'lychee', 'plum'] as const;
export type SceneName = (typeof SCENES)[number];

/** White line art on a 72 × 84 arch; strokes 3.4, so that it still reads at 16 px. */
const ARCH_LINES: Readonly<Record<SceneName, string>> = {
  mountains:
    '<path d="M13 40 26 24l8 8 11-16 15 24"/><path d="M12 50q8-6 16 0t16 0 16 0M12 60q8-6 16 0t16 0 16 0M12 70q8-6 16 0t16 0 16 0"/>',
  rice: '<path d="M36 78V22"/><path d="M36 30c-6-5-6-11 0-17 6 6 6 12 0 17ZM35 42c-8 0-12-4-12-12 8 0 12 4 12 12ZM37 42c8 0 12-4 12-12-8 0-12 4-12 12ZM35 56c-8 0-12-4-12-12 8 0 12 4 12 12ZM37 56c8 0 12-4 12-12-8 0-12 4-12 12ZM35 70c-8 0-12-4-12-12 8 0 12 4 12 12ZM37 70c8 0 12-4 12-12-8 0-12 4-12 12Z"/>',
  boat: '<path d="M37 52V16c10 5 15 15 15 30H37M31 52V26c-6 5-9 11-10 20h10"/><path d="M13 52h46c-2 9-7 13-13 13H26c-6 0-11-4-13-13Z"/><path d="M14 74q5.5-5 11 0t11 0 11 0 11 0"/>',
  lotus:
    '<path d="M36 20c8 8 8 20 0 28-8-8-8-20 0-28Z"/><path d="M29 44c-8-1-12-6-12-15 5 0 9 2 12 5M43 44c8-1 12-6 12-15-5 0-9 2-12 5"/><path d="M36 48c-11 3-19 0-24-8 4-1 7-1 10 0M36 48c11 3 19 0 24-8-4-1-7-1-10 0"/><path d="M13 62q6-5 12 0t12 0 11 0 11 0M13 73q6-5 12 0t12 0 11 0 11 0"/>',
  lychee:
    '<circle cx="24" cy="56" r="12"/><circle cx="48" cy="56" r="12"/><path d="M26 44c2-10 8-18 16-24M46 44c0-9-2-17-4-24"/><path d="M42 20c6-6 13-6 18-2-5 5-12 6-18 2Z"/><path d="M20 54l3-3M25 60l3-3M19 62l2-2M44 54l3-3M49 60l3-3M43 62l2-2"/>',
  plum: '<circle cx="37" cy="34" r="3.5"/><path d="M37 30c-6-5-6-10 0-15 6 5 6 10 0 15ZM41 33c3-7 8-9 15-6-2 7-7 9-15 6ZM40 37c7 0 11 4 11 11-7 0-11-4-11-11ZM34 37c0 7-4 11-11 11 0-7 4-11 11-11ZM33 33c-7 3-13 1-15-6 7-3 12-1 15 6Z"/><path d="M22 77c4-12 8-20 14-28M29 64c8 2 14 0 19-5"/><circle cx="52" cy="57" r="4"/>',
};

const OUTER = 'M0 84V36a36 36 0 0 1 72 0v48Z';
const INNER = 'M5 79.5V36a31 31 0 0 1 62 0v43.5Z';

function archInner(scene: SceneName): string {
  return (
    `<path class="arch-fill" d="${OUTER}"/>` +
    `<g fill="none" stroke="#fff" stroke-linecap="round" stroke-linejoin="round">` +
    `<path stroke-width="1.5" stroke-opacity=".55" d="${INNER}"/>` +
    `<g stroke-width="3.4">${ARCH_LINES[scene]}</g></g>`
  );
}

/** The portal's arch with its scene; decoration, the name stands beside it in letters. */
export function Arch({ scene }: { scene: SceneName }) {
  return (
    <svg
      class="arch"
      viewBox="0 0 72 84"
      width="48"
      height="56"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: archInner(scene) }}
    />
  );
}

/** The arch as an icon file of its own, for the browser's tab. */
export function archIconSvg(scene: SceneName, strong: string): string {
  const drawing = archInner(scene).replace('class="arch-fill"', `fill="${strong}"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 0 84 84">${drawing}</svg>`;
}

/**
 * The mark of Cổng Làng on a grid of 64: two tiers of curved roof, two small posts with lotus buds, an open arch.
 * For the software and the desk only; public pages carry the locality's own.
 */
const GATE =
  'M25.5 1.5h13c2 1.6 4.6 2.7 8.5 3.4-1.6 3.3-4 5.1-7.5 5.1h-15c-3.5 0-5.9-1.8-7.5-5.1 3.9-.7 6.5-1.8 8.5-3.4Z' +
  'M25.5 12.2h13v2.6h-13ZM20 17h24c3 2.6 6.5 3.9 11.5 4.3-1.8 3.9-5 6.2-9.5 6.2H18c-4.5 0-7.7-2.3-9.5-6.2C13.5 20.9 17 19.6 20 17Z' +
  'M16 29.5h32V57h-8V45a8 8 0 0 0-16 0v12h-8ZM5.5 40.5h7V57h-7ZM51.5 40.5h7V57h-7ZM4.3 36.8h9.4V39H4.3ZM50.3 36.8h9.4V39h-9.4Z' +
  'M9 29.3c1.8 1.7 2.6 3 2.6 4.1A2.5 2.5 0 0 1 9 35.8a2.5 2.5 0 0 1-2.6-2.4c0-1.1.8-2.4 2.6-4.1ZM55 29.3c1.8 1.7 2.6 3 2.6 4.1a2.5 2.5 0 0 1-2.6 2.4 2.5 2.5 0 0 1-2.6-2.4c0-1.1.8-2.4 2.6-4.1ZM2 58.8h60V62H2Z';

/** The Cổng Làng gate in one colour, the text's own. */
export function GateMark() {
  return (
    <svg class="gate" viewBox="0 0 64 64" width="32" height="32" aria-hidden="true">
      <path fill="currentColor" d={GATE} />
    </svg>
  );
}

/** The gate as a file, for the desk's tab icon. */
export function gateIconSvg(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="${colour}" d="${GATE}"/></svg>`;
}

/** The roof under the header: one thick stroke with its tips turned up, wider than the page. */
export function Roof() {
  return (
    <div class="roof" aria-hidden="true">
      <svg viewBox="0 0 60 22" aria-hidden="true" preserveAspectRatio="none" class="eave">
        <path d="M0 0c6 9.5 17 14 34 14h26v8H34C15 22 5 15 0 0Z" />
      </svg>
      <span class="ridge" />
      <svg viewBox="0 0 60 22" aria-hidden="true" preserveAspectRatio="none" class="eave eave-end">
        <path d="M0 0c6 9.5 17 14 34 14h26v8H34C15 22 5 15 0 0Z" />
      </svg>
    </div>
  );
}
