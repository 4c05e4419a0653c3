import type { ComponentChildren } from 'preact';
import type { Lang } from '../../../rules/lang.ts';
import { Button, Buttons, Callout, Field, Form, Prose } from '../../../ui/index.ts';
import { markQuotes, type Passage, type Placed, placeAnchor, shortQuote } from '../comment-rules.ts';
import type { CommentRow } from '../comment-store.ts';
import { commentWords } from '../comment-words.ts';
import { when } from './parts.tsx';

/** What whoever looks may do, and where his forms go. */
export interface RemarkWays {
  action: string;
  hidden: Readonly<Record<string, string>>;
  maySpeak: boolean;
  /** Staff settle remarks and take suggestions; guests do not. */
  maySettle: boolean;
  mayTake: boolean;
  isGuest: boolean;
}

export interface RemarkedTextProps {
  lang: Lang;
  textLang: Lang;
  passages: readonly Passage[];
  comments: readonly CommentRow[];
  ways: RemarkWays;
  /** The passage a remark is being written at. */
  chosen: string | undefined;
  typed: URLSearchParams;
  /** What is wrong with the form, at its field. */
  problem: { field: string; text: string } | undefined;
}

type PlacedRemark = { remark: CommentRow; place: Placed };

/** A text passage by passage, each with the remarks made at it and a way to make one. Works without a script. */
export function RemarkedText(props: RemarkedTextProps) {
  const { lang, passages, comments } = props;
  const w = commentWords(lang);
  const placed: PlacedRemark[] = comments
    .filter(({ parent_id }) => parent_id === null)
    .map((remark) => ({ remark, place: placeAnchor(passages, remark) }));
  const lost = placed.filter(({ place }) => place === undefined);
  return (
    <>
      {passages.map((passage) => (
        <PassageBlock
          key={passage.key}
          {...props}
          passage={passage}
          placed={placed.filter(({ place }) => place?.key === passage.key)}
        />
      ))}
      {lost.length > 0 && (
        <section aria-labelledby="doan-mat">
          <div class="group-header">
            <h2 id="doan-mat">{w.lost}</h2>
          </div>
          <ul class="remarks">
            {lost.map(({ remark }) => (
              <Remark key={remark.id} {...props} remark={remark} place={undefined} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function PassageBlock(props: RemarkedTextProps & { passage: Passage; placed: PlacedRemark[] }) {
  const { lang, textLang, passage, placed, ways, chosen } = props;
  const w = commentWords(lang);
  const isChosen = chosen === passage.key;
  const quotes = placed
    .filter(({ remark, place }) => remark.state === 'open' && place?.changed === false)
    .map(({ remark }) => remark.quote)
    .filter((quote) => quote !== passage.text);
  return (
    <section class="passage" id={`doan-${passage.key}`} aria-label={passageName(lang, passage.key)}>
      <div class="passage-text">
        {passage.kind === 'block' ? (
          <Prose lang={lang} html={markQuotes(passage.html, quotes)} textLang={textLang} />
        ) : (
          <p class={passage.kind === 'title' ? 'passage-title' : 'lead-text'} lang={textLang}>
            {passage.text}
          </p>
        )}
        {ways.maySpeak && !isChosen && (
          <p class="passage-way">
            <a href={`?doan=${passage.key}#gop-y`}>
              {w.remarkHere}
              <span class="unseen">: {shortQuote(passage.text, 60)}</span>
            </a>
          </p>
        )}
      </div>
      {(placed.length > 0 || isChosen) && (
        <div class="passage-remarks">
          {placed.length > 0 && (
            <ul class="remarks">
              {placed.map(({ remark, place }) => (
                <Remark key={remark.id} {...props} remark={remark} place={place} />
              ))}
            </ul>
          )}
          {isChosen && <RemarkForm {...props} />}
        </div>
      )}
    </section>
  );
}

export function passageName(lang: Lang, key: string): string {
  const { passage } = commentWords(lang);
  if (key === 'title' || key === 'summary') return passage[key];
  return passage.block(key);
}

function RemarkForm({
  lang,
  textLang,
  ways,
  typed,
  problem,
  passage,
}: RemarkedTextProps & { passage: Passage }) {
  const w = commentWords(lang);
  const error = (field: string) => (problem?.field === field ? problem.text : undefined);
  return (
    <div id="gop-y" class="remark-form">
      <Form
        action={ways.action}
        hidden={{ ...ways.hidden, doan: passage.key, lam: 'gopy' }}
        label={`${w.form}: ${passageName(lang, passage.key)}`}
      >
        <Field
          kind="textarea"
          lang={lang}
          name="body"
          label={w.body}
          rows={3}
          value={typed.get('body') ?? ''}
          error={error('body')}
        />
        <Field
          kind="textarea"
          lang={lang}
          textLang={textLang}
          name="quote"
          label={w.quote}
          help={w.quoteHelp}
          rows={3}
          value={typed.get('quote') ?? passage.text}
          error={error('quote')}
        />
        <Field
          kind="textarea"
          lang={lang}
          textLang={textLang}
          name="replacement"
          label={w.replacement}
          help={ways.isGuest ? w.guestReplacementHelp : w.replacementHelp}
          rows={3}
          value={typed.get('replacement') ?? ''}
          optional
        />
        <Button>{w.send}</Button>
      </Form>
    </div>
  );
}

function speakerOf(lang: Lang, { guest_name, person_name }: CommentRow): string {
  return guest_name === null ? (person_name ?? '') : commentWords(lang).guest(guest_name);
}

function Remark(props: RemarkedTextProps & { remark: CommentRow; place: Placed }) {
  const { lang, textLang, remark, place, comments, passages } = props;
  const w = commentWords(lang);
  const replies = comments.filter(({ parent_id }) => parent_id === remark.id);
  const standsIn = passages.find(({ key }) => key === place?.key);
  const isWhole = place?.changed === false && standsIn?.text === remark.quote;
  return (
    <li class={`remark remark-${remark.state}`} id={`gop-y-${remark.id}`}>
      <Said lang={lang} comment={remark} />
      {place?.changed && <p class="note">{w.changed}</p>}
      {!isWhole && (
        <blockquote class="remark-quote" lang={textLang}>
          <p>
            <span class="unseen">{w.about}: </span>
            {shortQuote(remark.quote)}
          </p>
        </blockquote>
      )}
      {remark.replacement !== null && (
        <p class="remark-suggestion">
          <span class="note">{w.suggests}:</span> <ins lang={textLang}>{remark.replacement}</ins>
        </p>
      )}
      {replies.map((reply) => (
        <div key={reply.id} class="remark-reply">
          <Said lang={lang} comment={reply} />
        </div>
      ))}
      {remark.state !== 'open' && remark.closed_at && (
        <p class="note">
          {(remark.state === 'taken' ? w.taken : w.settled)(
            remark.closed_by_name ?? '',
            when(remark.closed_at, lang).text,
          )}
        </p>
      )}
      <RemarkActions {...props} />
    </li>
  );
}

function Said({ lang, comment }: { lang: Lang; comment: CommentRow }) {
  return (
    <>
      <p class="remark-who">
        <strong>{speakerOf(lang, comment)}</strong>{' '}
        <span class="note">{when(comment.made_at, lang).text}</span>
      </p>
      {comment.body !== '' && <Lines text={comment.body} />}
    </>
  );
}

function Lines({ text }: { text: string }) {
  const lines: ComponentChildren[] = text
    .split('\n')
    .flatMap((line, i) => (i === 0 ? [line] : [<br />, line]));
  return <p>{lines}</p>;
}

function RemarkActions({
  lang,
  remark,
  place,
  ways,
  typed,
  problem,
}: RemarkedTextProps & { remark: CommentRow; place: Placed }) {
  const w = commentWords(lang);
  const isOpen = remark.state === 'open';
  const hidden = { ...ways.hidden, gopY: String(remark.id) };
  const isThis = typed.get('gopY') === String(remark.id);
  const who = speakerOf(lang, remark);
  const takes = ways.mayTake && isOpen && remark.replacement !== null && place?.changed === false;
  return (
    <>
      {isThis && problem && <Callout tone="bad" title={problem.text} />}
      {ways.maySettle && remark.state !== 'taken' && (
        <Form action={ways.action} hidden={hidden} label={`${isOpen ? w.settle : w.reopen}: ${who}`}>
          <Buttons>
            {takes && (
              <Button name="lam" value="lay" icon="check">
                {w.take}
              </Button>
            )}
            <Button kind="light" name="lam" value={isOpen ? 'xong' : 'mo'}>
              {isOpen ? w.settle : w.reopen}
            </Button>
          </Buttons>
        </Form>
      )}
      {ways.maySpeak && isOpen && (
        <details class="trace" open={isThis && typed.get('lam') === 'traloi'}>
          <summary>{w.reply}</summary>
          <Form action={ways.action} hidden={{ ...hidden, lam: 'traloi' }} label={w.replyTo(who)}>
            <Field
              kind="textarea"
              lang={lang}
              name="body"
              id={`tra-loi-${remark.id}`}
              label={w.replyTo(who)}
              rows={2}
              value={isThis ? (typed.get('body') ?? '') : ''}
            />
            <Button kind="second">{w.send}</Button>
          </Form>
        </details>
      )}
    </>
  );
}
