import type { Config } from '../platform/config/index.ts';
import type { OpenDatabase } from '../platform/db/index.ts';
import { checkMail, MailError } from '../platform/mail/index.ts';
import type { Finding } from './doctor-checks.ts';
import { FINDINGS, TITLES } from './doctor-words.ts';
import { countMails } from './store.ts';

/** Whether mails leave, and those that did not. */
export async function listMailFindings(
  config: Pick<Config, 'demo' | 'smtpUrl' | 'mailFrom'>,
  { database }: Pick<OpenDatabase, 'database'>,
): Promise<Finding[]> {
  const { waiting, failed } = await database.transaction({ as: 'system' }, countMails);
  const found = [await serverFinding(config, waiting)];
  if (failed > 0)
    found.push({
      state: 'warn',
      title: TITLES.mail,
      text: FINDINGS.mailFailed(failed),
      remedy: FINDINGS.mailFailedRemedy,
    });
  return found;
}

async function serverFinding(
  { demo, smtpUrl, mailFrom = '' }: Pick<Config, 'demo' | 'smtpUrl' | 'mailFrom'>,
  waiting: number,
): Promise<Finding> {
  const title = TITLES.mail;
  if (!smtpUrl && demo) return { state: 'note', title, text: FINDINGS.mailCaught };
  if (!smtpUrl)
    return { state: 'warn', title, text: FINDINGS.mailNone(waiting), remedy: FINDINGS.mailNoneRemedy };
  try {
    await checkMail(smtpUrl);
    return { state: 'good', title, text: FINDINGS.mailGood(mailFrom, waiting) };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    const text = FINDINGS.mailBad(error.message, waiting);
    return { state: 'bad', title, text, remedy: FINDINGS.mailBadRemedy };
  }
}
