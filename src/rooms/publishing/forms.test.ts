import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldTable } from '../../rules/item-forms/index.ts';
import { formProblems } from './form-rules.ts';
import {
  draftOf,
  EMPTY_CONTENT,
  fieldsPosted,
  mergeFacts,
  momentField,
  parseDraft,
  readDraft,
  readMove,
  textToHtml,
} from './forms.ts';

const DOCUMENT = fieldTable('article', 'documents');
const form = (fields: Record<string, string>) => new URLSearchParams({ sectionId: '4', ...fields });

test('plain text becomes paragraphs, with breaks kept and markup shown as text', () => {
  assert.equal(
    textToHtml('Một.\r\nHai.\r\n\r\n\r\n<b>Ba</b> & bốn\n \nNăm'),
    '<p>Một.<br>Hai.</p><p>&lt;b&gt;Ba&lt;/b&gt; &amp; bốn</p><p>Năm</p>',
  );
});

test('a body of paragraphs opens as plain text and comes back the same; any other opens as HTML', () => {
  const plain = '<p>Một &amp; một.<br>Hai.</p><p>Ba.</p>';
  const fields = draftOf({ ...EMPTY_CONTENT, bodyHtml: plain }, 4);
  assert.equal(fields.bodyMode, 'text');
  assert.equal(fields.body, 'Một & một.\nHai.\n\nBa.');
  const parsed = parseDraft(fields);
  assert.ok(!parsed.problems);
  assert.equal(parsed.content.bodyHtml, plain);
  const rich = '<p>Một <strong>hai</strong>.</p>';
  const kept = draftOf({ ...EMPTY_CONTENT, bodyHtml: rich }, 4);
  assert.deepEqual([kept.bodyMode, kept.body], ['html', rich]);
});

test('moments are read and written in Vietnamese time', () => {
  const parsed = parseDraft(readDraft(form({ sourcePublishedAt: '2026-11-20T08:30' })));
  assert.ok(!parsed.problems);
  assert.equal(parsed.content.sourcePublishedAt?.toISOString(), '2026-11-20T01:30:00.000Z');
  assert.equal(momentField(new Date('2026-11-19T17:05:00Z')), '2026-11-20T00:05');
});

test('what cannot be taken is said at its field, and an event without its time is not half kept', () => {
  const problems = (fields: Record<string, string>) =>
    (parseDraft(readDraft(form(fields)), DOCUMENT).problems ?? []).map(({ field }) => field);
  assert.deepEqual(
    problems({ sectionId: '', sourceUrl: 'javascript:alert(1)', 'f-issuedOn': '2026-02-30' }),
    [...['sectionId', 'sourceUrl', 'f-issuedOn']],
  );
  assert.deepEqual(problems({ startEvent: 'issued' }), ['startEventAt']);
  assert.deepEqual(problems({ startEventAt: '2026-11-20T08:30' }), ['startEvent']);
  assert.deepEqual(problems({ startEvent: 'issued', startEventAt: '20/11/2026' }), ['startEventAt']);
  assert.deepEqual(problems({ title: 'x'.repeat(301) }), ['title']);
});

test('attachments come in order with their names; those taken out are gone', () => {
  const fields = form({ 'label-7': 'Mẫu đơn' });
  for (const id of ['7', '9', '7x']) fields.append('file', id);
  fields.append('dropFile', '9');
  assert.deepEqual(readDraft(fields).attachments, [{ mediaId: 7, label: 'Mẫu đơn' }]);
});

test('only moves a person makes are read from a form', () => {
  assert.equal(readMove(form({ move: 'publishDue', editionId: '3' })), undefined);
  assert.equal(readMove(form({ move: 'approve', editionId: 'x' })), undefined);
  assert.deepEqual(readMove(form({ move: 'approve', editionId: '3' })), {
    move: 'approve',
    editionId: 3,
    reason: '',
    publishAt: undefined,
  });
});

test('what an import read and the form does not show is still there after a save', () => {
  const before = {
    number: '22/2016/QĐ-UBND',
    issuer: 'UBND tỉnh',
    signer: 'Người ký',
    inForceFrom: '2016-05-06',
  };
  const spokenOf = fieldTable('article', 'direction');
  const onForm = fieldsPosted(
    spokenOf,
    form({ 'f-number': '23/2016/QĐ-UBND', 'f-issuer': '', 'f-issuedOn': '' }),
  );
  assert.deepEqual(mergeFacts(before, { number: '23/2016/QĐ-UBND' }, onForm), {
    ...{ number: '23/2016/QĐ-UBND', signer: 'Người ký', inForceFrom: '2016-05-06' },
  });
  assert.deepEqual(mergeFacts(before, {}, fieldsPosted(spokenOf, form({}))), before);
});

test('LC-035, QN-027: in a section of documents the writer gives everything the list and the search ask of a text', () => {
  assert.ok(DOCUMENT);
  const typed = {
    ...{ 'f-number': '15/2026/QĐ-UBND', 'f-type': 'Quyết định', 'f-issuer': 'UBND tỉnh mẫu' },
    ...{ 'f-issuedOn': '2026-11-16', 'f-inForceFrom': '2026-12-01', 'f-expiresOn': '2026-12-01' },
    ...{ 'f-signer': 'Nguyễn Văn Mẫu', 'f-field': 'Nông nghiệp' },
  };
  const parsed = parseDraft(readDraft(form(typed)), DOCUMENT);
  assert.ok(!parsed.problems);
  const { facts } = parsed.content;
  assert.equal(Object.keys(facts).length, 8);
  const edition = { facts, body_html: '<p>Điều 1.</p>', picture_media_id: null, attachments: [] };
  const found = formProblems({ form: 'article', kind: 'documents' }, edition);
  assert.deepEqual(
    found.map(({ field }) => field),
    ['f-expiresOn'],
  );
  assert.deepEqual(formProblems({ form: 'article', kind: 'news' }, edition), []);
});
