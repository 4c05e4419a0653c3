import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import {
  addDays,
  type CivilDate,
  civilDateOf,
  formatDate,
  instantOf,
  timeOf,
} from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  DeskList,
  DeskRow,
  DeskTitle,
  dotted,
  EmptyState,
  GroupHeader,
} from '../../../ui/index.ts';
import type { PortalRow } from '../../portals/index.ts';
import { listSetMoments, type SetMoment } from '../expiry-store.ts';
import { lifeWords } from '../life-words.ts';
import { namesOfPortals, readablePortals, reading } from '../queries.ts';
import { publishingWords } from '../words.ts';
import { LifeDone, lifePaths } from './life-parts.tsx';
import { page, paths } from './parts.tsx';

const DAYS_AHEAD = 60;
const MOST_ROWS = 500;

/** What is set to go on or off line, and to be looked at, day by day. */
export async function showSetTimes(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, now } = context;
  const until = instantOf(addDays(civilDateOf(now), DAYS_AHEAD), '00:00');
  const view = await reading(ports, person, async (tx) => {
    const portals = await readablePortals(tx, person);
    const filter = { portalIds: portals.map(({ id }) => id), until, limit: MOST_ROWS };
    return { portals, moments: await listSetMoments(tx, filter) };
  });
  return page(setTimesPage(ports, context, view));
}

const dayOf = (one: SetMoment): CivilDate | undefined =>
  one.day ?? (one.at ? civilDateOf(one.at) : undefined);

function setTimesPage(
  ports: Ports,
  context: StaffContext,
  { portals, moments }: { portals: PortalRow[]; moments: SetMoment[] },
): string {
  const { lang, now } = context;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const today = civilDateOf(now);
  const byDay = new Map<CivilDate, SetMoment[]>();
  for (const one of moments) {
    const day = dayOf(one);
    if (day) byDay.set(day, [...(byDay.get(day) ?? []), one]);
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return deskFrame(
    ports,
    context,
    { title: w.setTimes, keys: true },
    <>
      <Breadcrumb lang={lang} links={[{ href: paths.list(lang), text: p.items }]} here={w.setTimes} />
      <DeskTitle eyebrow={p.items} title={w.setTimes}>
        <p class="note">{w.setTimesLead}</p>
      </DeskTitle>
      <LifeDone context={context} />
      {days.length === 0 && (
        <EmptyState title={w.setTimesNone} links={[{ href: paths.list(lang), text: p.items }]} />
      )}
      {days.map(([day, found]) => (
        <div key={day}>
          <GroupHeader
            id={`ngay-${day}`}
            title={formatDate(day, lang)}
            note={p.count(found.length)}
            overdue={day < today}
          />
          <DeskList labelledBy={`ngay-${day}`}>
            {found.map((one) => (
              <Line
                key={`${one.what}${one.item_id}${one.language}`}
                lang={lang}
                portals={portals}
                one={one}
                today={today}
              />
            ))}
          </DeskList>
        </div>
      ))}
    </>,
  );
}

function Line(props: { lang: Lang; portals: PortalRow[]; one: SetMoment; today: CivilDate }) {
  const { lang, portals, one, today } = props;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const href = one.what === 'on' ? paths.item(lang, one.item_id) : lifePaths.life(lang, one.item_id);
  const isOverdue = one.day !== null && one.day < today;
  return (
    <DeskRow
      lang={lang}
      href={href}
      room={dotted(
        lang === 'vi' ? one.section_vi : one.section_en,
        portals.length > 1 && namesOfPortals(portals, lang).get(one.portal_id),
        one.language !== lang && p.languages[one.language],
      )}
      title={one.title || p.untitled}
      sub={dotted(
        one.at && timeOf(one.at),
        isOverdue ? w.overdueReview : w.momentWords[one.what],
        one.expires_as && w.expiresAsChoices[one.expires_as],
      )}
      next={{ href, text: one.what === 'on' ? w.reschedule : p.open }}
    />
  );
}
