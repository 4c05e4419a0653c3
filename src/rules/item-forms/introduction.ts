import { decision, field, officeContact, words } from './fields.ts';
import type { ItemForm } from './types.ts';

const INTRODUCES = ['LC Đ8.1.a', 'TB Đ5.8', 'QN Đ8.2.a', 'LX Đ4.2'] as const;
const kinds = ['introduction'] as const;
const family = 'introduction' as const;

/** Who and what a body is (LC Đ8.1.a, TB Đ5.8, QN Đ8.2.a). */
export const INTRODUCTION_FORMS: readonly ItemForm[] = [
  {
    ...{ code: 'leader', family, kinds, articles: INTRODUCES },
    name: words('Lãnh đạo', 'Leader'),
    purpose: words(
      'Chức vụ, tiểu sử tóm tắt, nhiệm vụ được phân công. Người hết nhiệm kỳ tự chuyển sang danh sách cũ.',
      'Office, short biography, duties. Whoever’s term has ended moves to the former ones by itself.',
    ),
    fields: [
      field('person', 'person', 'Họ và tên', 'Full name', { required: true }),
      field('text', 'office', 'Chức vụ', 'Office', {
        ...{ required: true, telling: true },
        help: [
          'Đủ tên cơ quan, ví dụ Chủ tịch Ủy ban nhân dân xã.',
          'With the body, for example Chair of the People’s Committee.',
        ],
      }),
      field('choice', 'rank', 'Thứ bậc', 'Rank', {
        required: true,
        choices: [
          ['head', 'Người đứng đầu', 'Head'],
          ['deputy', 'Cấp phó', 'Deputy'],
          ['member', 'Ủy viên, thành viên khác', 'Other member'],
        ],
      }),
      field('period', 'term', 'Giữ chức vụ', 'In office', {
        required: true,
        help: ['Ngày đến để trống khi đang giữ chức vụ.', 'Leave the last day empty while in office.'],
      }),
      field('lines', 'duties', 'Nhiệm vụ được phân công', 'Duties', {
        required: true,
        help: ['Mỗi việc một dòng.', 'One to a line.'],
      }),
      ...officeContact(),
      field('document', 'appointedBy', 'Quyết định bổ nhiệm, nghị quyết bầu', 'Appointed or elected by'),
    ],
    headings: [words('Tiểu sử tóm tắt', 'Short biography'), words('Quá trình công tác', 'Career')],
  },
  {
    ...{ code: 'structure', family, kinds, articles: INTRODUCES },
    name: words('Cơ cấu tổ chức của cơ quan', 'Structure of the body'),
    purpose: words(
      'Các phòng, ban, đơn vị bên trong. Sơ đồ chung của cả địa phương máy tự vẽ.',
      'Its divisions and units. The chart of the whole locality is drawn by the machine.',
    ),
    fields: [
      field('rows', 'units', 'Các đơn vị', 'Units', {
        required: true,
        columns: [
          ['Đơn vị', 'Unit'],
          ['Người phụ trách', 'In charge'],
          ['Điện thoại', 'Telephone'],
        ],
      }),
      field('date', 'asOf', 'Tính đến ngày', 'As of', { required: true, telling: true }),
      ...decision(false, ['Quyết định về tổ chức', 'Decision on the organisation']),
    ],
    headings: [words('Tổ chức bộ máy', 'Organisation')],
  },
  {
    ...{ code: 'functions', family, kinds, articles: INTRODUCES },
    name: words('Chức năng, nhiệm vụ, quyền hạn', 'Functions, duties and powers'),
    purpose: words('Cơ quan làm việc gì, theo văn bản nào.', 'What the body does, and by which text.'),
    fields: decision(true, ['Văn bản quy định', 'Laid down in']),
    headings: [
      words('Vị trí, chức năng', 'Position and functions'),
      words('Nhiệm vụ, quyền hạn', 'Duties and powers'),
    ],
  },
  {
    ...{ code: 'history', family, kinds, articles: INTRODUCES },
    name: words('Quá trình hình thành, phát triển', 'History'),
    purpose: words('Tóm lược lịch sử, với các mốc theo năm.', 'A short history with its milestones by year.'),
    fields: [
      field('text', 'founded', 'Thành lập', 'Founded', { telling: true }),
      field('rows', 'milestones', 'Các mốc', 'Milestones', {
        required: true,
        columns: [
          ['Năm', 'Year'],
          ['Sự kiện', 'Event'],
        ],
      }),
    ],
    headings: [words('Hình thành', 'Beginnings'), words('Phát triển', 'Development')],
  },
  {
    ...{ code: 'nature', family, kinds, articles: INTRODUCES },
    name: words('Điều kiện tự nhiên', 'Natural conditions'),
    purpose: words('Vị trí, diện tích, địa hình, khí hậu.', 'Situation, area, terrain, climate.'),
    fields: [
      field('place', 'place', 'Vị trí', 'Situation', { required: true }),
      field('number', 'area', 'Diện tích (km²)', 'Area (km²)', { telling: true }),
      field('number', 'population', 'Dân số (người)', 'Population'),
      field('date', 'asOf', 'Số liệu tính đến ngày', 'Figures as of'),
      field('text', 'source', 'Nguồn số liệu', 'Source of the figures', {
        help: ['Ví dụ Niên giám thống kê.', 'For example the statistical yearbook.'],
      }),
    ],
    headings: [words('Địa hình', 'Terrain'), words('Khí hậu', 'Climate'), words('Tài nguyên', 'Resources')],
    check: ({ area, population, source }) =>
      (area || population) && !source
        ? [
            {
              field: 'source',
              words: words('Ghi nguồn của diện tích, dân số.', 'Say where area and population come from.'),
            },
          ]
        : [],
  },
  {
    ...{ code: 'culture', family, kinds, articles: INTRODUCES },
    name: words('Truyền thống văn hóa', 'Culture and traditions'),
    purpose: words('Lễ hội, nghề, phong tục của địa phương.', 'Festivals, crafts, customs.'),
    fields: [
      field('place', 'place', 'Địa điểm', 'Place', { telling: true }),
      field('text', 'season', 'Thời gian trong năm', 'Time of the year'),
      ...decision(false, ['Quyết định công nhận di sản', 'Recognised as heritage by']),
    ],
    headings: [words('Nguồn gốc', 'Origin'), words('Nét riêng', 'What is special')],
  },
  {
    ...{ code: 'relic', family, kinds, articles: INTRODUCES },
    name: words('Di tích, danh thắng', 'Relic or sight'),
    purpose: words('Địa điểm, cấp xếp hạng, quyết định xếp hạng.', 'Place, rank, decision that ranked it.'),
    fields: [
      field('place', 'place', 'Địa điểm', 'Place', { required: true, telling: true }),
      field('choice', 'rank', 'Xếp hạng', 'Rank', {
        ...{ required: true, telling: true },
        choices: [
          ['special', 'Di tích quốc gia đặc biệt', 'Special national relic'],
          ['national', 'Di tích quốc gia', 'National relic'],
          ['provincial', 'Di tích cấp tỉnh', 'Provincial relic'],
          ['none', 'Chưa xếp hạng', 'Not ranked'],
        ],
      }),
      ...decision(false, ['Quyết định xếp hạng', 'Ranked by']),
      field('text', 'visiting', 'Giờ mở cửa, giá vé', 'Opening hours and fees'),
    ],
    headings: [
      words('Lịch sử', 'History'),
      words('Giá trị', 'Value'),
      words('Đường đến', 'How to get there'),
    ],
    check: ({ rank, number }) =>
      rank && rank !== 'none' && !number
        ? [
            {
              field: 'number',
              words: words(
                'Di tích đã xếp hạng: ghi số quyết định xếp hạng.',
                'A ranked relic: give the number of the decision.',
              ),
            },
          ]
        : [],
  },
  {
    ...{ code: 'boundary-map', family, kinds, articles: INTRODUCES },
    name: words('Bản đồ địa giới hành chính', 'Map of administrative boundaries'),
    purpose: words(
      'Bản đồ đến cấp xã, kèm bảng các xã, phường cho người không xem được hình.',
      'The map down to communes, with a table of them for those who cannot see it.',
    ),
    fields: [
      field('rows', 'communes', 'Các xã, phường', 'Communes and wards', {
        required: true,
        help: [
          'Mỗi xã một dòng: Xã Bắc Hà | 181,4 | 30120. Xã có cổng thành viên thì trang tự dẫn đến cổng ấy.',
          'One to a line: Xã Bắc Hà | 181.4 | 30120. Where a commune has a portal the page links to it.',
        ],
        columns: [
          ['Xã, phường', 'Commune or ward'],
          ['#Diện tích (km²)', 'Area (km²)'],
          ['#Dân số (người)', 'Population'],
        ],
      }),
      field('date', 'asOf', 'Tính đến ngày', 'As of', { required: true, telling: true }),
      ...decision(false, ['Nghị quyết về địa giới', 'Resolution on the boundaries']),
    ],
    headings: [words('Tiếp giáp', 'Neighbours')],
    needs: {
      what: 'picture',
      words: words(
        'Chọn ảnh bản đồ ở phần “Ảnh”, với lời mô tả nói bản đồ cho thấy gì.',
        'Choose the picture of the map under “Picture”, with a description of what it shows.',
      ),
    },
  },
];
