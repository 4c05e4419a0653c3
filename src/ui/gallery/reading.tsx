import type { Lang } from '../../rules/lang.ts';
import {
  ArticleFoot,
  ArticleHeader,
  ArticleTools,
  Breadcrumb,
  DayTable,
  EmptyState,
  Field,
  Figure,
  FilterBar,
  IconLinks,
  ItemList,
  MarginNotes,
  Pager,
  PageTitle,
  PlainPage,
  Prose,
  PublicPage,
  StateMessage,
  Timeline,
  Trace,
  WithMargin,
} from '../index.ts';
import { day, footer, type GalleryAddresses, head, link, provinceFace, publicFrame, t } from './faces.tsx';
import { newsItems } from './home.tsx';

type Props = { lang: Lang; at: GalleryAddresses };

export function SectionList({ lang, at }: Props) {
  const frame = publicFrame(lang, at, t(lang, 'Tin tức', 'News'), 'tin-tuc');
  return (
    <PublicPage {...frame}>
      <Breadcrumb
        lang={lang}
        links={[link('/', t(lang, 'Trang đầu', 'Home'))]}
        here={t(lang, 'Tin tức', 'News')}
      />
      <PageTitle title={t(lang, 'Tin tức', 'News')}>
        {t(
          lang,
          'Việc của Ủy ban nhân dân tỉnh, các sở và các xã, phường.',
          'The work of the People’s Committee, departments and communes.',
        )}
      </PageTitle>
      <FilterBar
        lang={lang}
        action="/tin-tuc"
        result={t(
          lang,
          '124 tin về y tế trong năm 2026, mới nhất trước',
          '124 items on health in 2026, newest first',
        )}
        clearHref="/tin-tuc"
      >
        <Field
          lang={lang}
          kind="select"
          name="muc"
          label={t(lang, 'Chuyên mục', 'Section')}
          optional={false}
          empty={t(lang, 'Tất cả', 'All')}
          value="y-te"
          choices={[
            { value: 'y-te', text: t(lang, 'Y tế', 'Health') },
            { value: 'giao-duc', text: t(lang, 'Giáo dục', 'Education') },
          ]}
        />
        <Field lang={lang} kind="date" name="tu" label={t(lang, 'Từ ngày', 'From')} value="2026-01-01" />
        <Field lang={lang} kind="date" name="den" label={t(lang, 'Đến ngày', 'To')} value="" />
      </FilterBar>
      <ItemList
        items={newsItems(lang).map((item) => ({
          ...item,
          summary: t(
            lang,
            'Ủy ban nhân dân tỉnh giao Sở Y tế chủ trì, các xã phối hợp.',
            'The Department of Health leads; communes take part.',
          ),
          body: t(lang, 'Sở Y tế', 'Department of Health'),
        }))}
        level={2}
        railed
      />
      <Pager
        lang={lang}
        newerHref="/tin-tuc"
        olderHref="/tin-tuc?truoc=x"
        words={t(lang, 'từ 18/11/2026 trở về trước', 'up to 18 Nov 2026')}
      />
    </PublicPage>
  );
}

export function EmptyList({ lang, at }: Props) {
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Văn bản', 'Documents'), 'van-ban')}>
      <PageTitle title={t(lang, 'Văn bản', 'Documents')} />
      <EmptyState
        title={t(lang, 'Không có văn bản nào như vậy', 'No such document')}
        links={[
          link('/van-ban', t(lang, 'Xem tất cả văn bản', 'See all documents')),
          link('/hoi', t(lang, 'Hỏi Văn phòng Ủy ban nhân dân tỉnh', 'Ask the People’s Committee Office')),
        ]}
      >
        <p>
          {t(
            lang,
            'Thử bớt một điều kiện lọc, hoặc gõ số văn bản không cần dấu, ví dụ 22/2016/qd-ubnd.',
            'Try one filter fewer, or type the number without accents, for example 22/2016/qd-ubnd.',
          )}
        </p>
      </EmptyState>
    </PublicPage>
  );
}

const ARTICLE_BODY: Readonly<Record<Lang, string>> = {
  vi: `<p>Mỗi năm từ tháng Mười hai đến tháng Tư, lưu lượng ở các khe đầu nguồn giảm còn khoảng một phần ba. Đợt sửa chữa lần này ưu tiên những nơi từng thiếu nước quá ba tuần trong mùa khô trước, theo danh sách do các xã lập và niêm yết ở thôn từ tháng Tám.</p>
<h2>Đã làm những gì</h2><p>Thợ của các xã cùng bà con đã thay hơn 61 km ống dẫn, xây lại 17 bể lọc và lắp đồng hồ cho 26 thôn. Ở những thôn có tổ quản lý nước, tổ trưởng giữ sổ theo dõi và khóa van theo lịch chung.</p>
<table><caption>Công trình đã sửa, theo khu vực, đến ngày 18/11/2026</caption><thead><tr><th scope="col">Khu vực</th><th scope="col">Công trình</th><th scope="col">Số hộ</th><th scope="col">Kinh phí (triệu đồng)</th></tr></thead><tbody><tr><th scope="row">Phía bắc</th><td>19</td><td>1.462</td><td>8.740</td></tr><tr><th scope="row">Phía tây</th><td>14</td><td>1.015</td><td>6.205</td></tr><tr><th scope="row">Phía nam</th><td>9</td><td>703</td><td>3.980</td></tr></tbody><tfoot><tr><th scope="row">Cộng</th><td>42</td><td>3.180</td><td>18.925</td></tr></tfoot></table>
<h2>Khi nước yếu thì gọi ai</h2><p>Bà con báo cho tổ quản lý nước của thôn. Nếu sau hai ngày chưa khắc phục, gọi Phòng Kinh tế của xã; số máy ghi ở <a href="/danh-ba">Danh bạ</a>.</p><ul><li>Trong giờ làm việc: Phòng Kinh tế xã.</li><li>Ngoài giờ: trực của Ủy ban nhân dân xã.</li></ul>`,
  en: `<p>Every year from December to April the flow at the springs falls to about a third. This round of repairs put first the places that had lacked water for more than three weeks in the last dry season.</p>
<h2>What was done</h2><p>Workers of the communes and residents replaced more than 61 km of pipe, rebuilt 17 filter tanks and fitted meters in 26 villages.</p>
<table><caption>Schemes repaired by area, to 18 November 2026</caption><thead><tr><th scope="col">Area</th><th scope="col">Schemes</th><th scope="col">Households</th><th scope="col">Cost (million VND)</th></tr></thead><tbody><tr><th scope="row">North</th><td>19</td><td>1,462</td><td>8,740</td></tr><tr><th scope="row">West</th><td>14</td><td>1,015</td><td>6,205</td></tr></tbody></table>
<h2>Whom to call when water runs low</h2><p>Tell the village water team first; the numbers are in the <a href="/contacts">directory</a>.</p>`,
};

export function Article({ lang, at }: Props) {
  const title = t(
    lang,
    'Hoàn thành sửa chữa 42 công trình nước sạch ở các xã vùng cao trước mùa khô',
    'Repairs finished on 42 clean-water schemes in the uplands before the dry season',
  );
  return (
    <PublicPage {...publicFrame(lang, at, title, 'tin-tuc')}>
      <Breadcrumb
        lang={lang}
        links={[
          link('/', t(lang, 'Trang đầu', 'Home')),
          link('/tin-tuc', t(lang, 'Tin tức', 'News')),
          link('/hd', t(lang, 'Hoạt động của Ủy ban nhân dân', 'People’s Committee')),
        ]}
      />
      <WithMargin margin={<ArticleMargin lang={lang} />}>
        <article>
          <ArticleHeader
            lang={lang}
            kind={t(lang, 'Tin hoạt động', 'Activity')}
            title={title}
            author={t(lang, 'Tác giả mẫu', 'Sample author')}
            body={t(lang, 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment')}
            publishedAt={{
              at: '2026-11-19T14:05+07:00',
              text: t(lang, '14:05 thứ Năm 19/11/2026', '14:05, Thursday 19 November 2026'),
            }}
            editedAt={{
              at: '2026-11-20T08:10+07:00',
              text: t(lang, '08:10 thứ Sáu 20/11/2026', '08:10, Friday 20 November 2026'),
            }}
            historyHref="/sua"
          />
          <ArticleTools
            lang={lang}
            listen={{ href: '/nghe', text: t(lang, 'Nghe, 4 phút', 'Listen, 4 min') }}
            printHref="?in"
            saveHref="/luu"
            shareHref="/chia-se"
            shareText={title}
            citeHref="/trich-dan"
          />
          <p class="article-summary">
            {t(
              lang,
              'Nước đã về lại với 3.180 hộ ở chín xã. Hai công trình còn lại đang chờ thay đường ống và dự kiến xong trước ngày 10/12/2026.',
              'Water is back for 3,180 households in nine communes. Two schemes still await new pipes and should be finished by 10 December 2026.',
            )}
          </p>
          <Figure
            eager
            picture={{
              src: at.picture,
              alt: t(lang, 'Đầu nguồn buổi sớm', 'The spring at dawn'),
              width: 1280,
              height: 560,
              caption: t(
                lang,
                'Đầu nguồn buổi sớm, nơi đặt bể lọc mới. Ảnh: người chụp mẫu',
                'The spring at dawn, site of the new filter. Photo: sample',
              ),
            }}
          />
          <Prose lang={lang} html={ARTICLE_BODY[lang]} />
          <ArticleFoot
            lang={lang}
            source={t(lang, 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment')}
            credit={footer(lang).credit}
            reportHref="/bao-sai"
            historyHref="/sua"
          />
        </article>
      </WithMargin>
    </PublicPage>
  );
}

function ArticleMargin({ lang }: { lang: Lang }) {
  return (
    <MarginNotes
      lang={lang}
      translation={{
        title: t(lang, 'Bản tiếng Anh', 'Vietnamese original'),
        text: t(
          lang,
          'Dịch từ bản ngày 19/11, cũ hơn bản tiếng Việt một lần sửa.',
          'Translated from the text of 19 November, one edit older than the original.',
        ),
        link: {
          href: '/doi-tieng',
          text: t(lang, 'Read in English', 'Đọc tiếng Việt'),
          lang: lang === 'vi' ? 'en' : 'vi',
        },
      }}
      basis={[
        {
          number: '1187/QĐ-UBND',
          date: t(lang, 'ngày 02/07/2026', '2 Jul 2026'),
          href: '/d9',
          title: t(
            lang,
            'Phê duyệt danh mục sửa chữa công trình nước sạch năm 2026',
            'Approving the list of schemes to repair in 2026',
          ),
        },
      ]}
      files={[
        { href: '/t1', title: t(lang, 'Danh sách 42 công trình', 'List of 42 schemes'), facts: 'ODS, 38 KB' },
        {
          href: '/t2',
          title: t(lang, 'Hướng dẫn tổ quản lý nước', 'Guide for village water teams'),
          facts: t(lang, 'PDF đọc được bằng máy, 212 KB, 6 trang', 'machine-readable PDF, 212 KB, 6 pages'),
        },
      ]}
      notes={[
        {
          title: t(lang, 'Cùng chủ đề', 'On the same subject'),
          links: [
            link(
              '/dt',
              t(
                lang,
                'Đối thoại ngày 25/11: nước sạch và vệ sinh nông thôn',
                'Dialogue of 25 November: clean water',
              ),
            ),
            link('/hd2', t(lang, 'Hỏi – Đáp: ai trả tiền đồng hồ nước?', 'Q&A: who pays for water meters?')),
          ],
        },
      ]}
    />
  );
}

export function FollowQuestion({ lang, at }: Props) {
  const title = t(
    lang,
    'Xin lắp thêm bể chứa nước chung của xóm thì làm đơn ở đâu?',
    'Where do we apply for a shared water tank for our hamlet?',
  );
  return (
    <PublicPage {...publicFrame(lang, at, title, 'hoi-dap')}>
      <Breadcrumb
        lang={lang}
        links={[link('/', t(lang, 'Trang đầu', 'Home')), link('/hoi-dap', t(lang, 'Hỏi – Đáp', 'Q&A'))]}
        here={t(lang, 'Theo dõi', 'Follow')}
      />
      <WithMargin
        margin={
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
        }
      >
        <PageTitle eyebrow={t(lang, 'Câu hỏi số 0147/2026', 'Question 0147/2026')} title={title} />
        <section class="section" aria-labelledby="han">
          <h2 id="han">
            <span class="note">{t(lang, 'Hạn trả lời', 'Answer due')}</span>
            <br />
            {t(
              lang,
              'thứ Ba 24/11/2026 – còn 2 ngày làm việc',
              'Tuesday 24 November 2026 – 2 working days left',
            )}
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
                text: t(
                  lang,
                  'Ngày thứ năm là thứ Ba 24/11/2026.',
                  'The fifth day is Tuesday 24 November 2026.',
                ),
              },
            ]}
          />
        </section>
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

export function NotFound({ lang, at }: Props) {
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Không có trang này', 'No such page'))}>
      <StateMessage
        kind="notFound"
        eyebrow={t(lang, 'Lỗi 404', 'Error 404')}
        title={t(lang, 'Không có trang này', 'There is no such page')}
        links={[
          link('/tim', t(lang, 'Tìm trong cổng', 'Search the portal')),
          link('/', t(lang, 'Về trang đầu', 'Go to the home page')),
          link('/bao-loi', t(lang, 'Báo địa chỉ hỏng', 'Report a broken address')),
        ]}
      >
        <p>
          {t(
            lang,
            'Có thể địa chỉ gõ nhầm, hoặc trang đã chuyển chỗ trước khi cổng này có. Tìm bằng số văn bản hoặc vài chữ của tiêu đề thường ra ngay.',
            'The address may be mistyped, or the page moved before this portal existed. A document number or a few words of its title usually find it.',
          )}
        </p>
      </StateMessage>
    </PublicPage>
  );
}

export function Withdrawn({ lang, at }: Props) {
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Bài đã gỡ', 'Article withdrawn'), 'tin-tuc')}>
      <StateMessage
        kind="withdrawn"
        eyebrow={t(lang, 'Đã gỡ', 'Withdrawn')}
        title={t(lang, 'Lịch thu phí vào chợ phiên', 'Schedule of market entrance fees')}
        links={[link('/b5', t(lang, 'Đọc bài giải thích, làm rõ', 'Read the clarification'))]}
        reference={t(
          lang,
          'Đăng 16/11/2026, gỡ 08:20 thứ Tư 18/11/2026',
          'Published 16 Nov 2026, withdrawn 08:20, Wednesday 18 Nov 2026',
        )}
      >
        <p>
          {t(
            lang,
            'Ban Biên tập đã gỡ bài này vì thông tin không đúng: không có khoản thu nào khi vào chợ phiên.',
            'The editorial board withdrew this article because it was wrong: nothing is charged at the market.',
          )}
        </p>
      </StateMessage>
    </PublicPage>
  );
}

export function Maintenance({ lang, at }: Props) {
  return (
    <PlainPage
      lang={lang}
      head={{
        ...head(lang, at, t(lang, 'Cổng đang bảo trì', 'Portal under maintenance')),
        robots: 'noindex',
      }}
      portal={provinceFace(lang)}
      other={{ lang: lang === 'vi' ? 'en' : 'vi', href: '/doi-tieng' }}
    >
      <StateMessage
        kind="maintenance"
        eyebrow={t(lang, 'Bảo trì', 'Maintenance')}
        title={t(lang, 'Cổng trở lại lúc 23:30 hôm nay', 'The portal is back at 23:30 today')}
      >
        <p>
          {t(
            lang,
            'Chúng tôi đang nâng cấp máy chủ. Việc gấp xin gọi 0214 000 0000; câu hỏi đã gửi vẫn được tính thời hạn bình thường.',
            'We are upgrading the server. For urgent matters call 0214 000 0000; time limits of questions already sent keep running.',
          )}
        </p>
        <p>
          {t(
            lang,
            `Ngày ${day(lang, '2026-11-20').text}, từ 22:00 đến 23:30.`,
            `${day(lang, '2026-11-20').text}, from 22:00 to 23:30.`,
          )}
        </p>
      </StateMessage>
    </PlainPage>
  );
}
