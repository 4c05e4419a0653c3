-- Kinds of item with fields of their own: a leader, a relic, a sanction, an epidemic notice … (src/rules/item-forms). The
-- values lie in the facts; what was written before is an article.
alter table item add column form text not null default 'article';
alter table publication add column form text not null default 'article';
-- The few that stand outside their own section: leaders in the chart, notices and advertisements on a home page.
create index publication_form on publication (locality_id, form, language) where ended_at is null and form <> 'article';
