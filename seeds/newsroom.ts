import { planTopic, setTarget } from '../src/rooms/planning/index.ts';
import { approveEdition, setExpiry, setReview } from '../src/rooms/publishing/index.ts';
import { beginHandOver } from '../src/rooms/staffing/index.ts';
import type { Person, Role } from '../src/rules/access/index.ts';
import { addDays, civilDateOf, instantOf } from '../src/rules/calendar/index.ts';
import type { StaffedPortal } from './opening.ts';
import type { PastPorts } from './past.ts';
import { writeItem } from './writing.ts';

// What lies ahead in the newsroom of a main portal: topics planned, an item that waits for its hour, days to look at items
// again, and somebody who hands over. Without it half the pages of the desk would be empty in the demo.

/** A topic of the plan: so many days ahead, in a section of this kind. */
const TOPICS = [
  { title: 'Nước sinh hoạt ở các thôn cao trước Tết', section: 'news', days: 2 },
  { title: 'Hỏi nhanh, đáp gọn về cấp lại giấy khai sinh', section: 'legal-dissemination', days: 4 },
  { title: 'Tiến độ sửa chữa đường liên thôn tháng 12', section: 'news', days: 9 },
] as const;

const TARGETS = [
  { section: 'news', atLeast: 2, per: 'week' },
  { section: 'legal-dissemination', atLeast: 2, per: 'month' },
] as const;

const SCHEDULED = {
  title: 'Sáng mai dọn đất sạt trên đường lên chợ trung tâm',
  summary: 'Xe máy vẫn đi được, ô tô chờ đến 11 giờ. Đội dọn đường có mặt từ 6 giờ 30.',
  body: '<p>Đoạn qua cua thứ ba từ chân dốc còn đất đá sau mưa. Đội dọn đường làm từ 6 giờ 30 đến 11 giờ.</p><p>Xe máy đi từng lượt theo người chỉ dẫn. Ô tô chờ ở bãi đầu dốc.</p>',
};

const HOUR_MS = 3_600_000;

export async function tellNewsroom(past: PastPorts, main: StaffedPortal, now: Date): Promise<void> {
  const { portalId, sectionId } = main;
  const { ports } = past;
  const holder = (role: Role): Person => {
    const found = main.people.find(({ actor }) => actor.grants.some((grant) => grant.role === role));
    if (!found) throw new Error(`${main.text.host} has nobody who is ${role}.`);
    return found.actor;
  };
  const [editor, checker, board, content] = [
    holder('editor'),
    holder('checker'),
    holder('boardMember'),
    holder('contentAdmin'),
  ];
  const todayOn = civilDateOf(now);
  past.advanceTo(new Date(now.getTime() - 3 * HOUR_MS));
  for (const { section, atLeast, per } of TARGETS)
    await ports.perform(content, setTarget, { portalId, sectionId: sectionId(section), atLeast, per });
  for (const { title, section, days } of TOPICS)
    await ports.perform(editor, planTopic, {
      ...{ portalId, sectionId: sectionId(section), title, note: '', plannedOn: addDays(todayOn, days) },
      personId: editor.personId,
    });
  const written = await writeItem(
    past,
    { editor, checker, approver: board },
    {
      ...{ portalId, sectionId: sectionId('news'), language: 'vi', reached: 'checked' },
      text: { ...SCHEDULED, author: editor.fullName },
    },
    new Date(now.getTime() - HOUR_MS),
  );
  past.advanceTo(now);
  await ports.perform(board, approveEdition, {
    ...{ portalId, editionId: written.editionId, publishAt: instantOf(addDays(todayOn, 1), '06:00') },
  });
  await ports.perform(board, setExpiry, {
    ...{ portalId, itemId: written.itemId, expiresAt: instantOf(addDays(todayOn, 3)), expiresAs: 'archive' },
  });
  await ports.perform(editor, setReview, {
    ...{ portalId, itemId: written.itemId, reviewOn: addDays(todayOn, 2), note: 'Đường đã thông chưa?' },
  });
  await ports.perform(content, beginHandOver, {
    ...{ portalId, personId: checker.personId, leavesOn: addDays(todayOn, 21), closesAccount: true },
    reason: 'Chuyển công tác (dữ liệu mẫu)',
  });
}
