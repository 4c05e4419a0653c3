import type { Lang } from '../../../rules/lang.ts';
import { Icon, type IconName } from '../../../ui/index.ts';
import type { PublishingWords } from '../words.ts';
import { type WritingWords, writingWords } from '../writing-words.ts';
import { Dialogs } from './editor-dialogs.tsx';

interface Tool {
  command: string;
  text: string;
  icon: IconName;
  /** Shown only while the cursor stands there. */
  only?: 'table' | 'figure' | 'quote';
}

function tools(w: PublishingWords['toolbar'], t: WritingWords['tools']): Tool[] {
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
    { command: 'media', text: t.media, icon: 'film' },
    { command: 'file', text: t.file, icon: 'paperclip' },
    { command: 'link', text: w.link, icon: 'link' },
    { command: 'note', text: t.note, icon: 'superscript' },
    { command: 'undo', text: w.undo, icon: 'undo-2' },
    { command: 'redo', text: w.redo, icon: 'redo-2' },
    { command: 'source', text: w.source, icon: 'code-xml' },
    { command: 'keys', text: t.keys, icon: 'keyboard' },
    { command: 'words', text: t.words, icon: 'captions', only: 'figure' },
    { command: 'gallery', text: t.gallery, icon: 'images', only: 'figure' },
    { command: 'caption', text: w.caption, icon: 'captions', only: 'table' },
    { command: 'header', text: w.header, icon: 'panel-top', only: 'table' },
    { command: 'headerColumn', text: t.headerColumn, icon: 'panel-left', only: 'table' },
    { command: 'addRow', text: w.addRow, icon: 'between-horizontal-end', only: 'table' },
    { command: 'addColumn', text: w.addColumn, icon: 'between-vertical-end', only: 'table' },
    { command: 'dropRow', text: w.dropRow, icon: 'table-rows-split', only: 'table' },
    { command: 'dropColumn', text: w.dropColumn, icon: 'table-columns-split', only: 'table' },
    { command: 'dropTable', text: w.dropTable, icon: 'trash-2', only: 'table' },
    { command: 'quoteSource', text: t.quoteSource, icon: 'quote', only: 'quote' },
  ];
}

export interface EditorPlaceProps {
  w: PublishingWords;
  lang: Lang;
  textLang: Lang;
  libraryHref: string;
  uploadHref: string;
  /** Where published items to link to are searched. */
  targetsHref: string;
  /** Where the island says that it is open. */
  presentHref: string;
  portalId: number;
}

/** Toolbar and dialogs of the editor island: hidden until the script takes over, its words already in place. */
export function EditorPlace(props: EditorPlaceProps) {
  const { w, lang, textLang } = props;
  const t = writingWords(lang);
  const wordsOfText = writingWords(textLang).tools;
  return (
    <>
      <div
        class="editor-bar"
        role="toolbar"
        aria-label={w.toolbar.label}
        aria-controls="body"
        data-editor-bar
        data-present={props.presentHref}
        data-words-name={wordsOfText.wordsName}
        data-transcript-name={wordsOfText.transcript}
        data-uploading={t.paste.uploading('{name}')}
        data-failed={t.paste.failed}
        data-lost={t.paste.lost}
        hidden
      >
        {tools(w.toolbar, t.tools).map(({ command, text, icon, only }) => (
          <button key={command} type="button" data-command={command} data-only={only}>
            <Icon name={icon} />
            {text}
          </button>
        ))}
      </div>
      <p class="editor-says note" role="status" data-editor-says />
      <Dialogs {...props} />
    </>
  );
}
