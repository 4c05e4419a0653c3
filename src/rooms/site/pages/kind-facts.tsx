import type { RequestContext, Site } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { type CivilDate, civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { findItemForm, isOver, periodOf } from '../../../rules/item-forms/index.ts';
import { documentNumberKey, foldVietnamese } from '../../../rules/text/index.ts';
import { Callout, FormFacts } from '../../../ui/index.ts';
import { listByNumbers } from '../../library/index.ts';
import { localityFactsKey, localityPortals, originOf, portalName } from '../../portals/index.ts';
import { kindWords } from '../kind-words.ts';
import type { ArticleRow } from '../store.ts';
import { documentAddresses } from './document.tsx';

type WithFacts = Pick<ArticleRow, 'form' | 'facts'>;

/** The numbers of documents that stand in the fields of an item. */
function numbersIn({ form, facts }: WithFacts): string[] {
  return (findItemForm(form)?.fields ?? []).flatMap(({ code, kind }) => {
    const value = facts[code];
    return kind === 'document' && value ? [value] : [];
  });
}

/** What an item says in the fields of its form, with the documents and portals they lead to; null for an article. */
export async function kindFacts(ports: Ports, context: RequestContext, article: WithFacts) {
  const form = findItemForm(article.form);
  if (!form) return null;
  const { site, lang } = context;
  const keys = numbersIn(article).map(documentNumberKey);
  const held = await ports.database.publicly((db) => listByNumbers(db, site.localityId, keys, lang));
  const { hrefOf } = await documentAddresses(ports, context);
  const byKey = new Map(held.map((one) => [one.number_key, hrefOf(one)]));
  const place = form.code === 'boundary-map' ? await portalsByName(ports, context) : undefined;
  const ended = form.ends ? endOf(article.facts[form.ends], civilDateOf(context.now)) : undefined;
  const w = kindWords(lang);
  return (
    <>
      {ended && (
        <Callout tone="warn" title={w.over(formatDate(ended, lang, 'short'))}>
          <p>{w.overNote}</p>
        </Callout>
      )}
      <FormFacts
        lang={lang}
        form={form}
        facts={article.facts}
        links={{
          document: (number) => byKey.get(documentNumberKey(number)),
          ...(place ? { place: (name) => place.get(foldVietnamese(name)) } : {}),
        }}
      />
    </>
  );
}

/** The last day of a period that is over. */
function endOf(period: string | undefined, today: CivilDate): CivilDate | undefined {
  return isOver(period, today) ? periodOf(period)?.to : undefined;
}

/** Portals of the locality by every name they go by. */
async function portalsByName(ports: Ports, { site, lang }: RequestContext): Promise<Map<string, string>> {
  const portals = await localityPortals(ports, site.localityId);
  const from = originOf(ports, portals);
  return new Map(
    portals.flatMap((portal) => {
      const href = (from(portal.id)?.origin ?? '') + (lang === 'en' ? '/en' : '/');
      const names = [portal.name_vi, portal.name_en, portalName(portal, 'vi')];
      return [...names, ...names.map((name) => name.replace(/^Ủy ban nhân dân\s+/i, ''))].map(
        (name): [string, string] => [foldVietnamese(name), href],
      );
    }),
  );
}

/** What a page with such fields depends on beyond its item: documents that come, portals that open. */
export function kindKeys(site: Site, article: WithFacts): string[] {
  return [
    ...(numbersIn(article).length > 0 ? [`locality:${site.localityId}`] : []),
    ...(article.form === 'boundary-map' ? [localityFactsKey(site.localityId)] : []),
  ];
}
