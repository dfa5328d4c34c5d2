-- $1 establishment, $2 identifier, $3 login, $4 first day, $5 last day, $6 reason, $7 substitute or null, $8 by whom
select add_absence($1, $2::uuid, $3, $4::date, $5::date, $6, $7, $8);
