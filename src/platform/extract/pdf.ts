/** PDF through unpdf (pdf.js): the text layer line by line. Pictures of pages have none: they are refused, not guessed. */
import { getDocumentProxy } from 'unpdf';
import { type ExtractNote, note, Refused, refusal } from './answers.ts';
import type { ExtractLimits } from './limits.ts';

/** A page with fewer letters has at most a stamp or a page number in its text layer. */
const MIN_LETTERS_A_PAGE = 20;
const LISTED_PAGES = 10;

export async function readPdf(
  bytes: Uint8Array,
  limits: ExtractLimits,
): Promise<{ text: string; notes: ExtractNote[] }> {
  const pdf = await open(bytes);
  if (pdf.numPages > limits.pages) throw new Refused(refusal('tooMuchInside', `${limits.pages} trang/pages`));
  const pages: string[] = [];
  let size = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await readPage(pdf, number);
    size += page.length;
    if (size > limits.outputBytes) throw new Refused(refusal('tooMuchInside', `${limits.outputBytes} bytes`));
    pages.push(page);
  }
  const bare = pages.flatMap((page, index) => (letters(page) < MIN_LETTERS_A_PAGE ? [index + 1] : []));
  const total = pages.reduce((sum, page) => sum + letters(page), 0);
  if (total === 0 || (bare.length === pages.length && total < MIN_LETTERS_A_PAGE))
    throw new Refused({ ...refusal('scannedPdf'), pageSides: await sidesOf(pdf) });
  const notes =
    bare.length > 0 && pages.length > 1
      ? [note('pagesWithoutText', bare.length, bare.slice(0, LISTED_PAGES).join(', '))]
      : [];
  return { text: pages.join('\n'), notes };
}

function letters(page: string): number {
  return page.match(/\p{L}/gu)?.length ?? 0;
}

async function sidesOf(pdf: Pdf): Promise<number[]> {
  const sides: number[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { view } = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = view;
    sides.push(Math.max(right - left, top - bottom));
  }
  return sides;
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // pdf.js takes the buffer over: it gets its own copy.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      stopAtErrors: false,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Refused(refusal(name === 'PasswordException' ? 'encrypted' : 'brokenFile'), error);
  }
}

async function readPage(pdf: Pdf, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    page.cleanup();
    return text;
  } catch (error) {
    throw new Refused(refusal('brokenFile'), error);
  }
}
