-- The second factor (level 3: administrators, and whoever comes from the Internet): codes of an authenticator app,
-- passkeys, recovery codes; the sign-in that is half way; sessions that say from where and by what; identities of
-- another provider. All of it is the system role's, like passwords: the desk sees that something is there, and ends it.

-- When an administrator without a second factor was first told to set one up: the grace counts from here.
alter table person add column second_factor_asked_at timestamptz;

-- Codes of an authenticator app (RFC 6238). The secret is sealed.
create table one_time_secret (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  secret text not null,
  set_up_at timestamptz not null,
  -- the last time step a code was taken of: a code is good once
  last_step bigint not null,
  last_used_at timestamptz not null,
  removed_at timestamptz
);
create unique index one_time_secret_live on one_time_secret (person_id) where removed_at is null;

-- Passkeys (WebAuthn). What is kept opens nothing: the private half never leaves the person's device.
create table passkey (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  credential_id text not null unique,
  public_key text not null,
  -- the name of the site it was made for; it works at hosts below that name
  rp_id text not null,
  -- the counter of the authenticator; 0 where it keeps none
  sign_count bigint not null,
  transports text[] not null,
  -- kept by the maker of the device in several places, or in this one alone
  is_backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz
);
create index passkey_person on passkey (person_id) where removed_at is null;

-- Challenges that were answered: none is answered twice. They are signed, so one that was never given out is not here.
create table spent_challenge (
  challenge text primary key,
  expires_at timestamptz not null
);
create index spent_challenge_end on spent_challenge (expires_at);

create table recovery_code (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  code_digest text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz
);
create unique index recovery_code_live on recovery_code (person_id, code_digest) where voided_at is null;

-- Who has shown one factor and not the other yet: no session, and gone after ten minutes.
create table half_sign_in (
  token_hash text primary key,
  person_id bigint not null references person,
  -- what was shown: a password, or another provider's word
  factor text not null check (factor in ('password', 'provider')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index half_sign_in_end on half_sign_in (expires_at);

-- A browser somebody signed in with before, by a random cookie; nothing of the device itself is read.
create table known_device (
  person_id bigint not null references person,
  token_hash text not null,
  browser text not null,
  system text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (person_id, token_hash)
);

-- Sessions say by what, from where and with which browser; `proved_at`: when the person last proved who he is.
alter table session add column id bigint generated always as identity;
alter table session add column factors text not null default 'password'
  check (factors in ('password', 'password+code', 'password+recovery', 'password+passkey', 'passkey',
    'provider', 'provider+code', 'provider+recovery', 'provider+passkey', 'provider+own'));
alter table session add column proved_at timestamptz;
alter table session add column is_administrator boolean;
alter table session add column address inet;
alter table session add column browser text not null default '';
alter table session add column system text not null default '';
create unique index session_number on session (id);

-- Identities of an OpenID Connect provider, linked by the person himself; never by an e-mail address.
create table provider_identity (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz
);
create unique index provider_identity_live on provider_identity (issuer, subject) where removed_at is null;
create index provider_identity_person on provider_identity (person_id) where removed_at is null;

-- A way to the provider and back that is under way; its state is good once, in the browser it began in.
create table provider_visit (
  state_hash text primary key,
  locality_id bigint not null references locality,
  browser_hash text not null,
  nonce text not null,
  -- the code verifier of PKCE (RFC 7636), sealed
  verifier text not null,
  back text not null,
  -- set when somebody signed in links an identity to his account
  person_id bigint references person,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index provider_visit_end on provider_visit (expires_at);

grant select, insert, update on one_time_secret, passkey, recovery_code, provider_identity to cong_lang_system;
grant select, insert, update, delete on half_sign_in, known_device, provider_visit to cong_lang_system;
grant select, insert, delete on spent_challenge to cong_lang_system;

-- The desk: administrators see that there is one, since when, and end it. What it is made of they do not see.
grant select (second_factor_asked_at) on person to cong_lang_app;
grant select (id, person_id, set_up_at, last_used_at, removed_at), update (removed_at) on one_time_secret to cong_lang_app;
grant select (id, person_id, name, created_at, last_used_at, removed_at), update (removed_at) on passkey to cong_lang_app;
grant select (id, person_id, made_at, used_at, voided_at), update (voided_at) on recovery_code to cong_lang_app;
grant select (id, person_id, issuer, linked_at, last_used_at, removed_at), update (removed_at) on provider_identity to cong_lang_app;

do $$
declare t text;
begin
  foreach t in array array['one_time_secret', 'passkey', 'spent_challenge', 'recovery_code', 'half_sign_in', 'known_device',
    'provider_identity', 'provider_visit']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
  end loop;
  foreach t in array array['one_time_secret', 'passkey', 'recovery_code', 'provider_identity']
  loop
    execute format('create policy colleagues_seen on %I for select to cong_lang_app
      using (exists (select from person p where p.id = %I.person_id))', t, t);
    execute format('create policy colleagues_ended on %I for update to cong_lang_app
      using (exists (select from person p where p.id = %I.person_id))', t, t);
  end loop;
end
$$;
