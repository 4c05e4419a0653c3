import { deskFrame } from '../../../desk-frame.tsx';
import { scopeOf } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { type CivilDate, civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Chips,
  DataTable,
  DeskTitle,
  EmptyState,
  FormSection,
  Icon,
  StatePill,
  ToolBar,
} from '../../../ui/index.ts';
import { listSections, type PortalRow, portalName, type SectionRow } from '../../portals/index.ts';
import { type Holder, listColleagues, readablePortals, STATE_WORDS } from '../../publishing/index.ts';
import { planTopic } from '../commands.ts';
import { readMonth, readTopic } from '../forms.ts';
import { permits } from '../permits.ts';
import { monthBeside, monthOf, weeksOf } from '../rules.ts';
import { listTopics, type TopicRow } from '../store.ts';
import { planningWords } from '../words.ts';
import { Done, Problems, paths, sectionName, TopicForm } from './parts.tsx';

interface PlanView {
  portals: PortalRow[];
  portal: PortalRow;
  sections: SectionRow[];
  colleagues: Holder[];
  topics: TopicRow[];
  month: CivilDate;
  today: CivilDate;
}

/** What is planned for a month, as a list or as a page of the calendar, and the form for another topic. */
export async function showPlan(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const { person, query, form, now } = context;
  const today = civilDateOf(now);
  const month = readMonth(query.get('thang')) ?? monthOf(today);
  const view = await ports.database.transaction(
    scopeOf(person),
    async (tx): Promise<PlanView | undefined> => {
      const portals = await readablePortals(tx, person);
      const asked = readId(form.get('cong') ?? query.get('cong'));
      const portal = asked === undefined ? portals[0] : portals.find(({ id }) => id === asked);
      if (!portal) return undefined;
      const weeks = weeksOf(month);
      return {
        ...{ portals, portal, month, today },
        sections: await listSections(tx, portal.id),
        colleagues: await listColleagues(tx, portal.id, now),
        topics: await listTopics(tx, {
          ...{ portalIds: [portal.id], from: weeks[0]?.[0] ?? month },
          through: weeks.at(-1)?.at(-1) ?? month,
        }),
      };
    },
  );
  if (!view) return { kind: 'missing' };
  return { kind: 'page', html: planPage(ports, context, view, refusal), status: refusal ? 422 : 200 };
}

/** Adds a topic. */
export async function addTopic(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person, lang } = context;
  const portalId = readId(form.get('cong')) ?? 0;
  const topic = readTopic(form);
  try {
    await ports.perform(person, planTopic, { ...topic, portalId });
    const to = `${paths.plan(lang)}?cong=${portalId}&thang=${topic.plannedOn.slice(0, 7)}&xong=them`;
    return { kind: 'redirect', to, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showPlan(ports, context, error);
  }
}

function planPage(ports: Ports, context: StaffContext, view: PlanView, refusal: Refusal | undefined): string {
  const { lang, query, person } = context;
  const w = planningWords(lang);
  const { portal, month, portals } = view;
  const isMonth = query.get('kieu') === 'lich';
  const here = (change: Record<string, string>) =>
    `${paths.plan(lang)}?${new URLSearchParams({
      ...{ cong: String(portal.id), thang: month.slice(0, 7) },
      ...(isMonth ? { kieu: 'lich' } : {}),
      ...change,
    })}`;
  const own = view.topics.filter(({ planned_on }) => monthOf(planned_on) === month);
  return deskFrame(
    ports,
    context,
    { title: w.title, portalName: portalName(portal, lang) },
    <>
      <DeskTitle eyebrow={portalName(portal, lang)} title={`${w.title}: ${monthName(month, lang)}`}>
        <ToolBar>
          <a href={`${paths.targets(lang)}?cong=${portal.id}`}>{w.targets}</a>
        </ToolBar>
      </DeskTitle>
      <Done context={context} />
      <Problems lang={lang} refusal={refusal} />
      {portals.length > 1 && portals.length <= 12 && (
        <Chips
          label={w.portal}
          chips={portals.map((one) => ({
            href: here({ cong: String(one.id) }),
            text: portalName(one, lang),
            current: one.id === portal.id,
          }))}
        />
      )}
      <Chips
        label={w.view}
        chips={[
          { href: here({ kieu: 'ds' }), text: w.views.list, current: !isMonth },
          { href: here({ kieu: 'lich' }), text: w.views.month, current: isMonth },
        ]}
      />
      {isMonth ? (
        <MonthPage lang={lang} view={view} />
      ) : own.length === 0 ? (
        <EmptyState title={w.none}>
          <p>{w.noneWhat}</p>
        </EmptyState>
      ) : (
        <TopicTable lang={lang} topics={own} today={view.today} />
      )}
      <nav class="pager" aria-label={w.title}>
        <a href={here({ thang: monthBeside(month, -1).slice(0, 7) })} rel="prev">
          <Icon name="arrow-left" /> {w.before}
        </a>
        <a href={here({ thang: monthBeside(month, 1).slice(0, 7) })} rel="next">
          {w.after} <Icon name="arrow-right" />
        </a>
      </nav>
      {isPermitted(person, permits, 'planning.plan', portal.id) && (
        <FormSection id="them" title={w.add}>
          <TopicForm
            context={context}
            action={paths.plan(lang)}
            hidden={{ cong: String(portal.id) }}
            label={w.add}
            sections={view.sections}
            colleagues={view.colleagues}
            refusal={refusal}
          />
        </FormSection>
      )}
    </>,
  );
}

function monthName(month: CivilDate, lang: Lang): string {
  return planningWords(lang).month(month.slice(5, 7), month.slice(0, 4));
}

/** Where a topic stands: its item's state once begun; late when its day has passed unbegun. */
export function TopicState({ lang, topic, today }: { lang: Lang; topic: TopicRow; today: CivilDate }) {
  const w = planningWords(lang);
  if (topic.item_state) {
    const tone = topic.item_state === 'published' ? 'good' : 'warn';
    return <StatePill tone={tone}>{STATE_WORDS[topic.item_state][lang]}</StatePill>;
  }
  if (topic.state === 'planned' && topic.planned_on < today)
    return <StatePill tone="bad">{w.late}</StatePill>;
  return <StatePill>{w.states[topic.state]}</StatePill>;
}

function TopicTable({ lang, topics, today }: { lang: Lang; topics: readonly TopicRow[]; today: CivilDate }) {
  const w = planningWords(lang);
  const c = w.columns;
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.title,
        captionHidden: true,
        stacked: true,
        columns: [c.title, c.on, c.section, c.person, c.state].map((label) => ({ label })),
        rows: topics.map((topic) => [
          <a href={paths.topic(lang, topic.id)}>{topic.title}</a>,
          formatDate(topic.planned_on, lang, 'weekdayDayMonth'),
          lang === 'vi' ? topic.section_vi : topic.section_en,
          topic.person_name ?? w.nobody,
          <TopicState lang={lang} topic={topic} today={today} />,
        ]),
      }}
    />
  );
}

/** The month as a table of weeks; a reader hears the weekday of each cell. */
function MonthPage({ lang, view }: { lang: Lang; view: PlanView }) {
  const { month, topics, today, sections } = view;
  const w = planningWords(lang);
  const nameOf = (id: number) => {
    const section = sections.find((one) => one.id === id);
    return section ? sectionName(section, lang) : '';
  };
  return (
    <div class="table-scroll" role="region" tabindex={0} aria-label={monthName(month, lang)}>
      <table class="month-page">
        <caption class="unseen">{`${w.title}: ${monthName(month, lang)}`}</caption>
        <thead>
          <tr>
            {w.weekdays.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((on) => (
                <td key={on} class={monthOf(on) === month ? undefined : 'month-other'}>
                  <p class={on === today ? 'month-day month-today num' : 'month-day num'}>
                    <time dateTime={on}>{formatDate(on, lang, 'dayMonth')}</time>
                  </p>
                  <ul>
                    {topics
                      .filter(({ planned_on }) => planned_on === on)
                      .map((topic) => (
                        <li key={topic.id}>
                          <a href={paths.topic(lang, topic.id)}>{topic.title}</a>
                          <p class="note">{nameOf(topic.section_id)}</p>
                        </li>
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
