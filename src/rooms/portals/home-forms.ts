import { readId } from '../../platform/http/ids.ts';
import { textOf } from './forms.ts';
import { blocksFor, type HomeWishes, homeLayout, MAX_HOME_LINKS } from './home-layout.ts';
import type { Face, HomeBlockCode } from './store.ts';

type Portal = { is_main: boolean; face: Pick<Face, 'home' | 'links'> };

/** The form of the first page as the portal is now: every part in order, with a tick where it is shown. */
export function writeHome(portal: Portal): URLSearchParams {
  const fields = new URLSearchParams();
  const layout = homeLayout(portal);
  const shown = layout.map(({ code }) => code);
  const left = blocksFor(portal).filter((code) => !shown.includes(code));
  for (const code of [...shown, ...left]) fields.append('block', code);
  for (const code of shown) fields.set(`show-${code}`, '1');
  for (const id of layout.flatMap(({ sectionIds }) => sectionIds ?? [])) fields.append('section', String(id));
  for (const [i, { title, href }] of (portal.face.links ?? []).entries()) {
    fields.set(`link${i + 1}TitleVi`, title.vi);
    fields.set(`link${i + 1}TitleEn`, title.en);
    fields.set(`link${i + 1}HrefVi`, href.vi);
    fields.set(`link${i + 1}HrefEn`, href.en === href.vi ? '' : href.en);
  }
  return fields;
}

/** Every part of the portal in the order typed; what a form left out comes last. */
export function orderIn(form: URLSearchParams, portal: Portal): HomeBlockCode[] {
  const possible = blocksFor(portal);
  const typed = form.getAll('block').filter((code) => (possible as readonly string[]).includes(code));
  return [...new Set([...(typed as HomeBlockCode[]), ...possible])];
}

/** What the form wants the first page to be. */
export function readHome(form: URLSearchParams, portal: Portal): HomeWishes {
  const sectionIds = form.getAll('section').flatMap((id) => readId(id) ?? []);
  const blocks = orderIn(form, portal)
    .filter((code) => form.has(`show-${code}`))
    .map((code) => ({ code, ...(code === 'sections' && sectionIds.length > 0 ? { sectionIds } : {}) }));
  const links = Array.from({ length: MAX_HOME_LINKS }, (_, i) => `link${i + 1}`)
    .map((name) => ({
      title: { vi: textOf(form, `${name}TitleVi`), en: textOf(form, `${name}TitleEn`) },
      href: { vi: textOf(form, `${name}HrefVi`), en: textOf(form, `${name}HrefEn`) },
    }))
    .filter(({ title, href }) => title.vi || title.en || href.vi);
  return { blocks, links };
}

/** The form with one part moved a place up or down, everything else as it was typed. */
export function movedIn(
  form: URLSearchParams,
  portal: Portal,
  code: string,
  by: 'up' | 'down',
): URLSearchParams {
  const order = orderIn(form, portal);
  const from = order.indexOf(code as HomeBlockCode);
  const to = by === 'up' ? from - 1 : from + 1;
  const [one, other] = [order[from], order[to]];
  if (one !== undefined && other !== undefined) [order[from], order[to]] = [other, one];
  const moved = new URLSearchParams(form);
  moved.delete('block');
  for (const each of order) moved.append('block', each);
  return moved;
}
