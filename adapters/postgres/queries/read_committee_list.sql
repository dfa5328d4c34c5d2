-- $1 establishment, $2 committee, $3 department or null, $4 version or null, $5 whether the draft, $6 login
select read_committee_list($1, $2::uuid, $3, $4::integer, $5::boolean, $6);
