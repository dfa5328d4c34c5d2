-- $1 establishment, $2 proposal, $3 date, $4 login
select choose_proposal($1, $2::uuid, $3::date, $4);
