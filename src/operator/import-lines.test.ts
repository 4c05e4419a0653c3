import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runTool } from '../../tests/support/operator.ts';
import { openEmbedded } from '../platform/db/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WHERE = '--portal www.laocai.gov.vn --section van-ban';
const LINES = [
  {
    ...{ id: 'a1', number: '1/2019/QĐ-UBND', title: 'Về lịch chợ phiên', issuedOn: '2019-03-02' },
    text: 'Điều 1. Chợ họp chủ nhật.',
  },
  { id: 'a2', number: '2/2019/QĐ-UBND', title: 'Về đường đi chợ', html: '<p>Đường.</p>', expiresOn: 'mai' },
  { id: 'a3', number: '3/2019/QĐ-UBND', title: 'Về chỗ ngồi ở chợ', html: '<p>Điều 1. Chỗ ngồi.</p>' },
];

describe('portal import-lines', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-lines-'));
  const env = { DATA_DIR: path.join(folder, 'data') };
  const file = path.join(folder, 'kho.jsonl');
  const run = (line: string) => runTool(line, env);

  before(async () => {
    assert.equal((await run('seed --small')).code, 0);
    writeFileSync(file, LINES.map((line) => JSON.stringify(line)).join('\n'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('what is not understood ends with 2, what is not there with 1', async () => {
    for (const line of [
      `import-lines ${WHERE}`,
      `import-lines ${file} ${WHERE} --decision "Quyết định số 1"`,
      `import-lines ${file} ${WHERE} --approved-by lc.head`,
    ])
      assert.equal((await run(line)).code, 2, line);
    const missing = await run(`import-lines ${folder}/khong-co.jsonl ${WHERE}`);
    assert.equal(missing.code, 1);
    assert.match(missing.err, /Không mở được tệp.*\n.*cannot be opened/u);
  });

  test('BG-050: drafts, the bad line with its number, exit code 1; the same again is known', async () => {
    const first = await run(`import-lines ${file} ${WHERE}`);
    assert.equal(first.code, 1);
    assert.match(
      first.out,
      /^Dòng 2: “expiresOn” phải là một ngày.*\n3 dòng: 2 đã nhập, 0 đã có, 1 không nhập được\.\n.*bản thảo/u,
    );
    const again = JSON.parse((await run(`import-lines ${file} ${WHERE} --json`)).out);
    assert.deepEqual([again.lines, again.taken, again.duplicates, again.refused], [3, 0, 2, 1]);
    assert.equal(
      again.notes[0].words.en,
      'This document is there already (the same id, or the same number and day of issue).',
    );
  });

  test('LC-020: published from standard input by a person of the board, who stands in the record', async () => {
    const line = JSON.stringify({
      id: 'b1',
      number: '9/2019/QĐ-UBND',
      title: 'Về giờ mở chợ',
      text: 'Điều 1. Năm giờ.',
    });
    const args = [
      ...['--import', './tools/hook.mjs', 'src/main.ts', 'import-lines', '-', ...WHERE.split(' ')],
      ...[
        '--approved-by',
        'lc.head',
        '--decision',
        'Quyết định số 15/QĐ-BBT ngày 18/11/2026',
        '--lang',
        'en',
      ],
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      ...{ cwd: ROOT, input: `${line}\n`, env: { ...process.env, ...env } },
    });
    assert.equal(status, 0, stderr.toString());
    assert.match(
      stdout.toString(),
      /Lines: 1\. Taken in: 1; there already: 0; not taken: 0\.\nPublic items: 1\./,
    );
    const { database } = await openEmbedded(path.join(env.DATA_DIR, 'db'));
    const { rows } = await database.statement(
      `select actor, command, payload ->> 'username' as username, payload ->> 'decision' as decision from audit_entry
       where command in ('operator.actAs', 'imports.publishLines') order by seq`,
    );
    await database.close();
    assert.deepEqual(
      (rows as Record<'command' | 'username' | 'decision', string | null>[]).map(
        ({ command, username, decision }) => [command, username, decision],
      ),
      [
        ['operator.actAs', 'lc.head', null],
        ['imports.publishLines', null, 'Quyết định số 15/QĐ-BBT ngày 18/11/2026'],
      ],
    );
  });

  test('nobody publishes in the name of somebody who may not approve', async () => {
    const refused = await run(
      `import-lines ${file} ${WHERE} --approved-by lc.editor --decision "Quyết định số 15"`,
    );
    assert.equal(refused.code, 1);
    assert.match(refused.err, /You may not do this/);
  });
});
