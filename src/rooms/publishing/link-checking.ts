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
 * Each night: where the links of public copies and of open drafts lead, inside the installation and, by what was heard before
 * (`outside-asking.ts`), outside. What leads nowhere is kept until it is mended, and waits among the tasks of the portal's
 * content administrator. Safe to run twice.
 */
export const checkLinks: JobDefinition<Ports> = {
  name: 'publishing.checkLinks',
  retryLimit: 3,
  cron: '20 2 * * *',
  async run(ports) {
    const now = ports.now();
    let after = 0;
    for (let more = true; more; ) {
      after = await ports.database.transaction({ as: 'system' }, async (tx) => {
        const editions = await listLinkedEditions(tx, after, EDITIONS_AT_ONCE);
        const judged: (LinkedEdition & { broken: BrokenLink[] })[] = [];
        for (const edition of editions) judged.push({ ...edition, broken: await brokenIn(tx, edition, now) });
        if (judged.length > 0) await keepBrokenLinks(tx, judged, now);
        more = editions.length === EDITIONS_AT_ONCE;
        return editions.at(-1)?.edition_id ?? after;
      });
    }
    await ports.database.transaction({ as: 'system' }, (tx) => endLinksOfPast(tx, now));
  },
};

async function brokenIn(db: Queryable, edition: LinkedEdition, now: Date): Promise<BrokenLink[]> {
  const text = { bodyHtml: edition.body_html, sourceUrl: edition.source_url };
  const where = { portalId: edition.portal_id, localityId: edition.locality_id };
  const standingOf = await linkStandings(db, { ...where, ...text }, now);
  const standings = (href: string): BrokenLink['standing'] => {
    const standing = standingOf(href);
    if (typeof standing === 'object') return 'unreachable';
    return standing === 'withdrawn' ? 'withdrawn' : 'missing';
  };
  return checkContent({ ...EMPTY_CONTENT, ...text }, edition.language, { standingOf })
    .filter(({ code }) => code === 'link-missing' || code === 'link-outside')
    .map(({ words, href = words, place }) => ({
      ...{ href, words, place: place ? placeText(place) : '', standing: standings(href) },
    }));
}
