-- The life of an item after it was approved: how it was taken down and where its address leads, what was corrected, which
-- translation was looked at again, when it goes off line, and what leads to it.

-- How something was taken down. Of what is gone nothing is said, so its title and notice are empty here.
alter table withdrawal
  add column way text not null default 'notice' check (way in ('notice', 'gone', 'redirect')),
  add column cause text not null default 'other' check (cause in ('no-longer-fits', 'wrong', 'expired', 'duplicate',
    'personal-data', 'secret', 'rights', 'other')),
  -- the copy that was taken down
  add column publication_id bigint references publication,
  add column target_item_id bigint references item,
  add column target_path text,
  add constraint withdrawal_target check (
    (way = 'redirect') = (target_item_id is not null or target_path is not null)
    and (target_item_id is null or target_path is null)),
  add constraint withdrawal_silent check (way <> 'gone' or (title = '' and notice = ''));
create index withdrawal_target on withdrawal (target_item_id) where target_item_id is not null and lifted_at is null;

-- The note of a new edition that corrects what was public, and whether readers are shown the old wording.
alter table edition
  add column correction_note text not null default '',
  add column correction_shows_changes boolean not null default false,
  -- false: what this edition leads to is still to be read into item_link
  add column links_read boolean not null default false;
create index edition_links_unread on edition (id) where not links_read;

create table correction (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  item_id bigint not null references item,
  language text not null check (language in ('vi', 'en')),
  -- the copy that corrects
  publication_id bigint not null unique references publication,
  note text not null check (note <> ''),
  corrected_at timestamptz not null,
  -- [{ kind: 'same' | 'added' | 'removed', text }]; null where the board shows no old wording
  changes jsonb
);
create index correction_item on correction (item_id, language);

-- Somebody held a translation against a newer source and found nothing to change.
create table translation_review (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  item_id bigint not null references item,
  -- the public copy of the translation, and the edition of the source it was held against
  publication_id bigint not null references publication,
  source_edition_number integer not null,
  reviewed_by bigint not null references person,
  reviewed_at timestamptz not null,
  unique (publication_id, source_edition_number)
);

-- When an item goes off line, and when somebody looks at it again.
create table item_life (
  item_id bigint primary key references item,
  portal_id bigint not null references portal,
  expires_at timestamptz,
  expires_as text not null default 'notice' check (expires_as in ('notice', 'archive')),
  -- own: somebody set it for this item; section: from the time its section keeps things on line
  expires_source text not null default 'own' check (expires_source in ('own', 'section')),
  review_on date,
  review_note text not null default '',
  -- the last reminder that was given: date and stage
  reminded text,
  set_by bigint references person,
  set_at timestamptz not null
);
create index item_life_expires on item_life (expires_at) where expires_at is not null;
create index item_life_review on item_life (portal_id, review_on) where review_on is not null;

-- Since when a public copy stands in the archive list of its section alone.
alter table publication add column archived_at timestamptz;

-- What an edition leads to: items, files and other addresses of the portal.
create table item_link (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  edition_id bigint not null references edition,
  item_id bigint not null references item,
  place text not null check (place in ('body', 'attachment', 'picture')),
  target_item_id bigint,
  target_hash text,
  check ((target_item_id is null) <> (target_hash is null))
);
create index item_link_edition on item_link (edition_id);
create index item_link_item on item_link (target_item_id) where target_item_id is not null;
create index item_link_file on item_link (target_hash, portal_id) where target_hash is not null;

-- whatever writes an edition, what it leads to is read again
create function edition_links_unread() returns trigger language plpgsql as $$
begin
  new.links_read := false;
  return new;
end
$$;
create trigger edition_links_unread before update of body_html, attachments, picture_media_id on edition
  for each row execute function edition_links_unread();

-- Rights -----------------------------------------------------------------------------------------

-- what was told to the public stays as it was told
grant select, insert on correction, translation_review to cong_lang_app, cong_lang_system;
grant select, insert, update on item_life to cong_lang_app, cong_lang_system;
grant select, insert, delete on item_link to cong_lang_app, cong_lang_system;
grant select on correction to cong_lang_public;
grant select (id, portal_id, item_id, publication_id, source_edition_number, reviewed_at) on translation_review
  to cong_lang_public;

do $$
declare t text;
begin
  foreach t in array array['correction', 'translation_review', 'item_life', 'item_link'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
    execute format('create policy own_portal on %I to cong_lang_app
      using (portal_id = any ((select app_portals())::bigint[]))
      with check (portal_id = any ((select app_portals())::bigint[]))', t);
  end loop;
end
$$;

create policy of_published on correction for select to cong_lang_public using (exists (
  select from publication p where p.item_id = correction.item_id and p.language = correction.language
    and p.ended_at is null));
create policy of_published on translation_review for select to cong_lang_public using (exists (
  select from publication p where p.id = translation_review.publication_id and p.ended_at is null));

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;
