-- $1 establishment, $2 login, $3 step
update second_factor s set last_step = $3::bigint
where s.establishment = $1 and s.login = $2 and s.last_step < $3::bigint
returning s.login
