import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { Lang } from '../../rules/lang.ts';
import { Field, FilterBar } from '../../ui/index.ts';
import { type PortalRow, portalName } from '../portals/index.ts';
import type { FacetValue, SearchAnswer, SearchFilters } from './engine.ts';
import { type Asked, addressOf, FILTER_NAMES } from './forms.ts';
import { KIND_CHOICES, words } from './words.ts';

interface QuestionProps {
  lang: Lang;
  asked: Asked;
  answer: SearchAnswer;
  portals: readonly PortalRow[];
}

/** The form of a search, with what its results can be narrowed to. */
export function Question({ lang, asked, answer, portals }: QuestionProps) {
  const w = words[lang];
  const isNarrowed = Object.values(asked.filters).some((value) => value !== undefined);
  return (
    <FilterBar
      lang={lang}
      action={PUBLIC_PATHS.search[lang]}
      result={
        answer.total > 0 ? w.found(answer.isCut ? w.more(answer.total) : String(answer.total)) : undefined
      }
      clearHref={isNarrowed ? addressOf(lang, asked, { filters: {} }) : undefined}
    >
      <Field lang={lang} kind="search" id="tim" name="q" label={w.label} help={w.help} value={asked.text} />
      <Field
        lang={lang}
        kind="select"
        name="o"
        label={w.where}
        value={asked.everywhere ? 'tinh' : 'day'}
        choices={[
          { value: 'day', text: w.here },
          { value: 'tinh', text: w.everywhere },
        ]}
      />
      <Field
        lang={lang}
        kind="select"
        name="nn"
        label={w.language}
        value={asked.bothLanguages ? 'ca-hai' : ''}
        choices={[
          { value: '', text: w.ownLanguage },
          { value: 'ca-hai', text: w.bothLanguages },
        ]}
      />
      {facetFields({ lang, asked, answer, portals }).map((field) => (
        <Field key={field.name} lang={lang} kind="select" {...field} />
      ))}
    </FilterBar>
  );
}

/** A filter stands where it would part the results, or where it is on. */
function facetFields({ lang, asked, answer, portals }: QuestionProps) {
  const w = words[lang];
  const nameOfPortal = (id: string) => {
    const portal = portals.find((one) => String(one.id) === id);
    return portal ? portalName(portal, lang) : id;
  };
  const labels: Record<keyof SearchFilters, string> = {
    ...{ kind: w.kind, portalId: w.portal, field: w.field },
    ...{ issuer: w.issuer, year: w.year, state: w.state },
  };
  const textOf = (name: keyof SearchFilters, value: string): string => {
    if (name === 'kind')
      return (KIND_CHOICES as Record<string, { vi: string; en: string }>)[value]?.[lang] ?? value;
    if (name === 'portalId') return nameOfPortal(value);
    if (name === 'state') return (w.states as Record<string, string>)[value] ?? value;
    return value;
  };
  const names = Object.keys(FILTER_NAMES) as (keyof SearchFilters)[];
  return names.flatMap((name) => {
    if (name === 'portalId' && !asked.everywhere) return [];
    const on = name === 'issuer' ? (answer.issuer?.name ?? asked.filters.issuer) : asked.filters[name];
    const values = withChosen(answer.facets[name], on);
    if (values.length < 2 && on === undefined) return [];
    return [
      {
        name: FILTER_NAMES[name],
        label: labels[name],
        value: on === undefined ? '' : String(on),
        choices: [
          { value: '', text: w.all },
          ...values.map(({ value, count }) => ({ value, text: w.value(textOf(name, value), count) })),
        ],
      },
    ];
  });
}

function withChosen(values: readonly FacetValue[], chosen: string | number | undefined): FacetValue[] {
  const isThere = chosen === undefined || values.some(({ value }) => value === String(chosen));
  return isThere ? [...values] : [{ value: String(chosen), count: 0 }, ...values];
}
