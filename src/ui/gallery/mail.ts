import type { Lang } from '../../rules/lang.ts';
import { type ComposedMail, composeMail } from '../mail.tsx';
import { COMMUNE_COLOUR, PROVINCE_COLOUR, t } from './faces.tsx';

/** What somebody gets who asked: code, office, due date, a way to follow. */
function receipt(lang: Lang): ComposedMail {
  return composeMail(lang, {
    subject: t(lang, 'Đã nhận câu hỏi LC-0139-2026', 'We have your question LC-0139-2026'),
    portal: {
      name: t(lang, 'Cổng thông tin điện tử tỉnh Lào Cai', 'Lào Cai Province Portal'),
      href: 'https://www.laocai.gov.vn',
      colour: PROVINCE_COLOUR,
    },
    greeting: t(lang, 'Kính gửi ông, bà,', 'Dear Sir or Madam,'),
    paragraphs: [
      t(
        lang,
        'Cổng đã nhận câu hỏi về hỗ trợ chống rét cho trâu, bò và chuyển đến cơ quan trả lời.',
        'We have received your question about help against the cold for buffaloes and cattle and passed it to the office that answers.',
      ),
    ],
    facts: [
      [t(lang, 'Mã tra cứu', 'Code'), 'LC-0139-2026-7QXM'],
      [
        t(lang, 'Cơ quan trả lời', 'Office'),
        t(lang, 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment'),
      ],
      [t(lang, 'Hạn trả lời', 'Answer due'), t(lang, 'thứ Ba 24/11/2026', 'Tuesday 24 November 2026')],
    ],
    action: {
      label: t(lang, 'Theo dõi câu hỏi', 'Follow the question'),
      href: `https://www.laocai.gov.vn/${lang === 'vi' ? '' : 'en/'}theo-doi/LC-0139-2026-7QXM`,
    },
    closing: t(
      lang,
      'Ai có mã này đều xem được câu hỏi, xin giữ kín.',
      'Whoever has this code can see the question; please keep it to yourself.',
    ),
  });
}

/** What a member of staff gets in the morning: unread warnings, with the way out. */
function digest(lang: Lang): ComposedMail {
  const note = t(
    lang,
    'Xã Bắc Hà · 16:05 thứ Năm 19/11/2026',
    'Bắc Hà Commune · 16:05 Thursday 19 November 2026',
  );
  return composeMail(lang, {
    subject: t(lang, '2 cảnh báo chưa đọc', '2 unread warnings'),
    portal: {
      name: t(lang, 'Cổng thông tin điện tử xã Bắc Hà', 'Bắc Hà Commune Portal'),
      href: 'https://bacha.laocai.gov.vn',
      colour: COMMUNE_COLOUR,
    },
    greeting: t(lang, 'Kính gửi Lò Thị Biên,', 'Dear Lò Thị Biên,'),
    paragraphs: [
      t(lang, 'Những cảnh báo sau đang chờ trên bàn làm việc:', 'These warnings are waiting on your desk:'),
    ],
    list: [
      {
        text: t(lang, 'Câu hỏi 0139/2026 còn 1 ngày làm việc', 'Question 0139/2026 has 1 working day left'),
        href: 'https://bacha.laocai.gov.vn/ban-lam-viec/hoi-dap/139',
        note,
      },
      {
        text: t(lang, 'Câu hỏi 0131/2026 đã quá hạn', 'Question 0131/2026 is overdue'),
        href: 'https://bacha.laocai.gov.vn/ban-lam-viec/hoi-dap/131',
        note,
      },
    ],
    action: {
      label: t(lang, 'Mở trang thông báo', 'Open the notices'),
      href: 'https://bacha.laocai.gov.vn/ban-lam-viec/thong-bao',
    },
    unsubscribeHref: 'https://bacha.laocai.gov.vn/bo-nhan-thu/7.mau',
  });
}

export const MAILS: Readonly<Record<string, (lang: Lang) => ComposedMail>> = {
  'thu-bien-nhan': receipt,
  'thu-tong-hop': digest,
};
