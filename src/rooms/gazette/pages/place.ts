import type { RequestContext } from '../../../platform/http/types.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import { numberWords } from '../../../rules/gazette/index.ts';
import type { LinkView } from '../../../ui/index.ts';
import { entryHref } from '../addresses.ts';
import type { GazettePlace } from '../entry-store.ts';
import { gazetteWords } from '../words.ts';

/** "Công báo số 12/2026, 22/11/2026, trang 5–9", with its address on the main portal. */
export function gazetteLink(
  place: GazettePlace,
  { lang, site }: Pick<RequestContext, 'lang' | 'site'>,
): LinkView {
  const w = gazetteWords(lang);
  const issue = { year: place.year, number: place.number, lastNumber: place.last_number };
  const day = formatDate(place.issued_on, lang, 'short');
  const pages = w.pagesOf(place.first_page, place.last_page);
  return {
    href: (site.isMain ? '' : site.mainOrigin) + entryHref(lang, issue, place.position),
    text: [w.issueName(numberWords(issue), issue.year), day, pages].join(', '),
  };
}
