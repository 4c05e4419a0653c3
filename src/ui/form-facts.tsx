import type { ComponentChildren } from 'preact';
import type { FormFacts as Facts, ItemForm, ShownFact, ShownTable } from '../rules/item-forms/index.ts';
import { shownFacts } from '../rules/item-forms/index.ts';
import type { Lang } from '../rules/lang.ts';
import { Icon } from './icons.tsx';
import { Callout, DataTable, KeyList } from './records.tsx';

/** What the fields of an item lead to, by the page that knows. */
export interface FactLinks {
  /** The document of the library with a number. */
  document?(number: string): string | undefined;
  /** The portal of a commune, by its name in the first cell of a table. */
  place?(name: string): string | undefined;
}

export interface FormFactsProps {
  readonly lang: Lang;
  readonly form: ItemForm;
  readonly facts: Facts;
  readonly links?: FactLinks | undefined;
  /** Of the edition: the facts are in it. */
  readonly textLang?: Lang | undefined;
}

const WORDS = {
  vi: {
    claimed: 'Thông tin không đúng',
    true: 'Sự thật',
    advertisement: 'Quảng cáo',
    whatToDo: 'Việc cần làm',
  },
  en: {
    claimed: 'What was claimed',
    true: 'What is true',
    advertisement: 'Advertisement',
    whatToDo: 'What to do',
  },
} as const;

/** Fields that stand in a place of their own, by form. */
const APART: Readonly<Record<string, readonly string[]>> = {
  clarification: ['claim', 'quotation', 'correction'],
  emergency: ['level', 'advice', 'hotline'],
};

/** The fields of an item as everybody reads them: at a glance, in paragraphs, in tables; some forms in a way of their own. */
export function FormFacts(props: FormFactsProps) {
  const { lang, form, facts } = props;
  const apart = APART[form.code] ?? [];
  const rest = Object.fromEntries(Object.entries(facts).filter(([code]) => !apart.includes(code)));
  const { glance, blocks, tables } = shownFacts(form, rest, lang);
  return (
    <div class={`form-facts form-${form.code}`}>
      {form.code === 'advertisement' && <p class="ad-mark">{WORDS[lang].advertisement}</p>}
      {form.code === 'emergency' && <Warning {...props} />}
      {form.code === 'clarification' && <Claim {...props} />}
      {glance.length > 0 && (
        <KeyList
          wide
          rows={glance.map((one) => ({ key: one.label, value: <Fact fact={one} {...props} /> }))}
        />
      )}
      {blocks.map((block) => (
        <section key={block.code} class="fact-block" aria-labelledby={`muc-${block.code}`}>
          <h2 id={`muc-${block.code}`}>{block.label}</h2>
          <Lines lines={block.lines} />
        </section>
      ))}
      {tables.map((table) => (
        <section key={table.code} class="fact-block" aria-labelledby={`bang-${table.code}`}>
          <h2 id={`bang-${table.code}`}>{table.label}</h2>
          <Rows table={table} {...props} />
        </section>
      ))}
    </div>
  );
}

/** One line is a paragraph, several are a list. */
function Lines({ lines }: { lines: readonly string[] }) {
  const [only] = lines;
  if (lines.length === 1) return <p>{only}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** A fact with the link that goes with its kind. */
function Fact({ fact, form, links }: FormFactsProps & { fact: ShownFact }): ComponentChildren {
  const { kind, text, code } = fact;
  // where a claim stood is on record, and nobody is led there
  if (kind === 'url' && form.code === 'clarification') return <span class="address">{text}</span>;
  if (kind === 'phone') return <a href={`tel:${text.replace(/[^\d+]/g, '')}`}>{text}</a>;
  if (kind === 'email') {
    const [name, host] = text.split('@');
    return (
      <a href={`mailto:${text}`}>
        {name}
        <wbr />@{host}
      </a>
    );
  }
  if (kind === 'url') {
    const rel = code === 'link' ? 'external noopener sponsored nofollow' : 'external noopener';
    return (
      <a href={text} rel={rel}>
        {text}
      </a>
    );
  }
  const href = kind === 'document' ? links?.document?.(text) : undefined;
  return href ? <a href={href}>{text}</a> : text;
}

function Rows({ table, lang, links }: FormFactsProps & { table: ShownTable }) {
  return (
    <DataTable
      lang={lang}
      table={{
        caption: table.label,
        captionHidden: true,
        columns: table.columns,
        stacked: table.columns.length > 2,
        rows: table.rows.map(([name = '', ...cells]) => {
          const href = links?.place?.(name);
          return [href ? <a href={href}>{name}</a> : name, ...cells];
        }),
      }}
    />
  );
}

/** How grave it is, what to do and whom to call: first on the page. */
function Warning({ lang, form, facts }: FormFactsProps) {
  const level = form.fields
    .find(({ code }) => code === 'level')
    ?.choices?.find((one) => one.value === facts.level);
  const tone = facts.level === 'emergency' ? 'bad' : facts.level === 'warning' ? 'warn' : 'info';
  const hotline = facts.hotline ?? '';
  return (
    <Callout tone={tone} title={level?.name[lang]}>
      <h2 class="callout-heading">{WORDS[lang].whatToDo}</h2>
      <Lines lines={(facts.advice ?? '').split('\n').filter(Boolean)} />
      {hotline && (
        <p class="hotline">
          <Icon name="phone" /> {form.fields.find(({ code }) => code === 'hotline')?.label[lang]}{' '}
          <a href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>{hotline}</a>
        </p>
      )}
    </Callout>
  );
}

/** What was claimed and what is true, side by side where there is room: the truth is never only below. */
function Claim({ lang, facts }: FormFactsProps) {
  const lines = (code: string) => (facts[code] ?? '').split('\n').filter(Boolean);
  return (
    <div class="claim-and-truth">
      <section class="claim" aria-labelledby="noi-sai">
        <h2 id="noi-sai">
          <Icon name="circle-alert" /> {WORDS[lang].claimed}
        </h2>
        <Lines lines={lines('claim')} />
        {facts.quotation && (
          <blockquote>
            <Lines lines={lines('quotation')} />
          </blockquote>
        )}
      </section>
      <section class="truth" aria-labelledby="su-that">
        <h2 id="su-that">
          <Icon name="circle-check" /> {WORDS[lang].true}
        </h2>
        <Lines lines={lines('correction')} />
      </section>
    </div>
  );
}
