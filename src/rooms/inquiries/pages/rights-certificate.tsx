import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { KeyList, PageTitle, renderPage, Section } from '../../../ui/index.ts';
import { localityPortals } from '../../portals/index.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { findOwnData, type OwnInquiry } from '../rights-queries.ts';
import { rightsWords } from '../rights-words.ts';
import { STATE_TOLD } from '../track-words.ts';
import {
  askerRows,
  consentLines,
  givenLines,
  Lines,
  mailLines,
  type NameOf,
  namesOf,
  PrintAndBack,
  passOf,
  privatePage,
  showOver,
} from './rights-parts.tsx';

/** What is stored, whole, for printing (BG-029). */
export async function showCertificate(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, site, now } = context;
  const pass = passOf(ports, context);
  if (!pass) return showOver(ports, context);
  const own = await findOwnData(ports, pass);
  const nameOf = namesOf(await localityPortals(ports, site.localityId), lang);
  const w = rightsWords(lang);
  return privatePage(
    ports,
    context,
    { title: w.certificateTitle, path: 'certificate', scripts: [ports.assetHref('share.js')] },
    <>
      <Certificate {...{ lang, own, nameOf, at: now, portal: nameOf(site.portalId) }} />
      <PrintAndBack lang={lang} page="certificate" />
    </>,
  );
}

export interface CertificateView {
  lang: Lang;
  own: readonly OwnInquiry[];
  nameOf: NameOf;
  at: Date;
  /** The portal that certifies. */
  portal: string;
}

export function Certificate({ lang, own, nameOf, at, portal }: CertificateView) {
  const w = rightsWords(lang);
  return (
    <>
      <PageTitle title={w.certificateTitle}>
        <p>{w.certificateLead(portal, formatInstant(at, lang))}</p>
      </PageTitle>
      {own.map((one) => (
        <Stored key={one.row.id} {...{ lang, one, nameOf }} />
      ))}
      <p>{w.certificateEnd}</p>
    </>
  );
}

function Stored({ lang, one, nameOf }: { lang: Lang; one: OwnInquiry; nameOf: NameOf }) {
  const w = rightsWords(lang);
  const { row, content, notes, files, answer } = one;
  const asker = askerRows(one, lang);
  const textLang = row.language === lang ? undefined : row.language;
  return (
    <Section id={`thu-${row.id}`} title={w.number(INTAKE_RULES[row.intake].name[lang], row.id)}>
      <KeyList
        rows={[
          { key: w.sentAt, value: formatInstant(row.received_at, lang) },
          { key: w.state, value: STATE_TOLD[row.state][lang] },
          { key: w.holder, value: nameOf(row.portal_id) },
          ...(asker.length > 0 ? asker : [{ key: w.held, value: w.heldNone }]),
          { key: w.what, value: <AsTyped textLang={textLang} texts={[content?.title, content?.text]} /> },
          ...(notes.length > 0
            ? [{ key: w.notes, value: <AsTyped textLang={textLang} texts={notes.map(({ text }) => text)} /> }]
            : []),
          ...(files.length > 0
            ? [{ key: w.files, value: <Lines lines={files.map(({ name }) => name)} none="" /> }]
            : []),
          ...(answer
            ? [
                {
                  key: w.answer,
                  value: <AsTyped textLang={textLang} texts={[answer.answer, answer.aside]} />,
                },
              ]
            : []),
          { key: w.consents, value: <Lines lines={consentLines(one, lang)} none={w.consentsNone} /> },
          { key: w.given, value: <Lines lines={givenLines(one, lang, nameOf)} none="" /> },
          { key: w.mails, value: <Lines lines={mailLines(one, lang)} none={w.mailsNone} /> },
        ]}
      />
    </Section>
  );
}

/** Words somebody wrote, in the language he wrote them in (WCAG 2.2, 3.1.2). */
function AsTyped({
  texts,
  textLang,
}: {
  texts: readonly (string | undefined)[];
  textLang: Lang | undefined;
}) {
  return (
    <>
      {texts
        .filter((text) => text !== undefined && text !== '')
        .map((text, at) => (
          <p key={at} class="as-typed" lang={textLang}>
            {text}
          </p>
        ))}
    </>
  );
}

/** The certificate as a file of its own, which needs nothing else to be read and printed. */
export function certificateFile(view: CertificateView): Buffer {
  const html = renderPage(
    <html lang={view.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{rightsWords(view.lang).certificateTitle}</title>
      </head>
      <body>
        <main>
          <Certificate {...view} />
        </main>
      </body>
    </html>,
  );
  return Buffer.from(html.normalize('NFC'), 'utf8');
}
