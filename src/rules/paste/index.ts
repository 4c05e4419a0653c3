/** The door of pasted text, on the server: anything a clerk copies from Word, LibreOffice, Google or a web page. */
import { type BodyNode, writeTree } from '../body-html/index.ts';
import { tidyTree } from './tidy.ts';
import { readPasted } from './tree.ts';

export {
  type CarriedPicture,
  movePictures,
  pictureAddresses,
  pictureKind,
  pictureOfData,
  picturesOfRtf,
} from './pictures.ts';

/** A paste with its source's dress, told from a body by what a body never has. */
export function looksPasted(html: string): boolean {
  return /<[^>]*\s(?:class|style)\s*=|<\/?(?:o:|v:|w:|meta|html|body|font)|<span(?! role="doc-footnote")|<!--|src\s*=\s*["']?(?:data|file):/i.test(
    html,
  );
}

/** A paste as a tree of what it means; a text that is a body already is left as it is. */
export function pastedTree(html: string): BodyNode[] {
  return tidyTree(readPasted(html), html);
}

/** A paste as HTML, to be cleaned by `sanitiseBody`. Pure, linear, never throws. */
export function tidyPaste(html: string): string {
  return writeTree(pastedTree(html));
}
