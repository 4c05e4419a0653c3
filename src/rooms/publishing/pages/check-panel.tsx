import type { Lang } from '../../../rules/lang.ts';
import { Findings } from '../../../ui/index.ts';
import type { Finding } from '../checks.ts';
import type { PortalWorkflow } from '../rules.ts';
import { publishingWords } from '../words.ts';

/** Id of the editor's form, which the panel's buttons send though they stand beside it. */
export const EDITOR_FORM = 'soan';

/** What is still to be mended, numbered, and the one button that is never dead. */
export function CheckPanel(props: {
  lang: Lang;
  findings: readonly Finding[];
  workflow: PortalWorkflow;
  previewHref: string;
}) {
  const { lang, findings, workflow } = props;
  const w = publishingWords(lang);
  const must = findings.filter(({ weight }) => weight === 'must').length;
  const [first] = findings;
  return (
    <div data-check-panel>
      <h2>{w.check.title}</h2>
      <p>{findings.length === 0 ? w.check.none : w.check.left(must, findings.length - must)}</p>
      <Findings
        findings={findings.map((found, i) => ({
          number: i + 1,
          weight: found.weight,
          weightWords: w.check[found.weight],
          title: found.title[lang],
          text: found.text[lang],
          ways: [{ href: `#${found.field}`, text: w.check.go }],
        }))}
      />
      <p class="buttons">
        {must > 0 && first ? (
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
        <a class="button second" href={props.previewHref} target="_blank" rel="noopener">
          {w.editor.seePhone}
        </a>
      </p>
      <p class="note">{must > 0 ? w.check.after : w.check.next[workflow]}</p>
    </div>
  );
}
