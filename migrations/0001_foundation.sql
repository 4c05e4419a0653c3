-- The foundation: who reads and writes (roles), where it belongs (localities, bodies, portals),
-- who works there (persons, grants), what is published (items, editions, publications), the clocks
-- of law and the record of everything done (audit).
--
-- One SQL for PGlite and PostgreSQL 15–18. Forward only: a landed file never changes.
--
-- Three roles, none of which owns anything:
--   cong_lang_app     commands and pages of the desk; sees only the portals named in app.portals
--   cong_lang_public  public pages; sees only what a board has published
--   cong_lang_system  sign-in, jobs and the operator's tool; crosses portals, never serves a page
-- In production the server logs in as cong_lang_app, which may take on the other two.

do $$
begin
  if not exists (select from pg_roles where rolname = 'cong_lang_public') then
    create role cong_lang_public nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'cong_lang_system') then
    create role cong_lang_system nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'cong_lang_app') then
    -- noinherit: it may take on the other two, but is bound by its own policies until it does
    create role cong_lang_app login noinherit;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this cluster was quicker
end
$$;
-- Roles belong to the cluster, not to this database: nothing is touched that is as it should be, because two
-- databases may be migrated at once.
do $$
begin
  if exists (select from pg_roles where rolname = 'cong_lang_app' and rolinherit) then
    alter role cong_lang_app noinherit;
  end if;
  if not pg_has_role('cong_lang_app', 'cong_lang_public', 'member') or not pg_has_role('cong_lang_app', 'cong_lang_system', 'member') then
    grant cong_lang_public, cong_lang_system to cong_lang_app;
  end if;
end
$$;
do $$
begin
  -- a member that inherits would be let through by the policies of cong_lang_system: every portal open to all
  if pg_has_role('cong_lang_app', 'cong_lang_system', 'usage') then
    raise exception 'cong_lang_app inherits from cong_lang_system. Run as the administrator of the cluster: alter role cong_lang_app noinherit; revoke cong_lang_system, cong_lang_public from cong_lang_app; grant cong_lang_system, cong_lang_public to cong_lang_app;';
  end if;
end
$$;

-- What the transaction may see ------------------------------------------------------------------

create function app_portals() returns bigint[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.portals', true), '')::bigint[], '{}') $$;

create function app_locality() returns bigint language sql stable parallel safe as
$$ select nullif(current_setting('app.locality', true), '')::bigint $$;

create function app_person() returns bigint language sql stable parallel safe as
$$ select nullif(current_setting('app.person', true), '')::bigint $$;

-- Vietnamese text for searching -----------------------------------------------------------------
-- Twins of normVietnamese and foldVietnamese in src/rules/text; a test holds them together. They call each
-- other by schema, because pg_restore runs with an empty search path.

create function vi_norm(t text) returns text language sql immutable parallel safe strict as $$
  select replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    lower(normalize(t, nfc)),
    'òa', 'oà'), 'óa', 'oá'), 'ỏa', 'oả'), 'õa', 'oã'), 'ọa', 'oạ'),
    'òe', 'oè'), 'óe', 'oé'), 'ỏe', 'oẻ'), 'õe', 'oẽ'), 'ọe', 'oẹ'),
    'ùy', 'uỳ'), 'úy', 'uý'), 'ủy', 'uỷ'), 'ũy', 'uỹ'), 'ụy', 'uỵ')
$$;

create function vi_fold(t text) returns text language sql immutable parallel safe strict as $$
  select translate(public.vi_norm(t),
    'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')
$$;

create function vi_search(title text, lead text, body text) returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('simple'::regconfig, public.vi_norm(coalesce(title, ''))), 'A')
      || setweight(to_tsvector('simple'::regconfig, public.vi_fold(coalesce(title, ''))), 'B')
      || setweight(to_tsvector('simple'::regconfig, public.vi_norm(coalesce(lead, '') || ' ' || coalesce(body, ''))), 'C')
      || setweight(to_tsvector('simple'::regconfig, public.vi_fold(coalesce(lead, '') || ' ' || coalesce(body, ''))), 'D')
$$;

-- Localities, bodies, portals -------------------------------------------------------------------

create table locality (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9-]+$'),
  name_vi text not null,
  name_en text not null,
  kind text not null check (kind in ('province', 'city')),
  created_at timestamptz not null default now()
);

-- Which regulation a locality applies, by date. A later row supersedes from its first day on.
create table regulation_period (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  profile_code text not null,
  valid_from date not null,
  decision text not null,
  created_at timestamptz not null default now(),
  unique (locality_id, valid_from)
);

create table body (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  created_at timestamptz not null default now()
);

-- Names, kind, parent and codes of a body hold from a date; renaming or moving a body adds a row.
create table body_name (
  id bigint generated always as identity primary key,
  body_id bigint not null references body,
  locality_id bigint not null references locality,
  valid_from date not null,
  valid_to date,
  name_vi text not null,
  name_en text not null,
  short_name text,
  abbreviation text not null,
  kind text not null,
  parent_body_id bigint references body,
  administrative_code text,
  decision text,
  check (valid_to is null or valid_to > valid_from),
  unique (body_id, valid_from)
);

create table portal (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  body_id bigint not null references body,
  is_main boolean not null default false,
  obligation text not null default 'obliged' check (obligation in ('obliged', 'voluntary')),
  joined_by_decision text,
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_on date not null,
  closed_on date,
  workflow text not null default 'check-then-approve' check (workflow in ('approve', 'check-then-approve')),
  -- { colour, scene, drawing, searchQuestion: {vi,en}, tasks: [{icon,title,note,href}], blocks: [...] }
  face jsonb not null,
  -- { address, phone, fax, email, responsible: {vi,en}, managedBy: {vi,en}, hours }
  contact jsonb not null,
  created_at timestamptz not null default now()
);
create unique index portal_one_main on portal (locality_id) where is_main and state = 'open';

create table portal_hostname (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  locality_id bigint not null references locality,
  host text not null check (host = lower(host)),
  is_canonical boolean not null default true,
  state text not null default 'live' check (state in ('requested', 'live', 'retired')),
  valid_from date not null,
  valid_to date,
  rule_source text not null,
  requested_by bigint,
  created_at timestamptz not null default now()
);
create unique index portal_hostname_live on portal_hostname (host) where state <> 'retired';

-- Some regulations want a name agreed by two parties (TB-013); each party's consent is a row.
create table hostname_approval (
  id bigint generated always as identity primary key,
  hostname_id bigint not null references portal_hostname,
  portal_id bigint not null references portal,
  locality_id bigint not null references locality,
  party text not null,
  person_id bigint,
  note text,
  approved_at timestamptz not null,
  unique (hostname_id, party)
);

create table section (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  parent_id bigint references section,
  content_kind text not null,
  name_vi text not null,
  name_en text not null,
  slug_vi text not null,
  slug_en text not null,
  -- article of the regulation that demands it; null where the portal added it by itself
  required_by text,
  -- the portal's own target, in days, where the regulation says only "regularly"
  fresh_within_days integer check (fresh_within_days > 0),
  in_menu boolean not null default true,
  position integer not null default 0,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  unique (portal_id, slug_vi),
  unique (portal_id, slug_en)
);

-- People ----------------------------------------------------------------------------------------

create table person (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  body_id bigint references body,
  username text not null unique check (username = lower(username)),
  full_name text not null,
  email text,
  language text not null default 'vi' check (language in ('vi', 'en')),
  password_hash text,
  must_change_password boolean not null default true,
  password_changed_at timestamptz,
  failed_count integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

create table role_grant (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  portal_id bigint not null references portal,
  role text not null check (role in ('technicalAdmin', 'contentAdmin', 'editor', 'checker', 'boardMember', 'head', 'overseer')),
  valid_from date not null,
  valid_to date,
  decision text,
  granted_by bigint references person,
  granted_at timestamptz not null,
  revoked_at timestamptz
);
create unique index role_grant_live on role_grant (person_id, portal_id, role) where revoked_at is null;
create index role_grant_portal on role_grant (portal_id);

create table session (
  token_hash text primary key,
  person_id bigint not null references person,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_limit_ms integer not null,
  ended_at timestamptz
);
create index session_person on session (person_id);

create table invitation (
  token_hash text primary key,
  person_id bigint not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Files: content-addressed, written to the store before the row -----------------------------------

create table media (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  hash text not null,
  name text not null,
  type text not null,
  size_bytes bigint not null,
  width integer,
  height integer,
  uploaded_by bigint references person,
  uploaded_at timestamptz not null
);
create index media_hash on media (hash);
create index media_portal on media (portal_id, id desc);

-- Items and editions ----------------------------------------------------------------------------

create table item (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  section_id bigint not null references section,
  kind text not null,
  slug text not null,
  -- where it came from when another portal proposed it
  origin_portal_id bigint references portal,
  origin_item_id bigint references item,
  created_by bigint references person,
  created_at timestamptz not null
);
create index item_portal on item (portal_id, id desc);

-- An edition holds the content and its state, for one language. Once published it never changes.
create table edition (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  item_id bigint not null references item,
  language text not null check (language in ('vi', 'en')),
  number integer not null,
  state text not null check (state in ('draft', 'submitted', 'checked', 'scheduled', 'published', 'superseded', 'withdrawn', 'discarded')),
  title text not null,
  summary text not null default '',
  body_html text not null default '',
  author text not null default '',
  source text not null default '',
  source_url text not null default '',
  source_published_at timestamptz,
  picture_media_id bigint references media,
  picture_alt text not null default '',
  picture_caption text not null default '',
  attachments jsonb not null default '[]',
  -- the event that starts the clock of law, when the kind has one: { startEvent, at }
  start_event text,
  start_event_at timestamptz,
  -- facts read from or typed about the text this item is: number, issuer, dates, signer
  facts jsonb not null default '{}',
  -- for a translation: the edition of the other language it was made from
  made_from_edition_id bigint references edition,
  publish_at timestamptz,
  version integer not null default 1,
  created_by bigint references person,
  created_at timestamptz not null,
  saved_by bigint references person,
  saved_at timestamptz not null,
  writers bigint[] not null default '{}',
  submitted_by bigint references person,
  submitted_at timestamptz,
  checked_by bigint references person,
  checked_at timestamptz,
  approved_by bigint references person,
  approved_at timestamptz,
  unique (item_id, language, number)
);
create index edition_item on edition (item_id, language, number desc);
create index edition_queue on edition (portal_id, state);
-- one open edition of an item and language at a time
create unique index edition_one_open on edition (item_id, language)
  where state in ('draft', 'submitted', 'checked', 'scheduled');

create table edition_event (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  edition_id bigint not null references edition,
  move text not null,
  from_state text not null,
  to_state text not null,
  person_id bigint references person,
  reason text,
  at timestamptz not null
);
create index edition_event_edition on edition_event (edition_id, id);

-- What the public reads: a copy of exactly what was approved, by whom and when, and its clock.
-- The public role sees this table and no other table of content.
create table publication (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  section_id bigint not null references section,
  item_id bigint not null references item,
  edition_id bigint not null references edition,
  edition_number integer not null,
  language text not null check (language in ('vi', 'en')),
  kind text not null,
  slug text not null,
  title text not null,
  summary text not null,
  body_html text not null,
  body_text text not null,
  author text not null,
  source text not null,
  source_url text not null,
  source_published_at timestamptz,
  picture jsonb,
  attachments jsonb not null default '[]',
  facts jsonb not null default '{}',
  origin_portal_id bigint references portal,
  origin_item_id bigint,
  made_from_edition_number integer,
  first_published_at timestamptz not null,
  published_at timestamptz not null,
  approved_by bigint not null references person,
  approved_at timestamptz not null,
  clock jsonb,
  content_hash text not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('superseded', 'withdrawn')),
  withdrawal_notice text,
  search tsvector generated always as (vi_search(title, summary, body_text)) stored
);
create unique index publication_live on publication (item_id, language) where ended_at is null;
create index publication_section on publication (section_id, language, first_published_at desc, id desc) where ended_at is null;
create index publication_portal on publication (portal_id, language, first_published_at desc, id desc) where ended_at is null;
create index publication_locality on publication (locality_id, language, first_published_at desc, id desc) where ended_at is null;
create index publication_origin on publication (origin_item_id, portal_id) where ended_at is null and origin_item_id is not null;
create index publication_search on publication using gin (search) where ended_at is null;

-- The notice that stands where something was taken down.
create table withdrawal (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  item_id bigint not null references item,
  language text not null,
  title text not null,
  notice text not null,
  withdrawn_at timestamptz not null,
  lifted_at timestamptz
);
create index withdrawal_item on withdrawal (item_id, language);

create table publication_file (
  publication_id bigint not null references publication,
  portal_id bigint not null references portal,
  hash text not null,
  name text not null,
  type text not null,
  size_bytes bigint not null,
  primary key (publication_id, hash, name)
);
create index publication_file_hash on publication_file (hash);

-- A member proposes an item to the main portal (or the other way); both sides see the row.
create table proposal (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  from_portal_id bigint not null references portal,
  to_portal_id bigint not null references portal,
  item_id bigint not null references item,
  edition_id bigint not null references edition,
  language text not null,
  -- the published content as it stood when it was proposed
  snapshot jsonb not null,
  note text not null default '',
  checked_by bigint not null references person,
  state text not null check (state in ('proposed', 'accepted', 'refused', 'recalled')),
  proposed_by bigint not null references person,
  proposed_at timestamptz not null,
  decided_by bigint references person,
  decided_at timestamptz,
  reason text,
  created_item_id bigint references item
);
create unique index proposal_one_open on proposal (item_id, language, to_portal_id) where state = 'proposed';

-- Clocks of law and the working calendar ----------------------------------------------------------

create table calendar_row (
  id bigint generated always as identity primary key,
  locality_id bigint references locality, -- null: the whole country
  on_date date not null,
  kind text not null check (kind in ('off', 'work', 'halfMorning', 'halfAfternoon')),
  name_vi text not null,
  name_en text not null,
  source_vi text not null,
  source_en text not null,
  announced_on date,
  swap_with date,
  compensates date, -- the holiday on a rest day that this day off makes up for
  confidence text,
  added_by bigint references person,
  added_at timestamptz not null default now(),
  retired_at timestamptz,
  retired_by bigint references person
);
create unique index calendar_row_live on calendar_row (coalesce(locality_id, 0), on_date) where retired_at is null;

create table calendar_confirmation (
  id bigint generated always as identity primary key,
  locality_id bigint references locality,
  confirmed_from date not null,
  confirmed_through date not null,
  source text not null,
  -- proposed holidays of the span that are no days off this time: [{ on, reason }]
  declined jsonb not null default '[]',
  confirmed_by bigint references person,
  confirmed_at timestamptz not null default now()
);

-- The rules clocks run by: thousands of clocks share one, and none is ever changed.
create table clock_rule (
  id bigint generated always as identity primary key,
  digest text not null unique,
  rule jsonb not null
);

create table clock (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  subject_kind text not null,
  subject_id bigint not null,
  duty text not null,
  profile_code text not null,
  rule_id bigint not null references clock_rule,
  events json not null,
  trace json not null, -- json, not jsonb: read and written whole, and taken over a third faster
  state text not null check (state in ('running', 'paused', 'met', 'metLate', 'cancelled', 'undated')),
  started_at timestamptz not null,
  due_on date,      -- null while undated: the calendar is not confirmed that far
  due_at timestamptz,
  met_at timestamptz,
  updated_at timestamptz not null
) with (toast_tuple_target = 8160, fillfactor = 50); -- a row is 1 to 2 KB; compressing it would double the time of a re-dating
create unique index clock_subject on clock (subject_kind, subject_id, duty) where state <> 'cancelled';
-- not by due_at: a portal has few open clocks, and a new due date then touches no index (HOT update)
create index clock_open on clock (portal_id) where state in ('running', 'paused', 'undated');

-- One row for each change of the calendar, and one for each clock it moved.
create table redating (
  id bigint generated always as identity primary key,
  locality_id bigint references locality, -- null: the whole country
  cause_vi text not null,
  cause_en text not null,
  -- the days that changed; a clock that lies outside them cannot move
  changed_from date not null,
  changed_through date not null,
  requested_by bigint references person,
  started_at timestamptz not null,
  finished_at timestamptz,
  -- how far it has come, so that a run cut off goes on from there
  reached_clock_id bigint not null default 0,
  clocks_seen integer not null default 0,
  clocks_moved integer not null default 0
);
-- No foreign keys: the ids are copied from the clock in the transaction that moved it, clocks are never deleted, and
-- three checks a row would cost more than the move.
create table redating_move (
  redating_id bigint not null,
  clock_id bigint not null,
  portal_id bigint not null,
  due_before date,
  due_after date,
  primary key (redating_id, clock_id)
);

-- The record of everything done -------------------------------------------------------------------

create table audit_head (
  locality_id bigint primary key references locality,
  seq bigint not null default 0,
  hash text not null default ''
);

create table audit_entry (
  locality_id bigint not null references locality,
  seq bigint not null,
  portal_id bigint references portal,
  person_id bigint references person,
  actor text not null,
  command text not null,
  subject_kind text not null,
  subject_id text not null,
  payload jsonb not null,
  at timestamptz not null,
  prev_hash text not null,
  hash text not null,
  primary key (locality_id, seq)
);
create index audit_entry_portal on audit_entry (portal_id, seq desc);
create index audit_entry_subject on audit_entry (subject_kind, subject_id);

create table setting (
  id bigint generated always as identity primary key,
  locality_id bigint references locality,
  portal_id bigint references portal,
  key text not null,
  value jsonb not null,
  changed_by bigint references person,
  changed_at timestamptz not null
);
create unique index setting_key on setting (coalesce(locality_id, 0), coalesce(portal_id, 0), key);

-- Rights -----------------------------------------------------------------------------------------

grant usage on schema public to cong_lang_app, cong_lang_public, cong_lang_system;
grant select, insert, update on all tables in schema public to cong_lang_app, cong_lang_system;
grant delete on session, invitation, setting to cong_lang_system;
-- what is recorded stays as it was recorded
revoke update on audit_entry, edition_event, redating_move, hostname_approval, clock_rule from cong_lang_app, cong_lang_system;
-- secrets of signing in are the system role's alone
revoke select, insert, update on session, invitation from cong_lang_app;
revoke select, update on person from cong_lang_app;
grant select (id, locality_id, body_id, username, full_name, email, language, must_change_password,
  password_changed_at, failed_count, locked_until, disabled_at, created_at) on person to cong_lang_app;
grant update (body_id, full_name, email, language, disabled_at, locked_until, failed_count) on person to cong_lang_app;

grant select on locality, regulation_period, body, body_name, portal, portal_hostname, section,
  publication, publication_file, withdrawal, calendar_row, calendar_confirmation to cong_lang_public;

-- Row-level security -------------------------------------------------------------------------------
-- Reference data without personal data or drafts is readable by all; the rest by portal.

do $$
declare t text;
begin
  foreach t in array array['locality', 'regulation_period', 'body', 'body_name', 'portal', 'portal_hostname',
    'hostname_approval', 'section', 'person', 'role_grant', 'session', 'invitation', 'media', 'item', 'edition',
    'edition_event', 'publication', 'withdrawal', 'publication_file', 'proposal', 'calendar_row',
    'calendar_confirmation', 'clock_rule', 'clock', 'redating', 'redating_move', 'audit_head', 'audit_entry', 'setting']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
  end loop;
  -- the structure of the installation is public knowledge
  foreach t in array array['locality', 'regulation_period', 'body', 'body_name', 'portal', 'portal_hostname',
    'section', 'calendar_row', 'calendar_confirmation']
  loop
    execute format('create policy read_all on %I for select to cong_lang_app, cong_lang_public using (true)', t);
  end loop;
  -- rows of a portal, for those who work in it
  foreach t in array array['section', 'hostname_approval', 'portal_hostname', 'media', 'item', 'edition', 'edition_event',
    'publication', 'withdrawal', 'publication_file', 'clock', 'redating_move', 'role_grant']
  loop
    execute format('create policy own_portal on %I to cong_lang_app
      using (portal_id = any ((select app_portals())::bigint[]))
      with check (portal_id = any ((select app_portals())::bigint[]))', t);
  end loop;
  -- rows of a locality
  foreach t in array array['audit_head', 'redating']
  loop
    execute format('create policy own_locality on %I to cong_lang_app
      using (locality_id = app_locality() or locality_id is null)
      with check (locality_id = app_locality() or locality_id is null)', t);
  end loop;
end
$$;

create policy own_portal on portal to cong_lang_app
  using (id = any ((select app_portals())::bigint[]))
  with check (locality_id = app_locality());
-- a rule is law, nobody's own
create policy read_all on clock_rule for select to cong_lang_app using (true);
create policy new_rule on clock_rule for insert to cong_lang_app with check (true);
create policy new_body on body for insert to cong_lang_app with check (locality_id = app_locality());
create policy new_body_name on body_name for insert to cong_lang_app with check (locality_id = app_locality());
create policy end_body_name on body_name for update to cong_lang_app using (locality_id = app_locality());
create policy new_regulation on regulation_period for insert to cong_lang_app with check (locality_id = app_locality());
create policy own_locality on calendar_row to cong_lang_app
  using (locality_id = app_locality()) with check (locality_id = app_locality());
create policy own_locality on calendar_confirmation to cong_lang_app
  using (locality_id = app_locality()) with check (locality_id = app_locality());

create policy colleagues on person for select to cong_lang_app using (
  id = app_person() or exists (
    select from role_grant g where g.person_id = person.id and g.portal_id = any ((select app_portals())::bigint[])));
create policy new_colleague on person for insert to cong_lang_app with check (locality_id = app_locality());
create policy change_colleague on person for update to cong_lang_app using (
  id = app_person() or exists (
    select from role_grant g where g.person_id = person.id and g.portal_id = any ((select app_portals())::bigint[])));

create policy either_side on proposal to cong_lang_app
  using (from_portal_id = any ((select app_portals())::bigint[]) or to_portal_id = any ((select app_portals())::bigint[]))
  with check (from_portal_id = any ((select app_portals())::bigint[]) or to_portal_id = any ((select app_portals())::bigint[]));

create policy read_own on audit_entry for select to cong_lang_app
  using (locality_id = app_locality() and (portal_id = any ((select app_portals())::bigint[]) or person_id = app_person()));
create policy append on audit_entry for insert to cong_lang_app with check (locality_id = app_locality());

create policy own_scope on setting to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) or (portal_id is null and locality_id = app_locality()))
  with check (portal_id = any ((select app_portals())::bigint[]) or (portal_id is null and locality_id = app_locality()));

-- the public: what a board has published and not taken down, nothing else
create policy published on publication for select to cong_lang_public using (ended_at is null);
create policy published on publication_file for select to cong_lang_public using (
  exists (select from publication p where p.id = publication_file.publication_id and p.ended_at is null));
create policy taken_down on withdrawal for select to cong_lang_public using (lifted_at is null);

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;
