import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import type { BodyKind } from '../../../rules/profile/index.ts';
import { foldVietnamese } from '../../../rules/text/index.ts';
import { DataTable, DeskTitle, Field, FilterBar, LinkButton, StatePill } from '../../../ui/index.ts';
import { listOverviews, type Overview } from '../desk-queries.ts';
import { BODY_KIND_WORDS, deskWords } from '../desk-words.ts';
import { permits } from '../permits.ts';
import { choicesOf, hrefTo, nameOf, page } from './parts.tsx';

/** The portals of the locality: state, host, obligation, completeness. */
export async function portalList(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, query } = context;
  const w = deskWords(lang);
  const text = foldVietnamese((query.get('q') ?? '').trim());
  const kind = query.get('loai') ?? '';
  const shown = (await listOverviews(ports, person)).filter(({ portal }) => {
    const words = foldVietnamese(
      `${portal.name_vi} ${portal.name_en} ${portal.host ?? portal.requested_host ?? ''}`,
    );
    return words.includes(text) && (kind === '' || portal.body_kind === kind);
  });
  const mayOpen = portalsPermitted(person, permits, 'portals.manage').length > 0;
  const here = hrefTo(lang, 'list');
  return page(
    ports,
    context,
    { title: w.title },
    <>
      <DeskTitle eyebrow={w.count(shown.length)} title={w.title}>
        {mayOpen && (
          <LinkButton href={hrefTo(lang, 'open')} icon="plus">
            {w.open}
          </LinkButton>
        )}
      </DeskTitle>
      <FilterBar lang={lang} action={here} clearHref={text || kind ? here : undefined}>
        <Field kind="search" lang={lang} name="q" label={w.search} value={query.get('q') ?? ''} optional />
        <Field
          kind="select"
          lang={lang}
          name="loai"
          label={w.kind}
          optional
          empty={w.all}
          value={kind}
          choices={choicesOf(BODY_KIND_WORDS, lang)}
        />
      </FilterBar>
      <DataTable
        lang={lang}
        table={{
          caption: w.title,
          captionHidden: true,
          columns: Object.values(w.columns).map((label) => ({ label })),
          rows: shown.map((one) => rowOf(one, lang)),
          empty: w.none,
        }}
      />
    </>,
  );
}

function rowOf({ portal, completeness }: Overview, lang: 'vi' | 'en') {
  const w = deskWords(lang);
  const isWhole = completeness.filled === completeness.total;
  return [
    <a href={hrefTo(lang, 'portal', { id: portal.id })}>{nameOf(portal, lang)}</a>,
    BODY_KIND_WORDS[portal.body_kind as BodyKind][lang],
    portal.host ?? portal.requested_host ?? '',
    w[portal.obligation],
    portal.state === 'closed' ? (
      ''
    ) : (
      <StatePill tone={isWhole ? 'good' : 'warn'}>
        {w.filledOf(completeness.filled, completeness.total)}
      </StatePill>
    ),
    <StateOf portal={portal} lang={lang} />,
  ];
}

/** Open, waiting for its name, or closed; said, not only coloured. */
export function StateOf({ portal, lang }: { portal: Overview['portal']; lang: 'vi' | 'en' }) {
  const w = deskWords(lang);
  if (portal.state === 'closed') return <StatePill>{w.stateClosed}</StatePill>;
  return portal.host === null ? (
    <StatePill tone="warn">{w.stateWaiting}</StatePill>
  ) : (
    <StatePill tone="good">{w.stateLive}</StatePill>
  );
}
