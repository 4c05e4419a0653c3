import { homePath, localPath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { readView, VIEW_CHOICES, VIEW_COOKIE, viewCookie } from '../../../rules/view.ts';
import { Breadcrumb, Button, Buttons, Field, PageTitle } from '../../../ui/index.ts';
import { publicFrame } from '../../portals/index.ts';
import { words } from '../words.ts';

const ONE_YEAR_S = 365 * 24 * 3600;

/** Text size, contrast and ground: a form that works without script and without an account. */
export async function viewPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, query } = context;
  const w = words[lang];
  const chosen = new Set(readView(context.cookies[VIEW_COOKIE]).split(' '));
  const back = localPath(query.get('ve'), homePath(lang));
  const theme = VIEW_CHOICES.theme.find((one) => chosen.has(one)) ?? 'auto';
  const size = VIEW_CHOICES.size.find((one) => chosen.has(one)) ?? 'size-100';
  const framed = await publicFrame(
    ports,
    context,
    { title: w.viewTitle, otherHref: PUBLIC_PATHS.view[lang === 'vi' ? 'en' : 'vi'], robots: 'noindex' },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.viewTitle} />
      <PageTitle title={w.viewTitle}>{w.viewLead}</PageTitle>
      <form method="post" action={PUBLIC_PATHS.view[lang]} class="form">
        <input type="hidden" name="ve" value={back} />
        <Field
          lang={lang}
          kind="radios"
          id="nen"
          name="nen"
          label={w.viewTheme}
          value={theme}
          choices={Object.entries(w.viewThemes).map(([value, text]) => ({ value, text }))}
        />
        <Field
          lang={lang}
          kind="radios"
          id="co"
          name="co"
          label={w.viewSize}
          value={size}
          choices={['size-100', ...VIEW_CHOICES.size].map((value) => ({
            value,
            text: `${value.slice(5)} %`,
          }))}
        />
        <Field
          lang={lang}
          kind="checkbox"
          id="tuong-phan"
          name="tuong-phan"
          label={w.viewContrastOn}
          value="contrast"
          checked={chosen.has('contrast')}
        />
        <Buttons>
          <Button kind="main">{w.viewSave}</Button>
        </Buttons>
      </form>
    </>,
  );
  return { kind: 'page', html: framed.html };
}

export async function saveView(_ports: Ports, { form, lang }: RequestContext): Promise<Reply> {
  const choices = [form.get('nen'), form.get('co'), form.get('tuong-phan')].filter((one) => one !== null);
  const value = viewCookie(choices);
  return {
    kind: 'redirect',
    to: localPath(form.get('ve'), homePath(lang)),
    cookies: [{ name: VIEW_COOKIE, value, maxAge: value ? ONE_YEAR_S : 0 }],
  };
}
