import { type Sql, sql } from '../src/platform/db/index.ts';
import type { FreshDatabase } from '../tests/support/engines.ts';

/** A locality with so many portals and so many published items each, put in by SQL: the shape of a real one, quickly. */
export async function fill(
  database: FreshDatabase,
  { portals, items }: { portals: number; items: number },
): Promise<void> {
  const face = JSON.stringify({
    colour: '#22386E',
    scene: 'mountains',
    drawing: 'mountains',
    searchQuestion: { vi: 'Bạn tìm gì ở tỉnh Lào Cai?', en: 'What are you looking for?' },
    tasks: [],
    popular: [],
  });
  const contact = JSON.stringify({
    managedBy: { vi: 'Ủy ban nhân dân', en: 'People’s Committee' },
    responsible: { vi: 'Ban Biên tập', en: 'Editorial board' },
    address: { vi: 'Trung tâm', en: 'Centre' },
    phone: '0214 000 0000',
    email: 'cong@laocai.gov.vn',
  });
  // as the owner, whose statements have no time limit: 100,000 items are indexed as they go in
  await database.asOwner(async (owner) => {
    const tx = { run: (query: Sql) => owner.query(query.text, query.values) };
    await tx.run(
      sql`insert into locality (code, name_vi, name_en, kind) values ('lao-cai', 'Tỉnh Lào Cai', 'Lào Cai Province', 'province')`,
    );
    await tx.run(
      sql`insert into regulation_period (locality_id, profile_code, valid_from, decision) values (1, 'lao-cai-22-2016', '2016-05-06', 'bench')`,
    );
    await tx.run(sql`insert into person (locality_id, username, full_name) values (1, 'bench', 'Bench')`);
    await tx.run(sql`insert into body (locality_id) select 1 from generate_series(1, ${portals})`);
    await tx.run(sql`insert into body_name (body_id, locality_id, valid_from, name_vi, name_en, abbreviation, kind)
      select n, 1, '2016-01-01', 'Đơn vị số ' || n, 'Body ' || n, 'dv' || n, case when n = 1 then 'committee' when n % 4 = 0 then 'department' else 'commune' end
      from generate_series(1, ${portals}) n`);
    await tx.run(sql`insert into portal (locality_id, body_id, is_main, opened_on, face, contact)
      select 1, n, n = 1, '2016-01-01', ${face}::jsonb, ${contact}::jsonb from generate_series(1, ${portals}) n`);
    await tx.run(sql`insert into portal_hostname (portal_id, locality_id, host, live_at, valid_from, rule_source)
      select n, 1, case when n = 1 then 'www.laocai.gov.vn' else 'dv' || n || '.laocai.gov.vn' end, now(), '2016-01-01', 'bench' from generate_series(1, ${portals}) n`);
    await tx.run(sql`insert into section (portal_id, content_kind, name_vi, name_en, slug_vi, slug_en, position)
      select p, k.kind, k.vi, k.en, k.slug, k.slug || '-en', k.pos from generate_series(1, ${portals}) p,
      (values ('news', 'Tin tức', 'News', 'tin-tuc', 1), ('direction', 'Chỉ đạo', 'Direction', 'chi-dao', 2),
        ('legal-dissemination', 'Tuyên truyền', 'Dissemination', 'tuyen-truyen', 3)) as k(kind, vi, en, slug, pos)`);
    await tx.run(sql`insert into item (portal_id, section_id, kind, slug, created_at)
      select p, (p - 1) * 3 + 1 + n % 3, (array['news', 'direction', 'legal-dissemination'])[1 + n % 3], 'bai-so-' || n, now()
      from generate_series(1, ${portals}) p, generate_series(1, ${items}) n order by p, n`);
    await tx.run(sql`insert into edition (portal_id, item_id, language, number, state, title, created_at, saved_at)
      select portal_id, id, 'vi', 1, 'published', 'Bài ' || id, now(), now() from item`);
    await tx.run(sql`insert into publication (locality_id, portal_id, section_id, item_id, edition_id, edition_number, language,
        kind, slug, title, summary, body_html, body_text, author, source, source_url, first_published_at, published_at,
        approved_by, approved_at, content_hash)
      select 1, i.portal_id, i.section_id, i.id, e.id, 1, 'vi', i.kind, i.slug, 'Sửa chữa công trình nước sạch số ' || i.id,
        'Nước đã về lại với các hộ ở vùng cao trước mùa khô.', t.html, t.plain, 'Người viết', '', '',
        w.at, w.at, 1, now(), md5(i.id::text)
      from item i join edition e on e.item_id = i.id
      -- all portals publish all the time, none in one go
      cross join lateral (select now() - ((i.id - 1) % ${items} * ${portals} + i.portal_id) * interval '1 minute' as at) w,
      (select repeat('<p>Mỗi năm từ tháng Mười hai đến tháng Tư, lưu lượng ở các khe đầu nguồn giảm còn khoảng một phần ba. Thợ của các xã cùng bà con đã thay đường ống, xây lại bể lọc và lắp đồng hồ cho các thôn.</p>', 8) as html,
        repeat('Mỗi năm từ tháng Mười hai đến tháng Tư, lưu lượng ở các khe đầu nguồn giảm còn khoảng một phần ba. ', 8) as plain) t`);
    await owner.exec('analyze');
  });
}
