import type { InquiryText } from '../inquiries.ts';
import { accepted, answered, basis, forwarded } from '../inquiry-steps.ts';

const SNNMT = 'snnmt.laocai.gov.vn';
const BACHA = 'bacha.laocai.gov.vn';
const SAPA = 'sapa.laocai.gov.vn';
const COUNCIL = 'Hội đồng nhân dân tỉnh';
const DEPARTMENT = 'Sở Nông nghiệp và Môi trường';

/** Answered in public by four bodies of Lào Cai; two of them late. */
export const laoCaiAnswered: readonly InquiryText[] = [
  {
    ...{ asker: 'Giàng Thị Mẫu', topic: 'policies', day: 27, at: '20:15', to: SNNMT },
    title: 'Nhà tôi có 2 sào nương, có được hỗ trợ giống ngô vụ xuân không?',
    text: 'Gia đình tôi có 2 sào nương ở thôn vùng cao, năm ngoái chưa được nhận giống. Năm nay đăng ký ở đâu và nhà nước hỗ trợ bao nhiêu?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Có. Hộ trồng ngô ở xã vùng cao được hỗ trợ một nửa tiền giống, tính theo diện tích thực gieo, nhiều nhất 5 sào mỗi hộ.\n\nBà con đăng ký với trưởng thôn hoặc bộ phận một cửa của xã trước ngày 15 tháng 12. Khi đăng ký chỉ cần căn cước và cho biết diện tích nương; không phải nộp sổ đỏ.\n\nGiống được phát ở nhà văn hóa thôn. Hạt đã xử lý thuốc, chỉ dùng để gieo.',
        basis: [
          basis(
            '18/2025/NQ-HĐND',
            'về hỗ trợ sản xuất nông nghiệp ở vùng cao',
            '2025-07-10',
            COUNCIL,
            'Điều 4',
          ),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Lò Văn Mẫu', topic: 'procedures', day: 26, at: '08:20' },
    title: 'Đất ông bà để lại chưa có giấy tờ, muốn làm sổ đỏ thì bắt đầu từ đâu?',
    text: 'Thửa đất vườn gia đình tôi ở từ năm 1990, không có giấy tờ gì. Nay muốn làm giấy chứng nhận quyền sử dụng đất thì nộp hồ sơ ở đâu, gồm những gì?',
    way: [
      accepted(0),
      forwarded(0, SNNMT, 'Việc thuộc thẩm quyền của Sở.'),
      accepted(1),
      ...answered(4, {
        answer:
          'Ông, bà bắt đầu từ ủy ban nhân dân xã nơi có đất, không phải lên tỉnh.\n\nHồ sơ gồm đơn đăng ký theo mẫu có sẵn ở bộ phận một cửa và giấy tờ nào còn giữ được, như biên lai nộp thuế, sổ hộ khẩu cũ. Không còn giấy tờ gì thì xã lấy ý kiến những người cùng thôn về thời gian sử dụng đất và niêm yết công khai 15 ngày.\n\nSau khi hết thời gian niêm yết mà không ai tranh chấp, hồ sơ được chuyển đi đo đạc. Ông, bà theo dõi bằng mã trên giấy hẹn.',
        basis: [basis('52/HD-SNNMT', 'về đăng ký đất đai lần đầu', '2026-03-18', DEPARTMENT, 'Mục 2')],
      }),
    ],
  },
  {
    ...{ asker: 'Tráng A Mẫu', topic: 'policies', day: 24, at: '12:05', to: BACHA },
    title: 'Mất thẻ bảo hiểm y tế trong đợt mưa lũ, làm lại ở đâu?',
    text: 'Nhà tôi bị nước cuốn mất giấy tờ, trong đó có thẻ bảo hiểm y tế của hai đứa nhỏ. Bây giờ đi khám thì làm thế nào?',
    way: [
      accepted(1),
      ...answered(2, {
        answer:
          'Trong lúc chờ, hai cháu vẫn được khám bằng căn cước, giấy khai sinh hoặc mã định danh; trạm y tế tra được thẻ trên máy.\n\nMuốn có thẻ giấy thì đến bộ phận một cửa của xã, khai một tờ đơn. Trẻ em và hộ bị thiệt hại do mưa lũ không phải nộp tiền. Thẻ có sau hai ngày làm việc, xã gửi về thôn cho những nhà ở xa.',
      }),
    ],
  },
  {
    ...{ asker: 'Vàng Seo Mẫu', topic: 'useful-information', day: 22, at: '18:30', to: BACHA },
    title: 'Đường vào thôn bị sạt, bao giờ sửa xong?',
    text: 'Đoạn đường liên thôn qua khe nước sạt một nửa mặt đường từ trận mưa tháng trước, xe máy đi rất nguy hiểm. Xin hỏi bao giờ sửa?',
    way: [
      accepted(2),
      // two weeks: later than the five days of the regulation, and shown as such
      ...answered(14, {
        answer:
          'Xã xin lỗi vì trả lời chậm: phải chờ kết quả kiểm tra nền đường mới trả lời chắc chắn được.\n\nĐoạn sạt dài 38 m được kè rọ đá, thi công trong 20 ngày kể từ thứ Hai tuần tới. Trong thời gian đó xe máy đi theo lối tạm bên trái, có biển báo và đèn ban đêm; xe tải không đi được.\n\nThấy đá lăn hoặc vết nứt mới, bà con báo ngay cho trưởng thôn.',
      }),
    ],
  },
  {
    ...{ asker: 'Bàn Thị Mẫu', topic: 'procedures', day: 20, at: '21:10' },
    title: 'Con tôi chuyển trường theo bố mẹ thì cần những giấy tờ gì?',
    text: 'Gia đình tôi chuyển từ xã khác về phường. Cháu đang học lớp 3. Xin chuyển trường giữa năm có được không, cần giấy tờ gì?',
    way: [
      accepted(1),
      ...answered(4, {
        answer:
          'Được. Học sinh tiểu học chuyển trường vào bất cứ lúc nào trong năm học.\n\nPhụ huynh nộp đơn ở trường mới. Trường mới đồng ý thì trường cũ chuyển học bạ qua mạng, phụ huynh không phải đi lại xin giấy. Nếu trường gần nhà đã đủ chỗ, phường giới thiệu trường gần nhất còn nhận.',
        basis: [
          basis('41/HD-SGDĐT', 'về tiếp nhận học sinh chuyển trường', '2025-08-20', 'Sở Giáo dục và Đào tạo'),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Má A Mẫu', topic: 'investment', day: 18, at: '15:45', to: SAPA, occupation: 'Kinh doanh' },
    title: 'Mở nhà nghỉ cộng đồng 4 phòng cần đăng ký những gì?',
    text: 'Tôi muốn sửa nhà sàn thành nhà nghỉ cho khách, bốn phòng. Phải làm thủ tục ở đâu, có được hỗ trợ gì không?',
    way: [
      accepted(1),
      ...answered(4, {
        answer:
          'Anh, chị đăng ký hộ kinh doanh ở bộ phận một cửa của phường, ba ngày làm việc là có giấy. Sau đó gửi thông báo đủ điều kiện phòng cháy: mỗi nhà một bình chữa cháy, hai lối ra, bếp cách vách gỗ.\n\nNhà nghỉ cộng đồng dưới sáu phòng được hỗ trợ làm nhà vệ sinh và một lớp học nấu ăn, đón khách trong tháng 1. Đăng ký lớp học cùng lúc với nộp hồ sơ.',
        basis: [basis('27/2024/NQ-HĐND', 'về phát triển du lịch cộng đồng', '2024-12-06', COUNCIL, 'Điều 6')],
      }),
    ],
  },
  {
    ...{ asker: 'Emma Mau', language: 'en', topic: 'useful-information', day: 15, at: '09:25' },
    ...{ occupation: 'Teacher' },
    title: 'Do I have to register when I stay with a family in a village?',
    text: 'I will teach English for two weeks and stay with a family near Bắc Hà. Do I or the family have to register my stay, and where?',
    way: [
      accepted(1),
      ...answered(3, {
        answer:
          'Yes, but the family does it, not you. The host reports your stay to the commune police on the day you arrive, by telephone, on the web or at the office. It is free of charge.\n\nPlease have your passport with you. If you move to another house, the new host reports it again.',
      }),
    ],
  },
  {
    ...{ asker: 'Hảng A Mẫu', topic: 'policies', day: 21, at: '06:50', to: SNNMT },
    title: 'Trâu chết rét có được hỗ trợ không, báo cho ai?',
    text: 'Đợt rét vừa rồi nhà tôi chết một con trâu cái. Tôi nghe nói được hỗ trợ nhưng phải có biên bản. Phải báo ai và trong mấy ngày?',
    way: [
      accepted(2),
      ...answered(13, {
        answer:
          'Có, nếu nhà đã che chuồng và dự trữ thức ăn theo hướng dẫn của xã mà trâu bò vẫn chết.\n\nBà con báo trưởng thôn trong 24 giờ, giữ nguyên con vật để cán bộ thú y xã đến lập biên bản. Danh sách hộ được hỗ trợ dán ở nhà văn hóa thôn năm ngày; tiền trả tại xã trong 30 ngày.\n\nSở trả lời muộn vì đợi thống nhất mức hỗ trợ của năm nay, mong bà con thông cảm.',
        basis: [
          basis(
            '18/2025/NQ-HĐND',
            'về hỗ trợ sản xuất nông nghiệp ở vùng cao',
            '2025-07-10',
            COUNCIL,
            'Điều 9',
          ),
        ],
      }),
    ],
  },
  {
    ...{ asker: 'Sùng Thị Mẫu', topic: 'procedures', day: 9, at: '10:40', to: BACHA },
    title: 'Bộ phận một cửa của xã làm việc những giờ nào, có làm thứ Bảy không?',
    text: 'Tôi đi làm công nhân cả tuần, chỉ rảnh thứ Bảy. Xã có nhận hồ sơ khai sinh vào ngày đó không?',
    way: [
      accepted(1),
      ...answered(2, {
        answer:
          'Bộ phận một cửa làm từ thứ Hai đến thứ Sáu, sáng 7 giờ 30 đến 11 giờ 30, chiều 13 giờ 30 đến 17 giờ. Sáng Chủ nhật chợ phiên có một bàn nhận hộ tịch ở nhà văn hóa trung tâm, từ 7 giờ đến 10 giờ.\n\nKhai sinh nộp được trên mạng vào bất cứ lúc nào; khi đến nhận chỉ cần mang căn cước và giấy chứng sinh.',
      }),
    ],
  },
];
