-- What a checker let pass although it stood in the way of submitting: which words, who, when and why. Never changed.
create table edition_override (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  edition_id bigint not null references edition,
  -- as in rules/checker
  code text not null,
  field text not null,
  -- path and offsets in the body as it was then; empty for other fields
  place text not null,
  words text not null,
  reason text not null check (length(trim(reason)) >= 5),
  person_id bigint not null references person,
  at timestamptz not null
);
create index edition_override_edition on edition_override (edition_id, id);

-- Links of public copies and open drafts that lead nowhere, as the nightly look found them.
create table broken_link (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  item_id bigint not null references item,
  edition_id bigint not null references edition,
  -- what is broken is read by the public
  is_public boolean not null,
  href text not null,
  words text not null,
  -- which of the findings of the edition it is
  place text not null,
  standing text not null check (standing in ('missing', 'withdrawn', 'unreachable')),
  found_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create unique index broken_link_open on broken_link (edition_id, href, place) where ended_at is null;
create index broken_link_portal on broken_link (portal_id, id) where ended_at is null;

grant select, insert on edition_override to cong_lang_app, cong_lang_system;
grant select on broken_link to cong_lang_app;
grant select, insert, update on broken_link to cong_lang_system;

do $$
declare t text;
begin
  foreach t in array array['edition_override', 'broken_link']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
  end loop;
end
$$;
create policy own_portal on edition_override to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]))
  with check (portal_id = any ((select app_portals())::bigint[]));
create policy own_portal on broken_link for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]));

-- Where links lead, of any portal: only what everyone can see by opening them. Staff see no other portal's rows.
create function public_item_standing(target bigint) returns text
  language sql stable security definer set search_path = '' as $$
  select case
    when exists (select from public.publication p where p.item_id = target and p.ended_at is null) then 'there'
    when exists (select from public.withdrawal w where w.item_id = target and w.lifted_at is null) then 'withdrawn'
    else 'missing'
  end
$$;
create function public_file_is_there(target text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from public.publication_file f join public.publication p on p.id = f.publication_id
    where f.hash = target and p.ended_at is null)
$$;
revoke execute on function public_item_standing(bigint), public_file_is_there(text) from public;
grant execute on function public_item_standing(bigint), public_file_is_there(text) to cong_lang_app, cong_lang_system;
