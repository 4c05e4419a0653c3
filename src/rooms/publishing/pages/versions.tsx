import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Callout,
  DataTable,
  DeskTitle,
  type DiffPart,
  DiffView,
  EmptyState,
  Field,
  Form,
} from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { diffTexts, textOf } from '../differences.ts';
import { readId } from '../forms.ts';
import { permits } from '../permits.ts';
import { findReadableEdition, type LoadedEdition, reading } from '../queries.ts';
import { restoreVersion } from '../version-commands.ts';
import { changedFields } from '../version-rules.ts';
import { listVersions, type VersionRow } from '../version-store.ts';
import { versionWords } from '../version-words.ts';
import { publishingWords } from '../words.ts';
import { page, paths, RefusalSummary, SubHeading, when } from './parts.tsx';

interface VersionsView extends LoadedEdition {
  versions: VersionRow[];
}

function load(ports: Ports, context: StaffContext): Promise<VersionsView | undefined> {
  const { person, params } = context;
  return reading(ports, person, async (tx) => {
    const loaded = await findReadableEdition(tx, person, readId(params.id), readId(params.editionId));
    return loaded && { ...loaded, versions: await listVersions(tx, loaded.edition.id) };
  });
}

/** The versions of an edition, and the differences of two of them. */
export async function showVersions(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  return page(versionsPage(ports, context, view, refusal), refusal ? 422 : 200);
}

/** Restores the version named into the draft. */
export async function postRestore(ports: Ports, context: StaffContext): Promise<Reply> {
  const view = await load(ports, context);
  if (!view) return { kind: 'missing' };
  const { person, form, lang } = context;
  try {
    await ports.perform(person, restoreVersion, {
      ...{ portalId: view.portal.id, editionId: view.edition.id },
      versionId: readId(form.get('versionId')) ?? 0,
    });
    const to = paths.versions(lang, view.item.id, view.edition.id);
    return { kind: 'redirect', to: `${to}?xong=phuc`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showVersions(ports, context, error);
  }
}

function versionsPage(
  ports: Ports,
  context: StaffContext,
  view: VersionsView,
  refusal: Refusal | undefined,
): string {
  const { lang, query } = context;
  const { edition, item, portal, versions } = view;
  const w = versionWords(lang);
  const p = publishingWords(lang);
  const title = edition.title || p.untitled;
  const find = (name: string) => versions.find(({ id }) => id === readId(query.get(name)));
  const after = find('b') ?? versions[0];
  const before = find('a') ?? versions[after ? versions.indexOf(after) + 1 : 0] ?? after;
  return deskFrame(
    ports,
    context,
    { title: `${w.title}: ${title}`, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.list(lang), text: p.items },
          { href: paths.item(lang, item.id), text: title },
        ]}
        here={w.title}
      />
      <DeskTitle eyebrow={`${p.languages[edition.language]}, ${p.edition(edition.number)}`} title={w.title} />
      {query.get('xong') === 'phuc' && <Callout tone="good" live title={w.restored} />}
      <RefusalSummary lang={lang} refusal={refusal} place="khac" />
      {!before || !after ? (
        <EmptyState title={w.none}>
          <p>{w.noneWhat}</p>
        </EmptyState>
      ) : (
        <>
          <p class="note">{w.lead}</p>
          {versions.length === 1 ? (
            <OnlyVersion lang={lang} version={after} />
          ) : (
            <>
              <Versions context={context} view={view} before={before} after={after} />
              <Differences context={context} view={view} before={before} after={after} />
            </>
          )}
        </>
      )}
    </>,
  );
}

interface TwoProps {
  context: StaffContext;
  view: VersionsView;
  before: VersionRow;
  after: VersionRow;
}

/** With one version there is nothing to compare it with. */
function OnlyVersion({ lang, version }: { lang: Lang; version: VersionRow }) {
  const w = versionWords(lang);
  return (
    <p>
      {w.version(version.number)}, {when(version.saved_at, lang).text}
      {version.saved_by_name && `, ${version.saved_by_name}`}. {w.only}
    </p>
  );
}

/** The list, with a choice of two: a plain GET form. */
function Versions({ context, view, before, after }: TwoProps) {
  const { lang, query } = context;
  const w = versionWords(lang);
  const c = w.columns;
  return (
    <form action={paths.versions(lang, view.item.id, view.edition.id)} aria-label={w.compare}>
      <DataTable
        lang={lang}
        table={{
          caption: w.title,
          captionHidden: true,
          columns: [c.version, c.when, c.who, c.before, c.after].map((label) => ({ label })),
          rows: view.versions.map((one) => [
            <>
              {w.version(one.number)}
              {one.submitted_at && <span class="note">, {w.submitted}</span>}
            </>,
            when(one.saved_at, lang).text,
            one.saved_by_name ?? '',
            <input
              type="radio"
              name="a"
              value={String(one.id)}
              checked={one === before}
              aria-label={w.pickBefore(one.number)}
            />,
            <input
              type="radio"
              name="b"
              value={String(one.id)}
              checked={one === after}
              aria-label={w.pickAfter(one.number)}
            />,
          ]),
        }}
      />
      <Field
        kind="radios"
        lang={lang}
        name="kieu"
        label={w.view}
        value={query.get('kieu') === 'canh' ? 'canh' : 'lien'}
        choices={Object.entries(w.views).map(([value, text]) => ({ value, text }))}
      />
      <Button kind="second" icon="git-compare">
        {w.compare}
      </Button>
    </form>
  );
}

function Differences({ context, view, before, after }: TwoProps) {
  const { lang, person, query } = context;
  const w = versionWords(lang);
  const { item, edition } = view;
  const [was, is] = [before, after].map((one) => textOf(one.content, item, edition.language));
  const parts = diffTexts(was ?? '', is ?? '');
  const sides = changedFields(before.content, after.content).map((name) => w.fields[name]);
  const mayRestore =
    view.edition.state === 'draft' &&
    before !== after &&
    isPermitted(person, permits, 'publishing.write', view.portal.id);
  return (
    <>
      <SubHeading id="khac">{w.differences(before.number, after.number)}</SubHeading>
      <Shown lang={lang} parts={parts} before={before} after={after} isTwo={query.get('kieu') === 'canh'} />
      {sides.length > 0 && (
        <p>
          {w.sides}
          {sides.join(', ')}.
        </p>
      )}
      {mayRestore && (
        <Form
          action={paths.versions(lang, view.item.id, view.edition.id)}
          hidden={{ _token: context.csrfToken, versionId: String(before.id) }}
          label={w.restore(before.number)}
        >
          <p class="note">{w.restoreNote}</p>
          <Button kind="second" icon="history">
            {w.restore(before.number)}
          </Button>
        </Form>
      )}
    </>
  );
}

function Shown(props: {
  lang: Lang;
  parts: DiffPart[] | undefined;
  before: VersionRow;
  after: VersionRow;
  isTwo: boolean;
}) {
  const { lang, parts, before, after, isTwo } = props;
  const w = versionWords(lang);
  if (!parts) return <p>{w.tooLong}</p>;
  if (parts.every(({ kind }) => kind === 'same')) return <p>{w.same}</p>;
  if (!isTwo) {
    return (
      <>
        <p class="note">{w.legend}</p>
        <DiffView lang={lang} parts={parts} label={w.differences(before.number, after.number)} />
      </>
    );
  }
  return (
    <>
      <p class="note">{w.legend}</p>
      <div class="two-texts">
        <DiffView
          lang={lang}
          parts={parts.filter(({ kind }) => kind !== 'added')}
          label={w.before(before.number)}
        />
        <DiffView
          lang={lang}
          parts={parts.filter(({ kind }) => kind !== 'removed')}
          label={w.after(after.number)}
        />
      </div>
    </>
  );
}
