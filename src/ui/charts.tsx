export interface DotRow {
  /** "Đ10.2" */
  readonly label: string;
  readonly title: string;
  /** Per cent, 0 to 100. */
  readonly value: number;
  /** The period before, an open dot. */
  readonly before?: number | undefined;
  /** "95,2 %" */
  readonly words: string;
  readonly bad?: boolean | undefined;
}

export interface DotChartProps {
  /** What is drawn, for those who hear it; the table under it holds the numbers. */
  readonly label: string;
  readonly rows: readonly DotRow[];
  /** Left end of the axis, in per cent. */
  readonly from: number;
  readonly legend: { readonly now: string; readonly before: string; readonly bad: string };
}

const AXIS = 480;

/** Shares on one axis, this period against the last. Always with its table ({@link DataTable}) under it. */
export function DotChart({ label, rows, from, legend }: DotChartProps) {
  const x = (value: number): number =>
    Math.round(((Math.max(from, value) - from) / (100 - from)) * (AXIS - 16)) + 8;
  return (
    <figure class="dot-chart">
      <figcaption>
        {label}
        <ul class="dot-legend">
          <LegendItem kind="now" text={legend.now} />
          <LegendItem kind="before" text={legend.before} />
          <LegendItem kind="bad" text={legend.bad} />
        </ul>
      </figcaption>
      <ul>
        {rows.map((row) => (
          <li key={row.label + row.title} class={row.bad ? 'dot-row dot-bad' : 'dot-row'}>
            <strong class="num">{row.label}</strong> <span class="dot-title">{row.title}</span>
            <svg viewBox={`0 0 ${AXIS} 20`} width={AXIS} height="20" aria-hidden="true">
              <path class="dot-axis" d={`M8 10H${AXIS - 8}`} />
              <path class="dot-end" d={`M${AXIS - 8} 1V19`} />
              {row.before !== undefined && (
                <path class="dot-move" d={`M${x(row.before)} 10H${x(row.value)}`} />
              )}
              {row.before !== undefined && <circle class="dot-before" cx={x(row.before)} cy="10" r="5.5" />}
              <circle class="dot-now" cx={x(row.value)} cy="10" r="6.5" />
            </svg>
            <span class="num dot-words">{row.words}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function LegendItem({ kind, text }: { kind: 'now' | 'before' | 'bad'; text: string }) {
  return (
    <li class={kind === 'bad' ? 'dot-bad' : undefined}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle class={kind === 'before' ? 'dot-before' : 'dot-now'} cx="8" cy="8" r="6" />
      </svg>{' '}
      {text}
    </li>
  );
}
