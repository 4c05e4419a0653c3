import {
  Breadcrumb,
  EmptyState,
  Field,
  FilterBar,
  ItemList,
  Pager,
  PageTitle,
  PublicPage,
} from '../index.ts';
import { homeLink, link, publicFrame, type SpecimenProps, t } from './faces.tsx';
import { newsItems } from './listings.ts';

export function SectionList({ lang, at }: SpecimenProps) {
  const frame = publicFrame(lang, at, t(lang, 'Tin tức', 'News'), 'tin-tuc');
  return (
    <PublicPage {...frame}>
      <Breadcrumb lang={lang} links={[homeLink(lang)]} here={t(lang, 'Tin tức', 'News')} />
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

export function EmptyList({ lang, at }: SpecimenProps) {
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
