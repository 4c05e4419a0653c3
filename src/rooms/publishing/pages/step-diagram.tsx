import type { Lang } from '../../../rules/lang.ts';
import type { Step } from '../steps-rules.ts';
import { stepWords } from '../steps-words.ts';

const WIDTH = 320;
const BOX = 52;
const GAP = 30;
/** Letters that fit a line of a box; the list beside the drawing has every name whole. */
const LINE = 34;

const cut = (text: string) => (text.length <= LINE ? text : `${text.slice(0, LINE - 1)}…`);

/** The way drawn from above to below: the writer, each step, the public. The list under it says the same in words. */
export function StepDiagram({
  lang,
  steps,
  who,
}: {
  lang: Lang;
  steps: readonly Step[];
  who: (step: Step) => string;
}) {
  const w = stepWords(lang);
  const boxes = [
    { kind: 'end', title: w.writer, note: '' },
    ...steps.map((step, i) => ({
      kind: step.does,
      title: `${i + 1}. ${step.name[lang]}`,
      note: who(step),
    })),
    { kind: 'end', title: w.public, note: '' },
  ];
  const height = boxes.length * BOX + (boxes.length - 1) * GAP + 2;
  return (
    <svg
      class="step-diagram"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-label={`${w.diagram}: ${boxes.map(({ title }) => title).join(' → ')}`}
    >
      {boxes.map((box, i) => {
        const y = i * (BOX + GAP) + 1;
        return (
          <g key={box.title}>
            <rect
              class={`step-box step-box-${box.kind}`}
              x="1"
              y={y}
              width={WIDTH - 2}
              height={BOX}
              rx={box.kind === 'end' ? 26 : 4}
            />
            <text class="step-box-title" x={WIDTH / 2} y={y + (box.note ? 22 : 31)} text-anchor="middle">
              {cut(box.title)}
            </text>
            {box.note && (
              <text class="step-box-note" x={WIDTH / 2} y={y + 41} text-anchor="middle">
                {cut(box.note)}
              </text>
            )}
            {i < boxes.length - 1 && (
              <path class="step-arrow" d={`M${WIDTH / 2} ${y + BOX + 3}v${GAP - 8}m-5 -6l5 6l5 -6`} />
            )}
          </g>
        );
      })}
    </svg>
  );
}
