import { openServer, withOwner } from '../platform/db/index.ts';
import { seedCalendar } from '../rooms/duties/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Answer, type Call, type OperatorCommand, sentence } from './command.ts';
import {
  assemble,
  bringUpToDate,
  configOf,
  databaseFolder,
  machineOf,
  openDatabase,
  problemOfLogin,
} from './installation.ts';
import { countLocalities, findFirstLocality } from './store.ts';

const WORDS = {
  noOwner: {
    vi: 'Thiếu DATABASE_OWNER_URL: địa chỉ PostgreSQL đăng nhập bằng chủ sở hữu của lược đồ. Xem docs/operations/cai-dat.md.',
    en: 'DATABASE_OWNER_URL is missing: the address of PostgreSQL with the login of the owner of the schema. See docs/operations/cai-dat.md.',
  },
  applied: (names: readonly string[]) => ({
    vi:
      names.length > 0 ? `Đã chạy: ${names.join(', ')}` : 'Cơ sở dữ liệu đã đúng bản này, không phải làm gì.',
    en:
      names.length > 0
        ? `Applied: ${names.join(', ')}`
        : 'The database is up to date, there was nothing to do.',
  }),
  calendar: (added: number, through: string) => ({
    vi: `Lịch làm việc chung cả nước: thêm ${added} ngày, xác nhận đến ${through}.`,
    en: `National working calendar: ${added} days added, confirmed through ${through}.`,
  }),
  calendarLater: {
    vi: 'Lịch làm việc kèm theo bản này chưa nạp; lệnh found-locality, hoặc migrate khi có cả DATABASE_URL, sẽ nạp.',
    en: 'The working calendar of this release was not taken in; found-locality, or migrate with DATABASE_URL as well, does it.',
  },
};

/** `migrate`: tables and queue of this release, then the calendar that came with it where a locality is there to bear it. */
export const migrateTables: OperatorCommand = {
  name: 'migrate',
  words: {
    vi: 'Tạo hoặc nâng cấp bảng của cơ sở dữ liệu',
    en: 'Create or upgrade the tables of the database',
  },
  example: 'DATABASE_OWNER_URL=postgres://cong_lang_owner@127.0.0.1/cong_lang npm run migrate',
  run: (call) =>
    configOf(call).databaseUrl || configOf(call).databaseOwnerUrl ? onServer(call) : embedded(call),
};

async function onServer(call: Call): Promise<Answer> {
  const { databaseOwnerUrl, databaseUrl } = configOf(call);
  if (!databaseOwnerUrl) throw new Refusal('owner-missing', WORDS.noOwner);
  call.progress.step('migrate …');
  // nothing but the owner's own connection is opened: the login of the server may not exist yet
  const applied = await withOwner(databaseOwnerUrl, (owner) =>
    bringUpToDate({ asOwner: (work) => work(owner) }),
  );
  const calendar = databaseUrl ? await calendarOnServer(call, databaseUrl) : undefined;
  return answer(call, applied, calendar);
}

async function calendarOnServer(call: Call, url: string) {
  const opened = openServer({ url });
  try {
    if (await problemOfLogin(opened.database)) return undefined;
    if ((await opened.database.transaction({ as: 'system' }, countLocalities)) === 0) return undefined;
  } finally {
    await opened.database.close();
  }
  return takeCalendar(call);
}

async function embedded(call: Call): Promise<Answer> {
  const config = configOf(call);
  call.progress.step(databaseFolder(config));
  const opened = await openDatabase(config);
  let applied: string[];
  let hasLocality: boolean;
  try {
    applied = await bringUpToDate(opened);
    hasLocality = (await opened.database.transaction({ as: 'system' }, countLocalities)) > 0;
  } finally {
    await opened.database.close();
  }
  return answer(call, applied, hasLocality ? await takeCalendar(call) : undefined);
}

async function takeCalendar(call: Call) {
  const config = configOf(call);
  const app = await assemble(config, await openDatabase(config), 'silent');
  try {
    const first = await app.ports.database.transaction({ as: 'system' }, findFirstLocality);
    if (!first) return undefined;
    await app.ports.jobs.prepare();
    return await seedCalendar(app.ports, machineOf(first.id));
  } finally {
    await app.stop();
  }
}

function answer(
  call: Call,
  applied: string[],
  calendar: { added: number; confirmedThrough: string } | undefined,
): Answer {
  return {
    data: { applied, calendar: calendar ?? null },
    text: [
      sentence(call, WORDS.applied(applied)),
      sentence(
        call,
        calendar ? WORDS.calendar(calendar.added, calendar.confirmedThrough) : WORDS.calendarLater,
      ),
    ].join('\n'),
  };
}
