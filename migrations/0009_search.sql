-- Search: an index of passages, derived from the public copies and made again from them at any time.
--
-- Until the job has read what is published, or `portal search-rebuild` has, a search finds what was read so far.

-- One passage of a public copy. The row goes when the copy does; the pages that show results ask the public copy as well.
create table search_entry (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  publication_id bigint not null references publication,
  item_id bigint not null references item,
  language text not null check (language in ('vi', 'en')),
  kind text not null,
  -- address of the provision it begins with; empty for the head, "~2" where the text has no provisions
  place text not null,
  title text not null,
  heading text not null,
  body text not null,
  -- words, pairs, numbers and facts, by the reader in src/rules/query
  words tsvector not null,
  -- in syllables
  length integer not null,
  number_key text not null,
  field text not null,
  issuer text not null,
  year integer,
  effective_on date,
  expires_on date,
  first_published_at timestamptz not null,
  -- of the reader; raised, every entry is made again
  reader_version integer not null,
  unique (publication_id, place)
);
-- no pending list: each of the probes of a search would read all of it
create index search_entry_words on search_entry using gin (words) with (fastupdate = off);
create index search_entry_item on search_entry (item_id);
-- what a search walks stays narrow; the long columns are fetched for those that are ranked
alter table search_entry set (toast_tuple_target = 128);
alter table search_entry alter column words set storage external;

-- How many entries of a locality hold a word, a pair or a fact; `shown` is one way it is written.
create table search_term (
  locality_id bigint not null references locality,
  term text collate "C" not null,
  entries integer not null,
  shown text not null,
  primary key (locality_id, term)
);

create table search_total (
  locality_id bigint primary key references locality,
  entries bigint not null,
  -- of all entries together, in syllables
  length bigint not null
);

-- What was looked for and not found, by day: no time, no address, nothing about who asked.
create table search_miss (
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  language text not null,
  -- without marks, in small letters
  query text not null,
  missed_on date not null,
  times integer not null,
  primary key (portal_id, missed_on, query, language)
);

-- Entries that answer the probes, those of the best items. Planned without knowing the probes, a search would walk the
-- table; so the ways to walk are named here.
create function search_candidates(
  asked_locality bigint, asked_languages text[], probes text[], weights real[], asked_state text, asked_on date, most integer)
returns table (id bigint, publication_id bigint, weight real, items bigint)
language sql stable rows 200
set enable_seqscan = off set jit = off
as $$
  with hit as materialized (
    select e.id, e.publication_id, e.place = '' as is_head, e.first_published_at, probe.weight
    from unnest(probes, weights) as probe(query, weight) cross join lateral (
      select s.id, s.publication_id, s.place, s.first_published_at from public.search_entry s
      where s.words @@ probe.query::tsquery and s.locality_id = asked_locality and s.language = any (asked_languages)
        and case asked_state
          when 'inForce' then s.effective_on <= asked_on and (s.expires_on is null or s.expires_on > asked_on)
          when 'notYet' then s.effective_on > asked_on
          when 'ended' then s.expires_on <= asked_on
          else true end) e
  ), entry as (
    select id, publication_id, is_head, first_published_at, sum(weight) as weight from hit group by 1, 2, 3, 4
  ), best as (
    select publication_id, max(weight) + 0.3 * coalesce(max(weight) filter (where is_head), 0) as weight,
      count(*) over () as items
    from entry group by publication_id order by 2 desc, max(first_published_at) desc, publication_id desc limit most
  ), placed as (
    select entry.id, entry.publication_id, entry.weight, best.items,
      row_number() over (partition by entry.publication_id order by entry.weight desc, entry.id) as place
    from best join entry on entry.publication_id = best.publication_id
  )
  select id, publication_id, weight::real, items from placed where place <= 3
$$;

-- Rights -----------------------------------------------------------------------------------------

grant select, insert, update, delete on search_entry, search_term, search_total, search_miss to cong_lang_system;
grant select on search_entry, search_term, search_total to cong_lang_public, cong_lang_app;
grant select on search_miss to cong_lang_app;

do $$
declare t text;
begin
  foreach t in array array['search_entry', 'search_term', 'search_total', 'search_miss'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
  end loop;
end
$$;

-- everything here is public; a condition would keep the index from being used, since @@ is not leakproof
create policy published on search_entry for select to cong_lang_public using (true);
create policy published on search_term for select to cong_lang_public using (true);
create policy published on search_total for select to cong_lang_public using (true);
create policy own_locality on search_entry for select to cong_lang_app
  using (locality_id = app_locality() or portal_id = any ((select app_portals())::bigint[]));
create policy own_locality on search_term for select to cong_lang_app using (locality_id = app_locality());
create policy own_locality on search_total for select to cong_lang_app using (locality_id = app_locality());
create policy own_portal on search_miss for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]));

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;
