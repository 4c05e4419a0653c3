import type { ComponentChildren } from 'preact';
import {
  CHECK_WORDS,
  type CheckCode,
  checkGroups,
  GROUP_WORDS,
  groupOf,
} from '../../../rules/checker/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { DataTable, FindingNumber } from '../../../ui/index.ts';
import { checkWords } from '../check-words.ts';
import type { EditionFinding } from '../checks.ts';
import type { OverrideRow } from '../override-store.ts';
import { publishingWords } from '../words.ts';
import { when } from './parts.tsx';

/** A finding with the number it bears in the list and in the text. */
export interface NumberedFinding {
  number: number;
  finding: EditionFinding;
}

export function numbered(findings: readonly EditionFinding[]): NumberedFinding[] {
  return findings.map((finding, index) => ({ number: index + 1, finding }));
}

/** Findings by group, each with its words as they stand, what to put there, and the ways to its place. */
export function FindingList(props: {
  lang: Lang;
  findings: readonly NumberedFinding[];
  /** 3 below a heading of the page, 2 in a panel of its own. */
  ways: (one: NumberedFinding) => { href: string; text: string }[];
  foot?: (one: NumberedFinding) => ComponentChildren;
  /** Whether each bears the address its number in the text leads to. */
  withIds?: boolean;
}) {
  const { lang, findings } = props;
  const groups = checkGroups.map((group) => ({
    group,
    list: findings.filter(({ finding }) => groupOf(finding.code) === group),
  }));
  return (
    <>
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ group, list }) => (
          <div key={group}>
            <p class="note">
              <strong>{GROUP_WORDS[group][lang]}</strong>
            </p>
            <ul class="findings">
              {list.map((one) => (
                <FindingItem key={one.number} {...props} one={one} />
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}

function FindingItem(props: Parameters<typeof FindingList>[0] & { one: NumberedFinding }) {
  const { lang, one, ways, foot, withIds } = props;
  const { number, finding } = one;
  const w = checkWords(lang);
  const weightWords = publishingWords(lang).check[finding.weight];
  return (
    <li class={`finding finding-${finding.weight}`} id={withIds ? `muc-${number}` : undefined}>
      <FindingNumber number={number} weight={finding.weight} />
      <div>
        <p>
          <strong>{finding.title[lang]}</strong> <span class="unseen">({weightWords})</span>
        </p>
        {finding.words && (
          <p>
            <q>
              <mark>{finding.words}</mark>
            </q>
          </p>
        )}
        <p>{finding.text[lang]}</p>
        {finding.correction && (
          <p>
            {w.suggested} <strong>{finding.correction.after}</strong>
          </p>
        )}
        {finding.article && <p class="note">{w.by(finding.article.cited[lang])}</p>}
        <p class="finding-ways">
          {ways(one).map((way) => (
            <a key={way.href} href={way.href}>
              {way.text}
            </a>
          ))}
        </p>
        {foot?.(one)}
      </div>
    </li>
  );
}

/** What was let pass in the checks of an edition: which words, by whom, when and why. Nothing where nothing was. */
export function OverridesShown({ lang, overrides }: { lang: Lang; overrides: readonly OverrideRow[] }) {
  const w = checkWords(lang);
  const c = publishingWords(lang).check;
  if (overrides.length === 0) return null;
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.overrides,
        columns: [{ label: c.finding }, { label: c.words }, { label: c.reason }, { label: c.passed }],
        rows: overrides.map((one) => [
          titleOf(one.code, lang),
          one.words,
          one.reason,
          w.passedBy(one.person_name ?? '', when(one.at, lang).text),
        ]),
      }}
    />
  );
}

function titleOf(code: string, lang: Lang): string {
  return code in CHECK_WORDS ? CHECK_WORDS[code as CheckCode].title[lang] : code;
}
