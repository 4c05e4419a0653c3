import type { StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { civilDateOf } from '../../../rules/calendar/index.ts';
import { keepsGazette } from '../../../rules/gazette/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { LinkView } from '../../../ui/index.ts';
import { type PortalView, reading } from '../desk-queries.ts';
import { localityPortals, profileInForce } from '../facts.ts';
import { draftOf, type ListNumber, linesOf, type MenuDraft } from '../menu-forms.ts';
import { linkOf, type MenuGround } from '../menu-queries.ts';
import { keyOf, type Menu, type MenuEntry, pagesOf, usualMenu } from '../menu-rules.ts';
import { findMenu, listGoneNames, listMenuItems, type MenuItem, searchMenuItems } from '../menu-store.ts';

/** One line of the form. */
export interface ComposerLine {
  /** Its number among all of the form. */
  at: number;
  list: ListNumber;
  entry: MenuEntry;
  /** Where it leads now; undefined where nowhere. */
  link: LinkView | undefined;
  /** What it is called, also where it leads nowhere. */
  name: string;
  /** What its target is called by itself, where it has a name of its own here. */
  ownName: string;
}

/** All that the page of the composer shows. */
export interface ComposerView {
  view: PortalView;
  draft: MenuDraft;
  usual: Menu;
  ground: MenuGround;
  lines: ComposerLine[];
  /** Sections the regulation demands that no line leads to, with the article. */
  required: { name: string; article: string }[];
  /** What was looked for; undefined where nothing was. */
  hits: MenuItem[] | undefined;
}

/** Longest text that is looked for. */
const MAX_SEARCH = 100;

/**
 * @param typed the menu as the form holds it; as it is kept when left out
 * @param find words of the titles of items that are looked for
 */
export async function loadComposer(
  ports: Ports,
  context: StaffContext,
  view: PortalView,
  typed?: MenuDraft,
  find = '',
): Promise<ComposerView> {
  const { lang, person } = context;
  const { portal, sections } = view;
  const profile = await profileInForce(ports, portal.locality_id, civilDateOf(context.now));
  const hasGazette = portal.is_main && keepsGazette(profile);
  const usual = usualMenu(sections, { hasGazette });
  const portals = await localityPortals(ports, portal.locality_id);
  const wanted = find.trim().slice(0, MAX_SEARCH);
  return reading(ports, person, async (tx) => {
    const draft = typed ?? draftOf({ ...usual, ...(await findMenu(tx, portal.id)) });
    const itemIds = linesOf(draft).flatMap(({ entry: { target } }) =>
      target.kind === 'item' ? [target.itemId] : [],
    );
    const ground: MenuGround = {
      ...{ sections, portals: portals.filter(({ id }) => id !== portal.id), pages: pagesOf({ hasGazette }) },
      items: await listMenuItems(tx, portal.id, itemIds),
      originOf: (host) => ports.settings.originOf(host),
    };
    const gone = new Map(
      (await listGoneNames(tx, portal.id)).map((one) => [
        `${one.kind}-${one.id}`,
        lang === 'vi' ? one.name_vi : one.name_en,
      ]),
    );
    return {
      ...{ view, draft, usual, ground },
      lines: linesOf(draft).map((line, at) => ({ at, ...line, ...namesOf(line.entry, ground, gone, lang) })),
      required: notInMenu(view, draft, lang),
      hits: wanted === '' ? undefined : await searchMenuItems(tx, portal.id, wanted),
    };
  });
}

function namesOf(
  entry: MenuEntry,
  ground: MenuGround,
  gone: ReadonlyMap<string, string>,
  lang: Lang,
): Pick<ComposerLine, 'link' | 'name' | 'ownName'> {
  const { target, name } = entry;
  const link = linkOf(entry, ground, lang);
  const own =
    linkOf({ target, name: { vi: '', en: '' } }, ground, lang)?.text ?? gone.get(keyOf(target)) ?? '';
  return { link, name: name[lang] || name.vi || own, ownName: own };
}

/** Required sections that no line leads to. */
function notInMenu({ sections, completeness }: PortalView, draft: MenuDraft, lang: Lang) {
  const there = new Set(
    linesOf(draft).flatMap(({ entry: { target } }) => (target.kind === 'section' ? [target.sectionId] : [])),
  );
  return completeness.rows.flatMap(({ sectionId, article }) => {
    const section = sections.find(({ id }) => id === sectionId);
    if (!section || there.has(section.id)) return [];
    return [{ name: lang === 'vi' ? section.name_vi : section.name_en, article }];
  });
}
