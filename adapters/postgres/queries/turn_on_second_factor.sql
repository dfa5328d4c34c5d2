-- $1 establishment, $2 login, $3 secret, $4 step of the code just given, $5 hashes of the recovery codes as a JSON list,
-- $6 by whom
select turn_on_second_factor($1, $2, $3, $4::bigint, $5::jsonb, $6)
