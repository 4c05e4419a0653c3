import type { App } from '../app.ts';
import { roleTitle } from '../rooms/accounts/index.ts';
import {
  listLocalities,
  listPortals,
  type PortalRow,
  portalName,
  profileInForce,
} from '../rooms/portals/index.ts';
import type { Role } from '../rules/access/index.ts';
import { civilDateOf } from '../rules/calendar/index.ts';
import type { Lang } from '../rules/lang.ts';
import { readAll } from './installation.ts';
import { table } from './output.ts';
import { DEMO_PASSWORD } from './sample.ts';
import { type DemoAccount, listAccounts } from './store.ts';

const WORDS = {
  running: (url: string) => ({
    vi: `Cổng Làng đang chạy: ${url}  (Ctrl+C để dừng)`,
    en: `Cổng Làng is running: ${url}  (Ctrl+C stops it)`,
  }),
  portals: { vi: 'Cổng chính', en: 'Main portals' },
  members: (shown: number, all: number) => ({
    vi: `Cổng thành viên (${shown} trong ${all}; tất cả ở trang /cong-thanh-vien của mỗi cổng)`,
    en: `Member portals (${shown} of ${all}; all of them at /en/member-portals of each portal)`,
  }),
  accounts: (password: string) => ({
    vi: `Một số tài khoản dùng thử, mật khẩu chung: ${password}   (đăng nhập ở địa chỉ của cổng, thêm /ban-lam-viec)`,
    en: `Some accounts for trying out, one password: ${password}   (sign in at the portal's address, with /en/desk)`,
  }),
  heads: {
    vi: ['Cổng', 'Tên đăng nhập', 'Họ tên', 'Vai trò'],
    en: ['Portal', 'User name', 'Name', 'Role'],
  },
};

/** Members shown of each locality: enough to see what a member portal is. */
const MEMBERS_SHOWN = 2;

/** What `start` prints once the server listens: addresses, and in the demo the accounts. */
export async function welcome(app: App, url: string, lang: Lang): Promise<string> {
  const { ports } = app;
  const lines = [WORDS.running(url)[lang]];
  const portals = await readAll(app, async (tx) => {
    const found: PortalRow[][] = [];
    for (const { id } of await listLocalities(tx)) found.push(await listPortals(tx, id));
    return found;
  });
  const main = portals.flatMap((list) => list.filter((portal) => portal.is_main));
  if (main.length > 0) lines.push('', `${WORDS.portals[lang]}:`, ...addresses(app, main, lang));
  if (!ports.settings.demo) return lines.join('\n');
  const members = portals.map((list) => list.filter((portal) => !portal.is_main));
  const shown = members.flatMap((list) => list.slice(0, MEMBERS_SHOWN));
  if (shown.length > 0) {
    lines.push(
      '',
      `${WORDS.members(shown.length, members.flat().length)[lang]}:`,
      ...addresses(app, shown, lang),
    );
  }
  const accounts = await accountTable(app, lang);
  if (accounts) lines.push('', WORDS.accounts(DEMO_PASSWORD)[lang], accounts);
  return lines.join('\n');
}

function addresses({ ports }: App, portals: readonly PortalRow[], lang: Lang): string[] {
  const rows = portals.map((portal) => [
    `  ${ports.settings.originOf(portal.host)}${lang === 'en' ? '/en' : '/'}`,
    portalName(portal, lang),
  ]);
  return table(['', ''], rows).split('\n').slice(2);
}

/** User names with their roles as the locality calls them. */
async function accountTable(app: App, lang: Lang): Promise<string | undefined> {
  const { ports } = app;
  const today = civilDateOf(ports.now());
  const accounts = someOf(await readAll(app, (tx) => listAccounts(tx, today)));
  if (accounts.length === 0) return undefined;
  const rows: string[][] = [];
  let before = '';
  for (const account of accounts) {
    rows.push([
      account.host === before ? '' : ports.settings.originOf(account.host).replace(/^http:\/\//, ''),
      account.username,
      account.full_name,
      await rolesOf(app, account, today, lang),
    ]);
    before = account.host;
  }
  return table(WORDS.heads[lang], rows);
}

/** Those of the main portals and of one member of each locality: every role is among them, and it fits a screen. */
function someOf(accounts: readonly DemoAccount[]): DemoAccount[] {
  const shown = new Map<number, string>();
  for (const { is_main, locality_id, host } of accounts) {
    if (!is_main && !shown.has(locality_id)) shown.set(locality_id, host);
  }
  return accounts.filter(({ is_main, locality_id, host }) => is_main || shown.get(locality_id) === host);
}

async function rolesOf({ ports }: App, account: DemoAccount, today: string, lang: Lang): Promise<string> {
  const profile = await profileInForce(ports, account.locality_id, today);
  return account.roles
    .map((role) => roleTitle(profile, role as Role, account.is_main, today)[lang])
    .join(', ');
}
