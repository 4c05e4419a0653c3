import { deskFrame } from '../../../desk-frame.tsx';
import { NOT_PERMITTED, scopeOf } from '../../../platform/command/index.ts';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Buttons,
  Callout,
  Chips,
  DataTable,
  DeskTitle,
  EmptyState,
  Form,
  Pager,
} from '../../../ui/index.ts';
import { localityPortals, portalName } from '../../portals/index.ts';
import { resendMail } from '../commands.ts';
import { countMail, type FailedMail, listFailedMail, type MailCounts } from '../mail-store.ts';
import { permits } from '../permits.ts';
import { errorWords, failedMailLabel, purposeWords, words } from '../words.ts';

const PAGE_SIZE = 50;

interface FailedView {
  lang: Lang;
  here: string;
  csrfToken: string;
  portal: { id: number; name: string };
  portals: readonly { id: number; name: string }[];
  rows: readonly FailedMail[];
  counts: MailCounts;
  hasServer: boolean;
  olderHref: string | undefined;
  newestHref: string | undefined;
  done: number | undefined;
}

/** The portal asked for when the person answers for its mails; else this host's, else his first. */
function chosenPortal({ person, site }: StaffContext, fields: URLSearchParams): number {
  const permitted = portalsPermitted(person, permits, 'notifications.resend');
  const asked = fields.get('cong');
  const wanted = asked ? Number(asked) : site.portalId;
  const found = permitted.includes(wanted) ? wanted : asked ? undefined : permitted[0];
  if (found === undefined) throw NOT_PERMITTED;
  return found;
}

export async function showFailedMail(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, query, csrfToken } = context;
  const portalId = chosenPortal(context, query);
  const beforeId = Number(query.get('truoc')) || undefined;
  const [rows, counts] = await ports.database.transaction(scopeOf(person), async (tx) => [
    await listFailedMail(tx, { portalId, beforeId, limit: PAGE_SIZE + 1 }),
    await countMail(tx, portalId),
  ]);
  const mine = portalsPermitted(person, permits, 'notifications.resend');
  const portals = (await localityPortals(ports, person.localityId))
    .filter(({ id }) => mine.includes(id))
    .map((portal) => ({ id: portal.id, name: portalName(portal, lang) }));
  const here = deskPath(lang, '/thu-gui');
  const shown = rows.slice(0, PAGE_SIZE);
  const view: FailedView = {
    ...{ lang, here, csrfToken, portals, counts, rows: shown },
    portal: portals.find(({ id }) => id === portalId) ?? { id: portalId, name: '' },
    hasServer: ports.mail.kind !== 'none',
    olderHref: rows.length > PAGE_SIZE ? `${here}?cong=${portalId}&truoc=${shown.at(-1)?.id}` : undefined,
    newestHref: beforeId === undefined ? undefined : `${here}?cong=${portalId}`,
    done: Number(query.get('xong')) || undefined,
  };
  const html = deskFrame(
    ports,
    context,
    { title: failedMailLabel[lang], portalName: view.portal.name },
    <FailedMailPage {...view} />,
  );
  return { kind: 'page', html };
}

function FailedMailPage(view: FailedView) {
  const { lang, here, portal, counts } = view;
  const w = words[lang].mail;
  const hidden = { _token: view.csrfToken, cong: String(portal.id) };
  return (
    <>
      <DeskTitle eyebrow={portal.name} title={failedMailLabel[lang]}>
        {view.portals.length > 1 && (
          <Chips
            label={w.portal}
            chips={view.portals.map(({ id, name }) => ({
              href: `${here}?cong=${id}`,
              text: name,
              current: id === portal.id,
            }))}
          />
        )}
      </DeskTitle>
      <p>{w.lead}</p>
      {view.done && <Callout tone="good" live title={w.done(view.done)} />}
      {!view.hasServer && (
        <Callout tone="warn" title={w.noServer}>
          <p>{w.noServerHelp}</p>
        </Callout>
      )}
      {counts.waiting > 0 && <p class="note num">{w.waiting(counts.waiting)}</p>}
      {view.rows.length === 0 ? (
        <EmptyState title={w.none} />
      ) : (
        <Form action={here} hidden={hidden} label={failedMailLabel[lang]}>
          <FailedTable {...view} />
          {counts.failed > 1 && (
            <Buttons>
              <Button kind="second" name="mail" value="all" icon="send">
                {w.resendAll(counts.failed)}
              </Button>
            </Buttons>
          )}
        </Form>
      )}
      <Pager lang={lang} newerHref={view.newestHref} olderHref={view.olderHref} />
    </>
  );
}

function FailedTable({ lang, portal, rows }: FailedView) {
  const w = words[lang].mail;
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.caption(portal.name),
        captionHidden: true,
        columns: [
          { label: w.purpose },
          { label: w.queuedAt },
          { label: w.failedAt },
          { label: w.tries, numeric: true },
          { label: w.error },
          { label: w.again },
        ],
        rows: rows.map((row) => [
          purposeWords(row.purpose, lang),
          formatInstant(row.queued_at, lang),
          formatInstant(row.failed_at, lang),
          String(row.tries),
          errorWords(row.last_error, lang),
          <Button key="gui" kind="second" name="mail" value={String(row.id)}>
            {w.resend}
            <span class="unseen">
              : {purposeWords(row.purpose, lang)}, {formatInstant(row.queued_at, lang)}
            </span>
          </Button>,
        ]),
      }}
    />
  );
}

export async function resendFailed(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, lang, person } = context;
  const portalId = chosenPortal(context, form);
  const mail = form.get('mail') ?? '';
  const { count } = await ports.perform(person, resendMail, {
    portalId,
    ...(mail !== 'all' && { mailIds: [Number(mail) || 0] }),
  });
  return { kind: 'redirect', to: `${deskPath(lang, '/thu-gui')}?cong=${portalId}&xong=${count}` };
}
