import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { specimenFacts } from '../../../tests/support/specimens.ts';
import { contentKinds } from '../profile/index.ts';
import {
  articlesOf,
  factsText,
  findItemForm,
  formsFor,
  ITEM_FORMS,
  type ItemForm,
  isAllowedIn,
  isOver,
  isPressing,
  isTemplate,
  isWithin,
  missingFacts,
  PRESSING,
  postedName,
  publicFacts,
  readFacts,
  shownFacts,
  tellingOf,
  typedFacts,
  typedOf,
} from './index.ts';

const formOf = (code: string): ItemForm => findItemForm(code) ?? assert.fail(`no form ${code}`);
const BESIDE = { hasPicture: true, files: 1 };
/** What is wrong with one typed value of a field. */
const faultOf = (code: string, name: string, value: string) =>
  readFacts(formOf(code), { [name]: value }).problems.map(({ field }) => field);

describe('the table of forms', () => {
  test('every form has a code and fields of its own, names in both languages, and an article that wants it', () => {
    const codes = ITEM_FORMS.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const form of ITEM_FORMS) {
      const fields = form.fields.map(({ code }) => code);
      assert.equal(new Set(fields).size, fields.length, form.code);
      assert.ok(form.articles.length > 0 && form.kinds.length > 0, form.code);
      assert.ok(form.kinds.every((kind) => (contentKinds as readonly string[]).includes(kind)));
      for (const { code, kind, choices, columns } of form.fields) {
        assert.match(code, /^[a-zA-Z]+$/, `${form.code}.${code}`);
        assert.equal(kind === 'choice', choices !== undefined, `${form.code}.${code}`);
        assert.equal(kind === 'rows', columns !== undefined, `${form.code}.${code}`);
      }
    }
  });

  test('LC-034: what a province shows at least has a form for each matter the article lists', () => {
    const wanted = [
      ...['incentive', 'investment-call', 'construction-plan', 'land-plan', 'natural-resource'],
      ...['waste-plan', 'waste-source', 'polluted-area', 'incident-risk'],
    ];
    for (const code of wanted) {
      assert.ok(isAllowedIn(code, 'strategy-plan'), code);
      assert.ok(formOf(code).articles.includes('LC Đ8.1.đ'), code);
    }
  });

  test('LC-029, QN-022, TB-021: an introduction has a form for everything the articles name', () => {
    const introduction = [...formsFor(['introduction']).values()].flat().map(({ code }) => code);
    assert.deepEqual(introduction, [
      ...['leader', 'structure', 'functions', 'history', 'nature', 'culture', 'relic', 'boundary-map'],
    ]);
  });

  test('a locality reads the articles of its own regulation in words, and the laws of the country', () => {
    const cited = (code: string, locality: string | undefined) => articlesOf(formOf(code), locality, 'vi');
    assert.deepEqual(cited('leader', 'lao-cai'), ['Điểm a khoản 1 Điều 8, Quy chế']);
    assert.deepEqual(cited('clarification', 'lao-cai'), []);
    assert.deepEqual(cited('clarification', 'long-xuyen'), [
      'Khoản 1 Điều 11, Quy chế',
      'Khoản 2 Điều 11, Quy chế',
    ]);
    assert.deepEqual(cited('advertisement', undefined), ['Khoản 2 Điều 23, Luật Quảng cáo']);
    for (const form of ITEM_FORMS)
      for (const place of ['lao-cai', 'thai-binh', 'quang-ngai', 'long-xuyen', 'bac-giang'])
        for (const lang of ['vi', 'en'] as const)
          for (const one of articlesOf(form, place, lang)) assert.match(one, /(Điều|Article) \d+/, form.code);
  });

  test('an article may stand anywhere, a form only where its kind of section is', () => {
    assert.ok(isAllowedIn('article', 'documents'));
    assert.ok(!isAllowedIn('leader', 'news'));
    assert.ok(!isAllowedIn('khong-co', 'news'));
  });
});

describe('what cannot wait', () => {
  test('LX-027: a clarification of what spreads, and an emergency; nothing that its writer did not mark', () => {
    assert.ok(isPressing('clarification', { urgent: 'urgent' }));
    assert.ok(isPressing('emergency', { level: 'emergency' }));
    assert.ok(!isPressing('clarification', { urgent: 'normal' }) && !isPressing('clarification', {}));
    assert.ok(!isPressing('emergency', { level: 'watch' }) && !isPressing('article', { urgent: 'urgent' }));
    for (const { form, field, value } of PRESSING) {
      const choices = formOf(form).fields.find(({ code }) => code === field)?.choices ?? [];
      assert.ok(
        choices.some((one) => one.value === value),
        form,
      );
    }
  });
});

describe('what is typed', () => {
  test('the specimen of every form is read, lacks nothing, comes back as typed and is shown in both languages', () => {
    for (const form of ITEM_FORMS) {
      const typed = typedOf(form, specimenFacts(form));
      const { facts, problems } = readFacts(form, typed);
      assert.deepEqual(problems, [], form.code);
      assert.deepEqual(facts, specimenFacts(form), form.code);
      assert.deepEqual(missingFacts(form, facts, BESIDE), [], form.code);
      for (const lang of ['vi', 'en'] as const) {
        const { glance, blocks, tables } = shownFacts(form, facts, lang);
        const shown = glance.length + blocks.length + tables.length;
        assert.equal(shown, form.fields.filter(({ internal, code }) => !internal && facts[code]).length);
        assert.ok(factsText(form, facts, lang).length > 0);
      }
    }
  });

  test('every required field of every form is missed by name, at its field', () => {
    for (const form of ITEM_FORMS) {
      const full = specimenFacts(form);
      for (const { code, kind, required, label } of form.fields) {
        if (!required) continue;
        const { [code]: _, ...without } = full;
        const missed = missingFacts(form, without, BESIDE);
        const at = postedName(code, kind === 'period' ? 'from' : undefined);
        assert.ok(
          missed.some(({ field, words }) => field === at && words.vi.includes(label.vi)),
          `${form.code}.${code}`,
        );
      }
    }
  });

  test('what cannot be read is refused at its field', () => {
    assert.deepEqual(faultOf('leader', 'f-term-from', '2026-02-30'), ['f-term-from']);
    assert.deepEqual(faultOf('leader', 'f-officeEmail', 'khong phai thu'), ['f-officeEmail']);
    assert.deepEqual(faultOf('leader', 'f-officeEmail', 'a@gmail.com'), ['f-officeEmail']);
    assert.deepEqual(faultOf('leader', 'f-officeEmail', 'vp@laocai.gov.vn'), []);
    assert.deepEqual(faultOf('leader', 'f-rank', 'king'), ['f-rank']);
    assert.deepEqual(faultOf('leader', 'f-person', 'x'.repeat(121)), ['f-person']);
    assert.deepEqual(faultOf('sanction', 'f-amount', 'mười triệu'), ['f-amount']);
    assert.deepEqual(faultOf('statement', 'f-saidAt', '2026-11-20'), ['f-saidAt']);
    assert.deepEqual(faultOf('clarification', 'f-claimAddress', 'javascript:alert(1)'), ['f-claimAddress']);
    assert.deepEqual(faultOf('emergency', 'f-hotline', 'gọi tôi'), ['f-hotline']);
    assert.deepEqual(faultOf('history', 'f-milestones', '1991 | Lập tỉnh | thừa'), ['f-milestones']);
    assert.deepEqual(faultOf('job', 'f-period-to', '2026-11-20'), ['f-period-from']);
  });

  test('money, numbers and pasted rows are kept in one way and shown in that of each language', () => {
    const read = (code: string, name: string, value: string) =>
      Object.values(readFacts(formOf(code), { [name]: value }).facts)[0];
    assert.equal(read('sanction', 'f-amount', '12.500.000 đồng'), '12500000');
    assert.equal(read('nature', 'f-area', '1.234,5'), '1234.5');
    assert.equal(read('nature', 'f-area', '6364'), '6364');
    assert.equal(
      read('market', 'f-prices', 'Ngô\tkg\t9.000\r\n\r\nGạo | kg | 18.000'),
      'Ngô | kg | 9.000\nGạo | kg | 18.000',
    );
    const glance = (lang: 'vi' | 'en') =>
      shownFacts(formOf('nature'), { area: '6364.25', population: '778000' }, lang).glance.map(
        ({ text }) => text,
      );
    assert.deepEqual(glance('vi'), ['6.364,25', '778.000']);
    assert.deepEqual(glance('en'), ['6,364.25', '778,000']);
  });

  test('only names of fields are taken from a posted form', () => {
    const typed = typedFacts(
      new URLSearchParams({ 'f-person': 'A', 'f-term-from': '2026-01-01', f: 'x', 'f-a-b': 'x', title: 'T' }),
    );
    assert.deepEqual(Object.keys(typed), ['f-person', 'f-term-from']);
  });
});

describe('what belongs together', () => {
  const missed = (code: string, facts: Record<string, string>, beside = BESIDE) =>
    missingFacts(formOf(code), { ...specimenFacts(formOf(code)), ...facts }, beside).map(
      ({ field }) => field,
    );

  test('QN-054, BG-031: an advertisement of forbidden goods, without end or without its confirmation is refused', () => {
    assert.deepEqual(missed('advertisement', {}), []);
    assert.deepEqual(missed('advertisement', { goods: 'forbidden' }), ['f-goods']);
    assert.deepEqual(missed('advertisement', { product: 'Thuốc lá điếu' }), ['f-product']);
    assert.deepEqual(missed('advertisement', { goods: 'certified', confirmation: '' }), ['f-confirmation']);
    assert.deepEqual(missed('advertisement', { period: '2026-11-01/' }), ['f-period-from']);
  });

  test('BG-031: an advertisement stands in no section of documents, services or questions', () => {
    for (const kind of [
      'documents',
      'services',
      'questions',
      'gazette',
      'introduction',
      'direction',
      'legal-dissemination',
    ])
      assert.ok(!isAllowedIn('advertisement', kind), kind);
  });

  test('a ranked relic names its decision, a fine its amount, figures their source, a map its picture', () => {
    assert.deepEqual(missed('relic', { rank: 'national', number: '' }), ['f-number']);
    assert.deepEqual(missed('relic', { rank: 'none', number: '' }), []);
    assert.deepEqual(missed('sanction', { sanction: 'fine', amount: '' }), ['f-amount']);
    assert.deepEqual(missed('nature', { source: '' }), ['f-source']);
    assert.deepEqual(missed('boundary-map', {}, { hasPicture: false, files: 0 }), ['picture']);
    assert.deepEqual(missed('construction-plan', {}, { hasPicture: false, files: 0 }), ['attach']);
  });

  test('what is for the desk alone is no public fact, no text and no line of a list', () => {
    const form = formOf('advertisement');
    const facts: Record<string, string> = { ...specimenFacts(form), contract: 'HĐ-KÍN-7' };
    assert.equal(publicFacts(form, facts).contract, undefined);
    assert.equal(publicFacts(form, facts).advertiser, facts.advertiser);
    for (const text of [
      factsText(form, facts, 'vi'),
      JSON.stringify(shownFacts(form, facts, 'vi')),
      tellingOf(form, facts, 'vi'),
    ])
      assert.ok(!text.includes('HĐ-KÍN-7'));
  });

  test('a period holds on its first and last day, and is over the day after', () => {
    const notice = '2026-11-18/2026-11-20';
    assert.deepEqual(
      ['2026-11-17', '2026-11-18', '2026-11-20', '2026-11-21'].map((on) => isWithin(notice, on)),
      [false, true, true, false],
    );
    assert.deepEqual([isOver(notice, '2026-11-20'), isOver(notice, '2026-11-21')], [false, true]);
    assert.ok(isWithin('2026-11-18/', '2030-01-01') && !isOver('2026-11-18/', '2030-01-01'));
    assert.ok(!isWithin('hỏng', '2026-11-20'));
  });

  test('headings alone are no text, with words below them they are', () => {
    assert.ok(isTemplate('leader', 'Tiểu sử tóm tắt\n\nQuá trình công tác'));
    assert.ok(!isTemplate('leader', 'Tiểu sử tóm tắt\n\nSinh ở xã Mẫu.\n\nQuá trình công tác'));
    assert.ok(!isTemplate('statement', ''));
  });

  test('a list says the telling fields', () => {
    assert.equal(tellingOf(formOf('leader'), { office: 'Chủ tịch', rank: 'head' }, 'vi'), 'Chủ tịch');
    assert.equal(
      tellingOf(formOf('job'), { employer: 'Trạm Mẫu', period: '2026-11-01/2026-11-30' }, 'en'),
      'Trạm Mẫu · Applications 1 Nov 2026 to 30 Nov 2026',
    );
  });
});
