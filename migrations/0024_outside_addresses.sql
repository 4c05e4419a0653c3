-- Addresses outside the installation that published items lead to: what was heard when they were asked.
create table outside_address (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  -- as it is asked: one way of writing it, without the place within the page
  address text not null check (length(address) <= 2000),
  host text not null,
  -- unclear: a machine cannot tell; failing: not often enough to be called broken
  standing text not null default 'unasked' check (standing in ('unasked', 'opens', 'unclear', 'failing', 'broken')),
  -- of the last answer, in the words of platform/outside
  reason text,
  status integer,
  asked_at timestamptz,
  opened_at timestamptz,
  -- different days on which it failed, since it last opened
  failed_days integer not null default 0,
  failed_since date,
  failed_on date,
  next_on date not null,
  unique (locality_id, address)
);
create index outside_address_next on outside_address (locality_id, next_on);

-- The last round of a locality, and the last that told something.
create table outside_round (
  locality_id bigint primary key references locality,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  asked integer not null,
  -- false: nothing opened, so nothing was counted against any address
  has_way_out boolean not null,
  told_at timestamptz
);

-- What an edition leads to, addresses outside among it.
alter table item_link add column target_address text;
alter table item_link drop constraint item_link_check;
alter table item_link add check (num_nonnulls(target_item_id, target_hash, target_address) = 1);
alter table item_link drop constraint item_link_place_check;
alter table item_link add check (place in ('body', 'attachment', 'picture', 'source'));
create index item_link_address on item_link (target_address) where target_address is not null;

drop trigger edition_links_unread on edition;
create trigger edition_links_unread before update of body_html, attachments, picture_media_id, source_url on edition
  for each row execute function edition_links_unread();

-- those that lead outside are read again; that changes no word, so no version is kept of it
alter table edition disable trigger edition_version_kept;
update edition set links_read = false where body_html ~* 'href="https?:' or source_url <> '';
alter table edition enable trigger edition_version_kept;

grant select, insert, update, delete on outside_address to cong_lang_system;
grant select, insert, update on outside_round to cong_lang_system;
grant select on outside_address, outside_round to cong_lang_app;

do $$
declare t text;
begin
  foreach t in array array['outside_address', 'outside_round'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
    -- published items name these addresses: all who work in the locality may know how they answered
    execute format('create policy own_locality on %I for select to cong_lang_app using (locality_id = app_locality())', t);
  end loop;
end
$$;

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;
