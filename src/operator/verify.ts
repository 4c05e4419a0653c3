import { verifyChain } from '../rooms/audit/index.ts';
import { type GazetteFault, type GazetteVerdict, verifyGazette } from '../rooms/gazette/index.ts';
import { type LibraryFault, type LibraryVerdict, verifyLibrary } from '../rooms/library/index.ts';
import { type CopiesVerdict, type CopyFault, verifyPublications } from '../rooms/publishing/index.ts';
import type { Words } from '../rules/lang.ts';
import { verdictWords } from './audit-verify.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { withApp } from './installation.ts';
import { LOCALITY_OPTION, ofLocalities } from './lookups.ts';

const COPY_FAULTS: Record<CopyFault, Words> = {
  content: { vi: 'nội dung không khớp dấu của nó', en: 'its content does not match its hash' },
  changed: { vi: 'không còn là bản đã duyệt', en: 'it is no longer what was approved' },
  deleted: { vi: 'đã bị xóa', en: 'it was deleted' },
  unrecorded: { vi: 'không có trong nhật ký', en: 'the record knows nothing of it' },
  end: { vi: 'việc gỡ hoặc thay không khớp nhật ký', en: 'its end is not that of the record' },
  note: {
    vi: 'lời báo gỡ, đính chính hoặc rà soát bản dịch không khớp nhật ký',
    en: 'its notice, correction or review of translation is not that of the record',
  },
};

const LIBRARY_FAULTS: Record<LibraryFault, Words> = {
  changed: { vi: 'đã bị sửa', en: 'it was changed' },
  deleted: { vi: 'đã bị xóa', en: 'it was deleted' },
  unrecorded: { vi: 'không có trong nhật ký', en: 'the record knows nothing of it' },
  end: { vi: 'việc bỏ không khớp nhật ký', en: 'its removal is not that of the record' },
  misread: { vi: 'thư viện ghi khác bản đã đăng', en: 'the library says something else than the text' },
  miscited: { vi: 'phần viện dẫn khác bản đã đăng', en: 'its citations are not those of the text' },
};

function copiesWords(verdict: CopiesVerdict): Words {
  if (verdict.whole)
    return {
      vi: `bài đã đăng nguyên vẹn, ${verdict.copies} bản`,
      en: `public copies whole, ${verdict.copies}`,
    };
  const fault = COPY_FAULTS[verdict.reason];
  const id = verdict.publicationId;
  return { vi: `BẢN ĐÃ ĐĂNG số ${id} SAI: ${fault.vi}`, en: `PUBLIC COPY ${id} IS WRONG: ${fault.en}` };
}

function libraryWords(verdict: LibraryVerdict): Words {
  if (verdict.whole) {
    const { documents, relations } = verdict;
    return {
      vi: `thư viện nguyên vẹn, ${documents} văn bản, ${relations} quan hệ`,
      en: `library whole, ${documents} documents, ${relations} relations`,
    };
  }
  const fault = LIBRARY_FAULTS[verdict.reason];
  const { id } = verdict;
  return verdict.what === 'relation'
    ? { vi: `QUAN HỆ số ${id} SAI: ${fault.vi}`, en: `RELATION ${id} IS WRONG: ${fault.en}` }
    : {
        vi: `VĂN BẢN của bài ${id} SAI: ${fault.vi}`,
        en: `THE DOCUMENT OF ITEM ${id} IS WRONG: ${fault.en}`,
      };
}

const GAZETTE_FAULTS: Record<GazetteFault, Words> = {
  changed: { vi: 'đã bị sửa sau khi phát hành', en: 'it was changed after it was issued' },
  deleted: { vi: 'đã bị xóa', en: 'it was deleted' },
  unrecorded: { vi: 'không có trong nhật ký', en: 'the record knows nothing of it' },
  content: { vi: 'nội dung không phải nội dung đã ký', en: 'its content is not what was signed' },
  signature: { vi: 'chữ ký không khớp', en: 'its signature does not fit' },
  key: { vi: 'khóa đã ký không phải khóa của địa phương', en: 'the key is not one of the locality' },
  order: { vi: 'không nối tiếp số trước', en: 'it does not follow the issue before it' },
  pdf: {
    vi: 'bản in đã mất hoặc không phải bản đã ký',
    en: 'the printed issue is gone or not what was signed',
  },
  sending: { vi: 'việc gửi đăng không khớp nhật ký', en: 'its sending is not that of the record' },
};

function gazetteWords(verdict: GazetteVerdict): Words {
  if (verdict.whole)
    return {
      vi: `Công báo nguyên vẹn, ${verdict.issues} số`,
      en: `gazette whole, ${verdict.issues} issues`,
    };
  const fault = GAZETTE_FAULTS[verdict.reason];
  const { id } = verdict;
  return verdict.reason === 'sending'
    ? {
        vi: `VĂN BẢN GỬI ĐĂNG CÔNG BÁO số ${id} SAI: ${fault.vi}`,
        en: `GAZETTE SENDING ${id} IS WRONG: ${fault.en}`,
      }
    : { vi: `SỐ CÔNG BÁO ${id} SAI: ${fault.vi}`, en: `GAZETTE ISSUE ${id} IS WRONG: ${fault.en}` };
}

/** `verify`: holds the record, every public copy, the library and the gazette of each locality against each other. */
export const verify: OperatorCommand = {
  name: 'verify',
  words: {
    vi: 'Kiểm tra nhật ký, bài đã đăng, thư viện văn bản và Công báo có bị sửa không',
    en: 'Check that the record, what is public, the library and the gazette were not tampered with',
  },
  options: LOCALITY_OPTION,
  desk: '/nhat-ky',
  run: (call) =>
    withApp(call, async (app) => {
      const verdicts = await ofLocalities(app, call, async (tx, id) => ({
        record: await verifyChain(tx, id),
        copies: await verifyPublications(tx, id),
        library: await verifyLibrary(tx, id),
        gazette: await verifyGazette(tx, id, app.ports.files),
      }));
      return {
        data: verdicts,
        text: verdicts
          .flatMap(({ locality, record, copies, library, gazette }) =>
            [verdictWords(record), copiesWords(copies), libraryWords(library), gazetteWords(gazette)].map(
              (words) => `${locality}: ${sentence(call, words)}`,
            ),
          )
          .join('\n'),
        ok: verdicts.every(
          ({ record, copies, library, gazette }) =>
            record.whole && copies.whole && library.whole && gazette.whole,
        ),
      };
    }),
};
