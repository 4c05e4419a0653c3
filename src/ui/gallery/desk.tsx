import type { Lang } from '../../rules/lang.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  Chips,
  type ClockView,
  DataTable,
  DeskList,
  DeskPage,
  type DeskPageProps,
  DeskRow,
  DeskTitle,
  DiffView,
  Figures,
  FindingNumber,
  Findings,
  Form,
  GroupHeader,
  Icon,
  KeyList,
  LinkButton,
  StatePill,
  standardKeys,
  ToolBar,
} from '../index.ts';
import { type GalleryAddresses, head, link, type SpecimenProps, t } from './faces.tsx';

function frame(
  lang: Lang,
  at: GalleryAddresses,
  title: string,
  current = 0,
): Omit<DeskPageProps, 'children'> {
  const content = t(lang, 'Nội dung', 'Content');
  const readers = t(lang, 'Người đọc', 'Readers');
  const upkeep = t(lang, 'Vận hành', 'Upkeep');
  const rail = [
    { href: '/ban', icon: 'list-checks', text: t(lang, 'Việc của tôi', 'My tasks'), count: 9 },
    { href: '/ban/tin', icon: 'newspaper', text: t(lang, 'Tin bài', 'Articles'), count: 4, group: content },
    { href: '/ban/vb', icon: 'scale', text: t(lang, 'Văn bản', 'Documents'), count: 1, group: content },
    {
      href: '/ban/hd',
      icon: 'message-circle-question-mark',
      text: t(lang, 'Hỏi – Đáp', 'Q&A'),
      count: 3,
      group: readers,
    },
    {
      href: '/ban/nv',
      icon: 'clipboard-check',
      text: t(lang, 'Nghĩa vụ công khai', 'Publication duties'),
      count: 1,
      group: upkeep,
    },
    { href: '/ban/nk', icon: 'history', text: t(lang, 'Việc đã làm', 'Done'), group: upkeep },
  ] as const;
  return {
    lang,
    head: {
      ...head(lang, at, title, false, ['desk.css']),
      scripts: at.scripts(['desk-keys.js', 'submit-once.js']),
      feeds: [],
      alternates: [],
    },
    homeHref: '/ban',
    portalName: t(lang, 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment'),
    person: {
      name: t(lang, 'Nguyễn Thị Mẫu', 'Nguyễn Thị Mẫu'),
      role: t(lang, 'Biên tập viên', 'Editor'),
      href: '/ban/toi',
    },
    rail: rail.map((item, i) => ({ ...item, current: i === current })),
    search: { action: '/ban/tim' },
    signOut: { action: '/thoat', csrfName: '_csrf', csrf: 'mau' },
  };
}

function clock(state: ClockView['state'], words: string, marks: string): ClockView {
  const names = { p: 'passed', t: 'today', o: 'open', '.': 'off', d: 'due', x: 'over' } as const;
  return { state, words, marks: [...marks].map((m) => names[m as keyof typeof names]) };
}

export function MyTasks({ lang, at }: SpecimenProps) {
  const rows = deskRows(lang);
  const row = (i: number) => {
    const r = rows[i];
    return r && <DeskRow lang={lang} {...r} choose={{ name: 'viec', value: String(i) }} />;
  };
  return (
    <DeskPage
      {...frame(lang, at, t(lang, 'Việc của tôi', 'My tasks'))}
      keys={standardKeys(lang)}
      keysNote={t(lang, '2 việc nữa ở dưới', '2 more below')}
      progress={[
        {
          label: t(lang, 'Đang nhập 214 văn bản', 'Importing 214 documents'),
          value: 131,
          max: 214,
          note: t(
            lang,
            '131 xong, còn khoảng 4 phút. Cứ rời trang, việc vẫn chạy.',
            '131 done, about 4 minutes left. You may leave the page.',
          ),
        },
      ]}
    >
      <DeskTitle
        eyebrow={t(lang, 'Thứ Sáu 20/11/2026, 09:45', 'Friday 20 November 2026, 09:45')}
        title={t(
          lang,
          'Có 9 việc chờ bạn: 1 quá hạn, 2 hết hạn hôm nay',
          '9 tasks wait for you: 1 overdue, 2 due today',
        )}
      >
        <Chips
          label={t(lang, 'Loại việc', 'Kind of task')}
          chips={[
            { ...link('/ban', t(lang, 'Tất cả', 'All'), true), count: 9 },
            { ...link('/ban?l=tin', t(lang, 'Tin bài', 'Articles')), count: 4 },
            { ...link('/ban?l=hd', t(lang, 'Hỏi – Đáp', 'Q&A')), count: 3 },
          ]}
        />
        <ToolBar>
          <a href="/ban?xep=han">
            <Icon name="arrow-up-narrow-wide" /> {t(lang, 'Hạn gần nhất trước', 'Soonest first')}
          </a>
          <a href="/ban/xuat">
            <Icon name="download" /> {t(lang, 'Xuất danh sách', 'Export')}
          </a>
        </ToolBar>
      </DeskTitle>
      <GroupHeader id="qh" overdue title={t(lang, 'Quá hạn', 'Overdue')} note={t(lang, '1 việc', '1 task')} />
      <DeskList labelledBy="qh">{row(0)}</DeskList>
      <GroupHeader
        id="hn"
        title={t(lang, 'Hết hạn hôm nay', 'Due today')}
        note={t(lang, '1 việc, trước 17:00', '1 task, before 17:00')}
      />
      <DeskList labelledBy="hn">{row(1)}</DeskList>
      <GroupHeader
        id="tt"
        title={t(lang, 'Trong tuần tới', 'Next week')}
        note={t(lang, '3 việc', '3 tasks')}
      />
      <DeskList labelledBy="tt">
        {row(2)}
        {row(3)}
        {row(4)}
      </DeskList>
    </DeskPage>
  );
}

function deskRows(lang: Lang) {
  return [
    {
      href: '/w1',
      clock: clock('overdue', t(lang, 'quá 1 ngày làm việc', '1 working day over'), 'ppdx'),
      room: t(lang, 'Nghĩa vụ công khai, khoản 3 Điều 10', 'Publication duty, Article 10.3'),
      title: t(lang, 'Đăng văn bản 93/QĐ-SNNMT ở cổng của Sở', 'Publish document 93/QĐ-SNNMT'),
      sub: t(
        lang,
        'Sở ban hành ngày 17/11, hạn 2 ngày làm việc: thứ Năm 19/11',
        'Issued 17 November, 2 working days: Thursday 19 November',
      ),
      next: { href: '/w1/duyet', text: t(lang, 'Trình duyệt đăng', 'Submit'), main: true },
    },
    {
      href: '/w2',
      clock: clock('urgent', t(lang, 'còn hôm nay', 'due today'), 'ppppt'),
      room: t(lang, 'Hỏi – Đáp 0139/2026', 'Q&A 0139/2026'),
      title: t(
        lang,
        'Hộ nuôi dưới 10 con trâu, bò có phải đăng ký chuồng trại không?',
        'Must a household with fewer than 10 cattle register its sheds?',
      ),
      sub: t(lang, 'Bản thảo của đồng nghiệp, chờ bạn đọc lại', 'A colleague’s draft awaits your reading'),
      next: { href: '/w2/ky', text: t(lang, 'Đọc và trình ký', 'Read and submit'), main: true },
    },
    {
      href: '/w3',
      clock: clock('running', t(lang, 'còn 2 ngày làm việc', '2 working days left'), 'ppt..oo'),
      room: t(lang, 'Hỏi – Đáp 0147/2026', 'Q&A 0147/2026'),
      title: t(
        lang,
        'Xin lắp thêm bể chứa nước chung của xóm thì làm đơn ở đâu?',
        'Where do we apply for a shared water tank?',
      ),
      sub: t(lang, 'Đã soạn, đang chờ lãnh đạo Sở ký', 'Drafted, awaiting signature'),
      next: { href: '/w3/nhac', text: t(lang, 'Nhắc người ký', 'Remind') },
    },
    {
      href: '/w4',
      clock: clock('running', t(lang, 'còn 4 ngày làm việc', '4 working days left'), 'pt..oooo'),
      room: t(lang, 'Tin bài', 'Article'),
      title: t(
        lang,
        'Hoàn thành sửa chữa 42 công trình nước sạch: bản tiếng Anh',
        'Repairs on 42 schemes: English text',
      ),
      sub: t(
        lang,
        'Bản gốc vừa sửa lúc 08:10; bản dịch đã cũ',
        'The original changed at 08:10; the translation is older',
      ),
      next: { href: '/w4/so', text: t(lang, 'So hai bản', 'Compare') },
    },
    {
      href: '/w5',
      clock: clock('paused', t(lang, 'đang dừng', 'paused'), 'ppt..'),
      room: t(lang, 'Hỏi – Đáp 0142/2026', 'Q&A 0142/2026'),
      title: t(
        lang,
        'Đất rừng sản xuất chuyển sang trồng quế cần thủ tục gì?',
        'What is needed to turn production forest into cinnamon?',
      ),
      sub: t(
        lang,
        'Chờ người hỏi ghi thêm tên thôn, đã nhắc 1 lần',
        'Waiting for the asker to name the village',
      ),
      next: { href: '/w5', text: t(lang, 'Xem', 'Open') },
    },
  ];
}

export function ApprovalQueue({ lang, at }: SpecimenProps) {
  return (
    <DeskPage {...frame(lang, at, t(lang, 'Duyệt đăng', 'Approve'), 1)}>
      <DeskTitle
        eyebrow={t(lang, 'Tin bài, chờ Ban Biên tập', 'Articles awaiting the board')}
        title={t(lang, 'Duyệt: Khuyến cáo lịch gieo mạ vụ xuân', 'Approve: advice on spring rice sowing')}
      />
      <Figures
        figures={[
          { value: '3', words: t(lang, 'bài chờ duyệt', 'await approval') },
          { value: '14', words: t(lang, 'đã duyệt tuần này', 'approved this week') },
          { value: '1', words: t(lang, 'đang trễ', 'late'), href: '/tre', bad: true },
        ]}
      />
      <KeyList
        rows={[
          { key: t(lang, 'Tác giả', 'Author'), value: t(lang, 'Sùng A Mẫu', 'Sùng A Mẫu') },
          {
            key: t(lang, 'Trạng thái', 'State'),
            value: <StatePill tone="warn">{t(lang, 'Chờ duyệt', 'Awaiting approval')}</StatePill>,
          },
          { key: t(lang, 'Đăng lúc', 'To be published'), value: t(lang, '14:00 hôm nay', '14:00 today') },
        ]}
      />
      <DiffView
        lang={lang}
        label={t(lang, 'Khác với bản người dân đang xem', 'Differences from what the public sees')}
        parts={[
          { kind: 'same', text: t(lang, 'Gieo mạ từ ngày ', 'Sow from ') },
          { kind: 'removed', text: t(lang, '05/12', '5 December') },
          { kind: 'added', text: t(lang, '10/12', '10 December') },
          { kind: 'same', text: t(lang, ', khi nhiệt độ trên 15 °C.', ', when it is above 15 °C.') },
        ]}
      />
      <DataTable
        lang={lang}
        table={{
          caption: t(lang, 'Các bài chờ duyệt', 'Articles awaiting approval'),
          columns: [
            { label: t(lang, 'Bài', 'Article') },
            { label: t(lang, 'Tác giả', 'Author') },
            { label: t(lang, 'Số chữ', 'Words'), numeric: true },
          ],
          rows: [
            [
              <a href="/a1">{t(lang, 'Khuyến cáo lịch gieo mạ vụ xuân', 'Advice on spring rice sowing')}</a>,
              'Sùng A Mẫu',
              t(lang, '1.240', '1,240'),
            ],
            [
              <a href="/a2">{t(lang, 'Chống rét cho trâu, bò', 'Keeping cattle warm')}</a>,
              'Lò Thị Mẫu',
              '860',
            ],
          ],
          foot: [t(lang, 'Cộng', 'Total'), '', t(lang, '2.100', '2,100')],
        }}
      />
      <Form action="/duyet" hidden={{ _csrf: 'mau' }}>
        <Buttons>
          <Button name="viec" value="duyet">
            {t(lang, 'Duyệt và đăng lúc 14:00', 'Approve and publish at 14:00')}
          </Button>
          <Button kind="second" name="viec" value="tra">
            {t(lang, 'Trả lại, ghi lý do', 'Return with reasons')}
          </Button>
          <Button kind="danger" name="viec" value="bo">
            {t(lang, 'Bỏ bài', 'Discard')}
          </Button>
        </Buttons>
      </Form>
    </DeskPage>
  );
}

export function Editor({ lang, at }: SpecimenProps) {
  return (
    <DeskPage
      {...frame(lang, at, t(lang, 'Soạn bài', 'Edit article'), 1)}
      railHidden
      title={t(lang, 'Tin bài, Sở Nông nghiệp và Môi trường', 'Articles, Agriculture and Environment')}
      search={undefined}
      status={t(lang, 'Đã lưu lúc 09:42:18', 'Saved at 09:42:18')}
      asideLabel={t(lang, 'Kiểm tra trước khi gửi', 'Check before sending')}
      aside={<CheckPanel lang={lang} />}
    >
      <Breadcrumb
        lang={lang}
        links={[link('/ban/tin', t(lang, 'Tin bài', 'Articles'))]}
        here={t(lang, 'Bản thảo 3', 'Draft 3')}
      />
      <div class="editor-bar" role="toolbar" aria-label={t(lang, 'Định dạng', 'Format')}>
        <button type="button">
          <Icon name="image" /> {t(lang, 'Ảnh', 'Image')}
        </button>
        <button type="button">
          <Icon name="link" /> {t(lang, 'Nối bài', 'Link')}
        </button>
        <button type="button">
          <Icon name="message-square" /> {t(lang, 'Góp ý', 'Comment')}
        </button>
      </div>
      <h1>
        {t(
          lang,
          'Chống rét cho trâu, bò: việc cần làm trước tháng Mười hai',
          'Keeping cattle warm: what to do before December',
        )}
      </h1>
      <div class="prose">
        <p>
          {t(lang, 'Đợt rét đầu mùa có thể về trong tuần tới.', 'The first cold spell may come next week.')}
        </p>
        <p>
          {t(
            lang,
            'Mỗi con trâu, bò cần 5 đến 7 kg cỏ khô mỗi ngày. ',
            'Each animal needs 5 to 7 kg of hay a day. ',
          )}
          <mark class="mark-must">{t(lang, 'Cho uong nuoc am co pha muoi', 'Give warm salted watter')}</mark>{' '}
          <FindingNumber number={1} weight="must" />
        </p>
      </div>
    </DeskPage>
  );
}

function CheckPanel({ lang }: { lang: Lang }) {
  return (
    <>
      <h2>{t(lang, 'Kiểm tra trước khi gửi', 'Check before sending')}</h2>
      <p>{t(lang, 'Còn 1 chỗ phải sửa và 1 chỗ nên xem.', '1 thing to mend and 1 to look at.')}</p>
      <Findings
        findings={[
          {
            number: 1,
            weight: 'must',
            weightWords: t(lang, 'phải sửa', 'must be mended'),
            title: t(lang, 'Câu không dấu', 'Spelling'),
            text: t(lang, 'Có phải: “Cho uống nước ấm có pha muối”?', 'Did you mean “water”?'),
            ways: [
              link('#s1', t(lang, 'Dùng câu này', 'Use this')),
              link('#s2', t(lang, 'Tự sửa', 'I will mend it')),
            ],
          },
          {
            number: 2,
            weight: 'should',
            weightWords: t(lang, 'nên xem', 'worth a look'),
            title: t(lang, 'Chưa ghi văn bản căn cứ', 'No document named'),
            text: t(
              lang,
              'Có thể là 418/KH-UBND ngày 18/11/2026.',
              'Perhaps 418/KH-UBND of 18 November 2026.',
            ),
            ways: [
              link('#s3', t(lang, 'Gắn văn bản', 'Attach')),
              link('#s4', t(lang, 'Bỏ qua, ghi lý do', 'Skip, say why')),
            ],
          },
        ]}
      />
      <Buttons>
        <LinkButton href="#s1">{t(lang, 'Đến chỗ phải sửa đầu tiên', 'Go to the first one')}</LinkButton>
        <LinkButton href="/xem" kind="second">
          {t(lang, 'Xem như trên điện thoại', 'See it as on a phone')}
        </LinkButton>
      </Buttons>
    </>
  );
}
