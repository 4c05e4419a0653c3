import { type ChainVerdict, verifyChain } from '../rooms/audit/index.ts';
import type { Words } from '../rules/lang.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { withApp } from './installation.ts';
import { LOCALITY_OPTION, ofLocalities } from './lookups.ts';

const REASONS: Record<'gap' | 'prev' | 'hash' | 'head', Words> = {
  gap: { vi: 'thiếu dòng này', en: 'this entry is missing' },
  prev: { vi: 'không nối với dòng trước', en: 'it does not follow the entry before' },
  hash: { vi: 'nội dung đã bị sửa', en: 'its content was changed' },
  head: { vi: 'các dòng cuối đã bị cắt', en: 'entries at the end were cut off' },
};

/** A verdict in words, for this command and the doctor. */
export function verdictWords(verdict: ChainVerdict): Words {
  if (verdict.whole) {
    const short = verdict.hash.slice(0, 16);
    return {
      vi: `nguyên vẹn, ${verdict.entries} dòng, dấu ${short}`,
      en: `whole, ${verdict.entries} entries, hash ${short}`,
    };
  }
  const { vi, en } = REASONS[verdict.reason];
  return { vi: `ĐỨT ở dòng ${verdict.seq}: ${vi}`, en: `BROKEN at entry ${verdict.seq}: ${en}` };
}

/** `audit verify`: walks the chain of every locality, or of one. */
export const auditVerify: OperatorCommand = {
  name: 'audit verify',
  words: { vi: 'Kiểm tra chuỗi nhật ký có bị sửa không', en: 'Check that the record was not tampered with' },
  options: LOCALITY_OPTION,
  desk: '/nhat-ky',
  run: (call) =>
    withApp(call, async (app) => {
      const verdicts = await ofLocalities(app, call, verifyChain);
      return {
        data: verdicts,
        text: verdicts.map((one) => `${one.locality}: ${sentence(call, verdictWords(one))}`).join('\n'),
        ok: verdicts.every(({ whole }) => whole),
      };
    }),
};
