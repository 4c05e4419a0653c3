-- Accounts: passwords once used, resets, decisions with their date; and what an administrator may do about
-- signing in without ever seeing its secrets.

-- A password set before this instant is worth nothing any more: the administrator sent a new invitation,
-- or the account was closed. So the role of the desk ends a password without being able to write one.
alter table person add column password_reset_at timestamptz;
grant select (password_reset_at), update (password_reset_at, must_change_password) on person to cong_lang_app;

-- The decision that appoints (LX-014, BG-042) has a number and a date.
alter table role_grant add column decided_on date;

-- Hashes of passwords that were replaced, so that none of the last ten comes back.
create table past_password (
  person_id bigint not null references person,
  password_hash text not null,
  replaced_at timestamptz not null
);
create index past_password_person on past_password (person_id, replaced_at desc);
grant select, insert, delete on past_password to cong_lang_system;
alter table past_password enable row level security;
create policy system_all on past_password to cong_lang_system using (true) with check (true);

-- Invitations: the desk makes them, sees when they end and voids them. The hash it writes it cannot read.
alter table invitation add column voided_at timestamptz;
create index invitation_person on invitation (person_id, created_at desc);
grant insert, select (person_id, created_at, expires_at, used_at, voided_at), update (voided_at) on invitation to cong_lang_app;
create policy colleagues on invitation to cong_lang_app
  using (exists (select from person p where p.id = invitation.person_id))
  with check (exists (select from person p where p.id = invitation.person_id));

-- Sessions: the desk ends those of people it manages; the token's hash stays hidden from it.
grant select (person_id, created_at, last_seen_at, ended_at), update (ended_at) on session to cong_lang_app;
create policy colleagues_seen on session for select to cong_lang_app
  using (exists (select from person p where p.id = session.person_id));
create policy colleagues_ended on session for update to cong_lang_app
  using (exists (select from person p where p.id = session.person_id));

-- Whether a person has rights where this transaction cannot look. Whoever has is not this administrator's
-- to disable or to give a new password (LC-107); which portals they are is not told.
create function has_rights_elsewhere(person bigint, today date) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select exists (
     select from public.role_grant g
     where g.person_id = $1 and g.revoked_at is null and (g.valid_to is null or g.valid_to >= $2)
       and g.portal_id <> all (public.app_portals())) $$;
revoke execute on function has_rights_elsewhere(bigint, date) from public;
grant execute on function has_rights_elsewhere(bigint, date) to cong_lang_app, cong_lang_system;

-- User names are unique in the installation, so a proposal has to know which numbers of a name are taken;
-- whose they are is not told.
create function usernames_taken(base text) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select username from public.person where rtrim(username, '0123456789') = rtrim($1, '0123456789') $$;
revoke execute on function usernames_taken(text) from public;
grant execute on function usernames_taken(text) to cong_lang_app, cong_lang_system;

-- What concerns a whole locality (its calendar, its regulation) belongs to no portal; whoever sees the main portal
-- reads it there. Which of them may is the audit room's permit.
create policy read_of_locality on audit_entry for select to cong_lang_app using (
  portal_id is null and locality_id = app_locality() and exists (
    select from portal p where p.locality_id = app_locality() and p.is_main and p.state = 'open'
      and p.id = any ((select app_portals())::bigint[])));
