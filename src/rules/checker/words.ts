import type { Words } from '../lang.ts';
import type { CheckCode, CheckGroup } from './codes.ts';
import type { Found } from './model.ts';

interface FindingWords {
  title: Words;
  text: Words;
}

const w = (title: [vi: string, en: string], text: [vi: string, en: string]): FindingWords => ({
  title: { vi: title[0], en: title[1] },
  text: { vi: text[0], en: text[1] },
});

/** What each finding is called, and what to do about it. The words found are shown beside it. */
export const CHECK_WORDS: Record<CheckCode, FindingWords> = {
  title: w(
    ['Chưa có tiêu đề', 'No title yet'],
    [
      'Ghi một tiêu đề nói được điều chính, ít nhất vài từ.',
      'Write a title that says the main thing, at least a few words.',
    ],
  ),
  body: w(
    ['Chưa có nội dung', 'No text yet'],
    ['Viết nội dung bài vào ô “Nội dung”.', 'Write the text of the item.'],
  ),
  summary: w(
    ['Chưa có tóm tắt', 'No summary yet'],
    [
      'Một, hai câu tóm tắt hiện ở danh sách và khi chia sẻ bài.',
      'One or two sentences, shown in lists and when the item is shared.',
    ],
  ),
  'picture-alt': w(
    ['Ảnh cần lời mô tả', 'The picture needs a description'],
    [
      'Người nghe trang sẽ không biết ảnh có gì. Một câu là đủ.',
      'Those who hear the page will not know what it shows. One sentence is enough.',
    ],
  ),
  'body-alt': w(
    ['Ảnh trong bài cần lời mô tả', 'A picture in the text needs a description'],
    ['Chọn ảnh rồi ghi một câu: trong ảnh có gì.', 'Choose the picture and write a sentence: what it shows.'],
  ),
  'alt-poor': w(
    ['Lời mô tả ảnh chưa nói gì', 'The description of a picture says nothing'],
    [
      'Tên tệp hay chữ “ảnh” không giúp người nghe trang. Ghi ai, làm gì, ở đâu.',
      'The name of a file or the word “picture” helps nobody. Say who does what, and where.',
    ],
  ),
  'image-of-text': w(
    ['Ảnh chụp chữ', 'A picture of text'],
    [
      'Người nghe trang và máy tìm kiếm không đọc được chữ trong ảnh. Gõ lại nội dung, hoặc kèm tệp đọc được.',
      'Nobody who hears the page and no search can read it. Type the text, or attach a file that can be read.',
    ],
  ),
  headings: w(
    ['Bài dài mà chưa có đề mục', 'A long text without headings'],
    [
      'Chia bài bằng vài đề mục để người đọc tìm được chỗ cần.',
      'Divide the text with a few headings so that readers find what they need.',
    ],
  ),
  'heading-order': w(
    ['Đề mục nhảy bậc', 'A heading skips a level'],
    [
      'Dưới đề mục lớn là mục nhỏ kế tiếp, không bỏ qua bậc nào.',
      'Below a heading comes the next level, none left out.',
    ],
  ),
  'heading-empty': w(
    ['Đề mục trống', 'An empty heading'],
    ['Bỏ đề mục này, hoặc ghi chữ vào.', 'Remove the heading, or give it words.'],
  ),
  'fake-heading': w(
    ['Chữ đậm thay cho đề mục', 'Bold letters for a heading'],
    [
      'Đổi dòng này thành đề mục, để người nghe trang nhảy đến được.',
      'Make the line a heading, so that those who hear the page can go to it.',
    ],
  ),
  'fake-list': w(
    ['Danh sách gõ tay', 'A list typed by hand'],
    [
      'Bỏ dấu gạch hoặc số đầu dòng, rồi dùng nút “Danh sách” hoặc “Đánh số”.',
      'Remove the dashes or numbers and use the button for lists.',
    ],
  ),
  capitals: w(
    ['Cả dòng viết hoa', 'A whole line in capitals'],
    [
      'Viết như câu thường: chữ hoa liền nhau khó đọc, máy đọc có khi đánh vần từng chữ.',
      'Write it as a sentence: capitals are hard to read, and some readers spell them.',
    ],
  ),
  'colour-only': w(
    ['Chỉ phân biệt bằng màu', 'Told apart by colour only'],
    [
      'Người không phân biệt được màu, và người nghe trang, không biết là phần nào. Gọi tên hoặc đánh số phần ấy; màu chữ cũng không giữ lại khi lưu.',
      'Those who cannot tell colours and those who hear the page do not know which part is meant. Name or number it; colours are not kept either.',
    ],
  ),
  'table-header': w(
    ['Bảng chưa có hàng tiêu đề', 'A table without a header'],
    [
      'Đánh dấu hàng đầu là hàng tiêu đề, để máy đọc nói được ô này thuộc cột nào.',
      'Mark the first row as the header, so that a reader can say which column a cell belongs to.',
    ],
  ),
  'table-caption': w(
    ['Bảng chưa có tên', 'A table without a name'],
    ['Ghi tên bảng: bảng nói về gì, đơn vị tính.', 'Give the table a name: what it tells, in which unit.'],
  ),
  'table-layout': w(
    ['Bảng dùng để dàn trang', 'A table that arranges the page'],
    [
      'Viết thành đoạn, danh sách hoặc ảnh có chú thích. Bảng chỉ dành cho số liệu.',
      'Write paragraphs, a list, or pictures with captions. Tables are for data.',
    ],
  ),
  'link-empty': w(
    ['Chỗ nối không có chữ', 'A link without words'],
    ['Ghi tên của thứ sẽ mở ra, hoặc bỏ chỗ nối này.', 'Name what it opens, or remove the link.'],
  ),
  'link-text': w(
    ['Chữ nối chưa nói đi đâu', 'A link does not say where it goes'],
    [
      'Hãy nối vào tên của thứ sẽ mở ra, thay cho “xem tại đây”.',
      'Put the link on the name of what it opens, not on “click here”.',
    ],
  ),
  'link-bare': w(
    ['Chữ nối là một địa chỉ', 'A link is a bare address'],
    [
      'Máy đọc sẽ đọc từng ký tự. Hãy nối vào tên của trang.',
      'It is read out letter by letter. Put the link on the name of the page.',
    ],
  ),
  foreign: w(
    ['Đoạn bằng tiếng khác', 'A passage in another language'],
    [
      'Máy đọc sẽ đọc đoạn này như tiếng Việt. Đặt vào khối trích dẫn kèm lời dịch, hoặc đưa sang bản tiếng Anh của bài.',
      'It is read out as if it were Vietnamese. Make it a quotation with a translation, or move it to the English edition.',
    ],
  ),
  secrecy: w(
    ['Có dấu mật', 'A mark of secrecy'],
    [
      'Tài liệu có dấu mật không bao giờ lên cổng. Nếu đây không phải dấu mật, người soát ghi lý do rồi bỏ qua.',
      'A document with such a mark never goes on the portal. If it is none, a checker may say why and pass it.',
    ],
  ),
  'personal-identity': w(
    ['Số giấy tờ của một người', 'A number of somebody’s papers'],
    [
      'Bỏ số căn cước, chứng minh, hộ chiếu; nếu cần phân biệt thì che bớt, ví dụ 0100****1234.',
      'Remove the number of the card or passport; where people must be told apart, hide most of it.',
    ],
  ),
  'personal-phone': w(
    ['Có thể là điện thoại riêng', 'Perhaps a private telephone'],
    [
      'Chỉ giữ số của cơ quan, đường dây nóng, hoặc khi người ấy đã đồng ý.',
      'Keep only numbers of offices and hotlines, or with the person’s consent.',
    ],
  ),
  'personal-email': w(
    ['Có thể là thư điện tử riêng', 'Perhaps a private e-mail address'],
    [
      'Chỉ giữ địa chỉ công vụ, hoặc khi người ấy đã đồng ý.',
      'Keep only official addresses, or with the person’s consent.',
    ],
  ),
  'personal-address': w(
    ['Chỗ ở của một người', 'Where somebody lives'],
    [
      'Chỉ ghi đến xã, phường; bỏ số nhà, thôn, tổ nếu không bắt buộc phải nêu.',
      'Name the commune or ward only; leave out house and hamlet unless they must be told.',
    ],
  ),
  'personal-birth': w(
    ['Ngày sinh đi với tên người', 'A date of birth beside a name'],
    ['Bỏ ngày sinh, hoặc chỉ ghi tuổi nếu bài cần.', 'Remove it, or give the age if the text needs it.'],
  ),
  'personal-bank': w(
    ['Tài khoản, thẻ ngân hàng', 'A bank account or card'],
    [
      'Không đăng tài khoản của cá nhân. Tài khoản của cơ quan, quỹ thì ghi rõ tên đơn vị thụ hưởng ngay bên cạnh.',
      'Never publish a person’s account. Beside an account of an office or fund, name whose it is.',
    ],
  ),
  'personal-tax': w(
    ['Mã số thuế của cá nhân', 'A person’s tax code'],
    [
      'Hồ sơ thuế là bí mật cá nhân. Bỏ mã số này; mã của doanh nghiệp thì ghi rõ tên doanh nghiệp.',
      'Tax files are personal secrets. Remove the code; beside an enterprise’s, name the enterprise.',
    ],
  ),
  'personal-insurance': w(
    ['Số bảo hiểm của một người', 'Somebody’s insurance number'],
    [
      'Số sổ, số thẻ bảo hiểm là bí mật cá nhân. Bỏ số này.',
      'Numbers of social and health insurance are personal secrets. Remove it.',
    ],
  ),
  'personal-health': w(
    ['Tình trạng sức khoẻ của một người có tên', 'The health of a person who is named'],
    [
      'Hồ sơ y tế là bí mật cá nhân. Bỏ tên, hoặc bỏ điều nói về bệnh tật.',
      'Health is a personal secret. Remove the name, or what is said of the illness.',
    ],
  ),
  'personal-plate': w(
    ['Biển số xe của một người', 'Somebody’s number plate'],
    ['Bỏ hoặc che bớt biển số, ví dụ 24A-***.45.', 'Remove the plate, or hide part of it.'],
  ),
  unmarked: w(
    ['Câu không dấu', 'Words without diacritics'],
    [
      'Nếu là tiếng Việt, hãy gõ lại có dấu: người nghe trang và máy tìm kiếm không hiểu chữ không dấu.',
      'If it is Vietnamese, type it with its diacritics: neither readers nor searches understand it otherwise.',
    ],
  ),
  legacy: w(
    ['Chữ ở bảng mã cũ', 'Letters of an old code table'],
    [
      'Cổng chỉ dùng Unicode. Bấm “Chuyển cả bài” để xem trước rồi chuyển.',
      'The portal uses Unicode only. “Convert the whole item” shows what it will be, then converts it.',
    ],
  ),
  mojibake: w(
    ['Chữ hỏng', 'Damaged letters'],
    [
      'Chữ bị đọc sai bảng mã. Bấm “Chuyển cả bài” để xem trước rồi chuyển; chỗ nào không chuyển được thì chép lại từ bản gốc.',
      'The letters were read in the wrong code. “Convert the whole item” mends what can be mended; copy the rest from the original.',
    ],
  ),
  'link-malformed': w(
    ['Địa chỉ nối sai', 'A link that cannot open'],
    [
      'Trình duyệt không mở được địa chỉ này. Sửa lại, hoặc bỏ chỗ nối.',
      'No browser opens this address. Mend it, or remove the link.',
    ],
  ),
  'link-missing': w(
    ['Nối đến chỗ không có', 'A link to something that is not there'],
    ['Bài, tệp hoặc trang được nối đến', 'What it leads to'],
  ),
  'link-outside': w(
    ['Nối đến trang ngoài không mở được', 'A link to a page outside that does not open'],
    ['Trang được nối đến', 'The page it leads to'],
  ),
  'link-http': w(
    ['Địa chỉ chưa mã hoá (http)', 'An address without encryption (http)'],
    [
      'Dùng https:// nếu trang kia có; người đọc không bị ai chen vào giữa.',
      'Use https:// if the other site has it; nobody can then interfere on the way.',
    ],
  ),
  're-use': w(
    ['Bài lấy lại chưa ghi đủ nguồn', 'The source is not complete'],
    [
      'Bài lấy từ nơi khác phải ghi tên cơ quan hoặc tác giả và thời gian đăng ở nguồn, vào phần “Tác giả, nguồn”.',
      'What is taken from elsewhere must name its agency or author and when it was published there, under “Author, source”.',
    ],
  ),
  author: w(
    ['Chưa ghi tác giả hoặc nguồn', 'No author or source'],
    [
      'Ghi ai viết, hoặc lấy từ đâu, để bạn đọc biết tin của ai.',
      'Say who wrote it or where it is from, so that readers know whose news it is.',
    ],
  ),
};

/** The sentence of a finding, with what it found where that is said in it. */
export function sentenceOf({ code, detail }: Found): Words {
  const { text } = CHECK_WORDS[code];
  if (!detail) return text;
  return {
    vi: `${text.vi} ${detail.vi}. Sửa lại địa chỉ, hoặc bỏ chỗ nối.`,
    en: `${text.en} ${detail.en}. Change the address, or remove the link.`,
  };
}

export const GROUP_WORDS: Record<CheckGroup, Words> = {
  secrets: { vi: 'Bí mật, thông tin riêng', en: 'Secrets and private data' },
  complete: { vi: 'Còn thiếu', en: 'Still missing' },
  letters: { vi: 'Chữ viết', en: 'Letters' },
  source: { vi: 'Tác giả, nguồn', en: 'Author and source' },
  access: { vi: 'Để ai cũng đọc được', en: 'For everyone to read' },
  links: { vi: 'Chỗ nối', en: 'Links' },
};
