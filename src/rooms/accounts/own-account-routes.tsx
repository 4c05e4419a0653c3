import { deskFrame } from '../../desk-frame.tsx';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { DEVICES } from './devices-routes.tsx';
import { ATTEMPTS_PER_MINUTE, type DoorParts, doorstepOf, SIGN_OUT } from './door-ground.tsx';
import { OwnAccountPage } from './pages/own-account.tsx';
import { PasswordForm } from './pages/password.tsx';
import { PROTECTION } from './protection-routes.tsx';
import { readAs, readOwnRights, untilText } from './queries.ts';
import { secondFactorWords } from './second-factor-words.ts';
import { SESSION_COOKIE } from './sessions.ts';
import { accountWords } from './words.ts';

const PASSWORD = '/mat-khau';
const ACCOUNT = '/tai-khoan';

export function ownAccountRoutes(parts: DoorParts): AnyRoute[] {
  return [...passwordRoutes(parts), ...accountRoutes(parts)];
}

function passwordRoutes({ ports, ownAccount }: DoorParts): AnyRoute[] {
  const page = (context: StaffContext, state: { refusal?: Refusal; sentence?: string }): Reply => {
    const { lang, person } = context;
    const w = accountWords(lang);
    const html = deskFrame(
      ports,
      context,
      { title: w.passwordTitle, railHidden: person.mustChangePassword },
      <>
        <h1>{w.passwordTitle}</h1>
        {person.mustChangePassword && <p>{w.passwordDue}</p>}
        <PasswordForm
          lang={lang}
          action={context.path}
          csrfToken={context.csrfToken}
          asksCurrent
          {...state}
        />
      </>,
    );
    return { kind: 'page', html, status: state.refusal || state.sentence ? 422 : 200 };
  };
  return [
    staffRoute({
      name: 'accounts.passwordPage',
      method: 'GET',
      path: deskPaths(PASSWORD),
      beforePasswordChange: true,
      handle: async (context) => page(context, {}),
    }),
    staffRoute({
      name: 'accounts.changePassword',
      method: 'POST',
      path: deskPaths(PASSWORD),
      beforePasswordChange: true,
      perMinute: ATTEMPTS_PER_MINUTE,
      async handle(context) {
        const { form, person, now, lang } = context;
        const field = (name: string) => form.get(name) ?? '';
        const typed = {
          currentPassword: field('currentPassword'),
          newPassword: field('newPassword'),
          repeatPassword: field('repeatPassword'),
        };
        try {
          const done = await ownAccount.changePassword(doorstepOf(context), person.personId, typed, now);
          if ('waitUntil' in done)
            return page(context, { sentence: accountWords(lang).waiting(untilText(done.waitUntil, lang)) });
          return {
            kind: 'redirect',
            to: `${deskPath(lang, ACCOUNT)}?xong=mat-khau`,
            cookies: [{ name: SESSION_COOKIE, value: done.token }],
          };
        } catch (error) {
          if (error instanceof Refusal) return page(context, { refusal: error });
          throw error;
        }
      },
    }),
  ];
}

async function protectionOf({ secondFactor }: DoorParts, { person, lang }: StaffContext) {
  const w = secondFactorWords(lang);
  const held = await secondFactor.held(person.personId);
  const isGood = held.hasCode || held.hasPasskey;
  return { text: isGood ? w.protected : w.unprotected, isGood };
}

function accountRoutes(parts: DoorParts): AnyRoute[] {
  const { ports, ownAccount } = parts;
  return [
    staffRoute({
      name: 'accounts.ownAccountPage',
      method: 'GET',
      path: deskPaths(ACCOUNT),
      async handle(context) {
        const { lang, person, now, query } = context;
        const w = accountWords(lang);
        const own = await readAs(ports, person, (tx) => readOwnRights(tx, ports, person, now, lang));
        const notices: Record<string, string> = { luu: w.saved, 'mat-khau': w.passwordChanged };
        const view = {
          ...own,
          lang,
          fullName: person.fullName,
          username: person.username,
          csrfToken: context.csrfToken,
          action: deskPath(lang, ACCOUNT),
          passwordHref: deskPath(lang, PASSWORD),
          protectionHref: deskPath(lang, PROTECTION),
          devicesHref: deskPath(lang, DEVICES),
          protection: await protectionOf(parts, context),
          signOutAction: deskPath(lang, SIGN_OUT),
          notice: notices[query.get('xong') ?? ''],
        };
        return {
          kind: 'page',
          html: deskFrame(ports, context, { title: w.accountTitle }, <OwnAccountPage {...view} />),
        };
      },
    }),
    staffRoute({
      name: 'accounts.changeLanguage',
      method: 'POST',
      path: deskPaths(ACCOUNT),
      async handle(context) {
        const { form, person, now } = context;
        const language: Lang = form.get('language') === 'en' ? 'en' : 'vi';
        await ownAccount.changeLanguage(doorstepOf(context), person.personId, language, now);
        return { kind: 'redirect', to: `${deskPath(language, ACCOUNT)}?xong=luu` };
      },
    }),
  ];
}
