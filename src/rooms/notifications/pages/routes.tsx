import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import { deskPath, deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { chooseDigest, readNotices } from '../commands.ts';
import { permits } from '../permits.ts';
import { caughtRoutes } from './caught-mail.tsx';
import { resendFailed, showFailedMail } from './failed-mail.tsx';
import { showNotices } from './notices.tsx';
import { stopRoutes } from './stop-digest.tsx';

const NOTICES = '/thong-bao';
const FAILED = '/thu-gui';

export function notificationRoutes(ports: Ports): AnyRoute[] {
  const read = { permits, permit: 'notifications.read' };
  const resend = { permits, permit: 'notifications.resend' };
  return [
    staffRoute({
      name: 'notifications.notices',
      method: 'GET',
      path: deskPaths(NOTICES),
      permit: read,
      handle: (context) => showNotices(ports, context),
    }),
    staffRoute({
      name: 'notifications.readNotices',
      method: 'POST',
      path: deskPaths(NOTICES),
      permit: read,
      handle: (context) => takeRead(ports, context),
    }),
    staffRoute({
      name: 'notifications.chooseDigest',
      method: 'POST',
      path: deskPaths(`${NOTICES}/thu`),
      permit: read,
      handle: (context) => takeChoice(ports, context),
    }),
    staffRoute({
      name: 'notifications.failedMail',
      method: 'GET',
      path: deskPaths(FAILED),
      permit: resend,
      handle: (context) => showFailedMail(ports, context),
    }),
    staffRoute({
      name: 'notifications.resendMail',
      method: 'POST',
      path: deskPaths(FAILED),
      permit: resend,
      handle: (context) => resendFailed(ports, context),
    }),
    ...stopRoutes(ports),
    // nothing of service is ever read there: the demo alone has a catcher
    ...(ports.settings.demo && ports.mail.kind === 'catcher' ? caughtRoutes(ports) : []),
  ];
}

/** One's own notices belong to no portal; any right of the person's carries the permit. */
function firstPortal({ person }: StaffContext): number {
  const [grant] = person.grants;
  if (!grant) throw NOT_PERMITTED;
  return grant.portalId;
}

async function takeRead(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, lang, person } = context;
  const here = deskPath(lang, NOTICES);
  const noticeIds = form.getAll('notice').map(Number).filter(Number.isSafeInteger);
  const isAll = form.get('move') === 'all';
  if (!isAll && noticeIds.length === 0) return { kind: 'redirect', to: `${here}?thieu=1` };
  const { count } = await ports.perform(person, readNotices, {
    portalId: firstPortal(context),
    ...(!isAll && { noticeIds }),
  });
  return { kind: 'redirect', to: `${here}?xong=${count}` };
}

async function takeChoice(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, lang, person } = context;
  await ports.perform(person, chooseDigest, {
    portalId: firstPortal(context),
    isStopped: form.get('digest') !== '1',
  });
  return { kind: 'redirect', to: `${deskPath(lang, NOTICES)}?luu=1` };
}
