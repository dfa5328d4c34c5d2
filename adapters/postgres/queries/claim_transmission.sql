-- Claims the next report that may leave now, and answers what it is made of. Reports of one case leave in their order:
-- while an earlier one is not confirmed, by a person or by a sending, the later ones wait.
-- The claim is committed with this statement, before anything is sent: if its process dies before the outcome is
-- recorded, recover_abandoned_transmissions finds it.
-- $1 who claims
with waiting as (
  select r.establishment, r.id
  from transmission r
  where r.status = 'to_do' and (r.delivery is null or r.delivery = 'later')
    and (r.not_before is null or r.not_before <= clock_timestamp())
    and not exists (
      select from transmission e
      where e.establishment = r.establishment and e.case_id = r.case_id and e.number < r.number
        and e.status <> 'confirmed')
  order by r.number
  limit 1
  for no key update skip locked
), claimed as (
  update transmission r
  set delivery = 'sending', claimed_by = $1, attempts = r.attempts + 1
  from waiting w
  where r.establishment = w.establishment and r.id = w.id
  returning r.establishment, r.id
)
select report_facts(establishment, id) from claimed;
