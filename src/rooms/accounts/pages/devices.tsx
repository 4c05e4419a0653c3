import type { Lang } from '../../../rules/lang.ts';
import { Button, Buttons, Callout, DataTable, DeskTitle, Form, Tag } from '../../../ui/index.ts';
import { devicesWords } from '../devices-words.ts';

export interface DevicesView {
  lang: Lang;
  csrfToken: string;
  action: string;
  notice?: string | undefined;
  limits: string | undefined;
  sessions: readonly {
    id: number;
    device: string;
    address: string;
    factors: string;
    since: string;
    seen: string;
    isHere: boolean;
  }[];
}

/** Where one is signed in, and ending it. */
export function Devices(view: DevicesView) {
  const { lang, sessions, csrfToken, action } = view;
  const w = devicesWords(lang);
  return (
    <>
      <DeskTitle title={w.title} />
      {view.notice && <Callout tone="good" live title={view.notice} />}
      <p>{w.lead}</p>
      <DataTable
        lang={lang}
        table={{
          caption: w.sessions,
          stacked: true,
          columns: [w.device, w.place, w.by, w.since, w.seen, w.action].map((label) => ({ label })),
          rows: sessions.map((one) => [
            one.device,
            <span class="num" key="a">
              {one.address}
            </span>,
            one.factors,
            one.since,
            one.seen,
            one.isHere ? (
              <Tag key="t" tone="live">
                {w.here}
              </Tag>
            ) : (
              <Form
                key="f"
                action={action}
                hidden={{ _token: csrfToken, phien: String(one.id) }}
                label={w.endOf(one.device, one.since)}
              >
                <Button kind="light">
                  {w.end}
                  <span class="unseen"> {one.device}</span>
                </Button>
              </Form>
            ),
          ]),
        }}
      />
      {sessions.length > 1 && (
        <Form action={action} hidden={{ _token: csrfToken, phien: 'khac' }}>
          <Buttons>
            <Button kind="second" icon="log-out">
              {w.endOthers}
            </Button>
          </Buttons>
        </Form>
      )}
      {view.limits && <p class="note">{view.limits}</p>}
    </>
  );
}
