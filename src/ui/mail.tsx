import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { deriveTheme, type Tones } from '../rules/theme/index.ts';
import { renderPage } from './render.ts';
import { uiWords } from './words.ts';

/** What a mail says. Every address in it is absolute. */
export interface MailView {
  /** The line in the reader's list of mails, and the heading of the mail. */
  readonly subject: string;
  /** Who writes: the portal's full name, its home, and its colour where it is at hand. */
  readonly portal: { readonly name: string; readonly href: string; readonly colour?: string | undefined };
  readonly greeting?: string | undefined;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly (readonly [label: string, value: string])[] | undefined;
  /** Several things in one mail, each with its own way on. */
  readonly list?: readonly MailItem[] | undefined;
  readonly action?: { readonly label: string; readonly href: string } | undefined;
  readonly closing?: string | undefined;
  /** Only for mails one may do without; a receipt or an answer has none. */
  readonly unsubscribeHref?: string | undefined;
}

export interface MailItem {
  readonly text: string;
  readonly href?: string | undefined;
  readonly note?: string | undefined;
}

export interface ComposedMail {
  readonly subject: string;
  /** As complete as the other part, for whoever reads mail as text. */
  readonly text: string;
  readonly html: string;
}

/** A portal without a colour of its own at hand writes in the indigo of the house. */
const HOUSE_COLOUR = '#22386e';

/** A mail in both its parts: without pictures, without anything from elsewhere, without a trace of who opened it. */
export function composeMail(lang: Lang, view: MailView): ComposedMail {
  const subject = view.subject.normalize('NFC').replace(/\s+/g, ' ').trim();
  return {
    subject,
    text: textOf(lang, { ...view, subject }).normalize('NFC'),
    html: renderPage(<MailPage lang={lang} view={{ ...view, subject }} />).normalize('NFC'),
  };
}

function textOf(lang: Lang, view: MailView): string {
  const w = uiWords(lang);
  const { portal, action } = view;
  return [
    view.subject,
    view.greeting,
    ...view.paragraphs,
    view.facts?.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...(view.list ?? []).map(({ text, note, href }) =>
      [`- ${text}`, note, href].filter(Boolean).join('\n  '),
    ),
    action && `${action.label}:\n${action.href}`,
    view.closing,
    // the mark before a signature, with its space (RFC 3676, 4.3)
    `-- \n${portal.name}\n${portal.href}\n${w.mailByMachine}`,
    view.unsubscribeHref && `${w.mailUnsubscribe}:\n${view.unsubscribeHref}`,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

const FONT = "font-family:'Be Vietnam Pro','Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

/** Programs that know dark mode take these; those that turn colours by themselves are told that both are meant. */
function darkCss({ ground, ink, ink2, line, link, strong, mark }: Tones): string {
  return `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){
.m-page{background:${ground}!important;color:${ink}!important}
.m-second{color:${ink2}!important}
.m-link{color:${link}!important}
.m-line{border-color:${line}!important}
.m-roof{border-color:${mark}!important}
.m-button{background:${strong}!important}}`.replace(/\n/g, '');
}

/** Style stands in every element: many mail programs drop the sheet in the head. */
function MailPage({ lang, view }: { lang: Lang; view: MailView }) {
  const { light, dark } = deriveTheme(view.portal.colour ?? HOUSE_COLOUR);
  const page = `margin:0;padding:0;background:${light.ground};color:${light.ink};${FONT};font-size:16px;line-height:26px`;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{view.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: darkCss(dark) }} />
      </head>
      <body class="m-page" style={page}>
        <div style="max-width:600px;margin:0 auto;padding:24px 18px 32px">
          <header
            class="m-roof"
            style={`border-bottom:4px solid ${light.strong};padding:0 0 10px;margin:0 0 24px`}
          >
            <a
              class="m-link"
              href={view.portal.href}
              style={`color:${light.link};font-weight:600;text-decoration:none`}
            >
              {view.portal.name}
            </a>
          </header>
          <main>
            <h1 style="font-size:22px;line-height:30px;font-weight:600;margin:0 0 16px">{view.subject}</h1>
            {view.greeting && <Text>{view.greeting}</Text>}
            {view.paragraphs.map((paragraph, i) => (
              <Text key={i}>{paragraph}</Text>
            ))}
            {view.facts && view.facts.length > 0 && <Facts facts={view.facts} tones={light} />}
            {view.list && view.list.length > 0 && <Items items={view.list} tones={light} />}
            {view.action && <Action lang={lang} action={view.action} tones={light} />}
            {view.closing && <Text>{view.closing}</Text>}
          </main>
          <Foot lang={lang} view={view} tones={light} />
        </div>
      </body>
    </html>
  );
}

function Text({ children }: { children: ComponentChildren }) {
  return <p style="margin:0 0 16px;white-space:pre-line">{children}</p>;
}

function Facts({ facts, tones }: { facts: NonNullable<MailView['facts']>; tones: Tones }) {
  const cell = `border-bottom:1px solid ${tones.line};padding:8px 0;text-align:left;vertical-align:top`;
  return (
    <table class="m-line" style="border-collapse:collapse;width:100%;margin:0 0 20px">
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <th
              class="m-line m-second"
              scope="row"
              style={`${cell};padding-right:16px;width:36%;font-weight:400;color:${tones.ink2}`}
            >
              {label}
            </th>
            <td class="m-line" style={`${cell};overflow-wrap:anywhere`}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Items({ items, tones }: { items: NonNullable<MailView['list']>; tones: Tones }) {
  return (
    <ul style="margin:0 0 20px;padding:0 0 0 20px">
      {items.map(({ text, href, note }, i) => (
        <li key={i} style="margin:0 0 10px">
          {href ? (
            <a class="m-link" href={href} style={`color:${tones.link}`}>
              {text}
            </a>
          ) : (
            text
          )}
          {note && (
            <>
              <br />
              <span class="m-second" style={`color:${tones.ink2};font-size:15px`}>
                {note}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The address stands beside the button: who reads on one device and acts on another can take it along. */
function Action({
  lang,
  action,
  tones,
}: {
  lang: Lang;
  action: NonNullable<MailView['action']>;
  tones: Tones;
}) {
  return (
    <>
      <p style="margin:24px 0 12px">
        <a
          class="m-button"
          href={action.href}
          style={`display:inline-block;background:${tones.strong};color:${tones['on-strong']};padding:11px 20px;border-radius:4px;font-weight:600;text-decoration:none`}
        >
          {action.label}
        </a>
      </p>
      <p
        class="m-second"
        style={`margin:0 0 24px;color:${tones.ink2};font-size:15px;line-height:24px;overflow-wrap:anywhere`}
      >
        {uiWords(lang).mailOrAddress} {action.href}
      </p>
    </>
  );
}

function Foot({ lang, view, tones }: { lang: Lang; view: MailView; tones: Tones }) {
  const w = uiWords(lang);
  const link = `color:${tones.link}`;
  return (
    <footer
      class="m-second m-line"
      style={`border-top:1px solid ${tones.line};margin:32px 0 0;padding:14px 0 0;color:${tones.ink2};font-size:15px;line-height:24px`}
    >
      <p style="margin:0 0 8px">
        {view.portal.name},{' '}
        <a class="m-link" href={view.portal.href} style={link}>
          {view.portal.href.replace(/^https?:\/\//, '')}
        </a>
        . {w.mailByMachine}
      </p>
      {view.unsubscribeHref && (
        <p style="margin:0">
          <a class="m-link" href={view.unsubscribeHref} style={link}>
            {w.mailUnsubscribe}
          </a>
        </p>
      )}
    </footer>
  );
}
