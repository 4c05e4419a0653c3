import type { RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Columns, ItemList, KeyList, Section } from '../../../ui/index.ts';
import { type SectionRow, sectionHref, sectionName, type Unit } from '../../portals/index.ts';
import { type ListedRow, listShelves } from '../store.ts';
import { itemView } from '../views.ts';
import { words } from '../words.ts';

/** Newest items of each section of a unit. */
const EACH = 4;

/** The sections of a unit with what is newest in each, read in one round trip. */
export function unitShelves(ports: Ports, { lang }: RequestContext, sections: readonly SectionRow[]) {
  if (sections.length === 0) return Promise.resolve(new Map<string, ListedRow[]>());
  return ports.database.publicly((db) =>
    listShelves(db, {
      ...{ sections: sections.map(({ id }) => ({ key: String(id), id })), portals: [] },
      ...{ lang, each: EACH },
    }),
  );
}

/** The site of a unit inside the portal of its body: who it is, how to reach it, and what is new in each of its sections. */
export function UnitSite(props: {
  lang: Lang;
  unit: Unit;
  sections: readonly SectionRow[];
  shelves: ReadonlyMap<string, ListedRow[]>;
}) {
  const { lang, unit, sections, shelves } = props;
  const w = words[lang];
  const filled = sections.filter(({ id }) => (shelves.get(String(id)) ?? []).length > 0);
  return (
    <>
      <KeyList
        rows={[
          ...(unit.head[lang] ? [{ key: w.unitHead, value: unit.head[lang] }] : []),
          { key: w.address, value: unit.address[lang] },
          { key: w.phone, value: <a href={`tel:${unit.phone.replace(/[^\d+]/g, '')}`}>{unit.phone}</a> },
          ...(unit.email ? [{ key: w.email, value: <a href={`mailto:${unit.email}`}>{unit.email}</a> }] : []),
        ]}
      />
      {filled.length > 0 && (
        <Columns>
          {filled.map((section) => {
            const name = sectionName(section, lang);
            return (
              <Section
                key={section.id}
                id={`muc-${section.id}`}
                title={name}
                more={{ href: sectionHref(section, lang), text: w.more(name) }}
              >
                <ItemList
                  items={(shelves.get(String(section.id)) ?? []).map((row) => ({
                    ...itemView(row, lang),
                    kind: undefined,
                  }))}
                />
              </Section>
            );
          })}
        </Columns>
      )}
    </>
  );
}
