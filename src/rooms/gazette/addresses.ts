import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import { type IssueNumber, numberPath } from '../../rules/gazette/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';

/** Addresses of the gazette on the main portal. */
export const GAZETTE_PATHS = {
  list: PUBLIC_PATHS.gazette,
  check: { vi: '/cong-bao/kiem-tra', en: '/en/gazette/check' },
  key: { vi: '/cong-bao/khoa/:file', en: '/en/gazette/key/:file' },
  issue: { vi: '/cong-bao/:year/:number', en: '/en/gazette/:year/:number' },
  file: { vi: '/cong-bao/:year/:number/tep/:file', en: '/en/gazette/:year/:number/file/:file' },
  entry: { vi: '/cong-bao/:year/:number/:position', en: '/en/gazette/:year/:number/:position' },
} as const satisfies Record<string, Words>;

export function issueHref(lang: Lang, issue: IssueNumber): string {
  return `${GAZETTE_PATHS.list[lang]}/${issue.year}/${numberPath(issue)}`;
}

export function entryHref(lang: Lang, issue: IssueNumber, position: number): string {
  return `${issueHref(lang, issue)}/${position}`;
}

export function keyHref(lang: Lang, fingerprint: string): string {
  return GAZETTE_PATHS.key[lang].replace(':file', `${fingerprint}.pem`);
}

/** What there is of an issue to take home, by the ending of its name. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  sig: 'application/octet-stream',
} as const;
export type FileKind = keyof typeof FILE_TYPES;

/** "cong-bao-12-2026.pdf" */
export function fileName(issue: IssueNumber, kind: FileKind): string {
  return `cong-bao-${numberPath(issue)}-${issue.year}.${kind}`;
}

export function fileHref(lang: Lang, issue: IssueNumber, kind: FileKind): string {
  return `${issueHref(lang, issue)}/${lang === 'vi' ? 'tep' : 'file'}/${fileName(issue, kind)}`;
}

/** The key of pages that show issues of a locality. */
export function gazetteKey(localityId: number): string {
  return `gazette:${localityId}`;
}
