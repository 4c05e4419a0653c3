import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPermitted, type Person, ROLES, type Role } from '../../rules/access/index.ts';
import { CARRIED_FIELD, carriedOf, readCarried, writeCarried } from './carried.ts';
import { checkAppointment, readAppointmentDraft } from './forms.ts';
import {
  grantableRoles,
  idleLimitOf,
  mayActOnAccount,
  type PortalPlace,
  permits,
  reachOf,
  rightfulPortal,
} from './rules.ts';
import { roleTitle } from './titles.ts';
import { accountWords } from './words.ts';

const MAIN: PortalPlace = { id: 1, localityId: 1, isMain: true };
const FINANCE: PortalPlace = { id: 2, localityId: 1, isMain: false };
const COMMUNE: PortalPlace = { id: 3, localityId: 1, isMain: false };
const ELSEWHERE: PortalPlace = { id: 4, localityId: 2, isMain: true };

function person(grants: Record<number, Role>, more: Partial<Person> = {}): Person {
  const list = Object.entries(grants).map(([portalId, role]) => ({ portalId: Number(portalId), role }));
  const seesAll = list.some(
    ({ portalId, role }) => portalId === 1 && (role === 'technicalAdmin' || role === 'overseer'),
  );
  return {
    kind: 'person',
    personId: 7,
    localityId: 1,
    fullName: 'Người Thử',
    username: 'thu',
    language: 'vi',
    grants: list,
    portalIds: seesAll ? [1, 2, 3] : list.map(({ portalId }) => portalId),
    mustChangePassword: false,
    ...more,
  };
}

describe('Who administers the people of a portal', () => {
  const table: [who: string, grants: Record<number, Role>, main: string, finance: string, commune: string][] =
    [
      ['the technical administrator of the main portal', { 1: 'technicalAdmin' }, 'all', 'all', 'all'],
      ['the content administrator of the main portal', { 1: 'contentAdmin' }, 'own', 'none', 'none'],
      ['the content administrator of a member', { 2: 'contentAdmin' }, 'none', 'own', 'none'],
      ['a technical administrator of a member', { 2: 'technicalAdmin' }, 'none', 'own', 'none'],
      ['an overseer of the main portal', { 1: 'overseer' }, 'none', 'none', 'none'],
      ['a head', { 2: 'head' }, 'none', 'none', 'none'],
      ['an administrator here and editor there', { 2: 'contentAdmin', 3: 'editor' }, 'none', 'own', 'none'],
    ];
  for (const [who, grants, ...reaches] of table) {
    test(`BG-007: ${who}: main ${reaches[0]}, finance ${reaches[1]}, commune ${reaches[2]}`, () => {
      assert.deepEqual(
        [MAIN, FINANCE, COMMUNE].map((portal) => reachOf(person(grants), portal, 1)),
        reaches,
      );
    });
  }

  test('TB-046: nobody reaches into another locality', () => {
    assert.equal(reachOf(person({ 1: 'technicalAdmin' }), ELSEWHERE, 4), 'none');
    assert.equal(reachOf({ kind: 'machine', name: 'seed', localityId: 1 }, ELSEWHERE, 4), 'none');
  });

  test('LC-105: nobody administers before his own password is changed', () => {
    assert.equal(reachOf(person({ 1: 'technicalAdmin' }, { mustChangePassword: true }), MAIN, 1), 'none');
  });

  test('the permit is asked for the portal itself where it is held there, else for the main portal', () => {
    assert.equal(rightfulPortal(person({ 2: 'contentAdmin' }), 2, 1), 2);
    assert.equal(rightfulPortal(person({ 1: 'technicalAdmin' }), 3, 1), 1);
    const stranger = person({ 2: 'contentAdmin' });
    assert.equal(isPermitted(stranger, permits, 'accounts.manage', rightfulPortal(stranger, 3, 1)), false);
  });
});

describe('Which roles an administrator gives', () => {
  test('every role when he reaches the whole locality', () => {
    assert.deepEqual(grantableRoles('all', FINANCE), [...ROLES]);
  });

  test('TB-023: none above his own on his own portal, and no overseer of the main one', () => {
    assert.deepEqual(grantableRoles('own', FINANCE), [
      'contentAdmin',
      'editor',
      'checker',
      'boardMember',
      'overseer',
    ]);
    assert.deepEqual(grantableRoles('own', MAIN), ['contentAdmin', 'editor', 'checker', 'boardMember']);
    assert.deepEqual(grantableRoles('none', FINANCE), []);
  });

  test('LC-107: an account with a right beyond his is not his to close or to reset', () => {
    const admin = person({ 2: 'contentAdmin' });
    const editor = { role: 'editor' as const, portal: FINANCE };
    assert.equal(mayActOnAccount(admin, 1, [editor], false), true);
    assert.equal(mayActOnAccount(admin, 1, [editor], true), false);
    assert.equal(mayActOnAccount(admin, 1, [editor, { role: 'head', portal: FINANCE }], false), false);
    assert.equal(mayActOnAccount(admin, 1, [editor, { role: 'editor', portal: COMMUNE }], false), false);
    assert.equal(
      mayActOnAccount(person({ 1: 'technicalAdmin' }), 1, [{ role: 'head', portal: COMMUNE }], false),
      true,
    );
  });
});

test('BG-059: a session rests 15 minutes, that of a technical administrator 5', () => {
  assert.equal(idleLimitOf(['editor', 'contentAdmin']), 15 * 60_000);
  assert.equal(idleLimitOf(['editor', 'technicalAdmin']), 5 * 60_000);
  assert.equal(idleLimitOf([]), 15 * 60_000);
});

test('LX-014: a right without a decision, its date or its first day is not read as one', () => {
  const form = new URLSearchParams({
    roles: 'editor',
    validFrom: '2026-02-30',
    decision: ' ',
    decidedOn: '',
  });
  const parsed = checkAppointment(readAppointmentDraft(form));
  assert.deepEqual('errors' in parsed && Object.keys(parsed.errors).sort(), [
    'decidedOn',
    'decision',
    'validFrom',
  ]);
});

test('where the regulation names no title for a role, ours stands in', () => {
  assert.deepEqual(roleTitle(undefined, 'checker', true, '2026-11-20'), {
    vi: 'Người kiểm duyệt',
    en: 'Checker',
  });
});

test('every text of the pages stands in both languages', () => {
  const [vi, en] = [accountWords('vi'), accountWords('en')];
  assert.deepEqual(Object.keys(en).sort(), Object.keys(vi).sort());
  for (const [key, text] of Object.entries(vi)) {
    if (typeof text === 'string')
      assert.notEqual(en[key as keyof typeof en], text, `${key} is the same in both`);
  }
});

describe('A form that outlived its session', () => {
  const fields = [
    ['title', 'Họp báo "quý IV"'],
    ['body', 'một\nhai'],
    ['tag', 'a'],
    ['tag', 'b'],
  ] as const;

  test('is carried whole, several values of one name included', () => {
    const carried = carriedOf({
      path: '/ban-lam-viec/tin-bai/3',
      form: new URLSearchParams(fields.map(([n, v]) => [n, v])),
    });
    const read = readCarried(new URLSearchParams({ [CARRIED_FIELD]: writeCarried(carried) }));
    assert.deepEqual(read, { to: '/ban-lam-viec/tin-bai/3', fields: fields.map(([n, v]) => [n, v]) });
  });

  test('leaves its token and every password behind', () => {
    const form = new URLSearchParams({ _token: 'x', currentPassword: 'a', newPassword: 'b', language: 'en' });
    assert.deepEqual(carriedOf({ path: '/ban-lam-viec/x', form }).fields, [['language', 'en']]);
  });

  for (const to of [
    'https://xau.example/',
    '//xau.example/ban-lam-viec/',
    '/tim-kiem',
    '/ban-lam-viec/..//x',
    '/ban-lam-viec/a b',
  ]) {
    test(`is not carried to ${to}`, () => {
      assert.equal(
        readCarried(new URLSearchParams({ [CARRIED_FIELD]: JSON.stringify([to, []]) })),
        undefined,
      );
    });
  }

  test('is dropped when it was tampered with', () => {
    for (const text of [
      '',
      '{',
      '[]',
      '["/ban-lam-viec/x",[["a"]]]',
      '["/ban-lam-viec/x",[["a",1]]]',
      '[1,[]]',
    ]) {
      assert.equal(readCarried(new URLSearchParams({ [CARRIED_FIELD]: text })), undefined);
    }
  });
});
