import { replayErasures } from '../rooms/inquiries/index.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { withApp } from './installation.ts';

export const ERASURE_WORDS = {
  none: {
    vi: 'Không có thư đã xóa nào quay lại.',
    en: 'Nothing that was deleted has come back.',
  },
  replayed: (n: number) => ({
    vi: `Đã xóa lại ${n} thư mà bản sao lưu mang về.`,
    en: `${n} deleted inquiries that a backup brought back were deleted again.`,
  }),
};

/** `erasures replay`: after a restore, deletes again what had been deleted since the backup; every start does it too. */
export const erasuresReplay: OperatorCommand = {
  name: 'erasures replay',
  words: {
    vi: 'Sau khi khôi phục bản sao lưu: xóa lại những thư đã xóa',
    en: 'After restoring a backup: delete again what had been deleted',
  },
  example: 'npm run portal -- erasures replay',
  run: (call) =>
    withApp(call, async ({ ports }) => {
      const replayed = await replayErasures(ports);
      // the embedded database has no server beside it: the files go now
      if (ports.database.kind === 'pglite' && replayed > 0) await ports.jobs.drain();
      const words = replayed === 0 ? ERASURE_WORDS.none : ERASURE_WORDS.replayed(replayed);
      return { data: { replayed }, text: sentence(call, words) };
    }),
};
