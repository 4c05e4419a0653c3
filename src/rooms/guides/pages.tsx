import { deskFrame } from '../../desk-frame.tsx';
import { isGuide, openPicture, readGuide } from '../../platform/guides/index.ts';
import { deskPath } from '../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { GUIDES, type GuideCode } from '../../rules/guides/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Breadcrumb, DeskTitle, Field, ItemList, Prose } from '../../ui/index.ts';
import { type GuideAnswer, type GuideAnswers, searchGuides } from './rules.ts';
import { guideWords } from './words.ts';

const MOST_TEXT_CHARS = 200;

const guideHref = (lang: Lang, code = '') => deskPath(lang, `/huong-dan${code && `/${code}`}`);

/** All guides, or the parts of them that speak of what was asked. */
export async function guideList(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, query } = context;
  const w = guideWords(lang);
  const text = (query.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT_CHARS);
  const title = text ? w.results(text) : w.title;
  const html = deskFrame(
    ports,
    context,
    { title },
    <>
      {text && <Breadcrumb lang={lang} links={[{ href: guideHref(lang), text: w.title }]} here={w.search} />}
      <DeskTitle title={title} />
      <p class="note">
        {!text && w.lead} {w.onlyVietnamese}
      </p>
      <GuideSearch lang={lang} text={text} />
      {text && <Answers lang={lang} text={text} found={searchGuides(GUIDES.flatMap(allPassages), text)} />}
      <h2>{text ? w.all : w.choose}</h2>
      <Guides lang={lang} codes={GUIDES} />
    </>,
  );
  return { kind: 'page', html };
}

const allPassages = (code: GuideCode) => readGuide(code).passages;

/** A question to all guides; a page of its own, without script. */
function GuideSearch({ lang, text }: { lang: Lang; text: string }) {
  const w = guideWords(lang);
  return (
    <form class="filters" action={guideHref(lang)} role="search" aria-label={w.search}>
      <div class="filter-fields">
        <Field
          {...{ kind: 'search', lang, name: 'q', label: w.search, help: w.searchHelp, value: text }}
          optional
        />
        <div class="filter-go">
          <button class="button" type="submit">
            {w.searchGo}
          </button>
        </div>
      </div>
    </form>
  );
}

function Answers({ lang, text, found }: { lang: Lang; text: string; found: GuideAnswers }) {
  const w = guideWords(lang);
  const { answers, hasAll } = found;
  if (answers.length === 0)
    return (
      <>
        <h2>{w.none(text)}</h2>
        <p>{w.noneHelp}</p>
      </>
    );
  return (
    <>
      <h2 class="unseen">{w.foundTitle}</h2>
      <p role="status">{hasAll ? w.found(answers.length) : w.nearest(answers.length)}</p>
      <ol class="guide-answers" lang="vi">
        {answers.map((answer) => (
          <Answer key={`${answer.guide}#${answer.part}`} lang={lang} answer={answer} />
        ))}
      </ol>
    </>
  );
}

function Answer({ lang, answer }: { lang: Lang; answer: GuideAnswer }) {
  const { guide, part, title, excerpt } = answer;
  const marked = (parts: GuideAnswer['excerpt']) =>
    parts.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : text));
  return (
    <li>
      <h3>
        <a href={`${guideHref(lang, guide)}${part && `#${part}`}`}>{marked(title)}</a>
      </h3>
      {part && <p class="note">{readGuide(guide).title}</p>}
      <p>{marked(excerpt)}</p>
    </li>
  );
}

function Guides({ lang, codes }: { lang: Lang; codes: readonly GuideCode[] }) {
  return (
    <ItemList
      items={codes.map((code) => ({
        href: guideHref(lang, code),
        title: readGuide(code).title,
        summary: guideWords(lang).notes[code],
      }))}
    />
  );
}

export async function guidePage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, params } = context;
  const code = params.guide ?? '';
  if (!isGuide(code)) return { kind: 'missing' };
  const w = guideWords(lang);
  const guide = readGuide(code);
  const html = deskFrame(
    ports,
    context,
    {
      title: guide.title,
      aside: (
        <nav aria-labelledby="muc-huong-dan">
          <h2 id="muc-huong-dan">{w.contents}</h2>
          <ul class="ways">
            {guide.parts.map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`}>{part.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      ),
      asideLabel: w.contents,
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: guideHref(lang), text: w.title }]} here={guide.title} />
      <DeskTitle title={guide.title} />
      {w.onlyVietnamese && <p class="note">{w.onlyVietnamese}</p>}
      <GuideSearch lang={lang} text="" />
      <div class="guide">
        <Prose lang={lang} html={guide.html} textLang="vi" />
      </div>
      <h2>{w.others}</h2>
      <Guides lang={lang} codes={GUIDES.filter((one) => one !== code)} />
    </>,
  );
  return { kind: 'page', html };
}

export async function guidePicture({ params }: StaffContext): Promise<Reply> {
  const picture = await openPicture(params.picture ?? '');
  if (!picture) return { kind: 'missing' };
  return {
    kind: 'stream',
    type: 'image/png',
    ...picture,
    headers: { 'cache-control': 'private, max-age=3600' },
  };
}
