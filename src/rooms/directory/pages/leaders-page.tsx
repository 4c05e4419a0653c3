import { homePath, itemPath } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import { factWords, findItemForm } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, DataTable, EmptyState, Icon, IconLinks, PageTitle } from '../../../ui/index.ts';
import { fileHref } from '../../media/index.ts';
import { portalFacts, portalName, publicFrame } from '../../portals/index.ts';
import { DIRECTORY_PATHS } from '../addresses.ts';
import { dayAsked, findLeaders } from '../queries.ts';
import type { FormItemRow } from '../store.ts';
import { directoryWords } from '../words.ts';
import { DayForm } from './day-form.tsx';

/** Who leads the body of the portal on a day, and who did before (LC Đ8.1.a, QN Đ8.2.a). */
export async function showLeaders(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang } = context;
  const w = directoryWords(lang);
  const day = dayAsked(context);
  const { current, former } = await findLeaders(ports, context, day.on);
  const { portal } = await portalFacts(ports, site.portalId);
  const path = DIRECTORY_PATHS.leaders;
  const framed = await publicFrame(
    ports,
    context,
    {
      ...{ title: w.leaders, description: w.leadersLead, canonicalPath: path[lang] },
      otherHref: path[lang === 'vi' ? 'en' : 'vi'],
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.leaders} />
      <PageTitle title={w.leaders} eyebrow={portalName(portal, lang)}>
        <p>{w.leadersLead}</p>
      </PageTitle>
      <DayForm
        {...{ lang, day, action: path[lang] }}
        result={w.leadersOn(formatDate(day.on, lang, 'short'))}
      />
      {current.length === 0 && (
        <EmptyState title={w.noLeaders}>
          <p>{w.noLeadersWhat}</p>
        </EmptyState>
      )}
      {current.length > 0 && <LeaderCards lang={lang} leaders={current} level={2} isFull />}
      {former.length > 0 && <Former lang={lang} leaders={former} />}
      <IconLinks
        links={[{ href: DIRECTORY_PATHS.structure[lang], text: w.seeStructure, icon: 'building-2' }]}
      />
    </>,
  );
  return { kind: 'page', html: framed.html, keys: [...framed.keys, `portal:${site.portalId}`] };
}

interface CardsProps {
  lang: Lang;
  leaders: readonly FormItemRow[];
  level: 2 | 3;
  /** With duties and contact; else name and office alone. */
  isFull?: boolean;
}

/** Leaders side by side, each a person of schema.org to machines. */
export function LeaderCards({ lang, leaders, level, isFull }: CardsProps) {
  return (
    <ul class="leaders">
      {leaders.map((one) => (
        <li key={one.item_id} itemscope itemtype="https://schema.org/Person">
          <Portrait lang={lang} leader={one} />
          <div lang={one.language === lang ? undefined : one.language}>
            <Name leader={one} level={level} />
            <p itemprop="jobTitle">{one.facts.office}</p>
            {isFull && <Full lang={lang} leader={one} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Name({ leader, level }: { leader: FormItemRow; level: 2 | 3 }) {
  const link = (
    <a href={itemPath(leader, leader.language)} itemprop="url">
      <span itemprop="name">{leader.facts.person ?? leader.title}</span>
    </a>
  );
  return level === 2 ? <h2>{link}</h2> : <h3>{link}</h3>;
}

/** A real portrait where there is one, and nothing where there is none. */
function Portrait({ lang, leader: { picture, facts, title } }: { lang: Lang; leader: FormItemRow }) {
  if (!picture?.width || !picture.height) return null;
  return (
    <img
      src={fileHref(picture)}
      alt={picture.alt || directoryWords(lang).portraitOf(facts.person ?? title)}
      width={picture.width}
      height={picture.height}
      loading="lazy"
      decoding="async"
      itemprop="image"
    />
  );
}

function Full({ lang, leader: { facts } }: { lang: Lang; leader: FormItemRow }) {
  const w = directoryWords(lang);
  const duties = (facts.duties ?? '').split('\n').filter(Boolean);
  const { officePhone: phone, officeEmail: mail } = facts;
  return (
    <>
      {duties.length > 0 && (
        <>
          <p class="leader-label">{w.duties}</p>
          <ul>
            {duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        </>
      )}
      {(phone || mail) && (
        <p class="leader-contact">
          <span class="unseen">{w.contact}: </span>
          {phone && (
            <span>
              <Icon name="phone" />{' '}
              <a class="num" href={`tel:${phone.replace(/[^\d+]/g, '')}`} itemprop="telephone">
                {phone}
              </a>
            </span>
          )}
          {mail && (
            <span>
              <Icon name="mail" />{' '}
              <a href={`mailto:${mail}`} itemprop="email">
                {mail}
              </a>
            </span>
          )}
        </p>
      )}
    </>
  );
}

function Former({ lang, leaders }: { lang: Lang; leaders: readonly FormItemRow[] }) {
  const w = directoryWords(lang);
  const term = findItemForm('leader')?.fields.find(({ code }) => code === 'term');
  return (
    <section class="section" aria-labelledby="da-thoi">
      <h2 id="da-thoi">{w.former}</h2>
      <DataTable
        lang={lang}
        table={{
          caption: w.former,
          captionHidden: true,
          stacked: true,
          columns: [w.name, w.office, w.term].map((label) => ({ label })),
          rows: leaders.map((one) => [
            <a href={itemPath(one, one.language)}>{one.facts.person ?? one.title}</a>,
            one.facts.office ?? '',
            term ? factWords(term, one.facts.term ?? '', lang) : '',
          ]),
        }}
      />
    </section>
  );
}
