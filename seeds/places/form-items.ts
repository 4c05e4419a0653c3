import type { ItemText } from '../shape.ts';
import { p } from '../shape.ts';

// Items with fields of their own on the main portals: who leads, what is worth seeing, what is planned. All invented; a day
// written `@-30` is so many days from the day of the seed.

interface PlaceFacts {
  /** "tỉnh Lào Cai" and "Lào Cai Province" */
  name: { vi: string; en: string };
  body: { vi: string; en: string };
  leaders: readonly [head: string, deputy: string, former: string];
  history: string;
  milestones: string;
  nature: { place: string; area: string; population: string };
  relic: { title: string; place: string };
  craft: { title: string; place: string };
}

const author = 'Ban Biên tập';

function leader(
  place: PlaceFacts,
  person: string,
  facts: Record<string, string>,
  day: number,
  en: string,
): ItemText {
  const { body } = place;
  const office = facts.rank === 'head' ? `Chủ tịch ${body.vi}` : `Phó Chủ tịch ${body.vi}`;
  const officeEn = facts.rank === 'head' ? `Chair of the ${body.en}` : `Vice Chair of the ${body.en}`;
  const both = {
    ...{ person, officePhone: '0200 000 0000', officeEmail: 'vanphong@mau.gov.vn' },
    ...{ appointedBy: '01/NQ-HĐND' },
    ...facts,
  };
  return {
    ...{ section: 'introduction', day, at: '09:10', author, form: 'leader' },
    title: person,
    summary: `${office} (nhân vật mẫu).`,
    body: `<h2>Tiểu sử tóm tắt</h2>${p('Nhân vật mẫu, không có thật. Trình độ: cử nhân kinh tế.')}<h2>Quá trình công tác</h2>${p('Công tác tại xã, rồi tại sở, trước khi được bầu giữ chức vụ hiện nay.')}`,
    facts: { ...both, office },
    english: {
      title: person,
      summary: `${officeEn} (invented).`,
      body: `<h2>Short biography</h2>${p('An invented person.')}`,
      facts: { ...both, office: officeEn, duties: en },
    },
  };
}

function introduction(place: PlaceFacts): ItemText[] {
  const { name, body, leaders, nature, relic, craft } = place;
  const [head, deputy, former] = leaders;
  return [
    leader(
      place,
      head,
      {
        rank: 'head',
        term: '@-600/',
        duties: 'Lãnh đạo, điều hành chung\nQuốc phòng, an ninh\nTổ chức bộ máy',
      },
      28,
      'General direction\nSecurity\nOrganisation',
    ),
    leader(
      place,
      deputy,
      { rank: 'deputy', term: '@-500/', duties: 'Nông nghiệp, nông thôn\nGiao thông, xây dựng' },
      28,
      'Agriculture\nTransport and construction',
    ),
    leader(
      place,
      former,
      { rank: 'deputy', term: '@-2400/@-501', duties: 'Văn hóa, xã hội' },
      28,
      'Culture and social affairs',
    ),
    {
      ...{ section: 'introduction', day: 27, at: '10:05', author, form: 'functions' },
      title: `Chức năng, nhiệm vụ của ${body.vi}`,
      summary: 'Cơ quan làm việc gì và không làm việc gì.',
      body: `<h2>Vị trí, chức năng</h2>${p('Cơ quan hành chính nhà nước ở địa phương.')}<h2>Nhiệm vụ, quyền hạn</h2>${p('Tổ chức thi hành Hiến pháp, pháp luật; quyết định các việc của địa phương trong phạm vi được phân quyền.')}`,
      facts: { number: '72/2025/QH15', issuer: 'Quốc hội', issuedOn: '2025-06-16' },
    },
    {
      ...{ section: 'introduction', day: 27, at: '10:20', author, form: 'history' },
      title: `${name.vi.charAt(0).toUpperCase()}${name.vi.slice(1)}: quá trình hình thành`,
      summary: 'Các mốc chính, viết ngắn (nội dung mẫu).',
      body: p(place.history),
      facts: { milestones: place.milestones },
    },
    {
      ...{ section: 'introduction', day: 27, at: '10:35', author, form: 'nature' },
      title: 'Vị trí, khí hậu, đất đai',
      summary: 'Số liệu tròn, chỉ để minh họa.',
      body: `<h2>Khí hậu</h2>${p('Hai mùa rõ rệt; mưa nhiều từ tháng 5 đến tháng 9.')}`,
      facts: { ...nature, asOf: '2026-07-01', source: 'Số liệu minh họa của bản trình diễn' },
    },
    {
      ...{ section: 'introduction', day: 26, at: '08:40', author, form: 'relic' },
      title: relic.title,
      summary: 'Nơi nhiều người tìm đến mỗi dịp đầu năm.',
      body: `<h2>Lịch sử</h2>${p('Dựng từ lâu, tu sửa nhiều lần. Nội dung mẫu.')}<h2>Đường đến</h2>${p('Có xe buýt từ trung tâm.')}`,
      facts: {
        ...{ place: relic.place, rank: 'provincial', number: '45/QĐ-UBND', issuer: body.vi },
        ...{ issuedOn: '2019-03-12', visiting: '07:00 – 17:30, không thu vé' },
      },
    },
    {
      ...{ section: 'introduction', day: 26, at: '09:15', author, form: 'culture' },
      title: craft.title,
      summary: 'Nghề cũ, người làm còn ít.',
      body: `<h2>Nét riêng</h2>${p('Làm tay, theo mùa. Nội dung mẫu.')}`,
      facts: { place: craft.place, season: 'Sau vụ gặt' },
    },
  ];
}

function plans(place: PlaceFacts): ItemText[] {
  return [
    {
      ...{ section: 'strategy-plan', day: 21, at: '14:00', author, form: 'investment-call' },
      title: 'Mời gọi đầu tư: chợ đầu mối nông sản',
      summary: 'Đất sạch, gần đường lớn, hồ sơ nhận đến hết thời gian kêu gọi.',
      body: `<h2>Mục tiêu, quy mô</h2>${p('Chợ cho khoảng 200 hộ bán buôn (dự án mẫu).')}`,
      facts: {
        ...{ field: 'Thương mại', place: place.nature.place, area: '4.5', capital: '85000000000' },
        ...{ period: '@-21/@+160', contact: 'Sở Tài chính (mẫu)', officePhone: '0200 000 0001' },
      },
    },
    {
      ...{ section: 'strategy-plan', day: 20, at: '15:20', author, form: 'plan' },
      title: 'Kế hoạch cấp nước sạch nông thôn',
      summary: 'Đến cuối kỳ, mọi thôn có nước đạt chuẩn.',
      body: `<h2>Mục tiêu</h2>${p('98 % hộ có nước sạch.')}<h2>Tổ chức thực hiện</h2>${p('Các xã báo cáo mỗi quý.')}`,
      facts: {
        ...{ field: 'Nước sạch, vệ sinh môi trường', period: '2026-01-01/2030-12-31', status: 'approved' },
        ...{ number: '112/KH-UBND', issuer: place.body.vi, issuedOn: '2026-02-10' },
      },
    },
  ];
}

function notices(place: PlaceFacts): ItemText[] {
  return [
    {
      ...{ section: 'news', day: 1, at: '07:05', author, form: 'emergency' },
      title: 'Đề phòng rét đậm, sương muối',
      summary: 'Nhiệt độ đêm có nơi xuống dưới 8 °C.',
      body: p('Nội dung mẫu để xem cách trình bày; không phải cảnh báo thật.'),
      facts: {
        ...{ level: 'watch', area: `Các xã của ${place.name.vi}`, period: '@-1/@+4' },
        ...{
          advice:
            'Che kín chuồng, cho vật nuôi ăn no trước khi trời tối.\nKhông đốt than sưởi trong phòng kín.',
        },
        hotline: '0200 000 0114',
      },
    },
    {
      ...{ section: 'news', day: 6, at: '10:30', author, form: 'job' },
      title: 'Trạm y tế tuyển hai điều dưỡng',
      summary: 'Nộp hồ sơ tại trạm, không thu phí.',
      body: `<h2>Vị trí, yêu cầu</h2>${p('Cao đẳng điều dưỡng trở lên (thông báo mẫu).')}`,
      facts: {
        ...{ employer: 'Trạm Y tế mẫu', posts: '2', period: '@-6/@+14', place: 'Văn thư của trạm' },
        officePhone: '0200 000 0002',
      },
    },
  ];
}

const direction = (place: PlaceFacts): ItemText[] => [
  {
    ...{ section: 'direction', day: 9, at: '16:10', author, form: 'direction' },
    title: 'Chủ tịch yêu cầu kiểm tra các hồ chứa trước mùa khô',
    summary: 'Báo cáo trước khi hết tháng.',
    body: `<h2>Nội dung chỉ đạo</h2>${p('Kiểm tra cống, tràn, mực nước từng hồ (nội dung mẫu).')}`,
    facts: {
      ...{ number: '318/UBND-NN', issuer: place.body.vi, issuedOn: '@-10', signer: place.leaders[0] },
      ...{ assigned: 'Sở Nông nghiệp và Môi trường; các xã có hồ', dueOn: '@+12' },
    },
  },
  {
    ...{ section: 'direction', day: 8, at: '09:45', author, form: 'reward' },
    title: 'Khen thưởng các hợp tác xã làm tốt việc thu gom rác',
    summary: 'Ba hợp tác xã được tặng bằng khen.',
    body: `<h2>Thành tích</h2>${p('Thu gom đủ lịch cả năm (nội dung mẫu).')}`,
    facts: {
      ...{ award: 'merit', number: '402/QĐ-UBND', issuer: place.body.vi, issuedOn: '@-11' },
      whom: 'Hợp tác xã Mẫu Một | Thôn 1 | Thu gom đúng lịch\nHợp tác xã Mẫu Hai | Thôn 4 | Phân loại tại nhà\nHợp tác xã Mẫu Ba | Thôn 9 | Làm phân hữu cơ',
    },
  },
];

const clarification = (section: string): ItemText => ({
  ...{ section, day: 4, at: '17:20', author, form: 'clarification' },
  title: 'Không có chuyện ngừng nhận hồ sơ ở bộ phận một cửa',
  summary: 'Bộ phận một cửa mở như thường, kể cả sáng thứ Bảy.',
  body: p('Bà con cứ đến như mọi khi (tình huống mẫu).'),
  facts: {
    ...{ claim: 'Bộ phận một cửa ngừng nhận hồ sơ đến hết tháng.', claimedBy: 'Một nhóm trên mạng xã hội' },
    ...{ claimAddress: 'https://tin-sai.example/nhom/1', claimedOn: '@-5' },
    quotation: '“Một cửa đóng rồi, đừng đi mất công.”',
    correction: 'Bộ phận một cửa nhận hồ sơ mọi ngày làm việc và sáng thứ Bảy.',
    ...{
      evidence: 'Lịch tiếp nhận đã đăng\nSố hồ sơ nhận hôm qua: 64 (số liệu mẫu)',
      confirmedBy: 'Văn phòng (mẫu)',
    },
  },
});

const finance = (section: string): ItemText => ({
  ...{ section, day: 12, at: '11:00', author, form: 'finance' },
  title: 'Công khai thu, chi ngân sách quý III',
  summary: 'Dự toán và thực hiện từng khoản (số liệu mẫu).',
  body: p('Bảng đầy đủ ở trên; thắc mắc gửi qua mục hỏi đáp.'),
  facts: {
    ...{ subject: 'Thu, chi ngân sách', period: '2026-07-01/2026-09-30', unit: 'million' },
    ...{
      amounts:
        'Thu trên địa bàn | 12.400 | 11.950\nChi thường xuyên | 9.800 | 9.310\nChi đầu tư | 6.200 | 5.040',
    },
    basis: 'Luật Ngân sách nhà nước',
  },
});

const advertisement = (section: string): ItemText => ({
  ...{ section, day: 3, at: '08:20', author, form: 'advertisement' },
  title: 'Hội chợ nông sản cuối năm',
  summary: 'Ba ngày, vào cửa tự do (quảng cáo mẫu).',
  body: p('Hơn 60 gian hàng của các hợp tác xã.'),
  facts: {
    ...{ advertiser: 'Liên hiệp hợp tác xã Mẫu', product: 'Hội chợ nông sản', goods: 'general' },
    ...{ period: '@-3/@+9', link: 'https://hoi-cho.example/', contract: '07/HĐ ngày ký mẫu' },
  },
});

const LAO_CAI: PlaceFacts = {
  name: { vi: 'tỉnh Lào Cai', en: 'Lào Cai Province' },
  body: { vi: 'Ủy ban nhân dân tỉnh', en: 'Provincial People’s Committee' },
  leaders: ['Vàng Thị Mẫu', 'Lù Văn Thử', 'Giàng A Trước'],
  history: 'Vùng đất của nhiều dân tộc bên sông Hồng; tỉnh được lập rồi hợp nhất nhiều lần.',
  milestones: '1907 | Lập tỉnh\n1991 | Tái lập tỉnh\n2025 | Hợp nhất, chính quyền hai cấp',
  nature: { place: 'Vùng núi phía Bắc', area: '13257', population: '1780000' },
  relic: { title: 'Đền Thượng mẫu', place: 'Phường Lào Cai' },
  craft: { title: 'Dệt thổ cẩm ở vùng cao', place: 'Xã Mẫu' },
};

const place = (
  vi: string,
  en: string,
  level: 'tỉnh' | 'thành phố',
  more: Omit<PlaceFacts, 'name' | 'body'>,
): PlaceFacts => ({
  name: { vi: `${level} ${vi}`, en: `${en} ${level === 'tỉnh' ? 'Province' : 'City'}` },
  body: {
    vi: `Ủy ban nhân dân ${level}`,
    en: `${level === 'tỉnh' ? 'Provincial' : 'City'} People’s Committee`,
  },
  ...more,
});

const THAI_BINH = place('Thái Bình', 'Thái Bình', 'tỉnh', {
  leaders: ['Phạm Thị Mẫu', 'Bùi Văn Thử', 'Đỗ Văn Trước'],
  history: 'Đất lúa ven biển, bồi từ ba con sông.',
  milestones: '1890 | Lập tỉnh\n2025 | Hợp nhất',
  nature: { place: 'Đồng bằng Bắc Bộ', area: '1584', population: '1870000' },
  relic: { title: 'Đình Mẫu ven sông', place: 'Xã Mẫu' },
  craft: { title: 'Hát chèo làng Mẫu', place: 'Xã Mẫu' },
});
const QUANG_NGAI = place('Quảng Ngãi', 'Quảng Ngãi', 'tỉnh', {
  leaders: ['Trương Thị Mẫu', 'Phạm Văn Thử', 'Lê Văn Trước'],
  history: 'Bờ biển dài, núi sát phía tây; nghề biển có từ nhiều đời.',
  milestones: '1989 | Tái lập tỉnh\n2025 | Hợp nhất',
  nature: { place: 'Duyên hải Nam Trung Bộ', area: '14832', population: '2160000' },
  relic: { title: 'Lăng Ông mẫu', place: 'Đặc khu Lý Sơn' },
  craft: { title: 'Nghề làm muối ở cửa biển', place: 'Phường Mẫu' },
});
const LONG_XUYEN = place('Long Xuyên', 'Long Xuyên', 'thành phố', {
  leaders: ['Huỳnh Thị Mẫu', 'Võ Văn Thử', 'Trần Văn Trước'],
  history: 'Phố chợ bên sông Hậu, lớn lên từ ghe xuồng.',
  milestones: '1999 | Lên thành phố\n2020 | Đô thị loại I',
  nature: { place: 'Đồng bằng sông Cửu Long', area: '115', population: '286000' },
  relic: { title: 'Đình Mẫu bên sông Hậu', place: 'Phường Mỹ Bình' },
  craft: { title: 'Chợ nổi buổi sáng', place: 'Bến Mẫu' },
});
const BAC_GIANG = place('Bắc Giang', 'Bắc Giang', 'tỉnh', {
  leaders: ['Thân Thị Mẫu', 'Ngô Văn Thử', 'Hà Văn Trước'],
  history: 'Vùng trung du, vải thiều và làng nghề.',
  milestones: '1895 | Lập tỉnh\n1997 | Tái lập tỉnh\n2025 | Hợp nhất',
  nature: { place: 'Trung du Bắc Bộ', area: '3896', population: '1920000' },
  relic: { title: 'Chùa Mẫu trên đồi', place: 'Xã Mẫu' },
  craft: { title: 'Làm gốm ở làng Mẫu', place: 'Làng Mẫu' },
});

/** What each demo locality has beside its articles, by its code. */
export const FORM_ITEMS: Readonly<Record<string, readonly ItemText[]>> = {
  'lao-cai': [
    ...introduction(LAO_CAI),
    ...plans(LAO_CAI),
    ...direction(LAO_CAI),
    ...notices(LAO_CAI),
    clarification('statement'),
  ],
  'thai-binh': [
    ...[...introduction(THAI_BINH), ...plans(THAI_BINH), ...notices(THAI_BINH)],
    ...direction(THAI_BINH),
    advertisement('promotion'),
  ],
  'quang-ngai': [
    ...[...introduction(QUANG_NGAI), ...plans(QUANG_NGAI), ...direction(QUANG_NGAI)],
    finance('news'),
  ],
  'long-xuyen': [
    ...[...introduction(LONG_XUYEN), ...plans(LONG_XUYEN), ...direction(LONG_XUYEN)],
    clarification('clarification'),
    finance('provincial-disclosure'),
  ],
  'bac-giang': [...introduction(BAC_GIANG), ...plans(BAC_GIANG), finance('financial-report')],
};
