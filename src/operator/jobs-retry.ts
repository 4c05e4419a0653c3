import type { FailedJob } from '../platform/jobs/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { type OperatorCommand, sentence, UsageError } from './command.ts';
import { withApp } from './installation.ts';
import { TOOL_WORDS } from './words.ts';

const MOST = 1_000;
const WORDS = {
  retried: (n: number) => ({
    vi: `Đã xếp ${n} việc vào hàng để chạy lại.`,
    en: `${n} jobs were queued to run again.`,
  }),
  ran: (n: number) => ({ vi: `Đã chạy ${n} việc.`, en: `${n} jobs ran.` }),
  stillFailing: (n: number) => ({
    vi: `Còn ${n} việc lỗi: npm run portal -- jobs list`,
    en: `${n} still fail: npm run portal -- jobs list`,
  }),
  unknown: (id: string) => ({ vi: `Không có việc lỗi nào mã ${id}.`, en: `No failed job has the id ${id}.` }),
};

/** `jobs retry`: puts failed work back into its queue; without a server beside it (embedded), runs it at once. */
export const jobsRetry: OperatorCommand = {
  name: 'jobs retry',
  words: { vi: 'Cho chạy lại việc máy bị lỗi', en: 'Run failed background work again' },
  options: {
    id: { value: 'ID', words: { vi: 'chỉ việc này', en: 'this job only' } },
    all: { words: { vi: 'mọi việc bị lỗi', en: 'all that failed' } },
  },
  example: 'npm run portal -- jobs retry --all',
  desk: '/viec-may',
  run: (call) => {
    const id = call.find('id');
    if (!id && !call.flag('all')) throw new UsageError(TOOL_WORDS.missing('--id / --all', 'jobs retry'));
    return withApp(call, async ({ ports }) => {
      const chosen = (await ports.jobs.listFailed(MOST)).filter((job: FailedJob) => !id || job.id === id);
      if (id && chosen.length === 0) throw new Refusal('job-unknown', WORDS.unknown(id));
      for (const job of chosen) await ports.jobs.retry(job.name, job.id);
      const ran = ports.database.kind === 'pglite' ? await ports.jobs.drain() : 0;
      const left = ran > 0 ? (await ports.jobs.listFailed(MOST)).length : 0;
      return {
        data: { queued: chosen.length, ran, stillFailing: left },
        text: [
          sentence(call, WORDS.retried(chosen.length)),
          ...(ran > 0 ? [sentence(call, WORDS.ran(ran))] : []),
          ...(left > 0 ? [sentence(call, WORDS.stillFailing(left))] : []),
        ].join('\n'),
        ok: left === 0,
      };
    });
  },
};
