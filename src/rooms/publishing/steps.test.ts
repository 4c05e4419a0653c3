import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { tokenIn, WORLD_NOW } from '../../../tests/support/world.ts';
import type { Role } from '../../rules/access/index.ts';
import { addDays, civilDateOf } from '../../rules/calendar/index.ts';
import { approveEdition, checkEdition, sendBackEdition, submitEdition } from './index.ts';
import { setSteps } from './steps-commands.ts';
import { checkSteps, type Step } from './steps-rules.ts';
import { listTasks } from './tasks.ts';

const HOST = 'www.laocai.gov.vn';
const TODAY = civilDateOf(WORLD_NOW);
const step = (name: string, does: Step['does'], roles: Role[], change: Partial<Step> = {}): Step => ({
  ...{ name: { vi: name, en: name }, does, roles, persons: [], byAnother: false, limitDays: null },
  ...change,
});
const COLLEAGUES = [
  { id: 1, roles: ['editor'] },
  { id: 2, roles: ['checker', 'boardMember'] },
  { id: 3, roles: ['head'] },
];

describe('ways that can be walked', () => {
  const codeOf = (steps: Step[]) => {
    try {
      checkSteps(steps, COLLEAGUES);
      return undefined;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const approve = step('Duyệt', 'approve', ['head']);
  const cases: [string, Step[], string | undefined][] = [
    ['one step that approves', [approve], undefined],
    [
      'check, specialist by name, approve',
      [step('Soát', 'check', ['checker']), step('Chuyên môn', 'check', [], { persons: [1] }), approve],
      undefined,
    ],
    ['no step', [], 'steps-missing'],
    ['six steps', Array.from({ length: 6 }, () => approve), 'steps-missing'],
    ['a role nobody holds', [step('Soát', 'check', ['contentAdmin']), approve], 'step-nobody'],
    [
      'an approval by who is not of the board',
      [step('Duyệt', 'approve', [], { persons: [1] })],
      'step-nobody',
    ],
    ['a person who left', [step('Soát', 'check', [], { persons: [9] }), approve], 'step-nobody'],
    [
      'by another, where one person alone can take both',
      [step('Soát', 'check', ['checker']), step('Duyệt', 'approve', ['boardMember'], { byAnother: true })],
      'step-nobody-else',
    ],
    ['a step without a name', [step(' ', 'check', ['checker']), approve], 'step-name'],
    ['a limit of no days', [step('Soát', 'check', ['checker'], { limitDays: 0 }), approve], 'step-days'],
  ];
  for (const [what, steps, code] of cases)
    test(`LC-118: ${what}: ${code ?? 'can be walked'}`, () => assert.equal(codeOf(steps), code));
});

for (const engine of engines()) {
  describe(`steps a board laid down on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { live, one, perform, portal, stateOf, write } = ground;
    before(ground.open);
    after(ground.close);

    const WAY = () => [
      step('Soát chữ', 'check', ['checker']),
      step('Chuyên môn', 'check', [], { persons: [one('lc.content').personId], limitDays: 1 }),
      step('Duyệt', 'approve', ['head'], { byAnother: true }),
    ];
    const lay = (steps: Step[] | null, contentKind: string | null = null, validFrom: string = TODAY) =>
      perform(one('lc.content'), setSteps, {
        portalId: portal('lao-cai/main').id,
        contentKind,
        steps,
        validFrom,
      });
    const taskNote = async (name: string, editionId: number) =>
      (await listTasks(ground.world.app.ports, one(name), 'vi')).find(({ id }) =>
        id.endsWith(`:${editionId}`),
      );

    test('LC-114, LC-118, TB-038, TB-058, BG-043: an edition takes every step laid down, in order, each by whom it names', async () => {
      await lay(WAY());
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài qua ba bước'));
      await perform(one('lc.editor'), submitEdition, made);
      await assert.rejects(perform(one('lc.head'), approveEdition, made), isRefusal('wrong-state'));
      await assert.rejects(perform(one('lc.content'), checkEdition, made), isRefusal('not-your-step'));
      assert.equal(await taskNote('lc.content', made.editionId), undefined);
      await perform(one('lc.checker'), checkEdition, made);
      assert.equal(await stateOf(made.editionId), 'submitted');
      await assert.rejects(perform(one('lc.checker'), checkEdition, made), isRefusal('not-your-step'));
      await assert.rejects(perform(one('lc.head'), approveEdition, made), isRefusal('wrong-state'));
      const task = await taskNote('lc.content', made.editionId);
      assert.equal(task?.note, 'Chờ bạn: Chuyên môn');
      // Friday and one working day: to the end of Monday
      assert.equal(task?.dueAt?.toISOString(), '2026-11-23T17:00:00.000Z');
      await perform(one('lc.content'), checkEdition, made);
      assert.equal(await stateOf(made.editionId), 'checked');
      await assert.rejects(perform(one('lc.board'), approveEdition, made), isRefusal('not-your-step'));
      assert.deepEqual(await live(made.itemId), []);
      await perform(one('lc.head'), approveEdition, made);
      assert.equal((await live(made.itemId)).length, 1);
    });

    test('LC-020, LX-041: the writers take no step of any way, and who took one step does not take one that is for another', async () => {
      await lay([
        step('Soát', 'check', ['checker', 'head']),
        step('Duyệt', 'approve', ['head', 'boardMember'], { byAnother: true }),
      ]);
      const own = await write('lc.checker', 'lao-cai/main', contentOf('Bài người soát viết'));
      await perform(one('lc.checker'), submitEdition, own);
      await assert.rejects(perform(one('lc.checker'), checkEdition, own), isRefusal('four-eyes'));
      await perform(one('lc.head'), checkEdition, own);
      await assert.rejects(perform(one('lc.head'), approveEdition, own), isRefusal('another-person'));
      await perform(one('lc.board'), approveEdition, own);
    });

    test('an open edition keeps the steps it began with, also when it is sent back; the next one takes the new ones', async () => {
      await lay(WAY());
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài gửi trước khi đổi'));
      await perform(one('lc.editor'), submitEdition, made);
      await lay([step('Duyệt', 'approve', ['head', 'boardMember'])]);
      await perform(one('lc.checker'), sendBackEdition, { ...made, reason: 'Thiếu nguồn ảnh' });
      await perform(one('lc.editor'), submitEdition, made);
      await assert.rejects(perform(one('lc.board'), approveEdition, made), isRefusal('wrong-state'));
      const next = await write('lc.editor', 'lao-cai/main', contentOf('Bài gửi sau khi đổi'));
      await perform(one('lc.editor'), submitEdition, next);
      await perform(one('lc.board'), approveEdition, next);
    });

    test('TB-038: a kind has a way of its own from its day on, and without one goes the way of the portal', async () => {
      await lay([step('Duyệt', 'approve', ['head', 'boardMember'])]);
      await lay(
        [step('Soát', 'check', ['checker']), step('Duyệt', 'approve', ['head'])],
        'news',
        addDays(TODAY, 1),
      );
      const today = await write('lc.editor', 'lao-cai/main', contentOf('Tin hôm nay'));
      await perform(one('lc.editor'), submitEdition, today);
      await perform(one('lc.board'), approveEdition, today);
      ground.world.setNow(new Date('2026-11-21T09:00:00+07:00'));
      try {
        const later = await write('lc.editor', 'lao-cai/main', contentOf('Tin ngày mai'));
        await perform(one('lc.editor'), submitEdition, later);
        await assert.rejects(perform(one('lc.board'), approveEdition, later), isRefusal('wrong-state'));
        await assert.rejects(lay([step('Duyệt', 'approve', ['head'])], 'news', TODAY), isRefusal('day-past'));
        await lay(null, 'news', '2026-11-21');
        const again = await write('lc.editor', 'lao-cai/main', contentOf('Tin ngày mai nữa'));
        await perform(one('lc.editor'), submitEdition, again);
        await perform(one('lc.board'), approveEdition, again);
      } finally {
        ground.world.setNow(WORLD_NOW);
      }
    });

    test('LC-118: the content administrator lays steps down on a page without a script; whatever is refused stays as typed', async () => {
      await lay(null);
      const as = await ground.world.signIn(HOST, 'lc.content');
      const path = '/ban-lam-viec/tin-bai/quy-trinh';
      const cong = String(portal('lao-cai/main').id);
      const shown = await ground.world.get(HOST, `${path}?cong=${cong}&loai=`, { as });
      const fields = {
        ...{ _token: tokenIn(shown), cong, loai: '', lam: 'luu', validFrom: TODAY },
        ...{ 'nameVi-1': 'Đọc thẩm định', 'nameEn-1': 'Read', 'roles-1': 'contentAdmin' },
        ...{ 'nameVi-2': 'Ký duyệt', 'nameEn-2': 'Sign' },
      };
      const refused = await ground.world.post(HOST, path, fields, { as });
      assert.equal(refused.status, 422);
      assert.match(refused.body, /Bước 2 “Ký duyệt” chưa có ai làm được/);
      assert.match(refused.body, /value="Đọc thẩm định"/);
      const saved = await ground.world.post(HOST, path, { ...fields, 'roles-2': 'head' }, { as });
      assert.equal(saved.status, 303);
      const after = await ground.world.get(HOST, path, { as });
      assert.match(
        after.body,
        /<svg class="step-diagram"[^>]*aria-label="[^"]*1\. Đọc thẩm định → 2\. Ký duyệt/,
      );
      const editor = await ground.world.signIn(HOST, 'lc.editor');
      const token = tokenIn(await ground.world.get(HOST, '/ban-lam-viec', { as: editor }));
      const foreign = await ground.world.post(
        HOST,
        path,
        { ...fields, _token: token, 'roles-2': 'head' },
        { as: editor },
      );
      assert.equal(foreign.status, 422);
    });
  });
}
