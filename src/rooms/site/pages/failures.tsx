import type { FastifyReply, FastifyRequest } from 'fastify';
import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Failure } from '../../../platform/http/pipeline.ts';
import type { RequestContext, Site } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang, Words } from '../../../rules/lang.ts';
import {
  PlainPage,
  Prose,
  renderPage,
  renderPart,
  StaleNotice,
  type StateKind,
  StateMessage,
} from '../../../ui/index.ts';
import { listLocalities, listPortals, portalName, publicFrame } from '../../portals/index.ts';
import { failureWords } from '../failure-words.ts';
import { words } from '../words.ts';

const KIND: Record<Failure['kind'], StateKind> = {
  'unknown-host': 'notFound',
  away: 'maintenance',
  fault: 'error',
  forged: 'expired',
  'too-many': 'forbidden',
  refused: 'forbidden',
};

/** What went wrong and what to do, on a page that needs neither database nor portal. */
export function failurePage(
  ports: Ports,
  failure: Failure,
  context: { lang: Lang; path: string; site: Site | undefined; requestId: string },
): string {
  const { lang } = context;
  const w = failureWords[lang];
  const own =
    failure.kind === 'refused' ? { title: w.refused.title, text: failure.words[lang] } : w[failure.kind];
  return renderPage(
    <PlainPage
      lang={lang}
      head={{
        title: own.title,
        stylesheets: [ports.assetHref('gate-theme.css'), ports.assetHref('site.css')],
        icon: ports.assetHref('gate.svg'),
        robots: 'noindex',
      }}
    >
      <StateMessage
        kind={KIND[failure.kind]}
        eyebrow={w.eyebrow}
        title={own.title}
        reference={failure.kind === 'fault' ? `${w.reference} ${context.requestId}` : undefined}
        links={[{ href: homePath(lang), text: words[lang].goHome }]}
      >
        <p>{own.text}</p>
      </StateMessage>
    </PlainPage>,
  );
}

/** An unknown address inside a portal: says so, and helps on. */
export async function missingPage(
  ports: Ports,
  context: RequestContext,
  said: Words | undefined,
): Promise<string> {
  const { lang } = context;
  const w = words[lang];
  const { html } = await publicFrame(
    ports,
    context,
    { title: w.missingTitle, robots: 'noindex' },
    <StateMessage
      kind="notFound"
      eyebrow={w.missingEyebrow}
      title={w.missingTitle}
      links={[
        {
          href: `${PUBLIC_PATHS.search[lang]}?q=${encodeURIComponent(wordsOfPath(context.path))}`,
          text: w.goSearch,
        },
        { href: PUBLIC_PATHS.sitemap[lang], text: w.goSitemap },
        { href: homePath(lang), text: w.goHome },
      ]}
    >
      <p>{said?.[lang] ?? w.missingText}</p>
    </StateMessage>,
  );
  return html;
}

/** The words of a mistyped address, as a first query for the search. */
function wordsOfPath(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last)
      .replace(/-\d+$/, '')
      .replace(/[-_.]+/g, ' ')
      .slice(0, 80);
  } catch {
    return '';
  }
}

export function staleNotice(lang: Lang, madeAt: Date): string {
  return renderPart(<StaleNotice lang={lang} since={formatInstant(madeAt, lang)} />);
}

/** In the demo, the bare address of the server leads to all portals: a newcomer's first page. */
export function frontDoor(ports: Ports) {
  const isBare = (host: string) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0];
    if (!isBare(request.headers.host ?? '') || (path !== '/' && path !== '/en')) return;
    const lang: Lang = path === '/en' ? 'en' : 'vi';
    const w = failureWords[lang].frontDoor;
    const localities = await ports.database.publicly(async (db) => {
      const list = [];
      for (const locality of await listLocalities(db))
        list.push({ locality, portals: await listPortals(db, locality.id) });
      return list;
    });
    const html = renderPage(
      <PlainPage
        lang={lang}
        head={{
          title: w.title,
          stylesheets: [ports.assetHref('gate-theme.css'), ports.assetHref('site.css')],
          icon: ports.assetHref('gate.svg'),
          robots: 'noindex',
        }}
        other={{ lang: lang === 'vi' ? 'en' : 'vi', href: lang === 'vi' ? '/en' : '/' }}
      >
        <Prose lang={lang}>
          <h1>{w.title}</h1>
          <p>{w.text}</p>
          {localities.map(({ locality, portals }) => (
            <section key={locality.id}>
              <h2>{lang === 'vi' ? locality.name_vi : locality.name_en}</h2>
              <ul>
                {portals.map((portal) => (
                  <li key={portal.id}>
                    <a href={ports.settings.originOf(portal.host) + (lang === 'en' ? '/en' : '')}>
                      {portalName(portal, lang)}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Prose>
      </PlainPage>,
    );
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
  };
}
