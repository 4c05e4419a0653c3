import { deskPath } from '../../../platform/http/paths.ts';
import type { Lang } from '../../../rules/lang.ts';

/** Below the desk. */
export const BASE = '/cong-bao';

export const paths = {
  board: (lang: Lang) => deskPath(lang, BASE),
  send: (lang: Lang) => deskPath(lang, `${BASE}/gui`),
  begin: (lang: Lang) => deskPath(lang, `${BASE}/so-moi`),
  one: (lang: Lang, issueId: number) => deskPath(lang, `${BASE}/so/${issueId}`),
  step: (lang: Lang, issueId: number, step: 'trinh' | 'duyet' | 'tra-lai' | 'bo') =>
    deskPath(lang, `${BASE}/so/${issueId}/${step}`),
};
