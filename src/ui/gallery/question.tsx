import type { Lang } from '../../rules/lang.ts';
import {
  Breadcrumb,
  DayTable,
  IconLinks,
  PageTitle,
  PublicPage,
  Timeline,
  Trace,
  WithMargin,
} from '../index.ts';
import { homeLink, link, publicFrame, type SpecimenProps, t } from './faces.tsx';

export function FollowQuestion({ lang, at }: SpecimenProps) {
  const title = t(
    lang,
    'Xin lắp thêm bể chứa nước chung của xóm thì làm đơn ở đâu?',
    'Where do we apply for a shared water tank for our hamlet?',
  );
  return (
    <PublicPage {...publicFrame(lang, at, title, 'hoi-dap')}>
      <Breadcrumb
        lang={lang}
        links={[homeLink(lang), link('/hoi-dap', t(lang, 'Hỏi – Đáp', 'Q&A'))]}
        here={t(lang, 'Theo dõi', 'Follow')}
      />
      <WithMargin margin={<QuestionMargin lang={lang} />}>
        <PageTitle eyebrow={t(lang, 'Câu hỏi số 0147/2026', 'Question 0147/2026')} title={title} />
        <AnswerDue lang={lang} />
        <section class="section" aria-labelledby="dau">
          <h2 id="dau">{t(lang, 'Đang ở đâu', 'Where it is')}</h2>
          <Timeline
            entries={[
              {
                moment: { at: '2026-11-20T10:15+07:00', text: t(lang, '20/11, 10:15', '20 Nov, 10:15') },
                title: t(lang, 'Chờ lãnh đạo Sở ký', 'Awaiting the director’s signature'),
                text: t(
                  lang,
                  'Sở Nông nghiệp và Môi trường đã soạn xong câu trả lời.',
                  'The Department has drafted the answer.',
                ),
              },
              {
                moment: { at: '2026-11-17T21:40+07:00', text: t(lang, '17/11, 21:40', '17 Nov, 21:40') },
                title: t(lang, 'Cổng đã nhận', 'Received'),
                text: t(lang, 'Biên nhận đã gửi đến hộp thư của bạn.', 'A receipt was sent to your mailbox.'),
              },
            ]}
          />
        </section>
      </WithMargin>
    </PublicPage>
  );
}

function QuestionMargin({ lang }: { lang: Lang }) {
  return (
    <aside class="margin" aria-label={t(lang, 'Bạn có thể', 'You can')}>
      <section class="margin-note">
        <h2>{t(lang, 'Bạn có thể', 'You can')}</h2>
        <IconLinks
          links={[
            {
              href: '/bo-sung',
              icon: 'plus',
              text: t(lang, 'Bổ sung thông tin hoặc ảnh', 'Add information or photos'),
            },
            { href: '/rut', icon: 'undo-2', text: t(lang, 'Rút câu hỏi', 'Withdraw the question') },
            { href: '?in', icon: 'printer', text: t(lang, 'In trang này', 'Print this page') },
          ]}
        />
      </section>
    </aside>
  );
}

function AnswerDue({ lang }: { lang: Lang }) {
  return (
    <section class="section" aria-labelledby="han">
      <h2 id="han">
        <span class="note">{t(lang, 'Hạn trả lời', 'Answer due')}</span>
        <br />
        {t(lang, 'thứ Ba 24/11/2026 – còn 2 ngày làm việc', 'Tuesday 24 November 2026 – 2 working days left')}
      </h2>
      <DayTable
        label={t(lang, 'Từng ngày của thời hạn', 'The time limit day by day')}
        cells={dayCells(lang)}
      />
      <Trace
        lang={lang}
        open
        steps={[
          {
            text: t(
              lang,
              'Câu hỏi đến lúc 21:40 thứ Ba 17/11/2026, ngoài giờ làm việc.',
              'The question came at 21:40, Tuesday 17 November 2026, outside working hours.',
            ),
            source: t(lang, 'Khoản 1 Điều 11, Quy chế 22/2016', 'Article 11.1, Regulation 22/2016'),
          },
          {
            text: t(
              lang,
              'Thời hạn tính từ 08:00 thứ Tư 18/11, ngày làm việc kế tiếp.',
              'Time runs from 08:00, Wednesday 18 November, the next working day.',
            ),
            source: t(lang, 'Điểm c khoản 6 Điều 11', 'Article 11.6.c'),
          },
          {
            text: t(lang, 'Ngày thứ năm là thứ Ba 24/11/2026.', 'The fifth day is Tuesday 24 November 2026.'),
          },
        ]}
      />
    </section>
  );
}

function dayCells(lang: Lang) {
  const names = t(
    lang,
    'Thứ Ba,Thứ Tư,Thứ Năm,Thứ Sáu,Thứ Bảy,Chủ nhật,Thứ Hai,Thứ Ba',
    'Tue,Wed,Thu,Fri,Sat,Sun,Mon,Tue',
  ).split(',');
  const notes = t(
    lang,
    'Nhận 21:40,Ngày 1,Ngày 2,Hôm nay; ngày 3,không tính,không tính,Ngày 4,Ngày 5; hạn',
    'Received 21:40,Day 1,Day 2,Today; day 3,not counted,not counted,Day 4,Day 5; due',
  ).split(',');
  const kinds = ['start', 'passed', 'passed', 'today', 'off', 'off', 'open', 'due'] as const;
  return kinds.map((kind, i) => ({
    kind,
    weekday: names[i] ?? '',
    day: `${17 + i}/11`,
    note: notes[i] ?? '',
  }));
}
