import { resetSecondFactor } from '../rooms/accounts/index.ts';
import { accountOf, USERNAME_OPTION } from './accounts.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { machineOf, withApp } from './installation.ts';

const WORDS = {
  done: (username: string) => ({
    vi: `Đã đặt lại lớp bảo vệ thứ hai của “${username}”: đăng nhập bằng mật khẩu rồi cài lại.`,
    en: `The second factor of “${username}” is reset: sign in with the password and set up another.`,
  }),
};

/** `people reset-factor`: for the last administrator, who lost telephone and recovery codes. */
export const peopleResetFactor: OperatorCommand = {
  name: 'people reset-factor',
  words: {
    vi: 'Đặt lại lớp bảo vệ thứ hai của một người đã mất nó',
    en: 'Reset the second factor of someone who lost it',
  },
  options: { username: USERNAME_OPTION },
  desk: '/nhan-su',
  run: (call) =>
    withApp(call, async (app) => {
      const { person, input } = await accountOf(app, call.text('username'));
      await app.ports.perform(machineOf(person.locality_id), resetSecondFactor, input);
      return { data: { personId: person.id }, text: sentence(call, WORDS.done(person.username)) };
    }),
};
