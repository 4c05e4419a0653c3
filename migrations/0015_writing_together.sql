-- Two people in one draft: what a save was begun from, so that only what both changed is asked; and who has it open.

-- Content of a draft as it stood under a version, kept for some days.
create table edition_save (
  portal_id bigint not null references portal,
  edition_id bigint not null references edition on delete cascade,
  version integer not null,
  content jsonb not null,
  saved_by bigint references person,
  saved_at timestamptz not null,
  primary key (edition_id, version)
);
create index edition_save_old on edition_save (portal_id, saved_at);

-- Who has the editor of a draft open; a row is old after a minute.
create table edition_presence (
  portal_id bigint not null references portal,
  edition_id bigint not null references edition on delete cascade,
  person_id bigint not null references person,
  seen_at timestamptz not null,
  primary key (edition_id, person_id)
);

grant select, insert, update, delete on edition_save, edition_presence to cong_lang_app, cong_lang_system;

do $$
declare t text;
begin
  foreach t in array array['edition_save', 'edition_presence'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
    execute format('create policy own_portal on %I to cong_lang_app
      using (portal_id = any ((select app_portals())::bigint[]))
      with check (portal_id = any ((select app_portals())::bigint[]))', t);
  end loop;
end
$$;
