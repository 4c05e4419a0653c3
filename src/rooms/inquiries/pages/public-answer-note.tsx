import type { Site } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Callout, LinkButton } from '../../../ui/index.ts';
import { INQUIRY_PATHS } from '../addresses.ts';
import { basisText, lawOf } from '../public-queries.ts';
import { askWords } from '../public-words.ts';

/** Who answered, and what the answer is worth by the regulation of the day it was signed (LC-064). */
export interface AnswerNoteView {
  title: string;
  answeredBy: string;
  /** Undefined where the regulation says nothing of it. */
  disclaimer: string | undefined;
}

/** @param answeredAt when it was signed: the regulation of that day says what it is worth */
export async function answerNoteOf(
  ports: Ports,
  site: Site,
  lang: Lang,
  { body, answeredAt }: { body: string; answeredAt: Date },
): Promise<AnswerNoteView> {
  const w = askWords(lang);
  const { disclaimer } = (await lawOf(ports, site, answeredAt)).rules;
  const place = disclaimer && basisText(ports.profiles, disclaimer.basis, lang);
  return {
    title: w.disclaimerTitle,
    answeredBy: w.answeredAt(body),
    disclaimer: disclaimer && `${disclaimer.text[lang]}${place ? ` (${place})` : ''}`,
  };
}

/** Under every public answer. */
export function AnswerNote({ note }: { note: AnswerNoteView }) {
  return (
    <Callout title={note.title}>
      <p>
        {note.answeredBy} {note.disclaimer}
      </p>
    </Callout>
  );
}

/** On the section of answers: the way to ask, and to everything else one can send. */
export function CallToAsk({ lang }: { lang: Lang }) {
  const w = askWords(lang);
  return (
    <Callout title={w.callTitle}>
      <p>{w.callText}</p>
      <p>
        <LinkButton href={INQUIRY_PATHS.home[lang]} icon="send">
          {w.askNow}
        </LinkButton>
      </p>
    </Callout>
  );
}
