-- Who works on whose decision: the decisions that appoint, rights that two people give, rights that are lent, boards of
-- editors, the review of rights every six months, and the hand-over of whoever leaves.

-- The decision a right or a seat on a board rests on (LX-014, BG-042), one row for each that was named on a portal.
create table appointment_decision (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  number text not null,
  decided_on date not null,
  -- who issued it and who signed; null until somebody fills it in
  issuer text,
  signed_by text,
  -- the scanned text, in the library of the portal and never public by this
  media_id bigint references media,
  -- when it went to the overseeing office, and to which
  sent_on date,
  sent_to text,
  recorded_by bigint references person,
  recorded_at timestamptz not null,
  changed_by bigint references person,
  changed_at timestamptz,
  unique (portal_id, number, decided_on),
  check ((sent_on is null) = (sent_to is null))
);

insert into appointment_decision (portal_id, number, decided_on, recorded_at)
  select portal_id, decision, decided_on, min(granted_at) from role_grant
  where decision is not null and decided_on is not null group by portal_id, decision, decided_on;

alter table role_grant
  add column decision_id bigint references appointment_decision,
  -- the second person, where the right takes two
  add column confirmed_by bigint references person,
  -- whose right it is, where it is lent, and why
  add column lent_by bigint references person,
  add column lent_reason text,
  add constraint role_grant_lent check ((lent_by is null) = (lent_reason is null)),
  add constraint role_grant_lent_ends check (lent_by is null or valid_to is not null);
update role_grant g set decision_id = d.id from appointment_decision d
  where d.portal_id = g.portal_id and d.number = g.decision and d.decided_on = g.decided_on;
create index role_grant_lender on role_grant (lent_by) where lent_by is not null;

-- A high right one person proposes and another confirms; until then nothing holds.
create table grant_proposal (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  person_id bigint not null references person,
  role text not null check (role in ('technicalAdmin', 'contentAdmin', 'editor', 'checker', 'boardMember', 'head', 'overseer')),
  valid_from date not null,
  valid_to date,
  decision text,
  decided_on date,
  lent_by bigint references person,
  lent_reason text,
  proposed_by bigint not null references person,
  proposed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'refused', 'withdrawn')),
  settled_by bigint references person,
  settled_at timestamptz,
  settled_reason text,
  check ((lent_by is null) = (lent_reason is null)),
  check (lent_by is not null or (decision is not null and decided_on is not null)),
  check ((state = 'open') = (settled_at is null)),
  check (state <> 'confirmed' or (settled_by is not null and settled_by <> proposed_by and settled_by <> person_id))
);
create unique index grant_proposal_open on grant_proposal (person_id, portal_id, role) where state = 'open';
create index grant_proposal_portal on grant_proposal (portal_id, id desc);

-- Somebody who was invited and whose rights are only proposed is a colleague all the same.
create policy proposed_colleague on person for select to cong_lang_app using (exists (
  select from grant_proposal p where p.person_id = person.id and p.portal_id = any ((select app_portals())::bigint[])));
create policy change_proposed_colleague on person for update to cong_lang_app using (exists (
  select from grant_proposal p where p.person_id = person.id and p.portal_id = any ((select app_portals())::bigint[])));

-- Boards of editors (Hội đồng Biên tập, Ban Biên tập, Tổ giúp việc) -----------------------------------

create table board (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  -- the board of the regulation it is, or 'assistants'
  code text not null,
  name_vi text not null,
  name_en text not null,
  standing_body text,
  decision_id bigint not null references appointment_decision,
  founded_on date not null,
  ended_on date,
  -- who changed it or its members last, and when: whoever did does not approve what is shown of it
  changed_by bigint references person,
  changed_at timestamptz not null
);
create unique index board_standing on board (portal_id, code) where ended_on is null;

create table board_member (
  id bigint generated always as identity primary key,
  board_id bigint not null references board,
  portal_id bigint not null references portal,
  place text not null check (place in ('chair', 'standingDeputy', 'deputy', 'secretary', 'member')),
  full_name text not null,
  -- the office held beside, as the decision prints it
  office text not null,
  -- the account, where there is one
  person_id bigint references person,
  from_on date not null,
  -- last day of the term; null while the decision names none
  to_on date,
  decision_id bigint not null references appointment_decision,
  -- whether the public is to be told of it
  is_shown boolean not null,
  position integer not null default 0,
  added_at timestamptz not null,
  -- left before the end of the term
  left_on date,
  check (to_on is null or to_on >= from_on)
);
create index board_member_board on board_member (board_id);

-- What the public is told of a board: a copy, approved by somebody who did not write it. Never changed but to end it.
create table board_showing (
  id bigint generated always as identity primary key,
  board_id bigint not null references board,
  portal_id bigint not null references portal,
  -- { name: {vi,en}, kind, decision: {number,on,issuer}, standingBody, members: [{name, office, place, title: {vi,en}}] }
  content jsonb not null,
  approved_by bigint references person,
  approved_at timestamptz not null,
  ended_at timestamptz
);
create unique index board_showing_standing on board_showing (board_id) where ended_at is null;
create index board_showing_portal on board_showing (portal_id) where ended_at is null;

-- The review of rights ---------------------------------------------------------------------------------

create table rights_review (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  opened_at timestamptz not null,
  due_on date not null,
  finished_at timestamptz,
  finished_by bigint references person
);
create unique index rights_review_open on rights_review (portal_id) where finished_at is null;

create table rights_review_line (
  id bigint generated always as identity primary key,
  review_id bigint not null references rights_review,
  portal_id bigint not null references portal,
  grant_id bigint not null references role_grant,
  person_id bigint not null references person,
  role text not null,
  -- the last day on which the person did anything on the portal that is on record; null: never
  last_used_on date,
  verdict text check (verdict in ('kept', 'taken')),
  note text,
  decided_by bigint references person,
  decided_at timestamptz,
  unique (review_id, grant_id),
  check ((verdict is null) = (decided_at is null)),
  -- nobody keeps a right of his own
  check (decided_by is null or decided_by <> person_id)
);

-- The hand-over (BG-060) ---------------------------------------------------------------------------------

create table hand_over (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  person_id bigint not null references person,
  -- last day of work
  leaves_on date not null,
  reason text not null,
  -- whether the account is closed after that day, or only the rights on this portal end
  closes_account boolean not null,
  begun_by bigint references person,
  begun_at timestamptz not null,
  -- the leaver's word, or that of whoever confirmed in his place and why
  confirmed_by bigint references person,
  confirmed_at timestamptz,
  confirmed_note text,
  -- rights ended, account closed
  finished_at timestamptz,
  cancelled_at timestamptz,
  check (confirmed_by is null or confirmed_at is not null)
);
create unique index hand_over_open on hand_over (portal_id, person_id) where finished_at is null and cancelled_at is null;

create table hand_over_line (
  id bigint generated always as identity primary key,
  hand_over_id bigint not null references hand_over,
  portal_id bigint not null references portal,
  room text not null,
  subject_kind text not null,
  subject_id bigint not null,
  title text not null,
  to_person_id bigint not null references person,
  handed_at timestamptz not null,
  confirmed_at timestamptz
);
create index hand_over_line_of on hand_over_line (hand_over_id);
-- what a draft or letter is, and who answers for it now
create unique index hand_over_line_once on hand_over_line (hand_over_id, room, subject_kind, subject_id);

-- When somebody was last at work, for the review and for idle accounts.
create index audit_entry_person on audit_entry (person_id, at desc) where person_id is not null;

-- Rights -----------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array['appointment_decision', 'grant_proposal', 'board', 'board_member', 'board_showing',
    'rights_review', 'rights_review_line', 'hand_over', 'hand_over_line'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select, insert, update on %I to cong_lang_app, cong_lang_system', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
    execute format('create policy own_portal on %I to cong_lang_app
      using (portal_id = any ((select app_portals())::bigint[]))
      with check (portal_id = any ((select app_portals())::bigint[]))', t);
  end loop;
end
$$;
grant select (board_id, portal_id, content, approved_at, ended_at) on board_showing to cong_lang_public;
create policy standing on board_showing for select to cong_lang_public using (ended_at is null);

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;
