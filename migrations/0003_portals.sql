-- Portals: which section of the regulation a section is, when a host name began to answer, why a portal closed.

-- Code of the profile's section, with its part after a slash: 'introduction/chart'. Null: the portal's own.
alter table section add column code text;
create unique index section_code on section (portal_id, code) where retired_at is null;

-- A name that never answered (a request taken back) leads nowhere and may be given to somebody else.
alter table portal_hostname add column live_at timestamptz;
create index portal_hostname_portal on portal_hostname (portal_id);

alter table portal add column closed_by_decision text;
create index body_name_body on body_name (body_id, valid_from desc);
