import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toTcvn3, toVni } from '../../../tests/support/legacy-encoders.ts';
import { bodyText, sanitiseBody } from '../body-html/index.ts';
import {
  CHECK_WORDS,
  type CheckContext,
  type CheckedContent,
  checkCodes,
  checkContent,
  checkGroups,
  convertContent,
  defaultWeight,
  findingKey,
  groupOf,
  markBody,
} from './index.ts';

const GOOD: CheckedContent = {
  ...{ title: 'Chống rét cho trâu, bò', summary: 'Việc cần làm trước tháng Mười hai.' },
  ...{ bodyHtml: '<p>Che chắn chuồng, dự trữ thức ăn.</p>', author: 'Giàng Thị Viết' },
  ...{ source: '', sourceUrl: '', sourcePublishedAt: null, attachments: [] },
  ...{ pictureMediaId: null, pictureAlt: '', pictureCaption: '' },
};

function find(change: Partial<CheckedContent>, context: Partial<CheckContext> = {}) {
  return checkContent({ ...GOOD, ...change }, { language: 'vi', ...context });
}
const codes = (...asked: Parameters<typeof find>) => find(...asked).map(({ code }) => code);

test('a finding in the body knows its place: the run of text and the words in it, across bold and breaks', () => {
  const bodyHtml = '<p>Mở đầu.</p><ul><li>Gọi anh Lò Văn Mẫu, máy 0912 <strong>345</strong> 678.</li></ul>';
  const [found] = find({ bodyHtml });
  assert.deepEqual(found?.place, { path: [1, 0, 0], from: 24, to: 36 });
  assert.equal(found?.words, '0912 345 678');
  assert.equal(
    markBody(bodyHtml, [{ number: 1, finding: found ?? assert.fail('nothing found') }]),
    '<p>Mở đầu.</p><ul><li>Gọi anh Lò Văn Mẫu, máy <a id="dau-1" href="#muc-1" class="finding-number number-should">1</a>' +
      '<mark>0912 </mark><strong><mark>345</mark></strong><mark> 678</mark>.</li></ul>',
  );
});

test('marking a body loses none of its words, whatever is marked', () => {
  const bodyHtml = sanitiseBody(
    '<h2>MỘT SỐ KẾT QUẢ ĐẠT ĐƯỢC TRONG NĂM</h2><p><strong>Kết quả</strong></p><p>- Một việc</p><p>- Hai việc, <a href="http://mau.example/a">xem tại đây</a></p>' +
      `<table><tr><td>a</td><td>0912345678</td></tr><tr><td>b</td><td>c</td></tr></table><figure><img src="/tep/${'a'.repeat(64)}/a.webp" alt="ảnh"></figure>`,
  ).html;
  const findings = find({ bodyHtml });
  assert.ok(findings.length >= 7);
  const marked = markBody(
    bodyHtml,
    findings.map((finding, i) => ({ number: i + 1, finding })),
  );
  for (const [i, { field, place }] of findings.entries())
    if (field === 'body' && place) assert.ok(marked.includes(`id="dau-${i + 1}"`), `${i + 1}`);
  const bare = marked.replace(/<a id="dau-\d+"[^>]*>\d+<\/a>/g, '').replace(/<\/?mark>/g, '');
  assert.equal(bodyText(bare), bodyText(bodyHtml));
});

test('LC-018 QN-011: a mark of secrecy is found in the title, the text, a caption, a field and the name of a file', () => {
  assert.deepEqual(codes({ title: 'TỐI MẬT – Bản số 02' }), ['secrecy']);
  assert.deepEqual(codes({ bodyHtml: '<p>TUYỆT <em>MẬT</em></p>' }), ['secrecy']);
  assert.deepEqual(codes({ attachments: [{ name: '15-QD-UBND-MAT.pdf', label: 'Quyết định' }] }), [
    'secrecy',
  ]);
  const [inField] = find({ facts: { claim: 'Chợ đóng cửa\nĐộ mật: TỐI MẬT' } });
  assert.deepEqual([inField?.code, inField?.field, inField?.words], ['secrecy', 'fields', 'Độ mật: TỐI MẬT']);
  assert.deepEqual(codes({ bodyHtml: '<p>Mật ong, bí mật, mật độ, bảo mật.</p>' }), []);
});

test('an article needs a summary; a signed text has its abstract as its title', () => {
  assert.deepEqual(codes({ summary: '' }), ['summary']);
  assert.deepEqual(codes({ summary: '' }, { contentKind: 'documents' }), []);
});

test('LC-027 LX-010: an office’s own number is no alarm: beside its name, in its row, or made known by the locality', () => {
  const number = '<p>Hỏi thêm theo số 0912 345 678.</p>';
  assert.deepEqual(codes({ bodyHtml: number }), ['personal-phone']);
  assert.deepEqual(codes({ bodyHtml: number }, { contacts: ['+84 912 345 678'] }), []);
  assert.deepEqual(codes({ bodyHtml: '<p>Trạm Y tế xã: 0912 345 678.</p>' }), []);
  assert.deepEqual(codes({ bodyHtml: '<p>Trạm Y tế xã: gặp chị Lò Thị Mẫu, 0912 345 678.</p>' }), [
    'personal-phone',
  ]);
});

test('LC-024 LX-011 QN-018: a passage in an old code table is offered in Unicode, and the whole edition converts at once', () => {
  const title = toTcvn3('Hội nghị tổng kết năm của tỉnh');
  const bodyHtml = `<p>Câu này đúng. ${String(toVni('Cộng hòa xã hội chủ nghĩa'))}</p><p><strong>${toTcvn3('Kế hoạch')}</strong> ${toTcvn3('phòng chống dịch bệnh')}</p>`;
  const found = find({ title, bodyHtml }).filter(({ code }) => code === 'legacy');
  assert.deepEqual(
    found.map(({ field, correction }) => [field, correction?.after]),
    [
      ['title', 'Hội nghị tổng kết năm của tỉnh'],
      ['body', 'Cộng hòa xã hội chủ nghĩa'],
      ['body', 'Kế hoạch phòng chống dịch bệnh'],
    ],
  );
  const { content, passages } = convertContent({ ...GOOD, title, bodyHtml });
  assert.equal(passages.length, 3);
  assert.equal(content.title, 'Hội nghị tổng kết năm của tỉnh');
  assert.equal(
    content.bodyHtml,
    '<p>Câu này đúng. Cộng hòa xã hội chủ nghĩa</p><p><strong>Kế hoạch</strong> phòng chống dịch bệnh</p>',
  );
  assert.deepEqual(convertContent(content).passages, []);
});

test('damaged UTF-8 is mended where no byte was lost', () => {
  const damaged = new TextDecoder('windows-1252').decode(Buffer.from('việc hỗ trợ'));
  const [found] = find({ bodyHtml: `<p>Bị lỗi: ${damaged}.</p>` });
  assert.equal(found?.code, 'mojibake');
  assert.match(convertContent({ ...GOOD, bodyHtml: `<p>${damaged}</p>` }).content.bodyHtml, /việc hỗ trợ/);
});

test('LX-013: words without diacritics are found inside a sentence that has them; an English edition is left alone', () => {
  const [found] = find({ bodyHtml: '<p>Các xã rà soát, bao cao ket qua truoc ngay 30/11.</p>' });
  assert.deepEqual([found?.code, found?.words], ['unmarked', 'bao cao ket qua truoc ngay']);
  assert.deepEqual(
    codes({ bodyHtml: '<p>Keep the herd warm and give it water.</p>' }, { language: 'en' }),
    [],
  );
});

test('LC-019 QN-012: a line that names a source asks for the fields of the source', () => {
  assert.deepEqual(codes({ bodyHtml: '<p>Tin vui.</p><p>(Theo Báo Mẫu)</p>' }), ['re-use']);
  assert.deepEqual(codes({ bodyHtml: '<p>Tin vui.</p><p>(Theo Báo Mẫu)</p>', source: 'Báo Mẫu' }), []);
  assert.deepEqual(codes({ source: 'Internet' }), ['re-use']);
  assert.deepEqual(codes({ bodyHtml: '<p>Theo báo cáo của Sở.</p>' }), []);
});

test('LC-022 BG-020: a section for documents keeps the form of its texts', () => {
  const bodyHtml = '<p><strong>Điều 1</strong></p><p>1. Một khoản.</p><p>2. Hai khoản.</p>';
  assert.deepEqual(codes({ bodyHtml }, { contentKind: 'news' }), ['fake-heading', 'fake-list']);
  assert.deepEqual(codes({ bodyHtml }, { contentKind: 'documents' }), []);
});

test('a broken address comes with the right one where it can be told', () => {
  const corrected = (href: string) =>
    find({ bodyHtml: `<p>Xem <a href="${href}">trang của Sở</a>.</p>` })[0]?.correction?.after;
  assert.equal(corrected('www.mau.example.vn/a'), 'https://www.mau.example.vn/a');
  assert.equal(corrected('https://https://mau.example.vn'), 'https://mau.example.vn');
  assert.equal(corrected('hopthu@mau.example.vn'), 'mailto:hopthu@mau.example.vn');
  assert.equal(corrected('http://mau.example.vn'), 'https://mau.example.vn');
});

test('the marks of notes are no links of the writer: a number to the note, an arrow back', () => {
  const { html: bodyHtml } = sanitiseBody(
    '<p>Đàn trâu<span role="doc-footnote">Số liệu của thôn.</span>.</p>',
  );
  assert.match(bodyHtml, /doc-noteref[\s\S]*doc-backlink/);
  assert.deepEqual(codes({ bodyHtml }), []);
  assert.deepEqual(codes({ bodyHtml: '<p><a href="/van-ban">↑</a> Trâu, bò.</p>' }), ['link-empty']);
});

test('an override speaks of the same words wherever they stand, and of no others', () => {
  const key = (bodyHtml: string) => find({ bodyHtml }).map(findingKey);
  assert.deepEqual(key('<p>Máy 0912345678.</p>'), key('<p>Thêm câu.</p><p>Máy 0912345678.</p>'));
  assert.notDeepEqual(key('<p>Máy 0912345678.</p>'), key('<p>Máy 0912345679.</p>'));
});

test('what must be mended stands first; every code has words in both languages, a group and a weight', () => {
  const weightsFound = find({ title: '', bodyHtml: '<p>Máy 0912345678.</p>', author: '' }).map(
    ({ weight }) => weight,
  );
  assert.deepEqual(weightsFound, ['must', 'should', 'should']);
  for (const code of checkCodes) {
    assert.ok(CHECK_WORDS[code].title.vi && CHECK_WORDS[code].text.en, code);
    assert.ok(checkGroups.includes(groupOf(code)) && defaultWeight(code), code);
  }
});

test('a long text full of everything is checked in well under a second', () => {
  const bodyHtml =
    `<p>${'Ông Nguyễn Văn Mẫu, điện thoại 0912 345 678, trú tại thôn Sả Mây, xã Tả Ngàn. '.repeat(40)}</p>`.repeat(
      10,
    );
  const from = performance.now();
  assert.ok(find({ bodyHtml }).length > 500);
  assert.ok(performance.now() - from < 5_000);
});

test('LC-027: what a column is called says what its cells hold', () => {
  const row = (head: string, cell: string) =>
    codes({
      bodyHtml: `<table><caption>Danh sách</caption><thead><tr><th>Họ và tên</th><th>${head}</th></tr></thead><tbody><tr><td>Lò Thị Mẫu</td><td>${cell}</td></tr></tbody></table>`,
    });
  assert.deepEqual(row('Ngày sinh', '12/03/1985'), ['personal-birth']);
  assert.deepEqual(row('STK', '8800205012345'), ['personal-bank']);
  assert.deepEqual(row('Số CMND', '063123456'), ['personal-identity']);
  assert.deepEqual(row('Số tiền', '8800205012345'), []);
  assert.deepEqual(row('Ngày cấp', '12/03/1985'), []);
});

test('a page outside that did not open is shown at each link to it and at the source, with what was heard; it stands in nobody’s way', () => {
  const detail = { vi: 'không mở được từ 21/11/2026', en: 'has not opened since 21 Nov 2026' };
  const standingOf = (href: string) => (href.includes('mat.vn') ? { unreachable: detail } : undefined);
  const bodyHtml =
    '<p><a href="https://con.vn/">Trang còn</a> và <a href="http://mat.vn/">trang mất</a>.</p>';
  const taken = { source: 'Báo Mẫu', sourceUrl: 'https://mat.vn/goc', sourcePublishedAt: new Date(0) };
  const found = find({ bodyHtml, ...taken }, { standingOf });
  assert.deepEqual(
    found.map(({ code, field, weight, href, place }) => [code, field, weight, href, place?.path]),
    [
      ['link-outside', 'source', 'should', 'https://mat.vn/goc', undefined],
      ['link-outside', 'body', 'should', 'http://mat.vn/', [0, 2]],
    ],
  );
  assert.match(
    found[1]?.text.vi ?? '',
    /^Trang được nối đến không mở được từ 21\/11\/2026\. Sửa lại địa chỉ/,
  );
});

test('LC-027 LX-013: what a first look at other texts had missed, and what it had raised without need', () => {
  const cases: [string, string[]][] = [
    ['Lái xe Nguyễn Văn Thử, trú thôn Nà Ví, xã Tả Ngàn.', ['personal-address']],
    ['Bệnh nhân Trần Văn Thử, 45 tuổi, chẩn đoán: viêm phổi.', ['personal-health']],
    ['Bệnh nhân Trần Văn Thử, 45 tuổi, HIV dương tính.', ['personal-health']],
    ['UBND xa to chuc hoi nghi.', ['unmarked']],
    ['Mời <a href="/a/b-1">click vào đây để xem</a>.', ['link-text']],
    ['Bà Hoàng Thị Thử, Giám đốc Trung tâm Y tế, điện thoại cơ quan 0214 3840 115.', []],
    ['Công ty TNHH MTV Nguyễn Văn Mẫu, địa chỉ: số 5 đường Nguyễn Huệ, phường Lào Cai.', []],
  ];
  for (const [text, found] of cases) assert.deepEqual(codes({ bodyHtml: `<p>${text}</p>` }), found, text);
});
