import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { axeFindings, hasBrowser, launchBrowser, type TestBrowser } from '../support/browser.ts';
import { openWorld, type World } from '../support/world.ts';

/** Passkeys with Chromium's own authenticator, as an editor meets them: added, used, used on another portal, removed. */

const DESK = '/ban-lam-viec';
const PROTECTION = `${DESK}/tai-khoan/bao-ve`;
const MAIN = 'www.laocai.localhost';
const COMMUNE = 'bacha.laocai.localhost';
const ELSEWHERE = 'www.thaibinh.localhost';

if (hasBrowser()) {
  describe('Passkeys in a browser', () => {
    let world: World;
    let browser: TestBrowser;
    let context: BrowserContext;
    let page: Page;
    let devtools: CDPSession;
    let authenticatorId: string;
    let port = 0;
    const address = (host: string, path: string) => `http://${host}:${port}${path}`;

    before(async () => {
      world = await openWorld('pglite');
      await world.app.listen('127.0.0.1', 0);
      const bound = world.app.http.server.address();
      assert.ok(bound && typeof bound === 'object');
      port = bound.port;
      browser = await launchBrowser();
      context = await browser.visitor();
      page = await context.newPage();
      page.setDefaultTimeout(15_000);
      devtools = await context.newCDPSession(page);
      await devtools.send('WebAuthn.enable');
      authenticatorId = await addAuthenticator(true);
    });
    after(async () => {
      await context.close();
      await browser.close();
      await world.close();
    });

    async function addAuthenticator(isUserVerified: boolean): Promise<string> {
      const options = {
        ...{ protocol: 'ctap2' as const, transport: 'internal' as const, hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified, automaticPresenceSimulation: true },
      };
      const added = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
      return added.authenticatorId;
    }
    const signInByPassword = async (host: string) => {
      await page.goto(address(host, `${DESK}/dang-nhap`));
      await page.getByLabel('Tên đăng nhập').fill('lc.editor');
      await page.getByLabel('Mật khẩu', { exact: true }).fill(world.password);
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    };
    const signOut = async (host: string) => {
      await page.goto(address(host, `${DESK}/tai-khoan`));
      await page.locator('main').getByRole('button', { name: 'Thoát' }).click();
      await page.waitForURL(/xong=thoat/);
    };
    const byPasskey = () => page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();

    test('one adds a passkey with a name, and gets recovery codes', async () => {
      await signInByPassword(MAIN);
      await page.waitForURL((url) => url.pathname === DESK);
      await page.goto(address(MAIN, PROTECTION));
      await page.getByLabel('Tên khóa').fill('Điện thoại của tôi');
      await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
      await page.getByRole('heading', { name: 'Mã dự phòng của bạn' }).waitFor();
      assert.equal(await page.locator('.recovery-codes li').count(), 10);
      await page.getByRole('link', { name: 'Tôi đã cất mã, tiếp tục' }).click();
      await page.getByRole('cell', { name: 'laocai.localhost', exact: true }).waitFor();
      assert.equal(await page.getByRole('rowheader', { name: 'Điện thoại của tôi' }).count(), 1);
      assert.deepEqual(await axeFindings(page), []);
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
      assert.deepEqual(
        credentials.map(({ rpId, isResidentCredential }) => [rpId, isResidentCredential]),
        [['laocai.localhost', true]],
      );
    });

    test('the device that holds one is not asked for a second', async () => {
      await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
      await page.getByText('Thiết bị này đã có khóa truy cập của bạn rồi.').waitFor();
    });

    test('it signs in without name and password, on every portal of the locality', async () => {
      for (const host of [MAIN, COMMUNE]) {
        await signOut(MAIN);
        await page.goto(address(host, `${DESK}/dang-nhap`));
        await byPasskey();
        await page.waitForURL((url) => url.pathname === DESK);
        await page.goto(address(host, `${DESK}/tai-khoan/phien`));
        await page.getByRole('cell', { name: 'khóa truy cập', exact: true }).first().waitFor();
        if (host !== MAIN) await page.goto(address(host, `${DESK}/tai-khoan`));
        if (host !== MAIN) await signOut(host);
        if (host === MAIN) continue;
        await page.goto(address(MAIN, `${DESK}/dang-nhap`));
        await byPasskey();
        await page.waitForURL((url) => url.pathname === DESK);
      }
    });

    test('after the password it is the second factor', async () => {
      await signOut(MAIN);
      await signInByPassword(MAIN);
      await page.waitForURL(/buoc-hai/);
      assert.equal(
        await page.getByLabel('Mã dự phòng').count(),
        1,
        'codes of an app are not asked of who has none',
      );
      assert.deepEqual(await axeFindings(page), []);
      await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
      await page.waitForURL((url) => url.pathname === DESK);
    });

    test('an answer is taken once: the same form a second time opens nothing', async () => {
      await signOut(MAIN);
      await page.goto(address(MAIN, `${DESK}/dang-nhap`));
      const posted = page.waitForRequest((request) => request.method() === 'POST');
      await byPasskey();
      const body = (await posted).postData() ?? '';
      await page.waitForURL((url) => url.pathname === DESK);
      const again = await world.post(MAIN, `${DESK}/dang-nhap/khoa-truy-cap`, new URLSearchParams(body));
      assert.equal(again.status, 422);
      assert.match(again.body, /Khóa truy cập này chưa dùng được ở đây/);
    });

    test('the counter of a copied key gives it away', async () => {
      await world.database.asOwner((owner) => owner.exec('update passkey set sign_count = 1000'));
      await signOut(MAIN);
      await page.goto(address(MAIN, `${DESK}/dang-nhap`));
      await byPasskey();
      await page.getByText('Khóa truy cập này chưa dùng được ở đây').waitFor();
      await world.database.asOwner((owner) => owner.exec('update passkey set sign_count = 1'));
    });

    test('without fingerprint, face or PIN the device answers nothing, and the page says so', async () => {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
      await page.goto(address(MAIN, `${DESK}/dang-nhap`));
      await byPasskey();
      await page.getByText('Chưa nhận được xác nhận từ thiết bị').waitFor();
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    });

    test('at another locality it does not exist', async () => {
      await page.goto(address(ELSEWHERE, `${DESK}/dang-nhap`));
      const options = await page.locator('form[data-passkey]').getAttribute('data-options');
      assert.equal((JSON.parse(options ?? '{}') as { rpId: string }).rpId, 'thaibinh.localhost');
      await byPasskey();
      await page.getByText('Chưa nhận được xác nhận từ thiết bị').waitFor();
    });

    test('it is removed, and opens nothing afterwards', async () => {
      await page.goto(address(MAIN, `${DESK}/dang-nhap`));
      await byPasskey();
      await page.waitForURL((url) => url.pathname === DESK);
      await page.goto(address(MAIN, PROTECTION));
      await page.getByRole('button', { name: 'Bỏ khóa Điện thoại của tôi' }).click();
      await page.getByText('Đã bỏ khóa truy cập.').waitFor();
      await signOut(MAIN);
      await page.goto(address(MAIN, `${DESK}/dang-nhap`));
      await byPasskey();
      await page.getByText('Khóa truy cập này chưa dùng được ở đây').waitFor();
      await signInByPassword(MAIN);
      await page.waitForURL((url) => url.pathname === DESK);
    });

    test('without JavaScript the page says what to do instead, and shows no button that does nothing', async () => {
      const plain = await browser.visitor({ javaScriptEnabled: false });
      const visitor = await plain.newPage();
      await visitor.goto(address(MAIN, `${DESK}/dang-nhap`));
      await visitor.getByText('Khóa truy cập cần trình duyệt bật JavaScript').waitFor();
      assert.equal(await visitor.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).count(), 0);
      await plain.close();
    });
  });
}
