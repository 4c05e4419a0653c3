/** Descriptions of pictures (WCAG 2.1, 1.1.1; TT 32/2017 Đ18): there, and saying something. */
import { type BodyNode, isElement } from '../body-html/index.ts';
import { foldVietnamese } from '../text/index.ts';
import { elementsOf } from './lines.ts';
import type { CheckedContent, Found } from './model.ts';

/** "IMG_2031.jpg", "z4418.png", "scan0001": what cameras, messengers and scanners call their files. */
const FILE_NAME =
  /\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic|svg)$|^(?:img|dsc|dscn|dscf|p|pic|photo|image|picture|screenshot|screen shot|z|fb|received|scan|anh|hinh|untitled|wp|mvimg|pxl|capture|zalo)[\s_.-]*\d[\d\s_.-]*(?:\(\d+\))?$|^\d[\d\s_.-]*$|^[0-9a-f]{16,}$/;
/** Words that only say that there is a picture. */
const SAYS_NOTHING =
  /^(?:(?:day la |mot |buc |tam )*(?:hinh anh|anh|hinh|image|picture|photo|img|alt|anh chup|hinh chup|buc anh|tam anh|logo|banner|icon|thumbnail|avatar|anh bia|anh dai dien|screenshot)(?: (?:minh hoa|minh hoa bai viet|bai viet|dai dien|trong bai|tu lieu|so|chua ro|khong ten|suu tam|internet|nay|o tren|o duoi|ben tren|ben duoi|kem theo|\d+))*|minh hoa|mo ta(?: anh)?|chua co mo ta|khong co mo ta|caption|untitled|no alt|none|null|x+|a+|test|\.+|-+)$/;
/** A scan or screenshot of a page, which nobody who hears it can read. */
const OF_TEXT =
  /(?:anh|hinh|ban|trang)? ?(?:chup|quet|scan|chup lai|photo) (?:man hinh |toan bo |nguyen van |toan van |noi dung |ban |lai |trang |mot phan )*(?:van ban|cong van|quyet dinh|thong bao|ke hoach|nghi quyet|giay moi|giay bao|lich|bang|danh sach|bieu mau|to trinh|man hinh|bai bao|don|phu luc|chi thi|bao cao|so lieu)|^(?:man hinh|screenshot of|scan cua) |^infographic(?! ve )|^(?:cong van|quyet dinh|thong bao|ke hoach|cong dien) so \d/;

export function checkPictures(content: CheckedContent, tree: readonly BodyNode[]): Found[] {
  const found: Found[] = [];
  if (content.pictureMediaId !== null) {
    const alt = content.pictureAlt.trim();
    if (alt === '') found.push({ code: 'picture-alt', field: 'pictureAlt' });
    else for (const code of judged(alt)) found.push({ code, field: 'pictureAlt', words: alt });
  }
  const figures = elementsOf(tree);
  for (const { node, path } of figures.filter(({ node }) => node.tag === 'img')) {
    const alt = node.attributes.alt?.trim() ?? '';
    if (alt === '') {
      const name = decodeName(node.attributes.src ?? '');
      found.push({ code: 'body-alt', place: { path }, words: name });
    } else for (const code of judged(alt)) found.push({ code, place: { path }, words: alt });
  }
  return found;
}

function judged(alt: string): ('alt-poor' | 'image-of-text')[] {
  const plain = foldVietnamese(alt.normalize('NFKC'))
    .replace(/["'“”‘’()[\]:!?…]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.]+$/, '');
  if (plain === '' || FILE_NAME.test(plain) || SAYS_NOTHING.test(plain)) return ['alt-poor'];
  return OF_TEXT.test(plain) ? ['image-of-text'] : [];
}

/** The name of the file, to tell one picture without description from the next. */
function decodeName(src: string): string {
  const last = src.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Whether a piece of the body is nothing but a picture. */
export function isPicture(node: BodyNode): boolean {
  return isElement(node) && (node.tag === 'img' || node.tag === 'figure');
}
