-- Puts this morning's digest of each person who has overdue work into the outbox, once. $1 establishment
insert into message (establishment, id, kind, template, recipient, details, created_at)
select a.establishment, gen_random_uuid(), 'email', 'staff_digest', 'staff',
       jsonb_build_object('login', a.login, 'day', jalon_today()), jalon_now()
from account a
where a.establishment = $1 and a.disabled_at is null and a.email is not null
  and (jalon_now() at time zone 'Europe/Paris')::time >= '07:00'
  and exists (
    select from task t
    where t.establishment = a.establishment and t.done_at is null and t.source like 'deadline:%'
      and t.role = any (a.roles))
on conflict do nothing;
