import { randomBytes } from 'node:crypto';
import type { Command } from '../../src/platform/command/index.ts';
import { checkAnswerOf, draftAnswer, signAnswer, submitAnswer } from '../../src/rooms/inquiries/answering.ts';
import { askBodies, contributeToInquiry } from '../../src/rooms/inquiries/bodies.ts';
import type { Intake } from '../../src/rooms/inquiries/intakes.ts';
import { mergeInquiry, splitInquiry } from '../../src/rooms/inquiries/joining.ts';
import { type ReceiveInquiry, receiveInquiry, withdrawInquiry } from '../../src/rooms/inquiries/receiving.ts';
import type { State } from '../../src/rooms/inquiries/rules.ts';
import { digestOfCode, sealFile } from '../../src/rooms/inquiries/sealed.ts';
import {
  acceptInquiry,
  assignOfficer,
  forwardInquiry,
  refuseInquiry,
  sendOutInquiry,
} from '../../src/rooms/inquiries/sorting.ts';
import { findInquiry } from '../../src/rooms/inquiries/store.ts';
import { askBack } from '../../src/rooms/inquiries/timing.ts';
import { ASKER } from './inquiries.ts';
import type { World } from './world.ts';

/** What the answers of these cases say. */
export const ANSWER = {
  content: {
    title: 'Hỗ trợ giống ngô vụ xuân',
    question: 'Hộ trồng ngô có được hỗ trợ giống không?',
    answer: 'Có. Hộ đăng ký với xã trước ngày 15 tháng 12.\n\nMang theo sổ hộ nghèo nếu có.',
    aside: 'Hồ sơ của ông, bà đã đủ.',
  },
  citations: [
    {
      number: '15/2025/QĐ-UBND',
      abstract: 'về hỗ trợ sản xuất nông nghiệp',
      issuedOn: '2025-05-12',
      issuer: 'UBND tỉnh',
      article: 'Điều 4',
    },
  ],
  mode: 'both' as const,
  from: 0,
};

/** Bytes of the file that came with the first case. */
export const FILE_BYTES = Buffer.from('Sổ đỏ của nhà tôi', 'utf8');

/** Sends something to the main portal of Lào Cai as the public does. */
export async function askHere(
  { app, machines, portal }: World,
  intake: Intake,
  more: Partial<ReceiveInquiry> = {},
): Promise<number> {
  const { ports } = app;
  const machine = machines['lao-cai'];
  if (!machine) throw new Error('There is no Lào Cai.');
  const code = randomBytes(7).toString('hex');
  const { inquiryId } = await ports.perform(machine, receiveInquiry, {
    ...{ localityId: machine.localityId, portalId: portal('lao-cai/main').id, isMain: true },
    ...{ intake, language: 'vi', askerKind: 'person', isForeigner: false, asker: ASKER },
    content: {
      title: 'Hỏi về hỗ trợ giống ngô',
      text: 'Gia đình tôi có được hỗ trợ giống ngô vụ xuân không?\n\nXin gọi 0987 650 432.',
    },
    ...{ consents: ['reply'], code, codeDigest: digestOfCode(ports.seal, code), files: [] },
    formDigest: randomBytes(8).toString('hex'),
    ...more,
  });
  return inquiryId;
}

/** Asks, answers and signs; the answer stands in public. @returns the number of its item */
export async function answerHere(world: World): Promise<number> {
  const { ports } = world.app;
  const portalId = world.portal('lao-cai/main').id;
  const inquiryId = await askHere(world, 'question');
  const by = async <I extends { portalId: number }>(
    role: string,
    command: Command<I, unknown>,
    input: Omit<I, 'portalId'>,
  ) => ports.perform(await world.as(`lc.${role}`), command, { ...input, portalId } as never);
  await by('board', acceptInquiry, { inquiryId, commonConcern: true, topic: 'policy' });
  await by('editor', draftAnswer, { inquiryId, ...ANSWER });
  await by('editor', submitAnswer, { inquiryId });
  await by('checker', checkAnswerOf, { inquiryId });
  await by('head', signAnswer, { inquiryId });
  const inquiry = await ports.database.transaction({ as: 'system' }, (tx) => findInquiry(tx, inquiryId));
  if (!inquiry?.item_id) throw new Error(`The answer to inquiry ${inquiryId} is not public.`);
  return inquiry.item_id;
}

/** One inquiry in every state of the workflow, and some that show more: by what they are. */
export type Cases = Record<
  State | 'withBodies' | 'passedOn' | 'confidential' | 'withFile' | 'foreign',
  number
>;

/** Puts a case in each state on the main portal of Lào Cai, by the hands of its people. */
export async function fillInquiries(world: World): Promise<Cases> {
  const { ports } = world.app;
  const main = world.portal('lao-cai/main').id;
  const member = world.portal('lao-cai/bacha').id;
  const by = async <I extends { portalId: number }>(
    username: string,
    command: Command<I, unknown>,
    input: Omit<I, 'portalId'>,
  ) => {
    const portalId = username.startsWith('lc.bacha') ? member : main;
    await ports.perform(await world.as(username), command, { ...input, portalId } as never);
  };
  const ask = (intake: Intake = 'question', more: Partial<ReceiveInquiry> = {}) =>
    askHere(world, intake, more);
  const accepted = async (more: Partial<ReceiveInquiry> = {}) => {
    const inquiryId = await ask('question', more);
    await by('lc.board', acceptInquiry, { inquiryId, commonConcern: false, topic: 'policy' });
    return inquiryId;
  };
  const drafted = async (more: Partial<ReceiveInquiry> = {}) => {
    const inquiryId = await accepted(more);
    await by('lc.editor', draftAnswer, { inquiryId, ...ANSWER });
    await by('lc.editor', submitAnswer, { inquiryId });
    return inquiryId;
  };
  const checked = async (more: Partial<ReceiveInquiry> = {}) => {
    const inquiryId = await drafted(more);
    await by('lc.checker', checkAnswerOf, { inquiryId });
    return inquiryId;
  };
  const signed = async (more: Partial<ReceiveInquiry> = {}) => {
    const inquiryId = await checked(more);
    await by('lc.head', signAnswer, { inquiryId });
    return inquiryId;
  };
  const received = await ask();
  const inProgress = await accepted();
  await by('lc.board', assignOfficer, {
    inquiryId: inProgress,
    officerId: (await world.as('lc.editor')).personId,
  });
  const waitingForAsker = await accepted();
  await by('lc.editor', askBack, { inquiryId: waitingForAsker, note: 'Xin cho biết thôn.' });
  const withBodies = await accepted();
  await by('lc.board', askBodies, { inquiryId: withBodies, portalIds: [member] });
  await by('lc.bacha.editor', contributeToInquiry, {
    inquiryId: withBodies,
    contribution: 'Giống ngô lai được hỗ trợ một nửa tiền.',
  });
  const refused = await ask();
  await by('lc.board', refuseInquiry, {
    inquiryId: refused,
    reason: 'complaint',
    note: 'Xin gửi khiếu nại.',
  });
  const confidential = await ask('complaint');
  const sentOut = await ask('complaint');
  await by('lc.board', sendOutInquiry, {
    inquiryId: sentOut,
    body: 'Thanh tra tỉnh',
    note: 'Theo dõi ở Thanh tra.',
  });
  const passedOn = await ask();
  await by('lc.board', forwardInquiry, { inquiryId: passedOn, toPortalId: member, note: 'Việc của Sở.' });
  const merged = await ask();
  await by('lc.board', mergeInquiry, { inquiryId: merged, intoId: inProgress });
  const split = await ask();
  const part = (n: number) => ({ title: `Việc ${n}`, text: `Nội dung việc ${n}.` });
  const codeOf = () => {
    const code = randomBytes(7).toString('hex');
    return { code, digest: digestOfCode(ports.seal, code) };
  };
  await by('lc.board', splitInquiry, {
    inquiryId: split,
    parts: [part(1), part(2)],
    codes: [codeOf(), codeOf()],
  });
  return {
    ...{
      received,
      inProgress,
      waitingForAsker,
      withBodies,
      refused,
      confidential,
      sentOut,
      passedOn,
      merged,
      split,
    },
    ...{ drafted: await drafted(), checked: await checked(), answered: await signed() },
    foreign: await signed({ isForeigner: true }),
    withdrawn: await withdrawn(world),
    withFile: await withFile(world),
  };
}

async function withdrawn(world: World): Promise<number> {
  const inquiryId = await askHere(world, 'question');
  const machine = world.machines['lao-cai'];
  if (!machine) throw new Error('There is no Lào Cai.');
  await world.app.ports.perform(machine, withdrawInquiry, {
    ...{ portalId: world.portal('lao-cai/main').id, inquiryId, note: 'Tôi đã hỏi xã rồi.' },
  });
  return inquiryId;
}

async function withFile(world: World): Promise<number> {
  const { ports } = world.app;
  const code = randomBytes(7).toString('hex');
  const codeDigest = digestOfCode(ports.seal, code);
  const { hash } = await ports.files.put(sealFile(ports.seal, codeDigest, FILE_BYTES));
  const file = { name: 'Sổ đỏ (bản chụp).pdf', type: 'application/pdf', sizeBytes: FILE_BYTES.length, hash };
  return askHere(world, 'question', { code, codeDigest, files: [file] });
}
