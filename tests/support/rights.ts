import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { findClock } from '../../src/rooms/duties/index.ts';
import { RIGHTS_PATHS } from '../../src/rooms/inquiries/addresses.ts';
import { checkAnswerOf, draftAnswer, signAnswer, submitAnswer } from '../../src/rooms/inquiries/answering.ts';
import type { Intake } from '../../src/rooms/inquiries/intakes.ts';
import { noticeSubject } from '../../src/rooms/inquiries/moving.ts';
import type { ReceiveInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { RIGHT_RULES, type Right } from '../../src/rooms/inquiries/rights-rules.ts';
import { digestOfCode } from '../../src/rooms/inquiries/sealed.ts';
import { CASE_CODE_BYTES, makeCode } from '../../src/rules/case-code/index.ts';
import type { Engine } from './engines.ts';
import { openHall, type Place } from './inquiries.ts';
import { openMailBox } from './mail.ts';
import type { Answer } from './world.ts';

/** The link of a mail to one's own data. */
export const LINK = /\/hoi-dap\/du-lieu-ca-nhan\/mo\/[\w.-]+/;

export type RightsHall = Awaited<ReturnType<typeof openRightsHall>>;

/** A hall whose inquiries have codes that can be typed, and mails that can be read. */
export async function openRightsHall(engine: Engine) {
  const box = openMailBox();
  const hall = await openHall(engine, { mail: box });

  const at = (time: string, on = '2026-11-20') => hall.setNow(new Date(`${on}T${time}:00+07:00`));
  const hostOf = (portal: string) => hall.portal(portal).host;

  /** An inquiry with a code that can be typed. */
  function send(place: Place, intake: Intake, more: Partial<ReceiveInquiry> = {}) {
    const code = makeCode(randomBytes(CASE_CODE_BYTES));
    const codeDigest = digestOfCode(hall.app.ports.seal, code);
    return hall.ask(place, intake, { code, codeDigest, ...more }).then(({ id }) => ({ id, code }));
  }

  const requestOf = (place: Place, right: Right, aboutIds: number[]) =>
    send(place, 'personalData', { topic: right, variant: RIGHT_RULES[right].variant, aboutIds });

  /** The board answers: one of it writes, its head checks and signs. */
  async function answer(portal: string, inquiryId: number) {
    await hall.act(portal, 'boardMember', draftAnswer, {
      inquiryId,
      content: { title: '', question: '', answer: 'Đã thực hiện theo yêu cầu.', aside: '' },
      ...{ citations: [], mode: 'direct' as const, from: 0 },
    });
    await hall.act(portal, 'boardMember', submitAnswer, { inquiryId });
    await hall.act(portal, 'head', checkAnswerOf, { inquiryId });
    await hall.act(portal, 'head', signAnswer, { inquiryId });
  }

  const cookieOf = (answer: Answer) => {
    const value = answer.headers['set-cookie']?.split('\n')[0]?.split(';')[0] ?? assert.fail('no cookie');
    return { cookie: value, host: '' };
  };

  /** Shows the code, as a browser does. @returns what the browser carries from then on */
  async function proveByCode(host: string, code: string) {
    const answer = await hall.post(host, RIGHTS_PATHS.start.vi, { do: 'code', code });
    assert.equal(answer.status, 303, answer.body);
    return cookieOf(answer);
  }

  const askLink = (host: string, email: string) =>
    hall.post(host, RIGHTS_PATHS.start.vi, { do: 'mail', email });

  async function linkFor(host: string, email: string) {
    box.taken.length = 0;
    await askLink(host, email);
    await hall.app.ports.jobs.drain();
    return LINK.exec(box.taken.find(({ to }) => to === email)?.text ?? '')?.[0];
  }

  const clockOfNotice = (id: number) =>
    hall.app.ports.database.transaction({ as: 'system' }, (tx) => findClock(tx, noticeSubject(id)));

  return {
    hall,
    box,
    at,
    hostOf,
    send,
    requestOf,
    answer,
    cookieOf,
    proveByCode,
    askLink,
    linkFor,
    clockOfNotice,
  };
}
