import { unlockPerson } from '../rooms/accounts/index.ts';
import { accountOf, USERNAME_OPTION } from './accounts.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { machineOf, withApp } from './installation.ts';

const WORDS = {
  done: (username: string) => ({
    vi: `“${username}” đăng nhập lại được ngay.`,
    en: `“${username}” can sign in again at once.`,
  }),
};

/** `people unlock`: ends the wait after too many wrong passwords. */
export const peopleUnlock: OperatorCommand = {
  name: 'people unlock',
  words: {
    vi: 'Bỏ khóa tạm do gõ sai mật khẩu nhiều lần',
    en: 'End the wait after too many wrong passwords',
  },
  options: { username: USERNAME_OPTION },
  desk: '/nhan-su',
  run: (call) =>
    withApp(call, async (app) => {
      const { person, input } = await accountOf(app, call.text('username'));
      await app.ports.perform(machineOf(person.locality_id), unlockPerson, input);
      return { data: { personId: person.id }, text: sentence(call, WORDS.done(person.username)) };
    }),
};
