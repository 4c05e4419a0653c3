/**
 * Which part of the guides answers the question of a desk page: the beginning of its address below the desk, the guide and the
 * part. The first row that fits counts; every page of the desk has one (`guides.test.ts`).
 */
export const GUIDES = ['nguoi-viet', 'ban-bien-tap', 'quan-tri'] as const;
export type GuideCode = (typeof GUIDES)[number];

/** Below the pictures of the guides. They are written in Vietnamese, whatever the language of the desk. */
export const PICTURE_WORDS = { whole: 'Xem cả ảnh:', wide: 'máy tính', narrow: 'điện thoại' } as const;

export interface GuidePlace {
  guide: GuideCode;
  /** Id of a heading of the guide. */
  part: string;
}

const PLACES: readonly (readonly [path: RegExp, guide: GuideCode, part: string])[] = [
  [/^\/tin-bai\/duyet/, 'ban-bien-tap', 'hang-cho-duyet'],
  [/^\/tin-bai\/[^/]+\/duyet/, 'ban-bien-tap', 'duyet-mot-bai'],
  [/^\/tin-bai\/(ke-hoach|chi-tieu)/, 'ban-bien-tap', 'ke-hoach-bai'],
  [/^\/tin-bai\/quy-trinh/, 'ban-bien-tap', 'quy-trinh-bien-tap'],
  [/^\/tin-bai\/dang-khan/, 'ban-bien-tap', 'dang-khan'],
  [/^\/tin-bai\/(luu-tru|thoi-gian-dang|lich-dang)/, 'ban-bien-tap', 'vong-doi-cua-bai'],
  [/^\/tin-bai\/ban-dich/, 'nguoi-viet', 'ban-tieng-anh'],
  [/^\/tin-bai\/[^/]+\/(go|vong-doi|ban-luu)/, 'ban-bien-tap', 'vong-doi-cua-bai'],
  [/^\/tin-bai\/[^/]+\/doi-chieu/, 'nguoi-viet', 'ban-tieng-anh'],
  [/^\/tin-bai\/[^/]+\/(gop-y|moi-doc)/, 'ban-bien-tap', 'doc-va-gop-y'],
  [/^\/tin-bai\/[^/]+\/(kiem-tra|chuyen-ma)/, 'nguoi-viet', 'kiem-tra-truoc-khi-gui'],
  [/^\/tin-bai\/cho-noi-hong/, 'nguoi-viet', 'kiem-tra-truoc-khi-gui'],
  [/^\/tin-bai\/moi/, 'nguoi-viet', 'viet-mot-bai-moi'],
  [/^\/tin-bai\/[^/]+\/sua/, 'nguoi-viet', 'soan-thao'],
  [/^\/tin-bai\/\d+/, 'nguoi-viet', 'mot-bai-tu-dau-den-cuoi'],
  [/^\/tin-bai/, 'nguoi-viet', 'tim-lai-bai-cua-minh'],
  [/^\/de-nghi/, 'ban-bien-tap', 'de-nghi-giua-cac-cong'],
  [/^\/kho/, 'nguoi-viet', 'anh-va-tep'],
  [/^\/(thu-hoi-dap|gop-y)/, 'ban-bien-tap', 'tra-loi-cau-hoi'],
  [/^\/van-ban/, 'ban-bien-tap', 'van-ban-va-hieu-luc'],
  [/^\/cong-bao/, 'ban-bien-tap', 'cong-bao'],
  [/^\/thoi-han/, 'ban-bien-tap', 'thoi-han-cua-cac-co-quan'],
  [/^\/cong\/[^/]+\/(trang-dau|dien-mao)/, 'quan-tri', 'dien-mao-va-trang-dau'],
  [/^\/cong\/[^/]+\/muc-luc/, 'ban-bien-tap', 'muc-luc-va-chan-trang'],
  [/^\/cong\/[^/]+\/bieu-trung/, 'quan-tri', 'bieu-trung'],
  [/^\/cong\/[^/]+\/muc/, 'quan-tri', 'chuyen-muc'],
  [/^\/cong/, 'quan-tri', 'cac-cong-va-ten-mien'],
  [/^\/co-quan-ban-hanh/, 'quan-tri', 'co-quan-ban-hanh'],
  [/^\/(ban-bien-tap)/, 'quan-tri', 'ban-bien-tap-va-to-giup-viec'],
  [/^\/phan-cong\/ban-giao/, 'quan-tri', 'ban-giao-khi-nghi-viec'],
  [/^\/phan-cong\/ra-soat/, 'quan-tri', 'ra-soat-quyen'],
  [/^\/phan-cong/, 'quan-tri', 'so-phan-cong'],
  [/^\/uy-quyen/, 'quan-tri', 'giao-quyen-va-uy-quyen'],
  [/^\/nhan-su\/de-nghi/, 'quan-tri', 'giao-quyen-va-uy-quyen'],
  [/^\/gioi-thieu/, 'ban-bien-tap', 'gioi-thieu-va-lanh-dao'],
  [/^\/nhan-su/, 'quan-tri', 'nguoi-va-quyen'],
  [/^\/(tai-khoan|mat-khau|doi-mat-khau)/, 'nguoi-viet', 'tai-khoan-cua-ban'],
  [/^\/lich-lam-viec/, 'quan-tri', 'lich-lam-viec'],
  [/^\/quy-che/, 'quan-tri', 'quy-che'],
  [/^\/nhap/, 'quan-tri', 'nhap-van-ban'],
  [/^\/(nhat-ky|viec-may|thu-gui|tim-khong-thay)/, 'quan-tri', 'nhat-ky-va-viec-cua-may'],
  [/^/, 'nguoi-viet', 'viec-cua-toi'],
];

/** The part of the guides for a page of the desk, by its address below the desk's own. */
export function guideFor(path: string): GuidePlace {
  for (const [pattern, guide, part] of PLACES) if (pattern.test(path)) return { guide, part };
  return { guide: 'nguoi-viet', part: 'viec-cua-toi' };
}

/** Every place a page may lead to, for the test that holds the guides to them. */
export const GUIDE_PLACES: readonly GuidePlace[] = PLACES.map(([, guide, part]) => ({ guide, part }));
