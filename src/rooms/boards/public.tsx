import { homePath, PUBLIC_PATHS } from '../../platform/http/paths.ts';
import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { Breadcrumb, EmptyState, PageTitle } from '../../ui/index.ts';
import { portalFacts, portalName, publicFrame } from '../portals/index.ts';
import { boardsKey } from './commands.ts';
import { ShownBoard } from './pages/shown.tsx';
import { listShowings } from './store.ts';
import { boardWords } from './words.ts';

export function publicRoutes(ports: Ports): AnyRoute[] {
  return [
    publicRoute({
      name: 'boards.public',
      method: 'GET',
      path: PUBLIC_PATHS.board,
      audience: 'public',
      handle: (context) => publicPage(ports, context),
    }),
  ];
}

/** Who answers for what the portal publishes: what the board approved to be told, and nothing else. */
async function publicPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang } = context;
  const w = boardWords(lang);
  const { portal } = await portalFacts(ports, site.portalId);
  const showings = await ports.database.publicly((db) => listShowings(db, [site.portalId]));
  const other = lang === 'vi' ? 'en' : 'vi';
  const contact = { href: PUBLIC_PATHS.contact[lang], text: w.publicContact };
  const { html, keys } = await publicFrame(
    ports,
    context,
    {
      title: w.publicTitle,
      description: w.publicLead(portalName(portal, lang)),
      otherHref: PUBLIC_PATHS.board[other],
      canonicalPath: PUBLIC_PATHS.board[lang],
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[{ href: homePath(lang), text: portalName(portal, lang) }]}
        here={w.publicTitle}
      />
      <PageTitle title={w.publicTitle}>{w.publicLead(portalName(portal, lang))}</PageTitle>
      {showings.length === 0 ? (
        <EmptyState title={w.publicNone} links={[contact]}>
          {w.publicNoneHelp(portal.contact.responsible[lang])}
        </EmptyState>
      ) : (
        showings.map(({ board_id, content }) => (
          <ShownBoard key={board_id} lang={lang} board={content} level={2} />
        ))
      )}
    </>,
  );
  return { kind: 'page', html, keys: [...keys, boardsKey(site.portalId)] };
}
