-- $1 establishment, $2 first day, $3 last day: one row for each case notified then.
--
-- Only entries that stand: a correction takes back those between the entry it goes back to and itself.
with notified as (
  select c.id, c.closed, c.states ->> 'journey' as state, (c.notification ->> 'received_on')::date as received_on,
         c.notification ->> 'channel' as channel, c.mdph
  from "case" c
  where c.establishment = $1 and c.notification ->> 'received_on' between $2 and $3
),
standing as (
  select h.case_id, h.seq, h.event, h.occurred_on, h.data, h.from_states ->> 'journey' as from_state,
         h.to_states ->> 'journey' as to_state
  from notified n
  join history h on h.establishment = $1 and h.case_id = n.id
  where h.event not in ('deadline_passed', 'correction', 'correct_data')
    and not exists (
      select from history k
      where k.establishment = $1 and k.case_id = h.case_id and k.seq > h.seq and k.event = 'correction'
        and (k.data ->> 'back_to')::integer < h.seq)
),
reached as (
  select s.case_id,
    min(s.occurred_on) filter (where s.event = 'send_first_contact' or s.to_state = 'file_sent') as contacted_on,
    min(s.occurred_on) filter (where s.to_state = 'file_sent' and s.from_state <> 'file_sent') as file_sent_on,
    min(s.occurred_on) filter (where s.event = 'return_file') as returned_on,
    min(s.occurred_on) filter (
      where s.to_state = 'waiting_committee' and s.event in ('check_file', 'receive_documents')) as complete_on,
    (array_agg(s.to_state = 'waiting_committee' order by s.seq) filter (where s.event = 'check_file'))[1]
      as complete_at_first,
    max(s.occurred_on) filter (where s.event = 'decide') as decided_on,
    (array_agg(s.data ->> 'outcome' order by s.seq desc) filter (where s.event = 'decide'))[1] as decision,
    (array_agg((s.data ->> 'attended')::boolean order by s.seq desc)
      filter (where s.event = 'hold_pre_reception'))[1] as came_to_pre_reception,
    max(s.occurred_on) filter (where s.event = 'record_entry') as entered_on,
    max(s.occurred_on) filter (where s.event = 'sign_contract') as contract_signed_on,
    max(s.occurred_on) filter (
      where s.to_state in ('follow_up', 'follow_up_early') and s.from_state <> s.to_state) as departed_on,
    coalesce(sum((s.data ->> 'hours')::integer) filter (where s.event = 'record_internship'), 0)
      as internship_hours,
    (array_agg(s.data order by s.seq desc) filter (where s.event = 'submit_report'))[1] as report,
    (array_agg(s.data ->> 'outcome' order by s.seq desc) filter (where s.event = 'record_cdaph_decision'))[1]
      as cdaph_outcome,
    (array_agg(s.data ->> 'result' order by s.seq desc)
      filter (where s.event = 'record_follow_up' and s.data ->> 'check' = '12'))[1] as follow_up_at_twelve_months
  from standing s
  group by s.case_id
)
select n.channel, n.mdph, n.state, n.closed, n.received_on, r.contacted_on, r.file_sent_on, r.returned_on,
       r.complete_on, r.complete_at_first, r.decided_on, r.decision, r.came_to_pre_reception, r.entered_on,
       r.contract_signed_on, r.departed_on, r.internship_hours, r.report ->> 'recommendation' as recommendation,
       coalesce(r.report -> 'needs', '[]') as needs, r.cdaph_outcome, r.follow_up_at_twelve_months
from notified n
join reached r on r.case_id = n.id
order by n.received_on, n.id
