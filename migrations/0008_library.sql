-- The law library: what can be asked of the documents a board has published – by number, kind, issuer and day, what they
-- cite, and what changes what. All of it is read from the public copies and can be read again from them, except the
-- relations, which people confirm.

-- That the machine has read a public copy, and which: of documents and of everything else that may cite one.
create table public_reading (
  item_id bigint not null references item,
  language text not null check (language in ('vi', 'en')),
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  publication_id bigint not null references publication,
  -- raised when the reader finds more than before
  reader_version integer not null,
  read_at timestamptz not null,
  primary key (item_id, language)
);

create table document (
  item_id bigint not null references item,
  -- the language of the public copy it was read from; the Vietnamese text is the signed one
  language text not null check (language in ('vi', 'en')),
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  publication_id bigint not null references publication,
  title text not null,
  -- as printed, and as numbers are compared
  number text not null,
  number_key text not null,
  type text not null,
  issuer text not null,
  signer text not null,
  field text not null,
  issued_on date,
  effective_on date,
  expires_on date,
  -- the addresses of its provisions, in order
  addresses text[] not null,
  -- of the public copy it was read from
  content_hash text not null,
  -- nothing of it is public any more
  ended_at timestamptz,
  primary key (item_id, language)
);
create index document_number on document (locality_id, number_key) where ended_at is null and number_key <> '';
create index document_list on document (locality_id, language, issued_on desc nulls last, item_id desc) where ended_at is null;

-- What a public text cites, place by place; whether the library holds the cited one is looked up by number when asked.
create table document_citation (
  id bigint generated always as identity primary key,
  item_id bigint not null,
  language text not null,
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  -- address of the provision that cites; empty before the first
  provision text not null,
  role text not null check (role in ('basis', 'replaces', 'amends', 'repeals', 'guides', 'refers')),
  printed text not null,
  number text not null,
  number_key text not null,
  type text not null,
  name text not null,
  -- address of the provision that is cited; empty for the whole
  target text not null,
  foreign key (item_id, language) references public_reading (item_id, language) on delete cascade
);
create index document_citation_of on document_citation (item_id, language);
create index document_citation_to on document_citation (locality_id, number_key) where number_key <> '';

-- What one document does to another, as a person has confirmed it; it outlives a new edition of either.
create table document_relation (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  -- of the document that does it
  portal_id bigint not null references portal,
  kind text not null check (kind in ('replaces', 'amends', 'repeals', 'suspends', 'resumes', 'guides', 'basedOn',
    'corrects', 'consolidates', 'refersTo')),
  from_item_id bigint not null references item,
  to_item_id bigint not null references item,
  -- addresses in the other document; empty: the whole
  provisions text[] not null default '{}',
  -- day of effect; null: when the document that does it comes into force
  effective_on date,
  until_on date,
  confirmed_by bigint not null references person,
  confirmed_at timestamptz not null,
  removed_by bigint references person,
  removed_at timestamptz,
  check (from_item_id <> to_item_id)
);
create index document_relation_from on document_relation (from_item_id) where removed_at is null;
create index document_relation_to on document_relation (to_item_id) where removed_at is null;
create unique index document_relation_once on document_relation (from_item_id, to_item_id, kind, provisions)
  where removed_at is null;

-- That a board looked at a text after what it rests on had ended, and why it stays.
create table document_review (
  item_id bigint not null references item,
  relation_id bigint not null references document_relation,
  locality_id bigint not null references locality,
  portal_id bigint not null references portal,
  reason text not null,
  reviewed_by bigint not null references person,
  reviewed_at timestamptz not null,
  primary key (item_id, relation_id)
);

-- A body within the scope of a text owes it to its readers too (Lào Cai Đ10.3, Quảng Ngãi Đ9.1.c, Long Xuyên Đ10.1.c): by
-- publishing it itself, or by showing the issuer's copy. Each row has its clock (subject documentScope).
create table document_scope (
  id bigint generated always as identity primary key,
  locality_id bigint not null references locality,
  item_id bigint not null references item,
  from_portal_id bigint not null references portal,
  portal_id bigint not null references portal,
  asked_by bigint not null references person,
  asked_at timestamptz not null,
  started_at timestamptz,
  -- since when it can be read on that portal, and by which item of its own; null: the issuer's copy is shown
  shown_at timestamptz,
  shown_item_id bigint references item,
  unique (item_id, portal_id)
);
create index document_scope_portal on document_scope (portal_id) where shown_at is null;

-- Rights -----------------------------------------------------------------------------------------

grant select, insert, update on document to cong_lang_system;
grant select, insert, update, delete on public_reading to cong_lang_system;
grant select, insert, delete on document_citation to cong_lang_system;
grant select, insert on document_review to cong_lang_app, cong_lang_system;
grant select, insert, update on document_scope to cong_lang_app, cong_lang_system;
grant select on document_scope to cong_lang_public;
grant select, insert, update on document_relation to cong_lang_app, cong_lang_system;
grant select on document, document_citation, public_reading to cong_lang_app;
grant select on document, document_citation, document_relation to cong_lang_public;

do $$
declare t text;
begin
  foreach t in array array['public_reading', 'document', 'document_citation', 'document_relation',
    'document_review', 'document_scope'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system_all on %I to cong_lang_system using (true) with check (true)', t);
  end loop;
end
$$;

-- what is public is known to the public and to everyone who works in the locality
create policy published on document for select to cong_lang_public using (ended_at is null);
create policy known on document for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) or (locality_id = app_locality() and ended_at is null));
create policy known on public_reading for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) or locality_id = app_locality());
create policy of_published on document_citation for select to cong_lang_public using (
  exists (select from publication p where p.item_id = document_citation.item_id
    and p.language = document_citation.language and p.ended_at is null));
create policy known on document_citation for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) or locality_id = app_locality());
create policy standing on document_relation for select to cong_lang_public using (removed_at is null);
create policy known on document_relation for select to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) or (locality_id = app_locality() and removed_at is null));
create policy new_relation on document_relation for insert to cong_lang_app
  with check (portal_id = any ((select app_portals())::bigint[]));
create policy own_portal on document_review to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]))
  with check (portal_id = any ((select app_portals())::bigint[]));
create policy either_side on document_scope to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]) or from_portal_id = any ((select app_portals())::bigint[]))
  with check (portal_id = any ((select app_portals())::bigint[]) or from_portal_id = any ((select app_portals())::bigint[]));
create policy shown on document_scope for select to cong_lang_public using (shown_at is not null);
create policy end_relation on document_relation for update to cong_lang_app
  using (portal_id = any ((select app_portals())::bigint[]))
  with check (portal_id = any ((select app_portals())::bigint[]));

grant usage, select on all sequences in schema public to cong_lang_app, cong_lang_system;

-- Portals opened before begin with an empty library, as new ones do.
insert into section (portal_id, content_kind, name_vi, name_en, slug_vi, slug_en, position)
  select p.id, 'documents', 'Văn bản', 'Documents', 'van-ban', 'documents',
    (select coalesce(max(s.position), 0) + 1 from section s where s.portal_id = p.id)
  from portal p
  where not exists (select from section s where s.portal_id = p.id
    and (s.content_kind = 'documents' or s.slug_vi = 'van-ban' or s.slug_en = 'documents'));
