import { disablePerson } from '../rooms/accounts/index.ts';
import { accountOf, USERNAME_OPTION } from './accounts.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { machineOf, withApp } from './installation.ts';

const WORDS = {
  done: (username: string) => ({
    vi: `Đã khóa “${username}”: mọi phiên đã kết thúc, mật khẩu cũ vô hiệu.`,
    en: `“${username}” is closed: all sessions ended, the old password is worth nothing.`,
  }),
};

/** `people disable`: closes an account at once, whoever is or is not at a desk. */
export const peopleDisable: OperatorCommand = {
  name: 'people disable',
  words: { vi: 'Khóa một tài khoản ngay', en: 'Close an account at once' },
  options: { username: USERNAME_OPTION },
  desk: '/nhan-su',
  run: (call) =>
    withApp(call, async (app) => {
      const { person, input } = await accountOf(app, call.text('username'));
      await app.ports.perform(machineOf(person.locality_id), disablePerson, input);
      return { data: { personId: person.id }, text: sentence(call, WORDS.done(person.username)) };
    }),
};
