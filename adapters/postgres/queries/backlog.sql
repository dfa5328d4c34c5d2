-- What waits, in all establishments, each with the age in seconds of the oldest (null where nothing waits). Messages
-- of now and not of a later try; deadlines on the clock of record.
select due.waiting, due.oldest, letters.waiting, letters.oldest, emails.waiting, emails.oldest,
  reports.waiting, reports.oldest, doubts.waiting
from (
  select count(*) as waiting, extract(epoch from jalon_now() - min(d.fires_at)) as oldest
  from deadline d
  where d.passed_at is null and not d.frozen and d.fires_at <= jalon_now()) as due,
lateral (
  select count(*) as waiting, extract(epoch from jalon_now() - min(m.created_at)) as oldest
  from message m
  where m.status = 'pending' and m.kind = 'letter') as letters,
lateral (
  select count(*) as waiting, extract(epoch from jalon_now() - min(m.created_at)) as oldest
  from message m
  where m.status = 'pending' and m.kind = 'email') as emails,
lateral (
  select count(*) as waiting, extract(epoch from jalon_now() - min(t.released_at)) as oldest
  from transmission t
  where t.status = 'to_do' and t.delivery in ('sending', 'later')) as reports,
lateral (
  select (select count(*) from message m where m.status = 'in_doubt' and m.recipient = 'person')
    + (select count(*) from transmission t where t.status = 'to_do' and t.delivery = 'in_doubt') as waiting) as doubts;
