import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shippedProfiles } from '../../rules/profile/index.ts';
import { boardRules, findingsOf, type Seat, type StandingBoard, sealOf, titleOf } from './rules.ts';

const profiles = shippedProfiles();
const rulesOf = (code: string, isMain: boolean) => {
  const profile = profiles.get(code);
  assert.ok(profile);
  return boardRules(profile, isMain, '2026-11-20').filter((rule) => 'members' in rule);
};
let seats = 0;
const seat = (more: Partial<Seat> & Pick<Seat, 'place' | 'office'>): Seat => ({
  ...{ id: ++seats, fullName: `Người Số ${seats}`, personId: seats, toOn: null },
  ...{ roles: ['boardMember'], isClosed: false, ...more },
});
const board = (code: string, members: readonly Seat[], more: Partial<StandingBoard> = {}): StandingBoard => ({
  ...{ id: 1, code, seats: members, hasDecision: true, shown: 'current', ...more },
});
const codes = (
  profile: string,
  isMain: boolean,
  boards: readonly StandingBoard[],
  approvers: { personId: number; fullName: string }[] = [],
) =>
  findingsOf({ rules: rulesOf(profile, isMain), boards, approvers, todayOn: '2026-11-20' }).map(
    ({ code }) => code,
  );

describe('What the regulations ask of a board', () => {
  test('LC-088 LC-095: Lào Cai has a council with one leader of the committee in its chair, and a board', () => {
    const council = (office: string) =>
      board('council', [
        seat({ place: 'chair', office, personId: null }),
        seat({ place: 'deputy', office: 'Giám đốc Sở Tài chính', personId: null }),
      ]);
    const main = board('main-board', [seat({ place: 'chair', office: 'Chánh Văn phòng' })]);
    assert.deepEqual(codes('lao-cai-22-2016', true, []), ['noBoard', 'noBoard']);
    assert.deepEqual(
      codes('lao-cai-22-2016', true, [council('Phó Chủ tịch Ủy ban nhân dân tỉnh'), main]),
      [],
    );
    assert.deepEqual(codes('lao-cai-22-2016', true, [council('Giám đốc Sở Y tế'), main]), ['wrongOffice']);
    assert.deepEqual(codes('lao-cai-22-2016', true, [board('council', []), main]), ['noPlace', 'noPlace']);
  });

  test('LC-096 QN-055 QN-059: a member portal has a board of its own, whose size is free', () => {
    for (const profile of ['lao-cai-22-2016', 'quang-ngai-16-2017'])
      assert.deepEqual(codes(profile, false, []), ['noBoard']);
    const one = board('member-board', [seat({ place: 'chair', office: 'Chủ tịch UBND xã' })]);
    assert.deepEqual(codes('lao-cai-22-2016', false, [one]), []);
  });

  test('TB-035: Thái Bình names seven offices; who is left out is found', () => {
    const all = [
      seat({ place: 'chair', office: 'Phó Chủ tịch UBND tỉnh' }),
      seat({ place: 'standingDeputy', office: 'Giám đốc Sở Khoa học và Công nghệ' }),
      seat({ place: 'deputy', office: 'Chánh Văn phòng UBND tỉnh' }),
      seat({ place: 'member', office: 'Giám đốc Sở Tài chính' }),
      seat({ place: 'member', office: 'Phó Chánh Văn phòng UBND tỉnh' }),
      seat({ place: 'member', office: 'Phó Giám đốc Sở Khoa học và Công nghệ' }),
      seat({ place: 'secretary', office: 'Trưởng phòng' }),
    ];
    assert.deepEqual(codes('thai-binh-02-2011', true, [board('main-board', all)]), []);
    all.forEach((left, index) => {
      const others = all.filter((one) => one !== left);
      const found = codes('thai-binh-02-2011', true, [board('main-board', others)]);
      const expected = left.place === 'member' ? 'noOffice' : 'noPlace';
      assert.deepEqual(found, [expected], `without ${index}: ${left.office}`);
    });
    const vice = [seat({ place: 'chair', office: 'Chủ tịch UBND tỉnh' }), ...all.slice(1)];
    assert.deepEqual(codes('thai-binh-02-2011', true, [board('main-board', vice)]), ['wrongOffice']);
  });

  test('TB-038: a component portal of Thái Bình may do without', () => {
    assert.deepEqual(codes('thai-binh-02-2011', false, []), []);
  });

  test('BG-032 BG-051: Bắc Giang has a board and its assistants, on the main portal and on components', () => {
    assert.deepEqual(codes('bac-giang-13-2023', true, []), ['noBoard', 'noBoard']);
    assert.deepEqual(codes('bac-giang-13-2023', false, []), ['noBoard', 'noBoard']);
    const two = [seat({ place: 'chair', office: 'Chủ tịch' }), seat({ place: 'chair', office: 'Chủ tịch' })];
    const helping = board('assistants', [
      seat({ place: 'member', office: 'Chuyên viên', roles: ['editor'] }),
    ]);
    assert.deepEqual(codes('bac-giang-13-2023', false, [board('member-board', two), helping]), ['tooMany']);
  });

  test('TB-037 BG-033: each signs with the seal of the regulation', () => {
    const [rule] = rulesOf('bac-giang-13-2023', true);
    assert.equal(sealOf(rule, 'chair')?.vi, 'Con dấu của UBND tỉnh');
    assert.equal(sealOf(rule, 'deputy')?.vi, 'Con dấu của cơ quan, đơn vị mình phụ trách');
    assert.equal(sealOf(rule, 'member'), undefined);
    const [council] = rulesOf('lao-cai-22-2016', true);
    assert.equal(titleOf(council, 'chair').vi, 'Chủ tịch Hội đồng');
    assert.equal(titleOf(council, 'secretary').vi, 'Ủy viên, Thư ký');
  });
});

describe('Seats and rights are in step', () => {
  const one = (more: Partial<Seat>, todayBoard = 'member-board') =>
    codes('lao-cai-22-2016', false, [
      board(todayBoard, [seat({ place: 'chair', office: 'Chủ tịch UBND xã', ...more })]),
    ]);

  test('a term that is over, a seat without account or right, an account that is closed', () => {
    assert.deepEqual(one({ toOn: '2026-11-20' }), []);
    assert.deepEqual(one({ toOn: '2026-11-19' }), ['termOver']);
    assert.deepEqual(one({ personId: null }), ['noAccount']);
    assert.deepEqual(one({ isClosed: true }), ['closedAccount']);
    assert.deepEqual(one({ roles: ['editor'] }), ['noRight']);
    assert.deepEqual(one({ roles: ['head'] }), []);
  });

  test('who may approve and sits nowhere has left and kept his right', () => {
    const sitting = seat({ place: 'chair', office: 'Chủ tịch UBND xã', personId: 7 });
    const found = codes(
      'lao-cai-22-2016',
      false,
      [board('member-board', [sitting])],
      [
        { personId: 7, fullName: 'Người Ngồi' },
        { personId: 8, fullName: 'Người Đã Thôi' },
      ],
    );
    assert.deepEqual(found, ['rightWithoutSeat']);
  });

  test('a bare decision and what the public is told', () => {
    const sitting = [seat({ place: 'chair', office: 'Chủ tịch UBND xã' })];
    const of = (more: Partial<StandingBoard>) =>
      codes('lao-cai-22-2016', false, [board('member-board', sitting, more)]);
    assert.deepEqual(of({ hasDecision: false }), ['bareDecision']);
    assert.deepEqual(of({ shown: undefined }), ['notShown']);
    assert.deepEqual(of({ shown: 'old' }), ['shownOld']);
  });
});
