import assert from 'node:assert/strict';
import * as commands from '../../src/rooms/accounts/commands.ts';
import { rightfulPortal } from '../../src/rooms/accounts/rules.ts';
import type { Person, Role } from '../../src/rules/access/index.ts';
import type { Engine } from './engines.ts';
import { type Answer, type Office, openOffice, PORTALS, type PortalName } from './office.ts';

/** The decision every right in these tests rests on. */
export const DECIDED = {
  decision: '41/QĐ-STC',
  decidedOn: '2026-11-18',
  validFrom: '2026-11-20',
  validTo: null,
};
export const NEW_PASSWORD = 'Suối Mường 9 tiếng reo!';

type Who = 'technical' | 'mainAdmin' | 'finance' | 'editor' | 'head' | 'commune' | 'both' | 'overseer';

/** An office with a person of every kind, and what its administrators do said in short. */
export interface StaffedOffice {
  office: Office;
  ids: Record<Who, number>;
  /** Technical administrator of the locality, on the main portal. */
  technical: Person;
  /** Content administrator of the main portal. */
  mainAdmin: Person;
  /** Content administrator of the portal of finance. */
  finance: Person;
  on(actor: Person, portal: PortalName): { portalId: number; viaPortalId: number };
  grant(actor: Person, personId: number, portal: PortalName, roles: readonly Role[]): Promise<unknown>;
  invite(
    actor: Person,
    username: string,
    portal: PortalName,
    roles: readonly Role[],
    more?: Partial<commands.InvitePerson>,
  ): Promise<commands.Invitation & { proposed: Role[] }>;
  /** Takes an invitation on the portal of finance. */
  accept(token: string, newPassword?: string): Promise<Answer>;
  /** Rows as the owner of the schema sees them. */
  ask<T>(text: string): Promise<T[]>;
}

export async function openStaffedOffice(engine: Engine): Promise<StaffedOffice> {
  const office = await openOffice(engine);
  const ids = {
    technical: await office.employ('ttktubndt', 'Trần Thị Kỹ Thuật', 'main', ['technicalAdmin']),
    mainAdmin: await office.employ('lvnubndt', 'Lê Văn Nội', 'main', ['contentAdmin']),
    overseer: await office.employ('pvtubndt', 'Phạm Văn Theo', 'main', ['overseer']),
    finance: await office.employ('nttstc', 'Nguyễn Thị Tài', 'finance', ['contentAdmin']),
    editor: await office.employ('nvbstc', 'Nguyễn Văn Biên', 'finance', ['editor']),
    head: await office.employ('hvtstc', 'Hoàng Văn Trưởng', 'finance', ['head']),
    commune: await office.employ('gvxtp', 'Giàng Văn Xã', 'commune', ['editor']),
    both: await office.employ('vthstc', 'Vũ Thị Hai', 'finance', ['editor']),
  };
  const on: StaffedOffice['on'] = (actor, portal) => ({
    portalId: PORTALS[portal],
    viaPortalId: rightfulPortal(actor, PORTALS[portal], PORTALS.main),
  });
  const grant: StaffedOffice['grant'] = (actor, personId, portal, roles) =>
    office.ports.perform(actor, commands.grantRoles, { ...on(actor, portal), ...DECIDED, personId, roles });
  const technical = await office.personOf(ids.technical);
  await grant(technical, ids.both, 'commune', ['checker']);
  return {
    office,
    ids,
    technical,
    mainAdmin: await office.personOf(ids.mainAdmin),
    finance: await office.personOf(ids.finance),
    on,
    grant,
    invite: (actor, username, portal, roles, more) => {
      const person = { username, fullName: 'Người Được Mời', email: null, language: 'vi' as const };
      const input = { ...on(actor, portal), ...DECIDED, ...person, roles, ...more };
      return office.ports.perform(actor, commands.invitePerson, input);
    },
    accept: (token, newPassword = NEW_PASSWORD) =>
      office.post('finance', `/ban-lam-viec/loi-moi/${token}`, { newPassword, repeatPassword: newPassword }),
    ask: (text) => office.database.asOwner((owner) => owner.query(text)),
  };
}

/** The work ends in a refusal of this code. */
export function refused(work: Promise<unknown>, code: string): Promise<void> {
  return assert.rejects(work, { name: 'Refusal', code });
}
