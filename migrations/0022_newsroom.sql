-- Working together in the newsroom: steps a board lays down for itself, remarks at a passage, drafts shown to a reader
-- without an account, publishing that is approved afterwards, work somebody took, versions kept, topics planned.

-- The way of an edition to the public, as a portal laid it down: for all its content or for one kind, from a day on.
-- Null steps: this kind goes the way of the portal again. A row is never changed: what held on a day can be read.
create table step_plan (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  content_kind text,
  -- [{ name: {vi,en}, does: check|approve, roles: [], persons: [], byAnother, limitDays }]
  steps jsonb,
  valid_from date not null,
  set_by bigint references person,
  set_at timestamptz not null
);
create index step_plan_portal on step_plan (portal_id, content_kind, valid_from desc, id desc);

-- Where an edition stands among the steps it began with; without a row it goes the standard way of its portal.
create table edition_step (
  edition_id bigint primary key references edition,
  portal_id bigint not null references portal,
  steps jsonb not null,
  at_step integer not null default 0,
  passed_by bigint[] not null default '{}',
  entered_at timestamptz not null,
  due_on date,
  due_at timestamptz
);

-- A remark at a passage, with the words it was made at, and perhaps other words for them. A reply has a parent.
create table edition_comment (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  edition_id bigint not null references edition,
  parent_id bigint references edition_comment,
  passage text not null default '',
  quote text not null default '',
  body text not null,
  replacement text,
  person_id bigint references person,
  guest_name text,
  link_id bigint,
  state text not null default 'open' check (state in ('open', 'resolved', 'taken')),
  closed_by bigint references person,
  closed_at timestamptz,
  made_at timestamptz not null,
  check ((person_id is null) <> (guest_name is null))
);
create index edition_comment_edition on edition_comment (edition_id, id);

-- A draft shown to a named reader who has no account. The address holds the token; here lies its hash alone.
create table reader_link (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  edition_id bigint not null references edition,
  reader_name text not null,
  token_hash text not null unique,
  made_by bigint not null references person,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_by bigint references person,
  revoked_at timestamptz
);
create index reader_link_edition on reader_link (edition_id);
alter table edition_comment add foreign key (link_id) references reader_link;

create table reader_visit (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  link_id bigint not null references reader_link,
  at timestamptz not null
);
create index reader_visit_link on reader_visit (link_id, id);

-- Published at once with a reason; the board approves it afterwards, or takes it down.
alter table publication add column urgent boolean not null default false;
create table urgent_publication (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  item_id bigint not null references item,
  edition_id bigint not null references edition,
  publication_id bigint not null unique references publication,
  published_by bigint not null references person,
  reason text not null,
  published_at timestamptz not null,
  limit_days integer not null check (limit_days > 0),
  -- null while the calendar is not confirmed that far: no date is guessed
  due_on date,
  due_at timestamptz,
  decision text check (decision in ('approved', 'refused')),
  decided_by bigint references person,
  decided_at timestamptz,
  decision_reason text
);
create index urgent_publication_portal on urgent_publication (portal_id, published_at desc);

-- Who works on an edition now: taken by himself, or given by a colleague with a day and a note.
create table edition_claim (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  edition_id bigint not null references edition,
  person_id bigint not null references person,
  given_by bigint not null references person,
  note text not null default '',
  due_on date,
  taken_at timestamptz not null,
  released_at timestamptz
);
create unique index edition_claim_live on edition_claim (edition_id) where released_at is null;
create index edition_claim_person on edition_claim (person_id) where released_at is null;

-- What an edition was after a save: the last save of a writer in ten minutes, and whatever was submitted. Kept by the
-- database itself, so that whichever command saves leaves its version.
create table edition_version (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  edition_id bigint not null references edition,
  number integer not null,
  content jsonb not null,
  saved_by bigint references person,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_at timestamptz
);
create index edition_version_edition on edition_version (edition_id, id desc);

create function keep_edition_version() returns trigger language plpgsql set search_path = '' as $$
declare
  last public.edition_version;
  kept jsonb := jsonb_build_object('title', new.title, 'summary', new.summary, 'bodyHtml', new.body_html,
    'author', new.author, 'source', new.source, 'sourceUrl', new.source_url, 'sourcePublishedAt', new.source_published_at,
    'pictureMediaId', new.picture_media_id, 'pictureAlt', new.picture_alt, 'pictureCaption', new.picture_caption,
    'attachments', new.attachments, 'startEvent', new.start_event, 'startEventAt', new.start_event_at, 'facts', new.facts);
begin
  -- what a machine brings in by thousands is told by its import
  if new.saved_by is null then return null; end if;
  select v.* into last from public.edition_version v where v.edition_id = new.id order by v.id desc limit 1;
  if tg_op = 'UPDATE' and new.state = 'submitted' and old.state = 'draft' and last.id is not null and last.content = kept then
    update public.edition_version set submitted_at = new.submitted_at where id = last.id;
  elsif last.id is null or last.content <> kept then
    if last.id is not null and last.submitted_at is null and last.saved_by = new.saved_by
      and last.begun_at > new.saved_at - interval '10 minutes' and new.state = 'draft' then
      update public.edition_version set number = new.version, content = kept, saved_at = new.saved_at where id = last.id;
    else
      insert into public.edition_version (portal_id, edition_id, number, content, saved_by, begun_at, saved_at, submitted_at)
      values (new.portal_id, new.id, new.version, kept, new.saved_by, new.saved_at, new.saved_at,
        case when new.state = 'submitted' then new.submitted_at end);
    end if;
  end if;
  return null;
end
$$;
create trigger edition_version_kept after insert or update on edition
  for each row execute function keep_edition_version();

-- Topics a board means to write about, and how much each section is to bring.
create table planned_topic (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  section_id bigint not null references section,
  title text not null,
  note text not null default '',
  planned_on date not null,
  person_id bigint references person,
  state text not null default 'planned' check (state in ('planned', 'begun', 'dropped')),
  item_id bigint references item,
  made_by bigint references person,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index planned_topic_portal on planned_topic (portal_id, planned_on);

-- So many new items of a section in a week or a month. A target is never changed: the next row follows it from its day;
-- null takes it away.
create table section_target (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  section_id bigint not null references section,
  at_least integer check (at_least > 0),
  per text not null check (per in ('week', 'month')),
  valid_from date not null,
  set_by bigint references person,
  set_at timestamptz not null
);
create index section_target_section on section_target (section_id, valid_from desc, id desc);

-- Rights -----------------------------------------------------------------------------------------

grant select, insert, update on edition_step, edition_comment, reader_link, urgent_publication, edition_claim,
  edition_version, planned_topic to cong_lang_app, cong_lang_system;
grant select, insert on step_plan, section_target, reader_visit to cong_lang_app, cong_lang_system;

do $$
declare t text;
begin
  foreach t in array array['step_plan', 'edition_step', 'edition_comment', 'reader_link', 'reader_visit',
    'urgent_publication', 'edition_claim', 'edition_version', 'planned_topic', 'section_target'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
    execute format('create policy own_portal on %I to cong_lang_app
      using (portal_id = any ((select app_portals())::bigint[]))
      with check (portal_id = any ((select app_portals())::bigint[]))', t);
  end loop;
end
$$;

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;
