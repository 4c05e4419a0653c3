import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { Refusal } from '../../rules/refusal.ts';
import { checkContact, checkFace } from './face-rules.ts';
import type { Face } from './store.ts';

const words = (vi: string, en = vi) => ({ vi, en });
const face: Face = {
  ...{ colour: '#22386e', scene: 'mountains', drawing: 'mountains', popular: [] },
  searchQuestion: words('Bạn tìm gì?', 'What are you looking for?'),
  tasks: [],
};
const task = {
  ...{ icon: 'search', title: words('Tìm tin', 'Find news'), note: words('', '') },
  href: words('/tim-kiem', '/en/search'),
};

test('a colour on which white cannot be read is refused with the nearest that can', () => {
  assert.throws(
    () => checkFace({ ...face, colour: '#5b8def' }),
    (error) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.field, 'colour');
      const [suggested] = /#[0-9a-f]{6}/.exec(error.words.vi) ?? [];
      assert.ok(suggested);
      assert.equal(checkFace({ ...face, colour: suggested }).colour, suggested);
      return true;
    },
  );
});

test('a task leads to a page of this site in both languages, at most eight of them', () => {
  assert.equal(checkFace({ ...face, tasks: [task] }).tasks.length, 1);
  for (const href of [
    words('https://vi-du.vn', '/en/search'),
    words('/tim-kiem', '/tim-kiem'),
    words('//x.vn', '/en/x'),
  ]) {
    assert.throws(
      () => checkFace({ ...face, tasks: [{ ...task, href }] }),
      isRefusal('task-page-missing', 'task1'),
    );
  }
  assert.throws(
    () => checkFace({ ...face, tasks: Array.from({ length: 9 }, () => task) }),
    isRefusal('too-many-tasks'),
  );
});

test('a scene that nobody drew and a question in one language only are refused', () => {
  assert.throws(() => checkFace({ ...face, scene: 'rocket' }), isRefusal('scene-unknown', 'scene'));
  assert.throws(
    () => checkFace({ ...face, searchQuestion: words('Bạn tìm gì?', '') }),
    isRefusal('question-missing', 'questionVi'),
  );
});

test('contact facts are whole: address in both languages, a telephone, an e-mail address', () => {
  const contact = {
    ...{
      managedBy: words('UBND xã'),
      responsible: words('Trưởng ban'),
      address: words('Số 1'),
      phone: '0214 000 0000',
    },
    email: ' BanBienTap@bacha.laocai.gov.vn ',
  };
  assert.equal(checkContact(contact).email, 'banbientap@bacha.laocai.gov.vn');
  assert.throws(
    () => checkContact({ ...contact, address: words('', 'x') }),
    isRefusal('address-missing', 'addressVi'),
  );
  assert.throws(() => checkContact({ ...contact, phone: 'gọi sau' }), isRefusal('phone-missing', 'phone'));
  assert.throws(() => checkContact({ ...contact, email: 'a@b' }), isRefusal('email-missing', 'email'));
});
