import { formatInstant } from '../rules/calendar/index.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { withApp } from './installation.ts';

const MOST = 200;
const WORDS = {
  none: { vi: 'Không có việc máy nào bị lỗi.', en: 'No background work has failed.' },
  tries: (n: number) => ({ vi: `đã thử ${n} lần`, en: `tried ${n} times` }),
};

/** `jobs list`: background work that gave up, with its error. */
export const jobsList: OperatorCommand = {
  name: 'jobs list',
  words: { vi: 'Việc máy đã thử nhiều lần mà vẫn lỗi', en: 'Background work that failed for good' },
  desk: '/viec-may',
  run: (call) =>
    withApp(call, async ({ ports }) => {
      const failed = await ports.jobs.listFailed(MOST);
      const lines = failed.map((job) =>
        [
          `${job.id}  ${job.name}  ${job.failedAt ? formatInstant(job.failedAt, call.lang) : ''}`,
          `    ${sentence(call, WORDS.tries(job.tries))}: ${job.error}`,
          `    ${JSON.stringify(job.data)}`,
        ].join('\n'),
      );
      return { data: failed, text: lines.length > 0 ? lines.join('\n') : sentence(call, WORDS.none) };
    }),
};
