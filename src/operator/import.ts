import path from 'node:path';
import { type ImportReport, importFolder, type Outcome } from '../rooms/imports/index.ts';
import { formatDate, isCivilDate } from '../rules/calendar/index.ts';
import type { Words } from '../rules/lang.ts';
import { type Call, type OperatorCommand, sentence } from './command.ts';
import { machineOf, withApp } from './installation.ts';
import { actingAs, PLACE_OPTIONS, portalOf, sectionOf } from './lookups.ts';

const WORDS = {
  summary: ({ taken, duplicates, notTaken }: ImportReport): Words => ({
    vi: `Đã tạo ${taken} bản thảo; ${duplicates} tệp đã có từ trước; ${notTaken} tệp không đọc được.`,
    en: `${taken} drafts made; ${duplicates} files were there already; ${notTaken} could not be read.`,
  }),
  item: (id: number): Words => ({ vi: `bài số ${id}`, en: `item ${id}` }),
  next: {
    vi: 'Bài chỉ công khai sau khi gửi, soát, duyệt: npm run portal -- submit|check|approve --item … --as …',
    en: 'Items are public only after submit, check and approve: npm run portal -- submit|check|approve --item … --as …',
  },
  marks: { taken: '✔', duplicate: '=', refused: '✖', failed: '✖' },
};

/** `import`: a folder of texts into drafts of a section, with a report of what was read and what was not. */
export const importTexts: OperatorCommand = {
  name: 'import',
  words: {
    vi: 'Nhập một thư mục văn bản (.docx .odt .pdf .html .txt) thành bản thảo',
    en: 'Take a folder of texts (.docx .odt .pdf .html .txt) in as drafts',
  },
  arguments: [{ name: 'folder', words: { vi: 'thư mục chứa các tệp', en: 'the folder with the files' } }],
  options: {
    ...PLACE_OPTIONS,
    as: {
      value: 'USERNAME',
      words: {
        vi: 'nhập với tư cách người này (quyền như ở bàn làm việc); để trống thì người vận hành',
        en: 'act as this person (rights as at the desk); without it, the operator',
      },
    },
    'no-clock': {
      words: {
        vi: 'kho văn bản cũ: không đếm thời hạn đăng từ ngày ban hành',
        en: 'an archive of old texts: start no time limits from their days of issue',
      },
    },
  },
  example:
    'npm run portal -- import ./van-ban --portal www.laocai.gov.vn --section pho-bien-phap-luat --as ltmhanhlaocai',
  desk: '/nhap',
  run: (call) =>
    withApp(call, async (app) => {
      const portal = await portalOf(app, call.text('portal'));
      const section = await sectionOf(app, portal.id, call.text('section'));
      const username = call.find('as');
      const actor = username ? await actingAs(app, call, username, portal.id) : machineOf(portal.locality_id);
      const report = await importFolder(app.ports, actor, {
        portalId: portal.id,
        sectionId: section.id,
        folder: path.resolve(call.find('folder') ?? ''),
        startClocks: !call.flag('no-clock'),
        outside: {},
        onProgress: (done, total, outcome) => call.progress.step(`${done}/${total}  ${outcome.file}`),
      });
      call.progress.done();
      return { data: report, text: textOf(call, report), ok: report.notTaken === 0 };
    }),
};

function textOf(call: Call, report: ImportReport): string {
  const lines = report.outcomes.flatMap((one) => [
    `${WORDS.marks[one.outcome]} ${one.file}`,
    ...(one.outcome === 'taken' ? readLines(call, one) : [`    ${sentence(call, one.words)}`]),
  ]);
  const next = report.taken > 0 ? [sentence(call, WORDS.next)] : [];
  return [...lines, '', sentence(call, WORDS.summary(report)), ...next].join('\n');
}

function readLines(call: Call, one: Extract<Outcome, { outcome: 'taken' }>): string[] {
  const facts = Object.values(one.facts).map((value) =>
    isCivilDate(value) ? formatDate(value, call.lang, 'short') : value,
  );
  return [
    `    ${sentence(call, WORDS.item(one.itemId))}: ${one.title}`,
    ...(facts.length > 0 ? [`    ${facts.join(' · ')}`] : []),
    ...one.notes.map((note) => `    ! ${sentence(call, note)}`),
  ];
}
