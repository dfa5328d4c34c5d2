-- $1 establishment, $2 absence, $3 login
update absence
set ended_at = jalon_now(), ended_by = $3
where establishment = $1 and id = $2::uuid and ended_at is null and until_on >= jalon_today()
returning id;
