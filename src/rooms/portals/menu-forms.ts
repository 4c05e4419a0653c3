import { readId } from '../../platform/http/ids.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { textOf } from './forms.ts';
import {
  keyOf,
  MAX_COLUMNS,
  MENU_PAGES,
  type Menu,
  type MenuColumn,
  type MenuEntry,
  type MenuPage,
  type MenuTarget,
} from './menu-rules.ts';

// The form of a menu: every line in order, with the list it stands in. It holds the whole menu, so that lines are moved,
// added and taken out without saving anything.

/** A menu while it is composed: the head, and every column there may be, those that are empty last. */
export interface MenuDraft {
  head: MenuEntry[];
  columns: MenuColumn[];
}

/** Number of a list in the form: 0 the head, then the columns. */
export type ListNumber = number;

export function draftOf({ head, foot }: Menu): MenuDraft {
  return { head, columns: filled(foot) };
}

/** What of a draft is a menu: columns without lines are none. */
export function menuOf({ head, columns }: MenuDraft): Menu {
  return { head, foot: columns.filter(({ entries }) => entries.length > 0) };
}

function filled(columns: readonly MenuColumn[]): MenuColumn[] {
  const rest = Array.from({ length: Math.max(0, MAX_COLUMNS - columns.length) }, () => ({
    title: { vi: '', en: '' },
    entries: [],
  }));
  const all = [...columns, ...rest];
  const isFull = ({ entries }: MenuColumn) => entries.length > 0;
  return [...all.filter(isFull), ...all.filter((one) => !isFull(one))];
}

/** Lines of a draft in the order of the form, each with its list. */
export function linesOf({ head, columns }: MenuDraft): { list: ListNumber; entry: MenuEntry }[] {
  return [head, ...columns.map(({ entries }) => entries)].flatMap((entries, list) =>
    entries.map((entry) => ({ list, entry })),
  );
}

const typedWords = (form: URLSearchParams, name: string): Words => ({
  vi: textOf(form, `${name}Vi`),
  en: textOf(form, `${name}En`),
});

/** The menu a form holds; what cannot be read is left out. */
export function readMenu(form: URLSearchParams): MenuDraft {
  const lists: MenuEntry[][] = Array.from({ length: MAX_COLUMNS + 1 }, () => []);
  for (const [i, line] of form.getAll('dong').entries()) {
    const [, list = '', key = ''] = /^(\d):(.+)$/.exec(line) ?? [];
    const target = targetOf(key, typedWords(form, `den${i}`));
    if (target) lists[Number(list)]?.push({ target, name: typedWords(form, `ten${i}`) });
  }
  const [head = [], ...columns] = lists;
  return {
    head,
    columns: filled(columns.map((entries, i) => ({ title: typedWords(form, `cot${i + 1}`), entries }))),
  };
}

function targetOf(key: string, href: Words): MenuTarget | undefined {
  const [, kind, of = ''] = /^(section|item|page|portal|address)(?:-(.+))?$/.exec(key) ?? [];
  if (kind === 'address') return { kind, href };
  if (kind === 'page')
    return (MENU_PAGES as readonly string[]).includes(of) ? { kind, page: of as MenuPage } : undefined;
  const id = readId(of);
  if (id === undefined) return undefined;
  if (kind === 'section') return { kind, sectionId: id };
  if (kind === 'item') return { kind, itemId: id };
  return kind === 'portal' ? { kind, portalId: id } : undefined;
}

/** The fields that hold a draft. */
export function writeMenu(draft: MenuDraft): URLSearchParams {
  const fields = new URLSearchParams();
  const put = (name: string, { vi, en }: Words) => {
    fields.set(`${name}Vi`, vi);
    fields.set(`${name}En`, en);
  };
  for (const [i, { list, entry }] of linesOf(draft).entries()) {
    fields.append('dong', `${list}:${keyOf(entry.target)}`);
    put(`ten${i}`, entry.name);
    if (entry.target.kind === 'address') put(`den${i}`, entry.target.href);
  }
  for (const [i, { title }] of draft.columns.entries()) put(`cot${i + 1}`, title);
  return fields;
}

function withLists({ head, columns }: MenuDraft, change: (lists: MenuEntry[][]) => void): MenuDraft {
  const lists = [[...head], ...columns.map(({ entries }) => [...entries])];
  change(lists);
  const [first = [], ...rest] = lists;
  return {
    head: first,
    columns: filled(columns.map(({ title }, i) => ({ title, entries: rest[i] ?? [] }))),
  };
}

/** Where a line stands: its list, and its place there. */
function placeOf(draft: MenuDraft, at: number): { list: ListNumber; place: number } | undefined {
  const lines = linesOf(draft);
  const list = lines[at]?.list;
  return list === undefined ? undefined : { list, place: at - lines.findIndex((one) => one.list === list) };
}

/** One line moved a place; at the end of a column it goes on to the next, and never out of the head. */
export function movedLine(draft: MenuDraft, at: number, by: 'up' | 'down'): MenuDraft {
  const from = placeOf(draft, at);
  if (!from) return draft;
  const step = by === 'up' ? -1 : 1;
  return withLists(draft, (lists) => {
    const here = lists[from.list] ?? [];
    const to = from.place + step;
    const next = lists[from.list + step];
    const isWithin = to >= 0 && to < here.length;
    if (!isWithin && (!next || from.list === 0 || from.list + step === 0)) return;
    const [line] = here.splice(from.place, 1);
    if (!line) return;
    if (isWithin) here.splice(to, 0, line);
    else if (by === 'up') next?.push(line);
    else next?.unshift(line);
  });
}

export function withoutLine(draft: MenuDraft, at: number): MenuDraft {
  const from = placeOf(draft, at);
  if (!from) return draft;
  return withLists(draft, (lists) => lists[from.list]?.splice(from.place, 1));
}

/** @throws Refusal where it stands in that list already */
export function withLine(draft: MenuDraft, list: ListNumber, entry: MenuEntry): MenuDraft {
  const there = linesOf(draft).filter((one) => one.list === list);
  const key = keyOf(entry.target);
  if (key !== 'address' && there.some((one) => keyOf(one.entry.target) === key)) throw THERE_ALREADY;
  return withLists(draft, (lists) => lists[list]?.push(entry));
}

const THERE_ALREADY = new Refusal(
  'menu-twice',
  {
    vi: 'Mục vừa chọn đã có ở danh sách ấy. Hãy chọn mục khác, hoặc danh sách khác ở ô “Thêm vào”.',
    en: 'What you chose stands in that list already. Choose something else, or another list under “Add to”.',
  },
  'vao',
);

const NOTHING_CHOSEN = (field: string) =>
  new Refusal(
    'nothing-chosen',
    { vi: 'Hãy chọn một dòng rồi bấm “Thêm”.', en: 'Choose a line, then press “Add”.' },
    field,
  );

/** The line the form wants added. @param wanted `section`, `page`, `portal`, `address`, or `item` with its number */
export function wantedLine(form: URLSearchParams, wanted: string, itemId?: number): MenuEntry {
  const none = { vi: '', en: '' };
  if (wanted === 'address') {
    const name = typedWords(form, 'moiTen');
    const href = typedWords(form, 'moiDen');
    if (name.vi === '' || href.vi === '') throw ADDRESS_MISSING(name.vi === '' ? 'moiTenVi' : 'moiDenVi');
    return { target: { kind: 'address', href }, name };
  }
  const target = targetOf(`${wanted}-${itemId ?? textOf(form, `chon-${wanted}`)}`, none);
  if (!target) throw NOTHING_CHOSEN(`chon-${wanted}`);
  return { target, name: none };
}

const ADDRESS_MISSING = (field: string) =>
  new Refusal(
    'link-title-missing',
    {
      vi: 'Hãy ghi cả tên và địa chỉ rồi bấm “Thêm địa chỉ”.',
      en: 'Write both a name and an address, then press “Add the address”.',
    },
    field,
  );
