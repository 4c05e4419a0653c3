import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf, isCivilDate } from '../../../rules/calendar/index.ts';
import type { Words } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { sortByGivenName } from '../../../rules/text/index.ts';
import {
  Button,
  DataTable,
  DeskTitle,
  EmptyState,
  Field,
  FieldRow,
  Form,
  FormSection,
  StatePill,
} from '../../../ui/index.ts';
import { localityPortals, portalName } from '../../portals/index.ts';
import { beginHandOver } from '../hand-over-commands.ts';
import { type HandOverRow, listColleagues, listHandOvers } from '../hand-over-store.ts';
import { handOverWords } from '../hand-over-words.ts';
import { NO_DAY } from '../refusals.ts';
import { dayOf, reading } from '../register-queries.ts';
import { type FieldErrors, fields, hrefTo, page, permitted, seeOther } from './parts.tsx';

export const stateOf = (row: HandOverRow) =>
  row.finished_at ? 'finished' : row.cancelled_at ? 'cancelled' : 'open';

/** Hand-overs one keeps or has a part in, and the form that begins another. */
export async function handOversPage(
  ports: Ports,
  context: StaffContext,
  errors: FieldErrors = {},
): Promise<Reply> {
  const { lang, person, query, now } = context;
  const w = handOverWords(lang);
  const keeps = permitted(context, 'staffing.handOver');
  const portals = await localityPortals(ports, person.localityId);
  const names = new Map(portals.map((one) => [one.id, portalName(one, lang)]));
  const todayOn = civilDateOf(now);
  const { rows, people } = await reading(ports, person, async (tx) => {
    const people = new Map<string, string>();
    for (const portalId of keeps) {
      const staff = sortByGivenName(await listColleagues(tx, portalId, todayOn), (one) => one.full_name);
      const where = keeps.length > 1 ? `, ${names.get(portalId) ?? ''}` : '';
      for (const one of staff)
        if (one.id !== person.personId)
          people.set(`${portalId}:${one.id}`, `${one.full_name} (${one.username})${where}`);
    }
    return { rows: await listHandOvers(tx, { portalIds: keeps, personId: person.personId }), people };
  });
  return page(
    ports,
    context,
    { title: w.title, part: 'handOvers', errors, notice: w.done[query.get('xong') ?? ''] },
    <>
      <DeskTitle title={w.title} />
      <p class="note">{w.lead}</p>
      {rows.length === 0 ? (
        <EmptyState title={w.none} />
      ) : (
        <DataTable
          lang={lang}
          table={{
            caption: w.title,
            captionHidden: true,
            stacked: true,
            columns: [{ label: w.person }, { label: w.portal }, { label: w.leavesOn }, { label: w.state }],
            rows: rows.map((row) => [
              <a key="ten" href={hrefTo(lang, 'handOver', row.id)}>
                {row.full_name}
              </a>,
              names.get(row.portal_id),
              dayOf(row.leaves_on, lang),
              <StatePill key="tt" tone={row.finished_at ? 'good' : row.cancelled_at ? 'plain' : 'live'}>
                {w.states[stateOf(row)]}
              </StatePill>,
            ]),
          }}
        />
      )}
      {people.size > 0 && <BeginForm context={context} people={people} errors={errors} />}
    </>,
  );
}

interface BeginProps {
  context: StaffContext;
  people: ReadonlyMap<string, string>;
  errors: FieldErrors;
}

function BeginForm({ context, people, errors }: BeginProps) {
  const { lang, csrfToken, form } = context;
  const w = handOverWords(lang);
  const text = (name: string) => form.get(name) ?? '';
  const draft = { personId: text('personId'), leavesOn: text('leavesOn'), reason: text('reason') };
  const DraftField = fields(lang, draft, errors);
  return (
    <FormSection id="lap" title={w.beginTitle}>
      <Form action={hrefTo(lang, 'handOvers')} hidden={{ _token: csrfToken }} label={w.beginTitle}>
        <FieldRow>
          <DraftField
            kind="select"
            name="personId"
            label={w.person}
            empty
            choices={[...people].map(([value, text]) => ({ value, text }))}
          />
          <DraftField kind="date" name="leavesOn" label={w.leavesOn} />
        </FieldRow>
        <DraftField kind="text" name="reason" label={w.reason} help={w.reasonHelp} maxLength={300} />
        <Field
          lang={lang}
          kind="checkbox"
          name="closesAccount"
          label={w.closesAccount}
          checked={form.has('reason') ? form.has('closesAccount') : true}
        />
        <Button kind="main">{w.begin}</Button>
      </Form>
    </FormSection>
  );
}

/** The choice names portal and person, because one may keep several portals. */
export async function begin(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, lang, form } = context;
  const [portal, who] = (form.get('personId') ?? '').split(':');
  const [portalId, personId, leavesOn] = [readId(portal), readId(who), form.get('leavesOn') ?? ''];
  const missing: Words = { vi: handOverWords('vi').choosePerson, en: handOverWords('en').choosePerson };
  const errors = {
    ...(portalId === undefined || personId === undefined ? { personId: missing } : {}),
    ...(isCivilDate(leavesOn) ? {} : { leavesOn: NO_DAY }),
  };
  if (Object.keys(errors).length > 0 || portalId === undefined || personId === undefined)
    return handOversPage(ports, context, errors);
  if (!permitted(context, 'staffing.handOver').includes(portalId)) return { kind: 'missing' };
  try {
    const { handOverId } = await ports.perform(person, beginHandOver, {
      ...{ portalId, personId, leavesOn, reason: form.get('reason') ?? '' },
      closesAccount: form.has('closesAccount'),
    });
    return seeOther(`${hrefTo(lang, 'handOver', handOverId)}?xong=lap`);
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return handOversPage(ports, context, { [error.field ?? 'personId']: error.words });
  }
}
