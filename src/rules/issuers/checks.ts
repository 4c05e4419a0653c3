import { addDays, type CivilDate, isCivilDate } from '../calendar/index.ts';
import { Refusal } from '../refusal.ts';
import { issuerKey } from './forms.ts';
import { type Issuer, lastName, type Register, type Succession, writtenForms } from './register.ts';

/** Shortest and longest name, in letters; most other forms of one body. */
const NAME = { least: 3, most: 200 };
const MOST_FORMS = 20;

const refusal = (code: string, vi: string, en: string, field: string) => new Refusal(code, { vi, en }, field);

/** Refuses what cannot be an issuer beside those of the register. `issuer.id` is its own when it is changed. */
export function checkIssuer({ issuers }: Register, issuer: Issuer): void {
  const { name, from, until } = lastName(issuer);
  if (name.length < NAME.least || name.length > NAME.most || issuerKey(name) === '')
    throw refusal(
      'issuer-name',
      `Hãy ghi tên đầy đủ của cơ quan, từ ${NAME.least} đến ${NAME.most} chữ.`,
      `Write the full name of the body, ${NAME.least} to ${NAME.most} letters.`,
      'name',
    );
  if (issuer.forms.length > MOST_FORMS || issuer.forms.some((form) => form.length > NAME.most))
    throw refusal(
      'issuer-forms',
      `Ghi nhiều nhất ${MOST_FORMS} cách viết khác, mỗi cách không quá ${NAME.most} chữ.`,
      `Give at most ${MOST_FORMS} other forms of at most ${NAME.most} letters each.`,
      'forms',
    );
  for (const [day, field] of [
    [from, 'firstOn'],
    [until, 'lastOn'],
  ] as const)
    if (day !== undefined && !isCivilDate(day)) throw badDay(field);
  if (from !== undefined && until !== undefined && until < from)
    throw refusal(
      'issuer-days',
      'Ngày cuối trước ngày đầu. Hãy xem lại hai ngày.',
      'The last day is before the first. Look at both days again.',
      'lastOn',
    );
  for (const other of issuers) if (other.id !== issuer.id) requireApart(issuer, other);
}

const badDay = (field: string) =>
  refusal(
    'issuer-day',
    'Ngày chưa đúng. Hãy chọn ngày, hoặc ghi năm-tháng-ngày, ví dụ 2025-03-01.',
    'This is no date. Choose a day, or write year-month-day, for example 2025-03-01.',
    field,
  );

/** Two bodies may be written alike only one after the other; a body of the installation stands for all of time. */
function requireApart(issuer: Issuer, other: Issuer): void {
  const keys = new Set(writtenForms(other).map(issuerKey));
  const same = writtenForms(issuer).find((form) => keys.has(issuerKey(form)));
  if (same === undefined || areApart(issuer, other) || areApart(other, issuer)) return;
  const theirs = lastName(other).name;
  throw refusal(
    'issuer-taken',
    `“${same}” đang là cách viết của “${theirs}”. Nếu là hai cơ quan nối tiếp nhau, hãy ghi ngày đầu, ngày cuối để không trùng thời gian.`,
    `“${same}” is how “${theirs}” is written. If they are two bodies one after the other, give first and last days that do not overlap.`,
    issuerKey(same) === issuerKey(lastName(issuer).name) ? 'name' : 'forms',
  );
}

function areApart(earlier: Issuer, later: Issuer): boolean {
  const { until } = lastName(earlier);
  const { from } = later.names[0];
  return until !== undefined && from !== undefined && until < from;
}

/** Refuses a succession that does not fit into the register: days out of order, twice, or round in a circle. */
export function checkSuccession(register: Register, { fromId, toId, on, basis }: Succession): void {
  const [from, to] = [register.byId.get(fromId), register.byId.get(toId)];
  if (!from || !to || fromId === toId)
    throw refusal(
      'successor-missing',
      'Hãy chọn một cơ quan khác làm cơ quan kế thừa.',
      'Choose another body as the successor.',
      'toId',
    );
  if (!isCivilDate(on)) throw badDay('on');
  if (basis.trim() === '')
    throw refusal(
      'succession-basis',
      'Hãy ghi văn bản làm căn cứ: số, ngày, cơ quan ban hành.',
      'Give the text it rests on: number, date, issuer.',
      'basis',
    );
  if (register.successions.some((one) => one.fromId === fromId && one.toId === toId))
    throw refusal(
      'succession-twice',
      'Quan hệ kế thừa này đã có. Muốn sửa ngày hoặc căn cứ, hãy bỏ rồi ghi lại.',
      'This succession is there already. To correct it, remove it and enter it again.',
      'toId',
    );
  if (leadsTo(register, toId, fromId))
    throw refusal(
      'succession-circle',
      `“${lastName(to).name}” đã được kế thừa, qua một hay nhiều bước, bởi “${lastName(from).name}”; ghi thế này thành vòng tròn. Nếu cơ quan được lập lại, hãy thêm nó như một cơ quan mới.`,
      `“${lastName(to).name}” was itself succeeded, in one step or more, by “${lastName(from).name}”; this would go round in a circle. If the body was founded again, add it as a new one.`,
      'toId',
    );
  requireOrder(from, to, on);
}

function requireOrder(from: Issuer, to: Issuer, on: CivilDate): void {
  const { until } = lastName(from);
  const began = from.names[0].from;
  const isOutside =
    (began !== undefined && !isBody(from) && on <= began) || (until !== undefined && on > addDays(until, 1));
  if (isOutside)
    throw refusal(
      'succession-day',
      'Ngày kế thừa phải sau ngày đầu của cơ quan trước, và chậm nhất là hôm sau ngày cuối của nó.',
      'The day must be after the first day of the earlier body, and at the latest the day after its last.',
      'on',
    );
  const last = lastName(to).until;
  const first = to.names[0].from;
  const isNotThere = (first !== undefined && !isBody(to) && on < first) || (last !== undefined && on > last);
  if (isNotThere)
    throw refusal(
      'successor-not-there',
      'Vào ngày này cơ quan kế thừa chưa có, hoặc không còn. Hãy xem lại ngày.',
      'On this day the successor was not there yet, or no longer. Look at the day again.',
      'on',
    );
}

/** Of a body of the installation only the day is known on which it was entered: it may be older. */
const isBody = ({ id }: Issuer) => id.startsWith('b');

function leadsTo({ successions }: Register, start: string, end: string): boolean {
  const seen = new Set([start]);
  for (const id of seen) {
    if (id === end) return true;
    for (const { fromId, toId } of successions) if (fromId === id) seen.add(toId);
  }
  return false;
}
