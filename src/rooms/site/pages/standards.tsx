import { PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { type CivilDate, civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { keepsGazette } from '../../../rules/gazette/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { STANDARD_FIELDS, STANDARDS, type Standard } from '../../../rules/standards/index.ts';
import { DataTable, KeyList, Prose } from '../../../ui/index.ts';
import { portalFacts, profileInForce } from '../../portals/index.ts';
import lastCheck from '../accessibility-check.json' with { type: 'json' };
import { standardsWords } from '../standards-words.ts';
import { standingTexts } from '../texts.ts';
import { Paragraphs, standingPage } from './standing.tsx';

/** Which standards the portal keeps, and how anybody can see it. */
export async function standardsPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, site, now } = context;
  const w = standardsWords(lang);
  const profile = await profileInForce(ports, site.localityId, civilDateOf(now));
  const hasGazette = site.isMain && keepsGazette(profile);
  return standingPage(
    ports,
    context,
    'standards',
    STANDARD_FIELDS.map((field) => (
      <DataTable
        key={field}
        lang={lang}
        table={{
          caption: w.fields[field],
          columns: [{ label: w.standard }, { label: w.askedBy }, { label: w.how }],
          rows: STANDARDS.filter((one) => one.field === field).map((one) => [
            typeof one.name === 'string' ? one.name : one.name[lang],
            one.askedBy ?? w.ownWill,
            <How lang={lang} standard={one} hasGazette={hasGazette} />,
          ]),
        }}
      />
    )),
    w.lead(profile.instrument.number),
  );
}

function How({ lang, standard, hasGazette }: { lang: Lang; standard: Standard; hasGazette: boolean }) {
  const w = standardsWords(lang);
  const href = standard.seen && (standard.seen !== 'gazette' || hasGazette) && SEEN[standard.seen][lang];
  return (
    <>
      {standard.how[lang]} {standard.keptBy === 'operator' && w.byOperator}{' '}
      {href && <a href={href}>{w.see[standard.seen ?? 'feeds']}</a>}
    </>
  );
}

/** Where what is kept can be seen. */
const SEEN: Readonly<Record<NonNullable<Standard['seen']>, Readonly<Record<Lang, string>>>> = {
  feeds: PUBLIC_PATHS.feeds,
  accessibility: PUBLIC_PATHS.accessibility,
  gazette: PUBLIC_PATHS.gazette,
  view: PUBLIC_PATHS.view,
  dublinCore: { vi: '/dc.xml', en: '/en/dc.xml' },
  oai: { vi: '/oai?verb=Identify', en: '/oai?verb=Identify' },
};

/** How the portal keeps accessibility, and what the last check of every page template found (BG-020, LC-022). */
export async function accessibilityPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, site } = context;
  const w = standardsWords(lang).check;
  const { portal } = await portalFacts(ports, site.portalId);
  const texts = standingTexts[lang].accessibility(portal.contact.email, portal.contact.phone);
  return standingPage(
    ports,
    context,
    'accessibility',
    <>
      <Paragraphs lang={lang} texts={texts} />
      <Prose lang={lang}>
        <h2>{w.title}</h2>
      </Prose>
      <KeyList
        wide
        rows={[
          { key: w.on, value: formatDate(lastCheck.checkedOn as CivilDate, lang, 'short') },
          { key: w.pages, value: String(lastCheck.pages) },
          { key: w.widths, value: pixels(lastCheck.widths) },
          { key: w.grounds, value: w.lightAndDark },
          { key: w.tools, value: `axe-core ${lastCheck.axe}, Nu Html Checker ${lastCheck.nu}` },
          { key: w.findings, value: lastCheck.findings === 0 ? w.none : String(lastCheck.findings) },
        ]}
      />
      <Prose lang={lang}>
        <h2>{w.limitsTitle}</h2>
        <p>{w.limits}</p>
        <p>{inTheDark(w)}</p>
      </Prose>
    </>,
  );
}

/** What was looked at in the dark, where only colours differ from the light. */
function inTheDark(w: ReturnType<typeof standardsWords>['check']): string {
  const { rules, widths } = lastCheck.dark;
  return w.inTheDark(rules.map((rule) => w.darkRules[rule] ?? rule).join(w.and), pixels(widths));
}

const pixels = (widths: readonly number[]) => widths.map((width) => `${width} px`).join(', ');
