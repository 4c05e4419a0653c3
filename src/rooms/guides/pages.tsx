import { deskFrame } from '../../desk-frame.tsx';
import { isGuide, openPicture, readGuide } from '../../platform/guides/index.ts';
import { deskPath } from '../../platform/http/paths.ts';
import type { Reply, StaffContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { GUIDES, type GuideCode } from '../../rules/guides/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Breadcrumb, DeskTitle, ItemList, Prose } from '../../ui/index.ts';
import { guideWords } from './words.ts';

const guideHref = (lang: Lang, code = '') => deskPath(lang, `/huong-dan${code && `/${code}`}`);

export async function guideList(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang } = context;
  const w = guideWords(lang);
  const html = deskFrame(
    ports,
    context,
    { title: w.title },
    <>
      <DeskTitle title={w.title} />
      <p class="note">
        {w.lead} {w.onlyVietnamese}
      </p>
      <h2>{w.choose}</h2>
      <Guides lang={lang} codes={GUIDES} />
    </>,
  );
  return { kind: 'page', html };
}

function Guides({ lang, codes }: { lang: Lang; codes: readonly GuideCode[] }) {
  return (
    <ItemList
      items={codes.map((code) => ({
        href: guideHref(lang, code),
        title: readGuide(code).title,
        summary: guideWords(lang).notes[code],
      }))}
    />
  );
}

export async function guidePage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, params } = context;
  const code = params.guide ?? '';
  if (!isGuide(code)) return { kind: 'missing' };
  const w = guideWords(lang);
  const guide = readGuide(code);
  const html = deskFrame(
    ports,
    context,
    {
      title: guide.title,
      aside: (
        <nav aria-labelledby="muc-huong-dan">
          <h2 id="muc-huong-dan">{w.contents}</h2>
          <ul class="ways">
            {guide.parts.map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`}>{part.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      ),
      asideLabel: w.contents,
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: guideHref(lang), text: w.title }]} here={guide.title} />
      <DeskTitle title={guide.title} />
      {w.onlyVietnamese && <p class="note">{w.onlyVietnamese}</p>}
      <Prose lang={lang} html={guide.html} textLang="vi" />
      <h2>{w.others}</h2>
      <Guides lang={lang} codes={GUIDES.filter((one) => one !== code)} />
    </>,
  );
  return { kind: 'page', html };
}

export async function guidePicture({ params }: StaffContext): Promise<Reply> {
  const picture = await openPicture(params.picture ?? '');
  if (!picture) return { kind: 'missing' };
  return {
    kind: 'stream',
    type: 'image/png',
    ...picture,
    headers: { 'cache-control': 'private, max-age=3600' },
  };
}
