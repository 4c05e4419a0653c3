import type { OperatorCommand } from './command.ts';
import { type Finding, listFindings } from './doctor-checks.ts';

const MARKS: Record<Finding['state'], string> = { good: '✔', note: '·', warn: '!', bad: '✖' };

const WORDS = {
  well: { vi: 'Không có gì phải làm.', en: 'Nothing has to be done.' },
  todo: (n: number) => ({ vi: `Có ${n} việc phải làm (✖).`, en: `${n} things must be done (✖).` }),
};

/** `doctor`: what is there, what is missing, what to do. Exit code 1 when something must be done. */
export const doctor: OperatorCommand = {
  name: 'doctor',
  words: {
    vi: 'Khám: có gì, thiếu gì, phải làm gì',
    en: 'Examine: what is there, what is missing, what to do',
  },
  async run(call) {
    const findings = await listFindings(call);
    const bad = findings.filter(({ state }) => state === 'bad').length;
    const lines = findings.flatMap((one) => [
      `${MARKS[one.state]} ${one.title[call.lang]}: ${one.text[call.lang]}`,
      ...(one.remedy ? [`    → ${one.remedy[call.lang]}`] : []),
    ]);
    return {
      data: { findings, ok: bad === 0 },
      text: [...lines, '', (bad === 0 ? WORDS.well : WORDS.todo(bad))[call.lang]].join('\n'),
      ok: bad === 0,
    };
  },
};
