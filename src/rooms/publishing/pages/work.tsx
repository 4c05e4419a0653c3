import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, Callout, Field, Form } from '../../../ui/index.ts';
import { giveWork, releaseWork, takeWork } from '../claim-commands.ts';
import type { ClaimRow } from '../claim-store.ts';
import { claimWords } from '../claim-words.ts';
import { readId } from '../forms.ts';
import { permits } from '../permits.ts';
import { findReadableItem, reading } from '../queries.ts';
import type { Holder } from '../urgent-store.ts';
import { showApproval } from './approval.tsx';
import { showItem } from './item.tsx';
import { paths, when } from './parts.tsx';

/** Takes, gives or releases the work on an edition, from the item's or the approval's page. */
export async function postWork(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person, params, lang } = context;
  const loaded = await reading(ports, person, (tx) => findReadableItem(tx, person, readId(params.id)));
  if (!loaded) return { kind: 'missing' };
  const editionId = readId(form.get('editionId')) ?? 0;
  const work = { portalId: loaded.portal.id, editionId };
  const what = form.get('lam');
  const isApproval = form.get('trang') === 'duyet';
  try {
    if (what === 'giao') {
      await ports.perform(person, giveWork, {
        ...{ ...work, personId: readId(form.get('personId')) ?? 0 },
        ...{ dueOn: form.get('dueOn') ?? '', note: form.get('note') ?? '' },
      });
    } else if (what === 'tra') await ports.perform(person, releaseWork, work);
    else await ports.perform(person, takeWork, { ...work, over: what === 'nhan-thay' });
    const done = what === 'giao' || what === 'tra' ? what : 'nhan';
    const to = isApproval ? paths.approve(lang, loaded.item.id, editionId) : paths.item(lang, loaded.item.id);
    return { kind: 'redirect', to: `${to}?viec=${done}`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const there = { ...context, params: { ...params, editionId: String(editionId) } };
    return isApproval ? showApproval(ports, there, error) : showItem(ports, context, error);
  }
}

/** What was just done with the work, on the page one was sent back to. */
export function WorkDone({ context }: { context: StaffContext }) {
  const said = claimWords(context.lang).done[context.query.get('viec') ?? ''];
  return said ? <Callout tone="good" live title={said} /> : null;
}

interface WorkProps {
  context: StaffContext;
  itemId: number;
  edition: { id: number; portal_id: number; state: string };
  claim: ClaimRow | undefined;
  colleagues: readonly Holder[];
  refusal: Refusal | undefined;
  /** Set on the page of the approval: what is posted leads back to it. */
  onApproval?: boolean;
}

/** Who works on an edition, and the presses to take, give or release it. */
export function WorkPanel(props: WorkProps) {
  const { context, itemId, edition, claim, onApproval } = props;
  const { lang, person } = context;
  const w = claimWords(lang);
  const isOpen = ['draft', 'submitted', 'checked', 'scheduled'].includes(edition.state);
  if (!isOpen || !isPermitted(person, permits, 'publishing.write', edition.portal_id)) return null;
  const isMine = claim?.person_id === person.personId;
  const gives = isPermitted(person, permits, 'publishing.assign', edition.portal_id);
  const hidden = {
    _token: context.csrfToken,
    editionId: String(edition.id),
    ...(onApproval ? { trang: 'duyet' } : {}),
  };
  return (
    <div class="work-panel">
      <p>
        {!claim
          ? w.free
          : isMine
            ? w.yours
            : w.held(claim.person_name ?? '', when(claim.taken_at, lang).text)}{' '}
        {claim && claim.given_by !== claim.person_id && w.givenBy(claim.given_by_name ?? '')}{' '}
        {claim?.due_on && w.due(formatDate(claim.due_on, lang, 'weekdayDayMonth'))} {claim?.note}
      </p>
      <Form action={paths.work(lang, itemId)} hidden={hidden} label={w.title}>
        <Buttons>
          {!isMine && (
            <Button kind="second" name="lam" value={claim ? 'nhan-thay' : 'nhan'}>
              {claim ? w.over(claim.person_name ?? '') : w.take}
            </Button>
          )}
          {claim && (isMine || gives) && (
            <Button kind="light" name="lam" value="tra">
              {w.release}
            </Button>
          )}
        </Buttons>
      </Form>
      {gives && <GiveForm {...props} hidden={hidden} />}
    </div>
  );
}

function GiveForm(props: WorkProps & { hidden: Record<string, string> }) {
  const { context, itemId, edition, colleagues, refusal, hidden } = props;
  const { lang, form } = context;
  const w = claimWords(lang);
  const isThis = form.get('lam') === 'giao' && form.get('editionId') === String(edition.id);
  const error = (field: string) => (isThis && refusal?.field === field ? refusal.words[lang] : undefined);
  const id = (name: string) => (isThis ? name : `${name}-${edition.id}`);
  return (
    <details class="trace" open={isThis}>
      <summary>{w.give}</summary>
      <Form action={paths.work(lang, itemId)} hidden={{ ...hidden, lam: 'giao' }} label={w.give}>
        <Field
          kind="select"
          lang={lang}
          name="personId"
          id={id('personId')}
          label={w.to}
          empty
          value={isThis ? (form.get('personId') ?? '') : ''}
          choices={colleagues.map((one) => ({ value: String(one.id), text: one.full_name }))}
          error={error('personId')}
        />
        <Field
          kind="date"
          lang={lang}
          name="dueOn"
          id={id('dueOn')}
          label={w.dueOn}
          width="short"
          value={isThis ? (form.get('dueOn') ?? '') : ''}
          error={error('dueOn')}
          optional
        />
        <Field
          kind="text"
          lang={lang}
          name="note"
          id={id('note')}
          label={w.note}
          value={isThis ? (form.get('note') ?? '') : ''}
          optional
        />
        <Button kind="second">{w.giveButton}</Button>
      </Form>
    </details>
  );
}
