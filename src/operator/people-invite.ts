import {
  createFirstAdministrator,
  invitationPath,
  inviteAgain,
  invitePerson,
} from '../rooms/accounts/index.ts';
import { ROLES, type Role } from '../rules/access/index.ts';
import { civilDateOf, formatInstant } from '../rules/calendar/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Call, type OperatorCommand, sentence, UsageError } from './command.ts';
import { machineOf, readAll, withApp } from './installation.ts';
import { originOf, portalOf } from './lookups.ts';
import { findAccount } from './store.ts';
import { TOOL_WORDS } from './words.ts';

const WORDS = {
  invited: (username: string) => ({
    vi: `Đã mở tài khoản “${username}”. Trao đường dẫn này tận tay; dùng một lần, chỉ hiện lúc này:`,
    en: `The account “${username}” is open. Hand this link over in person; it works once and is shown only now:`,
  }),
  until: (when: string) => ({ vi: `Hết hạn lúc ${when}.`, en: `It ends at ${when}.` }),
};

/** `people invite`: an account with its first roles, or with `--again` a new invitation. Also the first administrator. */
export const peopleInvite: OperatorCommand = {
  name: 'people invite',
  words: {
    vi: 'Mở tài khoản và lấy đường dẫn mời (cả quản trị kỹ thuật đầu tiên)',
    en: 'Open an account and get its invitation (the first technical administrator too)',
  },
  options: {
    portal: {
      value: 'HOST',
      required: true,
      words: { vi: 'cổng của người ấy', en: 'the portal of the person' },
    },
    username: { value: 'NAME', required: true, words: { vi: 'tên đăng nhập', en: 'user name' } },
    name: { value: 'TEXT', words: { vi: 'họ và tên', en: 'full name' } },
    role: {
      value: ROLES.join('|'),
      multiple: true,
      words: { vi: 'vai trò; ghi nhiều lần được', en: 'role; may stand several times' },
    },
    decision: {
      value: 'TEXT',
      words: { vi: 'số quyết định phân công', en: 'number of the decision that appoints' },
    },
    'decided-on': { value: 'YYYY-MM-DD', words: { vi: 'ngày quyết định', en: 'day of the decision' } },
    'valid-from': {
      value: 'YYYY-MM-DD',
      words: { vi: 'có hiệu lực từ (mặc định: hôm nay)', en: 'from (default: today)' },
    },
    'valid-to': { value: 'YYYY-MM-DD', words: { vi: 'đến hết ngày', en: 'last day' } },
    email: { value: 'MAIL', words: { vi: 'thư công vụ', en: 'official mail address' } },
    again: {
      words: {
        vi: 'tài khoản đã có: chỉ lấy đường dẫn mời mới',
        en: 'the account exists: only a new invitation',
      },
    },
  },
  example:
    'npm run portal -- people invite --portal www.laocai.gov.vn --username lc.quantri --name "Nguyễn Văn Mẫu" --role technicalAdmin --decision "36/QĐ-UBND" --decided-on 2026-11-02',
  desk: '/nhan-su',
  run: (call) =>
    withApp(call, async (app) => {
      const portal = await portalOf(app, call.text('portal'));
      const machine = machineOf(portal.locality_id);
      const username = call.text('username');
      const on = { portalId: portal.id, viaPortalId: portal.id };
      let invitation: Awaited<ReturnType<typeof invite>>;
      if (call.flag('again')) {
        const person = await readAll(app, (tx) => findAccount(tx, username));
        if (!person) throw new Refusal('person-unknown', TOOL_WORDS.unknownPerson(username));
        invitation = await app.ports.perform(machine, inviteAgain, { ...on, personId: person.id });
      } else invitation = await invite();
      const { token, expiresAt, personId } = invitation;
      const link = originOf(app, call, portal.host) + invitationPath(call.lang, token);
      return {
        data: { personId, username, link, expiresAt },
        text: [
          sentence(call, WORDS.invited(username)),
          `  ${link}`,
          sentence(call, WORDS.until(formatInstant(expiresAt, call.lang))),
        ].join('\n'),
      };

      function invite() {
        const wanted = appointmentOf(call, civilDateOf(app.ports.now()));
        const person = { ...wanted.person, username };
        const isAdministrator =
          portal.is_main && wanted.roles.length === 1 && wanted.roles[0] === 'technicalAdmin';
        return isAdministrator
          ? app.ports
              .perform(machine, createFirstAdministrator, { ...person, ...wanted.by, portalId: portal.id })
              .catch(orPlainly)
          : plainly();

        function plainly() {
          return app.ports.perform(machine, invitePerson, {
            ...on,
            ...person,
            ...wanted.by,
            roles: wanted.roles,
          });
        }
        function orPlainly(error: unknown) {
          if (error instanceof Refusal && error.code === 'has-administrator') return plainly();
          throw error;
        }
      }
    }),
};

function appointmentOf(call: Call, today: string) {
  const roles = call.list('role').map((text): Role => {
    const role = ROLES.find((one) => one === text);
    if (!role) throw new UsageError(TOOL_WORDS.badValue('role', ROLES.join(', ')));
    return role;
  });
  return {
    roles,
    by: {
      validFrom: call.find('valid-from') ?? today,
      validTo: call.find('valid-to') ?? null,
      decision: call.text('decision'),
      decidedOn: call.text('decided-on'),
    },
    person: { fullName: call.text('name'), email: call.find('email') ?? null, language: 'vi' as const },
  };
}
