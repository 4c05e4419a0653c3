import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, isCivilDate } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Callout,
  DataTable,
  DeskTitle,
  EmptyState,
  Field,
  FieldRow,
  Form,
  FormSection,
  KeyList,
} from '../../../ui/index.ts';
import { fileHref, uploadMedia } from '../../media/index.ts';
import { portalName, profileInForce } from '../../portals/index.ts';
import { permits } from '../permits.ts';
import { NO_DAY } from '../refusals.ts';
import { completeDecision, noteSent } from '../register-commands.ts';
import {
  dayOf,
  type RegisterLine,
  readablePortals,
  reading,
  readRegister,
  receivers,
  sendingRule,
} from '../register-queries.ts';
import { type DecisionRow, findDecision, listDecisions, listSeatsBy } from '../store.ts';
import { staffingWords } from '../words.ts';
import { type FieldErrors, fields, hrefTo, page, seeOther } from './parts.tsx';

/** Every decision rights rest on, and what is missing of each. */
export async function decisionsPage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person } = context;
  const w = staffingWords(lang);
  const portals = await readablePortals(ports, person);
  if (portals.length === 0) return { kind: 'missing' };
  const names = new Map(portals.map((one) => [one.id, portalName(one, lang)]));
  const decisions = await reading(ports, person, (tx) => listDecisions(tx, [...names.keys()]));
  return page(
    ports,
    context,
    { title: w.decisionsTitle, part: 'decisions' },
    <>
      <DeskTitle title={w.decisionsTitle} />
      <p class="note">{w.decisionsLead}</p>
      {decisions.length === 0 ? (
        <EmptyState title={w.noDecisions} />
      ) : (
        <DataTable
          lang={lang}
          table={{
            caption: w.decisionsTitle,
            captionHidden: true,
            stacked: true,
            columns: [
              { label: w.decision },
              { label: w.portal },
              { label: w.issuer },
              { label: w.signedBy },
              { label: w.file },
              { label: w.sent },
            ],
            rows: decisions.map((one) => [
              <a key="so" href={hrefTo(lang, 'decision', one.id)}>
                {w.decisionLine(one.number, dayOf(one.decided_on, lang))}
              </a>,
              names.get(one.portal_id),
              one.issuer ?? '–',
              one.signed_by ?? '–',
              one.media_id === null ? w.noFile : w.yes,
              one.sent_on ? dayOf(one.sent_on, lang) : w.notSent,
            ]),
          }}
        />
      )}
    </>,
  );
}

interface Sent {
  form: 'facts' | 'send';
  errors: FieldErrors;
}

/** One decision: its facts, its scanned text, what rests on it, and when it was sent. */
export async function decisionPage(ports: Ports, context: StaffContext, sent?: Sent): Promise<Reply> {
  const { lang, person, params, query } = context;
  const w = staffingWords(lang);
  const id = readId(params.decision) ?? 0;
  const decision = await reading(ports, person, (tx) => findDecision(tx, id));
  const portals = await readablePortals(ports, person);
  const portal = portals.find((one) => one.id === decision?.portal_id);
  if (!decision || !portal) return { kind: 'missing' };
  const seats = await reading(ports, person, (tx) => listSeatsBy(tx, id));
  const lines = (await readRegister(ports, person, [portal], { withEnded: true, lang })).filter(
    ({ row }) => row.decision_id === id,
  );
  const title = w.decisionTitle(decision.number);
  const mayKeep = isPermitted(person, permits, 'staffing.keep', portal.id);
  return page(
    ports,
    context,
    {
      ...{ title, portalName: portalName(portal, lang), errors: sent?.errors ?? {} },
      notice: query.get('xong') ? w.saved : undefined,
    },
    <>
      <Breadcrumb
        lang={lang}
        links={[{ href: hrefTo(lang, 'decisions'), text: w.decisionsTitle }]}
        here={title}
      />
      <DeskTitle eyebrow={portalName(portal, lang)} title={title} />
      <Facts context={context} decision={decision} />
      <Rests context={context} lines={lines} seats={seats} />
      {mayKeep && <FactsForm context={context} decision={decision} sent={sent} />}
      <Sending
        context={context}
        decision={decision}
        sent={sent}
        duty={await dutyOf(ports, context)}
        mayKeep={mayKeep}
      />
    </>,
  );
}

/** What the regulation asks, in a sentence, and to whom; undefined where it asks nothing. */
async function dutyOf(ports: Ports, { person, lang, now }: StaffContext) {
  const on = civilDateOf(now);
  const rule = sendingRule(await profileInForce(ports, person.localityId, on), on);
  const w = staffingWords(lang);
  if (!rule) return undefined;
  const to = receivers(rule, lang);
  return { to, text: w.sendDuty(w.sendWhat[rule.what], to, rule.article) };
}

function Facts({ context: { lang }, decision }: { context: StaffContext; decision: DecisionRow }) {
  const w = staffingWords(lang);
  const { hash, file_name: name } = decision;
  return (
    <KeyList
      rows={[
        { key: w.signedOn, value: dayOf(decision.decided_on, lang) },
        { key: w.issuer, value: decision.issuer ?? '–' },
        { key: w.signedBy, value: decision.signed_by ?? '–' },
        { key: w.file, value: hash && name ? <a href={fileHref({ hash, name })}>{name}</a> : w.noFile },
      ]}
    />
  );
}

function Rests(props: {
  context: StaffContext;
  lines: readonly RegisterLine[];
  seats: readonly { full_name: string; office: string; board_name: string }[];
}) {
  const { lang } = props.context;
  const w = staffingWords(lang);
  return (
    <>
      <DataTable
        lang={lang}
        table={{
          caption: w.givenBy,
          stacked: true,
          columns: [{ label: w.person }, { label: w.role }, { label: w.since }, { label: w.until }],
          rows: props.lines.map(({ row, title }) => [
            row.full_name,
            title,
            dayOf(row.valid_from, lang),
            row.valid_to ? dayOf(row.valid_to, lang) : '–',
          ]),
          empty: w.givenNone,
        }}
      />
      {props.seats.length > 0 && (
        <DataTable
          lang={lang}
          table={{
            caption: w.seatsBy,
            stacked: true,
            columns: [{ label: w.person }, { label: w.office }, { label: w.board }],
            rows: props.seats.map((one) => [one.full_name, one.office, one.board_name]),
          }}
        />
      )}
    </>
  );
}

interface FormProps {
  context: StaffContext;
  decision: DecisionRow;
  sent: Sent | undefined;
}

function FactsForm({ context, decision, sent }: FormProps) {
  const { lang, csrfToken, form } = context;
  const w = staffingWords(lang);
  const isSent = sent?.form === 'facts';
  const draft = isSent
    ? { issuer: form.get('issuer') ?? '', signedBy: form.get('signedBy') ?? '' }
    : { issuer: decision.issuer ?? '', signedBy: decision.signed_by ?? '' };
  const errors = isSent ? sent.errors : {};
  const DraftField = fields(lang, draft, errors);
  return (
    <FormSection id="thong-tin" title={w.complete}>
      <Form
        action={hrefTo(lang, 'decision', decision.id)}
        hidden={{ _token: csrfToken }}
        files
        label={w.complete}
      >
        <DraftField kind="text" name="issuer" label={w.issuer} maxLength={200} />
        <DraftField kind="text" name="signedBy" label={w.signedBy} help={w.signedByHelp} maxLength={200} />
        <Field
          lang={lang}
          kind="file"
          name="tep"
          label={w.file}
          help={w.fileHelp}
          accept=".pdf,image/*"
          optional
          error={errors.tep?.[lang]}
        />
        <Button kind="main">{w.save}</Button>
      </Form>
    </FormSection>
  );
}

type SendingProps = FormProps & { duty: { to: string; text: string } | undefined; mayKeep: boolean };

function Sending({ context, decision, sent, duty, mayKeep }: SendingProps) {
  const { lang, csrfToken, form } = context;
  const w = staffingWords(lang);
  const isSent = sent?.form === 'send';
  const draft = isSent
    ? { sentTo: form.get('sentTo') ?? '', sentOn: form.get('sentOn') ?? '' }
    : { sentTo: duty?.to ?? '', sentOn: '' };
  const DraftField = fields(lang, draft, isSent ? sent.errors : {});
  return (
    <FormSection id="gui" title={w.sendTitle} note={duty?.text ?? w.sendFree}>
      {decision.sent_on && (
        <Callout tone="good" title={w.sentLine(decision.sent_to ?? '', dayOf(decision.sent_on, lang))} />
      )}
      {mayKeep && !decision.sent_on && (
        <Form action={hrefTo(lang, 'send', decision.id)} hidden={{ _token: csrfToken }} label={w.sendTitle}>
          <FieldRow>
            <DraftField kind="text" name="sentTo" label={w.sentTo} maxLength={300} />
            <DraftField kind="date" name="sentOn" label={w.sentOn} />
          </FieldRow>
          <Button kind="second">{w.noteSent}</Button>
        </Form>
      )}
    </FormSection>
  );
}

async function findOwn(ports: Ports, { person, params }: StaffContext): Promise<DecisionRow | undefined> {
  const decision = await reading(ports, person, (tx) => findDecision(tx, readId(params.decision) ?? 0));
  return decision && isPermitted(person, permits, 'staffing.keep', decision.portal_id) ? decision : undefined;
}

const textOf = (form: URLSearchParams, name: string) => (form.get(name) ?? '').replace(/\s+/gu, ' ').trim();

export async function saveFacts(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, form, files } = context;
  const decision = await findOwn(ports, context);
  if (!decision) return { kind: 'missing' };
  const on = { portalId: decision.portal_id, decisionId: decision.id };
  const [file] = files.filter((one) => one.bytes.length > 0);
  let field = 'tep';
  try {
    const media = file && (await uploadMedia(ports, person, { ...on, name: file.name, bytes: file.bytes }));
    field = 'issuer';
    await ports.perform(person, completeDecision, {
      ...{ ...on, issuer: textOf(form, 'issuer'), signedBy: textOf(form, 'signedBy') },
      mediaId: media?.id ?? null,
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return decisionPage(ports, context, {
      form: 'facts',
      errors: { [field === 'tep' ? field : (error.field ?? field)]: error.words },
    });
  }
  return seeOther(`${hrefTo(lang, 'decision', decision.id)}?xong=luu`);
}

export async function saveSent(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, form } = context;
  const decision = await findOwn(ports, context);
  if (!decision) return { kind: 'missing' };
  const [sentOn, sentTo] = [textOf(form, 'sentOn'), textOf(form, 'sentTo')];
  if (!isCivilDate(sentOn)) return decisionPage(ports, context, { form: 'send', errors: { sentOn: NO_DAY } });
  try {
    const on = { portalId: decision.portal_id, decisionId: decision.id };
    await ports.perform(person, noteSent, { ...on, sentOn, sentTo });
    return seeOther(`${hrefTo(lang, 'decision', decision.id)}?xong=gui`);
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return decisionPage(ports, context, { form: 'send', errors: { [error.field ?? 'sentOn']: error.words } });
  }
}
