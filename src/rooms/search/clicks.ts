import type { Reply, RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { countClick } from './clicks-store.ts';
import { missOf, placeOf } from './rules.ts';

/** Where pages of results tell that one was opened. */
export const CLICK_PATHS = { vi: '/tim-kiem/da-mo', en: '/en/search/opened' };

const TAKEN: Reply = { kind: 'text', type: 'text/plain; charset=utf-8', status: 204, text: '' };

/**
 * Counts that a result was opened, by the day and by how far down it stood. Of the query no more is kept than of one in
 * vain; whoever asks not to be followed is not counted. The answer is the same whatever was sent: nobody reads it.
 */
export async function takeClick(ports: Ports, context: RequestContext): Promise<Reply> {
  const { form, headers, lang, now, site } = context;
  const place = placeOf(Number(form.get('place')));
  if (place === undefined || headers['sec-gpc'] === '1' || headers.dnt === '1') return TAKEN;
  const click = {
    ...{ localityId: site.localityId, portalId: site.portalId, language: lang, place, on: civilDateOf(now) },
    query: missOf(form.get('query') ?? '') ?? '',
    isCorrected: form.get('corrected') === '1',
  };
  await ports.database.transaction({ as: 'system' }, (tx) => countClick(tx, click));
  return TAKEN;
}
