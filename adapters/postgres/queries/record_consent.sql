-- $1 establishment, $2 case, $3 purpose, $4 given or withdrawn, $5 written or oral, $6 the day it was said, $7 login
select record_consent($1, $2::uuid, $3, $4, $5, $6::date, $7);
