import { randomBytes } from 'node:crypto';
import type { Command } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { composeMail } from '../../ui/index.ts';
import { queueMail } from '../notifications/index.ts';
import { listPortals, originOf, portalName } from '../portals/index.ts';
import { RIGHTS_PATHS } from './addresses.ts';
import { permits } from './permits.ts';
import { type AskForLink, LINK_JOB } from './rights-commands.ts';
import { LINK_RANDOM_BYTES, linkSlot, writeLink } from './rights-rules.ts';
import { listByMail } from './rights-store.ts';
import { LINK_MAIL } from './rights-words.ts';
import { type Asker, openJson } from './sealed.ts';

interface LinkMail {
  portalId: number;
  language: Lang;
  /** The newest inquiry of the address; names the mail. */
  inquiryId: number;
  to: string;
  from: { name: string; href: string };
  href: string;
}

/** Orders the mail; a second one within ten minutes is the same. */
export const sendLink: Command<LinkMail, void> = {
  name: 'inquiries.sendOwnDataLink',
  permit: 'inquiries.receive',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, language, inquiryId, to, from, href }) {
    const { greeting, subject, paragraphs, action } = LINK_MAIL[language];
    const isNew = await queueMail(context, {
      ...{ portalId, purpose: 'inquiries.ownDataLink', language, to },
      dedupeKey: `inquiries:own-data:${inquiryId}:${linkSlot(context.now)}`,
      content: composeMail(language, {
        ...{ subject, greeting, paragraphs, portal: from },
        action: { label: action, href },
      }),
    });
    context.record({ portalId, subject: { kind: 'inquiry', id: inquiryId }, payload: { isNew } });
  },
};

/** Writes to the address if anything was sent from it; nobody learns which. */
export const mailLink: JobDefinition<Ports> = {
  name: LINK_JOB,
  retryLimit: 5,
  async run(ports, data) {
    const { localityId, portalId, mailDigest, language } = data as unknown as AskForLink;
    const found = await ports.database.transaction({ as: 'system' }, async (tx) => {
      const [row] = await listByMail(tx, { localityId, mailDigest });
      return row && { row, portals: await listPortals(tx, localityId) };
    });
    const from = found && originOf(ports, found.portals)(portalId);
    const asker = found && openJson<Asker>(ports.seal, found.row.code_digest, 'asker', found.row.asker);
    if (!from || !asker?.email) return;
    const random = randomBytes(LINK_RANDOM_BYTES).toString('base64url');
    const link = { localityId, mailDigest, issuedAt: ports.now(), random };
    const access = writeLink(ports.settings.secretKey, link);
    const machine: Machine = { kind: 'machine', name: LINK_JOB, localityId };
    await ports.perform(machine, sendLink, {
      ...{ portalId, language, inquiryId: found.row.id, to: asker.email },
      from: { name: portalName(from.portal, language), href: from.origin },
      href: from.origin + RIGHTS_PATHS.link[language].replace(':access', access),
    });
  },
};
