import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { type MailBox, openMailBox } from '../../../tests/support/mail.ts';
import { openWorld, tokenIn, type World } from '../../../tests/support/world.ts';
import { tellOwnerJob } from './owner.ts';

const HOST = 'www.laocai.gov.vn';
const DESK = '/ban-lam-viec';

for (const engine of engines()) {
  describe(`The owner of an account on ${engine}`, () => {
    let world: World;
    let box: MailBox;
    before(async () => {
      box = openMailBox();
      world = await openWorld(engine, { mail: box });
    });
    after(() => world.close());
    beforeEach(async () => {
      await world.app.ports.jobs.drain();
      box.taken = [];
    });

    test('is told by mail and on the desk that the password was changed', async () => {
      const as = await world.signIn(HOST, 'lc.editor');
      const _token = tokenIn(await world.get(HOST, `${DESK}/mat-khau`, { as }));
      const newPassword = 'Suối Mường 9 tiếng reo!';
      const typed = { currentPassword: world.password, newPassword, repeatPassword: newPassword };
      assert.equal((await world.post(HOST, `${DESK}/mat-khau`, { _token, ...typed }, { as })).status, 303);
      await world.app.ports.jobs.drain();
      assert.equal(box.taken.length, 1);
      const [mail] = box.taken;
      assert.match(mail?.text ?? '', /Mật khẩu của bạn vừa được đổi/);
      assert.match(mail?.text ?? '', /Nếu không phải, hãy kết thúc các phiên làm việc/);
      const again = await world.signIn(HOST, 'lc.editor', newPassword);
      const notices = await world.get(HOST, `${DESK}/thong-bao`, { as: again });
      assert.match(notices.body, /Mật khẩu của bạn vừa được đổi/);
    });

    test('is told of a new browser with its words and its address, once however often the job runs', async () => {
      await world.signIn(HOST, 'lc.head');
      const reply = await world.app.http.inject({
        ...{ method: 'POST', url: `${DESK}/dang-nhap`, remoteAddress: '10.20.30.40' },
        headers: {
          ...{ host: 'www.laocai.localhost', 'sec-fetch-site': 'same-origin' },
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0',
        },
        payload: new URLSearchParams({ username: 'lc.head', password: world.password }).toString(),
      });
      assert.equal(reply.statusCode, 303);
      await world.app.ports.jobs.drain();
      const [mail] = box.taken;
      assert.match(mail?.text ?? '', /trình duyệt chưa từng dùng/);
      assert.match(mail?.text ?? '', /Trình duyệt: Firefox trên Windows/);
      assert.match(mail?.text ?? '', /Địa chỉ mạng: 10\.20\.30\.40/);
      const { personId } = await world.as('lc.head');
      const told = { personId, portalId: world.portal('lao-cai/main').id, what: 'codeRemoved' };
      const at = '2026-11-20T02:45:00.000Z';
      for (const _ of [1, 2]) await tellOwnerJob.run(world.app.ports, { ...told, at });
      await world.app.ports.jobs.drain();
      assert.equal(box.taken.length, 2);
    });
  });
}
