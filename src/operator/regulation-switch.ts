import { switchRegulation } from '../rooms/duties/index.ts';
import { formatDate } from '../rules/calendar/index.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { machineOf, withApp } from './installation.ts';
import { mainPortalOf } from './lookups.ts';

const WORDS = {
  switched: (code: string, profile: string, from: string) => ({
    vi: `${code} áp dụng ${profile} từ ${from}. Thời hạn bắt đầu trước ngày ấy giữ quy chế cũ.`,
    en: `${code} applies ${profile} from ${from}. Time limits begun before keep the regulation before.`,
  }),
};

/** `regulation switch`: the locality applies another regulation from a day on. */
export const regulationSwitch: OperatorCommand = {
  name: 'regulation switch',
  words: {
    vi: 'Địa phương áp dụng quy chế khác từ một ngày',
    en: 'A locality applies another regulation from a day on',
  },
  options: {
    locality: { value: 'CODE', required: true, words: { vi: 'địa phương', en: 'the locality' } },
    profile: {
      value: 'CODE',
      required: true,
      words: {
        vi: 'hồ sơ quy chế, theo tên tệp trong profiles/ của phần mềm hoặc của DATA_DIR',
        en: 'the profile, by its file name in profiles/ of the software or of DATA_DIR',
      },
    },
    from: {
      value: 'YYYY-MM-DD',
      required: true,
      words: { vi: 'ngày đầu tiên áp dụng', en: 'first day on which it applies' },
    },
    decision: {
      value: 'TEXT',
      required: true,
      words: { vi: 'số, ngày quyết định', en: 'number and date of the decision' },
    },
  },
  example:
    'npm run portal -- regulation switch --locality lao-cai --profile nd224-2026 --from 2027-01-01 --decision "Quyết định 99/2026/QĐ-UBND"',
  desk: '/quy-che',
  run: (call) =>
    withApp(call, async (app) => {
      const main = await mainPortalOf(app, call.text('locality'));
      const input = {
        portalId: main.id,
        profileCode: call.text('profile'),
        from: call.text('from'),
        decision: call.text('decision'),
      };
      const { periodId } = await app.ports.perform(machineOf(main.locality_id), switchRegulation, input);
      const from = formatDate(input.from, call.lang, 'short');
      return {
        data: { periodId, ...input },
        text: sentence(call, WORDS.switched(main.locality_code, input.profileCode, from)),
      };
    }),
};
