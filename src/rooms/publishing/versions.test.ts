import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines } from '../../../tests/support/engines.ts';
import { contentOf, publishingGround } from '../../../tests/support/publishing.ts';
import { isRefusal } from '../../../tests/support/refusals.ts';
import { tokenIn, WORLD_NOW } from '../../../tests/support/world.ts';
import { sql } from '../../platform/db/index.ts';
import { recallEdition, saveEdition, submitEdition } from './index.ts';
import { restoreVersion } from './version-commands.ts';
import { listVersions } from './version-store.ts';

const HOST = 'www.laocai.gov.vn';

for (const engine of engines()) {
  describe(`kept versions on ${engine}`, () => {
    const ground = publishingGround(engine);
    const { asSystem, one, perform, sectionOf, write } = ground;
    before(ground.open);
    after(ground.close);

    const minutes = (n: number) => ground.world.setNow(new Date(WORLD_NOW.getTime() + n * 60_000));
    const save = async (who: string, made: { portalId: number; editionId: number }, text: string) => {
      const { version } = await asSystem((db) =>
        db.get<{ version: number }>(sql`select version from edition where id = ${made.editionId}`),
      );
      await perform(one(who), saveEdition, {
        ...{ ...made, version, sectionId: sectionOf('lao-cai/main') },
        content: contentOf('Bài có nhiều phiên bản', { bodyHtml: `<p>${text}</p>` }),
      });
    };
    const kept = async (editionId: number) =>
      (await asSystem((db) => listVersions(db, editionId))).map(
        ({ content, saved_by_name, submitted_at }) => [
          content.bodyHtml,
          saved_by_name,
          submitted_at !== null,
        ],
      );

    test('LC-091: of each writer the last save in ten minutes is kept, and everything that was submitted', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài có nhiều phiên bản'));
      try {
        minutes(1);
        await save('lc.editor', made, 'một');
        minutes(5);
        await save('lc.editor', made, 'hai');
        minutes(6);
        await save('lc.content', made, 'ba');
        minutes(20);
        await save('lc.editor', made, 'bốn');
        await perform(one('lc.editor'), submitEdition, made);
        minutes(21);
        await perform(one('lc.editor'), recallEdition, made);
        await save('lc.editor', made, 'năm');
      } finally {
        ground.world.setNow(WORLD_NOW);
      }
      const [editor, content] = ['Lò Thị Biên', 'Đỗ Thị Nội'];
      assert.deepEqual(await kept(made.editionId), [
        ['<p>năm</p>', editor, false],
        ['<p>bốn</p>', editor, true],
        ['<p>ba</p>', content, false],
        ['<p>hai</p>', editor, false],
      ]);
    });

    test('a version is restored into the draft as a new save, and into nothing else', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài có nhiều phiên bản'));
      await save('lc.content', made, 'sửa nhầm');
      const [, first] = await asSystem((db) => listVersions(db, made.editionId));
      assert.ok(first);
      const input = { ...made, versionId: first.id };
      await assert.rejects(
        perform(one('lc.bacha.editor'), restoreVersion, {
          ...input,
          portalId: ground.portal('lao-cai/bacha').id,
        }),
        isRefusal('no-such-item'),
      );
      await perform(one('lc.editor'), restoreVersion, input);
      const versions = await kept(made.editionId);
      assert.equal(versions.length, 3);
      assert.equal(versions[0]?.[0], '<p>Nội dung thử.</p>');
      await perform(one('lc.editor'), submitEdition, made);
      await assert.rejects(perform(one('lc.editor'), restoreVersion, input), isRefusal('not-a-draft'));
    });

    test('two versions are compared in one text or two columns, marked by more than colour', async () => {
      const made = await write('lc.editor', 'lao-cai/main', contentOf('Bài có nhiều phiên bản'));
      await save('lc.content', made, 'Nội dung mới.');
      const as = await ground.world.signIn(HOST, 'lc.editor');
      const path = `/ban-lam-viec/tin-bai/${made.itemId}/phien-ban/${made.editionId}`;
      const inline = await ground.world.get(HOST, path, { as });
      assert.match(inline.body, /<del><span class="unseen">\[bỏ: <\/span>thử/i);
      assert.match(inline.body, /<ins><span class="unseen">\[thêm: <\/span>mới/i);
      const two = await ground.world.get(HOST, `${path}?kieu=canh`, { as });
      assert.equal(two.body.match(/<figure class="diff">/g)?.length, 2);
      const [, versionId = ''] = /name="versionId" value="(\d+)"/.exec(inline.body) ?? [];
      const posted = await ground.world.post(HOST, path, { _token: tokenIn(inline), versionId }, { as });
      assert.equal(posted.status, 303);
    });
  });
}
