import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { profileOf } from '../../../tests/support/profiles.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { nationalOn, shippedProfiles } from '../../rules/profile/index.ts';
import {
  abbreviationOf,
  grantName,
  joiningOf,
  type NameAsked,
  type NamingLaw,
  suggestHosts,
} from './name-rules.ts';

const profiles = shippedProfiles();

function law(code: string, on: string): NamingLaw {
  const profile = profileOf(code);
  return { profile, national: nationalOn(profiles, profile, on) };
}

const asked = (change: Partial<NameAsked>): NameAsked => ({
  ...{ host: '', bodyKind: 'department', bodyName: 'Sở Tài chính', abbreviation: 'STC', isMain: false },
  ...{ parents: ['www.thaibinh.gov.vn'], taken: [], siblings: [], disambiguators: [], on: '2026-11-20' },
  ...change,
});

describe('Who has to agree to a name', () => {
  test('TB-013: in Thái Bình the body and the technical department, which today is the one for science', () => {
    const granted = grantName(law('thai-binh-02-2011', '2026-11-20'), asked({ host: 'stc.thaibinh.gov.vn' }));
    assert.deepEqual(
      granted.parties.map((one) => one.code),
      ['body', 'authority'],
    );
    assert.match(granted.parties[1]?.words.vi ?? '', /Khoa học và Công nghệ/);
    assert.equal(granted.ruleSource, 'Đ4.3, 02/2011/QĐ-UBND');
  });

  test('LC-015: in Lào Cai nobody else; the rule it rests on is kept', () => {
    const granted = grantName(
      law('lao-cai-22-2016', '2026-11-20'),
      asked({ host: 'stc.laocai.gov.vn', parents: ['www.laocai.gov.vn'] }),
    );
    assert.deepEqual(granted.parties, []);
    assert.equal(granted.ruleSource, 'Đ4.3.b, 22/2016/QĐ-UBND');
  });

  test('LC-016: where no text has a rule for the kind of body, the authority grants the name on record', () => {
    // before 1 July 2026 no national text named the form, and Lào Cai knows no schools
    const school = asked({
      ...{ host: 'thptso1.laocai.gov.vn', bodyKind: 'school', bodyName: 'Trường mẫu', abbreviation: 'TM' },
      ...{ parents: ['www.laocai.gov.vn'], on: '2026-05-04' },
    });
    const granted = grantName(law('lao-cai-22-2016', '2026-05-04'), school);
    assert.deepEqual(
      granted.parties.map((one) => one.code),
      ['authority'],
    );
    assert.match(granted.parties[0]?.words.vi ?? '', /Khoa học và Công nghệ/);
  });

  test('a name of one machine is granted at once, once', () => {
    assert.deepEqual(
      grantName(law('lao-cai-22-2016', '2026-11-20'), asked({ host: 'thu.localhost' })).parties,
      [],
    );
    const taken = [{ host: 'thu.localhost', bodyName: 'Sở mẫu' }];
    assert.throws(
      () => grantName(law('lao-cai-22-2016', '2026-11-20'), asked({ host: 'thu.localhost', taken })),
      isRefusal('host-taken', 'host'),
    );
  });
});

describe('A commune of Bắc Giang', () => {
  const commune = (host: string, on: string) =>
    asked({
      ...{ host, on, bodyKind: 'commune', bodyName: 'Xã Quý Sơn', abbreviation: 'QS' },
      parents: ['lucngan.bacgiang.gov.vn', 'bacgiang.gov.vn'],
    });

  test('BG-013: stands at the fifth level below its district', () => {
    const ok = grantName(
      law('bac-giang-13-2023', '2024-03-01'),
      commune('quyson.lucngan.bacgiang.gov.vn', '2024-03-01'),
    );
    assert.match(ok.ruleSource, /Đ4\.1\.d/);
    assert.throws(
      () =>
        grantName(
          law('bac-giang-13-2023', '2024-03-01'),
          commune('qs.lucngan.bacgiang.gov.vn', '2024-03-01'),
        ),
      isRefusal('host-not-full-name', 'host'),
    );
  });

  test('from 1 July 2026 the national form at the fourth level is taken beside it', () => {
    const request = commune('quyson.bacgiang.gov.vn', '2026-07-01');
    assert.equal(
      grantName(law('bac-giang-13-2023', '2026-07-01'), request).ruleSource,
      'Đ11.4, 224/2026/NĐ-CP',
    );
    assert.throws(
      () => grantName(law('bac-giang-13-2023', '2026-06-30'), { ...request, on: '2026-06-30' }),
      isRefusal('host-level', 'host'),
    );
  });
});

test('suggestions keep the rule: QN-016 by abbreviation, QN-017 by the full name of the district', () => {
  const quangNgai = law('quang-ngai-16-2017', '2026-11-20');
  const parents = ['quangngai.gov.vn'];
  const health = asked({ bodyName: 'Sở Y tế', abbreviation: 'SYT', parents });
  assert.equal(suggestHosts(quangNgai, health)[0], 'syt.quangngai.gov.vn');
  const district = asked({ bodyKind: 'district', bodyName: 'Huyện Tư Nghĩa', abbreviation: 'TN', parents });
  assert.equal(suggestHosts(quangNgai, district)[0], 'tunghia.quangngai.gov.vn');
});

describe('How a body comes in', () => {
  const profileOf = (code: string) => law(code, '2026-11-20').profile;

  test('TB-002: Thái Bình has no portals of communes', () => {
    assert.throws(
      () => joiningOf(profileOf('thai-binh-02-2011'), 'commune', 'Số 1'),
      isRefusal('body-kind-unknown', 'bodyKind'),
    );
  });

  test('TB-010: a body that is not obliged comes in by its written request and the decision on it', () => {
    const thaiBinh = profileOf('thai-binh-02-2011');
    assert.throws(() => joiningOf(thaiBinh, 'other', '  '), isRefusal('decision-missing', 'decision'));
    const joined = joiningOf(thaiBinh, 'other', ' Công văn 12/LMHTX ');
    assert.deepEqual(joined, { obligation: 'voluntary', decision: 'Công văn 12/LMHTX' });
  });

  test('LC-004: in Lào Cai by its own decision', () => {
    assert.throws(
      () => joiningOf(profileOf('lao-cai-22-2016'), 'other', undefined),
      isRefusal('decision-missing', 'decision'),
    );
  });

  test('TB-063: departments and districts are obliged and need none', () => {
    for (const kind of ['department', 'district'] as const) {
      assert.deepEqual(joiningOf(profileOf('thai-binh-02-2011'), kind, undefined), {
        obligation: 'obliged',
        decision: null,
      });
    }
  });

  test('LX-003: offices, mass organisations, schools and wards of Long Xuyên are kinds of bodies, all obliged', () => {
    for (const kind of ['department', 'massOrganisation', 'unit', 'school', 'commune'] as const) {
      assert.equal(joiningOf(profileOf('long-xuyen-01-2020'), kind, undefined).obligation, 'obliged');
    }
  });

  test('BG-002: departments, districts and communes of Bắc Giang all take part', () => {
    for (const kind of ['department', 'district', 'commune'] as const) {
      assert.equal(joiningOf(profileOf('bac-giang-13-2023'), kind, undefined).obligation, 'obliged');
    }
  });
});

test('an abbreviation is made as a clerk would: initials, and for a place its own name', () => {
  assert.equal(abbreviationOf('Sở Nông nghiệp và Môi trường', 'department'), 'SNNMT');
  assert.equal(abbreviationOf('UBND xã Bắc Hà', 'commune'), 'BACHA');
  assert.equal(abbreviationOf('Đoàn Thanh niên', 'massOrganisation'), 'DTN');
});
