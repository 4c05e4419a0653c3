import type { Words } from '../../rules/lang.ts';
import type { IconName } from '../../ui/index.ts';

/** The icons the home page offers for what citizens come to do, by what they stand for. */
export const TASK_ICONS: readonly { name: IconName; title: Words }[] = [
  { name: 'file-check', title: { vi: 'Hồ sơ, thủ tục', en: 'Files and procedures' } },
  { name: 'file-text', title: { vi: 'Văn bản', en: 'Documents' } },
  { name: 'message-circle-question-mark', title: { vi: 'Hỏi đáp', en: 'Questions' } },
  { name: 'megaphone', title: { vi: 'Phản ánh, thông báo', en: 'Reports and notices' } },
  { name: 'message-square', title: { vi: 'Góp ý', en: 'Opinions' } },
  { name: 'search', title: { vi: 'Tra cứu', en: 'Look up' } },
  { name: 'calendar-days', title: { vi: 'Lịch', en: 'Calendar' } },
  { name: 'clock', title: { vi: 'Thời gian làm việc', en: 'Hours' } },
  { name: 'phone', title: { vi: 'Điện thoại', en: 'Telephone' } },
  { name: 'mail', title: { vi: 'Thư', en: 'Mail' } },
  { name: 'map-pin', title: { vi: 'Địa điểm', en: 'Places' } },
  { name: 'map', title: { vi: 'Bản đồ', en: 'Maps' } },
  { name: 'landmark', title: { vi: 'Cơ quan nhà nước', en: 'Authorities' } },
  { name: 'building-2', title: { vi: 'Doanh nghiệp', en: 'Enterprises' } },
  { name: 'users', title: { vi: 'Người dân, tổ chức', en: 'People and organisations' } },
  { name: 'baby', title: { vi: 'Khai sinh, trẻ em', en: 'Births and children' } },
  { name: 'heart-handshake', title: { vi: 'Hôn nhân, trợ giúp', en: 'Marriage and help' } },
  { name: 'hand-heart', title: { vi: 'An sinh xã hội', en: 'Social security' } },
  { name: 'stethoscope', title: { vi: 'Y tế', en: 'Health' } },
  { name: 'school', title: { vi: 'Giáo dục', en: 'Education' } },
  { name: 'house', title: { vi: 'Nhà ở', en: 'Housing' } },
  { name: 'house-plus', title: { vi: 'Xây dựng', en: 'Building' } },
  { name: 'land-plot', title: { vi: 'Đất đai', en: 'Land' } },
  { name: 'sprout', title: { vi: 'Nông nghiệp', en: 'Farming' } },
  { name: 'trees', title: { vi: 'Môi trường, rừng', en: 'Environment and forest' } },
  { name: 'droplets', title: { vi: 'Nước, thủy lợi', en: 'Water' } },
  { name: 'truck', title: { vi: 'Giao thông, vận tải', en: 'Traffic' } },
  { name: 'store', title: { vi: 'Buôn bán, chợ', en: 'Trade and markets' } },
  { name: 'briefcase-business', title: { vi: 'Việc làm', en: 'Work' } },
  { name: 'coins', title: { vi: 'Thuế, ngân sách', en: 'Taxes and budget' } },
  { name: 'scale', title: { vi: 'Pháp luật, khiếu nại', en: 'Law and complaints' } },
  { name: 'gavel', title: { vi: 'Xử phạt', en: 'Penalties' } },
  { name: 'shield', title: { vi: 'An ninh, phòng chống', en: 'Safety' } },
  { name: 'triangle-alert', title: { vi: 'Cảnh báo', en: 'Warnings' } },
  { name: 'newspaper', title: { vi: 'Tin tức', en: 'News' } },
  { name: 'video', title: { vi: 'Hình ảnh, đối thoại', en: 'Video and dialogues' } },
  { name: 'globe', title: { vi: 'Trang khác', en: 'Another site' } },
];

/** What a list offers: those above, and what is chosen already should it be another. */
export function taskIconChoices(lang: 'vi' | 'en', chosen: string): { value: string; text: string }[] {
  const known = TASK_ICONS.map(({ name, title }) => ({ value: name as string, text: title[lang] }));
  const isKnown = chosen === '' || known.some(({ value }) => value === chosen);
  return isKnown ? known : [...known, { value: chosen, text: chosen }];
}
