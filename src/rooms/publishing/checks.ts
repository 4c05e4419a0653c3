import {
  type BodyElement,
  type BodyNode,
  bodyText,
  innerText,
  isElement,
  parseTree,
  wordCount,
} from '../../rules/body-html/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import type { EditionContent } from './store.ts';

/** Something the checker of the editor found, with the field it is mended in. */
export interface Finding {
  code: string;
  /** `must` stands in the way of submitting; `should` is worth a look. */
  weight: 'must' | 'should';
  field: string;
  title: Words;
  text: Words;
}

/** Words after which a text without headings tires a reader. */
const LONG_TEXT_WORDS = 500;
/** A Vietnamese sentence of so many syllables always has a mark somewhere. */
const UNMARKED_WORDS = 6;
const MARKED = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
/** A mobile or landline number, written together or in groups. */
const PHONE = /(?<![\d/.-])0\d(?:[ .-]?\d){8,9}(?![\d/])/;
/** An identity number: twelve digits. */
const IDENTITY = /(?<![\d.])\d{12}(?!\d|\.\d)/;
/** Link texts that say nothing to those who hear links read one after another. */
const EMPTY_LINK = /^(xem )?(thêm )?(tại )?(đây|ở đây|tại đây|link|here|click here|read more)\.?$/i;

function finding(code: string, weight: Finding['weight'], field: string, title: Words, text: Words): Finding {
  return { code, weight, field, title, text };
}

/** What is still missing or worth a look before an edition is submitted; what must be mended first. */
export function checkContent(content: EditionContent, language: Lang): Finding[] {
  const tree = parseTree(content.bodyHtml);
  const text = bodyText(content.bodyHtml);
  const found = [
    ...missing(content, text),
    ...pictures(tree),
    ...source(content),
    ...(language === 'vi' ? unmarked(text) : []),
    ...personal(text),
    ...links(tree),
    ...headings(content.bodyHtml, tree),
  ];
  return [
    ...found.filter(({ weight }) => weight === 'must'),
    ...found.filter(({ weight }) => weight === 'should'),
  ];
}

function missing(content: EditionContent, text: string): Finding[] {
  const found: Finding[] = [];
  if (content.title.trim().length < 5) {
    found.push(
      finding(
        'title',
        'must',
        'title',
        { vi: 'Chưa có tiêu đề', en: 'No title yet' },
        {
          vi: 'Ghi một tiêu đề nói được điều chính, ít nhất vài từ.',
          en: 'Write a title that says the main thing, at least a few words.',
        },
      ),
    );
  }
  if (text.trim() === '') {
    found.push(
      finding(
        'body',
        'must',
        'body',
        { vi: 'Chưa có nội dung', en: 'No text yet' },
        {
          vi: 'Viết nội dung bài vào ô “Nội dung”.',
          en: 'Write the text of the item.',
        },
      ),
    );
  }
  if (content.pictureMediaId !== null && content.pictureAlt.trim() === '') {
    found.push(
      finding(
        'picture-alt',
        'must',
        'pictureAlt',
        { vi: 'Ảnh cần lời mô tả', en: 'The picture needs a description' },
        {
          vi: 'Người nghe trang sẽ không biết ảnh có gì. Một câu là đủ.',
          en: 'Those who hear the page will not know what it shows. One sentence is enough.',
        },
      ),
    );
  }
  if (content.summary.trim() === '' && text.trim() !== '') {
    found.push(
      finding(
        'summary',
        'should',
        'summary',
        { vi: 'Chưa có tóm tắt', en: 'No summary yet' },
        {
          vi: 'Một, hai câu tóm tắt hiện ở danh sách và khi chia sẻ bài.',
          en: 'One or two sentences, shown in lists and when the item is shared.',
        },
      ),
    );
  }
  return found;
}

function elements(nodes: readonly BodyNode[]): BodyElement[] {
  return nodes.filter(isElement).flatMap((node) => [node, ...elements(node.children)]);
}

function pictures(tree: readonly BodyNode[]): Finding[] {
  const bare = elements(tree).filter((node) => node.tag === 'img' && !node.attributes.alt?.trim());
  if (bare.length === 0) return [];
  return [
    finding(
      'body-alt',
      'must',
      'body',
      { vi: 'Ảnh trong bài cần lời mô tả', en: 'Pictures in the text need a description' },
      {
        vi: `${bare.length} ảnh trong nội dung chưa có lời mô tả. Chọn ảnh rồi ghi một câu.`,
        en: `${bare.length} of the pictures in the text have no description. Choose the picture and write a sentence.`,
      },
    ),
  ];
}

/** What is taken from elsewhere names its author or agency and when it was published (NĐ 72/2013 Đ20.2, LC-019). */
function source({ source, sourceUrl, sourcePublishedAt, author }: EditionContent): Finding[] {
  const isTaken = sourceUrl !== '' || sourcePublishedAt !== null;
  if (isTaken && (source === '' || sourcePublishedAt === null)) {
    return [
      finding(
        're-use',
        'must',
        source === '' ? 'source' : 'sourcePublishedAt',
        { vi: 'Bài lấy lại chưa ghi đủ nguồn', en: 'The source is not complete' },
        {
          vi: 'Bài lấy từ nơi khác phải ghi tên cơ quan hoặc tác giả và thời gian đăng ở nguồn.',
          en: 'What is taken from elsewhere must name its agency or author and when it was published there.',
        },
      ),
    ];
  }
  if (author === '' && source === '') {
    return [
      finding(
        'author',
        'should',
        'author',
        { vi: 'Chưa ghi tác giả hoặc nguồn', en: 'No author or source' },
        {
          vi: 'Ghi ai viết, hoặc lấy từ đâu, để bạn đọc biết tin của ai.',
          en: 'Say who wrote it or where it is from, so that readers know whose news it is.',
        },
      ),
    ];
  }
  return [];
}

function unmarked(text: string): Finding[] {
  const sentence = text
    .split(/[.!?…;:\n\t]+/)
    .map((one) => one.trim())
    .find((one) => (one.match(/\p{L}+/gu)?.length ?? 0) >= UNMARKED_WORDS && !MARKED.test(one));
  if (!sentence) return [];
  const sample = sentence.slice(0, 60);
  return [
    finding(
      'unmarked',
      'should',
      'body',
      { vi: 'Câu không dấu', en: 'A sentence without diacritics' },
      {
        vi: `“${sample}”. Nếu là tiếng Việt, hãy gõ lại có dấu.`,
        en: `“${sample}”. If it is Vietnamese, type it with its diacritics.`,
      },
    ),
  ];
}

function personal(text: string): Finding[] {
  const sample = PHONE.exec(text)?.[0] ?? IDENTITY.exec(text)?.[0];
  if (!sample) return [];
  return [
    finding(
      'personal',
      'should',
      'body',
      { vi: 'Có thể có thông tin riêng của người dân', en: 'Perhaps personal data' },
      {
        vi: `“${sample}”. Chỉ giữ số điện thoại, số định danh của cơ quan, hoặc khi người ấy đã đồng ý.`,
        en: `“${sample}”. Keep telephone and identity numbers only of offices, or with the person's consent.`,
      },
    ),
  ];
}

function links(tree: readonly BodyNode[]): Finding[] {
  const vague = elements(tree).find(
    (node) => node.tag === 'a' && EMPTY_LINK.test(innerText(node.children).trim()),
  );
  if (!vague) return [];
  const sample = innerText(vague.children).trim();
  return [
    finding(
      'link-text',
      'should',
      'body',
      { vi: 'Chữ nối chưa nói đi đâu', en: 'A link does not say where it goes' },
      {
        vi: `“${sample}”. Hãy nối vào tên của thứ sẽ mở ra.`,
        en: `“${sample}”. Put the link on the name of what it opens.`,
      },
    ),
  ];
}

function headings(html: string, tree: readonly BodyNode[]): Finding[] {
  const has = elements(tree).some((node) => /^h[2-4]$/.test(node.tag));
  if (has || wordCount(html) < LONG_TEXT_WORDS) return [];
  return [
    finding(
      'headings',
      'should',
      'body',
      { vi: 'Bài dài mà chưa có đề mục', en: 'A long text without headings' },
      {
        vi: 'Chia bài bằng vài đề mục để người đọc tìm được chỗ cần.',
        en: 'Divide the text with a few headings so that readers find what they need.',
      },
    ),
  ];
}
