-- $1 establishment, $2 session, $3 department or null, $4 which paper it is read for, $5 login
select read_session($1, $2::uuid, $3, $4, $5);
