// An invented province to search: any number of news items and documents, the same for the same seed.
import { fill } from '../../bench/fill.ts';
import { sql } from '../../src/platform/db/index.ts';
import { bodyText } from '../../src/rules/body-html/index.ts';
import { Chance } from './chance.ts';
import type { FreshDatabase } from './engines.ts';

const words = (text: string) => text.normalize('NFC').split(', ');

const DEEDS = words(
  'Khởi công, Hoàn thành, Kiểm tra, Sửa chữa, Nâng cấp, Bàn giao, Nghiệm thu, Thẩm định, Phê duyệt, Công bố, Điều chỉnh, Tạm dừng, Mở rộng, Rà soát, Tổng kết, Sơ kết, Triển khai, Giám sát, Thông báo, Hỗ trợ, Vận hành thử, Lấy ý kiến về, Đấu thầu, Tuyên dương',
);
const THINGS = words(
  'đường ống nước sạch, cầu treo dân sinh, trạm y tế xã, trường mầm non, nhà văn hóa thôn, kênh mương nội đồng, chợ phiên, bãi đỗ xe, hệ thống chiếu sáng, đê bao chống lũ, hồ chứa nước, vườn ươm giống, lò đốt rác, nhà vệ sinh công cộng, tuyến xe buýt, trụ sở công an xã, thư viện huyện, sân vận động, nghĩa trang liệt sĩ, trại cá giống, khu tái định cư, cụm công nghiệp, bến thuyền du lịch, trạm bơm điện, lưới điện hạ áp, đài truyền thanh, mạng cáp quang, tủ thuốc bản làng, ruộng bậc thang, rừng phòng hộ, vùng chè hữu cơ, làng nghề dệt lanh, đàn trâu bò, lúa giống chất lượng cao, mô hình nuôi ong, hợp tác xã rau an toàn, phòng học bộ môn, nhà bán trú, thiết bị chẩn đoán, xe cứu thương, bếp ăn ký túc xá, phòng kỹ thuật số, kho vật tư y tế xã, cột mốc lộ giới, biển báo giao thông, kè chống sạt lở, đập tràn, giếng khoan, sổ hộ khẩu điện tử, quỹ khuyến học, lớp xóa mù chữ, đội dân phòng, tổ công nghệ số',
);
const REASONS = words(
  'trước mùa mưa bão, sau đợt rét đậm, phục vụ năm học mới, theo kiến nghị của cử tri, bằng vốn ngân sách địa phương, từ nguồn xã hội hóa, cho hộ nghèo và cận nghèo, giai đoạn hai, đúng tiến độ, chậm so với kế hoạch, theo chuẩn nông thôn mới, để phòng cháy chữa cháy, bảo đảm an toàn lao động, nhằm cải cách thủ tục hành chính, gắn với chuyển đổi số, vì bình đẳng giới',
);
const UNITS = words('xã, phường, thôn, bản, tổ dân phố, thị trấn');
const FIRST = words(
  'Nậm, Mường, Bản, Phìn, Sín, Tả, Lùng, Cốc, Thải, Dền, Khau, Pha, Sa, Ngòi, Hát, Chiềng, Lao, Suối, Đồng, Vĩnh, An, Hòa, Phú, Tân, Bình, Quang, Minh, Xuân, Yên, Trung',
);
const SECOND = words(
  'Pẻn, Lống, Sắng, Chải, Ngài, Thẩn, Khoáng, Vặc, Giàng, Tủng, Cuông, Lếch, Mòn, Sẻ, Thàng, Dín, Ráng, Khòa, Nhạn, Đẩu, Lâm, Khê, Thượng, Hạ, Trạch, Sơn, Hải, Lộc, Thịnh, Cường',
);
const OFFICES = words(
  'Sở Xây dựng, Sở Y tế, Sở Giáo dục và Đào tạo, Sở Nội vụ, Sở Tài chính, Sở Nông nghiệp và Môi trường, Sở Khoa học và Công nghệ, Công an tỉnh, Ủy ban nhân dân tỉnh, Hội đồng nhân dân tỉnh',
);
const FIELDS = words(
  'Đất đai, Xây dựng, Y tế, Giáo dục, Giao thông, Nông nghiệp, Văn hóa, Tài chính, Nội vụ, Môi trường',
);
const SENTENCES: readonly ((c: Chance, p: Parts) => string)[] = [
  (c, p) =>
    `Sáng ${c.whole(1, 28)}/${c.whole(1, 12)}, ${p.office} cùng đại diện ${p.place} đã đi xem ${p.thing} và nghe bà con nói về những chỗ chưa được.`,
  (c) =>
    `Công trình có ${c.whole(2, 90)} hạng mục, dài ${c.whole(1, 40)} km, do ${c.pick(OFFICES)} làm chủ đầu tư với tổng kinh phí ${c.whole(100, 9900)} triệu đồng.`,
  (c, p) =>
    `Người dân ở ${p.place} góp ${c.whole(20, 900)} ngày công, tự đào rãnh, san nền và trông coi vật liệu qua đêm.`,
  (c) =>
    `Trong tháng qua toàn tỉnh đã ${c.pick(DEEDS).toLowerCase()} ${c.pick(THINGS)} và ${c.pick(THINGS)} ${c.pick(REASONS)}.`,
  (c, p) =>
    `${p.office} yêu cầu đơn vị thi công ${c.pick(REASONS)}, không để ảnh hưởng đến ${c.pick(THINGS)} bên cạnh.`,
  (c) =>
    `Ý kiến phản ánh gửi về bộ phận một cửa sẽ được trả lời trong ${c.whole(3, 20)} ngày làm việc theo quy định của pháp luật.`,
  (c, p) =>
    `Dự kiến ${p.thing} sẽ được ${c.pick(DEEDS).toLowerCase()} vào quý ${c.whole(1, 4)} năm ${c.whole(2019, 2027)} ${c.pick(REASONS)}.`,
  (c) =>
    `Ủy ban nhân dân tỉnh giao ${c.pick(OFFICES)} chủ trì, phối hợp với các cơ quan liên quan báo cáo kết quả hằng tháng.`,
];

interface Parts {
  thing: string;
  place: string;
  office: string;
}

export interface CorpusItem extends Parts {
  /** From 1, in the order of filling; also the number of the item. */
  index: number;
  kind: string;
  title: string;
  summary: string;
  bodyHtml: string;
  facts: Record<string, string>;
  deed: string;
  reason: string;
  publishedAt: Date;
}

const END = new Date('2026-11-20T08:00:00+07:00').getTime();
const TEN_YEARS_MS = 3_650 * 24 * 3_600_000;
const EVERY_TENTH = 10;

/** The item of this number among so many. */
export function corpusItem(index: number, of: number): CorpusItem {
  const chance = new Chance(index * 7_919 + 11);
  const parts: Parts = {
    thing: chance.pick(THINGS),
    place: `${chance.pick(UNITS)} ${chance.pick(FIRST)} ${chance.pick(SECOND)}`,
    office: chance.pick(OFFICES),
  };
  const deed = chance.pick(DEEDS);
  const reason = chance.pick(REASONS);
  const publishedAt = new Date(END - Math.floor(((of - index) / of) * TEN_YEARS_MS));
  const common = { index, ...parts, deed, reason, publishedAt };
  if (index % EVERY_TENTH === 0) return documentOf(common, chance);
  const sentences = Array.from({ length: chance.whole(3, 6) }, () => chance.pick(SENTENCES)(chance, parts));
  return {
    ...common,
    kind: ['news', 'direction', 'legal-dissemination'][index % 3] ?? 'news',
    title: `${deed} ${parts.thing} ở ${parts.place} ${reason}`,
    summary: sentences[0] ?? '',
    bodyHtml: sentences.map((one) => `<p>${one}</p>`).join(''),
    facts: {},
  };
}

type Begun = Omit<CorpusItem, 'kind' | 'title' | 'summary' | 'bodyHtml' | 'facts'>;

/** A decision with five articles. */
function documentOf(begun: Begun, chance: Chance): CorpusItem {
  const { index, thing, place, deed, reason, publishedAt } = begun;
  const year = publishedAt.getUTCFullYear();
  const issuedOn = publishedAt.toISOString().slice(0, 10);
  const inForceFrom = new Date(publishedAt.getTime() + 10 * 24 * 3_600_000).toISOString().slice(0, 10);
  const headings = [
    'Phạm vi điều chỉnh',
    'Đối tượng áp dụng',
    `Quản lý ${thing}`,
    'Kinh phí',
    'Tổ chức thực hiện',
  ];
  const articles = headings.map((heading, i) => {
    const clauses = Array.from(
      { length: 2 },
      (_, n) => `<p>${n + 1}. ${chance.pick(SENTENCES)(chance, begun)}</p>`,
    );
    return `<h3>Điều ${i + 1}. ${heading}</h3>${clauses.join('')}`;
  });
  return {
    ...begun,
    kind: 'documents',
    title: `Quyết định quy định việc ${deed.toLowerCase()} ${thing} ở ${place} ${reason}`,
    summary: '',
    bodyHtml: `<p>Căn cứ Luật Tổ chức chính quyền địa phương;</p>${articles.join('')}`,
    facts: {
      number: `${String(index / EVERY_TENTH).padStart(2, '0')}/${year}/QĐ-UBND`,
      ...{
        type: 'Quyết định',
        issuer: chance.pick(OFFICES),
        field: chance.pick(FIELDS),
        issuedOn,
        inForceFrom,
      },
      ...(chance.happens(0.2) ? { expiresOn: `${year + 3}-01-01` } : {}),
    },
  };
}

const BATCH = 1_000;

/** Fills an empty database with the province: so many portals, so many items over all of them. */
export async function fillCorpus(
  database: FreshDatabase,
  { portals, items }: { portals: number; items: number },
  tell: (done: number) => void = () => {},
): Promise<void> {
  await fill(database, { portals, items: 0 });
  for (let from = 1; from <= items; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, items - from + 1) }, (_, i) =>
      rowOf(from + i, items, portals),
    );
    await database.asOwner(async (owner) => {
      const { text, values } = insertRows(JSON.stringify(rows));
      await owner.query(text, values);
    });
    tell(from + rows.length - 1);
  }
  await database.asOwner((owner) =>
    owner.exec(`select setval('item_id_seq', ${items}); select setval('edition_id_seq', ${items}); analyze`),
  );
}

function rowOf(index: number, items: number, portals: number) {
  const item = corpusItem(index, items);
  const portal = 1 + (index % portals);
  return {
    ...{ id: index, portal, kind: item.kind, title: item.title, summary: item.summary },
    ...{ section: (portal - 1) * 3 + 1 + (index % 3), slug: `bai-${index}`, html: item.bodyHtml },
    ...{ plain: bodyText(item.bodyHtml), facts: item.facts, at: item.publishedAt.toISOString() },
  };
}

function insertRows(rows: string) {
  return sql`with r as (
      select * from jsonb_to_recordset(${rows}::jsonb) as r(id bigint, portal bigint, section bigint, kind text, slug text,
        title text, summary text, html text, plain text, facts jsonb, at timestamptz)
    ), i as (
      insert into item (id, portal_id, section_id, kind, slug, created_at) overriding system value
      select id, portal, section, kind, slug, at from r
    ), e as (
      insert into edition (id, portal_id, item_id, language, number, state, title, created_at, saved_at) overriding system value
      select id, portal, id, 'vi', 1, 'published', title, at, at from r
    )
    insert into publication (locality_id, portal_id, section_id, item_id, edition_id, edition_number, language, kind, slug,
      title, summary, body_html, body_text, author, source, source_url, facts, first_published_at, published_at,
      approved_by, approved_at, content_hash)
    select 1, portal, section, id, id, 1, 'vi', kind, slug, title, summary, html, plain, '', '', '', facts, at, at, 1, at,
      md5(id::text) from r order by id`;
}
