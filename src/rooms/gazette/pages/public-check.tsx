import { createHash } from 'node:crypto';
import { homePath } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { numberWords } from '../../../rules/gazette/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  Callout,
  ErrorSummary,
  Field,
  Form,
  PageTitle,
} from '../../../ui/index.ts';
import { publicFrame } from '../../portals/index.ts';
import { entryHref, GAZETTE_PATHS, issueHref, keyHref } from '../addresses.ts';
import { type FileMatch, findByHash } from '../entry-store.ts';
import { type KeyRow, listKeys } from '../key-store.ts';
import { type GazetteWords, gazetteWords } from '../words.ts';
import { elsewhere } from './public-list.tsx';

/** Largest file that is compared here; what is larger one checks oneself. */
const FILE_MOST = 50 * 1024 * 1024;

export const CHECK_LIMITS = { files: 1, bytes: FILE_MOST + 1 };

type Outcome = { hash: string; matches: readonly FileMatch[] } | { fault: 'noFile' | 'tooLarge' };

/** The form, and how one checks without the portal. */
export function showCheck(ports: Ports, context: RequestContext): Promise<Reply> {
  return checkPage(ports, context, undefined);
}

/** Compares a file with what was issued. It is hashed and forgotten. */
export async function takeCheck(ports: Ports, context: RequestContext): Promise<Reply> {
  const [file] = context.files;
  if (!file || file.bytes.length === 0) return checkPage(ports, context, { fault: 'noFile' });
  if (file.bytes.length > FILE_MOST) return checkPage(ports, context, { fault: 'tooLarge' });
  const hash = createHash('sha256').update(file.bytes).digest('hex');
  // a text may have been taken down since: that it was printed stays true
  const matches = await ports.database.transaction({ as: 'system' }, (tx) =>
    findByHash(tx, context.site.localityId, hash),
  );
  return checkPage(ports, context, { hash, matches });
}

async function checkPage(
  ports: Ports,
  context: RequestContext,
  outcome: Outcome | undefined,
): Promise<Reply> {
  const away = elsewhere(context);
  if (away) return away;
  const { site, lang, csrfToken } = context;
  const w = gazetteWords(lang);
  const keys = await ports.database.publicly((db) => listKeys(db, site.localityId));
  const fault = outcome && 'fault' in outcome ? w.check[outcome.fault] : undefined;
  const { html } = await publicFrame(
    ports,
    context,
    {
      ...{ title: w.check.title, description: w.check.lead, canonicalPath: GAZETTE_PATHS.check[lang] },
      otherHref: GAZETTE_PATHS.check[lang === 'vi' ? 'en' : 'vi'],
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: homePath(lang), text: w.home },
          { href: GAZETTE_PATHS.list[lang], text: w.title },
        ]}
        here={w.check.title}
      />
      <PageTitle title={w.check.title}>
        <p>{w.check.lead}</p>
      </PageTitle>
      {fault && <ErrorSummary lang={lang} title={w.check.title} errors={[{ href: '#tep', text: fault }]} />}
      {outcome && 'hash' in outcome && <Found lang={lang} outcome={outcome} w={w} />}
      <Form action={GAZETTE_PATHS.check[lang]} hidden={{ _token: csrfToken }} files label={w.check.title}>
        <Field
          kind="file"
          lang={lang}
          id="tep"
          name="tep"
          label={w.check.file}
          help={w.check.fileHelp}
          error={fault}
        />
        <Buttons>
          <Button>{w.check.go}</Button>
        </Buttons>
      </Form>
      <Offline lang={lang} keys={keys} w={w} />
    </>,
  );
  return { kind: 'page', html, status: fault ? 422 : 200 };
}

function Found(props: {
  lang: Lang;
  outcome: { hash: string; matches: readonly FileMatch[] };
  w: GazetteWords;
}) {
  const { lang, outcome, w } = props;
  const isKnown = outcome.matches.length > 0;
  return (
    <Callout tone={isKnown ? 'good' : 'bad'} live title={isKnown ? undefined : w.check.unknown}>
      {outcome.matches.map((one) => {
        const issue = { year: one.year, number: one.number, lastNumber: one.last_number };
        const name = w.issueName(numberWords(issue), issue.year);
        const { position } = one;
        return (
          <p key={`${one.year} ${one.number} ${position}`}>
            <strong>{position === null ? w.check.isIssue(name) : w.check.isText(name, position)}</strong>{' '}
            <a href={position === null ? issueHref(lang, issue) : entryHref(lang, issue, position)}>
              {name}, {formatDate(one.issued_on, lang, 'short')}
            </a>
          </p>
        );
      })}
      {!isKnown && <p>{w.check.unknownHelp}</p>}
      <p class="note">
        {w.check.hash}: <code class="hash">{outcome.hash}</code>
      </p>
    </Callout>
  );
}

/** What one types at a shell; the names are those of the files of an issue. */
const OPENSSL = [
  'openssl pkeyutl -verify -pubin -inkey khoa.pem -rawin -in cong-bao.txt -sigfile cong-bao.sig',
  'sha256sum cong-bao.json',
  'sha256sum cong-bao.pdf',
].join('\n');
const TOOL = 'npm run portal -- gazette-check cong-bao.txt --key khoa.pem';

function Offline({ lang, keys, w }: { lang: Lang; keys: readonly KeyRow[]; w: GazetteWords }) {
  const day = (at: Date) => formatDate(civilDateOf(at), lang, 'short');
  return (
    <section class="section" aria-labelledby="tu-kiem-tra">
      <h2 id="tu-kiem-tra">{w.check.offline}</h2>
      <p>{w.check.offlineLead}</p>
      <pre>
        <code>{OPENSSL}</code>
      </pre>
      <p>{w.check.offlineSteps}</p>
      <p>{w.check.offlineTool}</p>
      <pre>
        <code>{TOOL}</code>
      </pre>
      <h3>{w.check.keys}</h3>
      {keys.length === 0 ? (
        <p>{w.check.noKeys}</p>
      ) : (
        <ul>
          {keys.map(({ fingerprint, created_at, retired_at }) => (
            <li key={fingerprint}>
              <a href={keyHref(lang, fingerprint)}>
                <code class="hash">{fingerprint}</code>
              </a>
              ,{' '}
              {retired_at
                ? w.check.keyUntil(day(created_at), day(retired_at))
                : w.check.keyFrom(day(created_at))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
