import type { Ports } from '../../platform/ports.ts';
import type { Task } from '../../platform/room.ts';
import type { Person } from '../../rules/access/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { inquiryRules, nationalOn } from '../../rules/profile/index.ts';
import { drawnClock } from '../duties/index.ts';
import { localityPortals, profileInForce } from '../portals/index.ts';
import { listBoard, listWithoutEnglish } from './board-store.ts';
import { answeringPortals, type BoardLine, linesOf } from './desk-queries.ts';
import { deskWords, ROOM_WORDS } from './desk-words.ts';
import { INTAKE_RULES } from './intakes.ts';
import { paths } from './pages/desk-parts.tsx';
import { handledPortals, reading } from './queries.ts';
import { type Content, openJson } from './sealed.ts';

const MOST_TASKS = 200;

/** What waits for the person in this room: only steps he may take himself, his own draft never for his own signature. */
export async function listTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const mine = handledPortals(person);
  if (mine.length === 0) return [];
  const withEnglish = await englishPortals(ports, person);
  return reading(ports, person, async (tx) => {
    const rows = await listBoard(tx, {
      ...{ tab: 'open', mine, localityId: person.localityId, limit: MOST_TASKS },
    });
    const lines = await linesOf(ports, tx, person, rows, lang);
    const english = await listWithoutEnglish(tx, withEnglish, MOST_TASKS);
    const w = deskWords(lang);
    return [
      ...lines.flatMap((line) => taskOf(line, lang)),
      // LC-043: written in the editor of the item; no text sets a day for it
      ...english.map((row) => ({
        id: `inquiries:english:${row.id}`,
        room: ROOM_WORDS[lang],
        portalId: row.portal_id,
        title: openJson<Content>(ports.seal, row.code_digest, 'content', row.content)?.title ?? w.untitled,
        note: w.english,
        action: { label: w.writeEnglish, href: paths.item(lang, row.item_id) },
      })),
    ];
  });
}

/** Portals of the person on which a text wants answers to foreigners in English too (LC-043). */
async function englishPortals(ports: Ports, person: Person): Promise<number[]> {
  const answers = answeringPortals(person);
  const on = civilDateOf(ports.now());
  const profile = await profileInForce(ports, person.localityId, on);
  const { english } = inquiryRules(profile, nationalOn(ports.profiles, profile, on), on);
  if (!english) return [];
  const portals = await localityPortals(ports, person.localityId);
  return portals
    .filter(
      ({ id, is_main }) => answers.includes(id) && english.portals.includes(is_main ? 'main' : 'member'),
    )
    .map(({ id }) => id);
}

function taskOf({ row, title, clock, next }: BoardLine, lang: Lang): Task[] {
  if (!next) return [];
  const w = deskWords(lang);
  return [
    {
      id: `inquiries:${next}:${row.id}`,
      room: ROOM_WORDS[lang],
      portalId: row.portal_id,
      title: title ?? w.untitled,
      note: `${w.number(INTAKE_RULES[row.intake].name[lang], row.id)} · ${w.notes[next]}`,
      ...(clock?.dueAt ? { dueAt: clock.dueAt } : {}),
      ...(clock ? { clockId: clock.id, clock: drawnClock(clock) } : {}),
      action: { label: w.next[next], href: paths.one(lang, row.id) },
    },
  ];
}
