import type { RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { excerptOf, parseQuery } from '../../rules/query/index.ts';
import { Moment } from '../../ui/index.ts';
import { type PortalRow, portalName } from '../portals/index.ts';
import { itemView } from '../site/index.ts';
import { CLICK_PATHS } from './clicks.ts';
import type { Found, SearchAnswer } from './engine.ts';
import { type Asked, addressOf, PAGE_SIZE } from './forms.ts';
import { missOf } from './rules.ts';
import { words } from './words.ts';

interface ResultsProps {
  ports: Ports;
  context: RequestContext;
  asked: Asked;
  answer: SearchAnswer;
  portals: readonly PortalRow[];
  /** Queries that say more, for when there is much. */
  further: readonly string[];
}

/** What was found, best first, with the words marked; and what may have been meant. */
export function Results(props: ResultsProps) {
  const { asked, answer, context, further } = props;
  const w = words[context.lang];
  const { suggestion, isCorrected } = answer;
  const { tokens } = parseQuery(isCorrected && suggestion ? suggestion : asked.text);
  return (
    <>
      {suggestion && (
        <p class="note">
          {isCorrected ? w.corrected(asked.text) : w.meant}{' '}
          <a href={addressOf(context.lang, asked, { text: suggestion })}>{suggestion}</a>
        </p>
      )}
      {further.length > 0 && (
        <nav aria-label={w.further}>
          <p class="note">{w.further}</p>
          <ul class="ways">
            {further.map((text) => (
              <li key={text}>
                <a href={addressOf(context.lang, asked, { text })}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {answer.issuer && answer.issuer.predecessors.length > 0 && (
        <p class="note">{w.withBefore(answer.issuer.name, answer.issuer.predecessors.join('; '))}</p>
      )}
      {answer.isLoose && <p class="note">{w.loose}</p>}
      <ol
        class="items search-results"
        data-opened={CLICK_PATHS[context.lang]}
        data-query={missOf(asked.text)}
        data-from={asked.page > 1 ? (asked.page - 1) * PAGE_SIZE : undefined}
        data-corrected={isCorrected ? '' : undefined}
      >
        {answer.found.map((found) => (
          <Result key={found.id} {...props} found={found} tokens={tokens} />
        ))}
      </ol>
      {answer.isCut && <p class="note">{w.cut}</p>}
    </>
  );
}

function Result({
  ports,
  context,
  portals,
  found,
  tokens,
}: ResultsProps & { found: Found; tokens: ReturnType<typeof parseQuery>['tokens'] }) {
  const { site, lang } = context;
  const w = words[lang];
  const portal = portals.find((one) => one.id === found.portal_id);
  const elsewhere =
    portal && portal.id !== site.portalId
      ? { portal, origin: ports.settings.originOf(portal.host) }
      : undefined;
  const view = itemView(found, found.language, elsewhere);
  return (
    <li class="item">
      <p class="item-meta">
        {view.kind} · {view.date && <Moment moment={view.date} />}
        {portal && <> · {portalName(portal, lang)}</>}
        {found.number && <> · {found.number}</>}
      </p>
      <h2 class="item-title">
        <a href={view.href} lang={found.language === lang ? undefined : found.language}>
          {found.title}
        </a>
      </h2>
      {found.place && (
        <p class="item-meta">
          {found.file && `${w.inFile} `}
          <a href={`${view.href}#${found.place}`}>{found.heading}</a>
        </p>
      )}
      <p class="item-summary">
        {excerptOf(found.body, tokens).map((part, i) =>
          part.hit ? <mark key={i}>{part.text}</mark> : part.text,
        )}
      </p>
    </li>
  );
}
