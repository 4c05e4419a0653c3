import assert from 'node:assert/strict';
import { plain } from './desk.ts';
import type { Answer, Session, World } from './world.ts';

/** A form as it stands on a page: where it goes, what each field holds, and the buttons that send it. */
export interface PageForm {
  action: string;
  fields: [name: string, value: string][];
  /** Every name a field of it has, ticked or not; a choice with what can be chosen. */
  names: Map<string, string[]>;
  buttons: [name: string, value: string][];
}

const TAG =
  /<(\/?)(form|input|textarea|select|option|button)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>([^<]*)(?=<)/g;

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, plain(value)]),
  );
}

/** The forms of a page as a browser without script has them; a button beside its form belongs to it by `form`. */
export function formsIn({ body }: Pick<Answer, 'body'>): PageForm[] {
  const forms: (PageForm & { id: string })[] = [];
  let open: (PageForm & { id: string }) | undefined;
  let select: string | undefined;
  for (const [, closes, tag = '', rest = '', text = ''] of body.matchAll(TAG)) {
    const has = attributesOf(rest);
    const form = has.form === undefined ? open : forms.find(({ id }) => id === has.form);
    if (tag === 'form') {
      open = closes ? undefined : { id: has.id ?? '', action: has.action ?? '', ...emptyForm() };
      if (open) forms.push(open);
    } else if (tag === 'select') select = closes ? undefined : takeSelect(form, has.name);
    else if (!closes && form) takeField(form, { tag, has, text, select });
  }
  return forms;
}

const emptyForm = (): Omit<PageForm, 'action'> => ({ fields: [], names: new Map(), buttons: [] });

function takeSelect(form: PageForm | undefined, name: string | undefined): string | undefined {
  if (name !== undefined) form?.names.set(name, []);
  return name;
}

interface Found {
  tag: string;
  has: Record<string, string>;
  text: string;
  select: string | undefined;
}

function takeField(form: PageForm, { tag, has, text, select }: Found): void {
  const { name, value = '', type } = has;
  if (tag === 'button') form.buttons.push([name ?? '', value]);
  else if (tag === 'option' && select !== undefined) takeOption(form, select, value, 'selected' in has);
  else if (name === undefined || type === 'file') return;
  else {
    const isTick = type === 'radio' || type === 'checkbox';
    const held = tag === 'textarea' ? plain(text).replace(/^\n/, '') : value;
    form.names.set(name, [...(form.names.get(name) ?? []), isTick ? value : '']);
    if (!isTick || 'checked' in has) form.fields.push([name, held]);
  }
}

/** The first option is chosen until another says that it is. */
function takeOption(form: PageForm, select: string, value: string, isSelected: boolean): void {
  const choices = form.names.get(select) ?? [];
  const at = form.fields.findIndex(([name]) => name === select);
  if (choices.length === 0) form.fields.push([select, value]);
  else if (isSelected && at >= 0) form.fields[at] = [select, value];
  form.names.set(select, [...choices, value]);
}

export interface Wanted {
  /** How its address ends, or what stands in it. */
  action: RegExp;
  /** Hidden fields or buttons that tell it from the other forms of the page. */
  has?: Readonly<Record<string, string>>;
}

/** The one form of a page that is wanted. */
export function findForm(page: Answer, { action, has = {} }: Wanted): PageForm {
  const found = formsIn(page).filter(
    (form) =>
      action.test(form.action) &&
      Object.entries(has).every(([name, value]) =>
        [...form.fields, ...form.buttons].some((one) => one[0] === name && one[1] === value),
      ),
  );
  const [form, ...more] = found;
  assert.ok(form, `no form ${action} with ${JSON.stringify(has)} among ${actionsOf(page)}`);
  assert.equal(more.length, 0, `several forms ${action} with ${JSON.stringify(has)}`);
  return form;
}

const actionsOf = (page: Answer) =>
  formsIn(page)
    .map(({ action, fields }) => `${action} (${fields.map(([name]) => name).join(', ')})`)
    .join('; ');

/**
 * What a browser sends of a form that was filled in: every field as it stood, but for what was typed. A field the page does
 * not have cannot be typed into, nor can a choice be made that is not offered.
 */
export function filled(
  form: PageForm,
  typed: Readonly<Record<string, string>>,
  button?: readonly [name: string, value: string],
): URLSearchParams {
  const sent = new URLSearchParams(form.fields);
  for (const [name, value] of Object.entries(typed)) {
    const choices = form.names.get(name);
    assert.ok(choices, `the form ${form.action} has no field ${name}`);
    if (choices.some((one) => one !== ''))
      assert.ok(value === '' || choices.includes(value), `${name} of ${form.action} offers no ${value}`);
    if (value === '' && !choices.includes('')) sent.delete(name);
    else sent.set(name, value);
  }
  if (button) {
    assert.ok(
      form.buttons.some(([name, value]) => name === button[0] && value === button[1]),
      `${form.action} has no button ${button.join(' ')}`,
    );
    sent.set(...(button as [string, string]));
  }
  return sent;
}

/** Opens a page, fills in one of its forms and sends it, as somebody does who has no script. */
export async function send(
  world: World,
  host: string,
  at: { path: string; as: Session },
  wanted: Wanted,
  typed: Readonly<Record<string, string>> = {},
  button?: readonly [name: string, value: string],
): Promise<Answer> {
  const page = await world.get(host, at.path, { as: at.as });
  assert.equal(page.status, 200, `${at.path}: ${page.status}`);
  const form = findForm(page, wanted);
  return world.post(host, form.action || at.path, filled(form, typed, button), { as: at.as });
}
