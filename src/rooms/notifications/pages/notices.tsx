import { deskFrame } from '../../../desk-frame.tsx';
import { deskPath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Buttons,
  Callout,
  DeskList,
  DeskRow,
  DeskTitle,
  EmptyState,
  Field,
  Form,
  FormSection,
  GroupHeader,
} from '../../../ui/index.ts';
import { localityPortals, portalName } from '../../portals/index.ts';
import type { NoticeRow } from '../notice-store.ts';
import { type OwnNotices, ownNotices } from '../queries.ts';
import { noticesLabel, words } from '../words.ts';

interface NoticesView extends OwnNotices {
  lang: Lang;
  action: string;
  csrfToken: string;
  nameOf(portalId: number): string;
  done: string | undefined;
  hint: string | undefined;
}

export async function showNotices(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, query, csrfToken } = context;
  const w = words[lang].notices;
  const own = await ownNotices(ports, person);
  const portals = new Map(
    (await localityPortals(ports, person.localityId)).map((portal) => [portal.id, portalName(portal, lang)]),
  );
  const count = query.get('xong');
  const view: NoticesView = {
    ...own,
    ...{ lang, csrfToken, action: deskPath(lang, '/thong-bao') },
    nameOf: (portalId) => portals.get(portalId) ?? '',
    done: count === null ? (query.get('luu') ? w.saved : undefined) : w.done(Number(count) || 0),
    hint: query.get('thieu') ? w.chooseFirst : undefined,
  };
  const html = deskFrame(
    ports,
    context,
    { title: noticesLabel[lang], ...(own.unread.length > 0 && { keys: 'choose' }) },
    <NoticesPage {...view} />,
  );
  return { kind: 'page', html };
}

function NoticesPage(view: NoticesView) {
  const { lang, unread, read } = view;
  const w = words[lang].notices;
  return (
    <>
      <DeskTitle eyebrow={noticesLabel[lang]} title={w.unread(view.unreadCount)}>
        <p class="note">{w.lead}</p>
      </DeskTitle>
      {view.done && <Callout tone="good" live title={view.done} />}
      {view.hint && <Callout tone="warn" live title={view.hint} />}
      {unread.length + read.length === 0 && (
        <EmptyState title={w.none}>
          <p>{w.noneHelp}</p>
        </EmptyState>
      )}
      {unread.length > 0 && (
        <Form action={view.action} hidden={{ _token: view.csrfToken }} label={w.unreadTitle}>
          <Group view={view} id="chua-doc" title={w.unreadTitle} notices={unread} canChoose />
          <Buttons>
            <Button name="move" value="chosen" icon="check">
              {w.read}
            </Button>
            <Button kind="second" name="move" value="all">
              {w.readAll}
            </Button>
          </Buttons>
        </Form>
      )}
      {read.length > 0 && <Group view={view} id="da-doc" title={w.readTitle} notices={read} />}
      <FormSection id="thu" title={w.mailTitle}>
        <Form action={`${view.action}/thu`} hidden={{ _token: view.csrfToken }} label={w.mailTitle}>
          <Field
            kind="checkbox"
            lang={lang}
            name="digest"
            label={w.mail}
            help={w.mailHelp}
            checked={!view.isDigestStopped}
          />
          <Buttons>
            <Button kind="second">{w.save}</Button>
          </Buttons>
        </Form>
      </FormSection>
    </>
  );
}

function Group(props: {
  view: NoticesView;
  id: string;
  title: string;
  notices: readonly NoticeRow[];
  canChoose?: boolean;
}) {
  const { view, id, notices } = props;
  const { lang } = view;
  const w = words[lang].notices;
  const vi = lang === 'vi';
  return (
    <>
      <GroupHeader id={id} title={props.title} note={w.count(notices.length)} />
      <DeskList labelledBy={id}>
        {notices.map((notice) => (
          <DeskRow
            key={notice.id}
            lang={lang}
            href={vi ? notice.href_vi : notice.href_en}
            room={`${notice.kind === 'warning' ? w.warning : w.news} · ${view.nameOf(notice.portal_id)}`}
            title={vi ? notice.words_vi : notice.words_en}
            sub={formatInstant(notice.created_at, lang)}
            choose={props.canChoose ? { name: 'notice', value: String(notice.id) } : undefined}
          />
        ))}
      </DeskList>
    </>
  );
}
