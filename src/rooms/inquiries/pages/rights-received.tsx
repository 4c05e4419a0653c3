import type { CookieChange, Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { SealError, type Sealer } from '../../../platform/seal/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { KeyList, PageTitle, Receipt, Trace } from '../../../ui/index.ts';
import { localityPortals, originOf, portalName } from '../../portals/index.ts';
import { privatePath, RIGHTS_PATHS } from '../addresses.ts';
import { type AskersView, findForAsker } from '../queries.ts';
import { rightsWords } from '../rights-words.ts';
import { spokenCode } from './public-receipt.tsx';
import { PrintAndBack, privatePage, showOver } from './rights-parts.tsx';

/** Carries the codes from sending to the receipt: sealed, for this page alone, for ten minutes. */
const COOKIE = 'bien_nhan_du_lieu';
const COOKIE_SECONDS = 600;
const COOKIE_PLACE = 'inquiry:own-data-receipt';

export function receivedCookies(seal: Sealer, codes: readonly string[]): CookieChange[] {
  const value = seal.seal(codes.join(' '), COOKIE_PLACE);
  return (['vi', 'en'] as const).map((lang) => ({
    ...{ name: COOKIE, value, maxAge: COOKIE_SECONDS, path: RIGHTS_PATHS.received[lang] },
  }));
}

function codesIn(seal: Sealer, sealed: string | undefined): string[] {
  try {
    return sealed ? seal.open(sealed, COOKIE_PLACE).split(' ') : [];
  } catch (error) {
    if (error instanceof SealError) return [];
    throw error;
  }
}

/** The receipt of each body that got the request. */
export async function showReceived(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, cookies } = context;
  const w = rightsWords(lang);
  const receipts: { code: string; view: AskersView }[] = [];
  for (const code of codesIn(ports.seal, cookies[COOKIE])) {
    const view = await findForAsker(ports, site.localityId, code, lang);
    if (view) receipts.push({ code, view });
  }
  if (receipts.length === 0) return showOver(ports, context);
  const from = originOf(ports, await localityPortals(ports, site.localityId));
  const found = receipts.map(({ code, view }) => {
    const home = from(view.row.received_portal_id);
    const body = home ? portalName(home.portal, lang) : '';
    return { code, view, body, href: (home?.origin ?? site.origin) + privatePath(lang, code) };
  });
  return privatePage(
    ports,
    context,
    { title: w.receivedTitle, path: 'received', scripts: [ports.assetHref('share.js')] },
    <ReceivedPage lang={lang} receipts={found} />,
  );
}

/** The receipt of one body. */
export interface RightsReceipt {
  code: string;
  view: AskersView;
  body: string;
  /** Where it is followed. */
  href: string;
}

export function ReceivedPage({ lang, receipts }: { lang: Lang; receipts: readonly RightsReceipt[] }) {
  const w = rightsWords(lang);
  return (
    <>
      <PageTitle title={w.receivedTitle}>
        <p>{w.receivedKeep}</p>
        {receipts.length > 1 && <p>{w.receivedMany}</p>}
      </PageTitle>
      {receipts.map(({ code, view, body, href }) => (
        <Receipt
          key={code}
          title={w.receivedHead(body)}
          numberLabel={w.code}
          number={code}
          spoken={spokenCode(code)}
        >
          <p>
            <a href={href}>{w.follow}</a>
          </p>
          <KeyList
            rows={[
              { key: w.what, value: view.content?.title ?? '' },
              { key: w.reactBy, value: view.noticeClock?.due ?? w.noDue },
              { key: w.doneBy, value: view.clock?.due ?? w.noDue },
            ]}
          />
          {view.clock && <Trace lang={lang} steps={view.clock.trace} />}
        </Receipt>
      ))}
      <PrintAndBack lang={lang} page="received" />
    </>
  );
}
