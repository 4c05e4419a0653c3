import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, Callout, Form } from '../../../ui/index.ts';
import { findPortalView } from '../desk-queries.ts';
import { homeWords } from '../home-words.ts';
import { composeMenu } from '../menu-commands.ts';
import {
  draftOf,
  type MenuDraft,
  menuOf,
  movedLine,
  readMenu,
  wantedLine,
  withLine,
  withoutLine,
  writeMenu,
} from '../menu-forms.ts';
import { isSameMenu } from '../menu-rules.ts';
import { menuWords } from '../menu-words.ts';
import { AddingPart } from './menu-adding.tsx';
import { FootPart, HeadPart } from './menu-lines.tsx';
import { type ComposerView, loadComposer } from './menu-view.ts';
import { type FormState, hrefTo, nameOf, PartHead, page, seeOther } from './parts.tsx';

const PREVIEW = 'xem-thu';

async function findComposable(ports: Ports, context: StaffContext, portalId: number) {
  const view = await findPortalView(ports, context.person, portalId);
  return view?.may.compose ? view : undefined;
}

/** The menu at the head and the columns at the foot: which lines, in what order. */
export async function menuPage(ports: Ports, context: StaffContext, portalId: number): Promise<Reply> {
  const view = await findComposable(ports, context, portalId);
  if (!view) return { kind: 'missing' };
  const composer = await loadComposer(ports, context, view);
  return show(ports, context, composer, new URLSearchParams(), []);
}

/** Moves, adds, takes out or looks for something without saving; or saves all of it. */
export async function takeMenu(ports: Ports, context: StaffContext, portalId: number): Promise<Reply> {
  const view = await findComposable(ports, context, portalId);
  if (!view) return { kind: 'missing' };
  const { form, lang, person } = context;
  const typed = readMenu(form);
  const [verb = '', of = ''] = (form.get('viec') ?? '').split(' ');
  try {
    if (verb === '') {
      await ports.perform(person, composeMenu, { portalId, ...menuOf(typed) });
      return seeOther(`${hrefTo(lang, 'menu', { id: portalId })}?xong=luu`);
    }
    const adding = kept(form, verb);
    const draft = changed(typed, form, verb, of);
    let composer = await loadComposer(ports, context, view, draft, adding.get('tim') ?? '');
    if (verb === 'usual') composer = await loadComposer(ports, context, view, draftOf(composer.usual));
    return show(ports, context, composer, adding, [], verb === 'add' || verb === 'item');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const composer = await loadComposer(ports, context, view, typed, form.get('tim') ?? '');
    return show(ports, context, composer, form, [error]);
  }
}

/** @throws Refusal where nothing was chosen, or it stands there already */
function changed(draft: MenuDraft, form: URLSearchParams, verb: string, of: string): MenuDraft {
  const at = Number(of);
  switch (verb) {
    case 'up':
    case 'down':
      return movedLine(draft, at, verb);
    case 'out':
      return withoutLine(draft, at);
    case 'add':
      return withLine(draft, Number(form.get('vao')), wantedLine(form, of));
    case 'item':
      return withLine(draft, Number(form.get('vao')), wantedLine(form, 'item', at));
    default:
      return draft;
  }
}

/** What stays typed in the part that adds: the list it adds to, and what is looked for. */
function kept(form: URLSearchParams, verb: string): URLSearchParams {
  const fields = new URLSearchParams({ vao: form.get('vao') ?? '0' });
  if (verb !== 'item' && verb !== 'usual') fields.set('tim', form.get('tim') ?? '');
  if (verb !== 'add') for (const [name, text] of form) if (/^(moi|chon-)/.test(name)) fields.set(name, text);
  return fields;
}

function show(
  ports: Ports,
  context: StaffContext,
  composer: ComposerView,
  adding: URLSearchParams,
  refusals: readonly Refusal[],
  isAdded = false,
): Reply {
  const { lang } = context;
  const w = menuWords(lang);
  const { portal } = composer.view;
  const added = isAdded
    ? composer.lines.findLast(({ list }) => list === Number(adding.get('vao')))
    : undefined;
  const typed = writeMenu(composer.draft);
  for (const [name, text] of adding) if (!typed.has(name)) typed.set(name, text);
  const state: FormState = { lang, typed, refusals };
  const action = hrefTo(lang, 'menu', { id: portal.id });
  return page(
    ports,
    context,
    {
      ...{ title: w.title, portalName: nameOf(portal, lang), refusals },
      ...{ scripts: [ports.assetHref('live-preview.js')], preview: PREVIEW },
    },
    <>
      <PartHead lang={lang} portal={portal} title={w.title} />
      <p class="note">{w.lead}</p>
      <Notes composer={composer} state={state} />
      <Form action={action} hidden={{ _token: context.csrfToken, phan: 'menu' }} label={w.title}>
        {/* what Enter does in a field: nothing is saved, moved or lost */}
        <button class="unseen" type="submit" name="viec" value="xem" tabindex={-1}>
          {w.show}
        </button>
        <HeadPart composer={composer} state={state} action={action} />
        <FootPart composer={composer} state={state} action={action} />
        <AddingPart composer={composer} state={state} action={action} added={added} />
        <Buttons>
          <Button>{w.save}</Button>
          <Button kind="second" formAction={hrefTo(lang, 'preview', { id: portal.id })} formTarget={PREVIEW}>
            {homeWords(lang).preview}
          </Button>
          <Button kind="light" name="viec" value="usual">
            {w.usual}
          </Button>
        </Buttons>
      </Form>
    </>,
  );
}

/** How the menu is now, and which lines lead nowhere. */
function Notes({ composer, state }: { composer: ComposerView; state: FormState }) {
  const w = menuWords(state.lang);
  const { draft, usual, lines } = composer;
  const gone = lines.filter(({ link }) => link === undefined).length;
  return (
    <>
      <Callout tone="info">
        <p>{isSameMenu(menuOf(draft), usual) ? w.usualNow : w.composedNow}</p>
      </Callout>
      {gone > 0 && (
        <Callout tone="warn" title={w.goneTitle(gone)}>
          <p>{w.goneNote}</p>
        </Callout>
      )}
    </>
  );
}
