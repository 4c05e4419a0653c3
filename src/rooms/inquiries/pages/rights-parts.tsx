import type { ComponentChildren } from 'preact';
import { homePath } from '../../../platform/http/paths.ts';
import type { CookieChange, Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, Icon, type KeyRow, StateMessage } from '../../../ui/index.ts';
import { type PortalRow, portalName, publicFrame } from '../../portals/index.ts';
import { INQUIRY_PATHS, RIGHTS_PATHS } from '../addresses.ts';
import { type OwnInquiry, openPass, sealPass } from '../rights-queries.ts';
import { PASS_MOST_MS, type Pass, type Proof } from '../rights-rules.ts';
import { CONSENT_WORDS, FIELD_WORDS, GIVEN_WORDS, rightsWords } from '../rights-words.ts';
import { PRIVATE_HEADERS } from './public-receipt.tsx';

const COOKIE = 'du_lieu_cua_toi';
const LANGS = ['vi', 'en'] as const;

/** Lets the browser show what was proved, for half an hour, on the pages of one's own data alone. */
export function passCookies(ports: Ports, proof: Proof, now: Date): CookieChange[] {
  const value = sealPass(ports.seal, { ...proof, until: new Date(now.getTime() + PASS_MOST_MS) });
  return LANGS.map((lang) => ({
    ...{ name: COOKIE, value, maxAge: PASS_MOST_MS / 1000, path: RIGHTS_PATHS.own[lang] },
  }));
}

export function noPassCookies(): CookieChange[] {
  return LANGS.map((lang) => ({ name: COOKIE, value: '', maxAge: 0, path: RIGHTS_PATHS.own[lang] }));
}

export function passOf({ seal }: Ports, { cookies, site, now }: RequestContext): Pass | undefined {
  return openPass(seal, cookies[COOKIE], { localityId: site.localityId, now });
}

interface PageFacts {
  title: string;
  path: keyof typeof RIGHTS_PATHS;
  /** The last part of an address that holds something. */
  access?: string;
  status?: number;
  scripts?: readonly string[];
}

/** A page that one person sees and nobody keeps. */
export async function privatePage(
  ports: Ports,
  context: RequestContext,
  { title, path, access, status, scripts }: PageFacts,
  children: ComponentChildren,
): Promise<Reply> {
  const { lang } = context;
  const w = rightsWords(lang);
  const addressIn = (one: Lang) => RIGHTS_PATHS[path][one].replace(':access', access ?? '');
  const framed = await publicFrame(
    ports,
    context,
    {
      ...{ title, robots: 'noindex', otherHref: addressIn(lang === 'vi' ? 'en' : 'vi') },
      canonicalPath: RIGHTS_PATHS.start[lang],
      ...(scripts && { scripts }),
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          { href: INQUIRY_PATHS.home[lang], text: w.section },
        ]}
        here={w.title}
      />
      {children}
    </>,
  );
  return { kind: 'page', html: framed.html, headers: PRIVATE_HEADERS, ...(status && { status }) };
}

/** Half an hour has passed, or one came by an old address: who one is must be said again. */
export function showOver(ports: Ports, context: RequestContext): Promise<Reply> {
  const w = rightsWords(context.lang);
  return privatePage(
    ports,
    context,
    { title: w.overTitle, path: 'start', status: 403 },
    <Expired lang={context.lang} why="over" />,
  );
}

/** `over`: the half hour has passed; `dead`: the link is used, too old, or none of ours. The way to begin again. */
export function Expired({ lang, why }: { lang: Lang; why: 'over' | 'dead' }) {
  const w = rightsWords(lang);
  const [title, text, again] =
    why === 'over' ? [w.overTitle, w.overText, w.title] : [w.deadTitle, w.deadText, w.askAgain];
  const links = [{ href: RIGHTS_PATHS.start[lang], text: again }];
  return (
    <StateMessage kind="expired" eyebrow={w.title} title={title} links={links}>
      <p>{text}</p>
    </StateMessage>
  );
}

/** Below what is for printing. */
export function PrintAndBack({ lang, page }: { lang: Lang; page: 'certificate' | 'received' }) {
  const w = rightsWords(lang);
  return (
    <>
      <p>
        <a href={RIGHTS_PATHS[page][lang]} data-print rel="nofollow">
          <Icon name="printer" /> {w.print}
        </a>
      </p>
      <p>
        <a href={RIGHTS_PATHS.own[lang]}>
          <Icon name="arrow-left" /> {w.back}
        </a>
      </p>
    </>
  );
}

/** A hidden field for forms of staff who look at the public pages. */
export function tokenOf({ person, csrfToken }: RequestContext): Record<string, string> {
  return person ? { _token: csrfToken } : {};
}

export type NameOf = (portalId: number) => string;

export function namesOf(portals: readonly PortalRow[], lang: Lang): NameOf {
  const names = new Map(portals.map((portal) => [portal.id, portalName(portal, lang)]));
  return (portalId) => names.get(portalId) ?? '';
}

/** What is stored of the sender, field by field. */
export function askerRows({ asker }: Pick<OwnInquiry, 'asker'>, lang: Lang): KeyRow[] {
  if (!asker) return [];
  const { fields, ...contact } = asker;
  return Object.entries({ ...fields, ...contact }).flatMap(([code, value]) =>
    value ? [{ key: FIELD_WORDS[code as keyof typeof FIELD_WORDS]?.[lang] ?? code, value }] : [],
  );
}

/** "09:45 thứ Sáu 20/11/2026: Sở …, được chuyển đến để giải quyết" for each that was given it. */
export function givenLines({ given }: Pick<OwnInquiry, 'given'>, lang: Lang, nameOf: NameOf): string[] {
  return given.map(({ at, move, portalId, outside }) => {
    const to = portalId === undefined ? (outside ?? '') : nameOf(portalId);
    const why = GIVEN_WORDS[move]?.[lang];
    return `${formatInstant(at, lang)}: ${to}${why ? `, ${why}` : ''}`;
  });
}

export function mailLines({ mails }: Pick<OwnInquiry, 'mails'>, lang: Lang): string[] {
  const w = rightsWords(lang);
  return mails.map(({ state, queued_at, sent_at }) => {
    const told = state === 'sent' ? w.mailSent : state === 'failed' ? w.mailFailed : w.mailWaiting;
    return `${formatInstant(sent_at ?? queued_at, lang)}: ${told}`;
  });
}

export function consentLines({ row }: Pick<OwnInquiry, 'row'>, lang: Lang): string[] {
  return Object.entries(row.consents).map(
    ([purpose, at]) => `${CONSENT_WORDS[purpose]?.[lang] ?? purpose} (${formatInstant(new Date(at), lang)})`,
  );
}

/** Lines of a list, or the word for none. */
export function Lines({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return <>{none}</>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
