import type { Ports } from '../../platform/ports.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { SearchAnswer } from './engine.ts';
import { indexMissing } from './indexing.ts';
import { cleanQuery } from './rules.ts';
import { sqlEngine } from './sql-engine.ts';

/** What searches of the whole locality find, one after the other, after what is not yet indexed has been. */
export async function searchAnswers(
  ports: Ports,
  asked: { texts: readonly string[]; localityId: number; languages: readonly Lang[]; limit: number },
  tell: (read: number) => void,
): Promise<SearchAnswer[]> {
  await indexMissing(ports, tell);
  const { texts, ...place } = asked;
  const answers: SearchAnswer[] = [];
  for (const text of texts) {
    const request = {
      ...place,
      text: cleanQuery(text),
      filters: {},
      today: civilDateOf(ports.now()),
      offset: 0,
    };
    answers.push(await ports.database.publicly((db) => sqlEngine.search(db, request)));
  }
  return answers;
}
