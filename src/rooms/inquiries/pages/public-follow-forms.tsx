import type { Lang } from '../../../rules/lang.ts';
import { Button, Buttons, Field, Form, Icon, type IconName, MarginNote } from '../../../ui/index.ts';
import { NOTE_MOST } from '../forms.ts';
import type { AskersView } from '../queries.ts';
import { trackWords } from '../track-words.ts';
import type { TrackView } from './public-track.tsx';

/** Ways to the forms at the end of the page. */
export function FollowWays({ page }: { page: TrackView }) {
  const { lang, view, path } = page;
  const w = trackWords(lang);
  const ways: [IconName, string, string][] = [
    ...(repliable(view).length > 0
      ? ([['message-square', '#tra-loi-lai', w.goReply]] as [IconName, string, string][])
      : []),
    ...(view.mayAdd ? ([['plus', '#bo-sung', w.goAdd]] as [IconName, string, string][]) : []),
    ...(view.mayWithdraw ? ([['undo-2', '#rut-thu', w.goWithdraw]] as [IconName, string, string][]) : []),
  ];
  return (
    <MarginNote title={w.youCan}>
      <ul class="icon-links">
        {ways.map(([icon, href, text]) => (
          <li key={href}>
            <a href={href}>
              <Icon name={icon} /> <span>{text}</span>
            </a>
          </li>
        ))}
        <li>
          <a href={path} data-print rel="nofollow">
            <Icon name="printer" /> <span>{w.print}</span>
          </a>
        </li>
      </ul>
    </MarginNote>
  );
}

/** The inquiry and its parts that wait for the asker. */
function repliable(view: AskersView): AskersView[] {
  return [view, ...view.children].filter(({ mayReply }) => mayReply);
}

/** Reply, add, withdraw: each posted to the page's own address. */
export function FollowForms({ page }: { page: TrackView }) {
  const { view, lang } = page;
  const w = trackWords(lang);
  return (
    <>
      {repliable(view).map((one, i) => (
        <NoteForm
          key={one.row.id}
          page={page}
          {...{ view: one, move: 'reply', id: i === 0 ? 'tra-loi-lai' : `tra-loi-lai-${one.row.id}` }}
          title={one === view ? w.replyTitle : `${w.replyTitle}: ${one.content?.title ?? ''}`}
          asked={lastAsked(one)}
          label={w.replyLabel}
          send={w.replySend}
        />
      ))}
      {view.mayAdd && (
        <NoteForm
          page={page}
          {...{ view, move: 'add', id: 'bo-sung', title: w.addTitle, label: w.addLabel, send: w.addSend }}
        />
      )}
      {view.mayWithdraw && <WithdrawForm page={page} />}
    </>
  );
}

const lastAsked = ({ events }: AskersView) => events.findLast(({ move }) => move === 'askBack')?.note;

interface NoteFormProps {
  page: TrackView;
  view: AskersView;
  move: 'reply' | 'add';
  id: string;
  title: string;
  label: string;
  send: string;
  asked?: string | undefined;
}

/** What this form was sent with, when it is the one that was refused. */
function refusedOf({ typed, problems, lang }: TrackView, move: string, inquiryId: number) {
  const isThis = typed?.move === move && typed.inquiryId === inquiryId;
  return {
    note: isThis ? typed.note : '',
    errorOf: (field: string) =>
      isThis ? problems.find((one) => one.field === field)?.words[lang] : undefined,
  };
}

function hiddenOf({ csrfToken }: TrackView, move: string, inquiryId: number): Record<string, string> {
  return { ...(csrfToken && { _token: csrfToken }), do: move, inquiryId: String(inquiryId) };
}

const most = (lang: Lang) => NOTE_MOST.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB');

function NoteForm({ page, view, move, id, title, label, send, asked }: NoteFormProps) {
  const { lang, path } = page;
  const w = trackWords(lang);
  const { note, errorOf } = refusedOf(page, move, view.row.id);
  const error = errorOf('note');
  return (
    <section class="form-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {asked && <p class="lines">{asked}</p>}
      <Form action={path} hidden={hiddenOf(page, move, view.row.id)} label={title}>
        <Field
          lang={lang}
          kind="textarea"
          name="note"
          id={error ? 'note' : `note-${move}-${view.row.id}`}
          label={label}
          help={w.noteMost(most(lang))}
          value={note}
          error={error}
        />
        <Buttons>
          <Button>{send}</Button>
        </Buttons>
      </Form>
    </section>
  );
}

/** Withdrawing is confirmed by a box of its own, not by a second page that is lost when the line breaks. */
function WithdrawForm({ page }: { page: TrackView }) {
  const { lang, path, view } = page;
  const w = trackWords(lang);
  const { note, errorOf } = refusedOf(page, 'withdraw', view.row.id);
  const noteError = errorOf('note');
  return (
    <section class="form-section" aria-labelledby="rut-thu">
      <h2 id="rut-thu">{w.withdrawTitle}</h2>
      <p>{w.withdrawText}</p>
      <Form action={path} hidden={hiddenOf(page, 'withdraw', view.row.id)} label={w.withdrawTitle}>
        <Field lang={lang} kind="checkbox" name="sure" label={w.withdrawSure} error={errorOf('sure')} />
        <Field
          lang={lang}
          kind="textarea"
          name="note"
          id={noteError ? 'note' : `note-withdraw-${view.row.id}`}
          rows={2}
          label={w.withdrawWhy}
          help={w.noteMost(most(lang))}
          value={note}
          optional
          error={noteError}
        />
        <Buttons>
          <Button kind="danger">{w.withdrawSend}</Button>
        </Buttons>
      </Form>
    </section>
  );
}
