-- Bodies that issue documents, or did before they were merged, divided or renamed: what they were called, when, and who
-- came after them. Documents keep their issuer as printed; lists and searches find it by this register.

-- A body that has or had a place here is named in body_name, and its row only adds how else it is written.
create table issuer (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  body_id bigint references body,
  -- as it is printed in full; null for a body of the installation
  name text,
  -- other ways it is written, abbreviations among them
  forms text[] not null default '{}',
  -- first and last day; null: not known, or not ended
  first_on date,
  last_on date,
  added_by bigint references person,
  added_at timestamptz not null,
  removed_by bigint references person,
  removed_at timestamptz,
  check ((body_id is null) <> (name is null))
);
create unique index issuer_body on issuer (body_id) where removed_at is null;
create index issuer_locality on issuer (locality_id) where removed_at is null;

-- Who came after whom, from which day and by which text. One may have several successors (divided), one several before it.
create table issuer_succession (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  from_issuer_id bigint not null references issuer,
  to_issuer_id bigint not null references issuer,
  effective_on date not null,
  basis text not null,
  added_by bigint references person,
  added_at timestamptz not null,
  removed_by bigint references person,
  removed_at timestamptz,
  check (from_issuer_id <> to_issuer_id)
);
create unique index issuer_succession_once on issuer_succession (from_issuer_id, to_issuer_id) where removed_at is null;
create index issuer_succession_locality on issuer_succession (locality_id) where removed_at is null;

-- The open portal that took over the names of a closed one, else the main portal: what it had open goes there, and its
-- body is known as the successor.
create function portal_successor(closed bigint) returns bigint
  language sql stable set search_path = '' as $$
  select t.id from public.portal p
    join public.portal t on t.locality_id = p.locality_id and t.state = 'open'
    left join public.portal_hostname taken on taken.portal_id = t.id
      and taken.host in (select h.host from public.portal_hostname h where h.portal_id = p.id)
    where p.id = closed and (taken.id is not null or t.is_main)
    order by taken.id desc nulls last limit 1
$$;

-- Harvesters read a portal in the order in which it was published; what was taken down stays in its section for them.
create index publication_harvest on publication (portal_id, published_at, item_id, language) where ended_at is null;
create index withdrawal_harvest on withdrawal (portal_id, withdrawn_at, item_id, language) where lifted_at is null;
alter table withdrawal add column section_id bigint references section;
update withdrawal w set section_id = (select p.section_id from publication p
  where p.item_id = w.item_id and p.language = w.language order by p.id desc limit 1);

-- Rights -----------------------------------------------------------------------------------------

grant select, insert, update on issuer, issuer_succession to cong_lang_app, cong_lang_system;
grant select on issuer, issuer_succession to cong_lang_public;
grant execute on function portal_successor(bigint) to cong_lang_app, cong_lang_system, cong_lang_public;

do $$
declare t text;
begin
  foreach t in array array['issuer', 'issuer_succession'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
    execute format('create policy standing on %I for select to cong_lang_public using (removed_at is null)', t);
    execute format('create policy own_locality on %I to cong_lang_app
      using (locality_id = app_locality()) with check (locality_id = app_locality())', t);
  end loop;
end
$$;

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;
