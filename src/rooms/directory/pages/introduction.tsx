import { itemPath } from '../../../platform/http/paths.ts';
import type { RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import { formsFor, tellingOf } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Columns, IconLinks } from '../../../ui/index.ts';
import { DIRECTORY_PATHS } from '../addresses.ts';
import { leadersOn } from '../rules.ts';
import { type FormItemRow, listFormItems } from '../store.ts';
import { directoryWords } from '../words.ts';
import { LeaderCards } from './leaders-page.tsx';

/** Forms an introduction is put together from, in the order of the articles; the chart and the leaders have pages too. */
const FORMS = formsFor(['introduction']).get('introduction') ?? [];

/**
 * The introduction of a portal out of what it has published: chart, leaders, then each form that is filled. What is missing
 * is not mentioned here; the desk says it.
 *
 * @returns nothing where no item of an introduction has a form
 */
export async function introductionOf(ports: Ports, { site, lang, now }: RequestContext) {
  const { localityId, portalId } = site;
  const forms = FORMS.map(({ code }) => code);
  const items = await ports.database.publicly((db) =>
    listFormItems(db, { localityId, portalId, forms, lang }),
  );
  if (items.length === 0) return undefined;
  const { current } = leadersOn(
    items.filter(({ form }) => form === 'leader'),
    civilDateOf(now),
  );
  return {
    shown: items.map((one) => one.item_id),
    part: <Introduction lang={lang} items={items} leaders={current} />,
  };
}

function Introduction(props: { lang: Lang; items: readonly FormItemRow[]; leaders: readonly FormItemRow[] }) {
  const { lang, items, leaders } = props;
  const w = directoryWords(lang);
  return (
    <div class="introduction">
      <IconLinks
        links={[{ href: DIRECTORY_PATHS.structure[lang], text: w.seeStructure, icon: 'building-2' }]}
      />
      {leaders.length > 0 && (
        <section class="section" aria-labelledby="lanh-dao">
          <h2 id="lanh-dao">{w.leaders}</h2>
          <LeaderCards lang={lang} leaders={leaders} level={3} />
          <p>
            <a href={DIRECTORY_PATHS.leaders[lang]}>{w.allLeaders}</a>
          </p>
        </section>
      )}
      <Columns>
        {FORMS.filter(({ code }) => code !== 'leader').map((form) => {
          const own = items.filter((one) => one.form === form.code);
          if (own.length === 0) return null;
          return (
            <section key={form.code} class="section" aria-labelledby={`gt-${form.code}`}>
              <h2 id={`gt-${form.code}`}>{form.name[lang]}</h2>
              <ul class="introduction-list">
                {own.map((one) => (
                  <li key={one.item_id} lang={one.language === lang ? undefined : one.language}>
                    <a href={itemPath(one, one.language)}>{one.title}</a>
                    <span class="note">{tellingOf(form, one.facts, one.language)}</span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </Columns>
    </div>
  );
}
