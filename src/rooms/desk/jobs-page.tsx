import { deskFrame } from '../../desk-frame.tsx';
import { scopeOf } from '../../platform/command/index.ts';
import { deskPath } from '../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { formatInstant } from '../../rules/calendar/index.ts';
import { Button, Callout, DeskTitle, EmptyState, KeyList } from '../../ui/index.ts';
import { outsideNews, outsideSummary } from '../publishing/index.ts';
import { words } from './words.ts';

const MOST_SHOWN = 100;

/** Background work that gave up, with the way to run it again; and whether other sites are asked for what links lead to. */
export async function failedJobsPage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, query, csrfToken, person } = context;
  const w = words[lang];
  const failed = await ports.jobs.listFailed(MOST_SHOWN);
  const asked = await ports.database.transaction(scopeOf(person), (tx) =>
    outsideSummary(tx, person.localityId),
  );
  const news = outsideNews(asked, ports.outside !== undefined, lang);
  const html = deskFrame(
    ports,
    context,
    { title: w.jobsTitle },
    <>
      <DeskTitle title={w.jobsTitle} />
      <p>{w.jobsLead}</p>
      {query.get('xong') && <Callout tone="good">{w.jobRetried}</Callout>}
      {failed.length === 0 && <EmptyState title={w.jobsNone} />}
      {failed.map((job) => (
        <section key={job.id} class="section" aria-label={job.name}>
          <KeyList
            rows={[
              { key: w.jobName, value: job.name },
              { key: w.jobError, value: job.error },
              { key: w.jobTries, value: String(job.tries) },
              { key: w.jobFailed, value: job.failedAt ? formatInstant(job.failedAt, lang) : '' },
            ]}
          />
          <form method="post" action={deskPath(lang, '/viec-may')}>
            <input type="hidden" name="_token" value={csrfToken} />
            <input type="hidden" name="name" value={job.name} />
            <input type="hidden" name="id" value={job.id} />
            <Button kind="second">{w.jobRetry}</Button>
          </form>
        </section>
      ))}
      <Callout tone={news.tone} title={news.title}>
        {news.text.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Callout>
    </>,
  );
  return { kind: 'page', html };
}

export async function retryJob(ports: Ports, { form, lang, person }: StaffContext): Promise<Reply> {
  const name = form.get('name') ?? '';
  const id = form.get('id') ?? '';
  const failed = await ports.jobs.listFailed(MOST_SHOWN);
  if (failed.some((job) => job.name === name && job.id === id)) {
    await ports.jobs.retry(name, id);
    ports.log.info({ job: name, id, personId: person.personId }, 'a failed job was queued again');
  }
  return { kind: 'redirect', to: `${deskPath(lang, '/viec-may')}?xong=1` };
}
