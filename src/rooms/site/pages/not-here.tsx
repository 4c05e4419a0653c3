import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import { StateMessage } from '../../../ui/index.ts';
import { portalFacts, portalName, publicFrame } from '../../portals/index.ts';
import { CAUSE_WORDS } from '../../publishing/index.ts';
import { lifeWords } from '../life-words.ts';
import { findSuccessor, type WithdrawalRow } from '../store.ts';
import { articlePath, dayView } from '../views.ts';
import { words } from '../words.ts';

type Slugs = { slug: string; slug_vi: string; slug_en: string };

/** What stands at the address of an item that is not public in this language. */
export async function notHere(
  ports: Ports,
  context: RequestContext,
  itemId: number,
  found: { withdrawal: WithdrawalRow | undefined; other: Slugs | undefined },
): Promise<Reply> {
  const { withdrawal, other } = found;
  if (withdrawal?.way === 'redirect') {
    const to = await successorOf(ports, context, itemId);
    if (to) return { kind: 'redirect', to, status: 301 };
  }
  if (withdrawal) return takenDown(ports, context, itemId, withdrawal);
  if (other) return onlyOther(ports, context, itemId, other);
  return { kind: 'missing' };
}

/** The last address a chain of successors leads to; undefined where it leads back to this one. */
async function successorOf(
  ports: Ports,
  { lang, path }: RequestContext,
  itemId: number,
): Promise<string | undefined> {
  const found = await ports.database.publicly((db) => findSuccessor(db, itemId, lang));
  if (!found) return undefined;
  const to =
    found.path !== null
      ? found.path
      : found.language === null
        ? // taken down itself: its own notice stands there
          `${lang === 'en' ? '/en' : ''}/bai/${found.item_id}`
        : addressOf(found.item_id, found, found.language);
  return to === path ? undefined : to;
}

function addressOf(itemId: number, { slug, slug_vi, slug_en }: Slugs, lang: Lang): string {
  return articlePath({ item_id: itemId, slug, section_slug_vi: slug_vi, section_slug_en: slug_en }, lang);
}

const ways = (lang: Lang) => [
  { href: homePath(lang), text: words[lang].goHome },
  { href: PUBLIC_PATHS.search[lang], text: words[lang].goSearch },
];

/** The notice with title, day, board and reason; of what is gone not one word that it had. */
async function takenDown(
  ports: Ports,
  context: RequestContext,
  itemId: number,
  withdrawal: WithdrawalRow,
): Promise<Reply> {
  const { lang, site } = context;
  const w = words[lang];
  const l = lifeWords[lang];
  const { portal } = await portalFacts(ports, site.portalId);
  const isTold = withdrawal.title !== '';
  const title = isTold ? withdrawal.title : l.goneTitle;
  const { cause } = withdrawal;
  const framed = await publicFrame(
    ports,
    context,
    { title, robots: 'noindex' },
    <StateMessage kind="withdrawn" eyebrow={w.withdrawnEyebrow} title={title} links={ways(lang)}>
      {isTold ? (
        <>
          <p>{l.withdrawnBy(portalName(portal, lang), dayView(withdrawal.withdrawn_at, lang).text)}</p>
          <p>
            {l.cause} {cause !== 'other' && `${CAUSE_WORDS[cause][lang]}. `}
            {withdrawal.notice}
          </p>
        </>
      ) : (
        <p>{l.goneText}</p>
      )}
    </StateMessage>,
  );
  // 410 Gone (RFC 9110 §15.5.11): search engines drop it, the notice stays for people
  return { kind: 'page', status: 410, html: framed.html, keys: [...framed.keys, `item:${itemId}`] };
}

async function onlyOther(
  ports: Ports,
  context: RequestContext,
  itemId: number,
  other: Slugs,
): Promise<Reply> {
  const { lang } = context;
  const w = words[lang];
  const href = addressOf(itemId, other, lang === 'vi' ? 'en' : 'vi');
  const framed = await publicFrame(
    ports,
    context,
    { title: w.onlyOtherTitle, robots: 'noindex', otherHref: href },
    <StateMessage
      kind="notFound"
      eyebrow={w.missingEyebrow}
      title={w.onlyOtherTitle}
      links={[{ href, text: w.translationRead }, ...ways(lang)]}
    >
      <p>{w.onlyOtherText}</p>
    </StateMessage>,
  );
  return { kind: 'page', status: 404, html: framed.html, keys: [...framed.keys, `item:${itemId}`] };
}
