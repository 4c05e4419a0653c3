import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { profileOf } from '../../../tests/support/profiles.ts';
import type { BodyKind } from '../../rules/profile/index.ts';
import { completenessOf, freeSlug, planSections, staleDays } from './section-rules.ts';

const ON = '2026-11-20';

const plan = (code: string, kind: BodyKind, isMain = false) =>
  planSections(profileOf(code), kind, isMain, ON);

/** Sections as they would stand after opening, with items in the named ones. */
function made(code: string, kind: BodyKind, filled: readonly string[]) {
  let id = 0;
  return plan(code, kind).flatMap((section) => {
    const top = { id: ++id, parentId: null, code: section.code ?? null };
    const parts = section.parts.map((part) => ({ id: ++id, parentId: top.id, code: part.code ?? null }));
    return [top, ...parts].map((one) => ({ ...one, liveCount: filled.includes(one.code ?? '') ? 1 : 0 }));
  });
}

describe('The sections a portal begins with', () => {
  test('LC-028: a commune of Lào Cai gets every section of pages the article lists, with its parts below', () => {
    const sections = plan('lao-cai-22-2016', 'commune');
    assert.deepEqual(
      sections.map((one) => [one.code, one.requiredBy]),
      [
        ['introduction', 'Đ8.1.a'],
        ['news', 'Đ8.1.b'],
        ['direction', 'Đ8.1.c'],
        ['legal-dissemination', 'Đ8.1.d'],
        ['strategy-plan', 'Đ8.1.đ'],
        ['contact', 'Đ8.1.i'],
        ['transaction-info', 'Đ8.1.k'],
        ['documents', 'Đ8.1.e'],
        ['questions', 'Đ11'],
      ],
    );
    const [introduction] = sections;
    assert.deepEqual(
      introduction?.parts.map((part) => part.code),
      ['chart', 'functions', 'history', 'leaders', 'boundary-map', 'nature-culture'].map(
        (code) => `introduction/${code}`,
      ),
    );
  });

  test('BG-015: the sections of Bắc Giang are those the decree lists, each under its own name', () => {
    const sections = plan('bac-giang-13-2023', 'department');
    const names = sections.map((one) => one.name.vi);
    assert.ok(names.includes('Báo cáo tài chính năm'));
    assert.ok(names.includes('Danh mục thông tin phải được công khai'));
    assert.ok(!sections.some((one) => one.code === 'projects'), 'registers come with their own rooms');
  });

  test('LC-030: every portal of Lào Cai, of whatever kind of body, has news of its own field', () => {
    for (const kind of ['department', 'district', 'commune', 'other'] as const) {
      const news = plan('lao-cai-22-2016', kind).find((one) => one.contentKind === 'news');
      assert.deepEqual([news?.requiredBy, news?.inMenu], ['Đ8.1.b', true], kind);
    }
  });

  test('TB-014, TB-015, TB-019: a component of Thái Bình has sections for direction, for policies and for laws and plans', () => {
    const articles = new Map(
      plan('thai-binh-02-2011', 'department').map((one) => [one.contentKind, one.requiredBy]),
    );
    assert.equal(articles.get('direction'), 'Đ5.1');
    assert.equal(articles.get('legal-dissemination'), 'Đ5.2, Đ5.6');
    assert.equal(articles.get('strategy-plan'), 'Đ5.6');
  });

  test('a school, of which the regulation of Long Xuyên demands no section, begins with an introduction, news, contacts, documents and questions', () => {
    const sections = plan('long-xuyen-01-2020', 'school');
    assert.deepEqual(
      sections.map((one) => [one.contentKind, one.requiredBy]),
      [
        ['introduction', undefined],
        ['news', undefined],
        ['contact', undefined],
        ['documents', undefined],
        ['questions', undefined],
      ],
    );
  });

  test('no two sections of a portal share an address, and none takes that of a standing page', () => {
    for (const [code, kind] of [
      ['bac-giang-13-2023', 'commune'],
      ['lao-cai-22-2016', 'department'],
      ['long-xuyen-01-2020', 'commune'],
    ] as const) {
      const all = plan(code, kind).flatMap((one) => [one, ...one.parts]);
      for (const lang of ['vi', 'en'] as const) {
        const slugs = all.map((one) => one.slug[lang]);
        assert.equal(new Set(slugs).size, slugs.length, `${code} ${lang}`);
        assert.ok(!slugs.includes('lien-he') && !slugs.includes('contact'));
      }
    }
    assert.equal(freeSlug('Liên hệ', new Set()), 'lien-he-2');
    assert.equal(freeSlug('Tin tức', new Set(['tin-tuc'])), 'tin-tuc-2');
  });

  test('LC-046: sections to be kept up regularly get a target; those with a time limit of their own get none', () => {
    const target = new Map(plan('lao-cai-22-2016', 'commune').map((one) => [one.code, one.freshWithinDays]));
    assert.equal(target.get('news'), 7);
    assert.equal(target.get('direction'), 14);
    assert.equal(target.get('legal-dissemination'), undefined);
  });

  test('LX-019: in Long Xuyên all items are to be kept up regularly, so news, plans and contacts have a target', () => {
    // answers have clocks of their own, as legal dissemination has
    const sections = plan('long-xuyen-01-2020', 'commune').filter(
      (one) => !['legal-dissemination', 'documents', 'questions'].includes(one.contentKind),
    );
    const without = sections.filter((one) => one.freshWithinDays === undefined).map((one) => one.code);
    assert.deepEqual(without, ['clarification']);
  });
});

describe('Completeness', () => {
  const portal = { bodyKind: 'commune', isMain: false, hasEnglish: false } as const;

  test('LC-028: a section counts when it is there and filled; one with parts when every part is', () => {
    const profile = profileOf('lao-cai-22-2016');
    const some = completenessOf(
      profile,
      portal,
      made(profile.code, 'commune', ['news', 'introduction/chart']),
      ON,
    );
    const presence = new Map(some.rows.map((row) => [row.code, row.presence]));
    assert.equal(presence.get('news'), 'filled');
    assert.equal(presence.get('introduction'), 'empty');
    assert.equal(presence.get('direction'), 'empty');
    assert.equal(some.filled, 1);
    assert.equal(some.total, 7);

    const parts = ['chart', 'functions', 'history', 'leaders', 'boundary-map', 'nature-culture'].map(
      (one) => `introduction/${one}`,
    );
    const more = completenessOf(profile, portal, made(profile.code, 'commune', ['news', ...parts]), ON);
    assert.equal(more.filled, 2);
  });

  test('LC-028: a section taken out is shown as missing', () => {
    const profile = profileOf('lao-cai-22-2016');
    const sections = made(profile.code, 'commune', []).filter((one) => one.code !== 'contact');
    const row = completenessOf(profile, portal, sections, ON).rows.find((one) => one.code === 'contact');
    assert.equal(row?.presence, 'missing');
    assert.equal(row?.article, 'Đ8.1.i');
  });

  test('BG-015: English is asked of a component of Bắc Giang and counts when something is published in it', () => {
    const profile = profileOf('bac-giang-13-2023');
    const sections = made(profile.code, 'commune', []);
    const without = completenessOf(profile, portal, sections, ON);
    const having = completenessOf(profile, { ...portal, hasEnglish: true }, sections, ON);
    assert.deepEqual(without.english, { article: 'Đ5.1.b', presence: 'empty' });
    assert.equal(having.filled - without.filled, 1);
  });
});

describe('Freshness', () => {
  const day = (on: string) => new Date(`${on}T09:00:00+07:00`);

  test('TB-024: a section is stale only when more days have passed than its target', () => {
    const facts = { freshWithinDays: 7, newestAt: day('2026-11-13'), createdAt: day('2026-07-01') };
    assert.equal(staleDays(facts, '2026-11-20'), undefined);
    assert.equal(staleDays(facts, '2026-11-21'), 8);
  });

  test('QN-037: a section that never held anything counts from the day it was made', () => {
    const facts = { freshWithinDays: 7, newestAt: undefined, createdAt: day('2026-11-01') };
    assert.equal(staleDays(facts, '2026-11-20'), 19);
  });
});
