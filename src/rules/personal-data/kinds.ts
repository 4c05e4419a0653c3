/** What the scanner knows. Lào Cai Đ3.7 (LC-009) lists more; a job or a file of health has no form to be known by. */
export const personalDataKinds = [
  'name',
  'birthDate',
  'address',
  'email',
  'phone',
  'identityCard',
  'oldIdentityCard',
  'passport',
  'bankCard',
  'bankAccount',
  'taxCode',
  'socialInsurance',
] as const;

export type PersonalDataKind = (typeof personalDataKinds)[number];

const secretKinds: ReadonlySet<PersonalDataKind> = new Set([
  'bankCard',
  'bankAccount',
  'taxCode',
  'socialInsurance',
]);

/** Whether the kind is a personal secret (LC-009: tax file, social insurance, bank card) and not ordinary data. */
export function isSecretKind(kind: PersonalDataKind): boolean {
  return secretKinds.has(kind);
}

/** A find in the folded text: offsets there, `to` exclusive. Where two overlap, the surer one names the kind. */
export interface Mark {
  kind: PersonalDataKind;
  from: number;
  to: number;
  /** 2: a word says what it is; 1: its form alone does. */
  surety: 1 | 2;
}
