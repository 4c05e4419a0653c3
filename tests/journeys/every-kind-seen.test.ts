import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hasBrowser } from '../support/browser.ts';
import { LIST } from '../support/desk.ts';
import { openPeople } from '../support/kind-browser.ts';

/**
 * Three kinds from their first word to their end as people see and press them: a chart with its table, a notice of danger, a
 * signed text. What the pages of every kind do without script stands in every-kind.test.ts.
 */

interface Walk {
  /** As the choice of forms calls it; undefined for an article. */
  form: string | undefined;
  section: string;
  title: string;
  /** Labels of fields, and what is written there. */
  fields: Record<string, string>;
  body: string;
  /** The page a citizen begins on, and the link he follows. */
  from: string;
  link: string | RegExp;
  seen: readonly string[];
  /** What a correction writes into a field, and what readers then see as the old and the new words. */
  mended: { field: string; text: string; was: string; is: string };
  note: string;
  ending: { cause: string; way: string; reason: string };
  /** At the old address at last. */
  gone: readonly string[];
}

const UNITS = 'Phòng Tổng hợp | Lò Văn Mẫu | 0214 000 0001\nPhòng Hành chính | Giàng Thị Mẫu | 0214 000 0002';

const WALKS: Record<string, Walk> = {
  'a chart of units': {
    ...{ form: 'Cơ cấu tổ chức của cơ quan', section: '– Sơ đồ, cơ cấu tổ chức' },
    title: 'Cơ cấu tổ chức Văn phòng tỉnh mẫu',
    fields: { 'Các đơn vị': UNITS, 'Tính đến ngày': '2026-11-01' },
    body: 'Văn phòng có hai phòng.',
    ...{ from: '/gioi-thieu', link: /^Cơ cấu tổ chức Văn phòng tỉnh mẫu/ },
    seen: ['Phòng Hành chính', 'Giàng Thị Mẫu', '0214 000 0002', '01/11/2026'],
    mended: { field: 'Các đơn vị', text: UNITS.replace('0002', '0022'), was: '0002', is: '0022' },
    note: 'Bản trước ghi sai số máy của Phòng Hành chính.',
    ending: { cause: 'Trùng với bài khác', way: 'Chuyển sang bài thay thế', reason: 'Đã có bài mới.' },
    gone: ['Hoàn thành sửa chữa 42 công trình nước sạch ở vùng cao'],
  },
  'a notice of danger': {
    ...{ form: 'Cảnh báo dịch bệnh, thiên tai', section: 'Tin tức' },
    title: 'Cảnh báo lũ quét ở xã vùng cao mẫu',
    fields: {
      ...{ 'Mức độ': 'Cảnh báo', 'Khu vực': 'Các xã vùng cao mẫu', 'Đường dây nóng': '0214 114 000' },
      ...{ 'Có hiệu lực từ ngày': '2026-11-20', 'Có hiệu lực đến ngày': '2026-11-23' },
      'Việc cần làm': 'Rời nhà dưới chân taluy.\nKhông qua ngầm tràn.',
    },
    body: 'Ban Chỉ huy trực suốt đêm.',
    ...{ from: '/', link: /^Đọc đầy đủ/ },
    seen: ['Không qua ngầm tràn.', '0214 114 000', 'từ 20/11/2026 đến 23/11/2026'],
    mended: { field: 'Đường dây nóng', text: '0214 114 999', was: '000', is: '999' },
    note: 'Bản trước ghi sai số đường dây nóng.',
    ending: { cause: 'Đã hết thời gian đăng', way: 'Gỡ, để lại lời báo', reason: 'Nước đã rút.' },
    gone: ['Cảnh báo lũ quét ở xã vùng cao mẫu', 'đã gỡ bài này ngày 20/11/2026', 'Nước đã rút.'],
  },
  'a signed text': {
    ...{ form: undefined, section: 'Văn bản', title: 'Quyết định mẫu về quản lý rừng' },
    fields: {
      ...{ 'Số, ký hiệu': '15/2026/QĐ-UBND', 'Hình thức': 'Quyết định', 'Cơ quan ban hành': 'UBND tỉnh mẫu' },
      ...{ 'Ngày ban hành': '2026-11-16', 'Có hiệu lực từ ngày': '2026-12-01', 'Người ký': 'Vàng Thị Mẫu' },
    },
    body: 'Điều 1. Ban hành quy định mẫu về quản lý rừng.',
    ...{ from: '/van-ban', link: 'Quyết định mẫu về quản lý rừng' },
    seen: ['15/2026/QĐ-UBND', 'UBND tỉnh mẫu', '01/12/2026', 'Vàng Thị Mẫu', 'Chưa có hiệu lực'],
    mended: { field: 'Người ký', text: 'Lù Văn Mẫu', was: 'Vàng Thị', is: 'Lù Văn' },
    note: 'Bản trước ghi sai người ký văn bản.',
    ending: { cause: 'Có nội dung thuộc bí mật nhà nước', way: 'Gỡ hẳn', reason: 'Không được đăng.' },
    gone: ['Trang này đã được gỡ'],
  },
};

if (hasBrowser())
  describe('three kinds as people see them', () => {
    let people: Awaited<ReturnType<typeof openPeople>>;
    before(async () => {
      people = await openPeople();
    });
    after(() => people.close());

    for (const [name, walk] of Object.entries(WALKS)) {
      let itemId = '';
      let address = '';

      test(`${name}: a clerk writes it, others check and approve it, a citizen comes upon it`, async () => {
        const { editor, citizen, origin, press } = people;
        await editor.goto(`${origin}${LIST}/moi`);
        if (walk.form) await press(editor, 'link', walk.form);
        await editor.getByLabel('Chuyên mục').selectOption({ label: walk.section });
        await editor.getByLabel('Tiêu đề').fill(walk.title);
        await press(editor, 'button', 'Bắt đầu viết');
        [, itemId = ''] = /tin-bai\/(\d+)\/sua/.exec(editor.url()) ?? [];
        const text = editor.locator('.ProseMirror#body');
        await text.fill(walk.body);
        await editor.getByLabel('Tóm tắt (sapo)').fill('Tóm tắt mẫu.');
        const fields = editor.locator('#fields').locator('..');
        for (const [label, value] of Object.entries(walk.fields)) {
          const field = fields.getByLabel(label, { exact: false }).first();
          const isChoice = (await field.evaluate((node) => node.tagName)) === 'SELECT';
          await (isChoice ? field.selectOption({ label: value }) : field.fill(value));
        }
        await people.submit(editor);
        await people.decide(walk.title);
        await people.settle();
        await citizen.goto(`${origin}${walk.from}`);
        await press(citizen, 'link', walk.link);
        address = citizen.url();
        await citizen.getByRole('heading', { level: 1, name: walk.title }).waitFor();
        const main = await citizen.locator('main').innerText();
        for (const words of walk.seen) assert.ok(main.includes(words), `${name} does not show ${words}`);
      });

      test(`${name}: corrected with a note, the old words and the new beside it`, async () => {
        const { editor, board, citizen, origin, press } = people;
        const item = `${origin}${LIST}/${itemId}`;
        await editor.goto(item);
        await press(editor, 'button', 'Sửa bài đã đăng (bản mới): Tiếng Việt');
        const draft = editor.url().replace(/\?.*/, '');
        await editor.goto(item);
        await editor.getByText('Đính chính', { exact: true }).click();
        await editor.getByLabel('Lời đính chính cho bạn đọc').fill(walk.note);
        await press(editor, 'button', 'Lưu lời đính chính');
        await editor.goto(draft);
        const fields = editor.locator('#fields').locator('..');
        await fields.getByLabel(walk.mended.field, { exact: false }).first().fill(walk.mended.text);
        await people.submit(editor);
        await board.goto(item);
        await board.getByRole('checkbox', { name: 'Cho bạn đọc xem chữ cũ và chữ mới' }).check();
        await press(board, 'button', 'Lưu lựa chọn');
        await people.decide(walk.title);
        await people.settle();
        await citizen.goto(address);
        const note = citizen.getByRole('region', { name: 'Đính chính' });
        assert.ok((await note.innerText()).includes(walk.note));
        await note.getByText('Xem chữ cũ và chữ mới').click();
        // marked in words too, for whoever hears the page
        const marked = async (tag: string) =>
          (await note.locator(tag).first().innerText()).replace(/\[[^:]*:|\]/g, '').trim();
        assert.deepEqual(await Promise.all(['del', 'ins'].map(marked)), [walk.mended.was, walk.mended.is]);
      });

      test(`${name}: taken down, and its address says what became of it`, async () => {
        const { board, citizen, origin, press } = people;
        await board.goto(`${origin}${LIST}/${itemId}`);
        await press(board, 'link', 'Gỡ bài khỏi cổng');
        await board.getByLabel('Thuộc trường hợp').selectOption({ label: walk.ending.cause });
        await board.getByLabel(walk.ending.way, { exact: true }).check();
        const { itemId: successor } =
          people.ground.world.items['lao-cai/main'] ?? assert.fail('no successor');
        if (walk.ending.way.startsWith('Chuyển'))
          await board.getByLabel('Bài hoặc trang thay thế').fill(String(successor));
        await board.getByLabel('Lý do').fill(walk.ending.reason);
        await press(board, 'button', 'Gỡ bài');
        await citizen.goto(address);
        const main = await citizen.locator('main').innerText();
        for (const words of walk.gone) assert.ok(main.includes(words), main);
        assert.equal(main.includes(walk.title), walk.gone.includes(walk.title));
        await citizen.goto(`${origin}${walk.from}`);
        assert.equal(await citizen.getByRole('link', { name: walk.title }).count(), 0);
      });
    }
  });
