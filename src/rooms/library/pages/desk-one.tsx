import { deskFrame } from '../../../desk-frame.tsx';
import { scopeOf } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted, type Person } from '../../../rules/access/index.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { documentNumberKey } from '../../../rules/text/index.ts';
import { STATE_NAMES, stateName } from '../../../rules/validity/index.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  Callout,
  DeskTitle,
  dotted,
  ErrorSummary,
  Form,
  fieldsOf,
  GroupHeader,
} from '../../../ui/index.ts';
import { listPortals } from '../../portals/index.ts';
import { type DeskDocument, documentAsked, findNumbered, type Proposal } from '../desk-queries.ts';
import { parseReason, parseRelation } from '../forms.ts';
import { permits } from '../permits.ts';
import { keepAfterReview, relateDocuments, removeRelation } from '../relating.ts';
import { scopeDocument } from '../scoping.ts';
import { type LibraryWords, libraryWords, RELATION_WORDS } from '../words.ts';
import { fallenWords, page, paths } from './desk-board.tsx';
import { findScopeView, Scope, type ScopeView } from './desk-scope.tsx';

interface RelationDraft {
  kind: string;
  toNumber: string;
  provisions: string;
  effectiveOn: string;
  untilOn: string;
}

/** A form that was refused, with what was typed. */
interface Typed {
  form: URLSearchParams;
  refusal: Refusal;
}

/** One document: what it does to others, what the machine proposes, and what rests on it once it has ended. */
export async function showDocument(ports: Ports, context: StaffContext, typed?: Typed): Promise<Reply> {
  const view = await documentAsked(ports, context);
  if (!view) return { kind: 'missing' };
  const scope = await findScopeView(ports, context, view.document.item_id);
  return page(documentPage(ports, context, { ...view, scope }, typed), typed ? 422 : 200);
}

function documentPage(
  ports: Ports,
  context: StaffContext,
  view: DeskDocument & { scope: ScopeView },
  typed: Typed | undefined,
): string {
  const { lang, person, query } = context;
  const w = libraryWords(lang);
  const { document, today } = view;
  const done = w.desk.done[query.get('xong') ?? ''];
  const mayDecide = isPermitted(person, permits, 'library.relate', document.portal_id);
  return deskFrame(
    ports,
    context,
    { title: dotted(document.number, document.title) },
    <>
      <Breadcrumb
        lang={lang}
        links={[{ href: paths.board(lang), text: w.desk.title }]}
        here={document.number || w.noNumber}
      />
      <DeskTitle
        eyebrow={dotted(document.number, (today ? stateName(today) : STATE_NAMES.unknown)[lang])}
        title={document.title}
      >
        <p>
          <a href={paths.item(lang, document.item_id)}>{w.desk.citedBy}</a>
        </p>
      </DeskTitle>
      {done && <Callout tone="good" live title={done} />}
      {typed && (
        <ErrorSummary
          lang={lang}
          title={w.desk.problem}
          errors={[{ href: `#${typed.refusal.field ?? 'quan-he'}`, text: typed.refusal.words[lang] }]}
        />
      )}
      <Fallen context={context} view={view} mayDecide={mayDecide} />
      <Scope
        context={context}
        view={view.scope}
        itemId={document.item_id}
        portalId={document.portal_id}
        refusal={typed?.refusal.field === 'toPortalIds' ? typed.refusal : undefined}
      />
      <Standing context={context} view={view} mayDecide={mayDecide} />
      {mayDecide && <Proposals context={context} view={view} />}
      {mayDecide && <AddRelation context={context} view={view} typed={typed} />}
    </>,
  );
}

interface PartProps {
  context: StaffContext;
  view: DeskDocument;
  mayDecide: boolean;
}

/** LX-044: what rests on a text that has ended, each with its reason, to be taken down or kept. */
function Fallen({ context, view, mayDecide }: PartProps) {
  const { lang, csrfToken } = context;
  const w = libraryWords(lang);
  if (view.fallen.length === 0) return null;
  return (
    <section aria-labelledby="dua-vao">
      <GroupHeader id="dua-vao" title={w.desk.fallenTitle} note={w.desk.count(view.fallen.length)} overdue />
      <p class="note">{w.desk.fallenNote}</p>
      <ul>
        {view.fallen.map((row) => {
          const F = fieldsOf<{ reason: string }>(
            lang,
            { reason: fallenWords(row, lang, w) },
            () => undefined,
          );
          return (
            <li key={`${row.item_id} ${row.relation_id}`}>
              <h3>{row.title}</h3>
              <p>{fallenWords(row, lang, w)}</p>
              <p>
                <a href={paths.item(lang, row.item_id)}>{w.desk.openItem}</a>
              </p>
              {mayDecide && (
                <details class="trace">
                  <summary>{w.desk.keep}</summary>
                  <Form
                    action={paths.keep(lang, view.document.item_id)}
                    hidden={{
                      _token: csrfToken,
                      itemId: String(row.item_id),
                      relationId: String(row.relation_id),
                      portalId: String(row.portal_id),
                    }}
                  >
                    <F
                      kind="textarea"
                      name="reason"
                      id={`reason-${row.item_id}-${row.relation_id}`}
                      label={w.desk.keepReason}
                      rows={3}
                    />
                    <Buttons>
                      <Button kind="second">{w.desk.keep}</Button>
                    </Buttons>
                  </Form>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Standing({ context, view, mayDecide }: PartProps) {
  const { lang, csrfToken } = context;
  const w = libraryWords(lang);
  const day = (on: string | null) => on && w.from(formatDate(on, lang, 'short'));
  return (
    <section aria-labelledby="quan-he">
      <GroupHeader id="quan-he" title={w.desk.standing} note={w.desk.count(view.outgoing.length)} />
      {view.outgoing.length === 0 && <p class="note">{w.desk.standingNone}</p>}
      {view.outgoing.map(({ row, other }) => (
        <div key={row.id} class="section">
          <p>
            <strong>{RELATION_WORDS[row.kind].does[lang]}</strong>{' '}
            <a href={paths.one(lang, other.item_id)}>{other.number || other.title}</a>{' '}
            {dotted(
              row.provisions.join(', ') || w.whole,
              day(row.effective_on ?? view.document.effective_on),
              row.until_on && w.until(formatDate(row.until_on, lang, 'short')),
            )}
          </p>
          {mayDecide && (
            <Form
              action={paths.remove(lang, view.document.item_id)}
              hidden={{ _token: csrfToken, relationId: String(row.id) }}
              label={`${w.desk.remove}: ${RELATION_WORDS[row.kind].does[lang]} ${other.number}`}
            >
              <Buttons>
                <Button kind="light">{w.desk.remove}</Button>
              </Buttons>
            </Form>
          )}
        </div>
      ))}
    </section>
  );
}

function Proposals({ context, view }: Omit<PartProps, 'mayDecide'>) {
  const { lang } = context;
  const w = libraryWords(lang);
  return (
    <section aria-labelledby="de-nghi">
      <GroupHeader id="de-nghi" title={w.desk.proposed} note={w.desk.count(view.proposals.length)} />
      {view.proposals.length === 0 ? (
        <p class="note">{w.desk.noProposals}</p>
      ) : (
        <p class="note">{w.desk.proposedNote}</p>
      )}
      {view.proposals.map((one) => (
        <ProposalOf
          key={`${one.kind} ${one.other.item_id}`}
          context={context}
          view={view}
          proposal={one}
          w={w}
        />
      ))}
    </section>
  );
}

function ProposalOf(props: {
  context: StaffContext;
  view: DeskDocument;
  proposal: Proposal;
  w: LibraryWords;
}) {
  const { context, view, proposal, w } = props;
  const { lang, csrfToken } = context;
  const { kind, other, provisions, places } = proposal;
  return (
    <div class="section">
      <p>
        <strong>{RELATION_WORDS[kind].does[lang]}</strong>{' '}
        <a href={paths.one(lang, other.item_id)}>{other.number || other.title}</a>:{' '}
        {provisions.join(', ') || w.whole}
      </p>
      <p class="note">
        {places
          .map(({ printed, address }) => `“${printed}” ${w.desk.at(address || w.beforeFirst)}`)
          .join('; ')}
      </p>
      <Form
        action={paths.relate(lang, view.document.item_id)}
        hidden={{
          ...{ _token: csrfToken, kind, toNumber: other.number, provisions: provisions.join(', ') },
          ...{ effectiveOn: '', untilOn: '' },
        }}
        label={`${RELATION_WORDS[kind].does[lang]} ${other.number}`}
      >
        <Buttons>
          <Button kind="second">{w.desk.confirm}</Button>
        </Buttons>
      </Form>
    </div>
  );
}

function AddRelation(props: { context: StaffContext; view: DeskDocument; typed: Typed | undefined }) {
  const { context, view, typed } = props;
  const { lang, csrfToken } = context;
  const { desk } = libraryWords(lang);
  const draft = Object.fromEntries(typed?.form ?? []) as unknown as RelationDraft;
  const F = fieldsOf(lang, draft, (name) =>
    typed?.refusal.field === name ? typed.refusal.words[lang] : undefined,
  );
  return (
    <details class="trace" open={typed !== undefined}>
      <summary>{desk.add}</summary>
      <Form
        action={paths.relate(lang, view.document.item_id)}
        hidden={{ _token: csrfToken }}
        label={desk.add}
      >
        <F
          kind="select"
          name="kind"
          label={desk.kind}
          empty
          choices={Object.entries(RELATION_WORDS).map(([value, { does }]) => ({ value, text: does[lang] }))}
        />
        <F kind="text" name="toNumber" label={desk.toNumber} help={desk.toHelp} maxLength={200} />
        <F
          kind="text"
          name="provisions"
          label={desk.provisionsLabel}
          help={desk.provisionsHelp}
          maxLength={2000}
          optional
        />
        <F
          kind="date"
          name="effectiveOn"
          label={desk.effectiveOn}
          help={desk.effectiveHelp}
          width="short"
          optional
        />
        <F kind="date" name="untilOn" label={desk.untilOn} help={desk.untilHelp} width="short" optional />
        <Buttons>
          <Button>{desk.save}</Button>
        </Buttons>
      </Form>
    </details>
  );
}

// What is posted ----------------------------------------------------------------------------------------

type Act = (of: { portalId: number; itemId: number }) => Promise<unknown>;

/** Does it as the person, on the portal of the document; a refusal shows the page again with what was typed. */
async function decided(ports: Ports, context: StaffContext, done: string, act: Act): Promise<Reply> {
  const view = await documentAsked(ports, context);
  if (!view) return { kind: 'missing' };
  const { item_id: itemId, portal_id: portalId } = view.document;
  try {
    await act({ portalId, itemId });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showDocument(ports, context, { form: context.form, refusal: error });
  }
  return { kind: 'redirect', to: `${paths.one(context.lang, itemId)}?xong=${done}`, status: 303 };
}

export function addRelation(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, form } = context;
  return decided(ports, context, 'them', async ({ portalId, itemId }) => {
    const { toNumber, ...typed } = parseRelation(form);
    const key = documentNumberKey(toNumber);
    const to = await ports.database.transaction(scopeOf(person), (tx) =>
      findNumbered(tx, person.localityId, key),
    );
    await ports.perform(person, relateDocuments, {
      ...{ portalId, fromItemId: itemId, toItemId: to?.item_id ?? 0 },
      ...typed,
    });
  });
}

export function endRelation(ports: Ports, context: StaffContext): Promise<Reply> {
  const relationId = readId(context.form.get('relationId') ?? undefined) ?? 0;
  return decided(ports, context, 'bo', ({ portalId }) =>
    ports.perform(context.person, removeRelation, { portalId, relationId }),
  );
}

export function keepItem(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, person } = context;
  const number = (name: string) => readId(form.get(name) ?? undefined) ?? 0;
  return decided(ports, context, 'giu', async () =>
    ports.perform(person, keepAfterReview, {
      ...{ portalId: number('portalId'), itemId: number('itemId'), relationId: number('relationId') },
      reason: parseReason(form),
    }),
  );
}

/** The bodies that were chosen, or all member portals. */
export function setScope(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, form } = context;
  return decided(ports, context, 'pham-vi', async (of) => {
    const toPortalIds =
      form.get('all') === 'members'
        ? await memberPortals(ports, person)
        : form.getAll('toPortalIds').map(Number);
    await ports.perform(person, scopeDocument, { ...of, toPortalIds });
  });
}

async function memberPortals(ports: Ports, person: Person): Promise<number[]> {
  const portals = await ports.database.transaction(scopeOf(person), (tx) =>
    listPortals(tx, person.localityId),
  );
  return portals.filter((one) => !one.is_main && one.state === 'open').map(({ id }) => id);
}
