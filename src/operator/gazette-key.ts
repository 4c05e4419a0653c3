import { createKey, listKeys } from '../rooms/gazette/index.ts';
import { civilDateOf, formatDate } from '../rules/calendar/index.ts';
import type { Words } from '../rules/lang.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { machineOf, readAll, withApp } from './installation.ts';
import { mainPortalOf } from './lookups.ts';
import { table } from './output.ts';

const WORDS = {
  none: {
    vi: 'Chưa có khóa: khóa đầu tiên được tạo khi số Công báo đầu tiên phát hành, hoặc với --new.',
    en: 'There is no key yet: the first is made with the first issue, or with --new.',
  },
  made: {
    vi: 'Đã tạo khóa mới. Số Công báo sau ký bằng khóa này; khóa trước vẫn dùng để kiểm tra những số nó đã ký.',
    en: 'A new key was made. It signs from the next issue on; the one before still proves what it signed.',
  },
} satisfies Record<string, Words>;
const HEADS = { vi: ['Dấu khóa', 'Từ', 'Đến'], en: ['Fingerprint', 'From', 'To'] };

/** `gazette-key`: the keys that sign the gazette of a locality; with --new, another one from now on. */
export const gazetteKeyOf: OperatorCommand = {
  name: 'gazette-key',
  words: {
    vi: 'Xem khóa ký Công báo của địa phương, hoặc tạo khóa mới',
    en: 'Show the keys that sign the gazette of a locality, or make a new one',
  },
  options: {
    locality: {
      value: 'CODE',
      required: true,
      words: { vi: 'mã địa phương', en: 'code of the locality' },
    },
    new: {
      words: { vi: 'tạo khóa mới, thay khóa đang ký', en: 'make a new key in place of the one that signs' },
    },
  },
  example: 'npm run portal -- gazette-key --locality lao-cai',
  desk: '/cong-bao',
  run: (call) =>
    withApp(call, async (app) => {
      const main = await mainPortalOf(app, call.text('locality'));
      const place = { localityId: main.locality_id, portalId: main.id };
      const isNew = call.flag('new');
      if (isNew) await app.ports.perform(machineOf(main.locality_id), createKey, place);
      const keys = await readAll(app, (tx) => listKeys(tx, main.locality_id));
      const day = (at: Date | null) => (at ? formatDate(civilDateOf(at), call.lang, 'short') : '');
      const rows = keys.map((key) => [key.fingerprint, day(key.created_at), day(key.retired_at)]);
      return {
        data: keys.map(({ fingerprint, public_key, created_at, retired_at }) => ({
          ...{ fingerprint, publicKey: public_key, from: created_at, to: retired_at },
        })),
        text: [
          ...(isNew ? [sentence(call, WORDS.made)] : []),
          rows.length === 0 ? sentence(call, WORDS.none) : table(HEADS[call.lang], rows),
        ].join('\n'),
        ok: true,
      };
    }),
};
