import type { Editor } from '@tiptap/core';
import { blockOf, type Desk } from './commands.ts';
import { hasCarried, tidied, withPictures } from './pasting.ts';

/** What Tiptap's editor asks when something is pasted or let fall; the desk is there by the time anybody does. */
export function takingIn(desk: () => Desk, say: (words: string) => void) {
  const files = async (list: readonly File[], at: number) => {
    let place = at;
    for (const file of list) {
      const kept = await desk().uploads.send(file);
      if (!kept) continue;
      place = insert(desk().editor, place, blockOf(desk().bar, kept));
    }
  };
  let isLeaving = false;
  return {
    transformPastedHTML: tidied,
    handleDOMEvents: {
      // Tab means something in lists and tables; after Esc it leads out of the text, as everywhere else
      keydown: (_: unknown, { key }: KeyboardEvent) => {
        const leaves = key === 'Tab' && isLeaving;
        isLeaving = key === 'Escape' || (isLeaving && key === 'Shift');
        return leaves;
      },
    },
    handlePaste: (_: unknown, event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (!data) return false;
      const html = data.getData('text/html');
      const list = [...data.files];
      if (html === '' && list.length > 0) {
        void files(list, desk().editor.state.selection.to);
        return true;
      }
      if (html === '' || !hasCarried(html)) return false;
      const { from, to } = desk().editor.state.selection;
      void withPictures(html, data.getData('text/rtf'), desk().uploads).then((taken) => {
        desk().editor.chain().focus().insertContentAt({ from, to }, taken.html).run();
        say(taken.lost > 0 ? (desk().bar.dataset.lost ?? '') : '');
      });
      return true;
    },
    handleDrop: (view: Editor['view'], event: DragEvent, _: unknown, moved: boolean) => {
      const list = [...(event.dataTransfer?.files ?? [])];
      if (moved || list.length === 0) return false;
      event.preventDefault();
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      void files(list, at ?? view.state.selection.to);
      return true;
    },
  };
}

/** Puts a block in at a place of the text; gives the place after it. */
function insert(editor: Editor, at: number, block: object): number {
  const place = Math.min(at, editor.state.doc.content.size);
  const before = editor.state.doc.content.size;
  editor.chain().insertContentAt(place, block).run();
  return place + editor.state.doc.content.size - before;
}
