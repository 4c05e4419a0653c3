import { Icon, type IconName } from '../../../ui/index.ts';
import type { PublishingWords } from '../words.ts';

interface Tool {
  command: string;
  text: string;
  icon: IconName;
  /** Shown only while the cursor is in a table. */
  inTable?: true;
}

function tools(w: PublishingWords['toolbar']): Tool[] {
  return [
    { command: 'h2', text: w.h2, icon: 'heading-2' },
    { command: 'h3', text: w.h3, icon: 'heading-3' },
    { command: 'bold', text: w.bold, icon: 'bold' },
    { command: 'italic', text: w.italic, icon: 'italic' },
    { command: 'bullets', text: w.bullets, icon: 'list' },
    { command: 'numbers', text: w.numbers, icon: 'list-ordered' },
    { command: 'quote', text: w.quote, icon: 'quote' },
    { command: 'table', text: w.table, icon: 'table' },
    { command: 'image', text: w.image, icon: 'image' },
    { command: 'link', text: w.link, icon: 'link' },
    { command: 'undo', text: w.undo, icon: 'undo-2' },
    { command: 'redo', text: w.redo, icon: 'redo-2' },
    { command: 'source', text: w.source, icon: 'code-xml' },
    { command: 'caption', text: w.caption, icon: 'captions', inTable: true },
    { command: 'header', text: w.header, icon: 'panel-top', inTable: true },
    { command: 'addRow', text: w.addRow, icon: 'between-horizontal-end', inTable: true },
    { command: 'addColumn', text: w.addColumn, icon: 'between-vertical-end', inTable: true },
    { command: 'dropRow', text: w.dropRow, icon: 'table-rows-split', inTable: true },
    { command: 'dropColumn', text: w.dropColumn, icon: 'table-columns-split', inTable: true },
    { command: 'dropTable', text: w.dropTable, icon: 'trash-2', inTable: true },
  ];
}

export interface EditorPlaceProps {
  w: PublishingWords;
  libraryHref: string;
  uploadHref: string;
  portalId: number;
}

/** Toolbar and dialogs of the editor island: hidden until the script takes over, its words already in place. */
export function EditorPlace({ w, libraryHref, uploadHref, portalId }: EditorPlaceProps) {
  const t = w.toolbar;
  return (
    <>
      <div class="editor-bar" role="toolbar" aria-label={t.label} aria-controls="body" data-editor-bar hidden>
        {tools(t).map(({ command, text, icon, inTable }) => (
          <button key={command} type="button" data-command={command} data-in-table={inTable ? '' : undefined}>
            <Icon name={icon} />
            {text}
          </button>
        ))}
      </div>
      <dialog data-dialog="link" aria-label={t.link}>
        <label for="noi-den">{t.linkAddress}</label>
        <p class="help" id="noi-den-giup">
          {t.linkHelp}
        </p>
        <input id="noi-den" type="text" aria-describedby="noi-den-giup" data-value />
        <DialogButtons w={w} />
      </dialog>
      <dialog data-dialog="caption" aria-label={t.caption}>
        <label for="ten-bang">{t.captionLabel}</label>
        <input id="ten-bang" type="text" maxLength={300} data-value />
        <DialogButtons w={w} />
      </dialog>
      <dialog
        class="picture-dialog"
        data-dialog="image"
        data-library={libraryHref}
        data-upload={uploadHref}
        data-portal={portalId}
        data-none={t.imageNone}
        data-choose={t.imageChoose}
        aria-label={t.imageTitle}
      >
        <h2>{t.imageTitle}</h2>
        <div class="picture-choices" data-pictures />
        <label for="anh-moi">{t.imageUpload}</label>
        <input id="anh-moi" type="file" accept="image/*" data-new-picture />
        <label for="anh-mo-ta">{t.imageAlt}</label>
        <input id="anh-mo-ta" type="text" maxLength={500} data-alt />
        <label for="anh-chu-thich">{t.imageCaption}</label>
        <input id="anh-chu-thich" type="text" maxLength={500} data-caption />
        <p class="error" role="alert" data-problem />
        <DialogButtons w={w} />
      </dialog>
    </>
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
