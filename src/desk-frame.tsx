import type { ComponentChildren } from 'preact';
import { deskPath } from './platform/http/paths.ts';
import type { StaffContext } from './platform/http/types.ts';
import type { Ports } from './platform/ports.ts';
import { guideFor } from './rules/guides/index.ts';
import {
  DeskPage,
  type IconName,
  type LinkView,
  renderPage,
  SessionEnd,
  sessionEndWords,
  standardKeys,
  uiWords,
} from './ui/index.ts';

export interface DeskFramePage {
  title: string;
  /** Shown in the bar where the page is about one portal; else the person's own stands there. */
  portalName?: string;
  /** Panel on the right, e.g. the check before submission. */
  aside?: ComponentChildren;
  asideLabel?: string;
  /** Ways into the panel on a narrow window, where it comes last. */
  asideWays?: readonly LinkView[];
  /** Set when the page is a list that answers to the keys of the desk; `choose`: its rows have boxes. */
  keys?: true | 'choose';
  railHidden?: boolean;
  scripts?: readonly string[];
}

/** A finished desk page: bar, rail of the rooms the person has a part in, main part. */
export function deskFrame(
  ports: Ports,
  context: StaffContext,
  page: DeskFramePage,
  children: ComponentChildren,
): string {
  const { lang, person, path, deskPlace } = context;
  const other = lang === 'vi' ? 'en' : 'vi';
  const here = deskPath(lang);
  const { guide, part } = guideFor(path.slice(here.length));
  return renderPage(
    <DeskPage
      lang={lang}
      head={{
        title: page.title,
        stylesheets: [ports.assetHref('gate-theme.css'), ports.assetHref('desk.css')],
        scripts: [
          ...(page.keys ? [ports.assetHref('desk-keys.js')] : []),
          ports.assetHref('submit-once.js'),
          ports.assetHref('session-end.js'),
          ...(page.scripts ?? []),
        ],
        icon: ports.assetHref('gate.svg'),
        robots: 'noindex',
        alternates: [{ lang: other, href: deskPath(other, path.slice(here.length)) }],
      }}
      homeHref={deskPath(lang)}
      portalName={page.portalName || (deskPlace?.portalName[lang] ?? '')}
      person={{
        name: person.fullName,
        role: deskPlace?.role[lang] ?? '',
        href: deskPath(lang, '/tai-khoan'),
      }}
      rail={ports.deskRail(person, lang).map((entry) => ({
        ...entry,
        icon: entry.icon as IconName,
        group: uiWords(lang).deskGroups[entry.group],
        count: deskPlace?.counts?.[entry.href.slice(here.length)],
        current: path === entry.href || (entry.href !== here && path.startsWith(`${entry.href}/`)),
      }))}
      search={{ action: deskPath(lang, '/tim') }}
      help={{ href: deskPath(lang, `/huong-dan/${guide}#${part}`) }}
      signOut={{ action: deskPath(lang, '/dang-xuat'), csrfName: '_token', csrf: context.csrfToken }}
      aside={page.aside}
      asideLabel={page.asideLabel}
      asideWays={page.asideWays}
      railHidden={page.railHidden}
      keys={page.keys ? standardKeys(lang, page.keys === 'choose') : undefined}
    >
      {children}
      {person.session && (
        <SessionEnd
          restMs={person.session.idleLimitMs}
          endMs={person.session.endsAt.getTime() - context.now.getTime()}
          stayHref={deskPath(lang, '/tai-khoan/phien/con')}
          words={sessionEndWords(lang)}
        />
      )}
    </DeskPage>,
  );
}
