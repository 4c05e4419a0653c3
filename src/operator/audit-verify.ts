import { type ChainVerdict, verifyChain } from '../rooms/audit/index.ts';
import { listLocalities } from '../rooms/portals/index.ts';
import type { Words } from '../rules/lang.ts';
import { Refusal } from '../rules/refusal.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { readAll, withApp } from './installation.ts';
import { TOOL_WORDS } from './words.ts';

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
  options: {
    locality: { value: 'CODE', words: { vi: 'chỉ một địa phương', en: 'one locality only' } },
  },
  desk: '/nhat-ky',
  run: (call) =>
    withApp(call, async (app) => {
      const code = call.find('locality');
      const verdicts = await readAll(app, async (tx) => {
        const localities = (await listLocalities(tx)).filter((one) => !code || one.code === code);
        if (code && localities.length === 0)
          throw new Refusal('locality-unknown', TOOL_WORDS.unknownLocality(code));
        const found = [];
        for (const locality of localities) {
          call.progress.step(locality.code);
          found.push({ locality: locality.code, ...(await verifyChain(tx, locality.id)) });
        }
        return found;
      });
      return {
        data: verdicts,
        text: verdicts.map((one) => `${one.locality}: ${sentence(call, verdictWords(one))}`).join('\n'),
        ok: verdicts.every(({ whole }) => whole),
      };
    }),
};
