import { deskFrame } from '../../../desk-frame.tsx';
import type { StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { BODY_FINDING_WORDS, type BodyFindingCode } from '../../../rules/body-html/index.ts';
import { Breadcrumb, Callout, ErrorSummary } from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import type { EditionFinding } from '../checks.ts';
import { contentProblems } from '../form-rules.ts';
import { formWords } from '../form-words.ts';
import type { EditionContent } from '../store.ts';
import type { UrgentSetting } from '../urgent-rules.ts';
import { publishingWords } from '../words.ts';
import { writingWords } from '../writing-words.ts';
import { CheckPanel } from './check-panel.tsx';
import { EditorForm, type EditorFormProps } from './editor-form.tsx';
import { Done, EditionState, paths, when } from './parts.tsx';
import { PressingCallout } from './pressing.tsx';

export interface EditorView extends Omit<EditorFormProps, 'context'> {
  content: EditionContent;
  findings: readonly EditionFinding[];
  /** What the problems say was saved: it only cannot be submitted yet. */
  isSaved?: boolean | undefined;
  urgentSetting: UrgentSetting;
  /** Who has it open now besides. */
  present: readonly string[];
  /** Who else saved this draft within the last minutes. */
  other: { name: string; at: Date } | undefined;
}

/** The editor: a form that works by itself, made comfortable by the island. */
export function editorPage(ports: Ports, context: StaffContext, view: EditorView): string {
  const { lang } = context;
  const w = publishingWords(lang);
  const { item, edition, portal } = view.loaded;
  const name = w.editor.title(edition.number);
  return deskFrame(
    ports,
    context,
    {
      title: view.fields.title || name,
      portalName: `${w.items}, ${portalName(portal, lang)}`,
      railHidden: true,
      scripts: [ports.assetHref('editor.js')],
      aside: (
        <CheckPanel
          lang={lang}
          findings={view.findings}
          lacking={contentProblems(item, view.content)}
          checkHref={paths.check(lang, item.id, edition.id)}
          workflow={portal.workflow}
          previewHref={paths.preview(lang, item.id, edition.id)}
        />
      ),
      asideLabel: w.check.title,
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.list(lang), text: w.items },
          { href: paths.item(lang, item.id), text: edition.title || w.untitled },
        ]}
        here={name}
      />
      <h1 class="unseen">{name}</h1>
      <p class="note">
        <EditionState lang={lang} state={edition.state} /> {w.languages[edition.language]}
        {' · '}
        <span role="status" data-save-status data-saving={w.editor.saving} data-not-saved={w.editor.notSaved}>
          {w.editor.savedAt(when(edition.saved_at, lang).text)}
        </span>
      </p>
      <p class="presence" role="status" data-presence>
        {view.present.length > 0 && writingWords(lang).present(view.present)}
      </p>
      <Recovery context={context} edition={edition} />
      <Done context={context} />
      <SavedNotes context={context} />
      {view.other && (
        <Callout tone="warn" title={w.editor.otherEditor(view.other.name, when(view.other.at, lang).text)} />
      )}
      <ErrorSummary
        lang={lang}
        title={
          view.isSaved ? formWords[lang].missing(view.problems.length) : w.editor.errors(view.problems.length)
        }
        errors={view.problems.map((one) => ({ href: `#${one.field}`, text: one.words[lang] }))}
      />
      <PressingCallout
        context={context}
        item={item}
        edition={{ ...edition, facts: view.content.facts }}
        setting={view.urgentSetting}
      />
      <EditorForm {...view} context={context} />
    </>,
  );
}

/** Where the island tells of words this machine holds and the portal does not. */
function Recovery({ context, edition }: { context: StaffContext; edition: { id: number } }) {
  const w = writingWords(context.lang).recovery;
  return (
    <section
      class="recovery"
      aria-label={w.found}
      data-recovery={`${context.person.personId}-${edition.id}`}
      data-taken={w.taken}
      hidden
    >
      <p>
        <strong>
          {w.found} <span data-when />
        </strong>
      </p>
      <details class="trace">
        <summary>{w.difference}</summary>
        <div class="diff" data-difference aria-label={w.label} role="group" />
      </details>
      <p class="buttons">
        <button class="button main" type="button" data-take>
          {w.take}
        </button>
        <button class="button second" type="button" data-drop>
          {w.drop}
        </button>
      </p>
    </section>
  );
}

/** What the last save changed in the text, in the checker's own words. */
function SavedNotes({ context }: { context: StaffContext }) {
  const { lang, query } = context;
  const codes = (query.get('ghi') ?? '')
    .split(',')
    .filter((code): code is BodyFindingCode => code in BODY_FINDING_WORDS);
  if (codes.length === 0) return null;
  return (
    <Callout tone="info" title={publishingWords(lang).editor.changedOnSave}>
      <ul>
        {codes.map((code) => (
          <li key={code}>{BODY_FINDING_WORDS[code][lang]}</li>
        ))}
      </ul>
    </Callout>
  );
}
