import type { ComponentChildren } from 'preact';
import type { Lang } from '../../../rules/lang.ts';
import type { personalDataWords } from '../../../rules/personal-data/index.ts';
import type { Intake as IntakeLaw } from '../../../rules/profile/index.ts';
import { Button, Buttons, Field } from '../../../ui/index.ts';
import type { Contact } from '../../portals/index.ts';
import { type AskDraft, type AskNeeds, type Problem, TITLE_MOST } from '../forms.ts';
import type { AnsweredView } from '../public-queries.ts';
import type { AskLaw } from '../public-rules.ts';
import { askWords } from '../public-words.ts';

/** Everything a page of the form shows. */
export interface AskView {
  lang: Lang;
  law: AskLaw;
  intake: IntakeLaw;
  /** Who gets it, and how to reach them. */
  receiver: { name: string; contact: Contact };
  draft: AskDraft;
  needs: AskNeeds;
  problems: readonly Problem[];
  /** Undefined: not asked for. */
  similar: readonly AnsweredView[] | undefined;
  /** Kinds of personal data found in the text, told once. */
  warned: readonly (keyof typeof personalDataWords)[];
  sum: readonly [number, number] | undefined;
  csrfToken: string;
  /** Address of the island's questions. */
  similarHref: string;
  /** After how many years who asked is forgotten. */
  keptYears: number;
}

export const errorIn = (problems: readonly Problem[], lang: Lang) => (name: string) =>
  problems.find(({ field }) => field === name)?.words[lang];

interface WrittenProps {
  lang: Lang;
  draft: Pick<AskDraft, 'title' | 'text'>;
  problems: readonly Problem[];
  /** What the text is to say, and how long it may be. */
  textHelp: string;
}

/** Title and text of what is sent in. */
export function WrittenFields({ lang, draft, problems, textHelp }: WrittenProps) {
  const w = askWords(lang);
  const errorOf = errorIn(problems, lang);
  return (
    <>
      <Field
        lang={lang}
        kind="text"
        name="title"
        label={w.titleLabel}
        help={w.titleHelp(TITLE_MOST)}
        value={draft.title}
        error={errorOf('title')}
      />
      <Field
        lang={lang}
        kind="textarea"
        name="text"
        rows={9}
        label={w.textLabel}
        help={textHelp}
        value={draft.text}
        error={errorOf('text')}
      />
    </>
  );
}

/** On, and back with everything kept. */
export function StepButtons({ lang, children }: { lang: Lang; children: ComponentChildren }) {
  return (
    <Buttons>
      <Button name="do" value="next">
        {children}
      </Button>
      <Button name="do" value="back" kind="light">
        {askWords(lang).back}
      </Button>
    </Buttons>
  );
}
