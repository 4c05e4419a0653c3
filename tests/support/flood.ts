import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { filled } from './asking.ts';
import { type Fetched, fetchFrom } from './server-process.ts';

const PATH = '/hoi-dap/gui/cau-hoi';
/** Somebody who writes needs longer than a machine. */
const WRITING_MS = 3_300;
const LONGEST_REST_MS = 1_500;
const NUMBERS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** What became of one letter. */
export interface Acknowledged {
  title: string;
  email: string;
  code: string;
  /** From pressing the button the first time to the receipt. */
  tookMs: number;
  /** How often the button was pressed, and how often nobody answered. */
  tries: number;
  broken: number;
  /** Whether a sum was asked for. */
  sum: boolean;
}

/** One browser with an address of its own, which sends letters one after the other. */
export interface Sender {
  port: number;
  host: string;
  from: string;
  /** After it nobody presses any button again. */
  until: number;
}

/** A letter as somebody sends it who does not give up: the same form again until there is a receipt. */
export async function sendLetter(sender: Sender, title: string, email: string): Promise<Acknowledged> {
  const counts = { tries: 0, broken: 0, sum: false };
  const fetch = async (
    path: string,
    more: Partial<Parameters<typeof fetchFrom>[0]> = {},
  ): Promise<Fetched> => {
    for (;;) {
      assert.ok(Date.now() < sender.until, `${title}: no receipt in time`);
      try {
        const answer = await fetchFrom({ ...sender, path, ...more });
        if (answer.status < 500 && answer.status !== 429) return answer;
      } catch {
        // killed, or not there yet
      }
      counts.broken += 1;
      await pause(200 + Math.random() * LONGEST_REST_MS);
    }
  };
  const form = await fetch(PATH);
  assert.equal(form.status, 200);
  let fields: Record<string, string> = {
    ...filled({ title, email, consents: 'reply' }),
    ...{ step: 'consent', do: 'next', token: tokenOf(form) },
  };
  await pause(WRITING_MS);
  const pressed = Date.now();
  for (;;) {
    counts.tries += 1;
    const answer = await fetch(PATH, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    });
    if (answer.status === 303) {
      const cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
      const receipt = await fetch(answer.headers.location ?? '', { headers: { cookie } });
      const [, code] = /class="receipt-number num"[^>]*>([^<]+)</.exec(receipt.body) ?? [];
      assert.ok(code, `${title}: a receipt without a code`);
      return { title, email, code, tookMs: Date.now() - pressed, ...counts };
    }
    assert.equal(answer.status, 422, answer.body.slice(0, 300));
    const sum = sumIn(answer.body);
    counts.sum ||= sum !== undefined;
    fields = { ...fields, token: tokenOf(answer), ...(sum !== undefined && { sum }) };
    // pressed too early, or asked whether a machine writes: read, then press again
    await pause(300);
  }
}

function tokenOf({ body }: Fetched): string {
  const [, token] = /name="token" value="([^"]+)"/.exec(body) ?? [];
  assert.ok(token, 'the form has a token');
  return token;
}

/** The sum of the two numbers that are asked for in words. */
function sumIn(body: string): string | undefined {
  const [, one = '', two = ''] = /Phép tính: (\S+) cộng (\S+) bằng mấy/.exec(body) ?? [];
  return one === '' ? undefined : String(NUMBERS.indexOf(one) + NUMBERS.indexOf(two));
}

/** The value below which a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
