import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { Lang, Words } from '../../rules/lang.ts';

/** Addresses of the room on every portal. */
export const INQUIRY_PATHS = {
  /** Everything one can ask, and what was answered. */
  home: PUBLIC_PATHS.questions,
  ask: { vi: '/hoi-dap/gui/:intake', en: '/en/questions/send/:intake' },
  received: { vi: '/hoi-dap/da-nhan', en: '/en/questions/received' },
  track: PUBLIC_PATHS.track,
  /** How many came, were answered, in time, late. */
  figures: { vi: '/hoi-dap/so-lieu', en: '/en/questions/figures' },
  private: { vi: '/hoi-dap/theo-doi/:code', en: '/en/questions/follow/:code' },
  /** A file one sent oneself. */
  file: { vi: '/hoi-dap/theo-doi/:code/tep/:file', en: '/en/questions/follow/:code/file/:file' },
  /** Answered questions on the same matter, for the island of the form. */
  similar: { vi: '/hoi-dap/tuong-tu', en: '/en/questions/similar' },
} as const satisfies Record<string, Words>;

/** The private link of an inquiry: whoever has it has the code. */
export function privatePath(lang: Lang, code: string): string {
  return INQUIRY_PATHS.private[lang].replace(':code', code);
}

/** Addresses of one's own data: who shows that something is his sees it, and says what is to be done with it. */
export const RIGHTS_PATHS = {
  /** Takes the place of the form of the intake, because one must say first who one is. */
  start: { vi: '/hoi-dap/gui/du-lieu-ca-nhan', en: '/en/questions/send/personal-data' },
  /** The link of a mail. */
  link: { vi: '/hoi-dap/du-lieu-ca-nhan/mo/:access', en: '/en/questions/personal-data/open/:access' },
  own: { vi: '/hoi-dap/du-lieu-ca-nhan', en: '/en/questions/personal-data' },
  certificate: {
    vi: '/hoi-dap/du-lieu-ca-nhan/giay-xac-nhan',
    en: '/en/questions/personal-data/certificate',
  },
  received: { vi: '/hoi-dap/du-lieu-ca-nhan/da-nhan', en: '/en/questions/personal-data/received' },
  leave: { vi: '/hoi-dap/du-lieu-ca-nhan/thoat', en: '/en/questions/personal-data/leave' },
} as const satisfies Record<string, Words>;
