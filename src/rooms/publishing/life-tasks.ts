import type { Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Task } from '../../platform/room.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import { addDays, type CivilDate, civilDateOf, formatDate, instantOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Profile } from '../../rules/profile/index.ts';
import { listPortals, profileInForce } from '../portals/index.ts';
import { listReviews, type ReviewRow } from './expiry-store.ts';
import { REMIND_DAYS } from './life-rules.ts';
import { lifeWords } from './life-words.ts';
import { lifePaths } from './pages/life-parts.tsx';
import { permits } from './permits.ts';
import { translationDuties } from './translating.ts';
import { listTranslations } from './translation-store.ts';
import { publishingWords } from './words.ts';

const MOST_TASKS = 100;

/** What the life of items asks of a person: reviews that come, translations that fell behind, those that are missing. */
export async function lifeTasks(
  tx: Transaction,
  { profile, todayOn }: LifeToday,
  person: Person,
  lang: Lang,
): Promise<Task[]> {
  return [
    ...(await reviewTasks(tx, todayOn, person, lang)),
    ...(await translationTasks(tx, { profile, todayOn }, person, lang)),
  ];
}

/** The day, and the regulation in force on it. */
export interface LifeToday {
  profile: Profile;
  todayOn: CivilDate;
}

export async function lifeToday(ports: Ports, { localityId }: Person): Promise<LifeToday> {
  const todayOn = civilDateOf(ports.now());
  return { todayOn, profile: await profileInForce(ports, localityId, todayOn) };
}

async function reviewTasks(tx: Transaction, today: CivilDate, person: Person, lang: Lang): Promise<Task[]> {
  const answers = portalsPermitted(person, permits, 'publishing.keep');
  const [early] = REMIND_DAYS;
  const writes = portalsPermitted(person, permits, 'publishing.write');
  const rows = await listReviews(tx, {
    ...{ portalIds: writes, until: addDays(today, early), limit: MOST_TASKS },
  });
  const isMine = (row: ReviewRow) => row.set_by === person.personId || answers.includes(row.portal_id);
  const w = lifeWords[lang].task;
  return rows.filter(isMine).map((row) => {
    const day = formatDate(row.review_on, lang, 'short');
    return {
      id: `publishing:review:${row.item_id}`,
      room: publishingWords(lang).task.room,
      portalId: row.portal_id,
      title: row.title,
      note: row.review_on < today ? w.overdue(day) : w.review(day),
      dueAt: instantOf(addDays(row.review_on, 1), '00:00'),
      action: { label: w.doReview, href: lifePaths.life(lang, row.item_id) },
    };
  });
}

/** Each translation that fell behind is a task of its own; those that are missing are one, for who answers for content. */
async function translationTasks(
  tx: Transaction,
  { profile, todayOn: on }: LifeToday,
  person: Person,
  lang: Lang,
): Promise<Task[]> {
  const portalIds = portalsPermitted(person, permits, 'publishing.keep');
  if (portalIds.length === 0) return [];
  const w = lifeWords[lang].task;
  const { room } = publishingWords(lang).task;
  const older = await listTranslations(tx, { portalIds, state: 'older', required: [], limit: MOST_TASKS });
  const tasks: Task[] = older.map((row) => ({
    ...{ id: `publishing:translation:${row.item_id}`, room, portalId: row.portal_id, title: row.title },
    note: w.older,
    action: { label: w.doCompare, href: lifePaths.compare(lang, row.item_id) },
  }));
  const portals = (await listPortals(tx, person.localityId)).filter(({ id }) => portalIds.includes(id));
  for (const portal of portals) {
    const duties = translationDuties(profile, portal.is_main ? 'main' : 'member', on);
    const [duty] = duties;
    if (!duty) continue;
    const required = [{ portalId: portal.id, kinds: duties.flatMap(({ kinds }) => kinds) }];
    const needed = await listTranslations(tx, {
      ...{ portalIds: [portal.id], state: 'needed', required, limit: MOST_TASKS },
    });
    const missing = needed.filter((row) => row.publication_id === null && row.open_edition_id === null);
    if (missing.length === 0) continue;
    tasks.push({
      ...{ id: `publishing:translations:${portal.id}`, room, portalId: portal.id },
      title: lifeWords[lang].translations,
      note: w.missing(missing.length, duty.article),
      action: { label: w.doList, href: lifePaths.translations(lang) },
    });
  }
  return tasks;
}
