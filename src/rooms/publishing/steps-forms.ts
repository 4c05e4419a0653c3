import type { Role } from '../../rules/access/index.ts';
import { ROLES } from '../../rules/access/index.ts';
import { readId } from './forms.ts';
import { MOST_STEPS, type Step } from './steps-rules.ts';

/** A step as it was typed, so that nothing is lost when the form is shown again. */
export interface TypedStep {
  nameVi: string;
  nameEn: string;
  roles: string[];
  persons: string[];
  byAnother: boolean;
  limitDays: string;
}

const EMPTY: TypedStep = { nameVi: '', nameEn: '', roles: [], persons: [], byAnother: false, limitDays: '' };

/** The places of the form; those of a posted form as typed, else of the steps that hold. */
export function typedSteps(form: URLSearchParams, steps: readonly Step[]): TypedStep[] {
  return Array.from({ length: MOST_STEPS }, (_, i) => {
    const place = i + 1;
    if (form.has('validFrom')) {
      return {
        nameVi: form.get(`nameVi-${place}`) ?? '',
        nameEn: form.get(`nameEn-${place}`) ?? '',
        roles: form.getAll(`roles-${place}`),
        persons: form.getAll(`persons-${place}`),
        byAnother: form.get(`byAnother-${place}`) === '1',
        limitDays: form.get(`limitDays-${place}`) ?? '',
      };
    }
    const step = steps[i];
    if (!step) return EMPTY;
    return {
      ...{ nameVi: step.name.vi, nameEn: step.name.en, roles: [...step.roles], byAnother: step.byAnother },
      persons: step.persons.map(String),
      limitDays: step.limitDays === null ? '' : String(step.limitDays),
    };
  });
}

/** The steps that were named, in their order; the last of them approves. */
export function readSteps(form: URLSearchParams): Step[] {
  const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const named = typedSteps(form, []).filter(({ nameVi, nameEn }) => line(nameVi + nameEn) !== '');
  return named.map((step, i) => ({
    name: { vi: line(step.nameVi), en: line(step.nameEn) },
    does: i === named.length - 1 ? 'approve' : 'check',
    roles: step.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role)),
    persons: step.persons.map(readId).filter((id) => id !== undefined),
    byAnother: step.byAnother,
    limitDays: step.limitDays.trim() === '' ? null : Number(step.limitDays),
  }));
}
