import { Refusal } from '../rules/refusal.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { assemble, bringUpToDate, configOf, makeReady, openDatabase, readAll } from './installation.ts';
import { seedSample } from './sample.ts';
import { countLocalities } from './store.ts';

const WORDS = {
  done: (small: boolean) => ({
    vi: small ? 'Đã dựng dữ liệu nhỏ để thử.' : 'Đã dựng dữ liệu mẫu.',
    en: small ? 'The small data set is there.' : 'The sample data is there.',
  }),
  notEmpty: {
    vi: 'Cơ sở dữ liệu đã có địa phương, không dựng dữ liệu mẫu chồng lên. Hãy dùng cơ sở dữ liệu trống, hoặc đặt DATA_DIR là thư mục khác.',
    en: 'The database has localities already, and sample data is not put on top. Use an empty database, or set DATA_DIR to another folder.',
  },
  notDemo: {
    vi: 'Dữ liệu mẫu chỉ dùng cho bản dùng thử. Với PostgreSQL, đặt DEMO=true nếu thật sự muốn thử.',
    en: 'Sample data is for trying out only. With PostgreSQL set DEMO=true if that is what you want.',
  },
};

/** `seed`: the sample data into an empty database. */
export const seed: OperatorCommand = {
  name: 'seed',
  words: { vi: 'Dựng dữ liệu mẫu vào cơ sở dữ liệu trống', en: 'Put the sample data into an empty database' },
  options: {
    small: { words: { vi: 'bộ nhỏ mà các phép thử dùng', en: 'the small set that the tests use' } },
  },
  run: async (call) => {
    const config = configOf(call);
    if (!config.demo) throw new Refusal('not-demo', WORDS.notDemo);
    const opened = await openDatabase(config);
    if (opened.database.kind === 'pglite') await bringUpToDate(opened);
    else await makeReady(opened);
    const app = await assemble(config, opened, 'silent');
    try {
      if ((await readAll(app, countLocalities)) > 0) throw new Refusal('not-empty', WORDS.notEmpty);
      const small = call.flag('small');
      await seedSample(app, small ? 'small' : 'demo', call.progress);
      return { data: { seeded: small ? 'small' : 'demo' }, text: sentence(call, WORDS.done(small)) };
    } finally {
      await app.stop();
    }
  },
};
