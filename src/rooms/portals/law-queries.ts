import type { Queryable } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import { nationalOn, type Profile, type ProfileSet, profileOn } from '../../rules/profile/index.ts';
import type { NameAsked, NamingLaw } from './name-rules.ts';
import { findHostOfBody, listTaken } from './name-store.ts';
import { listRegulationPeriods } from './store.ts';
import { type BodyRow, findBody, listBodies } from './structure-store.ts';

// Read inside commands and by the forms that prepare them.

/**
 * The regulation in force in a locality on a day, and the national text beside it. A day before the first regulation
 * is held against the first one, so that what is older than the record can still be entered.
 */
export async function lawOn(
  db: Queryable,
  localityId: number,
  on: CivilDate,
  profiles: ProfileSet,
): Promise<NamingLaw> {
  const periods = await listRegulationPeriods(db, localityId);
  const timeline = periods.map((period) => ({
    profileCode: period.profile_code,
    validFrom: period.valid_from,
  }));
  const code = profileOn(timeline, on) ?? timeline[0]?.profileCode;
  const profile: Profile | undefined = code === undefined ? undefined : profiles.get(code);
  if (!profile) throw new Error(`Locality ${localityId} has no regulation profile on ${on}.`);
  return { profile, national: nationalOn(profiles, profile, on) };
}

/** The body that asks for a name, as far as the rules of names look at it. */
export interface AskingBody {
  bodyId: number | undefined;
  kind: NameAsked['bodyKind'];
  nameVi: string;
  nameEn: string;
  abbreviation: string;
  parentBodyId: number | null;
  administrativeCode: string | null;
  englishAbbreviation?: string | undefined;
}

/** Everything the rules of names want to know, read from the locality. */
export async function nameAskedFor(
  db: Queryable,
  localityId: number,
  body: AskingBody,
  asked: { host: string; isMain: boolean; on: CivilDate; mainHost: string | undefined; portalId?: number },
): Promise<NameAsked> {
  const { host, isMain, on, mainHost, portalId } = asked;
  const bodies = await listBodies(db, localityId);
  const superior = bodies.find((one) => one.id === body.parentBodyId);
  const superiorHost = superior && (await findHostOfBody(db, superior.id));
  const taken = await listTaken(db, localityId, host);
  const parents = [superiorHost, mainHost].filter((one) => one !== undefined);
  return {
    host,
    bodyKind: body.kind,
    bodyName: body.nameVi,
    abbreviation: body.abbreviation,
    englishName: body.nameEn,
    englishAbbreviation: body.englishAbbreviation,
    isMain,
    parents: isMain ? [] : parents,
    taken: taken.filter((one) => one.portalId !== portalId),
    siblings: bodies
      .filter((one) => one.kind === body.kind && one.id !== body.bodyId)
      .map((one) => one.name_vi),
    disambiguators: tellApart(superior, body.administrativeCode),
    on,
  };
}

function tellApart(superior: BodyRow | undefined, code: string | null): string[] {
  const place = superior?.kind === 'committee' ? undefined : superior?.abbreviation;
  return [place, code ?? undefined].filter((one) => one !== undefined);
}

/** The body of a portal as one that asks for a name. */
export async function askingBodyOf(db: Queryable, bodyId: number): Promise<AskingBody> {
  const body = await findBody(db, bodyId);
  if (!body) throw new Error(`Body ${bodyId} has no name now.`);
  return {
    bodyId: body.id,
    kind: body.kind as AskingBody['kind'],
    nameVi: body.name_vi,
    nameEn: body.name_en,
    abbreviation: body.abbreviation,
    parentBodyId: body.parent_body_id,
    administrativeCode: body.administrative_code,
  };
}
