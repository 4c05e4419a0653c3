import type { StaffContext } from '../../../platform/http/types.ts';
import { formatDate, isCivilDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { personalDataWords } from '../../../rules/personal-data/index.ts';
import type { ProfileSet } from '../../../rules/profile/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import {
  Button,
  Buttons,
  Callout,
  Field,
  FieldRow,
  Findings,
  Form,
  FormSection,
  fieldsOf,
  uiWords,
} from '../../../ui/index.ts';
import { type DraftForm, EMPTY_CITATION, MOST_CITATIONS } from '../desk-forms.ts';
import type { CaseView } from '../desk-queries.ts';
import { MODE_WORDS } from '../desk-words.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { findPrivate, maskAnswer, PUBLIC_PARTS } from '../masking-rules.ts';
import { basisText } from '../public-queries.ts';
import type { AnswerMode } from '../rules.ts';
import { type StepWords, stepWords } from '../step-words.ts';
import type { Citation } from '../store.ts';
import { Paragraphs, paths, SubHeading, when } from './desk-parts.tsx';

/** The draft as it was typed, and why it was not kept. */
export interface TypedDraft {
  form: DraftForm;
  refusal: Refusal | undefined;
  /** One more row for a legal text was asked for. */
  moreRows: boolean;
  wasMasked: boolean;
}

interface AnswerProps {
  context: StaffContext;
  profiles: ProfileSet;
  view: CaseView;
  typed: TypedDraft | undefined;
}

/** The first draft: the letter's own words with what names its writer masked. */
export function firstDraft({ casefile }: CaseView, lang: Lang): DraftForm {
  const { answer, content, asker, row } = casefile;
  if (answer?.content)
    return { content: answer.content, citations: answer.citations, mode: answer.mode, from: answer.version };
  const blank = { title: content?.title ?? '', question: content?.text ?? '', answer: '', aside: '' };
  const { publishes } = INTAKE_RULES[row.intake];
  return {
    content: maskAnswer(blank, asker, lang),
    citations: [],
    mode: publishes ? 'both' : 'direct',
    from: 0,
  };
}

/** The answer: its editor for who may write it now, otherwise what stands there. */
export function Answer(props: AnswerProps) {
  const { lang } = props.context;
  const { casefile } = props.view;
  const w = stepWords(lang).answer;
  if (casefile.moves.includes('draft')) return <AnswerEditor {...props} />;
  if (!casefile.answer) return null;
  return (
    <section aria-labelledby="tra-loi">
      <SubHeading id="tra-loi">{casefile.row.state === 'answered' ? w.title : w.draft}</SubHeading>
      <AnswerText {...props} />
    </section>
  );
}

/** What is or will be read by the public, and by the asker alone. */
function AnswerText({ context, profiles, view }: AnswerProps) {
  const { lang } = context;
  const w = stepWords(lang).answer;
  const { answer, row } = view.casefile;
  if (!answer) return null;
  const { content } = answer;
  const textLang = row.language === lang ? undefined : row.language;
  const nameOf = (id: number) => view.names.get(id) ?? '';
  const { disclaimer } = view.rules;
  return (
    <>
      <p class="note">
        {MODE_WORDS[answer.mode][lang]} · {w.writers}: {answer.writers.map(nameOf).filter(Boolean).join(', ')}
        {answer.checked_by !== null &&
          answer.checked_at &&
          ` · ${w.checked(nameOf(answer.checked_by), when(answer.checked_at, lang).text)}`}
        {answer.signed_by !== null &&
          answer.signed_at &&
          ` · ${w.signed(nameOf(answer.signed_by), when(answer.signed_at, lang).text)}`}
      </p>
      {row.item_id !== null && (
        <p>
          <a href={paths.item(lang, row.item_id)}>{w.seePublic}</a>
        </p>
      )}
      {content ? (
        <>
          {answer.mode !== 'direct' && (
            <>
              <h3 lang={textLang}>{content.title}</h3>
              <Paragraphs text={content.question} textLang={textLang} />
              <h3>{w.answer}</h3>
            </>
          )}
          <Paragraphs text={content.answer} textLang={textLang} />
        </>
      ) : (
        <p class="note">{w.none}</p>
      )}
      {answer.citations.length > 0 && (
        <>
          <h3>{w.citations}</h3>
          <ul>
            {answer.citations.map((one) => (
              <li key={`${one.number} ${one.article}`}>{citationText(one, lang)}</li>
            ))}
          </ul>
        </>
      )}
      {content?.aside && (
        <>
          <h3>{w.aside}</h3>
          <Paragraphs text={content.aside} textLang={textLang} />
        </>
      )}
      {disclaimer && (
        <p class="note">
          {w.disclaimer}: {disclaimer.text[lang]} {basisText(profiles, disclaimer.basis, lang)}
        </p>
      )}
    </>
  );
}

function citationText(one: Citation, lang: Lang): string {
  const issued = isCivilDate(one.issuedOn) ? formatDate(one.issuedOn, lang, 'short') : one.issuedOn;
  return [one.article, one.number, one.abstract, one.issuer, issued].filter(Boolean).join(', ');
}

function AnswerEditor({ context, profiles, view, typed }: AnswerProps) {
  const { lang } = context;
  const w = stepWords(lang);
  const { casefile } = view;
  const { row } = casefile;
  const draft = typed?.form ?? firstDraft(view, lang);
  const { english } = view.rules;
  const role = view.portals.find(({ id }) => id === row.portal_id)?.is_main ? 'main' : 'member';
  const isConflict = typed?.refusal?.code === 'saved-meanwhile';
  return (
    <section aria-labelledby="tra-loi">
      <SubHeading id="tra-loi">{w.answer.draft}</SubHeading>
      {typed?.wasMasked && <Callout tone="good" live title={w.answer.masked} />}
      {row.is_foreigner && english?.portals.includes(role) && (
        <Callout title={w.answer.english}>
          <p class="note">{basisText(profiles, english.basis, lang)}</p>
        </Callout>
      )}
      {isConflict && (
        <details class="trace" open>
          <summary>{w.answer.theirs}</summary>
          <p class="note">{w.answer.theirsNote}</p>
          <AnswerText {...{ context, profiles, view, typed }} />
        </details>
      )}
      <PrivateFound lang={lang} view={view} draft={draft} />
      <Form
        action={paths.answer(lang, row.id)}
        // a second save is meant: what the other person wrote has been shown
        hidden={{
          _token: context.csrfToken,
          from: String(isConflict ? (casefile.answer?.version ?? 0) : draft.from),
        }}
        label={w.answer.draft}
      >
        <EditorFields {...{ context, profiles, view, draft }} refusal={typed?.refusal} />
        <Citations lang={lang} w={w} citations={draft.citations} more={typed?.moreRows ?? false} />
        <Buttons>
          <Button name="do" value="submit">
            {w.answer.submit}
          </Button>
          <Button kind="second" name="do" value="save">
            {w.answer.save}
          </Button>
        </Buttons>
      </Form>
    </section>
  );
}

function EditorFields(
  props: Pick<AnswerProps, 'context' | 'profiles' | 'view'> & {
    draft: DraftForm;
    refusal: Refusal | undefined;
  },
) {
  const { context, profiles, view, draft, refusal } = props;
  const { lang } = context;
  const w = stepWords(lang).answer;
  const { row } = view.casefile;
  const { publishes } = INTAKE_RULES[row.intake];
  const textLang = row.language;
  const F = fieldsOf(lang, { ...draft.content, mode: draft.mode }, (name) =>
    refusal?.field === name ? refusal.words[lang] : undefined,
  );
  const modes: readonly AnswerMode[] = publishes ? ['both', 'public', 'direct'] : ['direct'];
  const { delivery } = view.rules;
  const article = delivery && basisText(profiles, delivery.basis, lang);
  const mustPublish = delivery?.mustPublish === 'commonConcern' && row.common_concern;
  return (
    <>
      {publishes && (
        <>
          <F kind="text" name="title" label={w.publicTitle} maxLength={300} />
          <F
            kind="textarea"
            name="question"
            label={w.question}
            help={w.questionHelp}
            rows={6}
            textLang={textLang}
          />
        </>
      )}
      <F kind="textarea" name="answer" label={w.answer} help={w.answerHelp} rows={12} textLang={textLang} />
      <F
        kind="textarea"
        name="aside"
        label={w.aside}
        help={w.asideHelp}
        rows={3}
        textLang={textLang}
        optional
      />
      <F
        kind="radios"
        name="mode"
        label={w.mode}
        help={article && (mustPublish ? w.mustPublish(article) : w.chooses(article))}
        choices={modes.map((mode) => ({
          value: mode,
          text: MODE_WORDS[mode][lang],
          help: MODE_WORDS[mode].help[lang],
        }))}
      />
      {publishes && (
        <Buttons>
          <Button kind="light" name="do" value="mask">
            {w.mask}
          </Button>
        </Buttons>
      )}
    </>
  );
}

/** What the scan finds in the parts that may become public, numbered, with what must go. */
function PrivateFound({ lang, view, draft }: { lang: Lang; view: CaseView; draft: DraftForm }) {
  const w = stepWords(lang).answer;
  const found = PUBLIC_PARTS.flatMap((part) =>
    findPrivate(draft.content[part], view.casefile.asker).map((one) => ({ ...one, part })),
  );
  if (found.length === 0 || draft.mode === 'direct') return null;
  return (
    <section aria-label={w.found} id="du-lieu-ca-nhan">
      <p>
        <strong>{w.found}</strong>
      </p>
      <Findings
        findings={found.map((one, at) => ({
          number: at + 1,
          weight: one.mustGo ? 'must' : 'should',
          weightWords: one.mustGo ? w.foundMust : w.foundShould,
          title: `${personalDataWords[one.kind][lang]}, ${w.foundIn[one.part]}`,
          text: one.text,
          ways: [{ href: `#${one.part}`, text: w.foundIn[one.part] }],
        }))}
      />
    </section>
  );
}

/** Rows for the legal texts it rests on (LC-059): those there are, and an empty one; one more with each press. */
function Citations(props: { lang: Lang; w: StepWords; citations: readonly Citation[]; more: boolean }) {
  const { lang, citations, more } = props;
  const w = props.w.answer;
  const rows = [...citations, EMPTY_CITATION, ...(more ? [EMPTY_CITATION] : [])].slice(0, MOST_CITATIONS);
  return (
    <FormSection id="can-cu" title={w.citations}>
      {rows.map((one, at) => {
        const n = at + 1;
        const cell = (field: keyof Citation) => ({
          ...{ lang, name: `cite-${field}`, id: `cite-${field}-${n}`, label: w[field], value: one[field] },
          optional: true,
        });
        return (
          <fieldset class="fieldset all-optional" key={n}>
            <legend>
              {w.citation(n)} <span class="optional">{uiWords(lang).optional}</span>
            </legend>
            <FieldRow>
              <Field kind="text" {...cell('number')} maxLength={300} width="half" />
              <Field kind="text" {...cell('article')} maxLength={300} width="half" />
            </FieldRow>
            <Field kind="text" {...cell('abstract')} maxLength={300} />
            <FieldRow>
              <Field kind="date" {...cell('issuedOn')} width="half" />
              <Field kind="text" {...cell('issuer')} maxLength={300} width="half" />
            </FieldRow>
          </fieldset>
        );
      })}
      {rows.length < MOST_CITATIONS && (
        <Buttons>
          <Button kind="light" name="do" value="row" icon="plus">
            {w.addRow}
          </Button>
        </Buttons>
      )}
    </FormSection>
  );
}
