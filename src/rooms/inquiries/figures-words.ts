import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Số liệu trả lời thư, câu hỏi',
  lead: (place: string, year: string) =>
    `${place}, thư nhận trong năm ${year}. Thư tách thành nhiều phần được tính theo từng phần; đúng hạn hay trễ tính theo hạn ghi trên từng thư.`,
  home: 'Trang đầu',
  questions: 'Hỏi – Đáp',
  year: 'Năm',
  body: 'Cơ quan',
  intake: 'Loại thư',
  month: 'Tháng nhận',
  all: 'Tất cả',
  none: 'Chưa có thư nào trong năm này',
  figures: { received: 'thư đã nhận', answered: 'đã trả lời', late: 'trả lời trễ', overdue: 'đang quá hạn' },
  byBody: 'Theo cơ quan',
  closed: (name: string) => `${name} (cổng đã đóng)`,
  byIntake: 'Theo loại thư',
  byMonth: 'Theo tháng nhận',
  columns: {
    received: 'Nhận',
    answered: 'Đã trả lời',
    inTime: 'Đúng hạn',
    late: 'Trễ',
    medianDays: 'Thường mất, ngày làm việc',
    open: 'Đang giải quyết',
    overdue: 'Đang quá hạn',
    otherwise: 'Kết thúc khác',
    published: 'Trả lời công khai',
  },
  total: 'Cộng',
  inEnglish: '(tiếng Anh)',
  explain:
    '“Thường mất” là trung vị số ngày làm việc từ lúc nhận đến lúc trả lời. “Kết thúc khác” là không tiếp nhận, chuyển ngoài cổng, người hỏi rút hoặc gộp với thư trùng. Số ở cột “Trả lời công khai” mở danh sách các câu trả lời ấy.',
  monthName: (month: string) => `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`,
};

const en: typeof vi = {
  title: 'Figures on inquiries and answers',
  lead: (place, year) =>
    `${place}, what was received in ${year}. A letter that was split counts by its parts; in time or late is told by the day stated on each.`,
  home: 'Home',
  questions: 'Questions and answers',
  year: 'Year',
  body: 'Body',
  intake: 'Kind',
  month: 'Month of receipt',
  all: 'All',
  none: 'Nothing was received in this year',
  figures: { received: 'received', answered: 'answered', late: 'answered late', overdue: 'overdue now' },
  byBody: 'By body',
  closed: (name) => `${name} (portal closed)`,
  byIntake: 'By kind',
  byMonth: 'By month of receipt',
  columns: {
    received: 'Received',
    answered: 'Answered',
    inTime: 'In time',
    late: 'Late',
    medianDays: 'Median, working days',
    open: 'Being handled',
    overdue: 'Overdue now',
    otherwise: 'Ended otherwise',
    published: 'Public answers',
  },
  total: 'Total',
  inEnglish: '(in English)',
  explain:
    'The median counts working days from receipt to answer. “Ended otherwise”: not taken in, passed outside the portal, withdrawn, or joined to another of the same content. A number of public answers opens the list of them.',
  monthName: (month) => {
    const names = 'January February March April May June July August September October November December';
    return `${names.split(' ')[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
  },
};

export type FiguresWords = typeof vi;

export function figuresWords(lang: Lang): FiguresWords {
  return lang === 'vi' ? vi : en;
}
