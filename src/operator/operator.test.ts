import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines, freshDatabase } from '../../tests/support/engines.ts';
import { runTool as run } from '../../tests/support/operator.ts';
import { openEmbedded } from '../platform/db/index.ts';
import { COMMANDS } from './index.ts';

const LOCALITY = {
  ...{ code: 'lao-cai', nameVi: 'Lào Cai', nameEn: 'Lào Cai', kind: 'province' },
  regulations: [{ profileCode: 'lao-cai-22-2016', validFrom: '2016-05-06', decision: '22/2016/QĐ-UBND' }],
  main: {
    ...{ host: 'www.laocai.gov.vn', openedOn: '2026-07-01' },
    body: { nameVi: 'Tỉnh Lào Cai', nameEn: 'Lào Cai Province', abbreviation: 'UBND', kind: 'committee' },
    contact: {
      managedBy: { vi: 'Tỉnh Lào Cai', en: 'Lào Cai Province' },
      responsible: { vi: 'Trưởng Ban Biên tập', en: 'Head of the editorial board' },
      address: { vi: 'Số 1, đường Mẫu', en: '1 Mẫu street' },
      ...{ phone: '0214 000 0000', email: 'banbientap@laocai.gov.vn' },
    },
  },
};

describe("The operator's tool", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-operator-'));
  const empty = { DATA_DIR: path.join(folder, 'empty') };
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('every command explains itself, Vietnamese first, then English, and its options too', async () => {
    for (const { name, words, options } of COMMANDS) {
      const { code, out } = await run(`${name} --help`);
      assert.equal(code, 0, name);
      assert.ok(out.startsWith(`${words.vi}\n${words.en}\n`), name);
      for (const [option, rule] of Object.entries(options ?? {})) {
        assert.ok(
          out.includes(`--${option}`) && out.includes(rule.words.vi) && out.includes(rule.words.en),
          `${name} ${option}`,
        );
      }
    }
    assert.equal(new Set(COMMANDS.map(({ name }) => name)).size, COMMANDS.length);
  });

  test('a line that is not understood ends with 2 and says how to ask', async () => {
    for (const line of [
      '',
      'nothing-like-it',
      'clock --bogus',
      'clock',
      'import --portal x --section y',
      'audit verify x',
      'status --lang fr',
    ]) {
      const { code, out, err } = await run(line, empty);
      assert.equal(code, 2, line);
      assert.match(out + err, /--help|vi, en/, line);
    }
  });

  test('LC-047: a time limit is worked out without a database, by the calendar of the release, and says so', async () => {
    const { code, out } = await run(
      'clock --locality lao-cai --duty LC-047 --from 2026-04-29T16:30 --json',
      empty,
    );
    assert.equal(code, 0);
    const answer = JSON.parse(out);
    assert.equal(answer.dueOn, '2026-05-19');
    assert.equal(answer.source, 'files');
    assert.ok(answer.trace.length > 3);
  });

  test('a wrong question about a time limit is refused with what would be right', async () => {
    const { code, err } = await run('clock --locality nowhere --duty LC-047 --from 2026-04-29', empty);
    assert.equal(code, 1);
    assert.match(err, /lao-cai/);
  });

  test('before the first start a command says how to begin', async () => {
    const { code, err } = await run('status', empty);
    assert.equal(code, 1);
    assert.match(err, /npm start/);
  });

  test('a wrong setting is named', async () => {
    const { code, err } = await run('start', { ...empty, PORT: 'abc' });
    assert.equal(code, 1);
    assert.match(err, /PORT/);
  });

  test('a port that is taken is said, before anything is opened', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    assert.ok(address && typeof address === 'object');
    const { code, err } = await run('start', { ...empty, PORT: String(address.port) });
    other.close();
    assert.equal(code, 1);
    assert.match(err, new RegExp(`${address.port}.*\n.*taken`));
  });

  describe('on an embedded database', () => {
    const env = { DATA_DIR: path.join(folder, 'data'), DEMO: 'false' };
    const file = path.join(folder, 'locality.json');

    before(async () => {
      writeFileSync(file, JSON.stringify(LOCALITY));
      assert.equal((await run('migrate', env)).code, 0);
      const founded = await run(`found-locality --from ${file}`, env);
      assert.equal(founded.code, 0, founded.err);
    });

    test('while the server holds it, a command says how to do it at the desk or to stop the server', async () => {
      const { database } = await openEmbedded(path.join(env.DATA_DIR, 'db'));
      try {
        const { code, err } = await run('jobs list', env);
        assert.equal(code, 1);
        assert.match(err, /\/ban-lam-viec\/viec-may/);
        assert.match(err, /Stop|stop/);
        const doctor = await run('doctor --json', env);
        assert.equal(doctor.code, 0);
        const clock = await run('clock --locality lao-cai --duty LC-047 --from 2026-04-29 --json', env);
        assert.equal(JSON.parse(clock.out).source, 'files');
      } finally {
        await database.close();
      }
    });

    test('doctor says plainly what the embedded database is for, and finds nothing that must be done', async () => {
      const { code, out } = await run('doctor', env);
      assert.equal(code, 0);
      assert.match(out, /chỉ để dùng thử.*fsync/);
      assert.match(out, /Nhật ký lao-cai: nguyên vẹn/);
    });

    test('a second migrate finds nothing to do', async () => {
      const { code, out } = await run('migrate --json', env);
      assert.equal(code, 0);
      assert.deepEqual(JSON.parse(out).applied, []);
    });

    test('people are invited, the link is shown, and the account can be closed', async () => {
      const invited = await run(
        'people invite --portal www.laocai.gov.vn --username lc.quantri --name "Phạm Văn Mẫu" --role technicalAdmin --decision 36/QĐ-UBND --decided-on 2026-07-01 --json',
        env,
      );
      assert.equal(invited.code, 0, invited.err);
      assert.match(JSON.parse(invited.out).link, /laocai\.gov\.vn\/ban-lam-viec\/.+\/[\w-]{20,}$/);
      assert.equal((await run('people disable --username lc.quantri', env)).code, 0);
      const again = await run('people disable --username lc.quantri', env);
      assert.equal(again.code, 1);
      assert.match(again.err, /The account is closed/);
    });

    test('a member portal is opened from options; what is missing is named', async () => {
      const missing = await run('open-portal --locality lao-cai --host syt.laocai.gov.vn', env);
      assert.equal(missing.code, 1);
      assert.match(missing.err, /openedOn/);
      const opened = await run(
        'open-portal --locality lao-cai --host syt.laocai.gov.vn --name-vi "Sở Y tế" --name-en "Department of Health" --abbreviation SYT --kind department --opened-on 2026-07-02 --responsible "Giám đốc" --address "Số 2" --phone 02140000000 --email syt@laocai.gov.vn',
        env,
      );
      assert.equal(opened.code, 0, opened.err);
    });

    test('whoever acts in the name of somebody has his rights only, and it stands in the record', async () => {
      const person = (name: string, role: string) =>
        run(
          `people invite --portal www.laocai.gov.vn --username ${name} --name "Người Mẫu" --role ${role} --decision 36/QĐ-UBND --decided-on 2026-07-01`,
          env,
        );
      assert.equal((await person('lc.bientap', 'editor')).code, 0);
      const texts = path.join(folder, 'texts');
      mkdirSync(texts);
      writeFileSync(path.join(texts, 'a.txt'), 'Văn bản ngắn của phép thử, có đủ chữ để đọc.');
      // nobody acts as an account whose password was never set
      const refused = await run(
        `import ${texts} --portal www.laocai.gov.vn --section tin-tuc --as lc.bientap`,
        env,
      );
      assert.equal(refused.code, 1);
      assert.match(refused.err, /You may not do this/);
      const taken = await run(`import ${texts} --portal www.laocai.gov.vn --section tin-tuc --json`, env);
      assert.equal(taken.code, 0, taken.err);
      const { itemId } = JSON.parse(taken.out).outcomes[0];
      const submitted = await run(`submit --item ${itemId} --as lc.bientap`, env);
      assert.equal(submitted.code, 1);
      const { database } = await openEmbedded(path.join(env.DATA_DIR, 'db'));
      const { rows } = await database.statement(
        `select actor, payload ->> 'username' as username, payload ->> 'command' as command from audit_entry where command = 'operator.actAs' order by seq`,
      );
      await database.close();
      assert.deepEqual(rows, [
        { actor: 'operator', username: 'lc.bientap', command: 'import' },
        { actor: 'operator', username: 'lc.bientap', command: 'submit' },
      ]);
    });

    test('statutory days are taken in, the calendar is confirmed, and both are refused a second time', async () => {
      assert.equal(
        (await run('calendar confirm --through 2027-06-30 --source "Thông báo thử"', env)).code,
        1,
      );
      const accepted = await run('calendar accept --year 2027 --json', env);
      assert.equal(accepted.code, 0, accepted.err);
      assert.ok(JSON.parse(accepted.out).days.length >= 11);
      assert.equal((await run('calendar accept --year 2027', env)).code, 1);
      const confirmed = await run('calendar confirm --through 2027-06-30 --source "Thông báo thử"', env);
      assert.equal(confirmed.code, 0, confirmed.err);
      const added = await run('calendar add --on 2027-03-03 --name "Nghỉ thử" --source "Thông báo thử"', env);
      assert.equal(added.code, 0, added.err);
      assert.match(added.out, /Không thời hạn đang mở nào phải dời/);
    });

    test('a changed entry of the record is found, by its number', async () => {
      const { database, asOwner } = await openEmbedded(path.join(env.DATA_DIR, 'db'));
      await asOwner((owner) => owner.exec(`update audit_entry set actor = 'nobody' where seq = 3`));
      await database.close();
      const { code, out } = await run('audit verify --json', env);
      assert.equal(code, 1);
      assert.deepEqual(JSON.parse(out), [{ locality: 'lao-cai', whole: false, seq: 3, reason: 'hash' }]);
      assert.equal((await run('doctor', env)).code, 1);
    });
  });

  if (engines().includes('postgres')) {
    describe('on PostgreSQL', () => {
      test('the server does not start as a role that owns something, or without tables', async () => {
        const { url, ownerUrl, close } = await freshDatabase('postgres');
        assert.ok(url && ownerUrl);
        const env = { DATA_DIR: path.join(folder, 'server') };
        const owner = await run('start', { ...env, DATABASE_URL: ownerUrl });
        assert.equal(owner.code, 1);
        assert.match(owner.err, /owns nothing: cong_lang_app/);
        const doctor = await run('doctor', { ...env, DATABASE_URL: url });
        assert.equal(doctor.code, 0, doctor.out);
        assert.match(doctor.out, /cong_lang_app, không sở hữu gì/);
        const bare = new URL(url);
        bare.pathname = '/template1';
        const started = await run('start', { ...env, DATABASE_URL: bare.href });
        assert.equal(started.code, 1);
        assert.match(started.err, /npm run migrate/);
        await close();
      });
    });
  }
});
