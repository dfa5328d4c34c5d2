-- $1 establishment, $2 committee, $3 department or null, $4 login
select read_minutes($1, $2::uuid, $3, $4);
