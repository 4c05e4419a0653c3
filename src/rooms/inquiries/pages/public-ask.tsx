import { homePath } from '../../../platform/http/paths.ts';
import {
  Breadcrumb,
  ErrorSummary,
  Field,
  Form,
  MarginNote,
  StepGates,
  WithMargin,
} from '../../../ui/index.ts';
import { INQUIRY_PATHS } from '../addresses.ts';
import { STEPS, TRAP } from '../forms.ts';
import { askWords } from '../public-words.ts';
import { AskerStep } from './public-ask-asker.tsx';
import { ConsentStep } from './public-ask-consent.tsx';
import type { AskView } from './public-ask-parts.tsx';
import { QuestionStep } from './public-ask-question.tsx';
import { askHref, IntakeFacts, intakeName, Periods } from './public-home.tsx';
/** One page of the form; the others are carried along unseen. */
export function AskPage(view: AskView) {
  const { lang, draft, intake, problems } = view;
  const w = askWords(lang);
  const at = STEPS.indexOf(draft.step) + 1;
  const name = intakeName(intake, lang);
  return (
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          { href: INQUIRY_PATHS.home[lang], text: w.title },
        ]}
        here={name}
      />
      <WithMargin margin={<AskMargin {...view} />}>
        <StepGates lang={lang} step={at} of={STEPS.length} />
        <h1>{w.steps[draft.step]}</h1>
        <ErrorSummary
          lang={lang}
          title={w.fixTitle(problems.length)}
          errors={problems.map(({ field, words }) => ({ href: `#${field}`, text: words[lang] }))}
        />
        <Form
          action={askHref(lang, intake.kind)}
          id="gui"
          files={draft.step === 'consent'}
          hidden={{ ...(view.csrfToken && { _token: view.csrfToken }), ...carried(view) }}
        >
          {draft.step === 'question' && <QuestionStep {...view} />}
          {draft.step === 'asker' && <AskerStep {...view} />}
          {draft.step === 'consent' && <ConsentStep {...view} />}
          <div hidden>
            <Field
              lang={lang}
              kind="text"
              name={TRAP}
              label={w.trapLabel}
              value={draft.trap}
              autocomplete="off"
              optional
            />
          </div>
        </Form>
      </WithMargin>
    </>
  );
}

/** What other pages of the form hold. */
function carried({ draft }: AskView): Record<string, string> {
  const { step } = draft;
  const question = { topic: draft.topic, title: draft.title, text: draft.text, askerKind: draft.askerKind };
  const asker = {
    ...draft.fields,
    ...{ isForeigner: draft.isForeigner, email: draft.email, phone: draft.phone, postal: draft.postal },
  };
  const held = {
    ...{ step, token: draft.token, warned: draft.warned ? '1' : '' },
    ...(step === 'question' ? {} : question),
    ...(step === 'asker' ? {} : asker),
    ...(step === 'consent' ? {} : { consents: draft.consents.join(',') }),
  };
  return Object.fromEntries(Object.entries(held).filter(([, value]) => value !== ''));
}

function AskMargin({ lang, law, intake, draft }: AskView) {
  const w = askWords(lang);
  return (
    <aside class="margin" aria-label={w.when}>
      {draft.step !== 'question' && (
        <MarginNote title={w.yours}>
          <p>“{draft.title.trim()}”</p>
        </MarginNote>
      )}
      <MarginNote title={draft.step === 'question' ? w.before : w.when}>
        {draft.step === 'question' ? (
          <IntakeFacts law={law} intake={intake} lang={lang} />
        ) : (
          <Periods law={law} intake={intake} lang={lang} />
        )}
        <p class="note">{w.intakesNote(`${law.own.instrument.kind[lang]} ${law.own.instrument.number}`)}</p>
      </MarginNote>
    </aside>
  );
}
