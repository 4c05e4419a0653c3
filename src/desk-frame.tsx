import type { ComponentChildren } from 'preact';
import { deskPath } from './platform/http/paths.ts';
import type { StaffContext } from './platform/http/types.ts';
import type { Ports } from './platform/ports.ts';
import { DeskPage, type IconName, renderPage, standardKeys } from './ui/index.ts';

export interface DeskFramePage {
  title: string;
  /** Shown in the bar; the name of the portal worked on, when it is one. */
  portalName?: string;
  role?: string;
  /** Panel on the right, e.g. the check before submission. */
  aside?: ComponentChildren;
  asideLabel?: string;
  /** Whether the page is a list that answers to the keys of the desk. */
  keys?: boolean;
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
  const { lang, person, path } = context;
  const other = lang === 'vi' ? 'en' : 'vi';
  const here = deskPath(lang);
  return renderPage(
    <DeskPage
      lang={lang}
      head={{
        title: page.title,
        stylesheets: [ports.assetHref('gate-theme.css'), ports.assetHref('desk.css')],
        scripts: [
          ...(page.keys ? [ports.assetHref('desk-keys.js')] : []),
          ports.assetHref('submit-once.js'),
          ...(page.scripts ?? []),
        ],
        icon: ports.assetHref('gate.svg'),
        robots: 'noindex',
        alternates: [{ lang: other, href: deskPath(other, path.slice(here.length)) }],
      }}
      homeHref={deskPath(lang)}
      portalName={page.portalName ?? ''}
      person={{ name: person.fullName, role: page.role ?? '', href: deskPath(lang, '/tai-khoan') }}
      rail={ports.deskRail(person, lang).map((entry) => ({
        ...entry,
        icon: entry.icon as IconName,
        current: path === entry.href || (entry.href !== here && path.startsWith(`${entry.href}/`)),
      }))}
      search={{ action: deskPath(lang, '/tim') }}
      signOut={{ action: deskPath(lang, '/dang-xuat'), csrfName: '_token', csrf: context.csrfToken }}
      aside={page.aside}
      asideLabel={page.asideLabel}
      railHidden={page.railHidden}
      keys={page.keys ? standardKeys(lang) : undefined}
    >
      {children}
    </DeskPage>,
  );
}
