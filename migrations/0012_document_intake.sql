-- Documents that other systems hand in by the interface (/api/van-ban): the keys they use, and what came by each.

-- A key of one system for one section of one portal. The key itself is shown once and kept nowhere, only its SHA-256.
create table intake_key (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  section_id bigint not null references section,
  -- the system, as the office calls it
  name text not null,
  -- the same, folded: keys of one system that follow each other know the same documents
  system text not null,
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  -- a document that does not name the portal among its recipients: refused, or left to a clerk
  without_portal text not null check (without_portal in ('refuse', 'ask')),
  made_by bigint references person,
  made_at timestamptz not null,
  -- to the minute
  last_used_at timestamptz,
  ended_by bigint references person,
  ended_at timestamptz
);
create index intake_key_portal on intake_key (portal_id, id desc);

-- A document that came, by the id its sender knows it by: sent again it is the same.
create table intake_document (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  key_id bigint not null references intake_key,
  system text not null,
  sender_id text not null,
  -- SHA-256 over metadata and files as they were sent
  content_digest text not null,
  item_id bigint not null references item,
  edition_id bigint not null references edition,
  -- of the draft as it was made: a higher one was touched by a person
  edition_version integer not null,
  -- { field: { value, from } }
  reading jsonb not null,
  -- [{ code, field, vi, en }]
  findings jsonb not null,
  received_at timestamptz not null,
  replaced_at timestamptz,
  unique (portal_id, system, sender_id)
);
create index intake_document_newest on intake_document (portal_id, received_at desc);
create index intake_document_item on intake_document (item_id);

-- Rights -----------------------------------------------------------------------------------------

grant select, insert, update on intake_key, intake_document to cong_lang_system;
-- the desk makes keys and ends them; the digest is for those who are let in by it
grant insert on intake_key to cong_lang_app;
grant select (id, portal_id, section_id, name, system, without_portal, made_by, made_at, last_used_at, ended_by, ended_at)
  on intake_key to cong_lang_app;
grant update (ended_by, ended_at) on intake_key to cong_lang_app;
grant select, insert, update on intake_document to cong_lang_app;

do $$
declare t text;
begin
  foreach t in array array['intake_key', 'intake_document'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
    execute format('create policy own_portal on %I to cong_lang_app
      using (portal_id = any ((select app_portals())::bigint[]))
      with check (portal_id = any ((select app_portals())::bigint[]))', t);
  end loop;
end
$$;

grant usage, select on sequence intake_key_id_seq, intake_document_id_seq to cong_lang_app, cong_lang_system;
