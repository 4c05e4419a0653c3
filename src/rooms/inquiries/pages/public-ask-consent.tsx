import { Field, KeyList } from '../../../ui/index.ts';
import { FILES_MOST } from '../enclosing.ts';
import { CONSENTS } from '../forms.ts';
import { askWords } from '../public-words.ts';
import { numberWord } from '../token-rules.ts';
import { type AskView, errorIn, StepButtons } from './public-ask-parts.tsx';
/** Consents stand by themselves, each a step of its own, none given beforehand (BG-029). */
export function ConsentStep(view: AskView) {
  const { lang, draft, needs, problems, sum } = view;
  const w = askWords(lang);
  const errorOf = errorIn(problems, lang);
  const offered = CONSENTS.filter((one) => (one === 'reply' ? draft.email.trim() !== '' : needs.publishes));
  return (
    <>
      <Review {...view} />
      <Field
        lang={lang}
        kind="file"
        name="files"
        label={w.filesLabel}
        help={w.filesHelp(FILES_MOST)}
        accept=".pdf,.docx,.odt,.jpg,.jpeg,.png"
        multiple
        optional
        error={errorOf('files')}
      />
      {offered.length === 0 ? (
        <p>{w.noConsents}</p>
      ) : (
        <Field
          lang={lang}
          kind="checks"
          name="consents"
          label={w.consentLabel}
          help={w.consentHelp}
          values={draft.consents}
          choices={offered.map((one) => ({ value: one, text: w.consents[one] }))}
          error={errorOf('consents')}
        />
      )}
      {sum && (
        <Field
          lang={lang}
          kind="text"
          name="sum"
          label={w.sumLabel(numberWord(sum[0], lang), numberWord(sum[1], lang))}
          help={w.sumHelp}
          value={draft.sum}
          autocomplete="off"
          width="half"
          error={errorOf('sum')}
        />
      )}
      <StepButtons lang={lang}>{w.send}</StepButtons>
    </>
  );
}

function Review({ lang, draft, needs, law, receiver }: AskView) {
  const w = askWords(lang);
  const topic = law.rules.scope?.topics.find(({ code }) => code === draft.topic);
  const rows = [
    { key: w.receiver, value: receiver.name },
    ...(topic ? [{ key: w.topicLabel, value: topic.name[lang] }] : []),
    { key: w.titleLabel, value: draft.title },
    { key: w.textLabel, value: <span class="lines">{draft.text.trim()}</span> },
    ...needs.fields.map(({ code, label }) => ({ key: label[lang], value: draft.fields[code] ?? '' })),
    { key: w.emailLabel, value: draft.email },
    { key: w.phoneLabel, value: draft.phone },
    { key: w.postalLabel, value: draft.postal },
  ];
  return (
    <section class="section" aria-labelledby="xem-lai">
      <h2 id="xem-lai">{w.reviewTitle}</h2>
      <KeyList rows={rows.filter(({ value }) => typeof value !== 'string' || value.trim() !== '')} />
    </section>
  );
}
