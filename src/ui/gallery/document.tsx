import type { Lang } from '../../rules/lang.ts';
import {
  Breadcrumb,
  ContentsList,
  DocumentBody,
  DocumentHead,
  KeyList,
  Provision,
  PublicPage,
  ValidityLine,
} from '../index.ts';
import { day, head, homeLink, link, publicFrame, type SpecimenProps, t } from './faces.tsx';

export function SignedDocument({ lang, at }: SpecimenProps) {
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
      <Breadcrumb lang={lang} links={[homeLink(lang), link('/van-ban', t(lang, 'Văn bản', 'Documents'))]} />
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
      <Validity lang={lang} />
      <DocumentBody contents={<Contents lang={lang} />}>
        <Provisions lang={lang} />
      </DocumentBody>
    </PublicPage>
  );
}

function Validity({ lang }: { lang: Lang }) {
  return (
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
  );
}

function Provisions({ lang }: { lang: Lang }) {
  return (
    <>
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
    </>
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
