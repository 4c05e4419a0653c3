-- The menu at the head of a portal and the columns at its foot, as its board composed them; and the portal's emblem.

-- What stands together: the menu at the head, or one column at the foot. A portal whose board composed nothing has none, and
-- shows the sections that stand in the menu and the usual columns.
create table menu_group (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  place text not null check (place in ('head', 'foot')),
  position integer not null,
  -- { vi, en }: over a column; the head has none
  title jsonb,
  unique (portal_id, place, position),
  check ((place = 'foot') = (title is not null))
);

create table menu_entry (
  group_id bigint not null references menu_group on delete cascade,
  portal_id bigint not null references portal,
  position integer not null,
  kind text not null check (kind in ('section', 'item', 'page', 'portal', 'address')),
  section_id bigint references section,
  item_id bigint references item,
  -- a page every portal has, by its name in PUBLIC_PATHS
  page text,
  to_portal_id bigint references portal,
  -- { vi, en }
  href jsonb,
  -- { vi, en }; an empty text is the name of the target itself
  name jsonb not null,
  primary key (group_id, position),
  check (case kind
    when 'section' then section_id is not null
    when 'item' then item_id is not null
    when 'page' then page is not null
    when 'portal' then to_portal_id is not null
    else href is not null end)
);
create index menu_entry_portal on menu_entry (portal_id);
create index menu_entry_item on menu_entry (item_id) where item_id is not null;

-- The emblem at the head of a portal in place of the arch. The picture comes from the library of the portal; what is shown
-- was made of it, small enough for every page.
create table portal_emblem (
  portal_id bigint primary key references portal,
  media_id bigint not null references media,
  hash text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- the same as a square, for the browser's tab; null where the emblem is too long for one
  icon_hash text
);
create index portal_emblem_media on portal_emblem (media_id);

-- Rights -----------------------------------------------------------------------------------------

grant select, insert, update, delete on menu_group, menu_entry, portal_emblem to cong_lang_app, cong_lang_system;
grant select on menu_group, menu_entry, portal_emblem to cong_lang_public;
grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;

do $$
declare t text;
begin
  foreach t in array array['menu_group', 'menu_entry', 'portal_emblem'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
    -- the face of a portal is public knowledge
    execute format('create policy read_all on %I for select to cong_lang_public using (true)', t);
    execute format('create policy own_portal on %I to cong_lang_app
      using (portal_id = any ((select app_portals())::bigint[]))
      with check (portal_id = any ((select app_portals())::bigint[]))', t);
  end loop;
end
$$;
