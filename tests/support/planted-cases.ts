import assert from 'node:assert/strict';
import {
  checkAnswerOf,
  draftAnswer,
  sendBackAnswer,
  signAnswer,
  submitAnswer,
} from '../../src/rooms/inquiries/answering.ts';
import { askBodies, contributeToInquiry } from '../../src/rooms/inquiries/bodies.ts';
import { INTAKE_RULES, INTAKES, type Intake } from '../../src/rooms/inquiries/intakes.ts';
import { mergeInquiry, splitInquiry } from '../../src/rooms/inquiries/joining.ts';
import type { OfInquiry } from '../../src/rooms/inquiries/moving.ts';
import { addToInquiry, replyToInquiry, withdrawInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { digestOfCode } from '../../src/rooms/inquiries/sealed.ts';
import {
  acceptInquiry,
  forwardInquiry,
  giveBackInquiry,
  refuseInquiry,
  sendOutInquiry,
} from '../../src/rooms/inquiries/sorting.ts';
import { askBack, extendInquiry, promiseAnswer } from '../../src/rooms/inquiries/timing.ts';
import { openAsking } from './asking.ts';
import type { Hall, Post } from './inquiries.ts';
import type { Planting } from './planted.ts';

const MAIN = 'lao-cai/main';
const MEMBER = 'lao-cai/snnmt';
export const HOST = 'www.laocai.gov.vn';
/** Stands in every public answer, so that what finds nothing is known to look in the right place. */
export const PUBLIC_WORD = 'Congkhaimau';

/** One inquiry of every intake through every step that takes a text, each text planted. */
export async function plantEverywhere(hall: Hall, planting: Planting): Promise<void> {
  for (const intake of INTAKES) await walk(hall, planting, intake);
  await endOtherwise(hall, planting);
  await sendByForm(hall, planting);
}

function ask(hall: Hall, planting: Planting, place: string, intake: Intake = 'question') {
  return hall.ask('lao-cai', intake, { asker: planting.asker(place), content: planting.content(place) });
}

async function walk(hall: Hall, planting: Planting, intake: Intake): Promise<void> {
  const { confidential, publishes, variants } = INTAKE_RULES[intake];
  const { id: inquiryId } = await ask(hall, planting, intake, intake);
  const note = (step: string) => planting.text(`${intake} ${step} note`);
  // what is confidential the board alone does
  const post = (usual: Post): Post => (confidential ? (usual === 'editor' ? 'boardMember' : 'head') : usual);
  const machine = hall.machines['lao-cai'] ?? assert.fail();
  const asAsker = (command: typeof addToInquiry, text: string) =>
    hall.app.ports.perform(machine, command, { portalId: hall.portal(MAIN).id, inquiryId, note: text });
  await asAsker(addToInquiry, note('add'));
  const toPortalId = hall.portal(MEMBER).id;
  await hall.act(MAIN, 'boardMember', forwardInquiry, { inquiryId, toPortalId, note: note('forward') });
  await hall.act(MEMBER, 'boardMember', giveBackInquiry, { inquiryId, note: note('giveback') });
  const variant = intake === 'information' ? 'complex' : variants[0];
  await hall.act(MAIN, 'boardMember', acceptInquiry, {
    ...{ inquiryId, commonConcern: false, ...(variant && { variant }) },
  });
  await hall.act(MAIN, 'boardMember', askBodies, { inquiryId, portalIds: [toPortalId] });
  const contribution = planting.text(`${intake} contribution`);
  await hall.act(MEMBER, post('editor'), contributeToInquiry, { inquiryId, contribution });
  await hall.act(MAIN, post('editor'), askBack, { inquiryId, note: note('askback') });
  await asAsker(replyToInquiry, note('reply'));
  if (intake === 'question')
    await hall.act(MAIN, 'boardMember', promiseAnswer, {
      ...{ inquiryId, promisedOn: '2026-11-27', note: note('promise') },
    });
  if (intake === 'information')
    await hall.act(MAIN, 'boardMember', extendInquiry, { inquiryId, note: note('extend') });
  await hall.act(MAIN, post('editor'), draftAnswer, {
    ...{ inquiryId, citations: [], from: 0, mode: publishes ? ('both' as const) : ('direct' as const) },
    content: {
      ...{ title: `${PUBLIC_WORD} ${intake}`, question: 'Có được hỗ trợ không?', answer: 'Có, một nửa.' },
      aside: planting.text(`${intake} aside`),
    },
  });
  await hall.act(MAIN, post('editor'), submitAnswer, { inquiryId });
  await hall.act(MAIN, post('checker'), sendBackAnswer, { inquiryId, note: note('sendback') });
  await hall.act(MAIN, post('editor'), submitAnswer, { inquiryId });
  await hall.act(MAIN, post('checker'), checkAnswerOf, { inquiryId });
  await hall.act(MAIN, 'head', signAnswer, { inquiryId });
}

/** Refused, passed outside, withdrawn, joined, split. */
async function endOtherwise(hall: Hall, planting: Planting): Promise<void> {
  const board = <I extends OfInquiry>(
    command: Parameters<typeof hall.act<I, unknown>>[2],
    input: Omit<I, 'portalId'>,
  ) => hall.act<I, unknown>(MAIN, 'boardMember', command, input);
  const refused = await ask(hall, planting, 'refused');
  await board(refuseInquiry, {
    ...{ inquiryId: refused.id, reason: 'outOfScope', note: planting.text('refused note') },
  });
  const sentOut = await ask(hall, planting, 'sentout', 'complaint');
  await board(sendOutInquiry, {
    ...{ inquiryId: sentOut.id, body: 'Thanh tra tỉnh', note: planting.text('sentout note') },
  });
  const withdrawn = await ask(hall, planting, 'withdrawn');
  await hall.app.ports.perform(hall.machines['lao-cai'] ?? assert.fail(), withdrawInquiry, {
    ...{ portalId: hall.portal(MAIN).id, inquiryId: withdrawn.id, note: planting.text('withdrawn note') },
  });
  const [joined, into] = [await ask(hall, planting, 'joined'), await ask(hall, planting, 'into')];
  await board(mergeInquiry, { inquiryId: joined.id, intoId: into.id });
  await board(refuseInquiry, { inquiryId: into.id, reason: 'repeated', note: planting.text('into note') });
  const whole = await ask(hall, planting, 'whole');
  const parts = [planting.content('part one'), planting.content('part two')];
  const codes = ['ONE', 'TWO'].map((part) => ({
    code: `PLANTED-${part}`,
    digest: digestOfCode(hall.app.ports.seal, `PLANTED-${part}`),
  }));
  await board(splitInquiry, { inquiryId: whole.id, parts, codes });
}

/** Through the pages: sent with a file, sent wrong, looked for, guessed, asked for by e-mail. */
async function sendByForm(hall: Hall, planting: Planting): Promise<void> {
  const asker = openAsking(hall);
  const path = '/hoi-dap/gui/cau-hoi';
  const { fields, email = '', phone = '', postal = '' } = planting.asker('form');
  const typed = {
    ...{ ...fields, email, phone, postal, ...planting.content('form') },
    ...{ topic: 'procedures', askerKind: 'person', isForeigner: 'no', warned: '1', consents: 'reply' },
  };
  const pdf = Buffer.from(`%PDF-1.4\n% ${planting.text('file bytes')}\ntrailer\n%%EOF\n`);
  const name = `${planting.text('file name')}.pdf`;
  const sent = await asker.upload(HOST, path, typed, [[name, pdf]]);
  const code = await asker.codeOf(HOST, sent);
  const page = await hall.get(HOST, `/hoi-dap/theo-doi/${code}`);
  assert.equal(page.status, 200);
  assert.ok(planting.in(page.body).includes('zkplantedfilename'), 'who has the code sees what he sent');
  for (const more of [{ do: 'similar', step: 'question' }, { email: `${email}@` }, { website: email }])
    assert.ok((await asker.post(HOST, path, { ...typed, ...more })).status < 500);
  const lost = planting.text('typed code');
  await asker.post(HOST, '/hoi-dap/theo-doi', { code: lost });
  await hall.get(HOST, `/hoi-dap/theo-doi/${encodeURIComponent(lost)}`);
  await hall.get(HOST, `/hoi-dap/tuong-tu?q=${encodeURIComponent(planting.text('similar words'))}`);
  await hall.get(HOST, `/khong-co-trang-nay/${encodeURIComponent(planting.text('lost address'))}`);
  for (const known of [email, planting.email('stranger')])
    await asker.post(HOST, '/hoi-dap/gui/du-lieu-ca-nhan', { do: 'mail', email: known });
}
