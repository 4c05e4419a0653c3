import type { Ports } from '../../platform/ports.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { SearchAnswer } from './engine.ts';
import { indexMissing } from './indexing.ts';
import { cleanQuery } from './rules.ts';
import { sqlEngine } from './sql-engine.ts';

/** What a search of the whole locality finds, after what is not yet indexed has been. */
export async function searchAnswer(
  ports: Ports,
  asked: { text: string; localityId: number; languages: readonly Lang[]; limit: number },
  tell: (read: number) => void,
): Promise<SearchAnswer> {
  await indexMissing(ports, tell);
  return ports.database.publicly((db) =>
    sqlEngine.search(db, {
      ...{ ...asked, text: cleanQuery(asked.text), filters: {} },
      ...{ today: civilDateOf(ports.now()), offset: 0 },
    }),
  );
}
