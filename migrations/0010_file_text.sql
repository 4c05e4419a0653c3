-- Search: the text inside attached files, and how far down the results readers open what they looked for.

-- The text of an attached file, by its content: read once in a locality, however many items bear the file. Derived data;
-- files of public copies only, and what no public copy bears any more is dropped.
create table file_text (
  locality_id bigint not null references locality,
  -- SHA-256 of the file
  hash text not null,
  -- of the reader of files; raised, the file is read again
  reader_version integer not null,
  -- how often this reader has begun, and when it last did; null when it gave the file back
  tries integer not null,
  begun_at timestamptz,
  -- null while it is being read
  read_at timestamptz,
  -- why there is no text: of the extractor, or "failed" when reading it ended badly each time
  code text,
  text text not null,
  -- the file says more than is kept
  is_cut boolean not null,
  primary key (locality_id, hash)
);

-- hash and reader of each text the entries of a copy were made with, on its head: "hash:1,hash:1"
alter table search_entry add column files text not null default '';

create index publication_attached on publication (id) where ended_at is null and attachments <> '[]';

-- Searches in which a result was opened, by day and by where it stood: no time, no address, nothing about who asked.
create table search_click (
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  language text not null check (language in ('vi', 'en')),
  -- without marks, in small letters; empty where nothing of the query may be kept
  query text not null,
  clicked_on date not null,
  -- the first place of its span: 1, 2, 3, 4 to 5, 6 to 10, 11 to 20, 21 and more
  place integer not null check (place in (1, 2, 3, 4, 6, 11, 21)),
  -- the results were those of the query as it was meant
  is_corrected boolean not null,
  times integer not null,
  primary key (portal_id, clicked_on, query, language, place, is_corrected)
);

-- Rights -----------------------------------------------------------------------------------------

-- what files say reaches the public through the index alone
grant select, insert, update, delete on file_text, search_click to cong_lang_system;
grant select on search_click to cong_lang_app;

do $$
declare t text;
begin
  foreach t in array array['file_text', 'search_click'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
  end loop;
end
$$;

create policy own_portal on search_click for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]));
