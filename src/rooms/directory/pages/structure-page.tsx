import { homePath } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, EmptyState, Icon, IconLinks, PageTitle } from '../../../ui/index.ts';
import { localityFactsKey, portalFactsKey, publicFrame } from '../../portals/index.ts';
import { DIRECTORY_PATHS } from '../addresses.ts';
import { dayAsked, findStructure, type ShownBody, type Structure } from '../queries.ts';
import { byKind, type ChartNode } from '../rules.ts';
import { directoryWords } from '../words.ts';
import { DayForm } from './day-form.tsx';

/** The chart of bodies on a day (LC Đ8.1.a, TB Đ5.8, QN Đ8.2.a): a nested list that styles draw as a chart. */
export async function showStructure(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang } = context;
  const w = directoryWords(lang);
  const day = dayAsked(context);
  const structure = await findStructure(ports, context, day.on);
  const path = DIRECTORY_PATHS.structure;
  const framed = await publicFrame(
    ports,
    context,
    {
      ...{ title: w.structure, description: w.structureLead, canonicalPath: path[lang] },
      otherHref: path[lang === 'vi' ? 'en' : 'vi'],
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.structure} />
      <PageTitle title={w.structure}>
        <p>{site.isMain ? w.structureLead : w.structureOwn}</p>
      </PageTitle>
      <DayForm
        {...{ lang, day, action: path[lang] }}
        result={`${w.structureOn(formatDate(day.on, lang, 'short'))}, ${w.bodies(structure.count)}`}
      />
      <Chart lang={lang} structure={structure} />
      <IconLinks
        links={[
          { href: DIRECTORY_PATHS.leaders[lang], text: w.leaders, icon: 'users' as const },
          ...(site.isMain
            ? []
            : [{ href: site.mainOrigin + path[lang], text: w.whole, icon: 'building-2' as const }]),
        ]}
      />
    </>,
  );
  return {
    kind: 'page',
    html: framed.html,
    keys: [
      ...framed.keys,
      ...[`locality:${site.localityId}`, localityFactsKey(site.localityId)],
      ...structure.portals.map(({ id }) => portalFactsKey(id)),
    ],
  };
}

function Chart({ lang, structure }: { lang: Lang; structure: Structure }) {
  const w = directoryWords(lang);
  const { roots, firstDay } = structure;
  if (roots.length === 0) {
    return <EmptyState title={firstDay ? w.before(formatDate(firstDay, lang, 'short')) : w.bodies(0)} />;
  }
  return (
    <>
      {roots.map((root) => (
        <div key={root.body.bodyId} class="chart">
          <div class="chart-root">
            <Box lang={lang} body={root.body} />
          </div>
          {byKind(root.below).map(([kind, nodes]) => (
            <section key={kind} class="chart-group" aria-labelledby={`loai-${root.body.bodyId}-${kind}`}>
              <h2 id={`loai-${root.body.bodyId}-${kind}`}>
                {w.kinds[kind] ?? kind} <span class="note num">({nodes.length})</span>
              </h2>
              <Branch lang={lang} nodes={nodes} />
            </section>
          ))}
        </div>
      ))}
    </>
  );
}

function Branch({ lang, nodes }: { lang: Lang; nodes: readonly ChartNode<ShownBody>[] }) {
  return (
    <ul class="chart-branch">
      {nodes.map(({ body, below }) => (
        <li key={body.bodyId}>
          <Box lang={lang} body={body} />
          {below.length > 0 && <Branch lang={lang} nodes={below} />}
        </li>
      ))}
    </ul>
  );
}

function Box({ lang, body }: { lang: Lang; body: ShownBody }) {
  const w = directoryWords(lang);
  const { href, name, head, phone } = body;
  return (
    <div class="chart-box">
      <p class="chart-name">{href ? <a href={href}>{name}</a> : name}</p>
      {head && (
        <p>
          <span class="unseen">{w.head}: </span>
          <a href={head.href}>{head.name}</a>
          <span class="note">, {head.office}</span>
        </p>
      )}
      {phone && (
        <p>
          <Icon name="phone" /> <span class="unseen">{w.phone}: </span>
          <a class="num" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {phone}
          </a>
        </p>
      )}
      {!href && <p class="note">{w.noPortal}</p>}
    </div>
  );
}
