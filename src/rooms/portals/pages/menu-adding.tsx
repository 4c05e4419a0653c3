import type { Choice } from '../../../ui/index.ts';
import { Button, Callout, FieldRow, FormSection } from '../../../ui/index.ts';
import { menuWords } from '../menu-words.ts';
import { words } from '../words.ts';
import type { ComposerPart } from './menu-lines.tsx';
import type { ComposerLine } from './menu-view.ts';
import { Choose, Line, nameOf as portalNameOf, TwoLines } from './parts.tsx';

/** Where lines come from: sections, pages, items looked for by their title, portals, addresses. */
export function AddingPart({
  composer,
  state,
  action,
  added,
}: ComposerPart & {
  /** What the last press added. */
  added: ComposerLine | undefined;
}) {
  const { lang } = state;
  const w = menuWords(lang);
  const here = `${action}#them`;
  const adding = (kind: 'section' | 'page' | 'portal', choices: readonly Choice[]) =>
    choices.length > 0 && (
      <div class="add-line">
        <Choose state={state} name={`chon-${kind}`} label={w.choose[kind]} choices={choices} empty optional />
        <button
          class="button second"
          type="submit"
          name="viec"
          value={`add ${kind}`}
          formAction={here}
          aria-label={`${w.addIt}: ${w.choose[kind]}`}
        >
          {w.addIt}
        </button>
      </div>
    );
  const { draft, ground } = composer;
  const lists = [w.head, ...draft.columns.map(({ title }, i) => w.toColumn(i + 1, title[lang]))];
  return (
    <FormSection id="them" title={w.add} note={w.addNote}>
      {added && (
        <Callout tone="good" live title={w.added(added.name || w.unknownName, lists[added.list] ?? '')} />
      )}
      <Choose
        state={state}
        name="vao"
        label={w.to}
        choices={lists.map((text, list) => ({ value: String(list), text }))}
      />
      {adding('section', sectionChoices(composer, lang))}
      {adding(
        'page',
        ground.pages.map((name) => ({ value: name, text: words[lang].pages[name] })),
      )}
      <Finding composer={composer} state={state} action={here} />
      {adding(
        'portal',
        ground.portals.map((portal) => ({ value: String(portal.id), text: portalNameOf(portal, lang) })),
      )}
      <fieldset class="fieldset">
        <legend>{w.address}</legend>
        <div class="help">{w.addressHelp}</div>
        <TwoLines state={state} name="moiTen" label={w.addressName} optional />
        <FieldRow>
          <Line state={state} name="moiDenVi" label={w.href} optional />
          <Line state={state} name="moiDenEn" label={w.hrefEn} optional />
        </FieldRow>
        <Button kind="second" name="viec" value="add address" formAction={here}>
          {w.addAddress}
        </Button>
      </fieldset>
    </FormSection>
  );
}

/** Top sections, each with those below it. */
function sectionChoices({ ground: { sections } }: ComposerPart['composer'], lang: 'vi' | 'en'): Choice[] {
  const nameOf = (one: (typeof sections)[number]) => (lang === 'vi' ? one.name_vi : one.name_en);
  return sections
    .filter(({ parent_id }) => parent_id === null)
    .flatMap((top) => [
      { value: String(top.id), text: nameOf(top) },
      ...sections
        .filter(({ parent_id }) => parent_id === top.id)
        .map((one) => ({ value: String(one.id), text: `— ${nameOf(one)}` })),
    ]);
}

function Finding({ composer, state, action }: ComposerPart) {
  const w = menuWords(state.lang);
  const { hits } = composer;
  return (
    <>
      <div class="add-line">
        <Line state={state} name="tim" label={w.find} help={w.findHelp} optional />
        <button class="button second" type="submit" name="viec" value="find" formAction={action}>
          {w.findIt}
        </button>
      </div>
      {hits && (
        <div role="status">
          <p class="note">{w.found(hits.length)}</p>
          <ul class="arrangement">
            {hits.map((item) => (
              <li key={`${item.item_id} ${item.language}`}>
                <span class="menu-line" lang={item.language === state.lang ? undefined : item.language}>
                  {item.title}
                </span>
                <button
                  class="button light"
                  type="submit"
                  name="viec"
                  value={`item ${item.item_id}`}
                  formAction={action}
                  aria-label={w.addNamed(item.title)}
                >
                  {w.addIt}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
