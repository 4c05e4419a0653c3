import { calendarOf } from '../rooms/duties/index.ts';
import { listPortals } from '../rooms/portals/index.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { readAll, withApp } from './installation.ts';
import { table } from './output.ts';
import { listStandings } from './store.ts';

const HEADS = {
  vi: [
    'Địa phương',
    'Mã',
    'Cổng',
    'Người',
    'Đã đăng',
    'Chờ duyệt',
    'Đang đếm hạn',
    'Quá hạn',
    'Chưa tính được',
    'Lịch đến',
  ],
  en: [
    'Locality',
    'Code',
    'Portals',
    'People',
    'Published',
    'Waiting',
    'Open clocks',
    'Overdue',
    'Undated',
    'Calendar to',
  ],
};
const WORDS = {
  failed: (n: number) => ({ vi: `Việc máy bị lỗi: ${n}`, en: `Failed jobs: ${n}` }),
  portals: { vi: 'Các cổng', en: 'Portals' },
  main: { vi: 'cổng chính', en: 'main portal' },
};
const MOST_FAILED = 1_000;

/** `status`: numbers of each locality, and the portals with their names. */
export const status: OperatorCommand = {
  name: 'status',
  words: {
    vi: 'Các địa phương, các cổng và những gì đang chờ',
    en: 'Localities, portals and what is waiting',
  },
  run: (call) =>
    withApp(call, async ({ ports }) => {
      const app = { ports } as Parameters<typeof readAll>[0];
      const localities = await readAll(app, async (tx) => {
        const found = [];
        for (const row of await listStandings(tx, ports.now())) {
          const { confirmedThrough } = await calendarOf(tx, row.id);
          const portals = (await listPortals(tx, row.id)).map(({ host, name_vi, name_en, is_main }) => ({
            host,
            name_vi,
            name_en,
            is_main,
          }));
          found.push({ ...row, confirmedThrough, hosts: portals });
        }
        return found;
      });
      const failed = (await ports.jobs.listFailed(MOST_FAILED)).length;
      const rows = localities.map((one) =>
        [
          call.lang === 'vi' ? one.name_vi : one.name_en,
          one.code,
          ...[one.portals, one.people, one.published, one.waiting, one.open_clocks, one.overdue, one.undated],
          one.confirmedThrough,
        ].map(String),
      );
      const hosts = localities.flatMap(({ hosts: list }) =>
        list.map((portal) => [
          `  ${portal.host}`,
          call.lang === 'vi' ? portal.name_vi : portal.name_en,
          portal.is_main ? sentence(call, WORDS.main) : '',
        ]),
      );
      return {
        data: { localities, failedJobs: failed },
        text: [
          table(HEADS[call.lang], rows),
          '',
          sentence(call, WORDS.failed(failed)),
          '',
          `${sentence(call, WORDS.portals)}:`,
          ...columns(hosts),
        ].join('\n'),
      };
    }),
};

function columns(rows: readonly (readonly string[])[]): string[] {
  return table(['', '', ''], rows).split('\n').slice(2);
}
