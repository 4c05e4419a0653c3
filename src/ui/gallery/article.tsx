import type { Lang } from '../../rules/lang.ts';
import {
  ArticleFoot,
  ArticleHeader,
  ArticleTools,
  Breadcrumb,
  Figure,
  MarginNotes,
  Prose,
  PublicPage,
  WithMargin,
} from '../index.ts';
import { footer, homeLink, link, publicFrame, type SpecimenProps, t } from './faces.tsx';

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

export function Article({ lang, at }: SpecimenProps) {
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
          homeLink(lang),
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
            listen
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
