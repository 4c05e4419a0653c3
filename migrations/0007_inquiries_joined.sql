-- What is joined to an inquiry goes where it goes: to another body, on to another inquiry, or back to being handled by
-- itself. Whoever makes such a step must see all of them; the count tells him whether he does, and nothing else of them.
create function app_joined_to(target bigint) returns bigint
  language sql stable security definer set search_path = '' as $$
  select count(*) from public.inquiry where merged_into_id = target
$$;
revoke execute on function app_joined_to(bigint) from public;
grant execute on function app_joined_to(bigint) to cong_lang_app, cong_lang_system;

-- Until now what was joined stayed with the body that joined it, and to what was joined itself.
with recursive last as (
  select id, merged_into_id as into_id from inquiry where merged_into_id is not null
  union
  select l.id, t.merged_into_id from last l join inquiry t on t.id = l.into_id where t.merged_into_id is not null
)
update inquiry i set merged_into_id = t.id, portal_id = t.portal_id,
    last_portal_id = case when i.portal_id <> t.portal_id then i.portal_id else i.last_portal_id end
  from last l join inquiry t on t.id = l.into_id and t.merged_into_id is null
  where i.id = l.id;
