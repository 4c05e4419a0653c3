import { randomInt } from 'node:crypto';

/** Ten codes for the day the telephone is lost; each is good once. */
export const RECOVERY_CODES = 10;

/** Without letters and digits that are taken for one another when read from paper. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** One code, `k7mp-2qax-9tch`: 59 bits from the system's generator. */
function newRecoveryCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

export function newRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(newRecoveryCode());
  return [...codes];
}

/** A code as it is typed: in any case, with or without its hyphens. Undefined when it cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  const signs = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
  if (signs.length !== GROUPS * GROUP_LENGTH || [...signs].some((sign) => !SIGNS.includes(sign)))
    return undefined;
  return signs.match(/.{4}/g)?.join('-');
}
