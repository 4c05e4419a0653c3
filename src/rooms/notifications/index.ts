/** Mails on their way out, and notices on the desk: other rooms order them within their commands. */

export { listMailByKeys, type OrderedMail } from './mail-store.ts';
export {
  forgetMailTo,
  type MailContent,
  mailPortal,
  notify,
  type OutgoingMail,
  queueMail,
} from './mailing.ts';
export type { NewNotice } from './notice-store.ts';
export { permits as notificationsPermits } from './permits.ts';
export { unreadNotices } from './queries.ts';
export { notificationsRoom } from './room.ts';
