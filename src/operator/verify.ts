import { verifyChain } from '../rooms/audit/index.ts';
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

/** `verify`: holds the record, every public copy and the library of each locality against each other. */
export const verify: OperatorCommand = {
  name: 'verify',
  words: {
    vi: 'Kiểm tra nhật ký, bài đã đăng và thư viện văn bản có bị sửa không',
    en: 'Check that the record, what is public and the library were not tampered with',
  },
  options: LOCALITY_OPTION,
  desk: '/nhat-ky',
  run: (call) =>
    withApp(call, async (app) => {
      const verdicts = await ofLocalities(app, call, async (tx, id) => ({
        record: await verifyChain(tx, id),
        copies: await verifyPublications(tx, id),
        library: await verifyLibrary(tx, id),
      }));
      return {
        data: verdicts,
        text: verdicts
          .flatMap(({ locality, record, copies, library }) =>
            [verdictWords(record), copiesWords(copies), libraryWords(library)].map(
              (words) => `${locality}: ${sentence(call, words)}`,
            ),
          )
          .join('\n'),
        ok: verdicts.every(({ record, copies, library }) => record.whole && copies.whole && library.whole),
      };
    }),
};
