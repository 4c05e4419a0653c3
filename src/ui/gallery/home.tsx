import type { Lang } from '../../rules/lang.ts';
import {
  ClockWords,
  Columns,
  DocumentList,
  ItemList,
  LeadAndList,
  LinkButton,
  MemberDirectory,
  PeriodRuler,
  PublicPage,
  RailSection,
  Schedule,
  SearchBlock,
  Section,
  Tag,
  TaskGrid,
} from '../index.ts';
import { day, type GalleryAddresses, link, publicFrame, t } from './faces.tsx';

export function ProvinceHome({ lang, at }: { lang: Lang; at: GalleryAddresses }) {
  const frame = publicFrame(lang, at, t(lang, 'Trang đầu', 'Home'));
  return (
    <PublicPage {...frame} searchId="tim">
      <SearchBlock
        lang={lang}
        question={t(lang, 'Bạn tìm gì ở tỉnh Lào Cai?', 'What are you looking for in Lào Cai?')}
        action="/tim"
        hint={t(
          lang,
          'Tên thủ tục, số văn bản, cơ quan, tin tức…',
          'A procedure, document number, office, news…',
        )}
        drawing="mountains"
        often={[
          link('/t1', t(lang, 'cấp lại giấy khai sinh', 'birth certificate copy')),
          link('/t2', t(lang, 'bảng giá đất 2026', 'land prices 2026')),
          link('/t3', '22/2016/QĐ-UBND'),
        ]}
      />
      <TaskGrid lang={lang} tasks={provinceTasks(lang)} />
      <LeadAndList
        id="tin"
        title={t(lang, 'Tin mới', 'Latest')}
        lead={{
          href: '/bai-1',
          title: t(
            lang,
            'Hoàn thành sửa chữa 42 công trình nước sạch ở các xã vùng cao trước mùa khô',
            'Repairs finished on 42 clean-water schemes in the uplands before the dry season',
          ),
          summary: t(
            lang,
            'Nước đã về lại với 3.180 hộ ở chín xã. Hai công trình còn lại chờ thay đường ống, dự kiến xong trước ngày 10/12.',
            'Water is back for 3,180 households in nine communes. Two schemes still await new pipes, expected by 10 December.',
          ),
          kind: t(lang, 'Hoạt động của Ủy ban nhân dân', 'People’s Committee'),
          date: {
            at: '2026-11-19T14:05+07:00',
            text: t(lang, '14:05 thứ Năm 19/11/2026', '14:05, Thursday 19 November 2026'),
          },
          picture: {
            src: at.picture,
            alt: t(lang, 'Núi trong sương sớm', 'Mountains in morning mist'),
            width: 1280,
            height: 560,
          },
        }}
        items={newsItems(lang)}
        more={link('/tin-tuc', t(lang, 'Tất cả tin mới', 'All news'))}
      />
      <RailSection
        id="vb"
        title={t(lang, 'Văn bản mới ban hành', 'Newly issued documents')}
        note={t(
          lang,
          'Đăng trong 2 ngày làm việc kể từ ngày ban hành.',
          'Published within 2 working days of issue. Vietnamese text is authoritative.',
        )}
        more={link('/van-ban', t(lang, 'Tìm trong 18.436 văn bản', 'Search 18,436 documents'))}
      >
        <DocumentList documents={documents(lang)} />
      </RailSection>
      <Columns>
        <DraftsAndAnswers lang={lang} />
      </Columns>
      <MemberDirectory
        lang={lang}
        id="tv"
        title={t(lang, 'Cổng thành viên', 'Member portals')}
        note={t(
          lang,
          '13 sở, ngành và 99 xã, phường, cùng một địa chỉ chung laocai.gov.vn.',
          '13 departments and 99 communes and wards, all under laocai.gov.vn.',
        )}
        searchAction="/tim-thanh-vien"
        departments={departments(lang)}
        letters={[...'ABCDGHKLMNPQSTVXY'].map((letter) => link(`/xa/${letter}`, letter))}
      />
    </PublicPage>
  );
}

function provinceTasks(lang: Lang) {
  return [
    {
      href: '/v1',
      icon: 'file-check',
      text: t(lang, 'Nộp và tra cứu hồ sơ', 'Apply and track'),
      note: t(lang, 'Dịch vụ công trực tuyến, kết quả giải quyết', 'Online public services and results'),
    },
    {
      href: '/v2',
      icon: 'message-circle-question-mark',
      text: t(lang, 'Gửi câu hỏi', 'Ask a question'),
      note: t(lang, 'Trả lời trong 5 ngày làm việc', 'Answered within 5 working days'),
    },
    {
      href: '/v3',
      icon: 'megaphone',
      text: t(lang, 'Phản ánh, kiến nghị', 'Give feedback'),
      note: t(lang, 'Về quy định và thủ tục hành chính', 'On rules and administrative procedures'),
    },
    {
      href: '/v4',
      icon: 'scale',
      text: t(lang, 'Tìm văn bản', 'Find a document'),
      note: t(lang, 'Quyết định, kế hoạch, Công báo', 'Decisions, plans, the Gazette'),
    },
    {
      href: '/v5',
      icon: 'map',
      text: t(lang, 'Xem quy hoạch, giá đất', 'Planning and land prices'),
      note: t(lang, 'Bản đồ và bảng giá theo xã', 'Maps and price tables by commune'),
    },
    {
      href: '/v6',
      icon: 'calendar-clock',
      text: t(lang, 'Lịch tiếp công dân', 'Meet the authorities'),
      note: t(lang, 'Lịch làm việc của lãnh đạo', 'Reception days, leaders’ calendar'),
    },
    {
      href: '/v7',
      icon: 'phone',
      text: t(lang, 'Danh bạ cơ quan', 'Find an office'),
      note: t(lang, 'Số máy, thư điện tử, người phụ trách', 'Telephone, e-mail, people in charge'),
    },
    {
      href: '/v8',
      icon: 'pencil',
      text: t(lang, 'Góp ý dự thảo', 'Comment on drafts'),
      note: t(lang, '3 dự thảo đang lấy ý kiến', '3 drafts open for comment'),
    },
  ] as const;
}

export function newsItems(lang: Lang) {
  const date = day(lang, '2026-11-20');
  return [
    {
      href: '/b2',
      kind: t(lang, 'Thông báo', 'Notice'),
      date,
      title: t(
        lang,
        'Tạm dừng hệ thống nộp hồ sơ trực tuyến từ 22:00 ngày 02/12 để bảo trì',
        'Online applications paused from 22:00 on 2 December for maintenance',
      ),
    },
    {
      href: '/b3',
      kind: t(lang, 'Y tế', 'Health'),
      date,
      title: t(
        lang,
        'Mười xã tổ chức khám sức khỏe định kỳ cho người từ 60 tuổi trong tháng 12',
        'Ten communes offer health checks to people over 60 in December',
      ),
    },
    {
      href: '/b4',
      kind: t(lang, 'Giáo dục', 'Education'),
      date,
      title: t(
        lang,
        'Các trường bán trú vùng cao được cấp thêm chăn ấm trước đợt rét đầu mùa',
        'Upland boarding schools receive more blankets before the first cold spell',
      ),
    },
    {
      href: '/b5',
      kind: t(lang, 'Giải thích, làm rõ', 'Clarification'),
      date: day(lang, '2026-11-18'),
      title: t(
        lang,
        'Về thông tin “thu phí vào chợ phiên”: không có khoản thu này',
        'On the “market entrance fee”: no such fee exists',
      ),
    },
  ];
}

export function documents(lang: Lang) {
  return [
    {
      href: '/d1',
      date: day(lang, '2026-11-19'),
      number: '62/2026/QĐ-UBND',
      abstract: t(
        lang,
        'Quyết định sửa đổi Quy định về quản lý, sử dụng nhà văn hóa thôn, tổ dân phố',
        'Decision amending the Rules on village culture houses',
      ),
      state: t(lang, 'Có hiệu lực từ 01/03/2027', 'In force from 1 Mar 2027'),
    },
    {
      href: '/d2',
      date: day(lang, '2026-11-18'),
      number: '418/KH-UBND',
      abstract: t(
        lang,
        'Kế hoạch phòng, chống rét cho cây trồng, vật nuôi vụ đông xuân 2026–2027',
        'Plan to protect crops and livestock from cold, winter–spring 2026–2027',
      ),
      state: t(lang, 'Có hiệu lực', 'In force'),
    },
    {
      href: '/d3',
      date: day(lang, '2026-11-17'),
      number: '2204/QĐ-UBND',
      abstract: t(
        lang,
        'Quyết định công bố danh mục thủ tục hành chính lĩnh vực hộ tịch đã được đơn giản hóa',
        'Decision announcing simplified civil-status procedures',
      ),
      state: t(lang, 'Có hiệu lực', 'In force'),
    },
  ];
}

function departments(lang: Lang) {
  const names: readonly (readonly [string, string])[] = [
    ['Sở Công Thương', 'Industry and Trade'],
    ['Sở Dân tộc và Tôn giáo', 'Ethnic and Religious Affairs'],
    ['Sở Giáo dục và Đào tạo', 'Education and Training'],
    ['Sở Khoa học và Công nghệ', 'Science and Technology'],
    ['Sở Nội vụ', 'Home Affairs'],
    ['Sở Nông nghiệp và Môi trường', 'Agriculture and Environment'],
    ['Sở Tài chính', 'Finance'],
    ['Sở Tư pháp', 'Justice'],
    ['Sở Văn hóa, Thể thao và Du lịch', 'Culture, Sports and Tourism'],
    ['Sở Xây dựng', 'Construction'],
    ['Sở Y tế', 'Health'],
    ['Văn phòng UBND tỉnh', 'People’s Committee Office'],
  ];
  return names.map(([vi, en], i) => link(`/so-${i}`, t(lang, vi, en)));
}

function DraftsAndAnswers({ lang }: { lang: Lang }) {
  return (
    <>
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
    </>
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

export function CommuneHome({ lang, at }: { lang: Lang; at: GalleryAddresses }) {
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
