import type { Lang } from '../../rules/lang.ts';
import { ClockWords, ItemList, LinkButton, PeriodRuler, Schedule, Section } from '../index.ts';
import { link, t } from './faces.tsx';

export function OpenDrafts({ lang }: { lang: Lang }) {
  return (
    <Section
      id="dt"
      title={t(lang, 'Dự thảo đang lấy ý kiến', 'Drafts open for comment')}
      more={link(
        '/gop-y',
        t(lang, 'Cả 3 dự thảo, và kết quả các lần trước', 'All 3 drafts, and earlier results'),
      )}
    >
      <div class="items">
        <div class="item">
          <a href="/g1">
            {t(
              lang,
              'Quy định mức hỗ trợ làm đường giao thông nông thôn',
              'Support rates for building rural roads',
            )}
          </a>
          <PeriodRuler
            period={{
              left: t(lang, 'còn 10 ngày', '10 days left'),
              until: t(lang, 'Đến hết thứ Hai 30/11/2026', 'Until Monday 30 November 2026'),
              passed: 0.7,
            }}
          />
        </div>
        <div class="item">
          <a href="/g2">
            {t(
              lang,
              'Đề án bảo tồn chợ phiên truyền thống vùng cao',
              'Scheme to preserve traditional upland markets',
            )}
          </a>
          <PeriodRuler
            period={{
              left: t(lang, 'còn 21 ngày', '21 days left'),
              until: t(lang, 'Đến hết thứ Sáu 11/12/2026', 'Until Friday 11 December 2026'),
              passed: 0.32,
            }}
          />
        </div>
      </div>
    </Section>
  );
}

export function NewAnswers({ lang }: { lang: Lang }) {
  return (
    <Section
      id="tl"
      title={t(lang, 'Vừa trả lời', 'Just answered')}
      more={link('/hoi-dap', t(lang, 'Xem 1.204 câu đã trả lời', 'See 1,204 answers'))}
    >
      <ItemList
        items={[
          {
            href: '/h1',
            title: t(
              lang,
              'Nhà ở riêng lẻ dưới ba tầng tại xã có phải xin giấy phép xây dựng không?',
              'Does a house of fewer than three storeys in a commune need a building permit?',
            ),
            body: t(lang, 'Sở Xây dựng', 'Department of Construction'),
            mark: <AnsweredIn lang={lang} days={4} />,
          },
          {
            href: '/h2',
            title: t(
              lang,
              'Hộ mới tách có được hưởng hỗ trợ tiền điện không?',
              'Can a newly registered household receive electricity support?',
            ),
            body: t(lang, 'Sở Công Thương', 'Department of Industry and Trade'),
            mark: <AnsweredIn lang={lang} days={2} />,
          },
        ]}
      />
    </Section>
  );
}

export function NextDialogue({ lang }: { lang: Lang }) {
  return (
    <Section id="dth" title={t(lang, 'Đối thoại sắp tới', 'Next dialogue')}>
      <h3>
        <a href="/dt1">
          {t(lang, 'Nước sạch và vệ sinh môi trường nông thôn', 'Clean water and rural sanitation')}
        </a>
      </h3>
      <p>
        {t(
          lang,
          '08:30 thứ Tư 25/11/2026, trong một buổi sáng. Chủ tịch Ủy ban nhân dân tỉnh và lãnh đạo ba sở trả lời; xem hình và đọc biên bản ngay tại đây.',
          '08:30, Wednesday 25 November 2026, one morning. The Chairman of the People’s Committee and three departments answer; watch and read the live record here.',
        )}
      </p>
      <p class="buttons">
        <LinkButton href="/dt1/gui">{t(lang, 'Gửi câu hỏi trước', 'Send a question')}</LinkButton>
        <LinkButton href="/dt1/lich" kind="light">
          {t(lang, 'Thêm vào lịch', 'Add to calendar')}
        </LinkButton>
      </p>
    </Section>
  );
}

export function LeadersToday({ lang }: { lang: Lang }) {
  return (
    <Section
      id="ll"
      title={t(lang, 'Lịch lãnh đạo hôm nay', 'Leaders’ calendar today')}
      more={link('/lich', t(lang, 'Lịch cả tuần', 'Whole week'))}
    >
      <Schedule
        rows={[
          {
            time: '07:30',
            text: t(
              lang,
              'Chủ tịch dự lễ kỷ niệm Ngày Nhà giáo Việt Nam',
              'Chairman attends the Teachers’ Day ceremony',
            ),
          },
          {
            time: '09:00',
            text: t(
              lang,
              'Phó Chủ tịch phụ trách kinh tế làm việc với Sở Tài chính về dự toán 2027',
              'Vice Chairman (economy) meets the Department of Finance on the 2027 budget',
            ),
          },
          {
            time: '14:00',
            text: t(
              lang,
              'Tiếp công dân định kỳ tại Trụ sở Tiếp công dân tỉnh',
              'Regular citizens’ reception at the provincial reception office',
            ),
          },
        ]}
      />
    </Section>
  );
}

function AnsweredIn({ lang, days }: { lang: Lang; days: number }) {
  const words = t(lang, `${days} ngày làm việc, đúng hạn`, `${days} working days, on time`);
  return (
    <ClockWords
      lang={lang}
      quiet
      clock={{ state: 'done', words, marks: Array.from({ length: days }, () => 'passed') }}
    />
  );
}
