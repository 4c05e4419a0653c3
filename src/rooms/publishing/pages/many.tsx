import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { bodyText } from '../../../rules/body-html/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Callout,
  DataTable,
  DeskTitle,
  EmptyState,
  Field,
  Form,
  FormSection,
} from '../../../ui/index.ts';
import { listSections, type PortalRow, type SectionRow } from '../../portals/index.ts';
import { giveWork } from '../claim-commands.ts';
import { approveEdition, sendBackEdition } from '../deciding.ts';
import { readId } from '../forms.ts';
import { manyWords } from '../many-words.ts';
import { moveToSection } from '../move-commands.ts';
import { listColleagues, readablePortals, reading } from '../queries.ts';
import { type EditionRow, listEditionsByIds } from '../store.ts';
import { submitEdition } from '../submitting.ts';
import type { Holder } from '../urgent-store.ts';
import { publishingWords } from '../words.ts';
import { EditionState, page, paths, sectionChoices } from './parts.tsx';

/** What a person can be expected to have read before one press. */
const MOST_CHOSEN = 50;

interface ManyView {
  editions: EditionRow[];
  /** The portal of all of them; undefined where they are of several. */
  portal: PortalRow | undefined;
  sections: SectionRow[];
  colleagues: Holder[];
}

/** What became of one of them; without words it was done. */
interface Outcome {
  edition: EditionRow;
  refused?: string;
}

function load(ports: Ports, context: StaffContext): Promise<ManyView> {
  const { person, query, form, now } = context;
  const chosen = [...query.getAll('chon'), ...form.getAll('chon')]
    .map(readId)
    .filter((id) => id !== undefined);
  return reading(ports, person, async (tx) => {
    const portals = await readablePortals(tx, person);
    const readable = new Set(portals.map(({ id }) => id));
    const found = await listEditionsByIds(tx, [...new Set(chosen)].slice(0, MOST_CHOSEN));
    const editions = found.filter((one) => readable.has(one.portal_id));
    const portalIds = new Set(editions.map(({ portal_id }) => portal_id));
    const portal = portalIds.size === 1 ? portals.find(({ id }) => portalIds.has(id)) : undefined;
    return {
      ...{ editions, portal, sections: portal ? await listSections(tx, portal.id) : [] },
      colleagues: portal ? await listColleagues(tx, portal.id, now) : [],
    };
  });
}

/** The chosen items, each to be read, and the presses for all of them. */
export async function showMany(ports: Ports, context: StaffContext): Promise<Reply> {
  return page(manyPage(ports, context, await load(ports, context), undefined));
}

/** The same step for each, in a transaction of its own; the page says what was done and why the rest was not. */
export async function doMany(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang } = context;
  const view = await load(ports, context);
  const outcomes: Outcome[] = [];
  for (const edition of view.editions) {
    try {
      await stepFor(ports, context, edition);
      outcomes.push({ edition });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.push({ edition, refused: error.words[lang] });
    }
  }
  const failed = outcomes.some(({ refused }) => refused !== undefined);
  return page(manyPage(ports, context, await load(ports, context), outcomes), failed ? 422 : 200);
}

const NOT_READ = new Refusal('not-read', { vi: manyWords('vi').notRead, en: manyWords('en').notRead });
const UNKNOWN = new Refusal('unknown-step', {
  vi: 'Không rõ bạn muốn làm gì. Hãy bấm lại một nút.',
  en: 'It is not clear what you meant. Press one of the buttons again.',
});

async function stepFor(ports: Ports, { person, form }: StaffContext, edition: EditionRow): Promise<void> {
  const input = { portalId: edition.portal_id, editionId: edition.id };
  switch (form.get('lam')) {
    case 'gui':
      await ports.perform(person, submitEdition, input);
      return;
    case 'tra':
      await ports.perform(person, sendBackEdition, {
        ...input,
        reason: (form.get('reason') ?? '').slice(0, 2_000),
      });
      return;
    case 'duyet':
      if (!form.getAll('doc').includes(String(edition.id))) throw NOT_READ;
      await ports.perform(person, approveEdition, input);
      return;
    case 'chuyen':
      await ports.perform(person, moveToSection, {
        ...{ portalId: edition.portal_id, itemId: edition.item_id },
        sectionId: readId(form.get('sectionId')) ?? 0,
      });
      return;
    case 'giao':
      await ports.perform(person, giveWork, {
        ...{ ...input, personId: readId(form.get('personId')) ?? 0 },
        ...{ dueOn: form.get('dueOn') ?? '', note: '' },
      });
      return;
    default:
      throw UNKNOWN;
  }
}

function manyPage(
  ports: Ports,
  context: StaffContext,
  view: ManyView,
  outcomes: Outcome[] | undefined,
): string {
  const { lang } = context;
  const w = manyWords(lang);
  return deskFrame(
    ports,
    context,
    { title: w.title },
    <>
      <Breadcrumb
        lang={lang}
        links={[{ href: paths.list(lang), text: publishingWords(lang).items }]}
        here={w.title}
      />
      <DeskTitle eyebrow={w.chosen(view.editions.length)} title={w.title} />
      {outcomes && <Outcomes lang={lang} outcomes={outcomes} />}
      {view.editions.length === 0 ? (
        <EmptyState title={w.none} links={[{ href: paths.list(lang), text: w.back }]}>
          <p>{w.noneWhat}</p>
        </EmptyState>
      ) : (
        <Form action={paths.many(lang)} hidden={{ _token: context.csrfToken }} label={w.title}>
          <p>
            {w.lead} {view.editions.length === MOST_CHOSEN && w.most(MOST_CHOSEN)}
          </p>
          <Chosen context={context} view={view} />
          <Presses context={context} view={view} />
        </Form>
      )}
    </>,
  );
}

function Outcomes({ lang, outcomes }: { lang: Lang; outcomes: readonly Outcome[] }) {
  const w = manyWords(lang);
  const c = w.columns;
  const refused = outcomes.filter((one) => one.refused !== undefined).length;
  return (
    <>
      <Callout
        tone={refused > 0 ? 'warn' : 'good'}
        live
        title={[w.done(outcomes.length - refused), refused > 0 && w.refused(refused)]
          .filter(Boolean)
          .join('. ')}
      />
      <DataTable
        lang={lang}
        table={{
          caption: w.result,
          stacked: true,
          columns: [c.item, c.outcome].map((label) => ({ label })),
          rows: outcomes.map(({ edition, refused: why }) => [
            <a href={paths.item(lang, edition.item_id)} lang={edition.language}>
              {edition.title || publishingWords(lang).untitled}
            </a>,
            why ?? w.ok,
          ]),
        }}
      />
    </>
  );
}

/** Each item whole, folded; a box to take it along and one to say that it was read. */
function Chosen({ context, view }: { context: StaffContext; view: ManyView }) {
  const { lang, form } = context;
  const w = manyWords(lang);
  const p = publishingWords(lang);
  const read = form.getAll('doc');
  return (
    <ul class="remarks">
      {view.editions.map((edition) => (
        <li key={edition.id} class="remark">
          <Box name="chon" value={edition.id} label={edition.title || p.untitled} checked />
          <p>
            <EditionState lang={lang} state={edition.state} />{' '}
            <a href={paths.approve(lang, edition.item_id, edition.id)}>{p.item.review}</a>
          </p>
          <details class="trace">
            <summary>{w.read}</summary>
            <div lang={edition.language}>
              <p>
                <strong>{edition.title}</strong>
              </p>
              {edition.summary && <p>{edition.summary}</p>}
              {bodyText(edition.body_html)
                .split('\n')
                .map((line, i) => (
                  <p key={i}>{line}</p>
                ))}
            </div>
          </details>
          <Box name="doc" value={edition.id} label={w.wasRead} checked={read.includes(String(edition.id))} />
        </li>
      ))}
    </ul>
  );
}

function Box({
  name,
  value,
  label,
  checked,
}: {
  name: string;
  value: number;
  label: string;
  checked: boolean;
}) {
  const id = `${name}-${value}`;
  return (
    <div class="choice">
      <input type="checkbox" id={id} name={name} value={String(value)} checked={checked} />
      <label for={id}>{label}</label>
    </div>
  );
}

function Presses({ context, view }: { context: StaffContext; view: ManyView }) {
  const { lang, form } = context;
  const w = manyWords(lang);
  const press = (value: string, text: string) => (
    <Button kind="second" name="lam" value={value}>
      {text}
    </Button>
  );
  return (
    <>
      <FormSection id="lam-gi" title={w.what}>
        {press('gui', w.submit)}
        <p class="note">{w.approveNote}</p>
        {press('duyet', w.approve)}
      </FormSection>
      <FormSection id="tra-lai" title={w.sendBack}>
        <Field
          kind="textarea"
          lang={lang}
          name="reason"
          label={w.reason}
          rows={2}
          value={form.get('reason') ?? ''}
          optional
        />
        {press('tra', w.sendBack)}
      </FormSection>
      {view.portal && (
        <>
          <FormSection id="chuyen" title={w.move}>
            <Field
              kind="select"
              lang={lang}
              name="sectionId"
              label={w.section}
              empty
              value={form.get('sectionId') ?? ''}
              choices={sectionChoices(view.sections, lang)}
              optional
            />
            {press('chuyen', w.move)}
          </FormSection>
          <FormSection id="giao" title={w.give}>
            <Field
              kind="select"
              lang={lang}
              name="personId"
              label={w.person}
              empty
              value={form.get('personId') ?? ''}
              choices={view.colleagues.map(({ id, full_name }) => ({ value: String(id), text: full_name }))}
              optional
            />
            <Field
              kind="date"
              lang={lang}
              name="dueOn"
              label={w.dueOn}
              width="short"
              value={form.get('dueOn') ?? ''}
              optional
            />
            {press('giao', w.give)}
          </FormSection>
        </>
      )}
    </>
  );
}
