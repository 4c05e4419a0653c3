-- Notifications: mails on their way out, and notices on the desk.

-- One mail to one address. It is written in the transaction of the command that wants it sent; a job hands it over
-- after commit. What it says and to whom lies sealed in `content`, whose key is not in the database, and goes once
-- it was sent; the rest of the row stays and says that it was.
create table mail_message (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  -- room.noun: what it is for
  purpose text not null check (purpose ~ '^[a-z]+\.[a-zA-Z]+$'),
  language text not null check (language in ('vi', 'en')),
  -- made of ids; the same key a second time is the same mail
  dedupe_key text not null unique,
  -- names the mail to the receiver for good, however often it is handed over
  message_id text not null,
  -- keyed digest of the address: finds the mails to somebody without telling who that is
  recipient_digest text not null,
  -- sealed { to, subject, text, html, headers }; null once it was sent, or forgotten
  content text,
  state text not null default 'queued' check (state in ('queued', 'handing', 'sent', 'failed', 'forgotten')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  -- since when it is being handed to the mail server
  handing_since timestamptz,
  -- reason and codes of SMTP; never the server's own words, which may repeat the address
  last_error text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  check (content is not null or state in ('sent', 'forgotten'))
);
create index mail_message_due on mail_message (next_try_at) where state in ('queued', 'handing');
create index mail_message_failed on mail_message (portal_id, id desc) where state = 'failed';
create index mail_message_recipient on mail_message (recipient_digest) where content is not null;
create index mail_message_kept on mail_message (queued_at) where content is not null;

grant select, insert, update on mail_message to cong_lang_system;
-- the desk orders mails, sees how they fared and lets them be forgotten; what they say it cannot read
grant insert, update (state, tries, next_try_at, failed_at, content) on mail_message to cong_lang_app;
grant select (id, locality_id, portal_id, purpose, language, dedupe_key, message_id, recipient_digest, state, tries,
  next_try_at, handing_since, last_error, queued_at, sent_at, failed_at) on mail_message to cong_lang_app;
alter table mail_message enable row level security;
create policy system_all on mail_message to cong_lang_system using (true) with check (true);
create policy own_portal on mail_message to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]))
  with check (portal_id = any ((select app_portals())::bigint[]));

-- Something a member of staff should know, shown on the desk.
create table notice (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  portal_id bigint not null references portal,
  kind text not null check (kind in ('news', 'warning')),
  words_vi text not null,
  words_en text not null,
  href_vi text not null,
  href_en text not null,
  -- the same key a second time is the same notice
  once_key text,
  created_at timestamptz not null,
  read_at timestamptz,
  -- when it went into a mail of unread warnings
  digested_at timestamptz
);
create unique index notice_once on notice (person_id, once_key) where once_key is not null;
create index notice_person on notice (person_id, id desc);
create index notice_unread on notice (person_id) where read_at is null;
create index notice_to_digest on notice (portal_id) where kind = 'warning' and read_at is null and digested_at is null;

grant select, insert, update, delete on notice to cong_lang_system;
grant insert, select, update (read_at) on notice to cong_lang_app;
alter table notice enable row level security;
create policy system_all on notice to cong_lang_system using (true) with check (true);
create policy own_person on notice for select to cong_lang_app
  using (person_id = app_person() and portal_id = any ((select app_portals())::bigint[]));
create policy own_reading on notice for update to cong_lang_app
  using (person_id = app_person() and portal_id = any ((select app_portals())::bigint[]));
-- a command may tell somebody of another portal of the locality: what is forwarded has a new office
create policy told_in_locality on notice for insert to cong_lang_app with check (exists (
  select from portal p where p.id = notice.portal_id and p.locality_id = app_locality()));

-- Who wants no daily mail of unread warnings. No row: it is sent.
create table digest_choice (
  person_id bigint primary key references person,
  is_stopped boolean not null,
  changed_at timestamptz not null
);
grant select, insert, update on digest_choice to cong_lang_system, cong_lang_app;
alter table digest_choice enable row level security;
create policy system_all on digest_choice to cong_lang_system using (true) with check (true);
create policy own_person on digest_choice to cong_lang_app
  using (person_id = app_person()) with check (person_id = app_person());

grant usage, select on sequence mail_message_id_seq, notice_id_seq to cong_lang_app, cong_lang_system;
