-- Claims what may leave now, in the order in which it was wanted, and answers what its letters are made of: the
-- case as it was when the letter was wanted.
-- The claim is committed with this statement, before anything is sent: a message is `sending` from here
-- until what became of it is recorded, and if its process dies in between, recover_abandoned.sql finds it.
-- $1 how many at most, $2 whether e-mails too, $3 who claims
with waiting as (
  select m.establishment, m.id
  from message m
  where m.status = 'pending' and (m.not_before is null or m.not_before <= clock_timestamp())
    and ($2::boolean or m.kind = 'letter')
  order by m.number
  limit $1
  for update skip locked
), claimed as (
  update message m
  set status = 'sending', claimed_by = $3, claimed_at = clock_timestamp(), attempts = m.attempts + 1
  from waiting w
  where m.establishment = w.establishment and m.id = w.id
  returning m.*
)
select letter_facts(m.establishment, m.case_id, m.seq) || jsonb_build_object(
  'id', m.id, 'template', m.template, 'by_email', m.kind = 'email',
  'recipient', m.recipient, 'details', m.details, 'attempts', m.attempts - 1,
  'own_template', own_template(m.establishment, m.template),
  'staff', (
    select json_build_object('name', a.name, 'email', a.email)
    from account a
    where m.recipient = 'staff' and a.establishment = m.establishment and a.login = m.details ->> 'login'
      and a.disabled_at is null))
from claimed m
order by m.number;
