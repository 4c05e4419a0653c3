import { sql } from '../../src/platform/db/index.ts';
import type { World } from './world.ts';

/** Everything stored of a portal, as one hash: equal before and after means untouched. */
export async function fingerprint(world: World, portalId: number): Promise<string> {
  const { hash } = await world.database.database.transaction({ as: 'system' }, (tx) =>
    tx.get<{ hash: string }>(sql`select md5(concat(
      (select string_agg(e::text, '|' order by e.id) from edition e where e.portal_id = ${portalId}),
      (select string_agg(i::text, '|' order by i.id) from item i where i.portal_id = ${portalId}),
      (select string_agg(p.id::text || p.ended_at::text, '|' order by p.id) from publication p where p.portal_id = ${portalId}),
      (select string_agg(m::text, '|' order by m.id) from media m where m.portal_id = ${portalId}),
      (select string_agg(s::text, '|' order by s.id) from section s where s.portal_id = ${portalId}),
      (select string_agg(g::text, '|' order by g.id) from role_grant g where g.portal_id = ${portalId}),
      (select string_agg(h::text, '|' order by h.id) from portal_hostname h where h.portal_id = ${portalId}),
      (select string_agg(m::text, '|' order by m.id) from mail_message m where m.portal_id = ${portalId}),
      (select string_agg(k::text, '|' order by k.id) from intake_key k where k.portal_id = ${portalId}),
      (select string_agg(d::text, '|' order by d.id) from intake_document d where d.portal_id = ${portalId}),
      (select string_agg(n::text, '|' order by n.id) from notice n where n.portal_id = ${portalId}),
      (select string_agg(g::text, '|' order by g.id) from gazette_issue g where g.portal_id = ${portalId}),
      (select string_agg(g::text, '|' order by g.id) from gazette_entry g where g.portal_id = ${portalId}),
      (select string_agg(g::text, '|' order by g.id) from gazette_sending g where g.portal_id = ${portalId}),
      (select string_agg(w::text, '|' order by w.id) from step_plan w where w.portal_id = ${portalId}),
      (select string_agg(w::text, '|' order by w.id) from edition_comment w where w.portal_id = ${portalId}),
      (select string_agg(w::text, '|' order by w.id) from reader_link w where w.portal_id = ${portalId}),
      (select string_agg(w::text, '|' order by w.id) from reader_visit w where w.portal_id = ${portalId}),
      (select string_agg(w::text, '|' order by w.id) from urgent_publication w where w.portal_id = ${portalId}),
      (select string_agg(w::text, '|' order by w.id) from edition_claim w where w.portal_id = ${portalId}),
      (select string_agg(w::text, '|' order by w.id) from edition_version w where w.portal_id = ${portalId}),
      (select string_agg(w::text, '|' order by w.id) from planned_topic w where w.portal_id = ${portalId}),
      (select string_agg(w::text, '|' order by w.id) from section_target w where w.portal_id = ${portalId}),
      (select string_agg(d::text, '|' order by d.id) from appointment_decision d where d.portal_id = ${portalId}),
      (select string_agg(g::text, '|' order by g.id) from grant_proposal g where g.portal_id = ${portalId}),
      (select string_agg(b::text, '|' order by b.id) from board b where b.portal_id = ${portalId}),
      (select string_agg(m::text, '|' order by m.id) from board_member m where m.portal_id = ${portalId}),
      (select string_agg(r::text, '|' order by r.id) from rights_review r where r.portal_id = ${portalId}),
      (select string_agg(h::text, '|' order by h.id) from hand_over h where h.portal_id = ${portalId}),
      (select p::text from portal p where p.id = ${portalId}),
      (select string_agg(q::text, '|' order by q.id) from inquiry q where q.portal_id = ${portalId}),
      (select string_agg(v::text, '|' order by v.id) from inquiry_event v where v.portal_id = ${portalId}),
      (select string_agg(c::text, '|' order by c.id) from clock c where c.portal_id = ${portalId}))) as hash`),
  );
  return hash;
}
