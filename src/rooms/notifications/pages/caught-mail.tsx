import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { KeyList, PlainPage, renderPage } from '../../../ui/index.ts';
import { findCaught, listCaught, type OpenedMail } from '../queries.ts';
import { purposeWords, words } from '../words.ts';

const LIST = { vi: '/dev/thu', en: '/en/dev/thu' } as const;

/** A mail brings its own style and nothing else; as in a mail program, nothing in it runs or is fetched. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** Where the mails of the demo are read, since none leaves it. */
export function caughtRoutes(ports: Ports): AnyRoute[] {
  return [
    publicRoute({
      name: 'notifications.caughtMail',
      method: 'GET',
      path: LIST,
      audience: 'anyone',
      handle: (context) => showCaught(ports, context),
    }),
    publicRoute({
      name: 'notifications.caughtHtml',
      method: 'GET',
      path: { vi: `${LIST.vi}/:mail`, en: `${LIST.en}/:mail` },
      audience: 'anyone',
      async handle({ params, site }) {
        const found = await findCaught(ports, site.portalId, Number(params.mail) || 0);
        if (!found) return { kind: 'missing' };
        return {
          kind: 'text',
          type: 'text/html; charset=utf-8',
          text: found.content.html,
          headers: { 'content-security-policy': MAIL_POLICY },
        };
      },
    }),
  ];
}

async function showCaught(ports: Ports, { lang, site }: RequestContext): Promise<Reply> {
  const w = words[lang].caught;
  const mails = await listCaught(ports, site.portalId);
  const other = lang === 'vi' ? 'en' : 'vi';
  const html = renderPage(
    <PlainPage
      lang={lang}
      head={{
        title: w.title,
        stylesheets: [ports.assetHref('gate-theme.css'), ports.assetHref('site.css')],
        icon: ports.assetHref('gate.svg'),
        robots: 'noindex',
      }}
      other={{ lang: other, href: LIST[other] }}
    >
      <h1>{w.title}</h1>
      <p>{w.lead(mails.length)}</p>
      {mails.map((mail) => (
        <CaughtMailSection key={mail.id} lang={lang} mail={mail} />
      ))}
    </PlainPage>,
  );
  return { kind: 'page', html };
}

function CaughtMailSection({ lang, mail }: { lang: Lang; mail: OpenedMail }) {
  const w = words[lang].caught;
  const { content } = mail;
  const headers = Object.entries(content.headers ?? {});
  return (
    <article class="section">
      <h2>{content.subject}</h2>
      <KeyList
        rows={[
          { key: w.to, value: content.to },
          { key: w.purpose, value: purposeWords(mail.purpose, lang) },
          { key: w.at, value: formatInstant(mail.queued_at, lang) },
          { key: w.state, value: w.states[mail.state] },
          ...headers.map(([key, value]) => ({ key, value })),
        ]}
      />
      <details>
        <summary>{w.text}</summary>
        <div class="prose" lang={mail.language}>
          {content.text.split('\n\n').map((block, i) => (
            <p key={i}>
              {block.split('\n').map((line, j) => (
                <span key={j}>
                  {j > 0 && <br />}
                  {line}
                </span>
              ))}
            </p>
          ))}
        </div>
      </details>
      <p>
        <a href={`${LIST[lang]}/${mail.id}`}>
          {w.html}
          <span class="unseen">: {content.subject}</span>
        </a>
      </p>
    </article>
  );
}
