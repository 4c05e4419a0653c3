import path from 'node:path';
import { seedCalendar } from '../rooms/duties/index.ts';
import { foundLocality as found } from '../rooms/portals/index.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { MACHINE_NAME, withApp } from './installation.ts';
import { localityFile, readJson } from './portal-files.ts';

const WORDS = {
  founded: (code: string, host: string) => ({
    vi: `Đã lập địa phương ${code}, cổng chính ${host}. Tiếp theo mời quản trị kỹ thuật: npm run portal -- people invite --portal ${host} --role technicalAdmin …`,
    en: `The locality ${code} is founded, its main portal is ${host}. Next invite its technical administrator: npm run portal -- people invite --portal ${host} --role technicalAdmin …`,
  }),
};

/** `found-locality`: a locality with its regulation and its main portal, and the calendar of the country. */
export const foundLocality: OperatorCommand = {
  name: 'found-locality',
  words: {
    vi: 'Lập một địa phương: quy chế, cơ quan, cổng chính',
    en: 'Found a locality: its regulation, its body, its main portal',
  },
  options: {
    from: {
      value: 'FILE.json',
      required: true,
      words: {
        vi: 'tệp mô tả, xem docs/operations/mo-cong.md',
        en: 'the description, see docs/operations/mo-cong.md',
      },
    },
  },
  example: 'npm run portal -- found-locality --from ./dia-phuong.json',
  run: (call) => {
    const input = readJson(path.resolve(call.text('from')), localityFile);
    return withApp(call, async ({ ports }) => {
      const { machine, main } = await found(ports, MACHINE_NAME, input);
      const calendar = await seedCalendar(ports, machine);
      return {
        data: { localityId: machine.localityId, ...main, calendar },
        text: sentence(call, WORDS.founded(input.code, main.host)),
      };
    });
  },
};
