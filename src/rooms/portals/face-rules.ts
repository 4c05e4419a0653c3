import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { checkThemeColour } from '../../rules/theme/index.ts';
import { ICON_NAMES, SCENES } from '../../ui/index.ts';
import type { Contact, Face } from './store.ts';

/** As the design has it: eight things people come for, four words they look for. */
export const MAX_TASKS = 8;
export const MAX_POPULAR = 4;
const MAX_QUESTION = 60;

const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const lines = ({ vi, en }: Words): Words => ({ vi: line(vi), en: line(en) });
const isWhole = ({ vi, en }: Words) => vi !== '' && en !== '';

/**
 * A face as it is kept. The colour must be readable (7:1 with white); what is refused names the nearest that would do.
 *
 * @throws Refusal naming the field
 */
export function checkFace(face: Face): Face {
  const colour = checkThemeColour(face.colour);
  if (!colour.ok) throw new Refusal(colour.code, colour.words, 'colour');
  for (const field of ['scene', 'drawing'] as const) {
    if (!(SCENES as readonly string[]).includes(face[field])) {
      throw new Refusal(
        `${field}-unknown`,
        { vi: 'Hãy chọn một hình trong danh sách.', en: 'Choose one of the drawings in the list.' },
        field,
      );
    }
  }
  const searchQuestion = lines(face.searchQuestion);
  if (
    !isWhole(searchQuestion) ||
    searchQuestion.vi.length > MAX_QUESTION ||
    searchQuestion.en.length > MAX_QUESTION
  ) {
    throw new Refusal(
      'question-missing',
      {
        vi: `Hãy ghi câu hỏi ở ô tìm kiếm bằng cả hai tiếng, mỗi câu không quá ${MAX_QUESTION} chữ cái.`,
        en: `Write the question of the search block in both languages, at most ${MAX_QUESTION} letters each.`,
      },
      'questionVi',
    );
  }
  const tasks = face.tasks.map((task, i) => checkTask(task, i));
  if (tasks.length > MAX_TASKS) {
    throw new Refusal('too-many-tasks', {
      vi: `Trang đầu có nhiều nhất ${MAX_TASKS} việc. Hãy bỏ bớt.`,
      en: `The home page has at most ${MAX_TASKS} tasks. Take some out.`,
    });
  }
  const popular = face.popular.map(lines).filter(isWhole).slice(0, MAX_POPULAR);
  return { colour: colour.colour, scene: face.scene, drawing: face.drawing, searchQuestion, tasks, popular };
}

function checkTask(task: Face['tasks'][number], i: number): Face['tasks'][number] {
  const checked = {
    icon: task.icon,
    title: lines(task.title),
    note: lines(task.note),
    href: lines(task.href),
  };
  const field = `task${i + 1}`;
  if (!(ICON_NAMES as readonly string[]).includes(checked.icon)) {
    throw new Refusal(
      'icon-unknown',
      { vi: 'Hãy chọn biểu tượng trong danh sách.', en: 'Choose an icon of the list.' },
      field,
    );
  }
  if (!isWhole(checked.title)) {
    throw new Refusal(
      'task-title-missing',
      {
        vi: `Việc thứ ${i + 1} thiếu tên tiếng Việt hoặc tiếng Anh.`,
        en: `Task ${i + 1} lacks its Vietnamese or English title.`,
      },
      field,
    );
  }
  if (!/^\/(?!\/)\S*$/.test(checked.href.vi) || !/^\/en(\/|$)\S*/.test(checked.href.en)) {
    throw new Refusal(
      'task-page-missing',
      {
        vi: `Hãy chọn trang mà việc thứ ${i + 1} dẫn đến.`,
        en: `Choose the page that task ${i + 1} leads to.`,
      },
      field,
    );
  }
  return checked;
}

/** Contact facts as they are kept. @throws Refusal naming the field */
export function checkContact(contact: Contact): Contact {
  const kept: Contact = {
    managedBy: lines(contact.managedBy),
    responsible: lines(contact.responsible),
    address: lines(contact.address),
    phone: line(contact.phone),
    email: line(contact.email).toLowerCase(),
    ...(contact.fax?.trim() ? { fax: line(contact.fax) } : {}),
    ...(contact.hours && isWhole(lines(contact.hours)) ? { hours: lines(contact.hours) } : {}),
    ...(contact.licence && isWhole(lines(contact.licence)) ? { licence: lines(contact.licence) } : {}),
  };
  for (const field of ['managedBy', 'responsible', 'address'] as const) {
    if (!isWhole(kept[field])) throw new Refusal(`${field}-missing`, MISSING[field], `${field}Vi`);
  }
  if (!/^[0-9 .()+-]{6,30}$/.test(kept.phone)) throw new Refusal('phone-missing', MISSING.phone, 'phone');
  if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(kept.email))
    throw new Refusal('email-missing', MISSING.email, 'email');
  return kept;
}

const MISSING = {
  managedBy: {
    vi: 'Hãy ghi cơ quan chủ quản (tiếng Việt và tiếng Anh).',
    en: 'Name the governing body in both languages.',
  },
  responsible: {
    vi: 'Hãy ghi người hoặc ban chịu trách nhiệm chính (tiếng Việt và tiếng Anh).',
    en: 'Name who answers for the portal in both languages.',
  },
  address: {
    vi: 'Hãy ghi địa chỉ trụ sở (tiếng Việt và tiếng Anh).',
    en: 'Give the address in both languages.',
  },
  phone: {
    vi: 'Hãy ghi số điện thoại, chỉ gồm chữ số và khoảng trống.',
    en: 'Give a telephone number: digits and spaces only.',
  },
  email: {
    vi: 'Hãy ghi địa chỉ thư điện tử, ví dụ banbientap@laocai.gov.vn.',
    en: 'Give an e-mail address, for example board@laocai.gov.vn.',
  },
} as const satisfies Record<string, Words>;
