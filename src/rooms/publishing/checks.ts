import type { Queryable } from '../../platform/db/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import {
  type CheckCode,
  type CheckContext,
  checkContent as checkText,
  type Finding,
  findingKey,
} from '../../rules/checker/index.ts';
import type { Lang } from '../../rules/lang.ts';
import {
  type CheckWeight,
  checkWeight,
  nationalOn,
  type ProfileSet,
  profileOn,
} from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { listPortals, listRegulationPeriods } from '../portals/index.ts';
import { linkStandings } from './link-standings.ts';
import { listOverrides, type OverrideRow } from './override-store.ts';
import type { EditionContent } from './store.ts';

export type { Finding } from '../../rules/checker/index.ts';

/** A finding of an edition, with the article that gives it its weight, and what a checker said when he let it pass. */
export interface EditionFinding extends Finding {
  article?: CheckWeight['article'];
  override?: OverrideRow;
}

/** What is found by the text alone, with the product's own weights: for texts that belong to no edition yet. */
export function checkContent(
  content: EditionContent,
  language: Lang,
  known: Omit<CheckContext, 'language'> = {},
): Finding[] {
  return checkText(content, { ...known, language });
}

/** What an edition is looked at with. */
export interface CheckedEdition {
  portalId: number;
  localityId: number;
  itemKind: string;
  editionId: number;
  language: Lang;
  content: EditionContent;
}

/**
 * Everything to be mended in an edition, by the regulation in force today, with what is known about the portal; findings that
 * were let pass bear the override and stand in nobody's way.
 */
export async function findingsOf(
  db: Queryable,
  profiles: ProfileSet,
  edition: CheckedEdition,
  now: Date,
): Promise<EditionFinding[]> {
  const check = await openChecker(db, profiles, edition.localityId, now);
  const overrides = new Map(
    (await listOverrides(db, edition.editionId)).map((row) => [
      findingKey(row as Pick<Finding, 'code' | 'field' | 'words'>),
      row,
    ]),
  );
  return (await check(edition)).map((finding) => {
    const override = finding.weight === 'must' ? overrides.get(findingKey(finding)) : undefined;
    return { ...finding, ...(override && { override }) };
  });
}

/** The checker with what holds for the whole locality read once: for one edition, or for thousands. */
export async function openChecker(
  db: Queryable,
  profiles: ProfileSet,
  localityId: number,
  now: Date,
): Promise<(edition: Omit<CheckedEdition, 'editionId'>) => Promise<EditionFinding[]>> {
  const weigh = await weighing(db, profiles, localityId, now);
  const contacts = await contactsOf(db, localityId);
  return async (edition) => {
    const { content, language } = edition;
    const known = {
      contentKind: edition.itemKind,
      contacts,
      standingOf: await linkStandings(db, { ...edition, ...content }, now),
      weightOf: (code: CheckCode) => weigh(code).weight,
    };
    return checkContent(content, language, known).map((finding) => {
      const { article } = weigh(finding.code);
      return { ...finding, ...(article && { article }) };
    });
  };
}

/** Those that stand in the way of submitting. */
export function standingInTheWay(findings: readonly EditionFinding[]): EditionFinding[] {
  return findings.filter(({ weight, override }) => weight === 'must' && override === undefined);
}

export function warningsOf(findings: readonly EditionFinding[]): EditionFinding[] {
  return findings.filter(({ weight }) => weight === 'should');
}

async function weighing(
  db: Queryable,
  profiles: ProfileSet,
  localityId: number,
  now: Date,
): Promise<(code: CheckCode) => CheckWeight> {
  const on = civilDateOf(now);
  const periods = await listRegulationPeriods(db, localityId);
  const code = profileOn(
    periods.map((period) => ({ profileCode: period.profile_code, validFrom: period.valid_from })),
    on,
  );
  const own = code === undefined ? undefined : profiles.get(code);
  const texts = [own, nationalOn(profiles, own, on)];
  return (check) => checkWeight(texts, check, on);
}

/** What the portals of the locality made known of themselves. */
async function contactsOf(db: Queryable, localityId: number): Promise<string[]> {
  const portals = await listPortals(db, localityId);
  return portals.flatMap(({ contact }) =>
    [contact.phone, contact.fax, contact.email].flatMap((one) => (one ? one.split(/[;,/]| - /) : [])),
  );
}

/** What is said when findings stand in the way: the first in words, and how many more. */
export function mustBeMended(standing: readonly [EditionFinding, ...EditionFinding[]]): Refusal {
  const [first] = standing;
  const quoted = first.words === '' ? '' : ` (“${first.words}”)`;
  const more = standing.length - 1;
  return new Refusal(
    'must-be-mended',
    {
      vi: `Phải sửa trước đã: ${first.title.vi.toLowerCase()}${quoted}${more > 0 ? ` và ${more} chỗ khác phải sửa` : ''}. Mở “Kiểm tra trước khi gửi” để xem từng chỗ.`,
      en: `To be mended first: ${first.title.en.toLowerCase()}${quoted}${more > 0 ? ` and ${more} more to be mended` : ''}. Open “Checks before submitting” to see each place.`,
    },
    first.field,
  );
}
