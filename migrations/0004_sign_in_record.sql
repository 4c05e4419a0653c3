-- From where somebody came to the door of the desk: address and source port of who signs in, fails to, or signs out.
-- They stand beside the entry of the record and not in it: they are personal data that must go after their time, and
-- from a chain nothing can be taken. No key leads to the entry, so that one cut off the chain leaves its trace here.
create table sign_in_record (
  locality_id bigint not null references locality,
  -- the entry of the locality's record
  seq bigint not null,
  portal_id bigint references portal,
  at timestamptz not null,
  address inet not null,
  port integer check (port between 1 and 65535),
  primary key (locality_id, seq)
);
create index sign_in_record_at on sign_in_record (at);
grant select, insert, delete on sign_in_record to cong_lang_system;
grant select on sign_in_record to cong_lang_app;
alter table sign_in_record enable row level security;
create policy system_all on sign_in_record to cong_lang_system using (true) with check (true);

-- Technical administrators alone: of the portal, or of the main portal for the whole locality.
create policy technical_administrators on sign_in_record for select to cong_lang_app using (
  locality_id = app_locality() and exists (
    select from role_grant g join portal p on p.id = g.portal_id
    where g.person_id = app_person() and g.role = 'technicalAdmin' and g.revoked_at is null
      and p.locality_id = sign_in_record.locality_id and (p.is_main or p.id = sign_in_record.portal_id)));
