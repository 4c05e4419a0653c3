import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runTool } from '../../tests/support/operator.ts';
import { openEmbedded } from '../platform/db/index.ts';

const CODE = 'tinh-mau-1-2026';

/** The regulation of an invented province: Lào Cai's, which gives 12 days for dissemination, with 7 in their place. */
function profileText(): string {
  const file = path.resolve(import.meta.dirname, '../../profiles/lao-cai-22-2016.json');
  const json = JSON.parse(readFileSync(file, 'utf8'));
  for (const duty of json.duties) if (duty.duty.includes('LC-047')) duty.period.value = 7;
  return JSON.stringify({ ...json, code: CODE, localityCode: 'tinh-mau' });
}

const LOCALITY = {
  ...{ code: 'tinh-mau', nameVi: 'Tỉnh Mẫu', nameEn: 'Mẫu Province', kind: 'province' },
  regulations: [{ profileCode: CODE, validFrom: '2026-07-01', decision: '1/2026/QĐ-UBND' }],
  main: {
    ...{ host: 'www.laocai.gov.vn', openedOn: '2026-07-01' },
    body: { nameVi: 'Tỉnh Mẫu', nameEn: 'Mẫu Province', abbreviation: 'UBND', kind: 'committee' },
    contact: {
      managedBy: { vi: 'Tỉnh Mẫu', en: 'Mẫu Province' },
      responsible: { vi: 'Trưởng Ban Biên tập', en: 'Head of the editorial board' },
      address: { vi: 'Số 1, đường Mẫu', en: '1 Mẫu street' },
      ...{ phone: '0200 000 0000', email: 'banbientap@mau.gov.vn' },
    },
  },
};

describe("Profiles of the operator's own", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-own-profile-'));
  const env = { DATA_DIR: path.join(folder, 'data'), DEMO: 'false' };
  const own = path.join(env.DATA_DIR, 'profiles', `${CODE}.json`);
  const locality = path.join(folder, 'locality.json');
  const run = (line: string) => runTool(line, env);

  before(async () => {
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(locality, JSON.stringify(LOCALITY));
    assert.equal((await run('migrate')).code, 0);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('a locality is not founded on a regulation that is not there; the sentence names those that are', async () => {
    const { code, err } = await run(`found-locality --from ${locality}`);
    assert.equal(code, 1);
    assert.match(err, /tinh-mau-1-2026.*lao-cai-22-2016/);
  });

  test('a file that cannot be used stops the start and every command with the value and what it must be', async () => {
    const broken = JSON.parse(profileText());
    const at = broken.duties.findIndex((duty: { period?: object }) => duty.period);
    broken.duties[at].period.value = -2;
    const sentence = new RegExp(`${CODE}: duties\\[${at}\\]\\.period\\.value must be a whole number`);
    writeFileSync(own, JSON.stringify(broken));
    for (const line of ['start', 'status', 'clock --locality tinh-mau']) {
      const { code, err } = await run(line);
      assert.equal(code, 1, line);
      assert.match(err, sentence, line);
    }
    const doctor = await run('doctor');
    assert.equal(doctor.code, 1);
    assert.match(doctor.out, /✖ Hồ sơ quy chế: tinh-mau-1-2026/);
    assert.match(doctor.out, sentence);
  });

  test('commands and clocks follow it: the time limit is its own, by the files and by the database', async () => {
    writeFileSync(own, profileText());
    const asked = 'clock --locality tinh-mau --duty LC-047 --from 2026-11-16T08:00 --json';
    const byFiles = JSON.parse((await run(asked)).out);
    assert.deepEqual([byFiles.source, byFiles.period.value], ['files', 7]);
    const founded = await run(`found-locality --from ${locality}`);
    assert.equal(founded.code, 0, founded.err);
    const byDatabase = JSON.parse((await run(asked)).out);
    assert.deepEqual([byDatabase.source, byDatabase.dueOn], ['database', byFiles.dueOn]);

    const texts = mkdtempSync(path.join(folder, 'texts-'));
    const text = [
      'ỦY BAN NHÂN DÂN',
      'TỈNH MẪU',
      'Số: 5/2026/QĐ-UBND',
      'Mẫu, ngày 16 tháng 11 năm 2026',
      'QUYẾT ĐỊNH',
      'VỀ VIỆC THỬ',
      'Điều 1. Nội dung.',
    ];
    writeFileSync(path.join(texts, 'van-ban.txt'), text.join('\n'));
    const taken = await run(`import ${texts} --portal www.laocai.gov.vn --section pho-bien-phap-luat --json`);
    assert.equal(taken.code, 0, taken.err);
    const { database } = await openEmbedded(path.join(env.DATA_DIR, 'db'));
    const { rows } = await database.statement('select profile_code, due_at from clock');
    await database.close();
    const clocks = rows as { profile_code: string; due_at: Date }[];
    assert.deepEqual(
      clocks.map(({ profile_code }) => profile_code),
      [CODE],
    );
    assert.match(byDatabase.dueOn, /^2026-11-/);
  });

  test('another regulation of the folder can be switched to', async () => {
    const next = { ...JSON.parse(profileText()), code: 'tinh-mau-2-2027' };
    writeFileSync(path.join(env.DATA_DIR, 'profiles', 'tinh-mau-2-2027.json'), JSON.stringify(next));
    const line =
      'regulation switch --locality tinh-mau --from 2027-01-01 --decision "2/2027/QĐ-UBND" --profile';
    assert.equal((await run(`${line} tinh-mau-3-2027`)).code, 1);
    const switched = await run(`${line} tinh-mau-2-2027`);
    assert.equal(switched.code, 0, switched.err);
  });

  test('when the file of a regulation that is applied is gone, that is said, and nothing starts', async () => {
    renameSync(own, `${own}.gone`);
    for (const line of ['start', 'status']) {
      const { code, err } = await run(line);
      assert.equal(code, 1, line);
      assert.match(err, /tinh-mau \(tinh-mau-1-2026\).*profiles/, line);
    }
    const doctor = await run('doctor');
    assert.equal(doctor.code, 1);
    assert.match(doctor.out, /✖ Hồ sơ quy chế: Có địa phương.*tinh-mau-1-2026/);
    renameSync(`${own}.gone`, own);
    assert.equal((await run('status')).code, 0);
  });
});
