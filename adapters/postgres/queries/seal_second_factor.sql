-- $1 establishment, $2 login, $3 the secret as it was read, $4 the same, sealed
update second_factor s set secret = $4
where s.establishment = $1 and s.login = $2 and s.secret = $3
