// Who has no part in an inquiry learns nothing of it, by no route and by no statement of his own; and a code that leads
// nowhere says nothing, whatever the reason.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { givePasswords } from '../../seeds/people.ts';
import { scopeOf } from '../../src/platform/command/index.ts';
import { raw, sql } from '../../src/platform/db/index.ts';
import type { AnyRoute } from '../../src/platform/http/types.ts';
import { askBodies, contributeToInquiry } from '../../src/rooms/inquiries/bodies.ts';
import { forgetInquiry } from '../../src/rooms/inquiries/forgetting.ts';
import type { Intake } from '../../src/rooms/inquiries/intakes.ts';
import { withdrawInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { digestOfCode, sealFile } from '../../src/rooms/inquiries/sealed.ts';
import { acceptInquiry, forwardInquiry, refuseInquiry } from '../../src/rooms/inquiries/sorting.ts';
import { ROOMS } from '../../src/rooms.ts';
import type { Person } from '../../src/rules/access/index.ts';
import { CASE_CODE_BYTES, makeCode } from '../../src/rules/case-code/index.ts';
import { engines } from '../support/engines.ts';
import { type Hall, openHall, type Place } from '../support/inquiries.ts';
import { Planting } from '../support/planted.ts';
import { type Session, tokenIn } from '../support/world.ts';

const MAIN = 'lao-cai/main';
const MEMBER = 'lao-cai/snnmt';
const TABLES = ['inquiry', 'inquiry_event', 'inquiry_part', 'inquiry_answer', 'inquiry_file'] as const;
const UNKNOWN_ID = 999_999;

/** An inquiry with everything planted, and what it is reached by. */
interface Target {
  id: number;
  fileId: number;
  code: string;
}

for (const engine of engines()) {
  describe(`Walls around an inquiry on ${engine}`, () => {
    const planting = new Planting();
    let hall: Hall;
    const sessions = new Map<number, Session>();

    before(async () => {
      hall = await openHall(engine);
    });
    after(() => hall.close());

    const system = <T>(query: Parameters<Parameters<typeof run>[0]>[0]) => run((q) => q, query) as Promise<T[]>;
    const run = (_: (query: ReturnType<typeof sql>) => unknown, query: ReturnType<typeof sql>) =>
      hall.app.ports.database.transaction({ as: 'system' }, (tx) => tx.rows(query));
  });
}
