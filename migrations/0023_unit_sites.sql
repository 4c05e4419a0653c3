-- A unit of a body (a school, a health station, a division) with pages of its own inside the body's portal: a top section that
-- says who the unit is. Its sections are those below it; what is published there is approved as everywhere else.
alter table section add column unit jsonb; -- { head: {vi,en}, address: {vi,en}, phone, email }
alter table section add check (unit is null or parent_id is null);
