import type { Lang } from '../../rules/lang.ts';

const vi = {
  title: 'Trang riêng của một đơn vị',
  note: 'Dùng cho trường, trạm, phòng, ban trực thuộc: mục này thành trang của đơn vị, các mục con là chuyên mục của đơn vị ấy. Bài vẫn qua Ban Biên tập của cổng.',
  head: 'Người phụ trách',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  save: 'Lưu trang đơn vị',
  remove: 'Trở lại chuyên mục thường',
};

const en: typeof vi = {
  title: 'A site of a unit',
  note: 'For schools, stations and divisions of the body: the section becomes the site of the unit, the sections below it are the unit’s own. What is published still goes through the portal’s editorial board.',
  head: 'Person in charge',
  address: 'Address',
  phone: 'Telephone',
  email: 'E-mail',
  save: 'Save the site of the unit',
  remove: 'Make it a section again',
};

export const unitWords = (lang: Lang) => ({ vi, en })[lang];
