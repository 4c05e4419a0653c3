import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRefusal } from '../../../tests/support/refusals.ts';
import {
  draftOf,
  linesOf,
  menuOf,
  movedLine,
  readMenu,
  wantedLine,
  withLine,
  withoutLine,
  writeMenu,
} from './menu-forms.ts';
import {
  checkMenu,
  fitsOneLine,
  keyOf,
  MAX_COLUMN,
  MAX_HEAD,
  type Menu,
  type MenuEntry,
  missingPages,
  usualMenu,
  withKeptPages,
} from './menu-rules.ts';

const none = { vi: '', en: '' };
const section = (sectionId: number): MenuEntry => ({ target: { kind: 'section', sectionId }, name: none });
const page = (name: 'contact' | 'sitemap' | 'terms' | 'gazette'): MenuEntry => ({
  target: { kind: 'page', page: name },
  name: none,
});
const address = (href: string, name = 'Dịch vụ công'): MenuEntry => ({
  target: { kind: 'address', href: { vi: href, en: '' } },
  name: { vi: name, en: '' },
});
const column = (...entries: MenuEntry[]) => ({ title: { vi: 'Cột', en: '' }, entries });
const MENU: Menu = { head: [section(1), section(2)], foot: [column(page('terms')), column(page('sitemap'))] };
const KNOWN = { sectionIds: new Set([1, 2, 3]), itemIds: new Set([5]), portalIds: new Set([7]) };
const keys = (menu: Menu) =>
  [menu.head, ...menu.foot.map(({ entries }) => entries)].map((one) =>
    one.map(({ target }) => keyOf(target)),
  );

describe('What a menu is made of', () => {
  test('where nothing is composed, the top sections that stand in the menu, contact, and two columns', () => {
    const sections = [
      { id: 1, in_menu: true, parent_id: null },
      { id: 2, in_menu: false, parent_id: null },
      { id: 3, in_menu: true, parent_id: 1 },
      { id: 4, in_menu: true, parent_id: null },
    ];
    const [head, , second] = keys(usualMenu(sections, { hasGazette: true }));
    assert.deepEqual(head, ['section-1', 'section-4', 'page-contact']);
    assert.equal(second?.[0], 'page-gazette');
    assert.ok(
      !keys(usualMenu(sections, { hasGazette: false }))
        .flat()
        .includes('page-gazette'),
    );
    assert.deepEqual(missingPages(usualMenu(sections, { hasGazette: false })), []);
  });

  test('BG-023, LC-039, QN-033: the site map and how to reach the body are added at the foot where a board leaves them out', () => {
    assert.deepEqual(missingPages(MENU), ['contact']);
    assert.deepEqual(keys(withKeptPages(MENU)), [
      ['section-1', 'section-2'],
      ['page-terms'],
      ['page-sitemap', 'page-contact'],
    ]);
    const atHead: Menu = { ...MENU, head: [page('contact'), page('sitemap')] };
    assert.equal(withKeptPages(atHead), atHead);
    assert.deepEqual(keys(withKeptPages({ head: [section(1)], foot: [] })).at(-1), [
      'page-sitemap',
      'page-contact',
    ]);
  });

  test('what cannot stand in a menu is refused, each with its code and its field', () => {
    const refused = (menu: Partial<Menu>, code: string, field: string) =>
      assert.throws(() => checkMenu({ ...MENU, ...menu }, KNOWN), isRefusal(code, field));
    const many = Array.from({ length: MAX_HEAD + 1 }, (_, i) => address(`https://vi.du.vn/${i}`));
    refused({ head: [] }, 'menu-empty', 'dau-trang');
    refused({ head: many }, 'menu-too-long', 'dau-trang');
    refused({ foot: [] }, 'foot-empty', 'cot1');
    refused(
      { foot: [column(page('terms')), { title: none, entries: [section(1)] }] },
      'column-title',
      'cot2Vi',
    );
    refused({ foot: [column(...many.slice(0, MAX_COLUMN + 1))] }, 'menu-too-long', 'cot1');
    refused({ foot: Array.from({ length: 4 }, (_, i) => column(section(i))) }, 'menu-columns', 'cot1');
    refused({ head: [section(1), section(2), section(1)] }, 'menu-twice', 'dong2');
    refused({ head: [section(99)] }, 'menu-unknown', 'dong0');
    refused(
      { head: [section(1), { target: { kind: 'item', itemId: 6 }, name: none }] },
      'menu-unknown',
      'dong1',
    );
    refused({ head: [{ target: { kind: 'portal', portalId: 8 }, name: none }] }, 'menu-unknown', 'dong0');
    refused({ head: [address('https://vi.du.vn', ' ')] }, 'link-title-missing', 'ten0Vi');
    for (const href of ['javascript:alert(1)', '//vi.du.vn', 'vi.du.vn', ''])
      refused({ foot: [column(page('terms'), address(href))] }, 'link-address', 'den3Vi');
  });

  test('what is kept has its spaces tidied, and Vietnamese where English is missing', () => {
    const kept = checkMenu(
      {
        ...MENU,
        head: [{ ...section(1), name: { vi: ' Tin   mới ', en: '' } }, address('https://vi.du.vn ')],
      },
      KNOWN,
    );
    assert.deepEqual(kept.head, [
      { target: { kind: 'section', sectionId: 1 }, name: { vi: 'Tin mới', en: '' } },
      {
        target: { kind: 'address', href: { vi: 'https://vi.du.vn', en: 'https://vi.du.vn' } },
        name: { vi: 'Dịch vụ công', en: 'Dịch vụ công' },
      },
    ]);
    assert.deepEqual(kept.foot[0]?.title, { vi: 'Cột', en: 'Cột' });
  });

  test('eight short names stand in one line, long ones do not', () => {
    assert.ok(
      fitsOneLine([
        'Giới thiệu',
        'Tin tức',
        'Chỉ đạo, điều hành',
        'Phổ biến pháp luật',
        'Danh bạ cán bộ',
        'Văn bản',
        'Hỏi – Đáp',
        'Liên hệ',
      ]),
    );
    assert.ok(!fitsOneLine(Array.from({ length: 8 }, () => 'Phổ biến, hướng dẫn pháp luật')));
  });
});

describe('The form of a menu', () => {
  const draft = draftOf(MENU);

  test('holds the whole menu, and comes back as it was', () => {
    const menu: Menu = {
      head: [...MENU.head, { target: { kind: 'item', itemId: 5 }, name: { vi: 'Bài', en: 'Item' } }],
      foot: [column(address('/hoi-dap/so-lieu'), { target: { kind: 'portal', portalId: 7 }, name: none })],
    };
    assert.deepEqual(menuOf(readMenu(writeMenu(draftOf(menu)))), menu);
  });

  test('a line that was made up is left out', () => {
    const form = new URLSearchParams(
      [
        ...['9:section-1', '0:section-x', '0:page-wp-admin', '0:secret-1', '0:'].map(
          (line) => ['dong', line] as const,
        ),
        ['dong', '0:section-2'],
      ].map(([name, value]) => [name ?? '', value ?? '']),
    );
    assert.deepEqual(
      linesOf(readMenu(form)).map(({ entry }) => keyOf(entry.target)),
      ['section-2'],
    );
  });

  test('a line moves one place, from column to column, and neither into the head nor out of it', () => {
    const moved = (at: number, by: 'up' | 'down') => keys(menuOf(movedLine(draft, at, by)));
    assert.deepEqual(moved(1, 'up')[0], ['section-2', 'section-1']);
    for (const [at, by] of [
      [0, 'up'],
      [1, 'down'],
      [2, 'up'],
      [77, 'up'],
    ] as const)
      assert.deepEqual(moved(at, by), keys(MENU));
    // the column it left is empty, and none any more
    assert.deepEqual(moved(2, 'down'), [
      ['section-1', 'section-2'],
      ['page-terms', 'page-sitemap'],
    ]);
    assert.deepEqual(moved(3, 'up'), [
      ['section-1', 'section-2'],
      ['page-terms', 'page-sitemap'],
    ]);
  });

  test('lines are taken out and added, and nothing stands twice in a list', () => {
    assert.deepEqual(keys(menuOf(withoutLine(draft, 0)))[0], ['section-2']);
    const more = withLine(draft, 3, section(1));
    assert.deepEqual(keys(menuOf(more)).at(-1), ['section-1']);
    assert.throws(() => withLine(draft, 0, section(1)), isRefusal('menu-twice', 'vao'));
    const form = new URLSearchParams({ 'chon-section': '3', moiTenVi: 'Tên', moiDenVi: '' });
    assert.deepEqual(wantedLine(form, 'section'), section(3));
    assert.deepEqual(wantedLine(form, 'item', 5).target, { kind: 'item', itemId: 5 });
    assert.throws(() => wantedLine(form, 'page'), isRefusal('nothing-chosen', 'chon-page'));
    assert.throws(() => wantedLine(form, 'address'), isRefusal('link-title-missing', 'moiDenVi'));
  });
});
