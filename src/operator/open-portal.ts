import path from 'node:path';
import { openPortal as open } from '../rooms/portals/index.ts';
import { bodyKinds } from '../rules/profile/index.ts';
import { type Call, type OperatorCommand, type OptionRule, sentence } from './command.ts';
import { machineOf, withApp } from './installation.ts';
import { mainPortalOf } from './lookups.ts';
import { portalFile, readForm, readJson } from './portal-files.ts';

const WORDS = {
  live: (host: string) => ({ vi: `Cổng ${host} đã mở.`, en: `The portal ${host} is open.` }),
  requested: (host: string) => ({
    vi: `Cổng đã lập, tên miền ${host} chờ các bên thống nhất theo quy chế; có đủ ý kiến thì cổng tự mở.`,
    en: `The portal is made; its name ${host} waits for the parties the regulation names, and answers when all agree.`,
  }),
};

const text = (value: string, vi: string, en: string): OptionRule => ({ value, words: { vi, en } });

/** `open-portal`: a member portal of a locality, from a file or from options. */
export const openPortal: OperatorCommand = {
  name: 'open-portal',
  words: { vi: 'Mở một cổng thành viên', en: 'Open a member portal' },
  options: {
    locality: { ...text('CODE', 'địa phương', 'the locality'), required: true },
    from: text(
      'FILE.json',
      'mọi thứ trong một tệp, xem docs/operations/mo-cong.md',
      'everything in a file, see docs/operations/mo-cong.md',
    ),
    host: text('HOST', 'tên miền', 'host name'),
    'name-vi': text('TEXT', 'tên cơ quan', 'name of the body in Vietnamese'),
    'name-en': text('TEXT', 'tên tiếng Anh', 'its name in English'),
    'short-name': text('TEXT', 'tên gọn', 'its short name'),
    abbreviation: text('TEXT', 'tên viết tắt, ví dụ SNNMT', 'abbreviation, e.g. SNNMT'),
    kind: text(bodyKinds.join('|'), 'loại cơ quan', 'kind of body'),
    'opened-on': text('YYYY-MM-DD', 'ngày mở', 'day of opening'),
    decision: text(
      'TEXT',
      'quyết định tham gia, nếu cơ quan không bắt buộc có cổng',
      'decision to join, when the body is not obliged',
    ),
    'english-abbreviation': text(
      'TEXT',
      'viết tắt tiếng Anh, nếu tên miền dùng',
      'English abbreviation, if the host name uses it',
    ),
    workflow: text(
      'approve|check-then-approve',
      'quy trình duyệt (mặc định: soát rồi duyệt)',
      'workflow (default: check, then approve)',
    ),
    colour: text('#22386e', 'màu của cổng', 'colour of the portal'),
    scene: text('mountains', 'hình nền cổng', 'drawing of the gate'),
    responsible: text('TEXT', 'người chịu trách nhiệm nội dung', 'who answers for the content'),
    address: text('TEXT', 'địa chỉ', 'address'),
    phone: text('TEXT', 'điện thoại', 'telephone'),
    email: text('MAIL', 'thư điện tử', 'mail address'),
  },
  example: 'npm run portal -- open-portal --locality lao-cai --from ./cong-so-y-te.json',
  desk: '/cong',
  run: (call) =>
    withApp(call, async (app) => {
      const file = call.find('from');
      const input = file
        ? readJson(path.resolve(file), portalFile)
        : readForm('open-portal', fromOptions(call), portalFile);
      const main = await mainPortalOf(app, call.text('locality'));
      const opened = await app.ports.perform(machineOf(main.locality_id), open, {
        ...input,
        mainPortalId: main.id,
      });
      const told = opened.hostState === 'live' ? WORDS.live : WORDS.requested;
      return { data: opened, text: sentence(call, told(opened.host)) };
    }),
};

/** Options as the file would hold them; what is missing is left out and named by the check of the form. */
function fromOptions(call: Call): object {
  const both = (value: string | undefined) => (value === undefined ? undefined : { vi: value, en: value });
  const nameVi = call.find('name-vi');
  const scene = call.find('scene');
  return defined({
    host: call.find('host'),
    openedOn: call.find('opened-on'),
    decision: call.find('decision'),
    englishAbbreviation: call.find('english-abbreviation'),
    workflow: call.find('workflow'),
    face: defined({ colour: call.find('colour'), scene, drawing: scene }),
    body: defined({
      nameVi,
      nameEn: call.find('name-en'),
      shortName: call.find('short-name'),
      abbreviation: call.find('abbreviation'),
      kind: call.find('kind'),
    }),
    contact: defined({
      managedBy: nameVi && { vi: nameVi, en: call.find('name-en') ?? nameVi },
      responsible: both(call.find('responsible')),
      address: both(call.find('address')),
      phone: call.find('phone'),
      email: call.find('email'),
    }),
  });
}

function defined(fields: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
