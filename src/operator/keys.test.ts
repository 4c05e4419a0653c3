import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../tests/support/engines.ts';
import { type Hall, openHall } from '../../tests/support/inquiries.ts';
import { openMailBox, refusals } from '../../tests/support/mail.ts';
import type { App } from '../app.ts';
import { createSealer, sealKeysFrom } from '../platform/seal/index.ts';
import { draftAnswer } from '../rooms/inquiries/answering.ts';
import { findForAsker } from '../rooms/inquiries/queries.ts';
import { digestOfCode, sealFile } from '../rooms/inquiries/sealed.ts';
import { acceptInquiry } from '../rooms/inquiries/sorting.ts';
import { sealFinding } from './doctor-seals.ts';
import { resealAll } from './keys-reseal.ts';

const OLD = sealKeysFrom(Buffer.alloc(32, 7));
const NEW = { ...OLD, current: 'k2', keys: new Map([...OLD.keys, ['k2', randomBytes(32)]]) };
const CODE = 'KEYS-0001';
const turned = createSealer(NEW);
/** After the old key was destroyed. */
const alone = createSealer({ ...NEW, keys: new Map([...NEW.keys].filter(([id]) => id === 'k2')) });

for (const engine of engines()) {
  describe(`BG-030: the keys are changed on ${engine}`, () => {
    let hall: Hall;
    let hash: string;
    let id: number;
    before(async () => {
      const box = openMailBox();
      box.decide = () => {
        throw refusals.forNow();
      };
      hall = await openHall(engine, { mail: box });
      const { ports } = hall.app;
      const codeDigest = digestOfCode(ports.seal, CODE);
      ({ hash } = await ports.files.put(sealFile(ports.seal, codeDigest, Buffer.from('Ảnh nhà ông Mẫu'))));
      const file = { name: 'nha.jpg', type: 'image/jpeg', sizeBytes: 15, hash };
      ({ id } = await hall.ask('lao-cai', 'question', { code: CODE, codeDigest, files: [file] }));
      const at = { inquiryId: id };
      await hall.act('lao-cai/main', 'boardMember', acceptInquiry, { ...at, commonConcern: false });
      await hall.act('lao-cai/main', 'editor', draftAnswer, {
        ...{ ...at, citations: [], mode: 'direct' as const, from: 0 },
        content: { title: '', question: '', answer: 'Đang soạn.', aside: '' },
      });
      await ports.jobs.drain();
    });
    after(() => hall.close());

    const appWith = (seal: typeof turned): App => ({ ...hall.app, ports: { ...hall.app.ports, seal } });
    const finding = (seal: typeof turned) => sealFinding(hall.app.ports.database, seal);

    test('the doctor opens every row, and says how many an older key sealed', async () => {
      assert.equal((await finding(hall.app.ports.seal)).state, 'good');
      const older = await finding(turned);
      assert.equal(older.state, 'note');
      assert.match(older.text.vi, /còn dùng khóa cũ/);
      const lost = await finding(alone);
      assert.equal(lost.state, 'bad');
      assert.match(lost.text.vi, /mail_message \d+, inquiry \d+, inquiry_answer 1, inquiry_file 1/);
    });

    test('without the old key nothing is touched, and what does not open is named', async () => {
      const { count, closed } = await resealAll(appWith(alone));
      assert.equal(count, 0);
      assert.ok(closed.some((row) => row.table === 'inquiry' && row.id === id));
      assert.equal((await finding(hall.app.ports.seal)).state, 'good');
    });

    test('what the old key sealed is sealed by the new one, texts and files, and a second time finds nothing', async () => {
      const { count, closed } = await resealAll(appWith(turned));
      assert.deepEqual(closed, []);
      assert.ok(count >= 7, `asker, content, code, answer, name, bytes, mail: ${count}`);
      assert.equal((await finding(alone)).state, 'good', 'the old key is needed no more');
      assert.equal(await hall.app.ports.files.open(hash), undefined, 'the bytes of the old key are gone');
      const { ports } = appWith(alone);
      const { locality_id } = await hall.inquiry(id);
      const view = await findForAsker(ports, locality_id, CODE, 'vi');
      assert.equal(view?.content?.title, 'Hỏi về hỗ trợ giống ngô');
      assert.equal(view?.files[0]?.name, 'nha.jpg');
      assert.deepEqual(await resealAll(appWith(turned)), { count: 0, closed: [] });
    });
  });
}
