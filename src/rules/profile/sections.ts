import type { CivilDate } from '../calendar/index.ts';
import type { Lang } from '../lang.ts';
import type { BodyKind, ImprintFact } from './kinds.ts';
import type { BodyKindRule, Profile, Section } from './schema.ts';
import { isInForce } from './timeline.ts';

/**
 * The sections a portal of this kind of body must have, with only the parts that concern it. `isMain` asks for the main
 * portal. On today's law when `on` is left out (values that have ended are dropped).
 */
export function requiredSections(
  profile: Profile,
  bodyKind: BodyKind,
  isMain: boolean,
  on?: CivilDate,
): Section[] {
  const portal = isMain ? 'main' : 'member';
  return profile.sections
    .filter((section) => section.required)
    .filter((section) => section.portals.includes(portal) && section.bodyKinds.includes(bodyKind))
    .filter((section) => (on === undefined ? section.validTo === undefined : isInForce(section, on)))
    .map((section) => ({
      ...section,
      parts: section.parts.filter(
        (part) => (part.bodyKinds?.includes(bodyKind) ?? true) && (part.portals?.includes(portal) ?? true),
      ),
    }));
}

/** What the regulation says about a kind of body: whether it is obliged, and how it joins when it is not. */
export function findBodyKind(profile: Profile, kind: BodyKind): BodyKindRule | undefined {
  return profile.bodyKinds.find((rule) => rule.kind === kind);
}

/** What the regulation calls a member portal: "Cổng thành viên", "Cổng thành phần", "Trang thông tin điện tử". */
export function memberTerm(profile: Profile, lang: Lang): string {
  return profile.terms.memberPortal[lang];
}

/** What the regulation wants a portal to say of itself on a day, each with the article that wants it (LC Đ8.1.k, QN Đ8.2.l). */
export function imprintOf(profile: Profile, on: CivilDate): Map<ImprintFact, string> {
  return new Map(
    profile.imprint
      .filter((one) => isInForce(one, on))
      .flatMap(({ facts, article }) => facts.map((fact) => [fact, article] as const)),
  );
}

/**
 * The line that must stand beside re-used content. Where the regulation prints the formula it is kept word for word,
 * also within the English sentence; where it prints none the line is a default of the product (`credit.ours`).
 */
export function creditLine(profile: Profile, page: { host: string; portalName: string }, lang: Lang): string {
  const template = profile.credit.templates[0]?.[lang] ?? '';
  return template.replaceAll('{host}', page.host).replaceAll('{portal}', page.portalName);
}
