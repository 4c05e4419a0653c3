import type { Command, CommandContext } from '../../platform/command/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { BodyKind, PageKind } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { checkContact, checkFace } from './face-rules.ts';
import { facePageKeys } from './facts.ts';
import { lawOn } from './law-queries.ts';
import { getOpenPortal } from './naming-commands.ts';
import type { DeskPortalRow } from './overview-store.ts';
import { permits } from './permits.ts';
import { freeSlug, requiredPageSections } from './section-rules.ts';
import { type Contact, type Face, listSections, type SectionRow } from './store.ts';
import {
  countInSection,
  endSection,
  insertSections,
  listSlugs,
  placeSection,
  saveContact,
  saveFace,
  saveUnit,
  saveWorkflow,
  updateSection,
} from './structure-store.ts';
import { checkUnit, type Unit } from './unit-rules.ts';

const NO_SUCH_SECTION = new Refusal('no-such-section', {
  vi: 'Không tìm thấy mục này ở cổng của bạn. Hãy tải lại trang.',
  en: 'This section was not found on your portal. Reload the page.',
});

/** Most sections of a portal; a menu of more helps nobody. */
const MAX_SECTIONS = 150;
const MAX_FRESH_DAYS = 3650;

export interface SectionText {
  nameVi: string;
  nameEn: string;
  inMenu: boolean;
  /** The portal's own target in days; null for none. */
  freshWithinDays: number | null;
}

function checkText(text: SectionText): SectionText {
  const line = (one: string) => one.normalize('NFC').replace(/\s+/g, ' ').trim();
  const kept = { ...text, nameVi: line(text.nameVi), nameEn: line(text.nameEn) };
  if (
    kept.nameVi.length < 2 ||
    kept.nameEn.length < 2 ||
    kept.nameVi.length > 120 ||
    kept.nameEn.length > 120
  ) {
    throw new Refusal(
      'section-name-missing',
      {
        vi: 'Hãy ghi tên mục bằng cả hai tiếng, mỗi tên không quá 120 chữ cái.',
        en: 'Write the name of the section in both languages, at most 120 letters each.',
      },
      'nameVi',
    );
  }
  const { freshWithinDays: days } = kept;
  if (days !== null && !(Number.isInteger(days) && days > 0 && days <= MAX_FRESH_DAYS)) {
    throw new Refusal(
      'days-unreadable',
      {
        vi: 'Hãy ghi số ngày, ví dụ 7, hoặc để trống.',
        en: 'Give a number of days, for example 7, or leave it empty.',
      },
      'freshWithinDays',
    );
  }
  return kept;
}

async function sectionOf(
  context: CommandContext,
  portalId: number,
  sectionId: number,
): Promise<[DeskPortalRow, SectionRow, SectionRow[]]> {
  const portal = await getOpenPortal(context, portalId);
  const sections = await listSections(context.tx, portalId);
  const section = sections.find((one) => one.id === sectionId);
  if (!section) throw NO_SUCH_SECTION;
  return [portal, section, sections];
}

/** Every page that shows the menu, the face or the foot of the portal. */
export function purgeSections({ purge }: CommandContext, portal: DeskPortalRow): void {
  purge(...facePageKeys(portal.id, portal.locality_id));
}

export interface AddSection extends SectionText {
  portalId: number;
  parentId: number | null;
  contentKind: PageKind;
  /** Code of the regulation's section that was missing; undefined for one of the portal's own. */
  code?: string;
}

/** Adds a section; its address is made from its name and never changes. */
export const addSection: Command<AddSection, { sectionId: number }> = {
  name: 'portals.addSection',
  permit: 'portals.arrange',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const portal = await getOpenPortal(context, input.portalId);
    const text = checkText(input);
    const sections = await listSections(tx, portal.id);
    if (sections.length >= MAX_SECTIONS) {
      throw new Refusal('too-many-sections', {
        vi: `Cổng đã có ${MAX_SECTIONS} mục. Hãy bỏ bớt mục không dùng trước.`,
        en: `The portal has ${MAX_SECTIONS} sections already. Take out unused ones first.`,
      });
    }
    const parent = sections.find((one) => one.id === input.parentId);
    if (input.parentId !== null && parent?.parent_id !== null) throw TOO_DEEP;
    const article = await articleFor(context, portal, input.code, sections);
    const slugs = await listSlugs(tx, portal.id);
    const slug = {
      vi: freeSlug(text.nameVi, new Set(slugs.map((one) => one.slug_vi))),
      en: freeSlug(text.nameEn, new Set(slugs.map((one) => one.slug_en))),
    };
    const position = sections.filter((one) => one.parent_id === input.parentId).length;
    const placed = {
      ...{ parentId: input.parentId, position, slug, code: input.code, contentKind: input.contentKind },
      ...{ name: { vi: text.nameVi, en: text.nameEn }, requiredBy: article, inMenu: text.inMenu },
      freshWithinDays: text.freshWithinDays ?? undefined,
    };
    const [sectionId = 0] = await insertSections(tx, portal.id, [placed], now);
    purgeSections(context, portal);
    context.record({
      portalId: portal.id,
      subject: { kind: 'section', id: sectionId },
      payload: { name: text.nameVi, slug, code: input.code ?? null, parentId: input.parentId },
    });
    return { sectionId };
  },
};

const TOO_DEEP = new Refusal(
  'too-deep',
  {
    vi: 'Mục con không có mục con nữa. Hãy chọn một mục lớn.',
    en: 'A section below another has none below it. Choose a top section.',
  },
  'parentId',
);

/** The article behind a code of the regulation in force; each code stands once. */
async function articleFor(
  { tx, now, profiles }: CommandContext,
  portal: DeskPortalRow,
  code: string | undefined,
  sections: readonly SectionRow[],
): Promise<string | undefined> {
  if (code === undefined) return undefined;
  const on = civilDateOf(now);
  const { profile } = await lawOn(tx, portal.locality_id, on, profiles);
  const required = requiredPageSections(profile, portal.body_kind as BodyKind, portal.is_main, on);
  const found = required.find((one) => one.code === code.split('/')[0]);
  if (!found || sections.some((one) => one.code === code)) {
    throw new Refusal('code-unknown', {
      vi: 'Mục bắt buộc này đã có, hoặc quy chế không đòi. Hãy tải lại trang.',
      en: 'This required section is there already, or the regulation does not ask for it. Reload the page.',
    });
  }
  return found.article;
}

/** Changes what a section is called, whether it stands in the menu, and its target. Its address stays. */
export const changeSection: Command<SectionText & { portalId: number; sectionId: number }, void> = {
  name: 'portals.changeSection',
  permit: 'portals.arrange',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const [portal, section] = await sectionOf(context, input.portalId, input.sectionId);
    const text = checkText(input);
    await updateSection(context.tx, section.id, text);
    purgeSections(context, portal);
    context.record({
      portalId: portal.id,
      subject: { kind: 'section', id: section.id },
      payload: {
        before: section.name_vi,
        after: text.nameVi,
        inMenu: text.inMenu,
        freshWithinDays: text.freshWithinDays,
      },
    });
  },
};

/** Makes a top section the site of a unit of the body, changes what it says of the unit, or makes it a section again. */
export const setUnit: Command<{ portalId: number; sectionId: number; unit: Unit | null }, void> = {
  name: 'portals.setUnit',
  permit: 'portals.arrange',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const [portal, section] = await sectionOf(context, input.portalId, input.sectionId);
    if (section.parent_id !== null) throw TOO_DEEP;
    const unit = input.unit && checkUnit(input.unit);
    await saveUnit(context.tx, section.id, unit);
    purgeSections(context, portal);
    context.record({
      portalId: portal.id,
      subject: { kind: 'section', id: section.id },
      payload: { name: section.name_vi, isUnit: unit !== null },
    });
  },
};

/** Moves a section one place up or down among its sisters. */
export const moveSection: Command<{ portalId: number; sectionId: number; direction: 'up' | 'down' }, void> = {
  name: 'portals.moveSection',
  permit: 'portals.arrange',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, sectionId, direction }) {
    const [portal, section, sections] = await sectionOf(context, portalId, sectionId);
    const order = sections.filter((one) => one.parent_id === section.parent_id).map((one) => one.id);
    const from = order.indexOf(sectionId);
    const to = Math.min(Math.max(from + (direction === 'up' ? -1 : 1), 0), order.length - 1);
    order.splice(from, 1);
    order.splice(to, 0, sectionId);
    for (const [position, id] of order.entries()) await placeSection(context.tx, id, position);
    purgeSections(context, portal);
    context.record({ portalId, subject: { kind: 'section', id: sectionId }, payload: { position: to } });
  },
};

/**
 * Takes a section out. Refused while something public or unfinished lies in it, while sections stand below it, and
 * while the regulation demands it (LC-028).
 */
export const retireSection: Command<{ portalId: number; sectionId: number }, void> = {
  name: 'portals.retireSection',
  permit: 'portals.arrange',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, sectionId }) {
    const { tx, now, profiles } = context;
    const [portal, section, sections] = await sectionOf(context, portalId, sectionId);
    const on = civilDateOf(now);
    const { profile } = await lawOn(tx, portal.locality_id, on, profiles);
    const required = requiredPageSections(profile, portal.body_kind as BodyKind, portal.is_main, on);
    const codes = new Set(
      required.flatMap((one) => [one.code, ...one.parts.map((part) => `${one.code}/${part.code}`)]),
    );
    if (section.code !== null && codes.has(section.code)) throw requiredBy(section.required_by ?? '');
    if (sections.some((one) => one.parent_id === sectionId)) throw HAS_BELOW;
    const { live, open } = await countInSection(tx, sectionId);
    if (live + open > 0) throw notEmpty(live, open);
    await endSection(tx, sectionId, now);
    purgeSections(context, portal);
    context.record({
      portalId,
      subject: { kind: 'section', id: sectionId },
      payload: { name: section.name_vi },
    });
  },
};

const HAS_BELOW = new Refusal('has-sections-below', {
  vi: 'Mục này còn mục con. Hãy bỏ các mục con trước.',
  en: 'There are sections below this one. Take those out first.',
});

function requiredBy(article: string): Refusal {
  return new Refusal('section-required', {
    vi: `Quy chế bắt buộc có mục này (${article}), nên không bỏ được. Có thể đổi tên, hoặc đưa ra khỏi mục lục đầu trang.`,
    en: `The regulation demands this section (${article}), so it stays. You may rename it, or take it out of the menu.`,
  });
}

function notEmpty(live: number, open: number): Refusal {
  return new Refusal('section-not-empty', {
    vi: `Mục còn ${live} bài đang đăng và ${open} bài đang làm. Hãy chuyển hoặc gỡ các bài ấy trước.`,
    en: `The section holds ${live} published items and ${open} in work. Move or take down those first.`,
  });
}

/** A setting of one portal: checked, saved, and its pages made anew. */
function arrange<Input extends { portalId: number }>(
  verb: string,
  work: (context: CommandContext, input: Input) => Promise<object>,
): Command<Input, void> {
  return {
    name: `portals.${verb}`,
    permit: 'portals.arrange',
    permits,
    portal: (input) => input.portalId,
    async run(context, input) {
      const portal = await getOpenPortal(context, input.portalId);
      const payload = await work(context, input);
      purgeSections(context, portal);
      context.record({ portalId: portal.id, subject: { kind: 'portal', id: portal.id }, payload });
    },
  };
}

/** Colour, scene, drawing, question, tasks. A colour that cannot be read is refused with the nearest that can. */
export const changeFace = arrange<{ portalId: number; face: Face }>(
  'changeFace',
  async ({ tx }, { portalId, face }) => {
    const kept = checkFace(face);
    await saveFace(tx, portalId, kept);
    return { colour: kept.colour, scene: kept.scene, drawing: kept.drawing, tasks: kept.tasks.length };
  },
);

/** Address, telephone, who answers for the portal: what stands at the foot of every page. */
export const changeContact = arrange<{ portalId: number; contact: Contact }>(
  'changeContact',
  async ({ tx }, input) => {
    const kept = checkContact(input.contact);
    await saveContact(tx, input.portalId, kept);
    return {
      managedBy: kept.managedBy.vi,
      hasFax: kept.fax !== undefined,
      hasHours: kept.hours !== undefined,
    };
  },
);

/** Whether items are checked by one person and approved by another, or approved at once. */
export const changeWorkflow = arrange<{ portalId: number; workflow: 'approve' | 'check-then-approve' }>(
  'changeWorkflow',
  async ({ tx }, { portalId, workflow }) => {
    await saveWorkflow(tx, portalId, workflow);
    return { workflow };
  },
);
