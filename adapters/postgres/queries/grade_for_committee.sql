-- $1 establishment, $2 committee, $3 case, $4 social or medical, $5 urgency, $6 reason, $7 login
select grade_for_committee($1, $2::uuid, $3::uuid, $4, $5::integer, $6, $7);
