import { deskPath, homePath } from '../../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { BodyKind } from '../../../rules/profile/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import {
  Button,
  DataTable,
  DeskTitle,
  Form,
  FormSection,
  IconLinks,
  KeyList,
  StatePill,
} from '../../../ui/index.ts';
import { findPortalView, type NameView, type PortalView } from '../desk-queries.ts';
import { BODY_KIND_WORDS, deskWords } from '../desk-words.ts';
import { homeWords } from '../home-words.ts';
import { menuWords } from '../menu-words.ts';
import type { NameParty } from '../name-rules.ts';
import type { Presence } from '../section-rules.ts';
import { StateOf } from './list.tsx';
import { Choose, type FormState, hrefTo, Line, nameOf, page } from './parts.tsx';

const PRESENCE_TONE = { missing: 'bad', empty: 'warn', filled: 'good' } as const satisfies Record<
  Presence,
  string
>;

/** One portal: facts, names and consents, what the regulation demands, and the ways on from here. */
export async function portalPage(
  ports: Ports,
  context: StaffContext,
  portalId: number,
  refusals: readonly Refusal[] = [],
): Promise<Reply> {
  const view = await findPortalView(ports, context.person, portalId);
  if (!view) return { kind: 'missing' };
  const { lang } = context;
  const { portal } = view;
  const name = nameOf(portal, lang);
  const state: FormState = { lang, typed: context.form, refusals };
  return page(
    ports,
    context,
    { title: name, portalName: name, refusals },
    <>
      <DeskTitle eyebrow={BODY_KIND_WORDS[portal.body_kind as BodyKind][lang]} title={name}>
        <StateOf portal={portal} lang={lang} />
      </DeskTitle>
      <IconLinks links={waysOf(ports, view, lang)} />
      <Facts view={view} lang={lang} />
      <Names view={view} state={state} csrf={context.csrfToken} />
      <Required view={view} lang={lang} />
      {view.may.arrange && <Workflow view={view} state={state} csrf={context.csrfToken} />}
    </>,
  );
}

function waysOf(ports: Ports, { portal, may }: PortalView, lang: Lang) {
  const w = deskWords(lang);
  const id = portal.id;
  const isOpen = portal.state === 'open';
  return [
    ...(isOpen && portal.host !== null
      ? [
          {
            href: ports.settings.originOf(portal.host) + homePath(lang),
            text: w.visit,
            icon: 'external-link' as const,
          },
        ]
      : []),
    ...(may.arrange
      ? [
          { href: hrefTo(lang, 'sections', { id }), text: w.sections, icon: 'folder' as const },
          { href: hrefTo(lang, 'face', { id }), text: w.face, icon: 'image' as const },
          { href: hrefTo(lang, 'emblem', { id }), text: w.emblem, icon: 'shield' as const },
          { href: hrefTo(lang, 'contact', { id }), text: w.contact, icon: 'phone' as const },
        ]
      : []),
    ...(may.compose
      ? [
          { href: hrefTo(lang, 'home', { id }), text: homeWords(lang).title, icon: 'list-ordered' as const },
          { href: hrefTo(lang, 'menu', { id }), text: menuWords(lang).title, icon: 'menu' as const },
        ]
      : []),
    ...(may.manage ? [{ href: hrefTo(lang, 'host', { id }), text: w.names, icon: 'globe' as const }] : []),
    ...(isOpen && (may.manage || may.arrange)
      ? [{ href: `${deskPath(lang, '/nhan-su')}?cong=${id}`, text: w.peopleLink, icon: 'users' as const }]
      : []),
  ];
}

function Facts({ view, lang }: { view: PortalView; lang: Lang }) {
  const { portal } = view;
  const w = deskWords(lang);
  const day = (on: string) => formatDate(on, lang, 'short');
  return (
    <FormSection id="chung" title={w.facts}>
      <KeyList
        wide
        rows={[
          { key: w.columns.host, value: portal.host ?? portal.requested_host ?? '' },
          { key: w.columns.obligation, value: w[portal.obligation] },
          { key: w.abbreviation, value: portal.abbreviation },
          { key: w.since, value: day(portal.opened_on) },
          ...(portal.joined_by_decision ? [{ key: w.decision, value: portal.joined_by_decision }] : []),
          ...(portal.closed_on
            ? [{ key: w.closedSince, value: `${day(portal.closed_on)} (${portal.closed_by_decision ?? ''})` }]
            : []),
          ...(portal.administrative_code ? [{ key: w.code, value: portal.administrative_code }] : []),
          { key: w.workflow, value: w.workflows[portal.workflow] },
          { key: w.colour, value: portal.face.colour },
          { key: w.managedBy, value: portal.contact.managedBy[lang] },
          { key: w.responsible, value: portal.contact.responsible[lang] },
        ]}
      />
    </FormSection>
  );
}

function Names({ view, state, csrf }: { view: PortalView; state: FormState; csrf: string }) {
  const { lang } = state;
  const w = deskWords(lang);
  const waiting = view.names.find((one) => one.name.state === 'requested');
  return (
    <FormSection id="ten-mien" title={w.names}>
      <DataTable
        lang={lang}
        table={{
          caption: w.names,
          captionHidden: true,
          columns: [
            { label: w.host },
            { label: w.columns.state },
            { label: w.from },
            { label: w.basis },
            { label: w.agreed },
          ],
          rows: view.names.map((one) => [
            one.name.host,
            w.nameState[one.name.state === 'live' && !one.name.is_canonical ? 'alias' : one.name.state],
            formatDate(one.name.valid_from, lang, 'short'),
            one.name.rule_source,
            <Consents one={one} lang={lang} />,
          ]),
        }}
      />
      {waiting && view.portal.state === 'open' && (
        <ConsentForms view={view} waiting={waiting} state={state} csrf={csrf} />
      )}
    </FormSection>
  );
}

function missingParties({ parties, approvals }: NameView): NameParty[] {
  return parties.filter((party) => !approvals.some((one) => one.party === party.code));
}

function Consents({ one, lang }: { one: NameView; lang: Lang }) {
  const w = deskWords(lang);
  const missing = missingParties(one);
  const partyWords = (code: string) => one.parties.find((party) => party.code === code)?.words[lang];
  return (
    <>
      {one.approvals.map((approval) => (
        <p key={approval.party}>
          {[
            partyWords(approval.party),
            approval.personName,
            formatDate(civilDateOf(approval.approved_at), lang, 'short'),
            approval.note,
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      ))}
      {missing.length > 0 && (
        <p>
          {w.waitsFor}: {missing.map((party) => party.words[lang]).join('; ')}
        </p>
      )}
    </>
  );
}

/** A form for each party this person may speak for. */
function ConsentForms(props: { view: PortalView; waiting: NameView; state: FormState; csrf: string }) {
  const { view, waiting, state } = props;
  const w = deskWords(state.lang);
  const id = view.portal.id;
  const speakable = missingParties(waiting).filter(
    (party) => view.may.manage || (party.code === 'body' && view.may.speakForBody),
  );
  return (
    <>
      {speakable.map((party) => (
        <FormSection key={party.code} id={`dong-y-${party.code}`} title={w.agreeFor(party.words[state.lang])}>
          <Form
            action={hrefTo(state.lang, 'consent', { id })}
            hidden={{ _token: props.csrf, hostnameId: String(waiting.name.id), party: party.code }}
            label={w.agree}
          >
            <Line
              state={state}
              name={`note-${party.code}`}
              label={w.note}
              optional={party.code === 'authority' || !view.may.manage}
            />
            <Button kind="second">{w.agree}</Button>
          </Form>
        </FormSection>
      ))}
    </>
  );
}

function Required({ view, lang }: { view: PortalView; lang: Lang }) {
  const w = deskWords(lang);
  const { rows, registers, english, filled, total } = view.completeness;
  const state = (presence: Presence) => (
    <StatePill tone={PRESENCE_TONE[presence]}>{w.presence[presence]}</StatePill>
  );
  const table = [
    ...rows.flatMap((row) => [
      [row.name[lang], row.article, state(row.presence)],
      ...row.parts.map((part) => [`— ${part.name[lang]}`, '', state(part.presence)]),
    ]),
    ...(english ? [[w.english, english.article, state(english.presence)]] : []),
  ];
  return (
    <FormSection
      id="muc-bat-buoc"
      title={`${w.required}: ${w.filledOf(filled, total)}`}
      note={w.requiredNote}
    >
      <DataTable
        lang={lang}
        table={{
          caption: w.required,
          captionHidden: true,
          columns: [{ label: w.sections }, { label: w.article }, { label: w.columns.state }],
          rows: table,
        }}
      />
      {registers.length > 0 && (
        <p class="note">
          {w.registers} {registers.map((one) => `${one.name[lang]} (${one.article})`).join('; ')}.
        </p>
      )}
    </FormSection>
  );
}

function Workflow({ view, state, csrf }: { view: PortalView; state: FormState; csrf: string }) {
  const w = deskWords(state.lang);
  const choices = Object.entries(w.workflows).map(([value, text]) => ({ value, text }));
  const typed = new URLSearchParams({ workflow: view.portal.workflow });
  return (
    <FormSection id="quy-trinh" title={w.workflow}>
      <Form
        action={hrefTo(state.lang, 'workflow', { id: view.portal.id })}
        hidden={{ _token: csrf }}
        label={w.workflow}
      >
        <Choose state={{ ...state, typed }} name="workflow" label={w.workflow} choices={choices} />
        <Button kind="second">{w.save}</Button>
      </Form>
    </FormSection>
  );
}
