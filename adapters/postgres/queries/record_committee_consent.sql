-- $1 establishment, $2 case, $3 given or withdrawn, $4 written or oral, $5 the day it was said, $6 login
select record_committee_consent($1, $2::uuid, $3, $4, $5::date, $6);
