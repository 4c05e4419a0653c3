import { Columns, LeadAndList, PublicPage, Schedule, SearchBlock, Section, Tag, TaskGrid } from '../index.ts';
import { link, publicFrame, type SpecimenProps, t } from './faces.tsx';
import { newsItems } from './listings.ts';

export function CommuneHome({ lang, at }: SpecimenProps) {
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Trang đầu', 'Home'), undefined, true)} searchId="tim">
      <SearchBlock
        lang={lang}
        question={t(lang, 'Bà con cần tìm gì?', 'What do you need to find?')}
        action="/tim"
        hint={t(lang, 'Thủ tục, thông báo, người phụ trách…', 'Procedure, notice, person in charge…')}
        drawing="plum"
        often={[
          link('/t1', t(lang, 'giờ làm việc Bộ phận Một cửa', 'One-stop desk hours')),
          link('/t2', t(lang, 'xác nhận tình trạng hôn nhân', 'marital status certificate')),
        ]}
      />
      <TaskGrid
        lang={lang}
        tasks={[
          {
            href: '/c1',
            icon: 'baby',
            text: t(lang, 'Khai sinh, khai tử', 'Births and deaths'),
            note: t(lang, 'Giấy tờ cần mang, thời gian giải quyết', 'What to bring, how long it takes'),
          },
          {
            href: '/c2',
            icon: 'stamp',
            text: t(lang, 'Chứng thực giấy tờ', 'Certified copies'),
            note: t(lang, 'Sao y, chữ ký, hợp đồng', 'Copies, signatures, contracts'),
          },
          {
            href: '/c3',
            icon: 'land-plot',
            text: t(lang, 'Đất đai, xây dựng', 'Land and building'),
            note: t(lang, 'Thủ tục và quy hoạch của xã', 'Procedures and the commune’s plan'),
          },
          {
            href: '/c4',
            icon: 'hand-heart',
            text: t(lang, 'Trợ cấp, hỗ trợ', 'Benefits'),
            note: t(lang, 'Người cao tuổi, hộ nghèo, học sinh', 'Older people, poor households, pupils'),
          },
        ]}
      />
      <Columns uneven>
        <Section
          id="mc"
          title={t(lang, 'Bộ phận Một cửa hôm nay', 'One-stop desk today')}
          more={link('/so', t(lang, 'Lấy số và hẹn giờ đến', 'Take a number, book a time'))}
        >
          <p>
            <Tag tone="good" icon="door-open">
              {t(lang, 'Đang mở cửa, đến 17:00', 'Open until 17:00')}
            </Tag>
          </p>
          <Schedule
            rows={[
              { time: t(lang, 'Sáng', 'Morning'), text: '07:30 – 11:30' },
              { time: t(lang, 'Chiều', 'Afternoon'), text: '13:30 – 17:00' },
            ]}
          />
        </Section>
        <LeadAndList
          id="tin"
          title={t(lang, 'Tin và thông báo', 'News and notices')}
          lead={{
            href: '/b1',
            title: t(
              lang,
              'Nghỉ học phòng rét: trường nào nghỉ, ai báo cho phụ huynh',
              'Cold-weather closures: which schools, and who tells parents',
            ),
            summary: t(
              lang,
              'Khi nhiệt độ buổi sáng dưới 10 °C, học sinh tiểu học được nghỉ; dưới 7 °C, học sinh trung học cơ sở được nghỉ.',
              'Below 10 °C in the morning primary pupils stay home; below 7 °C lower-secondary pupils too.',
            ),
            kind: t(lang, 'Thông báo', 'Notice'),
            date: {
              at: '2026-11-20T06:40+07:00',
              text: t(lang, '06:40 thứ Sáu 20/11/2026', '06:40, Friday 20 November 2026'),
            },
          }}
          items={newsItems(lang)}
        />
      </Columns>
    </PublicPage>
  );
}
