-- The gazette of a locality (công báo): what was sent to it, its issues, and the key they are signed with. An issue is made of
-- public copies, which never change; once it is out, no right of any role changes a row of it.

-- The keys a locality signs with (Ed25519). The private half is sealed; the public one is for everybody, for ever.
create table gazette_key (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  -- SHA-256 of the public key, in hexadecimal
  fingerprint text not null unique,
  public_key text not null,
  private_key text not null,
  created_at timestamptz not null,
  -- another key signs since then
  retired_at timestamptz
);
create unique index gazette_key_current on gazette_key (locality_id) where retired_at is null;

-- A document that belongs into the gazette; its clock (subject gazetteSending) runs from signing until it is sent.
create table gazette_sending (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  -- of the body that issued it
  portal_id bigint not null references portal,
  item_id bigint not null unique references item,
  noted_at timestamptz not null,
  sent_by bigint references person,
  sent_at timestamptz
);
create index gazette_sending_portal on gazette_sending (portal_id);
create index gazette_sending_locality on gazette_sending (locality_id, id);

create table gazette_issue (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  year integer not null check (year between 1945 and 9999),
  number integer not null check (number > 0),
  last_number integer not null check (last_number >= number),
  issued_on date not null,
  -- approved: nobody changes it any more, its pages are being made
  state text not null check (state in ('draft', 'submitted', 'approved', 'issued')),
  -- raised by every change, so that two people do not write over each other
  version integer not null default 1,
  changed_by bigint not null references person,
  changed_at timestamptz not null,
  submitted_by bigint references person,
  submitted_at timestamptz,
  -- why it was sent back, or could not be issued
  returned_reason text,
  approved_by bigint references person,
  approved_at timestamptz,
  issued_at timestamptz,
  first_page integer,
  last_page integer,
  -- exactly the bytes that were hashed and signed
  content text,
  statement text,
  -- base64
  signature text,
  key_id bigint references gazette_key,
  pdf_hash text,
  pdf_bytes bigint,
  check ((state = 'issued') = (issued_at is not null)),
  check (state <> 'issued' or (content is not null and statement is not null and signature is not null
    and key_id is not null and pdf_hash is not null and approved_by is not null))
);
-- one issue at a time is being made, and each number is given once
create unique index gazette_issue_open on gazette_issue (portal_id) where state <> 'issued';
create unique index gazette_issue_number on gazette_issue (portal_id, year, number) where state = 'issued';
create index gazette_issue_pdf on gazette_issue (pdf_hash) where state = 'issued';

-- What an issue is composed of; of an issued one, `content` says everything, and these rows are how it is found.
create table gazette_entry (
  id bigint generated always as identity primary key,
  issue_id bigint not null references gazette_issue on delete cascade,
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  -- a document …
  sending_id bigint references gazette_sending,
  publication_id bigint references publication,
  -- … or the correction of a text of an earlier issue
  corrects_issue_id bigint references gazette_issue,
  corrects_position integer,
  title text not null default '',
  body_html text not null default '',
  abstract text not null,
  -- set when it is issued
  position integer,
  first_page integer,
  last_page integer,
  check ((sending_id is null) = (publication_id is null)),
  check ((sending_id is null) = (corrects_issue_id is not null)),
  check ((corrects_issue_id is null) = (corrects_position is null)),
  unique (issue_id, sending_id)
);
create index gazette_entry_issue on gazette_entry (issue_id);
create index gazette_entry_sending on gazette_entry (sending_id) where sending_id is not null;
create index gazette_entry_corrects on gazette_entry (corrects_issue_id) where corrects_issue_id is not null;

-- Rights -----------------------------------------------------------------------------------------

grant select, insert, update on gazette_key, gazette_sending, gazette_issue, gazette_entry to cong_lang_system;
grant delete on gazette_issue, gazette_entry to cong_lang_system;
-- nobody but the machine that signs reads the private half
grant select (id, locality_id, portal_id, fingerprint, public_key, created_at, retired_at) on gazette_key
  to cong_lang_public, cong_lang_app;
grant select, insert, update on gazette_sending to cong_lang_app;
grant select, insert, update, delete on gazette_issue, gazette_entry to cong_lang_app;
grant select on gazette_sending, gazette_issue, gazette_entry to cong_lang_public;

do $$
declare t text;
begin
  foreach t in array array['gazette_key', 'gazette_sending'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
  end loop;
  foreach t in array array['gazette_issue', 'gazette_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_reads on %I for select to cong_lang_system using (true)', t);
    execute format('create policy system_adds on %I for insert to cong_lang_system with check (true)', t);
  end loop;
end
$$;

create policy known_to_all on gazette_key for select to cong_lang_public using (true);
create policy known on gazette_key for select to cong_lang_app
  using (locality_id = app_locality() or portal_id = any ((select app_portals())::bigint[]));

create policy own_portal on gazette_sending for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) or (sent_at is not null and locality_id = app_locality()));
create policy own_portal_adds on gazette_sending for insert to cong_lang_app
  with check (portal_id = any ((select app_portals())::bigint[]));
create policy own_portal_sends on gazette_sending for update to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) and sent_at is null)
  with check (portal_id = any ((select app_portals())::bigint[]));
-- which document stands in which issue is public once the issue is
create policy of_issued on gazette_sending for select to cong_lang_public using (exists (
  select from gazette_entry e join gazette_issue i on i.id = e.issue_id
  where e.sending_id = gazette_sending.id and i.state = 'issued'));

create policy issued on gazette_issue for select to cong_lang_public using (state = 'issued');
create policy issued_or_own on gazette_issue for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) or (state = 'issued' and locality_id = app_locality()));
create policy own_portal_begins on gazette_issue for insert to cong_lang_app
  with check (portal_id = any ((select app_portals())::bigint[]) and state = 'draft');
create policy own_portal_changes on gazette_issue for update to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) and state in ('draft', 'submitted'))
  with check (portal_id = any ((select app_portals())::bigint[]) and state <> 'issued');
create policy own_portal_drops on gazette_issue for delete to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) and state = 'draft');
-- the machine issues what was approved, or gives it back; what is issued nobody touches
create policy system_issues on gazette_issue for update to cong_lang_system
  using (state = 'approved') with check (true);
create policy system_drops on gazette_issue for delete to cong_lang_system using (state = 'draft');

create policy of_issued on gazette_entry for select to cong_lang_public using (exists (
  select from gazette_issue i where i.id = gazette_entry.issue_id and i.state = 'issued'));
create policy issued_or_own on gazette_entry for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) or (locality_id = app_locality() and exists (
    select from gazette_issue i where i.id = gazette_entry.issue_id and i.state = 'issued')));
create policy of_draft_adds on gazette_entry for insert to cong_lang_app
  with check (portal_id = any ((select app_portals())::bigint[]) and exists (
    select from gazette_issue i where i.id = gazette_entry.issue_id and i.state = 'draft'));
create policy of_draft_changes on gazette_entry for update to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) and exists (
    select from gazette_issue i where i.id = gazette_entry.issue_id and i.state = 'draft'));
create policy of_draft_drops on gazette_entry for delete to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) and exists (
    select from gazette_issue i where i.id = gazette_entry.issue_id and i.state = 'draft'));
create policy system_places on gazette_entry for update to cong_lang_system
  using (exists (select from gazette_issue i where i.id = gazette_entry.issue_id and i.state = 'approved'))
  with check (true);
create policy system_drops on gazette_entry for delete to cong_lang_system
  using (exists (select from gazette_issue i where i.id = gazette_entry.issue_id and i.state = 'draft'));

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;
