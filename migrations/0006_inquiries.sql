-- Inquiries: what citizens, organisations and units send to a portal and are answered – questions, feedback, complaints,
-- remarks on the portal and on its regulation, requests for information. Who asked, what was asked and what was answered
-- is sealed before it comes here: without the keys, which are not in the database, none of it can be read.

-- Whether the person handles inquiries of a portal; of confidential ones only its board does.
create function app_handles_inquiries(portal bigint, confidential boolean) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from public.role_grant g
    where g.person_id = public.app_person() and g.portal_id = portal and g.revoked_at is null
      and (g.role in ('boardMember', 'head') or (not confidential and g.role in ('editor', 'checker'))))
$$;
revoke execute on function app_handles_inquiries(bigint, boolean) from public;
grant execute on function app_handles_inquiries(bigint, boolean) to cong_lang_app;

create table inquiry (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  -- the portal whose body has it now, and the one it came to
  portal_id bigint not null references portal,
  received_portal_id bigint not null references portal,
  -- the portal that sent it here, to which it may be given back with a reason
  sent_by_portal_id bigint references portal,
  -- the one that had it before, which stays in sight of what it passed on
  last_portal_id bigint references portal,
  -- other bodies asked to contribute
  co_portal_ids bigint[] not null default '{}',
  intake text not null check (intake in ('question', 'feedback', 'complaint', 'quality', 'regulation', 'information',
    'personalData')),
  confidential boolean not null,
  language text not null check (language in ('vi', 'en')),
  state text not null check (state in ('received', 'inProgress', 'waitingForAsker', 'drafted', 'checked', 'answered',
    'refused', 'sentOut', 'withdrawn', 'merged', 'split')),
  -- which of the regulation's times applies: ownCompetence, interAgency, special, simple, complex
  variant text,
  -- one of the fields the regulation takes questions about
  topic text,
  asker_kind text not null check (asker_kind in ('person', 'organisation', 'unit')),
  -- a unit's own remark is made by a member of staff
  asked_by_person_id bigint references person,
  is_foreigner boolean not null default false,
  -- must be published where the regulation says so
  common_concern boolean not null default false,
  -- sealed; null once forgotten
  asker text,
  content text,
  code_sealed text,
  -- digests, by which a code or an e-mail finds its inquiries and nothing is read from them
  code_digest text not null unique,
  mail_digest text,
  -- the form was sent once, however often the button was pressed or the line broke
  form_digest text unique,
  -- { purpose: instant } of each consent given, none by default
  consents jsonb not null default '{}',
  received_at timestamptz not null,
  classified_at timestamptz,
  promised_on date,
  answered_at timestamptz,
  closed_at timestamptz,
  -- how the answer reached people, and its public copy
  answer_mode text check (answer_mode in ('public', 'direct', 'both')),
  item_id bigint references item,
  -- a part of a split inquiry; the inquiry it was joined to
  parent_id bigint references inquiry,
  merged_into_id bigint references inquiry,
  officer_id bigint references person,
  -- a request about personal data: the inquiries of the same person it is about
  about_ids bigint[] not null default '{}',
  -- the asker had its handling restricted: since then the board alone reads it
  restricted_at timestamptz,
  forgotten_at timestamptz,
  -- the warning of the due date given last: stage and day, so that each is given once
  warned text,
  version integer not null default 1
);
create index inquiry_open on inquiry (portal_id, state) where closed_at is null;
create index inquiry_closed on inquiry (locality_id, closed_at) where closed_at is not null;
-- the public figures of a year
create index inquiry_received on inquiry (locality_id, received_at);
create index inquiry_mail on inquiry (mail_digest) where mail_digest is not null;
create index inquiry_parent on inquiry (parent_id) where parent_id is not null;
create index inquiry_merged on inquiry (merged_into_id) where merged_into_id is not null;

-- What happened, for the asker, the officers and the recount. Never changed.
create table inquiry_event (
  id bigint generated always as identity primary key,
  inquiry_id bigint not null references inquiry,
  portal_id bigint not null references portal,
  move text not null,
  from_state text not null,
  to_state text not null,
  person_id bigint references person,
  -- facts without personal data: bodies, classes, dates, codes of reasons
  facts jsonb not null default '{}',
  -- sealed: the reason given, the question asked back, what the asker added
  note text,
  -- whether the asker sees the note
  note_for_asker boolean not null default false,
  at timestamptz not null
);
create index inquiry_event_of on inquiry_event (inquiry_id, id);

-- What another body was asked to contribute to the joint answer.
create table inquiry_part (
  id bigint generated always as identity primary key,
  inquiry_id bigint not null references inquiry,
  portal_id bigint not null references portal,
  state text not null check (state in ('asked', 'contributed', 'declined')),
  asked_at timestamptz not null,
  -- sealed
  contribution text,
  contributed_by bigint references person,
  contributed_at timestamptz,
  unique (inquiry_id, portal_id)
);

-- Drafts of the answer, one row each version that was handed on.
create table inquiry_answer (
  id bigint generated always as identity primary key,
  inquiry_id bigint not null references inquiry unique,
  portal_id bigint not null references portal,
  -- sealed: { title, question, answer } as they may become public, and what is said to the asker alone
  content text,
  -- [{ number, abstract, issuedOn, issuer, article }]
  citations jsonb not null default '[]',
  mode text not null check (mode in ('public', 'direct', 'both')),
  writers bigint[] not null default '{}',
  checked_by bigint references person,
  checked_at timestamptz,
  signed_by bigint references person,
  signed_at timestamptz,
  version integer not null default 1,
  saved_at timestamptz not null
);

create table inquiry_file (
  id bigint generated always as identity primary key,
  inquiry_id bigint not null references inquiry,
  portal_id bigint not null references portal,
  from_asker boolean not null,
  -- sealed; null once forgotten
  name text,
  type text not null,
  size_bytes bigint not null,
  -- of the sealed bytes in the file store; null once they were destroyed
  hash text,
  added_at timestamptz not null
);
create index inquiry_file_of on inquiry_file (inquiry_id);

-- One-time links to one's own data that were opened: none opens twice. The digest tells nothing of whose they were.
create table inquiry_link_used (
  digest text primary key,
  used_at timestamptz not null
);

-- Rights -----------------------------------------------------------------------------------------

grant select, insert, update on inquiry, inquiry_part, inquiry_answer, inquiry_file to cong_lang_app, cong_lang_system;
grant select, insert, delete on inquiry_link_used to cong_lang_system;
grant select, insert on inquiry_event to cong_lang_app, cong_lang_system;
-- the words of a forgotten inquiry go out of its history; nothing else of the history ever changes
grant update (note) on inquiry_event to cong_lang_system;

do $$
declare t text;
begin
  foreach t in array array['inquiry', 'inquiry_event', 'inquiry_part', 'inquiry_answer', 'inquiry_file',
    'inquiry_link_used'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
  end loop;
  -- whoever sees the inquiry sees what belongs to it; what he writes he writes for a portal of his own
  foreach t in array array['inquiry_event', 'inquiry_part', 'inquiry_answer', 'inquiry_file'] loop
    execute format('create policy of_inquiry on %I to cong_lang_app
      using (exists (select from inquiry i where i.id = inquiry_id))
      with check (exists (select from inquiry i where i.id = inquiry_id) and portal_id is not null)', t);
  end loop;
end
$$;

-- Those who handle it, in the body that has it, in one that was asked, or in the board it came to. The last stay in sight
-- of what they passed on: they owe the asker the news of it.
create policy handlers on inquiry to cong_lang_app
  using (app_handles_inquiries(portal_id, confidential) or app_handles_inquiries(received_portal_id, confidential)
    or app_handles_inquiries(last_portal_id, confidential)
    or exists (select from unnest(co_portal_ids) as co(portal) where app_handles_inquiries(co.portal, confidential)))
  with check (locality_id = app_locality());

-- A member of staff sees what he himself sent for his unit; what becomes of it is for the board it went to.
create policy own_remarks on inquiry for select to cong_lang_app using (asked_by_person_id = app_person());

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;
