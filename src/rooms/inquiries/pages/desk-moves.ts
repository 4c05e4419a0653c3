import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Command } from '../../../platform/command/index.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Person } from '../../../rules/access/index.ts';
import { CASE_CODE_BYTES, makeCode } from '../../../rules/case-code/index.ts';
import { checkAnswerOf, sendBackAnswer, signAnswer, submitAnswer } from '../answering.ts';
import { askBodies, contributeToInquiry } from '../bodies.ts';
import { readStep, STEP_SCHEMAS as S } from '../desk-forms.ts';
import { mergeInquiry, splitInquiry } from '../joining.ts';
import type { Moved, OfInquiry } from '../moving.ts';
import type { MoveName } from '../rules.ts';
import { digestOfCode } from '../sealed.ts';
import {
  acceptInquiry,
  assignOfficer,
  forwardInquiry,
  giveBackInquiry,
  reclassifyInquiry,
  refuseInquiry,
  sendOutInquiry,
} from '../sorting.ts';
import { askBack, extendInquiry, goOnWithoutReply, promiseAnswer } from '../timing.ts';

/** Reads the form of a move and makes it. @throws Refusal */
type Step = (ports: Ports, person: Person, of: OfInquiry, form: URLSearchParams) => Promise<Moved>;

/** A move from its command and the schema of its form; `more` adds what no form can say. */
function step<Input extends OfInquiry, Read extends object>(
  command: Command<Input, Moved>,
  schema: z.ZodType<Read>,
  more?: (ports: Ports, read: Read) => object,
): Step {
  return (ports, person, of, form) => {
    const read = readStep(schema, form);
    return ports.perform(person, command, { ...of, ...read, ...more?.(ports, read) } as unknown as Input);
  };
}

/** A fresh code for each part of a split letter. */
function codesFor({ seal }: Ports, { parts }: { parts: readonly unknown[] }) {
  const codes = parts.map(() => {
    const code = makeCode(randomBytes(CASE_CODE_BYTES));
    return { code, digest: digestOfCode(seal, code) };
  });
  return { codes };
}

/** Every move an officer makes by a form of its own: its command and what is read. The draft has its editor. */
export const STEPS: Readonly<Partial<Record<MoveName, Step>>> = {
  accept: step(acceptInquiry, S.classified),
  reclassify: step(reclassifyInquiry, S.classified),
  refuse: step(refuseInquiry, S.refuse),
  forward: step(forwardInquiry, S.forward),
  giveBack: step(giveBackInquiry, S.noted),
  sendOut: step(sendOutInquiry, S.sendOut),
  assign: step(assignOfficer, S.assign),
  askBodies: step(askBodies, S.askBodies),
  contribute: step(contributeToInquiry, S.contribute),
  askBack: step(askBack, S.noted),
  goOn: step(goOnWithoutReply, S.plain),
  promise: step(promiseAnswer, S.promise),
  extend: step(extendInquiry, S.noted),
  merge: step(mergeInquiry, S.merge),
  split: step(splitInquiry, S.split, codesFor),
  submit: step(submitAnswer, S.plain),
  check: step(checkAnswerOf, S.plain),
  sendBack: step(sendBackAnswer, S.noted),
  sign: step(signAnswer, S.plain),
};
