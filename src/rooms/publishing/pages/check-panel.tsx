import { anchorOf } from '../../../rules/checker/index.ts';
import type { FormProblem } from '../../../rules/item-forms/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { checkWords } from '../check-words.ts';
import { type EditionFinding, standingInTheWay } from '../checks.ts';
import { formWords } from '../form-words.ts';
import type { PortalWorkflow } from '../rules.ts';
import { publishingWords } from '../words.ts';
import { FindingList, numbered } from './check-list.tsx';

/** Id of the editor's form, which the panel's buttons send though they stand beside it. */
export const EDITOR_FORM = 'soan';

/** How much of the item's form is to be filled in, and the way to the first of it. */
function Lacking({ lang, problems: [first, ...others] }: { lang: Lang; problems: readonly FormProblem[] }) {
  if (!first) return null;
  const w = formWords[lang];
  return (
    <p>
      {w.lacking(1 + others.length)} <a href={`#${first.field}`}>{w.firstLacking}</a>
    </p>
  );
}

/** What is still to be mended, numbered as on the page of checks, and the one button that is never dead. */
export function CheckPanel(props: {
  lang: Lang;
  findings: readonly EditionFinding[];
  /** What the form of the item still lacks. */
  lacking: readonly FormProblem[];
  workflow: PortalWorkflow;
  previewHref: string;
  /** The page on which each place is marked in the text; of what was last saved. */
  checkHref: string;
}) {
  const { lang, findings, lacking, workflow, checkHref } = props;
  const w = publishingWords(lang);
  const c = checkWords(lang);
  const standing = standingInTheWay(findings);
  const [first] = standing;
  const open = numbered(findings).filter(({ finding }) => finding.override === undefined);
  return (
    <div data-check-panel>
      <h2>{w.check.title}</h2>
      {open.length > 0 && <p>{w.check.left(standing.length, open.length - standing.length)}</p>}
      <Lacking lang={lang} problems={lacking} />
      {open.length === 0 && lacking.length === 0 && <p>{w.check.none}</p>}
      <FindingList
        lang={lang}
        findings={open}
        ways={({ number, finding }) => [
          { href: `#${finding.field}`, text: w.check.go },
          { href: `${checkHref}#${finding.place ? anchorOf(number) : `muc-${number}`}`, text: c.whereText },
        ]}
      />
      <p class="buttons">
        {first ? (
          <a class="button main" href={`#${first.field}`} data-go-first>
            {w.editor.toFirst}
          </a>
        ) : (
          <button class="button main" type="submit" form={EDITOR_FORM} name="do" value="submit">
            {w.editor.submit}
          </button>
        )}
        <button class="button second" type="submit" form={EDITOR_FORM} name="do" value="save">
          {w.editor.save}
        </button>
        <a class="button second" href={checkHref}>
          {c.open}
        </a>
        <a class="button second" href={props.previewHref} target="_blank" rel="noopener">
          {w.editor.seePhone}
        </a>
      </p>
      <p class="note">{first ? w.check.after : w.check.next[workflow]}</p>
    </div>
  );
}
