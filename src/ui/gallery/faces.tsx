// Invented portals for the gallery and its test: places are real, people, numbers and events are not.
import type { Lang } from '../../rules/lang.ts';
import type { FooterFacts, LinkView, MomentView, PageHead, PortalFace, PublicPageProps } from '../index.ts';

/** Where a specimen finds its styles: addresses differ between the server and a test that writes files. */
export interface GalleryAddresses {
  /** Stylesheets in order for a portal of this colour. */
  stylesheets(colour: string, sheets: readonly string[]): readonly string[];
  scripts(names: readonly string[]): readonly string[];
  icon(scene: PortalFace['scene'], colour: string): string | undefined;
  /** A drawn stand-in for a photograph. */
  readonly picture: string;
}

/** What every specimen is made from. */
export interface SpecimenProps {
  readonly lang: Lang;
  readonly at: GalleryAddresses;
}

/** One of two texts by language. */
export function t(lang: Lang, vi: string, en: string): string {
  return lang === 'vi' ? vi : en;
}

export function link(href: string, text: string, current = false): LinkView {
  return current ? { href, text, current } : { href, text };
}

export function homeLink(lang: Lang): LinkView {
  return link('/', t(lang, 'Trang đầu', 'Home'));
}

export function day(lang: Lang, on: string): MomentView {
  const [y, m, d] = on.split('-') as [string, string, string];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return { at: on, text: t(lang, `${d}/${m}/${y}`, `${Number(d)} ${months[Number(m) - 1]} ${y}`) };
}

export function today(lang: Lang): MomentView {
  return { at: '2026-11-20', text: t(lang, 'Thứ Sáu 20/11/2026', 'Friday 20 November 2026') };
}

export const PROVINCE_COLOUR = '#22386e';
export const COMMUNE_COLOUR = '#7a1f50';

export function provinceFace(lang: Lang): PortalFace {
  return {
    eyebrow: t(lang, 'Cổng thông tin điện tử', 'Official portal of'),
    name: t(lang, 'Tỉnh Lào Cai', 'Lào Cai Province'),
    homeHref: `/${lang}`,
    scene: 'mountains',
  };
}

export function communeFace(lang: Lang): PortalFace {
  return {
    eyebrow: t(lang, 'Cổng thông tin điện tử', 'Official portal of'),
    name: t(lang, 'Xã Bắc Hà', 'Bắc Hà Commune'),
    homeHref: `/${lang}`,
    scene: 'plum',
    parent: link('/cong-tinh', t(lang, 'Cổng tỉnh Lào Cai', 'Lào Cai Province')),
  };
}

const SECTIONS: readonly (readonly [string, string, string])[] = [
  ['gioi-thieu', 'Giới thiệu', 'About'],
  ['tin-tuc', 'Tin tức', 'News'],
  ['van-ban', 'Văn bản', 'Documents'],
  ['dich-vu-cong', 'Dịch vụ công', 'Public services'],
  ['hoi-dap', 'Hỏi – Đáp', 'Q&A'],
  ['gop-y', 'Góp ý dự thảo', 'Consultations'],
  ['doi-thoai', 'Đối thoại', 'Dialogue'],
  ['so-lieu', 'Số liệu', 'Statistics'],
  ['danh-ba', 'Danh bạ', 'Contacts'],
];

export function sections(lang: Lang, current?: string): readonly LinkView[] {
  return SECTIONS.map(([slug, vi, en]) => link(`/${lang}/${slug}`, t(lang, vi, en), slug === current));
}

export function footer(lang: Lang, commune = false): FooterFacts {
  const name = commune ? t(lang, 'xã Bắc Hà', 'Bắc Hà Commune') : t(lang, 'tỉnh Lào Cai', 'Lào Cai Province');
  return {
    body: t(lang, `Ủy ban nhân dân ${name}`, `People’s Committee of ${name}`),
    superior: commune ? t(lang, 'Ủy ban nhân dân tỉnh Lào Cai', 'Lào Cai Province') : undefined,
    responsible: t(lang, 'Trưởng Ban Biên tập (tên mẫu)', 'Head of the editorial board (sample name)'),
    address: t(lang, 'Số 1 đường Mẫu, tỉnh Lào Cai', '1 Sample Street, Lào Cai'),
    phone: '0214 000 0000',
    fax: '0214 000 0001',
    email: 'cong@example.gov.vn',
    licence: t(lang, 'số 00/GP-TTĐT, ngày 01/01/2026', 'No. 00/GP-TTĐT, 1 January 2026'),
    credit: t(
      lang,
      `Khi dùng lại thông tin, xin ghi “Theo Cổng TTĐT ${name}”.`,
      `When reusing, please credit “${name} Portal”.`,
    ),
    columns: [
      {
        title: t(lang, 'Về cổng này', 'About this portal'),
        links: [
          link('/quy-che', t(lang, 'Quy chế hoạt động', 'Regulation')),
          link('/thuc-hien', t(lang, 'Việc thực hiện quy chế', 'How we keep it')),
          link('/tro-nang', t(lang, 'Trợ năng', 'Accessibility')),
          link('/du-lieu-ca-nhan', t(lang, 'Dữ liệu cá nhân của bạn', 'Your personal data')),
        ],
      },
      {
        title: t(lang, 'Nghe và theo dõi', 'Follow'),
        links: [
          link('/tin-rss', t(lang, 'Tin qua RSS, thư điện tử', 'RSS, e-mail')),
          link('/du-lieu-mo', t(lang, 'Dữ liệu mở', 'Open data')),
          link('/bao-loi', t(lang, 'Báo lỗi hoặc góp ý về cổng', 'Report a fault')),
        ],
      },
    ],
  };
}

export function head(
  lang: Lang,
  at: GalleryAddresses,
  title: string,
  commune = false,
  sheets: readonly string[] = ['site.css'],
): PageHead {
  const colour = commune ? COMMUNE_COLOUR : PROVINCE_COLOUR;
  return {
    title,
    description: t(
      lang,
      'Trang mẫu của bộ giao diện Cổng Làng.',
      'A specimen page of the Cổng Làng design system.',
    ),
    stylesheets: at.stylesheets(colour, sheets),
    scripts: at.scripts(['share.js', 'submit-once.js']),
    icon: at.icon(commune ? 'plum' : 'mountains', colour),
    alternates: [
      { lang: 'vi', href: 'https://example.gov.vn/vi' },
      { lang: 'en', href: 'https://example.gov.vn/en' },
    ],
    feeds: [{ href: 'https://example.gov.vn/tin.rss', title: t(lang, 'Tin mới', 'News') }],
  };
}

/** Everything of a public page but its content. */
export function publicFrame(
  lang: Lang,
  at: GalleryAddresses,
  title: string,
  section?: string,
  commune = false,
): Omit<PublicPageProps, 'children'> {
  return {
    lang,
    head: head(lang, at, title, commune),
    portal: commune ? communeFace(lang) : provinceFace(lang),
    nav: sections(lang, section),
    today: today(lang),
    other: { lang: lang === 'vi' ? 'en' : 'vi', href: '/doi-tieng' },
    viewHref: '/co-chu',
    listenHref: '/nghe',
    footer: footer(lang, commune),
  };
}
