import type { Lang, Words } from '../../../rules/lang.ts';
import { PageTitle, Section } from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { type MailText, mailText, TELLING_MOVES, type TellingMove } from '../mail-words.ts';
import { PROBLEMS } from '../problem-words.ts';
import { LINK_MAIL, rightsWords } from '../rights-words.ts';
import { REFUSAL_WORDS } from '../rules.ts';
import { NEWS_SENTENCES } from '../staff-news.ts';
import { warningLine } from '../warnings.ts';
import { type Face, type Model, WRITTEN_TITLE } from './public-face-cases.ts';
import { told } from './rights-own.tsx';

// Everything that is only ever said one at a time, on one page each: error sentences, mails, news to officers.

export const WORDS_FACES: readonly Face[] = [
  { id: 'cau-bao', title: { vi: 'Mọi câu báo lỗi', en: 'Every error sentence' }, show: Sentences },
  { id: 'thu-bao', title: { vi: 'Mọi thư điện tử', en: 'Every mail' }, show: Mails },
  { id: 'tin-can-bo', title: { vi: 'Mọi tin cho cán bộ', en: 'All news to officers' }, show: News },
];

const RIGHTS_PROBLEMS = ['right', 'about', 'text', 'textLong'] as const;

/** Every sentence a form of the public can be refused with, by its name in the tables. */
export function errorSentences(lang: Lang): [name: string, sentence: string][] {
  const ofForms = Object.entries(PROBLEMS).flatMap(([name, value]): [string, string][] => {
    // lengths where a sentence wants figures; a file is named alike
    if (typeof value === 'function')
      return [[name, value(...([6_000, 5_000] as unknown as [never, never]))[lang]]];
    if ('vi' in value) return [[name, (value as Words)[lang]]];
    return Object.entries(value as Record<string, Words>).map(([field, words]) => [
      `fields.${field}`,
      words[lang],
    ]);
  });
  return [
    ...ofForms,
    ...RIGHTS_PROBLEMS.map((problem): [string, string] => [`rights.${problem}`, told(problem, lang)]),
    ['rights.tooMany', rightsWords(lang).tooMany],
  ];
}

function Sentences({ lang }: Model) {
  return (
    <>
      <PageTitle title={lang === 'vi' ? 'Mọi câu báo lỗi' : 'Every error sentence'} />
      <ul>
        {errorSentences(lang).map(([name, sentence]) => (
          <li key={name}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

/** What a move adds to its mail. */
const MORE: Readonly<Partial<Record<TellingMove, (lang: Lang) => string>>> = {
  refuse: (lang) => REFUSAL_WORDS.outOfScope[lang],
  sendOut: () => 'Thanh tra tỉnh (mẫu)',
};
const NOTED: ReadonlySet<TellingMove> = new Set(['refuse', 'sendOut', 'askBack', 'promise', 'extend']);

/** Every mail to an asker, and that with the link to his own data. */
export function everyMail({ lang, portal, clock }: Pick<Model, 'lang' | 'portal' | 'clock'>): MailText[] {
  const mails = TELLING_MOVES.map((move) =>
    mailText(lang, move, {
      ...{ title: WRITTEN_TITLE, code: '', body: portalName(portal, lang), due: clock?.due },
      note: NOTED.has(move) ? 'Cần khảo sát đường ống trước khi trả lời.' : undefined,
      more: MORE[move]?.(lang),
    }),
  );
  const { subject, paragraphs, action } = LINK_MAIL[lang];
  return [...mails, { subject, paragraphs: [...paragraphs], action }];
}

function Mails(model: Model) {
  const { lang } = model;
  return (
    <>
      <PageTitle title={lang === 'vi' ? 'Mọi thư điện tử' : 'Every mail'} />
      {everyMail(model).map(({ subject, paragraphs, action }, i) => (
        <Section key={i} id={`thu-${i}`} title={`${i + 1}. ${subject}`}>
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p class="note">{action}</p>
        </Section>
      ))}
    </>
  );
}

/** What officers are told at their desk, and the lines of their daily digest. */
export function everyNews({ lang, portal, clock }: Pick<Model, 'lang' | 'portal' | 'clock'>): string[] {
  const number = lang === 'vi' ? 'Câu hỏi số 12' : 'Question no. 12';
  const news = Object.values(NEWS_SENTENCES[lang]).map((say) => say(number, portalName(portal, lang)));
  const name = lang === 'vi' ? 'Câu hỏi' : 'Question';
  return clock
    ? [...news, warningLine(lang, { name, id: 12, words: clock.words, due: clock.due ?? '' })]
    : news;
}

function News(model: Model) {
  return (
    <>
      <PageTitle title={model.lang === 'vi' ? 'Mọi tin cho cán bộ' : 'All news to officers'} />
      <ul>
        {everyNews(model).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
