import type { Lang } from '../../rules/lang.ts';
import {
  Columns,
  DocumentList,
  LeadAndList,
  MemberDirectory,
  PublicPage,
  RailSection,
  SearchBlock,
  TaskGrid,
} from '../index.ts';
import { link, publicFrame, type SpecimenProps, t } from './faces.tsx';
import { newDocuments, newsItems } from './listings.ts';
import { LeadersToday, NewAnswers, NextDialogue, OpenDrafts } from './province-columns.tsx';

export function ProvinceHome({ lang, at }: SpecimenProps) {
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
        lead={leadStory(lang, at.picture)}
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
        <DocumentList documents={newDocuments(lang)} />
      </RailSection>
      <Columns>
        <OpenDrafts lang={lang} />
        <NewAnswers lang={lang} />
        <NextDialogue lang={lang} />
        <LeadersToday lang={lang} />
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

function leadStory(lang: Lang, picture: string) {
  return {
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
      src: picture,
      alt: t(lang, 'Núi trong sương sớm', 'Mountains in morning mist'),
      width: 1280,
      height: 560,
    },
  };
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
