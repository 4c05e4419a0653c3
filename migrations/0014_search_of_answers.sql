-- The vector of a public copy serves only the lists of answered questions; everything else is found by the search's own
-- index. It was most of what writing a copy cost.
alter table publication drop column search;
alter table publication add column search tsvector generated always as (
  case when kind = 'questions' then vi_search(title, summary, body_text) end) stored;
create index publication_search on publication using gin (search) where ended_at is null and kind = 'questions';
