-- The media library: folders, what is said of a file, what is made of it for pages, captions, and the scan for malware.

create table media_folder (
  id bigint generated always as identity primary key,
  portal_id bigint not null references portal,
  parent_id bigint references media_folder,
  name text not null,
  created_by bigint references person,
  created_at timestamptz not null,
  -- what lay in it went to the folder above
  removed_at timestamptz
);
create unique index media_folder_name on media_folder (portal_id, coalesce(parent_id, 0), lower(name)) where removed_at is null;

alter table media
  add column folder_id bigint references media_folder,
  -- what is in it, in one sentence: offered as the text alternative wherever the file is shown
  add column description text not null default '',
  add column caption text not null default '',
  add column author text not null default '',
  add column source text not null default '',
  add column licence text not null default '',
  add column taken_on date,
  -- what must stay in sight when the picture is cut, in hundredths from the left and from the top
  add column focal_x integer not null default 50 check (focal_x between 0 and 100),
  add column focal_y integer not null default 50 check (focal_y between 0 and 100),
  -- what is said in a film or a recording
  add column transcript text not null default '',
  add column poster_media_id bigint references media,
  -- the file as it was sent, where the portal keeps it; staff alone read it
  add column original_hash text,
  add column original_name text,
  add column original_size_bytes bigint,
  add column described_by bigint references person,
  add column described_at timestamptz,
  -- off: no scanner is configured; waiting: the scanner has not answered yet
  add column scan text not null default 'off' check (scan in ('off', 'waiting', 'clean', 'infected')),
  add column scanned_at timestamptz,
  -- what the scanner calls what it found
  add column scan_name text not null default '',
  -- when somebody tried to draw the first page of the document, whatever came of it
  add column previewed_at timestamptz,
  -- taken out of the library; the row stays, since the record names it
  add column removed_at timestamptz,
  add column removed_by bigint references person;
create index media_folder_files on media (folder_id) where folder_id is not null;
create index media_scan_waiting on media (id) where scan = 'waiting';

-- The captions of a film or recording: a file of the same library (WebVTT), in one language.
create table media_caption (
  media_id bigint not null references media,
  portal_id bigint not null references portal,
  caption_media_id bigint not null references media,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  label text not null,
  primary key (media_id, language)
);
create index media_caption_file on media_caption (caption_media_id);

-- What was made of a file for pages: smaller pictures, cut pictures, the first page of a document. Can be made again.
create table media_rendition (
  portal_id bigint not null references portal,
  -- of the file it was made of
  base_hash text not null,
  -- whole: the picture, smaller; wide: cut about its focal point; card: the first page of a document
  shape text not null check (shape in ('whole', 'wide', 'card')),
  width integer not null,
  format text not null check (format in ('webp', 'avif')),
  hash text not null,
  size_bytes bigint not null,
  made_at timestamptz not null,
  primary key (portal_id, base_hash, shape, width, format)
);

-- Files that the public is not given, whatever shows them: not scanned yet, or found to hold malware.
create table media_hold (
  portal_id bigint not null references portal,
  hash text not null,
  why text not null check (why in ('waiting', 'infected')),
  since timestamptz not null,
  ended_at timestamptz,
  primary key (portal_id, hash)
);

-- Rights -----------------------------------------------------------------------------------------

grant select, insert, update on media_folder, media_caption, media_rendition, media_hold to cong_lang_app, cong_lang_system;
grant delete on media_caption, media_rendition to cong_lang_app, cong_lang_system;
grant select on media_rendition, media_hold to cong_lang_public;

do $$
declare t text;
begin
  foreach t in array array['media_folder', 'media_caption', 'media_rendition', 'media_hold'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
    execute format('create policy own_portal on %I to cong_lang_app
      using (portal_id = any ((select app_portals())::bigint[]))
      with check (portal_id = any ((select app_portals())::bigint[]))', t);
  end loop;
end
$$;

-- the public: what was made of files that something published shows, and which of those are held back
create policy published on media_rendition for select to cong_lang_public using (exists (
  select from publication_file f join publication p on p.id = f.publication_id
  where f.hash = media_rendition.base_hash and f.portal_id = media_rendition.portal_id and p.ended_at is null));
create policy published on media_hold for select to cong_lang_public using (exists (
  select from publication_file f join publication p on p.id = f.publication_id
  where f.hash = media_hold.hash and f.portal_id = media_hold.portal_id and p.ended_at is null));
