import type { Lang } from '../../rules/lang.ts';
import { day, t } from './faces.tsx';

export function newsItems(lang: Lang) {
  const date = day(lang, '2026-11-20');
  return [
    {
      href: '/b2',
      kind: t(lang, 'Thông báo', 'Notice'),
      date,
      title: t(
        lang,
        'Tạm dừng hệ thống nộp hồ sơ trực tuyến từ 22:00 ngày 02/12 để bảo trì',
        'Online applications paused from 22:00 on 2 December for maintenance',
      ),
    },
    {
      href: '/b3',
      kind: t(lang, 'Y tế', 'Health'),
      date,
      title: t(
        lang,
        'Mười xã tổ chức khám sức khỏe định kỳ cho người từ 60 tuổi trong tháng 12',
        'Ten communes offer health checks to people over 60 in December',
      ),
    },
    {
      href: '/b4',
      kind: t(lang, 'Giáo dục', 'Education'),
      date,
      title: t(
        lang,
        'Các trường bán trú vùng cao được cấp thêm chăn ấm trước đợt rét đầu mùa',
        'Upland boarding schools receive more blankets before the first cold spell',
      ),
    },
    {
      href: '/b5',
      kind: t(lang, 'Giải thích, làm rõ', 'Clarification'),
      date: day(lang, '2026-11-18'),
      title: t(
        lang,
        'Về thông tin “thu phí vào chợ phiên”: không có khoản thu này',
        'On the “market entrance fee”: no such fee exists',
      ),
    },
  ];
}

export function newDocuments(lang: Lang) {
  return [
    {
      href: '/d1',
      date: day(lang, '2026-11-19'),
      number: '62/2026/QĐ-UBND',
      abstract: t(
        lang,
        'Quyết định sửa đổi Quy định về quản lý, sử dụng nhà văn hóa thôn, tổ dân phố',
        'Decision amending the Rules on village culture houses',
      ),
      state: t(lang, 'Có hiệu lực từ 01/03/2027', 'In force from 1 Mar 2027'),
    },
    {
      href: '/d2',
      date: day(lang, '2026-11-18'),
      number: '418/KH-UBND',
      abstract: t(
        lang,
        'Kế hoạch phòng, chống rét cho cây trồng, vật nuôi vụ đông xuân 2026–2027',
        'Plan to protect crops and livestock from cold, winter–spring 2026–2027',
      ),
      state: t(lang, 'Có hiệu lực', 'In force'),
    },
    {
      href: '/d3',
      date: day(lang, '2026-11-17'),
      number: '2204/QĐ-UBND',
      abstract: t(
        lang,
        'Quyết định công bố danh mục thủ tục hành chính lĩnh vực hộ tịch đã được đơn giản hóa',
        'Decision announcing simplified civil-status procedures',
      ),
      state: t(lang, 'Có hiệu lực', 'In force'),
    },
  ];
}
