import type { ComponentChildren } from 'preact';
import { deskPath } from '../../../platform/http/paths.ts';
import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Button, Buttons, Form, PlainPage, renderPage, StateMessage } from '../../../ui/index.ts';
import { stopDigest } from '../commands.ts';
import { isStaffOf } from '../notice-store.ts';
import { readStopLink, STOP_PATHS, stopPath } from '../rules.ts';
import { noticesLabel, words } from '../words.ts';

const PER_MINUTE = 60;

/**
 * The way out of the daily mail, without signing in. A mail program posts to the address by itself (RFC 8058); a
 * person who opens it is asked first, because what scans mails for danger opens every address in them.
 */
export function stopRoutes(ports: Ports): AnyRoute[] {
  const shared = { path: STOP_PATHS, audience: 'anyone', perMinute: PER_MINUTE } as const;
  return [
    publicRoute({
      name: 'notifications.stopDigestPage',
      method: 'GET',
      ...shared,
      handle: (context) => withPerson(ports, context, async (personId) => askPage(ports, context, personId)),
    }),
    publicRoute({
      name: 'notifications.stopDigest',
      method: 'POST',
      ...shared,
      handle: (context) => withPerson(ports, context, (personId) => stop(ports, context, personId)),
    }),
  ];
}

async function withPerson(
  ports: Ports,
  { params, site }: RequestContext,
  answer: (personId: number) => Promise<Reply>,
): Promise<Reply> {
  const personId = readStopLink(ports.settings.secretKey, params.link ?? '');
  if (personId === undefined) return { kind: 'missing' };
  const isHere = await ports.database.transaction({ as: 'system' }, (tx) =>
    isStaffOf(tx, site.localityId, personId),
  );
  return isHere ? answer(personId) : { kind: 'missing' };
}

function askPage(ports: Ports, context: RequestContext, personId: number): Reply {
  const { lang, path, csrfToken } = context;
  const w = words[lang].stop;
  return page(
    ports,
    context,
    personId,
    w.title,
    <>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <Form action={path} hidden={{ _token: csrfToken }}>
        <Buttons>
          <Button>{w.button}</Button>
        </Buttons>
      </Form>
    </>,
  );
}

async function stop(ports: Ports, context: RequestContext, personId: number): Promise<Reply> {
  const { lang, site } = context;
  const w = words[lang].stop;
  const machine = { kind: 'machine', name: 'mail-link', localityId: site.localityId } as const;
  await ports.perform(machine, stopDigest, { portalId: site.portalId, personId });
  return page(
    ports,
    context,
    personId,
    w.doneTitle,
    <StateMessage
      kind="expired"
      eyebrow={noticesLabel[lang]}
      title={w.doneTitle}
      links={[{ href: deskPath(lang, '/thong-bao'), text: noticesLabel[lang] }]}
    >
      <p>{w.done}</p>
    </StateMessage>,
  );
}

function page(
  ports: Ports,
  { lang }: RequestContext,
  personId: number,
  title: string,
  children: ComponentChildren,
): Reply {
  const other = lang === 'vi' ? 'en' : 'vi';
  const html = renderPage(
    <PlainPage
      lang={lang}
      head={{
        title,
        stylesheets: [ports.assetHref('gate-theme.css'), ports.assetHref('site.css')],
        icon: ports.assetHref('gate.svg'),
        robots: 'noindex',
      }}
      other={{ lang: other, href: stopPath(ports.settings.secretKey, personId, other) }}
    >
      {children}
    </PlainPage>,
  );
  return { kind: 'page', html };
}
