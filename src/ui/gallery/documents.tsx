import type { Lang } from '../../rules/lang.ts';
import {
  Breadcrumb,
  ContentsList,
  DataTable,
  DocumentBody,
  DocumentHead,
  DotChart,
  KeyList,
  LiveRecord,
  Provision,
  PublicPage,
  Section,
  ValidityLine,
} from '../index.ts';
import { day, type GalleryAddresses, head, link, publicFrame, t } from './faces.tsx';

type Props = { lang: Lang; at: GalleryAddresses };

export function SignedDocument({ lang, at }: Props) {
  const title = t(
    lang,
    'Quyết định ban hành Quy định về quản lý, sử dụng nhà văn hóa thôn, tổ dân phố trên địa bàn tỉnh Lào Cai',
    'Decision promulgating the Rules on village culture houses in Lào Cai',
  );
  return (
    <PublicPage
      {...publicFrame(lang, at, title, 'van-ban')}
      head={head(lang, at, title, false, ['site.css', 'serif.css'])}
    >
      <Breadcrumb
        lang={lang}
        links={[link('/', t(lang, 'Trang đầu', 'Home')), link('/van-ban', t(lang, 'Văn bản', 'Documents'))]}
      />
      <DocumentHead
        number="36/2024/QĐ-UBND"
        state={t(lang, 'Còn hiệu lực, đã sửa đổi một phần', 'In force, partly amended')}
        tone="good"
        icon="circle-check"
        title={title}
        original={{ href: '/goc.pdf', text: t(lang, 'Tải bản gốc, PDF 640 KB', 'Original, PDF 640 KB') }}
        links={[
          link('/odt', t(lang, 'Bản chữ ODT', 'Text, ODT')),
          link('/trich', t(lang, 'Trích dẫn', 'Cite')),
        ]}
      />
      <KeyList
        wide
        rows={[
          {
            key: t(lang, 'Cơ quan ban hành', 'Issued by'),
            value: t(lang, 'Ủy ban nhân dân tỉnh Lào Cai', 'People’s Committee of Lào Cai'),
          },
          { key: t(lang, 'Ngày ban hành', 'Issued on'), value: day(lang, '2024-06-14').text },
          { key: t(lang, 'Có hiệu lực từ', 'In force from'), value: day(lang, '2024-07-01').text },
          { key: t(lang, 'Công báo', 'Gazette'), value: t(lang, 'số 21, 20/06/2024', 'No. 21, 20 Jun 2024') },
        ]}
      />
      <h2>{t(lang, 'Hiệu lực theo thời gian', 'Validity over time')}</h2>
      <ValidityLine
        label={t(lang, 'Hiệu lực theo thời gian', 'Validity over time')}
        events={[
          { moment: day(lang, '2024-06-14'), title: t(lang, 'Ban hành', 'Issued'), kind: 'past' },
          {
            moment: day(lang, '2024-07-01'),
            title: t(lang, 'Bắt đầu có hiệu lực', 'In force'),
            kind: 'past',
          },
          {
            moment: day(lang, '2025-07-01'),
            title: t(lang, 'Sửa đổi Điều 4, Điều 7', 'Articles 4 and 7 amended'),
            link: link('/d18', '18/2025/QĐ-UBND'),
            kind: 'past',
          },
          {
            moment: day(lang, '2026-11-20'),
            title: t(lang, 'Hôm nay: còn hiệu lực', 'Today: in force'),
            kind: 'today',
          },
          {
            moment: day(lang, '2027-03-01'),
            title: t(lang, 'Bãi bỏ khoản 2 Điều 6', 'Article 6.2 repealed'),
            link: link('/d62', '62/2026/QĐ-UBND'),
            kind: 'next',
          },
        ]}
      />
      <DocumentBody contents={<Contents lang={lang} />}>
        <Provision
          id="dieu-4"
          heading={t(lang, 'Điều 4. Mở cửa và lịch sử dụng', 'Article 4. Opening and use')}
          html={t(
            lang,
            '<p>1. Nhà văn hóa mở cửa hằng ngày, ít nhất từ 7 giờ đến 21 giờ. Lịch sử dụng được niêm yết ở cửa ra vào và đăng trên cổng thông tin điện tử của xã, phường.</p><p>2. Thôn, tổ dân phố, hội, đoàn thể và nhóm từ mười người dân trở lên có quyền đăng ký sử dụng.</p>',
            '<p>1. A culture house opens every day at least from 7:00 to 21:00. The timetable is posted at the door and on the portal of the commune.</p>',
          )}
          mark="amended"
          note={{
            title: t(lang, 'Khoản 1 Điều 4', 'Article 4.1'),
            text: (
              <>
                {t(lang, 'Sửa đổi bởi', 'Amended by')} <a href="/d18">18/2025/QĐ-UBND</a>
                {t(lang, ', từ 01/07/2025.', ', from 1 July 2025.')}
              </>
            ),
          }}
        />
        <Provision
          id="dieu-6"
          heading={t(lang, 'Điều 6. Thu và sử dụng đóng góp', 'Article 6. Contributions')}
          html={t(
            lang,
            '<p>2. Hoạt động khác có thể đóng góp tiền điện, nước theo mức do hội nghị thôn, tổ dân phố thống nhất và niêm yết công khai.</p>',
            '<p>2. Other activities may contribute to electricity and water at a rate agreed by the village meeting and posted in public.</p>',
          )}
          mark="ending"
          note={{
            title: t(lang, 'Khoản 2 Điều 6', 'Article 6.2'),
            text: t(lang, 'Hết hiệu lực từ 01/03/2027.', 'Ends on 1 March 2027.'),
          }}
        />
      </DocumentBody>
    </PublicPage>
  );
}

function Contents({ lang }: { lang: Lang }) {
  return (
    <ContentsList
      lang={lang}
      summary={t(lang, '11 điều, 3 chương', '11 articles, 3 chapters')}
      chapters={[
        {
          title: t(lang, 'Chương II. Quản lý, sử dụng', 'Chapter II. Use'),
          entries: [
            {
              href: '#dieu-4',
              label: t(lang, 'Điều 4', 'Art. 4'),
              title: t(lang, 'Mở cửa và lịch sử dụng', 'Opening and use'),
              note: t(lang, 'đã sửa đổi', 'amended'),
            },
            {
              href: '#dieu-6',
              label: t(lang, 'Điều 6', 'Art. 6'),
              title: t(lang, 'Thu và sử dụng đóng góp', 'Contributions'),
              note: t(lang, 'sẽ bãi bỏ khoản 2', 'paragraph 2 to be repealed'),
            },
          ],
        },
      ]}
    />
  );
}

export function Compliance({ lang, at }: Props) {
  const rows = [
    ['Đ10.2', t(lang, 'Phổ biến pháp luật', 'Legal dissemination'), 95.2, 91.8],
    ['Đ10.3', t(lang, 'Văn bản, nơi ban hành', 'Documents, issuing body'), 97.3, 97],
    ['Đ10.6', t(lang, 'Đề tài khoa học', 'Research'), 85.7, 100],
    ['Đ32.1', t(lang, 'Báo cáo ngày 25', 'Report on the 25th'), 80, 90],
  ] as const;
  const percent = (n: number) => t(lang, `${String(n).replace('.', ',')} %`, `${n}%`);
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Việc thực hiện quy chế', 'How we keep the regulation'))}>
      <Breadcrumb
        lang={lang}
        links={[link('/', t(lang, 'Trang đầu', 'Home'))]}
        here={t(lang, 'Thực hiện quy chế', 'Compliance')}
      />
      <h1>{t(lang, 'Việc thực hiện quy chế, tháng 11/2026', 'How the regulation is kept, November 2026')}</h1>
      <DotChart
        label={t(lang, 'Tỷ lệ đúng hạn theo điều', 'Share in time, by article')}
        from={75}
        legend={{
          now: t(lang, 'tháng này', 'this month'),
          before: t(lang, 'tháng trước', 'last month'),
          bad: t(lang, 'dưới 90 %', 'below 90%'),
        }}
        rows={rows.map(([label, title, value, before]) => ({
          label,
          title,
          value,
          before,
          words: percent(value),
          bad: value < 90,
        }))}
      />
      <DataTable
        lang={lang}
        table={{
          caption: t(
            lang,
            'Số liệu của biểu đồ. Mỗi số mở ra danh sách các việc đứng sau nó.',
            'The numbers of the chart; each opens the list behind it.',
          ),
          columns: [
            { label: t(lang, 'Điều', 'Article') },
            { label: t(lang, 'Nghĩa vụ', 'Duty') },
            { label: t(lang, 'Tháng này', 'This month'), numeric: true },
            { label: t(lang, 'Tháng trước', 'Last month'), numeric: true },
          ],
          rows: rows.map(([label, title, value, before]) => [
            label,
            title,
            <a href={`/so/${label}`}>{percent(value)}</a>,
            percent(before),
          ]),
        }}
      />
      <Section id="ghi" title={t(lang, 'Lời ghi trực tiếp', 'Live record')}>
        <LiveRecord
          label={t(lang, 'Lời ghi trực tiếp, mới nhất trước', 'Live record, newest first')}
          entries={[
            {
              moment: { at: '2026-11-25T09:52+07:00', text: '09:52' },
              question: t(
                lang,
                'Bạn đọc ở xã Mường Hum: Đồng hồ nước hỏng thì ai thay, có mất tiền không?',
                'A reader in Mường Hum: who replaces a broken water meter?',
              ),
              answeredBy: t(
                lang,
                'Giám đốc Sở Nông nghiệp và Môi trường',
                'Director of Agriculture and Environment',
              ),
              answer: t(
                lang,
                'Trong hai năm đầu, đơn vị lắp đặt thay miễn phí.',
                'In the first two years the installer does, free of charge.',
              ),
              now: true,
            },
            {
              moment: { at: '2026-11-25T09:44+07:00', text: '09:44' },
              question: t(
                lang,
                'Bạn đọc ở phường Sa Pa: Khi nào có nước sạch ở khu tái định cư?',
                'A reader in Sa Pa: when does the new quarter get clean water?',
              ),
              answer: t(
                lang,
                'Đường ống chính xong trong tháng 12.',
                'The main pipe is finished in December.',
              ),
              state: { text: t(lang, 'Đã trả lời', 'Answered'), tone: 'good', icon: 'circle-check' },
            },
          ]}
        />
      </Section>
    </PublicPage>
  );
}
