import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, formatInstant } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Callout,
  DataTable,
  DeskTitle,
  Field,
  Form,
  FormSection,
  KeyList,
} from '../../../ui/index.ts';
import { askFresh } from '../../accounts/index.ts';
import { localityPortals, portalName } from '../../portals/index.ts';
import * as commands from '../hand-over-commands.ts';
import * as store from '../hand-over-store.ts';
import { handOverWords } from '../hand-over-words.ts';
import { permits } from '../permits.ts';
import { dayOf, type RegisterLine, reading, readRegister } from '../register-queries.ts';
import { type FieldErrors, hrefTo, page, seeOther } from './parts.tsx';

interface Work {
  key: string;
  text: string;
}

interface View {
  context: StaffContext;
  row: store.HandOverRow;
  lines: store.LineRow[];
  rights: RegisterLine[];
  open: Work[];
  colleagues: { value: string; text: string }[];
  /** May give work, finish and drop. */
  keeps: boolean;
  isHead: boolean;
  errors: FieldErrors;
}

async function find(ports: Ports, context: StaffContext, errors: FieldErrors): Promise<View | undefined> {
  const { person, params, lang, now } = context;
  const id = readId(params.handOver) ?? 0;
  return reading(ports, person, async (tx) => {
    const row = await store.findHandOver(tx, id);
    if (!row) return undefined;
    const { portal_id: portalId, person_id: personId } = row;
    const lines = await store.listLines(tx, id);
    const keeps = isPermitted(person, permits, 'staffing.handOver', portalId);
    const hasPart =
      personId === person.personId || lines.some((line) => line.to_person_id === person.personId);
    if (!keeps && !hasPart) return undefined;
    const isOpen = !row.finished_at && !row.cancelled_at;
    const open: Work[] = [];
    for (const { room, label, list } of isOpen ? ports.handsOver : [])
      for (const one of await list(tx, { portalId, personId }))
        open.push({ key: commands.keyOf(room, one), text: `${label[lang]}: ${one.title[lang]}` });
    const colleagues = (await store.listColleagues(tx, portalId, civilDateOf(now)))
      .filter((one) => one.id !== personId)
      .map((one) => ({ value: String(one.id), text: `${one.full_name} (${one.username})` }));
    const isHead = person.grants.some((one) => one.role === 'head' && one.portalId === portalId);
    return { ...{ context, row, lines, open, colleagues, keeps, isHead, errors }, rights: [] };
  });
}

/** The record of one hand-over, which prints as it stands, and what this reader can do about it. */
export async function handOverPage(
  ports: Ports,
  context: StaffContext,
  errors: FieldErrors = {},
): Promise<Reply> {
  const found = await find(ports, context, errors);
  if (!found) return { kind: 'missing' };
  const { lang, person, query } = context;
  const w = handOverWords(lang);
  const { row } = found;
  const portal = (await localityPortals(ports, person.localityId)).find(({ id }) => id === row.portal_id);
  if (!portal) return { kind: 'missing' };
  const rights = (await readRegister(ports, person, [portal], { withEnded: false, lang })).filter(
    (line) => line.row.person_id === row.person_id,
  );
  const view: View = { ...found, rights };
  const title = w.recordTitle(row.full_name);
  return page(
    ports,
    context,
    { title, portalName: portalName(portal, lang), errors, notice: w.done[query.get('xong') ?? ''] },
    <>
      <Breadcrumb lang={lang} links={[{ href: hrefTo(lang, 'handOvers'), text: w.title }]} here={title} />
      <DeskTitle eyebrow={portalName(portal, lang)} title={title} />
      <Facts {...view} />
      <Given {...view} />
      <OpenWork {...view} />
      <Confirmations {...view} />
      <Ending {...view} />
      <p class="note">{w.print}</p>
    </>,
  );
}

function Facts({ context: { lang }, row, rights }: View) {
  const w = handOverWords(lang);
  return (
    <KeyList
      rows={[
        { key: w.person, value: `${row.full_name} (${row.username})` },
        { key: w.leavesOn, value: dayOf(row.leaves_on, lang) },
        { key: w.reason, value: row.reason },
        { key: w.begun, value: w.begunLine(row.beginner_name ?? '', formatInstant(row.begun_at, lang)) },
        { key: w.account, value: row.closes_account ? w.accountCloses : w.accountStays },
        { key: w.rights, value: rights.map(({ title }) => title).join('; ') || w.noRights },
      ]}
    />
  );
}

function Given({ context: { lang }, lines }: View) {
  const w = handOverWords(lang);
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.given,
        stacked: true,
        columns: [{ label: w.work }, { label: w.successor }, { label: w.handedAt }, { label: w.taken }],
        rows: lines.map((line) => [
          line.title,
          line.to_name,
          formatInstant(line.handed_at, lang),
          line.confirmed_at ? formatInstant(line.confirmed_at, lang) : w.notYet,
        ]),
        empty: w.givenNone,
      }}
    />
  );
}

function OpenWork({ context, row, open, colleagues, keeps, errors }: View) {
  const { lang, csrfToken, form } = context;
  const w = handOverWords(lang);
  if (row.finished_at || row.cancelled_at) return null;
  if (open.length === 0) return <Callout tone="good" title={w.openWorkNone} />;
  if (!keeps)
    return (
      <FormSection id="con-lai" title={w.openWork}>
        <ul>
          {open.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      </FormSection>
    );
  const chosen = form.getAll('viec');
  return (
    <FormSection id="con-lai" title={w.openWork}>
      <Form action={hrefTo(lang, 'handOver', row.id)} hidden={{ _token: csrfToken }} label={w.give}>
        <Field
          lang={lang}
          kind="checks"
          name="viec"
          label={w.choose}
          values={form.has('toPersonId') ? chosen : open.map(({ key }) => key)}
          choices={open.map(({ key, text }) => ({ value: key, text }))}
          error={errors.viec?.[lang]}
        />
        <Field
          lang={lang}
          kind="select"
          name="toPersonId"
          label={w.successor}
          choices={colleagues}
          empty
          value={form.get('toPersonId') ?? ''}
          error={errors.toPersonId?.[lang]}
        />
        <Button kind="main">{w.give}</Button>
      </Form>
    </FormSection>
  );
}

function Confirmations(view: View) {
  const { context, row, lines } = view;
  const { lang } = context;
  const w = handOverWords(lang);
  if (row.cancelled_at) return null;
  const at = row.confirmed_at ? formatInstant(row.confirmed_at, lang) : '';
  const leaver = !row.confirmed_at
    ? w.notYet
    : row.confirmed_note
      ? w.inPlace(row.confirmer_name ?? '', at, row.confirmed_note)
      : w.leaverConfirmed(row.full_name, at);
  const successors = [...Map.groupBy(lines, (line) => line.to_person_id).values()];
  return (
    <FormSection id="xac-nhan" title={w.confirmTitle}>
      <KeyList
        rows={[
          { key: w.leaverSide, value: leaver },
          ...successors.map((of) => {
            const [first] = of;
            const last = of.every((line) => line.confirmed_at) ? of.at(-1)?.confirmed_at : undefined;
            return {
              key: w.successorSide(first?.to_name ?? ''),
              value: last ? w.leaverConfirmed(first?.to_name ?? '', formatInstant(last, lang)) : w.notYet,
            };
          }),
        ]}
      />
      <ConfirmForms {...view} />
    </FormSection>
  );
}

function ConfirmForms({ context, row, lines, isHead, errors }: View) {
  const { lang, csrfToken, person, form } = context;
  const w = handOverWords(lang);
  if (row.finished_at) return null;
  const action = hrefTo(lang, 'confirmHandOver', row.id);
  const isLeaver = person.personId === row.person_id;
  const waits = lines.some((line) => line.to_person_id === person.personId && !line.confirmed_at);
  return (
    <>
      {(isLeaver ? !row.confirmed_at : waits) && (
        <Form
          action={action}
          hidden={{ _token: csrfToken }}
          label={isLeaver ? w.confirmLeaver : w.confirmSuccessor}
        >
          <Button kind="main" icon="check">
            {isLeaver ? w.confirmLeaver : w.confirmSuccessor}
          </Button>
        </Form>
      )}
      {isHead && !isLeaver && !row.confirmed_at && (
        <Form action={action} hidden={{ _token: csrfToken, inPlace: '1' }} label={w.confirmInPlace}>
          <Field
            lang={lang}
            kind="text"
            name="reason"
            label={w.reason}
            help={w.inPlaceHelp}
            value={form.get('inPlace') ? (form.get('reason') ?? '') : ''}
            error={errors.reason?.[lang]}
            maxLength={300}
          />
          <Button kind="second">{w.confirmInPlace}</Button>
        </Form>
      )}
    </>
  );
}

function Ending({ context, row, keeps }: View) {
  const { lang, csrfToken } = context;
  const w = handOverWords(lang);
  if (row.finished_at)
    return <Callout tone="good" title={w.finished(formatInstant(row.finished_at, lang))} />;
  if (!keeps || row.cancelled_at) return null;
  return (
    <FormSection id="hoan-tat" title={w.finish} note={w.finishNote}>
      <Form action={hrefTo(lang, 'finishHandOver', row.id)} hidden={{ _token: csrfToken }} label={w.finish}>
        <Button kind="main">{w.finish}</Button>
      </Form>
      <Form action={hrefTo(lang, 'dropHandOver', row.id)} hidden={{ _token: csrfToken }} label={w.drop}>
        <p class="help">{w.dropNote}</p>
        <Button kind="light">{w.drop}</Button>
      </Form>
    </FormSection>
  );
}

/** What can be done about a hand-over; a step that counts as a signature is asked for here and nowhere else. */
type Step = (ports: Ports, context: StaffContext, on: commands.OnHandOver) => Promise<void>;

const STEPS: Readonly<Record<'giao' | 'xac-nhan' | 'xong' | 'bo', Step>> = {
  giao: (ports, { person, form }, on) =>
    ports.perform(person, commands.giveWork, {
      ...{ ...on, toPersonId: readId(form.get('toPersonId')) ?? 0, work: form.getAll('viec') },
      rooms: ports.handsOver,
    }),
  'xac-nhan': (ports, { person, form }, on) =>
    ports.perform(person, commands.confirmHandOver, {
      ...{ ...on, inPlace: form.has('inPlace'), note: form.get('reason') ?? '' },
    }),
  xong: (ports, { person }, on) =>
    ports.perform(person, commands.finishHandOver, { ...on, rooms: ports.handsOver }),
  bo: (ports, { person }, on) => ports.perform(person, commands.dropHandOver, on),
};

export function stepOf(name: keyof typeof STEPS) {
  return async (ports: Ports, context: StaffContext): Promise<Reply> => {
    const found = await find(ports, context, {});
    if (!found) return { kind: 'missing' };
    const on = { portalId: found.row.portal_id, handOverId: found.row.id };
    // the last step closes an account
    const proof = name === 'xong' ? await askFresh(ports, context) : undefined;
    if (proof) return proof;
    try {
      await STEPS[name](ports, context, on);
    } catch (error) {
      if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
      return handOverPage(ports, context, { [error.field ?? 'hoan-tat']: error.words });
    }
    return seeOther(`${hrefTo(context.lang, 'handOver', found.row.id)}?xong=${name}`);
  };
}
