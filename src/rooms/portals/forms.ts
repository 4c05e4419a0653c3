import { readId } from '../../platform/http/ids.ts';
import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { Role } from '../../rules/access/index.ts';
import type { Words } from '../../rules/lang.ts';
import type { BodyKind } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { MAX_POPULAR, MAX_TASKS } from './face-rules.ts';
import { sectionHref } from './facts.ts';
import { abbreviationOf, isBodyKind } from './name-rules.ts';
import type { PortalOpening } from './opening-commands.ts';
import type { Contact, Face, SectionRow } from './store.ts';
import { words } from './words.ts';

export function textOf(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Vietnamese and English of a field; English falls back to Vietnamese where names and addresses are the same in both. */
function wordsOf(form: URLSearchParams, name: string, fallBack = false): Words {
  const vi = textOf(form, `${name}Vi`);
  return { vi, en: textOf(form, `${name}En`) || (fallBack ? vi : '') };
}

export function readContact(form: URLSearchParams): Contact {
  const hours = wordsOf(form, 'hours', true);
  const licence = wordsOf(form, 'licence', true);
  const fax = textOf(form, 'fax');
  return {
    managedBy: wordsOf(form, 'managedBy', true),
    responsible: wordsOf(form, 'responsible', true),
    address: wordsOf(form, 'address', true),
    phone: textOf(form, 'phone'),
    email: textOf(form, 'email'),
    ...(fax ? { fax } : {}),
    ...(hours.vi ? { hours } : {}),
    ...(licence.vi ? { licence } : {}),
  };
}

export function writeContact(contact: Contact): URLSearchParams {
  const fields = new URLSearchParams();
  for (const name of ['managedBy', 'responsible', 'address', 'hours', 'licence'] as const) {
    fields.set(`${name}Vi`, contact[name]?.vi ?? '');
    fields.set(`${name}En`, contact[name]?.en ?? '');
  }
  for (const name of ['phone', 'fax', 'email'] as const) fields.set(name, contact[name] ?? '');
  return fields;
}

/** A page a task can lead to. */
export interface PageChoice {
  key: string;
  name: Words;
  href: Words;
}

/** Pages of the portal that exist: those every portal has, and its own sections. */
export function pageChoices(sections: readonly SectionRow[]): PageChoice[] {
  const standing = (
    ['search', 'deadlines', 'contact', 'sitemap', 'members', 'feeds', 'record', 'accessibility'] as const
  ).map((key) => ({
    key,
    href: PUBLIC_PATHS[key],
    name: { vi: words.vi.pages[key], en: words.en.pages[key] },
  }));
  const own = sections.map((section) => ({
    key: `muc-${section.id}`,
    name: { vi: section.name_vi, en: section.name_en },
    href: { vi: sectionHref(section, 'vi'), en: sectionHref(section, 'en') },
  }));
  return [...standing, ...own];
}

export function readFace(form: URLSearchParams, pages: readonly PageChoice[]): Face {
  const tasks: Face['tasks'] = [];
  for (let n = 1; n <= MAX_TASKS; n += 1) {
    const title = wordsOf(form, `task${n}Title`);
    if (title.vi === '' && title.en === '') continue;
    const page = pages.find((one) => one.key === form.get(`task${n}Page`));
    tasks.push({
      icon: textOf(form, `task${n}Icon`),
      title,
      note: wordsOf(form, `task${n}Note`),
      href: page?.href ?? { vi: '', en: '' },
    });
  }
  const popular = Array.from({ length: MAX_POPULAR }, (_, i) =>
    wordsOf(form, `popular${i + 1}`, true),
  ).filter((one) => one.vi);
  return {
    ...{ colour: textOf(form, 'colour'), scene: textOf(form, 'scene'), drawing: textOf(form, 'drawing') },
    ...{ searchQuestion: wordsOf(form, 'question'), tasks, popular },
  };
}

export function writeFace(face: Face, pages: readonly PageChoice[]): URLSearchParams {
  const fields = new URLSearchParams();
  const put = (name: string, { vi, en }: Words) => {
    fields.set(`${name}Vi`, vi);
    fields.set(`${name}En`, en);
  };
  for (const name of ['colour', 'scene', 'drawing'] as const) fields.set(name, face[name]);
  put('question', face.searchQuestion);
  face.tasks.forEach((task, i) => {
    fields.set(`task${i + 1}Icon`, task.icon);
    fields.set(`task${i + 1}Page`, pages.find((page) => page.href.vi === task.href.vi)?.key ?? '');
    put(`task${i + 1}Title`, task.title);
    put(`task${i + 1}Note`, task.note);
  });
  for (const [i, one] of face.popular.entries()) put(`popular${i + 1}`, one);
  return fields;
}

/** What a new portal begins with where the form leaves it open. */
export interface OpeningDefaults {
  todayOn: string;
  colour: string;
  scene: string;
  /** The first lawful host, when there is one. */
  host: string | undefined;
}

const QUESTION: Words = { vi: 'Bạn cần tìm gì?', en: 'What are you looking for?' };
const COMMUNE_QUESTION: Words = { vi: 'Bà con cần tìm gì?', en: 'What are you looking for?' };
const RESPONSIBLE: Words = { vi: 'Trưởng Ban Biên tập', en: 'Head of the editorial board' };

export function readBody(form: URLSearchParams): PortalOpening['body'] {
  const id = readId(form.get('bodyId'));
  if (id !== undefined) return { id };
  const kindText = textOf(form, 'bodyKind');
  const kind: BodyKind = isBodyKind(kindText) ? kindText : 'other';
  const nameVi = textOf(form, 'nameVi');
  const parentBodyId = readId(form.get('parentBodyId'));
  return {
    ...{ nameVi, nameEn: textOf(form, 'nameEn'), kind, shortName: textOf(form, 'shortName') },
    abbreviation: textOf(form, 'abbreviation') || abbreviationOf(nameVi, kind),
    administrativeCode: textOf(form, 'administrativeCode'),
    ...(parentBodyId !== undefined ? { parentBodyId } : {}),
  };
}

/** The form of opening, with defaults for whatever a hurried clerk leaves empty. */
export function readOpening(form: URLSearchParams, defaults: OpeningDefaults): PortalOpening {
  const body = readBody(form);
  const filled = new URLSearchParams(form);
  const fill = (name: string, value: string) => {
    if (textOf(filled, name) === '') filled.set(name, value);
  };
  const host = textOf(form, 'host').toLowerCase() || (defaults.host ?? '');
  const question = 'kind' in body && body.kind === 'commune' ? COMMUNE_QUESTION : QUESTION;
  if ('nameVi' in body) {
    fill('managedByVi', body.nameVi);
    fill('managedByEn', body.nameEn);
  }
  fill('responsibleVi', RESPONSIBLE.vi);
  fill('responsibleEn', RESPONSIBLE.en);
  fill('email', `banbientap@${host.replace(/^www\./, '')}`);
  fill('colour', defaults.colour);
  fill('scene', defaults.scene);
  fill('drawing', textOf(filled, 'scene'));
  fill('questionVi', question.vi);
  fill('questionEn', question.en);
  const people = readPeople(form, defaults.todayOn);
  const decision = textOf(form, 'decision');
  const englishAbbreviation = textOf(form, 'englishAbbreviation');
  return {
    ...{ body, host, openedOn: textOf(form, 'openedOn') || defaults.todayOn },
    workflow: form.get('workflow') === 'approve' ? 'approve' : 'check-then-approve',
    ...{ face: readFace(filled, []), contact: readContact(filled) },
    ...(decision ? { decision } : {}),
    ...(englishAbbreviation ? { englishAbbreviation } : {}),
    ...(people ? { people } : {}),
  };
}

function readPeople(form: URLSearchParams, todayOn: string): PortalOpening['people'] | undefined {
  const fields = [
    ['contentAdminId', 'contentAdmin'],
    ['headId', 'head'],
  ] as const satisfies readonly (readonly [string, Role])[];
  const grants = fields.flatMap(([name, role]) => {
    const personId = readId(form.get(name));
    return personId === undefined ? [] : [{ personId, role }];
  });
  if (grants.length === 0) return undefined;
  return {
    ...{ grants, validFrom: todayOn, validTo: null },
    ...{ decision: textOf(form, 'appointDecision'), decidedOn: textOf(form, 'appointOn') },
  };
}

/** The refusals of several checks, so that a form names all that is wrong at once. */
export function refusalsOf(...checks: readonly (() => unknown)[]): Refusal[] {
  return checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      if (error instanceof Refusal) return [error];
      throw error;
    }
  });
}
