import { address, committee, list, MAIN_TASKS, OFFICE_HOURS, type Place, p, TASKS, table } from '../shape.ts';
import { laoCaiAnswered } from './lao-cai-answered.ts';
import { laoCaiDocuments, laoCaiGazette, laoCaiIssuers } from './lao-cai-documents.ts';
import { laoCaiInquiries } from './lao-cai-inquiries.ts';
import { laoCaiMembers } from './lao-cai-members.ts';

export const laoCai: Place = {
  ...{ code: 'lao-cai', name: 'Lào Cai', nameEn: 'Lào Cai', kind: 'province' },
  ...{ profileCode: 'lao-cai-22-2016', validFrom: '2016-05-06', decision: '22/2016/QĐ-UBND' },
  main: {
    body: committee('tỉnh', 'Lào Cai', 'UBND', { code: '15' }),
    ...{ host: 'www.laocai.gov.vn', openedOn: '2016-05-06', colour: '#22386e', scene: 'mountains' },
    question: { vi: 'Bạn tìm gì ở tỉnh Lào Cai?', en: 'What are you looking for in Lào Cai?' },
    tasks: [...MAIN_TASKS, TASKS.feeds],
    popular: [
      { vi: 'nước sạch', en: 'clean water' },
      { vi: 'rét đậm', en: 'cold spell' },
      { vi: 'giống ngô', en: 'maize seed' },
    ],
    address: address(
      'Số 1, đường Mẫu, phường Lào Cai, tỉnh Lào Cai',
      '1 Mẫu street, Lào Cai ward, Lào Cai province',
    ),
    phone: '0214 000 0000',
    fax: '0214 000 0001',
    hours: OFFICE_HOURS,
    people: [
      { name: 'Phạm Quốc Vận', roles: ['technicalAdmin'] },
      { name: 'Đỗ Thị Nhài', roles: ['contentAdmin'] },
      { name: 'Lò Thị Minh Hạnh', roles: ['editor'] },
      { name: 'Hoàng Văn Pao', roles: ['checker'] },
      { name: 'Nguyễn Thị Thu Sương', roles: ['boardMember'] },
      { name: 'Trần Văn Sử', roles: ['head'] },
      { name: 'Lê Thị Kiểm', roles: ['overseer'] },
    ],
    items: [
      {
        ...{ section: 'introduction/functions', day: 20, at: '09:00' },
        title: 'Chức năng, nhiệm vụ của Ủy ban nhân dân tỉnh',
        summary: 'Ủy ban nhân dân tỉnh làm gì, chịu trách nhiệm trước ai, và người dân gặp ở đâu.',
        body: p(
          'Ủy ban nhân dân tỉnh là cơ quan hành chính nhà nước ở địa phương, chịu trách nhiệm trước Nhân dân, Hội đồng nhân dân tỉnh và Chính phủ.',
          'Công việc chia theo lĩnh vực cho các sở; việc gần dân nhất do ủy ban nhân dân các xã, phường làm. Nếu chưa rõ hỏi ai, bạn gửi về Văn phòng Ủy ban nhân dân tỉnh, văn phòng sẽ chuyển đúng nơi và báo lại.',
        ),
      },
      {
        ...{ section: 'introduction/chart', day: 20, at: '10:00' },
        title: 'Sơ đồ tổ chức của tỉnh',
        summary: 'Các sở, ban, ngành và 99 xã, phường.',
        body:
          p(
            'Giúp việc cho Ủy ban nhân dân tỉnh có các sở và cơ quan tương đương; bên dưới là ủy ban nhân dân các xã, phường.',
          ) +
          table('Các cơ quan, tính đến tháng này', [
            ['Loại cơ quan', 'Số lượng'],
            ['Sở và cơ quan tương đương', '13'],
            ['Xã', '89'],
            ['Phường', '10'],
          ]),
      },
      {
        ...{ section: 'strategy-plan', day: 16, at: '15:30' },
        title: 'Kế hoạch cấp nước mùa khô cho các xã vùng cao',
        summary: 'Sửa 44 công trình trước ngày 10 tháng sau, ưu tiên nơi từng thiếu nước quá ba tuần.',
        start: {
          event: 'approved',
          daysBefore: 5,
          number: '366/KH-UBND',
          issuer: 'Ủy ban nhân dân tỉnh Lào Cai',
        },
        body:
          p(
            'Kế hoạch xếp thứ tự sửa chữa theo số tuần thiếu nước của mùa khô trước, do các xã lập và niêm yết ở thôn.',
          ) +
          list(
            'Thay ống dẫn và bể lọc ở 44 công trình.',
            'Lắp đồng hồ cho 26 thôn.',
            'Mỗi thôn cử một tổ quản lý nước ba người.',
          ),
      },
      {
        ...{ section: 'direction/opinions', day: 12, at: '17:10' },
        title: 'Yêu cầu các xã vùng cao sẵn sàng phòng, chống rét đậm',
        summary: 'Che chuồng, dự trữ thức ăn cho gia súc, không để trẻ em ngủ nơi có bếp than kín.',
        body: p(
          'Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các xã hoàn thành kiểm tra chuồng trại trước đợt không khí lạnh đầu tiên; trưởng thôn báo tình hình mỗi sáng khi nhiệt độ xuống dưới 10 °C.',
          'Sở Y tế cử tổ lưu động hướng dẫn sưởi ấm an toàn ở các điểm trường bán trú.',
        ),
      },
      {
        ...{ section: 'legal-dissemination', day: 9, at: '08:40' },
        title: 'Hướng dẫn mới về hỗ trợ chi phí học tập cho học sinh vùng khó khăn',
        summary: 'Ai được hỗ trợ, nộp giấy tờ gì, nhận tiền khi nào.',
        start: {
          event: 'issued',
          daysBefore: 8,
          number: '112/HD-UBND',
          issuer: 'Ủy ban nhân dân tỉnh Lào Cai',
        },
        body:
          p(
            'Học sinh ở xã khu vực III, con hộ nghèo, hộ cận nghèo được hỗ trợ chi phí học tập theo từng tháng học thực tế.',
          ) +
          list(
            'Nộp đơn tại trường, kèm giấy xác nhận của xã.',
            'Trường lập danh sách trong 10 ngày đầu năm học.',
            'Tiền trả hai lần một năm, vào tài khoản hoặc trả trực tiếp.',
          ),
        english: {
          title: 'New guidance on study allowances for pupils in difficult areas',
          summary: 'Who is entitled, what to hand in, and when the money comes.',
          body: p(
            'Pupils in area III communes and children of poor and near-poor households receive a study allowance for each month they attend. Apply at the school with a confirmation from the commune; the money is paid twice a year.',
          ),
        },
      },
      {
        // later than the twelve working days of the regulation, and shown as such
        ...{ section: 'legal-dissemination', day: 6, at: '16:20' },
        title: 'Những điểm cần biết về đăng ký cư trú khi sắp xếp lại thôn, tổ dân phố',
        summary: 'Không phải đổi giấy tờ ngay; địa chỉ được cập nhật tự động.',
        start: { event: 'issued', daysBefore: 26, number: '98/HD-CAT', issuer: 'Công an tỉnh Lào Cai' },
        body: p(
          'Khi thôn, tổ dân phố đổi tên, giấy tờ đã cấp vẫn dùng được đến hết thời hạn. Công an xã cập nhật địa chỉ vào cơ sở dữ liệu, người dân không phải nộp hồ sơ.',
          'Ai cần giấy xác nhận cho ngân hàng, trường học thì đến công an xã, được cấp ngay trong ngày.',
        ),
      },
      {
        ...{ section: 'news', day: 4, at: '10:15' },
        title: 'Mười xã tổ chức khám sức khỏe cho người từ 60 tuổi trong tháng tới',
        summary: 'Khám tại trạm y tế, không phải nộp tiền; có xe đón ở các thôn xa.',
        author: 'Lò Thị Minh Hạnh',
        source: 'Sở Y tế',
        body: p(
          'Mỗi xã khám trong hai ngày, theo lịch dán ở nhà văn hóa thôn. Người đến khám mang theo thẻ bảo hiểm y tế; ai chưa có thẻ vẫn được khám và được hướng dẫn làm thẻ.',
        ),
      },
      {
        ...{ section: 'news', day: 2, at: '14:05' },
        title: 'Hoàn thành sửa chữa 42 công trình nước sạch ở các xã vùng cao trước mùa khô',
        summary: 'Nước đã về lại với 3.180 hộ ở chín xã. Hai công trình còn lại đang chờ thay đường ống.',
        author: 'Lò Thị Minh Hạnh',
        source: 'Sở Nông nghiệp và Môi trường',
        picture: {
          landscape: 'mountains',
          alt: 'Những lớp núi trong sương sớm, nhìn từ một đầu nguồn nước.',
          caption: 'Vùng đầu nguồn buổi sớm. Tranh minh họa.',
        },
        file: {
          ...{ name: 'danh-sach-42-cong-trinh.csv', label: 'Danh sách 42 công trình (theo khu vực)' },
          text: 'khu_vuc,cong_trinh,so_ho,kinh_phi_trieu_dong\nPhía bắc,19,1462,8740\nPhía tây,14,1015,6205\nPhía nam,9,703,3980\n',
        },
        body:
          p(
            'Mỗi năm từ tháng Mười hai đến tháng Tư, lưu lượng ở các khe đầu nguồn giảm còn khoảng một phần ba. Đợt sửa chữa ưu tiên những nơi từng thiếu nước quá ba tuần, theo danh sách do các xã lập và niêm yết ở thôn.',
          ) +
          '<h2>Đã làm những gì</h2>' +
          p(
            'Thợ của các xã cùng bà con đã thay hơn 61 km ống dẫn, xây lại 17 bể lọc và lắp đồng hồ cho 26 thôn.',
          ) +
          table('Công trình đã sửa, theo khu vực', [
            ['Khu vực', 'Công trình', 'Số hộ', 'Kinh phí (triệu đồng)'],
            ['Phía bắc', '19', '1.462', '8.740'],
            ['Phía tây', '14', '1.015', '6.205'],
            ['Phía nam', '9', '703', '3.980'],
            ['Cộng', '42', '3.180', '18.925'],
          ]) +
          '<h2>Khi nước yếu thì gọi ai</h2>' +
          p(
            'Bà con báo cho tổ quản lý nước của thôn. Nếu sau hai ngày chưa khắc phục, gọi phòng phụ trách kinh tế của xã.',
          ),
        english: {
          title: 'Forty-two clean-water works repaired before the dry season',
          summary: 'Water is back for 3,180 households in nine communes; two works still wait for pipes.',
          body: p(
            'From December to April the springs give about a third of their usual water. Repairs went first to places that had been short for more than three weeks. Workers and villagers replaced over 61 km of pipe, rebuilt 17 filter tanks and fitted meters in 26 villages.',
          ),
        },
      },
      {
        ...{ section: 'statement', day: 3, at: '09:30' },
        title: 'Về thông tin “thu phí vào chợ phiên”: không có khoản thu này',
        summary: 'Không cơ quan nào được giao thu phí vào chợ; ai bị thu xin báo cho công an xã.',
        body: p(
          'Mấy ngày qua có tin truyền miệng rằng người đi chợ phiên phải nộp phí vào cổng. Ủy ban nhân dân tỉnh khẳng định không có khoản thu này. Chỉ người bán hàng cố định trả tiền thuê chỗ theo bảng giá niêm yết ở chợ.',
        ),
      },
      {
        ...{ section: 'news', day: 1, at: '11:00', reached: 'checked' },
        title: 'Tạm dừng hệ thống nộp hồ sơ trực tuyến một đêm để bảo trì',
        summary: 'Từ 22 giờ đến 5 giờ sáng hôm sau; hồ sơ đang soạn được giữ lại.',
        body: p(
          'Trong thời gian bảo trì, người dân vẫn xem được tin và hướng dẫn trên cổng. Hồ sơ đã nộp không bị ảnh hưởng.',
        ),
      },
      {
        // past its twelve working days and still waiting: the board sees it first
        ...{ section: 'legal-dissemination', day: 1, at: '11:20', reached: 'checked' },
        title: 'Người lao động tự do đăng ký đóng bảo hiểm ở đâu',
        summary: 'Đến ủy ban nhân dân xã hoặc bưu điện; lần đầu chỉ cần căn cước.',
        start: {
          event: 'issued',
          daysBefore: 20,
          number: '131/HD-BHXH',
          issuer: 'Bảo hiểm xã hội tỉnh Lào Cai',
        },
        body: p(
          'Người làm nghề tự do chọn mức đóng theo tháng, quý hoặc năm. Hộ nghèo, hộ cận nghèo được hỗ trợ một phần.',
          'Ai đóng gián đoạn thì thời gian đã đóng vẫn được cộng dồn.',
        ),
      },
      {
        ...{ section: 'legal-dissemination', day: 1, at: '11:40', reached: 'checked' },
        title: 'Quy định mới về phòng cháy ở nhà sàn và nhà ở kết hợp bán hàng',
        summary: 'Mỗi nhà một bình chữa cháy, lối ra thứ hai, bếp cách vách gỗ ít nhất một mét.',
        start: { event: 'issued', daysBefore: 14, number: '77/HD-CAT', issuer: 'Công an tỉnh Lào Cai' },
        body: p(
          'Nhà sàn làm bếp trên sàn gỗ phải lót đất hoặc gạch, có người trông khi đun. Nhà bán xăng dầu lẻ phải tách khỏi chỗ ngủ.',
          'Công an xã hướng dẫn tại nhà trong tháng này, chưa phạt.',
        ),
      },
      {
        ...{ section: 'strategy-plan', day: 1, at: '12:10', reached: 'submitted' },
        title: 'Kế hoạch sửa chữa đường liên thôn năm 2027',
        summary: 'Bốn mươi hai tuyến, ưu tiên thôn có điểm trường và trạm y tế.',
        start: {
          event: 'approved',
          daysBefore: 4,
          number: '431/KH-UBND',
          issuer: 'Ủy ban nhân dân tỉnh Lào Cai',
        },
        body: p(
          'Danh sách tuyến, chiều dài và thời gian làm được lập theo đề nghị của các xã, công khai để bà con theo dõi.',
        ),
      },
      {
        ...{ section: 'direction', day: 1, at: '13:00', reached: 'submitted' },
        title: 'Lịch tiếp công dân của lãnh đạo tỉnh trong tháng tới',
        summary: 'Hai buổi, vào ngày 10 và ngày 25.',
        body: p(
          'Người dân đến Trụ sở Tiếp công dân từ 7 giờ 30, mang theo giấy tờ liên quan nếu có. Ai ở xa có thể đăng ký qua ủy ban nhân dân xã.',
        ),
      },
      {
        ...{ section: 'news', day: 1, at: '15:00', reached: 'sentBack' },
        reason: 'Con số lượt khách chưa ghi nguồn; đề nghị nêu rõ cơ quan cung cấp và ngày lấy số liệu.',
        title: 'Lượng khách đến các điểm ruộng bậc thang tăng trong mùa lúa chín',
        summary: 'Số liệu đang được kiểm tra lại.',
        body: p('Theo thống kê sơ bộ, lượng khách trong ba tuần mùa lúa chín tăng so với cùng kỳ.'),
      },
    ],
  },
  members: laoCaiMembers,
  inquiries: [...laoCaiAnswered, ...laoCaiInquiries],
  documents: laoCaiDocuments,
  gazette: laoCaiGazette,
  issuers: laoCaiIssuers,
};
