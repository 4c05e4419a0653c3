import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { engines } from '../../../tests/support/engines.ts';
import { HOSTS, type Office, openOffice, PASSWORD, tokenIn } from '../../../tests/support/office.ts';
import { type ProviderLogin, startProvider, type TestProvider } from '../../../tests/support/oidc.ts';
import { readOidcProviders } from '../../platform/config/index.ts';

const MINUTE_MS = 60_000;
const DESK = '/ban-lam-viec';
const ACCOUNT = `${DESK}/tai-khoan`;
const BACK = `${DESK}/dang-nhap/nha-cung-cap/ve`;
const ORIGIN = `https://${HOSTS.finance}`;

describe('The file of providers', () => {
  const one = { issuer: 'https://id.laocai.gov.vn', clientId: 'x', name: { vi: 'A', en: 'B' } };
  test('is read with its defaults', () => {
    const read = readOidcProviders(JSON.stringify({ 'lao-cai': one }));
    assert.deepEqual(read.get('lao-cai'), {
      ...{ ...one, clientSecret: undefined },
      twoFactors: { acr: [], amr: [] },
    });
  });
  test('names what is wrong; plain http is for the loopback alone', () => {
    const wrong = { 'lao-cai': { ...one, issuer: 'http://id.laocai.gov.vn' } };
    assert.throws(() => readOidcProviders(JSON.stringify(wrong)), /lao-cai\.issuer: must begin with https/);
    assert.throws(
      () => readOidcProviders(JSON.stringify({ 'lao-cai': { ...one, cliendId: 'y' } })),
      /lao-cai/,
    );
  });
});

for (const engine of engines()) {
  describe(`Another provider of identities on ${engine}`, () => {
    let office: Office;
    let provider: TestProvider;
    before(async () => {
      provider = await startProvider(ORIGIN + BACK, `${ORIGIN}${DESK}/dang-nhap`);
      const away = { ...provider.setting, issuer: 'http://127.0.0.1:1' };
      office = await openOffice(engine, {
        oidcProviders: new Map([
          ['lao-cai', provider.setting],
          ['bac-giang', away],
        ]),
      });
      await office.employ('oidcmot', 'Một Liên Kết', 'finance', ['editor']);
      await office.employ('oidchai', 'Hai Liên Kết', 'finance', ['editor']);
      assert.equal(await linkAs('oidcmot', 'sub-mot'), `${ACCOUNT}/bao-ve?xong=lien-ket`);
    });
    after(async () => {
      await office.close();
      await provider.close();
    });
    beforeEach(() => {
      provider.forge = undefined;
      provider.forgesKey = false;
    });

    /** Links as somebody signed in does. @returns where he is led */
    const linkAs = async (username: string, accountId: string) => {
      const session = await office.signIn('finance', username);
      const left = await office.get('finance', `${ACCOUNT}/lien-ket`, session);
      const back = await provider.visit(left.location ?? '', { accountId });
      const cookies = `${session}; ${left.cookie}`;
      return (await office.get('finance', back.slice(ORIGIN.length), cookies)).location;
    };
    /** Leaves from the sign-in page. */
    const leave = async () => {
      const left = await office.get('finance', `${DESK}/dang-nhap/nha-cung-cap?ve=${DESK}/tin-bai`);
      return { to: left.location ?? '', mark: left.cookie ?? '' };
    };
    const arrive = (address: string, mark: string) =>
      office.get('finance', address.slice(ORIGIN.length), mark);
    const signInBy = async (login: ProviderLogin, change = (url: string) => url) => {
      const { to, mark } = await leave();
      return arrive(await provider.visit(change(to), login), mark);
    };
    const isIn = async (cookie: string | undefined) =>
      (await office.get('finance', ACCOUNT, cookie ?? '')).status === 200;
    const refused = (answer: Awaited<ReturnType<typeof signInBy>>, said: RegExp) => {
      assert.equal(answer.status, 422);
      assert.match(answer.body, said);
      assert.equal(answer.cookie, undefined);
      assert.match(answer.body, /name="password"/, 'signing in by password goes on');
    };

    test('asks by code flow with PKCE, state and nonce', async () => {
      const url = new URL((await leave()).to);
      const { searchParams: asked } = url;
      assert.equal(url.origin, provider.setting.issuer);
      assert.deepEqual(
        ['response_type', 'code_challenge_method', 'redirect_uri', 'scope'].map((name) => asked.get(name)),
        ['code', 'S256', ORIGIN + BACK, 'openid'],
      );
      for (const name of ['state', 'nonce', 'code_challenge'])
        assert.ok((asked.get(name) ?? '').length >= 43, name);
    });

    test('lets in whose identity is linked, to the page he came for', async () => {
      const answer = await signInBy({ accountId: 'sub-mot' });
      assert.equal(answer.location, `${DESK}/tin-bai`);
      assert.equal(await isIn(answer.cookie), true);
      const page = await office.get('finance', `${ACCOUNT}/phien`, answer.cookie);
      assert.match(page.body, /tài khoản liên kết/);
    });

    test('an identity nobody linked opens nothing, whatever address it has', async () => {
      refused(await signInBy({ accountId: 'sub-la' }), /chưa liên kết với ai/);
    });

    test('an identity is one person’s: nobody else links it', async () => {
      assert.equal(await linkAs('oidchai', 'sub-mot'), `${ACCOUNT}/bao-ve?loi=lien-ket-co-chu`);
      assert.equal(await linkAs('oidchai', 'sub-hai'), `${ACCOUNT}/bao-ve?xong=lien-ket`);
    });

    test('a link of somebody else leads nowhere: who comes back must be who left', async () => {
      const attacker = await office.signIn('finance', 'oidchai');
      const left = await office.get('finance', `${ACCOUNT}/lien-ket`, attacker);
      const back = await provider.visit(left.location ?? '', { accountId: 'sub-ke-gian' });
      const victim = await office.signIn('finance', 'oidcmot');
      const arrived = await office.get('finance', back.slice(ORIGIN.length), victim);
      assert.equal(arrived.status, 422, 'without the mark of the browser that left');
      refused(await signInBy({ accountId: 'sub-ke-gian' }), /chưa liên kết với ai/);
    });

    test('a state is good once', async () => {
      const { to, mark } = await leave();
      const back = await provider.visit(to, { accountId: 'sub-mot' });
      assert.equal((await arrive(back, mark)).status, 303);
      refused(await arrive(back, mark), /chưa thành/);
    });

    test('a state that is not ours, and one of another browser, are refused', async () => {
      const { to, mark } = await leave();
      const back = await provider.visit(to, { accountId: 'sub-mot' });
      refused(await arrive(back.replace(/state=[^&]+/, 'state=khong-phai'), mark), /chưa thành/);
      refused(await arrive(back, (await leave()).mark), /chưa thành/);
      assert.equal((await arrive(back, mark)).status, 303, 'and neither spent it');
    });

    test('a wrong nonce is refused', async () => {
      refused(
        await signInBy({ accountId: 'sub-mot' }, (url) =>
          url.replace(/nonce=[^&]+/, 'nonce=nonce-cua-ke-khac'),
        ),
        /chưa thành/,
      );
    });

    test('the answer of another issuer is refused (RFC 9207)', async () => {
      const { to, mark } = await leave();
      const back = new URL(await provider.visit(to, { accountId: 'sub-mot' }));
      assert.equal(back.searchParams.get('iss'), provider.setting.issuer);
      back.searchParams.set('iss', 'https://id.khac.example');
      refused(await arrive(back.href, mark), /chưa thành/);
    });

    test('a code given to another client is refused', async () => {
      refused(
        await signInBy({ accountId: 'sub-mot' }, (url) =>
          url.replace(/client_id=[^&]+/, `client_id=${provider.otherClientId}`),
        ),
        /chưa thành/,
      );
    });

    test('a code with another verifier is refused', async () => {
      refused(
        await signInBy({ accountId: 'sub-mot' }, (url) =>
          url.replace(/code_challenge=[^&]+/, `code_challenge=${'A'.repeat(43)}`),
        ),
        /chưa thành/,
      );
    });

    test('an ID token is taken as the provider signed it, and only while it holds, for us and from it', async () => {
      provider.forge = (claims) => claims;
      assert.equal((await signInBy({ accountId: 'sub-mot' })).status, 303, 'signed anew with its own key');
      const seconds = Math.floor(Date.now() / 1_000);
      const forgeries: Record<string, Record<string, unknown>> = {
        over: { exp: seconds - 120, iat: seconds - 180 },
        'for another client': { aud: 'he-thong-khac' },
        'from another issuer': { iss: 'https://id.khac.example' },
        'of another nonce': { nonce: 'nonce-cua-ke-khac' },
      };
      for (const [name, changed] of Object.entries(forgeries)) {
        provider.forge = (claims) => ({ ...claims, ...changed });
        const answer = await signInBy({ accountId: 'sub-mot' });
        assert.equal(answer.status, 422, name);
        assert.match(answer.body, /chưa thành/, name);
      }
      provider.forge = (claims) => claims;
      provider.forgesKey = true;
      refused(await signInBy({ accountId: 'sub-mot' }), /chưa thành/);
    });

    test('after ten minutes the way back is closed', async () => {
      const { to, mark } = await leave();
      const back = await provider.visit(to, { accountId: 'sub-mot' });
      office.wait(10 * MINUTE_MS);
      refused(await arrive(back, mark), /quá 10 phút/);
    });

    test('a provider that does not answer is said, and the password goes on', async () => {
      const answer = await office.get('elsewhere', `${DESK}/dang-nhap/nha-cung-cap`);
      refused(answer, /đang không trả lời/);
    });

    test('BG-059: whoever has a second factor shows it here too, unless the provider says by acr or amr that it asked', async () => {
      await office.employ('oidcba', 'Ba Liên Kết', 'finance', ['editor']);
      await linkAs('oidcba', 'sub-ba');
      const session = await office.signIn('finance', 'oidcba');
      const page = await office.get('finance', `${ACCOUNT}/bao-ve/ma`, session);
      const secret = /<code class="num">([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1]?.replaceAll(' ', '') ?? '';
      const codeNow = () =>
        TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: office.now().getTime() });
      const setUp = /name="setUp" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
      const fields = { _token: tokenIn(page.body), setUp, code: codeNow() };
      await office.post('finance', `${ACCOUNT}/bao-ve/ma`, fields, session);
      office.wait(31_000);
      const half = await signInBy({ accountId: 'sub-ba' });
      assert.equal(half.location, `${DESK}/dang-nhap/buoc-hai?ve=${encodeURIComponent(`${DESK}/tin-bai`)}`);
      assert.equal(await isIn(half.cookie?.replace('nua-phien', 'phien')), false);
      const done = await office.post(
        'finance',
        `${DESK}/dang-nhap/buoc-hai`,
        { _token: '', code: codeNow(), ve: '' },
        half.cookie,
      );
      assert.equal(await isIn(done.cookie), true);
      for (const login of [{ acr: 'cao' }, { amr: ['pwd', 'otp'] }]) {
        const answer = await signInBy({ accountId: 'sub-ba', ...login });
        assert.equal(await isIn(answer.cookie), true, JSON.stringify(login));
      }
      const weak = await signInBy({ accountId: 'sub-ba', acr: 'thap', amr: ['pwd'] });
      assert.match(weak.location ?? '', /buoc-hai/);
    });

    test('BG-060: a closed account is not opened by the provider, nor one whose password an administrator ended', async () => {
      const id = await office.employ('oidcbon', 'Bốn Liên Kết', 'finance', ['editor']);
      await linkAs('oidcbon', 'sub-bon');
      await office.database.asOwner((owner) =>
        owner.query(`update person set password_reset_at = $1 where id = ${id}`, [
          new Date(office.now().getTime() + 1_000),
        ]),
      );
      refused(await signInBy({ accountId: 'sub-bon' }), /đang khóa hoặc đang chờ/);
    });

    test('signing out offers to sign out of the provider, by its own address', async () => {
      const { cookie } = await signInBy({ accountId: 'sub-mot' });
      const out = await office.post('finance', `${DESK}/dang-xuat`, {}, cookie);
      assert.equal(out.location, `${DESK}/dang-nhap?xong=thoat-ca`);
      const page = await office.get('finance', out.location ?? '');
      assert.match(page.body, /Thoát cả ở Tài khoản tỉnh/);
      const away = await office.get('finance', `${DESK}/dang-nhap/nha-cung-cap/thoat`);
      const address = new URL(away.location ?? '');
      assert.equal(address.origin, provider.setting.issuer);
      assert.equal(address.searchParams.get('post_logout_redirect_uri'), `${ORIGIN}${DESK}/dang-nhap`);
      const plain = await office.signIn('finance', 'oidcmot', PASSWORD);
      const byPassword = await office.post('finance', `${DESK}/dang-xuat`, {}, plain);
      assert.equal(byPassword.location, `${DESK}/dang-nhap?xong=thoat`);
    });

    test('the link is removed by its owner, and opens nothing afterwards', async () => {
      await office.employ('oidcnam', 'Năm Liên Kết', 'finance', ['editor']);
      await linkAs('oidcnam', 'sub-nam');
      const session = await office.signIn('finance', 'oidcnam');
      const gone = await office.post('finance', `${ACCOUNT}/lien-ket/bo`, {}, session);
      assert.equal(gone.location, `${ACCOUNT}/bao-ve?xong=bo-lien-ket`);
      refused(await signInBy({ accountId: 'sub-nam' }), /chưa liên kết với ai/);
    });
  });
}
