import type { ComponentChildren } from 'preact';
import type { PublishingWords } from '../words.ts';
import { writingWords } from '../writing-words.ts';
import type { EditorPlaceProps } from './toolbar.tsx';

/** The dialogs of the editor island, their words in place; none of them opens without it. */
export function Dialogs(props: EditorPlaceProps) {
  const { w, lang } = props;
  const t = w.toolbar;
  const more = writingWords(lang).tools;
  return (
    <>
      <LinkDialog {...props} />
      <LineDialog w={w} name="caption" title={t.caption} label={t.captionLabel} id="ten-bang" />
      <LineDialog
        w={w}
        name="quoteSource"
        title={more.quoteSource}
        label={more.quoteSourceLabel}
        id="nguon-trich"
      />
      <dialog data-dialog="note" aria-label={more.noteTitle}>
        <h2>{more.noteTitle}</h2>
        <p id="chu-thich-ten">{more.noteText}</p>
        <div class="note-place" data-note data-label="chu-thich-ten" />
        <DialogButtons w={w} />
      </dialog>
      <dialog data-dialog="words" aria-label={more.wordsTitle}>
        <h2>{more.wordsTitle}</h2>
        <label for="bang-chu">{more.words}</label>
        <p class="help" id="bang-chu-giup">
          {more.wordsText}
        </p>
        <textarea id="bang-chu" rows={8} aria-describedby="bang-chu-giup" data-value />
        <DialogButtons w={w} />
      </dialog>
      <LibraryDialog
        {...props}
        name="image"
        kind="image"
        title={t.imageTitle}
        none={t.imageNone}
        choose={t.imageChoose}
        accept="image/*"
      >
        <label for="anh-mo-ta">{t.imageAlt}</label>
        <input id="anh-mo-ta" type="text" maxLength={500} data-alt />
      </LibraryDialog>
      <LibraryDialog
        {...props}
        name="media"
        kind="media"
        title={more.mediaTitle}
        none={more.mediaNone}
        choose={more.mediaChoose}
        accept="video/*,audio/*"
      />
      <LibraryDialog
        {...props}
        name="file"
        kind="other"
        title={more.fileTitle}
        none={more.fileNone}
        choose={more.mediaChoose}
      />
      <dialog data-dialog="keys" aria-label={more.keys}>
        <h2>{more.keys}</h2>
        <dl class="keys">
          {more.help.map(([keys, what]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p class="buttons">
          <button class="button main" type="button" data-cancel>
            {t.apply}
          </button>
        </p>
      </dialog>
    </>
  );
}

function LinkDialog({ w, lang, targetsHref }: EditorPlaceProps) {
  const t = w.toolbar;
  const more = writingWords(lang).tools;
  return (
    <dialog
      data-dialog="link"
      data-targets={targetsHref}
      data-none={writingWords(lang).targets.none}
      aria-label={t.link}
    >
      <label for="noi-den">{t.linkAddress}</label>
      <p class="help" id="noi-den-giup">
        {t.linkHelp}
      </p>
      <input id="noi-den" type="text" aria-describedby="noi-den-giup" data-value />
      <fieldset class="link-targets">
        <legend>{more.item}</legend>
        <label for="noi-tim">{more.itemFind}</label>
        <input id="noi-tim" type="search" data-find />
        <div role="status" data-found />
      </fieldset>
      <DialogButtons w={w} />
    </dialog>
  );
}

function LineDialog(props: { w: PublishingWords; name: string; title: string; label: string; id: string }) {
  return (
    <dialog data-dialog={props.name} aria-label={props.title}>
      <label for={props.id}>{props.label}</label>
      <input id={props.id} type="text" maxLength={300} data-value />
      <DialogButtons w={props.w} />
    </dialog>
  );
}

function LibraryDialog(
  props: EditorPlaceProps & {
    name: string;
    /** Which files of the library it offers. */
    kind: 'image' | 'media' | 'other';
    title: string;
    none: string;
    choose: string;
    accept?: string;
    children?: ComponentChildren;
  },
) {
  const { w, lang, name, kind } = props;
  const t = w.toolbar;
  const more = writingWords(lang).tools;
  const library = kind === 'image' ? '&loai=image' : '&loai=other';
  return (
    <dialog
      class="picture-dialog"
      data-dialog={name}
      data-kind={kind}
      data-library={props.libraryHref + library}
      data-upload={props.uploadHref}
      data-portal={props.portalId}
      data-none={props.none}
      data-choose={props.choose}
      aria-label={props.title}
    >
      <h2>{props.title}</h2>
      <div class="picture-choices" data-pictures />
      <label for={`${name}-moi`}>{kind === 'image' ? t.imageUpload : more.upload}</label>
      <input id={`${name}-moi`} type="file" accept={props.accept} data-new-picture />
      {props.children}
      <label for={`${name}-chu-thich`}>{kind === 'image' ? t.imageCaption : more.caption}</label>
      <input id={`${name}-chu-thich`} type="text" maxLength={500} data-caption />
      <p class="error" role="alert" data-problem />
      <DialogButtons w={w} />
    </dialog>
  );
}

function DialogButtons({ w }: { w: PublishingWords }) {
  return (
    <p class="buttons">
      <button class="button main" type="button" data-apply>
        {w.toolbar.apply}
      </button>
      <button class="button second" type="button" data-cancel>
        {w.toolbar.cancel}
      </button>
    </p>
  );
}
