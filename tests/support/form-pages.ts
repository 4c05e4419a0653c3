import assert from 'node:assert/strict';
import { drawLandscape } from '../../seeds/pictures.ts';
import { uploadMedia } from '../../src/rooms/media/index.ts';
import { addSection } from '../../src/rooms/portals/index.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  startEdition,
  submitEdition,
} from '../../src/rooms/publishing/index.ts';
import { ITEM_FORMS } from '../../src/rules/item-forms/index.ts';
import type { AskedPage } from './every-page.ts';
import { contentOf } from './publishing.ts';
import { specimenFacts } from './specimens.ts';
import type { Session, World } from './world.ts';

/** One public item of each form, by its address in each language, and one that is being written. */
export interface FormItems {
  published: { code: string; vi: string; en: string }[];
  editor: string;
}

/** Publishes one item of each form in both languages, and begins one more. */
export async function fillForms(world: World): Promise<FormItems> {
  const { ports } = world.app;
  const { id: portalId } = world.portal('lao-cai/main');
  const actor = (name: string) => world.actors[name] ?? assert.fail(`nobody is called ${name}`);
  const { sectionId: other } = await ports.perform(actor('lc.content'), addSection, {
    ...{ portalId, parentId: null, contentKind: 'other' as const },
    ...{ nameVi: 'Công khai khác', nameEn: 'Laid open', inMenu: false, freshWithinDays: null },
  });
  const picture = await uploadMedia(ports, actor('lc.editor'), {
    ...{ portalId, name: 'ban-do.webp', bytes: await drawLandscape('mountains') },
  });
  const attachment = {
    ...{ mediaId: picture.id, hash: picture.hash, name: picture.name, type: picture.type },
    ...{ label: 'Bản vẽ mẫu', sizeBytes: picture.size_bytes },
  };
  const approve = async (editionId: number) => {
    const edition = { portalId, editionId };
    await ports.perform(actor('lc.editor'), submitEdition, edition);
    await ports.perform(actor('lc.checker'), checkEdition, edition);
    await ports.perform(actor('lc.board'), approveEdition, edition);
  };
  const begin = (form: (typeof ITEM_FORMS)[number]) =>
    ports.perform(actor('lc.editor'), createItem, {
      ...{ portalId, form: form.code, language: 'vi' as const },
      sectionId: form.kinds[0] === 'other' ? other : world.sectionOf('lao-cai/main', form.kinds[0]),
      content: contentOf(`Mẫu: ${form.name.vi}`, {
        ...{ facts: specimenFacts(form), attachments: [attachment] },
        ...{ pictureMediaId: picture.id, pictureAlt: 'Núi trong sương' },
      }),
    });
  const published: FormItems['published'] = [];
  for (const form of ITEM_FORMS) {
    const { itemId, editionId } = await begin(form);
    await approve(editionId);
    const english = await ports.perform(actor('lc.editor'), startEdition, {
      portalId,
      itemId,
      language: 'en',
    });
    await approve(english.editionId);
    const of = async (base: string) => {
      const { headers } = await world.get('www.laocai.gov.vn', `${base}/bai/${itemId}`);
      return new URL(headers.location ?? '', 'http://x').pathname;
    };
    published.push({ code: form.code, vi: await of(''), en: await of('/en') });
  }
  const [leader] = ITEM_FORMS;
  assert.ok(leader);
  const draft = await begin(leader);
  return { published, editor: `/tin-bai/${draft.itemId}/sua/${draft.editionId}` };
}

/** A public page of each form, its editor, and what is put together of them. */
export function formPages(
  { published, editor }: FormItems,
  host: string,
  as: Session | undefined,
): AskedPage[] {
  return (['vi', 'en'] as const).flatMap((lang) => {
    const [base, desk] = lang === 'vi' ? ['', '/ban-lam-viec'] : ['/en', '/en/desk'];
    const page = { lang, host, status: 200 };
    return [
      ...published.map((one) => ({
        ...page,
        name: `item-forms ${one.code}`,
        path: one[lang],
        as: undefined,
      })),
      {
        ...page,
        name: 'item-forms introduction',
        path: lang === 'vi' ? '/gioi-thieu' : '/en/about',
        as: undefined,
      },
      { ...page, name: 'item-forms home', path: base || '/', as: undefined },
      { ...page, name: 'item-forms editor', path: desk + editor, as },
      { ...page, name: 'item-forms choice', path: `${desk}/tin-bai/moi`, as },
      { ...page, name: 'item-forms begin', path: `${desk}/tin-bai/moi?mau=leader`, as },
    ];
  });
}
