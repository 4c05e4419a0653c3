import { ROLES, type Role } from '../../rules/access/index.ts';
import { isCivilDate } from '../../rules/calendar/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import type { Appointment } from './commands.ts';
import { NO_DECISION, NO_DECISION_DATE, NO_ROLE } from './refusals.ts';
import { type AccountWords, accountWords } from './words.ts';

/** What is wrong, by field, in both languages. */
export type FieldErrors = Readonly<Record<string, Words>>;

export type Parsed<T> = { value: T } | { errors: FieldErrors };

/** Every field as it was typed, to be shown again. */
export interface AppointmentDraft {
  roles: string[];
  validFrom: string;
  validTo: string;
  decision: string;
  decidedOn: string;
}

export interface InviteDraft extends AppointmentDraft {
  fullName: string;
  email: string;
  language: string;
  username: string;
}

type TextOf = { [K in keyof AccountWords]: AccountWords[K] extends string ? K : never }[keyof AccountWords];

function said(key: TextOf): Words {
  return { vi: accountWords('vi')[key], en: accountWords('en')[key] };
}

const textOf = (form: URLSearchParams, name: string) => (form.get(name) ?? '').normalize('NFC').trim();

export function readAppointmentDraft(form: URLSearchParams): AppointmentDraft {
  return {
    roles: form.getAll('roles'),
    validFrom: textOf(form, 'validFrom'),
    validTo: textOf(form, 'validTo'),
    decision: textOf(form, 'decision'),
    decidedOn: textOf(form, 'decidedOn'),
  };
}

export function readInviteDraft(form: URLSearchParams): InviteDraft {
  return {
    ...readAppointmentDraft(form),
    fullName: textOf(form, 'fullName').replace(/\s+/gu, ' '),
    email: textOf(form, 'email'),
    language: textOf(form, 'language'),
    username: textOf(form, 'username').toLowerCase(),
  };
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

const MAX_NAME = 100;
const MAX_DECISION = 100;

/** The appointment of a draft; whether its dates fit each other is the command's to say. */
export function checkAppointment(draft: AppointmentDraft): Parsed<Appointment & { roles: Role[] }> {
  const errors: Record<string, Words> = {};
  const roles = draft.roles.filter(isRole);
  if (roles.length === 0) errors.roles = NO_ROLE.words;
  if (!isCivilDate(draft.validFrom)) errors.validFrom = said('dateMissing');
  if (draft.validTo && !isCivilDate(draft.validTo)) errors.validTo = said('dateMissing');
  if (!draft.decision || draft.decision.length > MAX_DECISION) errors.decision = NO_DECISION.words;
  if (!isCivilDate(draft.decidedOn)) errors.decidedOn = NO_DECISION_DATE.words;
  if (Object.keys(errors).length > 0) return { errors };
  const { validFrom, decision, decidedOn } = draft;
  return { value: { roles, validFrom, validTo: draft.validTo || null, decision, decidedOn } };
}

export interface Invite extends Appointment {
  roles: Role[];
  fullName: string;
  email: string | null;
  language: Lang;
}

/** The invitation of a draft, without the user name, which is judged by the regulation. */
export function checkInvite(draft: InviteDraft): Parsed<Invite> {
  const appointment = checkAppointment(draft);
  const errors: Record<string, Words> = 'errors' in appointment ? { ...appointment.errors } : {};
  const { fullName, email } = draft;
  if (fullName.length < 2 || fullName.length > MAX_NAME) errors.fullName = said('fullNameMissing');
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) errors.email = said('emailWrong');
  if ('errors' in appointment || Object.keys(errors).length > 0) return { errors };
  const language = draft.language === 'en' ? 'en' : 'vi';
  return { value: { ...appointment.value, fullName, email: email || null, language } };
}
