import type { Queryable } from '../../platform/db/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import {
  type BrokenLink,
  endLinksOfPast,
  keepBrokenLinks,
  type LinkedEdition,
  listLinkedEditions,
} from './broken-link-store.ts';
import { checkContent } from './checks.ts';
import { EMPTY_CONTENT } from './forms.ts';
import { linkStandings } from './link-standings.ts';
import { placeText } from './submitting.ts';

/** As many as one transaction looks at: a page of them is read, judged and kept together. */
const EDITIONS_AT_ONCE = 200;

/**
 * Each night: where the links of public copies and of open drafts lead that stay inside the installation. What leads nowhere
 * is kept until it is mended, and waits among the tasks of the portal's content administrator. Safe to run twice.
 */
export const checkLinks: JobDefinition<Ports> = {
  name: 'publishing.checkLinks',
  retryLimit: 3,
  cron: '20 2 * * *',
  async run(ports) {
    let after = 0;
    for (let more = true; more; ) {
      after = await ports.database.transaction({ as: 'system' }, async (tx) => {
        const editions = await listLinkedEditions(tx, after, EDITIONS_AT_ONCE);
        const judged: (LinkedEdition & { broken: BrokenLink[] })[] = [];
        for (const edition of editions) judged.push({ ...edition, broken: await brokenIn(tx, edition) });
        if (judged.length > 0) await keepBrokenLinks(tx, judged, ports.now());
        more = editions.length === EDITIONS_AT_ONCE;
        return editions.at(-1)?.edition_id ?? after;
      });
    }
    await ports.database.transaction({ as: 'system' }, (tx) => endLinksOfPast(tx, ports.now()));
  },
};

async function brokenIn(db: Queryable, edition: LinkedEdition): Promise<BrokenLink[]> {
  const standingOf = await linkStandings(db, {
    ...{ portalId: edition.portal_id, localityId: edition.locality_id, bodyHtml: edition.body_html },
  });
  const content = { ...EMPTY_CONTENT, bodyHtml: edition.body_html };
  return checkContent(content, edition.language, { standingOf })
    .filter(({ code }) => code === 'link-missing')
    .map(({ words, place }) => ({
      href: words,
      words,
      place: place ? placeText(place) : '',
      standing: standingOf(words) === 'withdrawn' ? 'withdrawn' : 'missing',
    }));
}
