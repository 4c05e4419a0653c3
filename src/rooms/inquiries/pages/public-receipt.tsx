import { homePath } from '../../../platform/http/paths.ts';
import type { CookieChange, Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { SealError, type Sealer } from '../../../platform/seal/index.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Icon,
  KeyList,
  MarginNote,
  PageTitle,
  Receipt,
  StateMessage,
  Trace,
  WithMargin,
} from '../../../ui/index.ts';
import { localityPortals, originOf, portalName, publicFrame } from '../../portals/index.ts';
import { INQUIRY_PATHS, privatePath } from '../addresses.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { type AskersView, findForAsker } from '../queries.ts';
import { trackWords } from '../track-words.ts';

/** Carries the code from sending to the receipt: sealed, for this page alone, for ten minutes. */
const COOKIE = 'bien_nhan';
const COOKIE_SECONDS = 600;
const COOKIE_PLACE = 'inquiry:receipt';

/** Pages that show a code, or have it in their address: seen by one, kept by nobody. */
export const PRIVATE_HEADERS = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } as const;

export function receiptCookies(seal: Sealer, code: string): CookieChange[] {
  const value = seal.seal(code, COOKIE_PLACE);
  return (['vi', 'en'] as const).map((lang) => ({
    ...{ name: COOKIE, value, maxAge: COOKIE_SECONDS, path: INQUIRY_PATHS.received[lang] },
  }));
}

function codeIn(seal: Sealer, sealed: string | undefined): string | undefined {
  try {
    return sealed === undefined ? undefined : seal.open(sealed, COOKIE_PLACE);
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

/** A code as it is read out: every character by itself, a pause between the groups. */
export function spokenCode(code: string): string {
  return code
    .split('-')
    .map((group) => [...group].join(' '))
    .join(', ');
}

export async function showReceipt(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, cookies } = context;
  const code = codeIn(ports.seal, cookies[COOKIE]);
  const view = code && (await findForAsker(ports, site.localityId, code, lang));
  if (!code || !view) return showGone(ports, context);
  const from = originOf(ports, await localityPortals(ports, site.localityId))(view.row.received_portal_id);
  const w = trackWords(lang);
  const framed = await publicFrame(
    ports,
    context,
    {
      title: w.receivedTitle,
      otherHref: INQUIRY_PATHS.received[lang === 'vi' ? 'en' : 'vi'],
      robots: 'noindex',
      scripts: [ports.assetHref('share.js')],
    },
    <ReceiptPage
      {...{ lang, code, view }}
      body={from ? portalName(from.portal, lang) : ''}
      origin={from?.origin ?? site.origin}
    />,
  );
  return { kind: 'page', html: framed.html, headers: PRIVATE_HEADERS };
}

export interface ReceiptView {
  lang: Lang;
  code: string;
  view: AskersView;
  /** The portal that took it in. */
  body: string;
  origin: string;
}

/** What one keeps after sending: the code, the private page, until when, and what comes next. */
export function ReceiptPage({ lang, code, view, body, origin }: ReceiptView) {
  const w = trackWords(lang);
  const { row, content, clock } = view;
  const href = origin + privatePath(lang, code);
  return (
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          { href: INQUIRY_PATHS.home[lang], text: w.section },
        ]}
        here={w.receivedTitle}
      />
      <WithMargin
        margin={
          <aside class="margin" aria-label={w.nextTitle}>
            <MarginNote title={w.nextTitle}>
              <ol>
                {w.nextSteps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </MarginNote>
          </aside>
        }
      >
        <PageTitle title={w.receivedTitle} />
        <Receipt title={w.receivedHead} numberLabel={w.code} number={code} spoken={spokenCode(code)}>
          <p>
            {w.keep} {row.mail_digest ? w.mailed : w.notMailed}
          </p>
          <p>
            <a href={href}>{w.link}</a>
          </p>
          <KeyList
            rows={[
              { key: w.what, value: `${INTAKE_RULES[row.intake].name[lang]}: ${content?.title ?? ''}` },
              { key: w.to, value: body },
              { key: w.sentAt, value: formatInstant(row.received_at, lang) },
              { key: w.due, value: clock?.due ?? w.noDue },
            ]}
          />
          {clock && <Trace lang={lang} steps={clock.trace} />}
        </Receipt>
        <p>
          <a href={INQUIRY_PATHS.received[lang]} data-print rel="nofollow">
            <Icon name="printer" /> {w.print}
          </a>
        </p>
      </WithMargin>
    </>
  );
}

async function showGone(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang } = context;
  const w = trackWords(lang);
  const framed = await publicFrame(
    ports,
    context,
    {
      title: w.goneTitle,
      otherHref: INQUIRY_PATHS.received[lang === 'vi' ? 'en' : 'vi'],
      robots: 'noindex',
    },
    <StateMessage
      kind="expired"
      eyebrow={w.receivedTitle}
      title={w.goneTitle}
      links={[
        { href: INQUIRY_PATHS.track[lang], text: w.trackTitle },
        { href: INQUIRY_PATHS.home[lang], text: w.again },
      ]}
    >
      <p>{w.goneText}</p>
    </StateMessage>,
  );
  return { kind: 'page', html: framed.html, status: 410, headers: PRIVATE_HEADERS };
}
