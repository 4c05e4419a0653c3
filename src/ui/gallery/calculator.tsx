import { Breadcrumb, Button, Buttons, Field, Form, PageTitle, PublicPage, Trace } from '../index.ts';
import { homeLink, publicFrame, type SpecimenProps, t } from './faces.tsx';

export function Calculator({ lang, at }: SpecimenProps) {
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Tính thời hạn', 'Work out a time limit'))}>
      <Breadcrumb lang={lang} links={[homeLink(lang)]} here={t(lang, 'Tính thời hạn', 'Time limits')} />
      <PageTitle title={t(lang, 'Tính thời hạn', 'Work out a time limit')}>
        {t(
          lang,
          'Chọn việc và lúc bắt đầu; cổng tính theo quy chế và lịch làm việc của tỉnh.',
          'Choose the matter and when it began; the portal counts by the regulation and the working calendar.',
        )}
      </PageTitle>
      <Form action="/thoi-han" method="get">
        <Field
          lang={lang}
          kind="select"
          name="viec"
          label={t(lang, 'Việc', 'Matter')}
          value="hoi"
          choices={[
            {
              value: 'hoi',
              text: t(
                lang,
                'Trả lời câu hỏi, một cơ quan (Điều 11 khoản 6 điểm a)',
                'Answer a question, one body (Article 11.6.a)',
              ),
            },
            {
              value: 'vb',
              text: t(lang, 'Đăng văn bản (Điều 10 khoản 3)', 'Publish a document (Article 10.3)'),
            },
          ]}
        />
        <Field
          lang={lang}
          kind="datetime"
          name="luc"
          label={t(lang, 'Bắt đầu lúc', 'Began at')}
          value="2026-11-17T21:40"
          width="half"
        />
        <Buttons>
          <Button>{t(lang, 'Tính', 'Work it out')}</Button>
        </Buttons>
      </Form>
      <section class="section" aria-labelledby="kq" aria-live="polite">
        <h2 id="kq">
          {t(lang, 'Hạn: hết thứ Ba 24/11/2026', 'Due: by the end of Tuesday 24 November 2026')}
        </h2>
        <Trace
          lang={lang}
          open
          steps={[
            {
              text: t(
                lang,
                'Thời hạn tính từ 08:00 thứ Tư 18/11/2026, ngày làm việc kế tiếp.',
                'Time runs from 08:00, Wednesday 18 November 2026, the next working day.',
              ),
              source: t(lang, 'Điểm c khoản 6 Điều 11', 'Article 11.6.c'),
            },
            {
              text: t(lang, 'Thời hạn là 5 ngày làm việc.', 'The time limit is 5 working days.'),
              source: t(lang, 'Điểm a khoản 6 Điều 11', 'Article 11.6.a'),
            },
          ]}
        />
      </section>
    </PublicPage>
  );
}
