import { PlainPage, PublicPage, StateMessage } from '../index.ts';
import { day, head, link, provinceFace, publicFrame, type SpecimenProps, t } from './faces.tsx';

export function NotFound({ lang, at }: SpecimenProps) {
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Không có trang này', 'No such page'))}>
      <StateMessage
        kind="notFound"
        eyebrow={t(lang, 'Lỗi 404', 'Error 404')}
        title={t(lang, 'Không có trang này', 'There is no such page')}
        links={[
          link('/tim', t(lang, 'Tìm trong cổng', 'Search the portal')),
          link('/', t(lang, 'Về trang đầu', 'Go to the home page')),
          link('/bao-loi', t(lang, 'Báo địa chỉ hỏng', 'Report a broken address')),
        ]}
      >
        <p>
          {t(
            lang,
            'Có thể địa chỉ gõ nhầm, hoặc trang đã chuyển chỗ trước khi cổng này có. Tìm bằng số văn bản hoặc vài chữ của tiêu đề thường ra ngay.',
            'The address may be mistyped, or the page moved before this portal existed. A document number or a few words of its title usually find it.',
          )}
        </p>
      </StateMessage>
    </PublicPage>
  );
}

export function Withdrawn({ lang, at }: SpecimenProps) {
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Bài đã gỡ', 'Article withdrawn'), 'tin-tuc')}>
      <StateMessage
        kind="withdrawn"
        eyebrow={t(lang, 'Đã gỡ', 'Withdrawn')}
        title={t(lang, 'Lịch thu phí vào chợ phiên', 'Schedule of market entrance fees')}
        links={[link('/b5', t(lang, 'Đọc bài giải thích, làm rõ', 'Read the clarification'))]}
        reference={t(
          lang,
          'Đăng 16/11/2026, gỡ 08:20 thứ Tư 18/11/2026',
          'Published 16 Nov 2026, withdrawn 08:20, Wednesday 18 Nov 2026',
        )}
      >
        <p>
          {t(
            lang,
            'Ban Biên tập đã gỡ bài này vì thông tin không đúng: không có khoản thu nào khi vào chợ phiên.',
            'The editorial board withdrew this article because it was wrong: nothing is charged at the market.',
          )}
        </p>
      </StateMessage>
    </PublicPage>
  );
}

export function Maintenance({ lang, at }: SpecimenProps) {
  return (
    <PlainPage
      lang={lang}
      head={{
        ...head(lang, at, t(lang, 'Cổng đang bảo trì', 'Portal under maintenance')),
        robots: 'noindex',
      }}
      portal={provinceFace(lang)}
      other={{ lang: lang === 'vi' ? 'en' : 'vi', href: '/doi-tieng' }}
    >
      <StateMessage
        kind="maintenance"
        eyebrow={t(lang, 'Bảo trì', 'Maintenance')}
        title={t(lang, 'Cổng trở lại lúc 23:30 hôm nay', 'The portal is back at 23:30 today')}
      >
        <p>
          {t(
            lang,
            'Chúng tôi đang nâng cấp máy chủ. Việc gấp xin gọi 0214 000 0000; câu hỏi đã gửi vẫn được tính thời hạn bình thường.',
            'We are upgrading the server. For urgent matters call 0214 000 0000; time limits of questions already sent keep running.',
          )}
        </p>
        <p>
          {t(
            lang,
            `Ngày ${day(lang, '2026-11-20').text}, từ 22:00 đến 23:30.`,
            `${day(lang, '2026-11-20').text}, from 22:00 to 23:30.`,
          )}
        </p>
      </StateMessage>
    </PlainPage>
  );
}
