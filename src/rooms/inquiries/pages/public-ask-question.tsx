import type { Lang } from '../../../rules/lang.ts';
import { personalDataWords } from '../../../rules/personal-data/index.ts';
import { Button, Buttons, Callout, Field, ItemList } from '../../../ui/index.ts';
import { TEXT_MOST } from '../forms.ts';
import { shortBasis } from '../public-queries.ts';
import { askWords } from '../public-words.ts';
import { type AskView, errorIn, WrittenFields } from './public-ask-parts.tsx';
import { answeredItem } from './public-home.tsx';

const number = (value: number, lang: Lang) => value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB');

/** What it is about. */
export function QuestionStep(view: AskView) {
  const { lang, draft, law, needs, problems, warned } = view;
  const w = askWords(lang);
  const errorOf = errorIn(problems, lang);
  const { scope } = law.rules;
  return (
    <>
      {warned.length > 0 && (
        <Callout tone="warn" title={w.warnTitle} live>
          <p>{w.warnText(warned.map((kind) => personalDataWords[kind][lang]).join(', '))}</p>
        </Callout>
      )}
      {needs.topics.length > 0 && scope && (
        <Field
          lang={lang}
          kind="select"
          name="topic"
          label={w.topicLabel}
          help={w.topicHelp(shortBasis(law, scope.basis, lang) ?? '')}
          value={draft.topic}
          choices={scope.topics.map(({ code, name }) => ({ value: code, text: name[lang] }))}
          empty
          error={errorOf('topic')}
          width="half"
        />
      )}
      <WrittenFields {...{ lang, draft, problems }} textHelp={w.textHelp(TEXT_MOST)} />
      <p
        class="note num count"
        data-count="text"
        data-most={number(TEXT_MOST, lang)}
        data-words={w.written('{n}', '{most}')}
      >
        {draft.text !== '' && w.written(number(draft.text.trim().length, lang), number(TEXT_MOST, lang))}
      </p>
      <Similar {...view} />
      <Field
        lang={lang}
        kind="radios"
        name="askerKind"
        label={w.kindLabel}
        value={draft.askerKind}
        choices={[
          { value: 'person', text: w.kinds.person },
          { value: 'organisation', text: w.kinds.organisation },
        ]}
      />
      <Buttons>
        <Button name="do" value="next">
          {w.next}
        </Button>
        <Button name="do" value="similar" kind="second">
          {w.similarButton}
        </Button>
      </Buttons>
    </>
  );
}

/** Where the island puts what it finds; without it, what the button asked for. */
function Similar({ lang, similar, similarHref }: AskView) {
  const w = askWords(lang);
  return (
    <div
      id="tuong-tu"
      role="status"
      data-similar={similarHref}
      data-title={w.similarTitle}
      data-note={w.similarNote}
    >
      {similar && similar.length === 0 && <p>{w.similarNone}</p>}
      {similar && similar.length > 0 && (
        <section class="section" aria-labelledby="tuong-tu-ten">
          <h2 id="tuong-tu-ten">{w.similarTitle}</h2>
          <p class="note">{w.similarNote}</p>
          <ItemList level={3} items={similar.map((item) => answeredItem(item, lang))} />
        </section>
      )}
    </div>
  );
}
